"""Which cues stand in a document, and what hangs on each?"""

from dataclasses import replace

from sayso.model.document import BlockKind, Document
from sayso.model.marks import Marks
from sayso.model.readout import CueFound, CueKind
from sayso.model.span import Span
from sayso.model.statement import Stance
from sayso.reading.rules.carriers import carrier_of
from sayso.reading.rules.contents import Quotations, contents_of
from sayso.reading.rules.continued import with_continued
from sayso.reading.rules.cuts import cuts_of
from sayso.reading.rules.found import Hung, Range
from sayso.reading.rules.hang import hang
from sayso.reading.rules.headlines import headline_cue
from sayso.reading.rules.hedges import hedges_of
from sayso.reading.rules.line import Line, lines_of
from sayso.reading.rules.quotes import find_quotations
from sayso.reading.rules.sites import find_sites
from sayso.reading.rules.stance import stance_of

_SINGULAR = frozenset({"he", "she", "i", "it"})
_SPEAKERS = frozenset({"i", "me"})


def find_cues(document: Document, marks: Marks) -> tuple[CueFound, ...]:
    """All cues with source, content, addressee, carrier and hedges, in order of position; inner ones too."""
    text = document.text
    quotations = Quotations(find_quotations(text, marks.sentences), marks.sentences)
    out: list[CueFound] = []
    heads = {b.span.start for b in document.blocks if b.kind is BlockKind.HEADLINE} | {0}
    for line in lines_of(text, marks.sentences, marks.tokens):
        found = _cues_of(line, quotations)
        if not found and line.spans[0].start in heads:
            found = headline_cue(line)
        out += found
    return with_continued(text, out, quotations)


def _cues_of(line: Line, quotations: Quotations) -> list[CueFound]:
    found: list[Hung] = []
    for site in find_sites(line):
        taken = any(hung.cue[0] <= site.head < hung.cue[1] for hung in found[-2:])  # "as saying" is one cue
        found += [] if taken else hang(line, site, found)
    cuts, hard = cuts_of(line, found)
    contents = [contents_of(line, hung, cuts, hard, quotations) for hung in found]
    carrier = carrier_of(line)
    out: list[CueFound] = []
    for k, hung in enumerate(found):
        if _is_own_belief(line, hung, found[:k], contents):
            out = [_hedged(cue, line, hung) for cue in out]
            continue
        content = (
            _whole(line, k, found, contents, hard, quotations) if hung.whole is not None else contents[k]
        )
        if not content or _is_own_hedge(line, hung, quotations):
            continue
        out.append(_cue(line, hung, content, carrier, quotations))
    return out


def _whole(
    line: Line,
    k: int,
    found: list[Hung],
    contents: list[tuple[Span, ...]],
    hard: frozenset[int],
    quotations: Quotations,
) -> tuple[Span, ...]:
    """The content of the cue that "citing X" belongs to: the nearest before, else the nearest after."""
    for j in [*range(k - 1, -1, -1), *range(k + 1, len(found))]:
        if found[j].whole is None and contents[j]:
            content: tuple[Span, ...] = contents[j]
            return content
    first = found[k].site.first
    if first > 4:
        alone = Hung(site=found[k].site, stance=Stance.ASSERTS, back=(0, first))
        return contents_of(line, alone, frozenset(), hard, quotations)
    return ()


def _is_own_hedge(line: Line, hung: Hung, quotations: Quotations) -> bool:
    """“I think” in a quotation is a hedge of the speaker's, no statement of another voice."""
    if hung.source is None or hung.source[1] - hung.source[0] != 1:
        return False
    word = line.words[hung.source[0]]
    if word == "we" and hung.site.cue.kind is CueKind.BELIEF:
        return True
    return quotations.at(line.spans[hung.site.head].start) is not None and word in _SPEAKERS


def _is_own_belief(line: Line, hung: Hung, before: list[Hung], contents: list[tuple[Span, ...]]) -> bool:
    """Whether "he thought" in "he said he thought it was over" only weakens what he said."""
    if hung.site.cue.kind is not CueKind.BELIEF or hung.source is None or hung.site.passive:
        return False
    if hung.source[1] - hung.source[0] != 1 or line.words[hung.source[0]] not in _SINGULAR:
        return False
    here = line.span(*hung.cue)
    return any(
        other.site.cue.kind is CueKind.SPEECH and any(part.start <= here.start < part.end for part in content)
        for other, content in zip(before, contents, strict=False)
    )


def _hedged(cue: CueFound, line: Line, belief: Hung) -> CueFound:
    """The cue with "he thought" as one more hedge, where its content holds it."""
    hedge = line.span((belief.source or belief.cue)[0], belief.cue[1])
    if not any(part.holds(hedge) for part in cue.content) or hedge in cue.hedges:
        return cue
    return replace(cue, hedges=tuple(sorted([*cue.hedges, hedge])))


def _span(line: Line, words: Range | None) -> Span | None:
    return line.span(*words) if words else None


def _cue(
    line: Line, hung: Hung, content: tuple[Span, ...], carrier: Range | None, quotations: Quotations
) -> CueFound:
    cue = line.span(*hung.cue)
    kind = hung.site.cue.kind
    hedging = hung.unknown and (
        kind in (CueKind.HEDGE, CueKind.BELIEF) or hung.site.passive or hung.site.tag in "NV"
    )
    own = hung.carrier
    if own is None and kind is CueKind.SPEECH and carrier and quotations.at(cue.start) is None:
        inside = any(fragment.holds(line.span(*carrier)) for fragment in content)
        own = None if inside or carrier == hung.addressee else carrier
    return CueFound(
        span=cue,
        kind=CueKind.HEDGE if hedging else kind,
        stance=stance_of(line.text, hung.stance, hung.site.cue.lemma, _span(line, hung.source), content),
        source=None if hung.unknown else _span(line, hung.source),
        content=content,
        addressee=_span(line, hung.addressee),
        carrier=_span(line, own),
        carried=hung.carried,
        hedges=hedges_of(line.text, cue, content, hedging),
    )
