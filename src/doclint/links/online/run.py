"""All URLs of a run: each asked for once, hosts side by side, every host politely."""

import asyncio
import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from http import HTTPStatus

import httpcore
from msgspec import Struct
from msgspec.structs import replace

from doclint.links.online.guard import GuardedNetwork
from doclint.links.online.polite import Limits
from doclint.links.online.store import Store
from doclint.links.online.urls import UrlError, address_of, fragment_to_look_for, is_reserved, is_web_port
from doclint.links.online.visit import Visit, Visitor
from doclint.observation import Observation, Outcome

_DAY = 86_400.0
_SILENT_HOSTS = 50  # so many without an answer from anybody, and it is our network
_FEWEST_HOSTS = 3  # to tell a network that is down from hosts that are

Progress = Callable[[int, int], None]  # done, all


class Plan(Struct, frozen=True, kw_only=True):
    """How a run goes about it."""

    limits: Limits = Limits()
    allowed: tuple[str, ...] = ()  # hosts that may have private addresses, named on the command line
    robots: bool = False  # heed robots.txt
    refresh: bool = False  # ask even for what is known
    alive_days: float = 7.0  # a good answer is believed for so long
    dead_days: float = 1.0


class Outlook(Struct, frozen=True):
    """What a run brought: observations by the URL as written in the documents, without its fragment."""

    observations: Mapping[str, Observation]
    asked: int  # URLs that were requested, the others being known
    total: int = 0  # URLs that were to be requested
    down: bool = False  # nobody could be reached: nothing is said about the web
    stopped: bool = False  # by the user, before the end


def observe_all(
    wanted: Mapping[str, Iterable[str]],
    plan: Plan,
    store: Store,
    progress: Progress = lambda done, total: None,
    network: GuardedNetwork | None = None,
) -> Outlook:
    """Observe URLs; `wanted` has the fragments by URL. Interrupted, it leaves all it saw in the store."""
    return asyncio.run(_Run(plan, store, progress, network or GuardedNetwork(plan.allowed)).all(wanted))


def known_ones(wanted: Iterable[str], store: Store) -> Outlook:
    """What the store knows, however old; nothing is asked for."""
    found = {}
    for url in wanted:
        try:
            known = store.get(address_of(url).href)
        except UrlError as error:
            known = _unasked(url, "invalid", str(error))
        if known:
            found[url] = known
    return Outlook(found, 0)


def _unasked(url: str, outcome: Outcome, note: str) -> Observation:
    return Observation(url=url, outcome=outcome, checked_at=time.time(), note=note)


class _Run:
    def __init__(self, plan: Plan, store: Store, progress: Progress, network: GuardedNetwork) -> None:
        self.plan = plan
        self.store = store
        self.progress = progress
        self.network = network
        self.visitor = Visitor(plan.limits, plan.robots, network)
        self.lanes = asyncio.Semaphore(plan.limits.hosts)
        self.found: dict[str, Observation] = {}
        self.bad: dict[str, Observation] = {}  # by URL as written
        self.asked = 0

    async def all(self, wanted: Mapping[str, Iterable[str]]) -> Outlook:
        """Observe everything that is not known yet."""
        visits = self._visits(wanted)
        queues: dict[str, list[Visit]] = {}
        for visit in visits:
            if not self._is_settled(visit):
                queues.setdefault(visit.address.host, []).append(visit)
        self.total = sum(len(queue) for queue in queues.values())
        with _cancelled_by_sigterm():
            stopped = await self._all_hosts(sorted(queues.values(), key=len, reverse=True))
        down = self.visitor.is_unheard(min(_SILENT_HOSTS, max(_FEWEST_HOSTS, len(queues))))
        found = dict(self.bad)
        for visit in visits:
            observation = None if down else self.found.get(visit.address.href)
            if observation:
                found.update(dict.fromkeys(visit.written, observation))
        return Outlook(found, self.asked, self.total, down, stopped)

    async def _all_hosts(self, queues: Iterable[list[Visit]]) -> bool:
        """Work on the queues, the longest first; was it stopped by the user?"""
        tasks = [asyncio.create_task(self._host(queue)) for queue in queues]
        try:
            for finished in asyncio.as_completed(tasks):
                await finished
                if self.visitor.is_unheard(_SILENT_HOSTS):
                    break
        except asyncio.CancelledError:  # Ctrl-C: what was seen so far is the result
            return True
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, self.visitor.close(), return_exceptions=True)
        return False

    def _visits(self, wanted: Mapping[str, Iterable[str]]) -> list[Visit]:
        visits: dict[str, Visit] = {}
        for url, fragments in wanted.items():
            try:
                address = address_of(url)
            except UrlError as error:
                self.bad[url] = _unasked(url, "invalid", str(error))
                continue
            visit = visits.setdefault(address.href, Visit(address, set(), set(), {}))
            visit.written.add(url)
            visit.fragments.update(looked for fragment in fragments if (looked := fragment_to_look_for(fragment)))
        return list(visits.values())

    def _is_settled(self, visit: Visit) -> bool:
        """Is there an answer without asking? Names for examples have none, and need none."""
        address = visit.address
        allowed = self.network.allows(address.host, address.port)
        if is_reserved(address.host) and not allowed:
            return True
        if not is_web_port(address.port) and not allowed:
            self.found[address.href] = _unasked(address.href, "refused", f"port {address.port} is no web server's")
            return True
        known = visit.known = self.store.get(address.href)
        if known is None or self.plan.refresh or not visit.fragments <= set(known.looked_for):
            return False
        days = self.plan.alive_days if known.outcome == "alive" else self.plan.dead_days
        if time.time() - known.checked_at > days * _DAY:
            return False
        self.found[address.href] = known
        return True

    async def _host(self, queue: list[Visit]) -> None:
        """All visits to one host, a few at a time."""
        async with self.lanes:
            waiting = iter(queue)
            pools: dict[str, httpcore.AsyncConnectionPool] = {}

            async def work() -> None:
                for visit in waiting:
                    visit.pools = pools
                    await self._visit(visit)

            try:
                await asyncio.gather(*(work() for _ in range(min(self.plan.limits.per_host, len(queue)))))
            finally:
                for pool in pools.values():
                    await pool.aclose()

    async def _visit(self, visit: Visit) -> None:
        observation = _remembering(await self.visitor.observation(visit), visit.known)
        self.found[visit.address.href] = observation
        if self.visitor.answers or observation.outcome != "unknown-host":  # without any answer it may be our network
            self.store.put(observation)
        self.asked += 1
        self.progress(self.asked, self.total)


@contextmanager
def _cancelled_by_sigterm() -> Iterator[None]:
    """SIGTERM does what Ctrl-C does: an exception that a handler raises may be lost in the event loop."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    task, loop = asyncio.current_task(), asyncio.get_running_loop()

    def cancel(number: int, frame: object) -> None:
        if task:
            task.cancel()
        loop.call_soon_threadsafe(lambda: None)  # wakes the loop, which may be waiting for a server

    before = signal.signal(signal.SIGTERM, cancel)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _remembering(observation: Observation, known: Observation | None) -> Observation:
    """With what was known before: was it ever alive, since when is it dead, which fragments were there."""
    alive = observation.outcome == "alive"
    dead = observation.outcome in ("dead", "unknown-host")
    since = known.broken_since if known and known.broken_since is not None else observation.checked_at
    made = replace(
        observation,
        seen_alive=alive or bool(known and known.seen_alive),
        broken_since=since if dead else None,
    )
    if known and observation.status == HTTPStatus.NOT_MODIFIED:
        made = replace(made, status=known.status, missing=known.missing, looked_for=known.looked_for, etag=known.etag)
    return made
