"""Where instructions can stand: the running text of a document, with what a reader sees around it."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from doclint.markdown.nodes import (
    Block,
    Cell,
    CodeBlock,
    Definition,
    Directive,
    Document,
    Heading,
    Leaf,
    Link,
    List,
    Node,
    Paragraph,
    Quote,
    Table,
)
from doclint.rare import rare

Kind = Literal["step", "bullet", "task", "prose", "cell", "comment"]
Following = Literal["code", "list", "table", "image", "text", "other", ""]
ITEMS = frozenset(("step", "bullet", "task"))

_ACTIONS = rare(r"(?:steps?|actions?|tasks?|instructions?|procedures?|what to do|to do)\b", re.IGNORECASE)
_SHELLS = frozenset(("sh", "bash", "shell", "zsh", "console", "powershell", "shell-session"))


class Passage(Struct, frozen=True, gc=False):
    """Running text, and what surrounds it: what stands above it or its list, and what comes next and belongs to it."""

    leaf: Leaf
    kind: Kind
    above: Node | None
    below: Node | None
    opens: bool  # the first text below a heading

    @property
    def before(self) -> str:
        """The text above: the line that introduces its list, the paragraph or the heading before."""
        return _text(self.above)

    @property
    def following(self) -> Following:
        """What kind of thing comes next."""
        block = self.below
        if block is None:
            return ""
        if type(block) is Paragraph:
            return "image" if block.inlines and _is_image(block) else "text"
        return _SHOWS.get(type(block), "other")

    @property
    def after(self) -> str:
        """The text of what comes next."""
        return _text(self.below)


def passages(document: Document, comments: bool = False) -> Iterator[Passage]:
    """
    The passages that may instruct, in document order. No headings, quotes, footnotes or ticked boxes; of
    tables the columns of actions; the comments of shell blocks when asked for.
    """
    yield from _below(document.children, None, None)
    if comments:
        for block in document.code_blocks:
            if block.language in _SHELLS:
                yield from _comments(document, block)


def _below(blocks: Sequence[Block], above: Block | None, below: Block | None) -> Iterator[Passage]:
    last = len(blocks) - 1
    for place, block in enumerate(blocks):
        following = blocks[place + 1] if place < last else below
        if type(block) is Paragraph:
            yield Passage(block, "prose", above, following, type(above) is Heading)
        elif type(block) is List:
            yield from _of_list(block, above)
        elif type(block) is Table:
            yield from _of_table(block)
        elif type(block) is Directive or type(block) is Definition or (type(block) is Quote and block.alert):
            yield from _below(block.children, above, following)
        above = block


def _of_list(block: List, above: Block | None) -> Iterator[Passage]:
    for place, item in enumerate(block.children):
        if item.done:
            continue
        leaf = item.leaf
        if leaf is None:
            yield from _below(item.children, above, None)
            continue
        kind: Kind = "task" if item.done is False else "bullet" if block.first is None else "step"
        inner = item.children[1] if len(item.children) > 1 else None
        opens = place == 0 and type(above) is Heading
        yield Passage(leaf, kind, above, inner, opens)
        if inner is not None:
            yield from _below(item.children[1:], leaf, None)


def _of_table(table: Table) -> Iterator[Passage]:
    """Cells of the columns whose head says that they are actions; what another cell shows belongs to them."""
    columns = [place for place, cell in enumerate(table.head) if _ACTIONS.match(cell.text)]
    if not columns:
        return
    for row in table.rows:
        for place in columns:
            if row[place].text:
                shown = next((cell for cell in row if cell is not row[place] and cell.inlines), None)
                yield Passage(row[place], "cell", None, shown, False)


def _comments(document: Document, block: CodeBlock) -> Iterator[Passage]:
    """Lines that start with `#`; a command on the next line belongs to its comment."""
    text = document.text
    place = block.content_start
    while 0 <= place < block.end:
        end = text.find("\n", place, block.end)
        end = block.end if end < 0 else end
        line = text[place:end]
        stripped = line.lstrip()
        words = stripped.lstrip("#").strip()
        if stripped.startswith("#") and not stripped.startswith("#!") and words:
            start = place + line.index(words)
            leaf = Paragraph(start, start + len(words), words, (0, start), ())
            follower = text[end + 1 : text.find("\n", end + 1)].strip()
            command = bool(follower) and not follower.startswith(("#", "`", "~"))
            yield Passage(leaf, "comment", None, block if command else None, False)
        place = end + 1


def _is_image(block: Paragraph) -> bool:
    return not block.text.strip() and any(type(item) is Link and item.image for item in block.inlines)


_SHOWS: dict[type[Node], Following] = {CodeBlock: "code", Cell: "code", List: "list", Table: "table"}


def _text(block: Node | None) -> str:
    """Running text of a block that has it."""
    return block.text if isinstance(block, Leaf) else ""
