"""What does a page state of itself, beside its text?"""

from dataclasses import dataclass

from sayso.model.document import Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    """Metadata as found; a field is None or empty where the page does not state it. Nothing is guessed."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None  # canonical
    section: str | None = None
    language: str | None = None  # as declared, "en-GB"
    published: Moment | None = None
    updated: Moment | None = None
    authors: tuple[str, ...] = ()  # persons and agencies as signed, cleaned
    truncated: bool = False
