"""Which quotations go on without a cue of their own?"""

from bisect import bisect_right
from dataclasses import replace

from sayso.model.readout import CueFound, CueKind
from sayso.model.span import Span
from sayso.model.statement import Stance
from sayso.reading.rules.contents import Quotations

_SHARE = 0.8  # of a sentence that stands in quotation marks, from which the whole is a quotation
_NEAR = 2  # sentences after which a quotation is no longer taken for the same statement's


def with_continued(text: str, cues: list[CueFound], quotations: Quotations) -> tuple[CueFound, ...]:
    """Adds quoted sentences that no cue claims: to the statement just before, else as statements without cue."""
    covered = _Cover([fragment for cue in cues for fragment in cue.content])
    out = list(cues)
    order = sorted(range(len(cues)), key=lambda k: _place(cues[k]))
    at, last = 0, None
    last_sentence = -10
    sentences = quotations.sentences
    for number, sentence in enumerate(sentences):
        free = not covered.touches(sentence)
        if free and _is_quoted(sentence, quotations):
            if last is not None and number - last_sentence <= _NEAR:
                out[last] = replace(out[last], content=(*out[last].content, sentence))
                last_sentence = number
            elif out:
                cue = CueFound(span=None, kind=CueKind.SPEECH, stance=Stance.ASSERTS, content=(sentence,))
                out.append(cue)
                last, last_sentence = len(out) - 1, number
        while at < len(order) and _place(cues[order[at]]) < sentence.end:
            cue = cues[order[at]]
            if cue.kind is CueKind.SPEECH and cue.source is not None and cue.span is not None:
                if quotations.at(cue.span.start) is None and not _inner(cue, cues, order, at):
                    last, last_sentence = order[at], number
            at += 1
    return tuple(sorted(out, key=_place))


def _place(cue: CueFound) -> int:
    return cue.span.start if cue.span else cue.content[0].start


def _inner(cue: CueFound, cues: list[CueFound], order: list[int], at: int) -> bool:
    """Whether a neighbouring cue's content holds this one."""
    near = order[max(0, at - 6) : at + 6]
    return any(
        other is not cue and cue.span is not None and any(part.holds(cue.span) for part in other.content)
        for other in (cues[k] for k in near)
    )


def _is_quoted(sentence: Span, quotations: Quotations) -> bool:
    quote = quotations.at(sentence.start)
    if quote is None:
        return False
    return min(quote.end, sentence.end) - sentence.start >= _SHARE * (sentence.end - sentence.start)


class _Cover:
    """Stretches of text that are taken, to be asked in any order."""

    def __init__(self, spans: list[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]
        reach, self._reach = 0, []
        for span in self._spans:
            reach = max(reach, span.end)
            self._reach.append(reach)

    def touches(self, span: Span) -> bool:
        k = bisect_right(self._starts, span.end - 1) - 1
        return k >= 0 and self._reach[k] > span.start
