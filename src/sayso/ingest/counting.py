"""How many pages are to come, as far as that can be told beforehand?"""

from collections.abc import Sequence
from pathlib import Path

from sayso.ingest.places import places
from sayso.model.failure import Failure

BLOCK = 1 << 20


def count(inputs: Sequence[str]) -> int | None:
    """The number of pages, for a bar of progress; None where only reading would tell (stdin, gzip)."""
    total = 0
    for place in places(inputs):
        if isinstance(place, Failure):
            total += 1
        elif place.path is None or place.path.name.endswith((".jsonl.gz", ".ndjson.gz")):
            return None
        else:
            total += _lines(place.path)
    return total


def _lines(path: Path) -> int:
    """The lines of a file that begins with a brace, else 1."""
    try:
        with path.open("rb") as stream:
            head = stream.read(BLOCK)
            if not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
                return 1
            lines, last = 0, b""
            while head:
                lines, last = lines + head.count(b"\n"), head
                head = stream.read(BLOCK)
            return lines + (not last.endswith(b"\n"))
    except OSError:
        return 1
