"""Structure rules on documents made to keep them busy."""

import datetime

import pytest

from doclint.engine import lint_document, lint_project
from doclint.files.tree import FileTree
from doclint.project import Project
from doclint.rules import all_rules
from doclint.settings import Settings
from tests.effort import within

RULES = [rule for rule in all_rules() if rule.code.startswith(("DL1", "DL4"))]
MANY = 2000
LISTED = "# A\n\n" + "".join(f"- [a{n}](#a{n})\n" for n in range(MANY))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("# Playbooks\n\n" + "## Playbook: a\n\n### Detection\n\nx\n\n" * MANY, id="many parts"),
        pytest.param(LISTED + "\n## A\n" * MANY, id="long contents"),
        pytest.param(LISTED + "".join(f"\n## a{n * 2}\n" for n in range(MANY)), id="half of it listed"),
        pytest.param("TBD " * 20_000, id="one word again and again"),
        pytest.param("[AB_C] " * 10_000, id="brackets"),
        pytest.param("# " + "(" * 20_000, id="open brackets in a heading"),
        pytest.param("# " + "Runbook: " * 20_000, id="an endless title"),
        pytest.param("**a**:\n\n" * 5_000, id="labels"),
        pytest.param("## Contents\n\n- [a](#a)\n\n" * MANY, id="contents everywhere"),
        pytest.param("<summary>" + " " * 20_000 + "<" * 20_000, id="an open summary"),
        pytest.param("# index\n\nScenarios:\n\n" + "- a b c\n" * MANY + "\n## A\n" * MANY, id="scenarios"),
    ],
)
def test_time_is_bounded(text: str) -> None:
    with within(10):
        result = lint_document("index.md", text.encode(), Settings(), RULES)
        facts = {"index.md": result.facts, "b.md": result.facts}
        project = Project(facts, FileTree([]), Settings(), datetime.date(2026, 1, 15))
        found = [*result.findings, *lint_project(project, Settings(), RULES)]

    assert not [finding.message for code, finding in found if code == "DL009"]
