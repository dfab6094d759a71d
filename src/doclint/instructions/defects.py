"""The third question: which of the twenty defects has an instruction, and how sure are we?"""

from collections.abc import Iterator

from doclint.instructions.asking import Request
from doclint.instructions.case import Case, Defect
from doclint.instructions.lexicon import Lexicon
from doclint.instructions.resolved import Context
from doclint.instructions.sentences import Sentence
from doclint.instructions.verbs import is_row, needs_of, of_clause, of_duty, of_negations, of_row
from doclint.instructions.verdicts import of_grades, of_state
from doclint.instructions.wording import of_customs, of_hedges, of_words


def defects_of(sentence: Sentence, request: Request, lexicon: Lexicon) -> Iterator[Defect]:
    """Everything a request leaves open, in no order. Its words tell what to ask, so that its context seldom matters."""
    cues, context = sentence.cues, Context(sentence, request.start, lexicon)
    case = Case(sentence.words, sentence, request, context, lexicon)
    if not lexicon.unless.isdisjoint(cues):
        yield from of_negations(case)
    if request.forbids:
        return
    if request.mood == "state":
        yield from of_state(case)
    elif request.mood == "duty":
        if not lexicon.amounted.keys().isdisjoint(cues):
            yield from of_duty(case)
    else:
        for clause in request.clauses:
            needs = needs_of(clause, sentence, lexicon)
            if needs and not context.shown:
                yield from of_clause(case, clause, needs)
        if is_row(request, sentence, lexicon) and not context.shown:
            yield from of_row(case)
    if not (lexicon.hedges.cues.isdisjoint(cues) and lexicon.tries.isdisjoint(cues)):
        yield from of_hedges(case)
    if not lexicon.measured.isdisjoint(cues) and not lexicon.moments.isdisjoint(cues):
        yield from of_grades(case)
    if not lexicon.loose.cues.isdisjoint(cues) and not context.shown:
        yield from of_words(case)
    if not lexicon.customary.isdisjoint(cues) and not context.shown:
        yield from of_customs(case)
