"""
Where a document holds several of a kind, say seven playbooks, readers learn the pattern from the first and
rely on it in the others. A part that lacks a section the type owes leaves them without an answer in the middle
of the work.
"""

from collections.abc import Iterator

from doclint.classify import Typed
from doclint.doctypes import Match, Outline, Parts
from doclint.doctypes.owed import parts_of, severity_of
from doclint.model import Finding, Related, Severity
from doclint.rule import NoOptions, TypeRule


def check(document: Typed, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding for each section that parts of a document lack."""
    for parts in document.type.parts if document.type else ():
        yield from _incomplete(document.path, document.outline, parts, document.match)


def _incomplete(path: str, outline: Outline, parts: Parts, match: Match) -> Iterator[Finding]:
    all_parts = parts_of(outline, parts)
    for owed in parts.sections:
        lacking = [part for part in all_parts if owed in part.missing]
        severity = severity_of(owed.level, match)
        if lacking and severity:
            yield Finding(
                span=lacking[0].place.span,
                message=f"{len(lacking)} of {len(all_parts)} parts have no section '{owed.name}', "
                f"owed to each by type {match.name}: {', '.join(part.place.text for part in lacking)}",
                subject=owed.name,
                related=tuple(Related(path, part.place.span, part.place.text) for part in lacking[1:]),
                severity=severity,
            )


_PART = "## Playbook: {}\n\n### Detection\n\nx\n\n### Investigation\n\nx\n\n### Resolution\n\n1. x\n\n"
_AFTER = "### Post-incident actions\n\nx\n\n"

RULE = TypeRule(
    code="DL105",
    name="incomplete-part",
    severity=Severity.WARNING,
    summary="Each of several like parts has the sections its document type owes",
    reason=__doc__,
    check=check,
    bad={"docs/playbooks.md": f"# Incident playbooks\n\n{_PART.format('Disk')}{_AFTER}{_PART.format('Network')}"},
    good={"docs/playbooks.md": f"# Incident playbooks\n\n{_PART.format('Disk')}{_AFTER}{_PART.format('Net')}{_AFTER}"},
)
