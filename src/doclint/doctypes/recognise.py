"""Which type is this document? Every answer comes with how sure it is, and why."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from doclint.doctypes.names import name_of
from doclint.doctypes.outline import Outline, hooks_of
from doclint.doctypes.paths import matching
from doclint.doctypes.shape import DocType, Match, Signal
from doclint.model import Confidence

NO_TYPE = Match("", Confidence.LOW, "nothing tells its type")

_HINTING = frozenset({"template", "layout", "category"})  # meant for a tool, and seldom wrong
_STATING = _HINTING | {"type", "doctype", "documenttype", "contenttype", "kind", "diataxis"}
_STATING_LABELS = frozenset({"document type", "doc type", "type"})
_WEIGHTS = {Confidence.HIGH: 4, Confidence.MEDIUM: 2, Confidence.LOW: 1}
_SEGMENT = re.compile(r"\s[-–—|]\s|[:–—|]\s")
_ABOUT = re.compile(r"\s(?:for|of|to|on|in|about|with|from)\s", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")


def recognise(outline: Outline, types: Mapping[str, DocType]) -> Match:
    """The type this document says it is; else the one most signals speak for."""
    stated = _stated(outline, types)
    if stated:
        return stated
    best, best_rank = NO_TYPE, (0, False)
    for name, doc_type in types.items():
        signals = list(_speaking(outline, doc_type.recognise))
        if not signals or any(True for _ in _speaking(outline, doc_type.unless)):
            continue
        strongest: dict[str, tuple[int, str]] = {}
        for signal, why in signals:
            weighed = (_WEIGHTS[signal.confidence], why)
            strongest[signal.kind] = max(strongest.get(signal.kind, weighed), weighed, key=lambda one: one[0])
        score = sum(weight for weight, _ in strongest.values())
        rank = (score, "title" in strongest)
        if rank > best_rank:
            best, best_rank = Match(name, _sureness(score), " and ".join(why for _, why in strongest.values())), rank
    return best


def _sureness(score: int) -> Confidence:
    if score >= _WEIGHTS[Confidence.HIGH]:
        return Confidence.HIGH
    return Confidence.MEDIUM if score >= _WEIGHTS[Confidence.MEDIUM] else Confidence.LOW


def _stated(outline: Outline, types: Mapping[str, DocType]) -> Match | None:
    for key, value, where in _statements(outline):
        said = name_of(value)
        for name, doc_type in types.items():
            known = [name, doc_type.title, *(value for signal in doc_type.recognise for value in signal.front_matter)]
            if any(name_of(value).words == said.words for value in known if value):
                return Match(name, Confidence.HIGH, f"{where} says {key}: {value}", _folded(key) not in _HINTING)
    return None


def _statements(outline: Outline) -> Iterator[tuple[str, str, str]]:
    for field in outline.facts.fields:
        if _folded(field.key) in _STATING:
            for value in field.values or (field.value,):
                yield field.key, value, "its front matter"
    for label in outline.facts.labels:
        if label.section <= 1 and label.name.casefold() in _STATING_LABELS:
            yield label.name, label.value, "the document"


def _folded(key: str) -> str:
    return key.casefold().replace("-", "").replace("_", "").replace(" ", "")


def _speaking(outline: Outline, signals: Iterable[Signal]) -> Iterator[tuple[Signal, str]]:
    for signal in signals:
        why = _why(outline, signal)
        if why:
            yield signal, why


def _why(outline: Outline, signal: Signal) -> str:
    """What in the document speaks for this signal; empty if nothing does."""
    if signal.path:
        pattern = matching(signal.path, outline.facts.path.casefold())
        return f"its path matches {pattern}" if pattern else ""
    if signal.title:
        if not may_say(outline.title, signal.title):
            return ""
        said = next((phrase for phrase in signal.title if says(outline.title, phrase)), "")
        return f"its title says {said.strip('. …')!r}" if said else ""
    if signal.sections:
        if not outline.may_have(_hooks(signal.sections)):
            return ""
        found = [place.text for name in signal.sections if (place := outline.find((name,), headings_only=True))]
        return f"it has the sections {_listed(found)}" if len(found) >= signal.at_least else ""
    if signal.labels:
        given = [name for name in signal.labels if name_of(name).glued in outline.labels]
        return f"it has the fields {_listed(given)}" if len(given) >= signal.at_least else ""
    if signal.steps:
        steps = outline.whole.steps
        return f"it has {steps} numbered steps" if steps >= signal.steps else ""
    if signal.tasks:
        tasks = sum(one.tasks for one in outline.facts.held)
        return f"it has {tasks} check boxes" if tasks >= signal.tasks else ""
    return ""  # front matter: a statement, no signal


@lru_cache(maxsize=1024)
def _hooks(sections: tuple[str, ...]) -> frozenset[str]:
    return hooks_of(map(name_of, sections))


def _listed(names: list[str]) -> str:
    return ", ".join(dict.fromkeys(names[:4]))


def says(title: str, phrase: str) -> bool:
    """Does a title, or what it says before or after a colon, end with this phrase; or start with it, for `how to …`?"""
    wanted = _words(phrase)
    if phrase.endswith(("…", "...")):
        return any(words[: len(wanted)] == wanted for words, _ in _segments(title))
    return any(wanted in (words[-len(wanted) :], head[-len(wanted) :]) for words, head in _segments(title))


def may_say(title: str, phrases: tuple[str, ...]) -> bool:
    """Has a title a word each of these phrases would need? If not, it says none of them."""
    return not _title_words(title).isdisjoint(_needed(phrases))


@lru_cache(maxsize=1024)
def _title_words(title: str) -> frozenset[str]:
    return frozenset(word for words, _ in _segments(title) for word in words or ("",))


@lru_cache(maxsize=1024)
def _needed(phrases: tuple[str, ...]) -> frozenset[str]:
    """The last word of each phrase; "" for a phrase without one."""
    return frozenset((_words(phrase) or ("",))[-1] for phrase in phrases)


@lru_cache(maxsize=1024)
def _segments(title: str) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Words of each part of a title; then of what that part is, without what it is about: `Guide` to the cache."""
    parts = _SEGMENT.split(title)
    return tuple((_words(part), _words(_ABOUT.split(part, maxsplit=1)[0])) for part in parts)


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(word.removesuffix("s") for word in _WORD.findall(text.casefold()))
