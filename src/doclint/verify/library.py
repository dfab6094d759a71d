"""The files of a project as a summary sees them: which one a name means, how big it is, what it says."""

import os
import re
from functools import cached_property, lru_cache

from msgspec import Struct

from doclint.claims import Claim, wording
from doclint.facts import Facts
from doclint.naming import Names, located, words_of
from doclint.verify.view import View

_ORDINAL = re.compile(r"^\s*(?:\d+[.)]|[IVX]+\.)\s*|^total\s+", re.IGNORECASE)
_INSIDE = re.compile(r"\b(?:in|under|below|inside|within) (?:the )?((?:[\w.~-]*/)+[\w.-]*)")
_DOOR = re.compile(r"(?:readme|_?index)\.\w+", re.IGNORECASE)
_FEWEST_WORDS = 2  # of a title that stands for a document
_LONGEST_TITLE = 80
_ENOUGH = 0.6  # of the words of a name, to be spoken of
_IDLE = frozenset({"production", "phase", "documentation", "guide", "project", "complete"})


class Listed(Struct, frozen=True, gc=False):
    """A file a document names; `path` is empty when there is none of that name."""

    name: str
    path: str
    line: int
    section: int
    planned: bool


class Library:
    """Files and documents as named by one document."""

    def __init__(self, project: View, facts: Facts) -> None:
        self.project = project
        self.facts = facts
        self.folder = os.path.dirname(facts.path)
        self._meant: dict[str, str] = {}
        self._files_below: dict[int, tuple[str, ...]] = {}
        self.resolve = lru_cache(maxsize=None)(self._resolve)

    # Names.

    @cached_property
    def listed(self) -> tuple[Listed, ...]:
        """Every file the document names, in its order."""
        claims = (claim for claim in self.claims_on("file") if not claim.claimed.endswith("/"))
        return tuple(
            Listed(claim.claimed, self.resolve(claim.claimed), claim.span.line, claim.section, claim.planned)
            for claim in claims
        )

    @cached_property
    def folders(self) -> tuple[str, ...]:
        """Folders of the project the document names."""
        names = (claim.claimed for claim in self.claims_on("file") if claim.claimed.endswith("/"))
        return tuple(dict.fromkeys(filter(None, map(self.folder_of, names))))

    def folder_of(self, name: str) -> str:
        """The folder a written path means, empty if there is none."""
        parts = [part for part in name.strip("/").split("/") if part not in (".", "..", "~")]
        for start in range(len(parts)):
            tail = "/".join(parts[start:])
            for candidate in (tail, os.path.normpath(os.path.join(self.folder, tail))):
                if candidate in self.project.tree.folders:
                    return candidate
        return ""

    def folder_about(self, claim: Claim) -> str:
        """The folder whose name a claim hangs on, empty if it is none."""
        names = (name for name in (claim.near, *claim.about[:1]) if _looks_like_path(name))
        return next(filter(None, map(self.folder_of, names)), "")

    def folder_spoken_of(self, *texts: str) -> str:
        """The folder one of these texts puts something in, `5 files in docs/ops`, empty if there is none."""
        named = (match.group(1) for text in texts for match in _INSIDE.finditer(text))
        return next(filter(None, map(self.folder_of, named)), "")

    def _resolve(self, name: str) -> str:
        """The file a written name means, empty if there is none or it is not clear which."""
        files, by_name = self.project.tree.files, self.project.tree.by_name
        for folder in (self.folder, *self._hints):
            path = located(name, folder, files, by_name)
            if path:
                return path
        alike = by_name.get(os.path.basename(name), ())
        return alike[0] if len(alike) == 1 and "/" not in name else ""

    @cached_property
    def _hints(self) -> tuple[str, ...]:
        names = (os.path.dirname(claim.claimed) for claim in self.claims_on("file"))
        return tuple(dict.fromkeys(filter(None, map(self.folder_of, names))))

    def document(self, names: tuple[str, ...]) -> str:
        """The first of these names that means one file."""
        for name in names:
            path = self.named(name)
            if path:
                return path
        return ""

    def named(self, name: str) -> str:
        """The file a name or a title means, empty for none."""
        if name not in self._meant:
            self._meant[name] = self._named(name)
        return self._meant[name]

    def _named(self, name: str) -> str:
        if name.startswith("#"):
            return ""
        if _looks_like_path(name):
            return self.resolve(name)
        title = _ORDINAL.sub("", name).strip(" :*`")
        if wording.ITSELF.fullmatch(title) or words_of(title) == words_of(self.facts.title):
            return self.facts.path
        if title in self._aliases:
            return self._aliases[title]
        if len(title) > _LONGEST_TITLE or len(words_of(title)) < _FEWEST_WORDS:
            return ""
        return self._names.meant(title)

    def spoken_of(self, *texts: str) -> str:
        """The one document that most of the words of a name of are in a text."""
        return next(filter(None, (self._telling_names.spoken_of(text, _ENOUGH) for text in texts)), "")

    @cached_property
    def _names(self) -> Names:
        return Names(self._known)

    @cached_property
    def _telling_names(self) -> Names:
        return Names(self._known, _IDLE)

    def is_called(self, files: tuple[str, ...], name: str) -> bool:
        """Is there a heading over just these files that shares a word with a name?"""
        wanted = words_of(name.replace("_", " "))
        return any(
            wanted & words_of(section.title)
            for index, section in enumerate(self.facts.sections)
            if section.level > 1 and self.files_below(index) == files
        )

    @cached_property
    def documents(self) -> tuple[str, ...]:
        """The documents it names, itself left out, planned ones too."""
        paths = (one.path for one in self.listed if not one.planned)
        return tuple(dict.fromkeys(path for path in paths if path in self.project.facts and path != self.facts.path))

    @cached_property
    def _known(self) -> dict[str, tuple[str, ...]]:
        """Names of the documents a title may mean: those listed, else those beside this one."""
        paths = {one.path or one.name for one in self.listed}
        if not any(path in self.project.facts for path in paths):
            paths |= self.project.in_folder(self.folder)
        if self.facts.claims.shape == "summary":
            paths.discard(self.facts.path)
        return {path: self._names_of(path) for path in sorted(paths)}

    @cached_property
    def _labelled(self) -> frozenset[int]:
        """Sections that a label says which file they are about."""
        labels = self.facts.labels
        return frozenset(label.section for label in labels if label.name.lower() in ("file", "path", "location"))

    def _names_of(self, path: str) -> tuple[str, ...]:
        stem = os.path.splitext(os.path.basename(path))[0]
        aliases = (alias for alias, target in self._aliases.items() if target == path)
        facts = self.project.facts.get(path)
        return (facts.title if facts else "", re.sub(r"[_-]+", " ", stem), *aliases)

    @cached_property
    def _aliases(self) -> dict[str, str]:
        """Titles that stand over one file: `### 1. Operations Runbook` above `**File**: …`."""
        found: dict[str, str] = {}
        under: dict[int, list[str]] = {}
        for one in self.listed:
            under.setdefault(one.section, []).append(one.path or one.name)
        for index, paths in under.items():
            section = self.facts.sections[index]
            if section.level > 1 and (len(set(paths)) == 1 or index in self._labelled):
                found[_ORDINAL.sub("", section.title).strip()] = paths[0]
        return found

    # Sets.

    def below(self, section: int) -> range:
        """A section and all in it."""
        sections = self.facts.sections
        last = section + 1
        while last < len(sections) and sections[last].parent >= section:
            last += 1
        return range(section, last)

    def group(self, name: str, around: int) -> tuple[str, ...]:
        """
        Files listed under the heading a name means: `monitoring` for `Monitoring and Analysis`.

        Asked from the section `around`: what that is part of is no group apart.
        """
        wanted = words_of(name.replace("_", " ")) - {"total", "line", "file"}
        stems = _stems(wanted)
        best: tuple[float, tuple[str, ...]] = (0.0, ())
        for index, words, others in self._titles if wanted else ():
            if stems <= others and around not in self.below(index):
                files = self.files_below(index)
                score = len(wanted) / len(words)
                if files and score > best[0]:
                    best = (score, files)
        return best[1]

    @cached_property
    def _titles(self) -> list[tuple[int, frozenset[str], frozenset[str]]]:
        """The sections below the title: index, words and stems of each."""
        sections = [(index, words_of(one.title)) for index, one in enumerate(self.facts.sections) if one.level > 1]
        return [(index, words, _stems(words)) for index, words in sections]

    def files_below(self, section: int) -> tuple[str, ...]:
        """Distinct files listed in a section and its subsections, planned ones left out."""
        if section not in self._files_below:
            inside = self.below(section)
            listed = (one for one in self.all_listed if one.section in inside and not one.planned)
            self._files_below[section] = tuple(dict.fromkeys(one.path or one.name for one in listed))
        return self._files_below[section]

    @cached_property
    def sets(self) -> tuple[tuple[str, ...], ...]:
        """Sets of files a total may be about: what each section lists, and all the document lists."""
        found = [self.files_below(index) for index, section in enumerate(self.facts.sections) if section.level > 1]
        everything = tuple(dict.fromkeys(one.path or one.name for one in self.all_listed if not one.planned))
        others = tuple(path for path in everything if path != self.facts.path)
        return tuple(dict.fromkeys(files for files in (*found, everything, others) if len(files) > 1))

    @cached_property
    def all_listed(self) -> tuple[Listed, ...]:
        """The files named, and those a size is stated of by their title."""
        titled = []
        for claim in self.claims_on("size"):
            path = self.named(claim.about[0]) if claim.about and not _looks_like_path(claim.about[0]) else ""
            if path in self.project.facts and path != self.facts.path:
                titled.append(Listed(claim.about[0], path, claim.span.line, claim.section, claim.planned))
        return (*self.listed, *titled)

    def folder_sets(self) -> tuple[tuple[str, ...], ...]:
        """What the folders named hold, else the folder of the document: documents only, with and without itself."""
        found = (files for folder in self.folders or (self.folder,) for files in self.sets_in(folder))
        return tuple(dict.fromkeys(files for files in found if len(files) > 1))

    def sets_in(self, folder: str) -> tuple[tuple[str, ...], ...]:
        """The documents of a folder, with those below and without, with this one and without."""
        prefix = folder + "/" if folder else ""
        deep = tuple(path for path in self.project.facts if path.startswith(prefix))
        flat = tuple(path for path in deep if "/" not in path[len(prefix) :])
        others = (tuple(path for path in paths if path != self.facts.path) for paths in (deep, flat))
        return tuple(dict.fromkeys((deep, flat, *others)))

    @cached_property
    def beside(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The documents in its folder with those below, and without them; itself and other indexes left out."""
        prefix = self.folder + "/" if self.folder else ""
        paths = (path for path in self.project.facts if path.startswith(prefix) and path != self.facts.path)
        deep = tuple(path for path in paths if not _DOOR.fullmatch(os.path.basename(path)))
        return deep, tuple(path for path in deep if "/" not in path[len(prefix) :])

    def claims_on(self, *rules: str) -> tuple[Claim, ...]:
        """The document's claims of these rules."""
        return tuple(claim for rule in rules for claim in self._by_rule.get(rule, ()))

    @cached_property
    def _by_rule(self) -> dict[str, tuple[Claim, ...]]:
        found: dict[str, list[Claim]] = {}
        for claim in self.facts.claims.claims:
            found.setdefault(claim.rule, []).append(claim)
        return {rule: tuple(claims) for rule, claims in found.items()}


def _looks_like_path(name: str) -> bool:
    tail = name.rpartition("/")[2]
    return " " not in name and ("/" in name or ("." in tail and not tail.endswith(".")))


def _stems(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word[:5] for word in words)
