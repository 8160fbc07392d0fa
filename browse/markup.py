"""A facet's checkboxes, made from their partial once an index instead of once a page.

Of an option's markup only three things change from page to page: its count, whether that is
nought, and whether the option is chosen. So the partial is rendered in each of the four states
with a hole for the count, and a page takes from these the piece that its option needs.
"""

from itertools import product

from jinja2 import pass_environment
from markupsafe import Markup

HOLE = "\x00count\x00"
STATES = tuple(product((False, True), repeat=2))


class Unknown:
    """Stands for a count: nought or not, but in words a hole."""

    def __init__(self, is_nought):
        self.is_nought = is_nought

    def __bool__(self):
        return not self.is_nought

    def __format__(self, spec):
        return HOLE


@pass_environment
def checkboxes(environment, index, name, label, options):
    """A facet's options, each with its count, as `browse/options.jinja` says."""
    if name not in index.markup:
        index.markup[name] = pieces(environment, name, label, index.options[name])
    before, after = index.markup[name]
    parts = []
    for place, (_, count, is_chosen) in enumerate(options):
        parts += before[not count, is_chosen][place], f"{count:,}"
    return Markup("".join([*parts, after]))  # noqa: S704 - pieces of a template's own output


def pieces(environment, name, label, options):
    """By state, what stands before the count of each option; and what stands after the last."""
    template = environment.get_template("browse/options.jinja")
    before = {}
    for is_nought, is_chosen in STATES:
        states = [(option, Unknown(is_nought), is_chosen) for option in options]
        rendered = template.render(name=name, label=label, options=states)
        *before[is_nought, is_chosen], after = rendered.split(HOLE)
    return before, after
