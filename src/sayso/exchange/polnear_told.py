"""Which attributions, by the conventions of PolNeAR, does a readout make?

Outermost only: a cue within another's content is left out. Univocal: a token is the cue or content of one
attribution; sources may be shared. Content stands without sentence-final full stop, cue and source, with the
quotation marks that belong to it.
"""

import re
from collections.abc import Sequence

from sayso.model.readout import CueFound, Readout
from sayso.model.span import Span
from sayso.scoring.attribution import Attributed
from sayso.scoring.token_sets import Tokens, TokenSets, runs

OPENING = {"“": "”", '"': '"', "‘": "’"}
CLOSING = {"”": "“", '"': '"', "’": "‘"}
LOOSE = ".,;:—–-"  # end no content outside a quotation: 0.5 % of train's do
INITIAL = re.compile(r"[^\W\d_]\.[^\W\d_]\.$")
POINT = re.compile(r"\.(?=,| [a-z])")
SHORT = re.compile(r"[’'](s|ve|re|d|ll|m)\s+")
PRONOUNS = frozenset({"he", "she", "it", "that", "who", "there", "everyone", "nobody", "what"})
STOPS = ".,?!"  # stand between the last word of a quotation and its mark


def attributed(text: str, readout: Readout) -> tuple[Attributed, ...]:
    """The attributions in order of their first words; cues without words or content make none."""
    tokens = TokenSets(text)
    taken: set[int] = set()
    out: list[Attributed] = []
    for cue in _outermost(readout.cues):
        assert cue.span
        own = tokens.of([cue.span])
        source = tokens.of([cue.source]) if cue.source else frozenset()
        if not own or own & taken:
            continue
        content = _content(text, tokens, cue.content, frozenset(own | source | taken))
        if not content:
            continue
        taken |= own | tokens.of(content)
        who = (_with_stop(text, cue.source),) if cue.source else ()
        out.append(Attributed(source=who, cue=(_with_marks(text, cue),), content=content))
    return tuple(sorted(out, key=_first))


def _with_stop(text: str, source: Span) -> Span:
    """A source ends with the point of its abbreviation and, with an apposition, with the comma behind it.

    "Ann Cole, the mayor,"; in train 33 of 34 points and 927 of 1,030 such commas belong to the source.
    """
    end = source.end
    if POINT.match(text, end):
        end += 1
    if ", " in source.of(text) and text[end : end + 1] == ",":
        end += 1
    return Span(source.start, end)


def _with_marks(text: str, cue: CueFound) -> Span:
    """A cue with the colon behind it (368 of 386 in train), and with the "’ve" between it and its source."""
    assert cue.span
    start, end = cue.span.start, cue.span.end
    if text[end : end + 1] == ":":
        end += 1
    if cue.source and cue.source.end < start:
        short = SHORT.match(text, cue.source.end)
        pronoun = cue.source.of(text).lower() in PRONOUNS
        if short and short.end() == start and (pronoun or short.group(1) != "s"):
            start = cue.source.end
    return Span(start, end)


def _first(one: Attributed) -> tuple[Span, ...]:
    return (min((*one.source, *one.cue, *one.content)), *one.cue)


def _outermost(cues: Sequence[CueFound]) -> list[CueFound]:
    """The cues that lie in no other's content; the surest first, of equals that with most content."""
    told = [cue for cue in cues if cue.span and cue.content]
    kept = [cue for cue in told if not any(_holds(other, cue) for other in told)]
    return sorted(kept, key=lambda cue: (-(cue.p or 0.0), -_size(cue), cue.span or cue.content[0]))


def _holds(outer: CueFound, inner: CueFound) -> bool:
    """Whether the inner cue stands in the content of the outer; of two in each other's, the larger."""
    if outer is inner or not _within(inner, outer):
        return False
    return not _within(outer, inner) or _size(outer) > _size(inner)


def _within(cue: CueFound, other: CueFound) -> bool:
    return cue.span is not None and any(part.holds(cue.span) for part in other.content)


def _size(cue: CueFound) -> int:
    return sum(part.end - part.start for part in cue.content)


def _content(text: str, tokens: TokenSets, content: Sequence[Span], without: Tokens) -> tuple[Span, ...]:
    """The fragments in order, without tokens that are another's, trimmed as PolNeAR trims."""
    own: set[int] = set(without)
    found: list[Span] = []
    for part in sorted(content):
        left = tokens.of([part]) - own
        own |= left
        for run in runs(left):
            span = _with_quotes(text, tokens.span(min(run), max(run)))
            before = text[found[-1].end : span.start] if found and found[-1].end <= span.start else "\n"
            if before.strip() or "\n" in before:
                found.append(span)
            else:
                found[-1] = found[-1].to(span)  # sentences of one paragraph in a row are one fragment
    out: list[Span] = []
    for place, span in enumerate(found):
        goes_on = place + 1 < len(found) and not text[span.end : found[place + 1].start].strip()
        told = span if goes_on or _in_quotation(span.of(text)) else _trimmed(text, span)
        if told and any(c.isalnum() for c in told.of(text)) and not (out and out[-1].meets(told)):
            out.append(told)
    return tuple(out)


def _in_quotation(words: str) -> bool:
    """Whether a quotation begins in the words that does not end there: the next paragraph goes on with it."""
    return any(_open(words, one, OPENING[one]) for one in '“"')


def _with_quotes(text: str, span: Span) -> Span:
    """The span with the mark before or behind it that closes what stands open in it."""
    words, start, end = span.of(text), span.start, span.end
    behind = end
    while behind < len(text) and text[behind] in STOPS and behind - end < 2:
        behind += 1
    mark = text[behind] if behind < len(text) else ""
    before = text[start - 1] if start else ""
    if before in OPENING and OPENING[before] == mark and not _open(words, before, mark):
        return Span(start - 1, behind + 1)
    if mark in CLOSING and _open(words, CLOSING[mark], mark):
        end = behind + 1
    if before in OPENING and _open(words, OPENING[before], before):
        start -= 1
    return Span(start, end)


def _open(words: str, one: str, other: str) -> bool:
    """Whether the words hold more of one mark than of its partner."""
    return words.count(one) % 2 == 1 if one == other else words.count(one) > words.count(other)


def _trimmed(text: str, span: Span) -> Span | None:
    """Without marks and white space at its ends that belong to the sentence, not to the content."""
    start, end = span.start, span.end
    while end > start and (text[end - 1].isspace() or text[end - 1] in LOOSE):
        if text[end - 1] == "." and INITIAL.search(text, max(start, end - 4), end):
            break  # "U.S.": the point belongs to the letter
        end -= 1
    while start < end and (text[start].isspace() or text[start] in LOOSE):
        start += 1
    return Span(start, end) if start < end else None
