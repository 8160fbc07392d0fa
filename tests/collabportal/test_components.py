"""Partials written by hand, for speed, are the NHS macros' own markup."""

import re

import pytest
from django.template import engines
from django.test import SimpleTestCase

case = SimpleTestCase()


def rendered(source):
    return engines["jinja2"].from_string(source).render({})


def without_ours(markup):
    """The markup without the portal's own classes and the cells' inner boxes."""
    markup = re.sub(r'<div class="app-cell">(.*?)</div>', r"\1", markup, flags=re.DOTALL)
    return re.sub(r' app-[a-z-]+(?=[ "])', "", markup)


def nhs(component, name, parameters):
    return rendered(
        f'{{% from "nhsuk/components/{component}/macro.jinja" import {name} %}}'
        f"{{{{ {name}({parameters}) }}}}"
    )


def ours(module, imported, body):
    return rendered(f'{{% from "components/{module}.jinja" import {imported} %}}{body}')


PARTIALS = {
    "breadcrumb": (
        ours("breadcrumb", "breadcrumb", '{{ breadcrumb([("Collaboratives", "/c/")]) }}'),
        nhs(
            "breadcrumb",
            "breadcrumb",
            '{"items": [{"text": "Home", "href": "/"}, {"text": "Collaboratives", "href": "/c/"}]}',
        ),
    ),
    "contents list": (
        ours("contents", "contents", '{{ contents([("members", "Members")]) }}'),
        nhs(
            "contents-list",
            "contentsList",
            '{"items": [{"href": "#members", "text": "Members"}], "ariaLabel": "On this page",'
            ' "visuallyHiddenText": "On this page"}',
        ),
    ),
    "summary list row": (
        "<dl class='nhsuk-summary-list'>"
        + ours("facts", "row", '{% call row("Name") %}NENC{% endcall %}')
        + "</dl>",
        nhs(
            "summary-list",
            "summaryList",
            '{"rows": [{"key": {"text": "Name"}, "value": {"text": "NENC"}}]}',
        ),
    ),
    "table": (
        '<table class="nhsuk-table nhsuk-table--responsive" role="table">'
        '<caption class="nhsuk-table__caption nhsuk-table__caption--s">Members</caption>'
        + ours(
            "tables",
            "head, first_cell, cell",
            '{{ head(["Name", "Role"]) }}<tbody class="nhsuk-table__body">'
            '<tr class="nhsuk-table__row" role="row">'
            '{% call first_cell("Name") %}Oxleas{% endcall %}'
            '{% call cell("Role") %}Lead{% endcall %}</tr></tbody>',
        )
        + "</table>",
        nhs(
            "tables",
            "table",
            '{"responsive": true, "caption": {"text": "Members", "size": "s"},'
            ' "firstCellIsHeader": true, "head": [{"text": "Name"}, {"text": "Role"}],'
            ' "rows": [[{"text": "Oxleas"}, {"text": "Lead"}]]}',
        ),
    ),
}


@pytest.mark.parametrize("partial", PARTIALS)
def test_a_partial_is_the_macros_markup(partial):
    by_hand, by_macro = PARTIALS[partial]
    case.assertHTMLEqual(without_ours(by_hand), by_macro)
