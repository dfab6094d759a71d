"""How much work something may take."""

import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """
    Fails what takes longer, in seconds of our processor, whatever else the machine does.

    The limits are many times what is measured: work that grows faster than its input breaks them, a slow machine
    does not.
    """
    started = time.process_time()
    yield
    spent = time.process_time() - started

    assert spent < seconds
