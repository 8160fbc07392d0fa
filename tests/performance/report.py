"""What the bench prints: figures as a table, and whether each target holds."""

from .pages import Page

MILLI, KIB = 1000, 1024

STORED_RATE = 0.35
FILTERED_COST = 50
GROWTH = {"filtered list": 1.5, "search": 5}
CSV_TIME = 1.5
CSV_MEMORY = 25

EXPLANATION = """
Server: gunicorn with the project's configuration, DEBUG off. Load: four keep-alive connections.
"Bare" is a WSGI application that sends the same bytes and headers under the same gunicorn.
"Stored" repeats an address; "afresh" gives each request an address of its own (&utm_n=…, which
lists ignore but which is part of a page's name), so that every page is made from the database
with the process's bit sets warm; searches go round many words, more than a process remembers.
Ratios are to the bare application in the same run; CPU is that of gunicorn's workers.
"""

HEADINGS = ("", "KiB", "bare", "stored", "", "afresh", "", "p95 of", "p95 of", "CPU of bare",
            "stored", "", "afresh", "")  # fmt: skip
UNITS = ("page", "sent", "req/s", "req/s", "ratio", "req/s", "ratio", "stored", "afresh", "µs",
         "µs", "ratio", "µs", "ratio")  # fmt: skip


def page_line(page: Page):
    """One row of the pages' table."""
    return (
        page.name,
        f"{page.size / KIB:.1f}",
        f"{page.bare.rate:.0f}",
        f"{page.stored.rate:.0f}",
        f"{page.stored.rate / page.bare.rate:.2f}",
        f"{page.afresh.rate:.0f}",
        f"{page.afresh.rate / page.bare.rate:.3f}",
        f"{page.stored.p95 * MILLI:.1f} ms",
        f"{page.afresh.p95 * MILLI:.1f} ms",
        f"{page.bare.cpu * MILLI**2:.0f}",
        f"{page.stored.cpu * MILLI**2:.0f}",
        f"{page.stored.cpu / page.bare.cpu:.1f}",
        f"{page.afresh.cpu * MILLI**2:.0f}",
        f"{page.afresh.cpu / page.bare.cpu:.1f}",
    )


def print_table(lines):
    """Columns as wide as they need to be: the first to the left, the others to the right."""
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for first, *rest in lines:
        cells = [text.rjust(width) for text, width in zip(rest, widths[1:], strict=True)]
        print("  ".join([first.ljust(widths[0]), *cells]).rstrip())


def print_pages(size, pages):
    """The pages' figures for one number of collaboratives."""
    print(f"\n{size:,} collaboratives")
    print_table([HEADINGS, UNITS, *map(page_line, pages)])


def print_downloads(downloads):
    """The whole CSV's figures, for each number of collaboratives."""
    print("\nThe whole /collaboratives.csv, beside one SQL query of the same rows to csv.writer")
    headings = ("rows", "MiB", "seconds", "query", "ratio", "first byte", "ratio", "idle", "peak")
    lines = [headings] + [
        (
            f"{d.rows:,}",
            f"{d.size / KIB**2:.1f}",
            f"{d.seconds:.2f}",
            f"{d.sql_seconds:.2f}",
            f"{d.seconds / d.sql_seconds:.2f}",
            f"{d.first_byte:.2f} s",
            f"{d.first_byte / d.sql_seconds:.2f}",
            f"{d.idle_memory:.0f} MiB",
            f"{d.peak_memory:.0f} MiB",
        )
        for d in downloads.values()
    ]
    print_table(lines)


def print_targets(pages, downloads):
    """Whether each promise holds, with the figure."""
    print("\nTargets")
    for said, figure, limit, holds in targets(pages, downloads):
        print(f"  {'holds' if holds else 'MISSED':6}  {said}: {figure:.2f} (limit {limit})")


def targets(pages, downloads):
    """Each target, its figure, its limit, and whether it holds."""
    small, large = min(pages), max(pages)
    slowest = min(p.stored.rate / p.bare.rate for some in pages.values() for p in some)
    yield (
        "stored pages, requests a second of the bare application's, at worst",
        slowest, STORED_RATE, slowest >= STORED_RATE,
    )  # fmt: skip
    by_name = {size: {page.name: page for page in some} for size, some in pages.items()}
    if filtered := by_name[small].get("filtered list"):
        cost = filtered.afresh.cpu / filtered.bare.cpu
        said = f"filtered list afresh at {small:,}, CPU of the bare application's"
        yield said, cost, FILTERED_COST, cost <= FILTERED_COST
    for name, limit in GROWTH.items():
        if name in by_name[small]:
            growth = by_name[large][name].afresh.cpu / by_name[small][name].afresh.cpu
            yield (
                f"{name} afresh at {large:,}, CPU of that at {small:,}",
                growth,
                limit,
                growth <= limit,
            )
    ratio = downloads[large].seconds / downloads[large].sql_seconds
    yield f"CSV at {large:,}, seconds of the query's", ratio, CSV_TIME, ratio <= CSV_TIME
    more = downloads[large].peak_memory - downloads[small].peak_memory
    yield f"CSV at {large:,}, MiB more than at {small:,}", more, CSV_MEMORY, more <= CSV_MEMORY
