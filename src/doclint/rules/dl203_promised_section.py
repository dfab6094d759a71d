"""An index that lists what a document contains is read instead of the document. When the section it promises is not
there, the reader searches for it, or believes that the procedure exists because the index says so.

A promise is kept by a heading or a bold label that says the same, more, or less; numbering, case, plural and what
stands in parentheses do not matter. A line of text that has all its words keeps it, too. Only what is nowhere is
reported.
"""

import re
from collections.abc import Iterator

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
    for index in project.ask(indexes_of):
        lines: dict[str, list[frozenset[str]]] = {}
        for promise in index.promises:
            facts = project.facts.get(promise.path)
            if facts is None or _is_named(promise.text, facts):
                continue
            if promise.path not in lines:
                lines[promise.path] = _lines(project.read(promise.path) or b"")
            wanted = _stems(words_of(promise.text) - _idle(facts))
            if not any(wanted <= line for line in lines[promise.path]):
                yield _finding(index.path, promise)


def _is_named(text: str, facts: Facts) -> bool:
    """Does a heading or a bold label say the same, most of it, or half of an "X and Y"?"""
    text = _ASIDE.sub(" ", text).strip() or text
    wanted = [words_of(part) - _idle(facts) for part in (text, *_AND.split(text))]
    names = [words_of(heading.text) for heading in facts.headings] + [words_of(label.name) for label in facts.labels]
    return any(_says(part, words) for part in wanted for words in names)


def _idle(facts: Facts) -> frozenset[str]:
    """Words that tell no section of this document from another."""
    return _GENERIC | words_of(facts.title)


def _says(wanted: frozenset[str], words: frozenset[str]) -> bool:
    common = len(wanted & words)
    return common > 0 and (common == len(wanted) or (common > 1 and common >= _MOST * len(wanted)))


def _lines(raw: bytes) -> list[frozenset[str]]:
    return [_stems(words_of(line)) for line in raw.decode("utf-8", "replace").split("\n")]


def _stems(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in words)


def _finding(index: str, promise: Promise) -> Finding:
    return Finding(
        path=index,
        span=promise.span,
        message=f"promises '{promise.text}' in {promise.path}, where no heading and no line of text has these words",
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
