"""
The anchors that platforms give to headings: one function per platform, one way to tell repeats apart.

`slug` names one heading; `heading_anchors` names all headings of a document, in order, repeats included.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Literal
from unicodedata import category, combining, normalize

from doclint.rare import rare

Profile = Literal["github", "gitlab", "mkdocs", "docusaurus", "vitepress", "kramdown", "bitbucket"]

_EXPLICIT = rare(r"[ \t]*(?:\{:?[ \t]*#([^\s{}#.]+)[^{}\n]*\}|\{/\*[ \t]*#([^\s*]+)[ \t]*\*/\})[ \t]*$")
_HONOURS_EXPLICIT = {"mkdocs", "docusaurus", "vitepress", "kramdown"}


def heading_anchors(texts: Iterable[str], profile: Profile) -> tuple[str, ...]:
    """The anchors of headings with these rendered texts, in document order."""
    taken = _REPEATS[profile]()
    return tuple(taken(text) for text in _named(texts, profile))


class _Base(str):
    """A name that an author gave: it is used as it is."""

    __slots__ = ()


def _named(texts: Iterable[str], profile: Profile) -> Iterator[str]:
    name = _NAMES[profile]
    for text in texts:
        stated = _EXPLICIT.search(text) if "#" in text and profile in _HONOURS_EXPLICIT else None
        yield _Base(stated.group(1) or stated.group(2)) if stated else name(text)


# One heading.


class _Kept(dict[int, str | None]):
    """For str.translate: letters, marks, decimal digits, letter numbers, connectors and `-` stay; a space is a `-`."""

    def __missing__(self, code: int) -> str | None:
        kept = _is_word(code) or code == 0x2D
        self[code] = "-" if code == 0x20 else chr(code) if kept else None
        return self[code]


def _is_word(code: int) -> bool:
    """
    Is this a word character, as Ruby's `\\p{Word}` has it?

    Source: Unicode Technical Standard 18, annex C: Alphabetic, M, Nd, Pc; the ranges are symbols that are Alphabetic.
    """
    kind = category(chr(code))
    return (
        kind[0] in "LM"
        or kind in ("Nd", "Nl", "Pc")
        or 0x24B6 <= code <= 0x24E9
        or 0x1F130 <= code <= 0x1F149
        or 0x1F150 <= code <= 0x1F169
        or 0x1F170 <= code <= 0x1F189
    )


_KEPT = _Kept()


def _github(text: str) -> str:
    lowered = text.lower()
    if "ς" in lowered:  # Ruby lowers without looking at the neighbours, so no final sigma
        lowered = "".join(character.lower() for character in text)
    return lowered.translate(_KEPT)


def _docusaurus(text: str) -> str:
    return text.lower().translate(_KEPT)


def _gitlab(text: str) -> str:
    found = re.sub("-{2,}", "-", _github(text.strip()))
    return f"anchor-{found}" if found.isdecimal() else found


def _mkdocs(text: str) -> str:
    plain = normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


def _bitbucket(text: str) -> str:
    return "markdown-header-" + _mkdocs(text)


def _kramdown(text: str) -> str:
    letters = re.sub(r"^[^a-zA-Z]+", "", text)
    return re.sub(r"[^a-zA-Z0-9 -]", "", letters).replace(" ", "-").lower() or "section"


def _vitepress(text: str) -> str:
    plain = "".join(character for character in normalize("NFKD", text) if not combining(character))
    plain = re.sub(r"[\x00-\x1f]", "", plain)
    plain = re.sub(r"[\s~`!@#$%^&*()\-_+=\[\]{}|\\;:\"'“”‘’<>,.?/]+", "-", plain)
    return re.sub(r"^(\d)", r"_\1", plain.strip("-")).lower()


_NAMES: dict[Profile, Callable[[str], str]] = {
    "github": _github,
    "gitlab": _gitlab,
    "mkdocs": _mkdocs,
    "docusaurus": _docusaurus,
    "vitepress": _vitepress,
    "kramdown": _kramdown,
    "bitbucket": _bitbucket,
}


# Repeats.


class _Numbered:
    """`base`, `base-1`, `base-2`, … and never a name that is taken: what GitHub does, in linear time."""

    def __init__(self) -> None:
        self.counts: dict[str, int] = {}

    def __call__(self, base: str) -> str:
        counts = self.counts
        name = base
        if name in counts and not isinstance(base, _Base):
            count = counts[base]
            while name in counts:
                count += 1
                name = f"{base}-{count}"
            counts[base] = count
        counts.setdefault(name, 0)
        return name


class _Counted:
    """`base`, `base-1`, … without looking whether that is taken: what kramdown does."""

    def __init__(self) -> None:
        self.counts: dict[str, int] = {}

    def __call__(self, base: str) -> str:
        if isinstance(base, _Base):
            return base
        count = self.counts.get(base, -1) + 1
        self.counts[base] = count
        return f"{base}-{count}" if count else base


class _Underscored:
    """`base`, `base_1`, …; a base that ends in `_1` goes on with `_2`: what Python-Markdown does."""

    def __init__(self) -> None:
        self.taken: set[str] = set()
        self.after: dict[tuple[str, int], int] = {}  # a number that is taken → one from which to look on

    def __call__(self, base: str) -> str:
        name = base
        if (not name or name in self.taken) and not isinstance(base, _Base):
            numbered = re.fullmatch(r"(.*)_([0-9]{1,9})", base)
            name = self._free(numbered[1], int(numbered[2]) + 1) if numbered else self._free(base, 1)
        self.taken.add(name)
        return name

    def _free(self, stem: str, number: int) -> str:
        passed = []
        while f"{stem}_{number}" in self.taken:
            passed.append((stem, number))
            number = self.after.get((stem, number), number + 1)
        self.after.update(dict.fromkeys(passed, number))
        return f"{stem}_{number}"


_REPEATS: dict[Profile, Callable[[], Callable[[str], str]]] = {
    "github": _Numbered,
    "gitlab": _Numbered,
    "mkdocs": _Underscored,
    "docusaurus": _Numbered,
    "vitepress": _Numbered,
    "kramdown": _Counted,
    "bitbucket": _Underscored,
}
