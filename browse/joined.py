"""Lists that the database hands over as one text: a row each would cost more than their text."""

from django.db.models import Subquery, TextField, Value
from django.db.models.functions import Replace

UNIT_SEPARATOR = "\x1f"  # what ASCII has for this; pasted into a value, it becomes a space


class Joined(Subquery):
    """One column of a query that refers to the outer row, in the query's order, as one text.

    NULL where the query finds nothing. `apart` makes a list of it again.
    """

    # SQLite keeps the order of a subquery under group_concat, though it promises to only with an
    # ORDER BY among its arguments, which came with version 3.44; PostgreSQL promises it of ARRAY.
    SQLITE = "(SELECT group_concat(one_value, char(31)) FROM (%(subquery)s))"
    POSTGRESQL = "array_to_string(ARRAY(%(subquery)s), chr(31))"

    def __init__(self, queryset, column):
        whole = Replace(column, Value(UNIT_SEPARATOR), Value(" "), output_field=TextField())
        super().__init__(queryset.values(one_value=whole), output_field=TextField())

    def as_sqlite(self, compiler, connection, **context):
        return self.as_sql(compiler, connection, template=self.SQLITE, **context)

    def as_postgresql(self, compiler, connection, **context):
        return self.as_sql(compiler, connection, template=self.POSTGRESQL, **context)


def apart(joined):
    """The values of a joined text.

    >>> apart("a\x1fb"), apart(None)
    (['a', 'b'], [])
    """
    return joined.split(UNIT_SEPARATOR) if joined else []
