"""What comes back from an endpoint, however long it takes and whatever it sends?"""

import asyncio
from dataclasses import dataclass

import httpx

from sayso.reading.endpoint.settings import TIMEOUT, EndpointSettings

MOST_BYTES = 4 << 20  # of a body; an answer of 8,000 tokens is some 30 thousand
_PIECE = 1 << 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """A response as it came."""

    status: int
    media: str  # "application/json"
    body: bytes
    location: str | None = None  # where a redirect points
    retry_after: str | None = None


class NoAnswer(Exception):  # noqa: N818 - told as a refusal, with its reason
    """No response came, or one too large to be taken in."""

    def __init__(self, reason: str, detail: str, *, passing: bool = False) -> None:
        super().__init__(detail)
        self.reason, self.detail = reason, detail
        self.passing = passing  # whether it may be otherwise a moment later


def post(settings: EndpointSettings, content: bytes, *, seconds: float) -> Came:
    """Posts and waits for the whole response, at most so many seconds from beginning to end: a server that
    sends a byte now and then gains nothing by it. Redirects are not followed: the key is for one address."""
    try:
        return asyncio.run(_within(settings, content, seconds))
    except TimeoutError:
        raise NoAnswer(
            "timeout",
            f"no whole answer within {seconds:.0f} seconds; raise {TIMEOUT} and --page-seconds",
        ) from None
    except httpx.ConnectError as error:
        raise NoAnswer(
            "unreachable",
            f"nothing answers at {settings.shown} ({_told(error)}); is the server up, the address right?",
        ) from None
    except httpx.TransportError as error:
        raise NoAnswer("dropped", f"the connection broke off ({_told(error)})", passing=True) from None
    except (httpx.InvalidURL, httpx.HTTPError, ValueError) as error:
        raise NoAnswer("unreachable", f"{settings.shown} cannot be asked ({_told(error)})") from None


async def _within(settings: EndpointSettings, content: bytes, seconds: float) -> Came:
    async with asyncio.timeout(seconds):
        return await _exchange(settings, content)


async def _exchange(settings: EndpointSettings, content: bytes) -> Came:
    headers = {
        "content-type": "application/json",
        "accept": "application/json",
        "accept-encoding": "identity",
    }
    if settings.key:
        headers["authorization"] = f"Bearer {settings.key}"
    client = httpx.AsyncClient(timeout=None, follow_redirects=False, trust_env=not settings.is_local)
    async with client, client.stream("POST", settings.address, content=content, headers=headers) as response:
        taken = bytearray()
        async for piece in response.aiter_bytes(_PIECE):
            taken += piece
            if len(taken) > MOST_BYTES:
                raise NoAnswer("huge", f"the server sent more than {MOST_BYTES >> 20} MB for one answer")
        return Came(
            status=response.status_code,
            media=response.headers.get("content-type", "").partition(";")[0].strip().lower(),
            body=bytes(taken),
            location=response.headers.get("location"),
            retry_after=response.headers.get("retry-after"),
        )


def _told(error: Exception) -> str:
    return " ".join(str(error).split())[:160] or type(error).__name__
