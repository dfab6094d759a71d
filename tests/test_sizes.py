"""Sizes as people write them."""

import pytest

from doclint.sizes import size_of


@pytest.mark.parametrize(
    ("written", "allowed", "refused"),
    [
        pytest.param("2000+", [2000, 9000], [1999], id="at least"),
        pytest.param("2,000+ lines", [2000], [1999], id="with a comma and its unit"),
        pytest.param(">= 10", [10], [9], id="sign"),
        pytest.param("> 10", [11], [10], id="more than"),
        pytest.param("<= 500", [0, 500], [501], id="at most"),
        pytest.param("< 500", [499], [500], id="less than"),
        pytest.param("at most 500 words", [500], [501], id="in words"),
        pytest.param("300-600", [300, 600], [299, 601], id="range"),
        pytest.param("300 – 600", [300, 600], [299, 601], id="range with a dash"),
        pytest.param("~1500", [1350, 1650], [1349, 1651], id="about: a tenth"),
        pytest.param("target 1500", [1350, 1650], [1349, 1651], id="target: a tenth"),
        pytest.param("42", [42], [41, 43], id="exactly"),
        pytest.param("<= 64 KB", [64_000], [64_001], id="KB is a thousand"),
        pytest.param("<= 64 KiB", [65_536], [65_537], id="KiB is 1,024"),
        pytest.param("<= 2 MB", [2_000_000], [2_000_001], id="MB is a million"),
        pytest.param("<= 2 MiB", [2_097_152], [2_097_153], id="MiB is 1,024 KiB"),
        pytest.param("<= 9 bytes", [9], [10], id="bytes"),
        pytest.param("<= 1 byte", [1], [2], id="a byte"),
        pytest.param("<= 9 B", [9], [10], id="bytes, in short"),
        pytest.param("24 KB", [23_500, 24_500], [23_400, 24_600], id="as precise as written"),
        pytest.param("1.5 MB", [1_450_000, 1_550_000], [1_400_000], id="a decimal"),
        pytest.param("10-20 KB", [10_000, 20_000], [9_999, 20_001], id="range with a unit"),
        pytest.param("2k", [1500, 2500], [1499, 2501], id="thousands, as precise as written"),
    ],
)
def test_what_a_size_allows(written: str, allowed: list[int], refused: list[int]) -> None:
    size = size_of(written)

    assert [measured for measured in allowed if not size.allows(measured)] == []
    assert [measured for measured in refused if size.allows(measured)] == []


@pytest.mark.parametrize(
    "written", ["", "many", "10 to", "10 apples", "10 KB - 20 MiB", "-5", "1e9" + "9" * 10, "10 ++"]
)
def test_what_is_no_size(written: str) -> None:
    with pytest.raises(ValueError, match=r"expected a size such as 2000\+"):
        size_of(written)
