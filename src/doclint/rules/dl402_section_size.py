"""
A section of nine hundred lines hides what is in it: the heading is the only handle a reader has. Where a project
states sizes for sections (`sizes: [{paths: […], section: {lines: <= 200}}]`), they hold for every section of the
outermost level below the title, subsections counted.
"""

from collections.abc import Iterator

from doclint.counted import counted
from doclint.facts import Facts
from doclint.files.globs import Globs
from doclint.model import Finding, Severity, Span
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule
from doclint.settings import Limits
from doclint.sizes import size_of


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each section whose size is not as stated."""
    rows = [(Globs(sizes.paths), sizes.section) for sizes in project.settings.sizes]
    for path, facts in project.facts.items():
        for globs, limits in rows:
            if globs.match(path):
                yield from _judged(facts, limits)


def _judged(facts: Facts, limits: Limits) -> Iterator[Finding]:
    outermost = facts.level_below_title
    for index, section in enumerate(facts.sections):
        if section.level != outermost or not outermost:
            continue
        last = next((at for at, one in enumerate(facts.sections) if at > index and one.level <= outermost), None)
        words = sum(one.words for one in facts.held[index:last])
        measured = {"lines": facts.held[index].end_line - section.line + 1, "words": words}
        for what, written in limits.stated():
            if what in measured and not size_of(written).allows(measured[what]):
                yield Finding(
                    path=facts.path,
                    span=Span(section.line, 1, section.line, 1),
                    message=f"section '{section.title}' has {counted(measured[what], what)}; {written} asked for",
                    subject=f"{section.title}: {what}",
                )


RULE = ProjectRule(
    code="DL402",
    name="section-size",
    severity=Severity.WARNING,
    summary="Sections are as long as the settings ask",
    reason=__doc__,
    check=check,
    by_document=True,
    bad={
        "doclint.yaml": "sizes:\n  - {paths: ['*.md'], section: {words: 3-10}}\n",
        "disk.md": "# Disk\n\n## Symptoms\n\nFull.\n\n## Steps\n\nClear the cache first.\n",
    },
    good={
        "doclint.yaml": "sizes:\n  - {paths: ['*.md'], section: {words: 3-10}}\n",
        "disk.md": "# Disk\n\n## Symptoms\n\nThe disk is full.\n\n## Steps\n\nClear the cache first.\n",
    },
)
