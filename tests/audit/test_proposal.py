"""What `init` proposes for a phase is what the audit of its documents recognises."""

from doclint.audit.proposal import as_yaml, proposed
from doclint.engine import inspect_files
from doclint.project import Project
from doclint.settings import Owed, Phase, Settings
from tests.audit.sets import SET, TODAY, audited
from tests.memory import in_memory
from tests.stated import read_yaml

TARGETS = {**SET, "docs/index.md": SET["docs/index.md"] + "\n## Runbook\n\n**File**: `runbook.md`\n**Lines**: 500+\n"}


def project_of(files: dict[str, str]) -> Project:
    raw = {path: text.encode() for path, text in files.items()}
    return inspect_files(in_memory(raw), (), Settings(), TODAY)[1]


def test_deliverables_are_the_documents_that_are_named_with_what_was_promised() -> None:
    phase = proposed(project_of(TARGETS))

    assert (phase.name, phase.paths, phase.index) == ("Phase 3", ("docs",), "docs/index.md")
    assert phase.summaries == ("docs/phase3-completion-summary.md",)
    assert [(owed.path, owed.type, owed.lines) for owed in phase.deliverables] == [
        ("docs/guide.md", "guide", None),
        ("docs/runbook.md", "runbook", "500+"),
    ]


def test_the_proposal_is_written_as_a_person_would() -> None:
    path = f"docs/{'the runbook of all services ' * 3}.md"
    phase = Phase(name="Übung 1", paths=("docs",), deliverables=(Owed(path=path, type="runbook", lines="100+"),))

    assert as_yaml(phase).partition("phases:\n")[2] == (
        f"- name: Übung 1\n  paths:\n  - docs\n  deliverables:\n  - path: {path}\n    type: runbook\n    lines: 100+\n"
    )


def test_the_proposal_can_be_read_and_audits_the_same_documents() -> None:
    phase = proposed(project_of(TARGETS))
    settings = read_yaml(as_yaml(phase), "doclint.yaml", Settings)

    assert settings.phases == (phase,)
    audit = audited(TARGETS, settings, paths=())
    assert [(one.path, one.state) for one in audit.deliverables] == [
        ("docs/guide.md", "delivered"),
        ("docs/runbook.md", "off-target"),
    ]
    assert audit.phase.source == "settings"
