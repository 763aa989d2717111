"""Which report is a page a version of?"""

from typing import Final
from urllib.parse import urlsplit

from courlan import clean_url

from sayso.model.ids import digest

LONGEST: Final = 2000  # code points; what is longer is no permanent address


def report_of(*, url: str | None, outlet: str | None, name: str, sha256: str) -> str:
    """The report's id: by canonical address, else by outlet and the caller's name, else by the bytes."""
    address = address_of(url) if url else None
    if address:
        return digest("report", address)
    return digest("report", outlet, name) if outlet else digest("report", sha256)


def address_of(url: str) -> str | None:
    """An address by which a page is known again: without scheme, "www.", trackers and fragment.

    None where it leads to no page of its own: a site's front page, or no web address at all.
    """
    try:
        parts = urlsplit(clean_url(url[:LONGEST]) or "")
        host = (parts.hostname or "").removeprefix("www.")
    except (ValueError, UnicodeError):
        return None
    if parts.scheme not in {"http", "https"} or "." not in host:
        return None
    path = parts.path.rstrip("/")
    if not path and not parts.query:
        return None
    return f"{host}{path}" + (f"?{parts.query}" if parts.query else "")


def host_of(url: str | None) -> str | None:
    """The host of a web address."""
    try:
        return urlsplit(url).hostname if url else None
    except ValueError:
        return None
