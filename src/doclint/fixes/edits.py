"""Edits carried out on bytes, so that nothing outside of them changes."""

import re
from collections.abc import Iterable

from doclint.model import Edit

_LINE_END = re.compile(rb"\r\n|\r|\n")
_BOM = b"\xef\xbb\xbf"


def apply(raw: bytes, edits: Iterable[Edit]) -> bytes:
    """
    The bytes with the edits made; line ends in new text are those of the line it begins on.

    Raises:
        ValueError: The bytes are not UTF-8, a place is not in them, or two edits overlap.
    """
    lines = _Lines(raw)
    pieces: list[bytes] = []
    done = 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        span = edit.span
        start, end = lines.offset(span.line, span.column), lines.offset(span.end_line, span.end_column)
        if start < done or end < start:
            raise ValueError("edits overlap")
        pieces += [raw[done:start], edit.text.encode().replace(b"\n", lines.end_of(span.line))]
        done = end
    return b"".join([*pieces, raw[done:]])


class _Lines:
    """Places in bytes by line and column, both from 1, columns in code points."""

    def __init__(self, raw: bytes) -> None:
        raw.decode()  # a file that is not UTF-8 is never rewritten
        ends = list(_LINE_END.finditer(raw))
        first = len(_BOM) if raw.startswith(_BOM) else 0
        self._starts = [first, *(match.end() for match in ends)]
        self._stops = [*(match.start() for match in ends), len(raw)]
        self._marks = [match.group() for match in ends]
        self._raw = raw

    def offset(self, line: int, column: int) -> int:
        """Of a place in the bytes; just after the last line end is the line that would follow."""
        if not 1 <= line <= len(self._starts):
            raise ValueError(f"there is no line {line}")
        start, stop = self._starts[line - 1], self._stops[line - 1]
        before = self._raw[start:stop].decode()[: column - 1]
        if len(before) < column - 1:
            raise ValueError(f"line {line} has no column {column}")
        return start + len(before.encode())

    def end_of(self, line: int) -> bytes:
        """How a line ends; the last one like the first."""
        marks = self._marks
        return marks[line - 1] if line <= len(marks) else marks[0] if marks else b"\n"
