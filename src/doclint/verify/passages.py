"""Does a document hold what was said to be in it? Headings and bold labels are asked first, then the text."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import Literal

from msgspec import Struct

from doclint.facts import Facts
from doclint.rare import rare

Presence = Literal["present", "mentioned", "absent", "announced"]

_WORD = rare(r"[Qq]&[Aa]|[A-Za-z0-9][A-Za-z0-9']*")
_IN_WORDS = frozenset(b"abcdefghijklmnopqrstuvwxyz0123456789'")
_APART = bytes(byte if byte in _IN_WORDS else ord(" ") for byte in range(256))
_IDLE = frozenset(
    """a an the of and or for to in on at by with from as is are be this that your our its their all each every any
    into via per vs how what when where which who why do does using use used about through own new more most
    other""".split()
)
_GENERIC = frozenset(  # they say that there is something, not what
    """comprehensive complete completely full fully detailed clear real world practical various common key main best
    general overview introduction guide guides guideline guidelines guidance procedure procedures process
    processes section sections documentation document documents documented details detail description descriptions
    information reference example examples support strategy strategies system systems setup set considerations
    consideration approach approaches technique techniques explained included includes including covered provided
    defined described integrated step steps plan template templates format formats tool tools method methods
    structure framework requirements requirement standards conventions convention practices practice patterns
    pattern management issues issue scenarios scenario catalog catalogue mechanisms mechanism reports types type
    based time interactions interaction lifecycle layer layers definition definitions effective consistent
    specific changes full whole related component components workflow workflows""".split()
)
_SUFFIXES = tuple(
    """abilities ability izations ization isation ations ation itions ition ments ment ingly ings ing ities ity
    iers ions ion ated ates ating ate ures ure ives ive ers er ors or als al ies ied ed es ence ency ance able s ly e
    y""".split()
)
_LONGEST_WORD = 40
_ENDING = rare(rf"(.{{3,}}?)(?:{'|'.join(_SUFFIXES)})$")  # the longest ending, of what leaves three letters
_SAME = 0.85  # of the words, by weight, for two names of one thing
_ENOUGH = 0.4  # of the words, by weight, in one heading
_SAID = 3  # words for one that may not occur at all
_NEARLY_ALL = 0.75  # of the words in some heading
_WORSE = ("present", "mentioned", "announced", "absent")
_COMMA = rare(r",\s*(?:and\s+)?|\s*→\s*")
ASIDE = rare(r"\s*\([^()]*\)")
_MEMBERS = rare(r"\s*(?:,|/|\+|\band\b)\s*")
_OUTCOME = rare(r" (?:documented|included|added|updated|defined|created|covered|explained|provided|completed?)$")
_PHRASE = rare(r"when to use\b", re.IGNORECASE)
_ADVICE = rare(r"\bwhen (?:to|not|should|you)\b|\buse (?:this |it )?(?:when|if|for)\b", re.IGNORECASE)
_PRODUCT = rare(r"\b[A-Z][a-z]+[A-Z]\w*\b")
_MEMBER = rare(r"^(?:[A-Za-z][\w.&-]*)(?: [\w.&-]+){0,2}$")
_ENUMERATION = rare(r"\(([^()]*,[^()]*)\)")
_SHORT_FOR = {
    "faq": ("frequently", "asked", "question"), "q&a": ("question",), "qa": ("question",), "pr": ("pull",),
    "db": ("database",), "k8s": ("kubernetes",),
    "auth": ("authentication",), "config": ("configuration",), "env": ("environment",), "toc": ("content",),
}  # fmt: skip


@lru_cache(maxsize=20000)
def stem(word: str) -> str:
    """A word without its endings: `deploying`, `deployments` → `deploy`."""
    word = word.lower().strip("'")[:_LONGEST_WORD]
    for _ in range(2):
        ending = _ENDING.match(word)
        if ending is None:
            break
        word = ending.group(1)
    return word


@lru_cache(maxsize=4096)
def stems_of(text: str) -> tuple[str, ...]:
    """The stems of the words of a text that mean something, in order, each once."""
    words = [word for word in _WORD.findall(text.replace("_", " ").replace("'", "")) if word.lower() not in _IDLE]
    return tuple(dict.fromkeys(stem(word) for word in words))


_GENERIC_STEMS = frozenset(stem(word) for word in _GENERIC)


class Passage(Struct, frozen=True, gc=False):
    """Where it was found."""

    presence: Presence
    line: int
    text: str


class Pages:
    """
    One document to be searched.

    `text` is None when it cannot be read; `dead` are the entries of its own contents that have no section.
    """

    def __init__(self, facts: Facts, text: str | None, dead: Iterable[tuple[str, int]] = ()) -> None:
        self.facts = facts
        self.text = text
        self.titles = [(stems_of(heading.text), heading.span.line, heading.text) for heading in facts.headings]
        self.titles += [(stems_of(lead.text), lead.line, lead.text) for lead in facts.leads]
        self.dead = [(stems_of(entry), line, entry) for entry, line in dead]
        self.counts = Counter(one for stems, _, _ in self.titles for one in stems)
        self.holding: dict[str, list[int]] = {}
        for index, (stems, _, _) in enumerate(self.titles):
            for one in stems:
                self.holding.setdefault(one, []).append(index)

    def find_all(self, text: str) -> Passage:
        """Where the document has all a text names: the worst of the members of a list, `scaling, backups, alerts`."""
        parts = [part for part in _COMMA.split(ASIDE.sub("", text)) if part.strip()]
        whole = self.find(text)
        if len(parts) < 2 or whole.presence == "absent":
            return whole
        found = [self.find(part) for part in parts]
        return max(found, key=lambda passage: _WORSE.index(passage.presence))

    def find(self, text: str) -> Passage:
        """Where the document has what a text names."""
        missing = self.missing(text)
        if missing:
            return Passage("absent", 0, ", ".join(missing))
        if _PHRASE.match(text) and self.text is not None and not _ADVICE.search(self.text):
            return Passage("absent", 0, "'when to use'")
        wanted = stems_of(ASIDE.sub("", text)) or stems_of(text)
        if not wanted:
            return Passage("mentioned", 0, "")
        share, line, title = self._best(wanted)
        dead = next((entry for entry in self.dead if self._share(wanted, entry[0]) > _SAME), None)
        if dead and share < _SAME:
            return Passage("announced", dead[1], dead[2])
        known = sum(self._weight(one) for one in wanted if self._in_titles(one)) / self._total(wanted)
        if (share >= _ENOUGH and self._speaks_of(wanted)) or known >= _NEARLY_ALL or self._names_members(text):
            return Passage("present", -line, title) if title else self._spelt(stems_of(text))
        half = self._half(text)
        if half is not None:
            return half
        specific = [one for one in stems_of(text) if one not in _GENERIC_STEMS] or wanted
        if self.text is None or any(one in self._body or one in self.counts for one in specific):
            return Passage("mentioned", 0, "")
        return Passage("absent", 0, "")

    def _speaks_of(self, wanted: Iterable[str]) -> bool:
        """Do the words that say what it is about occur, in a title or in the text, two for each that does not?"""
        specific = [one for one in wanted if one not in _GENERIC_STEMS]
        unsaid = sum(not (one in self._body or self._in_titles(one)) for one in specific)
        return self.text is None or _SAID * unsaid <= len(specific)

    def _best(self, wanted: tuple[str, ...]) -> tuple[float, int, str]:
        """The title that shares most of the words, by weight: its share, its negated line, its text."""
        shares: dict[int, float] = {}
        for one in wanted:
            weight = self._weight(one) if one in self.holding else 0.0
            for index in self.holding.get(one, ()):
                shares[index] = shares.get(index, 0.0) + weight
        if not shares:
            return 0.0, 0, ""
        index, weight = max(shares.items(), key=lambda found: (found[1], -self.titles[found[0]][1]))
        return weight / self._total(wanted), -self.titles[index][1], self.titles[index][2]

    def _near(self, wanted: Iterable[str]) -> list[tuple[tuple[str, ...], int, str]]:
        """Titles that share a word."""
        places = sorted({index for one in wanted for index in self.holding.get(one, ())})
        return [self.titles[index] for index in places]

    def _names_members(self, text: str) -> bool:
        """Are all members of an enumeration in titles, `CPU profiling (cProfile, py-spy)`?"""
        inside = _ENUMERATION.search(text)
        members = map(stems_of, _MEMBERS.split(inside.group(1))) if inside else ()
        return inside is not None and all(stems and all(map(self._in_titles, stems)) for stems in members)

    def _spelt(self, wanted: tuple[str, ...]) -> Passage:
        """The first title with what one of the words is short for, or the other way round."""
        long = _spelled_out(wanted)
        found = (title for title in self.titles if long & _spelled_out(title[0]))
        return next((Passage("present", line, title) for _, line, title in found), Passage("mentioned", 0, ""))

    def _half(self, text: str) -> Passage | None:
        """`Migrations and schema changes` where a section is called Migrations."""
        first, joined, _ = text.partition(" and ")
        specific = [one for one in stems_of(first) if one not in _GENERIC_STEMS] if joined else []
        for stems, line, title in self._near(specific):
            if set(specific) == {one for one in stems if one not in _GENERIC_STEMS}:
                return Passage("present", line, title)
        return None

    def titled(self, text: str) -> Passage | None:
        """A heading or label that says just this."""
        wanted = stems_of(_OUTCOME.sub("", text))
        specific = [one for one in wanted if one not in _GENERIC_STEMS]
        if not specific or len(wanted) < 2:
            return None
        for stems, line, title in self._near(specific):
            if set(wanted) <= set(stems) and 2 * len(wanted) >= len(stems):
                return Passage("present", line, title)
        return None

    def sections_like(self, text: str) -> list[tuple[int, int]]:
        """First and last line of the sections that share most words with a text; the likeliest only."""
        wanted = stems_of(text)
        shares = [self._share(wanted, stems) for stems in self._sections]
        best = max(shares)
        likely = [index for index, share in enumerate(shares) if share == best >= _ENOUGH]
        return [(self.facts.sections[index].line, self.facts.held[index].end_line) for index in likely]

    @cached_property
    def _sections(self) -> list[tuple[str, ...]]:
        return [stems_of(section.title) for section in self.facts.sections]

    def finds_between(self, text: str, first: int, last: int) -> bool:
        """Does a title between these lines say it?"""
        wanted = stems_of(text)
        return any(self._share(wanted, stems) >= _ENOUGH for stems, line, _ in self.titles if first < line <= last)

    def says(self, words: str) -> bool:
        """Do these words, in small letters, stand anywhere in its text?"""
        return words in self._lowered

    def missing(self, text: str) -> tuple[str, ...]:
        """Members of an enumeration and proper names that do not occur at all: `(GDPR, SOC2)`, `ClickHouse`."""
        if self.text is None:
            return ()
        inside = _ENUMERATION.search(text)
        members = _MEMBERS.split(inside.group(1) if inside else text)
        if len(members) < 2 or not all(_MEMBER.match(member) if inside else _is_name(member) for member in members):
            members = []
        members += [name for name in _PRODUCT.findall(text) if name not in members]
        return tuple(member for member in members if stems_of(member) and not self._occurs(member))

    def _occurs(self, member: str) -> bool:
        if all(one in self._body or self._in_titles(one) for one in stems_of(member)):
            return True
        return self.says(member.lower().removesuffix("s"))

    def _in_titles(self, one: str) -> bool:
        return not self._spelled.isdisjoint((one, *map(stem, _SHORT_FOR.get(one, ()))))

    @cached_property
    def _spelled(self) -> frozenset[str]:
        """The stems in titles, and those of what is abbreviated there."""
        return _spelled_out(self.counts)

    def _share(self, wanted: tuple[str, ...], title: tuple[str, ...]) -> float:
        return sum(self._weight(one) for one in wanted if one in title) / self._total(wanted) if title else 0.0

    def _weight(self, one: str) -> float:
        """A word that many headings share tells little."""
        return (0.3 if one in _GENERIC_STEMS else 1.0) / (1 + 0.1 * self.counts[one])

    def _total(self, wanted: tuple[str, ...]) -> float:
        return sum(map(self._weight, wanted))

    @cached_property
    def _body(self) -> frozenset[str]:
        """The stems of all its words, found faster than by a pattern."""
        text = self._lowered.replace("q&a", " ").encode("ascii", "replace").translate(_APART).decode("ascii")
        words = {*text.split(), "q&a"} if "q&a" in self._lowered else set(text.split())
        return frozenset(map(stem, words))

    @cached_property
    def _lowered(self) -> str:
        return (self.text or "").lower()


def _spelled_out(stems: Iterable[str]) -> frozenset[str]:
    """The stems, and those of what is abbreviated among them."""
    return frozenset(stems).union(*(map(stem, _SHORT_FOR.get(one, ())) for one in stems))


def _is_name(member: str) -> bool:
    words = member.split()
    return 0 < len(words) <= 2 and words[0][:1].isupper()
