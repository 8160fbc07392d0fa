"""PostgreSQL restarts: readers are told, then served again, and no acknowledged save is missing."""

import os
import shutil
import subprocess
import tempfile
from functools import partial
from pathlib import Path

import psycopg
import pytest
from django.conf import settings

from tests.collabportal.processes import free_port, gunicorn, manage

from .people import Curator, Reader, assert_more_is_acknowledged, at_work, until

PAGE = "/collaboratives/"
PASSWORD = "an otter under the bridge"


def programs():
    """Where the server's own programs are, the newest first."""
    installed = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: float(p.parent.name)
    )
    return [*map(str, reversed(installed)), *os.environ["PATH"].split(os.pathsep)]


INITDB = shutil.which("initdb", path=os.pathsep.join(programs()))
WITHOUT = (
    "There is no initdb on this machine: install PostgreSQL, for example apt install postgresql."
)

pytestmark = [
    pytest.mark.skipif(
        not settings.DATABASES["default"]["ENGINE"].endswith("postgresql"),
        reason="About PostgreSQL.",
    ),
    pytest.mark.xdist_group("cluster"),
    pytest.mark.skipif(not INITDB and not os.environ.get("CI"), reason=WITHOUT),
]


class Cluster:
    """A PostgreSQL server of our own, as durable as any: nothing is switched off for speed."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="collabportal-cluster-")
        self.port = free_port()
        self.address = f"postgres://postgres@127.0.0.1:{self.port}/postgres"
        self.as_root = os.geteuid() == 0
        if self.as_root:
            shutil.chown(self.folder, "postgres")
        self.run("initdb", "--username=postgres", "--auth=trust", "--encoding=UTF8", "--no-sync")

    def run(self, program, *arguments):
        """Run one of the server's programs, which refuse to be run by root."""
        subprocess.run(
            [Path(INITDB).with_name(program), "--pgdata", self.folder, *arguments],
            cwd=self.folder,
            user="postgres" if self.as_root else None,
            group="postgres" if self.as_root else None,
            extra_groups=[] if self.as_root else None,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            timeout=60,
            check=True,
        )

    def start(self):
        options = f"-h 127.0.0.1 -p {self.port} -k {self.folder}"
        self.run("pg_ctl", "--log", f"{self.folder}/log", "--wait", "-o", options, "start")

    def stop(self, mode="fast"):
        self.run("pg_ctl", "--mode", mode, "--wait", "stop")

    def ask(self, question):
        with psycopg.connect(self.address) as connection:
            return [value for (value,) in connection.execute(question)]


@pytest.fixture(scope="module")
def cluster():
    if not INITDB:
        pytest.fail(WITHOUT)
    cluster = Cluster()
    try:
        cluster.start()
        done = manage("migrate", "--verbosity=0", DATABASE_URL=cluster.address)
        assert done.returncode == 0, done.stderr
        curator = {"DATABASE_URL": cluster.address, "CURATOR_PASSWORD": PASSWORD}
        done = manage("create_curator", "--username=curator", **curator)
        assert done.returncode == 0, done.stderr
        yield cluster
    finally:
        cluster.stop("immediate")
        shutil.rmtree(cluster.folder)


@pytest.fixture
def server(cluster):
    given = {"DATABASE_URL": cluster.address, "SECURE": "off", "ALLOWED_HOSTS": "127.0.0.1"}
    with gunicorn(**given) as server:
        server.wait_until_it_answers()
        yield server


class Librarian(Curator):
    """A curator who signed in with the password, and adds themes."""

    def __init__(self, server):
        Reader.__init__(self, server)
        self.get("/admin/login/")
        token = self.cookies["csrftoken"].value
        signing_in = {"username": "curator", "password": PASSWORD, "csrfmiddlewaretoken": token}
        assert self.post("/admin/login/?next=/admin/", signing_in).status == 302
        self.acknowledged, self.refusals = [], []

    def add_until(self, enough, name):
        number = 0
        while not enough.is_set():
            number += 1
            theme = {"name": f"{name} {number}", "slug": f"{name}-{number}".lower()}
            try:
                answer = self.submit("/admin/directory/theme/add/", **theme)
            except OSError:
                enough.wait(0.1)
                continue
            if answer.status == 302:
                self.acknowledged.append(theme["name"])
            elif answer.status != 503:
                self.refusals.append(answer)


def test_readers_are_told_while_it_is_away_and_served_when_it_is_back(cluster, server):
    reader = Reader(server)
    page = reader.get(PAGE)
    assert page.status == 200

    cluster.stop()
    try:
        for path in (PAGE, "/", "/collaboratives.csv", "/nowhere/"):
            away = reader.get(path)
            assert away.status == 503, path
            assert away.headers["Retry-After"] == "10"
            assert away.headers["Cache-Control"] == "no-store"
            assert "Sorry, the service is unavailable" in away.text
            assert 'class="nhsuk-header' in away.text
        # A browser that has the page is not told that it still holds: nobody knows.
        assert reader.get_unless(page.etag, PAGE).status == 503
        ready = reader.get("/readyz")
        assert (ready.status, ready.text) == (503, "database: does not answer\n")
        assert reader.get("/healthz").status == 200
    finally:
        cluster.start()

    assert until(lambda: reader.get(PAGE).status == 200, 20)
    assert {reader.get(f"{PAGE}?utm_n={n}").status for n in range(30)} == {200}
    assert reader.get("/readyz").status == 200


def test_no_acknowledged_save_is_lost_when_it_crashes_and_restarts(cluster, server):
    curators = [Librarian(server) for _ in range(3)]
    adding = [partial(c.add_until, name=f"Theme-{n}") for n, c in enumerate(curators)]

    with at_work(*adding):
        for _ in range(2):
            assert_more_is_acknowledged(curators, 6)
            cluster.stop("immediate")
            cluster.start()
        assert until(lambda: Reader(server).get("/").status == 200, 20)

    kept = set(cluster.ask("SELECT name FROM directory_theme"))
    for curator in curators:
        assert set(curator.acknowledged) <= kept
