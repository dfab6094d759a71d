"""The claims of the set with their verdicts, who answers for what no file can show, and what is left for a person."""

import datetime
from collections.abc import Container, Iterable
from typing import TYPE_CHECKING

from doclint.audit.values import Acceptance, Claim, Evidence, ManualCheck, Phase
from doclint.settings import Accepted

if TYPE_CHECKING:
    from doclint.verify import JudgedClaim


_DECLARED = {"field", "date"}  # owner, version, date: a document says so of itself, nobody can look behind it


def claims_of(
    judged: "Iterable[JudgedClaim]", documents: Iterable[str], accepted: Iterable[Accepted], today: datetime.date
) -> tuple[Claim, ...]:
    """The claims these documents make."""
    wanted = frozenset(documents)
    in_force = [one for one in accepted if not one.until or one.until >= today.isoformat()]
    return tuple(_claim(one, in_force) for one in judged if one.path in wanted)


def _claim(one: "JudgedClaim", accepted: Iterable[Accepted]) -> Claim:
    answered = _acceptance(one, accepted) if one.verdict == "unverifiable" else None
    return Claim(
        path=one.path,
        line=one.span.line,
        column=one.span.column,
        end_line=one.span.end_line,
        end_column=one.span.end_column,
        text=one.text,
        kind=one.kind,
        subject=one.subject,
        claimed=one.claimed,
        unit=one.unit,
        comparator=one.comparator,
        measured=one.measured,
        verdict=one.verdict,
        evidence=tuple(Evidence(path=seen.path, line=seen.line, value=seen.value) for seen in one.evidence),
        rule=one.rule,
        accepted=answered,
    )


def _acceptance(claim: "JudgedClaim", accepted: Iterable[Accepted]) -> Acceptance | None:
    for one in accepted:
        if one.claim.casefold() in claim.text.casefold() and one.path in (None, claim.path):
            return Acceptance(by=one.by, date=one.date or "", reason=one.reason)
    return None


def sources_of(claims: Iterable[Claim], phase: Phase) -> frozenset[str]:
    """
    The documents that speak for the phase: its summaries and indexes, else whatever makes claims.

    A report on a load test states numbers too; they are about the product, not about the documentation.
    """
    return frozenset((*phase.summaries, *phase.indexes)) or frozenset(claim.path for claim in claims)


def manual_checks(claims: Iterable[Claim], sources: Container[str]) -> tuple[ManualCheck, ...]:
    """What the documents that speak for the phase say and nobody could check: a person must."""
    return tuple(
        ManualCheck(
            path=claim.path,
            line=claim.line,
            text=claim.text,
            why="; ".join(seen.value for seen in claim.evidence if seen.value) or "no file of the project shows it",
            accepted=claim.accepted,
        )
        for claim in claims
        if claim.verdict == "unverifiable" and claim.path in sources and claim.rule not in _DECLARED
    )
