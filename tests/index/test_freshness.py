"""When documents were looked at, how often they should be, and what git says."""

import datetime
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

import pytest

from doclint.engine import lint_project
from doclint.facts import facts_of
from doclint.freshness import changes_of, freshness_of, owing
from doclint.git.history import History, history_of
from doclint.markdown import parse
from doclint.project import Project
from doclint.rules import rule_named
from doclint.settings import Scheduled, Settings


def stamps(text: str) -> list[tuple[str, str]]:
    return [(stamp.kind, stamp.value) for stamp in facts_of(parse("a.md", text.encode())).stamps]


LONG = "# A\n\n## First\n\n" + "text\n\n" * 40


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We last updated the servers in May 2025.\n", id="a sentence about something else"),
        pytest.param("Update the **Last Updated** date.\n", id="an instruction"),
        pytest.param("```\nLast Updated: 2025-11-10\n```\n", id="in code"),
        pytest.param(LONG + "- **Owner**: Data Team\n\n## Next\n\n" + "text\n\n" * 40, id="the owner of a step"),
        pytest.param(LONG, id="nothing"),
    ],
)
def test_what_says_nothing_about_the_document(text: str) -> None:
    assert stamps(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("---\nlast_updated: 2025-11-10\n---\n", ("updated", "2025-11-10"), id="front matter"),
        pytest.param("# A\n\n**Last Updated**: 2025-11-10\n", ("updated", "2025-11-10"), id="a label"),
        pytest.param("# A\n\n**Last Updated:** 2025-11-10  \n", ("updated", "2025-11-10"), id="the colon in bold"),
        pytest.param("# A\n\n> **Last Reviewed:** 2025-11-10\n", ("reviewed", "2025-11-10"), id="in a quote"),
        pytest.param(LONG + "- **Last Updated**: 2025-11-10\n", ("updated", "2025-11-10"), id="at the foot, in a list"),
        pytest.param(LONG + "*Last updated: 10 Nov 2025*\n", ("updated", "10 Nov 2025"), id="emphasised"),
        pytest.param("# A\n\nLast updated on 10 November 2025.\n", ("updated", "10 November 2025"), id="a plain line"),
        pytest.param("# A\n\nv2 | Last modified: 2025-11-10 | X\n", ("updated", "2025-11-10"), id="between bars"),
        pytest.param(
            LONG + "*Index of all. Last verified: 2025-11-10*\n", ("reviewed", "2025-11-10"), id="a sentence on"
        ),
        pytest.param(
            "# A\n\n| Last Updated | 2025-11-10 |\n|-|-|\n| Owner | X |\n", ("updated", "2025-11-10"), id="a table"
        ),
        pytest.param(
            "# A\n\n| Owner | Last Updated |\n|-|-|\n| X | 2025-11-10 |\n", ("updated", "2025-11-10"), id="a row"
        ),
        pytest.param("# A\n\nOwner: Database Team\n", ("owner", "Database Team"), id="an owner without bold"),
        pytest.param("---\nreview_cadence: P90D\n---\n", ("interval", "P90D"), id="an interval"),
    ],
)
def test_the_spellings_of_a_field(text: str, found: tuple[str, str]) -> None:
    assert found in stamps(text)


def test_a_field_is_found_where_it_stands() -> None:
    text = "# A\n\n- **Last Updated**: 2025-11-10\n"
    stamp = facts_of(parse("a.md", text.encode())).stamps[0]

    assert (stamp.value_span.line, stamp.value_span.column, stamp.value_span.end_column) == (3, 21, 31)


def test_a_version_history_is_not_the_version() -> None:
    facts = facts_of(parse("a.md", b"# A\n\n| Version | Date | Changes |\n|-|-|-|\n| 1.1 | 2025-11-10 | x |\n"))

    assert facts.stamps == ()
    assert [(row.version, row.date) for row in facts.revisions] == [("1.1", "2025-11-10")]


@pytest.mark.parametrize(
    ("settings", "days"),
    [
        pytest.param(Settings(), 31, id="the strictest that is stated"),
        pytest.param(Settings(schedule=(Scheduled(paths=("docs/",), every="yearly"),)), 366, id="the settings first"),
        pytest.param(
            Settings(
                schedule=(Scheduled(paths=("docs/",), every="yearly"), Scheduled(paths=("*.md",), every="weekly"))
            ),
            7,
            id="the last of the settings",
        ),
        pytest.param(Settings(schedule=(Scheduled(paths=("lib/",), every="weekly"),)), 31, id="settings for others"),
    ],
)
def test_the_schedule_that_holds(make_project: Callable[..., Project], settings: Settings, days: int) -> None:
    table = "| Document | Update Frequency |\n|-|-|\n| Restore | monthly |\n"
    files = {
        "docs/INDEX.md": f"# Documentation index\n\n[Restore](restore.md), [Setup](setup.md)\n\n{table}",
        "docs/restore.md": "# Restore\n\n**Review cycle**: quarterly\n",
        "docs/setup.md": "# Setup\n",
    }

    schedule = make_project(files, settings).ask(freshness_of)["docs/restore.md"].schedule

    assert schedule is not None
    assert schedule.days == days


def test_a_schedule_stated_twice_is_that_of_the_index(make_project: Callable[..., Project]) -> None:
    table = "| Document | Update Frequency |\n|-|-|\n| Restore | monthly |\n"
    files = {
        "docs/INDEX.md": f"# Documentation index\n\n[Restore](restore.md), [Setup](setup.md)\n\n{table}",
        "docs/restore.md": "# Restore\n\n**Review cycle**: 31 days\n",
        "docs/setup.md": "---\nreview_interval_days: 90\n---\n\n# Setup\n\n**Schedule**: weekly\n",
    }

    found = make_project(files).ask(freshness_of)

    restore, setup = found["docs/restore.md"].schedule, found["docs/setup.md"].schedule
    assert restore
    assert setup
    assert (restore.path, restore.days, setup.path, setup.days) == ("docs/INDEX.md", 31, "docs/setup.md", 90)


@pytest.mark.parametrize(
    ("date", "since"),
    [
        pytest.param("2025-06-01", datetime.date(2025, 6, 1), id="its date"),
        pytest.param("June 2025", datetime.date(2025, 6, 30), id="the last day it may mean"),
        pytest.param("2010-06-01", datetime.date(2023, 1, 13), id="three years at most"),
    ],
)
def test_how_far_back_git_is_asked(make_project: Callable[..., Project], date: str, since: datetime.date) -> None:
    asked = []

    def history(paths: Collection[str], day: datetime.date) -> History:
        asked.append((sorted(paths), day))
        return History()

    files = {"a.md": f"# A\n\n**Last updated**: {date}\n", "b.md": "# B\n"}
    make_project(files, history=history).ask(changes_of)

    assert asked == [(["a.md"], since)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        pytest.param("| Document | Review |\n|-|-|\n| Restore | 2026-01-01 |\n", None, id="a date"),
        pytest.param("**Review**: the team meets weekly\n", None, id="no column of a table of documents"),
        pytest.param("| Document | Review |\n|-|-|\n| Restore | monthly |\n", 31, id="an interval"),
    ],
)
def test_what_review_means_beside_a_document(make_project: Callable[..., Project], text: str, days: int | None) -> None:
    index = f"# Documentation index\n\n[Restore](restore.md), [Setup](setup.md)\n\n{text}"
    files = {"docs/INDEX.md": index, "docs/restore.md": "# Restore\n", "docs/setup.md": "# Setup\n"}

    schedule = make_project(files).ask(freshness_of)["docs/restore.md"].schedule

    assert (schedule.days if schedule else None) == days


def test_a_schedule_that_is_no_stretch_of_time_is_refused() -> None:
    with pytest.raises(ValueError, match="expected an interval"):
        Scheduled(paths=("*.md",), every="now and then")


@pytest.mark.parametrize(
    ("stating", "total", "owed"),
    [
        pytest.param(2, 3, False, id="two documents are no custom"),
        pytest.param(3, 10, False, id="fewer than a third"),
        pytest.param(3, 9, True, id="a third"),
    ],
)
def test_a_field_is_owed_where_others_state_it(
    make_project: Callable[..., Project], stating: int, total: int, owed: bool
) -> None:
    project = make_project({f"docs/{number}.md": "# A\n" for number in range(total)} | {"lib/y.md": "# Y\n"})

    found = owing(project, [f"docs/{number}.md" for number in range(stating)])

    assert (f"docs/{total - 1}.md" in found) is owed
    assert "lib/y.md" not in found


DAY = datetime.date(2025, 11, 10)


def test_git_says_when_a_file_was_modified(
    repository: Callable[[Mapping[str, str | None]], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2025-11-20T12:00:00Z")
    repository({"docs/a b.md": "one\n", "docs/é.md": "one\n", "docs/added.md": "one\n"})
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2025-12-01T12:00:00Z")
    repository({"docs/a b.md": "two\n", "docs/é.md": "two\n"})
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2025-12-24T12:00:00Z")
    root = repository({"docs/é.md": "three\n", "docs/moved.md": "one\n", "docs/added.md": None})

    history = history_of(root, ["docs/a b.md", "docs/é.md", "docs/added.md", "docs/moved.md"], DAY)

    assert history.unknown == ""
    assert history.changed == {"docs/a b.md": datetime.date(2025, 12, 1), "docs/é.md": datetime.date(2025, 12, 24)}


def test_without_git_nothing_is_known(tmp_path: Path) -> None:
    history = history_of(tmp_path, ["a.md"], DAY)

    assert history.changed == {}
    assert "not a git repository" in history.unknown


def test_before_the_first_commit_nothing_is_known(repository: Callable[..., Path], tmp_path: Path) -> None:
    assert history_of(tmp_path, ["a.md"], DAY).unknown


def test_a_shallow_clone_knows_nothing(repository: Callable[[Mapping[str, str | None]], Path], tmp_path: Path) -> None:
    root = repository({"a.md": "one\n"})
    head = (root / ".git" / "refs" / "heads" / "main").read_text()
    (root / ".git" / "shallow").write_text(head)

    history = history_of(root, ["a.md"], DAY)

    assert history.changed == {}
    assert "shallow" in history.unknown


def test_a_hostile_repository_runs_nothing(repository: Callable[[Mapping[str, str | None]], Path]) -> None:
    root = repository({"a.md": "one\n"})
    with open(root / ".git" / "config", "a") as config:
        config.write(f"[core]\n\tfsmonitor = touch {root}/ran\n\tpager = touch {root}/ran\n")
        config.write(f"[diff]\n\texternal = touch {root}/ran\n")

    history_of(root, ["a.md"], DAY)

    assert not (root / "ran").exists()


@pytest.mark.parametrize(
    ("changed", "reported"),
    [
        pytest.param(datetime.date(2025, 11, 17), False, id="within a week"),
        pytest.param(datetime.date(2025, 11, 18), True, id="a day more"),
    ],
)
def test_how_much_later_a_change_may_be(
    make_project: Callable[..., Project], changed: datetime.date, reported: bool
) -> None:
    rule = rule_named("DL508")
    assert rule
    files = {"a.md": "# A\n\n**Last updated**: 2025-11-10\n"}
    project = make_project(files, history=lambda paths, since: History({"a.md": changed}))

    assert bool(lint_project(project, project.settings, [rule])) is reported
