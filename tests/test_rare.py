"""A rare pattern is one that was compiled, but later."""

import re

import pytest

from doclint.rare import rare


@pytest.mark.parametrize("method", ["search", "match", "fullmatch", "finditer", "findall", "sub", "split"])
def test_a_pattern_does_what_it_would_do_compiled(method: str) -> None:
    arguments = ("-", "Two or three") if method == "sub" else ("Two or three",)
    pattern, compiled = rare("two|three", re.IGNORECASE), re.compile("two|three", re.IGNORECASE)

    for _ in range(2):  # the first use and the next
        assert shown(getattr(pattern, method)(*arguments)) == shown(getattr(compiled, method)(*arguments))


def shown(found: object) -> str:
    """Matches differ by nothing but what they found."""
    return str(found if isinstance(found, str | list | re.Match | None) else list(found))  # type: ignore[call-overload]


def test_a_wrong_pattern_is_told_by_its_first_use() -> None:
    wrong = rare("(")

    with pytest.raises(re.error):
        wrong.search("x")
