"""One scorecard per document."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct

from doclint.audit.ages import Age, owner_of
from doclint.audit.references import clicks_from, neighbours
from doclint.audit.score import deductions_of, grade_of, score_of
from doclint.audit.values import Claim, Finding, Graph, Scorecard
from doclint.facts import Facts


class Known(Struct, frozen=True):
    """What the rest of the project knows about its documents, each by path."""

    types: Mapping[str, str]
    ages: Mapping[str, Age]
    indexed: Mapping[str, bool]  # without those no index owes


def scorecards_of(
    facts: Mapping[str, Facts],
    findings: Iterable[Finding],
    claims: Iterable[Claim],
    graph: Graph,
    known: Known,
) -> tuple[Scorecard, ...]:
    """A scorecard for every document, by path."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        found[finding.path].append(finding)
    verdicts = Counter((claim.path, claim.verdict) for claim in claims)
    ahead = neighbours(facts, graph.edges)
    behind = Counter(target for targets in ahead.values() for target in targets)
    broken = Counter(edge.source for edge in graph.edges if edge.broken)
    clicks = clicks_from(graph.start, ahead)
    cards = []
    for path, one in facts.items():
        severities = Counter(finding.severity for finding in found[path])
        deductions = deductions_of(found[path])
        score, cap = score_of(deductions)
        age = known.ages[path]
        cards.append(
            Scorecard(
                path=path,
                title=one.title,
                type=known.types.get(path, ""),
                lines=one.lines,
                words=one.words,
                bytes=one.size,
                owner=owner_of(one),
                updated=age.updated,
                changed=age.changed,
                schedule_days=age.schedule_days,
                age_days=age.days,
                freshness=age.state,
                indexed=known.indexed.get(path),
                clicks=clicks.get(path),
                links_in=behind[path],
                links_out=len(ahead[path]),
                broken=broken[path],
                errors=severities["error"],
                warnings=severities["warning"],
                infos=severities["info"],
                verified=verdicts[path, "verified"],
                contradicted=verdicts[path, "contradicted"],
                unverifiable=verdicts[path, "unverifiable"],
                score=score,
                cap=cap,
                grade=grade_of(score),
                deductions=deductions,
            )
        )
    return tuple(cards)
