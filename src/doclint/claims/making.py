"""Statements → claims: all are made here."""

from collections.abc import Sequence

from doclint.claims.claim import Claim, Kind, Term
from doclint.claims.quantities import Quantity
from doclint.claims.statements import Statement


def made(
    statement: Statement,
    kind: Kind,
    rule: str,
    claimed: str,
    *,
    about: Sequence[str],
    subject: str,
    text: str = "",
    noun: str = "",
    unit: str = "",
    near: str = "",
    items: tuple[str, ...] = (),
    terms: tuple[Term, ...] = (),
    quantity: Quantity | None = None,
    low: float | None = None,
    high: float | None = None,
    planned: bool = False,
    tentative: bool = False,
) -> Claim:
    """A claim at the place of a statement; `text` is what is claimed unless given, a quantity gives its number."""
    return Claim(
        kind=kind,
        rule=rule,
        text=text or claimed,
        span=statement.span,
        subject=subject,
        claimed=claimed,
        section=statement.section,
        about=tuple(about),
        noun=noun,
        unit=unit,
        near=near,
        items=items,
        terms=terms,
        comparator=quantity.comparator if quantity else "=",
        low=quantity.low if quantity else low,
        high=quantity.high if quantity else high,
        step=quantity.step if quantity else 0.0,
        planned=planned,
        tentative=tentative,
    )
