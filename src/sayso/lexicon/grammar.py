"""Which closed classes does a word belong to, and which forms does a verb take?"""

from functools import cache
from typing import NamedTuple

from sayso.lexicon.tables import rows

_VOWELS = "aeiou"


class Forms(NamedTuple):
    """The forms of one verb; a form may be spelled in two ways."""

    third: frozenset[str]
    past: frozenset[str]
    participle: frozenset[str]
    ing: frozenset[str]


def forms_of(lemma: str, past: str = "", participle: str = "") -> Forms:
    """The inflected forms of an English verb; irregular ones are told, several joined with "/"."""
    stems = {lemma}
    if lemma in words_of("doubling"):
        stems = {lemma + lemma[-1]}
    elif lemma in words_of("doubling-or-not"):
        stems = {lemma, lemma + lemma[-1]}
    if lemma.endswith("e"):
        regular, ing = {lemma + "d"}, {lemma[:-1] + "ing"}
    elif lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        regular, ing = {lemma[:-1] + "ied"}, {lemma + "ing"}
    else:
        regular, ing = {stem + "ed" for stem in stems}, {stem + "ing" for stem in stems}
    if lemma.endswith("ie"):
        ing = {lemma[:-2] + "ying"}
    elif lemma.endswith(("ee", "ye", "oe")):
        ing = {lemma + "ing"}
    if lemma in words_of("doubling-in-ing"):
        ing = {lemma + lemma[-1] + "ing"}
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        third = lemma[:-1] + "ies"
    else:
        third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    simple = set(past.split("/")) if past else regular
    perfect = set(participle.split("/")) if participle else simple
    return Forms(frozenset({third}), frozenset(simple), frozenset(perfect), frozenset(ing))


@cache
def _classes() -> dict[str, frozenset[str]]:
    return {row["class"]: frozenset(row["words"].split()) for row in rows("grammar")}


def words_of(name: str) -> frozenset[str]:
    """The words of one closed class ("preposition"), in small letters and with straight apostrophes."""
    return _classes()[name]


@cache
def verb_forms() -> dict[str, str]:
    """Each form of each common verb with its tag: V past or third person, N participle only, G in -ing,
    B base; M base or third person of what is as often a noun."""
    out: dict[str, str] = {}
    for row in rows("verbs"):
        forms = forms_of(row["lemma"], row["past"], row["participle"])
        for word in forms.participle:
            out.setdefault(word, "N")
        for word in forms.ing:
            out.setdefault(word, "G")
        for word in forms.past:
            out[word] = "V"
        for word in forms.third:
            out.setdefault(word, "M" if row["noun"] else "V")
        out.setdefault(row["lemma"], "M" if row["noun"] else "B")
    return out
