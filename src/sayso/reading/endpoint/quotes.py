"""Which span is meant by words that a model quotes, and when are they refused?"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.model.readout import Refused
from sayso.model.span import Span
from sayso.reading.endpoint.locate import places
from sayso.reading.endpoint.windows import Window
from sayso.reading.endpoint.wire import WHOLE, Quote

_WORDS_SHOWN = 160  # characters of refused words in a failure: enough to find them
_LONGEST = 40  # words of a party, source or place; the longest description in real reports has about thirty
_LONG = frozenset({"the content", "the claim of a trend"})  # may be longer, and a whole sentence


class NotTaken(Exception):  # noqa: N818 - no error: it ends one item, and is kept
    """Something told that does not stand in the text, or makes no sense there."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.refused = Refused(reason=reason, detail=detail)


def shown(words: str) -> str:
    """Words of a model as a failure may show them: short, without line breaks or what steers a terminal."""
    cut = words[:_WORDS_SHOWN]
    return ascii_safe(repr(cut)) + ("…" if len(words) > len(cut) else "")


def ascii_safe(words: str) -> str:
    """The words without halves of characters, which have no UTF-8."""
    return words.encode("utf-8", "backslashreplace").decode("utf-8")


@dataclass(slots=True, kw_only=True)
class Quoted:
    """The text of one window, and what of an answer about it was refused so far."""

    text: str
    sentences: Sequence[Span]  # of the whole document
    window: Window
    refused: list[Refused] = field(default_factory=list)

    def anchor(self, quote: Quote, *, taken: set[Span], what: str) -> Span:
        """The words that an item hangs on: in a sentence that was to be read, each place once. NotTaken."""
        found = self._found(quote, what)
        if not self.window.first <= quote.s < self.window.end:
            raise NotTaken(
                "outside", f"{what} {shown(quote.w)} stands in sentence {quote.s}, which was not asked for"
            )
        span = next((place for place in found if place not in taken), found[0])
        taken.add(span)
        return span

    def beside(self, quote: Quote, anchor: Span, *, what: str) -> Span:
        """Words that hang on others: the place nearest to them. NotTaken."""
        return min(self._found(quote, what), key=lambda place: (abs(place.start - anchor.start), place.start))

    def optional(self, quote: Quote | None, anchor: Span, *, what: str) -> Span | None:
        """The same for words that an item can do without: where they do not stand, only they are refused."""
        try:
            return self.beside(quote, anchor, what=what) if quote else None
        except NotTaken as error:
            self.refused.append(error.refused)
            return None

    def several(self, quotes: Sequence[Quote], anchor: Span, *, what: str) -> tuple[Span, ...]:
        """Those that stand, in the order told, each once."""
        found = (self.optional(quote, anchor, what=what) for quote in quotes)
        return tuple(dict.fromkeys(span for span in found if span))

    def _found(self, quote: Quote, what: str) -> list[Span]:
        if not self.window.shown <= quote.s < self.window.end:
            raise NotTaken(
                "no-sentence",
                f"{what} {shown(quote.w)} is said to stand in sentence {quote.s}; "
                f"{self.window.shown} to {self.window.end - 1} were shown",
            )
        sentence = self.sentences[quote.s]
        if quote.w == WHOLE and what in _LONG:
            return [sentence]
        if what not in _LONG and len(quote.w.split()) > _LONGEST:
            raise NotTaken("too-long", f"{what} is more than {_LONGEST} words long: {shown(quote.w)}")
        found = list(places(quote.w, self.text, sentence))
        if not found:
            raise NotTaken("not-verbatim", f"{what} {shown(quote.w)} does not stand in sentence {quote.s}")
        return found
