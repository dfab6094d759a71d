"""Patterns of paths in document types: as in .gitignore, whatever the case."""

import re
from functools import cache

_SPECIAL = re.compile(r"(\*\*/|/\*\*$|\*|\?|\[(?:0-9|a-z|-?[^\]\\^!-]+)\])")
_MEANINGS = {"**/": "(?:.*/)?", "/**": "/.*", "*": "[^/]*", "?": "[^/]"}


def matching(patterns: tuple[str, ...], path: str) -> str:
    """The first of these patterns that fits a path in small letters; empty if none does."""
    found = _compiled(patterns).match(path)
    return patterns[(found.lastindex or 0) - 1] if found else ""


@cache
def _compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """All patterns as one expression, with a group for each."""
    return re.compile("|".join(f"({glob(pattern.casefold())})" for pattern in patterns))


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
