"""gunicorn as production runs it, and what its workers use of the machine."""

import http.client
import os
import socket
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
TICKS = os.sysconf("SC_CLK_TCK")
MIB = 1024 * 1024
WORKERS = 2

PRODUCTION = {
    "PATH": os.environ["PATH"],
    "DJANGO_SETTINGS_MODULE": "collabportal.settings",
    "SECRET_KEY": "Vq7nW2xT9zR4kL8mC3pJ6hG1fD5sA0bYeU7iOlPqZxNvBXcMwKjHgTfRdEs",
    "SECURE": "off",
    "ALLOWED_HOSTS": "127.0.0.1",
    "WEB_CONCURRENCY": str(WORKERS),
    "LOG_LEVEL": "WARNING",
    "GUNICORN_CMD_ARGS": "--log-level=warning",
}


class Server:
    """A running gunicorn."""

    def __init__(self, process, port):
        self.process = process
        self.port = port

    def workers(self):
        """The process numbers of its workers."""
        master = self.process.pid
        children = Path(f"/proc/{master}/task/{master}/children").read_text()
        return [int(number) for number in children.split()]

    def cpu_seconds(self):
        """What its workers have used of the processors since they began."""
        return sum(map(cpu_seconds, self.workers()))

    def memory(self, measure):
        """The largest of its workers' `VmHWM` (its peak) or `VmRSS` (now), in MiB."""
        return max(memory(worker, measure) for worker in self.workers())

    def answers(self):
        """Whether a worker has started: until then a connection waits, and that is not its work."""
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)) as connection:
            connection.request("GET", "/healthz")
            return bool(connection.getresponse().status)

    def wait_until_it_serves(self, seconds=30):
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                if len(self.workers()) == WORKERS and self.answers():
                    return
            except OSError:
                pass
            time.sleep(0.1)
        raise TimeoutError("The server did not start")


def cpu_seconds(process):
    """User and system time of a process and all its threads."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def memory(process, measure):
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith(measure):
            return int(line.split()[1]) * 1024 / MIB
    raise LookupError(measure)


@contextmanager
def serving(*arguments, **environment):
    """gunicorn with the project's configuration; another application if one is named."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", *arguments],
        cwd=ROOT,
        env=PRODUCTION | {"PORT": str(port)} | environment,
        stdout=subprocess.DEVNULL,
    )
    try:
        server = Server(process, port)
        server.wait_until_it_serves()
        yield server
    finally:
        process.terminate()
        process.wait(timeout=60)


def run(module, *arguments, **environment):
    """Run one of the bench's programs against a database; what it printed."""
    return subprocess.run(
        [sys.executable, "-m", f"tests.performance.{module}", *map(str, arguments)],
        cwd=ROOT,
        env=PRODUCTION | environment,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    ).stdout


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]
