"""What is posted to an endpoint, for servers that understand more or less of it?"""

from dataclasses import dataclass, replace
from functools import cache

import msgspec

from sayso.reading.endpoint.prompt import Turn
from sayso.reading.endpoint.settings import AUTO, FORMATS, EndpointSettings
from sayso.reading.endpoint.wire import Json, schema

SEED = 1
# What some servers or models refuse; what is left out then falls to the server's own choice.
_OPTIONAL = ("temperature", "seed", "max_tokens")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How much a server is asked to understand. It begins with all, and drops what the server refuses."""

    formats: tuple[str, ...]  # the first is used
    left_out: frozenset[str] = frozenset()

    def easier(self, complaint: str) -> "Manner | None":
        """The manner after a request was refused with this complaint; None where nothing is left to drop."""
        words = complaint.lower()
        named = [name for name in _OPTIONAL if name in words and name not in self.left_out]
        if named:
            return replace(self, left_out=self.left_out.union(named))
        return replace(self, formats=self.formats[1:]) if len(self.formats) > 1 else None


def first_manner(settings: EndpointSettings) -> Manner:
    """What is tried first."""
    return Manner(formats=FORMATS if settings.format == AUTO else (settings.format,))


def body(settings: EndpointSettings, chat: tuple[Turn, ...], *, most: int, manner: Manner) -> bytes:
    """The body of a request for at most so many tokens of reply: greedy, with a seed, not streamed."""
    told: dict[str, Json] = {
        "model": settings.model,
        "messages": [{"role": turn.role, "content": turn.content} for turn in chat],
        "stream": False,
        "temperature": 0,
        "seed": SEED,
        "max_tokens": most,
    }
    told = {name: value for name, value in told.items() if name not in manner.left_out}
    if wanted := _format(manner.formats[0]):
        told["response_format"] = wanted
    return msgspec.json.encode(told)


@cache
def _format(name: str) -> Json:
    if name == "json_schema":
        return {"type": name, "json_schema": {"name": "marks", "strict": True, "schema": schema()}}
    return {"type": name} if name == "json_object" else None
