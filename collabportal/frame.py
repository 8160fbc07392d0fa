"""The header and footer around every public page.

They are the same for every reader, so the NHS macros that make them, the dearest part of a page,
run once for each place in the menu and not once for each page.
"""

import re
from functools import lru_cache

from django.conf import settings
from jinja2 import pass_environment
from markupsafe import Markup

from browse.selection import unknown_names

MENU = {
    "/collaboratives/": "Collaboratives",
    "/organisations/": "Organisations",
    "/case-studies/": "Case studies",
    "/governance/": "Governance",
    "/insights/": "Insights",
    "/maturity/": "Maturity",
    "/innovators/": "Innovators",
    "/resources/": "Resources",
    "/board-questions/": "Board questions",
    "/about/": "About",
}


@pass_environment
def frame(environment, part, request=None):
    """The `header` or the `footer`, with the reader's place in the menu marked."""
    path = request.path if request else ""
    section = next((address for address in MENU if path.startswith(address)), None)
    return rendered(environment, part, section, path == section, settings.NHS_LOGO)


def unasked(request, known=()):
    """What an address asks of a page that knows nothing of it, as (message, where to go on)."""
    names = unknown_names(request.GET, known) if request else []
    return [(message, "maincontent") for message in names]


@lru_cache(maxsize=64)
def rendered(environment, part, section, is_section_page, nhs_logo):
    items = [menu_item(address, section, is_section_page) for address in MENU]
    template = environment.get_template(f"layouts/{part}.jinja")
    return Markup(template.render(menu=items, nhs_logo=nhs_logo))  # noqa: S704


def menu_item(address, section, is_section_page):
    """`current` is the page itself; `active` is a page further inside."""
    return {
        "href": address,
        "text": MENU[address],
        "current": address == section and is_section_page,
        "active": address == section,
    }


def without_nhs_logo(header):
    """The macro has no parameter for this: the logo is for NHS bodies, under licence."""
    without = re.sub(r'<svg class="nhsuk-header__logo".*?</svg>', "", header, flags=re.DOTALL)
    return Markup(without)  # noqa: S704
