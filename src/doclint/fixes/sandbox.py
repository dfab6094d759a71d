"""A project on which fixes are tried: judged again after every change, written when all is well."""

import datetime
from collections.abc import Collection, Mapping
from functools import cached_property, partial

from msgspec import Struct
from msgspec.structs import replace

from doclint.comparison.base import Base, new_since
from doclint.config import Config
from doclint.engine import Means, Report, conclude
from doclint.errors import DoclintError
from doclint.facts import digest_of
from doclint.files.discover import Files, files_of, overlaid
from doclint.files.write import replaced
from doclint.fixes.excuse import excuse
from doclint.fixes.fixer import Fixed, fix_all
from doclint.git.history import history_of
from doclint.lint import FileResult, Lint, lint_file
from doclint.markdown import parse
from doclint.markdown.source import decode
from doclint.model import Diagnostic
from doclint.rules import all_rules, names, selectors
from doclint.selection import Selection
from doclint.spelling import nearest


class Excuse(Struct, frozen=True):
    """Findings of these rules are excused by comments that state this reason, and no other fix is made."""

    rules: tuple[str, ...]
    reason: str


class Sandbox:
    """The files of a project as they are with fixes made; on disk nothing changes before `write`."""

    def __init__(
        self,
        config: Config,
        wanted: tuple[str, ...],
        today: datetime.date,
        lint: Lint,
        base: Base | None = None,
        excused: Excuse | None = None,
    ) -> None:
        self._root = config.root
        self._wanted = wanted
        self._today = today
        self._lint = lint
        self._base = base
        self._excused = excused
        self._selection = Selection(config.settings)
        self._originals: dict[str, bytes] = {}

    def fixed(self, unsafe: bool = False) -> Fixed:
        """The project with all fixes made that make nothing worse."""
        return fix_all(self._judged, self.original, unsafe)

    def original(self, path: str) -> bytes:
        """
        The bytes of a file before it is fixed.

        Raises:
            OSError: It cannot be read, or is not what was judged.
        """
        if path not in self._originals:
            raw = self._files.read(path)
            known = self._results.get(path)
            if known and digest_of(decode(raw).text) != known.facts.digest:
                raise OSError("changed meanwhile")
            self._originals[path] = raw
        return self._originals[path]

    def write(self, fixed: Fixed) -> None:
        """
        Write the fixed files; none if any of them was changed by somebody else since it was read.

        Raises:
            DoclintError: One was.
        """
        for path in fixed.contents:
            if (self._root / path).read_bytes() != self._originals[path]:
                raise DoclintError(f"{path} was changed meanwhile: nothing was written")
        for path, content in fixed.contents.items():
            replaced(self._root / path, content)

    @cached_property
    def _files(self) -> Files:
        named = [path for path in self._wanted if (self._root / path).is_file()]
        return files_of(self._root, self._selection.settings, named)

    @cached_property
    def _results(self) -> dict[str, FileResult]:
        return self._lint(self._files, self._selection, self._files.documents)

    def _judged(self, contents: Mapping[str, bytes]) -> Report:
        files = overlaid(self._files, contents)
        results = self._results | {path: lint_file(path, files.read, self._selection) for path in contents}
        before = self._base.facts if self._base else None
        means = Means(history=partial(history_of, self._root), base=before)
        report, project = conclude(results, files, self._wanted, self._selection, self._today, means)
        if self._base:
            report = new_since(report, project, self._root, self._base)
        return _excusing(report, files, self._selection, self._excused) if self._excused else report


def _excusing(report: Report, files: Files, selection: Selection, excused: Excuse) -> Report:
    """The report with a suppression as the fix of every finding of these rules, and no other fix."""
    meant = _codes(excused.rules, selection)
    concerned = {found.path for found in report.diagnostics if found.rule in meant}
    documents = {path: parse(path, files.bytes_of(path) or b"") for path in concerned}

    def commented(found: Diagnostic) -> Diagnostic:
        fix = excuse(found, documents[found.path], excused.reason) if found.rule in meant else None
        return replace(found, fix=fix)

    return replace(report, diagnostics=tuple(map(commented, report.diagnostics)))


def _codes(rules: Collection[str], selection: Selection) -> frozenset[str]:
    known = (*all_rules(), *selection.own)
    for name in rules:
        if not any(names(name, rule) for rule in known):
            others = (*selectors(), *(called for rule in selection.own for called in (rule.code, rule.name)))
            raise DoclintError(f"no rule '{name}'{nearest(name, others)}")
    return frozenset(rule.code for rule in known if any(names(name, rule) for name in rules))
