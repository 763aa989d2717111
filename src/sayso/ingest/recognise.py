"""What form of input are these bytes?"""

import json
import re
from typing import Final

from sayso.errors import PageError
from sayso.ingest.decode import head_text
from sayso.model.page import Media

HEAD: Final = 65_536  # bytes looked at, beside a first line of JSON, which is looked at whole

# Signature at the start, the reason it is kept under, what it is and what to do instead.
_SIGNATURES: Final = (
    (b"%PDF", "pdf", "a PDF: save its text (pdftotext) or the web page instead"),
    (b"\x89PNG", "image", "an image (PNG): give the page or its text"),
    (b"\xff\xd8\xff", "image", "an image (JPEG): give the page or its text"),
    (b"GIF8", "image", "an image (GIF): give the page or its text"),
    (b"II*\x00", "image", "an image (TIFF): give the page or its text"),
    (b"MM\x00*", "image", "an image (TIFF): give the page or its text"),
    (b"\x00\x00\x01\x00", "image", "an icon: give the page or its text"),
    (b"PK\x03\x04", "archive", "a ZIP archive or an office document: unpack it, or save it as plain text"),
    (b"PK\x05\x06", "archive", "an empty ZIP archive"),
    (b"BZh", "archive", "a bzip2 archive: unpack it first"),
    (b"\xfd7zXZ", "archive", "an xz archive: unpack it first"),
    (b"7z\xbc\xaf", "archive", "a 7z archive: unpack it first"),
    (b"Rar!", "archive", "a RAR archive: unpack it first"),
    (b"\x28\xb5\x2f\xfd", "archive", "a zstd archive: unpack it first"),
    (b"\x1f\x8b", "archive", "a gzip archive within another: unpack it first"),
    (b"WARC/", "archive", "a web archive (WARC): extract its pages first"),
    (b"\xd0\xcf\x11\xe0", "office", "an old office document: save it as plain text"),
    (b"{\\rtf", "office", "a rich text file: save it as plain text"),
    (b"SQLite format 3", "binary", "a database: give pages or texts"),
    (b"ID3", "sound", "a sound file: give a transcript"),
    (b"OggS", "sound", "a sound file: give a transcript"),
    (b"\x1aE\xdf\xa3", "video", "a video: give a transcript"),
)
_MAIL_HEADERS: Final = frozenset(
    {
        *("from", "to", "cc", "date", "subject", "message-id", "mime-version", "received", "return-path"),
        *("delivered-to", "reply-to", "sender", "content-type", "content-transfer-encoding"),
        *("dkim-signature", "list-unsubscribe", "list-id"),
    }
)
_HEADER_LINE: Final = re.compile(r"([A-Za-z][A-Za-z0-9-]{0,60}):(?:\s|$)")
_HTML_SURE: Final = re.compile(r"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_HTML_BLOCK: Final = re.compile(
    r"</(?:p|div|article|section|main|h[1-6]|ul|ol|table|figure|head|body|html)\s*>", re.IGNORECASE
)
_HTML_START: Final = re.compile(
    r"<(?:!--|(?:p|div|article|section|main|h[1-6]|span|a|table|figure|meta)\b)", re.IGNORECASE
)
_FEED: Final = re.compile(r"<(?:rss|feed|urlset|sitemapindex|rdf:rdf)[\s>]", re.IGNORECASE)
_SVG: Final = re.compile(r"<svg[\s>]", re.IGNORECASE)


def recognise(content: bytes, name: str) -> Media:
    """The form of the bytes, by what they are; the name's suffix settles only what they leave open.

    PageError with the reason "empty", "pdf", "image", "archive", "office", "sound", "video", "feed", "xml",
    "json" or "binary" where no page can come of them.
    """
    head = content[:HEAD]
    if not head.strip(b" \t\r\n\x0b\x0c\xef\xbb\xbf"):
        raise PageError("empty", f"{name} is empty: there is nothing to read")
    _refuse_signatures(head, name)
    text = head_text(head)
    if text is None:
        raise PageError("binary", f"{name} is no text: give a saved page, plain text, an e-mail or JSONL")
    start = text.lstrip("\ufeff \t\r\n")
    if start.startswith("{"):
        media = _json(content, start, name)
        if media:
            return media
    if start.startswith("[{") and name.lower().endswith(".json"):
        raise PageError("json", f'{name} is a JSON list: write one {{"id", "text"}} object a line (JSONL)')
    if _is_mail(start, name):
        return Media.EMAIL
    return _marked_up(start, name)


def _refuse_signatures(head: bytes, name: str) -> None:
    for signature, reason, advice in _SIGNATURES:
        if head.startswith(signature):
            raise PageError(reason, f"{name} is {advice}")
    if head[4:8] == b"ftyp":
        raise PageError("video", f"{name} is a video or an image: give a transcript or the page")
    if head.startswith(b"RIFF") and head[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        raise PageError(
            "image" if head[8:12] == b"WEBP" else "sound", f"{name} is no text: give the page or its text"
        )
    if head[257:262] == b"ustar":
        raise PageError("archive", f"{name} is a tar archive: unpack it first")


def _json(content: bytes, start: str, name: str) -> Media | None:
    """JSONL where the first line is an object with "text"; None where it is no JSON at all."""
    line = content.lstrip(b"\xef\xbb\xbf \t\r\n").partition(b"\n")[0]
    called_so = name.lower().removesuffix(".gz").endswith((".jsonl", ".ndjson"))
    try:
        first = json.loads(line.decode("utf-8", "replace").rstrip("\r\x00 \t"))
    except (ValueError, RecursionError):
        if called_so:
            return Media.LINE  # a first line that is broken is that line's failure, not the others'
        if re.match(r'\{\s*"[^"\n]{1,80}"\s*:', start):
            raise PageError(
                "json", f'{name} is JSON, but not one {{"id", "text"}} object a line (JSONL)'
            ) from None
        return None
    if called_so or (isinstance(first, dict) and "text" in first):
        return Media.LINE
    raise PageError("json", f'{name} is JSON without "text": each line needs {{"id": "…", "text": "…"}}')


def _is_mail(start: str, name: str) -> bool:
    """Whether a block of mail headers comes first: From and two more, or any one in a file called .eml."""
    lines = start.splitlines()[:200]
    if lines and lines[0].startswith("From ") and len(lines) > 1:
        lines = lines[1:]  # an mbox separator
    known: set[str] = set()
    for line in lines:
        if not line.strip():
            break
        if line[0] in " \t" and known:
            continue
        header = _HEADER_LINE.match(line)
        if not header:
            break
        known.update({header[1].lower()} & _MAIL_HEADERS)
    if name.lower().endswith((".eml", ".mhtml", ".mht")):
        return bool(known)
    return "from" in known and len(known) >= 3


def _marked_up(start: str, name: str) -> Media:
    """HTML by its tags, else plain text; feeds and other XML are refused."""
    if _HTML_SURE.search(start[:8192]):
        return Media.HTML
    if start.startswith("<"):
        if _SVG.search(start[:2048]):
            raise PageError("image", f"{name} is a drawing (SVG): give the page or its text")
        if _FEED.search(start[:2048]):
            raise PageError("feed", f"{name} is a feed or a sitemap: save the pages that it lists")
        if start.startswith(("<?xml", "<!DOCTYPE")):
            raise PageError("xml", f"{name} is XML but no web page: save its text instead")
        if _HTML_START.match(start) and "</" in start:
            return Media.HTML
    # Three closing tags of blocks: a text that quotes a tag or two stays a text.
    return Media.HTML if len(_HTML_BLOCK.findall(start)) >= 3 else Media.TEXT
