"""The pull-request gate: what is new fails, what is old does not come back, whatever moves. On real git histories."""

import json
import subprocess

import pytest

from doclint.comparison.baseline import FILE

LINKS = ("--select", "DL301,DL302")
OLD = """# Guide

## Setup

See [a](gone-a.md) and [b](gone-b.md).

## Use

Read [setup](#setup), [a](gone-a.md).
"""


def subjects(ran) -> list[str]:
    return sorted(finding["subject"] for finding in json.loads(ran.stdout)["findings"])


@pytest.mark.parametrize(
    ("change", "new"),
    [
        pytest.param({}, [], id="nothing"),
        pytest.param({"guide.md": "Intro.\n\nMore.\n\n" + OLD}, [], id="lines inserted above"),
        pytest.param({"guide.md": OLD.replace("gone-b.md", "guide.md")}, [], id="one mended"),
        pytest.param(
            {"guide.md": OLD.replace("See [a](gone-a.md) and [b](gone-b.md).\n", "") + "\nSee [b](gone-b.md).\n"},
            [], id="a paragraph moved to another section",
        ),
        pytest.param({"guide.md": OLD.replace("## Setup", "## Set up").replace("#setup", "#set-up")}, [], id="heading"),
        pytest.param({"guide.md": None, "docs.md": OLD}, [], id="file renamed"),
        pytest.param({"guide.md": None, "docs.md": OLD.replace("## Use", "## Usage")}, [], id="renamed, changed"),
        pytest.param({"guide.md": OLD + "\n[c](gone-c.md)\n"}, ["gone-c.md"], id="one added"),
        pytest.param({"guide.md": OLD + "\n[b](gone-b.md)\n"}, ["gone-b.md"], id="one more of a known kind"),
        pytest.param({"guide.md": OLD, "b.md": "# B\n\n[b](gone-b.md)\n"}, ["gone-b.md"], id="in another file"),
        pytest.param({"guide.md": OLD.replace("## Setup", "## Start")}, ["#setup"], id="anchor gone"),
        pytest.param(
            {"guide.md": OLD.replace("gone-b.md", "guide.md") + "\n[c](gone-c.md)\n"}, ["gone-c.md"],
            id="one mended, one added",
        ),
    ],
)  # fmt: skip
@pytest.mark.parametrize("mode", ["baseline", "new-from"])
def test_only_what_is_new_is_shown(
    repository, doclint, mode: str, change: dict[str, str | None], new: list[str]
) -> None:
    repository({"guide.md": OLD})
    subprocess.run(["git", "branch", "before"], check=True)
    arguments = ["--new-from", "before"] if mode == "new-from" else []
    if mode == "baseline":
        assert doclint("baseline", "create", *LINKS).status == 0
    repository(change)

    ran = doclint("check", *LINKS, *arguments, "--output-format", "json")

    assert subjects(ran) == new
    assert ran.status == (1 if new else 0)
    assert json.loads(ran.stdout)["mode"].startswith("only findings n")


def test_a_heading_that_is_deleted_shows_the_links_it_broke_in_unchanged_files(repository, doclint) -> None:
    repository({"a.md": "# A\n\n[b](b.md#part), [gone](gone.md)\n", "b.md": "# B\n\n## Part\n"})
    subprocess.run(["git", "branch", "before"], check=True)
    repository({"b.md": "# B\n\n## Other\n"})

    found = json.loads(doclint("check", *LINKS, "--new-from", "before", "--output-format", "json").stdout)

    assert [(finding["path"], finding["subject"]) for finding in found["findings"]] == [("a.md", "b.md#part")]
    assert found["summary"]["baselined"] == 1


def test_a_renamed_document_shows_the_links_it_broke_when_asked_by_its_new_name(repository, doclint) -> None:
    root = repository({"a.md": "# A\n\n[b](b.md), [gone](gone.md)\n", "b.md": "# B\n"})
    (root / "b.md").rename(root / "c.md")

    assert subjects(doclint("check", "c.md", *LINKS, "--output-format", "json")) == []
    assert subjects(doclint("check", "c.md", *LINKS, "--new-from", "HEAD", "--output-format", "json")) == ["b.md"]


def test_what_another_branch_did_meanwhile_does_not_count(repository, doclint) -> None:
    repository({"a.md": "# A\n\n[x](gone.md)\n"})
    subprocess.run(["git", "checkout", "-q", "-b", "work"], check=True)
    repository({"b.md": "# B\n"})
    subprocess.run(["git", "checkout", "-q", "main"], check=True)
    repository({"a.md": "# A\n"})
    subprocess.run(["git", "checkout", "-q", "work"], check=True)

    assert doclint("check", *LINKS, "--new-from", "main").status == 0


def test_changed_lines_are_those_of_the_branch_and_of_the_working_tree(repository, doclint) -> None:
    root = repository({"a.md": "# A\n\n[x](gone-x.md)\n", 'odd "name"\t.md': "# O\n"})
    subprocess.run(["git", "branch", "before"], check=True)
    repository({"a.md": "# A\n\n[y](gone-y.md)\n\n[x](gone-x.md)\n", 'odd "name"\t.md': "# O\n\n[o](gone-o.md)\n"})
    (root / "new.md").write_text("# N\n\n[z](gone-z.md)\n")

    ran = doclint("check", *LINKS, "--diff", "before", "--output-format", "json")

    assert subjects(ran) == ["gone-o.md", "gone-y.md", "gone-z.md"]
    assert "on lines changed since" in json.loads(ran.stdout)["mode"]
    assert json.loads(ran.stdout)["summary"]["baselined"] == 1


def test_a_shallow_clone_is_told_what_to_set(repository, doclint, tmp_path, monkeypatch) -> None:
    root = repository({"a.md": "# A\n"})
    for number in range(3):
        repository({"a.md": f"# A {number}\n"})
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", "--depth=1", root.as_uri(), str(clone)], check=True)
    monkeypatch.chdir(clone)

    ran = doclint("check", "--new-from", "HEAD~2")

    assert ran.status == 2
    assert "shallow" in ran.stderr
    assert "fetch-depth: 0" in ran.stderr


@pytest.mark.parametrize("ref", ["nowhere", "--output=x", "HEAD:a.md"])
def test_a_base_that_is_no_commit_is_refused(repository, doclint, ref: str) -> None:
    repository({"a.md": "# A\n"})

    ran = doclint("check", f"--new-from={ref}")

    assert ran.status == 2
    assert "is not a commit" in ran.stderr


def test_stale_entries_are_told_by_whole_runs_only(repository, doclint) -> None:
    repository({"a.md": "# A\n\n[x](gone.md)\n", "b.md": "# B\n"})
    doclint("baseline", "create", *LINKS)
    repository({"a.md": "# A\n"})

    assert "doclint baseline prune" in doclint("check", *LINKS).stdout
    assert "doclint baseline prune" not in doclint("check", "b.md", *LINKS).stdout
    assert "1 removed" in doclint("baseline", "prune", *LINKS).stdout
    assert "doclint baseline prune" not in doclint("check", *LINKS).stdout


def test_show_names_what_is_accepted_gone_and_new(repository, doclint) -> None:
    repository({"a.md": "# A\n\n[x](gone.md) [x](gone.md)\n\n## Part\n\n[y](lost.md)\n"})
    doclint("baseline", "create", *LINKS)
    repository({"a.md": "# A\n\n[x](gone.md) [x](gone.md) [z](new.md)\n"})

    ran = doclint("baseline", "show", *LINKS)

    assert ran.stdout.splitlines() == [
        "a.md",
        "     2 × DL301  gone.md",
        "gone: a.md",
        "     1 × DL301  lost.md  (under Part)",
        "new: a.md",
        "     1 × DL301  new.md",
        f"2 accepted in {FILE}, 1 gone, 1 new",
    ]


def test_update_follows_what_moved_and_accepts_nothing_new_unless_told(repository, doclint) -> None:
    root = repository({"a.md": "# A\n\n[x](gone-x.md)\n"})
    doclint("baseline", "create", *LINKS)
    repository({"a.md": None, "b.md": "# A\n\n[x](gone-x.md), [y](gone-y.md)\n"})

    doclint("baseline", "update", *LINKS)
    first = json.loads((root / FILE).read_text())["findings"]
    doclint("baseline", "update", "--allow-new", *LINKS)
    second = json.loads((root / FILE).read_text())["findings"]

    assert [(row["path"], row["subject"]) for row in first] == [("b.md", "gone-x.md")]
    assert [row["subject"] for row in second] == ["gone-x.md", "gone-y.md"]
    assert "line" not in first[0]


def test_a_baseline_has_a_line_per_entry_sorted(repository, doclint) -> None:
    root = repository({"b.md": "[x](gone-x.md)\n", "a.md": "[y](gone-y.md) [x](gone-x.md) [x](gone-x.md)\n"})

    doclint("baseline", "create", *LINKS)

    lines = (root / FILE).read_text().splitlines()
    assert [json.loads(line.strip().rstrip(","))["path"] for line in lines[1:-1]] == ["a.md", "a.md", "b.md"]
    assert json.loads(lines[1].strip().rstrip(","))["count"] == 2


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("", id="empty"),
        pytest.param("{}", id="something else"),
        pytest.param('{"schema_version": 9, "findings": []}', id="a later version"),
        pytest.param("<<<<<<< HEAD\n{}", id="a conflict"),
    ],
)
def test_a_baseline_that_cannot_be_read_is_never_an_empty_one(repository, doclint, content: str) -> None:
    root = repository({"a.md": "# A\n"})
    (root / FILE).write_text(content)

    ran = doclint("check")

    assert ran.status == 2
    assert FILE in ran.stderr


def test_creating_over_a_baseline_is_refused(repository, doclint) -> None:
    repository({"a.md": "# A\n"})

    assert doclint("baseline", "create").status == 0
    assert doclint("baseline", "create").status == 2
    assert doclint("check", "--baseline", "other.json").status == 2
