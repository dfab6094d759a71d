"""One project while an editor has it open: results of every file, those of open buffers in place of the disk's."""

import datetime
from functools import cached_property
from pathlib import Path

from doclint.config import Config, load
from doclint.engine import conclude
from doclint.files.discover import Files, Stamp, files_of
from doclint.lint import FileResult, lint_file
from doclint.markdown.source import decode
from doclint.model import Diagnostic
from doclint.project import Project
from doclint.selection import Selection


class Session:
    """`edit` and `close` change one file's result; all else follows when it is asked for."""

    def __init__(self, folder: Path, today: datetime.date) -> None:
        """
        The project a folder is in.

        Raises:
            ConfigError: The settings cannot be used.
        """
        self.folder = folder.resolve()
        self.today = today
        self.buffers: dict[str, str] = {}
        self._settle(load(self.folder))
        self.reload()

    def _settle(self, config: Config) -> None:
        self.config = config
        self.root = config.root
        self.selection = Selection(config.settings)
        self.results: dict[str, FileResult] = {}
        self._stamps: dict[str, Stamp | None] = {}  # of the results that are of the disk

    @property
    def opened(self) -> tuple[str, ...]:
        """Paths of the open buffers."""
        return tuple(self.buffers)

    def edit(self, path: str, text: str) -> None:
        """A buffer was opened, or changed."""
        if self.buffers.get(path) == text and path in self.results:
            return
        self.buffers[path] = text
        self._lint(path)

    def close(self, path: str) -> None:
        """A buffer is gone: what the disk has counts again."""
        self.buffers.pop(path, None)
        self._lint(path)

    def reload(self) -> None:
        """
        Files were saved, made or removed: read again what changed on disk; all of it if settings did.

        Raises:
            ConfigError: The settings cannot be used any more; those that were hold on.
        """
        config = load(self.folder)
        if config.settings != self.config.settings:
            self._settle(config)
            self.__dict__.pop("_without_claims", None)
        self.files = files_of(self.root, self.config.settings)
        stamps = {path: self.files.stamp(path) for path in self.files.documents if path not in self.buffers}
        same = {path for path, stamp in stamps.items() if stamp and stamp == self._stamps.get(path)}
        self.results = {
            path: self.results[path]
            if path in self.results and (path in same or path in self.buffers)
            else lint_file(path, self.read, self.selection)
            for path in sorted({*self.files.documents, *self.buffers})
        }
        self._stamps = stamps
        self._forget()

    def read(self, path: str) -> bytes:
        """The bytes of a file as the editor has it."""
        buffer = self.buffers.get(path)
        return self.files.read(path) if buffer is None else buffer.encode("utf-8", "replace")

    def text(self, path: str) -> str:
        """The text of a file as the editor has it; empty if it cannot be read."""
        try:
            return decode(self.read(path)).text
        except (OSError, ValueError):
            return ""

    def has(self, path: str) -> bool:
        """Is this a document of the project?"""
        return path in self.results

    @property
    def project(self) -> Project:
        """The project as it is now."""
        return self._concluded[1]

    def diagnostics(self, path: str) -> tuple[Diagnostic, ...]:
        """What is wrong in a file."""
        return self._by_path.get(path, ())

    @cached_property
    def _without_claims(self) -> Selection:
        """Only buffers are shown, and judging claims is most of the work: it is done where a buffer makes some."""
        rules = [rule for rule in self.selection.rules if not rule.code.startswith("DL8")]
        return Selection(self.config.settings, rules)

    @cached_property
    def _concluded(self) -> tuple[tuple[Diagnostic, ...], Project]:
        files = Files(self.files.tree, tuple(sorted(self.results)), self.read)
        claiming = any(self.results[path].facts.claims.claims for path in self.buffers if path in self.results)
        selection = self.selection if claiming else self._without_claims
        report, project = conclude(self.results, files, (), selection, self.today)
        return report.diagnostics, project

    @cached_property
    def _by_path(self) -> dict[str, tuple[Diagnostic, ...]]:
        found: dict[str, list[Diagnostic]] = {}
        for diagnostic in self._concluded[0]:
            found.setdefault(diagnostic.path, []).append(diagnostic)
        return {path: tuple(diagnostics) for path, diagnostics in found.items()}

    def _lint(self, path: str) -> None:
        if path in self.buffers or path in self.files.documents:
            self.results[path] = lint_file(path, self.read, self.selection)
        else:
            self.results.pop(path, None)
        self._forget()

    def _forget(self) -> None:
        for answer in ("_concluded", "_by_path"):
            self.__dict__.pop(answer, None)
