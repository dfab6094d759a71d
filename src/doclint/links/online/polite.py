"""How often one host is asked: a few requests at a time, a pause between them, and back-off when it asks for it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from msgspec import Struct


class Limits(Struct, frozen=True, kw_only=True):
    """What a run may take. Seconds, unless said otherwise."""

    workers: int = 32  # requests at a time
    hosts: int = 64  # hosts with open connections at a time
    per_host: int = 2  # requests at a time
    interval: float = 0.25  # between two requests to a host
    seconds: float = 15.0  # that requests for one URL may take together, redirects and retries with them
    retries: int = 2
    redirects: int = 8
    longest_wait: float = 30.0  # that a server may ask for
    body: int = 1_000_000  # bytes of a page that are looked through for a fragment


class Host:
    """The state of one host during a run."""

    def __init__(self, limits: Limits, gate: asyncio.Semaphore, clock: Callable[[], float]) -> None:
        self.gate = gate
        self.clock = clock
        self.slots = asyncio.Semaphore(limits.per_host)
        self.interval = limits.interval
        self.next_at = 0.0
        self.paused_until = 0.0
        self.closed = False  # it asked for a longer pause than we make

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait until this host may be asked, and ask."""
        async with self.slots:
            while True:
                while (wait := max(self.next_at, self.paused_until) - self.clock()) > 0:
                    await asyncio.sleep(wait)
                await self.gate.acquire()
                if max(self.next_at, self.paused_until) <= self.clock():
                    break
                self.gate.release()  # somebody else asked this host while we waited for our turn
            self.next_at = self.clock() + self.interval
            try:
                yield
            finally:
                self.gate.release()

    def pause(self, seconds: float) -> None:
        """Nobody asks this host for so long."""
        self.paused_until = max(self.paused_until, self.clock() + seconds)


def retry_after(header: str, now: datetime) -> float | None:
    """
    Seconds a server asks us to wait, never negative; None when the field says nothing that can be read.

    Source: RFC 9110, section 10.2.3.
    """
    header = header.strip()
    if header.isascii() and header.isdigit():
        return float(header[:9])
    try:
        until = parsedate_to_datetime(header)
    except (ValueError, TypeError, OverflowError):
        return None
    return max(((until if until.tzinfo else until.replace(tzinfo=UTC)) - now).total_seconds(), 0.0)
