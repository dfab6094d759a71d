"""
The claims of a project's summaries and indexes, measured in the tree.

`project.ask(judged_claims)` gives all of them, by path and position; `project.ask(telling_claims)` those that findings
are made of, which are remembered from run to run.
"""

import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Set

from msgspec import Struct

from doclint.facts import Facts, facts_of
from doclint.links.sites import sites_of
from doclint.markdown import parse
from doclint.markdown.source import decode
from doclint.project import Project
from doclint.rare import rare
from doclint.verify.judged import TODAY, Evidence, JudgedClaim, Verdict

__all__ = ["Evidence", "JudgedClaim", "Verdict", "judged_claims", "plain_summaries", "telling_claims"]

_SUMMARY = rare(r"summar|complet|report|deliver|status|index|final|readme|overview|results|progress", re.IGNORECASE)
_LARGEST = 300_000  # bytes of a plain text that may be a summary


class _Judged(Struct, frozen=True, gc=False, array_like=True):
    """The claims of a document; seen in it and in other files, which have these seals, and in the names of all."""

    path: str
    seals: dict[str, bytes | None]
    claims: tuple[JudgedClaim, ...]


class _Remembered(Struct, frozen=True, gc=False, array_like=True):
    names: bytes
    documents: tuple[_Judged, ...]


def judged_claims(project: Project) -> tuple[JudgedClaim, ...]:
    """Every claim with its verdict, sorted by place."""
    return _sorted(claim for path in _speaking(project) for claim in _judged(project, path)[0])


def telling_claims(project: Project) -> tuple[JudgedClaim, ...]:
    """Claims that are not so, and sizes that were measured, sorted by place."""
    memory = project.memory
    if memory is None:
        return tuple(filter(_is_telling, project.ask(judged_claims)))
    names = _names(project)
    last = memory.recall("claims", _Remembered)
    known = {one.path: one for one in last.documents if _is_so(project, one)} if last and last.names == names else {}
    now = [known.get(path) or _judged_anew(project, path) for path in _speaking(project)]
    sealed = _Remembered(names, tuple(one for one in now if None not in one.seals.values()))
    if sealed != last:
        memory.keep("claims", sealed)
    return _sorted(claim for one in now for claim in one.claims)


def _is_telling(claim: JudgedClaim) -> bool:
    is_measured = claim.rule == "size" and bool(claim.measured and claim.evidence)
    return is_measured or claim.verdict == "contradicted"


def _sorted(claims: Iterable[JudgedClaim]) -> tuple[JudgedClaim, ...]:
    return tuple(sorted(claims, key=lambda claim: (claim.path, claim.span)))


def _speaking(project: Project) -> Iterator[str]:
    yield from project.facts
    yield from project.ask(plain_summaries)


def plain_summaries(project: Project) -> tuple[str, ...]:
    """Summaries in plain text: told by their name, read for their claims only."""
    texts = (path for path in sorted(project.tree.files) if path.endswith(".txt") and path not in project.facts)
    return tuple(path for path in texts if _SUMMARY.search(os.path.basename(path)))


def _judged_anew(project: Project, path: str) -> _Judged:
    claims, seen = _judged(project, path, proving=False)
    return _Judged(
        path, {name: _seal(project, name) for name in sorted({path, *seen})}, tuple(filter(_is_telling, claims))
    )


def _judged(project: Project, path: str, proving: bool = True) -> tuple[tuple[JudgedClaim, ...], Set[str]]:
    """The claims of a file, and the names of what they were seen in."""
    facts = project.facts.get(path) or _plain(project, path)
    if not facts or not facts.claims.claims:
        return (), frozenset()
    from doclint.verify.judge import Judge  # much to import for what many projects do not have
    from doclint.verify.judging import judged
    from doclint.verify.view import Shelf, View

    view = View(project.ask(Shelf))
    return tuple(judged(Judge(view, facts, proving))), view.seen


def _plain(project: Project, path: str) -> Facts | None:
    raw = project.read(path)
    if raw is None or len(raw) > _LARGEST:
        return None
    from doclint.claims.plain import as_markdown

    text = as_markdown(decode(raw).text)
    return facts_of(parse(path, text.encode("utf-8", "surrogatepass")))


def _is_so(project: Project, one: _Judged) -> bool:
    """Is all that it was seen in what it was?"""
    is_sealed = one.path in one.seals and all(_seal(project, name) == seal for name, seal in one.seals.items())
    return is_sealed and all(claim.path == one.path for claim in one.claims)


def _seal(project: Project, name: str) -> bytes | None:
    return project.today.isoformat().encode() if name == TODAY else project.seal(name)


def _names(project: Project) -> bytes:
    """A digest of what a view shows besides the files that were looked at."""
    tree = project.tree
    shown = (sorted(tree.files), sorted(tree.doors), [*project.facts], project.ask(sites_of))
    return hashlib.sha256(repr(shown).encode("utf-8", "surrogatepass")).digest()
