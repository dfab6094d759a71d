"""The range of a destination in the source, for every form of link."""

import pytest

from doclint.facts import facts_of
from doclint.markdown import parse


@pytest.mark.parametrize(
    ("source", "written"),
    [
        pytest.param("[x](a.md)", "a.md", id="inline"),
        pytest.param("[x]( a.md )", "a.md", id="spaces"),
        pytest.param('[x](a.md "see [y](z)")', "a.md", id="a title with a link in it"),
        pytest.param("[x](a.md 'b' )", "a.md", id="a title in single quotes"),
        pytest.param("[x](a.md\n'b')", "a.md", id="a title on the next line"),
        pytest.param("[x](<a b.md>)", "a b.md", id="angle brackets"),
        pytest.param("[x](a\\_b.md)", "a\\_b.md", id="an escape"),
        pytest.param("[x](a&amp;b.md)", "a&amp;b.md", id="an entity"),
        pytest.param("[x](a.md?b&timestamp=1)", "a.md?b&timestamp=1", id="no entity without its semicolon"),
        pytest.param('[x](y "](y")', "y", id="a title that looks like an end"),
        pytest.param("[x](a(b).md)", "a(b).md", id="parentheses"),
        pytest.param("[`](b.md)` x](a.md)", "a.md", id="code in the text"),
        pytest.param("![x](a.png)", "a.png", id="image"),
        pytest.param("[x][r]\n\n[r]: <some where.md> 't'", "some where.md", id="reference"),
        pytest.param("[X  y][]\n\n[x y]: a.md", "a.md", id="collapsed reference"),
        pytest.param("[r]\n\n[R]: a.md\n[r]: b.md", "a.md", id="shortcut, first definition"),
        pytest.param("<https://a.example/x>", "https://a.example/x", id="autolink"),
        pytest.param("see https://a.example/x.", "https://a.example/x", id="bare"),
        pytest.param('<a href="a.md">x</a>', "a.md", id="HTML"),
        pytest.param("<img src='a.png'>", "a.png", id="HTML in single quotes"),
        pytest.param("> - [x](a.md)", "a.md", id="in a quote"),
        pytest.param("é 🚀 [x](a.md)", "a.md", id="after wide characters"),
        pytest.param("[x]()", "", id="empty"),
        pytest.param('<img srcset="a.png 1x, b.png 2x">', "a.png", id="one of several"),
    ],
)
def test_the_destination_is_at(source: str, written: str | None) -> None:
    document = parse("x.md", source.encode())
    link = facts_of(document).links[0]

    place = link.destination

    found = place and document.line(place.line)[place.column - 1 : place.end_column - 1]
    assert found == written
