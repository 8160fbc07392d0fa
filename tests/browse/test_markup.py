"""What is written by hand because it repeats is what the NHS macros would have written."""

import re
from types import SimpleNamespace

import pytest
from django.template import engines

from browse.facets import Option

REGIONS = [
    (Option("london", "London"), 1234, True),
    (Option("midlands", "Mid & “lands”"), 7, False),
]


@pytest.fixture
def environment():
    return engines["jinja2"].env


def tidy(markup):
    """Markup without the white space that browsers don't see."""
    markup = re.sub(r"\s+", " ", markup)
    return re.sub(r"\s*(<[^>]+>)\s*", r"\1", markup).strip()


def by_macro(environment, component, macro, **parameters):
    path = f"nhsuk/components/{component}/macro.jinja"
    source = f'{{% from "{path}" import {macro} %}}{{{{ {macro}(p) }}}}'
    return tidy(environment.from_string(source).render(p=parameters))


def by_hand(environment, template, **context):
    return tidy(environment.get_template(f"browse/{template}.jinja").render(**context))


def test_options_are_the_macros_small_checkboxes(environment):
    ours = by_hand(environment, "options", name="region", label="Region", options=REGIONS)
    assert ours == by_macro(
        environment,
        "checkboxes",
        "checkboxes",
        name="region",
        idPrefix="region",
        small=True,
        fieldset={"legend": {"text": "Region", "size": "s", "classes": "nhsuk-u-visually-hidden"}},
        items=[
            {"value": o.value, "text": f"{o.label} ({count:,})", "checked": chosen}
            for o, count, chosen in REGIONS
        ],
    )


def number_item(number, address, page):
    if number is None:
        return {"ellipsis": True}
    return {"number": str(number), "href": address(number), "current": number == page}


@pytest.mark.parametrize(("page", "numbers"), [(1, [1, 2]), (3, [1, 2, 3, 4, None, 9])])
def test_paging_is_the_macros(environment, page, numbers):
    last = numbers[-1]
    found = SimpleNamespace(page=page, pages=last, page_numbers=numbers)
    selection = SimpleNamespace(querystring=lambda page: f"?page={page}")
    ours = by_hand(
        environment,
        "pagination",
        found=found,
        selection=selection,
        listing=SimpleNamespace(address="/collaboratives/"),
    )
    address = "/collaboratives/?page={}".format
    assert ours == by_macro(
        environment,
        "pagination",
        "pagination",
        previous={"href": address(page - 1)} if page > 1 else None,
        next={"href": address(page + 1)} if page < last else None,
        items=[
            {"number": str(n), "href": address(n), "current": n == page}
            if n
            else {"ellipsis": True}
            for n in numbers
        ],
    )
