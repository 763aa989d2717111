"""What do the bytes of an e-mail, a newsletter or a page saved as MHTML hold?"""

import email
import email.errors
import email.header
import email.policy
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from typing import Final

from sayso.errors import PageError
from sayso.ingest.decode import decode, without_surrogates
from sayso.ingest.html import from_html
from sayso.ingest.meta import Meta
from sayso.ingest.plain import from_text
from sayso.lexicon.outlets import by_domain, by_name
from sayso.model.document import Block, BlockKind, Moment

PARTS: Final = 200  # of one message; a newsletter has two, a saved page a part for each picture
FOOTER: Final = re.compile(
    r"\bunsubscribe\b|\bmanage\s(?:your\s)?(?:e-?mail\s)?(?:preferences|subscriptions?)\b|\bview\s(?:this\s(?:e-?mail|newsletter)\s)?"
    r"(?:it\s)?(?:in|on)\s(?:your\s|a\s|the\s)?(?:web\s)?browser\b|\byou\s(?:are|were|have)?\s?(?:been\s)?"
    r"(?:get|got|receive|receiving|received|sent)\sthis\b|\bread\s(?:this\s)?(?:e-?mail\s)?online\b|\bforward(?:ed)?\sthis\se-?mail\b"
    r"|\bupdate\syour\s(?:e-?mail\s)?preferences\b|\bprivacy\spolicy\b|\b(?:leave|opt\sout\sof)\s(?:this|the)\s(?:mailing\s)?list\b",
    re.IGNORECASE,
)
SHORT: Final = 60  # words; a paragraph that only speaks of unsubscribing is longer
_SAVED_BY: Final = re.compile(r"saved\sby|^<?saved", re.IGNORECASE)
_SENDER: Final = re.compile(r"^(?P<who>.{2,60}?)\s(?:from|at|\||via)\s(?P<outlet>.{2,60})$", re.IGNORECASE)
_EXTRA: Final = re.compile(
    r"(?:\s(?:news|newsletters?|alerts?|daily|morning|evening|weekly|briefing|breaking|updates?)){1,3}$",
    re.IGNORECASE,
)


def from_email(content: bytes, *, name: str) -> tuple[str, tuple[Block, ...], Meta]:
    """Text, blocks and what the headers say: the HTML part where there is one, else the plain one.

    Attachments are passed over. PageError("no-text") where no part can be read; malformed MIME is read as far
    as it goes.
    """
    message = email.message_from_bytes(content, policy=email.policy.compat32)
    subject = _header(message, "Subject")
    sent = Meta(title=subject, outlet=_outlet(message), published=_sent(message), url=_url(message))
    problem: PageError | None = None
    for html in (True, False):
        for part in _parts(message, "text/html" if html else "text/plain"):
            source = decode(_payload(part), _charset(part), html=True)
            if not source.strip():
                continue
            if not html:
                return source, _footed(source, from_text(source, title=subject)), sent
            try:
                text, blocks, meta = from_html(source, url=sent.url)
            except PageError as error:
                problem = error
                continue
            return text, _footed(text, blocks), _merged(sent, meta)
    raise problem or PageError(
        "no-text", f"{name} is an e-mail without text: save the article that it links to"
    )


def _merged(sent: Meta, page: Meta) -> Meta:
    """Headers before what the template states, but for a page saved whole: its headers are a browser's."""
    return replace(
        page,
        title=page.title if _says_both(sent.title, page.title) else sent.title or page.title,
        outlet=sent.outlet or page.outlet,
        published=page.published if sent.url and page.published else sent.published,
        url=page.url or sent.url,
    )


def _says_both(subject: str | None, headline: str | None) -> bool:
    """Whether the subject is the headline with the letter's name before it: "Morning Brief: Two held"."""
    return subject is None or (headline is not None and subject.casefold().endswith(headline.casefold()))


def _parts(message: Message, kind: str) -> Iterator[Message]:
    """Parts of one type that are shown, not attached, in order."""
    for nth, part in enumerate(message.walk()):
        if nth >= PARTS:
            return
        if part.is_multipart() or part.get_content_type() != kind:
            continue
        if (_header(part, "Content-Disposition") or "").lower().startswith("attachment"):
            continue
        yield part


def _payload(part: Message) -> bytes:
    """The bytes of a part, with its transfer encoding undone where it can be."""
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError, UnicodeError):
        payload = None
    if isinstance(payload, bytes):
        return payload
    raw = part.get_payload()
    return raw.encode("utf-8", "surrogateescape") if isinstance(raw, str) else b""


def _charset(part: Message) -> str | None:
    try:
        return part.get_content_charset()
    except (ValueError, LookupError, UnicodeError):
        return None


def _header(message: Message, field: str) -> str | None:
    """A header with its encoded words read ("=?utf-8?q?…?="); None where it is absent or empty."""
    try:
        raw = message.get(field)
        words = str(email.header.make_header(email.header.decode_header(raw))) if raw is not None else ""
    except (ValueError, LookupError, UnicodeError, email.errors.MessageError):
        words = str(message.get(field, ""))
    words = " ".join(without_surrogates(words).replace("\x00", "").split())
    return words or None


def _outlet(message: Message) -> str | None:
    """The sender's display name, or the outlet that the table knows by name or address."""
    shown, address = parseaddr(_header(message, "From") or "")
    if _SAVED_BY.search(shown) or _SAVED_BY.search(_header(message, "From") or ""):
        return None  # a browser's, on a page saved as MHTML
    shown = shown.strip(" \"'")
    site = by_domain(address.rpartition("@")[2]) if "@" in address else None
    named = _SENDER.match(shown)
    if named and named["outlet"]:
        shown = named["outlet"]
    known = by_name(shown) or by_name(_EXTRA.sub("", shown)) or site
    return known.name if known else shown or None


def _sent(message: Message) -> Moment | None:
    """When it was sent, with its zone; none where the header says none ("-0000" states no zone)."""
    words = _header(message, "Date")
    if not words or _SAVED_BY.search(_header(message, "From") or ""):
        return None
    try:
        when: datetime = parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return Moment(value=when.isoformat(timespec="seconds"), source="e-mail header")


def _url(message: Message) -> str | None:
    """The address of a page saved as MHTML."""
    for field in ("Snapshot-Content-Location", "Content-Location"):
        url = _header(message, field)
        if url and url.startswith(("http://", "https://")):
            return url
    return None


def _footed(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with words about the newsletter itself as furniture: single lines in the first half, and all
    that follows the first such line in the second."""
    marks = [place for place, block in enumerate(blocks) if _speaks_of_itself(block.span.of(text))]
    footer = next((place for place in marks if blocks[place].span.start > len(text) / 2), len(blocks))
    furniture = {*marks, *range(footer, len(blocks))}
    return tuple(
        replace(block, kind=BlockKind.FURNITURE) if place in furniture else block
        for place, block in enumerate(blocks)
    )


def _speaks_of_itself(words: str) -> bool:
    return len(words) < 8 * SHORT and len(words.split()) <= SHORT and FOOTER.search(words) is not None
