"""What became of the set: since a base, and from commit to commit."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from doclint.audit.findings import finding_of
from doclint.audit.values import Audit, Changes, DocumentChange, Point
from doclint.commits import Commit
from doclint.facts import Facts
from doclint.model import Diagnostic


def point_of(commit: Commit, audit: Audit) -> Point:
    """An audit of a commit as a point of the history."""
    totals = audit.summary
    return Point(
        commit=commit.hash,
        name=commit.name,
        date=commit.date.isoformat(),
        documents=totals.documents,
        lines=totals.lines,
        words=totals.words,
        errors=totals.errors,
        warnings=totals.warnings,
        infos=totals.infos,
        verified=totals.verified,
        contradicted=totals.contradicted,
        unverifiable=totals.unverifiable,
        score=totals.score,
    )


def changes_since(
    base: Commit,
    before: Iterable[Diagnostic],
    after: Iterable[Diagnostic],
    facts_before: Mapping[str, Facts],
    facts_after: Mapping[str, Facts],
) -> Changes:
    """
    What is new, what is fixed, what is still there.

    Findings are the same when their fingerprints are, however often: of three where two were, one is new.
    """
    before, after = list(before), list(after)
    new = tuple(map(finding_of, _without(after, before)))
    return Changes(
        base=base.name,
        commit=base.hash,
        documents=tuple(_document_changes(facts_before, facts_after)),
        new=new,
        fixed=tuple(map(finding_of, _without(before, after))),
        kept=len(after) - len(new),
    )


def _without(some: Iterable[Diagnostic], others: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    known = Counter(diagnostic.fingerprint for diagnostic in others)
    for diagnostic in some:
        if known[diagnostic.fingerprint]:
            known[diagnostic.fingerprint] -= 1
        else:
            yield diagnostic


def _document_changes(before: Mapping[str, Facts], after: Mapping[str, Facts]) -> Iterator[DocumentChange]:
    for path in sorted(before.keys() | after.keys()):
        old, new = before.get(path), after.get(path)
        if old != new:
            yield DocumentChange(
                path=path,
                change="added" if old is None else "removed" if new is None else "changed",
                lines_before=old.lines if old else 0,
                lines=new.lines if new else 0,
            )
