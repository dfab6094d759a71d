"""What an index says of the documents in it."""

from collections.abc import Callable

import pytest

from doclint.engine import lint_project
from doclint.index import indexes_of
from doclint.project import Project
from doclint.rules import rule_named
from doclint.settings import Index, Settings

PAGES = {
    "docs/METRICS_GUIDE.md": "# What the charts show\n",
    "docs/OPERATIONS_RUNBOOK.md": "# Operations runbook\n",
}
HEAD = "# Documentation index\n\n[m](METRICS_GUIDE.md) [o](OPERATIONS_RUNBOOK.md)\n\n"
GUIDE = "docs/METRICS_GUIDE.md"


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        pytest.param("| Team | Owner |\n|-|-|\n| Metrics Guide | SRE |\n", [], id="a table of something else"),
        pytest.param("| Document | Size |\n|-|-|\n| Metrics Guide | 12 |\n", [], id="no field"),
        pytest.param("| Document | Owner |\n|-|-|\n| Playbooks | SRE |\n", [], id="a name that fits none"),
        pytest.param("## End\n\n**Owner**: SRE\n", [], id="a label of the index itself"),
        pytest.param(
            "## More\n\n- [o](OPERATIONS_RUNBOOK.md)\n- [m](METRICS_GUIDE.md)\n\n**Owner**: SRE\n",
            [],
            id="two documents",
        ),
        pytest.param("## M\n\nx\n\n[m](METRICS_GUIDE.md)\n\n**Owner**: SRE\n", [], id="a link far from the heading"),
        pytest.param("## Owners\n\n**Owner**: the METRICS_GUIDE.md team\n", [], id="who owns, and no document"),
        pytest.param("## Owners\n\n- **Metrics Guide**:\n", [], id="nothing"),
        pytest.param(
            "| Document | Owner |\n|-|-|\n| Metrics Guide | SRE |\n", [("owner", "SRE")], id="a table of names"
        ),
        pytest.param(
            "| Document | Owner |\n|-|-|\n| What the charts show | SRE |\n", [("owner", "SRE")], id="a table of titles"
        ),
        pytest.param("## M\n\n\n[m](METRICS_GUIDE.md)\n\n**Owner**: SRE\n", [("owner", "SRE")], id="a section's link"),
        pytest.param(
            "| File | Review cycle | Last Modified |\n|-|-|-|\n| [x](METRICS_GUIDE.md) | Monthly | 2026-01-10 |\n",
            [("interval", "Monthly"), ("updated", "2026-01-10")],
            id="a table of links",
        ),
        pytest.param(
            "## Metrics\n\n**File**: `METRICS_GUIDE.md`\n**Audience**: SRE\n",
            [("audience", "SRE")],
            id="a labelled section",
        ),
        pytest.param("### [M](METRICS_GUIDE.md)\n\n**Audience**: SRE\n", [("audience", "SRE")], id="a linked heading"),
        pytest.param("### 1. METRICS_GUIDE.md\n\n**Owner**: SRE\n", [("owner", "SRE")], id="a heading that names it"),
        pytest.param(
            "### Update frequency\n\n- **METRICS_GUIDE.md**: quarterly\n",
            [("interval", "quarterly")],
            id="a list of intervals",
        ),
        pytest.param("### Ownership\n\n- **Metrics Guide**: SRE\n", [("owner", "SRE")], id="a list of owners"),
        pytest.param(
            "### Maintenance schedule\n\n- **Weekly**: update [m](METRICS_GUIDE.md)\n",
            [("interval", "Weekly")],
            id="intervals first",
        ),
    ],
)
def test_fields_of_a_document(make_project: Callable[..., Project], text: str, stated: list[tuple[str, str]]) -> None:
    found = make_project({**PAGES, "docs/INDEX.md": HEAD + text}).ask(indexes_of)

    assert [(one.field.kind, one.field.value) for one in found[0].statements if one.path == GUIDE] == stated


def test_an_index_that_names_documents_by_their_titles_alone(make_project: Callable[..., Project]) -> None:
    table = "# Who owns what\n\n| Document | Owner |\n|-|-|\n| What the charts show | SRE |\n"
    settings = Settings(index=Index(files=("docs/owners.md",)))

    found = make_project({**PAGES, "docs/owners.md": table}, settings).ask(indexes_of)

    assert [(one.path, one.field.value) for one in found[0].statements] == [(GUIDE, "SRE")]


@pytest.mark.parametrize(
    ("text", "promised"),
    [
        pytest.param("**Key features**:\n- Charts\n", [], id="another label"),
        pytest.param("**Contents**:\n- [Charts](#charts)\n", [], id="links are judged as links"),
        pytest.param("**Sections**: 12\n", [], id="a count"),
        pytest.param("**Sections**: Charts, Alerts\n", ["Charts", "Alerts"], id="behind a label"),
        pytest.param("**Contents**:\n- Charts (all)\n- Alerts\n", ["Charts (all)", "Alerts"], id="a list"),
        pytest.param(
            "**Contents**:\n```yaml\nsections:\n  first:\n    - Phase 1: Charts  # new\n    - 'Alerts'\n```\n",
            ["Phase 1: Charts", "Alerts"],
            id="a YAML block",
        ),
    ],
)
def test_promised_sections(make_project: Callable[..., Project], text: str, promised: list[str]) -> None:
    section = f"## Metrics\n\n**File**: `METRICS_GUIDE.md`\n\n{text}"
    found = make_project({**PAGES, "docs/INDEX.md": HEAD + section}).ask(indexes_of)

    assert [promise.text for promise in found[0].promises] == promised
    assert all(promise.path == GUIDE for promise in found[0].promises)


@pytest.mark.parametrize(
    "promised",
    [
        pytest.param("> ```yaml\n> sections:\n>   - Alerts\n> ```\n", id="in a block"),
        pytest.param("\n\n**Contents**:\n\n-  `Alerts`\n", id="in a list"),
    ],
)
def test_promises_are_found_where_they_stand(make_project: Callable[..., Project], promised: str) -> None:
    text = HEAD + f"> ## Metrics\n>\n> **File**: `METRICS_GUIDE.md`\n>\n{promised}"
    project = make_project({**PAGES, "docs/INDEX.md": text})

    (promise,) = project.facts["docs/INDEX.md"].promises

    line = text.split("\n")[promise.span.line - 1]
    assert line[promise.span.column - 1 : promise.span.end_column - 1] == "Alerts"


@pytest.mark.parametrize(
    ("drawn", "references"),
    [
        pytest.param("Metrics Guide\n└── Uses: Operations Runbook", [], id="another word"),
        pytest.param("Metrics Guide\n└── References: Network", [], id="to something else"),
        pytest.param("├── References: Operations Runbook", [], id="from nothing"),
        pytest.param("Metrics Guide\n└── References: Operations Runbook", ["docs/OPERATIONS_RUNBOOK.md"], id="one"),
        pytest.param("Metrics Guide\n└── See also: All other documents", [""], id="all"),
    ],
)
def test_declared_references(make_project: Callable[..., Project], drawn: str, references: list[str]) -> None:
    found = make_project({**PAGES, "docs/INDEX.md": f"{HEAD}```\n{drawn}\n```\n"}).ask(indexes_of)

    assert [reference.target for reference in found[0].references if reference.source == GUIDE] == references


@pytest.mark.parametrize(
    ("guide", "runbook", "messages"),
    [
        pytest.param("[o](OPERATIONS_RUNBOOK.md)", "[m](METRICS_GUIDE.md)", [], id="both are held"),
        pytest.param("`OPERATIONS_RUNBOOK.md`", "[m](METRICS_GUIDE.md)", [], id="a name will do"),
        pytest.param("", "", ["neither", "neither"], id="none is held"),
        pytest.param("", "[m](METRICS_GUIDE.md)", ["the way back is there"], id="one way only"),
    ],
)
def test_references_that_are_held(
    make_project: Callable[..., Project], guide: str, runbook: str, messages: list[str]
) -> None:
    drawn = "Metrics Guide\n└── See: Operations Runbook\n\nOperations Runbook\n└── See: Metrics Guide\n"
    files = {
        "docs/METRICS_GUIDE.md": f"# Metrics guide\n\n{guide}\n",
        "docs/OPERATIONS_RUNBOOK.md": f"# Operations runbook\n\n{runbook}\n",
        "docs/INDEX.md": f"{HEAD}```\n{drawn}```\n",
    }
    rule = rule_named("DL205")
    assert rule is not None

    found = [finding.message for _, finding in lint_project(make_project(files), Settings(), [rule])]

    assert len(found) == len(messages)
    assert all(part in message for part, message in zip(messages, found, strict=True))
