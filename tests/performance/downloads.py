"""Measuring the whole CSV: time, first byte and memory, beside one SQL query."""

import http.client
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from .answers import WrongAnswerError
from .servers import run, serving

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
LONGEST_WAIT = 900


@dataclass(frozen=True)
class Download:
    """The whole CSV's figures; memory in MiB, of the process that served it."""

    rows: int
    size: int
    seconds: float
    first_byte: float
    sql_seconds: float
    idle_memory: float
    peak_memory: float


def measure_download(address, published, rounds=1):
    """Export on a server that has done nothing yet, and the query; the best of some rounds."""
    found = [measure_once(address, published) for _ in range(rounds)]
    fastest = min(found, key=lambda download: download.seconds)
    sql_seconds = min(download.sql_seconds for download in found)
    return Download(**{**vars(fastest), "sql_seconds": sql_seconds})


def measure_once(address, published):
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = Path(folder, "portal.csv"), Path(folder, "query.csv")
        with serving(DATABASE_URL=address) as portal:
            site = f"http://127.0.0.1:{portal.port}"
            idle = portal.memory("VmRSS")
            first_byte, seconds = download(portal.port, ours)
            peak = portal.memory("VmHWM")
        sql_seconds = float(run("baseline", theirs, site, DATABASE_URL=address))
        compare(ours, theirs, published)
        size = ours.stat().st_size
    return Download(published, size, seconds, first_byte, sql_seconds, idle, peak)


def download(port, path):
    """Save the export; the seconds to its first byte and to its last."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=LONGEST_WAIT)
    start = time.perf_counter()
    connection.request("GET", "/collaboratives.csv")
    response = connection.getresponse()
    if response.status != 200:
        raise WrongAnswerError(f"/collaboratives.csv: {response.status}")
    with path.open("wb") as file:
        file.write(response.read(1))
        first_byte = time.perf_counter() - start
        while part := response.read1(1024 * 1024):
            file.write(part)
    return first_byte, time.perf_counter() - start


def compare(ours, theirs, published):
    """The export must be the query's rows, byte for byte, under its heading."""
    lines = 0
    with ours.open("rb") as export, theirs.open("rb") as query:
        if not export.readline().startswith(BYTE_ORDER_MARK + b"Name,Region(s),"):
            raise WrongAnswerError("/collaboratives.csv: the heading is not the agreed one")
        for lines, line in enumerate(export, start=1):
            if line != query.readline():
                raise WrongAnswerError(f"/collaboratives.csv: line {lines + 1} is not the query's")
    if lines != published:
        raise WrongAnswerError(f"/collaboratives.csv: {lines:,} rows instead of {published:,}")
