"""Which words of the text explain why an act is taken as done, planned, threatened, denied or feared?

The reader judges; these rules explain its judgement where they find words that do, and say "reader" where
they find none: a reason is never made up.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from sayso.coding.background import background_reason
from sayso.coding.nearby import kind_of_block
from sayso.lexicon.grammar import verb_forms
from sayso.lexicon.tables import rows
from sayso.lexicon.triggers import trigger_forms
from sayso.model.document import BlockKind, Document
from sayso.model.marks import Marks
from sayso.model.mention import Mention, Realis, Reason
from sayso.model.span import Span

_BACK = 90  # code points before an act in which a cue may govern it
_PARTS = re.compile(r"[.;:!?”\"]|, (?:and|but|while|who|which)\b")  # a cue beyond these governs another act
Explained = tuple[Reason, Span | None]


@cache
def _cues(where: str) -> re.Pattern[str]:
    words = sorted({row["words"] for row in rows("realis") if row["where"] == where}, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w-])", re.IGNORECASE)


@cache
def _reasons() -> Mapping[str, tuple[Reason, frozenset[Realis]]]:
    return {
        row["words"]: (Reason(row["reason"]), frozenset(map(Realis, row["realis"].split())))
        for row in rows("realis")
    }


def with_reasons(document: Document, marks: Marks, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions with what tells their realis, and that they are or are no news."""
    out = []
    for mention in mentions:
        reason, cue = explained(document, marks, mention.trigger, mention.realis)
        told = background_reason(document, mention.trigger, mention.when, background=mention.background)
        out.append(replace(mention, realis_reason=reason, realis_cue=cue, background_reason=told))
    return tuple(out)


def explained(document: Document, marks: Marks, trigger: Span, realis: Realis) -> Explained:
    """The reason for the judgement, with the words that give it."""
    if realis is Realis.ACTUAL:
        return _told_as_fact(document, trigger)
    text = document.text
    inside = _cues("inside").search(text, trigger.start, trigger.end)
    if inside and realis in _reasons()[inside[0].lower()][1]:
        return _reasons()[inside[0].lower()][0], Span(inside.start(), inside.end())
    at = bisect_right(marks.sentences, trigger.start, key=lambda span: span.start) - 1
    first = max(marks.sentences[at].start if at >= 0 else 0, trigger.start - _BACK)
    for part in _PARTS.finditer(text, first, trigger.start):
        first = part.end()
    fits = [
        found
        for found in _cues("before").finditer(text, first, trigger.start)
        if realis in _reasons()[found[0].lower()][1]
    ]
    if not fits:
        return Reason.READER, None
    return _reasons()[fits[-1][0].lower()][0], Span(fits[-1].start(), fits[-1].end())


def _told_as_fact(document: Document, trigger: Span) -> Explained:
    """Past or present tense where the act is a verb; of a noun nothing tells it but the reader."""
    words = trigger.of(document.text).lower().split()
    if not words:
        return Reason.READER, None
    head = words[0]
    headline = kind_of_block(document, trigger) is BlockKind.HEADLINE
    tag = _tags().get(head)
    if tag is None:
        return Reason.READER, None
    if headline and tag == "S":
        return Reason.HEADLINE, trigger
    return (Reason.TENSE, trigger) if tag in "VPS" else (Reason.READER, None)


@cache
def _tags() -> Mapping[str, str]:
    """What the form of a verb tells: V or P past, S present; forms that are nouns as often tell nothing."""
    out: dict[str, str] = {}
    for word, forms in trigger_forms().items():
        tags = {form.tag for form in forms}
        if "N" not in tags and (told := next((tag for tag in ("V", "P", "S") if tag in tags), None)):
            out[word] = told
    common = verb_forms()
    return {word: tag for word, tag in out.items() if common.get(word) != "M" or tag != "S"}
