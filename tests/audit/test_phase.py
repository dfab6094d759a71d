"""What is judged together."""

from typing import Any

import pytest

from doclint.audit.phase import is_below, scope_of
from doclint.engine import inspect_files
from doclint.errors import ConfigError
from doclint.files.tree import FileTree
from doclint.project import Project
from doclint.settings import Accepted, Gate, Owed, Phase, Settings
from tests.audit.sets import SET, TODAY, audited
from tests.memory import in_memory

OTHER = {"notes/a.md": "# A\n", "notes/b.md": "# B\n"}


@pytest.mark.parametrize(
    ("path", "paths", "inside"),
    [
        pytest.param("docs/a.md", (), True, id="no paths are all"),
        pytest.param("docs/a.md", ("docs",), True, id="a folder"),
        pytest.param("docs/a.md", ("docs/",), True, id="a folder with its slash"),
        pytest.param("docs/a.md", ("docs/a.md",), True, id="the file itself"),
        pytest.param("docs-old/a.md", ("docs",), False, id="a folder that only starts alike"),
        pytest.param("a.md", ("docs",), False, id="outside"),
    ],
)
def test_is_below(path: str, paths: tuple[str, ...], inside: bool) -> None:
    assert is_below(path, paths) is inside


def test_the_folder_with_a_completion_summary_is_the_phase() -> None:
    audit = audited({**SET, **OTHER}, paths=())

    assert audit.phase.name == "Phase 3"
    assert audit.phase.paths == ("docs",)
    assert audit.phase.source == "recognised"
    assert {card.path for card in audit.documents} == set(SET)


def test_documents_the_summary_names_elsewhere_belong_to_the_phase() -> None:
    summary = (
        "# Phase 2 completion summary\n\n**Status**: COMPLETE\n\n## Deliverables\n\n- `guides/a.md`\n- `guides/b.md`\n"
    )
    files = {"done/phase2-completion-summary.md": summary, "guides/a.md": "# A\n", "guides/b.md": "# B\n", **OTHER}
    audit = audited(files, paths=())

    assert {card.path for card in audit.documents} == {
        "done/phase2-completion-summary.md",
        "guides/a.md",
        "guides/b.md",
    }


def test_paths_win_over_what_is_recognised() -> None:
    audit = audited({**SET, **OTHER}, paths=("notes",))

    assert {card.path for card in audit.documents} == set(OTHER)
    assert audit.phase.source == "paths"


@pytest.mark.parametrize(
    ("paths", "name"),
    [
        pytest.param(("team_notes",), "team notes", id="a folder"),
        pytest.param(("team_notes/plan-b.md",), "plan b", id="a file"),
        pytest.param(("--",), "--", id="a folder without words"),
        pytest.param(("team_notes", "--"), "All documents", id="two folders"),
    ],
)
def test_a_phase_of_paths_is_called_like_them(paths: tuple[str, ...], name: str) -> None:
    assert audited({"team_notes/plan-b.md": "# A\n", "--/a.md": "# A\n"}, paths=paths).phase.name == name


def test_without_a_summary_the_phase_is_the_project() -> None:
    audit = audited(OTHER, paths=())

    assert audit.phase.source == "project"
    assert audit.summary.documents == 2


def test_a_phase_of_the_settings() -> None:
    phase = Phase(
        name="Three",
        paths=("docs",),
        index="docs/index.md",
        summaries=("docs/phase3-completion-summary.md",),
        deliverables=(
            Owed(path="docs/runbook.md", lines="3+"),
            Owed(path="docs/guide.md", lines="100+", sections=("Setup", "Use")),
            Owed(path="docs/faq.md"),
        ),
        scenarios=("Setup", "Restart"),
    )
    restart = {"docs/restart.md": "# Service\n\n## Restart\n\n1. Stop it.\n2. Start it.\n"}
    audit = audited({**SET, **restart}, Settings(phases=(phase,)), paths=())

    assert (audit.phase.name, audit.phase.source) == ("Three", "settings")
    assert [(one.path, one.state) for one in audit.deliverables] == [
        ("docs/runbook.md", "delivered"),
        ("docs/guide.md", "off-target"),
        ("docs/faq.md", "missing"),
    ]
    assert [(check.what, check.met) for check in audit.deliverables[1].checks] == [
        ("lines", False),
        ("section", True),
        ("section", False),
    ]
    assert [one.covered is not None for one in audit.scenarios] == [False, True]


@pytest.mark.parametrize(
    ("owed", "checks", "state"),
    [
        pytest.param({"type": "guide"}, [("type", "guide", "runbook", False)], "off-target", id="another type"),
        pytest.param({"type": "runbook"}, [("type", "runbook", "runbook", True)], "delivered", id="its type"),
        pytest.param({"owner": "Ops"}, [("owner", "Ops", "not stated", False)], "off-target", id="no owner"),
        pytest.param({"words": "5+"}, [("words", "5+", "8", True)], "delivered", id="enough words"),
        pytest.param({"lines": "6+"}, [("lines", "6+", "5", False)], "off-target", id="too few lines"),
        pytest.param({"sections": ("RUNBOOK",)}, [("section", "RUNBOOK", "present", True)], "delivered", id="section"),
        pytest.param({"sections": ("Use",)}, [("section", "Use", "absent", False)], "off-target", id="no section"),
        pytest.param({"due": "2026-02-01"}, [], "delivered", id="nothing but a day"),
    ],
)
def test_what_is_asked_of_a_deliverable(
    owed: dict[str, Any], checks: list[tuple[str, str, str, bool]], state: str
) -> None:
    phase = Phase(name="Three", paths=("docs",), deliverables=(Owed(path="docs/runbook.md", **owed),))

    (one,) = audited(SET, Settings(phases=(phase,)), paths=()).deliverables

    assert [(check.what, check.wanted, check.found, check.met) for check in one.checks] == checks
    assert (one.state, one.type, one.owner, one.due) == (state, "runbook", owed.get("owner", ""), owed.get("due", ""))


PHASES = (Phase(name="One", paths=("docs/",)), Phase(name="Two", paths=("notes",)))


@pytest.mark.parametrize(
    ("phases", "paths", "name", "expected"),
    [
        pytest.param(PHASES, (), None, ("project", "Phase 3", 7), id="several phases, and none is named"),
        pytest.param(PHASES[1:], (), None, ("settings", "Two", 2), id="the only one"),
        pytest.param(PHASES, (), "ONE", ("settings", "One", 5), id="by its name"),
        pytest.param(PHASES, ("docs",), None, ("settings", "One", 5), id="by its paths"),
        pytest.param(PHASES, ("docs/a.md", "docs"), None, ("paths", "Phase 3", 5), id="of other paths"),
        pytest.param(PHASES, (".",), None, ("project", "Phase 3", 7), id="all there is"),
    ],
)
def test_which_phase_is_meant(
    phases: tuple[Phase, ...], paths: tuple[str, ...], name: str | None, expected: tuple[str, str, int]
) -> None:
    raw = {path: text.encode() for path, text in {**SET, **OTHER}.items()}
    project = inspect_files(in_memory(raw), (), Settings(phases=phases), TODAY)[1]

    scope = scope_of(project, paths, name)

    assert (scope.source, scope.phase.name, len(scope.documents)) == expected


def test_an_unknown_phase_is_refused_with_the_known_ones() -> None:
    project = Project({}, FileTree(()), Settings(phases=(Phase(name="One", paths=("docs",)),)), TODAY)

    with pytest.raises(ConfigError, match=r"'Two'.*'One'"):
        scope_of(project, (), "Two")


@pytest.mark.parametrize(
    ("until", "open_checks"),
    [
        pytest.param(None, 0, id="for good"),
        pytest.param("2026-01-15", 0, id="until today"),
        pytest.param("2026-01-14", 1, id="expired yesterday"),
    ],
)
def test_a_person_answers_for_what_no_file_shows(until: str | None, open_checks: int) -> None:
    accepted = (Accepted(claim="satisfaction", by="Ada", until=until),)
    phase = Phase(
        name="Three", paths=("docs",), summaries=("docs/phase3-completion-summary.md",), accepted=accepted,
        gate=Gate(errors=None, contradicted=None, missing=None, off_target=None),
    )  # fmt: skip
    audit = audited(SET, Settings(phases=(phase,)), paths=())

    about = [check for check in audit.manual if "satisfaction" in check.text]
    assert len(about) == 1
    assert sum(check.accepted is None for check in about) == open_checks


def test_what_a_document_says_of_itself_is_no_check_for_a_person() -> None:
    audit = audited(SET)

    unchecked = {claim.text for claim in audit.claims if claim.verdict == "unverifiable"}
    assert {"2026-01-10", "Ops"} <= unchecked
    assert not {"2026-01-10", "Ops"} & {check.text for check in audit.manual}
    assert any("satisfaction" in check.text for check in audit.manual)
