"""Patterns of paths are those of .gitignore; what is none is said, or left out where git leaves it out."""

import pytest

from doclint.errors import ConfigError
from doclint.files.globs import Globs, is_pattern


@pytest.mark.parametrize(
    ("patterns", "path", "matches"),
    [
        pytest.param(["*.md"], "docs/a.txt", False, id="another ending"),
        pytest.param(["*.md"], "docs/a.md", True, id="an ending, anywhere"),
        pytest.param(["/docs/*.md"], "x/docs/a.md", False, id="anchored elsewhere"),
        pytest.param(["docs/", "!docs/keep.md"], "docs/a.md", True, id="a folder"),
    ],
)
def test_a_path_matches(patterns: list[str], path: str, matches: bool) -> None:
    assert Globs(patterns).match(path) is matches


@pytest.mark.parametrize("text", ["!", "\\", "a\\", "[z-a]"])
def test_what_is_no_pattern_is_said(text: str) -> None:
    assert not is_pattern(text)
    with pytest.raises(ConfigError, match="not a path pattern"):
        Globs([text]).match("a.md")
