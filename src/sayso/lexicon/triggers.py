"""Which words may name an act, of which type, and what must hold for it?"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from sayso.lexicon.grammar import forms_of
from sayso.lexicon.tables import rows
from sayso.model.mention import EventType, Realis

Terms = tuple[tuple[str, frozenset[str]], ...]  # ("w", {"to", "with"}): one of them must hold


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerRow:
    """One row of `triggers.tsv`."""

    words: str
    part: str  # "v", "n", "x"
    type: EventType
    mode: str | None
    frame: str  # "tr", "in", "pr", "mu", "un", "no", "ag"
    to: frozenset[str]
    of: str  # "a", "r" or ""
    needs: Terms
    unless: Terms
    realis: Realis | None
    count: str | None


@dataclass(frozen=True, slots=True)
class TriggerForm:
    """A form of a row as it may stand in a text. `tag`: V past, P participle only, S third person, G in -ing,
    B base, N noun, X as it stands."""

    words: tuple[str, ...]
    tag: str
    row: TriggerRow


def _terms(cell: str) -> Terms:
    out = []
    for term in filter(None, cell.split(",")):
        kind, _, values = term.strip().partition(":")
        out.append((kind, frozenset(filter(None, values.split("|")))))
    return tuple(out)


def _row(row: dict[str, str]) -> TriggerRow:
    return TriggerRow(
        words=row["words"],
        part=row["part"],
        type=EventType(row["type"]),
        mode=row["mode"] or None,
        frame=row["frame"],
        to=frozenset(filter(None, row["to"].split("|"))),
        of=row["of"],
        needs=_terms(row["needs"]),
        unless=_terms(row["unless"]),
        realis=Realis(row["realis"]) if row["realis"] else None,
        count=row["count"] or None,
    )


def plural_of(noun: str) -> str:
    """The regular plural of a noun's last word."""
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x", "z")) else "s")


def _doubled(head: str, past: str) -> str | None:
    """The letter that a listed regular past doubles: "kidnapped" gives "kidnapping"."""
    return past[:-2] + "ing" if past.endswith("ed") and past[:-2] == head + head[-1] else None


def _forms(row: TriggerRow, told: str) -> list[TriggerForm]:
    head, *tail = row.words.split()
    if row.part == "x":
        return [TriggerForm((head, *tail), "X", row)]
    if row.part == "n":
        plural = told or plural_of(row.words)
        return [TriggerForm((head, *tail), "N", row), TriggerForm(tuple(plural.split()), "N", row)]
    past, _, perfect = told.partition(" ")
    forms = forms_of(head, past, perfect)
    ing = {_doubled(head, past)} - {None} or forms.ing
    out = [TriggerForm((word, *tail), "P", row) for word in sorted(forms.participle - forms.past)]
    out += [TriggerForm((word, *tail), "V", row) for word in sorted(forms.past)]
    out += [TriggerForm((word, *tail), "S", row) for word in sorted(forms.third)]
    out += [TriggerForm((word, *tail), "G", row) for word in sorted(filter(None, ing))]
    if head not in forms.past:
        out.append(TriggerForm((head, *tail), "B", row))
    return out


@cache
def trigger_forms() -> Mapping[str, tuple[TriggerForm, ...]]:
    """For each first word of a form, the forms that begin so: longest first, else in the table's order."""
    out: dict[str, list[TriggerForm]] = {}
    for told in rows("triggers"):
        row = _row(told)
        for form in _forms(row, told["forms"]):
            out.setdefault(form.words[0], []).append(form)
    return MappingProxyType(
        {w: tuple(sorted(found, key=lambda f: -len(f.words))) for w, found in out.items()}
    )


@cache
def word_class(name: str) -> frozenset[str]:
    """The words of one class of `classes.tsv` ("war", "people"), in lower case."""
    return _classes()[name]


@cache
def _classes() -> Mapping[str, frozenset[str]]:
    return {row["class"]: frozenset(row["words"].split()) for row in rows("classes")}
