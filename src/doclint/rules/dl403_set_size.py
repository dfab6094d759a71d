"""
A set of documents is planned as a whole: ten runbooks, ten thousand lines. Where a project states sizes for a
set (`sizes: [{paths: […], together: {files: 10+, lines: 10000+}}]`), they hold for all its documents together.
"""

from collections.abc import Iterator

from doclint.counted import counted
from doclint.files.globs import Globs
from doclint.model import START, Finding, Severity
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule
from doclint.sizes import size_of


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each size of a set that is not as stated, at the first of its documents."""
    for sizes in project.settings.sizes if project.facts else ():
        globs = Globs(sizes.paths)
        documents = [facts for path, facts in project.facts.items() if globs.match(path)]
        measured = {
            "files": len(documents),
            "lines": sum(facts.lines for facts in documents),
            "words": sum(facts.words for facts in documents),
            "bytes": sum(facts.size for facts in documents),
        }
        for what, written in sizes.together.stated():
            if not size_of(written).allows(measured[what]):
                several = f"{counted(len(documents), 'document')} of {', '.join(sizes.paths)}"
                yield Finding(
                    path=documents[0].path if documents else next(iter(project.facts)),
                    span=START,
                    message=f"{counted(measured[what], what)} in the {several}; {written} asked for",
                    subject=f"{', '.join(sizes.paths)}: {what}",
                )


RULE = ProjectRule(
    code="DL403",
    name="set-size",
    severity=Severity.WARNING,
    summary="A set of documents is as large as the settings ask",
    reason=__doc__,
    check=check,
    bad={
        "doclint.yaml": "sizes:\n  - {paths: ['runbooks/*.md'], together: {files: 2+}}\n",
        "runbooks/disk.md": "# Disk\n",
    },
    good={
        "doclint.yaml": "sizes:\n  - {paths: ['runbooks/*.md'], together: {files: 2+, words: 2-10}}\n",
        "runbooks/disk.md": "# Disk\n",
        "runbooks/network.md": "# Network\n",
    },
)
