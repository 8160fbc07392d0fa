"""The benchmarks: `make bench`, or `python -m tests.performance.bench --quick`.

Figures are ratios to what the same machine can do at the same moment, so they mean the same on a
slow machine and on a fast one. A wrong answer ends the bench with an error; a missed target is
only said. `BENCH_DATABASE_URL` names a PostgreSQL database whose server is used instead of SQLite.
"""

import argparse
import json
import subprocess
import sys

from . import report
from .answers import WrongAnswerError
from .downloads import measure_download
from .pages import QUICK, Effort, measure_pages
from .scratch import scratch_databases
from .servers import run

PAGES = (
    *("home", "list", "filtered list", "search", "profile"),
    *("case studies", "outcomes", "findings", "resources", "everything", "guide"),
)


def options():
    parser = argparse.ArgumentParser(description="Measure the portal against a bare application.")
    parser.add_argument("--quick", action="store_true", help="120 and 10,000, few requests")
    parser.add_argument("--sizes", type=int, nargs="+", help="numbers of collaboratives")
    parser.add_argument("--pages", nargs="*", choices=PAGES, default=PAGES, help="only these")
    parser.add_argument("--keep", metavar="FOLDER", help="keep the databases, use them again")
    chosen = parser.parse_args()
    chosen.sizes = chosen.sizes or ([120, 10_000] if chosen.quick else [120, 10_000, 100_000])
    return chosen


def main():
    chosen = options()
    pages, downloads = {}, {}
    print(report.EXPLANATION)
    with scratch_databases(chosen.sizes, chosen.keep) as addresses:
        for size, address in addresses.items():
            expected = json.loads(run("expected", DATABASE_URL=address))
            wanted = {name: expected["pages"][name] for name in chosen.pages}
            effort = QUICK if chosen.quick else Effort()
            pages[size] = list(measure_pages(address, wanted, effort))
            report.print_pages(size, pages[size])
            rounds = 1 if chosen.quick else 3
            downloads[size] = measure_download(address, expected["published"], rounds)
    report.print_downloads(downloads)
    report.print_targets(pages, downloads)


if __name__ == "__main__":
    try:
        main()
    except WrongAnswerError as wrong:
        sys.exit(f"Wrong answer: {wrong}")
    except subprocess.CalledProcessError as failed:
        sys.exit(f"Failed: {' '.join(map(str, failed.cmd))}")
