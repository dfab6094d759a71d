"""`[text][label]` without a definition of the label is shown as it is written, brackets and all, and leads nowhere.

Left alone are references that another tool resolves: names of code (`[x][pkg.Class]`, `` [`Type`][] ``), and what only
looks like a reference, as `a[i][j]` or `[a-z][0-9]`.
"""

from collections.abc import Iterator

from doclint.markdown.nodes import BrokenReference, Document
from doclint.model import Finding, Severity
from doclint.rare import rare
from doclint.rule import DocumentRule, NoOptions

_WORD = rare(r"[^\W\d_]{2}")
_CODE_NAME = rare(r"[\w.]*\w\.\w[\w.()]*|[A-Z]-[A-Z0-9]|[^\W\d_]-.*")
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
        "The cell rows[first][second] and call(x)[first][second] and [ ][x] and [a-z][A-Z].\n",
        "See `[the guide][guide]` and [the class][pkg.Class] and [`Type`][].\n",
        "- [x] [done](done.md)\n",
        "See [the note][^1] or \\[this][that].\n\n[^1]: note\n",
    ),
)
