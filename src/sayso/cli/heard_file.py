"""Which heard/1 line does a run write for one input?"""

from collections.abc import Callable

from sayso.exchange.heard1 import encode
from sayso.exchange.heard1_write import to_line
from sayso.pipeline.run import Told
from sayso.record import read as records
from sayso.record.open import Record


def keeper(write: Callable[[str], None], record: Record | None) -> Callable[[Told], None]:
    """A function that writes the line of a document; what the record knew before is taken from there."""

    def keep(told: Told) -> None:
        heard = told.heard
        if heard is None and told.document and record is not None:
            heard = records.heard(record, told.document)
        if heard is not None:
            write(encode(to_line(heard, told.page)).decode() + "\n")

    return keep
