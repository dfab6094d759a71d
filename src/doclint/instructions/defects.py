"""The third question: which of the twenty defects has an instruction, and how sure are we?"""

from collections.abc import Iterator

from doclint.instructions.asking import Request
from doclint.instructions.case import Case, Defect
from doclint.instructions.lexicon import Lexicon
from doclint.instructions.verbs import of_clause, of_negations, of_row
from doclint.instructions.verdicts import of_grades, of_state
from doclint.instructions.wording import of_customs, of_hedges, of_words


def can_lack(request: Request, words: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether anything can be wrong with a request: a quick look before the context is worked out."""
    if request.mood == "state" or not lexicon.loose.cues.isdisjoint(words) or not lexicon.hedges.cues.isdisjoint(words):
        return True
    for clause in request.clauses:
        needed = lexicon.needed.get(clause.group)
        if needed is None or not needed.isdisjoint(words):
            return True
    return len(request.clauses) > 2 or not lexicon.others.isdisjoint(words)


def defects_of(case: Case) -> Iterator[Defect]:
    """Everything a request leaves open, in no order."""
    words, lexicon = case.words, case.lexicon
    if not lexicon.unless.isdisjoint(words):
        yield from of_negations(case)
    if case.request.forbids:
        return
    if case.request.mood == "state":
        yield from of_state(case)
    else:
        for clause in case.request.clauses:
            yield from of_clause(case, clause)
        yield from of_row(case)
    if not (lexicon.hedges.cues.isdisjoint(words) and lexicon.tries.isdisjoint(words)):
        yield from of_hedges(case)
    if not lexicon.measured.isdisjoint(words):
        yield from of_grades(case)
    if not case.context.shown and not lexicon.loose.cues.isdisjoint(words):
        yield from of_words(case)
    if not case.context.shown and not lexicon.customary.isdisjoint(words):
        yield from of_customs(case)
