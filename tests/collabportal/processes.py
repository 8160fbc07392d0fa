"""The portal as a process of its own, with an environment of its own."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile

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
        timeout=180,
    )


class Server(subprocess.Popen):
    """gunicorn, with the address it serves on."""

    def __init__(self, environment):
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        # Not a pipe: nobody reads it while the server runs.
        self.log = TemporaryFile("w+")  # noqa: SIM115
        super().__init__(
            [sys.executable, "-m", "gunicorn"],
            cwd=ROOT,
            env=PRODUCTION | {"PORT": str(self.port)} | environment,
            stderr=self.log,
        )

    def logged(self):
        self.log.seek(0)
        return self.log.read()

    def workers(self):
        """The process numbers of its workers."""
        children = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text()
        return [int(number) for number in children.split()]

    def wait_until_it_answers(self, seconds=30):
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            try:
                return urllib.request.urlopen(self.address + "/healthz", timeout=1).close()
            except OSError:
                time.sleep(0.1)
        raise TimeoutError(f"{self.address} does not answer")


@contextmanager
def gunicorn(**environment):
    """The server itself, on a port that nobody uses; stopped afterwards."""
    server = Server(environment)
    try:
        yield server
    finally:
        server.terminate()
        server.wait(timeout=60)
        server.log.close()


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]
