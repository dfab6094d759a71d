"""
The audit as one HTML file: no script, no request, nothing to trust.

Every value is escaped (Jinja2, autoescape) after control and bidirectional characters were spelled out; the
content policy allows the one style sheet by its hash and nothing else. Reads without JavaScript and without CSS.
"""

import base64
import hashlib
from importlib.resources import files
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from doclint.audit.score import CAP_WITH_ERROR, COUNTED, WEIGHTS
from doclint.audit.values import Audit, Deliverable, Finding, Scorecard
from doclint.counted import counted
from doclint.output import Look
from doclint.output.audit import pictures
from doclint.output.audit.view import (
    MARK,
    MEANING,
    WORD,
    Folded,
    bound,
    by_rule,
    common_folder,
    contradicted_by,
    folded,
    headline,
    right_against_doubt,
    shortened,
    spoken_for,
    unindexed,
    verdicts,
    where,
    worst_claims,
)
from doclint.output.visible import visible

_MOST_FINDINGS = 100  # of one table; the JSON has all
_MOST_ROWS = 4000  # of findings in all tables of documents: beyond, browsers are slow
_FEWEST_FINDINGS = 3  # of a document, however many documents there are
_MOST_CLAIMS = 1500  # of one verdict
_NUMERIC = frozenset(  # columns
    {"Actual", "Line", "Lines", "Errors", "Warnings", "In", "Out", "Clicks", "Findings", "Documents", "Score"}
    | {"Read", "Ambiguous", "Count", "Age in days", "Every … days", "Contradicted"}
)
_CUT = "The rest is in the JSON report."
_CLAIMS = (
    ("contradicted", "✗ Contradicted", True),
    ("unverifiable", "? Unverifiable", False),
    ("verified", "✓ Verified", False),
)


def render(audit: Audit, look: Look | None = None) -> str:
    """The whole page."""
    folder = common_folder([card.path for card in audit.documents])
    environment = Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined, finalize=_finalized
    )
    environment.filters |= {
        "short": lambda path: str(path).removeprefix(folder),
        "name": lambda path: shortened(str(path).rpartition("/")[2], 40),
        "number": lambda number: f"{number:,}",
        "shortened": _shortened,
        "bound": bound,
    }
    style = _resource("report.css")
    page = environment.from_string(_resource("report.html.jinja"))
    return page.render(
        audit=audit,
        totals=audit.summary,
        debt=audit.debt,
        style=Markup(style),
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        headline=headline(audit),
        where=where(audit),
        parts=_parts(audit),
        **_constants(),
        **_pictures(audit),
        **_lists(audit),
    )


def _finalized(value: Any) -> Any:
    """What is put on the page: plain text without what steers the eye; markup of ours as it is."""
    return visible(value) if type(value) is str else value


def _shortened(text: str, most: int) -> str:
    return shortened(Markup(text).striptags() if isinstance(text, Markup) else text, most)


def _resource(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8").rstrip("\n")


def _constants() -> dict[str, object]:
    return {
        "word": WORD,
        "mark": MARK,
        "meaning": MEANING,
        "state_mark": {"met": "✓", "failed": "✗", "unknown": "?"},
        "deliverable_mark": {"delivered": "✓", "off-target": "▲", "missing": "✗", "unknown": "?"},
        "grade_mark": {"A": "●", "B": "●", "C": "■", "D": "▲", "E": "▲"},
        "numeric": _NUMERIC,
        "weights": WEIGHTS,
        "counted_findings": COUNTED,
        "cap": CAP_WITH_ERROR,
        "most_findings": _MOST_FINDINGS,
        "most_claims": _MOST_CLAIMS,
    }


def _parts(audit: Audit) -> list[tuple[str, str]]:
    """The links at the top: only to parts that are there."""
    debt = audit.debt
    parts: tuple[tuple[str, str, object], ...] = (
        ("gate", "Gate", True),
        ("worst", "Worst claims", audit.claims),
        ("references", "Graph", True),
        ("claims", "Claims", audit.claims),
        ("deliverables", "Deliverables", audit.deliverables or audit.scenarios),
        ("documents", "Documents", True),
        ("findings", "Findings", audit.findings),
        ("instructions", "Instructions", audit.instructions.ambiguous),
        ("freshness", "Freshness", True),
        ("changes", "Changes", audit.changes),
        ("history", "History", audit.history),
        ("debt", "Debt", debt.suppressions or debt.suppressed or debt.baselined),
        ("manual", "For a person", audit.manual),
        ("method", "Method", True),
    )
    return [(name, title) for name, title, there in parts if there]


def _pictures(audit: Audit) -> dict[str, object]:
    speaking, others = verdicts(audit)
    parts = [(name, getattr(speaking, name), f"f-{name}") for name, _, _ in _CLAIMS]
    points = audit.history
    trends = (
        ("errors", "Errors", "t-bad", [(one.name, one.errors) for one in points]),
        ("contradicted", "Contradicted claims", "t-bad", [(one.name, one.contradicted) for one in points]),
        ("warnings", "Warnings", "t-warn", [(one.name, one.warnings) for one in points]),
        ("score", "Mean score", "t-good", [(one.name, one.score) for one in points]),
        ("documents", "Documents", "t-plain", [(one.name, one.documents) for one in points]),
        ("lines", "Lines", "t-plain", [(one.name, one.lines) for one in points]),
    )
    return {
        "claim_bar": pictures.shares("claims-bar", "Claims by verdict", parts),
        "speaking": speaking,
        "others": others,
        "graph": pictures.reference_graph(audit),
        "freshness": pictures.freshness_map(audit),
        "trends": [pictures.trend(f"trend-{name}", title, values, kind) for name, title, kind, values in trends],
        "bar": pictures.score_bar,
    }


def _lists(audit: Audit) -> dict[str, object]:
    findings_of: dict[str, list[Finding]] = {card.path: [] for card in audit.documents}
    for finding in audit.findings:
        findings_of.setdefault(finding.path, []).append(finding)  # a plain text has no card
    missing = unindexed(audit)
    graph, total = audit.graph, len(audit.documents)
    return {
        "worst": worst_claims(audit),
        "right": right_against_doubt(audit),
        "claim_groups": _claim_groups(audit),
        "rules": by_rule(audit.findings),
        "cards": sorted(audit.documents, key=lambda card: (card.score, -card.errors, card.path)),
        "by_age": sorted(audit.documents, key=_age),
        "findings_of": findings_of,
        "most_of_one": max(_FEWEST_FINDINGS, min(_MOST_FINDINGS, _MOST_ROWS // max(total, 1))),
        "deliverables": [(one, _places(one)) for one in sorted(audit.deliverables, key=_urgency)],
        "broken": [edge for edge in graph.edges if edge.broken],
        "reference_lists": (
            (f"{len(missing)} of {total} documents are not in the index", missing),
            (f"{len(graph.orphans)} of {total} documents: nothing points to them", graph.orphans),
            (f"{len(graph.unreached)} of {total} documents are not reached from the start page", graph.unreached),
            (f"{len(graph.dead_ends)} of {total} documents point to no other", graph.dead_ends),
            ("Most pointed to", graph.hubs),
        ),
    }


def _urgency(one: Deliverable) -> tuple[int, str]:
    return (("missing", "off-target", "unknown", "delivered").index(one.state), one.path)


def _places(one: Deliverable) -> list[tuple[str, str]]:
    """Where it is named: each document once, with its lines."""
    lines: dict[str, list[str]] = {}
    for place in one.declared:
        lines.setdefault(place.path, []).append(str(place.line))
    return [(path, ", ".join(numbers)) for path, numbers in lines.items()]


def _age(card: Scorecard) -> tuple[bool, int, str]:
    return (card.age_days is None, -(card.age_days or 0), card.path)


def _claim_groups(audit: Audit) -> list[tuple[str, str, bool, list[tuple[str, tuple[Folded, ...]]], str]]:
    """By verdict, then by document: all that is contradicted, else what documents say that speak for the phase."""
    groups = []
    for verdict, title, opened in _CLAIMS:
        claims, more, elsewhere = spoken_for(audit, verdict)
        by_path = [
            (path, folded(claim for claim in claims if claim.path == path))
            for path in dict.fromkeys(claim.path for claim in claims)
        ]
        rest = f"{more:,} more in {counted(elsewhere, 'other document')}: see the JSON report." if more else ""
        if verdict == "contradicted":
            by_path, rest = [(path, folded(false)) for path, false, _ in contradicted_by(audit)], ""
        total = sum(len(fold.claims) for _, folds in by_path for fold in folds)
        shown = _first(by_path, _MOST_CLAIMS)
        groups.append((verdict, f"{title}: {total:,}", opened, shown, rest if shown == by_path else _CUT))
    return groups


def _first(groups: list[tuple[str, tuple[Folded, ...]]], most: int) -> list[tuple[str, tuple[Folded, ...]]]:
    """The first so many claims, by document."""
    shown = []
    for path, folds in groups:
        if most > 0:
            shown.append((path, folds[:most]))
        most -= len(folds)
    return shown
