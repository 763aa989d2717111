"""How are a document's rows written with the least ado?

SQLAlchemy's own way of many rows binds each by name and cost as much as SQLite itself (0.6 of 1.6 ms a
document of 25 rows); here its compiled INSERT is kept and handed tuples. All columns are plain text, numbers
or truth values, which drivers take as they are.
"""

from functools import lru_cache

from sqlalchemy import Connection, Dialect, Table, insert

from sayso.record.rows import Row


def put_rows(conn: Connection, table: Table, rows: list[Row]) -> None:
    """Insert rows that all have the same columns."""
    if not rows:
        return
    sql, order = _compiled(conn.dialect, table, tuple(rows[0]))
    if order:
        conn.exec_driver_sql(sql, [tuple([row[name] for name in order]) for row in rows])
    else:
        conn.exec_driver_sql(sql, rows)


@lru_cache(maxsize=128)  # a dozen tables, a few sets of columns each
def _compiled(dialect: Dialect, table: Table, names: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The INSERT as the driver wants it; with the order of the values, where it takes them by position."""
    compiled = insert(table).compile(dialect=dialect, column_keys=list(names))
    order = getattr(compiled, "positiontup", None) or ()
    return str(compiled), tuple(order)
