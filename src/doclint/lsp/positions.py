"""Positions of the protocol and ours: it counts from 0 in units the client chose, we from 1 in code points."""

from collections.abc import Callable

from lsprotocol.types import Position, PositionEncodingKind, Range

from doclint.model import Span

_WIDTHS: dict[str, Callable[[str], int]] = {
    PositionEncodingKind.Utf8: lambda text: len(text.encode("utf-8", "surrogatepass")),
    PositionEncodingKind.Utf16: lambda text: len(text) + sum(character > "\uffff" for character in text),
    PositionEncodingKind.Utf32: len,
}


class Positions:
    """Converts both ways for one text in one encoding; what lies outside the text is moved to its edge."""

    def __init__(self, text: str, encoding: str) -> None:
        # Markdown's and the protocol's line ends; `splitlines` knows more, and would be wrong.
        self.lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self.width = _WIDTHS[encoding]

    def position(self, line: int, column: int) -> Position:
        """Our 1-based line and column, for the client."""
        if line > len(self.lines):
            return Position(len(self.lines) - 1, self.width(self.lines[-1]))
        return Position(line - 1, self.width(self.lines[line - 1][: column - 1]))

    def range(self, span: Span) -> Range:
        """A span, for the client."""
        return Range(self.position(span.line, span.column), self.position(span.end_line, span.end_column))

    def place(self, position: Position) -> tuple[int, int]:
        """The client's position as our 1-based line and column."""
        if position.line >= len(self.lines):
            return len(self.lines), len(self.lines[-1]) + 1
        text = self.lines[position.line]
        left = position.character
        for column, character in enumerate(text):
            if left <= 0:
                return position.line + 1, column + 1
            left -= self.width(character)
        return position.line + 1, len(text) + 1

    def before(self, position: Position) -> str:
        """The text of the position's line up to it."""
        line, column = self.place(position)
        return self.lines[line - 1][: column - 1]
