"""A check shared among machines says, byte for byte, what one machine says; shares that do not fit are refused."""

import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.conftest import Ran

Doclint = Callable[..., Ran]
Project = Callable[[Mapping[str, str]], Path]

FILES = {
    "README.md": "# Start\n\n[guide](docs/guide.md#nothing) and [gone](gone.md)\n",
    "docs/guide.md": "# Guide\n\n### Skipped\n\n[back](../README.md)\n",
    "docs/other.md": "# Other\n\n<!-- doclint-disable-next-line DL301 -- not yet written -->\n[soon](soon.md)\n",
}
TODAY = ("--today", "2026-01-15")


def shards(root: Path, doclint: Doclint, of: int) -> list[str]:
    names = []
    for number in range(1, of + 1):
        name = root / f"part-{number}.json"
        ran = doclint("check", "--shard", f"{number}/{of}", *TODAY)
        assert (ran.status, ran.stderr) == (0, "")
        name.write_text(ran.stdout, "utf-8")
        names.append(str(name))
    return names


@pytest.mark.parametrize("of", [1, 2, 5])
def test_the_report_is_the_same_bytes(project: Project, doclint: Doclint, of: int) -> None:
    root = project(FILES)
    whole = doclint("check", "--output-format", "json", *TODAY)

    together = doclint("merge", *reversed(shards(root, doclint, of)), "--output-format", "json", *TODAY)

    assert len(json.loads(whole.stdout)["findings"]) > 2
    assert together == whole


def test_shards_share_the_documents(project: Project, doclint: Doclint) -> None:
    root = project(FILES)

    parts = [set(json.loads(Path(name).read_text())["results"]) for name in shards(root, doclint, 3)]

    assert sorted(path for part in parts for path in part) == sorted(FILES)


def test_a_missing_shard_is_refused(project: Project, doclint: Doclint) -> None:
    root = project(FILES)

    ran = doclint("merge", *shards(root, doclint, 3)[:2])

    assert (ran.status, ran.stderr) == (2, "doclint: needs the shards 1, 2, 3, got 1, 2\n")


def test_a_shard_given_twice_is_refused(project: Project, doclint: Doclint) -> None:
    root = project(FILES)
    names = shards(root, doclint, 2)

    assert doclint("merge", names[0], names[0]).status == 2


def test_shards_of_other_settings_are_refused(project: Project, doclint: Doclint) -> None:
    root = project(FILES)
    names = shards(root, doclint, 1)

    ran = doclint("merge", *names, "--ignore", "DL3")

    assert (ran.status, "not made of the same settings" in ran.stderr) == (2, True)


def test_shards_of_other_files_are_refused(project: Project, doclint: Doclint) -> None:
    root = project(FILES)
    names = shards(root, doclint, 1)
    (root / "new.md").write_text("# New\n")

    ran = doclint("merge", *names)

    assert (ran.status, "not made of the same documents" in ran.stderr) == (2, True)


def test_what_is_no_shard_is_refused(project: Project, doclint: Doclint) -> None:
    root = project(FILES)
    (root / "part.json").write_text('{"schema_version": 1}')

    assert doclint("merge", str(root / "part.json")).status == 2
    assert doclint("merge", str(root / "absent.json")).status == 2


@pytest.mark.parametrize("share", ["0/2", "3/2", "x/2", "1", "1/", "-1/2"])
def test_what_is_no_share_is_refused(project: Project, doclint: Doclint, share: str) -> None:
    project(FILES)

    assert doclint("check", "--shard", share).status == 2


@pytest.mark.parametrize("more", [["a.md"], ["--fix"], ["--stdin-filename", "a.md"]], ids=" ".join)
def test_a_shard_is_of_the_whole_project(project: Project, doclint: Doclint, more: list[str]) -> None:
    project({"a.md": "# A\n"})

    ran = doclint("check", "--shard", "1/2", *more)

    assert (ran.status, ran.stdout) == (2, "")
    assert "--shard does a share of the whole project" in ran.stderr


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_name_that_is_not_text_stays_out_of_cache_and_processes(project: Project, doclint: Doclint) -> None:
    root = project(FILES)
    with open(os.fsencode(root) + b"/\xff.md", "wb") as file:
        file.write(b"# T\n\n### S\n")

    first, second = (doclint("check", "--output-format", "json", *TODAY) for _ in range(2))

    assert first == second
    assert any(finding.get("path_bytes", [0])[0] == 0xFF for finding in json.loads(first.stdout)["findings"])
    assert sum(doclint("check", "--shard", f"{number}/2").status for number in (1, 2)) == 2
