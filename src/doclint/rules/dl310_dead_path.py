"""Texts name files without linking to them, and no link checker looks at those. The file is moved or deleted, the text
goes on sending people there.

Only paths that start in a folder of this repository are judged, and none that the text says is to be made, moved or
removed. Changelogs, decision records and archives tell of the past and are left out.
"""

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase

from msgspec import Struct

from doclint.links.graph import link_graph
from doclint.links.paths import NamedPath, lost
from doclint.links.repairs import relative
from doclint.model import Confidence, Finding, Severity
from doclint.project import Project
from doclint.rule import ProjectRule

_HISTORY = re.compile(
    r"(?:^|[/_.-])(?:changelog|changes|history|news|releases?|release-notes|archived?|adrs?|decisions?|rfcs?|proposals?"
    r"|deprecated|legacy|old|migrations?|postmortems?|plans?|planning|roadmap|todo|sessions?)(?=[/_.-])",
    re.IGNORECASE,
)


class Options(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """Which documents and paths are left alone."""

    skip: tuple[str, ...] = ()  # patterns of documents, besides those about the past
    ignore: tuple[str, ...] = ()  # patterns of named paths


def check(project: Project, options: Options) -> Iterator[Finding]:
    """Yield each path in code spans and plain text that leads to nothing."""
    graph = project.ask(link_graph)
    for document, facts in project.facts.items():
        if not facts.paths or _HISTORY.search(document) or _matches(document, options.skip):
            continue
        for fact in facts.paths:
            named = None if _matches(fact.path, options.ignore) else lost(graph, document, fact)
            if named:
                yield Finding(
                    path=document,
                    span=fact.span,
                    message=_message(document, fact.path, named),
                    subject=fact.path,
                    concerns=(named.path, *named.near),
                )


def _message(document: str, written: str, named: NamedPath) -> str:
    if named.kind == "machine":
        return f"{written} is a path on somebody's computer; in this repository it is {named.path}"
    near = " or ".join(relative(document, place) for place in named.near)
    return f"{written} is not in the repository" + (f"; did you mean {near}?" if near else "")


def _matches(path: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatchcase(path, pattern) for pattern in patterns)


RULE = ProjectRule(
    code="DL310",
    name="dead-path",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    summary="File paths that a text names exist",
    reason=__doc__,
    options=Options,
    check=check,
    parts=(),
    bad={"docs/a.md": "Settings, see src/app/set.py, are read in `src/app/settings.py:12`.\n", "src/app/config.py": ""},
    good={
        "docs/a.md": "See `src/app/config.py:3`, `app/config.py`, `./b.md`, `/etc/app/x.conf`, `other/x.py`.\n\n"
        "Create `src/app/new.py`.\n",
        "docs/b.md": "",
        "src/app/config.py": "",
        "CHANGELOG.md": "- `src/app/settings.py` split\n",
    },
)
