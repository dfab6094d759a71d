"""What a verdict needs, in a box to tick, in a check or in a condition: a value."""

from collections.abc import Iterator

from doclint.instructions.case import (
    ENDS,
    HIGH,
    LONGEST_NOUN,
    LOW,
    MEDIUM,
    NO_LIMIT,
    NO_NAME,
    Case,
    Defect,
    closes,
    head,
)

_NO_RESULT = "names an activity, not a result: say what is done when the box is ticked"


def of_state(case: Case) -> Iterator[Defect]:
    """A box to tick when something is good enough."""
    words, request, context = case.words, case.request, case.context
    lexicon, first = case.lexicon, request.start
    if context.shown or context.named or words[first] in lexicon.turns or case.sentence.limit:
        return
    yield from of_verdicts(case, first, len(words))
    if words[first] == "no" and first + 2 < len(words) and words[first + 1] in lexicon.degrees:
        yield Defect("missing-threshold", MEDIUM, first + 1, first + 2, NO_LIMIT)
    length = lexicon.groups.at(words, first)[1]
    if length and words[first + length : first + length + 1] and words[first + length] in lexicon.told:
        yield Defect("missing-actor", MEDIUM, first, first + length, NO_NAME)
    if (
        len(words) - first <= LONGEST_NOUN
        and head(words[first:], lexicon) in lexicon.activities
        and not context.explained
    ):
        yield Defect("missing-method", MEDIUM, first, len(words), _NO_RESULT)


def of_verdicts(case: Case, first: int, last: int) -> Iterator[Defect]:
    """Acceptable, as expected, within limits: who says so?"""
    words, lexicon = case.words, case.lexicon
    for start, end, group in lexicon.states.find(words, first, last):
        if closes(case, start, end):
            sure = MEDIUM if group or case.context.resolved else HIGH
            yield Defect("missing-threshold", sure, start, end, NO_LIMIT)
    if lexicon.bounds.isdisjoint(case.sentence.cues) and lexicon.levels.isdisjoint(case.sentence.cues):
        return
    for place in range(first + 1, last):
        word = words[place]
        if (word in lexicon.bounds or word in lexicon.levels) and closes(case, place, place + 1):
            yield from _of_bound(case, first, place)


def _of_bound(case: Case, first: int, place: int) -> Iterator[Defect]:
    """Within limits, at the usual level."""
    words, lexicon = case.words, case.lexicon
    settled = case.context.resolved
    if words[place + 1 : place + 2] == ("of",):
        return  # "within the range of the group" names it
    if words[place - 1] in lexicon.rated:
        yield Defect("missing-threshold", MEDIUM if settled else HIGH, place - 1, place + 1, NO_LIMIT)
    elif words[place] in lexicon.bounds:
        start = next(
            (near for near in range(max(first, place - _NEAR), place) if words[near] in lexicon.reaches), place
        )
        if start < place:
            sure = HIGH if words[start] == "within" and not settled else MEDIUM
            yield Defect("missing-threshold", sure, start, place + 1, NO_LIMIT)


_NEAR = 3  # words


def of_grades(case: Case) -> Iterator[Defect]:
    """If the load is high: how high? A command that follows says what to do, not when."""
    words, lexicon = case.words, case.lexicon
    if case.context.number:
        return
    condition = False
    for place, word in enumerate(words):
        if word in lexicon.moments:
            condition = True
        elif word in _PAUSES:
            condition = False
        elif condition and word in lexicon.grades:
            if _ends(words, place + 1) and _is_predicate(case, place):
                yield _of_condition(case, place, place + 1)
            elif words[place - 1] not in lexicon.determiners and _is_figure(case, place + 1):
                yield _of_condition(case, place, place + 2)
    for start, end, _ in lexicon.excesses.find(words):
        before = [word for word in words[:start] if word in lexicon.moments or word in _PAUSES]
        if before and before[-1] in lexicon.moments:
            yield _of_condition(case, start, end)


def _is_figure(case: Case, place: int) -> bool:
    return place < len(case.words) and case.words[place] in case.lexicon.figures


def _of_condition(case: Case, start: int, end: int) -> Defect:
    sure = LOW if case.context.shown or case.request.optional else MEDIUM
    return Defect("missing-threshold", sure, start, end, NO_LIMIT)


def _ends(words: tuple[str, ...], place: int) -> bool:
    return place == len(words) or words[place] in ENDS or words[place] in ("than", ":")


_PAUSES = frozenset((",", ";", ":", "—", "–", "then", "(", ")"))


def _is_predicate(case: Case, place: int) -> bool:
    """Whether a word is said of something: "is too high"."""
    before = place - 1
    while before > 0 and (case.words[before] in case.lexicon.degrees or case.words[before].endswith("ly")):
        before -= 1
    return case.words[before] in case.lexicon.copulas
