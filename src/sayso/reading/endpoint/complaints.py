"""What does a response that is no answer mean, and what is the next step?"""

from email.utils import parsedate_to_datetime

import msgspec
from msgspec import Struct

from sayso.reading.endpoint.post import Came, NoAnswer
from sayso.reading.endpoint.quotes import ascii_safe
from sayso.reading.endpoint.settings import KEY, MODEL, URL, EndpointSettings

BUSY = frozenset({408, 425, 429, 500, 502, 503, 504, 529})  # 529: "overloaded", as one provider has it
NOT_UNDERSTOOD = frozenset({400, 415, 422, 501})  # a server that knows less than was asked for
_SHOWN = 200  # characters of what a server says


class _Inner(Struct):
    message: str


class _Error(Struct):
    error: _Inner | str


def complaint(came: Came, settings: EndpointSettings) -> NoAnswer | None:
    """Why a response is no answer; None where it is one. No word of it holds the key."""
    status, said = came.status, _said(came, settings)
    if status in BUSY:
        reason = "busy" if status in (429, 529) else "server"
        return NoAnswer(reason, f"the server answered {status}{said}; try again later", passing=True)
    if 300 <= status < 400:
        where = ascii_safe(came.location or "elsewhere")[:_SHOWN]
        return NoAnswer("redirect", f"the server points to {where}, which is not followed; set {URL} to it")
    if status in (401, 403):
        return NoAnswer("unauthorised", f"the server answered {status}{said}; {KEY} must hold a key for it")
    if status == 404:
        detail = f"the server answered 404{said}; is {MODEL}={settings.model} there, does {URL} end in /v1?"
        return NoAnswer("not-found", detail)
    if status != 200:
        return NoAnswer("rejected", f"the server answered {status}{said}")
    if came.media != "application/json" and not came.media.endswith("+json"):
        told = ascii_safe(came.media[:60]) or "nothing named"
        return NoAnswer("not-json", f"the server sent {told}, not JSON; does {URL} end in /v1?")
    return None


def wait_of(retry_after: str | None, *, now: float) -> float | None:
    """The seconds that a server asks to wait; None where it does not say so or not in words we know."""
    told = (retry_after or "").strip()
    if told.isascii() and told.isdecimal():
        return float(told[:9])
    try:
        return max(0.0, parsedate_to_datetime(told).timestamp() - now)
    except (ValueError, TypeError, OverflowError):
        return None


def _said(came: Came, settings: EndpointSettings) -> str:
    try:
        error = msgspec.json.decode(came.body, type=_Error).error
        words = error if isinstance(error, str) else error.message
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        words = came.body[: 4 * _SHOWN].decode("utf-8", "replace")
    words = " ".join(words.split())
    if settings.key:
        words = words.replace(settings.key, "…")
    words = ascii_safe(words[:_SHOWN])
    return f": {words}" if words else ""
