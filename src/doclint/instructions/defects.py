"""The third question: which of the twenty defects has an instruction, and how sure are we?"""

from collections.abc import Callable, Iterator
from functools import partial

from doclint.instructions.asking import Request
from doclint.instructions.case import Case, Defect
from doclint.instructions.lexicon import Lexicon
from doclint.instructions.resolved import context_of
from doclint.instructions.sentences import Sentence
from doclint.instructions.verbs import is_demanding, is_row, of_clause, of_duty, of_negations, of_row
from doclint.instructions.verdicts import of_grades, of_state
from doclint.instructions.wording import of_customs, of_hedges, of_words

Question = Callable[[Case], Iterator[Defect]]


def defects_of(sentence: Sentence, request: Request, lexicon: Lexicon) -> Iterator[Defect]:
    """Everything a request leaves open, in no order."""
    questions = [*_questions(sentence, request, lexicon)]
    if questions:
        case = Case(sentence.words, sentence, request, context_of(sentence, request.start, lexicon), lexicon)
        for question in questions:
            yield from question(case)


def _questions(sentence: Sentence, request: Request, lexicon: Lexicon) -> Iterator[Question]:
    """What to ask of a request, by its words: all that is known before its context is worked out."""
    cues = sentence.cues
    if not lexicon.unless.isdisjoint(cues):
        yield of_negations
    if request.forbids:
        return
    announces = sentence.words[-1] == ":"  # what follows shows how
    if request.mood == "state":
        yield of_state
    elif request.mood == "duty":
        if not lexicon.amounted.keys().isdisjoint(cues):
            yield of_duty
    elif not announces:
        for clause in request.clauses:
            if is_demanding(clause, sentence, lexicon):
                yield partial(of_clause, clause=clause)
        if is_row(request, sentence, lexicon):
            yield of_row
    if not (lexicon.hedges.cues.isdisjoint(cues) and lexicon.tries.isdisjoint(cues)):
        yield of_hedges
    if not lexicon.measured.isdisjoint(cues) and not lexicon.conditions.isdisjoint(cues):
        yield of_grades
    if not announces and not lexicon.loose.cues.isdisjoint(cues):
        yield of_words
    if not announces and not lexicon.customary.isdisjoint(cues):
        yield of_customs
