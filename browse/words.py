"""Words as people type them and as the index keeps them.

Both databases index the same normalised words, so both find the same things: case, accents and
apostrophes are gone, other punctuation separates, and each word stands beside its stem
("hospitals" beside "hospit").
"""

import re
import unicodedata
from functools import lru_cache

from snowballstemmer import stemmer

APOSTROPHES = str.maketrans("", "", "'’‘ʼ`´＇")
_english = stemmer("english")


def words(text):
    """The words of a text, without case, accents, apostrophes or punctuation.

    >>> words("Children’s CAFÉ—St Andrew's")
    ['childrens', 'cafe', 'st', 'andrews']
    """
    plain = unicodedata.normalize("NFKD", text.translate(APOSTROPHES)).casefold()
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    return re.findall(r"[^\W_]+", kept)


@lru_cache(maxsize=20_000)
def stem(word):
    """The English stem of a normalised word.

    >>> stem("childrens"), stem("alliances")
    ('children', 'allianc')
    """
    return _english.stemWord(word)


def indexed(*texts):
    """What the index keeps of these texts: every word and every stem, once."""
    found = dict.fromkeys(word for text in texts for word in words(text))
    return " ".join(dict.fromkeys([*found, *map(stem, found)]))


def whole(text):
    """A name, or a whole query, as one word that no typed word is likely to begin like.

    >>> whole("St. Andrew's  Healthcare")
    'zqxstandrewshealthcare'
    """
    return "zqx" + "".join(words(text))
