"""Running text cut into sentences, code hidden, and sentences into words."""

import re
from collections.abc import Iterator

from msgspec import Struct

from doclint.instructions.passages import Passage
from doclint.markdown.nodes import CodeSpan, Emphasis, Leaf, Link

CODE = "`"  # stands for every character of code

_END = re.compile(r"[.!?…][\"')\]”’*_]*\s+|\n")
_ABBREVIATION = re.compile(r"\b(?:e\.?g|i\.?e|vs|cf|approx|incl|resp|no|fig|sec|inc|ltd|mr|mrs|dr|st|[a-z])\.", re.I)
_LETTERS = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"`+|[^\W\d_]+(?:['’-][^\W\d_]+)*|['’]ll\b|\d[\w.,:%]*|[^\w\s]")


class Sentence(Struct, frozen=True, gc=False):
    """
    A sentence of a passage. `words` are in lower case, marks and numbers among them, code as one word;
    `places` says where each starts in the text of the leaf.
    """

    passage: Passage
    start: int
    end: int
    text: str  # of the whole leaf, in lower case, code hidden
    words: tuple[str, ...]
    places: tuple[int, ...]

    @property
    def last(self) -> bool:
        """Whether nothing follows it in the passage."""
        return self.end >= len(self.text.rstrip())

    @property
    def rest(self) -> str:
        """What follows it in the passage."""
        return self.text[self.end :]

    @property
    def code(self) -> bool:
        """Whether it holds code."""
        return CODE in self.words

    @property
    def link(self) -> bool:
        """Whether it holds a link."""
        return any(
            isinstance(inline, Link)
            and not inline.image
            and inline.text_start < self.end
            and self.start < inline.text_end
            for inline in self.passage.leaf.inlines
        )

    @property
    def number(self) -> bool:
        """Whether it holds a figure."""
        return any(word[0].isdigit() for word in self.words)

    def is_name(self, word: int) -> bool:
        """Whether a word is written with a capital letter."""
        return self.passage.leaf.text[self.places[word]].isupper()

    def end_of(self, word: int) -> int:
        """Where a word ends in the text of the leaf."""
        place = self.places[word]
        if self.words[word] != CODE:
            return place + len(self.words[word])
        return next((end for end in range(place, self.end) if self.text[end] != CODE), self.end)


def stretches(passage: Passage) -> tuple[str, list[tuple[int, int]]]:
    """The text of a passage, in lower case and its code hidden, and where its sentences start and end."""
    leaf = passage.leaf
    text = _masked(leaf)
    lower = text.lower().replace("’", "'")
    return (lower if len(lower) == len(text) else text), list(_cut(leaf, text))


def sentence_of(passage: Passage, text: str, start: int, end: int) -> Sentence:
    """A stretch of a passage, cut into words."""
    matches = list(_WORD.finditer(text, start, end))
    words = tuple([match.group() if text[match.start()] != CODE else CODE for match in matches])
    return Sentence(passage, start, end, text, words, tuple([match.start() for match in matches]))


def words_of(text: str) -> list[str]:
    """The words of a text, quickly: letters only, in lower case."""
    return _LETTERS.findall(text.lower())


def _masked(leaf: Leaf) -> str:
    """The text of a leaf, every character of code replaced by CODE: lengths stay."""
    if not leaf.inlines:
        return leaf.text
    parts, done = [], 0
    for inline in leaf.inlines:
        if isinstance(inline, CodeSpan) and inline.text_start >= done:
            parts += [leaf.text[done : inline.text_start], CODE * (inline.text_end - inline.text_start)]
            done = inline.text_end
    return "".join((*parts, leaf.text[done:]))


def _cut(leaf: Leaf, text: str) -> Iterator[tuple[int, int]]:
    bold = {i.text_start for i in leaf.inlines if isinstance(i, Emphasis) and i.kind == "strong"}
    start = 0
    for match in _END.finditer(text):
        end = match.end()
        if end < len(text) and text[start:end].strip() and _ends(text, match, bold):
            yield start, end
            start = end
    if text[start:].strip():
        yield start, len(text)


def _ends(text: str, match: re.Match[str], bold: set[int]) -> bool:
    """Whether a sentence ends with this mark or line end."""
    end = match.end()
    follower = text[end]
    mark = match.group()[0]
    if mark == "\n":
        before = text[match.start() - 1]
        return (end in bold and before not in ",;(" and ":" in text[end : end + 60]) or not (
            follower.isalnum() or follower in "`(\"'[<$/*_-–—.,;:|&=+@#%"
        )
    if follower.islower():
        return False
    return mark != "." or not _ABBREVIATION.search(text, max(0, match.start() - 6), match.start() + 1)
