"""What can go wrong, said so that the reader knows the next step."""


class SaysoError(Exception):
    """A mistake that its message explains: what was wrong, and what to do next."""


class InputError(SaysoError):
    """An input that cannot be read at all: a missing file, a glob without a match, no text on stdin."""


class PageError(SaysoError):
    """A page that cannot become a document; `reason` is the word under which the failure is kept."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


class ReadingError(PageError):
    """A document that a reader could read nothing of, such as for want of its server; asked again, it may."""


class LexiconError(SaysoError):
    """A row of a table that cannot be understood; the message names file and line."""


class RecordError(SaysoError):
    """A record that cannot be opened, written or understood."""


class SettingsError(SaysoError):
    """A setting or a command line that does not make sense."""


class WeightsError(SaysoError):
    """Weights of the learned reader that are missing, altered, or made for another version."""
