"""
Is this heading that section? Forgiving in the right way, and only there.

Numbering, "Phase 1:", emoji, case, plural, spelling with or without a space or hyphen, and the order of
words do not matter; a few words more around the name do not either ("Rollback procedure", "How to verify").
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from doclint.naming import singular

_ORDINAL = (
    r"(?:(?:phase|step|part|section|chapter|stage|appendix|scenario|option|case|task|module|lesson|day|week|level)"
    r"(?:\s*\d+|\s+[ivx]+|\s+[a-z])\b|\(?\d+(?:\.\d+)*[a-z]?\b|\(?[a-z]\s*(?=[.)])|[ivx]+\s*(?=[.)]))"
)
_NUMBERED = re.compile(rf"\W*?{_ORDINAL}\s*[.:)–—-]*\s*(?=\S)", re.IGNORECASE)
_MAY_BE_NUMBERED = re.compile(r"\W*(?:\d|\w{1,6}\s*[.)]|[pscaotmldw][a-z]{2,7}\s*\w{1,6}\b)")  # quick, and never wrong
_ASIDE = re.compile(r"\([^()]{0,200}\)|\[[^\[\]]{0,200}\]")
_WORD = re.compile(r"[^\W_]+")
_EMPTY = frozenset(_WORD.findall("a an and be do does for how i in is it its of on or our the this to we with you"))
_LONGEST = 300  # characters of a heading that are looked at
_MOST_MORE = 3  # words a heading may have beside the name


class Name(Struct, frozen=True, gc=False):
    """A heading or the name of a section, ready to compare: what is left when all that does not matter is gone."""

    words: tuple[str, ...]
    key: frozenset[str]  # the words, in no order
    glued: str  # the words, without gaps
    joined: frozenset[str]  # the words, and neighbours as one word: roll back, rollback


@lru_cache(maxsize=8192)
def name_of(heading: str) -> Name:
    """What counts in a heading."""
    plain = heading[:_LONGEST].casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKC", plain).replace("’", "")
    plain = plain.replace("'", "").lstrip("#*_ ")
    told = _unnumbered(plain) if _MAY_BE_NUMBERED.match(plain) else plain
    if "(" in told or "[" in told:
        told = _ASIDE.sub(" ", told)
    words = list(map(singular, _WORD.findall(told) or _WORD.findall(plain)))
    full = tuple(word for word in words if word not in _EMPTY) or tuple(words)
    key = frozenset(full)
    return Name(full, key, "".join(full), key.union(map("".join, pairwise(full))))


def _unnumbered(heading: str) -> str:
    number = _NUMBERED.match(heading)
    return heading[number.end() :] if number else heading


def bare(heading: str) -> str:
    """A heading as written, without its number, marks and asides."""
    told = _ASIDE.sub(" ", _unnumbered(heading[:_LONGEST].lstrip("#*_ ")))
    words = list(_WORD.finditer(told))
    return " ".join(told[words[0].start() : words[-1].end()].split()) if words else " ".join(heading.split())


def holds(heading: Name, wanted: Name) -> bool:
    """Does a heading say this, and little more?"""
    inside = wanted.key <= heading.joined or wanted.glued in heading.joined
    return inside and 0 < len(wanted.words) >= len(heading.words) - _MOST_MORE


def is_named(heading: str, wanted: Iterable[str]) -> bool:
    """Is this the heading of a section that may be called any of these?"""
    one = name_of(heading)
    return any(one.glued == name.glued or holds(one, name) for name in map(name_of, wanted))


def nearest_of(headings: Iterable[str], wanted: Iterable[str]) -> str | None:
    """The heading that looks most like one of these names, if any looks like one at all."""
    from difflib import SequenceMatcher

    best, ratio = None, 0.72
    names = [" ".join(name_of(name).words) for name in wanted]
    for heading in headings:
        matcher = SequenceMatcher(None, "", " ".join(name_of(heading).words))
        for name in names:
            matcher.set_seq1(name)
            if matcher.real_quick_ratio() > ratio and matcher.quick_ratio() > ratio and matcher.ratio() > ratio:
                best, ratio = heading, matcher.ratio()
    return best
