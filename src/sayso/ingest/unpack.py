"""What do the bytes of a gzip'ed page unpack to?"""

import zlib
from typing import Final

from sayso.errors import PageError
from sayso.ingest.limits import PAGE_BYTES, RATIO_FROM, UNPACKED_RATIO

MAGIC: Final = b"\x1f\x8b"
_STEP: Final = 1 << 20


def unpacked(content: bytes, name: str) -> bytes:
    """The bytes themselves, or what they hold where they are gzip'ed.

    PageError "too-large" for a bomb, "archive" for a broken file; nothing beyond the limit is held in memory.
    """
    if not content.startswith(MAGIC):
        return content
    parts: list[bytes] = []
    size = 0
    rest = content
    while rest.startswith(MAGIC):  # members may follow one another
        stream = zlib.decompressobj(wbits=31)
        while rest and not stream.eof:
            try:
                part = stream.decompress(rest, _STEP)
            except zlib.error:
                raise PageError("archive", f"{name} is a broken gzip file: fetch it again") from None
            size += len(part)
            if size > PAGE_BYTES or (size > RATIO_FROM and size > UNPACKED_RATIO * len(content)):
                raise PageError(
                    "too-large",
                    f"{name} unpacks to over {PAGE_BYTES // 1_000_000} MB or {UNPACKED_RATIO} times its size:"
                    " unpack it first and give the pages that it holds",
                )
            parts.append(part)
            if not part and not stream.unconsumed_tail:
                break
            rest = stream.unconsumed_tail
        if not stream.eof:
            raise PageError("archive", f"{name} is a gzip file that breaks off: fetch it again")
        rest = stream.unused_data
    return b"".join(parts)
