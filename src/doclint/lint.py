"""Pass one, for one file: bytes → its facts, and the findings of the rules that need nothing else."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache
from typing import Any, TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from doclint.doctypes import Match
from doclint.facts import Facts, facts_of
from doclint.files.discover import Files, TooLargeError
from doclint.instructions import instructions_of, read
from doclint.markdown import Document, parse
from doclint.model import START, Diagnostic, Finding
from doclint.rule import DocumentRule, ProjectRule, Rule, TypeRule
from doclint.rules import all_rules
from doclint.selection import Selection
from doclint.settings import Settings
from doclint.subjects import Subjects

T = TypeVar("T")
Found = tuple[str, Finding]  # code of the rule, and what it saw
# Pass one over all documents; findings are needed of those that were asked for, facts of all.
Lint = Callable[[Files, Selection, Collection[str]], "dict[str, FileResult]"]

_NOT_FINISHED = "not finished"
_WIDE_BOMS = {b"\xff\xfe\0\0": "UTF-32", b"\0\0\xfe\xff": "UTF-32", b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
_CONTROLS = bytes(range(9)) + bytes(range(14, 32))
_encode = msgspec.msgpack.Encoder().encode
_HEAD = 8192  # bytes by which text is told from other data


class FileResult(Struct, frozen=True):
    """What one file gave: findings as rules have them, or diagnosed. `match`: its type, None: not told."""

    facts: Facts
    findings: tuple[Found, ...]
    match: Match | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


class _Packed(Struct, array_like=True):
    """A result as plain data, each field of its facts by itself."""

    path: str
    said: dict[str, msgspec.Raw]
    findings: tuple[Found, ...]
    match: Match | None
    diagnostics: tuple[Diagnostic, ...]


def packed(result: FileResult) -> bytes:
    """A result, fit for the cache and for another process."""
    return _encode((result.facts.path, result.facts.said, result.findings, result.match, result.diagnostics))


def unpacked(raw: bytes | memoryview) -> FileResult:
    """
    What was packed; facts are decoded when they are asked for.

    Raises:
        msgspec.DecodeError: This is none of ours.
    """
    path, said, *rest = msgspec.structs.astuple(_decoder().decode(raw))
    return FileResult(Facts(path, said), *rest)


@cache
def _decoder() -> "msgspec.msgpack.Decoder[_Packed]":
    return msgspec.msgpack.Decoder(_Packed)


def lint_document(path: str, raw: bytes, settings: Settings, rules: Iterable[Rule] | None = None) -> FileResult:
    """Pass one, for one file: the one entry for command line, editor and tests."""
    return _lint(path, raw, Selection(settings, rules), settings.flavour)


def lint_file(
    path: str,
    read: Callable[[str], bytes],
    selection: Selection,
    asked: bool = True,
    subjects: Subjects | None = None,
) -> FileResult:
    """
    Pass one, for a file that may be unreadable, too large, or gone since it was listed; if not asked, its facts.

    With `subjects` of the facts only what matters to these.
    """
    try:
        return _lint(path, read(path), selection, selection.flavour(path, read), asked, subjects)
    except TooLargeError as error:
        found = ("DL004", Finding(span=START, message=f"not checked: {error}", subject="size"))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        found = ("DL001", Finding(span=START, message=f"not checked: {reason}", subject="unreadable"))
    return FileResult(facts_of(parse(path, b"")), (found,))


def one_by_one(files: Files, selection: Selection, asked: Collection[str]) -> dict[str, FileResult]:
    """Pass one for all documents, here and now."""
    return {
        path: diagnosed(lint_file(path, files.read, selection, path in asked), selection) for path in files.documents
    }


def given_up(path: str, why: str) -> FileResult:
    """What is left of a file that could not be finished."""
    return FileResult(facts_of(parse(path, b"")), (_not_analysed(why, _NOT_FINISHED),))


def diagnosed(result: FileResult, selection: Selection) -> FileResult:
    """The result with its findings as the user meets them, if the same file would give the same again."""
    if not is_lasting(result.findings):
        return result
    path, facts = result.facts.path, result.facts
    diagnostics = diagnose([(path, found) for found in result.findings], {path: facts}, selection)
    return replace(result, findings=(), diagnostics=tuple(diagnostics))


def diagnose(found: Iterable[tuple[str, Found]], facts: Mapping[str, Facts], selection: Selection) -> list[Diagnostic]:
    """Findings of paths → diagnostics, less those that the settings do not want there."""
    by_code = {rule.code: rule for rule in (*all_rules(), *selection.own)}
    made = []
    for path, (code, finding) in found:
        rule = by_code[code]
        severity = selection.severity(rule, path, finding.severity) if code in selection.told else None
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
                concerns=finding.concerns,
            )
        )
    return made


def fingerprint(rule: str, path: str, scope: tuple[str, ...], subject: str) -> str:
    """Identity of a finding when lines move: 16 hex digits of SHA-256 over rule, path, heading path and subject."""
    key = "\0".join((rule, path, "\x1f".join(scope), " ".join(subject.split())))
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:16]


def is_lasting(found: Iterable[tuple[str, Finding | Diagnostic]]) -> bool:
    """Would the same input give the same again? Not what could not be read, or finished, or where a rule failed."""
    return not any(code in ("DL001", "DL009") or finding.subject == _NOT_FINISHED for code, finding in found)


def _lint(
    path: str,
    raw: bytes,
    selection: Selection,
    flavour: str,
    asked: bool = True,
    subjects: Subjects | None = None,
) -> FileResult:
    findings = list(_not_text(raw))
    if findings:
        raw = b""
    analysed, failed = _attempt(lambda: _analysed(path, raw, selection, flavour, subjects), "reading", path)
    if analysed is None:
        return FileResult(facts_of(parse(path, b"")), (*findings, *failed))
    document, facts = analysed
    if document.not_analysed:
        findings.append(_not_analysed(document.not_analysed))
    if not asked:
        return FileResult(facts, tuple(findings))
    for rule in selection.rules:
        if isinstance(rule, DocumentRule):
            findings += run_rule(rule, document, selection.options(rule, path), path)
    match, found = _of_type(facts, selection)
    return FileResult(facts, (*findings, *found), match)


def _of_type(facts: Facts, selection: Selection) -> tuple[Match | None, list[Found]]:
    """The type of a document and the findings it makes, where a rule asks for it."""
    rules = [rule for rule in selection.rules if isinstance(rule, TypeRule)]
    if not rules:
        return None, []
    typed, found = _attempt(lambda: selection.types.typed(facts), "telling the type", facts.path)
    for rule in rules if typed else ():
        found += run_rule(rule, typed, selection.options(rule, facts.path), facts.path)
    return typed.match if typed else None, found


def _analysed(
    path: str, raw: bytes, selection: Selection, flavour: str, subjects: Subjects | None
) -> tuple[Document, Facts]:
    document = parse(path, raw, flavour, outline=not selection.parts)
    document.tell(instructions_of, lambda document: read(document, selection.library))
    return document, facts_of(document, selection.parts, subjects.silent(document) if subjects else frozenset())


def run_rule(rule: DocumentRule | TypeRule | ProjectRule, subject: Any, options: Struct, path: str) -> list[Found]:
    """What a rule finds in a document or a project; if it fails, that is a finding."""
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


def _not_analysed(why: str, subject: str = "not analysed") -> Found:
    return "DL003", Finding(span=START, message=f"not all was analysed: {why}", subject=subject)


def _not_text(raw: bytes) -> Iterable[Found]:
    wide = next((name for bom, name in _WIDE_BOMS.items() if raw.startswith(bom)), None)
    if wide:
        yield "DL002", Finding(span=START, message=f"{wide}, not UTF-8: not checked", subject="encoding")
    head = raw[:_HEAD]
    if not wide and len(head) - len(head.translate(None, _CONTROLS)) > len(head) * 0.3:
        yield _not_analysed("this is not text")
