"""Expressions from settings: those that could run away are refused, those that people write are not."""

import pytest

from doclint.patterns import compiled
from tests.effort import within


@pytest.mark.parametrize(
    "pattern",
    [
        r"\bwhite ?list\b",
        r"^[A-Z][^.!?]*$",
        r"(?:\d+\.){3}\d+",
        r"(?:\w+\s)*end",
        r"(?:foo|bar)+",
        r"https?://[^\s)]+",
        r"TODO(?!\(\w+\))",
        r"[A-Z]+-\d+",
        r".*deprecated.*",
        r"(?i)utili[sz]e",
        r"a{2,5}",
        "",
    ],
)
def test_what_people_write(pattern: str) -> None:
    assert compiled(pattern).pattern == pattern


@pytest.mark.parametrize(
    "pattern",
    [
        r"(a+)+$",
        r"(a*)*b",
        r"(?:a|a)*b",
        r"(?:a|ab)+c",
        r"(?:.*,)*x",
        r"(\w+\w)*!",
        r"(?:(?:a+))+b",
        r"(a?){40}b",
        r"([a-z]+)*\d",
        r"(x+x+)+y",
        r"(a)\1",
        r".*.*.*.*.*x",
        r"(",
        r"[z-a]",
        "a" * 1001,
        r"(?:" * 600 + r")" * 600,
        r"a{1,99999999999999999999}",
    ],
)
def test_what_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        compiled(pattern)


def test_what_is_accepted_is_quick_on_hostile_lines() -> None:
    lines = ["a" * 1000, "a1" * 500, "1." * 500, "a " * 500, "foobar" * 160 + "x", " " * 1000, "-" * 1000]
    patterns = [r"(?:\d+\.){3}\d+", r"(?:\w+\s)*end", r"(?:foo|bar)+z", r".*deprecated.*x", r"[A-Z]+-\d+"]
    with within(2):
        for pattern in patterns:
            for line in lines:
                compiled(pattern).search(line)
