"""What a document's own numbers add up to: evidence for a total that no file can be measured for."""

import re
from functools import cached_property

from doclint.claims import Claim

TOTAL = re.compile(r"\bsum of\b|\b(?:total|overall|combined|all|cumulative|altogether)\b", re.IGNORECASE)
_MOST_TOTALS = 50  # of one kind that are tried


def is_total(claim: Claim) -> bool:
    """Does it speak of all rather than of one?"""
    return TOTAL.search(claim.subject.replace("_", " ")) is not None


class OwnNumbers:
    """The claims of one document by kind and section."""

    def __init__(self, claims: tuple[Claim, ...]) -> None:
        self._claims = claims

    @cached_property
    def lists(self) -> dict[str, tuple[tuple[Claim, ...], ...]]:
        """By kind: the claims of each section that are parts of something, those of one subject once."""
        found: dict[str, dict[int, dict[str, Claim]]] = {}
        for claim in self._claims:
            if claim.low and claim.high is None and not claim.planned and not is_total(claim):
                found.setdefault(claim.kind, {}).setdefault(claim.section, {})[claim.subject] = claim
        return {kind: tuple(tuple(one.values()) for one in sections.values()) for kind, sections in found.items()}

    @cached_property
    def _sums(self) -> dict[str, tuple[tuple[tuple[Claim, ...], float, dict[int, float]], ...]]:
        return {kind: tuple(map(_summed, lists)) for kind, lists in self.lists.items()}

    def totals(self, kind: str) -> tuple[Claim, ...]:
        """The distinct totals of a kind, the first of each value."""
        return self._totals.get(kind, ())

    @cached_property
    def _totals(self) -> dict[str, tuple[Claim, ...]]:
        found: dict[str, dict[float, Claim]] = {}
        for claim in self._claims:
            if claim.low:
                found.setdefault(claim.kind, {}).setdefault(claim.low, claim)
        return {kind: tuple(values.values())[:_MOST_TOTALS] for kind, values in found.items()}

    @cached_property
    def file_counts(self) -> frozenset[int]:
        """The numbers of files it speaks of."""
        counts = (claim for claim in self._claims if claim.kind == "file_count" and claim.high is None)
        return frozenset(int(claim.low) for claim in counts if claim.low)

    @cached_property
    def files_on(self) -> dict[int, int]:
        """The number of files a line speaks of, by line."""
        counts = [claim for claim in self._claims if claim.rule == "files" and claim.low and claim.high is None]
        return {claim.span.line: int(claim.low or 0) for claim in reversed(counts)}

    @cached_property
    def lines_with_files(self) -> frozenset[int]:
        """Lines that name a file."""
        return frozenset(claim.span.line for claim in self._claims if claim.rule == "file")

    def parts_of(self, claim: Claim, *, with_totals: bool) -> tuple[Claim, ...]:
        """The claims that add up to this one: one list without its own line, and one total beside it if asked for."""
        if claim.low is None:
            return ()
        slack = max(claim.step / 2, 1e-6)
        for parts, total, by_line in self._sums.get(claim.kind, ()):
            value = total - by_line.get(claim.span.line, 0.0)
            left = claim.low - value
            others = self.totals(claim.kind) if with_totals else ()
            extra = next((one for one in others if abs((one.low or 0.0) - left) < slack), None)
            is_whole = abs(left) < slack
            if not is_whole and extra is None:
                continue
            found = tuple(one for one in parts if one.span.line != claim.span.line)
            if len(found) > 1:
                return found if is_whole or extra is None else (*found, extra)
        return ()


def _summed(parts: tuple[Claim, ...]) -> tuple[tuple[Claim, ...], float, dict[int, float]]:
    by_line: dict[int, float] = {}
    for claim in parts:
        by_line[claim.span.line] = by_line.get(claim.span.line, 0.0) + (claim.low or 0.0)
    return parts, sum(by_line.values()), by_line
