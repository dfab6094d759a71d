"""Text made to hurt: the time stays linear, and nothing is raised."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doclint.instructions import Instructions, Library, read
from doclint.instructions.lexicon import builtin_words, listed
from doclint.markdown import parse
from tests.effort import within

from .conftest import reading

HOSTILE = {
    "one sentence": ("1. ", "check the appropriate thing if needed "),
    "open lists": ("1. Check ", "etc (etc) "),
    "sentences": ("", "Check error logs. "),
    "links": ("", "Check [error](a) logs. "),
    "commas": ("1. ", "if a, "),
    "quotes after full stops": ("", ".'''''\"\""),
    "open brackets": ("- [ ] ", "appropriate ( "),
    "hyphens": ("1. Check ", "a-"),
    "digits": ("1. Increase ", "1.,:%"),
    "hedges": ("", "you may need to "),
    "negations": ("1. ", "unless no "),
    "letters that grow in lower case": ("1. Check ", "İ’ß "),
    "abbreviations": ("", "e.g. i.e. x. "),
    "comments": ("```sh\n", "# check logs\n"),
}


@pytest.mark.parametrize(("head", "part"), HOSTILE.values(), ids=HOSTILE.keys())
def test_time_is_linear(head: str, part: str) -> None:
    library = Library(Instructions(shell_comments=True))
    document = parse("a.md", (head + part * (100_000 // len(part))).encode())

    with within(2.5):  # measured: under 0.5
        read(document, library)


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("Check error. if*[]()`#->|:1\n’İ—\"' \\_~!<TBD>"), max_size=200))
def test_any_text_is_read(text: str) -> None:
    document = parse("a.md", text.encode())

    for found in reading(text).ambiguities:
        assert 0 <= found.start < found.end <= len(document.text)


@pytest.mark.parametrize("mark", ["- [ ] ", "- ", "1. "])
def test_each_word_of_the_lexicon_is_read_alone(mark: str) -> None:
    words = [" ".join(phrase) for group in builtin_words("en").values() for phrase in listed(group)]

    assert reading("".join(f"{mark}{word}\n" for word in words)).instructions
