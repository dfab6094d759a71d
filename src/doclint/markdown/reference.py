"""
The reference reader: markdown-it-py's tokens → the tree, for every flavour.

About six times slower than the native reader, which must agree with it. markdown-it-py knows lines only;
the columns come from two observations. The content of a block is made of the ends of its lines, whatever
the containers around it took from their beginnings. And inline tokens follow each other without a gap,
so that only those that do not show their own length need to be watched while they are made (`_placed`).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import unescapeAll
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from doclint.markdown.nodes import (
    Block,
    BrokenReference,
    Cell,
    CodeSpan,
    Definition,
    Directive,
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

_EMPHASIS: dict[str, Any] = {"em": "emphasis", "strong": "strong", "s": "strike"}
_UNPLACED = {"text", "em_open", "em_close", "strong_open", "strong_close", "s_open", "s_close"}
_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\]", re.DOTALL)
_HEADING_ATTRIBUTES = re.compile(r"[ \t]*\{:?[ \t]*(?P<attributes>[^{}\n]*)\}[ \t]*\Z")
_ID = re.compile(r"#([^\s{}]+)")

_CLOSING = re.compile(r"(?:^|[ \t]+)#+$")
_BRACKETS = {"link": "[", "image": "!"}
_TEXTS = ("paragraph_open", "heading_open")
_BOX = re.compile(r"\[([ xX])\](?:[ \t]+|(?=\n)|\Z)")
_SPACES = re.compile(r"[ \t\n]+")
_PIPE = re.compile(r"(?<!\\)\|")
_FAR = 1 << 60

_Places = list[tuple[int, int]]  # offset in the content of a block, offset in the source; ascending


def read(text: str, base: int, flavour: str) -> Tree:
    """Read `text[base:]`; offsets in the tree are into `text`."""
    reader = _Reader(text, base, flavour)
    try:
        tokens = _parser(flavour).parse(text[base:], reader.environment)
        reader.read(tokens)
    except RecursionError:
        reader.tree.not_analysed = "nested too deeply"
    return reader.tree


def _parser(flavour: str) -> MarkdownIt:
    options = {"maxNesting": DEEPEST, "store_labels": True, "inline_definitions": True, "html": True}
    parser = MarkdownIt("commonmark", options)
    if flavour != "commonmark":
        parser.options.update(alerts=flavour == "gfm", strikethrough_single_tilde=True)
        parser.enable(["table", "strikethrough"]).use(footnote_plugin, inline=False, move_to_end=False)
        rules = parser.block.ruler.__rules__
        rules.insert(-2, rules.pop(0))  # a table begins where nothing else does, save a paragraph
        footnote = parser.block.ruler.__rules__[parser.block.ruler.__find__("footnote_def")]
        footnote.alt = ["paragraph", "reference", "blockquote"]  # it ends a table, too
        parser.core.ruler.before("inline", "tasks", _take_tasks)
    if flavour in ("mkdocs", "myst"):
        from mdit_py_plugins.deflist import deflist_plugin

        from doclint.markdown import directives

        parser.use(deflist_plugin)
        directives.enable(parser, flavour)
    parser.disable(["fragments_join", "text_join"])  # joined text forgets where it was
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.normalizeLinkText = lambda link: link  # type: ignore[method-assign]
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    for rule in parser.block.ruler.__rules__:
        rule.fn = _placed_block(rule.fn)
    for inline_rule in parser.inline.ruler.__rules__:
        inline_rule.fn = _placed(inline_rule.fn)
        if inline_rule.name in _BRACKETS:
            inline_rule.fn = _watched(inline_rule.fn, _BRACKETS[inline_rule.name])
    return parser


def _take_tasks(state: StateCore) -> None:
    """
    Check boxes of items.

    Not markdown-it-py's own: it takes the box before it looks for blocks, and finds a quote in `- [ ] >5 users`.
    """
    for opening, paragraph, words in zip(state.tokens, state.tokens[1:], state.tokens[2:], strict=False):
        if opening.type == "list_item_open" and paragraph.type in _TEXTS and "#" not in paragraph.markup:
            box = _BOX.match(words.content)
            if box:
                opening.meta["checked"] = box.group(1) != " "
                words.content = words.content[box.end() :]


def _placed_block(rule: Callable[..., bool]) -> Callable[..., bool]:
    """A block rule that notes on its tokens where they start."""

    def placed(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
        known = len(state.tokens)
        if not rule(state, line, end_line, silent):
            return False
        for token in state.tokens[known:]:
            if token.type == "inline":
                token.content = _stripped(state, state.tokens[known], token)
            if "start" not in token.meta and token.map and token.map[0] < len(state.bMarks):
                first = line if token is state.tokens[known] else token.map[0]
                token.meta["start"] = state.bMarks[first] + state.tShift[first]
        if not silent and state.level >= DEEPEST - 2:
            state.env["deepest"] = min(state.env.get("deepest", line), line)
        return True

    return placed


def _stripped(state: StateBlock, block: Token, words: Token) -> str:
    """The text of a block without spaces and tabs around it; markdown-it-py strips all white space of Unicode."""
    if words.map is None or block.type not in _TEXTS:
        return words.content
    first, last = words.map
    lines = state.getLines(first, last, state.blkIndent, False).strip(" \t\n")
    if not block.markup.startswith("#"):
        return lines
    return _CLOSING.sub("", lines[len(block.markup) :].lstrip(" \t"))


def _placed(rule: Callable[..., bool]) -> Callable[..., bool]:
    """An inline rule that notes on its tokens where they are."""

    def placed(state: StateInline, silent: bool) -> bool:
        known, start = len(state.tokens), state.pos
        if not rule(state, silent):
            return False
        for token in state.tokens[known:]:
            if token.type not in _UNPLACED and "place" not in token.meta:
                token.meta["place"] = (start, state.pos)
        return True

    return placed


def _watched(rule: Callable[..., bool], mark: str) -> Callable[..., bool]:
    """The rule of links or of images, noting what looks like a reference and has no definition."""

    def watched(state: StateInline, silent: bool) -> bool:
        if rule(state, silent):
            return True
        if not silent and state.src[state.pos] == mark:
            known = state.env.setdefault("broken", {}).setdefault(id(state.tokens), [])
            found = _broken_reference(state)
            if found and (not known or known[-1][1] < found[1]):  # the label of a broken one is not another
                known.append(found)
        return False

    return watched


def _broken_reference(state: StateInline) -> tuple[int, int, str, LinkForm] | None:
    start = state.pos
    bracket = start + (state.src[start] == "!")
    if state.src[bracket : bracket + 1] != "[":
        return None
    end = state.md.helpers.parseLinkLabel(state, bracket, bracket == start)
    if end < 0:
        return None
    following = _LABEL.match(state.src, end + 1, state.posMax)
    if following and following.group(1).startswith("^"):  # a footnote after it
        following = None
    if following and following.group(1).strip():
        return start, following.end(), following.group(1), "reference"
    own = _LABEL.match(state.src, bracket, end + 1)
    if not own or not own.group(1).strip() or own.group(1).startswith("^"):
        return None
    if following:
        return start, following.end(), own.group(1), "collapsed"
    return start, end + 1, own.group(1), "shortcut"


class _Reader:
    """Tokens to nodes: containers on a stack; a leaf is made when its text arrives."""

    def __init__(self, text: str, base: int, flavour: str) -> None:
        self.text = text
        self.base = base
        self.flavour = flavour
        self.tree = Tree()
        self.blocks: list[Block] = self.tree.children
        self.stack: list[tuple[list[Block], Token]] = []
        self.leaf: Token | None = None  # the token that opened the running text
        self.quotes = 0
        self.table: Token | None = None
        self.rows: list[tuple[Cell, ...]] = []
        self.cells: list[tuple[int, int]] = []  # of the row: where each starts and ends
        self.row: list[Cell] = []
        self.term: Paragraph | None = None
        self.environment: dict[str, Any] = {}
        self.lines = [base, *(base + match.end() for match in re.finditer("\n", text[base:]))]

    def read(self, tokens: list[Token]) -> None:
        """Make the tree."""
        for token in tokens:
            take = _TAKE.get(token.type)
            if take:
                take(self, token)
        if "deepest" in self.environment:
            self.tree.not_analysed = f"nested deeper than {DEEPEST} levels"

    # Places.

    def line_end(self, line: int) -> int:
        """Where a line of the body ends, without its newline."""
        return self.lines[line + 1] - 1 if line + 1 < len(self.lines) else len(self.text)

    def start_of(self, token: Token) -> int:
        """Where a block starts."""
        return indented(self.text, self.base + token.meta["start"], len(self.text))

    def end_of(self, token: Token) -> int:
        """Where the last line of a block ends."""
        assert token.map is not None  # blocks have one
        return self.line_end(max(token.map[1] - 1, token.map[0]))

    def places_of(self, content: str, line: int) -> _Places:
        """Content made of the ends of consecutive lines."""
        places = []
        offset = 0
        for number, part in enumerate(content.split("\n"), line):
            end = self.line_end(number)
            while end > self.lines[number] and not self.text.endswith(part[-1:], 0, end):
                end -= 1  # white space at the end of a paragraph is not in its content
            words = part.lstrip(" \t")  # the indent may be part of a tab
            places.append((offset + len(part) - len(words), end - len(words)))
            offset += len(part) + 1
        return places

    # Blocks.

    def open_container(self, token: Token) -> None:
        self.stack.append((self.blocks, token))
        self.blocks = []
        self.quotes += token.type in ("blockquote_open", "alert_open")

    def close_container(self, token: Token) -> tuple[int, int, tuple[Block, ...], Token]:
        """Start, end, children and opening token of the container that ends here."""
        children = tuple(self.blocks)
        self.blocks, opening = self.stack.pop()
        start = self.start_of(opening)
        return start, container_end(self.text, start, children), children, opening

    def close_quote(self, token: Token) -> None:
        self.quotes -= 1
        start, end, children, opening = self.close_container(token)
        self.blocks.append(Quote(start, end, children, opening.meta.get("kind", "").lower()))

    def close_list(self, token: Token) -> None:
        start, end, items, _ = self.close_container(token)
        self.blocks.append(List(start, end, items, list_number(self.text, start)))  # type: ignore[arg-type]

    def close_item(self, token: Token) -> None:
        start, end, children, opening = self.close_container(token)
        item = Item(start, end, children, opening.meta.get("checked"))
        self.tree.items.append(item)
        self.blocks.append(item)

    def close_footnote(self, token: Token) -> None:
        start, end, children, opening = self.close_container(token)
        footnote = Footnote(start, end, children, opening.meta["label"])
        self.tree.footnotes.append(footnote)
        self.blocks.append(footnote)

    def close_directive(self, token: Token) -> None:
        start, end, children, opening = self.close_container(token)
        end = max(end, trimmed(self.text, start, self.end_of(opening)))
        self.blocks.append(Directive(start, end, children, opening.meta["name"], opening.meta["argument"]))

    def close_definition(self, token: Token) -> None:
        children = tuple(self.blocks)
        self.blocks, opening = self.stack.pop()
        term = self.term
        assert term is not None  # a definition follows its term
        end = children[-1].end if children else trimmed(self.text, term.end, self.end_of(opening))
        before = self.blocks[-1] if self.blocks else None
        if isinstance(before, Definition) and before.term is term:
            self.blocks[-1] = Definition(term.start, end, term, before.children + children)
        else:
            self.blocks.append(Definition(term.start, end, term, children))

    def take_rule(self, token: Token) -> None:
        start = self.start_of(token)
        self.blocks.append(ThematicBreak(start, trimmed(self.text, start, self.end_of(token))))

    def take_code(self, token: Token) -> None:
        info = unescapeAll(token.info) if token.type == "fence" else None
        block = code_block(self.text, self.start_of(token), self.end_of(token), token.content, info)
        self.tree.code_blocks.append(block)
        self.blocks.append(block)

    def take_html(self, token: Token) -> None:
        block = html_block(self.text, self.start_of(token), self.end_of(token), token.content)
        self.tree.html.append(block)
        self.blocks.append(block)

    def take_definition(self, token: Token) -> None:
        start = self.start_of(token)
        label = token.meta["label"]
        known = self.environment.setdefault("labels", set())
        if token.meta["id"] not in known:
            known.add(token.meta["id"])
            end = trimmed(self.text, start, self.end_of(token))
            words = _words(label)
            self.tree.definitions.append(LinkDefinition(start, end, words, token.meta["url"], token.meta["title"]))

    def open_leaf(self, token: Token) -> None:
        self.leaf = token

    def close_leaf(self, token: Token) -> None:
        self.leaf = None

    def take_inline(self, token: Token) -> None:
        """The text of the leaf that is open."""
        if self.leaf is None or (not token.content and self.leaf.type == "paragraph_open"):
            return
        assert token.map is not None  # inline tokens of the core have one
        kind = self.leaf.type
        if kind in ("th_open", "td_open"):
            self.row.append(self.cell(token))
            return
        if kind == "heading_open":
            self.take_heading(token, self.leaf)
            return
        places = self.places_of(token.content, token.map[0])
        fields = self.running_text(token, places)
        start = places[0][1]
        leaf = Paragraph(start, _at(places, len(token.content) - 1) + 1 if token.content else start, *fields)
        self.tree.leaves.append(leaf)
        if kind == "dt_open":
            self.term = leaf
        else:
            self.blocks.append(leaf)

    def take_heading(self, token: Token, opening: Token) -> None:
        assert token.map is not None  # see above
        start = self.start_of(opening)
        if opening.markup.startswith("#"):
            first = indented(self.text, start + len(opening.markup), self.line_end(token.map[0]))
            places = [(0, first)]
        else:
            places = self.places_of(token.content, token.map[0])
            start = places[0][1]
        text, marks, inlines = self.running_text(token, places)
        identity = None
        if self.flavour in ("mkdocs", "myst") and (found := _HEADING_ATTRIBUTES.search(text)):
            text = text[: found.start()]
            named = _ID.search(found["attributes"])
            identity = named.group(1) if named else None
        end = trimmed(self.text, start, self.end_of(opening))
        heading = Heading(start, end, text, marks, inlines, int(opening.tag[1]), identity)
        self.tree.leaves.append(heading)
        self.tree.headings.append(heading)
        self.blocks.append(heading)

    def open_table(self, token: Token) -> None:
        self.table = token
        self.rows = []

    def open_row(self, token: Token) -> None:
        assert token.map is not None  # rows have one
        self.row = []
        self.cells = _cells(self.text, self.base + token.meta["start"], self.line_end(token.map[0]))

    def close_row(self, token: Token) -> None:
        self.rows.append(tuple(self.row))

    def close_table(self, token: Token) -> None:
        opening = self.table
        assert opening is not None  # this is its end
        start = self.start_of(opening)
        table = Table(start, trimmed(self.text, start, self.end_of(opening)), self.rows[0], tuple(self.rows[1:]))
        self.tree.tables.append(table)
        self.blocks.append(table)

    def cell(self, token: Token) -> Cell:
        """The next cell of the row; one that the row lacks stands empty at its end."""
        text = self.text
        if len(self.row) < len(self.cells):
            start, end = self.cells[len(self.row)]
        else:
            start = end = self.cells[-1][1] + 1 if self.cells else self.start_of(token)
            start = end = min(end, len(text))
        end = trimmed(text, start, end)
        start = indented(text, start, end)
        if start == end:
            start = end = trimmed(text, 0, end)
        places: _Places = [(0, start)]
        offset = 0
        for place in range(start, end):
            if text[place] == "\\" and text[place + 1 : place + 2] == "|":
                places.append((offset, place + 1))  # the content has the pipe only
            else:
                offset += 1
        cell = Cell(start, end, *self.running_text(token, places))
        self.tree.leaves.append(cell)
        return cell

    # Running text.

    def running_text(self, token: Token, places: _Places) -> tuple[str, tuple[int, ...], tuple[Inline, ...]]:
        """Text, marks and inlines of a leaf."""
        children = token.children or []
        words = _RunningText(self, token.content, places)
        words.read(children)
        for start, end, label, form in self.environment.get("broken", {}).pop(id(children), ()):
            place = words.at(start), words.at(end - 1) + 1
            self.tree.broken_references.append(BrokenReference(*place, _words(label), form))
        return "".join(words.pieces), tuple(words.marks), tuple(words.inlines)


class _RunningText:
    """The text of one leaf; `cursor` is the offset in its content behind the last token."""

    def __init__(self, reader: _Reader, content: str, places: _Places) -> None:
        self.reader = reader
        self.content = content
        self.places = places
        self.cursor = 0
        self.in_text = 0  # how many of the last pieces are text
        self.length = 0
        self.pieces: list[str] = []
        self.marks: list[int] = []
        self.inlines: list[Any] = []
        self.opened: list[tuple[int, int, int]] = []  # place in `inlines`, text offset, offset in the content

    def read(self, tokens: list[Token]) -> None:
        """Take all tokens."""
        for token in tokens:
            if "place" in token.meta and token.type != "link_close":
                self.cursor = token.meta["place"][0]
            _TAKE_INLINE[token.type](self, token)
            if token.type not in ("text", "text_special"):
                self.in_text = 0
            elif token.content:
                self.in_text += 1

    def at(self, offset: int) -> int:
        """The source of an offset in the content."""
        return _at(self.places, offset)

    def range_of(self, token: Token) -> tuple[int, int]:
        """The source of a token that knows its place; the cursor goes behind it."""
        start, end = token.meta["place"]
        self.cursor = end
        return self.at(start), self.at(end - 1) + 1

    def take_text(self, token: Token) -> None:
        words, start = token.content, self.cursor
        if not words:
            return
        self.pieces.append(words)
        self.marks += (self.length, self.at(start))
        following = bisect_right(self.places, (start, _FAR))
        for offset, source in self.places[following : bisect_left(self.places, (start + len(words), 0))]:
            self.marks += (self.length + offset - start, source)
        self.length += len(words)
        self.cursor += len(words)

    def take_special(self, token: Token) -> None:
        """An entity or an escaped character."""
        start, _ = self.range_of(token)
        escaped = token.info == "escape" and token.content != token.markup
        self.pieces.append(token.content)
        self.marks += (self.length, start + escaped)
        self.length += len(token.content)

    def take_break(self, token: Token) -> None:
        newline = self.content.find("\n", token.meta["place"][0])
        while self.in_text and token.meta["place"][0] == newline:  # white space before a line end is no text
            self.in_text -= 1
            words = self.pieces.pop()
            self.length -= len(words) - len(words.rstrip(" \t"))
            if words.rstrip(" \t"):
                self.pieces.append(words.rstrip(" \t"))
                break
        self.cursor = token.meta["place"][1]
        self.pieces.append("\n")
        self.marks += (self.length, self.at(newline))
        self.length += 1

    def take_code(self, token: Token) -> None:
        start, end = self.range_of(token)
        reader = self.reader
        content, marks = code_content(reader.text, start, end, token.content, self.length, reader.quotes)
        code = CodeSpan(start, end, self.length, self.length + len(content), content)
        self.inlines.append(code)
        reader.tree.code_spans.append(code)
        self.pieces.append(content)
        self.marks += marks
        self.length += len(content)

    def take_html(self, token: Token) -> None:
        start, end = self.range_of(token)
        content = inline_html(self.reader.text, start, end, self.reader.quotes)
        tag = Html(start, end, self.length, self.length, content)
        self.inlines.append(tag)
        self.reader.tree.html.append(tag)

    def take_footnote(self, token: Token) -> None:
        start, end = self.range_of(token)
        self.inlines.append(FootnoteReference(start, end, self.length, self.length, token.meta["label"]))

    def take_role(self, token: Token) -> None:
        """A role of MyST is its text."""
        start, end = self.range_of(token)
        self.pieces.append(token.content)
        self.marks += (self.length, max(start, self.reader.text.find(token.content, start, end)))
        self.length += len(token.content)

    def open_emphasis(self, token: Token) -> None:
        self.opened.append((len(self.inlines), self.length, self.cursor))
        self.inlines.append(None)
        self.cursor += len(token.markup)

    def close_emphasis(self, token: Token) -> None:
        self.cursor += len(token.markup)
        place, begin, start = self.opened.pop()
        kind = _EMPHASIS[token.tag]
        self.inlines[place] = Emphasis(self.at(start), self.at(self.cursor - 1) + 1, begin, self.length, kind)

    def open_link(self, token: Token) -> None:
        self.opened.append((len(self.inlines), self.length, len(self.pieces)))
        self.inlines.append(token)
        self.cursor += 1

    def close_link(self, token: Token) -> None:
        place, begin, piece = self.opened.pop()
        opening = self.inlines[place]
        self.inlines[place] = self.link(opening, "href", begin, False, "".join(self.pieces[piece:]))

    def take_image(self, token: Token) -> None:
        self.inlines.append(self.link(token, "src", self.length, True, _alternative(token.children or [])))

    def link(self, token: Token, attribute: str, begin: int, image: bool, words: str) -> Link:
        """A link or image from the token that says where it goes."""
        start, end = token.meta["place"]
        source = self.content[start:end]
        form: LinkForm = "autolink" if token.markup == "autolink" else "inline"
        label = ""
        if "label" in token.meta:
            form, label = _reference_form(source[1:] if image else source)
        target, title = str(token.attrs[attribute]), str(token.attrs.get("title", ""))
        place = self.range_of(token)
        made = Link(*place, begin, self.length, target, title, form, label, image, words)
        self.reader.tree.links.append(made)
        return made


def _at(places: _Places, offset: int) -> int:
    """The source of an offset in a content."""
    start, source = places[max(bisect_right(places, (offset, _FAR)) - 1, 0)]
    return source + offset - start


def _reference_form(source: str) -> tuple[LinkForm, str]:
    """The form of a reference, and its label."""
    if source.endswith("[]") and (own := _LABEL.fullmatch(source, 0, len(source) - 2)):
        return "collapsed", _words(own.group(1))
    own = _LABEL.fullmatch(source)
    if own:
        return "shortcut", _words(own.group(1))
    *_, last = _LABEL.finditer(source)  # markdown-it-py found one
    return "reference", _words(last.group(1))


def _words(label: str) -> str:
    return _SPACES.sub(" ", label).strip(" ")


def _alternative(tokens: list[Token]) -> str:
    """The words of an alternative text, whatever they are made of."""
    words = []
    for token in tokens:
        if token.type == "image":
            words.append(_alternative(token.children or []))
        elif token.type in ("softbreak", "hardbreak"):
            words.append("\n")
        elif token.type != "html_inline":
            words.append(token.content)
    return "".join(words)


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the cells of a row are, between its pipes."""
    end = trimmed(text, start, end)
    if text[start : start + 1] == "|":
        start += 1
    if text[end - 1 : end] == "|" and text[end - 2 : end - 1] != "\\" and end > start:
        end -= 1
    found = []
    for pipe in _PIPE.finditer(text, start, end):
        found.append((start, pipe.start()))
        start = pipe.end()
    found.append((start, end))
    return found


_TAKE: dict[str, Callable[[_Reader, Token], None]] = {
    "paragraph_open": _Reader.open_leaf,
    "paragraph_close": _Reader.close_leaf,
    "heading_open": _Reader.open_leaf,
    "heading_close": _Reader.close_leaf,
    "th_open": _Reader.open_leaf,
    "th_close": _Reader.close_leaf,
    "td_open": _Reader.open_leaf,
    "td_close": _Reader.close_leaf,
    "dt_open": _Reader.open_leaf,
    "dt_close": _Reader.close_leaf,
    "inline": _Reader.take_inline,
    "table_open": _Reader.open_table,
    "tr_open": _Reader.open_row,
    "tr_close": _Reader.close_row,
    "table_close": _Reader.close_table,
    "fence": _Reader.take_code,
    "code_block": _Reader.take_code,
    "html_block": _Reader.take_html,
    "hr": _Reader.take_rule,
    "definition": _Reader.take_definition,
    "blockquote_open": _Reader.open_container,
    "blockquote_close": _Reader.close_quote,
    "alert_open": _Reader.open_container,
    "alert_close": _Reader.close_quote,
    "bullet_list_open": _Reader.open_container,
    "bullet_list_close": _Reader.close_list,
    "ordered_list_open": _Reader.open_container,
    "ordered_list_close": _Reader.close_list,
    "list_item_open": _Reader.open_container,
    "list_item_close": _Reader.close_item,
    "footnote_reference_open": _Reader.open_container,
    "footnote_reference_close": _Reader.close_footnote,
    "dd_open": _Reader.open_container,
    "dd_close": _Reader.close_definition,
    "directive_open": _Reader.open_container,
    "directive_close": _Reader.close_directive,
}
_TAKE_INLINE: dict[str, Callable[[_RunningText, Token], None]] = {
    "text": _RunningText.take_text,
    "text_special": _RunningText.take_special,
    "softbreak": _RunningText.take_break,
    "hardbreak": _RunningText.take_break,
    "code_inline": _RunningText.take_code,
    "html_inline": _RunningText.take_html,
    "footnote_ref": _RunningText.take_footnote,
    "role": _RunningText.take_role,
    "em_open": _RunningText.open_emphasis,
    "em_close": _RunningText.close_emphasis,
    "strong_open": _RunningText.open_emphasis,
    "strong_close": _RunningText.close_emphasis,
    "s_open": _RunningText.open_emphasis,
    "s_close": _RunningText.close_emphasis,
    "link_open": _RunningText.open_link,
    "link_close": _RunningText.close_link,
    "image": _RunningText.take_image,
}
