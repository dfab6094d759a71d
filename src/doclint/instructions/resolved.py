"""The second question: does the context of a sentence say what the sentence leaves out?"""

from functools import cached_property

from doclint.instructions.lexicon import Lexicon, plain
from doclint.instructions.passages import ITEMS, Passage
from doclint.instructions.sentences import CODE, Sentence

_SHOWN = frozenset(("code", "table", "image"))
_OPENS = frozenset((":", "—", "–", "(", "-", "→"))
_QUOTES = frozenset(('"', "“", "”"))
_LABEL = 24  # characters


class Context:
    """What a reader finds in and around a sentence whose request starts at a word, most when asked for."""

    def __init__(self, sentence: Sentence, start: int, lexicon: Lexicon) -> None:
        self._sentence = sentence
        self._start = start
        self._lexicon = lexicon
        self.shown = self.announced or (_is_near_end(sentence) and _is_followed(sentence.passage, lexicon))
        "Whether a block that shows how comes next: code, a list, a table, an image."

    @property
    def announced(self) -> bool:
        """Whether the sentence says so: it ends with a colon."""
        return self._sentence.words[-1] == ":"

    @cached_property
    def named(self) -> bool:
        """Whether code, a link or a quoted name stands in the sentence."""
        asked = self._sentence.words[self._start :]
        return CODE in asked or self._sentence.link or not _QUOTES.isdisjoint(asked)

    @cached_property
    def number(self) -> bool:
        """Whether a figure stands in the sentence."""
        return self._sentence.number

    @property
    def explained(self) -> bool:
        """Whether words follow a colon, a dash or a bracket."""
        return bool(self._opened)

    @property
    def listed(self) -> bool:
        """Whether there is nothing of this but words in a bracket."""
        words = self._sentence.words
        bracketed = self._opened == ("(",) and ")" in words[-2:]
        if not bracketed or not self._lexicon.finite.isdisjoint(words[words.index("(") :]):
            return False
        return not (self.shown or self.named or self.continued or self.number)

    @cached_property
    def continued(self) -> bool:
        """Whether the text after the sentence names something in code, a link or quotes."""
        ahead, passage = self._sentence.rest, self._sentence.passage
        if ahead:
            return CODE in ahead or '"' in ahead or "“" in ahead or self._sentence.link_after
        return passage.kind in ITEMS and passage.following == "text"

    @property
    def resolved(self) -> bool:
        """Whether anything says what the sentence means."""
        return self.shown or self.named or self.explained or self.continued

    @cached_property
    def _opened(self) -> tuple[str, ...]:
        words = self._sentence.words
        return () if _OPENS.isdisjoint(words) else _opened(words, self._start)


def _opened(words: tuple[str, ...], start: int) -> tuple[str, ...]:
    """The marks after which something is explained."""
    return tuple(
        words[place]
        for place in range(start + 1, len(words) - 2)
        if words[place] in _OPENS and (words[place] == ":" or words[place + 1][0].isalnum())
    )


def _is_near_end(sentence: Sentence) -> bool:
    """Whether at most one short sentence follows in its passage."""
    ahead = sentence.rest
    return not ahead or (sentence.end + len(ahead) == len(sentence.text) and ahead.count(".") <= 1)


def _is_followed(passage: Passage, lexicon: Lexicon) -> bool:
    following = passage.following
    if following in _SHOWN:
        return True
    if following == "list":
        return passage.kind != "prose" or passage.leaf.text.rstrip().endswith(":")
    if following != "text" or passage.kind != "prose":
        return False
    label, colon, _ = passage.after[:_LABEL].partition(":")  # a paragraph with a label: the matter goes on below it
    own = passage.leaf.text.startswith(f"{label}:")  # but not below the next of several problems
    return bool(colon) and not own and not lexicon.asides.closes(plain(label))
