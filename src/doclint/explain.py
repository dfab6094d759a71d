"""What a user may want to know of a rule, as Markdown: for the terminal, the catalogue, SARIF and the editor."""

import inspect
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import NODEFAULT, Struct, to_builtins
from msgspec.structs import FieldInfo, fields

from doclint.doctypes import Content, DocType, OwedSection, Signal, skeleton
from doclint.rule import Example, Rule
from doclint.rules import all_rules, rule_named

_PAGES = "https://github.com/doclint/doclint/blob/main/rules/README.md"
_COMMENTED = re.compile(r"^ {4}(\w+)\s*:.*?\s#\s+(.+)$", re.MULTILINE)

FAMILIES = {
    "DL0": "doclint itself",
    "DL1": "Structure",
    "DL2": "Index and cross-references",
    "DL3": "Links",
    "DL4": "Size",
    "DL5": "Freshness and ownership",
    "DL6": "Instructions",
    "DL7": "Code examples",
    "DL8": "Claims",
}


def rule_url(code: str) -> str:
    """Where the page of a rule is to be read."""
    rule = rule_named(code)
    if code.startswith("MD"):
        return f"https://rumdl.dev/{code.lower()}/"
    return f"{_PAGES}#{code.lower()}-{rule.name}" if rule else _PAGES


def page(rule: Rule, level: int = 1) -> str:
    """The page of a rule: what it asks, why, its options, an example of each kind."""
    state = "on by default" if rule.default else "off unless selected"
    parts = [
        f"{'#' * level} {rule.code} {rule.name}",
        f"{rule.summary}.",
        f"*{rule.severity}, {rule.confidence} confidence, {state}*",
    ]
    if rule.reason != rule.summary:
        parts.append(rule.reason.strip())
    options = options_table(rule.options)
    if options:
        parts += ["Options:", options]
    near = "\n".join(rule.near)
    for what, example in (("Reported:", rule.bad), ("Not reported:", rule.good), ("Nor any of these:", near)):
        parts += [what, shown(example)] if example else []
    return "\n\n".join(parts) + "\n"


def type_page(doc_type: DocType) -> str:
    """The page of a document type: what it is, how it is known, what it owes and why, a document to start from."""
    parts = [
        f"# {doc_type.name}",
        f"{doc_type.title or doc_type.name}: {doc_type.summary or 'no summary'}.",
        doc_type.reason.strip(),
    ]
    signals = [
        *map(_known_by, doc_type.recognise),
        *(f"not by {_known_by(signal).rpartition(' (')[0]}" for signal in doc_type.unless),
    ]
    if signals:
        parts += ["Recognised by (two signals of medium confidence are as good as one of high):", _listed(signals)]
    sections = [f"{_owed(section)}" for section in doc_type.sections]
    if doc_type.holds:
        sections.insert(0, f"the whole document holds {_held(doc_type.holds)} (must)")
    for several in doc_type.parts:
        names = ", ".join(section.name for section in several.sections)
        sections.append(f"each of several sections called '{several.name}' has: {names}")
    if sections:
        parts += ["Owes, in this order:" if doc_type.ordered else "Owes:", _listed(sections)]
    fields = [f"{field.name} ({field.level})" for field in doc_type.fields]
    if fields:
        parts += ["Fields:", _listed(fields)]
    if doc_type.update_days:
        parts.append(f"Updated at least every {doc_type.update_days} days.")
    parts += ["A document to start from:", f"````markdown\n{skeleton(doc_type)}````"]
    return "\n\n".join(part for part in parts if part) + "\n"


def _listed(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def _known_by(signal: Signal) -> str:
    for what, values in (("path", signal.path), ("title", signal.title), ("front matter", signal.front_matter)):
        if values:
            return f"{what}: {', '.join(f'`{value}`' for value in values)} ({signal.confidence})"
    if signal.sections or signal.labels:
        names = ", ".join(signal.sections or signal.labels)
        return (
            f"{signal.at_least} of these {'sections' if signal.sections else 'fields'}: {names} ({signal.confidence})"
        )
    numbers = {"numbered steps": signal.steps, "check boxes": signal.tasks}
    return ", ".join(f"{number:g} {what}" for what, number in numbers.items() if number) + f" ({signal.confidence})"


def _owed(section: OwedSection) -> str:
    also = f", also called {', '.join(section.also)}" if section.also else ""
    inside = f", inside {section.inside}" if section.inside else ""
    holds = f", holding {_held(section.holds)}" if section.holds else ""
    reason = f": {section.reason}" if section.reason else ""
    return f"**{section.name}** ({section.level}){inside}{holds}{also}{reason}"


def _held(content: Content) -> str:
    numbers = {name: value for name, value in to_builtins(content).items() if isinstance(value, int) and value}
    asked = [f"{number} {name}" for name, number in numbers.items()]
    asked += [f"{' or '.join(content.language)} code"] if content.language else []
    return ", ".join([*([" or ".join(content.any)] if content.any else []), *asked])


def catalogue() -> str:
    """The pages of all rules, with a table to find them by."""
    parts = [
        "# Rules",
        "<!-- Written by scripts/generate.py from the rules themselves. -->",
        f"doclint has {len(all_rules())} rules. Codes and names mean the same everywhere; the beginning of a code "
        "(`DL3`) means the family.",
        "Beside this page lies what doclint knows as data: `doc-types/`, `lexicons/`, `presets/`.",
        "\n".join(
            f"- [{family}: {about}](#{family.lower()}-{'-'.join(about.lower().split())})"
            for family, about in FAMILIES.items()
        ),
    ]
    families = {family: [rule for rule in all_rules() if rule.code.startswith(family)] for family in FAMILIES}
    for family, rules in families.items():
        if rules:
            parts += [f"## {family}: {FAMILIES[family]}", _table(rules), *(page(rule, 3).strip() for rule in rules)]
    return "\n\n".join(parts) + "\n"


def rules_json(rules: Iterable[Rule]) -> str:
    """Rules for a program, without their examples."""
    return json.dumps(
        [
            {
                "code": rule.code,
                "name": rule.name,
                "severity": rule.severity,
                "confidence": rule.confidence,
                "default": rule.default,
                "summary": rule.summary,
                "reason": rule.reason.strip(),
                "options": {
                    field.encode_name: {"default": to_builtins(default_of(field)), "meaning": meaning}
                    for field, meaning in documented(rule.options)
                },
                "url": rule_url(rule.code),
            }
            for rule in rules
        ],
        indent=2,
        ensure_ascii=False,
    )


def options_table(options: type[Struct]) -> str:
    """The options of a rule as a table; empty if it has none."""
    rows = [
        f"| `{field.encode_name}` | `{written(default_of(field))}` | {meaning} |"
        for field, meaning in documented(options)
    ]
    return "\n".join(["| Option | Default | Meaning |", "| --- | --- | --- |", *rows]) if rows else ""


def documented(options: type[Struct]) -> Iterator[tuple[FieldInfo, str]]:
    """Fields of a struct with the comments that explain them in the source."""
    comments: dict[str, str] = {}
    for struct in reversed(options.__mro__[:-1]):
        if struct.__module__.startswith("doclint"):
            comments |= dict(_COMMENTED.findall(inspect.getsource(struct)))
    for field in fields(options):
        yield field, comments.get(field.name, "")


def default_of(field: FieldInfo) -> Any:
    """The default of a field, also where it is made anew each time."""
    return field.default if field.default is not NODEFAULT else field.default_factory()


def shown(example: Example) -> str:
    """An example as it would stand in a file: fenced; several files each with its name."""
    if isinstance(example, Mapping):
        return "\n\n".join(f"`{path}`\n\n{shown(text)}" for path, text in example.items())
    runs = [len(run) for run in re.findall(r"^[ >]*(`{3,})", example, re.MULTILINE)]
    fence = "`" * max(3, *(length + 1 for length in runs), 3)
    text = example.encode("utf-8", "replace").decode().rstrip("\n")
    return f"{fence}markdown\n{text}\n{fence}"


def _table(rules: list[Rule]) -> str:
    rows = [
        f"| [{rule.code}](#{rule.code.lower()}-{rule.name}) | {rule.name} | {rule.severity} | {rule.summary} |"
        for rule in rules
    ]
    return "\n".join(["| Code | Name | Severity | Asks |", "| --- | --- | --- | --- |", *rows])


def written(value: Any) -> str:
    """A default as a settings file would state it."""
    if value is None or isinstance(value, bool):
        return {None: "none", True: "true", False: "false"}[value]
    if isinstance(value, tuple | list):
        return f"[{', '.join(str(item) for item in value)}]"
    return str(getattr(value, "value", value)) if str(value) else '""'
