"""Every rule reports its bad example and accepts its good one. No rule is named here."""

import datetime
from collections.abc import Mapping

import pytest

from doclint.engine import lint_document, lint_project
from doclint.project import Project
from doclint.rule import DocumentRule, Example, PipelineRule, Rule
from doclint.rules import all_rules
from doclint.settings import Settings
from doclint.tree import FileTree
from doclint.typed import read_yaml

RULES = [
    pytest.param(rule, id=f"{rule.code}-{rule.name}")
    for rule in all_rules()
    if not isinstance(rule, PipelineRule)  # tests/test_engine.py
]
TODAY = datetime.date(2026, 1, 15)


def reported(rule: Rule, example: Example) -> list[str]:
    files = {"document.md": example} if isinstance(example, str) else dict(example)
    settings = read_yaml(files.get("doclint.yaml", ""), "doclint.yaml", Settings)
    documents = {path: text for path, text in files.items() if path.endswith(".md")}
    results = {
        path: lint_document(path, text.encode("utf-8", "surrogateescape"), settings, [rule])
        for path, text in documents.items()
    }
    found = [finding.message for result in results.values() for _, finding in result.findings]
    if not isinstance(rule, DocumentRule):
        facts = {path: result.facts for path, result in results.items()}
        ignored = files.get(".gitignore", "").split("\n")
        tracked = set(files).difference(ignored) if ".gitignore" in files else None
        project = Project(facts, FileTree(files, tracked), settings, TODAY)
        found += [finding.message for _, finding in lint_project(project, settings, [rule])]
    return found


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_accepts_its_good_example(rule: Rule) -> None:
    assert reported(rule, rule.good) == []


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_reports_its_bad_example(rule: Rule) -> None:
    found = reported(rule, rule.bad)

    assert found
    assert not any("failed here" in message for message in found), found


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_accepts_its_near_misses(rule: Rule) -> None:
    for sentence in rule.near:
        assert reported(rule, sentence) == [], sentence


def test_codes_and_names_are_unique_and_well_formed() -> None:
    names = [rule.code for rule in all_rules()] + [rule.name for rule in all_rules()]

    assert len(names) == len(set(names))
    assert all(isinstance(rule.bad, str | Mapping) for rule in all_rules())
    assert all(rule.reason.strip() and not rule.summary.endswith(".") for rule in all_rules())
