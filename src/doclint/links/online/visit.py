"""One URL, from the first request to the last: robots.txt, HEAD and GET, redirects, attempts where they may help."""

import asyncio
import time
from datetime import UTC, datetime
from http import HTTPStatus

import httpcore
from msgspec import Struct

from doclint.links.online.fetch import USER_AGENT, Reply, ask, open_pool
from doclint.links.online.guard import GuardedNetwork
from doclint.links.online.polite import Host, Limits, retry_after
from doclint.links.online.urls import Address, UrlError, address_of, is_web_port
from doclint.observation import Observation, Outcome

_FIRST_PAUSE = 0.5
_ROBOTS_BYTES = 500_000
_HEAD_SHARE = 3  # of the seconds for a URL, one part in so many goes to HEAD


class Visit(Struct):
    """A URL to ask for."""

    address: Address
    written: set[str]  # how documents write it
    fragments: set[str]
    pools: dict[str, httpcore.AsyncConnectionPool]  # of the host whose turn it is, redirects included
    known: Observation | None = None


class Visitor:
    """Makes visits, and remembers of each host when it may be asked again."""

    def __init__(self, limits: Limits, robots: bool, network: GuardedNetwork) -> None:
        self.limits = limits
        self.robots = robots
        self.network = network
        self.gate = asyncio.Semaphore(limits.workers)
        self.hosts: dict[str, Host] = {}
        self.rules: dict[str, asyncio.Task[object]] = {}
        self.answers = 0
        self.silent: set[str] = set()  # hosts that could not be reached

    def is_unheard(self, hosts: int) -> bool:
        """Has nobody answered, with at least so many hosts tried in vain?"""
        return not self.answers and len(self.silent) >= hosts

    async def close(self) -> None:
        """Stop waiting for robots.txt."""
        for task in self.rules.values():
            task.cancel()
        await asyncio.gather(*self.rules.values(), return_exceptions=True)

    async def observation(self, visit: Visit) -> Observation:
        """Follow redirects to the end."""
        start = current = visit.address
        passed = [start.href]
        permanent = True
        left = self.limits.seconds
        while True:
            if self.robots and not await self._is_welcome(current):
                return _observation(start, "robots", note="robots.txt does not allow it")
            reply, left = await self._answer(current, visit, left)
            if reply.failure or reply.status not in (301, 302, 303, 307, 308):
                return self._judged(visit, reply, passed, permanent)
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

    def _judged(self, visit: Visit, reply: Reply, passed: list[str], permanent: bool) -> Observation:
        redirected = len(passed) > 1
        if reply.failure:
            through = " after a redirect" if redirected else ""
            return _observation(visit.address, reply.failure, note=reply.note + through)
        outcome = outcome_of(reply.status, reply.challenged)
        return Observation(
            url=visit.address.href,
            outcome=outcome,
            checked_at=time.time(),
            status=reply.status,
            note=reply.note,
            final_url=passed[-1] if redirected else "",
            permanent=redirected and permanent,
            missing=tuple(sorted(visit.fragments - reply.found)) if reply.searched else (),
            looked_for=tuple(sorted(visit.fragments)),
            etag="" if redirected else reply.etag,
        )

    async def _answer(self, address: Address, visit: Visit, left: float) -> tuple[Reply, float]:
        """An answer, asked for again where that may help; and the seconds that are left."""
        host = self._host_state(address)
        for attempt in range(self.limits.retries + 1):
            if host.closed:
                return Reply(429), left
            reply, left = await self._asked(address, visit, left)
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

    async def _asked(self, address: Address, visit: Visit, left: float) -> tuple[Reply, float]:
        """HEAD, and GET when that does not settle it; GET at once when the page itself is needed."""
        known = visit.known
        etag = known.etag if known and known.outcome == "alive" and visit.fragments <= set(known.looked_for) else ""
        if not visit.fragments:
            share = min(left, self.limits.seconds / _HEAD_SHARE)
            head, left = await self._request("HEAD", address, visit, share, left, etag)
            final = head.failure in ("refused", "unknown-host", "tls", "unreachable")
            if final or 200 <= head.status < 400 or head.status == HTTPStatus.TOO_MANY_REQUESTS or left <= 0:
                return head, left
        return await self._request("GET", address, visit, left, left, etag)

    async def _request(
        self, method: str, address: Address, visit: Visit, seconds: float, left: float, etag: str
    ) -> tuple[Reply, float]:
        wanted = visit.fragments if method == "GET" else ()
        async with self._host_state(address).turn():
            started = time.monotonic()
            reply = await ask(
                self._pool(address, visit), method, address, seconds, etag=etag, wanted=wanted, body=self.limits.body
            )
            return reply, left - (time.monotonic() - started)

    def _host_state(self, address: Address) -> Host:
        if address.host not in self.hosts:
            self.hosts[address.host] = Host(self.limits, self.gate, time.monotonic)
        return self.hosts[address.host]

    def _pool(self, address: Address, visit: Visit) -> httpcore.AsyncConnectionPool:
        if address.host not in visit.pools:
            visit.pools[address.host] = open_pool(self.network, self.limits.per_host)
        return visit.pools[address.host]

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
