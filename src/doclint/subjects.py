"""Whom a run asks about: of the other documents' costly facts only what may be about these is worked out."""

import os
from collections.abc import Iterable
from urllib.parse import quote

from msgspec import Struct

from doclint.facts import Facts, Part
from doclint.instructions import Library, lexicon_of
from doclint.instructions.terms import may_use
from doclint.markdown.html import unescaped
from doclint.markdown.nodes import Document

_MARKS = b"!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \t\n\r\v\f"


class Subjects(Struct, frozen=True):
    """The documents asked for, as others may speak of them."""

    files: frozenset[bytes]  # names of files, as they stand in a text without its marks
    folders: frozenset[str]  # where titles may mean them, or all that is there
    defined: frozenset[str]  # abbreviations they explain
    library: Library
    state_sizes: bool  # do they say how big files are? Others may say otherwise

    def silent(self, document: Document) -> frozenset[Part]:
        """The parts of another document's facts that hold nothing about these."""
        silent: set[Part] = set()
        if not (self.state_sizes or self._may_be_meant(document)):
            silent.add("claims")
        lexicon = lexicon_of(document, self.library)
        if not lexicon or not may_use(document, self.defined, lexicon):
            silent.add("instructions")
        return frozenset(silent)

    def _may_be_meant(self, document: Document) -> bool:
        if os.path.dirname(document.path) in self.folders:
            return True
        text = _plain(unescaped(document.text))
        return any(name in text for name in self.files)


def subjects_of(asked: Iterable[Facts], library: Library) -> Subjects:
    """The documents asked for, from their facts, which are complete; others are read by the words of this library."""
    asked = tuple(asked)
    claiming = [facts.claims.claims for facts in asked if facts.has("claims")]
    instructing = [facts.instructions for facts in asked if facts.has("instructions")]
    names = [os.path.basename(facts.path) for facts in asked]
    return Subjects(
        files=frozenset(_plain(written) for name in names for written in (name, quote(name))),
        folders=frozenset(os.path.dirname(facts.path) for facts in asked),
        defined=frozenset(term for fact in instructing for term in fact.defined),
        library=library,
        state_sizes=any(claim.rule == "size" for claims in claiming for claim in claims),
    )


def _plain(text: str) -> bytes:
    return text.casefold().encode("utf-8", "surrogatepass").translate(None, _MARKS)
