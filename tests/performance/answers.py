"""Checking that what was served so fast was also right."""

import base64
import gzip
import http.client
import re
from dataclasses import dataclass

import brotli

PAGE_SIZE = 20


class WrongAnswerError(Exception):
    """The portal answered, but not with the truth."""


@dataclass(frozen=True)
class Answer:
    """One response, as it came over the wire."""

    status: str
    headers: list
    content: bytes

    @classmethod
    def of(cls, received):
        """Read a whole response that has a Content-Length."""
        head, _, content = received.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        headers = [tuple(line.split(": ", 1)) for line in lines]
        return cls(first.split(" ", 1)[1], [(name.lower(), v) for name, v in headers], content)

    @property
    def text(self):
        """The page, unpacked."""
        encoding = dict(self.headers).get("content-encoding", "")
        unpack = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}[encoding]
        return unpack(self.content).decode()


def check_all(report, expected):
    """Check every different answer to every target of a run of the client."""
    for target, received in report["answers"].items():
        for answer in received:
            check(target, Answer.of(base64.b64decode(answer)), expected[target])


def check(target, answer, must_hold):
    """The status, what the page must say, and on a list how many results it shows."""
    if not answer.status.startswith("200 "):
        raise WrongAnswerError(f"{target}: {answer.status}")
    if must_hold not in answer.text:
        heading = re.search(r"<h1.*?</h1>", answer.text, re.DOTALL)
        said = heading.group() if heading else "no heading"
        raise WrongAnswerError(f"{target}: should hold “{must_hold}”, but says {said}")
    if number := re.fullmatch(r">([\d,]+) collaboratives?", must_hold):
        should = min(PAGE_SIZE, int(number.group(1).replace(",", "")))
        shown = answer.text.count('<li class="app-result">')
        if shown != should:
            raise WrongAnswerError(f"{target}: shows {shown} results instead of {should}")


def fetch(port, target):
    """One page, as a browser asks for it."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", target, headers={"Accept-Encoding": "gzip, deflate, br"})
    response = connection.getresponse()
    headers = [(name.lower(), value) for name, value in response.getheaders()]
    return Answer(f"{response.status} {response.reason}", headers, response.read())
