"""The audit for a terminal: the verdict and why, what is false, then everything else, and the next command."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from textwrap import wrap

from doclint.audit.values import Audit, Finding
from doclint.counted import counted
from doclint.output import Look
from doclint.output.audit.view import (
    MARK,
    MEANING,
    WORD,
    Folded,
    bound,
    by_rule,
    common_folder,
    contradicted_by,
    folded,
    headline,
    right_against_doubt,
    shortened,
    unindexed,
    verdicts,
    weakest,
    where,
    worst_claims,
)
from doclint.output.visible import visible

_WIDTH = 100
_LISTED = 10  # of a long list of lesser things; JSON and HTML have all
_FEW = 2  # false claims of a document that does not speak for the phase
_BOLD, _DIM, _RED, _GREEN, _YELLOW = "1", "2", "31", "32", "33"
_VERDICTS = {"pass": _GREEN, "fail": _RED, "incomplete": _YELLOW}
_CONDITIONS = {"met": ("✓", _GREEN), "failed": ("✗", _RED), "unknown": ("?", _YELLOW)}
_FRESHNESS = {"stale": "older than their schedule", "future": "dated in the future", "undated": "without a date"}
_SEVERITIES = {"error": _RED, "warning": _YELLOW, "info": _DIM}


def render(audit: Audit, look: Look | None = None) -> str:
    """The whole report; a part that has nothing to say is left out."""
    page = _Page(audit, look or Look())
    parts: tuple[Callable[[], Iterator[str]], ...] = (
        page.banner,
        page.gate,
        page.worst,
        page.contradicted,
        page.right,
        page.deliverables,
        page.scenarios,
        page.references,
        page.findings,
        page.instructions,
        page.documents,
        page.freshness,
        page.changes,
        page.history,
        page.debt,
        page.manual,
        page.method,
    )
    return "\n".join("".join(line.rstrip() + "\n" for line in lines) for part in parts if (lines := list(part())))


class _Page:
    """The report being written; paths are shown without the folder they share."""

    def __init__(self, audit: Audit, look: Look) -> None:
        self.audit = audit
        self.paint = look.paint
        self.folder = common_folder([card.path for card in audit.documents])

    def short(self, path: str) -> str:
        return visible(path.removeprefix(self.folder))

    def title(self, text: str) -> str:
        return self.paint(text, _BOLD)

    def place(self, path: str, line: int) -> str:
        return f"{self.short(path)}:{line}" if line else self.short(path)

    def banner(self) -> Iterator[str]:
        audit, totals = self.audit, self.audit.summary
        verdict = self.paint(f"{MARK[audit.verdict]} {WORD[audit.verdict].upper()}", f"{_VERDICTS[audit.verdict]};1")
        yield f"{verdict}  {self.title(visible(audit.phase.name))}  {visible(where(audit))}"
        yield f"  {visible(headline(audit))}"
        if audit.verdict == "incomplete":
            yield f"  {MEANING['incomplete']}"
        size = [counted(totals.documents, "document"), counted(totals.lines, "line"), counted(totals.words, "word")]
        score = [] if totals.score is None else [f"mean score {totals.score:g} of 100"]
        commit = [f"commit {audit.method.commit[:7]}"] if audit.method.commit else []
        dirty = ["uncommitted changes"] if audit.method.dirty else []
        yield "  " + " · ".join([", ".join(size), *score, audit.method.today, *commit, *dirty])
        speaking, others = verdicts(audit)
        yield f"  claims: {speaking}"
        if others:
            yield f"  claims of documents that do not speak for the phase: {others}"
        found = (counted(totals.errors, "error"), counted(totals.warnings, "warning"), counted(totals.infos, "note"))
        yield f"  findings: {', '.join(found)}"

    def gate(self) -> Iterator[str]:
        yield self.title("Gate")
        for condition in self.audit.gate.conditions:
            mark, code = _CONDITIONS[condition.status]
            actual = "not measured" if condition.actual is None else f"{condition.actual:,}"
            line = f"  {self.paint(mark, code)} {condition.title:<44} {actual:>7}  {bound(condition)}"
            if condition.first and condition.first.path:
                line += f"  first: {self.place(condition.first.path, condition.first.line)}"
            yield line

    def worst(self) -> Iterator[str]:
        worst = worst_claims(self.audit)
        if worst:
            yield self.title("Most misleading")
        for fold in worst:
            yield from self._claim(fold, f"{self.place(fold.claim.path, fold.claim.line)}  ")

    def contradicted(self) -> Iterator[str]:
        """All of the documents that speak for the phase; of the others, which are about other things, a few."""
        documents = contradicted_by(self.audit)
        if documents:
            yield self.title(f"Contradicted claims ({self.audit.summary.contradicted:,})")
        for path, claims, speaks in documents:
            folds = folded(claims)
            shown = folds if speaks else folds[:_FEW]
            yield f"  {self.short(path)}"
            for fold in shown:
                lines = ", ".join(map(str, fold.lines))
                yield from self._claim(fold, f"  {lines:>4}  ")
            if len(folds) > len(shown):
                yield f"          and {len(folds) - len(shown):,} more"

    def right(self) -> Iterator[str]:
        right = right_against_doubt(self.audit)
        if right:
            yield self.title("Right, although other numbers here are not")
        for fold in right:
            yield from self._claim(fold, f"{self.place(fold.claim.path, fold.claim.line)}  ")

    def _claim(self, fold: Folded, lead: str) -> Iterator[str]:
        """On one line if it fits, else what is said, and below what was found."""
        text, found = visible(" ".join(fold.text.split())), visible(" ".join(self._found(fold).split()))
        if len(lead) + len(text) + len(found) < _WIDTH:
            yield f"  {lead}{self.title(text)}  {found}"
            return
        first, *rest = wrap(" " * len(lead) + text, _WIDTH, drop_whitespace=False, max_lines=3, placeholder=" …")
        yield f"  {lead}{self.title(first[len(lead) :])}"
        yield from (f"          {self.title(line.strip())}" for line in rest)
        yield from wrap(
            found, _WIDTH, initial_indent=" " * 10, subsequent_indent=" " * 10, max_lines=3, placeholder=" …"
        )

    def _found(self, fold: Folded) -> str:
        """What it is about, what it claims and what was found, and where."""
        about = f"{self.short(fold.about)}: " if fold.about else ""
        said = [f"claimed {fold.claimed}"] if fold.claimed else []
        found = [f"found {fold.claim.measured}"] if fold.claim.measured else []
        seen = [f"{self.short(fold.place_of(one))} {one.value}".strip() for one in fold.evidence]
        return about + ", ".join(said + found) + (f" ({'; '.join(seen)})" if seen else "")

    def deliverables(self) -> Iterator[str]:
        owed = self.audit.deliverables
        if not owed:
            return
        done = sum(one.state == "delivered" for one in owed)
        unseen = sum(one.state == "unknown" for one in owed)
        rest = f", {unseen} could not be looked for" if unseen else ""
        yield self.title(f"Deliverables: {done} of {len(owed)} are there as promised{rest}")
        for one in owed:
            if one.state == "missing":
                places = ", ".join(self.place(place.path, place.line) for place in one.declared[:3])
                yield f"  {self.paint('✗', _RED)} {self.short(one.path)} is missing" + (
                    f", named in {places}" * bool(places)
                )
            missed = [check for check in one.checks if check.met is False]
            for check in missed[:1]:
                more = f", and {len(missed) - 1} more" if len(missed) > 1 else ""
                yield (
                    f"  {self.paint('▲', _YELLOW)} {self.short(one.path)}  {visible(check.what)}: "
                    f"{visible(check.wanted)} promised, {visible(check.found)} found{more}"
                )

    def scenarios(self) -> Iterator[str]:
        scenarios = self.audit.scenarios
        if not scenarios:
            return
        covered = sum(one.covered is not None for one in scenarios)
        yield self.title(f"Scenarios: {covered} of {len(scenarios)} covered")
        for one in scenarios:
            if one.covered is None:
                yield f"  {self.paint('✗', _RED)} {visible(one.name)}: no heading is about it"

    def references(self) -> Iterator[str]:
        graph, total = self.audit.graph, self.audit.summary.documents
        missing = unindexed(self.audit)
        broken = [edge for edge in graph.edges if edge.broken]
        alone = total == 1 and not broken
        if alone or not (missing or broken or graph.orphans or graph.unreached or graph.declared):
            return
        yield self.title("Cross-references")
        indexes = ", ".join(map(self.short, self.audit.phase.indexes)) or "the index"
        lonely = ", and nothing else points to them" if missing == graph.orphans else ""
        yield from self._names(f"{len(missing)} of {total} documents are not in {indexes}{lonely}", missing)
        if not lonely:
            yield from self._names(f"{len(graph.orphans)} of {total} documents: nothing points to them", graph.orphans)
        if graph.unreached not in (graph.orphans, missing):
            how = f"{len(graph.unreached)} of {total} documents cannot be reached from {self.short(graph.start)}"
            yield from self._names(how, graph.unreached)
        if graph.declared:
            held = f"{graph.declared_kept} of {graph.declared} declared references"
            yield f"  {held} are there as a link, a name or a title"
        targets = dict.fromkeys(f"{self.place(edge.source, edge.line)} → {visible(edge.target)}" for edge in broken)
        yield from self._names(f"{counted(len(targets), 'link')} to what is not there", targets, _LISTED // 2)

    def _names(self, what: str, names: Iterable[str], most: int = 15) -> Iterator[str]:
        names = list(map(self.short, names))
        if not names:
            return
        yield f"  {what}:"
        rest = [f"and {len(names) - most} more"] if len(names) > most else []
        text = ", ".join(names[:most] + rest)
        yield from wrap(text, _WIDTH, initial_indent="      ", subsequent_indent="      ", break_on_hyphens=False)

    def findings(self) -> Iterator[str]:
        rules = by_rule(self.audit.findings)
        if not rules:
            return
        yield self.title("Findings")
        for one in rules:
            severity = self.paint(f"{one.severity:<7}", _SEVERITIES[one.severity])
            count = f"{len(one.findings):>5} in {counted(one.documents, 'document')}"
            yield f"  {severity} {one.rule} {one.name:<28} {count}"
            yield from self._first(one.findings[: 3 if one.severity == "error" else 1])

    def _first(self, findings: Iterable[Finding]) -> Iterator[str]:
        for finding in findings:
            text = f"{self.place(finding.path, finding.line)} {visible(finding.message)}"
            yield f"          {shortened(text, _WIDTH)}"

    def instructions(self) -> Iterator[str]:
        asked = self.audit.instructions
        if not asked.ambiguous:
            return
        yield self.title(f"Instructions: {asked.ambiguous} of {asked.read} leave something to guess")
        kinds = Counter[str]()
        for kind in asked.kinds:
            kinds[kind.category] += kind.count if kind.confidence != "low" else 0
        yield f"  {', '.join(f'{number} {name}' for name, number in kinds.most_common() if number)}"
        for one in asked.worst[:5]:
            yield f"  {one.ambiguous:>5} of {one.read:<5} {self.short(one.path)}"

    def documents(self) -> Iterator[str]:
        weak = weakest(self.audit)
        if not weak:
            return
        yield self.title("Documents, the weakest first")
        for card in weak:
            sums = " − ".join(["100", *(f"{one.counted}×{one.weight} {one.rule}" for one in card.deductions)])
            capped = f", at most {card.cap} while an error is open" if card.cap == card.score < 100 else ""
            yield f"  {card.grade} {card.score:>3}  {self.short(card.path)}"
            yield f"          {shortened(sums, _WIDTH)}{capped}"

    def freshness(self) -> Iterator[str]:
        cards = self.audit.documents
        named = {state: [card.path for card in cards if card.freshness == state] for state in _FRESHNESS}
        if any(named.values()):
            yield self.title("Freshness")
        for state, what in _FRESHNESS.items():
            yield from self._names(f"{len(named[state])} of {len(cards)} documents are {what}", named[state])

    def changes(self) -> Iterator[str]:
        changes = self.audit.changes
        if changes is None:
            return
        yield self.title(f"Since {visible(changes.base)} ({changes.commit[:7]})")
        yield (
            f"  {counted(len(changes.new), 'new finding')}, {len(changes.fixed):,} fixed, {changes.kept:,} still open"
            f" · {counted(len(changes.documents), 'document')} changed"
        )
        yield from self._first(changes.new[:_LISTED])

    def history(self) -> Iterator[str]:
        points = self.audit.history
        if not points:
            return
        yield self.title("History")
        yield "  commit       date       documents    lines  errors warnings  false  score"
        for one in points:
            score = "" if one.score is None else f"{one.score:g}"
            yield (
                f"  {shortened(visible(one.name), 12):<12} {one.date:<10} {one.documents:>9,} {one.lines:>8,} "
                f"{one.errors:>7,} {one.warnings:>8,} {one.contradicted:>6,} {score:>6}"
            )

    def debt(self) -> Iterator[str]:
        debt = self.audit.debt
        if not (debt.suppressions or debt.suppressed or debt.baselined):
            return
        yield self.title("Debt")
        yield (
            f"  {counted(len(debt.suppressed), 'finding')} hidden by {counted(len(debt.suppressions), 'comment')}, "
            f"{len(debt.baselined):,} by the baseline"
        )
        for one in debt.suppressions:
            if one.state != "active":
                why = f"expired on {one.until}" if one.state == "expired" else "gives no reason"
                yield f"  {self.paint('▲', _YELLOW)} {self.place(one.path, one.line)} {visible(why)}"

    def manual(self) -> Iterator[str]:
        left = [check for check in self.audit.manual if check.accepted is None]
        if not left:
            return
        yield self.title(f"A person must look at ({len(left):,})")
        for check in left[:_LISTED]:
            text = f"{self.place(check.path, check.line)}  {visible(check.text)}"
            yield f"  {shortened(text, _WIDTH)}"
        if len(left) > _LISTED:
            yield f"  and {len(left) - _LISTED:,} more"

    def method(self) -> Iterator[str]:
        method = self.audit.method
        for one in method.not_covered[:_LISTED]:
            yield f"  {self.paint('?', _YELLOW)} {self.short(one.path)} was not read in full: {visible(one.why)}"
        yield f"{self.paint('All of it:', _DIM)} {visible(method.command)} --output-format html:report.html"
