"""Is an act the news of its report, or what came long before, and what tells so?"""

from datetime import date, timedelta

from sayso.coding.nearby import caption_at
from sayso.model.document import Document
from sayso.model.mention import Reason, When
from sayso.model.span import Span

_NEWS = timedelta(days=10)  # the guide's "about a week or more", with the days of a weekly's delay
_LEAST = 0.6  # of a reader's probability; on the development texts best of .4, .5, .6
_LEAST_OLDER, _LEAST_RECENT = 0.4, 0.75  # where the act's own date speaks too: .821 for .819


def is_background(document: Document, trigger: Span, when: When | None, judged: float | None = None) -> bool:
    """Whether it happened clearly before the report, or stands in the caption of an archive photo.

    A reader that judged the words themselves (`judged`, a probability) decides where no archive photo does,
    the sooner where the act's date agrees.
    """
    caption = caption_at(document, trigger)
    if caption is not None and caption.archive:
        return True
    older = _is_older(document, when)
    if judged is None:
        return bool(older)
    if older is None:
        return judged >= _LEAST
    return judged >= (_LEAST_OLDER if older else _LEAST_RECENT)


def background_reason(document: Document, trigger: Span, when: When | None, *, background: bool) -> Reason:
    """What tells so: the caption of an archive photo, the date of the act, else nothing but the reader."""
    caption = caption_at(document, trigger)
    if background and caption is not None and caption.archive:
        return Reason.ARCHIVE
    if _is_older(document, when) is not background:
        return Reason.READER
    return Reason.OLDER if background else Reason.RECENT


def _is_older(document: Document, when: When | None) -> bool | None:
    """Whether the act's last day lies well before publication; None where either is not known."""
    last = _last_day(when)
    if last is None or document.published is None:
        return None
    return last < document.published.day - _NEWS


def _last_day(when: When | None) -> date | None:
    if when is None or when.value is None:
        return None
    if when.latest is not None:
        return when.latest
    end = when.value.rpartition("/")[2]
    if end == "..":
        return None
    try:
        parts = [int(part) for part in end.split("-")]
        return date(parts[0], parts[1] if len(parts) > 1 else 12, parts[2] if len(parts) > 2 else 28)
    except (ValueError, IndexError):
        return None
