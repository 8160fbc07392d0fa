"""The portal as a process of its own, with an environment of its own."""

import os
import socket
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent

PRODUCTION = {
    "SECRET_KEY": "Vq7nW2xT9zR4kL8mC3pJ6hG1fD5sA0bYeU7iOlPqZxNvBXcMwKjHgTfRdEs",
    "ALLOWED_HOSTS": "directory.example",
    "PATH": os.environ["PATH"],
}


def manage(*arguments, **environment):
    """Run a command as on a production machine: nothing of this process's settings is handed on."""
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={
            name: value for name, value in (PRODUCTION | environment).items() if value is not None
        },
        capture_output=True,
        text=True,
        timeout=60,
    )


@contextmanager
def gunicorn(**environment):
    """The server itself, on a port that nobody uses; stopped afterwards."""
    environment = {"PORT": str(free_port()), **environment}
    server = subprocess.Popen(
        [sys.executable, "-m", "gunicorn"],
        cwd=ROOT,
        env=PRODUCTION | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    server.address = f"http://127.0.0.1:{environment['PORT']}"
    try:
        yield server
    finally:
        server.terminate()
        server.communicate(timeout=60)


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]
