"""Readers and curators as the server meets them: over HTTP, each with a connection of their own."""

import threading
import time
from contextlib import contextmanager
from html.parser import HTMLParser
from http.client import HTTPConnection, HTTPException, IncompleteRead
from http.cookies import SimpleCookie
from typing import NamedTuple
from urllib.parse import urlencode

from django.test import Client
from django.urls import reverse

# Longer than a curator's turn can last on SQLite, where others may be saving before.
PATIENCE = 30


class Answer(NamedTuple):
    """What came back, all of it."""

    status: int
    headers: dict
    body: bytes

    @property
    def text(self):
        return self.body.decode()

    @property
    def etag(self):
        return self.headers["ETag"]


class Reader:
    """Somebody with a browser; every request is a connection of its own."""

    def __init__(self, server, host=None):
        self.port = server.port
        self.host = host or f"127.0.0.1:{server.port}"
        self.cookies = SimpleCookie()

    def get(self, path, **headers):
        return self._ask("GET", path, None, headers)

    def get_unless(self, etag, path):
        """Ask for a page that one may have already."""
        return self.get(path, **{"If-None-Match": etag})

    def post(self, path, fields):
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        return self._ask("POST", path, urlencode(fields), headers)

    def _ask(self, method, path, body, headers):
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        cookies = "; ".join(f"{c.key}={c.value}" for c in self.cookies.values())
        headers = {"Host": self.host, "Connection": "close"} | headers
        try:
            connection.request(
                method, path, body, headers | ({"Cookie": cookies} if cookies else {})
            )
            response = connection.getresponse()
            for cookie in response.headers.get_all("Set-Cookie", []):
                self.cookies.load(cookie)
            return Answer(response.status, response.headers, response.read())
        finally:
            connection.close()

    def read_until(self, enough, path):
        """Read a page again and again, made afresh each time; what became of each request."""
        self.statuses, self.cut_short = [], 0
        mark = "&" if "?" in path else "?"
        while not enough.is_set():
            try:
                self.statuses.append(self.get(f"{path}{mark}utm_n={len(self.statuses)}").status)
            except IncompleteRead:
                self.cut_short += 1
            except (OSError, HTTPException):
                enough.wait(0.1)  # refused or closed: nobody takes that for a page


class Curator(Reader):
    """Somebody who is signed in to the admin."""

    def __init__(self, server, user):
        super().__init__(server)
        self.acknowledged, self.refusals = [], []
        client = Client()
        client.force_login(user)
        self.cookies = client.cookies

    def save(self, thing, **changes):
        """Open the thing's form, change some fields and save it, as a browser would."""
        options = thing._meta
        address = reverse(f"admin:{options.app_label}_{options.model_name}_change", args=[thing.pk])
        return self.submit(address, **changes)

    def submit(self, address, **changes):
        """Fill in a form of the admin and save it."""
        page = self.get(address)
        if page.status != 200:
            return page
        fields = [pair for pair in fields_of(page.text) if pair[0] not in changes]
        return self.post(address, [*fields, *changes.items(), ("_save", "Save")])

    def save_until(self, enough, thing):
        """Save one summary after another; which were acknowledged, and what else was answered."""
        self.thing = thing
        number = 0
        while not enough.is_set():
            number += 1
            summary = f"{thing.name}, edit {number}."
            try:
                answer = self.save(thing, summary=summary)
            except (OSError, HTTPException):
                enough.wait(0.1)  # not acknowledged
                continue
            if answer.status == 302:
                self.acknowledged.append(summary)
            else:
                self.refusals.append(answer)


class FormFields(HTMLParser):
    """Reads what a browser would submit of an admin page's form, untouched."""

    NOT_SUBMITTED = ("submit", "button", "file", "image", "reset")

    def __init__(self):
        super().__init__()
        self.fields, self.inside, self.text, self.select = [], False, None, None

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "form":
            self.inside = attributes.get("id", "").endswith("_form")
        elif self.inside and tag in ("input", "textarea", "select", "option"):
            getattr(self, f"start_{tag}")(attributes)

    def start_input(self, attributes):
        kind = attributes.get("type", "text")
        left_out = kind in ("checkbox", "radio") and "checked" not in attributes
        if "name" in attributes and not left_out and kind not in self.NOT_SUBMITTED:
            missing = "on" if kind == "checkbox" else ""
            self.fields.append((attributes["name"], attributes.get("value") or missing))

    def start_textarea(self, attributes):
        self.text = (attributes["name"], [])

    def start_select(self, attributes):
        self.select = (attributes.get("name"), "multiple" in attributes, [], [])

    def start_option(self, attributes):
        if self.select:
            _, _, every, chosen = self.select
            every.append(attributes.get("value", ""))
            if "selected" in attributes:
                chosen.append(attributes.get("value", ""))

    def handle_data(self, data):
        if self.text:
            self.text[1].append(data)

    def handle_endtag(self, tag):
        if tag == "form":
            self.inside = False
        elif tag == "textarea" and self.text:
            name, parts = self.text
            self.fields.append((name, "".join(parts).removeprefix("\r").removeprefix("\n")))
            self.text = None
        elif tag == "select" and self.select:
            name, many, every, chosen = self.select
            if name:
                self.fields += [(name, value) for value in chosen or ([] if many else every[:1])]
            self.select = None


def fields_of(page):
    """The (name, value) pairs of the form on an admin page."""
    reader = FormFields()
    reader.feed(page)
    return reader.fields


def assert_more_is_acknowledged(curators, number, seconds=60):
    """Wait until the curators have been told so many times more that something is saved."""

    def told():
        return sum(len(curator.acknowledged) for curator in curators)

    enough = told() + number
    until(lambda: told() >= enough or any(curator.refusals for curator in curators), seconds)
    assert_nothing_was_refused(curators)
    assert told() >= enough


def assert_nothing_was_refused(curators):
    refusals = [answer for curator in curators for answer in curator.refusals]
    assert [(answer.status, answer.text) for answer in refusals] == []


@contextmanager
def at_work(*tasks):
    """Do all of these at the same time until the block ends: functions that are told when."""
    enough = threading.Event()
    threads = [threading.Thread(target=task, args=(enough,), daemon=True) for task in tasks]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        enough.set()
        for thread in threads:
            thread.join(2 * PATIENCE)
    assert not any(thread.is_alive() for thread in threads)


def until(true, seconds=30):
    """Wait for something to become true; how that went."""
    deadline = time.monotonic() + seconds
    while not (answer := true()) and time.monotonic() < deadline:
        time.sleep(0.1)
    return answer
