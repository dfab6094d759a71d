"""File paths named in code spans: `src/main.py:12`, `docs/guides/`. Only what can hardly be anything else."""

import re

from msgspec import Struct

from doclint.markdown.nodes import CodeSpan, Document
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
_LONGEST = 200
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


class PathFact(Struct, frozen=True, gc=False):
    """A path named in a code span, without line numbers; a folder ends with a slash."""

    path: str
    span: Span


def paths_of(document: Document) -> tuple[PathFact, ...]:
    """
    Paths in document order.

    Left out: invented names, and those that the text around says are to be made, moved or gone.
    """
    if not any("/" in span.content for span in document.code_spans):
        return ()
    found = []
    for leaf in document.leaves:
        for inline in leaf.inlines:
            if not isinstance(inline, CodeSpan) or "/" not in inline.content or len(inline.content) > _LONGEST:
                continue
            match = _PATH.fullmatch(inline.content)
            if not match or not _is_deep(match[1]):
                continue
            if _INVENTED.search(match[1]) or _TO_BE_MADE.search(_sentence(leaf.text, inline)):
                continue
            found.append(PathFact(match[1], document.span_of(inline)))
    return tuple(found)


def _is_deep(path: str) -> bool:
    """Does it name a folder, and no hidden one? Those are mostly the reader's own."""
    plain = re.sub(r"^(?:\.{1,2}/)+", "", path)
    return plain.strip("/").count("/") + plain.startswith("/") > 0 and not plain.startswith(".")


def _sentence(text: str, span: CodeSpan) -> str:
    """What stands around a code span, up to the ends of its sentence or line, 120 characters at most each way."""
    before = re.split(r"\n|[.;!?]\s", text[max(0, span.text_start - 120) : span.text_start])[-1]
    after = re.split(r"\n|[.;!?]\s", text[span.text_end : span.text_end + 120])[0]
    return f"{before} {after}"
