"""What became of the set: since a base, and from commit to commit."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from doclint.audit.values import Audit, Changes, DocumentChange, Finding, Point
from doclint.commits import Commit
from doclint.facts import Facts


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
    before: Iterable[Finding],
    after: Iterable[Finding],
    facts_before: Mapping[str, Facts],
    facts_after: Mapping[str, Facts],
) -> Changes:
    """
    What is new, what is fixed, what is still there.

    Findings are the same when their fingerprints are, however often: of three where two were, one is new.
    """
    before, after = list(before), list(after)
    new = tuple(_without(after, before))
    return Changes(
        base=base.name,
        commit=base.hash,
        documents=tuple(_document_changes(facts_before, facts_after)),
        new=new,
        fixed=tuple(_without(before, after)),
        kept=len(after) - len(new),
    )


def _without(some: Iterable[Finding], others: Iterable[Finding]) -> Iterator[Finding]:
    known = Counter(finding.fingerprint for finding in others)
    for finding in some:
        if known[finding.fingerprint]:
            known[finding.fingerprint] -= 1
        else:
            yield finding


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
