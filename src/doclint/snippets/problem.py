"""What is wrong with a code example."""

from msgspec import Struct

from doclint.model import Severity


class Problem(Struct, frozen=True, gc=False):
    """
    Why a block does not parse; `line` counts from 1 in the block.

    An error if the reader would paste it and fail, advice if only a placeholder keeps it from being parsed.
    """

    line: int
    why: str
    severity: Severity = Severity.WARNING
