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
    """Adds sentences that no cue claims to the statement that goes on in them.

    These are quoted ones after words in quotation marks, and those after "The minister said:" without marks.
    Quoted ones after reported speech, or after nobody in particular, are statements without a cue: so in
    17 of the 21 cases annotated in train and dev.
    """
    outside = [cue for cue in cues if cue.span is None or quotations.at(cue.span.start) is None]
    covered = _Cover([fragment for cue in outside for fragment in cue.content])
    out = list(cues)
    order = sorted(range(len(cues)), key=lambda k: _place(cues[k]))
    at, last, last_sentence, unmarked = 0, None, -10, False
    for number, sentence in enumerate(quotations.sentences):
        free = not covered.touches(sentence)
        quoted = free and _is_quoted(sentence, quotations)
        near = last is not None and number - last_sentence <= _NEAR
        if near and last is not None and ((quoted and _ends_quoted(text, out[last])) or (unmarked and free)):
            out[last] = replace(out[last], content=(*out[last].content, sentence))
            last_sentence = number
        elif quoted and out:
            out.append(CueFound(span=None, kind=CueKind.SPEECH, stance=Stance.ASSERTS, content=(sentence,)))
            last, last_sentence = len(out) - 1, number
        while at < len(order) and _place(cues[order[at]]) < sentence.end:
            cue = cues[order[at]]
            if _can_go_on(cue, quotations) and not _inner(cue, cues, order, at):
                if not (unmarked and last is not None and _is_own(text, cue)):
                    last, last_sentence = order[at], number
                    unmarked = _is_unmarked(text, cue)
                else:
                    last_sentence = number
            at += 1
    return tuple(sorted(out, key=_place))


def _can_go_on(cue: CueFound, quotations: Quotations) -> bool:
    """Whether a quotation may go on after this cue: words of somebody named, said outside quotation marks."""
    spoken = cue.kind is CueKind.SPEECH and cue.source is not None and cue.span is not None
    return spoken and cue.span is not None and quotations.at(cue.span.start) is None


def _is_unmarked(text: str, cue: CueFound) -> bool:
    """Whether the words after "said:" stand without quotation marks, as in a government's press release."""
    if cue.span is None:
        return False
    start = cue.content[0].start
    between = text[cue.span.end : start].rstrip() if start >= cue.span.end else ""
    return between.endswith(":") and text[start] not in "“\"'‘«"


def _ends_quoted(text: str, cue: CueFound) -> bool:
    """Whether the statement so far has words in quotation marks."""
    return any(mark in part.of(text) for part in cue.content for mark in '“"”')


def _is_own(text: str, cue: CueFound) -> bool:
    """Whether the speaker of words without marks goes on: "We welcome", "I urge"."""
    return cue.source is not None and cue.source.of(text).lower() in ("i", "we")


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
