"""What MkDocs and MyST add to the blocks of Markdown: rules for markdown-it-py, loaded with those flavours only."""

import re

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

_INDENTED = re.compile(r"(!!!|\?\?\?\+?|===[!+]?)[ \t]+(\S.*)")
_FENCED = re.compile(r"(`{3,}|~{3,}|:{3,})[ \t]*\{([\w:.+-]+)\}[ \t]*(.*)")
_PLAIN_COLONS = re.compile(r"(:{3,})[ \t]*([\w-]*)[ \t]*(.*)")
_OPTION = re.compile(r":[\w-]+:(?:[ \t]|$)")
_ROLE = re.compile(r"\{[A-Za-z][\w:.+-]*\}(?=`)")
_WITHOUT_MARKDOWN = {"code", "code-block", "code-cell", "sourcecode", "literalinclude", "prompt", "math", "mermaid"}
_WITHOUT_MARKDOWN |= {"toctree", "eval-rst", "raw", "csv-table", "list-table", "autodoc", "automodule", "autoclass"}
_WITHOUT_MARKDOWN |= {"autofunction", "graphviz", "plantuml", "bibliography", "include", "image", "highlight"}
_STOPS: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}


def enable(parser: MarkdownIt, flavour: str) -> None:
    """Add the rules of a flavour."""
    if flavour == "mkdocs":
        parser.block.ruler.before("fence", "admonition", _indented_directive, _STOPS)
    else:
        parser.block.ruler.before("fence", "directive", _fenced_directive, _STOPS)
        parser.inline.ruler.before("backticks", "role", _role)


def _indented_directive(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    """`!!! note "Title"`, `??? tip`, `=== "Tab"`, and what is indented by four below."""
    if state.is_code_block(line):
        return False
    match = _INDENTED.match(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line])
    if not match:
        return False
    if silent:
        return True
    mark, words = match.groups()
    name, _, argument = ("tab", "", words) if mark.startswith("=") else words.partition(" ")
    stop = _indented_end(state, line + 1, end_line)
    _add(state, line, line + 1, stop, stop, name, argument.strip().strip('"'), 4)
    return True


def _indented_end(state: StateBlock, line: int, end_line: int) -> int:
    stop = line
    while line < end_line:
        if not state.isEmpty(line):
            if state.sCount[line] < state.blkIndent + 4:
                break
            stop = line + 1
        line += 1
    return stop


def _fenced_directive(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    """A directive of MyST in backticks or colons; those whose body is no Markdown are left to the fence."""
    if state.is_code_block(line):
        return False
    start, end = state.bMarks[line] + state.tShift[line], state.eMarks[line]
    match = _FENCED.match(state.src, start, end) or _PLAIN_COLONS.match(state.src, start, end)
    if not match or (match[2] in _WITHOUT_MARKDOWN and match[1][0] != ":"):
        return False
    if silent:
        return True
    close = _closing_line(state, line + 1, end_line, match[1])
    body = _after_options(state, line + 1, close) if match[2] not in _WITHOUT_MARKDOWN else close
    _add(state, line, body, close, min(close + 1, end_line), match[2], match[3].strip(), 0)
    return True


def _closing_line(state: StateBlock, line: int, end_line: int, mark: str) -> int:
    """The line that closes a fence, or the end."""
    while line < end_line:
        if not state.isEmpty(line) and state.sCount[line] < state.blkIndent:
            break  # the container ends
        words = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip()
        if words.startswith(mark) and not words.strip(mark[0]):
            break
        line += 1
    return line


def _after_options(state: StateBlock, line: int, stop: int) -> int:
    """The first line of a body behind its `:key: value` lines or its YAML."""

    def words(number: int) -> str:
        return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]

    if line < stop and words(line).rstrip() == "---":
        following = next((number for number in range(line + 1, stop) if words(number).rstrip() == "---"), None)
        return line if following is None else following + 1
    while line < stop and _OPTION.match(words(line)):
        line += 1
    return line


def _add(
    state: StateBlock, line: int, body: int, body_end: int, after: int, name: str, argument: str, indent: int
) -> None:
    """A directive from `line` to `after`, with the blocks of its body."""
    token = state.push("directive_open", "", 1)
    token.meta = {"name": name, "argument": argument}
    token.map = [line, after]
    parent, last = state.parentType, state.lineMax
    state.parentType = "directive"
    state.lineMax = body_end
    state.blkIndent += indent
    state.md.block.tokenize(state, body, body_end)
    state.blkIndent -= indent
    state.parentType, state.lineMax = parent, last
    state.push("directive_close", "", -1)
    state.line = after


def _role(state: StateInline, silent: bool) -> bool:
    """`{name}` and a code span: the role of MyST, of which the words count."""
    if state.src[state.pos] != "{":
        return False
    match = _ROLE.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    start = match.end()
    ticks = start
    while state.src[ticks : ticks + 1] == "`":
        ticks += 1
    end = state.src.find(state.src[start:ticks], ticks, state.posMax)
    if end < 0:
        return False
    if not silent:
        token = state.push("role", "", 0)
        token.content = state.src[ticks:end].replace("\n", " ")
    state.pos = end + ticks - start
    return True
