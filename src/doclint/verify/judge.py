"""What judges of single rules share: the document, its library, the pages of others, and how a judgement is made."""

from collections.abc import Iterable
from functools import cached_property

from msgspec import Struct

from doclint.claims import Claim, Term
from doclint.facts import Facts
from doclint.links.graph import LinkGraph, link_graph
from doclint.verify.comparing import agrees, number
from doclint.verify.counting import Inventory, Tally
from doclint.verify.judged import Evidence, Verdict
from doclint.verify.library import Library, Shelf
from doclint.verify.own import OwnNumbers
from doclint.verify.passages import Pages


class Judgement(Struct, frozen=True, gc=False):
    """`measured` is empty when nothing was; then the evidence says why."""

    verdict: Verdict
    measured: str
    evidence: tuple[Evidence, ...]


class Judge:
    """Where the claims of one document are judged; the others are shared by all documents of the project."""

    def __init__(self, shelf: Shelf, facts: Facts, pages: dict[str, Pages], inventories: dict[str, Inventory]) -> None:
        self.project = shelf.project
        self.facts = facts
        self.path = facts.path
        self.library = Library(shelf, facts)
        self.own = OwnNumbers(facts.claims.claims)
        self._pages = pages
        self._inventories = inventories
        self._tallied: dict[str, dict[str, Tally]] = {}

    @property
    def graph(self) -> LinkGraph:
        """Who links to what."""
        return self.project.ask(link_graph)

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

    def pages(self, path: str) -> Pages | None:
        """A document to search, None for what is none."""
        if path not in self._pages:
            facts = self.project.facts.get(path)
            if facts is None:
                return None
            self._pages[path] = Pages(facts, self.library.text(path), self.dead_entries(path))
        return self._pages[path]

    def inventory(self, path: str) -> Inventory:
        """What a document has to be counted."""
        if path not in self._inventories:
            self._inventories[path] = Inventory(self.project.facts[path], self.library.text(path) or "")
        return self._inventories[path]

    def tallied(self, noun: str) -> dict[str, Tally]:
        """The documents listed that surely hold some of what a noun names, and how many."""
        if noun not in self._tallied:
            tallies = {path: self.inventory(path).surely(noun) for path in self.library.documents}
            self._tallied[noun] = {path: tally for path, tally in tallies.items() if tally is not None}
        return self._tallied[noun]

    def dead_entries(self, path: str) -> list[tuple[str, int]]:
        """Links of a document to places in itself that do not exist, with their lines."""
        facts = self.project.facts.get(path)
        if facts is None:
            return []
        anchors = [self.graph.anchors(path, profile) for profile in self.graph.profiles(path)]
        return [
            (link.text, link.span.line)
            for link in facts.links
            if len(link.target) > 1
            and link.target.startswith("#")
            and not any(link.target[1:].lower() in known for known in anchors)
        ]

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
