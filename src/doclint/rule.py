"""What a rule is: a value with a pure generator. It opens no file, reads no clock, knows only its own options."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from doclint.classify import Typed
from doclint.facts import Part
from doclint.markdown.nodes import Document
from doclint.model import Confidence, Finding, Severity
from doclint.project import Project

Example = str | Mapping[str, str]  # a document, or the files of a small project by path


class NoOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """For rules without options."""


class _Rule(Struct, frozen=True, kw_only=True):
    """
    What all kinds have.

    `reason` is the module's docstring, written for the user. `bad` and `good` are tests, documentation
    and catalogue at once, and so is `near`: what looks bad and is not. `default` is False for rules
    that run only when selected. `options` is a frozen Struct with kebab-case keys and a default for each.
    `parts` are the parts of facts it asks for; a run of rules that need none leaves them out, and reads of a
    document no more than `markdown.parse` says of `outline`.
    """

    code: str
    name: str
    severity: Severity
    confidence: Confidence = Confidence.HIGH
    summary: str
    reason: str
    options: type[Struct] = NoOptions
    default: bool = True
    bad: Example
    good: Example
    near: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ("contents",)


class DocumentRule(_Rule, frozen=True, kw_only=True):
    """Needs one document and nothing else."""

    check: Callable[[Document, Any], Iterator[Finding]]


class TypeRule(_Rule, frozen=True, kw_only=True):
    """Needs one document as its facts have it, and the type it is of."""

    check: Callable[[Typed, Any], Iterator[Finding]]


class ProjectRule(_Rule, frozen=True, kw_only=True):
    """
    Needs facts of several documents, the file tree, the history or the date. Its findings name their path.

    `apart`: those of which this is true take about as long as all others together, and may be done by another process.
    `by_document`: what it says of a document rests on the facts of that document and on answers of the project; given
    a project with the facts of some documents only, it says the same of these.
    """

    check: Callable[[Project, Any], Iterator[Finding]]
    apart: bool = False
    by_document: bool = False


class PipelineRule(_Rule, frozen=True, kw_only=True):
    """
    Found by the pipeline itself, which alone knows: a file that cannot be read, a suppression without use.

    `unchecked`: its findings say that something was not checked.
    """

    parts: tuple[Part, ...] = ()
    unchecked: bool = False


Rule = DocumentRule | TypeRule | ProjectRule | PipelineRule
