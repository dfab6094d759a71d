"""The rules a project states as data, as rules."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

from doclint.customrule import CustomRule, Part
from doclint.facts.labels import labels_of
from doclint.files.globs import Globs
from doclint.markdown.nodes import Cell, Document, Heading, Leaf, List, Paragraph
from doclint.model import START, Edit, Finding, Fix
from doclint.patterns import compiled
from doclint.rule import DocumentRule, NoOptions

_LONGEST_LINE = 1000  # characters that are looked at: no pattern gets more than it can bear


class _Stretch(Struct, frozen=True):
    """A line of a part: `offset` is where it starts in the part, `place` maps offsets in the part to the source."""

    text: str
    offset: int
    place: Callable[[int, int], tuple[int, int]]

    def located(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]` stands in the source."""
        return self.place(self.offset + start, self.offset + end)


def custom_rules(stated: Mapping[str, CustomRule]) -> tuple[DocumentRule, ...]:
    """The project's own rules, by the code it gives them."""
    return tuple(_as_rule(code, rule) for code, rule in stated.items())


def _as_rule(code: str, rule: CustomRule) -> DocumentRule:
    check = _KINDS[rule.kind]
    globs = Globs(rule.paths) if rule.paths else None

    def checked(document: Document, options: NoOptions) -> Iterator[Finding]:
        if globs is None or globs.match(document.path):
            yield from check(document, rule)

    return DocumentRule(
        code=code,
        name=rule.name,
        severity=rule.severity,
        summary=rule.summary,
        reason=rule.reason or rule.summary,
        check=checked,
        bad=rule.bad,
        good=rule.good,
    )


def _pattern(document: Document, rule: CustomRule) -> Iterator[Finding]:
    wanted = _expression(rule)
    unless = compiled(rule.unless, ignore_case=not rule.match_case) if rule.unless else None
    for stretch in _stretches(document, rule):
        for match in wanted.finditer(stretch.text) if not (unless and unless.search(stretch.text)) else ():
            if match.group():
                yield _found(document, stretch, match, rule, f"'{match.group()}': {rule.summary}")


def _substitution(document: Document, rule: CustomRule) -> Iterator[Finding]:
    swaps = [(compiled(f"(?:{old})", ignore_case=not rule.match_case), new) for old, new in rule.swap.items()]
    for stretch in _stretches(document, rule):
        for old, new in swaps:
            for match in old.finditer(stretch.text):
                if match.group() and match.group() != new:
                    yield _found(document, stretch, match, rule, f"'{match.group()}': write '{new}'", new)


def _occurrence(document: Document, rule: CustomRule) -> Iterator[Finding]:
    wanted = _expression(rule)
    places = [
        stretch.located(*match.span())
        for stretch in _stretches(document, rule)
        for match in wanted.finditer(stretch.text)
    ]
    what = rule.pattern or ", ".join(rule.words)
    if rule.per == "document":
        yield from _counted(document, rule, what, places, "", 0, len(document.text))
        return
    for section in document.sections[1:]:
        yield from _counted(document, rule, what, places, section.title, section.start, section.own_end)


def _counted(
    document: Document, rule: CustomRule, what: str, places: list[tuple[int, int]], title: str, start: int, end: int
) -> Iterator[Finding]:
    inside = places[bisect_left(places, (start, start)) : bisect_left(places, (end, end))]
    wrong = _out_of_bounds(len(inside), rule)
    if wrong:
        excess = rule.at_most is not None and len(inside) > rule.at_most
        first = inside[rule.at_most or 0] if excess else (start, start)
        where = f" in '{title}'" if title else ""
        message = f"{len(inside)} times '{what}'{where}; {wrong} asked for"
        yield Finding(span=document.span(*first), message=_said(rule, message, what), subject=title or what)


def _required_field(document: Document, rule: CustomRule) -> Iterator[Finding]:
    field = document.front_matter.get(rule.field) if document.front_matter else None
    label = next((one for one in document.ask(labels_of) if one.name.casefold() == rule.field.casefold()), None)
    value = field.value if field else label.value if label else None
    span = field.value_span if field else label.value_span if label else START
    wanted = compiled(rule.pattern, ignore_case=not rule.match_case) if rule.pattern else None
    if value is None:
        yield Finding(span=START, message=_said(rule, f"no field '{rule.field}'", rule.field), subject=rule.field)
    elif rule.values and value.casefold() not in {one.casefold() for one in rule.values}:
        message = f"'{rule.field}' is '{value}', not one of {', '.join(rule.values)}"
        yield Finding(span=span, message=_said(rule, message, value), subject=rule.field)
    elif wanted and not wanted.search(value[:_LONGEST_LINE]):
        message = f"'{rule.field}' is '{value}', which is not as asked: {rule.pattern}"
        yield Finding(span=span, message=_said(rule, message, value), subject=rule.field)


def _must_match(document: Document, rule: CustomRule) -> Iterator[Finding]:
    wanted = compiled(rule.pattern, ignore_case=not rule.match_case)
    for stretch in _stretches(document, rule):
        if not wanted.search(stretch.text):
            span = document.span(*stretch.located(0, len(stretch.text)))
            message = f"'{stretch.text[:80]}': {rule.summary}"
            yield Finding(span=span, message=_said(rule, message, stretch.text), subject=stretch.text[:80])


def _length(document: Document, rule: CustomRule) -> Iterator[Finding]:
    for text, place in _parts(document, rule):
        measured = {"words": len(text.split()), "characters": len(text), "lines": text.count("\n") + 1}[rule.unit]
        wrong = _out_of_bounds(measured, rule)
        if wrong:
            message = f"{measured:,} {rule.unit}; {wrong} asked for"
            span = document.span(*place(0, min(len(text), _LONGEST_LINE)))
            yield Finding(span=span, message=_said(rule, message, str(measured)), subject=" ".join(text.split())[:80])


_KINDS: dict[str, Callable[[Document, CustomRule], Iterator[Finding]]] = {
    "pattern": _pattern,
    "substitution": _substitution,
    "occurrence": _occurrence,
    "required-field": _required_field,
    "must-match": _must_match,
    "length": _length,
}


def _expression(rule: CustomRule) -> re.Pattern[str]:
    words = [rf"\b{re.escape(word)}\b" for word in sorted(rule.words, key=len, reverse=True)]
    return re.compile("|".join([*([rule.pattern] if rule.pattern else []), *words]), _case(rule))


def _case(rule: CustomRule) -> int:
    return 0 if rule.match_case else re.IGNORECASE


def _out_of_bounds(measured: int, rule: CustomRule) -> str:
    """What was asked for and is not so; empty if all is well."""
    if rule.at_least is not None and measured < rule.at_least:
        return f"at least {rule.at_least:,}"
    return f"at most {rule.at_most:,}" if rule.at_most is not None and measured > rule.at_most else ""


def _found(
    document: Document, stretch: _Stretch, match: re.Match[str], rule: CustomRule, message: str, new: str = ""
) -> Finding:
    span = document.span(*stretch.located(*match.span()))
    fix = Fix(f"write '{new}'", (Edit(document.path, span, new),)) if new else None
    return Finding(span=span, message=_said(rule, message, match.group(), new), subject=match.group(), fix=fix)


def _said(rule: CustomRule, usual: str, found: str, wanted: str = "") -> str:
    return rule.message.replace("{found}", found).replace("{wanted}", wanted) if rule.message else usual


def _stretches(document: Document, rule: CustomRule) -> Iterator[_Stretch]:
    """The lines of the chosen parts, cut where they are endless."""
    for text, place in _parts(document, rule):
        offset = 0
        for line in text.split("\n"):
            if line.strip():
                yield _Stretch(line[:_LONGEST_LINE], offset, place)
            offset += len(line) + 1


_Placed = tuple[str, Callable[[int, int], tuple[int, int]]]


def _parts(document: Document, rule: CustomRule) -> Iterator[_Placed]:
    for part in rule.parts:
        yield from _PARTS[part](document)


def _leaves(kinds: type[Leaf] | tuple[type[Leaf], ...]) -> Callable[[Document], Iterator[_Placed]]:
    def chosen(document: Document) -> Iterator[_Placed]:
        return ((leaf.text, leaf.source_range) for leaf in document.leaves if isinstance(leaf, kinds))

    return chosen


def _title(document: Document) -> Iterator[_Placed]:
    yield from ((one.text, one.source_range) for one in document.headings if one.level == 1)


def _items(numbered: bool) -> Callable[[Document], Iterator[_Placed]]:
    def chosen(document: Document) -> Iterator[_Placed]:
        for block, _ in document.walk():
            if isinstance(block, List) and (block.first is not None or not numbered):
                yield from ((item.leaf.text, item.leaf.source_range) for item in block.children if item.leaf)

    return chosen


def _whole(start: int, end: int) -> Callable[[int, int], tuple[int, int]]:
    """What has no text of its own in the source is shown as a whole."""
    return lambda first, last: (start, end)


def _shifted(start: int) -> Callable[[int, int], tuple[int, int]]:
    return lambda first, last: (start + first, start + last)


def _code(document: Document) -> Iterator[_Placed]:
    for block in document.code_blocks:
        yield document.text[block.content_start : block.end], _shifted(block.content_start)


def _links(image: bool) -> Callable[[Document], Iterator[_Placed]]:
    return lambda document: (
        (link.text, _whole(link.start, link.end)) for link in document.links if link.image is image and link.text
    )


_PARTS: dict[Part, Callable[[Document], Iterator[_Placed]]] = {
    "text": _leaves(Leaf),
    "title": _title,
    "heading": _leaves(Heading),
    "paragraph": _leaves(Paragraph),
    "item": _items(False),
    "step": _items(True),
    "cell": _leaves(Cell),
    "code": _code,
    "code-span": lambda document: ((one.content, _whole(one.start, one.end)) for one in document.code_spans),
    "link-text": _links(False),
    "link-target": lambda document: ((one.target, _whole(one.start, one.end)) for one in document.links),
    "image-text": _links(True),
    "front-matter": lambda document: (
        (document.text[one.start : one.end], _shifted(one.start)) for one in [document.front_matter] if one
    ),
    "source": lambda document: iter([(document.text, _shifted(0))]),
}
