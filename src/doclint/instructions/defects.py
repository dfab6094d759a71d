"""The third question: which of the twenty defects has an instruction, and how sure are we?"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from doclint.instructions.asking import Clause, Request
from doclint.instructions.lexicon import Lexicon
from doclint.instructions.passages import ITEMS
from doclint.instructions.resolved import Context
from doclint.instructions.sentences import CODE, Sentence
from doclint.model import Confidence

HIGH, MEDIUM, LOW = Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW


class Defect(Struct, frozen=True, gc=False):
    """What is missing, how sure we are, the words it shows in, and what to say of them."""

    category: str
    confidence: Confidence
    start: int
    end: int
    lack: str  # goes on after the quoted words: "has no limit: give …"


class Case(Struct, frozen=True, gc=False):
    """A request in its context."""

    words: tuple[str, ...]  # of the sentence
    sentence: Sentence
    request: Request
    context: Context
    lexicon: Lexicon


_NO_AMOUNT = "does not say by how much: give the amount, or the value to reach"
_NO_VALUE = "does not say to what: give the value and its unit"
_NO_LIMIT = "has no limit: give the value, its unit and where to read it"
_NO_METHOD = "names a goal, not an action: give the command or the steps, or link to them"
_NO_RESULT = "names an activity, not a result: say what is done when the box is ticked"
_NO_OBJECT = "does not say which: name it, and where it is found"
_NO_EXPECTATION = "does not say what to look for: give the expected result, or the sign of a failure"
_NO_CRITERION = "leaves the criterion to the reader: say what makes it so, or list what is meant"
_NO_DECISION = "leaves open whether to do it: say when to, and what to do otherwise"
_NO_TRIGGER = "does not say when that is: name the condition"
_NO_END = "leaves the list open: complete it, or say by what rule something belongs to it"
_NO_TIME = "is no time: give a number and its unit, or the event and how to see it"
_NO_NUMBER = "is no number: say how many, or how much"
_NO_TARGET = "leads nowhere: link to it, or name the section"
_NO_NAME = "names nobody: give the role and how to reach it"
_NO_CHOICE = "does not say how to choose: give the rule, or one way as the default"
_NO_ANTECEDENT = "may mean several things, or none: repeat the noun"
_NO_ORDER = "holds several actions: make them steps, and say what to do when one fails"
_LATE_CONDITION = "gives the condition after the act: put it first"
_NEGATIONS = "says no to a no: say when to do it"
_ATTACHMENT = "may qualify one or both: repeat it, or split the step"


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
        yield from _of_negations(case)
    if case.request.forbids:
        return
    if case.request.mood == "state":
        yield from _of_state(case)
    else:
        for clause in case.request.clauses:
            yield from _of_clause(case, clause)
        yield from _of_row(case)
    if not lexicon.hedges.cues.isdisjoint(words):
        yield from _of_hedges(case)
    if not lexicon.grades.isdisjoint(words):
        yield from _of_grades(case)
    if not case.context.shown and not lexicon.loose.cues.isdisjoint(words):
        yield from _of_words(case)


# What a verb needs.


def _of_clause(case: Case, clause: Clause) -> Iterator[Defect]:
    target = _core(case.words[clause.object : clause.end])
    if case.context.shown or not target or CODE in target or target[0] in _JOINTS:
        return
    needs = _NEEDS.get(clause.group)
    if needs is not None:
        yield from needs(case, clause, target)
    if case.words[clause.start] in case.lexicon.settings:
        yield from _of_setting(case, clause, target)
    if case.words[clause.start] in case.lexicon.doings:
        yield from _of_launch(case, clause, target)
    yield from _of_paper(case, clause)


_JOINTS = frozenset(("&", "/", "+", "and", "or"))
_BREAKS = frozenset(("(", "[", ".", ";", ":", "—", "–", "-", "→", "!"))


def _core(words: Sequence[str]) -> tuple[str, ...]:
    """The words of an object, up to a bracket, a dash or the end."""
    if _BREAKS.isdisjoint(words):
        return tuple(words)
    return tuple(words[: next(place for place, word in enumerate(words) if word in _BREAKS)])


def _of_look(case: Case, clause: Clause, target: tuple[str, ...]) -> Iterator[Defect]:
    """Check, verify, monitor: what for, and what is right?"""
    lexicon, context = case.lexicon, case.context
    yield from _of_assurance(case, clause, target)
    bare = _without_manner(target, lexicon)
    if not bare or bare[0] in lexicon.pronouns or any(word[0].isdigit() for word in target):
        return
    place = clause.start, clause.end
    if context.resolved:
        if context.listed and lexicon.relations.isdisjoint(bare):
            yield Defect("missing-verification", MEDIUM, *place, _NO_EXPECTATION)
        return
    if lexicon.relations.isdisjoint(bare) and len(bare) <= _LONGEST_NOUN:
        if _is_participle(bare[-1]) or bare[-1] in lexicon.facts:
            return
        sure = HIGH if len(bare) <= _SURE_NOUN and not case.request.optional else MEDIUM
        yield Defect("missing-verification", LOW if bare[-1] in lexicon.readings else sure, *place, _NO_EXPECTATION)
    elif _looks_for_nothing(case.words[clause.start], bare, lexicon):
        yield Defect("missing-verification", MEDIUM, *place, _NO_EXPECTATION)


def _of_assurance(case: Case, clause: Clause, target: tuple[str, ...]) -> Iterator[Defect]:
    """Make sure that it is stable: measured by what?"""
    if case.context.number:
        return
    yield from _of_verdicts(case, clause.object, clause.object + len(target))


def _looks_for_nothing(verb: str, target: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether an object with more to it than a noun still names neither what to see nor what would be wrong."""
    aim = next((place for place, word in enumerate(target) if word in lexicon.aims), None)
    if aim and target[aim] == "for" and _is_definite(target, aim + 1, lexicon):
        return target[aim - 1] in lexicon.figures
    if verb in lexicon.watches and (aim is None or target[aim] == "if"):
        return True
    if aim is None:
        place = next((place for place, word in enumerate(target) if word in lexicon.relations), 0)
        return target[place - 1] in lexicon.figures or (
            0 < place <= _SURE_NOUN and _is_mere_place(target, place, lexicon)
        )
    sought = target[aim + 1 :] if target[aim] == "for" else ()
    if not sought or not lexicon.relations.isdisjoint(sought[1:]):
        return False
    if aim == 0:
        return len(sought) <= _SURE_NOUN
    generic = len(sought) == 1 or (len(sought) == 2 and sought[0] in lexicon.totals)
    if sought[-1] in lexicon.issues:
        return generic and aim <= _SURE_NOUN and target[aim - 1] in lexicon.sources
    return generic and sought[-1] in lexicon.abstractions


def _is_definite(target: tuple[str, ...], place: int, lexicon: Lexicon) -> bool:
    """Whether "for" names what the figure is of, and no sign to look for."""
    return place < len(target) and target[place] in lexicon.determiners and target[place] not in lexicon.totals


def _is_mere_place(target: tuple[str, ...], place: int, lexicon: Lexicon) -> bool:
    """Whether what follows a noun says only where it is: "on the node"."""
    return (
        target[place] in _PLACES and lexicon.relations.isdisjoint(target[place + 1 :]) and len(target) <= _LONGEST_NOUN
    )


def _head(target: tuple[str, ...], lexicon: Lexicon) -> str:
    """The noun of an object: its last word before "of", "on", "in"."""
    end = next((place for place, word in enumerate(target) if word in lexicon.relations), len(target))
    return target[end - 1] if end else ""


_PLACES = frozenset(("on", "in", "of", "at", "from", "across", "within", "under", "between"))
_LONGEST_NOUN = 7  # words
_SURE_NOUN = 4


def _without_manner(words: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """An object without the adverbs that close it."""
    end = len(words)
    while end and (words[end - 1] in lexicon.manners or words[end - 1].endswith("ly") or words[end - 1] == ","):
        end -= 1
    return words[:end]


def _is_participle(word: str) -> bool:
    return word.endswith("ed") and len(word) > 4


def _of_amount(case: Case, clause: Clause, target: tuple[str, ...]) -> Iterator[Defect]:
    """Increase, scale, tune: by how much?"""
    lexicon, context = case.lexicon, case.context
    if context.number or context.continued or not lexicon.amounts.isdisjoint(target) or target[0] in lexicon.turns:
        return
    head = _head(target, lexicon)
    if case.words[clause.start] in lexicon.elastic and head not in lexicon.measurable:
        return
    if any(word == "to" and not lexicon.verbs.at(target, place + 1)[1] for place, word in enumerate(target[:-1])):
        return
    loose = case.request.optional or context.named
    yield Defect("missing-threshold", MEDIUM if loose else HIGH, clause.start, clause.end, _NO_AMOUNT)


def _of_goal(case: Case, clause: Clause, target: tuple[str, ...]) -> Iterator[Defect]:
    """Resolve, investigate, optimise: how?"""
    lexicon, context = case.lexicon, case.context
    vague = not lexicon.issues.isdisjoint(target) or (
        target[0] in lexicon.pronouns and (len(target) == 1 or target[1] == ",")
    )
    settled = case.sentence.link or context.continued if vague else context.resolved
    if clause.group == "seek" and (not vague or target[0] in lexicon.relations):
        return
    if settled or not lexicon.means.isdisjoint(target) or target[0].endswith("ly") or target[0] in lexicon.turns:
        return
    sure = HIGH if vague and not case.request.optional else MEDIUM
    yield Defect("missing-method", sure, clause.start, clause.end, _NO_METHOD)


def _of_tell(case: Case, clause: Clause, target: tuple[str, ...]) -> Iterator[Defect]:
    """Notify, update: whom?"""
    lexicon = case.lexicon
    if case.context.named or not _CHANNELS.isdisjoint(target) or not lexicon.means.isdisjoint(target):
        return
    start = 1 if target[0] in lexicon.determiners else 0
    length = lexicon.groups.at(target, start)[1] if start < len(target) else 0
    if length and (start + length == len(target) or target[start + length] in _AFTER_GROUP):
        sure = HIGH if case.request.mood == "order" else MEDIUM
        yield Defect("missing-actor", sure, clause.start, clause.end, _NO_NAME)


_CHANNELS = frozenset("#@")
_AFTER_GROUP = frozenset((",", "and", "of", "with", "about", "/"))


def _of_change(case: Case, clause: Clause, target: tuple[str, ...]) -> Iterator[Defect]:
    """Add more: how many?"""
    lexicon, context, place = case.lexicon, case.context, (clause.start, clause.end)
    if context.number or context.named:
        return
    if target[target[0] in lexicon.determiners and len(target) > 1] in lexicon.additions:
        yield Defect("vague-quantity", MEDIUM, *place, _NO_NUMBER)


def _of_setting(case: Case, clause: Clause, target: tuple[str, ...]) -> Iterator[Defect]:
    """Set the limit: to what?"""
    lexicon, context = case.lexicon, case.context
    if context.number or context.resolved or "to" in target:
        return
    if _head(target, lexicon) in lexicon.measures and lexicon.amounts.isdisjoint(target):
        yield Defect("missing-threshold", MEDIUM, clause.start, clause.end, _NO_VALUE)


def _is_bare(target: tuple[str, ...], lexicon: Lexicon) -> bool:
    """A noun and what qualifies it, nothing more."""
    return len(target) < _SURE_NOUN and lexicon.relations.isdisjoint(target) and target[0] not in lexicon.determiners


def _of_launch(case: Case, clause: Clause, target: tuple[str, ...]) -> Iterator[Defect]:
    """Deploy enhancements, implement improvements: which, and how?"""
    lexicon, context, kind = case.lexicon, case.context, case.sentence.passage.kind
    if context.number or context.resolved or kind not in ITEMS or not _is_bare(target, lexicon):
        return
    if target[-1] in lexicon.abstractions or target[-1].endswith("ing"):
        yield Defect("missing-method", MEDIUM, clause.start, clause.end, _NO_METHOD)
    elif kind == "step" and case.words[clause.start] in lexicon.launches:
        yield Defect("missing-object", MEDIUM, clause.start, clause.end, _NO_OBJECT)


_NEEDS = {
    "look": _of_look,
    "assure": _of_assurance,
    "amount": _of_amount,
    "goal": _of_goal,
    "seek": _of_goal,
    "tell": _of_tell,
    "change": _of_change,
}


def _of_paper(case: Case, clause: Clause) -> Iterator[Defect]:
    """Follow the standard procedure: which?"""
    length = case.lexicon.sendings.at(case.words, clause.start)[1]
    if not length or case.context.resolved:
        return
    target = _core(case.words[clause.start + length : clause.end])
    first = clause.start + length
    if any(case.sentence.is_name(place) for place in range(first, first + len(target))):
        return
    if target and target[-1] in case.lexicon.papers and target[0] not in case.lexicon.pronouns:
        yield Defect("dangling-reference", MEDIUM, clause.start, clause.end, _NO_TARGET)


# What a row of actions needs.


def _of_row(case: Case) -> Iterator[Defect]:
    words, lexicon, clauses = case.words, case.lexicon, case.request.clauses
    if case.context.shown or not clauses:
        return
    whole = clauses[0].start, clauses[-1].end
    changes = [clause for clause in clauses if clause.group in ("change", "amount")]
    if len(changes) > 2 and case.sentence.passage.kind == "step":
        yield Defect("compound-step", LOW, *whole, _NO_ORDER)
    for before, clause in pairwise(clauses):
        if words[before.end] == "or" and {before.group, clause.group} <= {"change", "amount"}:
            yield Defect("choice-no-criterion", LOW, before.start, clause.end, _NO_CHOICE)
        target = _core(words[clause.object : clause.end])
        if len(target) == 1 and target[0] in lexicon.pronouns and "and" in words[before.object : before.end]:
            yield Defect("unclear-pronoun", LOW, clause.object, clause.object + 1, _NO_ANTECEDENT)
    first = clauses[0]
    target = _core(words[first.object : first.end])
    if words[first.start] in lexicon.destructions and len(target) > 1:
        if not lexicon.conditions.isdisjoint(target):
            yield Defect("condition-after-action", LOW, *whole, _LATE_CONDITION)
        elif target[0] in lexicon.conditionals and "and" in target:
            yield Defect("structural-ambiguity", LOW, first.object, first.object + 1, _ATTACHMENT)
    alone = len(clauses) == len(target) == 1 and case.sentence.start == 0 and case.sentence.passage.opens
    if alone and target[0] in lexicon.pronouns and first.group == "change":
        yield Defect("unclear-pronoun", MEDIUM, first.object, first.object + 1, _NO_ANTECEDENT)


def _of_negations(case: Case) -> Iterator[Defect]:
    """Do not proceed unless no alert is firing."""
    words, lexicon = case.words, case.lexicon
    for place, word in enumerate(words):
        if word in lexicon.unless and not lexicon.negations.isdisjoint(words[place + 1 : place + 4]):
            yield Defect("negation-trap", MEDIUM, place, min(place + 4, len(words)), _NEGATIONS)


# What a state needs.


def _of_state(case: Case) -> Iterator[Defect]:
    """A box to tick when something is good enough."""
    words, request, context = case.words, case.request, case.context
    lexicon, first = case.lexicon, request.start
    if context.shown or context.number or context.named or words[first] in lexicon.turns:
        return
    yield from _of_verdicts(case, first, len(words))
    if words[first] == "no" and first + 2 < len(words) and words[first + 1] in lexicon.degrees:
        yield Defect("missing-threshold", MEDIUM, first + 1, first + 2, _NO_LIMIT)
    length = lexicon.groups.at(words, first)[1]
    if length and words[first + length : first + length + 1] and words[first + length] in lexicon.told:
        yield Defect("missing-actor", MEDIUM, first, first + length, _NO_NAME)
    if (
        len(words) - first <= _LONGEST_NOUN
        and _head(words[first:], lexicon) in lexicon.activities
        and not context.explained
    ):
        yield Defect("missing-method", MEDIUM, first, len(words), _NO_RESULT)


def _of_verdicts(case: Case, first: int, last: int) -> Iterator[Defect]:
    """Acceptable, as expected, within limits: who says so?"""
    words, lexicon = case.words, case.lexicon
    for start, end, group in lexicon.states.find(words, first, last):
        if _closes(case, start, end):
            sure = MEDIUM if group or case.context.resolved else HIGH
            yield Defect("missing-threshold", sure, start, end, _NO_LIMIT)
    for place in range(first + 1, last):
        if words[place] in lexicon.bounds and _closes(case, place, place + 1):
            start = next(
                (near for near in range(max(first, place - 3), place) if words[near] in lexicon.reaches), place
            )
            if start < place:
                sure = HIGH if words[start] == "within" and not case.context.resolved else MEDIUM
                yield Defect("missing-threshold", sure, start, place + 1, _NO_LIMIT)


def _closes(case: Case, start: int, end: int) -> bool:
    """Whether a word of state closes its statement; a phrase need not."""
    words = case.words
    return end - start > 1 or end == len(words) or words[end] in _ENDS or words[end] in case.lexicon.relations


_CONDITION = 4  # words, the comma included; "if not," is none
_ENDS = frozenset((",", ".", ";", "(", "and", "or", "—", "–", "-"))


# What a condition needs.


def _of_grades(case: Case) -> Iterator[Defect]:
    """If the load is high: how high? A command that follows says what to do, not when."""
    words, lexicon = case.words, case.lexicon
    if case.context.number:
        return
    condition = False
    for place, word in enumerate(words):
        if word in lexicon.conditions:
            condition = True
        elif word in _PAUSES:
            condition = False
        elif condition and word in lexicon.grades and _ends(words, place + 1) and _is_predicate(case, place):
            sure = LOW if case.context.shown or case.request.optional else MEDIUM
            yield Defect("missing-threshold", sure, place, place + 1, _NO_LIMIT)


def _ends(words: tuple[str, ...], place: int) -> bool:
    return place == len(words) or words[place] in _ENDS or words[place] == "than"


_PAUSES = frozenset((",", ";", ":", "—", "–", "then", "(", ")"))


def _is_predicate(case: Case, place: int) -> bool:
    """Whether a word is said of something: "is too high"."""
    before = place - 1
    while before > 0 and (case.words[before] in case.lexicon.degrees or case.words[before].endswith("ly")):
        before -= 1
    return case.words[before] in case.lexicon.copulas


# What words leave open.


def _of_hedges(case: Case) -> Iterator[Defect]:
    """Consider, try to, you may have to: do it or not?"""
    words, context, lexicon = case.words, case.context, case.lexicon
    starts = {clause.start for clause in case.request.clauses}
    for start, end, group in lexicon.hedges.find(words):
        if group == "orders" and start not in starts and not _opens(case, start):
            continue
        if words[end - 1] in _WEIGHING and _is_thought(words, end, lexicon):
            continue
        weighs = group == "orders" and words[start] == "consider"
        if context.announced or (not weighs and (context.shown or (context.named and not case.sentence.link))):
            sure = LOW
        elif any(True for _ in lexicon.remarks.find(words, 0, start)):
            sure = LOW  # "sometimes you may need to": what follows says how
        else:
            sure = MEDIUM if context.named or context.shown or _has_condition(case, start) else HIGH
        yield Defect("hedged-obligation", sure, start, end, _NO_DECISION)


_WEIGHING = frozenset(("consider", "about"))


def _is_thought(words: tuple[str, ...], place: int, lexicon: Lexicon) -> bool:
    """Whether what is to be considered is not to be done: "the risk", "a cluster that is full"."""
    if place == len(words) or words[place] in lexicon.weighed:
        return True
    return words[place] in ("a", "an") and not lexicon.scenes.isdisjoint(words[place + 1 : place + 7])


def _has_condition(case: Case, start: int) -> bool:
    """Whether the sentence opens with one, so that it says when to, if not whether."""
    opens = start >= _CONDITION and case.words[0] in case.lexicon.conditions
    return opens and all(group != "escape" for _, _, group in case.lexicon.loose.find(case.words, 0, start))


def _opens(case: Case, start: int) -> bool:
    """Whether a word stands among those that open the request."""
    place = start
    while place < case.request.start:
        length = case.lexicon.openers.at(case.words, place)[1] or case.words[place] == ","
        if not length:
            return False
        place += length
    return place == case.request.start and start < place


def _of_words(case: Case) -> Iterator[Defect]:
    words, lexicon, first = case.words, case.lexicon, case.request.start
    for start, end, group in lexicon.loose.find(words):
        if not lexicon.subordinates.isdisjoint(words[first + 1 : start]):
            return
        found = _LOOSE[group](case, start, end)
        if found is not None:
            yield found


def _of_escape(case: Case, start: int, end: int) -> Defect | None:
    if end < len(case.words) and case.words[end] in case.lexicon.means:
        return None  # "as required by …" says by what
    if start < case.request.start and not _opens(case, start):
        return None
    return Defect("escape-clause", MEDIUM if case.context.named else HIGH, start, end, _NO_TRIGGER)


def _of_strong(case: Case, start: int, end: int) -> Defect | None:
    context = case.context
    if start < case.request.start or context.number or context.continued or _is_listed(case.words, end):
        return None
    if case.words[start - 1] in case.lexicon.shuns:
        return None
    sure = MEDIUM if context.named or context.explained or case.request.optional else HIGH
    return Defect("vague-qualifier", sure, start, end, _NO_CRITERION)


def _of_weak(case: Case, start: int, end: int) -> Defect | None:
    """Relevant, necessary: "no relevant errors" lets the reader choose; "the relevant pod" may be plain."""
    if start < case.request.start or case.context.number or case.context.continued:
        return None
    words, lexicon = case.words, case.lexicon
    chooses = words[start] in lexicon.selective and words[start - 1] in lexicon.totals
    sure = MEDIUM if chooses or _is_of_a_kind(case, end) else LOW
    return Defect("vague-qualifier", sure, start, end, _NO_CRITERION)


def _of_praise(case: Case, start: int, end: int) -> Defect | None:
    """The best way, a safe place: by which measure?"""
    if start < case.request.start or case.context.number or case.context.resolved or not _is_of_a_kind(case, end):
        return None
    return Defect("vague-qualifier", MEDIUM, start, end + 1, _NO_CRITERION)


def _of_size(case: Case, start: int, end: int) -> Defect | None:
    """Partition large tables: from what size on?"""
    words, context, lexicon = case.words, case.context, case.lexicon
    if case.sentence.passage.kind not in ITEMS or not _is_in_head(case, start) or context.number or context.resolved:
        return None
    is_class = end < len(words) and words[end].endswith("s") and words[end] not in lexicon.relations
    if (
        not (is_class or (end < len(words) and words[end] in lexicon.masses))
        or start == case.request.start
        or words[start - 1] in lexicon.determiners
    ):
        return None
    return Defect("missing-threshold", MEDIUM, start, end + 1, _NO_LIMIT)


def _is_of_a_kind(case: Case, place: int) -> bool:
    """Whether a noun stands here that says nothing of its own: way, place, measures."""
    return place < len(case.words) and case.words[place] in case.lexicon.kinds


def _is_listed(words: tuple[str, ...], end: int) -> bool:
    """Whether a bracket or a dash soon after a word says what it stands for."""
    for place in range(end, min(end + 5, len(words))):
        if words[place] in ("(", "—", "–", ":"):
            inside = words[place + 1 :]
            return CODE in inside or "," in inside or "or" in inside
    return False


def _of_open_list(case: Case, start: int, end: int) -> Defect | None:
    words = case.words
    if start and words[start - 1] == "/":
        return None  # the folder
    if words[end - 1] == "more" and end < len(words) and words[end] not in _ENDS:
        return None  # "for examples and more information"
    inside = "(" in words[:start] and ")" in words[end:]
    sure = LOW if inside or case.request.mood == "state" else HIGH if _is_plain_order(case) else MEDIUM
    return Defect("open-list", sure, start, end, _NO_END)


def _is_plain_order(case: Case) -> bool:
    return case.request.mood == "order" and not case.context.named


def _of_open_range(case: Case, start: int, end: int) -> Defect | None:
    if start < case.request.start and not case.lexicon.conditions.isdisjoint(case.words[:start]):
        return None  # "if you think of anything else"
    return Defect("open-list", HIGH, start, end, _NO_END)


def _of_time(case: Case, start: int, end: int) -> Defect | None:
    if not _is_in_head(case, start) or case.context.number or case.request.optional:
        return None
    return Defect("vague-time", MEDIUM if case.request.mood in ("order", "modal") else LOW, start, end, _NO_TIME)


def _of_quantity(case: Case, start: int, end: int) -> Defect | None:
    if not _is_in_head(case, start) or case.context.number or case.request.mood != "order":
        return None
    return Defect("vague-quantity", LOW, start, end, _NO_NUMBER)


def _of_nobody(case: Case, start: int, end: int) -> Defect | None:
    if case.context.named or (end < len(case.words) and case.words[end] in case.lexicon.turns):
        return None
    return Defect("missing-actor", MEDIUM, start, end, _NO_NAME)


def _of_reference(case: Case, start: int, end: int) -> Defect | None:
    if start < case.request.start or case.context.named:
        return None
    if case.request.mood == "duty":
        return None
    near = not case.lexicon.ahead.isdisjoint(case.words[start:end]) and case.sentence.passage.following
    return Defect("dangling-reference", LOW if near else MEDIUM, start, end, _NO_TARGET)


_LOOSE = {
    "escape": _of_escape,
    "strong": _of_strong,
    "weak": _of_weak,
    "praise": _of_praise,
    "size": _of_size,
    "open": _of_open_list,
    "range": _of_open_range,
    "time": _of_time,
    "quantity": _of_quantity,
    "nobody": _of_nobody,
    "reference": _of_reference,
}


def _is_in_head(case: Case, place: int) -> bool:
    """Whether a word stands in the main clause of the request."""
    start = case.request.start
    return place >= start and case.lexicon.turns.isdisjoint(case.words[start + 1 : place])
