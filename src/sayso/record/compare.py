"""In what do two records differ, but for when they were written?"""

from collections import Counter

from sqlalchemy import select

from sayso.record.open import Record
from sayso.record.schema import OF_RUN, metadata, runs

SHOWN = 3  # differing rows told per table and side
WIDE = 200  # characters of a row told


def differences(a: Record, b: Record) -> tuple[str, ...]:
    """What one of two records has and the other has not, table by table, as sentences; none where they are
    equal. Run ids and times, and the order of writing, do not count; the table of runs is not compared."""
    out: list[str] = []
    for table in metadata.sorted_tables:
        if table is runs:
            continue
        columns = [column for column in table.columns if column.info != OF_RUN]
        with a.reading() as ours, b.reading() as theirs:
            one = Counter(tuple(row) for row in ours.execute(select(*columns)))
            other = Counter(tuple(row) for row in theirs.execute(select(*columns)))
        for name, missing in ((a.where, one - other), (b.where, other - one)):
            for row in sorted(missing, key=repr)[:SHOWN]:
                told = ", ".join(f"{c.name}={v!r}" for c, v in zip(columns, row, strict=True))
                out.append(f"{table.name}: only in {name}: {told[:WIDE]}")
            if len(missing) > SHOWN:
                out.append(f"{table.name}: only in {name}: {len(missing) - SHOWN} more")
    return tuple(out)
