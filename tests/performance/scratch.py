"""Databases for the bench: made, used, thrown away."""

import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

from .servers import run


@contextmanager
def scratch_databases(sizes, keep=None):
    """A database address for each number of collaboratives, filled with that many.

    SQLite files in a temporary folder, or, where BENCH_DATABASE_URL names a PostgreSQL database,
    new databases beside it. `keep` is a folder that files stay in, to be used again.
    """
    server = os.environ.get("BENCH_DATABASE_URL")
    databases = postgresql(server, sizes, keep) if server else sqlite(sizes, keep)
    with databases as addresses:
        yield addresses


@contextmanager
def sqlite(sizes, keep):
    folder = Path(keep or tempfile.mkdtemp(prefix="collabportal-bench-"))
    folder.mkdir(exist_ok=True)
    try:
        addresses = {}
        for size in sizes:
            file = folder / f"{size}.sqlite3"
            addresses[size] = f"sqlite:///{file}"
            if not file.exists():
                fill(size, addresses[size])
        yield addresses
    finally:
        if not keep:
            shutil.rmtree(folder)


@contextmanager
def postgresql(server, sizes, keep):
    addresses, made = {}, []
    with psycopg.connect(server, autocommit=True) as connection:
        try:
            for size in sizes:
                addresses[size], name = beside(server, size)
                if not (keep and exists(connection, name)):
                    connection.execute(f'CREATE DATABASE "{name}"')
                    made.append(name)
                    fill(size, addresses[size])
                    analyse(addresses[size])
            yield addresses
        finally:
            for name in [] if keep else made:
                connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def beside(server, size):
    """The address and the name of the scratch database of this size."""
    parts = urlsplit(server)
    name = f"{parts.path.strip('/')}_bench_{size}"
    return urlunsplit(parts._replace(path="/" + name)), name


def exists(connection, name):
    query = "SELECT 1 FROM pg_database WHERE datname = %s"
    return connection.execute(query, [name]).fetchone() is not None


def fill(size, address):
    print(f"Making {size:,} collaboratives", flush=True)
    run("prepare", size, DATABASE_URL=address)


def analyse(address):
    """What autovacuum would have done by the time readers come."""
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")
