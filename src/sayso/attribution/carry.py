"""Which outlet carried words in which no outlet is named?"""

from dataclasses import dataclass

from sayso.model.statement import Hop, Voice

_GOES_ON = 1200  # characters between two statements of one interview; on train 700 finds fewer, 2500 no more


@dataclass(slots=True)
class Account:
    """The account that is going on: who tells it through whom, and where it was last heard."""

    carrier: Voice | None = None
    speaker: str | None = None
    last: int = 0

    def hear(self, carrier: Voice | None, speaker: str | None, place: int) -> None:
        """Notes a statement; one by another speaker through nobody ends the account."""
        if carrier is not None:
            self.carrier, self.speaker, self.last = carrier, speaker, place
        elif speaker == self.speaker:
            self.last = place

    def carrier_of(self, speaker: str | None, place: int) -> Voice | None:
        """The carrier of the account where the same speaker goes on close by."""
        if self.carrier is not None and speaker and speaker == self.speaker and place - self.last < _GOES_ON:
            return self.carrier
        return None


def carried_hop(voice: Voice) -> Hop:
    """A hop without words of its own."""
    return Hop(voice=voice)
