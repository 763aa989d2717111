"""What does one worker process do?"""

import gc
import logging
import resource
import signal
from multiprocessing.connection import Connection

from sayso.pipeline.assemble import build
from sayso.pipeline.hear import hear
from sayso.pipeline.settings import Settings


def work(tasks: Connection, settings: Settings) -> None:
    """Answers each page with a Heard or a Failure, in order, until the other end closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when a run is interrupted
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL + 1)  # what it gives up is told as a failure
    resource.setrlimit(resource.RLIMIT_AS, (settings.worker_bytes, settings.worker_bytes))
    stages = build(settings)
    gc.freeze()  # tables and modules stay: spare the collector from walking them for every page
    while True:
        try:
            page = tasks.recv()
            tasks.send(hear(page, stages))
        except (EOFError, BrokenPipeError, ConnectionResetError):
            return
