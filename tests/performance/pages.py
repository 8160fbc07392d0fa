"""Measuring pages: stored, made afresh, and sent by a bare application."""

import json
import tempfile
import time
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import median

from . import bare
from .answers import check, check_all, fetch
from .client import load
from .servers import serving

ROUNDS = 3


@dataclass(frozen=True)
class Effort:
    """How many requests make one figure."""

    bare: int = 3000
    stored: int = 3000
    afresh: int = 300


QUICK = Effort(600, 600, 80)


@dataclass(frozen=True)
class Figures:
    """What one run of the client gave."""

    rate: float
    p95: float
    cpu: float

    @classmethod
    def middle(cls, several):
        """The median of several runs, figure by figure."""
        return cls(*(median(getattr(f, name) for f in several) for name in ("rate", "p95", "cpu")))


@dataclass(frozen=True)
class Page:
    """One kind of page: as the bare application sends it, stored, and made afresh."""

    name: str
    size: int
    bare: Figures
    stored: Figures
    afresh: Figures


def measure_pages(address, expected, effort):
    """Each page's figures, after its answers were checked."""
    with serving(DATABASE_URL=address) as portal, tempfile.TemporaryDirectory() as folder:
        samples = {}
        for name, targets in expected.items():
            target, must_hold = next(iter(targets.items()))
            samples[name] = fetch(portal.port, target)
            check(target, samples[name], must_hold)
        file = Path(folder, "answers.json")
        kept = bare.kept({path_of(name): answer for name, answer in samples.items()})
        file.write_text(json.dumps(kept))
        with serving("tests.performance.bare:application", BENCH_ANSWERS=str(file)) as plain:
            for name, targets in expected.items():
                size = len(samples[name].content)
                yield measure_page(name, size, portal, plain, targets, effort)


def path_of(name):
    return "/" + name.replace(" ", "-")


def measure_page(name, size, portal, plain, targets, effort):
    """The three ways in turn, several times, so that a busy moment of the machine hits them all."""
    few = dict(islice(targets.items(), 4))
    for warm_up in (few, targets):
        timed(portal, warm_up, 40, fresh=None)
    timed(portal, targets, 20, fresh=unused_number())
    rounds = [
        (
            timed(plain, {path_of(name): None}, effort.bare),
            timed(portal, few, effort.stored),
            timed(portal, targets, effort.afresh, fresh=unused_number()),
        )
        for _ in range(ROUNDS)
    ]
    return Page(name, size, *(Figures.middle(several) for several in zip(*rounds, strict=True)))


def unused_number():
    """A number that no address of this run has had: the time, in microseconds."""
    return time.time_ns() // 1000


def timed(server, targets, requests, fresh=None):
    """One run of the client, its answers checked unless they are the bare application's."""
    before = server.cpu_seconds()
    report = load(server.port, list(targets), requests, fresh=fresh)
    used = server.cpu_seconds() - before
    if all(targets.values()):
        check_all(report, targets)
    count = report["requests"]
    return Figures(count / report["seconds"], report["p95"], used / count)
