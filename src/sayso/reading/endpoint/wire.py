"""In which form does a language model tell what it saw?"""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Raw, Struct

from sayso.model.mention import Direction, EventType, Realis
from sayso.model.readout import CueKind
from sayso.model.statement import Stance

WHOLE = "*"  # instead of words: the whole sentence
MOST_ITEMS = 400  # per list: a request of the default size holds some 400 words
_MOST_QUOTES = 40  # per field: the longest list of parties or fragments in real reports has about ten
Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None


class Quote(Struct, frozen=True):
    """Words of one sentence, exactly as they stand there."""

    s: Annotated[int, Meta(ge=0, le=10**6)]  # the number of the sentence
    w: Annotated[str, Meta(min_length=1, max_length=20_000)]


Quotes = Annotated[tuple[Quote, ...], Meta(max_length=_MOST_QUOTES)]


class StatementTold(Struct, frozen=True):
    """Words laid at somebody's door."""

    cue: Quote | None
    kind: CueKind
    stance: Stance
    source: Quote | None
    content: Annotated[tuple[Quote, ...], Meta(min_length=1, max_length=_MOST_QUOTES)]
    addressee: Quote | None = None
    carrier: Quote | None = None
    carried: bool = False
    hedges: Quotes = ()


class CountTold(Struct, frozen=True):
    """Words that say how many; what number they mean is not the model's to say."""

    of: Literal["killed", "injured", "detained"]
    quote: Quote


class EventTold(Struct, frozen=True):
    """An act, with the words for its parties, places, times and figures."""

    trigger: Quote
    type: EventType
    realis: Realis
    mode: str | None = None
    actors: Quotes = ()
    recipients: Quotes = ()
    places: Quotes = ()
    times: Quotes = ()
    counts: Annotated[tuple[CountTold, ...], Meta(max_length=_MOST_QUOTES)] = ()


class TrendTold(Struct, frozen=True):
    """A claim of more or less of something."""

    claim: Quote
    type: EventType
    direction: Direction
    actor: Quote | None = None
    recipient: Quote | None = None
    place: Quote | None = None
    since: Quote | None = None


class Told(Struct, frozen=True):
    """A whole answer, as it should be."""

    statements: tuple[StatementTold, ...]
    events: tuple[EventTold, ...]
    trends: tuple[TrendTold, ...] = ()


class Answer(Struct, frozen=True):
    """A whole answer as it is taken in: each item is decoded on its own, a bad one spoils no other."""

    statements: Annotated[tuple[Raw, ...], Meta(max_length=MOST_ITEMS)]
    events: Annotated[tuple[Raw, ...], Meta(max_length=MOST_ITEMS)]
    trends: Annotated[tuple[Raw, ...], Meta(max_length=MOST_ITEMS)] = ()


def schema() -> Json:
    """The JSON Schema of an answer, in the narrow form that servers accept as strict: every field required,
    none beside them, no limits of length (ours hold anyway)."""
    _, parts = msgspec.json.schema_components((Told,), ref_template="#/$defs/{name}")
    narrow = {name: _narrowed(part) for name, part in parts.items()}
    top = narrow.pop("Told")
    assert isinstance(top, dict)
    return {**top, "$defs": narrow}


_DROPPED = frozenset(
    {
        "title",
        "description",
        "default",
        "minLength",
        "maxLength",
        "minItems",
        "maxItems",
        "minimum",
        "maximum",
    }
)


def _narrowed(part: object) -> Json:
    if isinstance(part, list):
        return [_narrowed(each) for each in part]
    if not isinstance(part, dict):
        assert part is None or isinstance(part, str | int | float | bool)
        return part
    out = {key: _narrowed(value) for key, value in part.items() if key not in _DROPPED}
    if "enum" in part:
        out["type"] = "string"
    if "properties" in part:  # a property may bear a name that is dropped elsewhere
        fields = {name: _narrowed(value) for name, value in part["properties"].items()}
        out |= {"properties": fields, "required": list(fields), "additionalProperties": False}
    return out
