"""The load: keep-alive connections over raw sockets, in a process of its own.

It reads a plan from standard input and writes what happened to standard output, both as JSON.
It connects to this machine only, and stops at the plan's number of requests or of seconds.
"""

import base64
import hashlib
import json
import selectors
import socket
import subprocess
import sys
import time
from itertools import cycle

HOST = "127.0.0.1"
LONGEST_WAIT = 60
HEAD_END = b"\r\n\r\n"
HEADERS = f"Host: {HOST}\r\nAccept-Encoding: gzip, deflate, br\r\nConnection: keep-alive\r\n\r\n"


def load(port, targets, requests, connections=4, seconds=60, fresh=None):
    """Run the client, and return what it reports.

    `fresh` is the first of the numbers that make each request's address its own, if it shall be.
    """
    plan = {
        "port": port,
        "targets": targets,
        "requests": requests,
        "connections": connections,
        "seconds": seconds,
        "fresh": fresh,
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.performance.client"],
        input=json.dumps(plan).encode(),
        stdout=subprocess.PIPE,
        timeout=seconds + 2 * LONGEST_WAIT,
        check=True,
    )
    return json.loads(done.stdout)


class Connection:
    """One reader: asks, waits for the whole answer, asks again."""

    def __init__(self, port):
        self.socket = socket.create_connection((HOST, port), timeout=LONGEST_WAIT)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def ask(self, target, address):
        self.target, self.received, self.expected = target, bytearray(), None
        self.socket.sendall(f"GET {address} HTTP/1.1\r\n{HEADERS}".encode())
        self.asked = time.perf_counter()

    def read(self):
        """Take in what has come; whether the answer is whole."""
        part = self.socket.recv(262_144)
        if not part:
            raise ConnectionError(f"The server closed the connection during {self.target}")
        self.received += part
        if self.expected is None and (end := self.received.find(HEAD_END)) >= 0:
            self.head_end = end + len(HEAD_END)
            self.expected = self.head_end + length_of(bytes(self.received[:end]))
        return self.expected is not None and len(self.received) >= self.expected


def length_of(head):
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return int(line.split(b":")[1])
    raise ValueError(f"An answer does not say how long it is: {head!r}")


class Run:
    """One plan being carried out."""

    def __init__(self, plan):
        self.plan = plan
        self.targets = cycle(plan["targets"])
        self.asked = 0
        self.latencies = []
        self.answers = {}

    def next_address(self):
        target = next(self.targets)
        self.asked += 1
        if self.plan["fresh"] is None:
            return target, target
        mark = "&" if "?" in target else "?"
        return target, f"{target}{mark}utm_n={self.plan['fresh'] + self.asked}"

    def carry_out(self):
        deadline = time.monotonic() + self.plan["seconds"]
        with selectors.DefaultSelector() as selector:
            for _ in range(self.plan["connections"]):
                connection = Connection(self.plan["port"])
                selector.register(connection.socket, selectors.EVENT_READ, connection)
                connection.ask(*self.next_address())
            start = time.perf_counter()
            while selector.get_map():
                ready = selector.select(LONGEST_WAIT)
                if not ready:
                    raise TimeoutError("The server does not answer")
                for key, _ in ready:
                    self.go_on(selector, key.data, deadline)
            return self.report(time.perf_counter() - start)

    def go_on(self, selector, connection, deadline):
        if not connection.read():
            return
        self.latencies.append(time.perf_counter() - connection.asked)
        self.keep(connection)
        if self.asked < self.plan["requests"] and time.monotonic() < deadline:
            connection.ask(*self.next_address())
        else:
            selector.unregister(connection.socket)
            connection.socket.close()

    def keep(self, connection):
        """Keep each different answer to a target once, for the bench to check."""
        digest = hashlib.sha1(connection.received[connection.head_end :]).hexdigest()
        found = self.answers.setdefault(connection.target, {})
        status = int(connection.received[9:12])
        if (digest, status) not in found:
            found[digest, status] = bytes(connection.received)

    def report(self, seconds):
        latencies = sorted(self.latencies)
        return {
            "requests": len(latencies),
            "seconds": seconds,
            "p95": latencies[int(len(latencies) * 0.95)],
            "answers": {
                target: [base64.b64encode(answer).decode() for answer in found.values()]
                for target, found in self.answers.items()
            },
        }


if __name__ == "__main__":
    json.dump(Run(json.load(sys.stdin)).carry_out(), sys.stdout)
