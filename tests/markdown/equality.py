"""What two readings of a text must have in common."""

from typing import Any

import msgspec

from doclint.markdown.nodes import Leaf
from doclint.markdown.shapes import Tree


def differences(ours: Tree, theirs: Tree) -> list[str]:
    """Where two trees are not equal, node for node; the first few, in words."""
    found = []
    for name in vars(ours):
        one, other = plain(getattr(ours, name)), plain(getattr(theirs, name))
        if one != other:
            found.append(f"{name}: {_first(one, other)}")
    return found


def plain(value: Any) -> Any:
    """A tree as lists and tuples; marks as the places they stand for, for there are several ways to write them."""
    if isinstance(value, Leaf):
        fields = {name: plain(getattr(value, name)) for name in value.__struct_fields__}
        fields["marks"] = [value.source_offset(offset) for offset in range(len(value.text))]
        return (type(value).__name__, fields)
    if isinstance(value, msgspec.Struct):
        return (type(value).__name__, {name: plain(getattr(value, name)) for name in value.__struct_fields__})
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value


def _first(one: Any, other: Any) -> str:
    if isinstance(one, list) and isinstance(other, list):
        for left, right in zip(one, other, strict=False):
            if left != right:
                return _first(left, right)
        return f"{one[len(other) :]} | {other[len(one) :]}"
    if isinstance(one, tuple) and isinstance(other, tuple) and one[0] == other[0]:
        for name, left in one[1].items():
            if left != other[1][name]:
                return f"{one[0]}.{name}: {_first(left, other[1][name])}"
    return f"{one} | {other}"
