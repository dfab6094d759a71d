"""
Document → its instructions, and what their reader would have to guess.

Three questions, in this order: is it an instruction (`asking`), is it resolved by its context
(`resolved`), and which defect of the twenty has it (`defects`). `reading` asks them once per document.
"""

from doclint.instructions.lexicon import Instructions, Library, library_of
from doclint.instructions.reading import Ambiguity, Reading, ambiguities, instructions_of, lexicon_of, read

__all__ = [
    "Ambiguity",
    "Instructions",
    "Library",
    "Reading",
    "ambiguities",
    "instructions_of",
    "lexicon_of",
    "library_of",
    "read",
]
