"""Patterns of paths, as .gitignore means them. Endings (`*.md`) are matched without loading a library."""

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from doclint.errors import ConfigError

_ENDING = re.compile(r"\*(\.[\w.-]+)")


def is_pattern(text: str) -> bool:
    """Can this be a pattern?"""
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([text])
    except (ValueError, re.error):
        return False
    return True


class Globs:
    """Does any of these patterns match a path? A later `!pattern` takes back."""

    def __init__(self, patterns: Iterable[str]) -> None:
        self._patterns = tuple(patterns)
        endings = [_ENDING.fullmatch(pattern) for pattern in self._patterns]
        self._endings = tuple(ending.group(1) for ending in endings if ending)
        self._only_endings = all(endings)

    def match(self, path: str) -> bool:
        """Does a POSIX path, relative to the project root, match?"""
        if self._only_endings:
            return path.endswith(self._endings)
        return bool(self._spec.match_file(path))

    @cached_property
    def _spec(self) -> Any:
        from pathspec import GitIgnoreSpec

        wrong = next((pattern for pattern in self._patterns if not is_pattern(pattern)), None)
        if wrong is not None:
            raise ConfigError(f"'{wrong}' is not a path pattern (.gitignore syntax)")
        return GitIgnoreSpec.from_lines(self._patterns)
