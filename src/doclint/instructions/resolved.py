"""The second question: does the context of a sentence say what the sentence leaves out?"""

from msgspec import Struct

from doclint.instructions.lexicon import Lexicon, plain
from doclint.instructions.passages import ITEMS, Passage
from doclint.instructions.sentences import CODE, Sentence

_SHOWN = frozenset(("code", "table", "image"))
_OPENS = frozenset((":", "—", "–", "(", "-", "→"))
_QUOTES = frozenset(('"', "“", "”"))
_LABEL = 24  # characters


class Context(Struct, frozen=True, gc=False):
    """What a reader finds in and around a sentence."""

    shown: bool  # a block that shows how comes next: code, a list, a table, an image
    announced: bool  # the sentence says so: it ends with a colon
    named: bool  # code, a link or a quoted name in the sentence
    number: bool
    explained: bool  # words after a colon, a dash or a bracket
    listed: bool  # nothing of this but words in a bracket
    continued: bool  # the text after it names something in code, a link or quotes

    @property
    def resolved(self) -> bool:
        """Whether anything says what the sentence means."""
        return self.shown or self.named or self.explained or self.continued


def context_of(sentence: Sentence, start: int, lexicon: Lexicon) -> Context:
    """What a reader finds around a request that starts at a word."""
    words, passage = sentence.words, sentence.passage
    announced, ahead = words[-1] == ":", sentence.rest
    near_end = sentence.end + len(ahead) == len(sentence.text) and ahead.count(".") <= 1
    shown = announced or (near_end and _is_followed(passage, lexicon))
    named = CODE in words[start:] or sentence.link or not _QUOTES.isdisjoint(words[start:])
    number = sentence.number
    opened = () if _OPENS.isdisjoint(words) else _opened(words, start)
    if ahead:
        continued = CODE in ahead or '"' in ahead or "“" in ahead or sentence.link_after
    else:
        continued = passage.kind in ITEMS and passage.following == "text"
    bracketed = opened == ("(",) and ")" in words[-2:] and lexicon.finite.isdisjoint(words[words.index("(") :])
    listed = bracketed and not (shown or named or continued or number)
    return Context(shown, announced, named, number, bool(opened), listed, continued)


def _opened(words: tuple[str, ...], start: int) -> tuple[str, ...]:
    """The marks after which something is explained."""
    return tuple(
        words[place]
        for place in range(start + 1, len(words) - 2)
        if words[place] in _OPENS and (words[place] == ":" or words[place + 1][0].isalnum())
    )


def _is_followed(passage: Passage, lexicon: Lexicon) -> bool:
    if passage.following in _SHOWN:
        return True
    if passage.following == "list":
        return passage.kind != "prose" or passage.leaf.text.rstrip().endswith(":")
    if passage.following != "text" or passage.kind != "prose":
        return False
    label, colon, _ = passage.after[:_LABEL].partition(":")  # a paragraph with a label: the matter goes on below it
    own = passage.leaf.text.startswith(f"{label}:")  # but not below the next of several problems
    return bool(colon) and not own and not lexicon.asides.closes(plain(label))
