"""The HTML report in a real Chromium, opened from disk."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from doclint.output import Look, audit_renderer
from tests.audit.browser import ABSENT, Browser, browser
from tests.audit.sets import HOSTILE, SET
from tests.audit.test_renderers import full

pytestmark = pytest.mark.skipif(bool(ABSENT), reason=ABSENT or "-")
AXE = Path(os.environ.get("DOCLINT_AXE") or Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js")


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browser(tmp_path_factory.mktemp("profile")) as session:
        yield session


@pytest.fixture(scope="module", params=["plain", "hostile"])
def page(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("page") / "report.html"
    files = SET if request.param == "plain" else HOSTILE
    file.write_text(audit_renderer("html")(full(files), Look()), encoding="utf-8")
    return file


def dressed(session: Browser, page: Path, *, dark: bool = False, width: int = 1280, print_media: bool = False) -> None:
    session.command(
        "Emulation.setEmulatedMedia",
        media="print" if print_media else "screen",
        features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}],
    )
    session.command("Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=False)
    session.open(page)


def test_it_opens_without_errors_requests_or_scripts(chromium: Browser, page: Path) -> None:
    chromium.console()
    chromium.requests()
    dressed(chromium, page)

    assert chromium.console() == []
    assert chromium.requests() == [page.as_uri()]
    assert chromium.run("return document.scripts.length") == 0
    assert chromium.run("return document.documentElement.lang") == "en"


def test_verdict_worst_claims_and_graph_are_on_the_first_two_screens(chromium: Browser, page: Path) -> None:
    dressed(chromium, page)

    top = "document.querySelector(name).getBoundingClientRect().top"
    tops = chromium.run(f"return ['h1', '#worst', '#references svg'].map(name => {top})")
    assert tops == sorted(tops)
    assert tops[-1] < 1600


@pytest.mark.parametrize("width", [1280, 360])
def test_the_page_is_never_wider_than_the_window(chromium: Browser, page: Path, width: int) -> None:
    dressed(chromium, page, width=width)

    assert chromium.run("return document.documentElement.scrollWidth") <= width


def test_dark_at_night_and_light_on_paper(chromium: Browser, page: Path) -> None:
    colours = []
    for dark, print_media in ((False, False), (True, False), (True, True)):
        dressed(chromium, page, dark=dark, print_media=print_media)
        colours.append(chromium.run("return getComputedStyle(document.body).backgroundColor"))

    assert colours[0] == colours[2] == "rgb(255, 255, 255)"
    assert colours[1] != colours[0]


def test_paper_shows_what_is_folded_on_the_screen(chromium: Browser, page: Path) -> None:
    height = "const one = document.querySelector('details:not([open])'); return one.getBoundingClientRect().height"
    dressed(chromium, page)
    folded = chromium.run(height)
    dressed(chromium, page, print_media=True)

    assert chromium.run(height) > folded


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed (npm install axe-core, or DOCLINT_AXE)")
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_an_accessibility_checker_has_nothing_to_say(chromium: Browser, page: Path, dark: bool) -> None:
    dressed(chromium, page, dark=dark)
    chromium.run("for (const one of document.querySelectorAll('details')) one.open = true")
    chromium.run(AXE.read_text(encoding="utf-8") + "; window.axe = axe")
    found = chromium.run_async(
        "const done = arguments[0]; axe.run().then(result => done(result.violations.map(one =>"
        " [one.id, one.help, one.nodes.slice(0, 3).map(node => node.html + ' ' + node.failureSummary)])))"
    )

    assert found == []
