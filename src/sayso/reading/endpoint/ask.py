"""How is an endpoint asked until it answers, or until it is clear that it will not?"""

import time
from dataclasses import dataclass

from sayso.reading.endpoint.complaints import NOT_UNDERSTOOD, complaint, wait_of
from sayso.reading.endpoint.post import Came, NoAnswer, post
from sayso.reading.endpoint.prompt import Turn, reply_tokens
from sayso.reading.endpoint.request import Manner, body, first_manner
from sayso.reading.endpoint.settings import EndpointSettings

FIRST_WAIT = 1.0  # seconds, doubled with each retry
LONGEST_WAIT = 60.0  # a server that asks for more is not waited for: the page's time would be over


@dataclass(slots=True, kw_only=True)
class Asker:
    """Asks one endpoint about one document: what the server did not understand once it is not asked again."""

    settings: EndpointSettings
    until: float  # of time.monotonic(): when the document's time is over
    manner: Manner | None = None

    def ask(self, chat: tuple[Turn, ...]) -> bytes:
        """The body of the answer to a chat. NoAnswer with its reason where there is none."""
        retries, wait = self.settings.retries, FIRST_WAIT
        manner = self.manner or first_manner(self.settings)
        while True:
            came, wrong = self._once(chat, manner)
            if came is not None and wrong is None:
                self.manner = manner
                return came.body
            assert wrong is not None
            easier = manner.easier(wrong.detail) if came and came.status in NOT_UNDERSTOOD else None
            if easier:
                manner = easier
                continue
            if not wrong.passing or retries == 0:
                raise wrong
            told = wait_of(came.retry_after, now=time.time()) if came else None
            self._wait(max(wait, told or 0.0), wrong)
            retries, wait = retries - 1, wait * 2

    def _once(self, chat: tuple[Turn, ...], manner: Manner) -> tuple[Came | None, NoAnswer | None]:
        seconds = min(self.settings.timeout, self.until - time.monotonic())
        if seconds <= 0:
            raise NoAnswer("timeout", "the time for this page is over; raise --page-seconds")
        most = reply_tokens(self.settings.context)
        try:
            came = post(self.settings, body(self.settings, chat, most=most, manner=manner), seconds=seconds)
        except NoAnswer as error:
            return None, error
        return came, complaint(came, self.settings)

    def _wait(self, seconds: float, wrong: NoAnswer) -> None:
        if seconds > LONGEST_WAIT or time.monotonic() + seconds >= self.until:
            raise NoAnswer(
                wrong.reason, f"{wrong.detail}; it would be {seconds:.0f} seconds until the next try"
            )
        self.pause(seconds)

    def pause(self, seconds: float) -> None:
        """Waits."""
        time.sleep(seconds)
