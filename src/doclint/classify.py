"""Which type each document of a project is: as the settings say, else as the document shows."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from doclint.doctypes import DocType, Match, Outline, known_types, recognise
from doclint.facts import Facts
from doclint.files.globs import Globs
from doclint.model import Confidence
from doclint.project import Project
from doclint.settings import Settings


class Typed(Struct, frozen=True):
    """A document and the type it is of; `type` is None where that is none we know."""

    outline: Outline
    match: Match
    type: DocType | None

    @property
    def path(self) -> str:
        """Of the document."""
        return self.outline.facts.path


class Types:
    """The types that settings know, by name, and which of them a document is of."""

    def __init__(self, settings: Settings) -> None:
        self.known: Mapping[str, DocType] = known_types(settings.doc_types)
        self._stated = _stated_patterns(settings)

    def typed(self, facts: Facts) -> Typed:
        """A document with its type, as the settings say, else as it shows itself."""
        outline = Outline(facts)
        match = self.match(outline)
        return Typed(outline, match, self.known.get(match.name))

    def match(self, outline: Outline) -> Match:
        """The type of a document, by its outline."""
        return _stated(outline.facts.path, self._stated) or recognise(outline, self.known)


def types_of(project: Project) -> dict[str, Match]:
    """The type of every document, how sure that is and why; its name is empty where nothing fits. For `project.ask`."""
    told, types = project.matches, project.ask(_types)
    return {path: told.get(path) or types.match(outline) for path, outline in project.ask(outlines_of).items()}


def senseless_codes(types: Mapping[str, DocType]) -> tuple[str, ...]:
    """Codes of rules, or how they begin, that make no sense for documents of one of these types."""
    return tuple(code for each in types.values() for code in each.ignore)


def is_senseless(project: Project) -> Callable[[str, str], bool]:
    """Is a rule, by its code, without sense for the type of a document? Types are worked out only if one may say so."""
    types = project.ask(known_types_of)
    said = senseless_codes(types)

    def answer(code: str, path: str) -> bool:
        if not code.startswith(said):
            return False
        match = project.ask(types_of).get(path)
        return bool(match and match.name and code.startswith(types[match.name].ignore))

    return answer


def known_types_of(project: Project) -> Mapping[str, DocType]:
    """The types this project knows, by name. For `project.ask`."""
    return project.ask(_types).known


def _types(project: Project) -> Types:
    return Types(project.settings)


def outlines_of(project: Project) -> dict[str, Outline]:
    """The outline of every document. For `project.ask`."""
    return {path: Outline(facts) for path, facts in project.facts.items()}


_Patterns = tuple[tuple[Globs, tuple[str, ...], str], ...]


def _stated_patterns(settings: Settings) -> _Patterns:
    """Patterns and the type they state, the strongest first: later overrides win over earlier ones."""
    overrides = [(override.paths, override.type) for override in reversed(settings.overrides) if override.type]
    types = [(own.paths, name) for name, own in settings.doc_types.items() if own.paths]
    return tuple((Globs(paths), paths, name) for paths, name in (*overrides, *types))


def _stated(path: str, patterns: _Patterns) -> Match | None:
    for globs, several, name in patterns:
        if globs.match(path):
            return Match(name, Confidence.HIGH, f"the settings say so for {several[0]}", stated=True)
    return None
