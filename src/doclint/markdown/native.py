"""The fast reader: pulldown-cmark's events (through pyromark) → the tree."""

import re
from bisect import bisect_right
from collections.abc import Callable
from typing import Any

from pyromark import Options, events_with_range

from doclint.markdown.nodes import (
    Block,
    Cell,
    CodeBlock,
    CodeSpan,
    Emphasis,
    Footnote,
    FootnoteReference,
    Heading,
    Html,
    HtmlBlock,
    Inline,
    Item,
    Leaf,
    Link,
    LinkForm,
    List,
    Paragraph,
    Quote,
    Table,
    ThematicBreak,
)

_OPTIONS = Options.ENABLE_TABLES | Options.ENABLE_FOOTNOTES | Options.ENABLE_STRIKETHROUGH | Options.ENABLE_TASKLISTS
_OPTIONS |= Options.ENABLE_GFM
_LEVELS = {"H1": 1, "H2": 2, "H3": 3, "H4": 4, "H5": 5, "H6": 6}
_EMPHASIS: dict[str, Any] = {"Emphasis": "emphasis", "Strong": "strong", "Strikethrough": "strike"}
_FORMS: dict[str, LinkForm] = {
    "Inline": "inline",
    "Reference": "reference",
    "ReferenceUnknown": "reference",
    "Collapsed": "collapsed",
    "CollapsedUnknown": "collapsed",
    "Shortcut": "shortcut",
    "ShortcutUnknown": "shortcut",
    "Autolink": "autolink",
    "Email": "autolink",
    "WikiLink": "wiki",
}
_FENCE = re.compile(r"(`{3,}|~{3,})")


class Tree:
    """What one reading of the text found, in document order."""

    def __init__(self) -> None:
        self.children: list[Block] = []
        self.headings: list[Heading] = []
        self.leaves: list[Leaf] = []
        self.links: list[Link] = []
        self.code_blocks: list[CodeBlock] = []
        self.code_spans: list[CodeSpan] = []
        self.tables: list[Table] = []
        self.items: list[Item] = []
        self.html: list[HtmlBlock | Html] = []
        self.footnotes: list[Footnote] = []


def read(text: str, base: int) -> Tree:
    """Read `text[base:]`; offsets in the tree are into `text`."""
    return _Reader(text, base).tree


def _offsets(body: str, base: int) -> Callable[[int], int]:
    """From UTF-8 byte offsets in `body` to code points in the whole text."""
    if body.isascii():
        return base.__add__
    after: list[int] = []
    shift = [base]
    place = 0
    extra = 0
    at = 0
    for match in re.finditer(r"[^\x00-\x7f]", body):
        place += match.start() - at
        at = match.end()
        width = len(match.group().encode("utf-8", "surrogatepass"))
        place += width
        extra += width - 1
        after.append(place)
        shift.append(base - extra)

    def convert(offset: int) -> int:
        return offset + shift[bisect_right(after, offset)]

    return convert


class _Reader:
    """One pass over the events: a stack of open containers, and at most one open leaf."""

    def __init__(self, text: str, base: int) -> None:
        self.text = text
        self.tree = Tree()
        self.blocks: list[Block] = self.tree.children  # children of the innermost open container
        self.stack: list[list[Block]] = []
        self.read(text[base:], base)

    def read(self, body: str, base: int) -> None:
        """Dispatch every event; the hot loop of the program, hence local names and no method per event."""
        at = _offsets(body, base)
        tree = self.tree
        text = self.text
        stack = self.stack
        pieces: list[str] = []
        marks: list[int] = []
        inlines: list[Inline] = []
        length = 0
        in_leaf = implicit = False
        leaf_start = leaf_end = 0
        opened: list[tuple[Any, ...]] = []  # open inline spans
        images = 0
        alternative: list[str] = []
        code: list[str] = []
        code_start = -1
        in_code = False
        rows: list[tuple[Cell, ...]] = []
        cells: list[Cell] = []
        head: tuple[Cell, ...] = ()
        tasks: list[bool | None] = []

        event: Any  # a name, or one name with its value: too many shapes for the hot loop to spell out
        for event, span in events_with_range(body, options=_OPTIONS):
            start, end = span["start"], span["end"]
            if type(event) is str:
                if event == "SoftBreak" or event == "HardBreak":
                    pieces.append("\n")
                    marks.append(length)
                    marks.append(at(start))
                    length += 1
                    leaf_end = end
                else:  # a thematic break
                    if implicit:
                        self.close_implicit(leaf_start, leaf_end, at, pieces, marks, inlines)
                        pieces, marks, inlines, length, in_leaf, implicit = [], [], [], 0, False, False
                    self.blocks.append(ThematicBreak(at(start), at(end)))
                continue
            ((kind, value),) = event.items()
            if kind == "Text":
                if in_code:
                    if code_start < 0:
                        code_start = start
                    code.append(value)
                elif images:
                    alternative.append(value)
                else:
                    if not in_leaf:
                        in_leaf = implicit = True
                        leaf_start = start
                    pieces.append(value)
                    marks.append(length)
                    marks.append(at(start))
                    length += len(value)
                    leaf_end = end
            elif kind == "Start":
                if type(value) is str:
                    name, detail = value, None
                else:
                    ((name, detail),) = value.items()
                if name in _EMPHASIS:
                    if not in_leaf:
                        in_leaf = implicit = True
                        leaf_start = start
                    opened.append((length,))
                elif name == "Link" or name == "Image":
                    if not in_leaf:
                        in_leaf = implicit = True
                        leaf_start = start
                    if name == "Image":
                        if not images:
                            alternative = []
                        images += 1
                    opened.append((length, detail, len(pieces), len(alternative)))
                else:
                    if implicit:
                        self.close_implicit(leaf_start, leaf_end, at, pieces, marks, inlines)
                        in_leaf = implicit = False
                    if name == "Paragraph" or name == "Heading" or name == "TableCell":
                        pieces, marks, inlines, length, in_leaf = [], [], [], 0, True
                    elif name == "CodeBlock":
                        in_code = True
                        code, code_start = [], -1
                    elif name == "HtmlBlock":
                        code = []
                    elif name == "Table":
                        rows, head = [], ()
                    elif name == "TableHead" or name == "TableRow":
                        cells = []
                    else:
                        stack.append(self.blocks)
                        self.blocks = []
                        if name == "Item":
                            tasks.append(None)
                        pieces, marks, inlines, length = [], [], [], 0
            elif kind == "End":
                if type(value) is str:
                    name, detail = value, None
                else:
                    ((name, detail),) = value.items()
                if name in _EMPHASIS:
                    leaf_end = end
                    inlines.append(Emphasis(at(start), at(end), opened.pop()[0], length, _EMPHASIS[name]))
                elif name == "Link":
                    leaf_end = end
                    begin, link, piece, _ = opened.pop()
                    made = Link(
                        at(start),
                        at(end),
                        begin,
                        length,
                        link["dest_url"] if link["link_type"] != "Email" else "mailto:" + link["dest_url"],
                        link["title"],
                        _FORMS[link["link_type"]],
                        link["id"],
                        False,
                        "".join(pieces[piece:]),
                    )
                    if not images:
                        inlines.append(made)
                    tree.links.append(made)
                elif name == "Image":
                    leaf_end = end
                    images -= 1
                    begin, link, _, piece = opened.pop()
                    made = Link(
                        at(start),
                        at(end),
                        begin,
                        length,
                        link["dest_url"],
                        link["title"],
                        _FORMS[link["link_type"]],
                        link["id"],
                        True,
                        "".join(alternative[piece:]),
                    )
                    inlines.append(made)
                    tree.links.append(made)
                elif name == "Paragraph":
                    in_leaf = False
                    stop = at(end)
                    while text[stop - 1] == "\n":
                        stop -= 1
                    leaf: Leaf = Paragraph(at(start), stop, "".join(pieces), tuple(marks), tuple(inlines))
                    tree.leaves.append(leaf)
                    self.blocks.append(leaf)  # type: ignore[arg-type]
                elif name == "Heading":
                    in_leaf = False
                    stop = at(end)
                    while text[stop - 1] == "\n":
                        stop -= 1
                    heading = Heading(
                        at(start), stop, "".join(pieces), tuple(marks), tuple(inlines), _LEVELS[str(detail)]
                    )
                    tree.leaves.append(heading)
                    tree.headings.append(heading)
                    self.blocks.append(heading)
                elif name == "TableCell":
                    in_leaf = False
                    cell = Cell(at(start), at(end), "".join(pieces), tuple(marks), tuple(inlines))
                    tree.leaves.append(cell)
                    cells.append(cell)
                elif name == "TableHead":
                    head = tuple(cells)
                elif name == "TableRow":
                    rows.append(tuple(cells))
                elif name == "Table":
                    table = Table(at(start), at(end), head, tuple(rows))
                    tree.tables.append(table)
                    self.blocks.append(table)
                elif name == "CodeBlock":
                    in_code = False
                    self.add_code(at(start), at(end), code, at(code_start) if code_start >= 0 else -1)
                elif name == "HtmlBlock":
                    block = HtmlBlock(at(start), at(end), "".join(code))
                    tree.html.append(block)
                    self.blocks.append(block)
                else:
                    if implicit:
                        self.close_implicit(leaf_start, leaf_end, at, pieces, marks, inlines)
                        in_leaf = implicit = False
                    children = tuple(self.blocks)
                    self.blocks = stack.pop()
                    self.add_container(name, detail, at(start), at(end), children, tasks)
            elif kind == "Code":
                if images:
                    alternative.append(value)
                    continue
                if not in_leaf:
                    in_leaf = implicit = True
                    leaf_start = start
                leaf_end = end
                span_node = CodeSpan(at(start), at(end), length, length + len(value), value)
                inlines.append(span_node)
                tree.code_spans.append(span_node)
                pieces.append(value)
                marks.append(length)
                marks.append(text.find(value, at(start)) if value in text[at(start) : at(end)] else at(start))
                length += len(value)
            elif kind == "InlineHtml":
                if not in_leaf:
                    in_leaf = implicit = True
                    leaf_start = start
                leaf_end = end
                tag = Html(at(start), at(end), length, length, value)
                inlines.append(tag)
                tree.html.append(tag)
            elif kind == "Html":
                code.append(value)
            elif kind == "FootnoteReference":
                if not in_leaf:
                    in_leaf = implicit = True
                    leaf_start = start
                leaf_end = end
                inlines.append(FootnoteReference(at(start), at(end), length, length, value))
            elif kind == "TaskListMarker":
                tasks[-1] = value

    def close_implicit(
        self,
        start: int,
        end: int,
        at: Callable[[int], int],
        pieces: list[str],
        marks: list[int],
        inlines: list[Inline],
    ) -> None:
        """The text of a tight item ends: it becomes a paragraph."""
        leaf = Paragraph(at(start), at(end), "".join(pieces), tuple(marks), tuple(inlines))
        pieces.clear()
        marks.clear()
        inlines.clear()
        self.tree.leaves.append(leaf)
        self.blocks.append(leaf)

    def add_container(
        self, name: str, detail: Any, start: int, end: int, children: tuple[Block, ...], tasks: list[bool | None]
    ) -> None:
        """A quote, list, item or footnote ends."""
        if name == "Item":
            item = Item(start, end, children, tasks.pop())
            self.tree.items.append(item)
            self.blocks.append(item)
        elif name == "List":
            number = re.compile(r"\d+").match(self.text, start) if detail else None
            items = tuple(child for child in children if isinstance(child, Item))
            self.blocks.append(List(start, end, items, int(number.group()) if number else None))
        elif name == "BlockQuote":
            self.blocks.append(Quote(start, end, children, str(detail or "").lower()))
        elif name == "FootnoteDefinition":
            footnote = Footnote(start, end, children, str(detail or ""))
            self.tree.footnotes.append(footnote)
            self.blocks.append(footnote)

    def add_code(self, start: int, end: int, lines: list[str], content_start: int) -> None:
        """A code block ends: see from its source whether it is a fence, and whether that was closed."""
        source = self.text[start:end]
        fence = _FENCE.match(source)
        content = "".join(lines)
        info, closed = "", True
        if fence:
            first, _, rest = source.partition("\n")
            info = first[fence.end() :].strip()
            last = source.rstrip().rpartition("\n")[2] if rest.strip() else ""
            mark = fence.group()
            closing = last.lstrip(" >\t")
            closed = closing.startswith(mark) and not closing.strip(mark[0] + " \t")
        if content_start < 0:
            content_start = min(start + len(source.partition("\n")[0]) + 1, end)
        block = CodeBlock(start, end, info, content, bool(fence), closed, content_start)
        self.tree.code_blocks.append(block)
        self.blocks.append(block)
