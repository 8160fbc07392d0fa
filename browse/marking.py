"""Showing where a text has the words that were searched for."""

import re

from markupsafe import Markup, escape

from .words import stem, words

LONGEST = 260
LEAD = 60


def marked(text, query):
    """The text, escaped, with the matched words in `<mark>`, from near the first of them.

    >>> str(marked("Shared staff banks & more", "bank"))
    'Shared staff <mark>banks</mark> &amp; more'
    """
    typed = words(query)
    pieces = re.split(r"([\w'’]+)", shortened(text, typed))
    return Markup().join(
        Markup("<mark>{}</mark>").format(piece) if matches(piece, typed) else escape(piece)
        for piece in pieces
    )


def matches(piece, typed):
    """Whether a word of a text is one that was typed, or begins as the last one does."""
    found = words(piece)
    if not found or not typed:
        return False
    word, stems = found[0], {stem(each) for each in typed}
    return word in typed or stem(word) in stems or word.startswith(typed[-1])


def shortened(text, typed):
    """At most so much of a text, from a little before its first matching word."""
    if len(text) <= LONGEST:
        return text
    places = (m.start() for m in re.finditer(r"[\w'’]+", text) if matches(m.group(), typed))
    start = max(0, next(places, 0) - LEAD)
    start = text.find(" ", start) + 1 if start else 0
    end = text.rfind(" ", start, start + LONGEST) if start + LONGEST < len(text) else len(text)
    return ("… " if start else "") + text[start:end] + ("…" if end < len(text) else "")


def excerpts(texts, query, shown):
    """Of the texts a thing is found by, as few as have the typed words that `shown` lacks, marked.

    >>> [str(e) for e in excerpts(["Free parking", "Alder Trust"], "trust parking", ("Trust", ""))]
    ['Free <mark>parking</mark>']
    """
    typed = words(query)
    missing = set(typed) - words_in(" ".join(shortened(text, typed) for text in shown), typed)
    found = []
    while missing and texts:
        best = max(texts, key=lambda text: len(words_in(text, typed) & missing))
        if not (had := words_in(best, typed) & missing):
            break
        found.append(marked(best, query))
        missing -= had
    return found


def words_in(text, typed):
    """Which of the typed words a text has."""
    stems = {stem(each): each for each in typed}
    found = set()
    for word in set(words(text)):
        found.update({word} & set(typed), filter(None, [stems.get(stem(word))]))
        found.update({typed[-1]} if word.startswith(typed[-1]) else ())
    return found
