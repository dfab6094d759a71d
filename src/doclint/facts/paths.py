"""File paths that texts name: `src/main.py:12`, `docs/guides/`. Only what can hardly be anything else."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from msgspec import Struct

from doclint.markdown.nodes import Block, CodeSpan, Document, Leaf, Link
from doclint.model import Span

_ENDINGS = (
    "md|mdx|markdown|rst|adoc|txt|py|pyi|ipynb|go|rs|js|mjs|cjs|jsx|ts|tsx|vue|svelte|java|kt|kts|scala|rb|php|pl|lua"
    "|c|h|cc|cpp|hpp|cs|swift|m|sh|bash|zsh|ps1|bat|sql|proto|graphql|tf|hcl|yaml|yml|json|toml|ini|cfg|xml|html|css"
    "|scss|svg|png|jpe?g|gif|pdf|csv"
)
_PATH = re.compile(
    rf"((?:/|~/|[A-Za-z]:/|(?:\.{{1,2}}/)+)?(?:[\w@+.-]+/)+(?:[\w@+-][\w@+.-]*\.(?:{_ENDINGS}))?)"
    r"(?::\d+(?:[-:]\d+)*|#L\d+(?:-L?\d+)?)?"
)
_CODE_BELOW = re.compile(r"[ \t]*\n(?:(?:[ \t]*+\n)*+ {0,3}(?:`{3}|~{3})|(?:[ \t]*+\n)++(?: {4}|\t))")
_LONGEST = 200
_PLAIN_SLASH = re.compile(rf"/[\w@+.-]{{1,100}}\.(?:{_ENDINGS})\b")
_IN_TEXT = re.compile(
    rf"(?<![\w/.:@#&?=~\\{{}}<>$*%-])((?:\.{{1,2}}/){{0,9}}(?:[\w@+.-]{{1,60}}/){{1,12}}[\w@+-][\w@+.-]{{0,80}}?\.(?:{_ENDINGS}))"
    r"(?![\w/*{<$-]|\.\w)"
)
_INVENTED = re.compile(
    r"(?:^|[/_.-])(?:path/to|foo|bar|baz|your|my|some|x{2,}|y{4}|yyyymmdd|n{2,}|mm-dd|\.{3})(?=[/_.-]|$)|\.\.\."
    r"|(?:^|/)(?:[a-z]|examples?|file|page|doc|document|guide|test|sample|demo|other|another|name|my\w+)\.\w+$",
    re.IGNORECASE,
)
_TO_BE_MADE = re.compile(
    r"\b(?:creat|add|new\b|generat|writ|sav|output|export|produc|delet|remov|renam|mov(?:e|ed|ing)\b|formerly|was\b|were\b"
    r"|deprecat|obsolete|e\.g\.|for example|such as|copy|copied|cp\b|mkdir|touch|no longer|missing|not exist|does ?n.t"
    r"|planned|future|propos|will\b|should be|would|todo|replac)",
    re.IGNORECASE,
)
_TEMPLATE = re.compile(r"\{[%{*]")  # puts something in here
_SENTENCE_END = re.compile(r"\n|(?<!\be\.g)(?<!\bi\.e)[.;!?]\s")
_PAST = re.compile(
    r"\W*(?:change ?logs?|changes|release notes|releases|(?:version |release )?history|what.s new)\W*\Z|"
    r"\W*(?:(?:version|release) \d+\.|v\d+(?:\.\d+)+|\d+\.\d+\.\d+)",
    re.IGNORECASE,
)


class PathFact(Struct, frozen=True, gc=False, array_like=True):
    """A path that a text names, without line numbers; a folder ends with a slash."""

    path: str
    span: Span


def paths_of(document: Document) -> tuple[PathFact, ...]:
    """
    Paths in code spans, and paths of files in plain text.

    Left out: invented names, and those that the text around says are to be made, moved or gone.
    """
    found = []
    for leaf in document.leaves:
        if "/" in leaf.text:
            named = _in_plain_text(leaf) if _PLAIN_SLASH.search(leaf.text) else ()
            for path, start, end in (*_in_code(leaf), *named):
                around = _sentence(leaf.text, start, end)
                if _INVENTED.search(path) or _TO_BE_MADE.search(around) or _TEMPLATE.search(around):
                    continue
                if not _is_caption(document, leaf, path) and not _is_past(document, leaf):
                    found.append(PathFact(path, document.span(*leaf.source_range(start, end))))
    return tuple(found)


def _is_caption(document: Document, leaf: Leaf, path: str) -> bool:
    """Is it the name of the file that the code below shows?"""
    if leaf.text.strip(" :`*") != path:
        return False
    blocks = document.children
    place = bisect_left(blocks, leaf.start, key=_start)
    is_outermost = place < len(blocks) and blocks[place] is leaf
    return is_outermost and _CODE_BELOW.match(document.text, leaf.end) is not None  # an outline has no code blocks


def _is_past(document: Document, leaf: Leaf) -> bool:
    """Does it stand under what changed in a release?"""
    return document.ask(_tells_past) and any(map(_PAST.match, document.heading_path(document.section_at(leaf.start))))


def _tells_past(document: Document) -> bool:
    return any(_PAST.match(" ".join(heading.text.split())) for heading in document.headings)


def _start(block: Block) -> int:
    return block.start


_Named = tuple[str, int, int]  # a path, and where it stands in the text of its leaf


def _in_code(leaf: Leaf) -> Iterator[_Named]:
    for inline in leaf.inlines:
        if type(inline) is CodeSpan and "/" in inline.content and len(inline.content) <= _LONGEST:
            match = _PATH.fullmatch(inline.content)
            if match and _is_deep(match[1]):
                yield match[1], inline.text_start, inline.text_end


def _in_plain_text(leaf: Leaf) -> Iterator[_Named]:
    """Paths outside links and code."""
    taken = [(inline.text_start, inline.text_end) for inline in leaf.inlines if isinstance(inline, CodeSpan | Link)]
    for match in _IN_TEXT.finditer(leaf.text):
        start, end = match.span(1)
        if _is_deep(match[1]) and not any(begin < end and start < stop for begin, stop in taken):
            yield match[1], start, end


def _is_deep(path: str) -> bool:
    """Does it name a folder, and no hidden one? Those are mostly the reader's own."""
    plain = re.sub(r"^(?:\.{1,2}/)+", "", path)
    return plain.strip("/").count("/") + plain.startswith("/") > 0 and not plain.startswith(".")


def _sentence(text: str, start: int, end: int) -> str:
    """What stands around a path, up to the ends of its sentence or line, 120 characters at most each way."""
    before = _SENTENCE_END.split(text[max(0, start - 120) : start])[-1]
    after = _SENTENCE_END.split(text[end : end + 120])[0]
    return f"{before} {after}"
