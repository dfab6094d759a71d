"""Nobody gets a run to connect to what is not public."""

import asyncio
import socket
from collections.abc import Callable
from typing import Any

import httpcore
import pytest

from doclint.links.online.guard import GuardedNetwork, is_public
from doclint.links.online.session import plan_of
from doclint.links.online.urls import UrlError, address_of, is_reserved, is_web_port
from doclint.observation import Observation
from doclint.settings import Online

from .conftest import Web, reply

See = Callable[..., Observation]
PUBLIC = "93.184.215.14"

PRIVATE = [
    *("0.0.0.0", "127.0.0.1", "127.255.255.254", "10.1.2.3", "172.16.0.1", "192.168.1.1", "100.64.0.1"),
    *("169.254.169.254", "192.0.0.192", "192.0.2.1", "192.88.99.1", "198.18.0.1", "224.0.0.1", "239.1.1.1"),
    *("240.0.0.1", "255.255.255.255", "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:100.100.100.200"),
    *("64:ff9b::7f00:1", "64:ff9b:1::a00:1", "2002:7f00:1::", "2001:0:4136:e378:8000:63bf:80ff:fffe"),
    *("fe80::1", "fe80::1%eth0", "fec0::1", "fc00::1", "fd00:ec2::254", "ff02::1", "3fff::1", "5f00::1"),
    *("2001:db8::1", "100::1", "not an address", ""),
]


@pytest.mark.parametrize("address", [PUBLIC, "8.8.8.8", "2606:4700::1111", "2001:4860:4860::8888", "::ffff:8.8.8.8"])
def test_an_address_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_is_not_public(address: str) -> None:
    assert not is_public(address)


FORMS = [
    *("0.0.0.0", "[::ffff:127.0.0.1]", "0x7f.1", "0x7f000001", "2130706433", "127.1", "017700000001", "①②⑦.0.0.1"),
    *("[::]", "[::1]", "[::127.0.0.1]", "127。0。0。1", "%31%32%37.0.0.1"),
]


@pytest.mark.parametrize("host", FORMS)
def test_a_form_of_loopback_is_refused(web: Web, see: See, host: str) -> None:
    assert see(web.url("/x", host), allowed=()).outcome == "refused"
    assert web.connections == 0


@pytest.mark.parametrize("host", ["localhost", "localhost.", "a.localhost", "x.internal", "printer.local"])
def test_a_reserved_name_is_not_even_looked_up(web: Web, run: Any, host: str) -> None:
    async def look_up(name: str, port: int) -> list[str]:
        raise AssertionError(name)

    assert run({web.url("/x", host): ()}, network=GuardedNetwork(look_up=look_up)).observations == {}


INSIDE = "not a public address after a redirect"


@pytest.mark.parametrize(
    ("target", "note"),
    [
        ("http://127.0.0.1:{port}/in", INSIDE),
        ("http://169.254.169.254/latest/meta-data", INSIDE),
        ("http://[::1]:{port}/", INSIDE),
        ("//0:{port}/", INSIDE),
        ("http://127.0.0.1:22/", "a redirect to a port that is no web server's"),
    ],
)
def test_a_redirect_inside_is_refused(web: Web, see: See, target: str, note: str) -> None:
    web.answers["/x"] = reply("302 x", Location=target.format(port=web.port))
    network = GuardedNetwork({"out.bench"}, to_loopback)

    found = see(web.url("/x", "out.bench"), network=network)

    assert (found.outcome, found.note, web.asked("/in")) == ("refused", note, [])


async def to_loopback(host: str, port: int) -> list[str]:
    return ["127.0.0.1"]


class Rerouted(httpcore.AsyncNetworkBackend):
    """Takes every public address for the server of the test."""

    def __init__(self) -> None:
        self.real = httpcore.AnyIOBackend()
        self.connected: list[str] = []

    async def connect_tcp(self, host: str, port: int, timeout: Any = None, *rest: Any) -> Any:
        self.connected.append(host)
        if ":" in host:
            await asyncio.sleep(timeout)
            raise httpcore.ConnectTimeout
        return await self.real.connect_tcp("127.0.0.1", port, timeout)


def test_a_name_that_changes_its_address_between_two_look_ups_is_refused(web: Web, see: See) -> None:
    answers = [[PUBLIC], ["127.0.0.1"], ["127.0.0.1"]]

    async def look_up(host: str, port: int) -> list[str]:
        return answers.pop(0)

    network = GuardedNetwork(look_up=look_up)
    network.network = rerouted = Rerouted()  # type: ignore[assignment]
    web.answers["/x"] = b""  # HEAD fails, so GET connects again

    assert see(web.url("/x", "rebind.com"), network=network).outcome == "refused"
    assert rerouted.connected == [PUBLIC]


def test_one_private_address_among_public_ones_is_refused(web: Web, see: See) -> None:
    async def look_up(host: str, port: int) -> list[str]:
        return [PUBLIC, "10.0.0.1"]

    assert see(web.url("/x", "two.com"), network=GuardedNetwork(look_up=look_up)).outcome == "refused"


def test_an_address_that_swallows_packets_is_left_for_the_next(
    web: Web, see: See, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def look_up(host: str, port: int) -> list[str]:
        return ["2606:4700::1111", PUBLIC]

    monkeypatch.setattr("doclint.links.online.guard._SECONDS_PER_ADDRESS", 0.1)
    network = GuardedNetwork(look_up=look_up)
    network.network = Rerouted()  # type: ignore[assignment]
    web.answers["/x"] = reply("200 OK")

    assert see(web.url("/x", "six.com"), network=network).outcome == "alive"


def test_hosts_may_be_private_only_by_the_command_line(web: Web, see: See) -> None:
    web.answers["/x"] = reply("200 OK")

    assert see(web.url("/x"), allowed=()).outcome == "refused"
    assert see(web.url("/x"), allowed=("127.0.0.1",)).outcome == "alive"
    assert "allow" not in " ".join(Online.__struct_fields__)


def test_settings_of_the_repository_are_kept_within_bounds() -> None:
    greedy = Online(workers=100_000, per_host=100_000, seconds=1e9, retries=1_000, interval=-1.0)

    limits = plan_of(greedy).limits

    assert (limits.workers, limits.per_host, limits.seconds, limits.retries, limits.interval) == (256, 256, 120, 5, 0)

    limits = plan_of(Online(workers=0, per_host=-1, seconds=0.0, retries=-1)).limits

    assert (limits.workers, limits.per_host, limits.seconds, limits.retries) == (1, 1, 1, 0)


def test_nothing_of_the_environment_goes_out(web: Web, see: See, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("TOKEN", "secret")
    web.answers["/%24TOKEN"] = web.answers["/$TOKEN"] = reply("200 OK", Set_Cookie="a=b")

    found = see(f"http://user:password@127.0.0.1:{web.port}/$TOKEN")
    see(web.url("/$TOKEN?2"))

    assert found.outcome == "alive"
    assert "password" not in found.url
    for request in web.requests:
        assert not {"authorization", "cookie", "referer"} & set(request.headers)
        assert "secret" not in request.path


URLS = [
    *("http://", "http://host:port/", "http://[::1", "http://a:65536/", "http://a:-1/", "http://a b/", "http://a\0b/"),
    *("http://a..b/", "http://" + "a" * 64 + ".com/", "http://a.com/" + "x" * 70_000, "mailto:a@b.c", "file:///x"),
    *("javascript:1", "data:,x", "C:\\x", "http://[fe80::1%25eth0]/", "http://\ud800/", "ftp://a.com/", ""),
]


@pytest.mark.parametrize("url", URLS, ids=range(len(URLS)))
def test_what_cannot_be_asked_for_is_said_in_one_way(url: str) -> None:
    with pytest.raises(UrlError):
        address_of(url)


@pytest.mark.parametrize(
    ("url", "href"),
    [
        pytest.param("http:example.com", "http://example.com/", id="no slashes"),
        pytest.param("//a.com/x", "https://a.com/x", id="no scheme"),
        pytest.param("http://h\\@evil.com/", "http://h/@evil.com/", id="a backslash is a slash"),
        pytest.param("http://user:pw@a.com/", "http://a.com/", id="user and password"),
        pytest.param("http://MÜNCHEN.de/ü", "http://xn--mnchen-3ya.de/%C3%BC", id="IDN"),
        pytest.param("https://faß.de", "https://xn--fa-hia.de/", id="sharp s"),
        pytest.param("http://a.com/a b\tc\nd", "http://a.com/a%20bcd", id="spaces, tabs, newlines"),
        pytest.param("http://a.com/%zz%", "http://a.com/%zz%", id="percent signs that encode nothing"),
        pytest.param("http://a.com:80/x#y", "http://a.com/x", id="the usual port, a fragment"),
        pytest.param("http://a.com/\u202ex", "http://a.com/%E2%80%AEx", id="a change of direction"),
    ],
)
def test_a_url_is_read_as_browsers_read_it(url: str, href: str) -> None:
    assert address_of(url).href == href


@pytest.mark.parametrize(("url", "port"), [("https://a.com/", 443), ("http://a.com/", 80), ("http://a.com:81/", 81)])
def test_the_port_of_a_url(url: str, port: int) -> None:
    assert address_of(url).port == port


CLOSED = [  # what browsers do not connect to either, above 1024
    *(
        1719,
        1720,
        1723,
        2049,
        3659,
        4045,
        4190,
        5060,
        5061,
        6000,
        6566,
        6665,
        6666,
        6667,
        6668,
        6669,
        6679,
        6697,
        10080,
    ),
    *(3306, 5432, 6379, 9200, 11211, 27017),  # data bases
]


@pytest.mark.parametrize("port", [1, 22, 25, 81, 1023, *CLOSED])
def test_a_port_that_is_no_web_servers(port: int) -> None:
    assert not is_web_port(port)


@pytest.mark.parametrize("port", [80, 443, 1024, 3000, 8080, 8443, 65535])
def test_a_port_that_may_be_a_web_servers(port: int) -> None:
    assert is_web_port(port)


@pytest.mark.parametrize("host", ["example.com", "www.example.org", "a.test", "b.invalid", "example"])
def test_names_for_examples_are_reserved(host: str) -> None:
    assert is_reserved(host)
    assert not is_reserved("my" + host.replace(".", "") + ".com")


def test_a_host_that_does_not_exist(web: Web, run: Any) -> None:
    async def look_up(host: str, port: int) -> list[str]:
        if host == "gone.com":
            raise socket.gaierror(socket.EAI_NONAME, "unknown")
        return [PUBLIC]

    network = GuardedNetwork(look_up=look_up)
    network.network = Rerouted()  # type: ignore[assignment]
    web.answers["/x"] = reply("200 OK")

    found = run({web.url("/x", "there.com"): (), web.url("/x", "gone.com"): ()}, network=network).observations

    assert {each.outcome for each in found.values()} == {"alive", "unknown-host"}


def test_a_network_that_is_down_is_said_once(run: Any) -> None:
    async def look_up(host: str, port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_AGAIN, "try again")

    wanted = {f"http://h{number}.com/{page}": () for number in range(200) for page in range(2)}

    outlook = run(wanted, network=GuardedNetwork(look_up=look_up))

    assert outlook.down
    assert outlook.observations == {}
    assert outlook.asked < len(wanted)
