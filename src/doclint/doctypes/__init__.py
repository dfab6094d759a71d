"""Document types: what a document is, and what it owes its reader."""

from doclint.doctypes.learn import LearnedType, as_yaml, learned
from doclint.doctypes.library import builtin_types, known_types
from doclint.doctypes.outline import Outline, Place
from doclint.doctypes.recognise import NO_TYPE, recognise
from doclint.doctypes.shape import Content, DocType, Match, OwedField, OwedSection, Parts, Signal
from doclint.doctypes.skeleton import skeleton

__all__ = [
    "NO_TYPE",
    "Content",
    "DocType",
    "LearnedType",
    "Match",
    "Outline",
    "OwedField",
    "OwedSection",
    "Parts",
    "Place",
    "Signal",
    "as_yaml",
    "builtin_types",
    "known_types",
    "learned",
    "recognise",
    "skeleton",
]
