"""The first question: does a sentence ask its reader to do something?"""

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from doclint.instructions.lexicon import Lexicon
from doclint.instructions.sentences import CODE, Sentence

Mood = Literal["order", "modal", "duty", "state"]


class Clause(Struct, frozen=True, gc=False):
    """One thing to do: `words[start:end]` is its verb and what goes with it, `object` where its object starts."""

    group: str  # of the verb; see Verbs
    start: int
    object: int
    end: int


class Request(Struct, frozen=True, gc=False):
    """
    What a sentence asks.

    An order ("check the log"), a modal ("you may have to restart it"), a duty ("the team must be told"),
    or the state a check box wants reached ("backups tested").
    """

    mood: Mood
    start: int  # first word of what is asked
    clauses: tuple[Clause, ...] = ()
    forbids: bool = False
    optional: bool = False  # a mere possibility: "you can"


_STOPS = frozenset(",;:.!?()[]—–→\"'/=<>|")
_GLUE = frozenset((",", ";", "and", "or", "then", "/", "—", "–", "&", "."))
_BREAKS = _STOPS | _GLUE
_BRACKETS = {"(": 1, "[": 1, ")": -1, "]": -1}
_NEAR = 5  # words
_ASIDES = frozenset("\"“'(")  # what opens with one is said by somebody, or by the way
_PROHIBITIONS = frozenset(("don't", "never", "avoid"))


def request_of(sentence: Sentence, lexicon: Lexicon) -> Request | None:
    """What a sentence asks of its reader, None if nothing."""
    words = sentence.words
    if sentence.passage.kind == "bullet" and sentence.lead == "criteria":
        return Request("state", _first_word(words, 0))
    start = _after_label(words, lexicon)
    if start is None or start >= len(words) or words[-1] == "?" or words[0] in _ASIDES:
        return None
    opened = _opened(words, start, lexicon)
    if lexicon.remarks.at(words, start)[1] or (opened < len(words) and lexicon.remarks.at(words, opened)[1]):
        return None
    kind = sentence.passage.kind
    found = _order(words, start, opened, lexicon)
    if found is None and not lexicon.duties.isdisjoint(sentence.cues):
        found = _modal(words, start, lexicon)
    if found is None and not lexicon.hedges.cues.isdisjoint(sentence.cues):
        found = _hedged(words, lexicon)
    if found is None and kind == "bullet" and sentence.lead == "asks":
        found = _gerund(words, start, lexicon)
    if found is None and kind == "task":
        return Request("state", start)
    return found


def _after_label(words: Sequence[str], lexicon: Lexicon) -> int | None:
    """Where the text after a label starts; 0 without a label, None when it is no label of an instruction."""
    start = _first_word(words, 0)
    if ":" not in words:
        return start
    for place in range(start, min(start + 7, len(words) - 1)):
        if words[place] == ":":
            rest = _first_word(words, place + 1)
            if lexicon.labels.at(words, start)[1]:
                return rest
            if words[start] in lexicon.conditions:
                return start
            if not lexicon.verbs.at(words, start)[1]:
                return None
            if rest < len(words) and lexicon.verbs.at(words, rest)[1]:
                return rest
            return None if words[start] in lexicon.nouns else start
    return start


def _first_word(words: Sequence[str], start: int) -> int:
    while start < len(words) and not (words[start][0].isalnum() or words[start] == CODE):
        start += 1
    return start


def _order(words: Sequence[str], start: int, place: int, lexicon: Lexicon) -> Request | None:
    """What a sentence orders from its first word on, or after the words that merely open it."""
    if place < len(words) and words[place] in lexicon.clauses:
        place = _after_clause(words, place, lexicon)
    forbids = _forbids(words, place)
    place += forbids
    if place >= len(words) or not _is_verb(words, place, lexicon):
        return Request("order", start, forbids=True) if forbids else None
    return Request("order", place, _clauses(words, place, lexicon), bool(forbids))


def _forbids(words: Sequence[str], place: int) -> int:
    """How many words of prohibition stand here."""
    if place == len(words) or (words[place] != "do" and words[place] not in _PROHIBITIONS):
        return 0
    if words[place] != "do":
        return 1
    return 2 if words[place + 1 : place + 2] == ("not",) else 0


def _opened(words: Sequence[str], place: int, lexicon: Lexicon) -> int:
    """The first word that is not mere opening."""
    firsts = lexicon.openers.firsts
    while place < len(words):
        length = lexicon.openers.at(words, place)[1] if words[place] in firsts else 0
        if not length and (words[place] not in ",:;-–—" or place + 1 == len(words)):
            break
        place += length or 1
    return place


def _after_clause(words: Sequence[str], start: int, lexicon: Lexicon) -> int:
    """Where the instruction starts after "if the pod is gone, …"; the end when there is none."""
    depth = 0
    for place in range(start + 1, len(words) - 1):
        word = words[place]
        if word in _BRACKETS:
            depth += _BRACKETS[word]
        elif depth == 0 and word in _ENDS_OF_CLAUSES and words[place + 1] not in _ROWS:
            after = _opened(words, place + 1, lexicon)
            if after < len(words) and (_forbids(words, after) or _is_verb(words, after, lexicon)):
                return after
    return len(words)


_ENDS_OF_CLAUSES = frozenset((",", ":", "—", "→", "then"))
_ROWS = frozenset(("and", "or"))  # after a comma: what came before goes on


def _is_verb(words: Sequence[str], place: int, lexicon: Lexicon) -> bool:
    """Whether a bare verb stands here that is no noun and no subject."""
    group, length = lexicon.verbs.at(words, place)
    after = place + length
    if not length or (after < len(words) and (words[after] in lexicon.finite or words[after] in "-<>|")):
        return False
    if "=" in words[place : place + _NEAR] or (group not in _STATING and _is_subject(words, after, lexicon)):
        return False  # "Lower = more of them"
    if group == "amount" and _has_outcome(words, after, lexicon):
        return False
    return words[place] not in lexicon.nouns or not _is_noun(words, after, lexicon)


def _has_outcome(words: Sequence[str], after: int, lexicon: Lexicon) -> bool:
    """Whether nouns that need no article lead to something: "lower values result in more of them"."""
    for start, _, _ in lexicon.outcomes.find(words, after, min(after + _NEAR, len(words))):
        return start > after and not any(word in lexicon.determiners or word in _STOPS for word in words[after:start])
    return False


_STATING = frozenset(("look", "assure", "seek"))  # "check logs are there"


def _is_subject(words: Sequence[str], after: int, lexicon: Lexicon) -> bool:
    """Whether the nouns here have a verb of their own: "Repair mode is slow", "lower limits keep more"."""
    for place in range(after, min(after + _NEAR, len(words))):
        word = words[place]
        if word in lexicon.finite:
            return True
        if word in lexicon.determiners or _ends_noun(word, lexicon):
            return False
        if place > after and _is_said_of_many(words, place, lexicon):
            return True
    return False


def _is_said_of_many(words: Sequence[str], place: int, lexicon: Lexicon) -> bool:
    """Whether a bare verb, and what it acts upon, follows a plural."""
    if not words[place - 1].endswith("s") or not lexicon.verbs.at(words, place)[1]:
        return False
    return place + 1 < len(words) and not _ends_noun(words[place + 1], lexicon)


def _ends_noun(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.relations or word in _BREAKS


def _is_noun(words: Sequence[str], after: int, lexicon: Lexicon) -> bool:
    """Whether a word that may be noun or verb is a noun: the sentence has another verb, or nothing to act upon."""
    if after >= len(words):
        return True
    follower = words[after]
    if follower in lexicon.determiners or follower in lexicon.pronouns or follower == CODE:
        return False
    if follower in ("of", "/"):
        return True
    if follower == ",":
        ahead = _opened(words, _after_glue(words, after), lexicon)
        return ahead >= len(words) or not lexicon.verbs.at(words, ahead)[1]
    end = after
    while end < len(words) and not (
        words[end] in _STOPS or words[end] in lexicon.relations or words[end] in lexicon.finite
    ):
        end += 1
    if end < len(words):
        return words[end] in lexicon.finite
    last = words[end - 1]
    return end > after and (is_participle(last) or (end - after > 1 and last in lexicon.grades))


def is_participle(word: str) -> bool:
    """Whether a word says that something was done: "restarted", not "need" or "red"."""
    return word.endswith("ed") and not word.endswith("eed")


def _clauses(words: Sequence[str], start: int, lexicon: Lexicon) -> tuple[Clause, ...]:
    """The things to do from here on: a verb after a comma or an "and" starts another."""
    found: list[Clause] = []
    group, length = lexicon.verbs.at(words, start)
    begin, target = start, start + length
    if _GLUE.isdisjoint(words):
        return (Clause(group, begin, target, len(words)),)
    place, depth = target, 0
    while place < len(words) - 1:
        word = words[place]
        if word in _BRACKETS:
            depth += _BRACKETS[word]
        elif depth <= 0 and word in _GLUE:
            after = _opened(words, _after_glue(words, place), lexicon)
            other, length = lexicon.verbs.at(words, after) if after < len(words) else ("", 0)
            if length and not (words[after] in lexicon.nouns and _ends_row(words, after + length, lexicon)):
                found.append(Clause(group, begin, target, place))
                group, begin, target = other, after, after + length
                place = target
                continue
        place += 1
    found.append(Clause(group, begin, target, len(words)))
    return tuple(found)


def _after_glue(words: Sequence[str], place: int) -> int:
    while place < len(words) - 1 and words[place] in _GLUE:
        place += 1
    return place


def _ends_row(words: Sequence[str], after: int, lexicon: Lexicon) -> bool:
    """Whether a word in a row of nouns is the last of them: nothing it could act upon follows."""
    if after >= len(words) or words[after] in _BREAKS:
        return True
    return words[after] in lexicon.relations and words[after] not in lexicon.pronouns


def _modal(words: Sequence[str], start: int, lexicon: Lexicon) -> Request | None:
    """You should check …; … must be told."""
    for place in range(start + 1, len(words) - 1):
        if words[place] not in lexicon.duties:
            continue
        subject = words[place - 1]
        if subject in lexicon.subjects:
            if (
                place - 1 == start
                or words[place - 2] in _STOPS
                or lexicon.openers.at(words, place - 2)[1]
                or (words[start] in lexicon.conditions and not lexicon.finite.isdisjoint(words[start : place - 2]))
            ):
                return _after_modal(words, place, lexicon)
        elif words[place] in lexicon.obligations and subject not in lexicon.turns:
            ahead = words[place + 1 : place + 3]
            if "be" in ahead and lexicon.negations.isdisjoint(ahead) and lexicon.facts.isdisjoint(ahead):
                return Request("duty", start)
    return None


def _after_modal(words: Sequence[str], place: int, lexicon: Lexicon) -> Request | None:
    after = place + 1
    while after < len(words) and words[after] in lexicon.auxiliaries:
        after += 1
    if after >= len(words) or not lexicon.verbs.at(words, after)[1]:
        return None
    if words[place] in lexicon.obligations and (words[after] in lexicon.results or "able" in words[place:after]):
        return None  # "you should see", "should be able to": what is expected
    if words[after] == "note" or (words[place - 1] != "you" and words[place] not in lexicon.obligations):
        return None  # "we can": what is possible, not what is asked
    forbids = not lexicon.negations.isdisjoint(words[place:after])
    return Request("modal", after, _clauses(words, after, lexicon), forbids, words[place] in lexicon.options)


def _hedged(words: Sequence[str], lexicon: Lexicon) -> Request | None:
    """It may be best to …"""
    for start, end, group in lexicon.hedges.find(words):
        if group == "phrases" and end < len(words) and speaks(words, start, lexicon):
            return Request("modal", start, optional=True)
    return None


def speaks(words: Sequence[str], place: int, lexicon: Lexicon) -> bool:
    """Whether "you may" opens a main clause: not "the views you may need", nor "whether you may"."""
    if place == 0:
        return True
    before = words[place - 1]
    if before in lexicon.clauses:
        return False
    return before in _STOPS or before in lexicon.openers.firsts or words[_first_word(words, 0)] in lexicon.conditions


def _gerund(words: Sequence[str], start: int, lexicon: Lexicon) -> Request | None:
    """Mitigations include: restarting … or scaling …"""
    bare = [lexicon.bare_of(word) for word in words]
    if not bare[start]:
        return None
    return Request(
        "order", start, _clauses([verb or word for verb, word in zip(bare, words, strict=True)], start, lexicon)
    )
