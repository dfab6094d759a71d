"""What a document is, how sure that is, and why."""

import pytest

from doclint.doctypes import DocType, Outline, builtin_types, recognise
from doclint.doctypes.recognise import says
from doclint.facts import facts_of
from doclint.markdown import parse
from doclint.model import Confidence
from tests.stated import read_yaml

FOUR = "## Meaning\n\nx\n\n## Impact\n\nx\n\n## Diagnosis\n\nx\n\n## Mitigation\n\nx\n"
NOTHING = "nothing tells its type"


def kind(path: str, text: str) -> tuple[str, str]:
    match = recognise(Outline(facts_of(parse(path, text.encode()))), builtin_types())
    return match.name, match.confidence.value


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        pytest.param("notes.md", "# Notes\n", ("", "low"), id="nothing to go by"),
        pytest.param("a.md", "# Training data for the model\n", ("", "low"), id="training is not what it is"),
        pytest.param("a.md", "# Writing runbooks\n", ("", "low"), id="about runbooks"),
        pytest.param("runbooks/README.md", "# Runbooks\n", ("readme", "high"), id="the page of a folder"),
        pytest.param("runbooks/disk-template.md", "# Runbook template\n", ("", "low"), id="a template"),
        pytest.param("a.md", "# Disk full runbook\n", ("runbook", "medium"), id="title"),
        pytest.param("a.md", "# Runbook: disk full\n", ("runbook", "medium"), id="title before a colon"),
        pytest.param("runbooks/disk.md", "# Disk full\n", ("runbook", "medium"), id="folder"),
        pytest.param("Runbooks/Disk.md", "# Disk full runbook\n", ("runbook", "high"), id="folder and title"),
        pytest.param("alerts/DiskFull.md", f"# DiskFull\n\n{FOUR}", ("alert-runbook", "high"), id="shape"),
        pytest.param("a.md", f"---\ntype: Runbook\n---\n\n# Disk\n\n{FOUR}", ("runbook", "high"), id="front matter"),
        pytest.param("a.md", "---\nlayout: how_to\n---\n# Disk\n", ("how-to", "high"), id="front matter, underscore"),
        pytest.param("a.md", "# Runbook one\n\n# Runbook\n", ("", "low"), id="several titles are none"),
        pytest.param(
            "a.md", "---\nteam: A\n---\n# Disk runbook\n\n# B\n", ("", "low"), id="several, and another field"
        ),
        pytest.param("a.md", "---\ntitle: Disk runbook\n---\n# A\n\n# B\n", ("runbook", "medium"), id="a stated title"),
        pytest.param("a.md", "# Disk\n\n**Document Type**: Runbook\n", ("runbook", "high"), id="a label"),
        pytest.param(
            "a.md", "# Disk\n\n## More\n\n**Document Type**: Runbook\n", ("", "low"), id="a label further down"
        ),
        pytest.param("docs/adr/0001-use-x.md", "# Use X\n", ("adr", "high"), id="a numbered record"),
        pytest.param("adr/0001-record.md", "# 1. Record architecture decisions\n", ("adr", "high"), id="the first one"),
        pytest.param("adr/log.md", "# Decision log\n", ("", "low"), id="a list of records"),
        pytest.param(".github/ISSUE_TEMPLATE/bug_report.md", "# Bug\n", ("", "low"), id="a form"),
        pytest.param("api/use-report-vitals.md", "# useReportVitals\n", ("", "low"), id="a function that reports"),
        pytest.param("docs/load_report.md", "# Load\n", ("report", "medium"), id="a report by its name"),
        pytest.param("LICENSE-MIT.md", "# MIT License\n", ("license", "high"), id="licence"),
        pytest.param("docs/adr/README.md", "# Decisions\n", ("readme", "high"), id="the list of records"),
        pytest.param("CHANGELOG.md", "# All changes\n", ("changelog", "high"), id="changelog"),
        pytest.param("a.md", "# How to rotate keys\n", ("how-to", "medium"), id="how to"),
        pytest.param("a.md", "# Guide to the cache\n", ("guide", "medium"), id="what it is about comes after"),
    ],
)
def test_the_type_of_a_document(path: str, text: str, expected: tuple[str, str]) -> None:
    assert kind(path, text) == expected


@pytest.mark.parametrize(
    ("signal", "text", "reason"),
    [
        pytest.param("steps: 2", "1. a\n", NOTHING, id="too few steps"),
        pytest.param("steps: 2", "## 1. a\n\nx\n\n## 2. b\n\nx\n", NOTHING, id="chapters are no steps"),
        pytest.param("sections: [Plan, Work]", "**Plan**\n\nx\n\n**Work**\n\nx\n", NOTHING, id="bold lines"),
        pytest.param("sections: [Plan, Work]", "## Plan\n\nx\n", NOTHING, id="too few sections"),
        pytest.param(
            "sections: [Plan, Work]", "## Plan\n\nx\n\n## Work\n\nx\n", "it has the sections Plan, Work", id="sections"
        ),
        pytest.param("steps: 2", "## Step 1: a\n\nx\n\n**Step 2**: b\n", "it has 2 numbered steps", id="steps by name"),
        pytest.param("tasks: 2", "- [ ] a\n- b\n", NOTHING, id="too few check boxes"),
        pytest.param("labels: [Owner, Since]", "**Owner**: Ada\n", NOTHING, id="too few fields"),
        pytest.param("steps: 2", "1. a\n2. b\n", "it has 2 numbered steps", id="steps"),
        pytest.param("tasks: 2", "- [ ] a\n- [x] b\n", "it has 2 check boxes", id="check boxes"),
        pytest.param(
            "labels: [Owner, Since]", "**Owner**: A\n**Since**: B\n", "it has the fields Owner, Since", id="fields"
        ),
    ],
)
def test_what_a_type_of_ones_own_is_told_by(signal: str, text: str, reason: str) -> None:
    own = read_yaml(f"recognise: [{{{signal}}}]", "t.yaml", DocType)
    match = recognise(Outline(facts_of(parse("a.md", f"# A\n\n{text}".encode()))), {"own": own})

    assert (match.name, match.reason) == ("" if reason is NOTHING else "own", reason)


@pytest.mark.parametrize(
    ("key", "stated"),
    [pytest.param("layout", False, id="a hint for a tool"), pytest.param("type", True, id="what it says it is")],
)
def test_what_a_document_states(key: str, stated: bool) -> None:
    match = recognise(Outline(facts_of(parse("a.md", f"---\n{key}: runbook\n---\n# A\n".encode()))), builtin_types())

    assert (match.name, match.stated) == ("runbook", stated)


def test_the_reason_is_told() -> None:
    text = "# Disk full runbook\n\n## Symptoms\n\nx\n\n## Resolution\n\nx\n\n## 3. Escalation\n\nx\n"
    match = recognise(Outline(facts_of(parse("a.md", text.encode()))), builtin_types())

    assert match.confidence is Confidence.HIGH
    assert not match.stated
    assert match.reason == "its title says 'runbook' and it has the sections Symptoms, 3. Escalation, Resolution"


@pytest.mark.parametrize(
    ("title", "phrase", "expected"),
    [
        pytest.param("Reporting tools", "report", False, id="part of a word"),
        pytest.param("Report generator", "report", False, id="in front of what it is"),
        pytest.param("Reports - Phase 6", "report", True, id="before a dash, plural"),
        pytest.param("Phase 6: Chaos report", "report", True, id="after a colon"),
        pytest.param("Know how to", "how to …", False, id="at the end"),
    ],
)
def test_a_title_says_what_a_document_is_at_its_end(title: str, phrase: str, expected: bool) -> None:
    assert says(title, phrase) is expected
