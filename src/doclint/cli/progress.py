"""How far a run is, for a person who waits."""

import sys
import time

_PATIENCE = 0.5  # seconds before anything is shown
_PAUSE = 0.1  # seconds between two pictures
_WIDTH = 30


class Progress:
    """
    Called with what is done and what there is, of `things`.

    Draws one line on standard error (how many, how fast, how long still) if that is a terminal; clears it at the end.
    """

    def __init__(self, things: str) -> None:
        self._things = things
        self._started = time.monotonic()
        self._next = self._started + _PATIENCE if sys.stderr.isatty() else float("inf")
        self._drawn = False

    def __call__(self, done: int, total: int) -> None:
        """Draw, if it is time to."""
        now = time.monotonic()
        if done == total and self._drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
        elif now >= self._next and 0 < done < total:
            rate = done / (now - self._started)
            left = round((total - done) / rate)
            bar = "━" * (_WIDTH * done // total)
            pace = f"{rate:.0f}/s, {left // 60}:{left % 60:02} left"
            sys.stderr.write(f"\r\x1b[K{bar:<{_WIDTH}} {done:,} of {total:,} {self._things}, {pace}")
            sys.stderr.flush()
            self._next, self._drawn = now + _PAUSE, True
