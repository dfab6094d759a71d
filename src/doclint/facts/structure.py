"""The outline of a document, and what stands in each of its sections."""

import re

from msgspec import Struct

from doclint.markdown.html import unescaped
from doclint.markdown.nodes import CodeBlock, Document, FootnoteReference, Heading, HtmlBlock, List, Paragraph, Table
from doclint.model import Span
from doclint.rare import rare

_HTML_HEADING = rare(r"<h([1-6])(?:\s[^<>]*)?>((?:[^<]|<(?!/?h[1-6]))*)</h\1\s*>", re.IGNORECASE)
_TAG = rare(r"<[^<>]*>")


class HeadingFact(Struct, frozen=True, gc=False, array_like=True):
    """A heading; `text` is plain, without markup, on one line."""

    level: int
    text: str
    span: Span
    id: str | None
    rendered: str  # as `text`, with every space, line break and footnote number: anchors are made of it


class SectionFact(Struct, frozen=True, gc=False, array_like=True):
    """`parent` indexes the sections of the same file, -1 for none; the section without a heading has level 0."""

    title: str
    level: int
    parent: int
    line: int


class HeldFact(Struct, frozen=True, gc=False, array_like=True):
    """What the own part of a section holds, subsections not counted."""

    end_line: int  # the last line with its subsections
    words: int
    steps: int  # items of numbered lists
    bullets: int  # items of other lists, check boxes not among them
    tasks: int  # check boxes
    done: int  # ticked ones
    links: int
    table_rows: int
    languages: tuple[str, ...]  # one per code block, empty for none stated


class CodeFact(Struct, frozen=True, gc=False, array_like=True):
    """A code block."""

    language: str
    lines: int
    fenced: bool
    span: Span
    section: int


def headings_of(document: Document) -> tuple[HeadingFact, ...]:
    """Headings in document order, those in quotes and lists too."""
    return tuple(
        HeadingFact(
            heading.level,
            " ".join(heading.text.split()),
            document.span_of(heading),
            heading.id,
            _with_footnotes(document, heading),
        )
        for heading in document.headings
    )


def _with_footnotes(document: Document, heading: Heading) -> str:
    """The text of a heading with the numbers that are shown for its footnotes."""
    text = heading.text
    for inline in reversed(heading.inlines):
        if type(inline) is FootnoteReference:
            number = document.ask(_footnote_numbers)[inline.label.casefold()]
            text = f"{text[: inline.text_start]}{number}{text[inline.text_start :]}"
    return text


def _footnote_numbers(document: Document) -> dict[str, int]:
    """Footnotes are numbered in the order in which they are first referred to."""
    found: dict[str, int] = {}
    for leaf in document.leaves:
        for inline in leaf.inlines:
            if type(inline) is FootnoteReference:
                found.setdefault(inline.label.casefold(), len(found) + 1)
    return found


def html_headings_of(document: Document) -> tuple[HeadingFact, ...]:
    """Headings written as HTML, each within one block: no part of the outline, but platforms give them anchors."""
    found = []
    for html in document.html:
        if type(html) is HtmlBlock and "</h" in html.content.lower():
            for match in _HTML_HEADING.finditer(html.content):
                rendered = unescaped(_TAG.sub("", match[2]))
                start = html.start + match.start()
                place = document.span(start, min(html.start + match.end(), html.end))
                found.append(HeadingFact(int(match[1]), " ".join(rendered.split()), place, None, rendered))
    return tuple(found)


def code_of(document: Document) -> tuple[CodeFact, ...]:
    """Code blocks in document order."""
    return tuple(
        CodeFact(
            block.language,
            block.content.count("\n"),
            block.fenced,
            document.span_of(block),
            document.section_at(block.start),
        )
        for block in document.code_blocks
    )


def sections_of(document: Document) -> tuple[SectionFact, ...]:
    """The sections; the first one is what precedes the first heading."""
    return tuple(
        SectionFact(section.title, section.level, section.parent, document.line_of(section.start))
        for section in document.sections
    )


def held_of(document: Document) -> tuple[HeldFact, ...]:
    """What each of the sections holds."""
    links = [0] * len(document.sections)
    for link in document.links:
        links[document.section_at(link.start)] += 1
    return tuple(_held(document, index, links[index]) for index in range(len(document.sections)))


def _held(document: Document, index: int, links: int) -> HeldFact:
    section = document.sections[index]
    words = steps = bullets = tasks = done = rows = 0
    languages: list[str] = []
    waiting = list(reversed(document.children[slice(*section.blocks)]))
    while waiting:
        block = waiting.pop()
        if type(block) is Paragraph or type(block) is Heading:
            words += len(block.text.split())
        elif type(block) is List:
            for item in reversed(block.children):
                waiting.extend(reversed(item.children))
                if item.done is not None:
                    tasks += 1
                    done += item.done
                elif block.first is not None:
                    steps += 1
                else:
                    bullets += 1
        elif type(block) is CodeBlock:
            languages.append(block.language)
        elif type(block) is Table:
            rows += len(block.rows)
            words += sum(len(cell.text.split()) for row in (block.head, *block.rows) for cell in row)
        elif hasattr(block, "children"):
            waiting.extend(reversed(block.children))
    return HeldFact(
        document.line_of(max(section.start, section.end - 1)),
        words,
        steps,
        bullets,
        tasks,
        done,
        links,
        rows,
        tuple(languages),
    )
