"""Links on the command line: what an edit breaks elsewhere, and going online."""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

SET = {
    "docs/a.md": "# A\n\nSee [outage](b.md#outage), [C](c.md).\n",
    "docs/b.md": "# B\n\n## Outage\n",
    "docs/c.md": "# C\n",
    "docs/d.md": "# D\n\n[gone](gone.md)\n",
}
Repository = Callable[[Mapping[str, str | None]], Path]


def found(ran: Any) -> list[tuple[str, str, str]]:
    return [(each["rule"], each["path"], each["subject"]) for each in json.loads(ran.stdout)["findings"]]


@pytest.fixture
def check(doclint: Callable[..., Any]) -> Callable[..., Any]:
    return lambda *paths: doclint("check", "--select", "DL3", "--output-format", "json", *paths)


@pytest.mark.parametrize(
    ("change", "paths", "broken"),
    [
        pytest.param({}, ["docs/b.md"], [], id="nothing: what is broken elsewhere is not about b"),
        pytest.param(
            {"docs/b.md": "# B\n\n## Power cut\n"},
            ["docs/b.md"],
            [("DL302", "docs/a.md", "b.md#outage")],
            id="a heading is renamed",
        ),
        pytest.param(
            {"docs/b.md": None}, ["docs/b.md"], [("DL301", "docs/a.md", "b.md#outage")], id="the file is removed"
        ),
        pytest.param(
            {"docs/b.md": None, "docs/B.md": SET["docs/b.md"]},
            ["docs/B.md"],
            [("DL303", "docs/a.md", "b.md#outage")],
            id="the file is renamed",
        ),
        pytest.param(
            {"docs/b.md": None, "docs/c.md": None},
            ["docs"],
            [
                ("DL301", "docs/a.md", "b.md#outage"),
                ("DL301", "docs/a.md", "c.md"),
                ("DL301", "docs/d.md", "gone.md"),
            ],
            id="the folder is checked",
        ),
    ],
)
def test_what_an_edit_breaks_elsewhere(
    repository: Repository,
    check: Callable[..., Any],
    change: dict[str, str | None],
    paths: list[str],
    broken: list[tuple[str, str, str]],
) -> None:
    repository(SET)
    repository(change)

    assert found(check(*paths)) == broken


def test_a_file_that_is_gone_and_that_nobody_misses_is_clean(repository: Repository, check: Callable[..., Any]) -> None:
    repository({**SET, "docs/e.md": "# E\n"})
    repository({"docs/e.md": None})

    ran = check("docs/e.md")

    assert (ran.status, found(ran)) == (0, [])


def test_a_file_that_never_was_is_a_mistake(repository: Repository, check: Callable[..., Any]) -> None:
    repository(SET)

    ran = check("docs/x.md")

    assert ran.status == 2
    assert "docs/x.md: no such file or folder" in ran.stderr


class _Pages(BaseHTTPRequestHandler):
    def do_HEAD(self) -> None:
        status = {"/there": 200, "/moved": 301}.get(self.path, 404)
        self.send_response(status)
        if status == 301:
            self.send_header("Location", "/there")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_GET(self) -> None:
        self.do_HEAD()

    def log_message(self, format: str, *arguments: object) -> None:
        pass


@pytest.fixture
def port() -> Any:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Pages)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    thread.join()
    server.server_close()


def test_links_to_the_web(project: Callable[..., Path], doclint: Callable[..., Any], port: int) -> None:
    here = f"http://127.0.0.1:{port}"
    project({"a.md": f"# A\n\n[1]({here}/there) [2]({here}/gone) [3]({here}/moved#x)\n"})
    command = ("--allow-host", "127.0.0.1", "--output-format", "json", "--fail-on", "error")

    online = doclint("links", *command)
    cached = doclint("check", "--select", "DL3", "--online=cached", *command)
    offline = doclint("check", "--select", "DL3", *command)

    expected = [
        ("DL320", "a.md", f"{here}/gone"),
        ("DL324", "a.md", f"{here}/moved#x"),
        ("DL325", "a.md", f"{here}/moved#x"),
    ]
    assert (online.status, found(online)) == (1, expected)
    assert (cached.status, found(cached)) == (1, expected)
    assert (offline.status, found(offline)) == (0, [])


def test_private_hosts_are_not_asked(project: Callable[..., Path], doclint: Callable[..., Any], port: int) -> None:
    project({"a.md": f"# A\n\n[1](http://127.0.0.1:{port}/gone)\n"})

    ran = doclint("links", "--no-store", "--output-format", "json")

    assert found(ran) == [("DL321", "a.md", f"http://127.0.0.1:{port}/gone")]


def test_offline_nothing_of_the_web_is_imported() -> None:
    code = "import sys, doclint.engine, doclint.cli.check, doclint.rules as r; r.all_rules(); print(*sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    heavy = {"httpcore", "httpx", "ada_url", "ssl", "asyncio", "sqlite3", "protego", "anyio"}
    assert heavy & set(done.stdout.split()) == set()
