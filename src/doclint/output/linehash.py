"""The fingerprint of a line as GitHub code scanning computes it, so that its own and ours never disagree."""

import sys
from collections import Counter
from collections.abc import Iterator

_LENGTH = 100  # code units that a hash covers, from the start of the line on into the lines that follow
_BASE = 37
_MASK = (1 << 64) - 1
_SHIFT = pow(_BASE, _LENGTH, 1 << 64)
_SPACE, _TAB, _NEWLINE, _RETURN, _END = 32, 9, 10, 13, 65535


def line_hashes(raw: bytes) -> dict[int, str]:
    """
    1-based line number → `hash:n`, the nth line with this hash.

    Over UTF-16 code units without blanks, every line end a newline, a final 65535: a polynomial of base 37
    modulo 2^64 over 100 units, zeros where the file ends before.
    """
    units, starts = _units(raw.decode("utf-8", "replace"))
    sums = [0]
    total = 0
    for unit in (*units, *([0] * _LENGTH)):
        total = (total * _BASE + unit) & _MASK
        sums.append(total)
    seen: Counter[str] = Counter()
    hashes = {}
    for line, start in enumerate(starts, 1):
        value = f"{(sums[start + _LENGTH] - sums[start] * _SHIFT) & _MASK:x}"
        seen[value] += 1
        hashes[line] = f"{value}:{seen[value]}"
    return hashes


def _units(text: str) -> tuple[list[int], list[int]]:
    """The code units that count, and where among them each line starts."""
    units: list[int] = []
    starts: list[int] = []
    at_start = True
    for unit in _normalised(text):
        if unit in (_SPACE, _TAB):
            continue
        if at_start:
            starts.append(len(units))
        at_start = unit == _NEWLINE
        units.append(unit)
    return units, starts


def _normalised(text: str) -> Iterator[int]:
    after_return = False
    raw = text.encode(f"utf-16-{sys.byteorder[0]}e", "surrogatepass")
    for unit in (*memoryview(raw).cast("H"), _END):
        if unit == _NEWLINE and after_return:
            after_return = False
            continue
        after_return = unit == _RETURN
        yield _NEWLINE if after_return else unit
