"""Clients that read slowly, or go away, cost nobody else anything."""

import os
import signal
import socket

import pytest

from directory.models import Collaborative, Interest
from tests.directory import factories as make

from .people import Reader, until

CSV = "/collaboratives/interests.csv"
ROWS = 20_000  # some 10 MB: more than sockets hold


@pytest.fixture
def many(transactional_db):
    """Enough interests for a download that lasts."""
    source = make.citation()
    alliances = Collaborative.objects.bulk_create(
        Collaborative(name=f"Alliance {n}", slug=f"alliance-{n}", status="published", summary="x")
        for n in range(ROWS // 100)
    )
    interests = Interest.objects.bulk_create(
        Interest(collaborative=alliance, kind="priority", order=n, text=f"{n} ".ljust(300, "x"))
        for alliance in alliances
        for n in range(100)
    )
    alliances[0].citations.add(source)  # this one will be saved by a curator
    cited = Interest.citations.through
    cited.objects.bulk_create(cited(interest=i, citation=source) for i in interests)
    return alliances


class SlowClient:
    """Asks for a download, and takes a byte at a time when told to."""

    def __init__(self, server, path):
        self.socket = socket.socket()
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        self.socket.settimeout(30)
        self.socket.connect(("127.0.0.1", server.port))
        request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
        self.socket.sendall(request.encode())

    def take_a_byte(self):
        return self.socket.recv(1)

    def take_the_rest(self):
        received = b""
        try:
            while part := self.socket.recv(1 << 20):
                received = received[-100:] + part
        except ConnectionError:
            return b""
        return received


@pytest.fixture
def slow_clients():
    clients = []

    def begin(server, number):
        clients.extend(SlowClient(server, CSV) for _ in range(number))
        assert all(client.take_a_byte() == b"H" for client in clients)
        return clients

    yield begin
    for client in clients:
        client.socket.close()


def test_slow_clients_stop_nobody_else(serve, curator, many, slow_clients):
    server = serve(WEB_CONCURRENCY="1")
    slow = slow_clients(server, 6)

    for n in range(5):
        assert Reader(server).get(f"/collaboratives/?utm_n={n}").status == 200
        assert all(client.take_a_byte() for client in slow)
    assert curator(server).save(many[0], summary="Saved meanwhile.").status == 302
    assert "Saved meanwhile." in Reader(server).get("/collaboratives/alliance-0/").text

    assert all(client.take_a_byte() for client in slow)  # they were being served all along


def test_a_download_that_was_cut_off_does_not_look_finished(serve, many, slow_clients):
    server = serve(WEB_CONCURRENCY="1")
    (client,) = slow_clients(server, 1)

    os.kill(server.workers()[0], signal.SIGKILL)

    assert not client.take_the_rest().endswith(b"0\r\n\r\n")  # how a whole one ends


def test_clients_that_go_away_leave_their_threads_to_others(serve, many, slow_clients):
    server = serve(WEB_CONCURRENCY="1")
    for client in slow_clients(server, 8):
        client.socket.close()

    assert until(lambda: Reader(server).get("/collaboratives/").status == 200, 30)
