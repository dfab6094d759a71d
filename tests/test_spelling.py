"""Names nobody knows, and what was meant."""

import pytest

from doclint.spelling import nearest


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("DL3O1", "; did you mean 'DL301'?", id="a letter that looks like the digit"),
        pytest.param("DL30x", "; did you mean 'DL301'?", id="of several as near, the first that begins so"),
        pytest.param("Dead-Lnk", "; did you mean 'dead-link'?", id="case does not matter"),
        pytest.param("qqq", "; known: DL301, DL302, DL320, dead-link", id="nothing like it"),
    ],
)
def test_the_nearest_name(name: str, expected: str) -> None:
    assert nearest(name, ["DL320", "DL302", "DL301", "dead-link"]) == expected
