"""When was it, as far as the text tells?"""

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
    return When(
        value=caption.date,
        mention=caption.date_span,
        grain=_GRAINS.get(len(caption.date or "")),
        anchor="itself",
    )
