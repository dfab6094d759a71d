"""What a percentage is worked out from: a fraction, two numbers, a change from one to another beside it."""

import re
from collections.abc import Sequence
from functools import lru_cache

from doclint.claims.claim import Term
from doclint.claims.quantities import DURATIONS, Quantity

FRACTION = re.compile(r"(?<![\w./,-])(\d[\d,]*(?:\.\d+)?)\s?(?:/|of|out of)\s?(\d[\d,]*)(?![\w/-]|[.,]\d)")
_FEW_WORDS = 25  # characters between a share and its fraction
_A_CLAUSE = 70  # and when the fraction is in parentheses
_OF_TARGET = re.compile(r" ?of (?:(?:the |its )?(?:target|goal|plan|required)|\d)")
_OF_ITS_TARGET = re.compile(r" of (?:the |its )?(?=\d[\d,]*[ -][\w -]{0,20}\b(?:target|goal|plan)\b)")
_COUNT = r"\d{1,3}(?:,\d{3})+|\d+"
_CHANGE = re.compile(
    rf"(?:\bfrom ({_COUNT})(?: ([A-Za-z]+))? to |(?<![\w.,])({_COUNT})(?: ([A-Za-z]+))? ?(?:→|➜|->|=>) ?)"
    rf"({_COUNT})(?![\d.,]\d|[\w%]| ?%)(?: ([A-Za-z]+))?"
)
_AFTER_CHANGE = re.compile(r"[ ,]*[(–—=:]? ?(?:an? |by )?[+~]?")
_BEFORE_CHANGE = re.compile(r"[^().;]{0,40}\(")
_MOVED = re.compile(
    r"\b(?:reduc|sav(?:ed?|ing)|fewer|less|increas|grew|grow|more|drop|cut\b|shr[aiu]nk|rose|fell|lower|higher|down\b)",
    re.IGNORECASE,
)


def terms_of(text: str, found: Sequence[Quantity], index: int, line: int) -> tuple[Term, ...]:
    """Part and whole of the percentage `found[index]`, as far as they stand beside it."""
    share = found[index]
    fraction = next((match for match in fractions_in(text) if is_beside(match, share)), None)
    if fraction is not None:
        return tuple(Term(number(written), line, fraction.group()) for written in fraction.groups())
    others = [quantity for quantity in found[index + 1 :] if quantity.measure != "percent"]
    if len(others) == 2 and _OF_TARGET.match(text, share.end):
        return tuple(Term(quantity.low, line, quantity.number) for quantity in others)
    if others and _OF_ITS_TARGET.match(text, share.end) and _is_right_before(text, found, index, others[0]):
        return Term(found[index - 1].low, line, found[index - 1].number), Term(others[0].low, line, others[0].number)
    change = next((match for match in _changes_in(text) if _is_of(match, share)), None)
    return _difference(change, line) if change is not None else ()


def _is_right_before(text: str, found: Sequence[Quantity], index: int, whole: Quantity) -> bool:
    """`210 lines, 105% of the 200-line target`: does the share follow a number of what its target counts?"""
    before = found[index - 1] if index else None
    return (
        before is not None
        and before.measure == whole.measure
        and text[before.end : found[index].start].strip(" (–—-,") in ("", "or")
    )


@lru_cache(maxsize=64)
def fractions_in(text: str) -> tuple[re.Match[str], ...]:
    """`5/6`, `5 of 6`; around the clock is none."""
    return tuple(match for match in FRACTION.finditer(text) if match.group() != "24/7")


@lru_cache(maxsize=64)
def _changes_in(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_CHANGE.finditer(text))


def is_beside(fraction: re.Match[str], share: Quantity) -> bool:
    """`83% (5 of 6)`, `5/6 complete (83%)`: a few words apart, in one sentence; not `5/6 are at 100%`."""
    gap = fraction.string[min(fraction.end(), share.end) : max(fraction.start(), share.start)]
    if fraction.start() < share.start and not gap.endswith("("):
        return gap.strip() in ("", "=", ":", "-", "–", "→")
    most = _A_CLAUSE if gap.endswith("(") else _FEW_WORDS
    return len(gap) <= most and ". " not in gap and not gap.endswith((" at ", " with ", " to ", " by "))


def _is_of(change: re.Match[str], share: Quantity) -> bool:
    """`from 40 to 55 (+37%)`, `79% fewer (1,850 → 380)`; a sign or a word says that the share is of change."""
    text = change.string
    if share.start >= change.end():
        is_near = _AFTER_CHANGE.fullmatch(text, change.end(), share.start) is not None
    else:
        is_near = _BEFORE_CHANGE.fullmatch(text, share.end, change.start()) is not None
    signed = text[share.start] in "-−" or text[share.start - 1 : share.start] == "+"
    return is_near and (signed or _MOVED.search(text) is not None)


def _difference(change: re.Match[str], line: int) -> tuple[Term, ...]:
    """Numbers of things only: what was measured in seconds may have been rounded before it was written."""
    first, first_unit, other_first, other_unit, second, unit = change.groups("")
    before, after = number(first or other_first), number(second)
    units = {one.lower() for one in (first_unit or other_unit, unit)} - {""}
    if not before or units & DURATIONS:
        return ()
    return (
        Term(abs(after - before), line, f"{change.group(5)} - {first or other_first}"),
        Term(before, line, first or other_first),
    )


def number(text: str) -> float:
    """1,234 → 1234.0"""
    return float(text.replace(",", ""))
