"""
The syntax tree, the same from either reader.

Offsets are code points into `Document.text`: the source without BOM, every line end a single
newline, NUL replaced. Lines and columns are those of the file; `Document.span` gives them.

Only Node, Inline and Leaf have subclasses. Of any other class `type(node) is` tells as much as `isinstance`, and where
most nodes are of another kind, five times as fast: Structs have a metaclass.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from typing import Any, Literal, TypeVar, cast

from msgspec import Struct

from doclint.model import Span

T = TypeVar("T")
_LINE_END = re.compile("\n")


class Node(Struct, frozen=True, gc=False):
    """Anything with a place: `text[start:end]` is exactly its source."""

    start: int
    end: int


# Inline nodes. `text_start` and `text_end` are offsets into the plain text of the leaf that holds them.


class Inline(Node, frozen=True, gc=False):
    """Part of the text of a heading, a paragraph or a cell."""

    text_start: int
    text_end: int


LinkForm = Literal["inline", "reference", "collapsed", "shortcut", "autolink", "bare", "wiki", "html"]


class Link(Inline, frozen=True, gc=False):
    """A link or an image. `target` is the destination as CommonMark reads it: escapes and entities resolved."""

    target: str
    title: str
    form: LinkForm
    label: str  # of a reference: as written; else empty
    image: bool
    text: str  # plain text of the link, alternative text of the image


class CodeSpan(Inline, frozen=True, gc=False):
    """`code` in running text."""

    content: str


class Emphasis(Inline, frozen=True, gc=False):
    """Emphasised, strong or struck text."""

    kind: Literal["emphasis", "strong", "strike"]


class Html(Inline, frozen=True, gc=False):
    """One tag, comment or declaration in running text."""

    content: str


class FootnoteReference(Inline, frozen=True, gc=False):
    """[^label] in running text."""

    label: str


# Blocks.


class Leaf(Node, frozen=True, gc=False):
    """
    A block whose content is running text.

    `text` is what a reader sees: no markup, code as it is, a line break as a newline, images and HTML
    tags left out. `marks` maps it back: pairs (offset in `text`, offset in the source), ascending.
    """

    text: str
    marks: tuple[int, ...]
    inlines: tuple[Inline, ...]

    def source_offset(self, offset: int) -> int:
        """Where the character at `offset` of `text` stands in the source."""
        marks = self.marks
        if len(marks) <= 2:
            return marks[1] + offset - marks[0] if marks else self.start
        pair = bisect_right(marks[::2] if len(marks) < _FEW else _Evens(marks), offset) - 1
        return marks[2 * pair + 1] + offset - marks[2 * pair]

    def source_range(self, start: int, end: int) -> tuple[int, int]:
        """The source of `text[start:end]`."""
        if end <= start:
            place = self.source_offset(start)
            return place, place
        return self.source_offset(start), self.source_offset(end - 1) + 1


_FEW = 64  # marks that are copied sooner than looked at one by one


class _Evens:
    """The text offsets of marks, as a sequence for bisect."""

    __slots__ = ("marks",)

    def __init__(self, marks: tuple[int, ...]) -> None:
        self.marks = marks

    def __len__(self) -> int:
        return len(self.marks) // 2

    def __getitem__(self, index: int) -> int:
        return self.marks[2 * index]


class Heading(Leaf, frozen=True, gc=False):
    """`id` is an explicit one, `{#id}`, where the flavour has it."""

    level: int
    id: str | None = None


class Paragraph(Leaf, frozen=True, gc=False):
    """A paragraph; the text of a tight list item is one, too."""


class Cell(Leaf, frozen=True, gc=False):
    """A cell of a table."""


_CODE_DIRECTIVES = {"{code}", "{code-block}", "{code-cell}", "{sourcecode}"}  # MyST: the language comes next


class CodeBlock(Node, frozen=True, gc=False):
    """A fence or an indented block. `content` is without the fence and the container's indent."""

    info: str
    content: str
    fenced: bool
    closed: bool
    content_start: int  # offset of the first content line, after the container's indent

    @property
    def language(self) -> str:
        """First word of the info string, lower case, without attribute braces; empty if none."""
        return _language(self.info)


@lru_cache(256)
def _language(info: str) -> str:
    words = info.split(None, 2)
    if words and words[0] in _CODE_DIRECTIVES:
        del words[0]
    if not words:
        return ""
    return words[0].strip("{}").lstrip(".").split(",")[0].split("{")[0].lower()


class HtmlBlock(Node, frozen=True, gc=False):
    """A block of raw HTML, comments included."""

    content: str


class ThematicBreak(Node, frozen=True, gc=False):
    """A thematic break."""


class Quote(Node, frozen=True, gc=False):
    """A block quote; `alert` is GitHub's kind (note, tip, important, warning, caution) or empty."""

    children: "tuple[Block, ...]"
    alert: str


class Item(Node, frozen=True, gc=False):
    """A list item; `done` is None when it has no check box."""

    children: "tuple[Block, ...]"
    done: bool | None

    @property
    def leaf(self) -> Paragraph | None:
        """The text the item opens with, if it opens with text."""
        first = self.children[0] if self.children else None
        return first if type(first) is Paragraph else None


class List(Node, frozen=True, gc=False):
    """A list; `first` is the number of its first item, None for bullets."""

    children: tuple[Item, ...]
    first: int | None


class Table(Node, frozen=True, gc=False):
    """A table; rows are padded or cut to the width of the head."""

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


class Footnote(Node, frozen=True, gc=False):
    """The text of a footnote."""

    children: "tuple[Block, ...]"
    label: str


class Directive(Node, frozen=True, gc=False):
    """An admonition or a directive (`!!! note`, `:::{note}`, ```` ```{note} ````)."""

    children: "tuple[Block, ...]"
    name: str
    argument: str


class Definition(Node, frozen=True, gc=False):
    """A term and what it means, in flavours with definition lists."""

    term: Paragraph
    children: "tuple[Block, ...]"


Block = (
    Heading
    | Paragraph
    | CodeBlock
    | HtmlBlock
    | ThematicBreak
    | Quote
    | List
    | Item
    | Table
    | Footnote
    | Directive
    | Definition
)


class LinkDefinition(Node, frozen=True, gc=False):
    """[label]: target "title"."""

    label: str
    target: str
    title: str


class BrokenReference(Node, frozen=True, gc=False):
    """[text][label], [label][] or [label] without a definition of the label; most of the last kind are brackets."""

    label: str
    form: LinkForm


class Field(Struct, frozen=True, gc=False, array_like=True):
    """A top-level key of the front matter; `value` is a scalar's text, or the source of a collection."""

    key: str
    value: str
    values: tuple[str, ...]  # the items, for a list of scalars
    span: Span  # of the key
    value_span: Span


class FrontMatter(Node, frozen=True, gc=False):
    """The header between `---` (YAML) or `+++` (TOML) lines; `error` says why it could not be read."""

    kind: Literal["yaml", "toml"]
    fields: tuple[Field, ...]
    error: str = ""
    error_line: int = 0

    def get(self, *names: str) -> Field | None:
        """The first field of one of these names; case, spaces, `-` and `_` do not matter."""
        wanted = {_folded(name) for name in names}
        return next((field for field in self.fields if _folded(field.key) in wanted), None)


def _folded(name: str) -> str:
    return name.casefold().replace("-", "").replace("_", "").replace(" ", "")


class Section(Struct, frozen=True, gc=False):
    """A heading and all up to the next heading of its level or a higher one. The first may have no heading."""

    heading: Heading | None
    parent: int  # index into Document.sections, -1 for none
    start: int
    end: int  # with its subsections
    own_end: int  # up to its first subsection
    blocks: tuple[int, int]  # range in Document.children of its own content, without heading and subsections
    title: str
    level: int  # 0 for what comes before the first heading


class Document(Struct, frozen=True, dict=True, eq=False):
    """One file as a tree, with the flat views every rule wants, in document order."""

    path: str  # POSIX, relative to the project root
    text: str
    flavour: str
    size: int  # bytes of the file
    bom: bool
    undecodable: tuple[int, ...]  # byte offsets that are not UTF-8 (the first few)
    front_matter: FrontMatter | None
    children: tuple[Block, ...]
    headings: tuple[Heading, ...]
    leaves: tuple[Leaf, ...]  # every heading, paragraph and cell
    links: tuple[Link, ...]  # images and HTML links, too
    code_blocks: tuple[CodeBlock, ...]
    code_spans: tuple[CodeSpan, ...]
    tables: tuple[Table, ...]
    items: tuple[Item, ...]
    html: tuple[HtmlBlock | Html, ...]
    definitions: tuple[LinkDefinition, ...]
    footnotes: tuple[Footnote, ...]
    broken_references: tuple[BrokenReference, ...] = ()
    not_analysed: str = ""  # why part of the text is not in the tree; empty if all is

    @cached_property
    def line_starts(self) -> list[int]:
        """Offset of the first character of every line."""
        return [0, *[match.end() for match in _LINE_END.finditer(self.text)]]

    @property
    def line_count(self) -> int:
        """Lines as an editor counts them: a last line without a line end counts, an empty rest does not."""
        return len(self.line_starts) - (self.text.endswith("\n") or not self.text)

    def line(self, number: int) -> str:
        """The text of a 1-based line, without its end."""
        starts = self.line_starts
        end = starts[number] - 1 if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end]

    def line_of(self, offset: int) -> int:
        """The 1-based line an offset is on."""
        return bisect_right(self.line_starts, offset)

    def span(self, start: int, end: int) -> Span:
        """Lines and columns of `text[start:end]`."""
        starts = self.line_starts
        line = end_line = bisect_right(starts, start)
        if line < len(starts) and end >= starts[line]:
            end_line = bisect_right(starts, end, line)
        return Span(line, start - starts[line - 1] + 1, end_line, end - starts[end_line - 1] + 1)

    def span_of(self, node: Node) -> Span:
        """Lines and columns of a node, without the line end a block may close with."""
        end = node.end
        while end > node.start and self.text[end - 1] == "\n":
            end -= 1
        return self.span(node.start, end)

    def source(self, node: Node) -> str:
        """The source a node was read from."""
        return self.text[node.start : node.end]

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The sections in document order, what precedes the first heading first (always there)."""
        return _sections(self)

    def section_at(self, offset: int) -> int:
        """Index of the innermost section an offset is in."""
        return bisect_right(self._section_starts, offset) - 1

    @cached_property
    def _section_starts(self) -> list[int]:
        return [section.start for section in self.sections]

    def heading_path(self, section: int) -> tuple[str, ...]:
        """Titles from the outermost section to this one."""
        titles: list[str] = []
        while section >= 0:
            if self.sections[section].level:
                titles.append(self.sections[section].title)
            section = self.sections[section].parent
        return tuple(reversed(titles))

    def walk(self) -> Iterator[tuple[Block, tuple[Block, ...]]]:
        """Every block with its ancestors, outermost first, in document order."""
        stack: list[tuple[Block, tuple[Block, ...]]] = [(child, ()) for child in reversed(self.children)]
        while stack:
            block, above = stack.pop()
            yield block, above
            inner = getattr(block, "children", None)
            if inner:
                here = (*above, block)
                stack.extend((child, here) for child in reversed(inner))

    def ask(self, question: Callable[["Document"], T]) -> T:
        """The answer to a question about this document, worked out once however many rules ask."""
        answers = self._answers
        if question not in answers:
            answers[question] = self._told.get(question, question)(self)
        return cast(T, answers[question])

    def tell(self, question: Callable[["Document"], T], better: Callable[["Document"], T]) -> None:
        """Have a question answered by another function, which knows more, when it is asked."""
        self._told[question] = better

    @cached_property
    def _answers(self) -> dict[object, object]:
        return {}

    @cached_property
    def _told(self) -> dict[object, Callable[["Document"], Any]]:
        return {}


def _sections(document: Document) -> tuple[Section, ...]:
    blocks, text_end = document.children, len(document.text)
    outline = [(place, block) for place, block in enumerate(blocks) if type(block) is Heading]
    places = [*(place for place, _ in outline), len(blocks)]
    starts = [*(heading.start for _, heading in outline), text_end]
    parents: list[int] = []
    ends = [text_end] * len(outline)
    around: list[int] = []
    for index, (_, heading) in enumerate(outline):
        while around and outline[around[-1]][1].level >= heading.level:
            ends[around.pop()] = heading.start
        parents.append(around[-1] + 1 if around else -1)
        around.append(index)
    return (
        Section(None, -1, 0, starts[0], starts[0], (0, places[0]), "", 0),
        *[
            Section(
                heading, parent, heading.start, end, following, (place + 1, until), _on_one_line(heading), heading.level
            )
            for (place, heading), parent, end, following, until in zip(
                outline, parents, ends, starts[1:], places[1:], strict=True
            )
        ],
    )


def _on_one_line(heading: Heading) -> str:
    return " ".join(heading.text.split())
