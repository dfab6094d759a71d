"""The grammar of quantities: `22,106 lines`, `~163KB`, `50+ Q&A`, `over 2.5k`, `10-12 files`, `twelve guides`."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Literal

from msgspec import Struct

Comparator = Literal["=", ">=", ">", "<=", "<", "~", ""]
Measure = Literal["lines", "bytes", "words", "percent", "duration", "count", "scalar"]


class Quantity(Struct, frozen=True, gc=False):
    """
    A number with what it counts, at `text[start:end]`.

    `low` is in base units (bytes for sizes by 1000); `step` is what the last digit written is worth, in the
    same units. `noun` is the last word of what follows, `phrase` all of it.
    """

    start: int
    end: int
    number: str  # as written, without comparator and unit
    comparator: Comparator
    low: float
    high: float | None
    step: float
    measure: Measure
    unit: str
    noun: str
    phrase: str


_ONES = {
    word: value
    for value, word in enumerate(
        """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
        eighteen nineteen""".split(),
        start=1,
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_FACTORS = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}
_NUMBER = re.compile(
    r"(?<![\w.$#/:=_-])(?<!\d,)(?P<between>[Bb]etween )?"
    r"(?P<before>(?:~|≈|>=|<=|≥|≤|>|<|±)\s?|[−-](?=[\d.]+\s?%))?"
    r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?P<scale>[kKM](?=[+\s)]|$)| (?:dozen|hundred|thousand|million)\b)?(?P<plus>\+)?"
    r"(?:(?(between) and |\s?(?:-|–|—|to)\s?)(?P<upto>\d[\d,]*(?:\.\d+)?)(?P<plus2>\+)?)?"
    r"(?P<unit>\s?(?:%\+?|percent\b)|[\s-]?(?:[KMGTkmgt]i?B|[Kkmg]b|(?i:kilo|mega|giga|tera)?bytes?)(?![A-Za-z])|"
    r"(?:ms|s|min|h)(?![\w-]))?",
)
_FACTOR = "|".join(_FACTORS)
_ONE = "|".join(sorted(_ONES, key=len, reverse=True))
_BELOW_100 = rf"(?:(?:{'|'.join(_TENS)})(?:[\s-](?:{_ONE}))?|{_ONE})"
_SPELLED = re.compile(  # a bare `one` counts nothing
    rf"(?<![\w-])(?P<number>zero|(?!one\b(?![\s-](?:{_FACTOR})\b))(?:{_BELOW_100}|a(?=\s(?:{_FACTOR})\b))"
    rf"(?:[\s-](?:{_FACTOR})\b(?:\s(?:and\s)?{_BELOW_100}\b)?)*)(?=[\s-](?!(?:{_FACTOR})s?\b)[A-Za-z]|\W*$)",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_LIKE_WORDS = re.compile(  # how they all begin, and many other words; found fast
    "zero|one|t(?:wo|hr|en|hi|we|ho)|f(?:ou|iv|if|or)|s(?:ix|ev)|eig|nin|ele|doz|hund|mill"
)
_HEDGE = re.compile(
    r"(?:^|[\s(])(?P<word>(?P<not>(?:not?|never) )?"
    r"(?:over|exceed(?:s|ing|ed)?|under|below|(?P<than>more|longer|larger|bigger|less|fewer|shorter|smaller) than)|"
    r"at least|minimum(?: of)?|up to|at most|maximum(?: of)?|"
    r"about|around|approx(?:\.|imately)?|nearly|almost|roughly|circa|some|estimated)\s$",
    re.IGNORECASE,
)
_HEDGES: dict[str, Comparator] = {  # by their first words
    "over": ">",
    "more": ">",
    "longer": ">",
    "larger": ">",
    "bigger": ">",
    "exceed": ">",
    "exceeds": ">",
    "exceeding": ">",
    "exceeded": ">",
    "at least": ">=",
    "minimum": ">=",
    "up to": "<=",
    "at most": "<=",
    "maximum": "<=",
    "under": "<",
    "less": "<",
    "fewer": "<",
    "shorter": "<",
    "smaller": "<",
    "below": "<",
}
_NEGATED: dict[Comparator, Comparator] = {">": "<=", "<": ">="}
_SIGNS: dict[str, Comparator] = {
    "~": "~",
    "≈": "~",
    "±": "",
    ">": ">",
    "<": "<",
    ">=": ">=",
    "≥": ">=",
    "<=": "<=",
    "≤": "<=",
}
_FOLLOWS = re.compile(r"[\s-]{1,2}((?:[A-Za-z][\w&/'’-]*)(?: (?:[A-Za-z&][\w&/'’-]*)){0,5})")
_STOP = frozenset(  # what ends a noun phrase
    """a an the of in on at for from with to and or by per as is are was were has have had be been than that which who
    across into over under via using plus including include includes covering cover covers each within after before
    when if not no all vs versus against exist exists need needs require requires should must can will may provides
    provide out between during through describing only where averaging totaling totalling average target""".split()
)
_PARTICIPLES = frozenset(  # what may stand before the noun, and ends the phrase behind it
    """created completed complete documented written added updated implemented defined delivered tested passed passing
    passes indexed present listed located remaining planned ready available estimated verified made produced done
    total combined overall detected found reported resolved fixed identified failed successful open pending covered
    included required organized organised deployed finished new additional comprehensively successfully""".split()
)
_LINES = frozenset({"line", "lines", "loc", "sloc"})
DURATIONS = frozenset(
    """second seconds sec secs s minute minutes min mins hour hours hr hrs h day days week weeks month months quarter
    quarters year years ms milliseconds am pm""".split()
)
_BYTES = {"b": 1.0, "byte": 1.0, "bytes": 1.0, "k": 1e3, "m": 1e6, "g": 1e9, "t": 1e12}


@lru_cache(maxsize=4096)
def quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of one line, left to right."""
    return tuple(_found(text)) if has_number(text) else ()


def has_number(text: str) -> bool:
    """Is there a digit, or a number in words?"""
    return _DIGIT.search(text) is not None or _is_spelled(text)


def _is_spelled(text: str) -> bool:
    return _LIKE_WORDS.search(text.lower()) is not None and _SPELLED.search(text) is not None


def _found(text: str) -> Iterator[Quantity]:
    end = 0
    matches = list(_NUMBER.finditer(text))
    if _is_spelled(text):
        matches = sorted([*matches, *_SPELLED.finditer(text)], key=re.Match.start)
    for match in matches:
        if match.start() < end:
            continue
        quantity = _quantity(text, match)
        if quantity is not None:
            end = quantity.end
            yield quantity


def _quantity(text: str, match: re.Match[str]) -> Quantity | None:
    written, is_spelled = match.group("number"), match.re is _SPELLED
    if not is_spelled and _is_part_of_name(text, match):
        return None
    groups = match.groupdict("")
    unit = groups.get("unit", "").strip(" -")
    counted = _by_unit(text, match.end(), unit) if unit else _by_noun(text, match.end())
    digits, scaled = written.partition(".")[2], groups.get("scale", "")
    if (is_spelled and not counted.noun and match.start()) or (
        counted.measure == "count" and digits and not scaled and not match.start()
    ):
        return None  # `at one`, `1.2 Restore the data`
    start, comparator = _compared(text, match.start(), groups)
    scale = _SCALES[scaled.strip()] * counted.factor
    value = float(_in_words(written)) if is_spelled else float(written.replace(",", ""))
    upto = _number(groups.get("upto", ""))
    return Quantity(
        start=start,
        end=counted.end,
        number=written + scaled,
        comparator=comparator,
        low=value * scale,
        high=upto * scale if upto > value else None,
        step=scale * 10.0 ** -len(digits),
        measure=counted.measure,
        unit=counted.unit,
        noun=counted.noun,
        phrase=counted.phrase,
    )


_SCALES = {"": 1.0, "k": 1e3, "K": 1e3, "M": 1e6, **_FACTORS}


class _Counted(Struct, frozen=True, gc=False):
    """What stands behind a number; `factor` is what one of its unit is in base units."""

    measure: Measure
    unit: str
    end: int
    factor: float = 1.0
    noun: str = ""
    phrase: str = ""


def _by_unit(text: str, end: int, unit: str) -> _Counted:
    """`40 %`, `3ms`, `12 KB`."""
    if unit in ("%", "%+", "percent"):
        return _Counted("percent", "%", end, phrase=_phrase(text, end)[0])
    if unit in DURATIONS:
        return _Counted("duration", unit, end)
    return _Counted("bytes", unit, end, factor=_BYTES[unit[0].lower()])


def _by_noun(text: str, end: int) -> _Counted:
    phrase, words, after = _phrase(text, end)
    if not words:
        return _Counted("scalar", "", end)
    noun = words[0] if text[end] == "-" else words[-1]
    return _Counted(_measure_of(words), noun, after, noun=noun, phrase=phrase)


def _in_words(written: str) -> int:
    """`two thousand five hundred and twelve` → 2512"""
    whole = part = 0
    for word in re.split(r"[\s-]", written.lower()):
        if word in _FACTORS:
            part = max(part, 1) * _FACTORS[word]
        else:
            part += _ONES.get(word, 0) + _TENS.get(word, 0)
        if part >= _FACTORS["thousand"]:
            whole, part = whole + part, 0
    return whole + part


def _is_part_of_name(text: str, match: re.Match[str]) -> bool:
    """`3.11.2`, `12:30`, `1/2`, `2025-11-10`, `5th`, `Phase 6`, `v1`: numbers that count nothing."""
    start, end = match.start("number"), match.end()
    after = text[end : end + 2]
    if after[:1] in (":", "/", ".", "_", "-") and after[1:2].isdigit():
        return True
    if after[:1].isalpha() or after[:1] == "_" or _MONTH.match(text, end):
        return True
    if _RUNNING_ON.search(text, max(0, start - 20), start):
        return True
    before = text[:start].rstrip("~≈<>= ").rsplit(None, 1)
    word = before[-1].strip("(*[\"'").lower() if before else ""
    return word in _NAMING and not match.group("before") and text[start - 1 : start] == " "


_MONTH = re.compile(r"(?:st|nd|rd|th)? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b")
_RUNNING_ON = re.compile(r"\b(?:phase|week|step|tier|level|month|day)s? \d+ ?(?:,|and|&|to|-|–) ?$", re.IGNORECASE)
_NAMING = frozenset(
    """phase phases week weeks month day level tier step module lab issue chapter section part version v q quarter
    sprint milestone stage tip problem gate sev p priority pr task round iteration appendix figure table line python
    node go java rfc adr http port soc iso pep error code type day year page item option wave batch session test
    november december january february jan feb mar apr jun jul aug sep sept oct nov dec march april may june july
    august september october""".split()
)


def _compared(text: str, start: int, groups: Mapping[str, str]) -> tuple[int, Comparator]:
    """Where the number with its hedge begins, and what that says."""
    comparator: Comparator = _SIGNS.get(groups.get("before", "").strip(), "=")
    if groups.get("plus") or groups.get("plus2") or groups.get("unit", "").endswith("+"):
        comparator = ">="
    hedge = _HEDGE.search(text, max(0, start - 24), start)
    if hedge and comparator == "=":
        comparator = _hedged(hedge)
        start = hedge.start("word")
    return start, comparator


def _hedged(hedge: re.Match[str]) -> Comparator:
    """`at least` → `>=`, `no fewer than` → `>=`"""
    word = hedge.group("word").lower().removesuffix(" than").removesuffix(" of")
    if hedge.group("not"):
        return _NEGATED[_HEDGES[word.partition(" ")[2]]]
    return _HEDGES.get(word, "~")


def _number(written: str) -> float:
    return float(written.replace(",", "")) if written else 0.0


def _phrase(text: str, end: int) -> tuple[str, list[str], int]:
    """The noun phrase after a number: its text, its words up to the noun, where it ends."""
    match = _FOLLOWS.match(text, end)
    if not match:
        return "", [], end
    words: list[str] = []
    place = match.start(1)
    after = end
    for word in match.group(1).split(" "):
        lowered = word.lower()
        if lowered in _STOP or (lowered in _PARTICIPLES and words and is_plural(words[-1])):
            break
        words.append(word)
        place = text.index(word, place)
        after = place + len(word)
        place = after
        if lowered in _LINES or lowered in DURATIONS:
            break
    while words and (words[-1].lower().endswith("ly") or words[-1].lower() in _PARTICIPLES):
        words.pop()
    words = _up_to_noun(words)
    if not words:
        return "", [], end
    phrase = text[match.start(1) : match.start(1) + len(" ".join(words))]
    return phrase, words, match.start(1) + len(phrase)


def _up_to_noun(words: list[str]) -> list[str]:
    """Cut after the first plural that is followed by something that is not a plural: `12 files exist in`."""
    plurals = [index for index, word in enumerate(words) if is_plural(word)]
    return words[: plurals[-1] + 1] if plurals else words


def is_plural(word: str) -> bool:
    """Looks like a plural noun."""
    lowered = word.lower().strip("'’")
    is_one = lowered.endswith(("ss", "us", "is"))
    return lowered == "q&a" or lowered in _LINES or (lowered.endswith("s") and not is_one)


def _measure_of(words: list[str]) -> Measure:
    lowered = [word.lower().partition("/")[0] for word in words]
    if lowered[-1] in _LINES or lowered[0] in _LINES:
        return "lines"
    if lowered[-1] == "words":
        return "words"
    if lowered[0] in DURATIONS or lowered[-1] in DURATIONS:
        return "duration"
    return "count"
