"""What of a reply is an answer, and what is none?"""

from typing import TypeVar

import msgspec
from msgspec import Raw, Struct

from sayso.model.marks import Quantity
from sayso.model.readout import CueFound, TrendFound, TriggerFound
from sayso.model.span import Span
from sayso.reading.endpoint.events import trend_of, trigger_of
from sayso.reading.endpoint.quotes import NotTaken, Quoted, ascii_safe, shown
from sayso.reading.endpoint.settings import CONTEXT, FORMAT, URL
from sayso.reading.endpoint.statements import cue_of
from sayso.reading.endpoint.wire import Answer, EventTold, StatementTold, TrendTold

Item = TypeVar("Item", bound=Struct)
_FENCE = "```"
_THOUGHT = "</think>"  # reasoning models think aloud before they answer


class _Message(Struct):
    content: str | None = None
    refusal: str | None = None


class _Choice(Struct):
    message: _Message
    finish_reason: str | None = None


class _Chat(Struct):
    choices: list[_Choice]


class Found(Struct, frozen=True):
    """What one answer gives."""

    cues: tuple[CueFound, ...] = ()
    triggers: tuple[TriggerFound, ...] = ()
    trends: tuple[TrendFound, ...] = ()


def answer_in(body: bytes) -> Answer:
    """The answer in the body of a chat completion. NotTaken, with the reason, for anything else."""
    try:
        chat = msgspec.json.decode(body, type=_Chat)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise NotTaken(
            "not-chat",
            f"what came is no chat completion ({_said(error)}); {URL} must be the base of an "
            "OpenAI-compatible interface, which mostly ends in /v1",
        ) from None
    if not chat.choices:
        raise NotTaken("empty", "the model answered with no choice; another may answer")
    choice = chat.choices[0]
    words = choice.message.content or ""
    if choice.message.refusal or choice.finish_reason == "content_filter":
        told = choice.message.refusal or words
        raise NotTaken("declined", f"the model declined to answer: {shown(told)}; another model may answer")
    if choice.finish_reason == "length":
        raise _truncated()
    return _answer(_bare(words))


def _answer(words: str) -> Answer:
    if not words:
        raise NotTaken("empty", f"the model answered with nothing; another one, or {FORMAT}=text, may do")
    if not words.startswith("{"):
        raise NotTaken("prose", f"the model answered with prose, not JSON: {shown(words)}")
    try:
        return msgspec.json.decode(words, type=Answer)
    except msgspec.ValidationError as error:
        reason = "huge" if "length <=" in str(error) else "malformed"
        raise NotTaken(reason, f"the answer is not of the form asked for: {_said(error)}") from None
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        if "truncated" in str(error):
            raise _truncated() from None
        raise NotTaken("malformed", f"the answer is not sound JSON: {_said(error)}") from None


def _truncated() -> NotTaken:
    return NotTaken(
        "truncated",
        f"the answer breaks off; raise {CONTEXT} and the context that the server was started with",
    )


def _bare(words: str) -> str:
    """The answer without the model's thoughts before it and the fence around it."""
    words = words.rpartition(_THOUGHT)[2].strip()
    if not words.startswith("{") and words.count(_FENCE) >= 2:
        words = words.split(_FENCE)[1].removeprefix("json").strip()
    return words


def _said(error: Exception) -> str:
    return ascii_safe(" ".join(str(error).split()))[:200]


def taken(answer: Answer, quoted: Quoted, quantities: tuple[Quantity, ...]) -> Found:
    """All of an answer that stands in the text; the rest is added to `quoted.refused`, item by item."""
    cues: list[CueFound] = []
    triggers: list[TriggerFound] = []
    trends: list[TrendFound] = []
    at_cues, at_triggers, at_claims = set[Span](), set[Span](), set[Span]()
    for raw in answer.statements:
        try:
            cues.append(cue_of(_item(raw, StatementTold), quoted, at_cues))
        except NotTaken as error:
            quoted.refused.append(error.refused)
    for raw in answer.events:
        try:
            triggers.append(trigger_of(_item(raw, EventTold), quoted, quantities, at_triggers))
        except NotTaken as error:
            quoted.refused.append(error.refused)
    for raw in answer.trends:
        try:
            trends.append(trend_of(_item(raw, TrendTold), quoted, at_claims))
        except NotTaken as error:
            quoted.refused.append(error.refused)
    return Found(cues=tuple(cues), triggers=tuple(triggers), trends=tuple(trends))


def _item(raw: Raw, kind: type[Item]) -> Item:
    try:
        return msgspec.json.decode(raw, type=kind)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        item = bytes(raw).decode("utf-8", "replace")
        raise NotTaken("wrong-value", f"{_said(error)} in {shown(item)}") from None
