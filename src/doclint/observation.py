"""What asking for a URL told us: facts only. Whether that is good or bad is for the rules to say."""

from typing import Literal

from msgspec import Struct

Outcome = Literal[
    "alive",
    "dead",  # 404 or 410: the server knows, and says no
    "unknown-host",  # the name has no address
    "login",  # 401 or 407
    "blocked",  # 403, 999, a challenge: the server does not talk to programs
    "rate-limited",  # 429 to the end
    "failing",  # 5xx
    "timeout",
    "unreachable",  # no connection
    "tls",  # no certificate that can be trusted
    "protocol",  # no HTTP, or bad HTTP
    "redirect",  # a loop, too many, or nowhere
    "refused",  # we do not go there: a private address, another scheme, a port that is no web server's
    "invalid",  # no URL
    "robots",  # robots.txt says no
]

LASTING: frozenset[Outcome] = frozenset(("alive", "dead", "unknown-host"))  # worth keeping between runs


class Observation(Struct, frozen=True, gc=False, kw_only=True):
    """
    One URL, without its fragment, at one moment.

    Times are seconds since 1970, in UTC. `missing` are fragments that are not in the page; one that could not be
    looked for (no HTML, too large) is not among them.
    """

    url: str
    outcome: Outcome
    checked_at: float
    status: int | None = None  # None: no answer
    note: str = ""  # details, in plain text, never anything the server wrote
    final_url: str = ""  # after redirects, empty without
    permanent: bool = False  # all redirects on the way were permanent
    missing: tuple[str, ...] = ()
    looked_for: tuple[str, ...] = ()  # fragments that were asked about
    etag: str = ""
    seen_alive: bool = False  # at this moment or before
    broken_since: float | None = None  # None: not dead
