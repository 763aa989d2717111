"""How is numpy kept to one thread while a document is read?

Its matrix products are small here: a second thread waits for work most of the time, at full cost, and sums
in another order. Measured on two cores: the heads cost 15 times as much CPU with two threads as with one.
"""

from contextlib import AbstractContextManager
from functools import cache
from typing import Any


def one_thread() -> AbstractContextManager[object]:
    """Within it matrix products run on one thread; afterwards as before."""
    told: AbstractContextManager[object] = _controller().limit(limits=1, user_api="blas")
    return told


@cache
def _controller() -> Any:
    from threadpoolctl import ThreadpoolController  # looks for the libraries loaded: 5 ms, once

    return ThreadpoolController()
