"""The trees that are measured on: no document twice, and what was linked stays linked."""

import gc
from pathlib import Path

from benchmarks import parts, trees
from doclint.engine import check
from doclint.settings import Settings
from tests.test_engine import TODAY

TEXTS = {
    "guides/restoring.md": "# Restoring backups\n\n[Verification](../reference/verification.md#checking-archives).\n",
    "reference/verification.md": "# Verification\n\n## Checking archives\n\nBack to [it](../guides/restoring.md).\n",
    "reference/short.md": "Hi.\n",
}


def multiplied(folder: Path, files: int) -> list[Path]:
    source, tree = folder / "source", folder / "tree"
    for path, text in TEXTS.items():
        (source / path).parent.mkdir(parents=True, exist_ok=True)
        (source / path).write_text(text)
    trees.multiplied(source, tree, files, 40 * sum(map(len, TEXTS.values())))
    return trees.documents_of(tree)


def test_no_two_documents_are_equal(tmp_path: Path) -> None:
    texts = [path.read_text() for path in multiplied(tmp_path, 120)]

    assert len(texts) == len(set(texts)) == 120


def test_the_smallest_are_left_out_to_reach_the_size(tmp_path: Path) -> None:
    found = multiplied(tmp_path, 80)

    assert len(found) == 80
    assert not [path for path in found if "short" in path.name]


def test_links_lead_where_they_led(tmp_path: Path) -> None:
    multiplied(tmp_path, 120)

    report = check(tmp_path / "tree", (), Settings(select=("DL301", "DL302")), TODAY)

    assert report.files == 120
    assert report.diagnostics == ()


def test_a_sample_is_spread_over_the_sizes(tmp_path: Path) -> None:
    multiplied(tmp_path, 120)

    sample = trees.sampled(tmp_path / "tree", tmp_path / "sample", 3)

    sizes = [(tmp_path / "sample" / path).stat().st_size for path in sample]
    assert sizes[0] < 50 < sizes[1] < sizes[2]


def test_what_a_check_is_made_of_is_told_in_parts(tmp_path: Path) -> None:
    multiplied(tmp_path, 12)

    try:
        told = [part for part, _ in parts.of(tmp_path / "tree")]
    finally:
        gc.enable()  # a measurement goes without

    assert {part.partition(":")[0] for part in told} >= {"one", "two"}
    assert told[-1] == "two: git, suppression, order"
