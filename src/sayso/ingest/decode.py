"""Which characters are these bytes?"""

import codecs
import re
from itertools import islice
from typing import Final

from charset_normalizer import from_bytes

SAMPLE: Final = 65_536  # bytes given to the detector: its time grows with them, its answer hardly changes
# Share of bytes above 127: English with curly quotes in windows-1252 has under 2 %, Cyrillic, Arabic, Hebrew,
# Chinese or Japanese encodings over 30 %. With fewer than this the detector only guesses.
SPARSE: Final = 0.05

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META: Final = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_XML: Final = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
# What browsers take a label for (https://encoding.spec.whatwg.org), where Python's codec of that name
# differs.
_LABELS: Final = (
    (
        "cp1252",
        "latin-1 latin1 l1 iso-8859-1 iso8859-1 iso_8859-1 iso88591 ascii us-ascii ansi x-cp1252 cp819",
    ),
    ("cp932", "shift_jis shift-jis sjis x-sjis ms_kanji windows-31j ms932"),
    ("gb18030", "gb2312 gbk gb_2312-80 x-gbk chinese csgb2312"),
    ("cp949", "euc-kr ks_c_5601-1987 ksc5601 korean windows-949"),
    ("cp1254", "iso-8859-9 latin5 l5"),
    ("cp874", "tis-620 iso-8859-11 dos-874"),
    ("big5hkscs", "big5 big5-hkscs cn-big5 x-x-big5"),
    (
        "utf-8",
        "unicode utf8 utf-8 utf-16 utf-16le utf-16be x-utf-8 utf-8-sig",
    ),  # whoever could read "utf-16" in
    # ASCII is not in UTF-16
)
_FAMILIES: Final = re.compile(
    r"(?:iso-?8859-\d+|windows-12\d\d|cp12\d\d|cp8\d\d|koi8-[ru]|macintosh|mac-roman|euc-jp|iso-2022-jp"
    r"|iso-2022-kr|gb18030|big5hkscs|cp932|cp949|utf-8)$"
)


def decode(content: bytes, declared: str | None = None, *, html: bool = False) -> str:
    """The text of the bytes; never fails. A declaration that the bytes belie is seen through.

    `declared` is a label or a Content-Type header. In HTML and e-mail NULs are dropped; in plain text they
    become U+FFFD one for one, so that offsets stay those of the file. A byte order mark is no text.
    """
    text = _decoded(content, declared)
    return text.replace("\x00", "") if html else text.replace("\x00", "\ufffd")


def without_surrogates(text: str) -> str:
    """The text with each lone surrogate (from an escape in JSON or HTML) as U+FFFD, one for one."""
    return _SURROGATE.sub("\ufffd", text)


_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def head_text(head: bytes) -> str | None:
    """The head of a file as rough text, for recognising its form; None where it is binary."""
    for mark, codec in _BOMS:
        if head.startswith(mark):
            return head[len(mark) :].decode(codec, "replace")
    wide = _wide(head)
    if wide:
        return head.decode(wide, "replace")
    # Random bytes hold 10 % of control characters, encoded text none but a stray one; ISO-2022 has ESC.
    controls = len(head.translate(None, _NO_CONTROLS))
    if controls > 0.02 * len(head) or head.count(0) > 0.2 * len(head):
        return None
    return head.decode("utf-8", "replace")


_NO_CONTROLS: Final = bytes(code for code in range(256) if code >= 32 or code in b"\x00\t\n\x0b\x0c\r\x1b")


def _decoded(content: bytes, declared: str | None) -> str:
    for mark, codec in _BOMS:
        if content.startswith(mark):
            return content[len(mark) :].decode(codec, "replace")
    wide = _wide(content[:4096])
    if wide:
        return content.decode(wide, "replace")
    labels = [codec for codec in (_codec(label) for label in _stated(content, declared)) if codec]
    if content.isascii():
        shifted = [codec for codec in labels if codec.startswith("iso-2022")]
        return (
            content.decode(shifted[0], "replace")
            if shifted and b"\x1b" in content
            else content.decode("ascii")
        )
    try:
        return content.decode("utf-8")  # no other encoding of running text is valid UTF-8 by chance
    except UnicodeDecodeError:
        pass
    if _mostly_utf8(content):
        return content.decode("utf-8", "replace")
    for codec in labels:
        if codec != "utf-8":
            try:
                return _as_browsers_do(content, codec)
            except UnicodeDecodeError:
                continue
    return content.decode(_detected(content), "replace")


def _stated(content: bytes, declared: str | None) -> list[str]:
    """Labels in the order of trust: header, then what the page says of itself."""
    labels = []
    if declared:
        header = _CHARSET.search(declared)
        if header or "/" not in declared:
            labels.append(header[1] if header else declared.strip(" \"';"))
    head = content[:4096]
    labels += [
        match[1].decode("ascii") for match in (_XML.search(head), *islice(_META.finditer(head), 2)) if match
    ]
    return labels


def _codec(label: str) -> str | None:
    """The codec that a label means; None where the label means nothing that a page could be in."""
    label = label.strip().lower()
    for codec, names in _LABELS:
        if label in names.split():
            return codec
    return label if _FAMILIES.match(label) else None


def _wide(head: bytes) -> str | None:
    """UTF-16 without its mark: NULs at every other byte of mostly Latin text, and none between."""
    head = head[: len(head) // 2 * 2]
    if len(head) < 8:
        return None
    half = len(head) / 2
    even, odd = head[::2].count(0) / half, head[1::2].count(0) / half
    if odd > 0.6 and even < 0.02:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 and odd < 0.02 else None


def _mostly_utf8(content: bytes) -> bool:
    """UTF-8 with a few broken places (cut off, or a foreign quotation pasted in): most of it is valid."""
    sample = content[: 4 * SAMPLE]
    text = sample.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    valid = sum(1 for point in text if point > "\x7f") - broken
    return valid > 3 * broken


def _detected(content: bytes) -> str:
    sample = content[:SAMPLE]
    if sum(byte > 127 for byte in sample) < SPARSE * len(sample):
        return "cp1252"
    best = from_bytes(sample).best()
    return best.encoding if best and _FAMILIES.match(best.encoding.replace("_", "-")) else "cp1252"


def _as_browsers_do(content: bytes, codec: str) -> str:
    """Decoded strictly, but for windows-1252, in which browsers find no byte wrong."""
    if codec != "cp1252":
        return content.decode(codec)
    return content.decode("cp1252", "replace")
