"""How is a table of words read?"""

from functools import cache
from importlib.resources import files

from sayso.errors import LexiconError


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `lexicon/NAME.tsv`: tab-separated, the first line names the columns, # begins a comment."""
    return tuple(row for _, row in numbered_rows(name))


def numbered_rows(name: str) -> tuple[tuple[int, dict[str, str]], ...]:
    """The rows of a table, each with the number of its line."""
    lines = (files("sayso.lexicon") / f"{name}.tsv").read_text(encoding="utf-8").split("\n")
    told = [(i, line) for i, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    header = told[0][1].split("\t")
    out = []
    for number, line in told[1:]:
        cells = line.split("\t")
        if len(cells) > len(header):
            raise LexiconError(f"{name}.tsv, line {number}: {len(cells)} cells for {len(header)} columns")
        row = dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True))
        out.append((number, row))
    return tuple(out)
