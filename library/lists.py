"""The library's lists: resources, and questions for boards."""

from django.db.models import Case, IntegerField, Value, When

from browse.listing import Listing, Sort

from .exports import BOARD_QUESTIONS, RESOURCES
from .filters import BoardQuestionFilter, ResourceFilter
from .models import BoardQuestion, Publication


def undated_last(publications):
    """Those without a date know it, to stand after all that have one."""
    undated = When(date="", then=Value(1))
    return publications.annotate(
        is_undated=Case(undated, default=Value(0), output_field=IntegerField())
    )


class ResourceList(Listing):
    """Every published resource and source."""

    name = "resources"
    noun = ("resource", "resources")
    title = "Resources"
    search_hint = "A title, subject or speaker, such as toolkit or delegation"
    address = "/resources/"
    template = "library/resource_list.jinja"
    filterset = ResourceFilter
    shown_facets = ("kind",)
    tables = (RESOURCES,)
    sorts = {
        "title": Sort("Title (A to Z)", ("title", "date", "pk")),
        "-title": Sort("Title (Z to A)", ("-title", "-date", "-pk")),
        "-date": Sort("Newest first", ("-date", "title", "pk")),
        "date": Sort("Oldest first", ("is_undated", "date", "title", "pk"), undated_last),
    }

    def entries(self):
        """Published publications."""
        return Publication.objects.published()

    def results(self, keys):
        """Each publication, and its event where it is one."""
        return Publication.objects.published().select_related("event").in_bulk(keys)


class BoardQuestionList(Listing):
    """Every published question for boards. Its page shows them all, by topic."""

    name = "board-questions"
    noun = ("question for boards", "questions for boards")
    title = "Questions for boards"
    address = "/board-questions/"
    filterset = BoardQuestionFilter
    tables = (BOARD_QUESTIONS,)
    sorts = {
        "topic": Sort("By topic", ("topic__order", "topic__name", "order", "pk")),
    }

    def entries(self):
        """Published questions."""
        return BoardQuestion.objects.published()
