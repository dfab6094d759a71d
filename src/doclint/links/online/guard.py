"""
Where a program that follows other people's links may connect to: public addresses only.

Checked at the moment of connecting, on every hop, for every address a name resolves to; so neither a redirect
nor a name that changes its address between two look-ups leads inside.
"""

import asyncio
import ipaddress
import socket
import typing
from collections.abc import Awaitable, Callable, Iterable

import httpcore

_SECONDS_PER_ADDRESS = 3.0  # then the next address of the name: an IPv6 that swallows packets is no dead link

_IPv4 = ipaddress.IPv4Address
_IPv6 = ipaddress.IPv6Address
_CLOSED = tuple(
    ipaddress.ip_network(network)
    for network in (
        *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"),
        *("192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24"),
        *("203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),
        *("::/128", "::1/128", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16"),
        *("fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8"),
    )
)
_NAT64 = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("64:ff9b:1::/48"))
_COMPATIBLE = ipaddress.IPv6Network("::/96")

Resolve = Callable[[str, int], Awaitable[list[str]]]  # a name and a port → addresses, in the order to try


class Refused(httpcore.ConnectError):
    """The address is not one for us."""


class NoSuchHost(httpcore.ConnectError):
    """The name has no address."""


def is_public(address: str) -> bool:
    """May we connect to this IP address? Addresses that wrap an IPv4 address are what they wrap."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner = _wrapped(ip) if isinstance(ip, _IPv6) else None
    if inner is not None:
        return is_public(str(inner))
    closed = any(ip.version == network.version and ip in network for network in _CLOSED)
    return ip.is_global and not (closed or ip.is_multicast or ip.is_reserved)


def _wrapped(ip: _IPv6) -> _IPv4 | None:
    if ip.ipv4_mapped or ip.sixtofour:
        return ip.ipv4_mapped or ip.sixtofour
    if ip.teredo:
        return ip.teredo[1]
    if any(ip in network for network in _NAT64) or (ip in _COMPATIBLE and int(ip) > 1):
        return _IPv4(int(ip) & 0xFFFFFFFF)
    return None


async def resolve(host: str, port: int) -> list[str]:
    """Ask the system for the addresses of a name."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(entry[4][0]) for entry in found]


class GuardedNetwork(httpcore.AsyncNetworkBackend):
    """Opens connections to public addresses, and to the hosts that were allowed by name."""

    def __init__(self, allowed: Iterable[str] = (), look_up: Resolve = resolve) -> None:
        self.allowed = frozenset(name.lower() for name in allowed)
        self.look_up = look_up
        self.network = httpcore.AnyIOBackend()

    def allows(self, host: str, port: int) -> bool:
        """Was this host allowed by name, whatever its address and port?"""
        return not self.allowed.isdisjoint((host, f"{host}:{port}"))

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: typing.Iterable[typing.Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """
        Connect to the first address that answers.

        Raises:
            NoSuchHost: The name has no address.
            Refused: One of its addresses is not public.
        """
        addresses = await self._addresses(host, port)
        if not self.allows(host, port) and not all(is_public(address) for address in addresses):
            raise Refused("not a public address")
        error: Exception = httpcore.ConnectError("no address")
        for address in addresses:
            try:
                return await self.network.connect_tcp(
                    address, port, min(timeout or _SECONDS_PER_ADDRESS, _SECONDS_PER_ADDRESS), local_address
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as failure:
                error = failure
        raise error

    async def _addresses(self, host: str, port: int) -> list[str]:
        try:
            return [str(ipaddress.ip_address(host))]
        except ValueError:
            pass
        try:
            return await self.look_up(host, port)
        except socket.gaierror as error:
            if error.errno in (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)):
                raise NoSuchHost("the name has no address") from error
            raise httpcore.ConnectError("names cannot be looked up now") from error
        except UnicodeError as error:
            raise NoSuchHost("not a name") from error

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)
