"""Where instructions can stand: the running text of a document, with what a reader sees around it."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from doclint.markdown.nodes import (
    Block,
    CodeBlock,
    Definition,
    Directive,
    Document,
    Heading,
    Leaf,
    Link,
    List,
    Paragraph,
    Quote,
    Table,
)

Kind = Literal["step", "bullet", "task", "prose", "cell", "comment"]
Following = Literal["code", "list", "table", "image", "text", "other", ""]
ITEMS = frozenset(("step", "bullet", "task"))

_ACTIONS = re.compile(r"(?:steps?|actions?|tasks?|instructions?|procedures?|what to do|to do)\b", re.IGNORECASE)
_SHELLS = frozenset(("sh", "bash", "shell", "zsh", "console", "powershell", "shell-session"))


class Passage(Struct, frozen=True, gc=False):
    """
    Running text, and what surrounds it.

    `before` is the text above: the line that introduces its list, the paragraph or the heading before.
    `following` is the kind of block that comes next and belongs to it, `after` the text of that block.
    """

    leaf: Leaf
    kind: Kind
    before: str
    following: Following
    after: str
    opens: bool  # the first text below a heading


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
        if isinstance(block, Paragraph):
            kind = _following(following)
            yield Passage(block, "prose", _text(above), kind, _text(following), isinstance(above, Heading))
        elif isinstance(block, List):
            yield from _of_list(block, above)
        elif isinstance(block, Table):
            yield from _of_table(block)
        elif isinstance(block, (Definition, Directive)) or (isinstance(block, Quote) and block.alert):
            yield from _below(block.children, above, following)
        above = block


def _of_list(block: List, above: Block | None) -> Iterator[Passage]:
    lead = _text(above)
    for place, item in enumerate(block.children):
        if item.done:
            continue
        leaf = item.leaf
        if leaf is None:
            yield from _below(item.children, above, None)
            continue
        kind: Kind = "task" if item.done is False else "bullet" if block.first is None else "step"
        inner = item.children[1] if len(item.children) > 1 else None
        opens = place == 0 and isinstance(above, Heading)
        yield Passage(leaf, kind, lead, _following(inner), _text(inner), opens)
        if inner is not None:
            yield from _below(item.children[1:], leaf, None)


def _of_table(table: Table) -> Iterator[Passage]:
    """Cells of the columns whose head says that they are actions; what another cell shows belongs to them."""
    columns = [place for place, cell in enumerate(table.head) if _ACTIONS.match(cell.text)]
    if not columns:
        return
    for row in table.rows:
        for place in columns:
            shown = next((cell.text for cell in row if cell is not row[place] and cell.inlines), "")
            if row[place].text:
                yield Passage(row[place], "cell", "", "code" if shown else "", shown, False)


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
            yield Passage(leaf, "comment", "", "code" if command else "", follower, False)
        place = end + 1


def _following(block: Block | None) -> Following:
    """What kind of thing a block shows its reader."""
    if block is None:
        return ""
    if isinstance(block, Paragraph):
        alone = block.inlines and not block.text.strip()
        return "image" if alone and any(isinstance(item, Link) and item.image for item in block.inlines) else "text"
    return _SHOWS.get(type(block), "other")


_SHOWS: dict[type[Block], Following] = {CodeBlock: "code", List: "list", Table: "table"}


def _text(block: Block | None) -> str:
    """Running text of a block that has it."""
    return block.text if isinstance(block, Leaf) else ""
