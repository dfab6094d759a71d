"""Statements → claims that carry no quantity."""

from doclint.claims.claim import Claim, Kind, Term
from doclint.claims.statements import Statement


def made(
    statement: Statement,
    kind: Kind,
    rule: str,
    claimed: str,
    *,
    about: tuple[str, ...],
    subject: str,
    text: str = "",
    noun: str = "",
    items: tuple[str, ...] = (),
    terms: tuple[Term, ...] = (),
    low: float | None = None,
    planned: bool = False,
    tentative: bool = False,
) -> Claim:
    """A claim at the place of a statement; `text` is what is claimed unless given."""
    return Claim(
        kind=kind,
        rule=rule,
        text=text or claimed,
        span=statement.span,
        subject=subject,
        claimed=claimed,
        section=statement.section,
        about=about,
        noun=noun,
        items=items,
        terms=terms,
        low=low,
        planned=planned,
        tentative=tentative,
    )
