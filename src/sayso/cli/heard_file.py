"""Where do the heard/1 lines of a run go?"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from sayso.errors import SettingsError
from sayso.exchange.heard1 import encode
from sayso.exchange.heard1_write import to_line
from sayso.pipeline.run import Told
from sayso.record import read as records
from sayso.record.open import Record


@contextmanager
def heard_file(to: str, record: Record | None) -> Iterator[Callable[[Told], None]]:
    """A function that writes one line for each document; "-" is standard output.

    The lines stand in `OUT.part` until the run has ended, so that OUT is always whole.
    """
    if to == "-":
        yield lambda told: _write(sys.stdout.buffer, told, record)
        return
    out = Path(to)
    if out.is_dir() or not out.parent.is_dir():
        wrong = "is a folder" if out.is_dir() else "its folder does not exist"
        raise SettingsError(f"--to {to}: {wrong}; name a file")
    part = out.with_name(out.name + ".part")
    with part.open("wb") as stream:
        yield lambda told: _write(stream, told, record)
    part.replace(out)


def _write(stream: BinaryIO, told: Told, record: Record | None) -> None:
    heard = told.heard
    if heard is None and told.document and record is not None:
        heard = records.heard(record, told.document)
    if heard is not None:
        stream.write(encode(to_line(heard, told.page)) + b"\n")
