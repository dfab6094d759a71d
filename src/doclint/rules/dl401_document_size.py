"""
A document that was to have two thousand lines and has forty is not finished; a runbook of three thousand lines
is not read in an incident. Where a project states sizes, they hold.

Stated in the settings for paths (`sizes`) or in a document type (`lines`, `words`, `bytes`), as people write
them: `2000+`, `<= 500`, `300-600`, `~1500` (within a tenth), `<= 64 KB` (1,000 bytes), `<= 64 KiB` (1,024 bytes).
Lines are counted as by an editor, words as by `wc -w`, bytes as stored.
"""

from collections.abc import Iterator

from doclint.classify import known_types_of, types_of
from doclint.counted import counted
from doclint.facts import Facts
from doclint.files.globs import Globs
from doclint.model import START, Finding, Severity
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule
from doclint.sizes import size_of


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each size of a document that is not as stated."""
    rows = [(Globs(sizes.paths), sizes.document) for sizes in project.settings.sizes]
    types = project.ask(known_types_of)
    matches = project.ask(types_of)
    for path, facts in project.facts.items():
        for globs, limits in rows:
            if globs.match(path):
                for what, written in limits.stated():
                    yield from _judged(facts, what, written, "by the settings")
        doc_type = types.get(matches[path].name)
        for what in ("lines", "words", "bytes") if doc_type else ():
            if written := getattr(doc_type, what):
                yield from _judged(facts, what, written, f"by type {matches[path].name} ({matches[path].reason})")


def _judged(facts: Facts, what: str, written: str, by_whom: str) -> Iterator[Finding]:
    measured = {"lines": facts.lines, "words": facts.words, "bytes": facts.size}[what]
    if not size_of(written).allows(measured):
        yield Finding(
            path=facts.path,
            span=START,
            message=f"{counted(measured, what)}; {written} asked for {by_whom}",
            subject=what,
        )


RULE = ProjectRule(
    code="DL401",
    name="document-size",
    severity=Severity.WARNING,
    summary="A document is as long as its settings or its type ask",
    reason=__doc__,
    check=check,
    by_document=True,
    bad={
        "doclint.yaml": "sizes:\n  - {paths: ['runbooks/**'], document: {lines: 3+, bytes: <= 64 KB}}\n",
        "runbooks/disk.md": "# Disk full\n",
    },
    good={
        "doclint.yaml": "sizes:\n  - {paths: ['runbooks/**'], document: {lines: 3+, bytes: <= 64 KB}}\n",
        "runbooks/disk.md": "# Disk full\n\nClear it.\n",
        "notes.md": "# Notes\n",
    },
)
