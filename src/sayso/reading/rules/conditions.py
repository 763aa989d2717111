"""Do the conditions of a trigger's row hold where its words stand?"""

from sayso.lexicon.countries import actor_country, country_of
from sayso.lexicon.triggers import Terms, TriggerRow, word_class
from sayso.reading.rules.doers import group_start, is_passive
from sayso.reading.rules.groups import Words
from sayso.reading.rules.parties import Parties
from sayso.reading.rules.syntax import Clause

_FORMS = frozenset({"aux", "inf", "ing", "red"})
_TAGS = {
    "det": "d",
    "poss": "h",
    "adj": "n",
    "name": "N",
    "n": "n",
    "pron": "o",
    "aux": "a",
    "prep": "p",
    "punct": ".",
    "to": "t",
    "num": "#",
}


def fits(clause: Clause, first: int, last: int, row: TriggerRow, parties: Parties) -> bool:
    """Whether one of the needs holds, where there are any, and nothing that excludes."""
    if row.needs and not _any(clause, first, last, row.needs, parties):
        return False
    return not (row.unless and _any(clause, first, last, row.unless, parties))


def _any(clause: Clause, first: int, last: int, terms: Terms, parties: Parties) -> bool:
    return any(_holds(clause, first, last, kind, values, parties) for kind, values in terms)


def _holds(
    clause: Clause, first: int, last: int, kind: str, values: frozenset[str], parties: Parties
) -> bool:
    if kind in _FORMS:
        return _is_form(clause, first, kind)
    if kind == "c":
        return any(_meets(clause, name, first, last) for name in values)
    if kind in "so":
        passive = is_passive(clause, first)
        others = parties.recipients or parties.actors[1:]
        told = parties.actors if (kind == "s") != (passive and not parties.actors) else others
        return any(_is_of(clause, words, name) for words in told for name in values)
    if kind == "then":
        ends = [told[1] for told in parties.recipients[:1]]
        return any(clause.lower[end : end + 1] and clause.lower[end] in values for end in ends)
    if kind == "p":
        return ("start" in values and first == 0) or (
            first > 0 and _neighbour(clause, first - 1, values, first - 1)
        )
    return last < len(clause.tags) and _neighbour(clause, last, values, last)


def _is_form(clause: Clause, i: int, kind: str) -> bool:
    """Whether a verb stands in the passive, as infinitive, bare -ing form or bare participle."""
    tag = clause.tags[i]
    if kind == "aux":
        return is_passive(clause, i)
    start = group_start(clause, i)
    if kind == "inf":
        return "t" in clause.tags[start:i]
    if kind == "ing":
        return tag == "G" and start == i
    return tag == "P" and start == i and is_passive(clause, i)


def _meets(clause: Clause, name: str, first: int, last: int) -> bool:
    words = word_class(name)
    return any(word in words for k, word in enumerate(clause.lower) if not first <= k < last)


def _neighbour(clause: Clause, k: int, values: frozenset[str], after: int) -> bool:
    word, tag = clause.lower[k], clause.tags[k]
    if word in values or any(_TAGS.get(value) == tag for value in values):
        return True
    if "people" in values and word in word_class("people"):
        return True
    pair = f"{word} {clause.lower[k + 1]}" if k + 1 < len(clause.lower) else word
    return pair in values and after == k


def _is_of(clause: Clause, words: Words, name: str) -> bool:
    """Whether a phrase names something of the class, by any of its words: the class words are telling."""
    inside = clause.lower[words[0] : words[1]]
    known = word_class(name)
    if any(word in known for word in inside):
        return True
    if name == "person":
        return inside[-1] in ("he", "she") or _looks_personal(clause, words)
    if name == "place":
        return country_of(" ".join(inside)) is not None
    if name == "state":
        return actor_country(" ".join(inside)) is not None
    return False


def _looks_personal(clause: Clause, words: Words) -> bool:
    """A capitalised phrase that is no country: a guess that it is a person."""
    inside = " ".join(clause.lower[words[0] : words[1]])
    return clause.tags[words[1] - 1] == "N" and actor_country(inside) is None
