"""The updates as pages and as a feed."""

import re

from django.contrib.syndication.views import Feed
from django.http import QueryDict
from django.template.response import TemplateResponse
from django.urls import reverse, reverse_lazy
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.http import require_safe

from browse.listing import PAGE_SIZE
from browse.paging import page_numbers
from browse.selection import read_selection

from .updates import by_day, latest_updates

MOST = 100  # entries of the feed
NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Page:
    """The updates on the page that an address asks for, and the pages there are."""

    def __init__(self, parameters, everything):
        asked = QueryDict(mutable=True)
        asked.setlist("page", parameters.getlist("page"))
        self.selection = read_selection(asked, {}, ())
        self.problems = [(problem.message, "maincontent") for problem in self.selection.problems]
        self.pages = max(1, -(-len(everything) // PAGE_SIZE))
        self.page = min(self.selection.page, self.pages)
        self.page_numbers = page_numbers(self.page, self.pages)
        self.updates = everything[(self.page - 1) * PAGE_SIZE : self.page * PAGE_SIZE]


@require_safe
def updates(request):
    """What changed in public data, day by day."""
    found = Page(request.GET, latest_updates())
    context = {
        "days": by_day(found.updates),
        "found": found,
        "selection": found.selection,
        "listing": {"address": reverse("updates")},
    }
    return TemplateResponse(request, "pages/updates.jinja", context)


class UpdatesFeed(Feed):
    """The same for feed readers."""

    feed_type = Atom1Feed
    title = "Provider collaboratives directory: updates"
    author_name = "Provider collaboratives directory"  # Atom asks for one: never a curator
    subtitle = "What changed in the public data."
    link = reverse_lazy("updates")

    def items(self):
        return latest_updates()[:MOST]

    def item_title(self, update):
        return NOT_XML.sub("", update.sentence)

    def item_link(self, update):
        return update.address

    def item_guid(self, update):
        return f"urn:x-provider-collaboratives:update:{update.key}"

    def item_pubdate(self, update):
        return update.when

    item_description = None
    item_updateddate = item_pubdate


feed = require_safe(UpdatesFeed())
