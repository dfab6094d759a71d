"""What is true of every document, whichever reader made it."""

from collections.abc import Iterator
from itertools import pairwise

from doclint.markdown.nodes import (
    CodeBlock,
    CodeSpan,
    Document,
    Emphasis,
    FootnoteReference,
    Heading,
    Html,
    Item,
    Link,
    List,
    Node,
    Quote,
    Table,
)

_MARKS = {"emphasis": "*_", "strong": "*_", "strike": "~"}


def broken(document: Document) -> list[str]:
    """What is not as it must be, in words; empty when all is well."""
    return [*_bounds(document), *_leaves(document), *_sources(document)]


def _bounds(document: Document) -> Iterator[str]:
    for block, above in document.walk():
        outer = above[-1] if above else None
        if not 0 <= block.start <= block.end <= len(document.text):
            yield f"{type(block).__name__} outside the text"
        if outer and not outer.start <= block.start <= block.end <= outer.end:
            yield f"{type(block).__name__} {block.start}-{block.end} is not inside its {type(outer).__name__}"
    for children in (document.children, *(getattr(block, "children", ()) for block, _ in document.walk())):
        for before, after in pairwise(children):
            if before.end > after.start:
                yield f"{type(before).__name__} and {type(after).__name__} overlap"


def _leaves(document: Document) -> Iterator[str]:
    text = document.text
    for leaf in document.leaves:
        evens, odds = leaf.marks[::2], leaf.marks[1::2]
        if list(evens) != sorted(set(evens)) or list(odds) != sorted(set(odds)):
            yield f"marks of {leaf.text!r} do not ascend: {leaf.marks}"
        for offset, character in enumerate(leaf.text):
            start, end = leaf.source_range(offset, offset + 1)
            if not leaf.start <= start < end <= leaf.end:
                yield f"{character!r} of {leaf.text!r} is not inside its leaf"
            elif text[start] not in (character, "&", "\n", "\\") and not leaf.text.isspace():
                inside = "&" in text[max(leaf.start, start - 32) : end] or character == "\ufffd"
                if not inside:
                    yield f"{character!r} of {leaf.text!r} is mapped to {text[start]!r}"
        if list(leaf.inlines) != sorted(leaf.inlines, key=lambda inline: (inline.start, -inline.end)):
            yield f"inlines of {leaf.text!r} are not in document order"
        for inline in leaf.inlines:
            if not leaf.start <= inline.start < inline.end <= leaf.end:
                yield f"{type(inline).__name__} outside its leaf"
            if not 0 <= inline.text_start <= inline.text_end <= len(leaf.text):
                yield f"{type(inline).__name__} outside the text of its leaf"


def _sources(document: Document) -> Iterator[str]:
    nodes: list[Node] = [block for block, _ in document.walk()]
    nodes += [inline for leaf in document.leaves for inline in leaf.inlines]
    for node in nodes:
        source = document.source(node)
        if not _is_source_of(source, node):
            yield f"{source!r} is not the source of {node!r}"


def _is_source_of(source: str, node: Node) -> bool:
    match node:
        case Heading():
            return source.startswith("#") or source[-1] in "=-"
        case Quote():
            return source.startswith(">")
        case List() | Item():
            return source[0] in "-+*0123456789"
        case CodeBlock(fenced=True):
            return source.startswith(("```", "~~~"))
        case CodeBlock():
            return source == source.strip(" \t\n") != ""
        case Table():
            return "\n" in source and "-" in source
        case Link(image=True):
            return source.startswith("![") and source[-1] in ")]"
        case Link(form="autolink"):
            return source[0] == "<" and source[-1] == ">"
        case Link():
            return source[0] == "[" and source[-1] in ")]"
        case CodeSpan():
            return source[0] == source[-1] == "`"
        case Html():
            return source[0] == "<" and source[-1] == ">"
        case Emphasis():
            return source[0] == source[-1] and source[0] in _MARKS[node.kind]
        case FootnoteReference():
            return source == f"[^{node.label}]"
        case _:
            return source == source.strip(" \t\n")
