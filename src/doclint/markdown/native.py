"""The fast reader: pulldown-cmark's events (through pyromark) → the tree."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from sys import maxsize
from typing import Any

from pyromark import Options, events_with_range, reference_definitions

from doclint.markdown.nodes import (
    Block,
    BrokenReference,
    Cell,
    CodeSpan,
    Emphasis,
    Footnote,
    FootnoteReference,
    Heading,
    Html,
    Inline,
    Item,
    Link,
    LinkDefinition,
    LinkForm,
    List,
    Paragraph,
    Quote,
    Table,
    ThematicBreak,
)
from doclint.markdown.shapes import (
    DEEPEST,
    Tree,
    code_block,
    code_content,
    container_end,
    html_block,
    indented,
    inline_html,
    list_number,
    trimmed,
)
from doclint.markdown.telling import telling

_COMMONMARK = Options(0)
_GFM = Options.ENABLE_TABLES | Options.ENABLE_FOOTNOTES | Options.ENABLE_STRIKETHROUGH | Options.ENABLE_TASKLISTS
_GFM |= Options.ENABLE_GFM
_LEVELS = {"H1": 1, "H2": 2, "H3": 3, "H4": 4, "H5": 5, "H6": 6}
_EMPHASIS: dict[str, Any] = {"Emphasis": "emphasis", "Strong": "strong", "Strikethrough": "strike"}
_FORMS: dict[str, LinkForm] = {
    "Inline": "inline",
    "Reference": "reference",
    "Collapsed": "collapsed",
    "Shortcut": "shortcut",
    "Autolink": "autolink",
    "Email": "autolink",
}
_COLLAPSED = len("[]")
_LEADING = bytes(min(byte, 0xC0) for byte in range(256))  # for bytes.translate: all that lead a character are 0xC0
_MULTIBYTE = re.compile(rb"\xc0[\x80-\xbf]+")  # a first byte that is one and no other is found faster

_Convert = Callable[[int], int]
_Event = tuple[Any, Any]  # a name, or one name with its value; and the range: too many shapes to spell out
# The last fields of a Leaf, where it begins (behind a check box) and ends, in bytes, and the event after it.
_Words = tuple[str, tuple[int, ...], tuple[Inline, ...], int, int, _Event]
_END: _Event = ("", {"start": 0, "end": 0})
_BLANK = " \t\n"


def read(text: str, base: int, flavour: str, outline: bool = False) -> Tree:
    """Read `text[base:]`; offsets in the tree are into `text`. An `outline` has no blocks that tell nothing."""
    reader = _Reader(text, base, _COMMONMARK if flavour == "commonmark" else _GFM)
    if outline:
        reader.read_outline()
    else:
        reader.read_blocks()
    reader.read_definitions()
    return reader.tree


class _Offsets:
    """From UTF-8 byte offsets in a body, which starts at `base` of the whole text, to code points in that text."""

    def __init__(self, raw: bytes, base: int) -> None:
        self.after: list[int] = []  # byte offsets behind each multi-byte character
        self.shift = [base]
        self.since, self.until = (0, maxsize) if raw.isascii() else (0, 0)  # all between these is ASCII
        self.plain: _Convert = base.__add__  # there
        if not self.until:
            extra = 0
            for match in _MULTIBYTE.finditer(raw.translate(_LEADING)):
                start, end = match.span()
                extra += end - start - 1
                self.after.append(end)
                self.shift.append(base - extra)

    def within(self, start: int, end: int) -> _Convert:
        """The code point at a byte offset from start to end: an addition where these are all ASCII, as mostly."""
        if self.since <= start and end < self.until:
            return self.plain
        after, shift = self.after, self.shift
        first = bisect_right(after, start)
        if first == len(after) or end < after[first]:
            self.since = after[first - 1] if first else 0
            self.until = after[first] if first < len(after) else maxsize
            self.plain = shift[first].__add__
            return self.plain
        return lambda offset: offset + shift[bisect_right(after, offset)]


class _RunningText:
    """The text of one leaf while it is read, from its first inline event to the first event of something else."""

    __slots__ = ("at", "begin", "end", "inlines", "length", "marks", "opened", "pieces", "reader")

    def __init__(self, reader: "_Reader") -> None:
        self.reader = reader
        self.at = reader.at
        self.pieces: list[str] = []
        self.marks: list[int] = []
        self.inlines: list[Any] = []
        self.opened: list[tuple[int, int, int, Any]] = []  # place in `inlines`, text offset, pieces so far, link
        self.length = 0
        self.begin = 0  # behind a check box, in bytes
        self.end = 0  # of the last inline event, in bytes

    def read(self, event: Any, span: Any) -> _Event:
        """Read; the first event that is not running text. The hot loop of the program."""
        events, pieces, marks, at = self.reader.events, self.pieces, self.marks, self.at
        plain_end = -1  # text that starts here needs no new mark
        while True:
            start, end = span["start"], span["end"]
            if type(event) is str:
                if event not in _BREAKS:
                    return event, span
                pieces.append("\n")
                if end - 1 != plain_end:
                    marks += (self.length, at(end - 1))
                self.length += 1
                plain_end = end
            else:
                [kind] = event
                value = event[kind]
                if kind == "Text":
                    pieces.append(value)
                    if start != plain_end:
                        marks += (self.length, at(start))
                    size = len(value)
                    self.length += size
                    plain_end = end if end - start == size and value.isascii() else -1
                else:
                    if kind == "End":
                        take = _ENDS.get(value) if type(value) is str else None
                    elif kind == "Start":
                        take = _STARTS.get(value if type(value) is str else next(iter(value)))
                    else:
                        take = _TAKEN.get(kind)
                    if take is None:
                        return event, span
                    take(self, value, start, end)
            self.end = end
            event, span = next(events, _END)

    def take_text(self, words: str, start: int, end: int) -> None:
        self.pieces.append(words)
        self.marks += (self.length, self.at(start))
        self.length += len(words)
        self.end = end

    def take_code(self, content: str, start: int, end: int) -> None:
        start, end, length = self.at(start), self.at(end), self.length
        content, marks = code_content(self.reader.text, start, end, content, length, self.reader.quotes)
        self.length += len(content)
        code = CodeSpan(start, end, length, self.length, content)
        self.inlines.append(code)
        self.reader.tree.code_spans.append(code)
        self.pieces.append(content)
        self.marks += marks

    def take_html(self, content: str, start: int, end: int) -> None:
        start, end = self.at(start), self.at(end)
        if "\n" in content:
            content = inline_html(self.reader.text, start, end, self.reader.quotes)
        tag = Html(start, end, self.length, self.length, content)
        self.inlines.append(tag)
        self.reader.tree.html.append(tag)

    def take_footnote(self, label: str, start: int, end: int) -> None:
        self.inlines.append(FootnoteReference(self.at(start), self.at(end), self.length, self.length, label))

    def take_task(self, done: bool, start: int, end: int) -> None:
        self.reader.tasks[-1] = done
        self.begin = end

    def open(self, value: Any, start: int, end: int) -> None:
        """Emphasis or a link starts: keep its place among the inlines until it ends."""
        link = None if type(value) is str else value["Link"]
        self.opened.append((len(self.inlines), self.length, len(self.pieces), link))
        self.inlines.append(None)

    def close_emphasis(self, name: str, start: int, end: int) -> None:
        place, begin, _, _ = self.opened.pop()
        self.inlines[place] = Emphasis(self.at(start), self.at(end), begin, self.length, _EMPHASIS[name])

    def close_link(self, name: str, start: int, end: int) -> None:
        place, begin, piece, link = self.opened.pop()
        words = "".join(self.pieces[piece:])
        made = _link(link, self.at(start), self.end_of(link, end), begin, self.length, False, words)
        self.inlines[place] = made
        self.reader.tree.links.append(made)

    def take_image(self, value: Any, start: int, end: int) -> None:
        """An image up to its end; what stands in its alternative text is words, whatever it is."""
        words: list[str] = []
        depth = 1
        for event, _ in self.reader.events:
            if type(event) is str:
                words.append("\n")
                continue
            ((kind, inner),) = event.items()
            if kind == "Text" or kind == "Code":
                words.append(inner)
            elif kind == "Start":
                depth += 1
            elif kind == "End":
                depth -= 1
                if not depth:
                    break
        image = value["Image"]
        made = _link(image, self.at(start), self.end_of(image, end), self.length, self.length, True, "".join(words))
        self.inlines.append(made)
        self.reader.tree.links.append(made)

    def end_of(self, link: Any, end: int) -> int:
        """Where a link or image ends; pulldown-cmark leaves out the `[]` of the collapsed form."""
        return self.at(end) + (_COLLAPSED if link["link_type"] == "Collapsed" else 0)


_BREAKS = {"SoftBreak", "HardBreak"}
_Take = Callable[[_RunningText, Any, int, int], None]
_TAKEN: dict[str, _Take] = {
    "Code": _RunningText.take_code,
    "InlineHtml": _RunningText.take_html,
    "FootnoteReference": _RunningText.take_footnote,
    "TaskListMarker": _RunningText.take_task,
}
_STARTS: dict[str, _Take] = {
    "Emphasis": _RunningText.open,
    "Strong": _RunningText.open,
    "Strikethrough": _RunningText.open,
    "Link": _RunningText.open,
    "Image": _RunningText.take_image,
}
_ENDS: dict[str, _Take] = {
    "Emphasis": _RunningText.close_emphasis,
    "Strong": _RunningText.close_emphasis,
    "Strikethrough": _RunningText.close_emphasis,
    "Link": _RunningText.close_link,
}


class _Reader:
    """
    One pass over the events: containers on a stack, everything else read to its end where it starts.

    The loops over inline events run once per event of every file; hence their local names.
    """

    def __init__(self, text: str, base: int, options: Options) -> None:
        self.text = text
        self.base = base
        self.body = text[base:]
        self.raw = self.body.encode("utf-8")
        self.offsets = _Offsets(self.raw, base)
        self.anywhere = self.offsets.within(0, len(self.raw))
        self.at = self.anywhere  # or faster, for the top-level block that is being read
        self.tree = Tree()
        self.blocks: list[Block] = self.tree.children  # children of the innermost open container
        self.stack: list[tuple[list[Block], Any]] = []  # of the open ones, and what their start said
        self.tasks: list[bool | None] = []  # of the open items
        self.quotes = 0  # open ones
        self.options = options
        self.events: Iterator[Any] = events_with_range(
            self.body, options=options, broken_link_callback=self.note_broken
        )

    def read_blocks(self) -> None:
        """Read to the end of the text."""
        events, stack = self.events, self.stack
        event, span = next(events, _END)
        while event:
            if "Start" in event:
                name, detail = _named(event["Start"])
                if not stack:
                    self.at = self.offsets.within(span["start"], span["end"])
                read = _READERS.get(name)
                if read:
                    read(self, span, detail)
                elif name in _CONTAINERS:
                    self.open_container(name, detail)
                else:
                    event, span = self.read_tight_text(event, span)
                    continue
            elif "End" in event:
                self.close_container(_named(event["End"])[0], span)
            elif event == "Rule":
                start = self.anywhere(span["start"])
                self.blocks.append(ThematicBreak(start, trimmed(self.text, start, self.anywhere(span["end"]))))
            else:
                event, span = self.read_tight_text(event, span)
                continue
            event, span = next(events, _END)

    def read_outline(self) -> None:
        """Read headings and leaves that tell something, and pass over the rest; no container is made."""
        events, raw = self.events, self.raw
        tells = telling(raw).search
        event, span = next(events, _END)
        while event:
            name, detail = _named(event["Start"]) if "Start" in event else ("", None)
            if name in _BLOCKS:
                if name == "Heading" or (name != "CodeBlock" and tells(raw, span["start"], span["end"])):
                    self.enter(name, span, detail)
                else:
                    self.pass_over(name, span, detail)
                event, span = next(events, _END)
            elif "End" in event:
                name, _ = _named(event["End"])
                if name in _CONTAINERS:
                    self.leave(name)
                event, span = next(events, _END)
            elif event == "Rule":
                event, span = next(events, _END)
            else:
                event, span = self.read_tight_text(event, span)

    def pass_over(self, name: str, span: Any, detail: Any) -> bool:
        """Skip all events up to the one that ends this block: is there one?"""
        end: Any = name
        if name == "List":
            end = {name: detail is not None}
        elif name == "BlockQuote":
            end = {name: detail}
        return ({"End": end}, span) in self.events

    def enter(self, name: str, span: Any, detail: Any) -> None:
        """A block of an outline: its leaves are read, its rows are looked at one by one."""
        if not self.stack:
            self.at = self.offsets.within(span["start"], span["end"])
        if name in _CONTAINERS:
            self.open_container(name, detail)
        elif name == "TableCell":
            self.read_cell(span)
        elif name not in _ROWS:
            _READERS[name](self, span, detail)

    def open_container(self, name: str, detail: Any) -> None:
        """A quote, list, item or footnote starts."""
        if len(self.stack) >= DEEPEST and name != "Item":
            self.skip_container()
            return
        self.stack.append((self.blocks, detail))
        self.blocks = []
        if name == "Item":
            self.tasks.append(None)
        elif name == "BlockQuote":
            self.quotes += 1

    def skip_container(self) -> None:
        """Leave out a container that is nested too deep."""
        self.tree.not_analysed = f"nested deeper than {DEEPEST} levels"
        depth = 1
        for event, _ in self.events:
            kind, value = _named(event)
            if kind in ("Start", "End") and _named(value)[0] in _CONTAINERS:
                depth += 1 if kind == "Start" else -1
                if not depth:
                    break

    def close_container(self, name: str, span: Any) -> None:
        """A quote, list, item or footnote ends."""
        text, tree = self.text, self.tree
        children = tuple(self.blocks)
        detail, done = self.leave(name)
        start = self.at(span["start"])
        before = _BLANK if name == "BlockQuote" else " \t\n>"  # pulldown-cmark steps back over a tab it cut
        if text[start : start + 1] in before:
            start = indented(text, start, self.at(span["end"]), before)
        end = container_end(text, start, children)
        if name == "Item":
            item = Item(start, end, children, done)
            tree.items.append(item)
            self.blocks.append(item)
        elif name == "List":
            items: Any = children
            self.blocks.append(List(start, end, items, list_number(text, start)))
        elif name == "BlockQuote":
            self.blocks.append(Quote(start, end, children, (detail or "").lower()))
        else:
            footnote = Footnote(start, end, children, detail)
            tree.footnotes.append(footnote)
            self.blocks.append(footnote)

    def leave(self, name: str) -> tuple[Any, bool | None]:
        """Behind a container: what its start said, and for an item whether it is done."""
        self.blocks, detail = self.stack.pop()
        if name == "BlockQuote":
            self.quotes -= 1
        return detail, self.tasks.pop() if name == "Item" else None

    def read_paragraph(self, span: Any, detail: Any) -> None:
        """A paragraph of its own."""
        leaf = Paragraph(*self.read_leaf(span))
        self.tree.leaves.append(leaf)
        self.blocks.append(leaf)

    def read_tight_text(self, event: Any, span: Any) -> _Event:
        """The text of a tight item is a paragraph, too; the event after it."""
        source = self.text
        text, marks, inlines, begin, end, following = self.read_words(event, span)
        if text or inlines:
            start, stop = self.at(begin), self.at(end)
            if inlines:
                stop = max(stop, inlines[-1].end)  # of a collapsed reference, longer than its events say
            if source[start : start + 1] in _BLANK:
                start = indented(source, start, stop)
            start -= source[start - 1] == "\\"  # of an escaped character, whose event starts behind it
            if source[stop - 1] in _BLANK:
                stop = trimmed(source, start, stop)
            leaf = Paragraph(start, stop, text, marks, inlines)
            self.tree.leaves.append(leaf)
            self.blocks.append(leaf)
        return following

    def read_leaf(self, span: Any) -> tuple[int, int, str, tuple[int, ...], tuple[Inline, ...]]:
        """The running text of a block that ends where an event says so, as the fields of a Leaf."""
        source = self.text
        event, place = next(self.events)
        text, marks, inlines, begin, _, _ = self.read_words(event, place)
        boxed = begin != place["start"]
        start, end = self.at(begin if boxed else span["start"]), self.at(span["end"])
        if source[start : start + 1] in _BLANK:
            start = indented(source, start, end)
        if source[end - 1] in _BLANK:
            end = trimmed(source, start, end)
        if start == end:  # an empty cell stands behind its pipe
            start = end = trimmed(source, 0, start)
        return start, end, text, marks, inlines

    def read_words(self, event: Any, span: Any) -> _Words:
        """Running text from its first event on, which may be a check box."""
        if "Text" in event:
            following = next(self.events, _END)
            if "End" in following[0]:  # most texts are one event
                start = span["start"]
                return event["Text"], (0, self.at(start)), (), start, span["end"], following
            words = _RunningText(self)
            words.take_text(event["Text"], span["start"], span["end"])
            following = words.read(*following)
        else:
            words = _RunningText(self)
            following = words.read(event, span)
        begin = words.begin or span["start"]
        return "".join(words.pieces), tuple(words.marks), tuple(words.inlines), begin, words.end, following

    def read_heading(self, span: Any, detail: Any) -> None:
        """A heading of either form."""
        heading = Heading(*self.read_leaf(span), _LEVELS[detail["level"]])
        self.tree.leaves.append(heading)
        self.tree.headings.append(heading)
        self.blocks.append(heading)

    def read_table(self, span: Any, detail: Any) -> None:
        """A table with all its rows; where pulldown-cmark ends one that is too wide, a paragraph follows inside."""
        rows: list[tuple[Cell, ...]] = []
        cells: list[Cell] = []
        end = span["end"]
        place = len(self.blocks)
        for event, inner in self.events:
            ((kind, name),) = event.items()
            if name == "TableCell":
                cells.append(self.read_cell(inner))
            elif name == "Table":
                break
            elif name == "Paragraph":
                end = min(end, inner["start"])
                self.read_paragraph(inner, None)
            elif kind == "End":
                rows.append(tuple(cells))
                cells = []
        start = self.at(span["start"])
        table = Table(start, trimmed(self.text, start, self.at(end)), rows[0], tuple(rows[1:]))
        self.tree.tables.append(table)
        self.blocks.insert(place, table)

    def read_cell(self, span: Any) -> Cell:
        """One cell; one that its row lacks stands empty at the end of the row."""
        cell = Cell(*self.read_leaf(span))
        self.tree.leaves.append(cell)
        return cell

    def read_code(self, span: Any, detail: Any) -> None:
        """A code block of either form."""
        lines = []
        for event, _ in self.events:
            if "Text" not in event:
                break
            lines.append(event["Text"])
        info = None if type(detail) is str else detail["Fenced"]
        block = code_block(self.text, self.at(span["start"]), self.at(span["end"]), "".join(lines), info)
        self.tree.code_blocks.append(block)
        self.blocks.append(block)

    def read_html(self, span: Any, detail: Any) -> None:
        """A block of raw HTML."""
        lines = []
        for event, _ in self.events:
            if "End" in event:
                break
            lines.append(event.get("Html", ""))
        block = html_block(self.text, self.at(span["start"]), self.at(span["end"]), "".join(lines))
        self.tree.html.append(block)
        self.blocks.append(block)

    def note_broken(self, link: Any) -> None:
        """A reference without a definition; pulldown-cmark calls this while it reads."""
        span = link["span"]
        start, end = self.anywhere(span["start"]), self.anywhere(span["end"])
        form = _FORMS[link["link_type"]]
        if form == "collapsed":
            end += _COLLAPSED
        self.tree.broken_references.append(BrokenReference(start, end, link["reference"], form))

    def read_definitions(self) -> None:
        """Link reference definitions are no events."""
        if "]:" not in self.body:
            return
        for label, found in reference_definitions(self.body, options=self.options).items():
            start, end = self.anywhere(found["span"]["start"]), self.anywhere(found["span"]["end"])
            self.tree.definitions.append(LinkDefinition(start, end, label, found["dest"], found["title"] or ""))


def _named(value: Any) -> tuple[str, Any]:
    """The name of what starts or ends, and what is said about it."""
    if type(value) is str:
        return value, None
    [name] = value
    return name, value[name]


def _link(link: Any, start: int, end: int, text_start: int, text_end: int, image: bool, words: str) -> Link:
    kind, target = link["link_type"], link["dest_url"]
    if kind == "Email":
        target = "mailto:" + target
    return Link(start, end, text_start, text_end, target, link["title"], _FORMS[kind], link["id"], image, words)


_CONTAINERS = {"BlockQuote", "List", "Item", "FootnoteDefinition"}
_READERS: dict[str, Callable[[_Reader, Any, Any], None]] = {
    "Paragraph": _Reader.read_paragraph,
    "Heading": _Reader.read_heading,
    "Table": _Reader.read_table,
    "CodeBlock": _Reader.read_code,
    "HtmlBlock": _Reader.read_html,
}
_ROWS = {"Table", "TableHead", "TableRow"}
_BLOCKS = {*_CONTAINERS, *_READERS, *_ROWS, "TableCell"}
