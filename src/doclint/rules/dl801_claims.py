"""Summaries and indexes are read instead of the documents they speak of, and believed: a manager signs a phase off
because its summary says 22 documents and COMPLETE, an engineer on call trusts that there are 12 playbooks.

doclint finds what such a document claims, measures it in the tree, and reports what is not so, with the file and the
number that show it. A claim that nothing can measure is not reported; `doclint report` lists it.
"""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from doclint.model import START, Confidence, Finding, Related, Severity, Span
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule

if TYPE_CHECKING:
    from doclint.verify import JudgedClaim

_EVIDENCE = 5  # places shown with a finding
_EXACT = frozenset({"size", "files"})  # measured beyond doubt where the file is named
_IN_TREE = frozenset({"size", "files", "average", "count", "each", "section", "point", "complete", "links to"})
_OWN_NUMBERS = frozenset({"sum", "percent", "fraction"})
_STATES = frozenset({"status", "target", "delivered", "universal"})


def _judged(project: Project) -> "tuple[JudgedClaim, ...]":
    from doclint.verify import telling_claims  # most projects have no summary

    return project.ask(telling_claims)


def _contradicted(project: Project, rules: frozenset[str]) -> "Iterator[JudgedClaim]":
    return (claim for claim in _judged(project) if claim.verdict == "contradicted" and claim.rule in rules)


def _finding(project: Project, claim: "JudgedClaim", message: str, severity: Severity | None = None) -> Finding:
    """Evidence that is there is related; what is not has no place, and is named in the message."""
    related = tuple(
        Related(seen.path, Span(seen.line, 1, seen.line, 1) if seen.line else START, seen.value)
        for seen in claim.evidence[:_EVIDENCE]
        if project.tree.exists(seen.path)
    )
    gone = tuple(dict.fromkeys(seen.path for seen in claim.evidence if not project.tree.exists(seen.path)))
    if gone:
        others = f" and {len(gone) - _EVIDENCE} more" if len(gone) > _EVIDENCE else ""
        message += f"; not there: {', '.join(gone[:_EVIDENCE])}{others}"
    return Finding(
        path=claim.path,
        span=claim.span,
        message=message,
        subject=f"{claim.kind} {claim.subject}: {claim.text}",
        related=related,
        concerns=gone,
        severity=severity,
    )


def contradicted(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each claim the tree contradicts."""
    for claim in _contradicted(project, _IN_TREE):
        shown = claim.evidence[0].value if claim.evidence else ""
        where = claim.evidence[0].path if claim.evidence else ""
        facts = project.facts.get(claim.path)
        is_exact = claim.rule in _EXACT and where != claim.path and not (facts and facts.claims.shape == "mention")
        message = f"'{_named(claim)}' is not so: {shown} ({where})"
        yield _finding(project, claim, message, Severity.ERROR if is_exact else None)


def miscalculated(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each number that does not follow from the numbers beside it."""
    for claim in _contradicted(project, _OWN_NUMBERS):
        yield _finding(project, claim, f"'{_named(claim)}' does not add up: {_given(claim)}")


def _named(claim: "JudgedClaim") -> str:
    """The claim in its own words, with what is counted where these are a bare number."""
    says_what = any(character.isalpha() for character in claim.text)
    return claim.text if says_what or not claim.subject else f"{claim.subject}: {claim.text}"


def _given(claim: "JudgedClaim") -> str:
    """What comes out; of all of a document, what is missing of it."""
    is_number = claim.measured[:1].isdigit() and not claim.measured.endswith("missing")
    return f"the numbers here give {claim.measured}" if is_number else claim.measured


def denied(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each state that the document's own rows, boxes or files deny."""
    for claim in _contradicted(project, _STATES):
        gone = claim.evidence and not any(project.tree.exists(seen.path) for seen in claim.evidence)
        of = f" of '{claim.subject}'" if claim.subject != claim.text else ""
        measured = claim.evidence[0].value if claim.rule == "target" and claim.evidence else claim.measured
        message = f"'{claim.text}'{of} is denied: {measured}{_shown(claim)}"
        yield _finding(project, claim, message, Severity.WARNING if gone else None)  # the rest may be elsewhere


def _shown(claim: "JudgedClaim") -> str:
    """The first of what denies a claim, where the measure alone does not say it."""
    if not claim.evidence or not claim.evidence[0].value.startswith("has no "):
        return ""
    more = f", and {len(claim.evidence) - 1} more" if len(claim.evidence) > 1 else ""
    return f"; {claim.evidence[0].path} {claim.evidence[0].value}{more}"


def disagreeing(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each size of a file that another document states otherwise; the one that is wrong says so."""
    stated: dict[tuple[str, str], list[JudgedClaim]] = {}
    for claim in _judged(project):
        if claim.rule == "size" and claim.evidence and claim.evidence[0].path != claim.path and claim.measured:
            stated.setdefault((claim.evidence[0].path, claim.kind), []).append(claim)
    for (path, _), claims in stated.items():
        right = next((claim for claim in claims if claim.verdict == "verified"), None)
        for claim in claims:
            if right is not None and claim.verdict == "contradicted" and claim.path != right.path:
                message = f"'{claim.text}' for {path}; {right.path}:{right.span.line} says '{right.text}', which is so"
                other = Related(right.path, right.span, right.text)
                yield Finding(
                    path=claim.path, span=claim.span, message=message, subject=f"{claim.kind} {path}", related=(other,)
                )


_rule = partial(ProjectRule, confidence=Confidence.MEDIUM, parts=("claims",), apart=True)

_FILES = {"docs/restore.md": "# Restore\n\nOne.\n\n## Steps\n\nTwo.\n", "docs/setup.md": "# Setup\n\nOne.\n"}
_SUMMARY = """# Documentation completion summary

**Status**: ✅ COMPLETE
**Total Files**: 2

## Files created

1. **docs/restore.md** ({} lines)
2. **docs/setup.md** (3 lines)

## Statistics

| Group | Lines |
|-------|-------|
| Guides | 3 |
| Runbooks | 7 |
| Total | {} |

## Success criteria

| Deliverable | Target | Achieved | Status |
|-------------|--------|----------|--------|
| Runbook | {} lines | 7 lines | ✅ |
"""

RULES = (
    _rule(
        code="DL801",
        name="contradicted-claim",
        severity=Severity.WARNING,
        summary="What a summary or an index claims is so",
        check=contradicted,
        reason=__doc__,
        bad={"SUMMARY.md": _SUMMARY.format(70, 10, "5+"), **_FILES},
        good={"SUMMARY.md": _SUMMARY.format(7, 10, "5+"), **_FILES},
    ),
    _rule(
        code="DL802",
        name="wrong-arithmetic",
        severity=Severity.ERROR,
        summary="Totals, percentages and averages follow from the numbers beside them",
        check=miscalculated,
        reason="A total that is not the sum of its parts means that one of the numbers is wrong, and that "
        "nobody has added them up: all numbers of the document are in doubt.",
        bad={"SUMMARY.md": _SUMMARY.format(7, 12, "5+"), **_FILES},
        good={"SUMMARY.md": _SUMMARY.format(7, 10, "5+"), **_FILES},
    ),
    _rule(
        code="DL803",
        name="documents-disagree",
        severity=Severity.WARNING,
        summary="Two documents that state the size of a file state the same",
        check=disagreeing,
        reason="Who reads two documents that give different numbers for the same thing believes neither. One of "
        "them was not updated, or repeats the plan as if it were the result.",
        bad={
            "SUMMARY.md": _SUMMARY.format(70, 10, "5+"),
            "REPORT.md": _SUMMARY.format(7, 10, "5+").replace("summary", "report"),
            **_FILES,
        },
        good={
            "SUMMARY.md": _SUMMARY.format(7, 10, "5+"),
            "REPORT.md": _SUMMARY.format(7, 10, "5+").replace("summary", "report"),
            **_FILES,
        },
    ),
    _rule(
        code="DL804",
        name="denied-status",
        severity=Severity.ERROR,
        summary="What is marked as done or met is done or met",
        check=denied,
        reason="A check mark beside a target that was missed, or COMPLETE above a list of what is missing, "
        "tells the reader to stop looking. The document itself has the numbers that deny it.",
        bad={"SUMMARY.md": _SUMMARY.format(7, 10, "50+"), **_FILES},
        good={"SUMMARY.md": _SUMMARY.format(7, 10, "5+"), **_FILES},
    ),
)
