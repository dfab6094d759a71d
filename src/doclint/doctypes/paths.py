"""Patterns of paths in document types: as in .gitignore, whatever the case."""

import re
from functools import cache

_SPECIAL = re.compile(r"(\*\*/|/\*\*$|\*|\?|\[(?:0-9|a-z|-?[^\]\\^!-]+)\])")
_MEANINGS = {"**/": "(?:.*/)?", "/**": "/.*", "*": "[^/]*", "?": "[^/]"}


def matching(patterns: tuple[str, ...], path: str) -> str:
    """The first of these patterns that fits a path in small letters; empty if none does."""
    compiled, singles = _compiled(patterns)
    if not compiled.match(path):
        return ""
    return next(pattern for pattern, single in zip(patterns, singles, strict=True) if single.match(path))


@cache
def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], tuple[re.Pattern[str], ...]]:
    """All patterns as one expression, and each for itself."""
    singles = [glob(pattern.casefold()) for pattern in patterns]
    return re.compile("|".join(f"(?:{single})" for single in singles)), tuple(map(re.compile, singles))


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
