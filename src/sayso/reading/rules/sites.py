"""Where in a sentence do cues stand, and in what form?"""

from dataclasses import dataclass

from sayso.lexicon.cues import Cue, Form, cue_forms
from sayso.lexicon.grammar import words_of
from sayso.reading.rules.line import Line

_REFUSALS = frozenset(
    {"declined", "refused", "declines", "refuses", "declining", "refusing", "failed", "unable"}
)
_WILLING = frozenset(
    {"will", "'ll", "would", "may", "could", "can", "should", "must", "might", "'d", "shall", "cannot"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A cue as it stands: words [first, last), its head, and how it is built."""

    cue: Cue
    head: int  # the word of the table's form
    first: int  # the verb group begins, auxiliaries included
    last: int  # just after the cue
    tag: str  # V finite, B base, G in -ing, N participle, "noun", "phrase", "adverb", "adjective"
    passive: bool = False
    negated: bool = False
    modal: bool = False
    infinitive: bool = False
    participle: bool = False  # the form can be one: "regarded", not "regards"


def _matches(line: Line, i: int) -> list[tuple[int, Form]]:
    out = []
    for words, form in cue_forms().get(line.words[i], ()):
        if line.words[i : i + len(words)] == words:
            out.append((i + len(words), form))
    if out:
        longest = max(end for end, _ in out)
        out = [(end, form) for end, form in out if end == longest]
    return out


def find_sites(line: Line) -> list[Site]:
    """Cues of one sentence in order. Nouns that only look like cues ("two attacks") are none."""
    out: list[Site] = []
    i = 0
    while i < len(line):
        site = None
        for last, form in _matches(line, i):
            site = (
                _verb(line, i, last, form) if form.cue.word_class == "verb" else _other(line, i, last, form)
            )
            if site:
                break
        if site:
            out.append(site)
            i = site.last
        else:
            i += 1
    return out


def _other(line: Line, i: int, last: int, form: Form) -> Site | None:
    cue = form.cue
    if cue.word_class == "noun":
        if line.tags[i] not in "XKM":
            return None
        return Site(cue=cue, head=i, first=i, last=last, tag="noun")
    if cue.word_class == "adjective":
        first = i
        while first > 0 and line.tags[first - 1] in "J":
            first -= 1
        copula = first > 0 and line.words[first - 1] in words_of("copula")
        return Site(cue=cue, head=i, first=first - 1, last=last, tag="adjective") if copula else None
    return Site(cue=cue, head=i, first=i, last=last, tag=cue.word_class)


def _verb(line: Line, i: int, last: int, form: Form) -> Site | None:
    tag = line.tags[i]
    if tag not in "VBGNE" and not _surely_verb(line, i, last, form):
        return None
    if tag == "X" and form.tag == "V":
        tag = "V"
    elif tag in "XK":
        tag = "V" if form.tag == "S" else "B"
    first, negated, modal = i, False, False
    be = have = False
    while first > 0 and (
        line.tags[first - 1] in "AJ" or line.words[first - 1] in ("not", "never", "been", "being")
    ):
        word = line.words[first - 1]
        negated = negated or word in words_of("negation")
        modal = modal or word in _WILLING
        be = be or word in words_of("copula")
        have = have or word in ("has", "have", "had", "'ve", "having")
        first -= 1
    while first < i and line.tags[first] == "J":
        first += 1
    infinitive = first > 0 and line.tags[first - 1] in "IP" and line.words[first - 1] == "to"
    if infinitive and first > 1 and line.words[first - 2] in _REFUSALS:
        negated = True
    passive = be and form.tag in "VP" and tag != "G"
    return Site(
        cue=form.cue,
        head=i,
        first=first,
        last=last,
        tag=_use(tag, form.tag, passive, be),
        passive=passive,
        negated=negated,
        modal=modal,
        infinitive=infinitive,
        participle=form.tag in "VP",
    )


def _use(tag: str, form: str, passive: bool, be: bool) -> str:
    """How the form is used: "is urging" is as finite as "urged"."""
    if passive:
        return "N"
    if form == "G":
        return "V" if be else "G"
    return "V" if tag in "VNE" and form == "V" else tag


def _surely_verb(line: Line, i: int, last: int, form: Form) -> bool:
    """A form that the tagger took for a noun, where what follows shows a verb: "officials fear that"."""
    if line.tags[i] not in "XK" or i == 0 or last >= len(line):
        return False
    following = line.words[last]
    before = line.tags[i - 1]
    if last - i > 1:
        return True
    if form.tag == "V":
        return before not in "DPZ"
    if form.tag == "B" or form.tag == "S":
        plural = before == "X" and line.words[i - 1].endswith("s")
        return following == "that" and (plural if form.tag == "B" else before == "K")
    return False
