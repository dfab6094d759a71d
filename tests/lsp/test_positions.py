"""Columns of the protocol are counted in units the client chose; ours in code points."""

import pytest

pytest.importorskip("lsprotocol", reason="the lsp extra is not installed")

from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position

from doclint.lsp.positions import Positions
from doclint.model import Span


@pytest.mark.parametrize(
    ("encoding", "character"),
    [
        pytest.param("utf-8", 8, id="bytes"),
        pytest.param("utf-16", 5, id="an astral character is two units"),
        pytest.param("utf-32", 4, id="code points"),
    ],
)
def test_a_column_after_an_emoji_and_an_accent(encoding: str, character: int) -> None:
    positions = Positions("x\naé🚨b rest", encoding)

    found = positions.range(Span(2, 1, 2, 5))

    assert (found.start, found.end) == (Position(1, 0), Position(1, character))


def test_only_the_line_ends_of_markdown_end_a_line() -> None:
    positions = Positions("a\u2028b\x0bc\r\nd\re", "utf-16")

    assert positions.lines == ["a\u2028b\x0bc", "d", "e"]


def test_what_lies_beyond_the_text_is_its_edge() -> None:
    positions = Positions("ab\nc", "utf-16")

    assert positions.place(Position(9, 9)) == (2, 2)
    assert positions.place(Position(0, 99)) == (1, 3)
    assert positions.position(9, 1) == Position(1, 1)


@given(st.text(st.characters(blacklist_categories=["Cs"])), st.sampled_from(["utf-8", "utf-16", "utf-32"]), st.data())
def test_there_and_back(text: str, encoding: str, data: st.DataObject) -> None:
    positions = Positions(text, encoding)
    line = data.draw(st.integers(1, len(positions.lines)))
    column = data.draw(st.integers(1, len(positions.lines[line - 1]) + 1))

    assert positions.place(positions.position(line, column)) == (line, column)
