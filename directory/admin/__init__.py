"""Where curators keep the directory true, one module for each family of nouns."""

from . import collaboratives, governance, organisations, places, vocabulary

__all__ = ["collaboratives", "governance", "organisations", "places", "vocabulary"]
