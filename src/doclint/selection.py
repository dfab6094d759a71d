"""Which rules run, with which options, and how bad their findings are: what settings mean for rules and paths."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TypeVar

from msgspec import Struct, convert
from msgspec.structs import replace

from doclint.classify import Types, senseless_codes
from doclint.custom import custom_rules
from doclint.facts import PARTS, Part
from doclint.files.globs import Globs
from doclint.instructions import Library, library_of
from doclint.markdown.flavours import flavour_of
from doclint.model import Severity
from doclint.rule import Rule
from doclint.rules import all_rules, names, unchecked
from doclint.settings import Override, Settings
from doclint.style import style_rules

T = TypeVar("T")

_ENCODING = "DL002"  # where it is UTF-16 or UTF-32, nothing is checked


class Selection:
    """
    What the settings say about rules, worked out once per run.

    `lean` is for those who want nothing but findings: of the parts of facts only those its rules ask for, and the
    contents where the type of a document may say that one of them makes no sense there.
    """

    def __init__(self, settings: Settings, rules: Iterable[Rule] | None = None, lean: bool = False) -> None:
        self.settings = settings
        self.lean = lean
        self.own: tuple[Rule, ...] = (*custom_rules(settings.custom_rules), *style_rules(settings))
        self.rules = tuple(rules) if rules is not None else selected((*all_rules(), *self.own), settings)
        self.told = {rule.code for rule in self.rules} | _never_left_out(settings)
        self.parts: frozenset[Part] = self._asked() if lean else PARTS
        self._flavours: dict[str, str] = {}  # by folder
        self._options: dict[tuple[str, tuple[int, ...]], Struct] = {}

    def _asked(self) -> frozenset[Part]:
        """The parts of facts that the rules ask for, and what decides whether they make sense."""
        senseless = senseless_codes(self.types.known)
        by_type: tuple[Part, ...] = ("contents",) if any(r.code.startswith(senseless) for r in self.rules) else ()
        return frozenset(part for rule in self.rules for part in rule.parts).union(by_type)

    @cached_property
    def _places(self) -> list[tuple[Globs, Override]]:
        """Overrides by their patterns, `per-file-ignores` first."""
        settings = self.settings
        ignores = [Override(paths=(pattern,), ignore=ignored) for pattern, ignored in settings.per_file_ignores.items()]
        return [(Globs(override.paths), override) for override in (*ignores, *settings.overrides)]

    @cached_property
    def library(self) -> Library:
        """The words instructions are read by."""
        return library_of(self.settings.instructions)

    @cached_property
    def types(self) -> Types:
        """The types documents may be of."""
        return Types(self.settings)

    def overrides(self, path: str) -> tuple[int, ...]:
        """Which overrides hold for a path: indexes, the last one wins."""
        if not self.settings.overrides and not self.settings.per_file_ignores:
            return ()
        return tuple(index for index, (globs, _) in enumerate(self._places) if globs.match(path))

    def flavour(self, path: str, read: Callable[[str], bytes]) -> str:
        """The Markdown a document is written in: as settled, else as the files around it say."""
        if self.settings.flavour != "auto":
            return self.settings.flavour
        folder = path.rpartition("/")[0]
        if folder not in self._flavours:
            self._flavours[folder] = flavour_of(folder, read)
        return self._flavours[folder]

    def about(self, path: str) -> list[tuple[str, str, str]]:
        """What is settled for a path, as rows for a person: key, value, nothing."""
        here = [rule for rule in self.rules if self.severity(rule, path)]
        gone = ", ".join(rule.code for rule in self.rules if rule not in here)
        patterns = [", ".join(self._places[index][1].paths) for index in self.overrides(path)]
        rows = [("rules run here", str(len(here)), ""), ("rules not wanted here", gone or "none", "")]
        return [("document", path, ""), *rows, *(("matching pattern", pattern, "") for pattern in patterns)]

    def options(self, rule: Rule, path: str = "") -> Struct:
        """The options of a rule, for a document rule those of the path."""
        key = (rule.code, self.overrides(path) if path else ())
        if key not in self._options:
            stated: dict[str, object] = {}
            for group in (self.settings.rules, *(self._places[index][1].rules for index in key[1])):
                stated |= _about(rule, group, {})
            self._options[key] = convert(stated, rule.options)
        return self._options[key]

    def severity(self, rule: Rule, path: str, found: Severity | None = None) -> Severity | None:
        """How bad a finding is: as settled for the path, as found, as the rule has it; None when it is not wanted."""
        settled = _about(rule, self.settings.severity, "")
        for index in self.overrides(path):
            override = self._places[index][1]
            if any(names(name, rule) for name in override.ignore):
                return None
            settled = _about(rule, override.severity, settled)
        if settled == "off":
            return None
        return Severity(settled) if settled else found or rule.severity


def selected(rules: Iterable[Rule], settings: Settings) -> tuple[Rule, ...]:
    """The rules that run: those of `select`, or on by default or in `extend-select`; less `ignore` and severity off."""

    def wanted(rule: Rule) -> bool:
        if any(names(name, rule) for name in settings.ignore):
            return False
        if _about(rule, settings.severity, "") == "off":
            return False
        if any(names(name, rule) for name in settings.extend_select):
            return True
        return any(names(name, rule) for name in settings.select) if settings.select else rule.default

    return tuple(rule for rule in rules if wanted(rule))


def _never_left_out(settings: Settings) -> set[str]:
    """What says that something was not checked: selecting other rules makes no pass of it, only `ignore` does."""
    rules = (rule for rule in all_rules() if rule.code in (*unchecked(), _ENCODING))
    return {rule.code for rule in selected(rules, replace(settings, select=()))}


def _about(rule: Rule, stated: Mapping[str, T], default: T) -> T:
    """What is stated about a rule; the longer name is the more exact one."""
    fitting = [name for name in stated if names(name, rule)]
    return stated[max(fitting, key=len)] if fitting else default
