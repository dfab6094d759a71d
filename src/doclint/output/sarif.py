"""
SARIF 2.1.0 as GitHub code scanning wants it.

One run; all rules that were run, not only those that found something; paths relative to the project root;
GitHub's own fingerprint of the line beside ours. No times and no absolute paths: equal input, equal bytes.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby
from typing import Any
from urllib.parse import quote

import msgspec

from doclint import __version__
from doclint.engine import Report
from doclint.explain import FAMILIES, page, rule_url
from doclint.model import Confidence, Diagnostic, Edit, Severity, Span
from doclint.output import Look, Sources
from doclint.output.linehash import line_hashes
from doclint.output.visible import encodable, visible
from doclint.rule import Rule
from doclint.rules import rule_named, unchecked

Marks = dict[str, Any]  # what a result says of itself beside the finding

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEM = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
_PRECISION = {Confidence.HIGH: "very-high", Confidence.MEDIUM: "high", Confidence.LOW: "low"}
_MOST = 5000  # results that GitHub shows of a run
_MOST_RELATED = 20
_LONGEST = 1024  # characters of a description


def render(report: Report, sources: Sources, look: Look) -> str:
    """What is shown, as a log with one run: code scanning takes everything in it for open."""
    merged = _merged(report.diagnostics)
    kept = sorted(merged, key=lambda each: (each.severity.rank, each.order))[:_MOST]
    return _log(report, sources, [(found, {}) for found in kept], _dropped_notice(len(merged) - len(kept)))


def everything(report: Report, sources: Sources, look: Look) -> str:
    """With what is suppressed, accepted or older than the branch, each marked as such: for viewers and archives."""
    new = {} if report.old is None else {"baselineState": "new"}
    results = [
        *((found, new) for found in _merged(report.diagnostics)),
        *((found, {"baselineState": "unchanged"}) for found in _merged(report.old or ())),
        *(
            (found, _suppressed("inSource", found.excuse or "no reason is stated"))
            for found in _merged(report.suppressed)
        ),
        *((found, _suppressed("external", "accepted by the baseline")) for found in _merged(report.baselined)),
    ]
    return _log(report, sources, results)


def _suppressed(kind: str, why: str) -> Marks:
    return {"suppressions": [{"kind": kind, "status": "accepted", "justification": _sentence(why)}]}


def _log(report: Report, sources: Sources, results: list[tuple[Diagnostic, Marks]], said: str = "") -> str:
    rules = _rules(report, (found for found, _ in results))
    index = {rule.code: place for place, rule in enumerate(rules)}

    @cache
    def hashes(path: str) -> dict[int, str]:
        return line_hashes(sources.raw(path))

    run = {
        "tool": {
            "driver": {
                "name": "doclint",
                "semanticVersion": __version__,
                "informationUri": "https://github.com/doclint/doclint",
                "rules": [_descriptor(rule) for rule in rules],
            }
        },
        "automationDetails": {"id": "doclint/"},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": all(diagnostic.rule != "DL009" for diagnostic in report.diagnostics),
                "toolExecutionNotifications": list(_notifications(report, said)),
            }
        ],
        "results": [
            _result(found, index, hashes(found.path), sources) | marks
            for found, marks in sorted(results, key=lambda row: row[0].order)
        ],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return msgspec.json.encode(log).decode() + "\n"


def _rules(report: Report, found: Iterable[Diagnostic]) -> list[Rule]:
    """Those that were run, and those of findings: a pipeline's own may come without being asked for."""
    known = {rule.code: rule for rule in report.rules}
    for diagnostic in found:
        rule = known.get(diagnostic.rule) or rule_named(diagnostic.rule)
        assert rule, "a diagnostic is made from a rule"
        known[rule.code] = rule
    return [known[code] for code in sorted(known)]


def _merged(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """One result per rule and line: GitHub takes two for the same alert and drops one of them silently."""
    found = []
    in_order = sorted(diagnostics, key=lambda each: each.order)
    for _, group in groupby(in_order, key=lambda each: (each.path, each.span.line)):
        by_rule: dict[str, list[Diagnostic]] = {}
        for diagnostic in group:
            by_rule.setdefault(diagnostic.rule, []).append(diagnostic)
        for first, *more in by_rule.values():
            messages = dict.fromkeys([first.message, *(other.message for other in more)])
            found.append(msgspec.structs.replace(first, message=". Also: ".join(messages)) if more else first)
    return found


def _family(code: str) -> str:
    return "formatting" if code.startswith("MD") else FAMILIES.get(code[:3], "own rules").lower()


def _descriptor(rule: Rule) -> dict[str, Any]:
    reason = " ".join(rule.reason.split("\n\n")[0].split())
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": f"{rule.summary}."[:_LONGEST]},
        "fullDescription": {"text": reason[:_LONGEST]},
        "help": {"text": f"{rule.summary}. {reason}", "markdown": encodable(page(rule))},
        "helpUri": rule_url(rule.code),
        "defaultConfiguration": {"level": _LEVEL[rule.severity]},
        "properties": {
            "tags": ["documentation", _family(rule.code)],
            "precision": _PRECISION[rule.confidence],
            "problem.severity": _PROBLEM[rule.severity],
        },
    }


def _result(
    diagnostic: Diagnostic, index: Mapping[str, int], hashes: Mapping[int, str], sources: Sources
) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": diagnostic.rule,
        "ruleIndex": index[diagnostic.rule],
        "level": _LEVEL[diagnostic.severity],
        "message": {"text": _sentence(diagnostic.message)},
        "locations": [{"physicalLocation": _location(diagnostic.path, _on_one_line(diagnostic, sources))}],
        "partialFingerprints": {
            "primaryLocationLineHash": hashes.get(diagnostic.span.line, f"{diagnostic.fingerprint}:1"),
            "doclintFingerprint/v1": diagnostic.fingerprint,
        },
    }
    if diagnostic.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "physicalLocation": _location(related.path, related.span),
                "message": {"text": _sentence(related.message)},
            }
            for number, related in enumerate(diagnostic.related[:_MOST_RELATED], 1)
        ]
    if diagnostic.fix:
        changes = [
            {"artifactLocation": {"uri": uri_of(path)}, "replacements": [_replacement(edit) for edit in edits]}
            for path, edits in groupby(diagnostic.fix.edits, lambda edit: edit.path)
        ]
        result["fixes"] = [{"description": {"text": _sentence(diagnostic.fix.title)}, "artifactChanges": changes}]
    return result


def _on_one_line(diagnostic: Diagnostic, sources: Sources) -> Span:
    """An alert is shown on a pull request only if all its lines are in the diff: the first line is enough."""
    span = diagnostic.span
    if span.end_line == span.line:
        return span
    end = len(sources.line(diagnostic.path, span.line)) + 1
    return Span(span.line, span.column, span.line, max(end, span.column))


def _location(path: str, span: Span) -> dict[str, Any]:
    return {"artifactLocation": {"uri": uri_of(path)}, "region": _region(span)}


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _replacement(edit: Edit) -> dict[str, Any]:
    return {"deletedRegion": _region(edit.span), "insertedContent": {"text": encodable(edit.text)}}


def uri_of(path: str) -> str:
    """A relative URI: every byte that RFC 3986 does not reserve nothing for is percent-encoded."""
    return quote(os.fsencode(path))


def _sentence(message: str) -> str:
    return visible(message) or "(no message)"


def _notifications(report: Report, said: str) -> Iterator[dict[str, Any]]:
    for diagnostic in report.diagnostics:
        if diagnostic.rule in unchecked():  # about the run as much as about the document
            location = {"physicalLocation": {"artifactLocation": {"uri": uri_of(diagnostic.path)}}}
            level = _LEVEL[diagnostic.severity]
            yield {"level": level, "message": {"text": _sentence(diagnostic.message)}, "locations": [location]}
    for notice in filter(None, (*report.notices, said)):
        yield {"level": "note", "message": {"text": _sentence(notice)}}


def left_out(report: Report) -> str:
    """What is to be said aloud when there are more results than GitHub shows; empty otherwise."""
    return _dropped_notice(len(_merged(report.diagnostics)) - _MOST)


def _dropped_notice(dropped: int) -> str:
    if dropped <= 0:
        return ""
    return f"{dropped:,} findings are not in this file: code scanning shows {_MOST:,} of a run"
