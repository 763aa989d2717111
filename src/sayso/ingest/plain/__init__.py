"""Plain text as scraped, furniture and all: typed blocks over the text, kept code point for code point."""

from sayso.ingest.plain.article import line_key
from sayso.ingest.plain.blocks import from_text

__all__ = ["from_text", "line_key"]
