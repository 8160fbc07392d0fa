"""The library's nouns, one module for each family of them."""

from .citations import Citation, Cited
from .events import Event, Speaker
from .publications import Publication
from .publishing import Publishable, PublishableQuerySet
from .questions import BoardQuestion, BoardQuestionLink, BoardTopic

__all__ = [
    "BoardQuestion",
    "BoardQuestionLink",
    "BoardTopic",
    "Citation",
    "Cited",
    "Event",
    "Publication",
    "Publishable",
    "PublishableQuerySet",
    "Speaker",
]
