"""Bare addresses in running text, as GitHub links them (GFM 6.9), without angle brackets."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from doclint.markdown.nodes import Emphasis, Leaf, Link
from doclint.rare import rare

_URL = re.compile(r"(?<![A-Za-z])(?:https?|ftp)://(?=[^\W_]|[^\x00-\x7f])|(?<![^\s*_~(])www\.", re.IGNORECASE)
_MAIL = re.compile(
    r"(?<![A-Za-z0-9.+_\-])[A-Za-z0-9.+_\-]+@(?:[A-Za-z0-9_\-]+\.)+[A-Za-z0-9_\-]*[A-Za-z](?![A-Za-z0-9_@\-])"
)
_DOMAIN = re.compile(r"(?:[^\W_]|[.\-_]|[^\x00-\x7f])+")
_REST = re.compile(r"[^\s<]*")
_ENTITY = rare(r"&[A-Za-z]+;\Z")
_LONGEST_ENTITY = 32
_TRAILING = "?!.,:*_~'\""


def bare_links(text: str, leaves: list[Leaf]) -> Iterator[Link]:
    """Addresses that stand in `text` as they are: not in a link, an image, code or HTML."""
    for leaf in leaves:
        plain = leaf.text
        if "@" in plain or (":" in plain and "://" in plain) or ("." in plain and "www." in plain.lower()):
            yield from _in_leaf(text, leaf)


def _in_leaf(text: str, leaf: Leaf) -> Iterator[Link]:
    place = leaf.start
    taken = [(inline.start, inline.end) for inline in leaf.inlines if type(inline) is not Emphasis]
    for start, end in (*taken, (leaf.end, leaf.end)):
        if start >= place:
            yield from _between(text, place, start, leaf)
        place = max(place, end)


def _between(text: str, begin: int, stop: int, leaf: Leaf) -> Iterator[Link]:
    found = [*_urls(text, begin, stop), *_mails(text, begin, stop)]
    place = begin
    for start, end, target in sorted(found):
        if start >= place:
            place = end
            offsets = _offset(leaf, start), _offset(leaf, end)
            yield Link(start, end, *offsets, target, "", "bare", "", False, text[start:end])


def _mails(text: str, begin: int, stop: int) -> Iterator[tuple[int, int, str]]:
    for match in _MAIL.finditer(text, begin, stop):
        yield match.start(), match.end(), "mailto:" + match.group()


def _urls(text: str, begin: int, stop: int) -> Iterator[tuple[int, int, str]]:
    """Start, end and target of every web address; in a run without spaces only the first counts."""
    place = begin
    for match in _URL.finditer(text, begin, stop):
        start = match.start()
        if start < place:
            continue
        without_scheme = match.group()[-1] == "."
        domain = _DOMAIN.match(text, start if without_scheme else match.end(), stop)
        if not domain or not _is_domain(domain.group()):
            continue
        rest = _REST.match(text, domain.end(), stop)
        assert rest is not None  # matches the empty string
        end = _without_trailing(text, start, rest.end())
        address = text[start:end]
        if address.lower() != "www":
            place = end
            yield start, end, "http://" + address if without_scheme else address


def _is_domain(domain: str) -> bool:
    return not any("_" in part for part in domain.split(".")[-2:])


def _without_trailing(text: str, start: int, end: int) -> int:
    """Where an address ends when the punctuation that belongs to the sentence around it is left out."""
    surplus = text.count(")", start, end) - text.count("(", start, end)
    while end > start:
        last = text[end - 1]
        if last == ")" and surplus > 0:
            surplus -= 1
            end -= 1
        elif last in _TRAILING:
            end -= 1
        elif last == ";":
            entity = _ENTITY.search(text, max(start, end - _LONGEST_ENTITY), end)
            end = entity.start() if entity else end - 1
        else:
            break
    return end


def _offset(leaf: Leaf, place: int) -> int:
    """The offset in the leaf's text of a place in the source."""
    marks = leaf.marks
    pair = bisect_right(marks[1::2], place) - 1
    if pair < 0:
        return 0
    following = marks[2 * pair + 2] if 2 * pair + 2 < len(marks) else len(leaf.text)
    return min(marks[2 * pair] + place - marks[2 * pair + 1], following)
