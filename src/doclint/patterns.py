"""Expressions from settings, refused when some text could make them run away."""

import re
from collections.abc import Iterator, Sequence
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_LONGEST = 1000  # characters of a pattern
_MOST_OPEN = 4  # repeats without an upper bound
_SAMPLE = "".join(map(chr, range(32, 127))) + "\t\näßéΩж中“”–…"
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)


def compiled(pattern: str, *, ignore_case: bool = False) -> re.Pattern[str]:
    """
    A pattern that needs time linear in a line's length, or close to it.

    Raises:
        ValueError: It is none, or refers back, or repeats what itself repeats in a way that can run away.
    """
    if len(pattern) > _LONGEST:
        raise ValueError(f"a pattern of more than {_LONGEST:,} characters")
    try:
        tree = parser.parse(pattern)
        made = re.compile(pattern, re.IGNORECASE if ignore_case else 0)
    except (re.error, OverflowError, RecursionError) as error:
        raise ValueError(f"not a pattern: {error}") from error
    _check(list(tree))
    return made


def _check(tree: Sequence[Any]) -> None:
    nodes = list(_all(tree))
    if any(kind in (op.GROUPREF, op.GROUPREF_EXISTS) for kind, _ in nodes):
        raise ValueError("a pattern may not refer back to a group")
    open_repeats = [value for kind, value in nodes if kind in _REPEATS and value[1] is op.MAXREPEAT]
    if len(open_repeats) > _MOST_OPEN:
        raise ValueError(f"more than {_MOST_OPEN} repeats without an upper bound")
    for kind, value in nodes:
        if kind in _REPEATS and value[1] > 1 and _is_ambiguous(list(value[2])):
            raise ValueError("a repeat of what itself repeats or has alternatives can run away; say it without nesting")


def _all(tree: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    for kind, value in tree:
        yield kind, value
        for inner in _inner(kind, value):
            yield from _all(inner)


def _inner(kind: Any, value: Any) -> list[list[Any]]:
    if kind in _REPEATS:
        return [list(value[2])]
    if kind is op.SUBPATTERN:
        return [list(value[3])]
    if kind is op.BRANCH:
        return [list(branch) for branch in value[1]]
    if kind in (op.ASSERT, op.ASSERT_NOT):
        return [list(value[1])]
    return [list(value)] if kind is getattr(op, "ATOMIC_GROUP", None) else []


def _is_ambiguous(tree: list[Any]) -> bool:
    """Can a repeat of this split a text in two ways? Not if each round has a character nothing else in it takes."""
    flat = [item for kind, value in tree for item in (list(value[3]) if kind is op.SUBPATTERN else [(kind, value)])]
    inner = [(kind, value) for kind, value in flat if kind in _REPEATS and value[0] != value[1]]
    branches = [value for kind, value in flat if kind is op.BRANCH]
    if any(kind is op.SUBPATTERN for kind, _ in flat) or any(not _are_told_apart(value[1]) for value in branches):
        return True
    fixed = [_characters(kind, value) for kind, value in flat if kind in (op.LITERAL, op.NOT_LITERAL, op.IN)]
    for _, (_, _, repeated) in inner:
        taken = frozenset().union(*(_characters(kind, value) for kind, value in repeated))
        if not any(ending and not ending & taken for ending in fixed):
            return True
    return False


def _are_told_apart(branches: Sequence[Any]) -> bool:
    """Do alternatives start with different characters, and repeat nothing?"""
    first = [next(iter(branch)) for branch in branches if len(branch)]
    letters = [value for kind, value in first if kind is op.LITERAL]
    simple = all(kind is op.LITERAL for branch in branches for kind, _ in branch)
    return simple and len(letters) == len(branches) == len(set(letters))


def _characters(kind: Any, value: Any) -> frozenset[str]:
    """The sample characters that an item of a pattern can stand for; all when it is not a plain one."""
    if kind is op.LITERAL:
        return frozenset(chr(value))
    if kind in (op.IN, op.ANY, op.NOT_LITERAL):
        one = re.compile("." if kind is op.ANY else _written(kind, value), re.DOTALL)
        return frozenset(filter(one.fullmatch, _SAMPLE))
    return frozenset(_SAMPLE)


def _written(kind: Any, value: Any) -> str:
    if kind is op.NOT_LITERAL:
        return f"[^{re.escape(chr(value))}]"
    parts = []
    for item, content in value:
        if item is op.NEGATE:
            parts.append("^")
        elif item is op.LITERAL:
            parts.append(re.escape(chr(content)))
        elif item is op.RANGE:
            parts.append(f"{re.escape(chr(content[0]))}-{re.escape(chr(content[1]))}")
        elif item is op.CATEGORY:
            parts.append(_CATEGORIES[content])
    return f"[{''.join(parts)}]"


_CATEGORIES = {
    op.CATEGORY_DIGIT: r"\d",
    op.CATEGORY_NOT_DIGIT: r"\D",
    op.CATEGORY_SPACE: r"\s",
    op.CATEGORY_NOT_SPACE: r"\S",
    op.CATEGORY_WORD: r"\w",
    op.CATEGORY_NOT_WORD: r"\W",
}
