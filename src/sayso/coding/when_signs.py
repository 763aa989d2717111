"""What speaks for and against that words of time tell when an act was?"""

import re
from bisect import bisect_left, bisect_right
from datetime import timedelta
from math import log1p

from sayso.coding.nearby import caption_at, kind_of_block
from sayso.coding.when_scene import HEADS, TimeScene
from sayso.lexicon.grammar import words_of
from sayso.model.document import BlockKind
from sayso.model.marks import Grain, TimeExpression, TimeKind
from sayso.model.mention import EventType, Realis
from sayso.model.readout import TriggerFound
from sayso.model.span import Span

_VERBAL = frozenset(
    {
        *(EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN),
        *(EventType.AGREE, EventType.SUPPORT),
    }
)
_BREAK = re.compile(
    r"[;:–—]|\b(?:that|who|whom|whose|which|where|when|while|as|after|before|because|since|if|but"
    r"|although|though|until|despite|following|amid|including)\b",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\band\b", re.IGNORECASE)
_QUOTE = re.compile(r"[“”\"]")
_WORD = re.compile(r"\w+")
_OWNER = re.compile(r"\s?[’']s\b|[’'](?=\s)")
_LED = re.compile(
    r"\b(since|until|till|by|before|after|from|for|in|on|at|during|between|over|of|late|early|next|last"
    r"|this|every|following)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_TO = re.compile(
    r"\b(?:to|will|would|could|should|may|might|can|must|shall)\s+(?:\w+ly\s+)?(?:be\s+)?$", re.IGNORECASE
)
_HAD = re.compile(r"\b(?:had|has|have)\s+(?:been\s+)?(?:\w+ly\s+)?$", re.IGNORECASE)
_DEFINITE = re.compile(
    r"\b(?:the|this|that|these|those|its|his|her|their)\s(?:[\w-]+\s){0,2}$", re.IGNORECASE
)
_NEAR = timedelta(days=1)
_WEEK = timedelta(days=7)


def act_signs(scene: TimeScene, act: TriggerFound) -> dict[str, float]:
    """What of the act itself tells whether it has a time."""
    text, span = scene.document.text, act.span
    lead = text[max(0, span.start - 40) : span.start]
    word = span.of(text).split()[0].lower()
    block = kind_of_block(scene.document, span)
    out = {
        f"act {act.realis.value}": 1.0,
        f"act {act.type.value}": 1.0,
        "act to come": float(bool(_TO.search(lead))),
        "act had": float(bool(_HAD.search(lead))),
        "act in -ing": float(word.endswith("ing")),
        "act in -ed": float(word.endswith("ed")),
        "act of many": float(word.endswith("s")),
        "act pointed at": float(bool(_DEFINITE.search(lead))),
        "act in headline": float(block in HEADS),
        "act in caption": float(block is BlockKind.CAPTION),
        "act in lead": float(scene.sentence(span.start) <= scene.body),
    }
    return {name: value for name, value in out.items() if value}


def time_signs(scene: TimeScene, act: TriggerFound, number: int) -> dict[str, float]:
    """What speaks for and against that the time of that number is the act's, beside `act_signs`."""
    words, text = scene.times[number], scene.document.text
    away = scene.sentence_of[number] - scene.sentence(act.span.start)
    out: dict[str, float] = {"constant": 1.0}
    if any(words.span.meets(span) for span in act.times):
        out["linked"] = 1.0
        if away:
            out["linked from afar"] = 1.0
    out |= _of_kind(scene, words)
    out |= _agreement(scene, act, words)
    if away:
        out |= _afar(scene, act, number, away)
    else:
        out |= _beside(scene, act, number)
    caption = caption_at(scene.document, act.span)
    if caption is not None and caption.date_span is not None and caption.date_span.meets(words.span):
        out["photo's date"] = 1.0
    lead = _LED.search(text, max(0, words.span.start - 20), words.span.start)
    first = words.span.of(text).split()[0].lower()
    if lead:
        out[f"led by {lead[1].lower()}"] = 1.0
    elif first in ("since", "until", "by", "between", "from", "after", "before", "during", "for", "in"):
        out[f"led by {first}"] = 1.0
    return out


def _of_kind(scene: TimeScene, words: TimeExpression) -> dict[str, float]:
    out = {f"time {words.grain or words.kind}": 1.0}
    if words.value is None:
        out["time unresolved"] = 1.0
    elif words.open_end or words.open_start:
        out["time open"] = 1.0
    if words.kind is TimeKind.DURATION:
        out["time a length"] = 1.0
    if words.anchor:
        out[f"time from {words.anchor}"] = 1.0
    if scene.published and words.grain is Grain.DAY and words.latest:
        if abs(words.latest - scene.published) <= _NEAR:
            out["reporting day"] = 1.0
        elif words.latest < scene.published - _WEEK:
            out["old day"] = 1.0
    return out


def _agreement(scene: TimeScene, act: TriggerFound, words: TimeExpression) -> dict[str, float]:
    if scene.published is None:
        return {}
    if words.earliest and words.earliest > scene.published:
        told = {Realis.ACTUAL: "to come, done", Realis.PLANNED: "to come, planned"}
        return {told.get(act.realis, "to come"): 1.0}
    if words.latest and words.latest < scene.published and act.realis is not Realis.ACTUAL:
        return {"past, not done": 1.0, f"past, {act.realis.value}": 1.0}
    return {}


def _afar(scene: TimeScene, act: TriggerFound, number: int, away: int) -> dict[str, float]:
    here = scene.sentence(act.span.start)
    side = "ahead" if away > 0 else "back"
    out = {f"{side} {min(abs(away), 4)}": 1.0}
    has = bisect_right(scene.sentence_of, here) - bisect_left(scene.sentence_of, here)
    if has:
        out["afar, own sentence has a time"] = 1.0
    if here < scene.body:
        out["afar, from headline"] = 1.0
        if scene.sentence_of[number] == scene.body:
            out["first sentence, from headline"] = 1.0
    first, last = sorted((number, bisect_left(scene.at, act.span.start)))
    out["afar, times between"] = log1p(max(0, last - first - (away < 0)))
    start = scene.starts[scene.sentence_of[number]]
    if scene.times[number].span.start - start <= 4:
        out["afar, fronted"] = 1.0
    out |= _of_saying(scene, act, number, "afar, of a saying")
    if act.type in _VERBAL:
        out["afar, verbal"] = 1.0
    return out


def _of_saying(scene: TimeScene, act: TriggerFound, number: int, name: str) -> dict[str, float]:
    """Whether a cue stands right before the time, so that it tells when somebody spoke."""
    span = scene.times[number].span
    at = bisect_left(scene.cues, Span(span.start, span.start + 1)) - 1
    if at < 0:
        return {}
    cue = scene.cues[at]
    gap = scene.document.text[cue.end : span.start]
    if cue.meets(act.span) or len(gap) > 24 or len(gap.split()) > 3:
        return {}
    return {name: 1.0}


def _beside(scene: TimeScene, act: TriggerFound, number: int) -> dict[str, float]:
    text, span, mine = scene.document.text, scene.times[number].span, act.span
    if span.meets(mine):
        return {"time within the act": 1.0}
    after = span.start >= mine.end
    low, high = (mine.end, span.start) if after else (span.end, mine.start)
    gap = text[low:high] if high > low else ""
    between = bisect_left(scene.acts, high) - bisect_left(scene.acts, low)
    side = "after" if after else "before"
    count = len(_WORD.findall(gap))
    out = {
        f"{side}, {min(between, 3)} acts between": 1.0,
        f"{side}, words between": log1p(count),
    }
    if _BREAK.search(gap):
        out[f"{side}, break"] = 1.0
    if "," in gap:
        out[f"{side}, comma"] = 1.0
    if _JOINED.search(gap):
        out[f"{side}, joined"] = 1.0
    if _QUOTE.search(gap):
        out[f"{side}, quotation"] = 1.0
    here = bisect_left(scene.at, mine.end if after else mine.start)
    times = number - here if after else here - number - 1
    if times > 0:
        out[f"{side}, times between"] = log1p(times)
    start = scene.starts[scene.sentence_of[number]]
    if not after and len(_WORD.findall(text[start : span.start])) <= 1:
        out["fronted"] = 1.0
        if not between:
            out["fronted, first act"] = 1.0
    if not after and (_OWNER.match(gap) or span.of(text).endswith(("’s", "'s"))):
        out["owns"] = 1.0
        if count <= 4:
            out["owns the act"] = 1.0
    if not after and count == 0:
        out["right before"] = 1.0
    if after and count <= 1:
        out["right after"] = 1.0
        if count == 1 and gap.split()[0].lower() in words_of("preposition"):
            out["right after a preposition"] = 1.0
    out |= _of_saying(scene, act, number, f"{side}, of a saying")
    here = scene.sentence_of[number]
    if bisect_right(scene.sentence_of, here) - bisect_left(scene.sentence_of, here) == 1:
        out["the only time"] = 1.0
    return out
