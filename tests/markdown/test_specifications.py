"""What the tree has is what a reader of the rendered page sees."""

import pytest

from doclint.markdown import parse
from tests.markdown.rendered import in_html, in_tree
from tests.markdown.specifications import EXAMPLES, REASON, Example


@pytest.mark.skipif(not EXAMPLES, reason=REASON)
@pytest.mark.parametrize("example", [pytest.param(example, id=example.name) for example in EXAMPLES])
def test_the_tree_has_what_the_specification_renders(example: Example) -> None:
    document = parse("x.md", example.markdown.encode(), "gfm" if example.extension else "commonmark")

    found, rendered = in_tree(document), in_html(example.html)
    if "<pre" in example.markdown:
        del rendered["code blocks"]  # of raw HTML, which is not read as code
    assert {name: found[name] for name in rendered} == rendered
