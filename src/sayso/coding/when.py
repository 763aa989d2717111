"""When was it, as far as the text tells?"""

from calendar import monthrange
from datetime import date

from sayso.coding.nearby import caption_at, meeting
from sayso.model.document import Caption, Document
from sayso.model.marks import Grain, Marks
from sayso.model.mention import When
from sayso.model.span import Span

_GRAINS = {4: Grain.YEAR, 7: Grain.MONTH, 10: Grain.DAY}


def when_of(document: Document, marks: Marks, trigger: Span, times: tuple[Span, ...]) -> When | None:
    """The time of an act from the words that the reader linked to it; in a caption the photo's own date.

    Never the publication date for want of another; words that cannot be resolved keep a value of None.
    """
    caption = caption_at(document, trigger)
    if caption is not None and caption.date is not None:
        return _of_photo(caption)
    for span in times:
        for words in meeting(marks.times, span)[:1]:
            return When(
                value=words.value,
                mention=words.span,
                earliest=words.earliest,
                latest=words.latest,
                grain=words.grain,
                anchor=words.anchor,
            )
    return When(value=None, mention=times[0]) if times else None


def _of_photo(caption: Caption) -> When:
    earliest, latest = _days_of(caption.date or "")
    return When(
        value=caption.date,
        mention=caption.date_span,
        earliest=earliest,
        latest=latest,
        grain=_GRAINS.get(len(caption.date or "")),
        anchor="itself",
    )


def _days_of(value: str) -> tuple[date | None, date | None]:
    """First and last day of an ISO day, month or year; None where it is none of them."""
    try:
        year, month, day = ([int(part) for part in value.split("-")] + [0, 0])[:3]
        first = date(year, month or 1, day or 1)
        last = date(year, month or 12, day or monthrange(year, month or 12)[1])
    except ValueError:
        return None, None
    return first, last
