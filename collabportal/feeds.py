"""The updates as pages and as a feed."""

import re

from django.contrib.syndication.views import Feed
from django.template.response import TemplateResponse
from django.urls import reverse_lazy
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.http import require_safe

from .updates import by_day, latest_updates

MOST = 100  # entries of the feed
NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@require_safe
def updates(request):
    """What changed in public data, day by day."""
    return TemplateResponse(request, "pages/updates.jinja", {"days": by_day(latest_updates())})


class UpdatesFeed(Feed):
    """The same for feed readers."""

    feed_type = Atom1Feed
    title = "Provider collaboratives directory: updates"
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
