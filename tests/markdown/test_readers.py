"""The fast reader and the reference make the same tree."""

import pytest
from hypothesis import assume, given, settings

from doclint.markdown import native, reference
from doclint.markdown.frontmatter import front_matter_of
from doclint.markdown.source import decode
from tests.corpus import CORPUS, needs_corpus
from tests.markdown.cases import CASES
from tests.markdown.documents import DOCUMENTS
from tests.markdown.equality import differences
from tests.markdown.known import KNOWN, Known, may_differ
from tests.markdown.specifications import EXAMPLES, REASON


@given(DOCUMENTS)
@settings(max_examples=150, deadline=None)
def test_both_readers_make_the_same_tree_of_any_document(raw: bytes) -> None:
    text = decode(raw).text
    assume(not may_differ(text))

    assert differences(native.read(text, 0, "gfm"), reference.read(text, 0, "gfm")) == []


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in CASES])
def test_both_readers_agree_on_every_construct(text: str) -> None:
    assert differences(native.read(text, 0, "gfm"), reference.read(text, 0, "gfm")) == []


@pytest.mark.skipif(not EXAMPLES, reason=REASON)
@pytest.mark.parametrize("flavour", ["commonmark", "gfm"])
def test_both_readers_agree_on_the_examples_of_the_specifications(flavour: str) -> None:
    unequal = {
        example.name: found
        for example in EXAMPLES
        if not may_differ(example.markdown)
        and (
            found := differences(
                native.read(example.markdown, 0, flavour), reference.read(example.markdown, 0, flavour)
            )
        )
    }

    assert unequal == {}


@needs_corpus
@pytest.mark.slow
def test_both_readers_agree_on_real_documents() -> None:
    unequal = {}
    for path in sorted(CORPUS.rglob("*.md")):
        text = decode(path.read_bytes()).text
        header = front_matter_of(text)
        base = header.end if header else 0
        found = differences(native.read(text, base, "gfm"), reference.read(text, base, "gfm"))
        if found:
            unequal[str(path)] = found

    assert unequal == {}


@pytest.mark.parametrize("known", [pytest.param(known, id=known.name) for known in KNOWN])
def test_a_known_difference_is_still_one(known: Known) -> None:
    assert differences(native.read(known.example, 0, "gfm"), reference.read(known.example, 0, "gfm"))
    assert may_differ(known.example)
