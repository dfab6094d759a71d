from hypothesis import given, settings

from doclint.markdown import parse
from tests.markdown.documents import DOCUMENTS
from tests.markdown.invariants import broken


@given(DOCUMENTS)
@settings(max_examples=200, deadline=None)
def test_every_span_cuts_out_the_source_of_its_node(raw: bytes) -> None:
    document = parse("x.md", raw)

    assert broken(document) == []
