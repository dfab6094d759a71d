"""One request: status, a few headers, and whether a page has the ids that were asked for."""

import asyncio
import ssl
from collections.abc import Iterable
from functools import cache

import httpcore
from msgspec import Struct
from msgspec.structs import replace

from doclint import __version__
from doclint.links.online.guard import GuardedNetwork, NoSuchHost, Refused
from doclint.links.online.page import Search
from doclint.links.online.urls import Address
from doclint.observation import Outcome

USER_AGENT = f"Mozilla/5.0 (compatible; doclint/{__version__})"
_CONNECT_SECONDS = 8.0


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
    steps = {"connect": _CONNECT_SECONDS, "read": seconds, "write": seconds, "pool": None}
    reply = Reply(failure="timeout", note=f"no answer within {seconds:.0f} s")
    try:
        async with (
            asyncio.timeout(seconds),
            pool.stream(
                method, _url(address), headers=_headers(address, etag), extensions={"timeout": steps}
            ) as response,
        ):
            reply = _heading(response)
            if method == "GET" and response.status < 300 and (keep or (wanted and _is_html(response))):
                search = Search(wanted, body, _field(response, b"content-encoding"), keep)
                async for chunk in response.aiter_stream():
                    if search.is_done_with(chunk):
                        break
                reply = _with_search(reply, search)
    except Exception as error:  # a server can make a client raise anything: whatever it is, it is about this URL
        return _failed(error, reply) if reply.failure else reply
    return reply


def _url(address: Address) -> httpcore.URL:
    return httpcore.URL(
        scheme=b"https" if address.secure else b"http",
        host=address.host.encode(),
        port=address.port,
        target=address.path.encode(),
    )


def _headers(address: Address, etag: str) -> list[tuple[bytes, bytes]]:
    headers = [
        (b"Host", address.href.split("/")[2].encode()),
        (b"User-Agent", USER_AGENT.encode()),
        (b"Accept", b"text/html,application/xhtml+xml,*/*;q=0.8"),
        (b"Accept-Encoding", b"identity"),
    ]
    return [*headers, (b"If-None-Match", etag.encode("latin-1", "ignore"))] if etag else headers


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


def _is_html(response: httpcore.Response) -> bool:
    return "html" in (_field(response, b"content-type") or "html")


def _with_search(reply: Reply, search: Search) -> Reply:
    note = "the page is too large to be looked through" if search.cut else ""
    return replace(reply, found=search.found, searched=not search.cut, text=bytes(search.text), note=note)


def _failed(error: Exception, silent: Reply) -> Reply:
    """What an error says of a request that got no answer."""
    if isinstance(error, TimeoutError | httpcore.TimeoutException):
        return silent
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
