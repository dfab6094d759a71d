"""Which document is meant by a name in running text: `Metrics Guide` for `METRICS_INTERPRETATION_GUIDE.md`."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import lru_cache
from itertools import takewhile
from urllib.parse import unquote

_WORD = re.compile(r"[^\W_]+")
_IDLE = frozenset(
    (
        "a",
        "an",
        "the",
        "of",
        "and",
        "or",
        "for",
        "to",
        "in",
        "on",
        "our",
        "your",
        "this",
        "with",
        "document",
        "doc",
        "md",
    )
)
_EVERYWHERE = frozenset(("readme.md", "index.md"))


@lru_cache(65_536)
def words_of(name: str) -> frozenset[str]:
    """The words that tell a name from another: no case, no plural, no articles, no file ending."""
    return frozenset(singular(word) for word in _WORD.findall(name.casefold()) if word not in _IDLE)


@lru_cache(maxsize=8192)
def singular(word: str) -> str:
    """A word without the ending of its plural, so far as one can tell."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


class Names:
    """
    What documents are called: `known` has some names of each.

    A name is the words that tell it from another, but for `idle` ones.
    """

    def __init__(self, known: Mapping[str, Iterable[str]], idle: Set[str] = frozenset()) -> None:
        self._known = known
        self._idle = idle
        self._names: list[tuple[str, int]] = []  # path, and how many words it is called by
        self._by_word: dict[str, list[int]] = {}
        for path, names in known.items():
            for name in names:
                words = words_of(name) - idle
                for word in words:
                    self._by_word.setdefault(word, []).append(len(self._names))
                self._names.append((path, len(words)))

    def __contains__(self, path: object) -> bool:
        return path in self._known

    def meant(self, name: str) -> str:
        """
        The document a name means, empty when none or more than one fits.

        A name fits when all its words are in one of the document's, or one of these of two words or more is in it;
        the closest wins, a tie is nobody's.
        """
        wanted = len(words_of(name) - self._idle)
        return _closest(
            (path, common / (wanted + size - common))
            for path, size, common in self._sharing(name)
            if common == wanted or (common == size and common > 1)
        )

    def spoken_of(self, text: str, least: float) -> str:
        """The document most of a name of which is in a text: at least such a share; empty for none, and for a tie."""
        return _closest((path, common / size) for path, size, common in self._sharing(text) if common >= least * size)

    def _sharing(self, text: str) -> Iterator[tuple[str, int, int]]:
        """Each name with a word of a text: whose, of how many words, and how many of them it shares."""
        common: dict[int, int] = {}
        for word in words_of(text) - self._idle:
            for index in self._by_word.get(word, ()):
                common[index] = common.get(index, 0) + 1
        return ((*self._names[index], count) for index, count in common.items())


def _closest(fits: Iterable[tuple[str, float]]) -> str:
    best, found = 0.0, set[str]()
    for path, fit in fits:
        if fit > best:
            best, found = fit, {path}
        elif fit == best:
            found.add(path)
    return found.pop() if len(found) == 1 else ""


def located(name: str, folder: str, files: frozenset[str], by_name: Mapping[str, tuple[str, ...]]) -> str | None:
    """
    The file a written path means, seen from a document in `folder`; None when there is none or several fit.

    Beside the document, from the root, else the nearest file whose path ends as this one does (a path written
    on another machine, or from another root).
    """
    path = os.path.normpath(unquote(name.split("#")[0].split("?")[0]).replace("\\", "/")).replace("\\", "/")
    beside = os.path.normpath(os.path.join(folder, path.lstrip("/")))
    for candidate in (beside, path.lstrip("/")):
        if candidate in files:
            return candidate
    parts = [part for part in path.split("/") if part not in ("", ".", "..", "~")]
    elsewhere = path.startswith(("/", "~")) or path[1:2] == ":"
    fits = [other for other in by_name.get(os.path.basename(path), ()) if _fits(other.split("/"), parts, elsewhere)]
    if len(fits) > 1:
        shared = [_shared(other, folder) for other in fits]
        fits = [other for other, length in zip(fits, shared, strict=True) if length == max(shared)]
    return fits[0] if len(fits) == 1 else None


def _shared(path: str, folder: str) -> int:
    """How many folders two paths have in common, from the root."""
    pairs = zip(path.split("/"), folder.split("/"), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _fits(there: list[str], written: list[str], elsewhere: bool) -> bool:
    """Do they end alike? Of a path on another machine only the end need be here, of a start page with its folder."""
    length = len(written)
    if elsewhere and len(there) < length:
        length = len(there)
        if length == 1 and there[0].casefold() in _EVERYWHERE:
            return False
    return there[-length:] == written[-length:]
