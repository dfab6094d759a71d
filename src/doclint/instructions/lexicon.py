"""The words by which instructions are read: data in `rules/lexicons/`, compiled once."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from typing import Any

from msgspec import Struct

from doclint.packs import builtin, builtin_names

Written = dict[str, str | dict[str, str]]  # a lexicon file: groups of words, some of them in a group of groups
Words = Mapping[str, str]  # the same, flat: `loose.escape` → words separated by commas


# Words too common to tell a phrase by, where it has others; the most common first.
_COMMON = (
    "the to of and a in is for on it this that be you with as if are or by from at an not can will we your all have "
    "has when any should need new no other also which one more do time set see so was like only there some get make "
    "after first then these look through up where most same want must before find number into over two now way may "
    "when process add system default state day days minutes hours everything available required such long good take "
    "least things section go work steps procedure standard case team check few often could might always would instead "
    "every another"
).split()


class Phrases:
    """Words and phrases in groups, found in a list of words; the longest that fits wins."""

    __slots__ = ("_groups", "_lengths", "_shapes", "cues", "firsts")

    def __init__(self, groups: Words) -> None:
        self._groups = {phrase: name for name, words in groups.items() for phrase in listed(words)}
        lengths: dict[str, set[int]] = {}
        shapes: dict[str, set[tuple[int, int]]] = {}
        for phrase in self._groups:
            cue = _cue(phrase)
            lengths.setdefault(phrase[0], set()).add(len(phrase))
            shapes.setdefault(cue, set()).add((phrase.index(cue), len(phrase)))
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}
        self._shapes = {cue: tuple(found) for cue, found in shapes.items()}  # words before it, and in all
        self.firsts = frozenset(lengths)
        self.cues = frozenset(shapes)  # without one of these no phrase is there

    def at(self, words: Sequence[str], place: int) -> tuple[str, int]:
        """Group and length of the phrase that starts here; a length of 0 if none does."""
        for length in self._lengths.get(words[place], ()):
            phrase = tuple(words[place : place + length])
            name = self._groups.get(phrase)
            if name is not None:
                return name, len(phrase)
        return "", 0

    def find(self, words: Sequence[str], start: int = 0, end: int | None = None) -> list[tuple[int, int, str]]:
        """Every phrase between two places, none overlapping another: start, end, group."""
        found = []
        end = len(words) if end is None else end
        free = start
        for place, less in sorted(self._starts(words)):
            if place >= free:
                free = place - less
                if free <= end:
                    found.append((place, free, self._groups[tuple(words[place:free])]))
                else:
                    free = place + 1
        return found

    def _starts(self, words: Sequence[str]) -> list[tuple[int, int]]:
        """Where phrases start, and less than nothing by their length: of one place, the longest sorts first."""
        found = []
        for cue in self.cues.intersection(words):
            place = -1
            for _ in range(words.count(cue)):
                place = words.index(cue, place + 1)
                for before, length in self._shapes[cue]:
                    phrase = tuple(words[place - before : place - before + length]) if place >= before else ()
                    if len(phrase) == length and phrase in self._groups:
                        found.append((place - before, -length))
        return found

    def closes(self, words: Sequence[str]) -> bool:
        """Whether these words open or close with one of the phrases."""
        return not self.cues.isdisjoint(words) and any(
            start == 0 or end == len(words) for start, end, _ in self.find(words)
        )


class Lexicon:
    """
    The words of a language, compiled. What each group means is said in `rules/lexicons/en.yaml`.

    A group of single words is a set; a group of phrases, or of groups, finds them in a sentence.
    """

    verbs: Phrases
    hedges: Phrases
    pointers: frozenset[str]
    loose: Phrases
    openers: Phrases
    remarks: Phrases
    states: Phrases
    groups: Phrases
    sendings: Phrases
    tales: Phrases
    plans: Phrases
    chronicles: Phrases
    criteria: Phrases
    labels: Phrases
    asides: Phrases
    instances: Phrases
    reported: Phrases
    searches: Phrases
    outcomes: Phrases
    nouns: frozenset[str]
    clauses: frozenset[str]
    subjects: frozenset[str]
    modals: frozenset[str]
    options: frozenset[str]
    obligations: frozenset[str]
    results: frozenset[str]
    auxiliaries: frozenset[str]
    negations: frozenset[str]
    determiners: frozenset[str]
    pronouns: frozenset[str]
    finite: frozenset[str]
    relations: frozenset[str]
    means: frozenset[str]
    amounts: frozenset[str]
    aims: frozenset[str]
    turns: frozenset[str]
    additions: frozenset[str]
    settings: frozenset[str]
    destructions: frozenset[str]
    conditions: frozenset[str]
    moments: frozenset[str]
    conditionals: frozenset[str]
    unless: frozenset[str]
    watches: frozenset[str]
    manners: frozenset[str]
    facts: frozenset[str]
    selective: frozenset[str]
    totals: frozenset[str]
    weighed: frozenset[str]
    scenes: frozenset[str]
    ahead: frozenset[str]
    launches: frozenset[str]
    doings: frozenset[str]
    shuns: frozenset[str]
    masses: frozenset[str]
    subordinates: frozenset[str]
    elastic: frozenset[str]
    measurable: frozenset[str]
    measures: frozenset[str]
    figures: frozenset[str]
    papers: frozenset[str]
    issues: frozenset[str]
    readings: frozenset[str]
    activities: frozenset[str]
    asks: frozenset[str]
    joints: frozenset[str]
    known: frozenset[str]
    sources: frozenset[str]
    abstractions: frozenset[str]
    kinds: frozenset[str]
    degrees: frozenset[str]
    grades: frozenset[str]
    copulas: frozenset[str]
    excesses: Phrases
    customary: frozenset[str]
    tries: frozenset[str]
    comparatives: frozenset[str]
    told: frozenset[str]
    bounds: frozenset[str]
    reaches: frozenset[str]
    levels: frozenset[str]
    rated: frozenset[str]
    presents: frozenset[str]
    troubles: frozenset[str]
    rhythms: frozenset[str]
    anyone: frozenset[str]

    def __init__(self, words: Words, removed: frozenset[str] = frozenset()) -> None:
        words = _with_forms(words, removed)
        for name, shape in Lexicon.__annotations__.items():
            if shape is Phrases:
                members = {key.partition(".")[2]: words[key] for key in words if key.partition(".")[0] == name}
                setattr(self, name, Phrases(members))
            else:
                setattr(self, name, frozenset(phrase[0] for phrase in listed(words.get(name, ""))))
        self.measurable |= self.measures | self.figures
        self.moments |= self.conditions
        self.duties = self.modals | self.obligations
        amounts = [phrase[0] for phrase in listed(words.get("verbs.amount", "")) if len(phrase) == 1]
        self.amounted = {form: verb for verb in amounts for form in _forms(verb, "ed")}
        self._gerunds = {form: verb for verb in self.verbs.firsts for form in _forms(verb, "ing")}
        self.rated |= {phrase[0] for name in _RATED for phrase in listed(words.get(name, "")) if len(phrase) == 1}
        sizes = cues_of(listed(words.get("loose.size", "")))
        needy = (
            self.loose.cues - sizes
            | self.hedges.cues
            | self.amounted.keys()
            | cues_of(phrase for name in _NEEDY for phrase in listed(words.get(name, "")))
        )
        gerunds = frozenset(form for form, verb in self._gerunds.items() if verb in needy)
        self._prose = needy
        self._items = needy.union(
            sizes,
            gerunds,
            self.states.cues,
            self.activities,
            self.told,
            self.bounds,
            self.rated,
            self.degrees,
            self.doings,
        )
        self.needed = {
            "seek": self.issues | self.pronouns,
            "tell": self.groups.cues,
            "change": self.additions,
        }
        self.measured = self.grades | self.excesses.cues
        self.verdicts = self.states.cues | self.bounds | self.levels
        self.told_of = self.plans.cues | self.chronicles.cues | self.tales.cues
        self._rows = frozenset(("and", "or")) | self.conditions | self.pronouns
        self._changes = Phrases({"": words.get("verbs.change", "")}).firsts
        self.cues = needy.union(
            self._items,
            self._rows,
            self.verdicts,
            self.moments,
            self.measured,
            self.measures,
            self.issues,
            self.groups.cues,
            self.duties,
            self.papers,
        )
        self._starts = frozenset().union(self.verbs.firsts, self.openers.firsts, self.labels.firsts, self.clauses)
        self._mere_clauses = self.clauses - self.verbs.firsts - self.openers.firsts - self.labels.firsts
        self._calls = self.hedges.cues | frozenset(("don't", "never", "avoid"))
        self._calls_and_modals = self._calls | self.modals

    def may_lack(self, words: Sequence[str], cues: frozenset[str], item: bool) -> bool:
        """Whether any word, of an item or of prose, is among those without which no defect is found."""
        if not (self._items if item else self._prose).isdisjoint(cues):
            return True
        if not self.measured.isdisjoint(cues) and not self.moments.isdisjoint(cues):
            return True
        return item and bool(words) and words[0] in self._changes and not self._rows.isdisjoint(cues)

    def may_ask(self, text: str, chunks: Sequence[str]) -> bool:
        """
        Whether a sentence in lower case may be an order, or speaks to its reader or of a duty: a quick look.

        Args:
            text: The sentence.
            chunks: The same, cut at its blanks.
        """
        opening = chunks[0] if chunks else ""
        if not opening.isalpha():
            found = _OPENING.match(text)
            opening = found[1] if found else ""
        if opening in self._starts:
            return opening not in self._mere_clauses or any(mark in text for mark in _TURNS)
        if self._calls_and_modals.isdisjoint(chunks):
            return False
        if not self._calls.isdisjoint(chunks):
            return True
        return not self.subjects.isdisjoint(chunks) or ("be" in chunks and not self.obligations.isdisjoint(chunks))

    def bare_of(self, word: str) -> str:
        """The bare form of a gerund of one of the verbs, empty for anything else: scaling → scale."""
        return self._gerunds.get(word, "")


def _with_forms(words: Words, removed: frozenset[str]) -> dict[str, str]:
    """The words, and what English makes of them: adverbs of qualities, states of what can be bettered."""
    found = dict(words)
    stated = {phrase for name in (*_RATED, "hedges.orders") for phrase in listed(words.get(name, ""))}
    for name in _RATED:
        adverbs = {_adverb(phrase[0]) for phrase in listed(words.get(name, "")) if len(phrase) == 1}
        new = {adverb for adverb in adverbs - removed if adverb and (adverb,) not in stated}
        found[name] = ", ".join((words.get(name, ""), *sorted(new)))
    for name in words:
        if name.startswith("verbs."):
            spelled = {_british(" ".join(phrase)) for phrase in listed(words[name])} - removed
            found[name] = ", ".join((words[name], *sorted(filter(None, spelled))))
    bettered = {form for phrase in listed(found.get("verbs.better", "")) for form in _forms(phrase[0], "ed")}
    found["states"] += ", ".join(("", *sorted(bettered - removed)))
    return found


def _forms(verb: str, ending: str) -> tuple[str, ...]:
    """As English spells them: restarting, scaling, dropping."""
    return verb + ending, verb.removesuffix("e") + ending, verb + verb[-1] + ending


def _british(verb: str) -> str:
    """The British spelling of a verb, empty where it is the same: organise, analyse."""
    return verb[:-2] + "se" if verb.endswith(("ize", "yze")) and not verb.endswith("size") else ""


def _adverb(word: str) -> str:
    """The adverb of a quality; empty for short words, which have none or serve as their own."""
    if len(word) < 5 or word.endswith("ly"):
        return ""
    if word.endswith("le"):
        return word[:-1] + "y"
    return word[:-1] + "ily" if word.endswith("y") else word + "ly"


_RATED = ("loose.strong", "loose.weak", "states")


_OPENING = re.compile(r"[\W\d_]*+([^\W\d_]++(?:['-][^\W\d_]++)*+)")
_TURNS = (",", ":", "—", "→", " then ")  # where a clause before the order ends
_NEEDY = frozenset(
    "verbs.amount verbs.look verbs.assure verbs.goal verbs.better verbs.seek verbs.tell sendings settings "
    "destructions additions unless customary tries comparatives".split()
)


def cues_of(phrases: Iterable[tuple[str, ...]]) -> frozenset[str]:
    """One word of each phrase, the rarest."""
    return frozenset(map(_cue, phrases))


def _cue(phrase: tuple[str, ...]) -> str:
    return max(phrase, key=_rarity) if len(phrase) > 1 else phrase[0]


def _rarity(word: str) -> int:
    return _RANKS.get(word, len(_RANKS) + len(word))


_RANKS = {word: rank for rank, word in enumerate(_COMMON)}


def plain(text: str) -> tuple[str, ...]:
    """The last words of a text, without marks and numbers."""
    end = text[-200:].lower()
    return tuple((_ASCII_PLAIN if end.isascii() else _PLAIN).findall(end)[-16:])


_PLAIN = re.compile(r"[^\W\d_][^\s:*.,()?!\"]*+")
_ASCII_PLAIN = re.compile(r"[a-z][^\x09-\x0d\x1c-\x20:*.,()?!\"]*+")  # the same, faster


def listed(words: str) -> Iterator[tuple[str, ...]]:
    """The phrases of a group, each as its words: `if|when needed` is two, and `also|` may be left out."""
    for phrase in words.casefold().split(","):
        if "|" in phrase:
            for chosen in product(*(part.split("|") for part in phrase.split())):
                yield tuple(filter(None, chosen))
        elif parts := phrase.split():
            yield tuple(parts)


class Instructions(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """
    How instructions are read.

    `add` and `remove` change the words of every language, by group: `loose.escape: if you like, at will`.
    """

    language: str = "en"  # of documents whose front matter does not say it
    shell_comments: bool = False  # read the comments in shell blocks, too
    add: dict[str, str] = {}  # more words, by group, such as loose.escape: if you like, at will
    remove: dict[str, str] = {}  # words not to react to, by group
    lexicons: dict[str, Written] = {}  # languages of your own, in the form of rules/lexicons/en.yaml

    def __post_init__(self) -> None:
        stated = [*self.add, *self.remove]
        for written in self.lexicons.values():
            stated += _flat(written)
        known = builtin_words("en").keys() if stated else ()
        for name in stated:
            if name not in known:
                raise ValueError(f"unknown group of words {name!r}; known: {', '.join(sorted(known))}")


class Library:
    """The lexicons a project reads with, each compiled when a document needs it."""

    def __init__(self, settings: Instructions) -> None:
        self.settings = settings
        self._compiled: dict[str, Lexicon | None] = {}

    def lexicon(self, language: str) -> Lexicon | None:
        """The lexicon of a language, of the default one if empty; None when there is none."""
        language = language or self.settings.language
        if language not in self._compiled:
            self._compiled[language] = self._compile(language)
        return self._compiled[language]

    def _compile(self, language: str) -> Lexicon | None:
        settings = self.settings
        if language in settings.lexicons:
            words = _flat(settings.lexicons[language])
        elif language in builtin_names("lexicons"):
            words = dict(builtin_words(language))
        else:
            return None
        for group, added in settings.add.items():
            words[group] = f"{words.get(group, '')}, {added}"
        for group, removed in settings.remove.items():
            gone = set(listed(removed))
            words[group] = ", ".join(" ".join(phrase) for phrase in listed(words.get(group, "")) if phrase not in gone)
        return Lexicon(words, frozenset(phrase[0] for group in settings.remove.values() for phrase in listed(group)))


def library_of(settings: Instructions) -> Library:
    """The library of these settings; that of the defaults is made once."""
    return _plain_library() if settings == Instructions() else Library(settings)


@cache
def _plain_library() -> Library:
    return Library(Instructions())


def _flat(written: Mapping[str, Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, words in written.items():
        members = {"": words} if isinstance(words, str) else words
        found |= {f"{name}.{member}" if member else name: text for member, text in members.items()}
    return found


@cache
def builtin_words(language: str) -> Words:
    """The words doclint brings along for a language."""
    return _flat(builtin("lexicons", language, Written))
