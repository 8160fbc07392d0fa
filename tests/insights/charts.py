"""What a page's charts say, and what its tables say, for comparing the two."""

import html
import re

from tests.pages import seen, table


def charts(page):
    """The text alternative of each chart, by the chart's title."""
    found = re.findall(r"<svg class=\"app-chart\".*?</svg>", page, re.DOTALL)
    return {title_of(chart): text_of(chart) for chart in found}


def title_of(chart):
    return seen(re.search(r"<title[^>]*>(.*?)</title>", chart, re.DOTALL).group(1))


def text_of(chart):
    return html.unescape(re.search(r"<desc[^>]*>(.*?)</desc>", chart, re.DOTALL).group(1))


def told(text):
    """The (label, figure) pairs of a text alternative."""
    figures = text.partition(". Base: ")[0]
    return [tuple(part.rsplit(": ", 1)) for part in figures.split("; ")]


def tabled(page, caption):
    """The (label, figure) pairs of a table, without marks of sources and notes."""
    return [(row[0].partition(" [")[0], row[1]) for row in table(page, caption)]
