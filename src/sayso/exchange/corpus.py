"""How are the lines of an annotated corpus read, each checked against its form?"""

from collections import Counter
from pathlib import Path
from typing import Protocol, TypeVar

import msgspec

from sayso.errors import InputError


class Line(Protocol):
    """A line of a corpus."""

    @property
    def id(self) -> str:
        """The name of the text."""
        ...


L = TypeVar("L", bound=Line)


def corpus_lines(path: Path, kind: type[L], *, form: str, unique: bool = True) -> list[L]:
    """Every line of the file as a `kind`; fields of other names are passed over.

    `form` says in a few words what a line should look like. InputError names the file, the line and what to
    do where the file cannot be read, is empty, has a broken line or one of another form, or, where ids are to
    be `unique`, has one twice.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}; give a JSONL file") from error
    out = [
        _line(line, kind, f"{path.name}, line {number}", form)
        for number, line in enumerate(raw.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1)
        if line.strip()
    ]
    if not out:
        raise InputError(f"{path} holds no line; each should be {form}")
    (most, times), *_ = Counter(line.id for line in out).most_common(1)
    if unique and times > 1:
        raise InputError(f"{path} holds {most!r} {times} times: give each text its own id")
    return out


def _line(raw: bytes, kind: type[L], where: str, form: str) -> L:
    try:
        return msgspec.json.decode(raw, type=kind)
    except UnicodeDecodeError as error:
        raise InputError(f"{where}: not UTF-8; save the file as UTF-8") from error
    except RecursionError as error:
        raise InputError(f"{where}: nested too deep; each line should be {form}") from error
    except msgspec.ValidationError as error:
        raise InputError(f"{where}: {str(error).replace('`', '')}; each line should be {form}") from error
    except msgspec.DecodeError as error:
        raise InputError(f"{where}: no JSON ({error}); mend or remove the line") from error
