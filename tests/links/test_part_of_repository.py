"""Where most links are dead and git is absent, the tree may be a part: one error says so, and no link is lost."""

import datetime
from pathlib import Path

import pytest

from doclint.engine import check, lint_document, lint_project
from doclint.files.tree import FileTree
from doclint.model import Finding, Severity
from doclint.project import Project
from doclint.rules import rule_named
from doclint.settings import Settings

RULE = rule_named("DL301")
DEAD = "".join(f"[{number}](gone-{number}.md)\n" for number in range(12))


def found(text: str, tracked: bool = False) -> list[Finding]:
    assert RULE is not None
    texts = {"a.md": text.encode(), "b.md": b"[a](a.md)\n[b](gone.md)\n"}
    facts = {path: lint_document(path, text, Settings(), [RULE]).facts for path, text in texts.items()}
    tree = FileTree(texts, tracked=texts if tracked else None)
    project = Project(facts, tree, Settings(), datetime.date(2026, 1, 15), texts.get)
    return [finding for _, finding in lint_project(project, Settings(), [RULE])]


@pytest.mark.parametrize(
    ("text", "tracked"),
    [
        pytest.param("".join(DEAD.splitlines(keepends=True)[:8]), False, id="nine say nothing"),
        pytest.param(DEAD, True, id="a checkout is whole"),
        pytest.param(DEAD + "[b](b.md)\n" * 12, False, id="as many are alive"),
    ],
)
def test_dead_links_are_errors(text: str, tracked: bool) -> None:
    assert {finding.severity for finding in found(text, tracked)} == {None}


def test_one_error_stands_for_all_where_most_are_dead() -> None:
    first, *others = found(DEAD + "[b](b.md)\n" * 11 + "[a](#a)\n" * 5)

    assert first.severity is None
    assert first.message.endswith("13 in all; the others are warnings")
    assert [finding.severity for finding in others] == [Severity.WARNING] * 12


def test_the_error_concerns_every_document_with_a_dead_link(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(DEAD)
    (tmp_path / "b.md").write_text("[x](gone.md)\n")

    report = check(tmp_path, ["b.md"], Settings(select=("DL301",)), datetime.date(2026, 1, 15))

    assert [(one.path, one.severity) for one in report.diagnostics] == [
        ("a.md", Severity.ERROR),
        ("b.md", Severity.WARNING),
    ]
