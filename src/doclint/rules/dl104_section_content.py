"""
A heading promises something: "Procedure" promises steps, "Deliverables" a list. A section, or a whole runbook
or checklist, that holds nothing of the kind sends the reader away with nothing to do.
"""

from collections.abc import Iterator

from doclint.classify import Typed
from doclint.doctypes import DocType, Match, Outline
from doclint.doctypes.owed import lacking, place_of, severity_of
from doclint.model import START, Finding, Severity, Span
from doclint.rule import NoOptions, TypeRule

_INCLUDING = frozenset({"include", "literalinclude", "mdinclude", "eval-rst"})


def check(document: Typed, options: NoOptions) -> Iterator[Finding]:
    """Yield a document, and each section, without the content its type owes."""
    if document.type and (severity := severity_of("must", document.match)):
        severity = max(severity, Severity.WARNING, key=lambda one: one.rank)
        for place, message, subject in _lacking(document.outline, document.type, document.match):
            yield Finding(span=place, message=message, subject=subject, severity=severity)


def _lacking(outline: Outline, doc_type: DocType, match: Match) -> Iterator[tuple[Span, str, str]]:
    if doc_type.holds and not _is_included(outline) and (what := lacking(doc_type.holds, outline.holdings())):
        title = next(iter(outline.headings), None)
        yield title.span if title else START, f"{what}, owed by type {match.name} ({match.reason})", match.name
    for section in doc_type.sections:
        place = place_of(outline, section, doc_type) if section.holds else None
        if place and section.holds and place.is_heading and not place.is_title:
            what = lacking(section.holds, outline.holdings(place.section))
            if what:
                yield place.span, f"'{place.text}' has {what}, owed there by type {match.name}", section.name


def _is_included(outline: Outline) -> bool:
    """Is the text of this page that of another file?"""
    facts = outline.facts
    included = any(code.language in _INCLUDING for code in facts.code)
    is_made = any(one.form == "generated" for one in facts.ids)
    return included or is_made or any(field.key.casefold() == "source" for field in facts.fields)


RULE = TypeRule(
    code="DL104",
    name="section-content",
    severity=Severity.WARNING,
    summary="Documents and sections hold what their type promises: steps, a list, code",
    reason=__doc__,
    check=check,
    bad={"docs/deploy-checklist.md": "# Deploy checklist\n\nThink of everything.\n"},
    good={
        "docs/deploy-checklist.md": "# Deploy checklist\n\n- [ ] Announce it.\n",
        "docs/runbooks/disk.md": "# Disk full runbook\n\n## Steps\n\n```sh\ndu -sh /var\n```\n",
    },
)
