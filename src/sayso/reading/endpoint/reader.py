"""What does a language model elsewhere see in a document, as far as it stands there?"""

import time
from collections import Counter
from collections.abc import Sequence

from sayso.errors import ReadingError
from sayso.model.document import Document
from sayso.model.marks import Marks
from sayso.model.readout import Readout, Refused, TrendFound, TriggerFound
from sayso.reading.endpoint.ask import Asker
from sayso.reading.endpoint.by_window import ByWindow
from sayso.reading.endpoint.settings import EndpointSettings


class EndpointReader:
    """Sends a document, window by window, to a language model behind an OpenAI-compatible interface."""

    name = "llm"
    languages = frozenset({"en"})  # statements and events are assembled with English tables, whoever read

    def __init__(self, settings: EndpointSettings, *, version: str, seconds: float) -> None:
        """`seconds` is the time for one document; what it does not suffice for is told as refused."""
        self.settings, self.version, self.seconds = settings, version, seconds

    def read(self, document: Document, marks: Marks) -> Readout:
        """What stands in the document of what the model tells; the rest is refused, each with its reason.
        ReadingError where the model gave no answer at all that could be taken."""
        asker = Asker(settings=self.settings, until=time.monotonic() + self.seconds)
        reading = ByWindow(document=document, marks=marks, asker=asker)
        reading.ask()
        if reading.refused and not reading.found:
            raise _nothing(reading.refused)
        cues = {cue: None for found in reading.found for cue in found.cues}
        triggers = {trigger: None for found in reading.found for trigger in found.triggers}
        trends = {trend: None for found in reading.found for trend in found.trends}
        return Readout(
            step=self.name,
            version=self.version,
            cues=tuple(sorted(cues, key=lambda cue: (cue.span or cue.content[0], cue.content))),
            triggers=tuple(sorted(triggers, key=_place)),
            trends=tuple(sorted(trends, key=_place)),
            refused=tuple(reading.refused),
        )


def _place(found: TriggerFound | TrendFound) -> tuple[int, int]:
    return found.span.start, found.span.end


def _nothing(refused: Sequence[Refused]) -> ReadingError:
    """The failure of a whole document: its first reason, the others by number."""
    first, *rest = refused
    others = Counter(each.reason for each in rest)
    told = ", ".join(f"{count} {reason}" for reason, count in others.items())
    return ReadingError(first.reason, first.detail + (f" (also: {told})" if told else ""))
