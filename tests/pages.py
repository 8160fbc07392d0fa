"""What a reader sees of a page, for tests."""

import html
import re

from django.db import connection
from django.test.utils import CaptureQueriesContext

MOST_QUERIES = 15
FOUL = (
    """<script>alert(1)</script> "'> <img src=x onerror=alert(1)> {{ 7*7 }} {% raw %} &amp; =1+1"""
)


def get(client, address):
    """The page at this address, which must be there."""
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def queries(client, address):
    """How many queries it takes to make this page."""
    with CaptureQueriesContext(connection) as captured:
        get(client, address)
    return len(captured)


def seen(markup):
    """The words of some markup, as they are read: no tags, no entities, single spaces."""
    words = html.unescape(re.sub(r"<[^>]+>", "", markup))
    return re.sub(r"\s+", " ", words).strip()


def main(page):
    """The words of a page without its header, footer and title."""
    return seen(page[page.index("<main") : page.index("</main>")])


def facts(page):
    """The rows of a page's summary lists: what is said by what it is about."""
    row = r'<dt class="nhsuk-summary-list__key">(.*?)</dt>\s*<dd[^>]*>(.*?)</dd>'
    return {seen(key): seen(value) for key, value in re.findall(row, page, re.DOTALL)}


def table(page, caption):
    """The rows of the table with this caption, each cell without its repeated heading."""
    body = next(t for t in re.findall(r"<table.*?</table>", page, re.DOTALL) if caption in t)
    rows = re.findall(r"<tr.*?</tr>", body.split("<tbody")[1], re.DOTALL)
    cell = r'<div class="app-cell">(.*?)</div></t[hd]>'
    return [[seen(c) for c in re.findall(cell, row, re.DOTALL)] for row in rows]


def section(page, heading_id):
    """The words from the heading with this id to the next heading of its kind."""
    after = page[page.index(f'id="{heading_id}"') :]
    return seen("<p " + after.split("<h2")[0])


def assert_sound(page):
    """One main heading, ids that are unique, and links within the page that lead somewhere."""
    ids = re.findall(r'\sid="([^"]*)"', page)
    assert page.count("<h1") == 1
    assert len(ids) == len(set(ids)), sorted(i for i in ids if ids.count(i) > 1)
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)
