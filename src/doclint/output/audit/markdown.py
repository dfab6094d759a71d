"""The audit as Markdown: a pull request comment, a job summary. Within GitHub's limits, with nothing acting in it."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from doclint.audit.values import Audit
from doclint.counted import counted
from doclint.output import Look
from doclint.output.audit.view import (
    WORD,
    Folded,
    bound,
    by_rule,
    common_folder,
    contradicted_by,
    folded,
    right_against_doubt,
    shortened,
    unindexed,
    verdicts,
    weakest,
    worst_claims,
)
from doclint.output.markdown import escaped

_MOST_COMMENT = 60_000  # bytes of a comment: GitHub takes 65,536 characters
_MOST_SUMMARY = 900_000  # bytes of a job summary: GitHub drops all of one above 1 MiB
_RESERVED = 2_000  # for what stands after the last part
_SIGN = {"pass": "✅", "fail": "❌", "incomplete": "❔", "met": "✅", "failed": "❌", "unknown": "❔"}


class _Table(Struct, frozen=True):
    """A part of the page: as many of its rows are shown as there is room for. `rows` are finished Markdown."""

    title: str
    columns: tuple[str, ...]  # none: the rows are list items
    rows: tuple[str, ...]
    folded: bool = False


def render(audit: Audit, look: Look | None = None) -> str:
    """As a comment."""
    return _page(audit, _MOST_COMMENT)


def summary(audit: Audit, look: Look | None = None) -> str:
    """As a job summary."""
    return _page(audit, _MOST_SUMMARY)


def _page(audit: Audit, most: int) -> str:
    writer = _Writer(audit)
    parts = [writer.head()]
    room = most - len(parts[0].encode()) - _RESERVED
    for table in writer.tables():
        part = _fitted(table, room)
        room -= len(part.encode()) + 1
        parts.append(part)
    parts.append(writer.foot())
    return "\n".join(part for part in parts if part)


def _fitted(table: _Table, room: int) -> str:
    """The part with as many rows as fit, and a line that says how many do not; nothing for no rows."""
    if not table.rows:
        return ""
    head, foot = [f"### {table.title}", ""], [""]
    if table.folded:
        head, foot = ["<details>", f"<summary>{table.title}</summary>", ""], ["", "</details>", ""]
    if table.columns:
        head += [f"| {' | '.join(table.columns)} |", f"|{' --- |' * len(table.columns)}"]
    left = room - sum(len(line.encode()) + 1 for line in (*head, *foot)) - 80
    shown: list[str] = []
    for row in table.rows:
        left -= len(row.encode()) + 1
        if left < 0:
            break
        shown.append(row)
    cut = len(table.rows) - len(shown)
    more = ["", f"{cut:,} more are in the JSON and HTML reports."] if cut else []
    return "\n".join([*head, *shown, *more, *foot])


class _Writer:
    """What the page says; paths are shown without the folder they share."""

    def __init__(self, audit: Audit) -> None:
        self.audit = audit
        self.folder = common_folder([card.path for card in audit.documents])

    def place(self, path: str, line: int | str = 0) -> str:
        name = escaped(path.removeprefix(self.folder))
        return f"{name}:{line}" if line else name

    def head(self) -> str:
        audit, totals = self.audit, self.audit.summary
        commit = f" · commit {audit.method.commit[:10]}" if audit.method.commit else ""
        dirty = " with uncommitted changes" if audit.method.dirty else ""
        score = "" if totals.score is None else f" · mean score {totals.score:g}"
        speaking, others = verdicts(audit)
        said = f"{speaking}; in other documents {others}" if others else str(speaking)
        lines = [
            f"## {_SIGN[audit.verdict]} {WORD[audit.verdict]}: {escaped(audit.phase.name)}",
            "",
            escaped(audit.reason),
            "",
            f"{counted(totals.documents, 'document')}, {counted(totals.lines, 'line')}{score} · claims: "
            f"{said} · {counted(totals.errors, 'error')}, "
            f"{counted(totals.warnings, 'warning')}"
            f" · {audit.method.today}{commit}{dirty}",
            "",
        ]
        return "\n".join(lines)

    def tables(self) -> Iterator[_Table]:
        audit = self.audit
        yield _Table("Gate", ("", "Condition", "Actual", "Allowed", "First"), tuple(self._conditions()))
        claim_columns = ("Where", "Says", "The tree says")
        yield _Table("What misleads most", claim_columns, tuple(map(self._claim, worst_claims(audit))))
        yield _Table("Right, although other numbers are not", claim_columns, self._claims(right_against_doubt(audit)))
        yield self._missing()
        yield self._alone()
        changes = audit.changes
        if changes:
            title = (
                f"Since {escaped(changes.base)}: {counted(len(changes.new), 'new finding')}, "
                f"{len(changes.fixed):,} fixed, {changes.kept:,} still open"
            )
            rows = (
                f"| {one.severity} | {self.place(one.path, one.line)} | {one.rule} | {self._text(one.message)} |"
                for one in changes.new
            )
            yield _Table(title, ("", "Where", "Rule", ""), tuple(rows))
        yield _Table("Documents, the weakest first", ("Score", "Document", "Cost"), tuple(self._weak()), folded=True)
        false = [fold for _, claims, _ in contradicted_by(audit) for fold in folded(claims)]
        title = f"All {audit.summary.contradicted:,} contradicted claims"
        yield _Table(title, claim_columns, self._claims(false), folded=True)
        yield _Table("Findings by rule", ("", "Rule", "Findings", "Documents"), tuple(self._rules()), folded=True)
        open_checks = [check for check in audit.manual if not check.accepted]
        yield _Table(
            f"For a person: {len(open_checks):,} statements no file decides",
            ("Where", "Says", "Why"),
            tuple(
                f"| {self.place(one.path, one.line)} | {self._text(one.text)} | {self._text(one.why)} |"
                for one in open_checks
            ),
            folded=True,
        )

    def _conditions(self) -> Iterator[str]:
        for one in self.audit.gate.conditions:
            actual = "not measured" if one.actual is None else f"{one.actual:,}"
            first = self.place(one.first.path, one.first.line) if one.first and one.first.path else ""
            yield f"| {_SIGN[one.status]} | {one.title} | {actual} | {bound(one)} | {first} |"

    def _claims(self, folds: Sequence[Folded]) -> tuple[str, ...]:
        return tuple(map(self._claim, folds))

    def _claim(self, fold: Folded) -> str:
        where = self.place(fold.claim.path, ", ".join(map(str, fold.lines)))
        return f"| {where} | {self._text(fold.text)} | {self._found(fold)} |"

    def _found(self, fold: Folded) -> str:
        about = self._text(f"{fold.about}: ") if fold.about else ""
        found = f"found **{self._text(fold.claim.measured)}**" if fold.claim.measured else ""
        seen = "; ".join(f"{fold.place_of(one).removeprefix(self.folder)} {one.value}".strip() for one in fold.evidence)
        return f"{about} {found}{' (' + self._text(seen) + ')' if seen else ''}".strip()

    def _text(self, text: str) -> str:
        return escaped(shortened(text, 240))

    def _missing(self) -> _Table:
        owed = self.audit.deliverables
        missing = [f"- ❌ {self.place(one.path)} is missing" for one in owed if one.state == "missing"]
        missed = [
            f"- ⚠️ {self.place(one.path)}: {self._text(check.what)} {self._text(check.wanted)} promised, "
            f"{self._text(check.found)} found"
            for one in owed
            for check in one.checks[:1]
            if one.state == "off-target"
        ]
        uncovered = [
            f"- ❌ scenario {escaped(one.name)}: no heading is about it"
            for one in self.audit.scenarios
            if not one.covered
        ]
        done = sum(one.state == "delivered" for one in owed)
        return _Table(f"Deliverables: {done} of {len(owed)} as promised", (), (*missing, *missed, *uncovered))

    def _alone(self) -> _Table:
        names = unindexed(self.audit)
        title = f"{len(names)} of {counted(self.audit.summary.documents, 'document')} are not in the index"
        return _Table(title, (), tuple(f"- {self.place(path)}" for path in names), folded=True)

    def _weak(self) -> Iterator[str]:
        for card in weakest(self.audit, 30):
            cost = " − ".join(["100", *(f"{one.counted}×{one.weight} {one.rule}" for one in card.deductions)])
            yield f"| {card.grade} {card.score} | {self.place(card.path)} | {cost} |"

    def _rules(self) -> Iterator[str]:
        for one in by_rule(self.audit.findings):
            yield f"| {one.severity} | {one.rule} {one.name} | {len(one.findings):,} | {one.documents:,} |"

    def foot(self) -> str:
        method = self.audit.method
        unread = [
            f"{self.place(one.path)} was not read in full: {self._text(one.why)}" for one in method.not_covered[:5]
        ]
        again = [f"Again: {escaped(method.command)}"] if method.command else []
        return "\n\n".join([*unread, *again, f"<sub>doclint {escaped(self.audit.tool.version)}</sub>"]) + "\n"
