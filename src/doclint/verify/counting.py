"""How many of something a document has: headings, bold labels, questions, code blocks, boxes, rows, by the noun."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property

from msgspec import Struct

from doclint.facts import Facts
from doclint.rare import rare
from doclint.verify.passages import stem, stems_of

_WORD = rare(r"[A-Za-z]{3,}")
_NOUN = rare(r"[A-Za-z&]+")
_QUESTION = rare(r"^(?:Q\s?\d*\s*[:.)]|.*\?$)", re.IGNORECASE)
_UNIT = rare(r"^(?:\d+[.)]\s*)?([A-Za-z]+)\s*(?:[-#]?\s*(?:[A-Z]{1,4}-)?([A-Z]{0,3}\d+|[A-Z])\b|:)")
_LAST = rare(r"([A-Za-z]{3,})\W*$")
_FEW = 2  # headings that may share their last word by chance
_MARK = rare(r"([A-Z](?<!\w.)[A-Z]{1,4})-?(\d)\b")  # begins with a plain class, which is found fast
_NUMBERED = rare(r"^\s*(?:\d+(?:\.\d+)*[.):]|\d+\s*[-–:])\s*\S")
_QUESTIONS = frozenset({"q&a", "question", "faq", "answer", "qa"})
_CODE = frozenset({"code", "snippet", "example", "script", "command", "query", "queries"})
_DIAGRAMS = frozenset({"diagram", "chart", "flowchart"})
_DRAWN = frozenset({"mermaid", "plantuml", "dot"})
_BOXES = frozenset({"checkbox", "checkboxes", "task", "check", "item"})


class Tally(Struct, frozen=True, gc=False):
    """`sure` when these are what the noun names, and not only likely to be."""

    count: int
    sure: bool
    line: int
    what: str


class Inventory:
    """What one document has to be counted. `text` is empty where it cannot be read."""

    def __init__(self, facts: Facts, text: str) -> None:
        self.facts = facts
        self.text = text

    def tallies(self, phrase: str, near: str) -> Iterator[Tally]:
        """Every way to count `phrase`, the surest first; `near` is what the number stands beside."""
        words = [word.lower() for word in _NOUN.findall(phrase)]
        if not words:
            return
        beside = [word.lower() for word in _WORD.findall(near)]
        yield from self._named(words, sure=True)
        yield from self._in_languages(words)
        yield from self._ended(words)
        yield from self._named(beside, sure=False)
        yield from self._asked(words)
        yield from self._marked([*words, *beside])
        yield from self._blocks(words)
        yield from self._under(phrase, sure=True)
        yield from self._under(near, sure=False)
        if set(map(stem, words)) & set(stems_of(self.facts.title)):
            yield from self._numbered()

    def surely(self, noun: str) -> Tally | None:
        """The first way to count it beyond doubt that finds any."""
        return next((tally for tally in self.tallies(noun, "") if tally.sure and tally.count), None)

    def units(self, phrase: str) -> list[tuple[str, int]]:
        """The sections whose titles open with a noun of the phrase: title and index."""
        for word in reversed(_WORD.findall(phrase)):
            found = self._sections_by_unit.get(stem(word), [])
            if len(found) > 1:
                return found
        return []

    def _named(self, words: Iterable[str], *, sure: bool) -> Iterator[Tally]:
        """`### Module 3: …`, `## Playbook: …`, `**Level 2 …**`: titles that open with the noun."""
        for word in dict.fromkeys(reversed(list(words))):
            found = self._titles_by_unit.get(stem(word), {})
            if len(found) > 1:
                yield Tally(len(found), sure, min(found.values()), f"titles that open with {word!r}")

    def _ended(self, words: Iterable[str]) -> Iterator[Tally]:
        """`### 1. Factory Pattern`, `### 2. Observer Pattern`: titles below the first level that end with the noun."""
        for word in dict.fromkeys(reversed(list(words))):
            lines = self._titles_by_end.get(stem(word), [])
            if len(lines) > _FEW:
                yield Tally(len(lines), True, lines[0], f"headings that end with {word!r}")

    @cached_property
    def _titles_by_end(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for heading in self.facts.headings:
            word = _LAST.search(heading.text)
            if heading.level > 2 and word:
                found.setdefault(stem(word.group(1)), []).append(heading.span.line)
        return found

    @cached_property
    def _titles_by_unit(self) -> dict[str, dict[str, int]]:
        titles = [(heading.text, heading.span.line) for heading in self.facts.headings if heading.level > 1]
        titles += [(lead.text, lead.line) for lead in self.facts.leads]
        found: dict[str, dict[str, int]] = {}
        for text, line in titles:
            match = _UNIT.match(text)
            if match:
                found.setdefault(stem(match.group(1)), {}).setdefault(match.group(2) or text, line)
        return found

    @cached_property
    def _sections_by_unit(self) -> dict[str, list[tuple[str, int]]]:
        found: dict[str, list[tuple[str, int]]] = {}
        for index, section in enumerate(self.facts.sections):
            match = _UNIT.match(section.title)
            if match:
                found.setdefault(stem(match.group(1)), []).append((section.title, index))
        return found

    def _marked(self, words: Iterable[str]) -> Iterator[Tally]:
        """`SEV-1`, `SEV-2`, … for severities: marks in running text, numbered without a gap."""
        for mark, numbers in self._marks.items():
            unbroken = len(numbers) > 1 and max(numbers) - min(numbers) == len(numbers) - 1
            if unbroken and any(word.startswith(mark) for word in words):
                yield Tally(len(numbers), True, 0, f"distinct {mark.upper()}-n")

    @cached_property
    def _marks(self) -> dict[str, set[int]]:
        marks: dict[str, set[int]] = {}
        for match in _MARK.finditer(self.text):
            marks.setdefault(match.group(1).lower(), set()).add(int(match.group(2)))
        return marks

    def _asked(self, words: Iterable[str]) -> Iterator[Tally]:
        if any(word in _QUESTIONS or word.rstrip("s") in _QUESTIONS for word in words) and self._questions:
            yield Tally(len(self._questions), True, min(self._questions), "questions")

    @cached_property
    def _questions(self) -> list[int]:
        asked = [heading.span.line for heading in self.facts.headings if _QUESTION.match(heading.text)]
        return asked + [lead.line for lead in self.facts.leads if _QUESTION.match(lead.text)]

    def _in_languages(self, words: list[str]) -> Iterator[Tally]:
        """`20 PromQL queries`: blocks of a language that is named."""
        for language in sorted({code.language for code in self.facts.code} & set(words)):
            lines = [code.span.line for code in self.facts.code if code.language == language]
            yield Tally(len(lines), True, lines[0], f"{language} blocks")

    def _blocks(self, words: list[str]) -> Iterator[Tally]:
        """Code blocks, diagrams, sections, boxes, tables."""
        facts = self.facts
        nouns = {word.rstrip("s") for word in words} | set(words)
        if nouns & _DIAGRAMS:
            drawn = [code.span.line for code in facts.code if code.language in _DRAWN]
            yield Tally(len(drawn), False, min(drawn, default=0), "diagrams")
        if nouns & _CODE and facts.code:
            yield Tally(len(facts.code), "code" in nouns, facts.code[0].span.line, "code blocks")
        if nouns & {"section", "chapter"}:
            for level in (2, 3):
                lines = [heading.span.line for heading in facts.headings if heading.level == level]
                yield Tally(len(lines), False, min(lines, default=0), f"headings of level {level}")
            yield Tally(len(facts.headings), False, 1, "headings")
        if nouns & _BOXES:
            yield Tally(sum(one.tasks for one in facts.held), False, 1, "check boxes")
        if "table" in nouns:
            yield Tally(sum(one.table_rows > 0 for one in facts.held), False, 1, "sections with a table")

    def _under(self, phrase: str, *, sure: bool) -> Iterator[Tally]:
        """What stands below the section a phrase names: subsections, bold labels, rows, items."""
        wanted = frozenset(stems_of(phrase))
        shared = Counter(index for one in wanted for index in self._sections_by_stem.get(one, ()))
        for index, count in sorted(shared.items()):
            if count == len(wanted) or count > 1:
                is_named = set(stems_of(self.facts.sections[index].title)) == wanted
                yield from self._below(index, sure=sure and is_named)

    @cached_property
    def _sections_by_stem(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for index, section in enumerate(self.facts.sections):
            for one in stems_of(section.title) if section.level > 1 else ():
                found.setdefault(one, []).append(index)
        return found

    def _below(self, index: int, *, sure: bool) -> Iterator[Tally]:
        facts, section, held = self.facts, self.facts.sections[index], self.facts.held[index]
        where = f"under '{section.title}'"
        below = sum(child.parent == index for child in facts.sections)
        if below:
            yield Tally(below, sure, section.line, f"subsections {where}")
        leads = [lead for lead in facts.leads if section.line <= lead.line <= held.end_line]
        numbered = [lead for lead in leads if _NUMBERED.match(lead.text)]
        for kind, found in (("numbered labels", numbered), ("bold labels", leads)):
            if found:
                yield Tally(len(found), False, found[0].line, f"{kind} {where}")
        for count, kind in ((held.table_rows, "rows"), (held.steps, "steps"), (held.bullets, "bullets")):
            if count:
                yield Tally(count, False, section.line, f"{kind} {where}")

    def _numbered(self) -> Iterator[Tally]:
        for level in (2, 3, 4):
            headings = [heading for heading in self.facts.headings if heading.level == level]
            found = [heading for heading in headings if _NUMBERED.match(heading.text)]
            if len(found) > 1:
                yield Tally(len(found), False, found[0].span.line, f"numbered headings of level {level}")
