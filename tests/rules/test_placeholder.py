"""DL112: what stands for something that is missing, and what only looks so."""

import pytest

from doclint.engine import lint_document
from doclint.rules import rule_named
from doclint.settings import Settings


def found(text: str, path: str = "a.md", **options: list[str]) -> list[tuple[int, int, str]]:
    rule = rule_named("DL112")
    assert rule
    result = lint_document(path, text.encode(), Settings(rules={"DL112": options}), [rule])
    return [(one.span.line, one.span.column, one.subject) for _, one in result.findings]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("- [x] done\n- [ ] open\n", id="check boxes"),
        pytest.param("[RUNBOOK](a.md) and [RUNBOOK][ref] and ![DIAGRAM](a.png)\n\n[ref]: a.md\n", id="links"),
        pytest.param("Run `TODO` and `[COUNT]`.\n", id="code in text"),
        pytest.param("```\nTBD [COUNT] XXX\n```\n", id="code"),
        pytest.param("<!-- TODO: more -->\n", id="comment"),
        pytest.param("{/* TODO: a picture */}\n", id="comment of MDX"),
        pytest.param("% TODO: a picture\n", id="comment of MyST"),
        pytest.param("Forbidden words are TODO, FIXME, XXX.\n", id="a list of such words"),
        pytest.param('The word "TBD" is not allowed, nor are TBDs.\n', id="in quotation marks, in the plural"),
        pytest.param("Every TODO has an owner, and this TBD as well.\n", id="words about them"),
        pytest.param("Write a TODO list.\n\n# TODO comments\n", id="part of a name"),
        pytest.param("[API] Faster answers.\n- [CORE] Fewer of them.\n", id="a label in front"),
        pytest.param("The level is [WARN] here, see [RFC 2119], [NET-42] and [A-Z].\n", id="level, citation, range"),
        pytest.param("CREATE TABLE [IF EXISTS] name\n", id="syntax"),
        pytest.param("Ask the team whether it is to be decided by the owner of the service or by all.\n", id="prose"),
        pytest.param(f"{'x ' * 34}to be decided\n", id="a sentence of 81 characters"),
        pytest.param("Group sg-XXXXXXXX, $XXX and a.XXX; 5XX and 4XXs.\n", id="names, classes of codes"),
        pytest.param("A <myelement> and a <your> tag.\n", id="other tags"),
        pytest.param("☐ Yes ☐ No ☐ TBD\n", id="a choice in a form"),
        pytest.param("## Message template\n\nIncident: [ID]\n", id="in a template"),
        pytest.param("See: [COUNT][one], and: ![COUNT]\n", id="references without a definition"),
        pytest.param("- 'wrong audience, expected: [AUDIENCE]'\n", id="in a quoted message"),
        pytest.param("Say “all is well at: [TIME]” aloud.\n", id="in a typographic quotation"),
        pytest.param("## Coming soon!\n\n- Faster answers\n", id="a heading of plans"),
    ],
)
def test_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("| Phone |\n| --- |\n| TBD |\n", [(3, 3, "TBD")], id="a cell"),
        pytest.param("Owner: TBA, TBC\n", [(1, 8, "TBA"), (1, 13, "TBC")], id="values"),
        pytest.param("TODO\n", [(1, 1, "TODO")], id="alone"),
        pytest.param("It is fast. TODO: measure it.\n", [(1, 13, "TODO")], id="with a colon"),
        pytest.param("Measured (TODO)\n", [(1, 11, "TODO")], id="in brackets"),
        pytest.param("### TODO\n\nx\n", [(1, 5, "TODO")], id="a heading"),
        pytest.param("Text\nTODO more of it\n", [(2, 1, "TODO")], id="opens a line"),
        pytest.param("Call +1-XXX-XXX-XXXX now\n", [(1, 6, "+1-XXX-XXX-XXXX")], id="phone"),
        pytest.param(
            "Latency: [LIVE] ms, errors [COUNT]%\n", [(1, 10, "[LIVE]"), (1, 28, "[COUNT]")], id="values to fill"
        ),
        pytest.param("1. [CAUSE 1]: [COUNT] errors\n", [(1, 4, "[CAUSE 1]"), (1, 15, "[COUNT]")], id="name and value"),
        pytest.param("**[ACTION]**\n", [(1, 3, "[ACTION]")], id="alone, bold"),
        pytest.param("Dear [your name here],\n", [(1, 6, "[your name here]")], id="in words"),
        pytest.param(
            "Dear \\<your name>, call \\<INSERT PHONE>\n",
            [(1, 7, "<your name>"), (1, 26, "<INSERT PHONE>")],
            id="angle",
        ),
        pytest.param("Send it to <your-team>.\n", [(1, 12, "<your-team>")], id="read as a tag"),
        pytest.param("Limits: to be defined.\n", [(1, 9, "to be defined")], id="a phrase at the end"),
        pytest.param(f"{'x ' * 33}.to be decided\n", [(1, 68, "to be decided")], id="the same in 80 characters"),
        pytest.param("Coming soon!\n", [(1, 1, "Coming soon")], id="a promise"),
        pytest.param("TODO: write it.\nFIXME: name it.\n", [(1, 1, "TODO"), (2, 1, "FIXME")], id="one each, no list"),
        pytest.param("[TBD]\n", [(1, 2, "TBD")], id="two shapes, one finding"),
        pytest.param("TBD `a` [b](b.md) TBD\n", [(1, 1, "TBD"), (1, 19, "TBD")], id="around code and links"),
    ],
)
def test_placeholders(text: str, expected: list[tuple[int, int, str]]) -> None:
    assert found(text) == expected


def test_templates_and_lists_of_tasks_are_left_alone() -> None:
    assert found("Owner: TBD\n", "docs/postmortem-template.md") == []
    assert found("Owner: TBD\n", "TODO.md") == []


def test_words_of_ones_own_and_what_is_meant() -> None:
    assert found("Owner: NN, TBD\n", words=["NN"], allow=["tbd"]) == [(1, 8, "NN")]


def test_one_paragraph_is_not_reported_for_ever() -> None:
    assert len(found("TBD " * 500)) == 100
