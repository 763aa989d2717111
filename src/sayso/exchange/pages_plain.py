"""What is left of a page's article when its tags are lost and it is read as plain text?"""

from hashlib import sha256
from urllib.parse import urlsplit

from sayso.exchange.pages_corpus import BodyCase, content_of
from sayso.ingest.plain import from_text
from sayso.lexicon.line_weights import FOLDS
from sayso.model.document import BlockKind

_SECOND = frozenset({"ac", "co", "com", "edu", "gov", "net", "org"})
_BODY = frozenset({BlockKind.PARAGRAPH, BlockKind.SUBHEAD, BlockKind.LIST_ITEM, BlockKind.DATELINE})


def site_of(url: str) -> str:
    """The registered domain, by the rule of thumb that suffices for these pages."""
    parts = (urlsplit(url).hostname or "").lower().split(".")
    keep = 3 if len(parts) > 2 and parts[-2] in _SECOND and len(parts[-1]) == 2 else 2
    return ".".join(parts[-keep:])


def fold_of(url: str) -> int:
    """The fold of a page's site, as the weights were learned: no site is judged by weights that saw it."""
    return int(sha256(site_of(url).encode()).hexdigest(), 16) % FOLDS


def scraped(case: BodyCase) -> str | None:
    """The body found in the page as `html_text` flattens it; None where `html_text` is not installed."""
    try:
        from html_text import extract_text
    except ImportError:
        return None
    try:
        text = extract_text(content_of(case.path).decode("utf-8", "replace"))
    except OSError:
        return ""
    blocks = from_text(text, fold=fold_of(case.url or ""))
    return "\n\n".join(block.span.of(text) for block in blocks if block.kind in _BODY)
