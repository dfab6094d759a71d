import pytest

from doclint.engine import lint_document
from doclint.settings import Settings


def open_terms(text: str) -> list[str]:
    return [term.text for term in lint_document("a.md", text.encode(), Settings()).facts.instructions.open_terms]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The DPO decides.\n", id="narrative"),
        pytest.param("1. Check the CPU and the DNS\n", id="known to the trade"),
        pytest.param("1. Do NOT restart it\n", id="emphasis"),
        pytest.param("1. Set `DPO` to 1\n", id="code"),
        pytest.param("1. CHECK THE DPO\n", id="all in capitals"),
        pytest.param("1. Tell the data protection officer (DPO)\n", id="written out"),
        pytest.param("1. Tell the DPO (the protection officer)\n", id="explained"),
        pytest.param("1. Tell the DPO\n\n| Short | Long |\n|--|--|\n| DPO | officer |\n", id="first cell"),
        pytest.param("1. Tell the DPO\n\n- **DPO**: officer\n", id="label"),
        pytest.param("1. Tell the DPO\n\n## DPO\n", id="heading"),
        pytest.param("1. Delete `<pod-name>`, one of the pods above\n", id="placeholder that the page names"),
        pytest.param("1. Open <b>it</b>\n", id="HTML"),
    ],
)
def test_what_is_explained_is_not_open(text: str) -> None:
    assert open_terms(text) == []


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        pytest.param("1. Tell the DPO, then the DPO again\n", ["DPO"], id="once for a document"),
        pytest.param("1. Page `<OWNER>`\n", ["OWNER"], id="placeholder in code"),
        pytest.param("1. Page <OWNER> now\n", ["OWNER"], id="placeholder that looks like a tag"),
        pytest.param("1. Ask the IC about <CASE>\n", ["IC", "CASE"], id="both"),
    ],
)
def test_what_is_not_explained_is_open(text: str, terms: list[str]) -> None:
    assert open_terms(text) == terms
