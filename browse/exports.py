"""The same list as a file: CSV streamed row by row, XLSX written to disk, JSON streamed too.

A row is a dict of text, or of lists where a cell holds several values.
"""

import csv
import io
import tempfile
from dataclasses import dataclass
from itertools import chain, islice
from numbers import Real

import xlsxwriter
from django.core.serializers.json import DjangoJSONEncoder
from django.http import FileResponse, StreamingHttpResponse
from django.utils import timezone

LINES = 100  # written at a time: more take memory and gain nothing
JOINER = "; "
METADATA = ".csv-metadata.json"  # after a table's name: what programs need to know of its CSV
BYTE_ORDER_MARK = "\ufeff"
RUNS_IN_A_SPREADSHEET = frozenset("=+-@\t\r\n＝＋－＠")
DEFUSED = RUNS_IN_A_SPREADSHEET | {"'"}
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
XLSX_LONGEST_CELL = 32_767
XLSX_MOST_ROWS = 1_048_575  # below the heading
UNPRINTABLE = {c: None for c in range(32) if chr(c) not in "\t\n\r"}


class Export:
    """A table of what was found, ready to leave in any format."""

    def __init__(self, found, table, site):
        self.found = found
        self.table = table
        self.site = site

    @property
    def page_address(self):
        """The page that shows the same list, or all of it where pages don't filter."""
        listing = self.found.listing
        filtered = self.found.selection.querystring() if listing.template else ""
        return self.site + listing.address + filtered

    @property
    def metadata_address(self):
        """Where programs find what they need to know of this CSV."""
        return f"{self.site}/{self.table.name}{METADATA}{self.found.selection.querystring()}"

    @property
    def keys_at_once(self):
        """How many keys are read together."""
        return self.table.keys_at_once

    def chunks(self):
        """The rows of everything found, in order, read as many keys at a time as the table says."""
        keys = iter(self.found.ordered_keys())
        while some := list(islice(keys, self.keys_at_once)):
            yield self.table.rows(some, self.site)

    def rows(self):
        """The same, row by row."""
        return chain.from_iterable(self.chunks())

    def filename(self, extension):
        """The list's name and today's date."""
        name = self.table.name.replace("/", "-")
        return f"{name}-{timezone.localdate():%Y-%m-%d}.{extension}"

    def filter_applied(self):
        """The filter as the address gives it: each parameter with its values."""
        selection = self.found.selection
        applied = {"q": [selection.query]} if selection.query else {}
        applied |= {name: list(values) for name, values in selection.chosen.items()}
        return applied | ({"sort": [selection.sort]} if selection.sort else {})


def cell(value):
    """A value as one cell of text."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return joined(value)
    return "" if value is None else str(value)


def joined(values):
    """Several values in one cell, which fall apart again only where they were joined.

    >>> joined(["Chair; chief executive", "Director"])
    'Chair, chief executive; Director'
    """
    text = JOINER.join(values)
    if text.count(JOINER) < len(values):
        return text
    return JOINER.join(value.replace(JOINER, ", ") for value in values)


def defused(text):
    """Text that no spreadsheet runs: a leading apostrophe where it would.

    >>> defused("=1+1"), defused("plain"), defused("'quoted")
    ("'=1+1", 'plain', "''quoted")
    """
    return f"'{text}" if text[:1] in DEFUSED else text


def csv_cell(value):
    """A value as a cell of CSV: `defused(cell(value))`, without a call for each of the two.

    >>> csv_cell(["=1+1", "2"]), csv_cell(None), csv_cell(3)
    ("'=1+1; 2", '', '3')
    """
    kind = type(value)
    text = value if kind is str else joined(value) if kind is list else cell(value)
    return f"'{text}" if text[:1] in DEFUSED else text


def csv_response(export):
    """RFC 4180, UTF-8 with a byte-order mark, CRLF, streamed in constant memory."""
    response = StreamingHttpResponse(_csv_blocks(export), content_type="text/csv; charset=utf-8")
    response["Link"] = f'<{export.metadata_address}>; rel="describedby"'
    return _attached(response, export.filename("csv"))


def _csv_blocks(export):
    block = io.StringIO(BYTE_ORDER_MARK, newline="")
    block.seek(0, io.SEEK_END)
    write = csv.writer(block).writerow
    write([column.heading for column in export.table.columns])
    keys = [column.key for column in export.table.columns]
    for number, row in enumerate(export.rows(), start=1):
        write([csv_cell(row[key]) for key in keys])
        if number % LINES == 0:
            yield _taken(block)
    yield _taken(block)


def _taken(block):
    """What a block holds; it is empty afterwards."""
    text = block.getvalue()
    block.seek(0)
    block.truncate()
    return text


def json_response(export):
    """A list under `results`, after it `count`, and the filter that was applied, streamed."""
    response = StreamingHttpResponse(_json_parts(export), content_type="application/json")
    return _attached(response, export.filename("json"))


def _json_parts(export):
    head = {"filter": export.filter_applied(), "page": export.page_address, "made": timezone.now()}
    encode = DjangoJSONEncoder(ensure_ascii=False).encode
    yield encode(head)[:-1] + ', "results": ['
    count = 0
    for count, row in enumerate(export.rows(), start=1):
        separator = ",\n" if count > 1 else "\n"
        yield separator + encode({c.heading: row[c.key] for c in export.table.columns})
    yield f'\n], "count": {count}}}\n'


def xlsx_response(export):
    """One sheet of data with a frozen, filterable header, and one that says what it is."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it once sent
    book = xlsxwriter.Workbook(
        file,
        {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False},
    )
    held = _write_data(book, export)
    _write_about(book, export, held)
    book.close()
    file.seek(0)
    return FileResponse(
        file, as_attachment=True, filename=export.filename("xlsx"), content_type=XLSX_TYPE
    )


@dataclass
class Held:
    """How much of an export its sheet of data holds."""

    rows: int = 0
    shortened: int = 0
    is_cut: bool = False

    def lines(self):
        """The same in words; what a sheet has no room for is never left out unsaid."""
        yield "Rows found", f"more than {self.rows}" if self.is_cut else str(self.rows)
        if self.is_cut:
            yield "Rows left out", f"All after the first {self.rows:,}. The CSV file has them."
        if self.shortened:
            limit = f"a cell holds {XLSX_LONGEST_CELL:,} characters"
            yield "Cells shortened", f"{self.shortened:,}: {limit}. The CSV file has the whole."


def _write_data(book, export):
    """Fill the sheet of data, as far as it goes."""
    columns, rows, held = export.table.columns, export.rows(), Held()
    sheet = _headed_sheet(book, columns)
    for row in islice(rows, XLSX_MOST_ROWS):
        held.rows += 1
        for place, column in enumerate(columns):
            held.shortened += _write_cell(sheet, held.rows, place, row[column.key])
    sheet.autofilter(0, 0, held.rows, len(columns) - 1)
    held.is_cut = next(rows, None) is not None
    return held


def _headed_sheet(book, columns):
    sheet = book.add_worksheet("Data")
    sheet.set_column(0, len(columns) - 1, 28)
    sheet.freeze_panes(1, 1)
    sheet.write_row(0, 0, [c.heading for c in columns], book.add_format({"bold": True}))
    return sheet


def _write_cell(sheet, row, place, value):
    """Write a number as one, anything else as text; whether it had to be shortened."""
    if isinstance(value, Real) and not isinstance(value, bool):
        sheet.write_number(row, place, value)
        return False
    text = cell(value).translate(UNPRINTABLE)
    sheet.write_string(row, place, text[:XLSX_LONGEST_CELL])
    return len(text) > XLSX_LONGEST_CELL


def _write_about(book, export, held):
    sheet = book.add_worksheet("About")
    sheet.set_column(0, 1, 60)
    lines = [
        ("List", export.table.title),
        *held.lines(),
        *((name, cell(values)) for name, values in export.filter_applied().items()),
        ("Made", f"{timezone.localtime():%-d %B %Y at %H:%M}"),
        ("From", export.page_address),
        *((column.heading, column.meaning) for column in export.table.columns),
    ]
    for row, (name, value) in enumerate(lines):
        sheet.write_string(row, 0, name)
        sheet.write_string(row, 1, value[:XLSX_LONGEST_CELL])


def _attached(response, filename):
    response["Content-Disposition"] = f'attachment; filename="{filename}"'
    return response


FORMATS = {"csv": csv_response, "xlsx": xlsx_response, "json": json_response}
