"""Checkboxes put together from pieces are what their partial renders."""

from types import SimpleNamespace

import pytest
from django.template import engines

from browse.facets import Option
from browse.markup import checkboxes

REGIONS = [Option("london", "London"), Option("mid", "Mid & “lands”"), Option("north", "<North>")]
PAGES = [[(0, False), (1234, True), (7, False)], [(5, True), (0, True), (10**6, False)]]


@pytest.fixture
def environment():
    return engines["jinja2"].env


def test_every_page_gets_what_the_partial_would_say(environment):
    index = SimpleNamespace(markup={}, options={"region": REGIONS})
    partial = environment.get_template("browse/options.jinja")
    for states in PAGES:
        options = [(o, *state) for o, state in zip(REGIONS, states, strict=True)]
        assert checkboxes(environment, index, "region", "Region", options) == partial.render(
            name="region", label="Region", options=options
        )


def test_a_facet_without_options_has_an_empty_group(environment):
    index = SimpleNamespace(markup={}, options={"region": []})
    partial = environment.get_template("browse/options.jinja")
    assert checkboxes(environment, index, "region", "Region", []) == partial.render(
        name="region", label="Region", options=[]
    )
