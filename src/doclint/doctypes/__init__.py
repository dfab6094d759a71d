"""Document types: what a document is, and what it owes its reader."""

from doclint.doctypes.library import builtin_types, known_types
from doclint.doctypes.outline import Outline, Place
from doclint.doctypes.recognise import NO_TYPE, recognise
from doclint.doctypes.shape import Content, DocType, Match, OwedField, OwedSection, Parts, Signal

__all__ = [
    "NO_TYPE",
    "Content",
    "DocType",
    "Match",
    "Outline",
    "OwedField",
    "OwedSection",
    "Parts",
    "Place",
    "Signal",
    "builtin_types",
    "known_types",
    "recognise",
]
