"""The audit put together. Pure: all that comes from outside (git, the date, the base, the history) is passed in."""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Literal

from msgspec.structs import replace

from doclint import __version__
from doclint.audit.ages import ages_of, owner_of
from doclint.audit.claims import claims_of, manual_checks, sources_of
from doclint.audit.deliverables import claimed_deliverables, owed_deliverables, scenarios_of
from doclint.audit.documents import Known, scorecards_of
from doclint.audit.findings import finding_of
from doclint.audit.gate import Measured, gate_of
from doclint.audit.instructions import instructions_in
from doclint.audit.phase import Scope
from doclint.audit.references import declared_of, edges_of, graph_of, indexed_of
from doclint.audit.values import (
    Audit,
    Changes,
    Claim,
    Debt,
    Deliverable,
    Finding,
    Method,
    Point,
    Scorecard,
    Suppression,
    Tool,
    Totals,
)
from doclint.classify import types_of
from doclint.engine import Report
from doclint.facts import Facts
from doclint.facts.suppressions import Directive
from doclint.gate import Gate, Place
from doclint.project import Project
from doclint.rules import rule_named
from doclint.verify import judged_claims


def audit_of(
    project: Project,
    report: Report,
    scope: Scope,
    method: Method,
    *,
    changed: Mapping[str, datetime.date] = {},
    baseline: str = "",
    history: tuple[Point, ...] = (),
    changes: Changes | None = None,
) -> Audit:
    """
    Everything about the documents of the scope.

    Args:
        project: The whole project.
        report: A check of at least the documents of the scope.
        scope: The phase.
        method: How it was measured, for whoever measures again.
        changed: The days on which files were last changed, by path.
        baseline: The name of the file that accepts findings.
        history: The set at earlier commits, oldest first.
        changes: What changed since a base; None: there is none to compare with.
    """
    settled = scope.settled
    facts = {path: project.facts[path] for path in scope.documents}
    read = frozenset((*facts, *scope.texts))
    claims = claims_of(project.ask(judged_claims), read, settled.accepted, project.today)
    findings = tuple(finding_of(diagnostic) for diagnostic in report.diagnostics if diagnostic.path in read)
    sources = sources_of(claims, scope.phase)
    start, edges = _start_of(settled.index, facts), edges_of(project, frozenset(facts))
    graph = graph_of(facts, edges, start, declared_of(project, findings))
    types = {path: match.name for path, match in project.ask(types_of).items()}
    known = Known(types, ages_of(project, changed), indexed_of(project))
    documents = scorecards_of(facts, findings, claims, graph, known)
    owners = {path: owner_of(one) for path, one in facts.items()}
    deliverables = (
        owed_deliverables(settled.deliverables, project.tree.exists, project.facts, known.types, owners)
        if settled.deliverables
        else claimed_deliverables((one for one in claims if one.path in sources), known.types, owners)
    )
    audit = Audit(
        tool=Tool(version=__version__),
        verdict="incomplete",
        phase=scope.phase,
        gate=Gate(status="incomplete", conditions=()),
        summary=_totals(documents, claims, findings, report, read),
        claims=claims,
        deliverables=deliverables,
        scenarios=scenarios_of(settled.scenarios, facts.values()),
        documents=documents,
        findings=findings,
        graph=graph,
        instructions=instructions_in(facts),
        history=history,
        changes=changes,
        debt=_debt(facts, report, project.today, baseline),
        manual=manual_checks(claims, sources),
        method=method,
    )
    by_rule = _by_rule(findings, [rule.code for rule in report.rules])
    gate = gate_of(settled.gate or project.settings.gate, _measured(audit), by_rule)
    verdict = gate.status if documents else "incomplete"
    return replace(audit, gate=gate, verdict=verdict, reason=_reason(gate, bool(documents)))


def _start_of(index: str | None, facts: Mapping[str, Facts]) -> str:
    """Where a reader enters: the index, else the outermost README or index page."""
    if index and index in facts:
        return index
    entrances = [path for path in facts if path.rpartition("/")[2].casefold() in ("readme.md", "index.md")]
    return min(entrances, key=lambda path: (path.count("/"), path), default="")


def _totals(
    documents: Sequence[Scorecard], claims: Sequence[Claim], findings: Sequence[Finding], report: Report, read: Set[str]
) -> Totals:
    severities = Counter(finding.severity for finding in findings)
    verdicts = Counter(claim.verdict for claim in claims)
    return Totals(
        documents=len(documents),
        lines=sum(card.lines for card in documents),
        words=sum(card.words for card in documents),
        bytes=sum(card.bytes for card in documents),
        errors=severities["error"],
        warnings=severities["warning"],
        infos=severities["info"],
        suppressed=sum(one.path in read for one in report.suppressed),
        baselined=sum(one.path in read for one in report.baselined),
        verified=verdicts["verified"],
        contradicted=verdicts["contradicted"],
        unverifiable=verdicts["unverifiable"],
        accepted=sum(claim.accepted is not None for claim in claims),
        score=_mean_score(documents) if documents else None,
    )


def _measured(audit: Audit) -> dict[str, Measured]:
    """What the gate may ask for, by the name of the setting."""
    findings, documents = audit.findings, audit.documents
    missing = [Place(path=one.path, message="is missing") for one in audit.deliverables if one.state == "missing"]
    missing += [Place(path="", message=f"{one.name} is not covered") for one in audit.scenarios if not one.covered]
    measured = {
        "errors": _counted(_at(finding) for finding in findings if finding.severity == "error"),
        "warnings": _counted(_at(finding) for finding in findings if finding.severity == "warning"),
        "contradicted": _counted(_said(claim) for claim in audit.claims if claim.verdict == "contradicted"),
        "unverifiable": _counted(
            Place(path=check.path, line=check.line, message=check.text) for check in audit.manual if not check.accepted
        ),
        "missing": _counted(missing),
        "off_target": _counted(_missed(one) for one in audit.deliverables if one.state == "off-target"),
        "stale": _counted(
            Place(path=card.path, message=f"{card.age_days} days old, due every {card.schedule_days}")
            for card in documents
            if card.freshness == "stale"
        ),
        "not_covered": _counted(Place(path=one.path, message=one.why) for one in audit.method.not_covered),
    }
    if documents:
        worst = min(documents, key=lambda card: card.score)
        place = Place(path=worst.path, message=f"score {worst.score}")
        measured["score"] = Measured(_mean_score(documents), place)
        measured["document_score"] = Measured(worst.score, place)
    if audit.changes:
        new = audit.changes.new
        measured["new_errors"] = _counted(_at(finding) for finding in new if finding.severity == "error")
        measured["new_warnings"] = _counted(_at(finding) for finding in new if finding.severity == "warning")
    return measured


def _by_rule(findings: Iterable[Finding], run: Iterable[str]) -> dict[tuple[str, str], Measured]:
    """The findings of every rule that was run, by code and name: none are known to be none."""
    rules = [rule_named(code) for code in run]
    found: dict[tuple[str, str], list[Place]] = {(rule.code, rule.name): [] for rule in rules if rule}
    for finding in findings:
        found.setdefault((finding.rule, finding.name), []).append(_at(finding))
    return {rule: _counted(places) for rule, places in found.items()}


def _counted(offenders: Iterable[Place]) -> Measured:
    places = tuple(offenders)
    return Measured(len(places), places[0] if places else None)


def _at(finding: Finding) -> Place:
    return Place(path=finding.path, line=finding.line, message=f"{finding.rule} {finding.message}")


def _said(claim: Claim) -> Place:
    return Place(path=claim.path, line=claim.line, message=claim.text)


def _missed(one: Deliverable) -> Place:
    check = next(check for check in one.checks if check.met is False)
    return Place(path=one.path, message=f"{check.what}: {check.wanted} wanted, {check.found} found")


def _mean_score(documents: Sequence[Scorecard]) -> float:
    return round(sum(card.score for card in documents) / len(documents), 1)


def _reason(gate: Gate, any_documents: bool) -> str:
    """One sentence: why the verdict is what it is."""
    if not any_documents:
        return "There are no documents to audit."
    if not gate.conditions:
        return "The gate asks for nothing, so nothing is shown to hold."
    told = [condition.told for condition in gate.conditions if condition.status != "met"]
    if not told:
        return f"All {len(gate.conditions)} conditions hold."
    return f"{len(told)} of {len(gate.conditions)} conditions do not hold: {'; '.join(told)}."


def _debt(facts: Mapping[str, Facts], report: Report, today: datetime.date, baseline: str) -> Debt:
    comments = [
        Suppression(
            path=path,
            line=directive.span.line,
            rules=directive.rules,
            reason=directive.reason,
            until=directive.until,
            state=_state_of(directive, today),
        )
        for path, one in facts.items()
        for directive in one.directives
        if directive.kind != "enable"
    ]
    return Debt(
        suppressions=tuple(comments),
        suppressed=tuple(finding_of(one) for one in report.suppressed if one.path in facts),
        baseline=baseline,
        baselined=tuple(finding_of(one) for one in report.baselined if one.path in facts),
    )


def _state_of(directive: Directive, today: datetime.date) -> Literal["active", "expired", "without-reason"]:
    if directive.until and directive.until < today.isoformat():
        return "expired"
    return "active" if directive.reason else "without-reason"
