"""What servers do wrong, and what a run makes of it: one outcome, in time, whatever it is."""

import asyncio
import gzip
import time
from collections.abc import Callable
from typing import Any

import pytest

from doclint.links.online.polite import Limits
from doclint.observation import Observation

from .conftest import QUICK, Request, Web, reply

See = Callable[..., Observation]
OK = b"HTTP/1.1 200 OK\r\n"
PAGE = b"<html><h1 id='here'>x</h1></html>"


async def drip(writer: asyncio.StreamWriter, text: bytes, seconds: float) -> None:
    for byte in text:
        writer.write(bytes([byte]))
        await writer.drain()
        await asyncio.sleep(seconds)


def in_time(see: Callable[[], Observation], seconds: float = QUICK.seconds + 1.5) -> Observation:
    started = time.monotonic()
    observation = see()
    assert time.monotonic() - started < seconds
    return observation


def test_headers_that_drip_end_at_the_wall_clock(web: Web, see: See) -> None:
    async def answer(request: Request, writer: asyncio.StreamWriter) -> None:
        await drip(writer, OK + b"X-Slow: " + b"a" * 10_000, 0.05)

    web.answers["/x"] = answer

    assert in_time(lambda: see(web.url("/x"))).outcome == "timeout"


@pytest.mark.parametrize("fragments", [(), ("here",)], ids=["status is enough", "page is needed"])
def test_a_body_that_drips_does_not_hide_the_status(web: Web, see: See, fragments: tuple[str, ...]) -> None:
    async def answer(request: Request, writer: asyncio.StreamWriter) -> None:
        writer.write(OK + b"Content-Type: text/html\r\nContent-Length: 100000\r\n\r\n")
        await drip(writer, b"<p>" * 1000, 0.05)

    web.answers["/x"] = answer

    found = in_time(lambda: see(web.url("/x"), *fragments))

    assert (found.outcome, found.status, found.missing) == ("alive", 200, ())


def test_silence_is_a_timeout_after_two_requests_at_most(web: Web, see: See) -> None:
    async def answer(request: Request, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(30)

    web.answers["/x"] = answer

    assert in_time(lambda: see(web.url("/x"))).outcome == "timeout"
    assert len(web.asked("/x")) <= 2


@pytest.mark.parametrize("fragments", [(), ("here",)], ids=["status is enough", "page is needed"])
def test_an_endless_body_is_cut(web: Web, see: See, fragments: tuple[str, ...]) -> None:
    async def answer(request: Request, writer: asyncio.StreamWriter) -> None:
        writer.write(OK + b"Content-Type: text/html\r\n\r\n")
        while True:
            writer.write(b"<p>more</p>" * 1000)
            await writer.drain()

    web.answers["/x"] = answer

    found = in_time(lambda: see(web.url("/x"), *fragments))

    assert (found.outcome, found.missing) == ("alive", ())
    assert ("too large" in found.note) is bool(fragments)


def test_a_page_that_unpacks_to_far_more_is_cut(web: Web, see: See) -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    web.answers["/x"] = reply("200 OK", bomb, Content_Type="text/html", Content_Encoding="gzip")

    found = in_time(lambda: see(web.url("/x"), "here"))

    assert (found.outcome, found.missing) == ("alive", ())
    assert "too large" in found.note


def test_a_packed_page_is_looked_through(web: Web, see: See) -> None:
    web.answers["/x"] = reply("200 OK", gzip.compress(PAGE), Content_Type="text/html", Content_Encoding="gzip")

    assert see(web.url("/x"), "here", "gone").missing == ("gone",)


REDIRECTS = [
    pytest.param("/x", "a redirect loop", id="to itself"),
    pytest.param("/1", "more than 8 redirects", id="a long chain"),
    pytest.param("", "a redirect without a target", id="without Location"),
    pytest.param("http://[", "a bad redirect", id="no URL"),
    pytest.param("http://xn--a.example:99999/", "a bad redirect", id="a port that is none"),
    pytest.param("http://a\x01b/", "a bad redirect", id="a control character"),
    pytest.param("file:///etc/passwd", "a bad redirect", id="file"),
    pytest.param("gopher://127.0.0.1/", "a bad redirect", id="another scheme"),
    pytest.param("javascript:alert(1)", "a bad redirect", id="script"),
    pytest.param("http://a.com/" + "x" * 9000, "a bad redirect", id="too long"),
    pytest.param("http://a..b/", "a bad redirect", id="an empty label"),
    pytest.param("http://" + "a" * 64 + ".com/", "a bad redirect", id="a label too long"),
]


@pytest.mark.parametrize(("location", "note"), REDIRECTS)
def test_a_redirect_that_leads_nowhere(web: Web, see: See, location: str, note: str) -> None:
    web.answers["/x"] = reply("302 Found", **({"Location": location} if location else {}))
    for number in range(1, 12):
        web.answers[f"/{number}"] = reply("302 Found", Location=f"/{number + 1}")

    found = see(web.url("/x"))

    assert found.outcome == "redirect"
    assert found.note.startswith(note)


@pytest.mark.parametrize(
    ("statuses", "permanent"),
    [
        pytest.param(["301 x", "308 x"], True, id="all permanent"),
        pytest.param(["301 x", "302 x"], False, id="one is not"),
        pytest.param(["307 x", "301 x"], False, id="the first is not"),
    ],
)
def test_redirects_to_a_page(web: Web, see: See, statuses: list[str], permanent: bool) -> None:
    web.answers["/x"] = reply(statuses[0], Location="y")
    web.answers["/y"] = reply(statuses[1], Location=web.url("/z"))
    web.answers["/z"] = reply("200 OK")

    found = see(web.url("/x"))

    assert (found.outcome, found.final_url, found.permanent) == ("alive", web.url("/z"), permanent)


@pytest.mark.parametrize(("redirects", "outcome"), [(8, "alive"), (9, "redirect")])
def test_as_many_redirects_as_are_allowed(web: Web, see: See, redirects: int, outcome: str) -> None:
    for number in range(redirects):
        web.answers[f"/{number}"] = reply("302 Found", Location=f"/{number + 1}")
    web.answers[f"/{redirects}"] = reply("200 OK")

    assert see(web.url("/0")).outcome == outcome


def test_redirects_share_the_seconds_of_a_url(web: Web, see: See) -> None:
    async def answer(request: Request, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.4)
        writer.write(reply("302 Found", Location=f"{request.path}0"))
        await writer.drain()

    for length in range(1, 7):
        web.answers["/1" + "0" * length] = answer

    assert in_time(lambda: see(web.url("/10"))).outcome == "timeout"


def with_lines(lines: bytes) -> bytes:
    return OK + lines + b"Content-Length: 0\r\n\r\n"


ODD = [
    pytest.param(with_lines(b"X: " + b"a" * 2_000_000 + b"\r\n"), "protocol", id="a header of 2 MB"),
    pytest.param(with_lines(b"X: y\r\n" * 200_000), "protocol", id="200,000 headers"),
    pytest.param(b"HTTP/1.1 103 Early\r\n\r\n" * 2000 + reply("200 OK"), "alive", id="2,000 times 103"),
    pytest.param(b"garbage\r\n\r\n", "protocol", id="garbage"),
    pytest.param(reply("9999 x"), "protocol", id="status 9999"),
    pytest.param(reply("999 x"), "blocked", id="status 999"),
    pytest.param(b"", "protocol", id="closed without a word"),
    pytest.param(OK + b"Content-Length: 100\r\n\r\nshort", "alive", id="a short body"),
    pytest.param(
        reply("200 OK", b"no gzip", Content_Encoding="gzip", Content_Type="text/html"), "alive", id="bad gzip"
    ),
    pytest.param(reply("200 OK", PAGE, Content_Type="text/html; charset=klingon"), "alive", id="bad charset"),
    pytest.param(reply("200 OK", PAGE, Content_Encoding="br"), "alive", id="a packing we cannot read"),
    pytest.param(reply("403 Forbidden", cf_mitigated="challenge"), "blocked", id="a challenge"),
    pytest.param(reply("200 OK", cf_mitigated="challenge"), "blocked", id="a challenge that says 200"),
    pytest.param(reply("401 x"), "login", id="401"),
    pytest.param(reply("410 Gone"), "dead", id="410"),
    pytest.param(reply("500 x"), "failing", id="500"),
    pytest.param(reply("451 x"), "blocked", id="451"),
]


@pytest.mark.parametrize("fragments", [(), ("gone",)], ids=["status", "page"])
@pytest.mark.parametrize(("answer", "outcome"), ODD)
def test_an_odd_answer(web: Web, see: See, answer: bytes, outcome: str, fragments: tuple[str, ...]) -> None:
    web.answers["/x"] = answer

    assert in_time(lambda: see(web.url("/x"), *fragments)).outcome == outcome


@pytest.mark.parametrize(
    ("stated", "requests"),
    [
        pytest.param("86400", 1, id="a day"),
        pytest.param("1000000000", 1, id="a lifetime"),
        pytest.param("Fri, 31 Dec 2100 23:59:59 GMT", 1, id="a date far off"),
        pytest.param("Fri, 31 Dec 1999 23:59:59 GMT", 2, id="a date in the past"),
        pytest.param("abc", 2, id="no number"),
        pytest.param("1e9", 2, id="no plain number"),
        pytest.param("-5", 2, id="negative"),
        pytest.param("", 2, id="nothing"),
    ],
)
def test_429_is_asked_again_only_when_the_wait_is_short(web: Web, see: See, stated: str, requests: int) -> None:
    web.answers["/x"] = reply("429 Too Many", **({"Retry-After": stated} if stated else {}))
    limits = Limits(interval=0.0, seconds=3.0, retries=1, longest_wait=1.0)

    found = in_time(lambda: see(web.url("/x"), limits=limits), 3.0)

    assert found.outcome == "rate-limited"
    assert len(web.asked("/x")) == requests


def test_a_host_that_asks_for_a_long_pause_is_left_alone(web: Web, run: Any) -> None:
    for number in range(20):
        web.answers[f"/{number}"] = reply("429 x", Retry_After="3600")

    found = run({web.url(f"/{number}"): () for number in range(20)}).observations

    assert {each.outcome for each in found.values()} == {"rate-limited"}
    assert len(web.requests) <= QUICK.per_host


def test_503_that_passes_is_alive(web: Web, see: See) -> None:
    async def answer(request: Request, writer: asyncio.StreamWriter) -> None:
        is_first = len(web.asked("/x")) <= 2  # HEAD and GET
        writer.write(reply("503 x", Retry_After="0") if is_first else reply("200 OK"))
        await writer.drain()

    web.answers["/x"] = answer

    assert see(web.url("/x")).outcome == "alive"


HEADS = [
    pytest.param(reply("405 x"), id="405"),
    pytest.param(reply("404 x"), id="404"),
    pytest.param(reply("403 x"), id="403"),
    pytest.param(reply("501 x"), id="501"),
    pytest.param(b"", id="closed"),
    pytest.param(b"garbage", id="garbage"),
    pytest.param(None, id="silence"),
]


@pytest.mark.parametrize("head", HEADS)
def test_what_head_refuses_get_may_give(web: Web, see: See, head: bytes | None) -> None:
    async def answer(request: Request, writer: asyncio.StreamWriter) -> None:
        if request.method == "HEAD" and head is None:
            await asyncio.sleep(30)
        writer.write((head or b"") if request.method == "HEAD" else reply("200 OK", PAGE))
        await writer.drain()

    web.answers["/x"] = answer

    assert in_time(lambda: see(web.url("/x"))).outcome == "alive"
    assert web.asked("/x") == ["HEAD", "GET"]


def test_head_with_a_body_is_enough(web: Web, run: Any) -> None:
    web.answers["/x"] = reply("200 OK", PAGE * 1000)
    web.answers["/y"] = reply("200 OK", PAGE)

    found = run({web.url("/x"): (), web.url("/y"): ()}).observations

    assert {each.outcome for each in found.values()} == {"alive"}
    assert {request.method for request in web.requests} == {"HEAD"}


PAGES = [
    pytest.param(b'<p id="x">', "x", True, id="id"),
    pytest.param(b"<p ID=x>", "x", True, id="bare, upper case"),
    pytest.param(b"<a name = 'x'>", "x", True, id="name"),
    pytest.param(b'<a href="#x">', "x", True, id="a link of the page to it"),
    pytest.param(b'<h2 id="user-content-x">', "x", True, id="GitHub's prefix"),
    pytest.param(rb'{"richText":"<h2 id=\"user-content-x\">"}', "x", True, id="GitHub's JSON"),
    pytest.param(b'{"anchor":"x"}', "x", True, id="GitHub's table of contents"),
    pytest.param('<p id="ü">'.encode(), "%C3%BC", True, id="percent-encoded"),
    pytest.param(b'<p id="a&amp;b">', "a&b", True, id="an entity"),
    pytest.param(b'<p id="xy">', "x", False, id="only the beginning of an id"),
    pytest.param(b"<p>x</p>", "x", False, id="text"),
    pytest.param(b"<p>", "L10-L20", True, id="lines"),
    pytest.param(b"<p>", "issuecomment-1", True, id="a comment"),
    pytest.param(b"<p>", "!/route", True, id="a route"),
    pytest.param(b"<p>", ":~:text=x", True, id="a text fragment"),
    pytest.param(b"<p>", "x:~:text=x", False, id="an anchor and a text fragment"),
    pytest.param(b" " * 20_000 + b'<p id="x">', "x", True, id="far down"),
]


@pytest.mark.parametrize(("page", "fragment", "there"), PAGES)
def test_a_fragment_of_a_page(web: Web, see: See, page: bytes, fragment: str, there: bool) -> None:
    web.answers["/x"] = reply("200 OK", page, Content_Type="text/html")

    assert bool(see(web.url("/x"), fragment).missing) is not there


def test_what_is_no_html_has_no_missing_fragments(web: Web, see: See) -> None:
    web.answers["/x"] = reply("200 OK", b"%PDF", Content_Type="application/pdf")

    assert see(web.url("/x"), "page=2").missing == ()
