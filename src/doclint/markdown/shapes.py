"""What both readers build, and where its nodes begin and end: one definition, so that the readers agree."""

import re
from bisect import bisect_right
from collections.abc import Callable

from doclint.markdown.nodes import (
    Block,
    BrokenReference,
    CodeBlock,
    CodeSpan,
    Footnote,
    Heading,
    Html,
    HtmlBlock,
    Item,
    Leaf,
    Link,
    LinkDefinition,
    Node,
    Table,
)

_NUMBER = re.compile(r"[0-9]{1,9}")
_BARE_LINE = re.compile(r"\n[ \t>]*\Z")
_BLANK = " \t\n"
_MOST_QUOTES = 999
DEEPEST = 100  # containers in containers; what is deeper is not analysed


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
        self.definitions: list[LinkDefinition] = []
        self.broken_references: list[BrokenReference] = []
        self.not_analysed = ""


def indented(text: str, start: int, end: int, blank: str = _BLANK) -> int:
    """The start of a block without the indent before it."""
    while start < end and text[start] in blank:
        start += 1
    return start


def trimmed(text: str, start: int, end: int) -> int:
    """The end of a block without the white space it may close with."""
    while end > start and text[end - 1] in _BLANK:
        end -= 1
    return end


def container_end(text: str, start: int, children: tuple[Block, ...]) -> int:
    """A container ends with its last child; an empty one with its marker."""
    if children:
        return children[-1].end
    line_end = text.find("\n", start)
    return trimmed(text, start, len(text) if line_end < 0 else line_end)


def list_number(text: str, start: int) -> int | None:
    """The number a list starts with, None for bullets."""
    number = _NUMBER.match(text, start)
    return int(number.group()) if number else None


def code_block(text: str, start: int, end: int, content: str, info: str | None) -> CodeBlock:
    """
    A code block from its source and its content; `info` is None for an indented one.

    A fence is closed when its source has a line more than its opening line and its content.
    """
    start = indented(text, start, end)
    stop = trimmed(text, start, end)
    if content[-1:] not in ("", "\n"):
        content += "\n"  # the last line of a text may lack it
    lines = content.count("\n")
    if info is None:
        return CodeBlock(start, stop, "", content, False, True, _content_start(text, start, content))
    closed = text.count("\n", start, stop) == lines + 1 and not _BARE_LINE.search(text, start, stop)
    if not closed:
        stop = _line_end(text, start, stop, content.rstrip(_BLANK).count("\n") + 1 if content.strip(_BLANK) else 0)
    content_start = text.find("\n", start, stop) + 1 or stop
    if content:
        content_start = _content_start(text, content_start, content)
    return CodeBlock(start, stop, info.strip(), content, True, closed, content_start)


def _line_end(text: str, start: int, stop: int, lines: int) -> int:
    """Where the line ends that is so many lines below."""
    place = text.find("\n", start, stop)
    while place >= 0 and lines:
        lines -= 1
        place = text.find("\n", place + 1, stop)
    return trimmed(text, start, stop if place < 0 else place)


def _content_start(text: str, start: int, content: str) -> int:
    """Where the first line of the content stands: it ends a line of the source, but for a tab cut in two."""
    begin = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", start)
    line_end = len(text) if line_end < 0 else line_end
    width = content.find("\n")
    return max(begin, line_end - (len(content) if width < 0 else width))


def html_block(text: str, start: int, end: int, content: str) -> HtmlBlock:
    """A block of raw HTML, without the indent of its first line and the blank lines after its last."""
    start, content = indented(text, start, end), content.strip(_BLANK)
    return HtmlBlock(start, _line_end(text, start, end, content.count("\n")), content)


def places_of_lines(text: str, node: Node, content: str) -> Callable[[int], int]:
    """From offsets in a node's content to the source, when the lines of the content end its source's lines."""
    start, end = node.start, node.end
    if text.startswith(content, start):
        return start.__add__
    before, sources = [0], [start]
    offset = content.find("\n") + 1
    place = text.find("\n", start, end)
    while offset > 0 and place >= 0:
        following = content.find("\n", offset)
        line_end = text.find("\n", place + 1, end)
        width = (len(content) if following < 0 else following) - offset
        before.append(offset)
        sources.append(max((end if line_end < 0 else line_end) - width, place + 1))
        offset, place = following + 1, line_end

    def convert(offset: int) -> int:
        line = bisect_right(before, offset) - 1
        return sources[line] + offset - before[line]

    return convert


def code_content(text: str, start: int, end: int, content: str, offset: int, quotes: int) -> tuple[str, list[int]]:
    """
    The content of a code span `text[start:end]` and its marks, when it stands at `offset` of its leaf.

    Mostly the content is what stands between the backticks. Where it goes over lines, each line lost its
    indent and the markers of up to `quotes` block quotes (worked out here: pulldown-cmark keeps part of the
    indent); in a table, pipes lost a backslash.
    """
    begin = start
    while text[begin] == "`":
        begin += 1
    stop = end - (begin - start)
    over_lines = text.find("\n", begin, stop) >= 0
    if not over_lines:
        for place in (begin, begin + 1):
            if text.startswith(content, place):
                return content, [offset, place]
    characters, places = _lines(text, begin, stop, quotes, " ") if over_lines else _code_in_cell(text, begin, stop)
    if characters[:1] == " " == characters[-1:] and characters.strip(" "):
        characters, places = characters[1:-1], places[1:-1]
    marks: list[int] = []
    expected = -1
    for index, place in enumerate(places):
        if place != expected:
            marks += (offset + index, place)
        expected = place + 1
    return characters, marks


def inline_html(text: str, start: int, end: int, quotes: int) -> str:
    """The content of a tag in running text: lines without indent and quote markers."""
    source = text[start:end]
    return source if "\n" not in source else _lines(text, start, end, quotes, "\n")[0]


def _lines(text: str, begin: int, stop: int, quotes: int, joint: str) -> tuple[str, list[int]]:
    prefix = re.compile(rf"(?:[ \t]*>){{0,{min(quotes, _MOST_QUOTES)}}}[ \t]*")
    characters: list[str] = []
    places: list[int] = []
    while begin < stop:
        line_end = text.find("\n", begin, stop)
        line_end = stop if line_end < 0 else line_end
        characters.append(text[begin:line_end])
        places += range(begin, line_end)
        if line_end == stop:
            break
        characters.append(joint)
        places.append(line_end)
        found = prefix.match(text, line_end + 1, stop)
        assert found is not None  # matches the empty string
        begin = found.end()
    return "".join(characters), places


def _code_in_cell(text: str, begin: int, stop: int) -> tuple[str, list[int]]:
    places = [place for place in range(begin, stop) if text[place] != "\\" or text[place + 1] != "|"]
    return "".join(text[place] for place in places), places
