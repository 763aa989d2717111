"""Which words lay a content at somebody's door, and how does it hang on them?"""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from sayso.lexicon.grammar import forms_of
from sayso.lexicon.tables import rows
from sayso.model.readout import CueKind
from sayso.model.statement import Stance


class Cue(NamedTuple):
    """One row of `cues.tsv`."""

    lemma: str
    word_class: str  # verb, noun, adjective, phrase, adverb
    kind: CueKind
    frames: Mapping[str, Stance]  # each frame with the stance that it has
    stance: Stance
    noun_too: bool


class Form(NamedTuple):
    """One form of a cue: V finite (past, third person), P participle only, G in -ing, B base, N noun."""

    cue: Cue
    tag: str


def _cue(row: dict[str, str]) -> Cue:
    stance = Stance(row["stance"])
    frames = {}
    for told in row["frames"].split():
        name, _, other = told.partition(":")
        frames[name] = Stance(other) if other else stance
    return Cue(row["lemma"], row["class"], CueKind(row["kind"]), frames, stance, row["noun"] == "y")


@cache
def cue_forms() -> Mapping[str, tuple[tuple[tuple[str, ...], Form], ...]]:
    """For each first word of a form: the words of the forms that begin so, longest first."""
    out: dict[str, list[tuple[tuple[str, ...], Form]]] = {}
    for row in rows("cues"):
        cue = _cue(row)
        found: list[tuple[tuple[str, ...], Form]] = []
        if cue.word_class == "verb":
            head, _, rest = cue.lemma.partition(" ")
            past = "/".join(p.split()[0] for p in row["past"].split("/") if p)
            perfect = "/".join(p.split()[0] for p in row["participle"].split("/") if p)
            forms = forms_of(head, past, perfect)
            tail = tuple(rest.split())
            found += [((word, *tail), Form(cue, "P")) for word in forms.participle - forms.past]
            found += [((word, *tail), Form(cue, "V")) for word in forms.past]
            found += [((word, *tail), Form(cue, "S")) for word in forms.third]
            found += [((word, *tail), Form(cue, "G")) for word in forms.ing]
            found += [((head, *tail), Form(cue, "B"))] if head not in forms.past else []
        elif cue.word_class == "noun":
            plural = cue.lemma + "s" if not cue.lemma.endswith("y") else cue.lemma[:-1] + "ies"
            found += [((cue.lemma,), Form(cue, "N")), ((plural,), Form(cue, "N"))]
        else:
            found += [(tuple(cue.lemma.split()), Form(cue, "-"))]
        for words, form in found:
            out.setdefault(words[0], []).append((words, form))
    return {first: tuple(sorted(told, key=lambda t: -len(t[0]))) for first, told in out.items()}
