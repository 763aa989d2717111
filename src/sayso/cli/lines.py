"""How are heard/1 lines read from a file?"""

from collections import Counter
from pathlib import Path

from sayso.errors import InputError
from sayso.exchange.heard1 import decode_lines
from sayso.exchange.heard1_types import HeardLine


def heard_lines(path: Path) -> list[HeardLine]:
    """Every line of a heard/1 file. InputError names the file, the line and the place of a mistake."""
    try:
        with path.open("rb") as file:
            found = list(decode_lines(file, path.name))
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}") from error
    if not found:
        raise InputError(f"{path} holds no line")
    (most, times), *_ = Counter(line.id for line in found).most_common(1)
    if times > 1:
        raise InputError(f"{path} holds {most!r} {times} times: give each document its own id")
    return found
