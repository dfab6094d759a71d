"""
What is asked in sentences of all kinds, and everything that each leaves open.

In sentences.txt, each sentence stands with the mood of its request, the things to do, then its defects: how sure we
are, and the words they show in. A sentence alone asks nothing.
"""

from collections.abc import Iterator
from pathlib import Path

from doclint.instructions import Instructions, library_of
from doclint.instructions.asking import request_of
from doclint.instructions.defects import defects_of
from doclint.instructions.passages import passages
from doclint.instructions.sentences import Sentence, stretches, text_of, words_of
from doclint.markdown import parse

LINES = (Path(__file__).parent / "sentences.txt").read_text("utf-8").splitlines()
SENTENCES = [line for line in LINES if line[:1] != " "]


def test_all_that_sentences_ask_and_leave_open() -> None:
    assert [line for sentence in SENTENCES for line in (sentence, *read(sentence))] == LINES


def read(line: str) -> Iterator[str]:
    lexicon = library_of(Instructions()).lexicon("")
    assert lexicon
    for passage in passages(parse("a.md", line.encode())):
        text = text_of(passage.leaf)
        for start, end in stretches(passage.leaf, text):
            words = words_of(text[start:end].split())
            sentence = Sentence(passage, "", start, end, text, words, lexicon.cues.intersection(words))
            request = request_of(sentence, lexicon)
            if request is None:
                continue
            things = " + ".join(" ".join(sentence.words[one.start : one.end]) for one in request.clauses)
            marks = [mark for mark, holds in (("not", request.forbids), ("optional", request.optional)) if holds]
            yield f"    {' '.join((request.mood, *marks))}: {things or ' '.join(sentence.words[request.start :])}"
            for defect in defects_of(sentence, request, lexicon):
                shown = " ".join(sentence.words[defect.start : defect.end])
                yield f"    {defect.category} {defect.confidence}: {shown}"
