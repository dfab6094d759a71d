"""A total at the end of a list, a block or a table is the sum of what stands above it."""

from collections.abc import Iterable, Iterator

import msgspec

from doclint.claims import wording
from doclint.claims.claim import Claim, Term
from doclint.claims.statements import Statement

_SUMMABLE = frozenset({"line_count", "byte_size", "word_count", "file_count", "item_count"})


def with_totals(claims: Iterable[Claim], statements: tuple[Statement, ...]) -> Iterator[Claim]:
    """The same claims; totals know what they are the sum of: what is above them, else the totals above."""
    group_of = {statement.span.line: statement.group for statement in statements}
    parts: dict[tuple[int, str], list[Term]] = {}
    totals: dict[tuple[int, str], list[Term]] = {}
    for claim in claims:
        group = group_of.get(claim.span.line, 0)
        if claim.low is None or claim.kind not in _SUMMABLE or not group:
            yield claim
            continue
        counted = claim.unit.lower() if claim.kind == "item_count" and not claim.column else claim.column
        key = (group, f"{claim.kind} {counted}")
        here = parts.setdefault(key, [])
        term = Term(claim.low, claim.span.line, claim.subject)
        if not wording.TOTAL.search(claim.subject.replace("_", " ")):
            here.append(term)
            yield claim
            continue
        above = tuple(here or totals.get(key, ()))
        totals.setdefault(key, []).append(term)
        here.clear()
        yield msgspec.structs.replace(claim, kind="sum", rule="sum", terms=above) if len(above) > 1 else claim
