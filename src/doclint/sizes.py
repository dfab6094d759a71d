"""Sizes as people write them: `2000+`, `<= 500`, `300-600`, `~1500`, `at most 64 KB`, `12 KiB`."""

import re

from msgspec import Struct

from doclint.rare import rare

_ABOUT = 0.1  # what ~ leaves on both sides
_NUMBER = r"\d[\d,_]*(?:\.\d+)?"
_SIZE = rare(
    rf"(?P<sign>[<>]=?|[≥≤~≈]|at least|at most|about|up to|target)?\s*(?P<low>{_NUMBER})\s*(?P<low_unit>[a-z]*)\s*"
    rf"(?:(?:-|–|to)\s*(?P<high>{_NUMBER})\s*(?P<unit>[a-z]*))?\s*(?P<plus>\+)?\s*(?P<last_unit>[a-z]*)",
    re.ASCII | re.IGNORECASE,
)
_UNITS = {"": 1, "k": 1000, "b": 1, "byte": 1, "bytes": 1, "kb": 1000, "mb": 1000**2, "kib": 1024, "mib": 1024**2}
_NOUNS = frozenset({"line", "lines", "word", "words", "file", "files"})
_SIGNS = {"≥": ">=", "at least": ">=", "≤": "<=", "at most": "<=", "up to": "<=", "≈": "~", "about": "~", "target": "~"}


class Size(Struct, frozen=True, gc=False):
    """From `least` to `most`, both included."""

    least: float
    most: float
    written: str

    def allows(self, measured: float) -> bool:
        """Is a size within?"""
        return self.least <= measured <= self.most


def size_of(written: str) -> Size:
    """
    A size as it was written. KB is 1,000 bytes and KiB 1,024; a size with a unit and no sign is meant as
    precisely as it is written (`24 KB`: from 23.5 to 24.5); `~` leaves a tenth.

    Raises:
        ValueError: It is no size; the message shows how one is written.
    """
    match = _SIZE.fullmatch(written.strip())
    units = {(match[name] or "").lower() for name in ("low_unit", "unit", "last_unit")} - {""} if match else set()
    known = units - _NOUNS
    if match is None or len(known) > 1 or not known <= _UNITS.keys():
        raise ValueError(f"expected a size such as 2000+, <= 500, 300-600, ~1500 or <= 64 KB, found {written!r}")
    unit = _UNITS[next(iter(known), "")]
    low = _number(match["low"]) * unit
    if match["high"]:
        return Size(low, _number(match["high"]) * unit, written)
    sign = (match["sign"] or "").lower()
    sign = ">=" if match["plus"] else _SIGNS.get(sign, sign)
    if sign == "~":
        return Size(low * (1 - _ABOUT), low * (1 + _ABOUT), written)
    if sign.startswith("<"):
        return Size(0, low if sign == "<=" else low - 1, written)
    if sign.startswith(">"):
        return Size(low if sign == ">=" else low + 1, float("inf"), written)
    step = unit / 10 ** len(match["low"].partition(".")[2]) / 2
    return Size(low - step, low + step, written)


def _number(digits: str) -> float:
    return float(digits.replace(",", "").replace("_", ""))
