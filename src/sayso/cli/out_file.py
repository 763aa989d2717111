"""How is a result written to a file, whole or not at all?"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sayso.errors import SettingsError

STDOUT = Path("-")


@contextmanager
def out_file(path: Path | None) -> Iterator[Callable[[str], None]]:
    """A function that writes text as UTF-8 to the file; to standard output for "-"; nowhere without a path.

    What is written stands in `FILE.part` until the end, so that the file is always whole. What is no plain
    file (a device, a pipe) is written to as it is, never replaced.
    """
    if path is None:
        yield lambda text: None
        return
    if path == STDOUT:
        yield lambda text: _write(sys.stdout.buffer.write, text)
        return
    if path.is_dir() or not path.parent.is_dir():
        wrong = "is a folder" if path.is_dir() else "lies in a folder that does not exist"
        raise SettingsError(f"--to {path} {wrong}: name a file")
    if path.exists() and not path.is_file():
        with path.open("wb") as file:
            yield lambda text: _write(file.write, text)
        return
    path = path.resolve()  # through a link to what it stands for: the link stays
    part = path.with_name(path.name + ".part")
    try:
        with part.open("wb") as file:
            yield lambda text: _write(file.write, text)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _write(write: Callable[[bytes], int], text: str) -> None:
    write(text.encode("utf-8"))
