"""`[text][label]` without a definition of the label is shown as it is written, brackets and all, and leads nowhere. So
is the mark of a footnote, `[^1]`.

Left alone are references that another tool resolves: names of code (`[x][pkg.Class]`, `` [`Type`][] ``), and what only
looks like a reference, as `a[i][j]` or `[a-z][0-9]`.
"""

from bisect import bisect_right
from collections.abc import Iterator

from doclint.markdown.nodes import BrokenReference, CodeSpan, Document, Inline, Leaf
from doclint.model import Finding, Severity
from doclint.rare import rare
from doclint.rule import DocumentRule, NoOptions

_WORD = rare(r"[^\W\d_]{2}")
_CODE_NAME = rare(r"[\w.]*\w\.\w[\w.()]*|[A-Z]-[A-Z0-9]|[^\W\d_]-.*")
_FOOTNOTE = rare(r"(?<=[^\W_])[.,;:!?)\"”]?(\[\^(?:\d{1,3}|[a-z]{3,}[\w-]*)\])(?=[\s.,;:!?)]|\Z)")
_OF_CODE = ("`", "::", "->", "{", "$", "|")


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield each full or collapsed reference that was left as text."""
    for reference in document.broken_references:
        if reference.form in ("reference", "collapsed") and _is_meant(document, reference):
            yield Finding(
                span=document.span_of(reference),
                message=f"no definition of [{reference.label}]",
                subject=reference.label,
            )
    if "[^" in document.text:
        for leaf in document.leaves:
            yield from _footnotes(document, leaf) if "[^" in leaf.text else ()


def _footnotes(document: Document, leaf: Leaf) -> Iterator[Finding]:
    """Marks of footnotes that were left as text, `[^rate]`, where no pattern can be meant."""
    code = sorted((inline for inline in leaf.inlines if isinstance(inline, CodeSpan)), key=_text_start)
    for match in _FOOTNOTE.finditer(leaf.text):
        before = bisect_right(code, match.start(), key=_text_start) - 1
        if before < 0 or code[before].text_end <= match.start():
            span = document.span(*leaf.source_range(*match.span(1)))
            yield Finding(span=span, message=f"no definition of the footnote {match[1]}", subject=match[1])


def _text_start(inline: Inline) -> int:
    return inline.text_start


def _is_meant(document: Document, reference: BrokenReference) -> bool:
    """Is this a reference, and not brackets that happen to follow each other, or a name of code?"""
    before = document.text[reference.start - 1 : reference.start]
    source = document.source(reference)
    text = source[1 : source.find("][")]
    if before.isalnum() or before in (*"_])}",) or any(mark in source for mark in _OF_CODE):
        return False
    return bool(_WORD.search(text) and _WORD.search(reference.label)) and not _CODE_NAME.fullmatch(reference.label)


RULE = DocumentRule(
    code="DL308",
    name="undefined-reference",
    severity=Severity.WARNING,
    summary="Every reference has a definition",
    reason=__doc__,
    check=check,
    parts=(),
    bad="See [the guide][guide].\n\n[guides]: guide.md\n",
    good="See [the guide][guide] and [it][].\n\n[Guide]: guide.md\n[it]: it.md\n",
    near=(
        "A rate[^1], `x[^rate]`, and the class [^abc] or a[^a-z].\n\n[^1]: note\n",
        "The cell rows[first][second] and call(x)[first][second] and [ ][x] and [a-z][A-Z].\n",
        "See `[the guide][guide]` and [the class][pkg.Class] and [`Type`][].\n",
        "- [x] [done](done.md)\n",
        "See [the note][^1] or \\[this][that].\n\n[^1]: note\n",
    ),
)
