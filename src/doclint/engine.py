"""The two passes: documents to facts and findings, facts to findings; then suppression and order."""

import datetime
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from doclint.classify import is_senseless
from doclint.facts import Facts
from doclint.files.discover import Files, files_of, overlaid
from doclint.gate import Gate
from doclint.git.history import Ask, history_of
from doclint.lint import FileResult, Found, Lint, diagnose, is_lasting, lint_document, one_by_one, run_rule
from doclint.memory import Memory
from doclint.model import Confidence, Diagnostic
from doclint.observation import Observation
from doclint.project import Project, Watched
from doclint.rule import ProjectRule, Rule
from doclint.selection import Selection
from doclint.settings import Settings
from doclint.style import style_findings
from doclint.suppress import suppress
from doclint.workers import beside, is_worth_it

if TYPE_CHECKING:
    from doclint.remembered import Remembered

__all__ = [
    "FileResult",
    "Means",
    "Report",
    "check",
    "conclude",
    "inspect",
    "inspect_files",
    "lint_document",
    "lint_project",
]

Observe = Callable[[Project, Collection[str]], Mapping[str, Observation]]  # asks the web for the links of documents


class Report(Struct, frozen=True, kw_only=True):
    """The result of a check, sorted. `hidden` counts findings less sure than the settings ask for."""

    files: int
    diagnostics: tuple[Diagnostic, ...]
    suppressed: tuple[Diagnostic, ...] = ()
    baselined: tuple[Diagnostic, ...] = ()  # accepted by a file
    old: tuple[Diagnostic, ...] | None = None  # those of the base of a branch; None: compared with none
    hidden: int = 0
    rules: tuple[Rule, ...] = ()  # those that were run
    skipped: Mapping[str, str] = {}  # what looked like a document and is none, with the reason
    config: str | None = None  # the settings file, relative to the root
    mode: str = ""  # what findings were compared with; empty: all are shown
    notices: tuple[str, ...] = ()
    gate: Gate | None = None
    lasting: bool = True  # the same input would give the same report

    @property
    def known(self) -> int:
        """How many findings are not shown because they are known: accepted, or older than the branch."""
        return len(self.baselined) + len(self.old or ())

    @property
    def verdict(self) -> str:
        """What the gate says, in a line; empty if there is nothing to say."""
        return self.gate.said if self.gate else ""


def check(root: Path, paths: Iterable[str], settings: Settings, today: datetime.date) -> Report:
    """Check the documents below `paths` (relative to root; empty: all) against the whole project."""
    return inspect(root, paths, settings, today)[0]


class Means(Struct, frozen=True, kw_only=True):
    """
    What a run has besides documents and settings.

    `history` asks git when files were changed, `base` are the documents the run is compared with, `observe` asks the
    web for the links of the documents that were asked for. `jobs` is how many processes pass two may use, 0 for as
    many as there are processors. `memory` is what pass one opens for pass two.
    """

    history: Ask | None = None
    base: Mapping[str, Facts] | None = None
    observe: Observe | None = None
    jobs: int = 1
    memory: Memory | None = None


NOTHING_ELSE = Means()


def inspect(
    root: Path,
    paths: Iterable[str],
    settings: Settings,
    today: datetime.date,
    means: Means = NOTHING_ELSE,
    *,
    lint: Lint = one_by_one,
    contents: Mapping[str, bytes] | None = None,
    lean: bool = False,
) -> tuple[Report, Project]:
    """
    The check, and the project it was made on: what the audit asks its own questions.

    `contents` are files that are not, or not yet, on disk like this. `lean` leaves out what no rule of the run asks
    for: the project is good for nothing else then. The history is that of the root.
    """
    wanted = tuple(path.rstrip("/") for path in paths)
    files = files_of(root, settings, [path for path in wanted if (root / path).is_file()])
    if contents:
        files = overlaid(files, contents)
    means = replace(means, history=partial(history_of, root))
    return inspect_files(files, wanted, settings, today, means, lint=lint, lean=lean)


def inspect_files(
    files: Files,
    paths: Collection[str],
    settings: Settings,
    today: datetime.date,
    means: Means = NOTHING_ELSE,
    *,
    lint: Lint = one_by_one,
    lean: bool = False,
) -> tuple[Report, Project]:
    """The same for files from anywhere, such as those of a commit."""
    selection = Selection(settings, lean=lean)
    results = lint(files, selection, _asked(files.documents, paths, means.base))
    return conclude(results, files, paths, selection, today, means)


def conclude(
    results: Mapping[str, FileResult],
    files: Files,
    paths: Collection[str],
    selection: Selection,
    today: datetime.date,
    means: Means = NOTHING_ELSE,
) -> tuple[Report, Project]:
    """Pass two on what pass one gave, and all that follows: suppression, confidence, order."""
    asked = _asked(files.documents, paths, means.base)
    project = _project(results, files, selection, today, means, asked)
    facts = project.facts
    is_whole = asked >= results.keys()
    concerned = [(path, result) for path, result in results.items() if is_whole or path in asked]
    found = [(path, item) for path, result in concerned for item in result.findings]
    found += _style(files, sorted(asked & facts.keys()), selection)
    of_one = chain(*(result.diagnostics for _, result in concerned), diagnose(found, facts, selection))
    of_set = _judged(project, selection, means)
    senseless = project.ask(is_senseless)
    diagnostics = [
        diagnostic
        for diagnostic in chain(of_one, of_set)
        if (is_whole or _concerns(diagnostic, asked)) and not senseless(diagnostic.rule, diagnostic.path)
    ]
    live, suppressed, about = suppress(diagnostics, asked, facts, today, selection.rules, selection.own)
    live += diagnose([(finding.path, (code, finding)) for code, finding in about], facts, selection)
    least = Confidence(selection.settings.min_confidence).rank
    shown = [diagnostic for diagnostic in live if diagnostic.confidence.rank <= least]
    report = Report(
        files=len(asked & results.keys()),
        diagnostics=_sorted(shown),
        suppressed=_sorted(suppressed),
        hidden=len(live) - len(shown),
        skipped=files.skipped,
        rules=selection.rules,
        lasting=is_lasting((*(item for _, item in found), *((each.rule, each) for each in of_set))),
    )
    return report, project


def _project(
    results: Mapping[str, FileResult],
    files: Files,
    selection: Selection,
    today: datetime.date,
    means: Means,
    asked: Collection[str],
) -> Project:
    facts = {path: result.facts for path, result in results.items()}
    matches = {path: result.match for path, result in results.items() if result.match}
    known = (means.history, means.base, means.memory, matches)
    project = Project(facts, files.tree, selection.settings, today, files.bytes_of, *known)
    if means.observe:
        project.observations = means.observe(project, asked)
    return project


def lint_project(project: Project, settings: Settings, rules: Iterable[Rule] | None = None) -> list[Found]:
    """Pass two: needs no text."""
    selection = Selection(settings, rules)
    chosen = _project_rules(selection)
    return [found for rule in chosen for found in run_rule(rule, project, selection.options(rule), "")]


def _project_rules(selection: Selection) -> list[ProjectRule]:
    return [rule for rule in selection.rules if isinstance(rule, ProjectRule)]


def _judged(project: Project, selection: Selection, means: Means) -> list[Diagnostic]:
    """What the project rules of a selection say, remembered or judged now."""
    remembered = _remembered(project, means)

    def said(rules: Iterable[ProjectRule]) -> list[Diagnostic]:
        return [each for rule in rules for each in _said(rule, project, selection, remembered)]

    rules = _project_rules(selection)
    memory = means.memory or Memory()
    new = project.facts.keys() - memory.known  # without these, what was remembered saves more than a process
    claiming = (facts for path in new if (facts := project.facts[path]).has("claims") and facts.claims.claims)
    if is_worth_it(means.jobs, 2 * sum(facts.size for facts in claiming)):  # judging takes twice as long as reading
        apart = [rule for rule in rules if rule.apart]
        with beside(lambda: (said(apart), memory.fresh), tuple[list[Diagnostic], dict[str, bytes]]) as others:
            all_of_them = said(rule for rule in rules if not rule.apart)
            there, fresh = others()
        all_of_them += there
        memory.fresh |= fresh
    else:
        all_of_them = said(rules)
    if remembered:
        remembered.save()
    memory.save()
    return all_of_them


def _remembered(project: Project, means: Means) -> "Remembered | None":
    """What rules said before, where that is known, and nothing else is looked at than the files, the day and git."""
    if means.memory is None or not means.memory.seals or means.base is not None or means.observe:
        return None
    from doclint.remembered import Remembered  # of use with a cache only

    return Remembered(project, means.memory)


def _said(
    rule: ProjectRule, project: Project, selection: Selection, remembered: "Remembered | None"
) -> list[Diagnostic]:
    if not remembered:
        return _judge(rule, project, selection)[0]
    known, left = remembered.said(rule)
    if not left:
        return known
    looking = Watched(project, left)
    diagnostics, is_all = _judge(rule, looking, selection)
    if is_all:
        remembered.keep(rule, looking.looked, known + diagnostics)
    return known + diagnostics


def _judge(rule: ProjectRule, project: Project, selection: Selection) -> tuple[list[Diagnostic], bool]:
    """What a rule says, and whether it would say so again."""
    found = run_rule(rule, project, selection.options(rule), "")
    diagnostics = diagnose(((finding.path, (code, finding)) for code, finding in found), project.facts, selection)
    return diagnostics, is_lasting(found)


def _style(files: Files, paths: list[str], selection: Selection) -> list[tuple[str, Found]]:
    codes = [rule.code for rule in selection.rules if rule.code.startswith("MD")]
    if not codes:
        return []
    stated = {code: selection.settings.rules[code] for code in codes if code in selection.settings.rules}
    return style_findings(paths, files.read, codes, stated, files.root)


def _sorted(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(diagnostics, key=lambda diagnostic: diagnostic.order))


def _asked(documents: Iterable[str], wanted: Collection[str], base: Collection[str] | None) -> set[str]:
    """
    The documents asked for, and the names given as they are: a file that is gone can still concern a finding.

    Whoever compares with a base asks for what is gone since: nobody can name the old name of a file.
    """
    documents = set(documents)
    if not wanted or "" in wanted or "." in wanted:
        return documents
    folders = tuple(path + "/" for path in wanted)
    gone = set(base or ()) - documents
    return {*wanted, *gone, *(path for path in documents if path.startswith(folders))}


def _concerns(diagnostic: Diagnostic, asked: Collection[str]) -> bool:
    """Is this about a file that was asked for, or caused by one?"""
    return (
        diagnostic.path in asked
        or any(other in asked for other in diagnostic.concerns)
        or any(place.path in asked for place in diagnostic.related)
    )
