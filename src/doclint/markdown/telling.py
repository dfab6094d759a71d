"""
Where a text may hold something that belongs to an outline: the only blocks read when nothing else is wanted.

Told by characters alone, so sooner too many places than too few: each link, tag, comment, bare address, attribute
list, named path, and each heading has one. That the outline comes out as it does from
the whole tree is a test.
"""

import re
from bisect import bisect_left

# Each begins with one fixed character: such a search takes no longer than copying the text.
_TELLING = tuple(
    map(
        re.compile,
        (
            rb"<[A-Za-z/!?]",
            rb"@",
            rb"&[#A-Za-z]",  # an entity may be any character
            rb"\{",
            rb"/(?:/|[^\s/]*\.\S)",  # an address, or a file in a folder
            rb"`[\s>]*[^\s`/>]*/",  # a code span that begins like a path
            rb"#(?:[ \t\n]|\Z)",
            rb"=[ \t]*(?:\n|\Z)",  # what underlines a heading
            rb"-[ \t]*(?:\n|\Z)",
        ),
    )
)
_BRACKET = re.compile(rb"\[")
_NO_BOX = re.compile(rb"\[(?![ xX]\]\s)")
_HOST = re.compile(rb"www\.")


class Telling:
    """The telling places of a text, as byte offsets in its UTF-8."""

    def __init__(self, raw: bytes) -> None:
        bracket = _BRACKET if b"]:" in raw else _NO_BOX  # with a definition `[x]` may be a link
        self._places = [found.start() for telling in (*_TELLING, bracket) for found in telling.finditer(raw)]
        self._places += [found.start() for found in _HOST.finditer(raw.lower())]
        self._places.sort()

    def within(self, start: int, end: int) -> bool:
        """Is there one from start to end?"""
        place = bisect_left(self._places, start)
        return place < len(self._places) and self._places[place] < end


def depends_on_all(text: str) -> bool:
    """Does the outline depend on all blocks: on what a suppression covers, or on targets as MyST has them?"""
    return "doclint-" in text or ")=" in text
