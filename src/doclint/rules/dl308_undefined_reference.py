"""`[text][label]` without a definition of the label is shown as it is written, brackets and all, and leads nowhere.

Left alone are references that another tool resolves: names of code (`[x][pkg.Class]`, `` [`Type`][] ``), and what only
looks like a reference, as `a[i][j]` or `[a-z][0-9]`.
"""

import re
from collections.abc import Iterator

from doclint.markdown.nodes import CodeSpan, Document, Leaf
from doclint.model import Finding, Severity
from doclint.rule import DocumentRule, NoOptions

_REFERENCE = re.compile(r"(?<![\w\])}\\])\[([^\[\]\n]{2,200})\]\[([^\[\]\n]{0,200})\](?![\[(])")
_WORD = re.compile(r"[^\W\d_]{2}")
_CODE_NAME = re.compile(r"[\w.]*\w\.\w[\w.()]*|.*(?:::|->|\{|\$|\|).*|[A-Z]-[A-Z0-9]|[^\W\d_]-.*")


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield each full or collapsed reference that was left as text."""
    for leaf in document.leaves:
        if "][" in leaf.text:
            yield from _in_leaf(document, leaf)


def _in_leaf(document: Document, leaf: Leaf) -> Iterator[Finding]:
    code = [(inline.text_start, inline.text_end) for inline in leaf.inlines if isinstance(inline, CodeSpan)]
    for match in _REFERENCE.finditer(leaf.text):
        label = match[2].strip() or match[1].strip()
        if not _WORD.search(match[1]) or not _WORD.search(label) or _CODE_NAME.fullmatch(label):
            continue
        if any(start < match.end() and match.start() < end for start, end in code):
            continue
        start, end = leaf.source_range(*match.span())
        if document.text[start - 1 : start] == "\\" or "][" not in document.text[start:end]:
            continue  # escaped
        yield Finding(
            span=document.span(start, end),
            message=f"no definition of [{label}]",
            subject=label,
        )


RULE = DocumentRule(
    code="DL308",
    name="undefined-reference",
    severity=Severity.WARNING,
    summary="Every reference has a definition",
    reason=__doc__,
    check=check,
    bad="See [the guide][guide].\n\n[guides]: guide.md\n",
    good="See [the guide][guide] and [it][].\n\n[Guide]: guide.md\n[it]: it.md\n",
    near=(
        "The cell rows[first][second] and [ ][x] and [a-z][A-Z].\n",
        "See `[the guide][guide]` and [the class][pkg.Class] and [`Type`][].\n",
        "- [x] [done](done.md)\n",
        "See [the note][^1] or \\[this][that].\n\n[^1]: note\n",
    ),
)
