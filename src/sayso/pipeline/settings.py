"""What may be set, and what holds where nothing is?"""

from dataclasses import dataclass

from sayso.errors import SettingsError

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Read once at the edge, passed down, never changed."""

    reader: str = "rules"
    jobs: int = 1  # worker processes
    page_seconds: float = 120.0  # per page; news pages take milliseconds, a million words about half of it
    worker_bytes: int = 3 << 30  # address space of one worker; numpy alone reserves some 0.5 GB of it
    ahead: int = 32  # pages under way per worker: bounds memory, and how long results wait for their turn

    def __post_init__(self) -> None:
        if self.jobs < 1:
            raise SettingsError(f"--jobs must be 1 or more, not {self.jobs}")
        if self.page_seconds <= 0 or self.worker_bytes < 256 * MEGABYTE or self.ahead < 1:
            raise SettingsError("a page needs more than 0 seconds and a worker at least 256 MB")
