"""What became of the set: since a base, and from commit to commit."""

from collections.abc import Iterable, Iterator, Mapping

from doclint.audit.findings import finding_of
from doclint.audit.values import Audit, Changes, DocumentChange, Point
from doclint.comparison.known import entries_of, split
from doclint.facts import Facts
from doclint.git.commits import Commit
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
    before: tuple[Iterable[Diagnostic], Mapping[str, Facts]],
    after: tuple[Iterable[Diagnostic], Mapping[str, Facts]],
    renamed: Mapping[str, str],
) -> Changes:
    """
    What is new, what is fixed, what is still there.

    Args:
        base: What is compared with.
        before: Diagnostics and facts of the set then.
        after: Diagnostics and facts of the set now.
        renamed: New paths of renamed files by their old ones.
    """
    (found_before, facts_before), (found_after, facts_after) = before, after
    back = {new: old for old, new in renamed.items()}
    now = split(found_after, entries_of(found_before), facts_after.__contains__, renamed)
    then = split(found_before, entries_of(found_after), facts_before.__contains__, back)
    return Changes(
        base=base.name,
        commit=base.hash,
        documents=tuple(_document_changes(facts_before, facts_after)),
        new=tuple(map(finding_of, now.new)),
        fixed=tuple(map(finding_of, then.new)),
        kept=len(now.known),
    )


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
