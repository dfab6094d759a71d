"""JSON, version 1. Fields may be added, none is removed; `schemas/check.json` is made from these values."""

import os
from typing import Any, Literal

import msgspec
from msgspec import UNSET, Struct, UnsetType
from msgspec.structs import replace

from doclint import __version__
from doclint.engine import Report
from doclint.explain import rule_url
from doclint.gate import Condition, Gate
from doclint.model import Confidence, Diagnostic, Edit, Related, Severity, Span
from doclint.output import Look, Sources
from doclint.output.visible import encodable


class Tool(Struct, frozen=True):
    """Who wrote this."""

    name: str
    version: str


class Summary(Struct, frozen=True):
    """How many documents were checked, and what was found in them."""

    files: int
    errors: int
    warnings: int
    infos: int
    suppressed: int
    baselined: int
    hidden: int


class Place(Struct, frozen=True, kw_only=True):
    """POSIX path relative to the project root; 1-based lines and columns in code points, the end excluded."""

    path: str
    path_bytes: tuple[int, ...] | UnsetType = UNSET  # where the name of the file is not UTF-8
    line: int
    column: int
    end_line: int
    end_column: int


class RelatedPlace(Place, frozen=True, kw_only=True):
    """Another place to see."""

    message: str


class EditPlace(Place, frozen=True, kw_only=True):
    """Replace this stretch by `text`."""

    text: str


class FixEdits(Struct, frozen=True):
    """Edits that belong together."""

    title: str
    safe: bool
    edits: tuple[EditPlace, ...]


class FindingRow(Place, frozen=True, kw_only=True):
    """One finding. `fingerprint` stays when lines move."""

    rule: str
    name: str
    severity: Severity
    confidence: Confidence
    message: str
    subject: str
    related: tuple[RelatedPlace, ...]
    fix: FixEdits | None
    fingerprint: str
    url: str


class CheckJson(Struct, frozen=True, kw_only=True):
    """What `doclint check --output-format json` writes."""

    schema_version: Literal[1] = 1
    tool: Tool
    config: str | None
    mode: str
    summary: Summary
    notices: tuple[str, ...]
    gate: Gate | None
    findings: tuple[FindingRow, ...]


def render(report: Report, sources: Sources, look: Look) -> str:
    """The whole report as one JSON object and a newline."""
    return msgspec.json.encode(check_json(report)).decode() + "\n"


def check_json(report: Report) -> CheckJson:
    """The whole report as a value."""
    counts = dict.fromkeys(Severity, 0)
    for diagnostic in report.diagnostics:
        counts[diagnostic.severity] += 1
    return CheckJson(
        tool=Tool("doclint", __version__),
        config=report.config and encodable(report.config),
        mode=report.mode,
        summary=Summary(
            files=report.files,
            errors=counts[Severity.ERROR],
            warnings=counts[Severity.WARNING],
            infos=counts[Severity.INFO],
            suppressed=len(report.suppressed),
            baselined=report.known,
            hidden=report.hidden,
        ),
        notices=tuple(map(encodable, report.notices)),
        gate=report.gate and replace(report.gate, conditions=tuple(map(_condition, report.gate.conditions))),
        findings=tuple(map(_finding, report.diagnostics)),
    )


def _finding(diagnostic: Diagnostic) -> FindingRow:
    fix = diagnostic.fix
    return FindingRow(
        **_place(diagnostic.path, diagnostic.span),
        rule=diagnostic.rule,
        name=diagnostic.name,
        severity=diagnostic.severity,
        confidence=diagnostic.confidence,
        message=encodable(diagnostic.message),
        subject=encodable(diagnostic.subject),
        related=tuple(map(_related, diagnostic.related)),
        fix=FixEdits(encodable(fix.title), fix.safe, tuple(map(_edit, fix.edits))) if fix else None,
        fingerprint=diagnostic.fingerprint,
        url=rule_url(diagnostic.rule),
    )


def _condition(condition: Condition) -> Condition:
    first = condition.first
    if first is None:
        return condition
    return replace(condition, first=replace(first, path=encodable(first.path), message=encodable(first.message)))


def _related(related: Related) -> RelatedPlace:
    return RelatedPlace(**_place(related.path, related.span), message=encodable(related.message))


def _edit(edit: Edit) -> EditPlace:
    return EditPlace(**_place(edit.path, edit.span), text=encodable(edit.text))


def _place(path: str, span: Span) -> dict[str, Any]:
    shown = encodable(path)
    return {
        "path": shown,
        "path_bytes": UNSET if shown == path else tuple(os.fsencode(path)),
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
