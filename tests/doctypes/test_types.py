"""Every document type doclint brings along, and types of one's own."""

import pytest

from doclint.doctypes import DocType, Match, Outline, builtin_types, known_types, recognise, skeleton
from doclint.doctypes.owed import lacking, missing_fields, missing_sections, out_of_order, parts_of, severity_of
from doclint.doctypes.shape import Level, OwedField
from doclint.errors import ConfigError
from doclint.facts import facts_of
from doclint.markdown import parse
from doclint.model import Confidence, Severity
from tests.stated import read_yaml

TYPES = [pytest.param(doc_type, id=name) for name, doc_type in builtin_types().items()]


def outline(text: str, path: str = "a.md") -> Outline:
    return Outline(facts_of(parse(path, text.encode())))


@pytest.mark.parametrize("doc_type", TYPES)
def test_a_type_says_what_it_is_and_why(doc_type: DocType) -> None:
    assert doc_type.title
    assert doc_type.summary
    assert not doc_type.summary.endswith(".")
    assert len(doc_type.reason.split()) > 10
    assert doc_type.recognise


@pytest.mark.parametrize("doc_type", TYPES)
def test_the_skeleton_of_a_type_is_a_document_of_that_type(doc_type: DocType) -> None:
    made = outline(skeleton(doc_type))

    assert recognise(made, builtin_types()).name == doc_type.name
    assert missing_sections(made, doc_type) == []


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        pytest.param("# Use X\n\n## Context\n\nx\n\n## Decision\n\nx\n\n**Status**: new\n", [], id="a label"),
        pytest.param("---\nstatus: new\n---\n# X\n\n## Context\n\n## Decision\n", [], id="a field, where one will do"),
        pytest.param(
            "---\ncontext: x\n---\n# X\n\n## Status\n\n## Decision\n", ["Context"], id="a field, where none will do"
        ),
        pytest.param("# X\n\n## Status\n\n**Context**\n\nx\n\n**Decision**\n\nx\n", [], id="bold lines"),
        pytest.param("# X\n\n## Status\n\n<h2>Context</h2>\n\n<h2>The decision</h2>\n", [], id="HTML headings"),
        pytest.param("# Decision on X\n\n## Status\n\n## Context\n\nx\n", ["Decision"], id="the title is no section"),
        pytest.param(
            "# X\n\n## Contents\n\n- [Status](#status)\n- [Context](#context)\n- **Decision**: below\n\n## Status\n",
            ["Context", "Decision"],
            id="the table of contents is not the sections",
        ),
        pytest.param(
            "# X\n\nWe had a decision in this context, whose status is new.\n",
            ["Status", "Context", "Decision"],
            id="prose",
        ),
        pytest.param(
            "# X\n\n```\n## Status\n## Context\n## Decision\n```\n", ["Status", "Context", "Decision"], id="code"
        ),
    ],
)
def test_sections_that_are_missing(text: str, missing: list[str]) -> None:
    found = missing_sections(outline(text), builtin_types()["adr"])

    assert [one.section.name for one in found if one.section.name != "Consequences"] == missing


def test_where_a_missing_section_belongs_and_what_looks_like_it() -> None:
    made = outline("# X\n\n## Status\n\nx\n\n## Context\n\nx\n\n## Decison\n\nx\n")
    (decision, _) = missing_sections(made, builtin_types()["adr"])

    assert decision.section.name == "Decision"
    assert decision.nearest
    assert decision.nearest.text == "Decison"
    assert decision.after
    assert decision.after.text == "Context"


def test_a_section_under_two_names_is_followed_by_what_comes_after_both() -> None:
    made = outline("# X\n\n## Detection\n\nx\n\n## Containment\n\nx\n\n## Resolution\n\nx\n")
    found = missing_sections(made, builtin_types()["incident-playbook"])

    assert [one.after.text for one in found if one.after] == ["Detection", "Resolution"]


def test_parts_of_a_collection_and_what_each_lacks() -> None:
    part = "## Playbook {}: {}\n\n### Detection\n\nx\n\n### Investigation\n\nx\n\n### Resolution\n\nx\n\n"
    text = (
        "# Playbooks\n\n## Overview\n\nx\n\n" + part.format(1, "A") + "**Post-incident**\n\nx\n\n" + part.format(2, "B")
    )
    (parts,) = builtin_types()["incident-playbook"].parts

    found = [(one.place.text, [section.name for section in one.missing]) for one in parts_of(outline(text), parts)]

    assert found == [("Playbook 1: A", []), ("Playbook 2: B", ["Post-incident actions"])]


@pytest.mark.parametrize(
    ("part", "count"),
    [
        pytest.param("x\n\n", 0, id="without sections"),
        pytest.param("### Detection\n\nx\n\n", 2, id="with one section"),
    ],
)
def test_parts_have_sections_of_their_own(part: str, count: int) -> None:
    (parts,) = builtin_types()["incident-playbook"].parts

    assert len(parts_of(outline(f"# A\n\n## Playbook 1: B\n\n{part}## Playbook 2: C\n\n{part}"), parts)) == count


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        pytest.param("# A\n\n## B\n", [True, False], id="one of level 1"),
        pytest.param("# A\n\n# B\n", [False, False], id="several of level 1"),
        pytest.param("## A\n\n### B\n", [False, False], id="none of level 1"),
    ],
)
def test_which_heading_is_the_title(text: str, titles: list[bool]) -> None:
    assert [place.is_title for place in outline(text).headings] == titles


@pytest.mark.parametrize(
    ("text", "section", "count"),
    [
        pytest.param("# X\n\n## Part\n\nx\n", 2, 0, id="a section is none of its own"),
        pytest.param("# X\n\nx\n", None, 0, id="the title is none"),
        pytest.param("# X\n\n**Bold**\n\nx\n\n## Part\n\nx\n", 2, 0, id="what stands elsewhere"),
        pytest.param("# X\n\n## Part\n\n### Sub\n\nx\n\n**Bold**\n\nx\n", 2, 2, id="a heading and what acts as one"),
    ],
)
def test_sections_of_a_section(text: str, section: int | None, count: int) -> None:
    assert outline(text).holdings(section).subsections == count


@pytest.mark.parametrize(
    ("holds", "text", "expected"),
    [
        pytest.param("any: [steps, code]", "- a\n", "no numbered steps or code", id="none of two kinds"),
        pytest.param("any: [steps, code]", "    indented\n", "", id="one of two kinds"),
        pytest.param("steps: 2", "1. a\n", "1 of 2 numbered steps", id="too few steps"),
        pytest.param("steps: 2", "### Step 1: a\n\nx\n\n### Step 2: b\n\nx\n", "", id="steps as headings"),
        pytest.param("steps: 2", "**Step 1**: a\n\n**Step 2**: b\n", "", id="steps as labels"),
        pytest.param("steps: 1", "x\n\n## End\n\n**Step 2**: b\n", "0 of 1 numbered steps", id="a step elsewhere"),
        pytest.param("tasks: 1, words: 3", "- [ ] a b\n", "2 of 3 words", id="two wishes, one met"),
        pytest.param("language: [bash, sh]", "```sh\nls\n```\n", "", id="language"),
        pytest.param("language: [bash, sh]", "```python\n1\n```\n", "no bash or sh code", id="another language"),
        pytest.param("rows: 1", "| a |\n| --- |\n", "0 of 1 table rows", id="a table without rows"),
        pytest.param("links: 1", "[a](b.md)\n", "", id="links"),
    ],
)
def test_what_a_section_holds(holds: str, text: str, expected: str) -> None:
    doc_type = read_yaml(f"holds: {{{holds}}}", "types.yaml", DocType)
    assert doc_type.holds

    assert lacking(doc_type.holds, outline(f"# X\n\n## Part\n\n{text}").holdings(2)) == expected


@pytest.mark.parametrize(
    ("confidence", "stated", "level", "expected"),
    [
        pytest.param(Confidence.LOW, False, "must", None, id="hardly recognised"),
        pytest.param(Confidence.MEDIUM, False, "should", None, id="perhaps one, perhaps wanted"),
        pytest.param(Confidence.HIGH, True, "may", None, id="nobody needs it"),
        pytest.param(Confidence.MEDIUM, False, "must", Severity.INFO, id="perhaps one"),
        pytest.param(Confidence.HIGH, False, "should", Severity.INFO, id="surely one, perhaps wanted"),
        pytest.param(Confidence.HIGH, False, "must", Severity.WARNING, id="surely one"),
        pytest.param(Confidence.HIGH, True, "should", Severity.WARNING, id="says so, perhaps wanted"),
        pytest.param(Confidence.HIGH, True, "must", Severity.ERROR, id="says so"),
    ],
)
def test_only_what_is_sure_is_an_error(
    confidence: Confidence, stated: bool, level: Level, expected: Severity | None
) -> None:
    assert severity_of(level, Match("adr", confidence, "", stated)) == expected


def test_the_skeleton_shows_what_goes_where() -> None:
    plan = read_yaml(
        "fields: [{name: Due date}]\nupdate-days: 1\nholds: {tasks: 1}\nsections:\n"
        "- {name: Plan, reason: why, holds: {steps: 1, language: [sh]}}\n"
        "- {name: Rollback, inside: Plan}\n- {name: Notes, outline: '- one'}\n",
        "t.yaml",
        DocType,
    )
    phases = read_yaml(
        "summary: What is done\nholds: {links: 1}\n"
        "parts:\n- {name: Phase, sections: [{name: Work, holds: {any: [tasks, code]}}]}",
        "t.yaml",
        DocType,
    )
    link, part = "- [Title](document.md)", "\n\n## Phase {}: …\n\n### Work\n\n<!-- … -->\n\n- [ ] …"

    assert skeleton(plan) == (
        "---\ntype: \ndue-date:\n---\n\n# Title\n\n<!-- What this is. -->\n\n## Plan\n\n<!-- why -->"
        "\n\n```sh\n…\n```\n\n1. …\n\n"
        "### Rollback\n\n<!-- … -->\n\n## Notes\n\n- one\n"
    )
    assert skeleton(phases) == (
        f"---\ntype: \n---\n\n# Title\n\n<!-- What is done. -->\n\n{link}{part.format(1)}{part.format(2)}\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("sections: [{name: Plan}, {name: Rollback, inside: Plan}]", id="one it owes"),
        pytest.param("sections: [{name: Strategy, also: [Plan]}, {name: Rollback, inside: Strategy}]", id="renamed"),
        pytest.param("sections: [{name: Rollback, inside: Plan}]", id="one it does not owe"),
    ],
)
def test_a_section_inside_another(text: str) -> None:
    doc_type = read_yaml(text, "t.yaml", DocType)

    inside = outline("# X\n\n## The plan\n\nx\n\n### Rollback\n\nx\n")
    beside = outline("# X\n\n## The plan\n\nx\n\n## Rollback\n\nx\n")

    labelled = outline("# X\n\n**Plan**: x\n\n## Rollback\n\nx\n")

    assert missing_sections(inside, doc_type) == []
    assert "Rollback" in [one.section.name for one in missing_sections(labelled, doc_type)]
    assert [one.section.name for one in missing_sections(beside, doc_type)] == ["Rollback"]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        pytest.param("# X\n\n## Plan to roll back\n\n## Rollback\n", "Rollback", "Rollback", id="the very name first"),
        pytest.param("# X\n\n## Rollback plan\n\n**Rollback**\n", "Rollback", "Rollback plan", id="a heading first"),
        pytest.param("# X\n\n**Rollback**\n\nx\n", "Rollback", "Rollback", id="a bold line"),
        pytest.param("# X\n\n**Rollback plan**\n\nx\n", "Rollback", "Rollback plan", id="a bold line with more"),
        pytest.param("# X\n\n**Rollback plan**: x\n", "Rollback", "Rollback plan", id="a label with more"),
        pytest.param("# X\n\n<h2>Rollback plan</h2>\n", "Rollback", "Rollback plan", id="HTML with more"),
        pytest.param("# X\n\n## Rollback\n", "Roll back", "Rollback", id="a name in two words"),
        pytest.param("# X\n\n## Steps to verify\n", "Verification steps", None, id="another form of a word"),
        pytest.param("# X\n\n## Steps for verification\n", "Verification steps", "Steps for verification", id="order"),
        pytest.param("# X\n\n**Rollback**: undo it\n", "Rollback", "Rollback", id="a label"),
        pytest.param(
            "# X\n\n**Rollback of internationalization infrastructures**: x\n", "Rollback", None, id="a bold sentence"
        ),
        pytest.param("# Rollback\n\n## Steps\n", "Rollback", "Rollback", id="the very title"),
        pytest.param("# Rollback plan\n\n## Steps\n", "Rollback", None, id="a title that only contains it"),
        pytest.param(
            "# X\n\n<details><summary>Rollback</summary>\n\nx\n\n</details>\n", "Rollback", "Rollback", id="fold"
        ),
    ],
)
def test_where_a_section_is_found(text: str, name: str, expected: str | None) -> None:
    place = outline(text).find((name,))

    assert (place.text if place else None) == expected


def test_a_type_extends_another_section_by_section() -> None:
    own = read_yaml("extends: adr\nsections: [{name: Decision, level: may}, {name: Review}]", "t.yaml", DocType)
    types = known_types({"adr": own})

    assert [(section.name, section.level) for section in types["adr"].sections] == [
        ("Status", "should"),
        ("Context", "must"),
        ("Decision", "may"),
        ("Consequences", "should"),
        ("Review", "should"),
    ]
    assert types["adr"].recognise == builtin_types()["adr"].recognise


def test_own_sections_keep_their_order_and_what_is_inherited_may_stand_anywhere_then() -> None:
    own = read_yaml(
        "extends: adr\nordered: true\nsections: [{name: Review}, {name: Decision}, {name: Options}]", "t.yaml", DocType
    )
    adr = known_types({"adr": own})["adr"]

    assert [(section.name, section.anywhere) for section in adr.sections] == [
        ("Status", True),
        ("Context", True),
        ("Review", False),
        ("Decision", False),
        ("Consequences", True),
        ("Options", False),
    ]
    text = "# X\n\n## {}\n\nx\n\n## {}\n\nx\n\n## Context\n\nx\n"
    assert out_of_order(outline(text.format("Review", "Decision")), adr) == []
    assert [one.name for one, _, _ in out_of_order(outline(text.format("Options", "Review")), adr)] == ["Options"]


def test_a_type_that_does_not_extend_replaces() -> None:
    types = known_types({"adr": read_yaml("title: Ours", "t.yaml", DocType)})

    assert types["adr"].sections == ()


@pytest.mark.parametrize(
    ("own", "message"),
    [
        pytest.param({"a": "extends: runbok"}, "no document type 'runbok'; did you mean 'runbook'?", id="unknown"),
        pytest.param({"a": "extends: b", "b": "extends: a"}, "a → b → a is circular", id="circle"),
    ],
)
def test_a_type_that_cannot_be_extended(own: dict[str, str], message: str) -> None:
    with pytest.raises(ConfigError) as error:
        known_types({name: read_yaml(text, "t.yaml", DocType) for name, text in own.items()})

    assert message in str(error.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("sections:\n- {nam: A}", "t.yaml:2:4: sections[0].nam: unknown key", id="key"),
        pytest.param(
            "sections:\n- {name: A, level: most}", "t.yaml:2:20: sections[0].level: expected one of", id="level"
        ),
        pytest.param(
            "recognise: [{confidence: high}]", "t.yaml:1:13: recognise[0]: needs exactly one of", id="no signal"
        ),
        pytest.param("lines: lots", "lines: expected a size such as 2000+", id="size"),
        pytest.param("update-days: 0", "update-days: expected one day or more, found 0", id="no days"),
        pytest.param("update-days: monthly", "t.yaml:1:14: update-days: expected a whole number", id="days"),
    ],
)
def test_mistakes_in_a_type_are_named_with_their_place(text: str, message: str) -> None:
    with pytest.raises(ConfigError) as error:
        read_yaml(text, "t.yaml", DocType)

    assert message in str(error.value)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        pytest.param("---\nService-Tier: 1\nregion: north\n---\n# A\n", [], id="front matter"),
        pytest.param("# A\n\n**Tier**: 1\n\n**Home region:** north\n", [], id="labels, one with another name"),
        pytest.param("# A\n\n| Version | 2 |\n| --- | --- |\n", ["Service tier", "Region"], id="others"),
        pytest.param("---\nservice_tier:\nregion: [a, b]\n---\n# A\n", ["Service tier"], id="a field without a value"),
        pytest.param("# A\n\n## Region\n\nThe service tier is 1.\n", ["Service tier", "Region"], id="prose"),
    ],
)
def test_fields_that_a_document_owes(text: str, missing: list[str]) -> None:
    fields = (
        OwedField(name="Service tier", also=("Tier",), level="must"),
        OwedField(name="Region"),
        OwedField(name="Cost centre", level="may"),
    )

    assert [field.name for field in missing_fields(outline(text), DocType(fields=fields))] == missing


def test_an_owner_in_a_plain_line_is_a_field() -> None:
    service = DocType(fields=(OwedField(name="Maintainer"),))

    assert missing_fields(outline("# A\n\nOwner: Platform\n\nAll is well.\n"), service) == []


@pytest.mark.parametrize(
    ("text", "owed"),
    [
        pytest.param("# A\n\nThe status: see below, it is long.\n", True, id="a sentence about it"),
        pytest.param("# A\n\n## Context\n\nText.\n\nStatus: done\n" + "\nText.\n" * 30, True, id="of a part"),
        pytest.param("Status: accepted\n\n# A\n", False, id="a line above the title"),
        pytest.param("# A\n\nStatus: accepted\nDate: 2026-01-02\n", False, id="a line below it"),
        pytest.param("# A\n\n* Status: accepted\n* Deciders: Ann\n", False, id="an item"),
        pytest.param("# A\n\n**Status:** accepted\n", False, id="a label"),
        pytest.param("---\nstatus: accepted\n---\n\n# A\n", False, id="front matter"),
    ],
)
def test_the_status_of_a_decision_may_be_a_field(text: str, owed: bool) -> None:
    missing = missing_sections(outline(text), builtin_types()["adr"])

    assert ("Status" in [one.section.name for one in missing]) is owed
