"""Running text cut into sentences, code hidden, and sentences into words."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Literal

from msgspec import Struct

from doclint.instructions.passages import Passage
from doclint.markdown.nodes import CodeSpan, Emphasis, Inline, Leaf, Link

CODE = "`"  # stands for every character of code

_NEAR = 240  # characters
_LONGEST = 200  # words of a sentence that are read; nobody follows a longer one

# The patterns open with one set of characters: these are found without trying a match at every place.
_END = re.compile(r"[.!?…\n](?:(?<=\n)|[\"')\]”’*_]*\s+)")
_ABBREVIATION = re.compile(r"\b(?:e\.?g|i\.?e|vs|cf|approx|incl|resp|no|fig|sec|inc|ltd|mr|mrs|dr|st|[a-z])\.", re.I)
_FIGURE = re.compile(r"\d(?<!\w\d)")
_WORD = re.compile(r"[^\W\d_]++(?:['-][^\W\d_]++)*+|`++|\d[\w.,:%]*+|[^\w\s]")
_CLOSING = frozenset(".,:;)!?")


Lead = Literal["asks", "tells", "criteria", ""]  # what the line above a list says of its items


class Sentence(Struct, frozen=True, gc=False):
    """
    A sentence of a passage.

    `words` are in lower case, marks and numbers among them, code as one word; `cues` those that may show a defect.
    """

    passage: Passage
    lead: Lead
    start: int
    end: int
    text: str  # of the whole leaf, in lower case, code hidden
    words: tuple[str, ...]
    cues: frozenset[str]

    @property
    def rest(self) -> str:
        """What a reader takes in with it: the text after it, as far as it is near."""
        return self.text[self.end : self.end + _NEAR]

    @property
    def code(self) -> bool:
        """Whether it holds code."""
        return CODE in self.words

    @property
    def link(self) -> bool:
        """Whether it holds a link."""
        return self._has_link(self.start, self.end)

    @property
    def link_after(self) -> bool:
        """Whether a link is near after it."""
        return self._has_link(self.end, self.end + _NEAR)

    @property
    def number(self) -> bool:
        """Whether it holds a figure."""
        return _FIGURE.search(self.text, self.start, self.end) is not None

    @property
    def number_in_code(self) -> bool:
        """Whether its code holds a figure."""
        return _FIGURE.search(self.passage.leaf.text, self.start, self.end) is not None

    @property
    def limit(self) -> bool:
        """Whether it holds a figure that is not only how long something shall go on: "for 30 minutes"."""
        return self.number and any(
            word[0].isdigit() and "for" not in self.words[max(0, place - 3) : place]
            for place, word in enumerate(self.words)
        )

    def is_name(self, word: int) -> bool:
        """Whether a word is written with a capital letter."""
        return self.passage.leaf.text[self.place_of(word)].isupper()

    def place_of(self, word: int) -> int:
        """Where a word starts in the text of the leaf."""
        return next(islice(_WORD.finditer(self.text, self.start, self.end), word, None)).start()

    def end_of(self, word: int) -> int:
        """Where a word ends in the text of the leaf."""
        place = self.place_of(word)
        if self.words[word] != CODE:
            return place + len(self.words[word])
        return next((end for end in range(place, self.end) if self.text[end] != CODE), self.end)

    def _has_link(self, start: int, end: int) -> bool:
        inlines = self.passage.leaf.inlines
        if not inlines:
            return False
        for place in range(bisect_left(inlines, start, key=_start_of), len(inlines)):
            inline = inlines[place]
            if inline.text_start >= end:
                break
            if type(inline) is Link and not inline.image:
                return True
        return False


def words_of(chunks: Iterable[str]) -> tuple[str, ...]:
    """The words of a `text_of` that was cut at its blanks: marks and numbers among them, code as one word."""
    words: list[str] = []
    for chunk in chunks:
        if chunk.isalpha():  # the most
            words.append(chunk)
        elif chunk[-1] in _CLOSING and chunk[:-1].isalpha():
            words += chunk[:-1], chunk[-1]
        elif CODE in chunk:
            words += [CODE if word[0] == CODE else word for word in _WORD.findall(chunk)]
        else:
            words += _WORD.findall(chunk)
    return tuple(words[:_LONGEST])


def text_of(leaf: Leaf) -> str:
    """The text of a leaf, in lower case, every character of code replaced by CODE: lengths stay."""
    text, done = leaf.text, 0
    parts = []
    for inline in leaf.inlines:
        if type(inline) is CodeSpan and inline.text_start >= done:
            parts += [text[done : inline.text_start], CODE * (inline.text_end - inline.text_start)]
            done = inline.text_end
    if done:
        text = "".join((*parts, text[done:]))
    lower = text.lower()
    if lower.isascii():
        return lower
    return lower.replace("’", "'") if len(lower) == len(text) else text


def stretches(leaf: Leaf, text: str) -> Sequence[tuple[int, int]]:
    """Where the sentences of a leaf, with this `text_of`, start and end."""
    length = len(text)
    if "." not in text and "\n" not in text and "?" not in text and "!" not in text and "…" not in text:
        return ((0, length),)
    found, start = [], 0
    bold = _bold_places(leaf) if "\n" in text and leaf.inlines else frozenset()
    for match in _END.finditer(text):
        end = match.end()
        if end < length and _ends(leaf.text, text, match, bold) and not text[start:end].isspace():
            found.append((start, end))
            start = end
    if start == 0 or text[start:].strip():
        found.append((start, length))
    return found


def _bold_places(leaf: Leaf) -> frozenset[int]:
    return frozenset(i.text_start for i in leaf.inlines if type(i) is Emphasis and i.kind == "strong")


def _start_of(inline: Inline) -> int:
    return inline.text_start


def _ends(written: str, text: str, match: re.Match[str], bold: frozenset[int]) -> bool:
    """Whether a sentence ends with this mark or line end."""
    place, end = match.span()
    follower = text[end]
    if text[place] == "\n":
        if end in bold and text[place - 1] not in ",;(" and ":" in text[end : end + 60]:
            return True
        return not (follower.isalnum() or follower in "`(\"'[<$/*_-–—.,;:|&=+@#%")
    if follower != CODE and written[end].islower():
        return False
    return text[place] != "." or not _ABBREVIATION.search(text, max(0, place - 6), place + 1)
