"""How far is a run, to a person at a terminal?"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn
from rich.progress import TimeRemainingColumn as TimeLeft
from rich.text import Text


class Meter(Protocol):
    """Counts inputs as they are done."""

    def step(self, failed: int) -> None:
        """One more is done; `failed` of all so far failed."""
        ...


class _Rate(ProgressColumn):
    """Inputs a second."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{speed:.1f}/s" if speed else "", style="progress.data.speed")


class _Silent:
    def step(self, failed: int) -> None:
        return None


class _Bar:
    def __init__(self, console: Console, total: int | None, doing: str) -> None:
        self.bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(bar_width=28),
            MofNCompleteColumn(),
            _Rate(),
            TimeLeft(compact=True),
            TextColumn("{task.fields[failures]}"),
            console=console,
            transient=True,
        )
        self.task = self.bar.add_task(doing, total=total, failures="")

    def __enter__(self) -> "_Bar":
        self.bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.bar.stop()

    def step(self, failed: int) -> None:
        self.bar.update(self.task, advance=1, failures=f"[red]{failed} failed[/]" if failed else "")


@contextmanager
def meter(*, total: Callable[[], int | None], quiet: bool, doing: str = "reading") -> Iterator[Meter]:
    """A bar with count, rate and time left on stderr; nothing where that is no terminal, or with `quiet`.

    `total` is asked only where the bar is shown: counting the lines of a large file takes its time.
    """
    console = Console(stderr=True)
    if quiet or not console.is_terminal:
        yield _Silent()
        return
    with _Bar(console, total(), doing) as bar:
        yield bar
