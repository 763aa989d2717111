"""Which cue does a statement make, as a model tells it?"""

from itertools import pairwise

from sayso.model.readout import CueFound, CueKind
from sayso.model.span import Span
from sayso.reading.endpoint.quotes import NotTaken, Quoted, shown
from sayso.reading.endpoint.wire import Quote, StatementTold

_MARKS = frozenset("\"“”„«»'‘’")
_LONGEST_CUE = 12  # words; "was quoted by the state news agency as saying" has nine


def cue_of(told: StatementTold, quoted: Quoted, taken: set[Span]) -> CueFound:
    """The cue with what hangs on it. NotTaken where cue, source or a fragment of the content does not stand:
    without them the statement would say something else. Hedges, addressee and carrier are refused alone."""
    cue = quoted.anchor(told.cue, taken=taken, what="the cue") if told.cue else None
    content = _content(told.content, quoted, cue)
    place = cue or content[0]
    if cue is None:
        _check_bare(told, content, quoted)
    elif any(cue.meets(part) for part in content):
        raise NotTaken("overlap", f"the cue {shown(cue.of(quoted.text))} lies in its own content")
    elif len(cue.of(quoted.text).split()) > _LONGEST_CUE:
        raise NotTaken("too-long", f"a cue is a few words, not {shown(cue.of(quoted.text))}")
    source = quoted.beside(told.source, place, what="the source") if told.source else None
    hedges = quoted.several(told.hedges, place, what="a hedge")
    if told.kind is CueKind.HEDGE and cue:
        hedges = (*hedges, cue)
    return CueFound(
        span=cue,
        kind=told.kind,
        stance=told.stance,
        source=source,
        content=content,
        addressee=quoted.optional(told.addressee, place, what="the addressee"),
        carrier=quoted.optional(told.carrier, place, what="the carrier"),
        carried=told.carried,
        hedges=tuple(sorted(set(hedges))),
    )


def _content(quotes: tuple[Quote, ...], quoted: Quoted, cue: Span | None) -> tuple[Span, ...]:
    parts: set[Span] = set()
    for quote in quotes:
        if cue:
            parts.add(quoted.beside(quote, cue, what="the content"))
        else:
            parts.add(quoted.anchor(quote, taken=set(), what="the content"))
    content = tuple(sorted(parts))
    if any(a.meets(b) for a, b in pairwise(content)):
        raise NotTaken("overlap", f"fragments of the content overlap: {shown(content[0].of(quoted.text))}")
    return content


def _check_bare(told: StatementTold, content: tuple[Span, ...], quoted: Quoted) -> None:
    """Without a cue, only a quotation is somebody else's words."""
    if not any(_MARKS.intersection(part.of(quoted.text)) for part in content):
        words = shown(content[0].of(quoted.text))
        raise NotTaken("no-cue", f"nothing lays {words} at somebody's door: no cue, no quotation marks")
