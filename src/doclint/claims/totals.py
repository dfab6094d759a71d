"""A total at the end of a list, a block or a table is the sum of what stands above it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

import msgspec

from doclint.claims import wording
from doclint.claims.claim import Claim, Term
from doclint.claims.statements import Statement
from doclint.claims.tables import row_name

_SUMMABLE = frozenset({"line_count", "byte_size", "word_count", "file_count", "item_count"})


def with_totals(claims: Iterable[Claim], statements: tuple[Statement, ...]) -> Iterator[Claim]:
    """The same claims; totals know what they are the sum of: what is above them, else the totals above."""
    parents = _parents(statements)
    by_line = {statement.span.line: statement for statement in statements if statement.group}
    rows = Counter(one.group for one in by_line.values() if one.cells and not _is_total(row_name(one)))
    parts: dict[tuple[int, str], list[Term]] = {}
    totals: dict[tuple[int, str], list[Term]] = {}
    for claim in claims:
        statement = by_line.get(claim.span.line)
        if claim.low is None or claim.kind not in _SUMMABLE or statement is None:
            yield claim
            continue
        counted = claim.unit.lower() if claim.kind == "item_count" and not claim.column else claim.column
        key = (statement.group, f"{claim.kind} {counted} {parents.get(statement.span.line, 0)}")
        here = parts.setdefault(key, [])
        term = Term(claim.low, claim.span.line, claim.subject)
        if not _is_total(claim.subject):
            here.append(term)
            yield claim
            continue
        above = tuple(here or (totals.get(key, ()) if statement.cells else ()))
        totals.setdefault(key, []).append(term)
        gaps = statement.cells and len({each.line for each in here}) < rows[statement.group]
        here.clear()
        is_sum = len(above) > 1 and not gaps
        yield msgspec.structs.replace(claim, kind="sum", rule="sum", terms=above) if is_sum else claim


def _parents(statements: tuple[Statement, ...]) -> dict[int, int]:
    """The line of the key that each line of a data block stands below, 0 for none."""
    found: dict[int, int] = {}
    above: list[Statement] = []
    for statement in statements:
        if statement.block and not statement.tree:
            while above and (above[-1].group != statement.group or above[-1].depth >= statement.depth):
                above.pop()
            found[statement.span.line] = above[-1].span.line if above else 0
            above.append(statement)
    return found


@lru_cache(maxsize=4096)
def _is_total(subject: str) -> bool:
    return bool(wording.TOTAL.search(subject.replace("_", " ")))
