"""The two passes: documents to facts and findings, facts to findings; then suppression and order."""

import datetime
import hashlib
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct

from doclint.classify import senseless_rules
from doclint.commits import history_of
from doclint.discover import Files, TooLargeError, files_of
from doclint.facts import Facts, facts_of
from doclint.history import Ask
from doclint.instructions import instructions_of, read
from doclint.markdown import Document, parse
from doclint.model import START, Confidence, Diagnostic, Finding
from doclint.observation import Observation
from doclint.project import Project
from doclint.rule import DocumentRule, ProjectRule, Rule
from doclint.rules import all_rules
from doclint.selection import Selection
from doclint.settings import Settings
from doclint.suppress import suppress

T = TypeVar("T")
Found = tuple[str, Finding]  # code of the rule, and what it saw
Observe = Callable[[Project, Collection[str]], Mapping[str, Observation]]  # asks the web for the links of documents

_WIDE_BOMS = {b"\xff\xfe\0\0": "UTF-32", b"\0\0\xfe\xff": "UTF-32", b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
_CONTROLS = bytes(range(9)) + bytes(range(14, 32))
_HEAD = 8192  # bytes by which text is told from other data


class FileResult(Struct, frozen=True, gc=False):
    """What one file gave: plain data, fit for the cache and for another process."""

    facts: Facts
    findings: tuple[Found, ...]


class Report(Struct, frozen=True, kw_only=True):
    """The result of a check, sorted. `hidden` counts findings less sure than the settings ask for."""

    files: int
    diagnostics: tuple[Diagnostic, ...]
    suppressed: tuple[Diagnostic, ...] = ()
    baselined: tuple[Diagnostic, ...] = ()
    hidden: int = 0
    rules: tuple[str, ...] = ()  # codes of those that were run
    skipped: Mapping[str, str] = {}  # what looked like a document and is none, with the reason
    config: str | None = None  # the settings file, relative to the root
    mode: str = ""  # what findings were compared with; empty: all are shown
    notices: tuple[str, ...] = ()


def check(root: Path, paths: Iterable[str], settings: Settings, today: datetime.date) -> Report:
    """Check the documents below `paths` (relative to root; empty: all) against the whole project."""
    return inspect(root, paths, settings, today)[0]


def inspect(
    root: Path,
    paths: Iterable[str],
    settings: Settings,
    today: datetime.date,
    *,
    base: Mapping[str, Facts] | None = None,
    observe: Observe | None = None,
) -> tuple[Report, Project]:
    """The check, and the project it was made on: what the audit asks its own questions."""
    wanted = tuple(path.rstrip("/") for path in paths)
    files = files_of(root, settings, [path for path in wanted if (root / path).is_file()])
    return inspect_files(files, wanted, settings, today, partial(history_of, root), base=base, observe=observe)


def inspect_files(
    files: Files,
    paths: Collection[str],
    settings: Settings,
    today: datetime.date,
    history: Ask | None = None,
    *,
    base: Mapping[str, Facts] | None = None,
    observe: Observe | None = None,
) -> tuple[Report, Project]:
    """The same for files from anywhere, such as those of a commit."""
    selection = Selection(settings)
    results = {path: lint_file(path, files.read, selection) for path in files.documents}
    return conclude(results, files, paths, selection, today, history, base, observe)


def conclude(
    results: Mapping[str, FileResult],
    files: Files,
    paths: Collection[str],
    selection: Selection,
    today: datetime.date,
    history: Ask | None = None,
    base: Mapping[str, Facts] | None = None,
    observe: Observe | None = None,
) -> tuple[Report, Project]:
    """
    Pass two on what pass one gave, and all that follows: suppression, confidence, order.

    `history` asks git when files were changed, `base` are the documents the run is compared with,
    `observe` asks the web for the links of the documents that were asked for.
    """
    settings = selection.settings
    asked = _asked(files.documents, paths)
    facts = {path: result.facts for path, result in results.items()}
    project = Project(facts, files.tree, settings, today, files.bytes_of, history, base)
    if observe:
        project.observations = observe(project, asked)
    found = [(path, item) for path, result in results.items() for item in result.findings]
    found += [(finding.path, (code, finding)) for code, finding in _lint_project(project, selection)]
    senseless = project.ask(senseless_rules)
    concerning = [
        (path, (code, finding))
        for path, (code, finding) in found
        if _concerns(path, finding, asked) and not code.startswith(senseless.get(path, ()))
    ]
    diagnostics = diagnose(concerning, facts, selection)
    live, suppressed, about = suppress(diagnostics, asked, facts, today, selection.rules, selection.own)
    live += diagnose([(finding.path, (code, finding)) for code, finding in about], facts, selection)
    shown = [diagnostic for diagnostic in live if _is_sure_enough(diagnostic, settings)]
    report = Report(
        files=len(asked & results.keys()),
        diagnostics=_sorted(shown),
        suppressed=_sorted(suppressed),
        hidden=len(live) - len(shown),
        skipped=files.skipped,
        rules=tuple(rule.code for rule in selection.rules),
    )
    return report, project


def lint_document(path: str, raw: bytes, settings: Settings, rules: Iterable[Rule] | None = None) -> FileResult:
    """Pass one, for one file: the one entry for command line, editor and tests."""
    return _lint(path, raw, Selection(settings, rules))


def lint_project(project: Project, settings: Settings, rules: Iterable[Rule] | None = None) -> list[Found]:
    """Pass two: needs no text."""
    return _lint_project(project, Selection(settings, rules))


def lint_file(path: str, read: Callable[[str], bytes], selection: Selection) -> FileResult:
    """Pass one, for a file that may be unreadable, too large, or gone since it was listed."""
    try:
        return _lint(path, read(path), selection)
    except TooLargeError as error:
        found = ("DL004", Finding(span=START, message=f"not checked: {error}", subject="size"))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        found = ("DL001", Finding(span=START, message=f"not checked: {reason}", subject="unreadable"))
    return FileResult(facts_of(parse(path, b"")), (found,))


def _lint(path: str, raw: bytes, selection: Selection) -> FileResult:
    findings = list(_not_text(raw))
    if findings:
        raw = b""
    analysed, failed = _attempt(lambda: _analysed(path, raw, selection), "reading", path)
    if analysed is None:
        return FileResult(facts_of(parse(path, b"")), (*findings, *failed))
    document, facts = analysed
    if document.not_analysed:
        findings.append(_not_analysed(document.not_analysed))
    for rule in selection.rules:
        if isinstance(rule, DocumentRule):
            findings += _run(rule, document, selection.options(rule, path), path)
    return FileResult(facts, tuple(findings))


def _analysed(path: str, raw: bytes, selection: Selection) -> tuple[Document, Facts]:
    document = parse(path, raw)
    document.tell(instructions_of, read(document, selection.library))
    return document, facts_of(document)


def _lint_project(project: Project, selection: Selection) -> list[Found]:
    findings: list[Found] = []
    for rule in selection.rules:
        if isinstance(rule, ProjectRule):
            findings += _run(rule, project, selection.options(rule), "")
    return findings


def _run(rule: DocumentRule | ProjectRule, subject: Any, options: Struct, path: str) -> list[Found]:
    found, failed = _attempt(lambda: list(rule.check(subject, options)), f"{rule.code} {rule.name}", path)
    return [*((rule.code, finding) for finding in found or ()), *failed]


def _attempt(work: Callable[[], T], what: str, path: str) -> tuple[T | None, list[Found]]:
    """The result of work that may fail, and the finding if it did: the run goes on."""
    try:
        return work(), []
    except RecursionError:
        return None, [_not_analysed(f"nested too deep for {what}")]
    except Exception as error:
        message = f"{what} failed here: {type(error).__name__}: {error}"
        return None, [("DL009", Finding(path=path, span=START, message=message, subject=what))]


def _not_analysed(why: str) -> Found:
    return "DL003", Finding(span=START, message=f"not all was analysed: {why}", subject="not analysed")


def _not_text(raw: bytes) -> Iterable[Found]:
    wide = next((name for bom, name in _WIDE_BOMS.items() if raw.startswith(bom)), None)
    if wide:
        yield "DL002", Finding(span=START, message=f"{wide}, not UTF-8: not checked", subject="encoding")
    head = raw[:_HEAD]
    if not wide and len(head) - len(head.translate(None, _CONTROLS)) > len(head) * 0.3:
        yield _not_analysed("this is not text")


def diagnose(found: Iterable[tuple[str, Found]], facts: Mapping[str, Facts], selection: Selection) -> list[Diagnostic]:
    """Findings of paths → diagnostics, less those that the settings do not want there."""
    by_code = {rule.code: rule for rule in (*all_rules(), *selection.own)}
    wanted = {rule.code for rule in selection.rules}
    made = []
    for path, (code, finding) in found:
        rule = by_code[code]
        severity = selection.severity(rule, path, finding.severity) if code in wanted else None
        if severity is None:
            continue
        scope = facts[path].heading_path(finding.span.line) if path in facts else ()
        made.append(
            Diagnostic(
                path=path,
                span=finding.span,
                rule=code,
                name=rule.name,
                severity=severity,
                confidence=finding.confidence or rule.confidence,
                message=finding.message,
                subject=finding.subject,
                related=finding.related,
                fix=finding.fix,
                fingerprint=fingerprint(code, path, scope, finding.subject or finding.message),
                scope=scope,
            )
        )
    return made


def fingerprint(rule: str, path: str, scope: tuple[str, ...], subject: str) -> str:
    """Identity of a finding when lines move: 16 hex digits of SHA-256 over rule, path, heading path and subject."""
    key = "\0".join((rule, path, "\x1f".join(scope), re.sub(r"\s+", " ", subject).strip()))
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:16]


def _sorted(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(diagnostics, key=lambda diagnostic: diagnostic.order))


def _is_sure_enough(diagnostic: Diagnostic, settings: Settings) -> bool:
    return diagnostic.confidence.rank <= Confidence(settings.min_confidence).rank


def _asked(documents: Iterable[str], wanted: Collection[str]) -> set[str]:
    """The documents asked for, and the names given as they are: a file that is gone can still concern a finding."""
    if not wanted or "" in wanted or "." in wanted:
        return set(documents)
    folders = tuple(path + "/" for path in wanted)
    return {*wanted, *(path for path in documents if path.startswith(folders))}


def _concerns(path: str, finding: Finding, asked: Collection[str]) -> bool:
    """Is this about a file that was asked for, or caused by one?"""
    return (
        path in asked
        or any(other in asked for other in finding.concerns)
        or any(place.path in asked for place in finding.related)
    )
