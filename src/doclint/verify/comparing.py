"""Is a measured number the one that was claimed, as precisely as the wording means it?"""

import math

from doclint.claims import Claim

ABOUT = 0.05  # what `~` forgives
_NOISE = 1e-9


def agrees(claim: Claim, measured: float) -> bool:
    """Does the number satisfy the claim: its comparator, its range, its last digit?"""
    if claim.low is None:
        return False
    if claim.step > 1 and claim.unit.lower().endswith(("b", "byte", "bytes")):
        return any(_agrees(claim, measured * scale, claim.step) for scale in _scales(claim)) or _rounded_up(
            claim, measured
        )
    is_rounded = claim.kind in ("average", "percent", "ratio") or claim.step > 1  # `30k words`
    return _agrees(claim, measured, claim.step if is_rounded else 0.0)


def _rounded_up(claim: Claim, measured: float) -> bool:
    """As `ls -h` and `du -h` print sizes: whole units of 1024, rounded up."""
    if claim.comparator != "=" or claim.low is None or claim.high is not None or claim.step < 1000:
        return False
    return claim.low - claim.step < measured * _scales(claim)[-1] <= claim.low


def _scales(claim: Claim) -> tuple[float, ...]:
    """A size in KB may mean 1000 or 1024 bytes, in KiB it is 1024; the claim holds it by 1000."""
    binary = (1000 / 1024) ** (1 + "KMGT".find(claim.unit[0].upper()))
    return (binary,) if claim.unit[1:3] == "iB" else (1.0, binary)


def _agrees(claim: Claim, measured: float, step: float) -> bool:
    low = claim.low
    assert low is not None  # the caller has looked
    if claim.high is not None:
        slack = ABOUT * claim.high if claim.comparator == "~" else 0.0
        return low - slack - _NOISE <= measured <= claim.high + slack + _NOISE
    match claim.comparator:
        case ">=":
            return measured >= low - _NOISE
        case ">":
            return measured > low
        case "<=":
            return measured <= low + _NOISE
        case "<":
            return measured < low
        case "~":
            return abs(measured - low) <= max(ABOUT * low, step)
    return abs(measured - low) < _NOISE + (_rounding(measured, low, step) if step else 0.0)


def _rounding(measured: float, claimed: float, step: float) -> float:
    """How far a number may be from what was rounded to it, or cut to it."""
    return step if measured >= claimed else step / 2 + _NOISE


def same(one: float, other: float) -> bool:
    """Equal but for the noise of adding up."""
    return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-6)


def number(value: float) -> str:
    """A number as a reader writes it."""
    return f"{value:,.0f}" if abs(value - round(value)) < 0.005 else f"{value:,.2f}"
