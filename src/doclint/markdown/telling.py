"""
Where a text may hold something that belongs to an outline: the only blocks read when nothing else is wanted.

Told by characters alone, so sooner too many places than too few: each link, tag, comment, bare address, attribute
list, target, named path, and each heading has one. That the outline comes out as it does from the whole tree is a test.
"""

import re
from functools import cache

_TELLING = rb"""
    <[A-Za-z/!?]
    | @
    | &[#A-Za-z]                 # an entity may be any character
    | \{
    | /(?:/|[^\s/]*\.\S)         # an address, or a file in a folder
    | `[\s>]*[^\s`/>]*/          # a code span that begins like a path
    | \#(?:[ \t\n]|\Z)
    | =[ \t]*(?:\n|\Z)           # what underlines a heading
    | -[ \t]*(?:\n|\Z)
    | \)[^\s)A-Za-z0-9]*=        # `(id)=`, a target as MyST has them
    | \[
"""
_DEFINING = re.compile(rb"\](?=:)")
_NO_BOX = rb"(?![ xX]\]\s)"
_HOST = rb"|w[wW][wW]\.|W[wW][wW]\."


def telling(raw: bytes) -> re.Pattern[bytes]:
    """What finds the places that tell in this text in UTF-8."""
    return _pattern(_DEFINING.search(raw) is not None, b"www." in raw.lower())


@cache
def _pattern(has_definitions: bool, has_hosts: bool) -> re.Pattern[bytes]:
    """With a definition `[x]` may be a link."""
    return re.compile(_TELLING + (b"" if has_definitions else _NO_BOX) + (_HOST if has_hosts else b""), re.VERBOSE)


def depends_on_all(text: str) -> bool:
    """Does the outline depend on all blocks: on what a suppression covers?"""
    return "doclint-" in text
