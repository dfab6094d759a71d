"""
Every rule reports its bad example and accepts its good one. No rule is named here.

What it says about the bad one is in said.txt, beside this file: where, what it marks, what it says, what it is known
by; then, indented, whose change may have caused it, what else to look at, and what the fix writes.
"""

import datetime
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from msgspec.json import decode
from msgspec.structs import replace

from doclint.engine import lint_project
from doclint.files.tree import FileTree
from doclint.git.history import Ask, History
from doclint.lint import FileResult, lint_file
from doclint.model import Finding, Span
from doclint.observation import Observation
from doclint.project import Project, Watched
from doclint.rule import DocumentRule, Example, PipelineRule, Rule
from doclint.rules import all_rules
from doclint.selection import Selection
from doclint.settings import Settings
from tests.memory import in_memory
from tests.stated import read_yaml

RULES = [
    pytest.param(rule, id=f"{rule.code}-{rule.name}")
    for rule in all_rules()
    if not isinstance(rule, PipelineRule)  # tests/test_engine.py
]
TODAY = datetime.date(2026, 1, 15)


SAID = (Path(__file__).parent / "said.txt").read_text("utf-8").split("\n")


def reported(rule: Rule, example: Example) -> list[Finding]:
    files = files_of(example)
    settings = read_yaml(files.get("doclint.yaml", ""), "doclint.yaml", Settings)
    base = {path.removeprefix(".git/base/"): text for path, text in files.items() if path.startswith(".git/base/")}
    results = linted({path: text for path, text in files.items() if not path.startswith(".git/")}, settings, rule)
    found = [replace(finding, path=path) for path, result in results.items() for _, finding in result.findings]
    if not isinstance(rule, DocumentRule):
        facts = {path: result.facts for path, result in results.items()}
        ignored = files.get(".gitignore", "").split("\n")
        tracked = set(files).difference(ignored) if ".gitignore" in files else None
        before = {path: result.facts for path, result in linted(base, settings, rule).items()} or None

        def reader(path: str) -> bytes | None:
            return files[path].encode() if path in files else None

        project = Project(facts, FileTree(files, tracked), settings, TODAY, reader, history_in(files), before)
        project.observations = {each.url: each for each in decode(files.get("web.json", "[]"), type=list[Observation])}
        of_set = lint_project(project, settings, [rule])
        assert of_set == lint_project(Watched(project), settings, [rule])  # what is looked at is what there is
        found += [finding for _, finding in of_set]
    return found


def files_of(example: Example) -> dict[str, str]:
    return {"document.md": example} if isinstance(example, str) else dict(example)


def linted(files: Mapping[str, str], settings: Settings, rule: Rule) -> dict[str, FileResult]:
    selection = Selection(settings, [rule], lean=True)  # of facts, a rule has what it says it needs
    held = in_memory({path: text.encode("utf-8", "surrogateescape") for path, text in files.items()})
    return {path: lint_file(path, held.read, selection) for path in files if path.endswith((".md", ".mdx"))}


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
    lines = [line for finding in found for line in said(rule, finding, files_of(rule.bad))]
    assert lines == list(expected(rule)), "\n".join(("said.txt has other lines of this rule than", *lines))


def said(rule: Rule, finding: Finding, files: Mapping[str, str]) -> Iterator[str]:
    place = marked(finding.path, finding.span, files)
    unlike_its_rule = filter(None, (finding.severity, finding.confidence))
    yield " ".join((rule.code, place, finding.message, f"[{finding.subject}]", *unlike_its_rule))
    if finding.concerns:
        yield f"    concerns {', '.join(finding.concerns)}"
    for related in finding.related:
        yield f"    see {marked(related.path, related.span, files)} {related.message}"
    for edit in finding.fix.edits if finding.fix else ():
        kind = "mend" if finding.fix and finding.fix.safe else "may mend"
        yield f"    {kind} {marked(edit.path or finding.path, edit.span, files)} {edit.text!r}"


def marked(path: str, span: Span, files: Mapping[str, str]) -> str:
    """`path:line:column` and what stands there."""
    lines = files.get(path, "").split("\n")[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    text = "\n".join(lines)
    return f"{path}:{span.line}:{span.column} {text!r}"


def expected(rule: Rule) -> Iterator[str]:
    """The rule's lines of said.txt."""
    name = ""
    for line in SAID:
        name = name if line.startswith(" ") else line.partition(" ")[0]
        if name == rule.code:
            yield line


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_accepts_its_near_misses(rule: Rule) -> None:
    for sentence in rule.near:
        assert reported(rule, sentence) == [], sentence


def test_codes_and_names_are_unique_and_well_formed() -> None:
    names = [rule.code for rule in all_rules()] + [rule.name for rule in all_rules()]

    assert len(names) == len(set(names))
    assert all(isinstance(rule.bad, str | Mapping) for rule in all_rules())
    assert all(rule.reason.strip() and not rule.summary.endswith(".") for rule in all_rules())
