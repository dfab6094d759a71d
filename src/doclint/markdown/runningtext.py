"""Inline tokens of markdown-it-py → the text of a leaf, its marks, its inline nodes."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from typing import Any

from markdown_it.token import Token

from doclint.markdown.nodes import CodeSpan, Emphasis, FootnoteReference, Html, Link, LinkForm
from doclint.markdown.placed import LABEL
from doclint.markdown.shapes import Tree, code_content, inline_html

_EMPHASIS: dict[str, Any] = {"em": "emphasis", "strong": "strong", "s": "strike"}
_SPACES = re.compile(r"[ \t\n]+")
_FAR = 1 << 60

Places = list[tuple[int, int]]  # offset in the content of a block, offset in the source; ascending


class RunningText:
    """
    The text of one leaf, which stands in so many quotes; links, code and HTML go to the tree as well.

    `cursor` is the offset in its content behind the last token.
    """

    def __init__(self, tree: Tree, text: str, quotes: int, content: str, places: Places) -> None:
        self.tree = tree
        self.text = text
        self.quotes = quotes
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
        return source_of(self.places, offset)

    def _range_of(self, token: Token) -> tuple[int, int]:
        """The source of a token that knows its place; the cursor goes behind it."""
        start, end = token.meta["place"]
        self.cursor = end
        return self.at(start), self.at(end - 1) + 1

    def _take_text(self, token: Token) -> None:
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

    def _take_special(self, token: Token) -> None:
        """An entity or an escaped character."""
        start, _ = self._range_of(token)
        escaped = token.info == "escape" and token.content != token.markup
        self.pieces.append(token.content)
        self.marks += (self.length, start + escaped)
        self.length += len(token.content)

    def _take_break(self, token: Token) -> None:
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

    def _take_code(self, token: Token) -> None:
        start, end = self._range_of(token)
        content, marks = code_content(self.text, start, end, token.content, self.length, self.quotes)
        code = CodeSpan(start, end, self.length, self.length + len(content), content)
        self.inlines.append(code)
        self.tree.code_spans.append(code)
        self.pieces.append(content)
        self.marks += marks
        self.length += len(content)

    def _take_html(self, token: Token) -> None:
        start, end = self._range_of(token)
        content = inline_html(self.text, start, end, self.quotes)
        tag = Html(start, end, self.length, self.length, content)
        self.inlines.append(tag)
        self.tree.html.append(tag)

    def _take_footnote(self, token: Token) -> None:
        start, end = self._range_of(token)
        self.inlines.append(FootnoteReference(start, end, self.length, self.length, token.meta["label"]))

    def _take_role(self, token: Token) -> None:
        """A role of MyST is its text."""
        start, end = self._range_of(token)
        self.pieces.append(token.content)
        self.marks += (self.length, max(start, self.text.find(token.content, start, end)))
        self.length += len(token.content)

    def _open_emphasis(self, token: Token) -> None:
        self.opened.append((len(self.inlines), self.length, self.cursor))
        self.inlines.append(None)
        self.cursor += len(token.markup)

    def _close_emphasis(self, token: Token) -> None:
        self.cursor += len(token.markup)
        place, begin, start = self.opened.pop()
        kind = _EMPHASIS[token.tag]
        self.inlines[place] = Emphasis(self.at(start), self.at(self.cursor - 1) + 1, begin, self.length, kind)

    def _open_link(self, token: Token) -> None:
        self.opened.append((len(self.inlines), self.length, len(self.pieces)))
        self.inlines.append(token)
        self.cursor += 1

    def _close_link(self, token: Token) -> None:
        place, begin, piece = self.opened.pop()
        opening = self.inlines[place]
        self.inlines[place] = self._link(opening, "href", begin, False, "".join(self.pieces[piece:]))

    def _take_image(self, token: Token) -> None:
        self.inlines.append(self._link(token, "src", self.length, True, _alternative(token.children or [])))

    def _link(self, token: Token, attribute: str, begin: int, image: bool, words: str) -> Link:
        """A link or image from the token that says where it goes."""
        start, end = token.meta["place"]
        source = self.content[start:end]
        form: LinkForm = "autolink" if token.markup == "autolink" else "inline"
        label = ""
        if "label" in token.meta:
            form, label = _reference_form(source[1:] if image else source)
        target, title = str(token.attrs[attribute]), str(token.attrs.get("title", ""))
        place = self._range_of(token)
        made = Link(*place, begin, self.length, target, title, form, label, image, words)
        self.tree.links.append(made)
        return made


def source_of(places: Places, offset: int) -> int:
    """The source of an offset in a content."""
    start, source = places[max(bisect_right(places, (offset, _FAR)) - 1, 0)]
    return source + offset - start


def _reference_form(source: str) -> tuple[LinkForm, str]:
    """The form of a reference, and its label."""
    if source.endswith("[]") and (own := LABEL.fullmatch(source, 0, len(source) - 2)):
        return "collapsed", label_of(own.group(1))
    own = LABEL.fullmatch(source)
    if own:
        return "shortcut", label_of(own.group(1))
    *_, last = LABEL.finditer(source)  # markdown-it-py found one
    return "reference", label_of(last.group(1))


def label_of(label: str) -> str:
    """A label as it is kept: spaces and line ends are single spaces."""
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


_TAKE_INLINE: dict[str, Callable[[RunningText, Token], None]] = {
    "text": RunningText._take_text,
    "text_special": RunningText._take_special,
    "softbreak": RunningText._take_break,
    "hardbreak": RunningText._take_break,
    "code_inline": RunningText._take_code,
    "html_inline": RunningText._take_html,
    "footnote_ref": RunningText._take_footnote,
    "role": RunningText._take_role,
    "em_open": RunningText._open_emphasis,
    "em_close": RunningText._close_emphasis,
    "strong_open": RunningText._open_emphasis,
    "strong_close": RunningText._close_emphasis,
    "s_open": RunningText._open_emphasis,
    "s_close": RunningText._close_emphasis,
    "link_open": RunningText._open_link,
    "link_close": RunningText._close_link,
    "image": RunningText._take_image,
}
