"""Lists that the database hands over as one text: a row each would cost more than their text."""

from django.db.models import F, Subquery, TextField

# ASCII's unit, record and unit separator: a value may hold one of them, hardly three in a row.
SEPARATOR = "\x1f\x1e\x1f"


class Joined(Subquery):
    """One column of a query that refers to the outer row, in the query's order, as one text.

    NULL where the query finds nothing. `apart` makes a list of it again.
    """

    # SQLite keeps the order of a subquery under group_concat, though it promises to only with an
    # ORDER BY among its arguments, which came with version 3.44; PostgreSQL promises it of ARRAY.
    SQLITE = "(SELECT group_concat(one_value, char(31, 30, 31)) FROM (%(subquery)s))"
    POSTGRESQL = "array_to_string(ARRAY(%(subquery)s), chr(31) || chr(30) || chr(31))"

    def __init__(self, queryset, column):
        one = F(column) if isinstance(column, str) else column
        super().__init__(queryset.values(one_value=one), output_field=TextField())

    def as_sqlite(self, compiler, connection, **context):
        return self.as_sql(compiler, connection, template=self.SQLITE, **context)

    def as_postgresql(self, compiler, connection, **context):
        return self.as_sql(compiler, connection, template=self.POSTGRESQL, **context)


def apart(joined):
    """The values of a joined text.

    >>> apart("a\x1f\x1e\x1fb"), apart(None)
    (['a', 'b'], [])
    """
    return joined.split(SEPARATOR) if joined else []
