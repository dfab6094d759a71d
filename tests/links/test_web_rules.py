"""What rules make of what the web answered."""

from typing import Any

import pytest

from doclint.model import Finding, Severity
from doclint.observation import Observation
from doclint.rule import ProjectRule
from doclint.rules import rule_named
from doclint.settings import Links, Online

URL = "https://a.com/x"
DAY = 86_400.0
NOON = 12 * 3600.0  # of the first of January 1970


def findings(make_project: Any, rule: str, fragment: str = "", **about: Any) -> list[Finding]:
    found = rule_named(rule)
    assert isinstance(found, ProjectRule)
    project = make_project({"a.md": f"[x]({URL}{fragment})\n"}, Links(online=Online(grace_days=7.0)))
    project.observations = {URL: Observation(**{"url": URL, "checked_at": NOON, **about})}
    return list(found.check(project, found.options()))


SAID = [
    pytest.param("DL320", {"outcome": "dead", "status": 410}, "the URL answers 410", id="never seen alive"),
    pytest.param(
        "DL320",
        {"outcome": "dead", "status": 404, "seen_alive": True, "broken_since": NOON - DAY, "checked_at": NOON + DAY},
        "the URL answers 404, since 1969-12-31",
        id="seen alive",
    ),
    pytest.param("DL320", {"outcome": "unknown-host"}, "the URL names a host that does not exist", id="no host"),
    pytest.param("DL321", {"outcome": "login", "status": 401}, "the URL asks for a login (401)", id="a status"),
    pytest.param("DL321", {"outcome": "refused", "note": "why"}, "the URL is not for us to ask (why)", id="a note"),
    pytest.param(
        "DL324",
        {"outcome": "alive", "final_url": "https://b.com/y", "permanent": True},
        "the page has moved for good to https://b.com/y",
        id="moved",
    ),
]


@pytest.mark.parametrize(("rule", "about", "message"), SAID)
def test_what_is_said(rule: str, about: dict[str, Any], message: str, make_project: Any) -> None:
    assert [finding.message for finding in findings(make_project, rule, **about)] == [message]


@pytest.mark.parametrize(
    ("days", "seen_alive", "severity"),
    [
        pytest.param(6.9, True, Severity.WARNING, id="dead for a few days"),
        pytest.param(7.0, True, None, id="dead for as long as is put up with"),
        pytest.param(0.0, False, None, id="never alive"),
    ],
)
def test_a_server_has_bad_days(days: float, seen_alive: bool, severity: Severity | None, make_project: Any) -> None:
    since = NOON + DAY * 100
    about = {"outcome": "dead", "seen_alive": seen_alive, "broken_since": since, "checked_at": since + days * DAY}

    assert [finding.severity for finding in findings(make_project, "DL320", **about)] == [severity]


@pytest.mark.parametrize(
    ("rule", "fragment", "about"),
    [
        pytest.param("DL320", "", {"outcome": "timeout"}, id="a timeout is not dead"),
        pytest.param("DL324", "", {"outcome": "alive", "final_url": "https://b.com"}, id="moved for now"),
        pytest.param(
            "DL324", "", {"outcome": "dead", "final_url": "https://b.com", "permanent": True}, id="moved, and gone"
        ),
        pytest.param("DL325", "#y", {"outcome": "alive", "missing": ("z",)}, id="another anchor is missing"),
        pytest.param("DL325", "#y", {"outcome": "dead", "missing": ("y",)}, id="the page is missing"),
        pytest.param("DL325", "#:~:text=y", {"outcome": "alive", "missing": ("y",)}, id="a text, no anchor"),
    ],
)
def test_what_is_no_finding(rule: str, fragment: str, about: dict[str, Any], make_project: Any) -> None:
    assert findings(make_project, rule, fragment, **about) == []


def test_the_fragment_goes_with_a_page_that_has_moved(make_project: Any) -> None:
    moved = {"outcome": "alive", "final_url": "https://b.com/y", "permanent": True}

    (finding,) = findings(make_project, "DL324", "#part", **moved)

    assert finding.fix
    assert finding.fix.edits[0].text == "https://b.com/y#part"
