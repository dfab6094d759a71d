"""One request: status, a few headers, and whether a page has the ids that were asked for. The only user of httpcore."""

import asyncio
import re
import ssl
import zlib
from collections.abc import Iterable
from functools import cache
from html import escape
from urllib.parse import quote

import httpcore
from msgspec import Struct

from doclint import __version__
from doclint.links.online.guard import GuardedNetwork, NoSuchHost, Refused
from doclint.links.online.urls import Address
from doclint.observation import Outcome

USER_AGENT = f"Mozilla/5.0 (compatible; doclint/{__version__})"
_CONNECT_SECONDS = 8.0
_LONGEST_FRAGMENT = 500  # an id longer than this is looked for across chunks in vain
_DECODED_TIMES = 4  # decoded bytes may be so many times the limit of raw ones


class Reply(Struct, frozen=True):
    """
    What one request brought.

    `failure` is set when no answer came. `found` and `searched`: the ids that the page has, and whether
    it could be looked through.
    """

    status: int = 0
    location: str = ""
    retry_after: str = ""
    etag: str = ""
    challenged: bool = False
    found: frozenset[str] = frozenset()
    searched: bool = False
    text: bytes = b""
    failure: Outcome | None = None
    note: str = ""


def open_pool(network: GuardedNetwork, connections: int) -> httpcore.AsyncConnectionPool:
    """Connections to one host: no proxies, no cookies, no credentials, certificates always verified."""
    return httpcore.AsyncConnectionPool(
        ssl_context=_trust(), max_connections=connections, keepalive_expiry=5.0, network_backend=network
    )


@cache
def _trust() -> ssl.SSLContext:
    """The certificates of the system and of certifi; made once, it takes a while."""
    import certifi

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


async def ask(
    pool: httpcore.AsyncConnectionPool,
    method: str,
    address: Address,
    seconds: float,
    *,
    etag: str = "",
    wanted: Iterable[str] = (),
    body: int = 0,
    keep: bool = False,
) -> Reply:
    """
    Send one request and read no more than needed. Never raises for what a server does.

    Args:
        seconds: The whole request takes no longer, whatever the server sends how slowly.
        wanted: Ids to look for in the page.
        body: How many bytes of the page may be read for that.
        keep: Give what was read in `text` (for robots.txt).
    """
    headers = [
        (b"Host", address.href.split("/")[2].encode()),
        (b"User-Agent", USER_AGENT.encode()),
        (b"Accept", b"text/html,application/xhtml+xml,*/*;q=0.8"),
        (b"Accept-Encoding", b"identity"),
    ]
    if etag:
        headers.append((b"If-None-Match", etag.encode("latin-1", "ignore")))
    url = httpcore.URL(
        scheme=b"https" if address.secure else b"http",
        host=address.host.encode(),
        port=address.port,
        target=address.path.encode(),
    )
    steps = {"connect": _CONNECT_SECONDS, "read": seconds, "write": seconds, "pool": None}
    reply = Reply(failure="timeout", note=f"no answer within {seconds:.0f} s")
    try:
        async with (
            asyncio.timeout(seconds),
            pool.stream(method, url, headers=headers, extensions={"timeout": steps}) as response,
        ):
            reply = _heading(response)
            if method == "GET" and response.status < 300 and (wanted or keep):
                search = _Search(frozenset(wanted), body, _field(response, b"content-encoding"), keep)
                if keep or "html" in (_field(response, b"content-type") or "html"):
                    async for chunk in response.aiter_stream():
                        if search.is_done_with(chunk):
                            break
                    reply = _with_search(reply, search)
    except Exception as error:  # a server can make a client raise anything: whatever it is, it is about this URL
        return reply if reply.failure is None else _failed(error, reply)
    return reply


def _heading(response: httpcore.Response) -> Reply:
    return Reply(
        status=response.status,
        location=_field(response, b"location"),
        retry_after=_field(response, b"retry-after"),
        etag=_field(response, b"etag")[:200],
        challenged="challenge" in _field(response, b"cf-mitigated"),
    )


def _field(response: httpcore.Response, name: bytes) -> str:
    return next((value.decode("latin-1") for key, value in response.headers if key.lower() == name), "")


def _with_search(reply: Reply, search: "_Search") -> Reply:
    return Reply(
        status=reply.status,
        etag=reply.etag,
        challenged=reply.challenged,
        found=search.found,
        searched=not search.cut,
        text=bytes(search.text),
        note="the page is too large to be looked through" if search.cut else "",
    )


def _failed(error: Exception, reply: Reply) -> Reply:
    if isinstance(error, TimeoutError | httpcore.TimeoutException):
        return reply if reply.failure else Reply(failure="timeout", note="no answer in time")
    if isinstance(error, Refused):
        return Reply(failure="refused", note="not a public address")
    if isinstance(error, NoSuchHost):
        return Reply(failure="unknown-host", note="the name has no address")
    certificate = _certificate_error(error)
    if certificate:
        return Reply(failure="tls", note=certificate)
    if isinstance(error, httpcore.ConnectError | httpcore.NetworkError | OSError):
        return Reply(failure="unreachable", note="no connection")
    return Reply(failure="protocol", note="the answer is not valid HTTP")


def _certificate_error(error: BaseException | None) -> str:
    """What TLS did not like, if that was it."""
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return error.verify_message or "the certificate cannot be trusted"
        if isinstance(error, ssl.SSLError):
            return "no secure connection could be agreed on"
        error = error.__cause__ or error.__context__
    return ""


class _Search:
    """Looks for ids in a page while it arrives, keeping little of it."""

    def __init__(self, wanted: frozenset[str], limit: int, encoding: str, keep: bool) -> None:
        self.left = limit
        self.keep = keep
        self.text = bytearray()
        self.cut = False
        self.found: frozenset[str] = frozenset()
        self.patterns = {fragment: _Pattern(fragment) for fragment in wanted if len(fragment) <= _LONGEST_FRAGMENT}
        self.tail = b""
        packed = encoding.strip().lower()
        self.unpack = zlib.decompressobj(47) if packed in ("gzip", "x-gzip", "deflate") else None
        self.cut = bool(packed and packed != "identity" and not self.unpack)

    def is_done_with(self, chunk: bytes) -> bool:
        """Take the next part of the page; True when no more is needed, or no more is taken."""
        if self.cut:
            return True
        self.left -= len(chunk)
        if self.unpack:
            most = max(1, self.left * _DECODED_TIMES)
            try:
                chunk = self.unpack.decompress(chunk, most)
            except zlib.error:
                self.cut = True
                return True
            self.left -= len(chunk) // _DECODED_TIMES
        if self.keep:
            self.text += chunk
        window = self.tail + chunk
        self.found |= {fragment for fragment, pattern in self.patterns.items() if pattern.is_in(window)}
        self.tail = window[-4 * _LONGEST_FRAGMENT :]
        if self.patterns and len(self.found) == len(self.patterns):
            return True
        self.cut = self.left <= 0
        return self.cut


class _Pattern:
    """
    An id, a name, or a link of the page to the fragment itself.

    GitHub puts `user-content-` before ids, and sends some pages as JSON with escaped quotes.
    """

    def __init__(self, fragment: str) -> None:
        spellings = {fragment, escape(fragment), quote(fragment), quote(fragment).lower()}
        self.names = [spelling.encode("utf-8", "replace") for spelling in sorted(spellings)]
        names = b"|".join(re.escape(name) for name in self.names)
        self.written = re.compile(
            rb"\b(?i:id|name)\s{0,9}=\s{0,9}\\?[\"']?(?:user-content-)?(?:" + names + rb")(?=[\\\"'\s>/])"
            rb"|\b(?i:href)\s{0,9}=\s{0,9}\\?[\"']?#(?:" + names + rb")(?=[\\\"'\s>/])"
            rb"|\"anchor\"\s{0,9}:\s{0,9}\"(?:" + names + rb")\""
        )

    def is_in(self, page: bytes) -> bool:
        """Does this part of a page have the anchor? The plain search keeps the regular expression for the few."""
        return any(name in page for name in self.names) and bool(self.written.search(page))
