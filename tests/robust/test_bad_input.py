"""
Input nobody wishes for, through the command line on a real tree: it ends with what was promised, and nothing acts.

Rows that are tested where the code is are not repeated here:

    encodings, binary, NUL, too large, too deep, brackets, pipes, devices, loops    tests/test_engine.py
    links out of the project, anchors in odd encodings, quadratic links             tests/links/test_hostile.py
    slow text for an index, a date, a command, a code block     tests/index, tests/rules, tests/snippets
    settings: deep, aliases, stated twice, not UTF-8, huge, extends without end     tests/config/test_config.py
    expressions that run away                                   tests/test_patterns.py, tests/test_custom.py
    every output format: escapes, markup, commands, surrogates  tests/output, tests/audit/test_renderers.py
    the HTML report in a browser                                tests/audit/test_in_browser.py
    a cache that is spoilt, foreign, locked; files without end  tests/test_workers.py
    a write that fails, a file changed meanwhile, links         tests/fixes/test_fix.py
    a reader that goes away, places that cannot be written      tests/cli/test_check.py
    git in odd states, repositories that run something          tests/robust/test_git.py
    requests: private hosts, redirects, credentials, time       tests/links/online
    kill -9, a full disk, runs at once                          benchmarks/faults.py
"""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.effort import within

ALL = ("--select", "ALL", "--today", "2026-01-15")
GOOD = "# Title\n\n## Part\n\nText.\n"
BAD = "# Title\n\n### Part\n\nText.\n"
BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join(['*' + before] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


def found(ran: object) -> list[tuple[str, str]]:
    return [(row["rule"], row["subject"]) for row in json.loads(ran.stdout)["findings"]]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"# A\n\n[s](/home/ada/src/docs/Setup.md) caf\xe9\n", id="not UTF-8"),
        pytest.param("# A\n\n[s](/home/ada/src/docs/Setup.md)\n".encode("utf-16"), id="UTF-16"),
        pytest.param(b"# A\n\n[s](/home/ada/src/docs/Setup.md) \xed\xa0\x80\n", id="a surrogate"),
    ],
)
def test_a_file_in_another_encoding_is_a_finding_and_never_rewritten(repository, doclint, raw: bytes) -> None:
    root = repository({"docs/Setup.md": "# Setup\n", "other.md": BAD})
    (root / "a.md").write_bytes(raw)

    ran = doclint("check", "--select", "DL002,DL101", "--output-format", "json")
    doclint("fix", "--unsafe")

    assert ran.status == 1
    assert [(row["path"], row["rule"]) for row in json.loads(ran.stdout)["findings"]] == [
        ("a.md", "DL002"),
        ("other.md", "DL101"),
    ]
    assert (root / "a.md").read_bytes() == raw


@pytest.mark.parametrize(
    "header",
    [
        pytest.param(BOMB, id="aliases that multiply"),
        pytest.param("a: &a [*a]\n", id="an alias that holds itself"),
        pytest.param("a: " + "[" * 20_000 + "\n", id="deep"),
        pytest.param("a: " + "{a: " * 20_000 + "\n", id="deep mappings"),
        pytest.param("title: a\ntitle: b\n", id="a key stated twice"),
        pytest.param("a: " + "x" * 70_000 + "\n", id="long"),
        pytest.param("a: [\n", id="no YAML"),
        pytest.param("a: b: c\n", id="a colon too many"),
        pytest.param("a: \x01\n", id="a control character"),
    ],
)
def test_a_header_that_cannot_be_read_is_a_finding(project, doclint, header: str) -> None:
    project({"x.md": f"---\n{header}---\n\n{GOOD}"})

    with within(10):
        ran = doclint("check", "--select", "DL010", "--output-format", "json")

    assert [rule for rule, _ in found(ran)] == ["DL010"]


@pytest.mark.parametrize(
    "value",
    ["no", "12:30:00", "2026-13-45", "0o777", "0x" + "f" * 5000, "1e999", ".nan", "!!python/object/apply:os.system [x]",
     "9" * 5000, "!!binary x", "<<", "=", "~", "2026-01-01T00:00:00Z", "-", "'", "!!timestamp x", "99999999-01-01"],
)  # fmt: skip
def test_any_value_of_a_field_of_the_header_is_text(project, doclint, value: str) -> None:
    fields = ("title", "version", "owner", "last-updated", "date", "type", "status", "review", "update-interval")
    project({"x.md": "---\n" + "".join(f"{field}: {value}\n" for field in fields) + f"---\n\n{GOOD}"})

    ran = doclint("check", *ALL)

    assert ran.status in (0, 1), ran.stderr
    assert "DL009" not in ran.stdout


def test_a_toml_header_nested_deep_is_a_finding(project, doclint) -> None:
    project({"x.md": "+++\na = " + "[" * 3000 + "\n+++\n\n" + GOOD})

    assert [rule for rule, _ in found(doclint("check", "--select", "DL010", "--output-format", "json"))] == ["DL010"]


@pytest.mark.parametrize(
    ("name", "raw", "arguments"),
    [
        pytest.param(".doclint-baseline.json", b"[" * 100_000, ["check"], id="a deep baseline"),
        pytest.param(".doclint-baseline.json", b"\xff\xfe", ["check"], id="a baseline that is not UTF-8"),
        pytest.param("r.json", b"[" * 100_000, ["report", "--from", "r.json"], id="a deep report"),
        pytest.param("r.json", b'{"schema_version": 1e999}', ["report", "--from", "r.json"], id="a report of nothing"),
        pytest.param("r.json", b"\x00" * 100, ["report", "--from", "r.json"], id="a report that is none"),
        pytest.param("r.json", b"\x92\xff" * 100, ["merge", "r.json"], id="a shard that is none"),
        pytest.param("r.json", b"\x91" * 100_000, ["merge", "r.json"], id="a deep shard"),
        pytest.param("r.json", b"", ["merge", "r.json"], id="an empty shard"),
        pytest.param("doclint.yaml", b"links: !!python/object/apply:os.system [touch acted]", ["check"], id="a tag"),
        pytest.param("doclint.yaml", b"max-file-size: " + b"9" * 5000, ["check"], id="a number without end"),
        pytest.param("doclint.yaml", b"exclude: ['" + b"**/" * 3000 + b"x']", ["check", "--exit-zero"], id="a glob"),
    ],
)  # fmt: skip
def test_what_is_read_besides_documents_is_refused_in_a_line(
    project, doclint, name: str, raw: bytes, arguments: list[str]
) -> None:
    root = project({"x.md": GOOD})
    (root / name).write_bytes(raw)

    with within(10):
        ran = doclint(*arguments)

    assert ran.status == (0 if "--exit-zero" in arguments else 2), ran
    assert "internal error" not in ran.stderr
    assert "Traceback" not in ran.stderr
    assert not (root / "acted").exists()


TARGETS = [
    "../secret.md", "../../../../../../etc/passwd", "%2e%2e/secret.md", "..%2fsecret.md", "docs/../../secret.md",
    "..\\secret.md", "\\\\host\\share\\secret.md", "file:///etc/passwd", "C:\\secret.md", "//host/secret.md",
    "docs/%00/../../secret.md", "~/secret.md", "$HOME/secret.md", "javascript:alert(1)", "data:text/html,x",
    "docs/" + "../" * 5000 + "secret.md", "%", "%zz", "#%ff", "?", "a" * 5000, "http://[", "http://\ud7ff:99999/",
]  # fmt: skip


def test_no_link_tells_what_is_outside_the_project(project, doclint, tmp_path: Path) -> None:
    root = project({"x.md": "# X\n\n" + "".join(f"- [a](<{target}>) `{target}`\n" for target in TARGETS)})
    outside = root.parent / "secret.md"

    without = doclint("check", *ALL, "--output-format", "json", "--no-cache")
    outside.write_text("# Secret\n")
    with_it = doclint("check", *ALL, "--output-format", "json", "--no-cache")
    outside.unlink()

    assert without.stdout == with_it.stdout
    assert ("DL305", "../secret.md") in found(with_it)
    assert not any("DL009" in rule for rule, _ in found(with_it))


NAMES = [
    "line\n::error file=x::forged.md", "\x1b[31mred\x1b]8;;http:evil\x07.md", "<script>alert(1)<.md", "\udce9.md",
    "\u202egnp.md", "-rf.md", "=cmd|'calc'!A1.md", "a|b`c`[d](e).md", "%0A%25.md", "{{x}}${y}.md", " .md", "\ud7ff.md",
    "&quot; onmouseover=x.md", "@someone #1.md",
]  # fmt: skip
TEXT = "# \x1b[31mT\x1b]0;t\x07 <script>alert(1)</script>\n\n### \u202e::error::x\n\n[\x1b[2J](gone\x1b[31m.md)\n\n" \
    "::warning::forged\n\n[x](javascript:alert(1)) ]]> --> \x9b31m @someone <!-- doclint-disable \x1b -->\n\n" \
    "**Lines**: 9\x1b[31m in `gone\x1b.md`, all 5 of 4 done\n"  # fmt: skip
COMMANDS = [
    *(("check", name) for name in ("text", "full", "concise", "grouped", "json", "sarif", "github", "gitlab", "junit")),
    *(("check", name) for name in ("rdjson", "checkstyle", "markdown", "github-summary", "agent", "statistics")),
    *(("report", name) for name in ("text", "json", "markdown", "html")),
]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("hostile")
    (root / ".git").mkdir()
    for name in NAMES:
        (root / name).write_text(TEXT)
    links = "".join(f"- [x](<{name.replace('<', '').encode('utf-8', 'replace').decode()}>)\n" for name in NAMES)
    (root / "SUMMARY.md").write_text("# Phase 1 completion summary\n\nStatus: COMPLETE\n\n" + links + TEXT)
    return root


@pytest.mark.parametrize(("command", "name"), COMMANDS)
def test_no_name_and_no_text_acts_in_any_format(
    hostile: Path, doclint, monkeypatch: pytest.MonkeyPatch, command: str, name: str
) -> None:
    monkeypatch.chdir(hostile)
    rules = ("--select", "ALL") if command == "check" else ()

    ran = doclint(command, *rules, "--today", "2026-01-15", "--output-format", name)

    assert ran.status == 1, ran.stderr
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", ran.stdout + ran.stderr)
    if name not in ("json", "sarif", "gitlab", "rdjson"):  # whose readers take text as text
        assert not re.search(r"[\x80-\x9f\u202e]", ran.stdout)
    if name in ("markdown", "github-summary", "html", "junit", "checkstyle"):
        assert not re.search(r"<script>alert|[(=\"']javascript:", ran.stdout)
    forged = [line for line in ran.stdout.split("\n") if re.match(r"\s*::(error|warning)( file=x)?::", line)]
    assert forged == []


def test_an_option_cannot_be_forged_by_a_name(project, doclint) -> None:
    project({"--exit-zero": "", "-x.md": BAD})

    ran = doclint("check", "--select", "DL101", "--output-format", "concise", "--", "-x.md")

    assert ran.status == 1
    assert ran.stdout.startswith("-x.md:3:1")


@pytest.mark.parametrize("name", ["pipe.md", "zero.md", "folder.md", "away.md", "loop.md"])
def test_what_is_no_file_is_refused_when_it_is_named(project, doclint, name: str) -> None:
    root = project({"x.md": GOOD})
    os.mkfifo(root / "pipe.md")
    (root / "zero.md").symlink_to("/dev/zero")
    (root / "folder.md").mkdir()
    (root / "away.md").symlink_to("/etc/hostname")
    (root / "loop.md").symlink_to("loop.md")

    ran = doclint("check", name)

    assert ran.status == 2, ran
    assert name in ran.stderr


def test_what_git_lists_and_is_gone_is_no_document(repository, doclint) -> None:
    root = repository({"x.md": BAD, "gone.md": BAD})
    (root / "gone.md").unlink()

    assert json.loads(doclint("check", *ALL, "--output-format", "json").stdout)["summary"]["files"] == 1


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read and write everything")
def test_what_may_not_be_read_is_a_finding(project, doclint) -> None:
    root = project({"x.md": BAD, "secret.md": BAD})
    (root / "secret.md").chmod(0)

    ran = doclint("check", "--select", "DL001,DL101", "--output-format", "json")

    assert [rule for rule, _ in found(ran)] == ["DL001", "DL101"]


def running(root: Path, *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "doclint", *arguments],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


@pytest.mark.parametrize(
    ("number", "everybody", "status"),
    [
        pytest.param(signal.SIGINT, True, 130, id="Ctrl-C reaches the workers, too"),
        pytest.param(signal.SIGTERM, False, 143, id="a job that is cancelled"),
        pytest.param(signal.SIGTERM, True, 143, id="a job that is cancelled with all its processes"),
    ],
)
@pytest.mark.parametrize("command", ["check", "fix"])
def test_a_run_that_is_stopped_says_so_and_leaves_nothing_behind(
    project, number: int, everybody: bool, status: int, command: str
) -> None:
    text = "# T\n\n" + "[s](/home/ada/src/docs/Setup.md) and [x](gone.md) if necessary.\n\n" * 6000
    root = project({"docs/Setup.md": "# Setup\n", **{f"{name}.md": text for name in "abcd"}})
    work = ("--jobs", "2", "--no-cache", "--output-format", "json:out.json") if command == "check" else ()
    with running(root, command, "--select", "ALL", *work) as process:
        time.sleep(1.2)
        (os.killpg if everybody else os.kill)(process.pid, number)
        said, problems = process.communicate(timeout=60)

    assert process.returncode == status, problems
    assert (said, problems.strip()) == ("", "doclint: stopped")
    assert {place.name for place in root.iterdir()} == {".git", "docs", *(f"{name}.md" for name in "abcd")}
    assert {(root / f"{name}.md").read_text() for name in "abcd"} == {text}
    with pytest.raises(ProcessLookupError):  # no worker is left
        os.killpg(process.pid, 0)
