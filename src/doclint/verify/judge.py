"""What judges of single rules share: the document, its library, the pages of others, and how a judgement is made."""

from collections.abc import Iterable
from functools import cached_property

from msgspec import Struct

from doclint.claims import Claim, Term
from doclint.facts import Facts
from doclint.verify.comparing import agrees, number
from doclint.verify.counting import Tally
from doclint.verify.judged import Evidence, Verdict
from doclint.verify.library import Library
from doclint.verify.own import OwnNumbers
from doclint.verify.view import View


class Judgement(Struct, frozen=True, gc=False):
    """`measured` is empty when nothing was; then the evidence says why."""

    verdict: Verdict
    measured: str
    evidence: tuple[Evidence, ...]


class Judge:
    """
    Where the claims of one document are judged.

    `proving` is false for who asks but for what is not so: what nothing denies may be called unverifiable then.
    """

    def __init__(self, project: View, facts: Facts, proving: bool = True) -> None:
        self.project = project
        self.proving = proving
        self.facts = facts
        self.path = facts.path
        self.library = Library(project, facts)
        self.own = OwnNumbers(facts.claims.claims)
        self._tallied: dict[str, dict[str, Tally]] = {}

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims of the document."""
        return self.facts.claims.claims

    @cached_property
    def percentages(self) -> dict[float | None, list[Claim]]:
        """The document's percentages by their number."""
        found: dict[float | None, list[Claim]] = {}
        for claim in self.claims:
            if claim.kind == "percent":
                found.setdefault(claim.low, []).append(claim)
        return found

    def tallied(self, noun: str) -> dict[str, Tally]:
        """The documents listed that surely hold some of what a noun names, and how many."""
        if noun not in self._tallied:
            tallies = {path: self.project.inventory(path).surely(noun) for path in self.library.documents}
            self._tallied[noun] = {path: tally for path, tally in tallies.items() if tally is not None}
        return self._tallied[noun]

    def here(self, claim: Claim, value: str) -> Evidence:
        """A claim of this document as evidence."""
        return Evidence(self.path, claim.span.line, value)

    def stated(self, term: Term) -> Evidence:
        """A number of this document as evidence."""
        value = number(term.value)
        return Evidence(self.path, term.line, value if term.text == value else f"{value} ({term.text})")

    def unknown(self, claim: Claim, why: str) -> Judgement:
        """It could not be checked."""
        return Judgement("unverifiable", "", (self.here(claim, why),))


def added_up(judge: Judge, claim: Claim) -> Judgement | None:
    """A count that the document itself breaks down, and the parts give it."""
    if not claim.terms:
        return None
    return Judgement("verified", claim.claimed, tuple(judge.stated(term) for term in claim.terms))


def measured(claim: Claim, value: float, evidence: Iterable[Evidence]) -> Judgement:
    """A number against the claim."""
    return Judgement("verified" if agrees(claim, value) else "contradicted", number(value), tuple(evidence))
