"""URLs as browsers read them, and which of them are asked for at all."""

import re
from urllib.parse import unquote

from ada_url import URL
from msgspec import Struct

_LONGEST = 8_000
_RESERVED = re.compile(
    r"(?:^|\.)(?:example|test|invalid|localhost|local|internal|example\.(?:com|net|org|edu))\.?$", re.IGNORECASE
)
_NAME = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_PORTS_OF_OTHERS = frozenset(
    {1719, 1720, 1723, 2049, 3306, 3659, 4045, 4190, 5060, 5061, 5432, 6000, 6379, 6566, 6665, 6666, 6667, 6668, 6669}
    | {6679, 6697, 9200, 10080, 11211, 27017}
)
_DYNAMIC = re.compile(
    r"!|/|:~:|L\d+(?:[-C]|$)|(?:issuecomment|discussion_r|discussioncomment|diff|pullrequestreview|ref-commit|commitcomment)-?"
    r"|(?:fn|fnref)[-:]?\d|top$|narrow/",
    re.IGNORECASE,
)


class Address(Struct, frozen=True, gc=False):
    """An http or https URL, taken apart."""

    href: str  # without user, password and fragment
    secure: bool
    host: str  # in ASCII; IPv6 without brackets
    port: int
    path: str  # with the query


class UrlError(ValueError):
    """No URL that can be asked for; the text says why, without repeating the URL."""


def address_of(url: str, base: str | None = None) -> Address:
    """
    The address of a URL, or of a redirect's `Location` seen from `base`.

    Raises:
        UrlError: It cannot be read, or is neither http nor https.
    """
    if len(url) > _LONGEST:
        raise UrlError(f"longer than {_LONGEST:,} characters")
    try:
        read = URL(url, base) if base else URL("https:" + url if url.startswith("//") else url)
    except (ValueError, UnicodeError):
        raise UrlError("not a URL") from None
    if read.protocol not in ("http:", "https:"):
        raise UrlError(f"the scheme is {read.protocol.rstrip(':')[:20]}, not http or https")
    host = read.hostname.strip("[]")
    name = host.rstrip(".")
    named = ":" in host or all(_NAME.fullmatch(label) for label in name.split("."))
    if not named or len(name) > 253:
        raise UrlError("the host name is not valid")
    secure = read.protocol == "https:"
    port = int(read.port) if read.port else 443 if secure else 80
    path = read.pathname + read.search
    return Address(f"{read.protocol}//{read.host}{path}", secure, host, port, path)


def is_reserved(host: str) -> bool:
    """Is this a name for examples and tests, which nobody serves?"""
    return bool(_RESERVED.search(host))


def is_web_port(port: int) -> bool:
    """May a web server be behind this port?"""
    return port in (80, 443) or (port >= 1024 and port not in _PORTS_OF_OTHERS)


def fragment_to_look_for(fragment: str) -> str:
    """The id a page should have for this fragment; empty when scripts answer it, not ids."""
    plain = unquote(fragment.partition(":~:")[0])
    return "" if not plain or _DYNAMIC.match(plain) else plain
