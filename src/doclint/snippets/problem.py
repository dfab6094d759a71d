"""What is wrong with a code example."""

from msgspec import Struct


class Problem(Struct, frozen=True, gc=False):
    """`line` counts from 1 in the block; `placeholder` is true when only a placeholder keeps it from being parsed."""

    line: int
    why: str
    placeholder: bool = False
