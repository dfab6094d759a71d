"""An index that lists what a document contains is read instead of the document. When the section it promises is not
there, the reader searches for it, or believes that the procedure exists because the index says so.

A promise is kept by a heading or a bold label that says the same, more, or less; numbering, case, plural and what
stands in parentheses do not matter. A line of text that has all its words keeps it, too. Only what is nowhere is
reported.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import chain

from doclint.facts import Facts
from doclint.index import Promise, indexes_of
from doclint.model import START, Finding, Related, Severity
from doclint.naming import words_of
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule

_ASIDE = re.compile(r"\([^()]*\)|^[A-Z]{1,5}-\d+\b|^(?:[A-Za-z]+ )?\d+(?:\s*[-–]\s*\d+)?\s*[.:)]")
_GENERIC = frozenset(
    ("section", "procedure", "guide", "overview", "process", "example", "template", "format", "framework", "location")
)
_AND = re.compile(r"\band\b|[,&/]")
_MOST = 2 / 3  # of the words promised, in the heading
_STEM = 5  # letters that tell a word from another: deploy, deployment, deploying


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each promised section that is in no heading and not in the text of its document."""
    known: dict[str, _Content] = {}
    for index in project.ask(indexes_of):
        for promise in index.promises:
            facts = project.facts.get(promise.path)
            if facts is not None:
                content = known.setdefault(promise.path, _Content(project, facts))
                if not content.names(promise.text) and not content.says(promise.text):
                    yield _finding(index.path, promise)


class _Content:
    """What a document is about: the words of its headings and labels, and of its lines."""

    def __init__(self, project: Project, facts: Facts) -> None:
        self.project = project
        self.facts = facts

    def names(self, text: str) -> bool:
        """Does a heading or a bold label say the same, most of it, or half of an "X and Y"?"""
        text = _ASIDE.sub(" ", text).strip() or text
        wanted = [words_of(part) - self._idle for part in (text, *_AND.split(text))]
        return any(_are_alike(part, words) for part in wanted for one in part for words in self._names.get(one, ()))

    def says(self, text: str) -> bool:
        """Has a line all the words? Yes where the text cannot be read: then nothing is known against it."""
        wanted = _stems(words_of(text) - self._idle)
        roots = sorted((stem.removesuffix("y") for stem in wanted), key=len)  # a line with `flies` has the word `fly`
        return self._text is None or any(
            wanted <= _stems(words_of(line))
            for line in _lines_with(self._text, roots.pop() if roots else "")
            if all(root in line for root in roots)
        )

    @cached_property
    def _idle(self) -> frozenset[str]:
        """Words that tell no section of this document from another."""
        return _GENERIC | words_of(self.facts.title)

    @cached_property
    def _names(self) -> dict[str, set[frozenset[str]]]:
        """The words of each heading and label, by every one of them."""
        names = chain((heading.text for heading in self.facts.headings), (label.name for label in self.facts.labels))
        found: dict[str, set[frozenset[str]]] = {}
        for words in map(words_of, names):
            for word in words:
                found.setdefault(word, set()).add(words)
        return found

    @cached_property
    def _text(self) -> str | None:
        """What it says in small letters, None where that cannot be read."""
        raw = self.project.read(self.facts.path)
        return None if raw is None else raw.decode("utf-8", "replace").casefold()


def _lines_with(text: str, part: str) -> Iterator[str]:
    at = text.find(part)
    while at >= 0:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        yield text[text.rfind("\n", 0, at) + 1 : end]
        at = text.find(part, end + 1)


def _are_alike(wanted: frozenset[str], words: frozenset[str]) -> bool:
    common = len(wanted & words)
    return common > 0 and (common == len(wanted) or (common > 1 and common >= _MOST * len(wanted)))


def _stems(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in words)


def _finding(index: str, promise: Promise) -> Finding:
    return Finding(
        path=index,
        span=promise.span,
        message=f"this index promises '{promise.text}' in {promise.path}, where no heading and no line has these words",
        subject=f"{promise.path}: {promise.text}",
        related=(Related(promise.path, START, f"{index} promises '{promise.text}' here"),),
    )


_INDEX = """# Documentation index

## Restore
**File**: `restore.md`

**Contents**:
- Prerequisites
- {}

## Setup
**File**: `setup.md`
"""
_FILES = {
    "setup.md": "# Setup\n",
    "restore.md": "# Restore\n\n## 1. Prerequisite\n\nA key.\n\n## 2. Restoring the backup\n\nRun it.\n",
}

RULE = ProjectRule(
    code="DL203",
    name="promised-section",
    severity=Severity.WARNING,
    summary="A section the index promises is in the document",
    reason=__doc__,
    check=check,
    bad={"INDEX.md": _INDEX.format("Verification of the data"), **_FILES},
    good={"INDEX.md": _INDEX.format("Restoring the backup"), **_FILES},
)
