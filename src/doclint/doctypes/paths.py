"""Patterns of paths in document types: as in .gitignore, whatever the case."""

import re
from functools import cache

_SPECIAL = re.compile(r"(\*\*/|/\*\*$|\*|\?|\[(?:0-9|a-z|-?[^\]\\^!-]+)\])")
_MEANINGS = {"**/": "(?:.*/)?", "/**": "/.*", "*": "[^/]*", "?": "[^/]"}


def matching(patterns: tuple[str, ...], path: str) -> str:
    """The first of these patterns that fits a path in small letters; empty if none does."""
    return next((pattern for needed, pattern in _needing(patterns) if needed in path and _fits(pattern, path)), "")


@cache
def _needing(patterns: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Each pattern after the longest text a path that fits has to have: few are ever compiled."""
    return tuple((max(_SPECIAL.split(pattern.casefold().strip("/"))[::2], key=len), pattern) for pattern in patterns)


def _fits(pattern: str, path: str) -> bool:
    return _compiled(pattern).match(path) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(glob(pattern.casefold()))


def glob(pattern: str) -> str:
    """
    A path pattern as an expression for the whole path.

    `*` and `?` stay inside a name, `**` crosses folders; without a slash a name at any depth is meant.
    """
    anchored = pattern if "/" in pattern.rstrip("/") else f"**/{pattern}"
    found = []
    for part in _SPECIAL.split(anchored.strip("/")):
        known = _MEANINGS.get(part)
        found.append(known if known is not None else part if _SPECIAL.fullmatch(part) else re.escape(part))
    return "".join(found) + r"\Z"
