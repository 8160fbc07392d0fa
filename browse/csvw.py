"""What programs need to know of a CSV before they read it: W3C's metadata for tabular data.

See https://www.w3.org/TR/tabular-metadata/. The address is the CSV's with `-metadata.json` after
it, which is where readers of CSVW look.
"""

import re

from .columns import Type
from .exports import JOINER

MEDIA_TYPE = "application/csvm+json"
CONTEXT = ["http://www.w3.org/ns/csvw", {"@language": "en"}]
DIALECT = {"encoding": "utf-8", "header": True, "delimiter": ",", "lineTerminators": ["\r\n"]}
PARTIAL_DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"
DATATYPES = {
    Type.TEXT: "string",
    Type.CODE: "string",
    Type.NUMBER: "integer",
    Type.DECIMAL: "decimal",
    Type.DATE: {"base": "date", "format": "yyyy-MM-dd"},
    Type.PARTIAL_DATE: {"base": "string", "format": PARTIAL_DATE},
    Type.YES_NO: {"base": "boolean", "format": "Yes|No"},
    Type.ADDRESS: "anyURI",
}
SPECIAL = re.compile(r"[\\^$.|?*+(){}\[\]]")


def metadata(table, site, changed=None, query=""):
    """The description of one table's CSV; `site` is the start of every address here.

    `query` is the tail of the address where the columns depend on it.
    """
    return {
        "@context": CONTEXT,
        "url": f"{site}/{table.name}.csv{query}",
        "dc:title": table.title,
        "dc:description": f"{table.title}: {table.grain}.",
        "dc:source": "The publications that the column Sources names, or those it was made from.",
        "dc:license": {"@id": f"{site}/data/#licence"},
        **_dated(changed),
        "dialect": DIALECT,
        "tableSchema": _schema(table),
    }


def _dated(changed):
    if not changed:
        return {}
    return {"dc:modified": {"@value": f"{changed:%Y-%m-%dT%H:%M:%SZ}", "@type": "xsd:dateTime"}}


def _schema(table):
    schema = {"columns": [_column(column) for column in table.columns]}
    if table.identified_by:
        schema["primaryKey"] = [name_of(key) for key in table.identified_by]
    return schema


def _column(column):
    return {
        "name": name_of(column.key),
        "titles": column.heading,
        "dc:description": column.meaning,
        "dc:source": str(column.source),
        "datatype": _datatype(column),
        **({"separator": JOINER} if column.several else {}),
    }


def _datatype(column):
    """A column's type; where its values are fixed, a pattern that only they fit."""
    if column.fixed_values:
        values = [SPECIAL.sub(r"\\\g<0>", value) for value in column.fixed_values]
        return {"base": "string", "format": f"^({'|'.join(values)})$"}
    return DATATYPES[column.type]


def name_of(key):
    """A column's name as CSVW allows it.

    >>> name_of("section-next-steps")
    'section_next_steps'
    """
    return key.replace("-", "_")
