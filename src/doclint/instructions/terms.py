"""Abbreviations and placeholders in instructions, and the abbreviations a document defines."""

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from doclint.instructions.lexicon import Lexicon
from doclint.markdown.nodes import CodeSpan, Document, Html, Leaf
from doclint.rare import rare

_SHORT = re.compile(r"[A-Z][A-Z0-9](?<!\w..)[A-Z0-9]{0,4}\b")
_STANDING = re.compile(r"(?<![^\W_])[A-Z][A-Z0-9]{1,5}(?![^\W_])")  # in Markdown, be it _emphasised_
_PLACEHOLDER = re.compile(r"<([A-Za-z][A-Za-z0-9_ -]{0,40})>")
_LETTERS = rare(r"[a-z]+")
_HTML_NAMES = frozenset("a b br code div em hr i img kbd li ol p pre q s span strong sub sup td th tr u ul".split())
_FILLERS = frozenset("a an the my your our name names id value number here new old this that some".split())
_BRACKETED = re.compile(r"\(([A-Z][A-Z0-9]{1,5})s?\)")  # Service Level (SL)
_EXPLAINED = re.compile(r"\((?<=[A-Z0-9s`*_] \()[A-Za-z]")  # SL (service level)
_BEFORE = re.compile(r"\b([A-Z][A-Z0-9]{1,5})s?[`*_]{0,3}$")
_OPENING = re.compile(  # SL: …, | SL | …, # SL
    r"\n[ \t>*_#|`-]*+(?=[A-Z][A-Z0-9])([A-Z][A-Z0-9]{1,5})s?[`*_]{0,3}[ \t]*(?=[|:=–—\n-]|is |are |means |stands for )"
)


class Term(Struct, frozen=True, gc=False):
    """A word an instruction uses, and its place in the source."""

    text: str
    start: int
    end: int
    kind: Literal["abbreviation", "placeholder"]


def terms_in(leaf: Leaf, lexicon: Lexicon) -> Iterator[Term]:
    """The abbreviations not known to everybody, and the placeholders, of an instruction."""
    text = leaf.text
    for match in _SHORT.finditer(text):
        known = match.group().lower() in lexicon.known or match.group().isdigit()
        if not known and not text.isupper() and not _is_code(leaf, match.start()):
            yield Term(match.group(), *leaf.source_range(*match.span()), "abbreviation")
    if "<" in text:
        for match in _PLACEHOLDER.finditer(text):
            yield Term(match.group(1), *leaf.source_range(*match.span()), "placeholder")
    for inline in leaf.inlines:
        if type(inline) is Html:
            tag = _PLACEHOLDER.fullmatch(inline.content)
            if tag and tag.group(1).lower() not in _HTML_NAMES:
                yield Term(tag.group(1), inline.start, inline.end, "placeholder")


def _is_code(leaf: Leaf, place: int) -> bool:
    return any(type(inline) is CodeSpan and inline.text_start <= place < inline.text_end for inline in leaf.inlines)


def may_use(document: Document, terms: frozenset[str], lexicon: Lexicon) -> bool:
    """Might its instructions use one of these abbreviations, other than those everybody knows? A quick look."""
    text = document.text
    used = terms.intersection(_STANDING.findall(text)) if any(term in text for term in terms) else frozenset()
    return any(term.lower() not in lexicon.known for term in used)


def defined_in(document: Document) -> frozenset[str]:
    """The abbreviations a document writes out, or has as a heading, a label or the first cell of a row."""
    text = f"\n{document.text}\n"
    found = {match[1] for pattern in (_BRACKETED, _OPENING) for match in pattern.finditer(text)}
    for bracket in _EXPLAINED.finditer(text):
        blank = bracket.start() - 1
        before = _BEFORE.search(text, max(0, blank - 12), blank)
        if before:
            found.add(before[1])
    return frozenset(found)


def words_of_placeholder(name: str) -> frozenset[str]:
    """The words of a placeholder that say what stands in for it: pod-name → pod."""
    return frozenset(_LETTERS.findall(name.lower())) - _FILLERS


def words_outside_placeholders(text: str) -> frozenset[str]:
    """The words of a text in lower case."""
    return frozenset(_LETTERS.findall(_PLACEHOLDER.sub(" ", text).lower()))


def are_said(words: frozenset[str], text: frozenset[str]) -> bool:
    """Are these all among the words of a text, be it with a plural s?"""
    return all(word in text or f"{word}s" in text for word in words)
