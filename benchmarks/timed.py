"""What does a command cost, with every process that it starts?

    python -m benchmarks.timed COMMAND ARGUMENT...

Prints seconds by the clock and of CPU, and the peak memory of the largest process in MB, as JSON. Workers of
`sayso read` are children of a server, which outlives the command by a moment: this process adopts and counts
them (prctl(2), PR_SET_CHILD_SUBREAPER), hence it is one of its own.
"""

import ctypes
import json
import os
import resource
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass

ADOPT = 36  # PR_SET_CHILD_SUBREAPER, Linux 3.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Of one run of a command."""

    wall: float  # seconds
    cpu: float  # seconds, of all processes
    peak_mb: float  # of the largest process


def cost_of(command: list[str]) -> Cost:
    """Runs the command, its output thrown away. Raises RuntimeError where it ends with more than 1."""
    asked = [sys.executable, "-m", "benchmarks.timed", *command]
    done = subprocess.run(asked, capture_output=True, check=False, text=True)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed: {done.stderr[-500:]}")
    return Cost(**json.loads(done.stdout))


def main() -> int:
    """Runs the command of the command line."""
    ctypes.CDLL(None).prctl(ADOPT, 1, 0, 0, 0)
    start = time.monotonic()
    code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=False).returncode
    wall = time.monotonic() - start
    with suppress(ChildProcessError):
        while True:
            os.waitpid(-1, 0)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = used.ru_utime + used.ru_stime
    print(json.dumps({"wall": wall, "cpu": cpu, "peak_mb": used.ru_maxrss / 1024}))
    return 0 if code in (0, 1) else code  # 1: some inputs failed


if __name__ == "__main__":
    sys.exit(main())
