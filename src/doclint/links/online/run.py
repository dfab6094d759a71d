"""All URLs of a run: each asked for once, hosts side by side, every host politely."""

import asyncio
import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from http import HTTPStatus

import httpcore
from msgspec import Struct
from msgspec.structs import replace

from doclint.links.online.fetch import USER_AGENT, Reply, ask, open_pool
from doclint.links.online.guard import GuardedNetwork
from doclint.links.online.polite import Host, Limits, retry_after
from doclint.links.online.store import Store
from doclint.links.online.urls import Address, UrlError, address_of, fragment_to_look_for, is_reserved, is_web_port
from doclint.observation import Observation, Outcome

_DAY = 86_400.0
_SILENT_HOSTS = 50  # so many without an answer from anybody, and it is our network
_FEWEST_HOSTS = 3  # to tell a network that is down from hosts that are
_FIRST_PAUSE = 0.5
_ROBOTS_BYTES = 500_000
_HEAD_SHARE = 3  # of the seconds for a URL, one part in so many goes to HEAD

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


class _Job(Struct):
    address: Address
    written: set[str]
    fragments: set[str]
    pools: dict[str, httpcore.AsyncConnectionPool]  # of the host whose job it is, redirects included
    known: Observation | None = None


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
        self.limits = plan.limits
        self.store = store
        self.progress = progress
        self.network = network
        self.hosts: dict[str, Host] = {}
        self.rules: dict[str, asyncio.Task[object]] = {}
        self.found: dict[str, Observation] = {}
        self.bad: dict[str, Observation] = {}  # by URL as written
        self.answers = 0
        self.silent: set[str] = set()
        self.asked = 0
        self.done = 0

    async def all(self, wanted: Mapping[str, Iterable[str]]) -> Outlook:
        """Observe everything that is not known yet."""
        self.gate = asyncio.Semaphore(self.limits.workers)
        self.lanes = asyncio.Semaphore(self.limits.hosts)
        jobs = self._jobs(wanted)
        queues: dict[str, list[_Job]] = {}
        for job in jobs:
            if not self._is_settled(job):
                queues.setdefault(job.address.host, []).append(job)
        self.total = sum(len(queue) for queue in queues.values())
        with _cancelled_by_sigterm():
            stopped = await self._all_hosts(sorted(queues.values(), key=len, reverse=True))
        down = not self.answers and len(self.silent) >= min(_SILENT_HOSTS, max(_FEWEST_HOSTS, len(queues)))
        found = dict(self.bad)
        for job in jobs:
            observation = None if down else self.found.get(job.address.href)
            if observation:
                found.update(dict.fromkeys(job.written, observation))
        return Outlook(found, self.asked, self.total, down, stopped)

    async def _all_hosts(self, queues: Iterable[list[_Job]]) -> bool:
        """Work on the queues, the longest first; was it stopped by the user?"""
        tasks = [asyncio.create_task(self._host(queue)) for queue in queues]
        try:
            for finished in asyncio.as_completed(tasks):
                await finished
                if not self.answers and len(self.silent) >= _SILENT_HOSTS:
                    break
        except asyncio.CancelledError:  # Ctrl-C: what was seen so far is the result
            return True
        finally:
            for task in (*tasks, *self.rules.values()):
                task.cancel()
            await asyncio.gather(*tasks, *self.rules.values(), return_exceptions=True)
        return False

    def _jobs(self, wanted: Mapping[str, Iterable[str]]) -> list[_Job]:
        jobs: dict[str, _Job] = {}
        for url, fragments in wanted.items():
            try:
                address = address_of(url)
            except UrlError as error:
                self.bad[url] = _unasked(url, "invalid", str(error))
                continue
            job = jobs.setdefault(address.href, _Job(address, set(), set(), {}))
            job.written.add(url)
            job.fragments.update(looked for fragment in fragments if (looked := fragment_to_look_for(fragment)))
        return list(jobs.values())

    def _is_settled(self, job: _Job) -> bool:
        """Is there an answer without asking? Names for examples have none, and need none."""
        address = job.address
        allowed = self.network.allows(address.host, address.port)
        if is_reserved(address.host) and not allowed:
            return True
        if not is_web_port(address.port) and not allowed:
            self.found[address.href] = _unasked(address.href, "refused", f"port {address.port} is no web server's")
            return True
        known = job.known = self.store.get(address.href)
        if known is None or self.plan.refresh or not job.fragments <= set(known.looked_for):
            return False
        days = self.plan.alive_days if known.outcome == "alive" else self.plan.dead_days
        if time.time() - known.checked_at > days * _DAY:
            return False
        self.found[address.href] = known
        return True

    async def _host(self, queue: list[_Job]) -> None:
        """All jobs of one host, a few at a time."""
        async with self.lanes:
            waiting = iter(queue)
            pools: dict[str, httpcore.AsyncConnectionPool] = {}

            async def work() -> None:
                for job in waiting:
                    job.pools = pools
                    await self._job(job)

            try:
                await asyncio.gather(*(work() for _ in range(min(self.limits.per_host, len(queue)))))
            finally:
                for pool in pools.values():
                    await pool.aclose()

    async def _job(self, job: _Job) -> None:
        observation = _remembering(await self._observed(job), job)
        self.found[job.address.href] = observation
        if self.answers or observation.outcome != "unknown-host":  # without any answer it may be our network
            self.store.put(observation)
        self.asked += 1
        self.done += 1
        self.progress(self.done, self.total)

    async def _observed(self, job: _Job) -> Observation:
        """Follow redirects to the end."""
        start = current = job.address
        passed = [start.href]
        permanent = True
        left = self.limits.seconds
        while True:
            if self.plan.robots and not await self._is_welcome(current):
                return _observation(start, "robots", note="robots.txt does not allow it")
            reply, left = await self._answer(current, job, left)
            if reply.failure or reply.status not in (301, 302, 303, 307, 308):
                return self._judged(job, reply, passed, permanent)
            permanent = permanent and reply.status in (301, 308)
            if not reply.location:
                return _observation(start, "redirect", reply.status, "a redirect without a target")
            try:
                current = address_of(reply.location, current.href)
            except UrlError as error:
                return _observation(start, "redirect", reply.status, f"a bad redirect: {error}")
            if current.href in passed:
                return _observation(start, "redirect", reply.status, "a redirect loop")
            if len(passed) > self.limits.redirects:
                return _observation(start, "redirect", reply.status, f"more than {self.limits.redirects} redirects")
            if not is_web_port(current.port) and not self.network.allows(current.host, current.port):
                return _observation(start, "refused", reply.status, "a redirect to a port that is no web server's")
            passed.append(current.href)

    def _judged(self, job: _Job, reply: Reply, passed: list[str], permanent: bool) -> Observation:
        redirected = len(passed) > 1
        if reply.failure:
            through = " after a redirect" if redirected else ""
            return _observation(job.address, reply.failure, note=reply.note + through)
        outcome = outcome_of(reply.status, reply.challenged)
        return Observation(
            url=job.address.href,
            outcome=outcome,
            checked_at=time.time(),
            status=reply.status,
            note=reply.note,
            final_url=passed[-1] if redirected else "",
            permanent=redirected and permanent,
            missing=tuple(sorted(job.fragments - reply.found)) if reply.searched else (),
            looked_for=tuple(sorted(job.fragments)),
            etag="" if redirected else reply.etag,
        )

    async def _answer(self, address: Address, job: _Job, left: float) -> tuple[Reply, float]:
        """An answer, asked for again where that may help; and the seconds that are left."""
        host = self._host_state(address)
        for attempt in range(self.limits.retries + 1):
            if host.closed:
                return Reply(429), left
            reply, left = await self._asked(address, job, left)
            if reply.failure in (None, "refused"):
                self.answers += 1
            elif reply.failure in ("unreachable", "unknown-host"):
                self.silent.add(address.host)
            pause = self._pause_after(reply, attempt)
            if pause is None or left <= 0 or attempt == self.limits.retries:
                return reply, left
            if pause > self.limits.longest_wait:
                host.closed = True
                return reply, left
            host.pause(pause)
        raise AssertionError("the last attempt returns")

    def _pause_after(self, reply: Reply, attempt: int) -> float | None:
        """Seconds until the next attempt, None when there is to be none."""
        if reply.failure:
            return _FIRST_PAUSE * 2**attempt if reply.failure in ("unreachable", "protocol") and not attempt else None
        if reply.status not in (429, 502, 503, 504):
            return None
        stated = retry_after(reply.retry_after, datetime.now(UTC)) if reply.retry_after else None
        return _FIRST_PAUSE * 2**attempt if stated is None else stated

    async def _asked(self, address: Address, job: _Job, left: float) -> tuple[Reply, float]:
        """HEAD, and GET when that does not settle it; GET at once when the page itself is needed."""
        known = job.known
        etag = known.etag if known and known.outcome == "alive" and job.fragments <= set(known.looked_for) else ""
        if not job.fragments:
            share = min(left, self.limits.seconds / _HEAD_SHARE)
            head, left = await self._request("HEAD", address, job, share, left, etag)
            final = head.failure in ("refused", "unknown-host", "tls", "unreachable")
            if final or 200 <= head.status < 400 or head.status == HTTPStatus.TOO_MANY_REQUESTS or left <= 0:
                return head, left
        return await self._request("GET", address, job, left, left, etag)

    async def _request(
        self, method: str, address: Address, job: _Job, seconds: float, left: float, etag: str
    ) -> tuple[Reply, float]:
        wanted = job.fragments if method == "GET" else ()
        async with self._host_state(address).turn():
            started = time.monotonic()
            reply = await ask(
                self._pool(address, job), method, address, seconds, etag=etag, wanted=wanted, body=self.limits.body
            )
            return reply, left - (time.monotonic() - started)

    def _host_state(self, address: Address) -> Host:
        if address.host not in self.hosts:
            self.hosts[address.host] = Host(self.limits, self.gate, time.monotonic)
        return self.hosts[address.host]

    def _pool(self, address: Address, job: _Job) -> httpcore.AsyncConnectionPool:
        if address.host not in job.pools:
            job.pools[address.host] = open_pool(self.network, self.limits.per_host)
        return job.pools[address.host]

    async def _is_welcome(self, address: Address) -> bool:
        origin = address.href.removesuffix(address.path)
        if origin not in self.rules:
            self.rules[origin] = asyncio.create_task(self._robots(origin))
        from protego import Protego

        rules = await asyncio.shield(self.rules[origin])
        return not isinstance(rules, Protego) or bool(rules.can_fetch(address.href, USER_AGENT))

    async def _robots(self, origin: str) -> object:
        """What robots.txt says; None when there is none. Its delay becomes the host's."""
        from protego import Protego

        address = address_of(origin + "/robots.txt")
        host = self._host_state(address)
        async with host.turn(), open_pool(self.network, 1) as pool:
            reply = await ask(pool, "GET", address, self.limits.seconds, body=_ROBOTS_BYTES, keep=True)
        if reply.failure or reply.status != HTTPStatus.OK:
            return None
        rules = Protego.parse(reply.text.decode("utf-8", "replace"))
        host.interval = max(host.interval, min(float(rules.crawl_delay(USER_AGENT) or 0.0), self.limits.longest_wait))
        return rules


def outcome_of(status: int, challenged: bool = False) -> Outcome:
    """What a final status means for whoever follows the link."""
    if challenged:
        return "blocked"
    if 200 <= status < 300 or status == HTTPStatus.NOT_MODIFIED:
        return "alive"
    if status in (404, 410):
        return "dead"
    if status in (401, 407):
        return "login"
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return "rate-limited"
    return "failing" if 500 <= status < 600 else "blocked"


def _observation(address: Address, outcome: Outcome, status: int | None = None, note: str = "") -> Observation:
    return Observation(url=address.href, outcome=outcome, checked_at=time.time(), status=status, note=note)


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


def _remembering(observation: Observation, job: _Job) -> Observation:
    """With what was known before: was it ever alive, since when is it dead, which fragments were there."""
    known = job.known
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
