"""CODEOWNERS decides who reviews a change, the document says whom to ask. When they name different teams, the people
who answer for the text do not see it change.

Compared are the words of the names: "Database Team" and @acme/database-team are the same. A document without an owner,
or without a line in CODEOWNERS, is not compared.
"""

from collections.abc import Iterator
from functools import partial

from doclint.facts.stamps import StampFact
from doclint.files.globs import Globs
from doclint.model import Confidence, Finding, Severity
from doclint.naming import words_of
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule

_PLACES = (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS")
_PEOPLE = frozenset(("team", "group", "squad", "maintainer", "owner", "reviewer", "admin", "docs"))


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each owner whom CODEOWNERS does not name for the document."""
    place = next((place for place in _PLACES if place in project.tree.files), None)
    if place is None:
        return
    lines = _lines((project.read(place) or b"").decode("utf-8", "replace"))
    for path, facts in project.facts.items():
        owner = next((stamp for stamp in facts.stamps if stamp.kind == "owner" and stamp.value), None)
        owners = next((owners for globs, owners in lines if globs.match(path)), ()) if owner else ()
        if owner and owners and not any(map(partial(_is_same, owner), owners)):
            yield Finding(
                path=path,
                span=owner.value_span,
                message=f"{owner.name} is '{owner.value}', {place} names {' '.join(owners)}",
                subject=owner.name,
                concerns=(place,),
            )


def _lines(text: str) -> list[tuple[Globs, tuple[str, ...]]]:
    """Patterns and their owners, the line that counts first: the last one that matches."""
    found = []
    for line in text.split("\n"):
        pattern, *owners = line.partition("#")[0].split() or [""]
        if pattern and not pattern.startswith("["):
            found.append((Globs((pattern,)), tuple(owners)))
    return found[::-1]


def _is_same(owner: StampFact, named: str) -> bool:
    handle = named.rpartition("/")[2].lstrip("@").partition("@")[0]
    words = words_of(handle.replace("-", " ").replace("_", " ").replace(".", " "))
    return bool((words_of(owner.value) - _PEOPLE) & words) or handle.casefold() in owner.value.casefold()


_TEXT = {"docs/restore.md": "# Restore\n\n**Owner**: Database Team\n"}

RULE = ProjectRule(
    code="DL511",
    name="owner-disagrees",
    severity=Severity.INFO,
    confidence=Confidence.MEDIUM,
    summary="The owner of a document is its code owner",
    reason=__doc__,
    check=check,
    bad={".github/CODEOWNERS": "* @acme/platform\ndocs/ @acme/writers\n", **_TEXT},
    good={".github/CODEOWNERS": "docs/ @acme/writers\ndocs/restore.md @acme/database-team\n", **_TEXT},
)
