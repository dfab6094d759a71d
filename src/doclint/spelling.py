"""What somebody meant who wrote a name that nobody knows."""

from collections.abc import Iterable


def nearest(name: str, known: Iterable[str]) -> str:
    """A hint at the known name that looks most like this one, or at all of them when they are few."""
    names = sorted(known)
    if not names:
        return "; there are none here"
    import difflib  # only mistakes need it

    looks = {_look(item): item for item in reversed(names)}  # of those that look alike the first
    close = difflib.get_close_matches(_look(name), looks, len(looks), 0.6)
    if close:
        best = min(close, key=lambda look: (*_unlikeness(look, _look(name)), look))
        return f"; did you mean {looks[best]!r}?"
    return f"; known: {', '.join(names)}" if len(names) <= 12 else ""


_LOOKS = str.maketrans("oil", "011")  # DL3O1 is DL301


def _look(name: str) -> str:
    return name.casefold().translate(_LOOKS)


def _unlikeness(look: str, wanted: str) -> tuple[float, int]:
    """Less is nearer: letters in common, then how many from the start."""
    import difflib

    same = next((place for place, pair in enumerate(zip(look, wanted, strict=False)) if len(set(pair)) > 1), 99)
    return -difflib.SequenceMatcher(None, wanted, look).ratio(), -same
