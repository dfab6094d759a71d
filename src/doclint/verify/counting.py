"""How many of something a document has: headings, bold labels, questions, code blocks, boxes, rows, by the noun."""

import re
from collections.abc import Iterator

from msgspec import Struct

from doclint.facts import Facts
from doclint.verify.passages import stem, stems_of

_QUESTION = re.compile(r"^(?:Q\s?\d*\s*[:.)]|.*\?$)", re.IGNORECASE)
_UNIT = re.compile(r"^(?:\d+[.)]\s*)?([A-Za-z]+)\s*(?:[-#]?\s*(?:[A-Z]{1,4}-)?(\d+|[A-Z])\b|:)")
_MARK = re.compile(r"\b([A-Z]{1,5})-?(\d)\b")
_NUMBERED = re.compile(r"^\s*(?:\d+(?:\.\d+)*[.):]|\d+\s*[-–:])\s*\S")
_QUESTIONS = frozenset({"q&a", "question", "faq", "answer", "qa"})
_CODE = frozenset({"code", "snippet", "example", "script", "command", "query", "queries"})
_DIAGRAMS = frozenset({"diagram", "chart", "flowchart"})
_BOXES = frozenset({"checkbox", "checkboxes", "task", "check", "item"})


class Tally(Struct, frozen=True, gc=False):
    """`sure` when these are what the noun names, and not only likely to be."""

    count: int
    sure: bool
    line: int
    what: str


def tallies(facts: Facts, text: str, phrase: str, near: str) -> Iterator[Tally]:
    """Every way the document can be counted for `phrase`, the surest first; `near` is what the number stands beside."""
    words = [word.lower() for word in re.findall(r"[A-Za-z&]+", phrase)]
    if not words:
        return
    yield from _named_units(facts, words)
    for tally in _named_units(facts, [word.lower() for word in re.findall(r"[A-Za-z]{3,}", near)]):
        yield Tally(tally.count, False, tally.line, tally.what)
    yield from _numbered_marks(text, [*words, *re.findall(r"[A-Za-z]{3,}", near.lower())])
    yield from _questions(facts, words)
    yield from _blocks(facts, words)
    yield from _under(facts, phrase, sure=True)
    if near:
        yield from _under(facts, near, sure=False)
    if set(map(stem, words)) & set(stems_of(facts.title)):
        yield from _numbered(facts)


def _named_units(facts: Facts, words: list[str]) -> Iterator[Tally]:
    """`### Module 3: …`, `## Playbook: …`, `**Level 2 …**`, `SEV-1`: titles that open with the noun."""
    titles = [(heading.text, heading.span.line) for heading in facts.headings if heading.level > 1]
    titles += [(lead.text, lead.line) for lead in facts.leads]
    for word in reversed(words):
        unit = stem(word)
        found: dict[str, int] = {}
        for text, line in titles:
            match = _UNIT.match(text)
            if match and stem(match.group(1)) == unit:
                found.setdefault(match.group(2) or text, line)
        if len(found) > 1:
            yield Tally(len(found), True, min(found.values()), f"titles that open with {word!r}")


def _numbered_marks(text: str, words: list[str]) -> Iterator[Tally]:
    """`SEV-1`, `SEV-2`, … for severities: marks in running text, numbered without a gap."""
    marks: dict[str, set[int]] = {}
    for match in _MARK.finditer(text):
        marks.setdefault(match.group(1).lower(), set()).add(int(match.group(2)))
    for mark, numbers in marks.items():
        unbroken = len(numbers) > 1 and max(numbers) - min(numbers) == len(numbers) - 1
        if unbroken and any(word.startswith(mark) for word in words):
            yield Tally(len(numbers), True, 0, f"distinct {mark.upper()}-n")


def units_of(facts: Facts, phrase: str) -> list[tuple[str, int]]:
    """The sections whose titles open with a noun of the phrase: title and index."""
    for word in reversed(re.findall(r"[A-Za-z]{3,}", phrase)):
        found = [
            (section.title, index)
            for index, section in enumerate(facts.sections)
            if (match := _UNIT.match(section.title)) and stem(match.group(1)) == stem(word)
        ]
        if len(found) > 1:
            return found
    return []


def _questions(facts: Facts, words: list[str]) -> Iterator[Tally]:
    if not any(word in _QUESTIONS or word.rstrip("s") in _QUESTIONS for word in words):
        return
    asked = [heading.span.line for heading in facts.headings if _QUESTION.match(heading.text)]
    asked += [lead.line for lead in facts.leads if _QUESTION.match(lead.text)]
    if asked:
        yield Tally(len(asked), True, min(asked), "questions")


def _blocks(facts: Facts, words: list[str]) -> Iterator[Tally]:
    """Code blocks, by language where one is named; diagrams; tables; boxes."""
    nouns = {word.rstrip("s") for word in words} | set(words)
    first = facts.code[0].span.line if facts.code else 0
    languages = {code.language for code in facts.code}
    for language in sorted(languages & nouns):
        yield Tally(sum(code.language == language for code in facts.code), True, first, f"{language} blocks")
    if nouns & _DIAGRAMS:
        drawn = [code.span.line for code in facts.code if code.language in ("mermaid", "plantuml", "dot")]
        yield Tally(len(drawn), False, min(drawn, default=0), "diagrams")
    if nouns & _CODE and facts.code:
        yield Tally(len(facts.code), "code" in nouns, first, "code blocks")
    if "section" in nouns or "chapter" in nouns:
        for level in (2, 3):
            lines = [heading.span.line for heading in facts.headings if heading.level == level]
            yield Tally(len(lines), False, min(lines, default=0), f"headings of level {level}")
        yield Tally(len(facts.headings), False, 1, "headings")
    if nouns & _BOXES:
        yield Tally(sum(section.tasks for section in facts.sections), False, 1, "check boxes")
    if "table" in nouns:
        yield Tally(sum(section.table_rows > 0 for section in facts.sections), False, 1, "sections with a table")


def _under(facts: Facts, phrase: str, *, sure: bool) -> Iterator[Tally]:
    """What stands below the section a phrase names: subsections, bold labels, rows, items."""
    wanted = set(stems_of(phrase))
    for index, section in enumerate(facts.sections):
        title = set(stems_of(section.title))
        if section.level < 2 or not title or not wanted or not (wanted <= title or (len(wanted & title) > 1)):
            continue
        below = [child for child in facts.sections if child.parent == index]
        if below:
            yield Tally(len(below), sure and wanted == title, section.line, f"subsections of '{section.title}'")
        inside = [place for place, _ in enumerate(facts.sections) if _is_below(facts, place, index)]
        leads = [lead for lead in facts.leads if lead.section in inside]
        numbered = [lead for lead in leads if _NUMBERED.match(lead.text)]
        for kind, found in (("numbered labels", numbered), ("bold labels", leads)):
            if found:
                yield Tally(len(found), False, found[0].line, f"{kind} under '{section.title}'")
        for count, kind in ((section.table_rows, "rows"), (section.steps, "steps"), (section.bullets, "bullets")):
            if count:
                yield Tally(count, False, section.line, f"{kind} under '{section.title}'")


def _is_below(facts: Facts, section: int, above: int) -> bool:
    while section >= 0:
        if section == above:
            return True
        section = facts.sections[section].parent
    return False


def _numbered(facts: Facts) -> Iterator[Tally]:
    for level in (2, 3, 4):
        found = [heading for heading in facts.headings if heading.level == level and _NUMBERED.match(heading.text)]
        if len(found) > 1:
            yield Tally(len(found), False, found[0].span.line, f"numbered headings of level {level}")
