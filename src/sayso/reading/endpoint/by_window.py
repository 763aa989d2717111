"""What comes of a document that is asked about window by window?"""

import time
from collections import deque
from dataclasses import dataclass, field

from sayso.model.document import Document
from sayso.model.marks import Marks
from sayso.model.readout import Refused
from sayso.reading.endpoint.ask import Asker
from sayso.reading.endpoint.post import NoAnswer
from sayso.reading.endpoint.prompt import room, turns
from sayso.reading.endpoint.quotes import NotTaken, Quoted
from sayso.reading.endpoint.reply import Found, answer_in, taken
from sayso.reading.endpoint.settings import CONTEXT
from sayso.reading.endpoint.windows import Window, is_too_long, windows

# After these the next window would fare no better.
FATAL = frozenset({"unreachable", "unauthorised", "not-found", "redirect", "not-json"})
_HALVINGS = 2  # of a window whose answer breaks off: a quarter of some 400 words is four sentences


@dataclass(slots=True, kw_only=True)
class ByWindow:
    """One document on its way through an endpoint."""

    document: Document
    marks: Marks
    asker: Asker
    found: list[Found] = field(default_factory=list)  # one for each answer that was taken
    refused: list[Refused] = field(default_factory=list)

    def ask(self) -> None:
        """Asks about all windows in order; one whose answer breaks off is asked about in halves."""
        size = room(self.asker.settings.context)
        pending = deque((window, 0) for window in windows(self.document, self.marks, size))
        while pending:
            window, halved = pending.popleft()
            if is_too_long(self.marks, window, size):
                self._refuse(window, "too-long", f"it has over {size} characters; raise {CONTEXT}")
                continue
            try:
                self._read(window)
            except NotTaken as error:
                halves = window.halves(self.marks, size)
                if error.refused.reason == "truncated" and halved < _HALVINGS and len(halves) > 1:
                    pending.extendleft((half, halved + 1) for half in reversed(halves))
                else:
                    self._refuse(window, error.refused.reason, error.refused.detail)
            except NoAnswer as error:
                if error.reason in FATAL or time.monotonic() >= self.asker.until:
                    window = Window(shown=window.shown, first=window.first, end=len(self.marks.sentences))
                    pending.clear()
                self._refuse(window, error.reason, error.detail)

    def _read(self, window: Window) -> None:
        answer = answer_in(self.asker.ask(turns(self.document, self.marks, window)))
        quoted = Quoted(text=self.document.text, sentences=self.marks.sentences, window=window)
        self.found.append(taken(answer, quoted, self.marks.quantities))
        self.refused += quoted.refused

    def _refuse(self, window: Window, reason: str, detail: str) -> None:
        which = f"sentences {window.first} to {window.end - 1} of {len(self.marks.sentences)} are not read: "
        self.refused.append(Refused(reason=reason, detail=which + detail))
