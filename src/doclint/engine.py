"""The two passes: documents to facts and findings, facts to findings; then suppression and order."""

import datetime
import hashlib
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct, convert

from doclint.discover import file_tree, reader
from doclint.facts import Facts, facts_of
from doclint.markdown import Document, parse
from doclint.model import START, Confidence, Diagnostic, Finding, Severity
from doclint.project import Project
from doclint.rule import DocumentRule, ProjectRule, Rule
from doclint.rules import all_rules
from doclint.settings import Settings
from doclint.tree import FileTree


class FileResult(Struct, frozen=True, gc=False):
    """What one file gave: plain data, fit for the cache and for another process."""

    facts: Facts
    findings: tuple[tuple[str, Finding], ...]  # rule code, finding


class Report(Struct, frozen=True):
    """The result of a check."""

    files: int
    diagnostics: tuple[Diagnostic, ...]
    suppressed: tuple[Diagnostic, ...] = ()
    baselined: tuple[Diagnostic, ...] = ()
    config: str | None = None


def selected(rules: Iterable[Rule], settings: Settings) -> list[Rule]:
    """The rules that run: codes, names and prefixes of `select` and `extend-select`, less `ignore`."""

    def named(rule: Rule, names: Iterable[str]) -> bool:
        return any(name in ("ALL", rule.name) or rule.code.startswith(name) for name in names)

    return [
        rule
        for rule in rules
        if (named(rule, settings.select) if settings.select else rule.default or named(rule, settings.extend_select))
        and not named(rule, settings.ignore)
    ]


def options_of(rule: Rule, settings: Settings) -> Struct:
    """The options of a rule as the settings have them."""
    given = {**settings.rules.get(rule.name, {}), **settings.rules.get(rule.code, {})}
    return convert(given, rule.options)


def lint_document(path: str, raw: bytes, settings: Settings, rules: Iterable[Rule] | None = None) -> FileResult:
    """Pass one, for one file: the one entry for command line, editor and tests."""
    document = parse(path, raw)
    findings: list[tuple[str, Finding]] = []
    for rule in selected(all_rules(), settings) if rules is None else rules:
        if isinstance(rule, DocumentRule):
            findings.extend(_guarded(rule, document, settings))
    return FileResult(facts_of(document), tuple(findings))


def _guarded(rule: Rule, subject: Document | Project, settings: Settings) -> list[tuple[str, Finding]]:
    found: list[tuple[str, Finding]] = []
    try:
        for finding in rule.check(subject, options_of(rule, settings)):  # type: ignore[arg-type]
            found.append((rule.code, finding))
    except Exception as error:  # a rule that raises is a finding; the other rules go on
        path = subject.path if isinstance(subject, Document) else ""
        message = f"{rule.code} {rule.name} failed here: {type(error).__name__}: {error}"
        found.append(("DL009", Finding(path=path, span=START, message=message, subject=rule.code)))
    return found


def lint_project(
    project: Project, settings: Settings, rules: Iterable[Rule] | None = None
) -> list[tuple[str, Finding]]:
    """Pass two: needs no text."""
    findings: list[tuple[str, Finding]] = []
    for rule in selected(all_rules(), settings) if rules is None else rules:
        if isinstance(rule, ProjectRule):
            findings.extend(_guarded(rule, project, settings))
    return findings


def fingerprint(rule: str, path: str, scope: tuple[str, ...], subject: str) -> str:
    """Identity of a finding when lines move: 16 hex digits of SHA-256 over rule, path, heading path and subject."""
    key = "\0".join((rule, path, "\x1f".join(scope), re.sub(r"\s+", " ", subject).strip()))
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:16]


def diagnose(
    found: Iterable[tuple[str, Finding]], path: str, facts: Mapping[str, Facts], settings: Settings
) -> list[Diagnostic]:
    """Findings → diagnostics, of the file `path` where the finding names none."""
    by_code = {rule.code: rule for rule in all_rules()}
    made = []
    for code, finding in found:
        rule = by_code.get(code)
        name = rule.name if rule else "internal-error"
        where = finding.path or path
        scope = facts[where].heading_path(finding.span.line) if where in facts else ()
        stated = settings.severity.get(code) or settings.severity.get(name)
        severity = Severity(stated) if stated and stated != "off" else finding.severity
        made.append(
            Diagnostic(
                path=where,
                span=finding.span,
                rule=code,
                name=name,
                severity=severity or (rule.severity if rule else Severity.ERROR),
                confidence=finding.confidence or (rule.confidence if rule else Confidence.HIGH),
                message=finding.message,
                subject=finding.subject,
                related=finding.related,
                fix=finding.fix,
                fingerprint=fingerprint(code, where, scope, finding.subject or finding.message),
            )
        )
    return made


def check(root: Path, paths: Iterable[str], settings: Settings, today: datetime.date) -> Report:
    """Check the documents below `paths` (relative to root; empty: all) against the whole project."""
    return inspect(root, paths, settings, today)[0]


def inspect(root: Path, paths: Iterable[str], settings: Settings, today: datetime.date) -> tuple[Report, Project]:
    """The check, and the project it was made on: what the audit asks its own questions."""
    tree = file_tree(root)
    documents = documents_of(tree, settings)
    asked = _asked(documents, paths)
    results = {path: lint_document(path, (root / path).read_bytes(), settings) for path in documents}
    facts = {path: result.facts for path, result in results.items()}
    diagnostics: list[Diagnostic] = []
    for path, result in results.items():
        if path in asked:
            diagnostics.extend(diagnose(result.findings, path, facts, settings))
    project = Project(facts, tree, settings, today, reader(root))
    concerning = [(code, finding) for code, finding in lint_project(project, settings) if _concerns(finding, asked)]
    diagnostics.extend(diagnose(concerning, "", facts, settings))
    return Report(
        len(asked & results.keys()), tuple(sorted(diagnostics, key=lambda diagnostic: diagnostic.order))
    ), project


def documents_of(tree: FileTree, settings: Settings) -> list[str]:
    """The documents among the files, sorted."""
    endings = tuple(pattern.removeprefix("*") for pattern in settings.include)
    return sorted(path for path in tree.files if path.endswith(endings))


def _asked(documents: list[str], paths: Iterable[str]) -> set[str]:
    """The documents asked for, and the names given as they are: a file that is gone can still concern a finding."""
    wanted = {path.rstrip("/") for path in paths}
    if not wanted or "" in wanted or "." in wanted:
        return set(documents)
    return wanted.union(
        path for path in documents if any(path == name or path.startswith(name + "/") for name in wanted)
    )


def _concerns(finding: Finding, asked: set[str]) -> bool:
    """Is this about a file that was asked for, or caused by one?"""
    return (
        finding.path in asked
        or any(path in asked for path in finding.concerns)
        or any(place.path in asked for place in finding.related)
    )
