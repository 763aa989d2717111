"""How are pages read in processes that may hang, die or eat the memory, while the run goes on?

The field's pools either break or hang when a process is lost (`concurrent.futures`, `multiprocessing.Pool`)
or have no limit for one task (`loky`), hence this one.
"""

import multiprocessing
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Generic, TypeVar

from sayso.model.failure import Failure, Stage
from sayso.model.heard import Heard
from sayso.model.page import Page
from sayso.pipeline.settings import Settings

Work = Callable[[Connection, Settings], None]
Answer = Heard | Failure
Aside = TypeVar("Aside")  # what is no page takes its turn and comes out as it went in
SMALL = 32 << 10  # bytes that may wait in a pipe: far below a socket's buffer, so that sending never blocks
START_SECONDS = 60.0  # a worker's first answer may also wait for imports and tables


def read_all(
    pages: Iterable[Page | Aside], settings: Settings, *, work: Work
) -> Iterator[tuple[Page, Answer] | Aside]:
    """Each page with its answer, in order; what is no page takes its turn and comes out as it went in.

    At most `settings.ahead` pages a worker are under way. A page that takes too long or kills its worker
    becomes a failure; the pages sent behind it are read by another worker.
    """
    crew: _Crew[Aside] = _Crew(settings, work)
    try:
        for page in pages:
            crew.put(page)
            crew.collect(block=crew.is_full)
            yield from crew.answered()
        while crew.tasks:
            crew.collect(block=True)
            yield from crew.answered()
    finally:
        crew.stop()


@dataclass(slots=True)
class _Task:
    page: Page
    answer: Answer | None = None


class _Crew(Generic[Aside]):
    """The tasks in order, those of them not yet sent, and the workers."""

    def __init__(self, settings: Settings, work: Work) -> None:
        self.settings, self.work = settings, work
        self.tasks: deque[_Task | Aside] = deque()
        self.waiting: deque[_Task] = deque()
        self.workers: list[_Worker] = []

    @property
    def is_full(self) -> bool:
        return len(self.tasks) >= self.settings.ahead * self.settings.jobs

    @property
    def is_waiting(self) -> bool:
        """Whether the task at the front lacks its answer."""
        return bool(self.tasks) and isinstance(self.tasks[0], _Task) and self.tasks[0].answer is None

    def put(self, page: Page | Aside) -> None:
        if not isinstance(page, Page):
            self.tasks.append(page)
            return
        task = _Task(page=page)
        self.tasks.append(task)
        self.waiting.append(task)

    def answered(self) -> Iterator[tuple[Page, Answer] | Aside]:
        """Takes off the tasks at the front that have their answer."""
        while self.tasks and not self.is_waiting:
            task = self.tasks.popleft()
            if isinstance(task, _Task):
                assert task.answer is not None
                yield task.page, task.answer
            else:
                yield task

    def collect(self, *, block: bool) -> None:
        """Hands out pages and takes in answers; if `block`, until the task at the front has its answer."""
        while True:
            self._hand_out()
            busy = [w for w in self.workers if w.sent]
            if not busy:
                return
            waits = block and self.is_waiting
            left = max(0.0, min(w.deadline for w in busy) - time.monotonic()) if waits else 0.0
            ready = set(wait([w.pipe for w in busy], timeout=left))
            for worker in busy:
                if not worker.take(worker.pipe in ready):
                    self._replace(worker)
            if not ready and not waits:
                return

    def _hand_out(self) -> None:
        while self.waiting:
            idle = [w for w in self.workers if not w.sent]
            if not idle and len(self.workers) < self.settings.jobs:
                self.workers.append(_Worker(self.settings, self.work))
                continue
            free = idle or [w for w in self.workers if w.has_room(self.waiting[0])]
            if not free:
                return
            min(free, key=lambda w: len(w.sent)).send(self.waiting.popleft())

    def _replace(self, worker: "_Worker") -> None:
        worker.stop()
        self.workers.remove(worker)
        self.waiting.extendleft(reversed(worker.sent))

    def stop(self) -> None:
        for worker in self.workers:
            worker.stop()


class _Worker:
    """One process, the tasks it was sent, and until when the first of them must be answered."""

    def __init__(self, settings: Settings, work: Work) -> None:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["sayso.pipeline.worker"])
        self.seconds = settings.page_seconds
        self.sent: deque[_Task] = deque()
        self.pipe, theirs = context.Pipe(duplex=True)
        self.process = context.Process(target=work, args=(theirs, settings), daemon=True)
        self.process.start()
        theirs.close()
        self.deadline = time.monotonic() + START_SECONDS + self.seconds

    def has_room(self, task: _Task) -> bool:
        """Whether the page fits the pipe beside those that wait in it."""
        return sum(len(t.page.content) for t in (*self.sent, task)) < SMALL

    def send(self, task: _Task) -> None:
        if not self.sent:
            self.deadline = max(self.deadline, time.monotonic() + self.seconds)
        self.sent.append(task)
        try:
            self.pipe.send(task.page)
        except (BrokenPipeError, ConnectionResetError):
            return  # it has died: `take` will find that out

    def take(self, ready: bool) -> bool:
        """Takes the answer to the oldest task, if there is one; False if the worker must be replaced."""
        try:
            if ready:
                self.sent[0].answer = self.pipe.recv()
                self.sent.popleft()
                self.deadline = time.monotonic() + self.seconds
                return True
            if time.monotonic() < self.deadline:
                return True
            self._give_up("timeout", f"not read within {self.seconds:g} seconds; the page is kept")
        except (EOFError, OSError):
            self._give_up("crashed", "the process that read it died, perhaps for want of memory; it is kept")
        return False

    def _give_up(self, reason: str, detail: str) -> None:
        task = self.sent.popleft()
        task.answer = Failure(
            stage=Stage.INGEST, reason=reason, detail=detail, name=task.page.name, page=task.page.sha256
        )

    def stop(self) -> None:
        self.pipe.close()
        self.process.kill()
        self.process.join()
