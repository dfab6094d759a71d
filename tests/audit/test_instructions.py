"""What a set asks of its readers, counted."""

from doclint.audit.instructions import instructions_in
from doclint.audit.values import Instructions
from doclint.engine import lint_document
from doclint.settings import Settings

DOCUMENTS = {
    "calm.md": "1. Run `make`\n",
    "one.md": "1. Check error logs\n2. Run `make`\n",
    "two.md": "1. Check error logs\n2. Add more nodes\n3. Remove failed images and volumes\n",
}


def counted(paths: list[str]) -> Instructions:
    return instructions_in({path: lint_document(path, DOCUMENTS[path].encode(), Settings()).facts for path in paths})


def test_a_set_that_asks_nothing_has_no_share() -> None:
    assert counted([]) == Instructions()


def test_ambiguous_instructions_are_counted_by_category_and_confidence() -> None:
    asked = counted(list(DOCUMENTS))

    assert (asked.read, asked.ambiguous, asked.share) == (6, 3, 0.5)
    assert [(kind.category, kind.confidence, kind.count) for kind in asked.kinds] == [
        ("missing-verification", "high", 2),
        ("structural-ambiguity", "low", 1),
        ("vague-quantity", "medium", 1),
    ]


def test_the_worst_documents_come_first_and_what_is_low_does_not_count() -> None:
    assert [(one.path, one.read, one.ambiguous) for one in counted(list(DOCUMENTS)).worst] == [
        ("two.md", 3, 2),
        ("one.md", 2, 1),
    ]
