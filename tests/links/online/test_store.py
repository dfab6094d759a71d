"""What is kept between runs, and what a run that is killed leaves."""

import signal
import sqlite3
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from doclint.links.online.run import Plan, known_ones, observe_all
from doclint.links.online.store import Store, open_store
from doclint.observation import Observation

from .conftest import QUICK, Web, reply

See = Callable[..., Observation]
DAY = 86_400.0


def test_an_answer_is_believed_for_its_days(web: Web, see: See, store: Store) -> None:
    web.answers["/x"] = reply("200 OK")
    first = see(web.url("/x"))

    assert see(web.url("/x")) == first
    assert len(web.requests) == 1
    store.put(aged(first, days=8))
    see(web.url("/x"))
    assert len(web.requests) == 2


def test_refresh_asks_again(web: Web, see: See) -> None:
    web.answers["/x"] = reply("200 OK")
    see(web.url("/x"))

    see(web.url("/x"), refresh=True)

    assert len(web.requests) == 2


@pytest.mark.parametrize("status", ["500 x", "403 x", "401 x", "429 x"])
def test_what_may_pass_is_not_kept(web: Web, see: See, store: Store, status: str) -> None:
    web.answers["/x"] = reply(status)

    see(web.url("/x"))

    assert store.get(web.url("/x")) is None


def test_a_page_that_has_not_changed_is_not_sent_again(web: Web, see: See, store: Store) -> None:
    web.answers["/x"] = reply("200 OK", b"<p id=here>", ETag='"1"', Content_Type="text/html")
    first = see(web.url("/x"), "here", "gone")
    store.put(aged(first, days=8))
    web.answers["/x"] = reply("304 Not Modified")

    again = see(web.url("/x"), "here", "gone")

    assert web.requests[-1].headers["if-none-match"] == '"1"'
    assert (again.outcome, again.status, again.missing) == ("alive", 200, ("gone",))
    assert again.checked_at > first.checked_at - 1


def test_another_fragment_is_looked_for(web: Web, see: See) -> None:
    web.answers["/x"] = reply("200 OK", b"<p id=here>", ETag='"1"', Content_Type="text/html")
    see(web.url("/x"), "here")

    assert see(web.url("/x"), "gone").missing == ("gone",)


def test_the_first_day_a_page_was_gone_is_remembered(web: Web, see: See, store: Store) -> None:
    web.answers["/x"] = reply("200 OK")
    see(web.url("/x"))
    web.answers["/x"] = reply("404 x")
    gone = see(web.url("/x"), refresh=True)
    store.put(aged(gone, days=3))

    later = see(web.url("/x"))

    assert (gone.seen_alive, gone.broken_since) == (True, gone.checked_at)
    assert later.broken_since == pytest.approx(gone.checked_at - 3 * DAY)
    web.answers["/x"] = reply("200 OK")
    assert see(web.url("/x"), refresh=True).broken_since is None


def test_a_page_nobody_saw_alive_was_never_alive(web: Web, see: See) -> None:
    found = see(web.url("/gone"))

    assert (found.outcome, found.seen_alive) == ("dead", False)


def aged(observation: Observation, days: float) -> Observation:
    from msgspec.structs import replace

    since = observation.broken_since
    return replace(
        observation,
        checked_at=observation.checked_at - days * DAY,
        broken_since=None if since is None else since - days * DAY,
    )


def test_offline_the_store_answers(web: Web, see: See, store: Store) -> None:
    web.answers["/x"] = reply("200 OK")
    see(web.url("/x"))

    found = known_ones([web.url("/x"), web.url("/never"), "http://["], store).observations

    assert {url: each.outcome for url, each in found.items()} == {web.url("/x"): "alive", "http://[": "invalid"}
    assert len(web.requests) == 1


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"this is no database, and long enough to be read as one" * 50, id="no database"),
        pytest.param(b"SQLite format 3\0" + b"\xff" * 5000, id="a broken database"),
        pytest.param(b"", id="empty"),
    ],
)
def test_a_file_that_is_no_store_is_put_aside(tmp_path: Path, content: bytes) -> None:
    place = tmp_path / "web.sqlite3"
    place.write_bytes(content)

    with open_store(place) as store:
        store.put(Observation(url="http://a.com/", outcome="alive", checked_at=1.0))
        assert store.get("http://a.com/") is not None


def test_a_store_of_another_version_is_started_anew(tmp_path: Path) -> None:
    place = tmp_path / "web.sqlite3"
    with sqlite3.connect(place) as connection:
        connection.execute("CREATE TABLE observation (other)")
        connection.execute("PRAGMA user_version = 99")
    connection.close()

    with open_store(place) as store:
        assert store.get("http://a.com/") is None


def test_an_unreadable_row_is_no_observation(store: Store) -> None:
    store.connection.execute("INSERT INTO observation VALUES ('http://a.com/', '{')")

    assert store.get("http://a.com/") is None


RUN = """
    import sys
    from pathlib import Path
    from doclint.links.online.polite import Limits
    from doclint.links.online.run import Plan, observe_all
    from doclint.links.online.store import open_store

    port, place, first, last = int(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    wanted = {f"http://127.0.0.1:{port}/{number}": () for number in range(first, last)}
    plan = Plan(limits=Limits(per_host=4, interval=0.01), allowed=("127.0.0.1",))
    with open_store(place) as store:
        outlook = observe_all(wanted, plan, store)
    print(outlook.asked, outlook.total, len(outlook.observations), outlook.stopped)
"""


def start(port: int, place: Path, first: int, last: int) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", textwrap.dedent(RUN), str(port), str(place), str(first), str(last)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def answer_all(web: Web) -> None:
    class Always(dict[str, Any]):
        def get(self, path: object, default: object = None) -> bytes:
            return reply("200 OK")

    web.answers = Always()


def wait_until(condition: Callable[[], bool], seconds: float = 10.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)


def kept(place: Path) -> int:
    with sqlite3.connect(place) as connection:
        (count,) = connection.execute("SELECT count(*) FROM observation").fetchone()
        (sound,) = connection.execute("PRAGMA integrity_check").fetchone()
    connection.close()
    assert sound == "ok"
    return int(count)


def test_a_run_that_is_killed_loses_nothing_it_has_stored(web: Web, tmp_path: Path) -> None:
    answer_all(web)
    place = tmp_path / "web.sqlite3"
    killed = start(web.port, place, 0, 2000)
    wait_until(lambda: len(web.requests) > 100)
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    seen = kept(place)

    answered = len(web.requests)
    with open_store(place) as store:
        wanted = {web.url(f"/{number}"): () for number in range(answered)}
        again = observe_all(wanted, Plan(limits=QUICK, allowed=("127.0.0.1",)), store)

    assert seen >= 100 - 4  # those on their way
    assert again.asked <= answered - seen + 4


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "SIGTERM"])
def test_a_run_that_is_asked_to_end_leaves_what_was_seen(web: Web, tmp_path: Path, how: signal.Signals) -> None:
    answer_all(web)
    place = tmp_path / "web.sqlite3"
    stopped = start(web.port, place, 0, 2000)
    wait_until(lambda: len(web.requests) > 50)
    stopped.send_signal(how)
    output, _ = stopped.communicate(timeout=10)

    asked, total, observed, was_stopped = output.split()
    assert (stopped.returncode, total, was_stopped) == (0, "2000", "True")
    assert 0 < int(observed) == int(asked) == kept(place) < 2000


def test_two_runs_share_the_store(web: Web, tmp_path: Path) -> None:
    answer_all(web)
    place = tmp_path / "web.sqlite3"
    runs = [start(web.port, place, 0, 150), start(web.port, place, 100, 250)]

    outputs = [run.communicate(timeout=30)[0].split() for run in runs]

    assert [output[2] for output in outputs] == ["150", "150"]
    assert kept(place) == 250


def test_no_host_sees_more_than_its_limit(web: Web, run: Any) -> None:
    import asyncio

    lock = threading.Lock()
    now = most = 0
    at: list[float] = []

    async def answer(request: object, writer: asyncio.StreamWriter) -> None:
        nonlocal now, most
        with lock:
            now += 1
            most = max(most, now)
            at.append(time.monotonic())
        await asyncio.sleep(0.15)
        with lock:
            now -= 1
        writer.write(reply("200 OK"))
        await writer.drain()

    for number in range(12):
        web.answers[f"/{number}"] = answer
    limits = QUICK.__class__(per_host=2, interval=0.05)

    run({web.url(f"/{number}"): () for number in range(12)}, limits=limits)

    assert most <= 2
    assert max(at) - min(at) > 11 * 0.05 / 2  # neighbours may arrive together on a busy machine, all of them cannot


def test_a_url_is_asked_for_once_however_often_it_is_linked(web: Web, run: Any) -> None:
    web.answers["/x"] = reply("200 OK")
    spellings = [web.url("/x"), web.url("/x").replace("http", "HTTP"), web.url("/a/../x"), web.url("/./x")]

    found = run(dict.fromkeys(spellings, ())).observations

    assert len(found) == 4
    assert len(web.requests) == 1


def test_robots_are_heeded_when_asked_to(web: Web, see: See) -> None:
    web.answers["/robots.txt"] = reply("200 OK", b"User-agent: *\nDisallow: /x\n")
    web.answers["/x"] = web.answers["/y"] = reply("200 OK")

    assert see(web.url("/x"), robots=True).outcome == "robots"
    assert see(web.url("/y"), robots=True).outcome == "alive"
    assert web.asked("/x") == []
    assert see(web.url("/x")).outcome == "alive"
