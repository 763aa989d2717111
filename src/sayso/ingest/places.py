"""Which files do the words of a command line mean, and what is each called?"""

import glob
import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sayso.model.failure import Failure, Stage

STDIN: Final = "-"
_GLOB: Final = frozenset("*?[")
# What lies beside reports and is none: records and half-written results, settings, tables, code, notes.
# By name, since settings are plain text like a report; a file that is named itself is read all the same.
_BESIDE: Final = (
    *(".sqlite", ".sqlite-wal", ".sqlite-shm", ".part"),
    *(".toml", ".ini", ".cfg", ".yaml", ".yml", ".csv", ".tsv", ".log", ".css", ".js", ".py", ".sh"),
)
_RESULT: Final = b'{"format":"heard/1"'
_NOTES: Final = ("readme", "license", "licence", "changelog", "makefile")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A file to read, or standard input (`path` None)."""

    path: Path | None
    source: str  # as worded
    name: str = ""


def places(inputs: Sequence[str]) -> Iterator[Place | Failure]:
    """The files that the inputs mean, in the order given and, within folders and globs, of their paths.

    In folders, what is hidden and what lies beside reports (records, settings, tables, code, READMEs) is
    passed over; a file that several inputs mean comes once.
    """
    seen: set[str] = set()
    for words in inputs:
        for place in _meant(words):
            if isinstance(place, Failure) or place.path is None:
                yield place
                continue
            real = os.path.realpath(place.path)
            if real not in seen:
                seen.add(real)
                yield place


def named(found: Sequence[Place | Failure]) -> tuple[Place | Failure, ...]:
    """The places with their names: the file's without suffix, with its folder where two would be the same."""
    names = _names([place.path for place in found if isinstance(place, Place) and place.path])
    return tuple(
        Place(path=place.path, source=place.source, name=names[place.path] if place.path else "stdin")
        if isinstance(place, Place)
        else place
        for place in found
    )


def _meant(words: str) -> Iterator[Place | Failure]:
    if words == STDIN:
        yield Place(path=None, source=STDIN)
        return
    if "\x00" in words:
        yield _failure(words, "missing", "no file has such a name")
        return
    path = Path(words)
    try:
        if path.is_dir():
            yield from _in_folder(path, (os.path.realpath(path),))
            return
        if path.exists():
            yield Place(path=path, source=words)
            return
        if path.is_symlink():
            yield _failure(words, "missing", f"{words} is a link to a file that is not there")
            return
    except OSError as error:
        yield _failure(words, "unreadable", f"{words} cannot be read ({error.strerror or error})")
        return
    if not _GLOB & set(words):
        yield _failure(words, "missing", f"there is no file {words}: check the path")
        return
    matches = sorted(glob.glob(words, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
    if not matches:
        yield _failure(words, "no-match", f"no file matches {words}: check the pattern")
    for match in matches:
        yield from _meant_by_match(match)


def _meant_by_match(match: str) -> Iterator[Place | Failure]:
    path = Path(match)
    if path.is_dir():  # "folder/**" matches folders, too; their files are matches of their own
        if not match.endswith("/"):
            return
        yield from _in_folder(path, (os.path.realpath(path),))
    elif path.exists():
        yield Place(path=path, source=match)
    else:
        yield _failure(match, "missing", f"{match} is a link to a file that is not there")


def _in_folder(folder: Path, above: tuple[str, ...]) -> Iterator[Place | Failure]:
    """The files of a folder and of the folders in it, by name; a link back to a folder above is a failure."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield _failure(str(folder), "unreadable", f"{folder} cannot be read ({error.strerror or error})")
        return
    if not entries and len(above) == 1:
        yield _failure(str(folder), "no-files", f"{folder} holds no files: check the path")
    for entry in entries:
        if entry.name.startswith(".") or _is_beside(entry.name.lower()):
            continue
        path = Path(entry.path)
        try:
            is_folder, is_file = path.is_dir(), path.is_file()
        except OSError as error:
            yield _failure(str(path), "unreadable", f"{path} cannot be read ({error.strerror or error})")
            continue
        if is_folder:
            real = os.path.realpath(path)
            if real in above:
                yield _failure(
                    str(path), "loop", f"{path} links back to a folder that it lies in: remove the link"
                )
            else:
                yield from _in_folder(path, (*above, real))
        elif is_file:
            if not _is_result(path):
                yield Place(path=path, source=str(path))
        elif entry.is_symlink():
            yield _failure(str(path), "missing", f"{path} is a link to a file that is not there")
        else:
            yield _failure(str(path), "no-file", f"{path} is a device or a pipe: give it by its own name")


def _is_result(path: Path) -> bool:
    """Whether a file holds what `--to` wrote: reading it again would double every report."""
    if path.suffix != ".jsonl":
        return False
    try:
        with path.open("rb") as stream:
            return stream.read(len(_RESULT)) == _RESULT
    except OSError:
        return False  # told when it is read


def _is_beside(name: str) -> bool:
    return name.endswith(_BESIDE) or name.partition(".")[0] in _NOTES


def _names(paths: Sequence[Path]) -> dict[Path, str]:
    """Each path's name: as short as it can be without two the same."""
    names: dict[Path, str] = {}
    groups: dict[str, list[Path]] = defaultdict(list)
    for path in dict.fromkeys(paths):
        groups[_stem(path)].append(path)
    taken = {name for name, group in groups.items() if len(group) == 1}
    for name, group in groups.items():
        if len(group) == 1:
            names[group[0]] = name
            continue
        for form in (_with_folder, _with_folder_and_suffix, str):
            forms = [form(path) for path in group]
            if len(set(forms)) == len(forms) and not taken & set(forms):
                break
        names.update(zip(group, forms, strict=True))
        taken.update(forms)
    return names


def _stem(path: Path) -> str:
    """The file's name without its suffix; without both of "page.html.gz"."""
    name = path.name[:-3] if path.name.lower().endswith(".gz") and len(path.name) > 3 else path.name
    return Path(name).stem or name


def _with_folder(path: Path) -> str:
    return f"{_folder(path)}/{_stem(path)}"


def _with_folder_and_suffix(path: Path) -> str:
    return f"{_folder(path)}/{path.name}"


def _folder(path: Path) -> str:
    return path.parent.name or path.absolute().parent.name


def _failure(name: str, reason: str, detail: str) -> Failure:
    return Failure(stage=Stage.INPUT, reason=reason, detail=detail, name=name)
