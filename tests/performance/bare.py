"""A bare WSGI application: what the portal answered, from memory, without any of its work."""

import json
import os
from pathlib import Path

FROM_THE_SERVER = {"server", "date", "connection"}


def kept(answers):
    """Answers as the application below reads them: by path, less what gunicorn itself adds."""
    return {
        path: (
            answer.status,
            [(name, value) for name, value in answer.headers if name not in FROM_THE_SERVER],
            answer.content.decode("latin-1"),
        )
        for path, answer in answers.items()
    }


def read(path):
    """The kept answers, ready to be sent."""
    return {
        path: (status, [tuple(header) for header in headers], body.encode("latin-1"))
        for path, (status, headers, body) in json.loads(Path(path).read_text()).items()
    }


ANSWERS = {"/healthz": ("200 OK", [], b"")}
if "BENCH_ANSWERS" in os.environ:
    ANSWERS |= read(os.environ["BENCH_ANSWERS"])


def application(environ, start_response):
    """The kept status, headers and bytes of this path."""
    status, headers, body = ANSWERS[environ["PATH_INFO"]]
    start_response(status, headers)
    return [body]
