"""What was judged in an earlier run is said again only when all it was judged by is what it was."""

import datetime
import hashlib
import random
from collections.abc import Callable, Mapping

import msgspec
import pytest

from doclint.memory import Memory
from doclint.verify import JudgedClaim, judged, judged_claims, judging, telling_claims
from doclint.verify.view import Shelf, View
from tests.verify.conftest import FILES, TODAY, project_of

SUMMARY = """# Documentation completion summary

**Status**: ✅ COMPLETE
**Total Files**: 3

1. **docs/setup.md** (7 lines, owner: SRE Team)
2. **docs/restore.md** (99 lines)
3. **docs/incidents.md** — 7 playbooks
4. **tools/check.sh** (2 lines)
5. **docs/gone.md** (4 lines)

## Setup Guide

- Configuration
- Troubleshooting of certificates

**Last Updated**: 2026-01-20

All documents link to each other. Each guide has an owner. 80% complete (3 of 5).
"""
ALL = {**FILES, "SUMMARY.md": SUMMARY, "notes/REPORT.txt": "REPORT\n======\n\ndocs/faq.md (900 lines)\n"}

Edit = Callable[[dict[str, str]], object]


class Runs:
    """Runs of one project after another, with one memory of them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.kept: dict[str, bytes] = {}
        self.judged: list[str] = []
        judge = judging.judged
        monkeypatch.setattr(judging, "judged", lambda one: self.judged.append(one.path) or judge(one))

    def told(self, files: Mapping[str, str], today: datetime.date = TODAY) -> tuple[JudgedClaim, ...]:
        """What this run is told; `judged` are the documents it had to judge."""
        project = project_of(files)
        project.today, project.memory = today, Memory()
        seals = {path: hashlib.sha256(files[path].encode()).digest() for path in project.facts}
        project.memory.open(frozenset(), seals, self.kept.get, self.kept.update)
        self.judged.clear()
        found = project.ask(telling_claims)
        project.memory.save()
        return found


def anew(files: Mapping[str, str], today: datetime.date = TODAY) -> tuple[JudgedClaim, ...]:
    project = project_of(files)
    project.today = today
    return project.ask(telling_claims)


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> Runs:
    return Runs(monkeypatch)


def _append(path: str, text: str) -> Edit:
    return lambda files: files.update({path: files.get(path, "") + text})


@pytest.mark.parametrize(
    "edit",
    [
        pytest.param(lambda files: None, id="nothing"),
        pytest.param(_append("docs/faq.md", "\nMore.\n"), id="a document it does not speak of"),
    ],
)
def test_what_a_summary_was_not_judged_by_may_change(runs: Runs, edit: Edit) -> None:
    runs.told(ALL)
    files = dict(ALL)
    edit(files)

    now = runs.told(files)

    assert "SUMMARY.md" not in runs.judged
    assert now == anew(files)


@pytest.mark.parametrize(
    "edit",
    [
        pytest.param(_append("SUMMARY.md", "\nMore.\n"), id="the summary"),
        pytest.param(_append("docs/setup.md", "\nMore.\n"), id="how long a document is"),
        pytest.param(_append("tools/check.sh", "echo\n"), id="how long a file is that is no document"),
        pytest.param(_append("docs/incidents.md", "\n## Playbook: Fire\n\nRun.\n"), id="what can be counted"),
        pytest.param(_append("docs/gone.md", "One.\n"), id="a file appears"),
        pytest.param(lambda files: files.pop("docs/restore.md"), id="a document is gone"),
        pytest.param(lambda files: files.pop("tools/check.sh"), id="a file is gone"),
        pytest.param(_append("mkdocs.yml", "docs_dir: guide\n"), id="a site appears"),
    ],
)
def test_a_summary_is_judged_again_for(runs: Runs, edit: Edit) -> None:
    before = runs.told(ALL)
    files = dict(ALL)
    edit(files)

    now = runs.told(files)

    assert "SUMMARY.md" in runs.judged
    assert now == anew(files)
    assert runs.told(ALL) == before


@pytest.mark.parametrize(
    "question", sorted(name for name in vars(View) if name[0] != "_" and name not in ("in_folder", "today"))
)
def test_who_asks_what_is_in_a_file_has_seen_it(question: str) -> None:
    view = View(Shelf(project_of(ALL)))

    getattr(view, question)("docs/setup.md")

    assert view.seen == {"docs/setup.md"}


@pytest.mark.parametrize(
    ("look", "seen"),
    [
        pytest.param(lambda view: view.facts["docs/faq.md"], {"docs/faq.md"}, id="all that is known of a document"),
        pytest.param(lambda view: view.facts.get("docs/faq.md"), {"docs/faq.md"}, id="the same, asked politely"),
        pytest.param(lambda view: [*view.facts.values()], {*FILES, "SUMMARY.md"} - {"tools/check.sh"}, id="of all"),
        pytest.param(lambda view: view.today, {judged.TODAY}, id="the day"),
        pytest.param(lambda view: view.size("docs/gone.md"), set(), id="a file that is not there: its name says so"),
        pytest.param(
            lambda view: ("docs/faq.md" in view.facts, [*view.facts], view.in_folder("docs")), set(), id="names"
        ),
    ],
)
def test_what_is_seen_by(look: Callable[[View], object], seen: set[str]) -> None:
    view = View(Shelf(project_of(ALL)))

    look(view)

    assert view.seen == seen


def test_a_plain_summary_is_remembered_by_what_it_says(runs: Runs) -> None:
    runs.told(ALL)
    runs.told(ALL)
    assert runs.judged == []

    changed = {**ALL, "notes/REPORT.txt": ALL["notes/REPORT.txt"].replace("900", "800")}

    assert runs.told(changed) == anew(changed)


def test_another_day_is_another_verdict_on_dates(runs: Runs) -> None:
    ahead = runs.told(ALL)
    later = TODAY + datetime.timedelta(days=30)

    assert runs.told(ALL, later) == anew(ALL, later) != ahead


def test_a_document_without_a_seal_is_judged_every_time(runs: Runs) -> None:
    """It could not be read to its end: what is known of it says nothing about what is in it."""
    for _ in range(2):
        project = project_of(ALL)
        project.memory = Memory()
        project.memory.open(frozenset(), {}, runs.kept.get, runs.kept.update)
        runs.judged.clear()
        project.ask(telling_claims)
        project.memory.save()

        assert "SUMMARY.md" in runs.judged


def _of_another_path(raw: bytes) -> bytes:
    return raw.replace(b"SUMMARY.md", b"SUMMARX.md")


@pytest.mark.parametrize(
    "spoilt",
    [
        pytest.param(lambda raw: b"", id="empty"),
        pytest.param(lambda raw: raw[:-1], id="cut off"),
        pytest.param(lambda raw: msgspec.msgpack.encode([b"", [["SUMMARY.md", {}, []]]]), id="sealed by nothing"),
        pytest.param(lambda raw: msgspec.msgpack.encode({"names": 5}), id="of another shape"),
        pytest.param(_of_another_path, id="claims of another document"),
    ],
)
def test_what_cannot_be_trusted_is_judged_anew(runs: Runs, spoilt: Callable[[bytes], bytes]) -> None:
    first = runs.told(ALL)
    runs.kept = {name: spoilt(raw) for name, raw in runs.kept.items()}

    assert runs.told(ALL) == first
    assert "SUMMARY.md" in runs.judged


def test_a_forged_record_with_the_right_names_and_no_seals_is_not_believed(runs: Runs) -> None:
    first = runs.told(ALL)
    names, documents = msgspec.msgpack.decode(runs.kept["claims"])
    runs.kept["claims"] = msgspec.msgpack.encode([names, [[path, {}, []] for path, _, _ in documents]])

    assert runs.told(ALL) == first


def test_all_that_is_told_is_among_all_that_is_judged() -> None:
    project = project_of(ALL)

    assert set(project.ask(telling_claims)) <= set(project.ask(judged_claims))


_LINES = (
    "",
    "## Troubleshooting",
    "### Playbook: Flood",
    "**Owner**: Nobody",
    "- [ ] Check the logs",
    "See [restore](restore.md#step-1-stop) and [gone](gone.md).",
    "1. **docs/faq.md** (5 lines)",
    "**Total Lines**: 31",
    "12 playbooks, 3 questions",
)


@pytest.mark.parametrize("seed", range(8))
def test_after_any_edits_what_is_remembered_is_what_would_be_judged(runs: Runs, seed: int) -> None:
    chance = random.Random(seed)
    files = dict(ALL)
    for _ in range(12):
        path = chance.choice([*ALL, "docs/gone.md", "docs/new.md"])
        match chance.randrange(4):
            case 0 if len(files) > 2:
                files.pop(path, None)
            case 1:
                files[path] = ALL.get(path, "# New\n")
            case _:
                lines = files.get(path, "# New\n").split("\n")
                lines.insert(chance.randrange(len(lines) + 1), chance.choice(_LINES))
                files[path] = "\n".join(lines)

        assert runs.told(files) == anew(files)
