"""The language of the public pages: Jinja2, with the NHS design system's macros."""

from django.templatetags.static import static
from django.urls import reverse
from jinja2 import ChoiceLoader, Environment, PackageLoader

from browse.markup import checkboxes
from collabportal.frame import frame, unasked, without_nhs_logo
from collabportal.numbers import counted, thousands
from library.dates import display_date


def environment(**options):
    """What every public template can use, besides its view's context."""
    env = Environment(trim_blocks=True, lstrip_blocks=True, **options)  # noqa: S701 (in options)
    env.loader = ChoiceLoader([options["loader"], PackageLoader("nhsuk_frontend_jinja")])
    env.globals.update(GLOBALS)
    env.filters.update(FILTERS)
    return env


def url(name, *args, **kwargs):
    """The address of a view by its name: `url("collaborative", slug)`."""
    return reverse(name, args=args, kwargs=kwargs)


GLOBALS = {
    "checkboxes": checkboxes,
    "frame": frame,
    "static": static,
    "unasked": unasked,
    "url": url,
}
FILTERS = {
    "counted": counted,
    "display_date": display_date,
    "thousands": thousands,
    "without_nhs_logo": without_nhs_logo,
}
