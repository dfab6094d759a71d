"""The phase: which documents are judged together. From the settings, else recognised from summary, index and folder."""

import posixpath
import re
from collections.abc import Iterable

from msgspec import Struct

from doclint.audit.values import Phase
from doclint.classify import types_of
from doclint.errors import ConfigError
from doclint.index import indexes_of
from doclint.project import Project
from doclint.settings import Phase as Settled
from doclint.verify import judged_claims, plain_summaries

_SUMMARY = "completion-summary"  # the document type
_NUMBERED = re.compile(
    r"\b(?:phase|milestone|sprint|stage|iteration|wave|part|release|epic)[\s#_-]*(?:\d[\w.]*|[IVX]+)\b", re.IGNORECASE
)


class Scope(Struct, frozen=True):
    """A phase as settled or recognised, the documents in it, and the plain texts that make claims."""

    settled: Settled
    documents: tuple[str, ...]
    texts: tuple[str, ...]
    source: str
    reason: str

    @property
    def phase(self) -> Phase:
        """As the audit shows it."""
        settled = self.settled
        return Phase(
            name=settled.name,
            paths=settled.paths,
            summaries=settled.summaries,
            indexes=(settled.index,) if settled.index else (),
            source=self.source,  # type: ignore[arg-type]
            reason=self.reason,
        )


def scope_of(project: Project, paths: Iterable[str] = (), name: str | None = None) -> Scope:
    """
    What to audit.

    Args:
        project: The whole project.
        paths: Files and folders asked for, relative to the root; they win over what is recognised.
        name: Of a phase in the settings.

    Raises:
        ConfigError: No phase of this name is settled.
    """
    asked = tuple(sorted({path.rstrip("/") for path in paths}))
    if asked and not {"", "."}.isdisjoint(asked):
        return _scope(project, proposed_phase(project, ()), "project", "all documents of the project")
    settled = project.settings.phases
    if name is not None:
        found = next((phase for phase in settled if phase.name.casefold() == name.casefold()), None)
        if found is None:
            known = ", ".join(repr(phase.name) for phase in settled) or "the settings have no phases"
            raise ConfigError(f"no phase is called {name!r}: {known}")
        return _scope(project, found, "settings", "named on the command line")
    if asked:
        same = next((phase for phase in settled if set(asked) == {path.rstrip("/") for path in phase.paths}), None)
        if same:
            return _scope(project, same, "settings", "the settings have a phase of these paths")
        return _scope(project, proposed_phase(project, asked), "paths", "the paths that were asked for")
    if len(settled) == 1:
        return _scope(project, settled[0], "settings", "the only phase in the settings")
    folders = {posixpath.dirname(path): path for path in reversed(_summaries(project))}
    if not settled and len(folders) == 1:
        ((folder, summary),) = folders.items()
        reason = f"the one folder with a completion summary, {summary}, and the documents it names"
        paths = (folder, *_named_elsewhere(project, folder)) if folder else ()
        return _scope(project, proposed_phase(project, paths), "recognised", reason)
    return _scope(project, proposed_phase(project, ()), "project", "all documents of the project")


def scope_in(project: Project, scope: Scope) -> Scope:
    """The same phase in the project as it was at another time."""
    return _scope(project, scope.settled, scope.source, scope.reason)


def proposed_phase(project: Project, paths: Iterable[str]) -> Settled:
    """A phase as its own documents describe it."""
    paths = tuple(paths)
    summaries = tuple(path for path in _summaries(project) if is_below(path, paths))
    indexes = [index.path for index in project.ask(indexes_of) if is_below(index.path, paths)]
    titles = [project.facts[path].title for path in (*summaries, *indexes)]
    index = min(indexes, key=lambda path: (path.count("/"), path), default=None)
    return Settled(name=_name_of(titles, paths), paths=paths, summaries=summaries, index=index)


def is_below(path: str, paths: Iterable[str]) -> bool:
    """Is the file one of these, or in one of these folders? No paths: all are."""
    wanted = tuple(paths)
    return not wanted or any(
        name in ("", ".") or path == name or path.startswith(name.rstrip("/") + "/") for name in wanted
    )


def _named_elsewhere(project: Project, folder: str) -> list[str]:
    """The documents that the summaries in a folder rightly say are there, outside of it."""
    speaking = {path for path in _summaries(project) if posixpath.dirname(path) == folder}
    named = {
        claim.evidence[0].path
        for claim in project.ask(judged_claims)
        if claim.kind == "file_exists" and claim.verdict == "verified" and claim.path in speaking and claim.evidence
    }
    return sorted(path for path in named & project.facts.keys() if not is_below(path, (folder,)))


def _summaries(project: Project) -> list[str]:
    return [path for path, match in project.ask(types_of).items() if match.name == _SUMMARY]


def _scope(project: Project, settled: Settled, source: str, reason: str) -> Scope:
    documents = tuple(path for path in project.facts if is_below(path, settled.paths))
    texts = tuple(path for path in project.ask(plain_summaries) if is_below(path, settled.paths))
    return Scope(settled, documents, texts, source, reason)


def _name_of(titles: Iterable[str], paths: tuple[str, ...]) -> str:
    titles = list(titles)
    numbered = next((match.group() for title in titles if (match := _NUMBERED.search(title))), None)
    if numbered:
        return numbered
    if len(paths) == 1:
        return _words(paths[0]).strip() or paths[0]
    return titles[0] if titles else "All documents"


def _words(path: str) -> str:
    return re.sub(r"[_\W]+", " ", posixpath.splitext(posixpath.basename(path))[0])
