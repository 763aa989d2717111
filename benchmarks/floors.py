"""Which figure may not be worse than what, on which corpus?

`floors.toml` holds them. A measured figure below its floor fails the run. `--raise` lifts floors to what
was just measured (never lowers one); lowering takes `--lower NAME --because "a sentence"`, which is kept.
"""

import hashlib
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

FILE = Path(__file__).with_name("floors.toml")
NOISE = 0.0005  # one flipped segment moves an F1 by about this much: no failure for that


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Something measured. `corpus` is the digest of what it was measured on, "" for generated input."""

    name: str
    value: float
    corpus: str = ""
    better: str = "up"  # "up": larger is better; "down": smaller is


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """The least (or, where smaller is better, the greatest) a figure may be."""

    name: str
    value: float
    corpus: str = ""
    better: str = "up"
    because: str = ""  # why it was lowered, if it was


def digest_of(paths: Iterable[Path]) -> str:
    """Twelve hexadecimal digits over names and bytes of the files."""
    total = hashlib.sha256()
    for path in sorted(paths):
        total.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()[:12]


def read(file: Path = FILE) -> dict[str, Floor]:
    """The floors by name."""
    table = tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    return {name: Floor(name=name, **row) for name, row in table.items()}


def write(floors: Iterable[Floor], file: Path = FILE) -> None:
    """Writes the floors, sorted by name."""
    parts = ['# Written by benchmarks.floors; lower one only with --lower NAME --because "a sentence".\n']
    for floor in sorted(floors, key=lambda f: f.name):
        row = [f'["{floor.name}"]', f"value = {floor.value:.4f}"]
        row += [f'better = "{floor.better}"', f'corpus = "{floor.corpus}"']
        if floor.because:
            words = floor.because.replace("\\", "\\\\").replace('"', '\\"')
            row.append(f'because = "{words}"')
        parts.append("\n".join(row) + "\n")
    file.write_text("\n".join(parts), encoding="utf-8")


def complaint(figure: Figure, floors: dict[str, Floor]) -> str | None:
    """What is wrong with a figure, or None."""
    floor = floors.get(figure.name)
    if floor is None:
        return None
    if floor.corpus != figure.corpus:
        return f"{figure.name}: measured on another corpus ({figure.corpus}) than its floor ({floor.corpus})"
    short = floor.value - figure.value if floor.better == "up" else figure.value - floor.value
    if short <= NOISE:
        return None
    return f"{figure.name}: {figure.value:.4f} is worse than its floor {floor.value:.4f}"


def lifted(figures: Iterable[Figure], floors: dict[str, Floor]) -> dict[str, Floor]:
    """The floors raised to the figures; none is lowered, a new figure gets a floor."""
    out = dict(floors)
    for figure in figures:
        old = out.get(figure.name)
        new = Floor(name=figure.name, value=figure.value, corpus=figure.corpus, better=figure.better)
        if old is None or old.corpus != figure.corpus:
            out[figure.name] = new
        elif (figure.value > old.value) == (figure.better == "up") and figure.value != old.value:
            out[figure.name] = replace(new, because="")
    return out


def lowered(figure: Figure, floors: dict[str, Floor], because: str) -> dict[str, Floor]:
    """The floors with one set to what was measured. Raises ValueError without a sentence."""
    if len(because.split()) < 4:
        raise ValueError('lowering a floor takes a sentence: --because "…"')
    row = {"name": figure.name, "corpus": figure.corpus, "better": figure.better}
    return {**floors, figure.name: Floor(value=figure.value, because=because, **row)}
