"""The library's nouns, one module for each family of them."""

from .citations import Citation, Cited, Holder
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
    "Holder",
    "Publication",
    "Publishable",
    "PublishableQuerySet",
    "Speaker",
]
