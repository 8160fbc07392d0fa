"""What the directory's pages have in common."""

from django.template.response import TemplateResponse
from django.utils import timezone

MOST_SHOWN = 50


def page(request, template, **context):
    """A page of the directory, made from this template, as of today."""
    context.setdefault("today", timezone.localdate())
    return TemplateResponse(request, f"directory/{template}.jinja", context)


class Shortlist:
    """The first of many things, and how many there are: the filter lists hold them all."""

    def __init__(self, queryset, most=MOST_SHOWN, count=None):
        self.shown = list(queryset[:most])
        self.count = queryset.count() if count is None else count

    @property
    def is_cut(self):
        """Whether there are more than are shown."""
        return self.count > len(self.shown)
