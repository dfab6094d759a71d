"""Every rule reports its bad example and accepts its good one. No rule is named here."""

import datetime
from collections.abc import Mapping

import pytest
from msgspec.json import decode

from doclint.engine import lint_project
from doclint.history import Ask, History
from doclint.lint import FileResult, lint_file
from doclint.observation import Observation
from doclint.project import Project
from doclint.rule import DocumentRule, Example, PipelineRule, Rule
from doclint.rules import all_rules
from doclint.selection import Selection
from doclint.settings import Settings
from doclint.tree import FileTree
from doclint.typed import read_yaml
from tests.memory import in_memory

RULES = [
    pytest.param(rule, id=f"{rule.code}-{rule.name}")
    for rule in all_rules()
    if not isinstance(rule, PipelineRule)  # tests/test_engine.py
]
TODAY = datetime.date(2026, 1, 15)


def reported(rule: Rule, example: Example) -> list[str]:
    files = {"document.md": example} if isinstance(example, str) else dict(example)
    settings = read_yaml(files.get("doclint.yaml", ""), "doclint.yaml", Settings)
    base = {path.removeprefix(".git/base/"): text for path, text in files.items() if path.startswith(".git/base/")}
    results = linted({path: text for path, text in files.items() if not path.startswith(".git/")}, settings, rule)
    found = [finding.message for result in results.values() for _, finding in result.findings]
    if not isinstance(rule, DocumentRule):
        facts = {path: result.facts for path, result in results.items()}
        ignored = files.get(".gitignore", "").split("\n")
        tracked = set(files).difference(ignored) if ".gitignore" in files else None
        before = {path: result.facts for path, result in linted(base, settings, rule).items()} or None

        def reader(path: str) -> bytes | None:
            return files[path].encode() if path in files else None

        project = Project(facts, FileTree(files, tracked), settings, TODAY, reader, history_in(files), before)
        project.observations = {each.url: each for each in decode(files.get("web.json", "[]"), type=list[Observation])}
        found += [finding.message for _, finding in lint_project(project, settings, [rule])]
    return found


def linted(files: Mapping[str, str], settings: Settings, rule: Rule) -> dict[str, FileResult]:
    selection = Selection(settings, [rule], lean=True)  # of facts, a rule has what it says it needs
    held = in_memory({path: text.encode("utf-8", "surrogateescape") for path, text in files.items()})
    return {path: lint_file(path, held.read, selection) for path in files if path.endswith(".md")}


def history_in(files: Mapping[str, str]) -> Ask | None:
    """What an example says git knows: lines of a day and a path in `.git/log`; nothing in `.git/shallow`."""
    if ".git/shallow" in files:
        return lambda paths, since: History(unknown="the clone is shallow")
    lines = [line.split(" ", 1) for line in files.get(".git/log", "").split("\n") if line]
    changed = {path: datetime.date.fromisoformat(day) for day, path in lines}
    return (lambda paths, since: History(changed)) if lines else None


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
