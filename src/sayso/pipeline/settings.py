"""What may be set, and what holds where nothing is?"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import SettingsError
from sayso.reading.encoder.manifest import SHIPPED, manifest_of
from sayso.reading.endpoint.settings import EndpointSettings, from_environment

MEGABYTE = 1 << 20
PAGE_SECONDS = 120.0  # news pages take milliseconds, a million words about half of it
LLM = "llm"  # the one reader that is elsewhere
ENCODER = "encoder"  # the one that was learned
WEIGHTS = "SAYSO_WEIGHTS"  # in the environment: weights of one's own for it
LLM_PAGE_SECONDS = 900.0  # three requests at their limit of time; a page of 600 words is one request


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Read once at the edge, passed down, never changed."""

    reader: str = ENCODER
    jobs: int = 1  # worker processes
    page_seconds: float = PAGE_SECONDS  # per page
    worker_bytes: int = 3 << 30  # address space of one worker; numpy alone reserves some 0.5 GB of it
    endpoint: EndpointSettings | None = None  # where the reader `llm` is
    weights: Path | None = None  # of the reader `encoder`; None: those that come with sayso
    polnear: bool = False  # whether PolNeAR's convention says what counts as an attribution
    ahead: int = 32  # pages under way per worker: bounds memory, and how long results wait for their turn

    def __post_init__(self) -> None:
        if self.jobs < 1:
            raise SettingsError(f"--jobs must be 1 or more, not {self.jobs}")
        if self.page_seconds <= 0 or self.worker_bytes < 256 * MEGABYTE or self.ahead < 1:
            raise SettingsError("a page needs more than 0 seconds and a worker at least 256 MB")
        if self.reader == LLM and self.endpoint is None:
            raise SettingsError("the reader llm needs an endpoint: see docs/llm-reader.md")

    @property
    def model(self) -> str | None:
        """Which model reads: part of the reader's version. WeightsError where weights have no manifest."""
        if self.reader == ENCODER:
            return manifest_of(self.weights or SHIPPED).version
        return self.endpoint.model if self.reader == LLM and self.endpoint else None


def settled(
    environment: Mapping[str, str],
    *,
    reader: str,
    jobs: int = 1,
    page_seconds: float | None = None,
    polnear: bool = False,
) -> Settings:
    """The settings of a command line, with what the environment says of the reader. Or SettingsError."""
    endpoint = from_environment(environment) if reader == LLM else None
    seconds = page_seconds if page_seconds is not None else LLM_PAGE_SECONDS if endpoint else PAGE_SECONDS
    weights = Path(environment[WEIGHTS]) if environment.get(WEIGHTS) else None
    return Settings(
        reader=reader, jobs=jobs, page_seconds=seconds, endpoint=endpoint, weights=weights, polnear=polnear
    )
