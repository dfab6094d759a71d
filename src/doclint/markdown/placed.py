"""markdown-it-py for a flavour, made to note on its tokens where they are: it knows lines only."""

import re
from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from doclint.markdown.nodes import LinkForm
from doclint.markdown.shapes import DEEPEST

LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\]", re.DOTALL)
_UNPLACED = {"text", "em_open", "em_close", "strong_open", "strong_close", "s_open", "s_close"}
_CLOSING = re.compile(r"(?:^|[ \t]+)#+$")
_BRACKETS = {"link": "[", "image": "!"}
_TEXTS = ("paragraph_open", "heading_open")
_BOX = re.compile(r"\[([ xX])\](?:[ \t]+|(?=\n)|\Z)")


def parser_of(flavour: str) -> MarkdownIt:
    """The parser of a flavour. Tokens of blocks have `start` in their `meta`, most inline ones `place`."""
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
    following = LABEL.match(state.src, end + 1, state.posMax)
    if following and following.group(1).startswith("^"):  # a footnote after it
        following = None
    if following and following.group(1).strip():
        return start, following.end(), following.group(1), "reference"
    own = LABEL.match(state.src, bracket, end + 1)
    if not own or not own.group(1).strip() or own.group(1).startswith("^"):
        return None
    if following:
        return start, following.end(), own.group(1), "collapsed"
    return start, end + 1, own.group(1), "shortcut"
