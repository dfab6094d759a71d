"""What single words leave open: hedges, escapes, qualities, times, names and lists without an end."""

from collections.abc import Iterator
from itertools import pairwise

from doclint.instructions.asking import speaks
from doclint.instructions.case import (
    ENDS,
    HIGH,
    LOW,
    MEDIUM,
    NO_LIMIT,
    NO_NAME,
    NO_NUMBER,
    NO_TARGET,
    Case,
    Defect,
    closes,
)
from doclint.instructions.lexicon import Lexicon
from doclint.instructions.passages import ITEMS
from doclint.instructions.sentences import CODE
from doclint.model import Confidence

_NO_CRITERION = "leaves the criterion to the reader: say what makes it so, or list what is meant"
_NO_DECISION = "leaves open whether to do it: say when to, and what to do otherwise"
_NO_TRIGGER = "does not say when that is: name the condition"
_NO_END = "leaves the list open: complete it, or say by what rule something belongs to it"
_NO_TIME = "is no time: give a number and its unit, or the event and how to see it"


def of_hedges(case: Case) -> Iterator[Defect]:
    """Consider, try to, you may have to: do it or not?"""
    words, lexicon = case.words, case.lexicon
    starts = {clause.start for clause in case.request.clauses}
    for start, end, group in lexicon.hedges.find(words):
        if group == "orders" and start not in starts and not _opens(case, start):
            continue
        if group == "phrases" and not speaks(words, start, lexicon):
            continue
        if words[end - 1] in _WEIGHING and _is_thought(words, end, lexicon):
            continue
        yield Defect("hedged-obligation", _sureness(case, start, end), start, end, _NO_DECISION)
    for clause in case.request.clauses:
        end = clause.object + 1
        if words[clause.start] in lexicon.tries and end <= len(words) and lexicon.bare_of(words[clause.object]):
            settled = case.context.resolved or case.context.number or _has_condition(case, clause.start)
            yield Defect("hedged-obligation", LOW if settled else MEDIUM, clause.start, end, _NO_DECISION)


def _sureness(case: Case, start: int, end: int) -> Confidence:
    """How sure we are that a hedge leaves open whether to do it: what is shown may say how, and seldom whether to."""
    context = case.context
    shown = context.announced or context.shown
    if (
        case.lexicon.instances.at(case.words, 0)[1]
        or _is_remark(case, start)
        or (shown and not _weighs(case, start, end))
    ):
        return LOW
    if context.named and not case.sentence.link and case.words[start] != "consider":
        return LOW
    if case.words[start] in case.lexicon.tries:
        return MEDIUM  # "stop one and try to read": an experiment, perhaps
    when = _has_condition(case, start) or not case.lexicon.conditions.isdisjoint(case.words[end:])
    return MEDIUM if context.named or shown or when else HIGH


def _weighs(case: Case, start: int, end: int) -> bool:
    """Whether the reader has to decide though what follows says how: "consider moving it:", not "consider these:"."""
    words, lexicon = case.words, case.lexicon
    if words[start] != "consider" or words[end] == ":" or words[-2] in lexicon.conditions:
        return False
    return lexicon.pointers.isdisjoint(words[end:])


def _is_remark(case: Case, start: int) -> bool:
    """Sometimes you may need to: what follows says how. Please consider: it is a favour."""
    before = case.words[:start]
    return before[-1:] == ("please",) or any(True for _ in case.lexicon.remarks.find(before))


_WEIGHING = frozenset(("consider", "about"))


def _is_thought(words: tuple[str, ...], place: int, lexicon: Lexicon) -> bool:
    """Whether what is to be considered is not to be done: "the risk", "a cluster that is full", "a button:"."""
    if place == len(words) or words[place] in lexicon.weighed or words[place][0].isdigit():
        return True
    if words[place] not in ("a", "an"):
        return False
    return words[-1] == ":" or not lexicon.scenes.isdisjoint(words[place + 1 : place + 7])


_CONDITION = 4  # words, the comma included; "if not," is none


def _has_condition(case: Case, start: int) -> bool:
    """Whether the sentence opens with one, so that it says when to, if not whether."""
    opens = start >= _CONDITION and (case.words[0] in case.lexicon.conditions or case.words[0] == "to")
    return opens and all(group != "escape" for _, _, group in case.lexicon.loose.find(case.words, 0, start))


def _opens(case: Case, start: int) -> bool:
    """Whether a word stands among those that open something to do."""
    words, place, starts = case.words, start, {case.request.start, *(one.start for one in case.request.clauses)}
    while place < len(words) and (length := case.lexicon.openers.at(words, place)[1] or words[place] == ","):
        place += length
    return start < place and place in starts


def of_words(case: Case) -> Iterator[Defect]:
    """What loose words leave open; beside the order they do no harm."""
    words, lexicon, first = case.words, case.lexicon, case.request.start
    for start, end, group in lexicon.loose.find(words):
        if not lexicon.subordinates.isdisjoint(words[first + 1 : start]) and not _is_afterthought(case, start, end):
            return
        look = _LOOSE.get(group)
        found = look(case, start, end) if look and not _is_stated(case, start) else None
        if found is not None:
            yield found


def _is_afterthought(case: Case, start: int, end: int) -> bool:
    """Whether words say at the end of all when to do it: "restart it so that it reads the file, if needed"."""
    words = case.words
    return words[start] in case.lexicon.conditions and words[start - 1] == "," and words[end:] in ((), (".",))


def _is_stated(case: Case, place: int) -> bool:
    """Whether a word stands in a statement after the order: "add a name; a number is fine"."""
    words = case.words
    start = next((near + 1 for near in range(place - 1, case.request.start, -1) if words[near] in _BREAKS), 0)
    if not start or any(start <= clause.start < place for clause in case.request.clauses):
        return False
    return not case.lexicon.finite.isdisjoint(words[start:place])


_BREAKS = frozenset((";", "—", "–"))


def _of_escape(case: Case, start: int, end: int) -> Defect | None:
    if end < len(case.words) and (case.words[end] in case.lexicon.means or case.words[end] == "for"):
        return None  # "as required by …" says by what, "as appropriate for …" for what
    if start < case.request.start and not _opens(case, start):
        return None
    comma = next(
        (place for place in range(start - 1, case.request.start, -1) if case.words[place] == ","), case.request.start
    )
    if not _DESCRIBING.isdisjoint(case.words[comma:start]) and comma < start - 1:
        return None  # "say that they may call again if needed"
    sure = LOW if case.request.optional else MEDIUM if case.context.named else HIGH
    return Defect("escape-clause", sure, start, end, _NO_TRIGGER)


_DESCRIBING = frozenset(("that", "which", "who", "what", "why"))


def _of_strong(case: Case, start: int, end: int) -> Defect | None:
    context = case.context
    if context.number or context.continued or _is_listed(case.words, end):
        return None
    if start < case.request.start and not _opens(case, start):
        return None
    if case.words[start - 1] in case.lexicon.shuns or _is_hoped(case, start) or _is_fitted(case.words, end):
        return None
    if not _ASKED.isdisjoint(case.words[case.request.start : start]):
        return None  # "explain what would be acceptable"
    sure = MEDIUM if context.named or context.explained or case.request.optional else HIGH
    return Defect("vague-qualifier", sure, start, end, _NO_CRITERION)


_ASKED = frozenset(("what", "why", "how"))
_FITTED = 4  # words


def _is_fitted(words: tuple[str, ...], end: int) -> bool:
    """Whether a word says by what it is judged: "the appropriate file for your system"."""
    return not words[end - 1].endswith("ly") and ("for", "your") in pairwise(words[end : end + _FITTED])


def _is_hoped(case: Case, place: int) -> bool:
    """Whether a word says what something is good for: "this should be sufficient", "to efficiently find"."""
    before = case.words[max(0, place - 2) : place]
    duty = case.request.mood == "duty" or not case.lexicon.duties.isdisjoint(before)
    return (before[-1:] == ("be",) and duty) or (before[-1:] == ("to",) and place > case.request.start)


def _of_weak(case: Case, start: int, end: int) -> Defect | None:
    """Relevant, necessary: "no relevant errors" lets the reader choose; "the relevant pod" may be plain."""
    if start < case.request.start or case.context.number or case.context.continued:
        return None
    words, lexicon = case.words, case.lexicon
    chooses = words[start] in lexicon.selective and words[start - 1] in lexicon.totals
    fixes = not case.context.named and end < len(words) and words[end] in lexicon.abstractions and words[end][-1] == "s"
    sure = MEDIUM if chooses or fixes or _is_of_a_kind(case, end) else LOW
    return Defect("vague-qualifier", sure, start, end, _NO_CRITERION)


def _of_praise(case: Case, start: int, end: int) -> Defect | None:
    """The best way, a safe place: by which measure?"""
    if not _is_in_head(case, start) or case.context.number or case.context.resolved or not _is_of_a_kind(case, end):
        return None
    if not case.lexicon.copulas.isdisjoint(case.words[max(0, start - 2) : start]) or case.sentence.is_name(end):
        return None  # "this is the best way", "the Best Practices"
    return Defect("vague-qualifier", MEDIUM, start, end + 1, _NO_CRITERION)


def _of_size(case: Case, start: int, end: int) -> Defect | None:
    """Partition large tables: from what size on?"""
    words, context, lexicon = case.words, case.context, case.lexicon
    if case.sentence.passage.kind not in ITEMS or not _is_in_head(case, start) or context.number or context.resolved:
        return None
    if end == len(words) or start == case.request.start or words[start - 1] in lexicon.determiners:
        return None
    is_class = words[end].endswith("s") and words[end] not in lexicon.relations
    if not (is_class or words[end] in lexicon.masses) or not closes(case, end, end + 1):
        return None
    return Defect("missing-threshold", MEDIUM, start, end + 1, NO_LIMIT)


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
    if words[end - 1] == "more" and end < len(words) and words[end] not in ENDS:
        return None  # "for examples and more information"
    if start < case.request.start:
        return None
    inside = "(" in words[:start] and ")" in words[end:]
    loose = inside or case.request.mood == "state" or case.context.named or case.request.optional
    sure = LOW if loose else HIGH if case.request.mood == "order" else MEDIUM
    return Defect("open-list", sure, start, end, _NO_END)


def _of_open_range(case: Case, start: int, end: int) -> Defect | None:
    if start < case.request.start and not case.lexicon.conditions.isdisjoint(case.words[:start]):
        return None  # "if you think of anything else"
    inside = "(" in case.words[:start] and ")" in case.words[end:]
    return Defect("open-list", LOW if inside else HIGH, start, end, _NO_END)


def _of_time(case: Case, start: int, end: int) -> Defect | None:
    opens = case.words[start] in case.lexicon.rhythms and _opens(case, start)
    if not (opens or _is_in_head(case, start)) or case.context.number or case.request.optional:
        return None
    mood = case.request.mood
    asked = mood in ("order", "modal") or (mood == "duty" and case.words[start] in case.lexicon.rhythms)
    return Defect("vague-time", MEDIUM if asked and not case.context.named else LOW, start, end, _NO_TIME)


def _of_quantity(case: Case, start: int, end: int) -> Defect | None:
    if not _is_in_head(case, start) or case.context.number or case.request.mood != "order":
        return None
    words, lexicon = case.words, case.lexicon
    measured = not lexicon.measurable.isdisjoint(words[end : end + 2])  # "free space", "the workers"
    measured = measured and lexicon.relations.isdisjoint(words[case.request.start + 1 : start])
    return Defect("vague-quantity", MEDIUM if measured else LOW, start, end, NO_NUMBER)


def _of_nobody(case: Case, start: int, end: int) -> Defect | None:
    follower = case.words[end : end + 1]
    is_described = not case.lexicon.turns.isdisjoint(follower) and case.lexicon.conditions.isdisjoint(follower)
    if case.context.named or is_described:
        return None
    return Defect("missing-actor", MEDIUM, start, end, NO_NAME)


def _of_reference(case: Case, start: int, end: int) -> Defect | None:
    if start < case.request.start or case.context.named:
        return None
    if case.request.mood == "duty":
        return None
    if case.words[end - 1] == "above" and end < len(case.words) and case.words[end] not in ENDS | case.lexicon.papers:
        return None  # "the above address" is in sight
    near = not case.lexicon.ahead.isdisjoint(case.words[start:end]) and case.sentence.passage.following
    return Defect("dangling-reference", LOW if near else MEDIUM, start, end, NO_TARGET)


def of_customs(case: Case) -> Iterator[Defect]:
    """The standard planning procedure: where is it written?"""
    words, lexicon = case.words, case.lexicon
    if case.context.named or case.request.mood == "duty":
        return
    for place in range(case.request.start + 1, len(words)):
        if words[place] in lexicon.customary and _is_in_head(case, place):
            for end in range(place + 1, min(place + _NAME, len(words))):
                if words[end] in lexicon.papers:
                    yield Defect("dangling-reference", MEDIUM, place, end + 1, NO_TARGET)


_NAME = 4  # words
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
