"""How much of a page is read, and what is seen in it."""

import gzip

import pytest

from doclint.links.online.page import Search

PAGE = b"<p id=one>x</p><p id='two'>y</p>" + b"z" * 100


def searched(chunks: list[bytes], *wanted: str, limit: int = 1000, encoding: str = "") -> tuple[int, set[str], bool]:
    """How many chunks were taken, which ids were found, whether the page was cut."""
    search = Search(wanted, limit, encoding, keep=False)
    taken = next((number for number, chunk in enumerate(chunks, 1) if search.is_done_with(chunk)), len(chunks))
    return taken, set(search.found), search.cut


@pytest.mark.parametrize(
    ("chunks", "limit", "encoding", "expected"),
    [
        pytest.param([PAGE, PAGE], 1000, "", (1, {"one", "two"}, False), id="no more than is needed"),
        pytest.param([PAGE[:5], PAGE[5:20], PAGE[20:]], 1000, "", (3, {"one", "two"}, False), id="across chunks"),
        pytest.param([b"z" * 10] * 9, 50, "", (5, set(), True), id="no more than the limit"),
        pytest.param([b"z" * 10] * 4, 50, "", (4, set(), False), id="to the end"),
        pytest.param([gzip.compress(PAGE)], 1000, " GZip ", (1, {"one", "two"}, False), id="packed"),
        pytest.param([gzip.compress(b"z" * 9000)] * 2, 1000, "gzip", (1, set(), True), id="more when unpacked"),
        pytest.param([b"no gzip", PAGE], 1000, "gzip", (1, set(), True), id="not what it says"),
        pytest.param([PAGE, PAGE], 1000, "br", (1, set(), True), id="packed in a way we cannot read"),
        pytest.param([PAGE], 1000, "identity", (1, {"one", "two"}, False), id="not packed, and it says so"),
    ],
)
def test_a_page_is_read(chunks: list[bytes], limit: int, encoding: str, expected: tuple[int, set[str], bool]) -> None:
    assert searched(chunks, "one", "two", limit=limit, encoding=encoding) == expected


@pytest.mark.parametrize("length", [1, 500, 3000])
def test_an_id_is_found_wherever_a_chunk_ends(length: int) -> None:
    name = "é" * length
    page = f"<p>x</p><p id='user-content-{name}'>".encode()

    for end in range(0, len(page), 1 + len(page) // 40):
        assert searched([page[:end], page[end:]], name, limit=20_000)[1] == {name}


def test_what_is_kept() -> None:
    search = Search((), 15, "", keep=True)

    assert [search.is_done_with(b"0123456789") for _ in range(2)] == [False, True]
    assert bytes(search.text) == b"01234567890123456789"
