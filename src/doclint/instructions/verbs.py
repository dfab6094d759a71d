"""What the verbs of a request need: an object, an amount, a result, somebody to turn to."""

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from doclint.instructions.asking import Clause, Request, is_participle
from doclint.instructions.case import (
    HIGH,
    LONGEST_NOUN,
    LOW,
    MEDIUM,
    NO_LIMIT,
    NO_METHOD,
    NO_NAME,
    NO_NUMBER,
    NO_TARGET,
    SURE_NOUN,
    Case,
    Defect,
    core,
    head,
)
from doclint.instructions.lexicon import Lexicon
from doclint.instructions.passages import ITEMS
from doclint.instructions.sentences import CODE, Sentence
from doclint.instructions.verdicts import of_verdicts

_NO_AMOUNT = "does not say by how much: give the amount, or the value to reach"
_NO_VALUE = "does not say to what: give the value and its unit"
_NO_OBJECT = "does not say which: name it, and where it is found"
_NO_EXPECTATION = "does not say what to look for: give the expected result, or the sign of a failure"
_NO_CHOICE = "does not say how to choose: give the rule, or one way as the default"
_NO_ANTECEDENT = "may mean several things, or none: repeat the noun"
_NO_ORDER = "holds several actions: make them steps, and say what to do when one fails"
_LATE_CONDITION = "gives the condition after the act: put it first"
_NEGATIONS = "is a double negative: say when to do it"
_ATTACHMENT = "may qualify one or both: repeat it, or split the step"


Need = Callable[[Case, Clause, tuple[str, ...]], Iterator[Defect]]


def needs_of(clause: Clause, sentence: Sentence, lexicon: Lexicon) -> list[Need]:
    """What a verb needs that its object may leave out: a quick look."""
    cues, verb = sentence.cues, sentence.words[clause.start]
    found: list[Need] = []
    if clause.group in _NEEDS and not lexicon.needed.get(clause.group, cues).isdisjoint(cues):
        found.append(_NEEDS[clause.group])
    if verb in lexicon.settings and not lexicon.measures.isdisjoint(cues):
        found.append(_of_setting)
    if verb in lexicon.doings:
        found.append(_of_launch)
    if verb in lexicon.sendings.firsts and not lexicon.papers.isdisjoint(cues):
        found.append(_of_paper)
    if not lexicon.comparatives.isdisjoint(cues):
        found.append(_of_comparison)
    return found


def of_clause(case: Case, clause: Clause, needs: Iterable[Need]) -> Iterator[Defect]:
    """What a verb leaves open with its object."""
    target = core(case.words[clause.object : clause.end])
    if not target or target[0] in _JOINTS:
        return
    if CODE in target:
        if clause.group == "amount" and not case.sentence.number_in_code:
            yield from _of_amount(case, clause, target)
        return
    for need in needs:
        yield from need(case, clause, target)


_JOINTS = frozenset(("&", "/", "+", "and", "or"))


def _of_look(case: Case, clause: Clause, target: tuple[str, ...]) -> Iterator[Defect]:
    """Check, verify, monitor: what for, and what is right?"""
    lexicon, context = case.lexicon, case.context
    yield from _of_assurance(case, clause, target)
    bare = _without_manner(target, lexicon)
    place = clause.start, clause.end
    if any(
        lexicon.searches.at(case.words, other.start)[1] for other in case.request.clauses if other.start > clause.start
    ):
        return  # "and look for errors"
    if not bare and target[-1].endswith("ly") and not context.resolved:
        yield Defect("missing-object", MEDIUM, *place, _NO_OBJECT)
    if not bare or bare[0] in lexicon.pronouns or any(word[0].isdigit() for word in target):
        return
    if not lexicon.finite.isdisjoint(bare) and not any(True for _ in lexicon.states.find(bare)):
        if not context.resolved and any(near == "any" and word in lexicon.troubles for near, word in pairwise(bare)):
            yield Defect("missing-verification", MEDIUM, *place, _NO_EXPECTATION)
        return  # "both hosts can be reached": it is so, or it is not
    if context.resolved:
        if context.listed and lexicon.relations.isdisjoint(bare):
            yield Defect("missing-verification", MEDIUM, *place, _NO_EXPECTATION)
        return
    if lexicon.relations.isdisjoint(bare) and len(bare) <= LONGEST_NOUN:
        if is_participle(bare[-1]) or bare[-1] in lexicon.facts:
            return
        sure = HIGH if len(bare) <= SURE_NOUN and not case.sentence.code else MEDIUM
        loose = case.request.optional or bare[-1] in lexicon.readings
        yield Defect("missing-verification", LOW if loose else sure, *place, _NO_EXPECTATION)
    elif _looks_for_nothing(case.words[clause.start], bare, lexicon):
        yield Defect("missing-verification", LOW if case.request.optional else MEDIUM, *place, _NO_EXPECTATION)


def _of_assurance(case: Case, clause: Clause, target: tuple[str, ...]) -> Iterator[Defect]:
    """Make sure that it is stable: measured by what?"""
    if case.lexicon.verdicts.isdisjoint(case.sentence.cues) or case.sentence.limit:
        return
    reasons = (
        place
        for place, (mark, word) in enumerate(pairwise(target))
        if mark == "," and word in case.lexicon.subordinates
    )
    yield from of_verdicts(case, clause.object, clause.object + next(reasons, len(target)))


def _of_assured(case: Case, clause: Clause, target: tuple[str, ...]) -> Iterator[Defect]:
    """Ensure availability: by doing what?"""
    yield from _of_assurance(case, clause, target)
    if case.context.resolved or case.context.number or not _is_bare(target, case.lexicon):
        return
    if target[-1].endswith(_ABSTRACT) or target[-1] in case.lexicon.abstractions:
        yield Defect("missing-method", MEDIUM, clause.start, clause.end, NO_METHOD)


_ABSTRACT = ("ity", "ness", "ance", "ence", "ancy", "ency")


def _looks_for_nothing(verb: str, target: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether an object with more to it than a noun still names neither what to see nor what would be wrong."""
    aim = next((place for place, word in enumerate(target) if word in lexicon.aims), None)
    if aim and target[aim] == "to" and aim + 1 < len(target) and lexicon.verbs.at(target, aim + 1)[0] == "seek":
        return not lexicon.issues.isdisjoint(target[aim:])  # "to find the cause" is what any check is for
    if aim and target[aim] == "for" and _is_definite(target, aim + 1, lexicon):
        return target[aim - 1] in lexicon.figures
    if verb in lexicon.watches and (aim is None or target[aim] == "if"):
        return True
    if aim is None:
        place = next((place for place, word in enumerate(target) if word in lexicon.relations), 0)
        return target[place - 1] in lexicon.figures or (
            0 < place <= SURE_NOUN and _is_mere_place(target, place, lexicon)
        )
    sought = target[aim + 1 :] if target[aim] == "for" else ()
    if aim == 0 and "in" in sought and sought[-1] in lexicon.sources:
        errors = sought[: sought.index("in")]  # "for errors in the logs"
        return not lexicon.issues.isdisjoint(errors[-1:]) and _is_generic(errors, lexicon)
    if not sought or not lexicon.relations.isdisjoint(sought[1:]):
        return False
    if aim == 0:
        return len(sought) <= LONGEST_NOUN
    generic = _is_generic(sought, lexicon)
    if sought[-1] in lexicon.troubles and target[0] in lexicon.determiners:
        return generic
    if sought[-1] in lexicon.issues:
        return generic and aim <= SURE_NOUN and target[aim - 1] in lexicon.sources
    return generic and sought[-1] in lexicon.abstractions


def _is_generic(sought: tuple[str, ...], lexicon: Lexicon) -> bool:
    return len(sought) == 1 or (len(sought) == 2 and sought[0] in lexicon.totals)


def _is_definite(target: tuple[str, ...], place: int, lexicon: Lexicon) -> bool:
    """Whether "for" names what the figure is of, and no sign to look for."""
    return place < len(target) and target[place] in lexicon.determiners and target[place] not in lexicon.totals


def _is_mere_place(target: tuple[str, ...], place: int, lexicon: Lexicon) -> bool:
    """Whether what follows a noun says only where it is: "on the node"."""
    return (
        target[place] in _PLACES and lexicon.relations.isdisjoint(target[place + 1 :]) and len(target) <= LONGEST_NOUN
    )


_PLACES = frozenset(("on", "in", "of", "at", "from", "across", "within", "under", "between"))


def _without_manner(words: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """An object without the adverbs that close it."""
    end = len(words)
    while end and (words[end - 1] in lexicon.manners or words[end - 1].endswith("ly") or words[end - 1] == ","):
        end -= 1
    return words[:end]


def _of_amount(case: Case, clause: Clause, target: tuple[str, ...]) -> Iterator[Defect]:
    """Increase, scale, tune: by how much?"""
    lexicon, context = case.lexicon, case.context
    if (context.number and not _is_present(case)) or context.continued:
        return
    if not lexicon.amounts.isdisjoint(target) or target[0] in lexicon.turns:
        return
    if case.words[clause.start] in lexicon.elastic and head(target, lexicon) not in lexicon.measurable:
        return
    if any(_is_aim(target, place, lexicon) for place, word in enumerate(target[:-1]) if word == "to"):
        return
    loose = case.request.optional or context.named
    yield Defect("missing-threshold", MEDIUM if loose else HIGH, clause.start, clause.end, _NO_AMOUNT)


def _is_present(case: Case) -> bool:
    """Whether every figure says what is, not what shall be: "(default 3)"."""
    words, presents = case.words, case.lexicon.presents
    figures = [place for place, word in enumerate(words) if word[0].isdigit()]
    return all(not presents.isdisjoint(words[max(0, place - 2) : place]) for place in figures)


def _is_aim(target: tuple[str, ...], place: int, lexicon: Lexicon) -> bool:
    """Whether "to" leads to a value, or to what it shall match: not to a purpose, nor "assigned to"."""
    if target[place + 1] in lexicon.reaches:
        return True
    return not lexicon.verbs.at(target, place + 1)[1] and not target[place - 1].endswith("ed")


def _of_goal(case: Case, clause: Clause, target: tuple[str, ...]) -> Iterator[Defect]:
    """Resolve, investigate, optimise: how?"""
    lexicon, context = case.lexicon, case.context
    vague = not lexicon.issues.isdisjoint(_before_place(target) if clause.group == "seek" else target) or (
        target[0] in lexicon.pronouns and (len(target) == 1 or target[1] == ",")
    )
    settled = case.sentence.link or context.continued if vague else context.resolved
    if clause.group == "seek" and (not vague or target[0] in lexicon.relations):
        return
    if target[0] == "for" or (head(target, lexicon) in lexicon.sources and target[-1] not in lexicon.sources):
        return  # "investigate the logs of the host": there is where to look
    if settled or not lexicon.means.isdisjoint(target) or target[0].endswith("ly") or target[0] in lexicon.turns:
        return
    sure = LOW if case.request.optional else HIGH if vague else MEDIUM
    yield Defect("missing-method", sure, clause.start, clause.end, NO_METHOD)


def _before_place(target: tuple[str, ...]) -> tuple[str, ...]:
    """An object without where it is: "the number in the issue" is no issue."""
    return target[: next((place for place, word in enumerate(target) if word in _INSIDE), len(target))]


_INSIDE = frozenset(("in", "on", "at", "from"))


def _of_tell(case: Case, clause: Clause, target: tuple[str, ...]) -> Iterator[Defect]:
    """Notify, update: whom?"""
    lexicon = case.lexicon
    if case.context.named or not _CHANNELS.isdisjoint(target):
        return
    if target[0] in lexicon.anyone and len(target) > 1:
        yield Defect("missing-actor", MEDIUM, clause.start, clause.object + 1, NO_NAME)
    if not lexicon.means.isdisjoint(target):
        return
    start = 1 if target[0] in lexicon.determiners else 0
    length = lexicon.groups.at(target, start)[1] if start < len(target) else 0
    ends = _AFTER_GROUP | lexicon.told | lexicon.conditions
    if length and (start + length == len(target) or target[start + length] in ends):
        sure = HIGH if case.request.mood == "order" else MEDIUM
        yield Defect("missing-actor", sure, clause.start, clause.end, NO_NAME)


_CHANNELS = frozenset("#@")
_AFTER_GROUP = frozenset((",", "and", "of", "with", "about", "from", "/", "before", "after", "until", "once"))


def _of_change(case: Case, clause: Clause, target: tuple[str, ...]) -> Iterator[Defect]:
    """Add more: how many?"""
    lexicon, context, place = case.lexicon, case.context, (clause.start, clause.end)
    if context.number or context.named or case.request.optional:
        return
    if target[target[0] in lexicon.determiners and len(target) > 1] in lexicon.additions:
        counts = lexicon.relations.isdisjoint(target) or head(target, lexicon) in lexicon.measurable
        yield Defect("vague-quantity", MEDIUM if counts else LOW, *place, NO_NUMBER)


def _of_setting(case: Case, clause: Clause, target: tuple[str, ...]) -> Iterator[Defect]:
    """Set the limit: to what?"""
    lexicon, context = case.lexicon, case.context
    if context.number or context.resolved or "to" in target:
        return
    nouns = target[: target.index("and")] if "and" in target else target
    if head(nouns, lexicon) in lexicon.measures and lexicon.amounts.isdisjoint(target):
        yield Defect("missing-threshold", MEDIUM, clause.start, clause.end, _NO_VALUE)


def _is_bare(target: tuple[str, ...], lexicon: Lexicon) -> bool:
    """A noun and what qualifies it, nothing more."""
    return len(target) < SURE_NOUN and lexicon.relations.isdisjoint(target) and target[0] not in lexicon.determiners


_NAMED = 3  # words: "predictive lag monitoring" is the name of something, "lag monitoring" is not


def _of_launch(case: Case, clause: Clause, target: tuple[str, ...]) -> Iterator[Defect]:
    """Deploy enhancements, implement improvements: which, and how?"""
    lexicon, context, kind = case.lexicon, case.context, case.sentence.passage.kind
    if context.number or context.resolved or kind not in ITEMS or not _is_bare(target, lexicon):
        return
    launches = case.words[clause.start] in lexicon.launches
    generic = len(target) < _NAMED and (launches or len(target) == 1 or target[-1] not in lexicon.activities)
    if generic and (target[-1] in lexicon.abstractions or (launches and target[-1].endswith("ing"))):
        yield Defect("missing-method", MEDIUM, clause.start, clause.end, NO_METHOD)
    elif kind == "step" and launches:
        yield Defect("missing-object", MEDIUM, clause.start, clause.end, _NO_OBJECT)


def _of_comparison(case: Case, clause: Clause, target: tuple[str, ...]) -> Iterator[Defect]:
    """Use a larger volume: how large?"""
    lexicon, context = case.lexicon, case.context
    if context.number or context.resolved or case.request.optional:
        return
    for place, (word, noun) in enumerate(pairwise(target), clause.object):
        is_object = place == clause.object or case.words[place - 1] in lexicon.determiners  # not "for higher loads"
        if is_object and word in lexicon.comparatives and (noun in lexicon.measurable or noun == "one"):
            yield Defect("missing-threshold", MEDIUM, place, place + 2, NO_LIMIT)


_NEEDS: dict[str, Need] = {
    "look": _of_look,
    "assure": _of_assured,
    "amount": _of_amount,
    "goal": _of_goal,
    "better": _of_goal,
    "seek": _of_goal,
    "tell": _of_tell,
    "change": _of_change,
}


def _of_paper(case: Case, clause: Clause, _: tuple[str, ...]) -> Iterator[Defect]:
    """Follow the standard procedure: which?"""
    length = case.lexicon.sendings.at(case.words, clause.start)[1]
    if not length or case.context.resolved:
        return
    target = core(case.words[clause.start + length : clause.end])
    first = clause.start + length
    if any(case.sentence.is_name(place) for place in range(first, first + len(target))):
        return
    details = next((place for place in range(1, len(target) - 1) if target[place] == "for"), len(target))
    noun = target if target[details + 1 : details + 2] and target[details + 1] not in _DETAILS else target[:details]
    if any(word.endswith("'s") for word in noun):
        return
    if noun and noun[-1] in case.lexicon.papers and noun[0] not in case.lexicon.pronouns:
        yield Defect("dangling-reference", MEDIUM, clause.start, clause.end, NO_TARGET)


_DETAILS = frozenset(("details", "more", "further", "information", "help", "instructions"))  # "the docs for details"


def is_row(request: Request, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether actions may leave something open together: a quick look."""
    clauses, cues = request.clauses, sentence.cues
    if not clauses:
        return False
    return (
        len(clauses) > 2
        or (len(clauses) > 1 and "or" in cues)
        or not lexicon.pronouns.isdisjoint(cues)
        or sentence.words[clauses[0].start] in lexicon.destructions
    )


def of_duty(case: Case) -> Iterator[Defect]:
    """The limit should be raised: to what?"""
    words, lexicon = case.words, case.lexicon
    if case.context.number or case.context.resolved:
        return
    for place in range(case.request.start + 1, len(words)):
        verb = lexicon.amounted.get(words[place])
        if verb is None or words[place - 1] != "be":
            continue
        if verb in lexicon.elastic and lexicon.measurable.isdisjoint(words[:place]):
            continue
        if (lexicon.amounts | lexicon.reaches).isdisjoint(words[place + 1 :]):
            yield Defect("missing-threshold", MEDIUM, place - 1, place + 1, _NO_AMOUNT)


def of_row(case: Case) -> Iterator[Defect]:
    """What several actions leave open together."""
    words, lexicon, clauses = case.words, case.lexicon, case.request.clauses
    whole = clauses[0].start, clauses[-1].end
    changes = [clause for clause in clauses if clause.group in ("change", "amount")]
    if len(changes) > 2 and case.sentence.passage.kind == "step":
        yield Defect("compound-step", LOW, *whole, _NO_ORDER)
    for before, clause in pairwise(clauses):
        if words[before.end] == "or" and {before.group, clause.group} <= {"change", "amount"}:
            yield Defect("choice-no-criterion", LOW, before.start, clause.end, _NO_CHOICE)
        target = core(words[clause.object : clause.end])
        if len(target) == 1 and target[0] in lexicon.pronouns and "and" in words[before.object : before.end]:
            yield Defect("unclear-pronoun", LOW, clause.object, clause.object + 1, _NO_ANTECEDENT)
    first = clauses[0]
    target = core(words[first.object : first.end])
    if words[first.start] in lexicon.destructions and len(target) > 1:
        if not lexicon.conditions.isdisjoint(target):
            yield Defect("condition-after-action", LOW, *whole, _LATE_CONDITION)
        elif target[0] in lexicon.conditionals and "and" in target:
            yield Defect("structural-ambiguity", LOW, first.object, first.object + 1, _ATTACHMENT)
    alone = len(clauses) == len(target) == 1 and case.sentence.start == 0 and case.sentence.passage.opens
    if alone and target[0] in lexicon.pronouns and first.group == "change":
        yield Defect("unclear-pronoun", MEDIUM, first.object, first.object + 1, _NO_ANTECEDENT)


def of_negations(case: Case) -> Iterator[Defect]:
    """Do not proceed unless no alert is firing."""
    words, lexicon = case.words, case.lexicon
    for place, word in enumerate(words):
        if word in lexicon.unless and not lexicon.negations.isdisjoint(words[place + 1 : place + 4]):
            yield Defect("negation-trap", MEDIUM, place, min(place + 4, len(words)), _NEGATIONS)
