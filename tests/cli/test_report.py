"""doclint report as a user meets it."""

import json

import pytest

from tests.audit.sets import SET

CLEAN = {"docs/a.md": "# A\n\nSee [B](b.md).\n", "docs/b.md": "# B\n\nSee [A](a.md).\n"}
TODAY = ("--today", "2026-01-15")


@pytest.mark.parametrize(
    ("files", "arguments", "status"),
    [
        pytest.param(CLEAN, [], 0, id="passes"),
        pytest.param(CLEAN, ["docs"], 0, id="a folder that passes"),
        pytest.param(SET, ["docs"], 1, id="fails"),
        pytest.param(SET, ["docs", "--exit-zero"], 0, id="fails, and nobody minds"),
        pytest.param({**CLEAN, "doclint.yaml": "gate: {new-errors: 0}\n"}, [], 1, id="could not see everything"),
        pytest.param({**CLEAN, "doclint.yaml": "gate: {rules: {DL999: 0}}\n"}, [], 2, id="a limit on no rule"),
        pytest.param({"a.txt": ""}, [], 2, id="nothing to audit"),
        pytest.param({"a.txt": ""}, ["--exit-zero"], 2, id="nothing to audit, and exit zero"),
        pytest.param(CLEAN, ["gone"], 2, id="a folder that is not there"),
        pytest.param(CLEAN, ["--phase", "Nine"], 2, id="unknown phase"),
        pytest.param(CLEAN, ["--base", "main"], 2, id="a base without git"),
        pytest.param(CLEAN, ["--history", "3"], 2, id="a history without git"),
        pytest.param(CLEAN, ["--from", "gone.json"], 2, id="no report to render"),
        pytest.param({**CLEAN, "x.json": "{}"}, ["--from", "x.json"], 2, id="no report of ours"),
        pytest.param({**CLEAN, "x.json": "\xff"}, ["--from", "x.json"], 2, id="no JSON"),
        pytest.param(CLEAN, ["--output-format", "sarif"], 2, id="a format of check"),
    ],
)
def test_the_exit_status_is_the_verdict(project, doclint, files, arguments: list[str], status: int) -> None:
    project(files)

    ran = doclint("report", *TODAY, *arguments)

    assert ran.status == status, ran
    assert "Traceback" not in ran.stderr


def test_a_report_renders_again_to_the_same_bytes(project, doclint) -> None:
    root = project(SET)
    formats = {"html": "html", "markdown": "md", "text": "txt", "json": "json"}

    def written(prefix: str, *arguments: str) -> dict[str, bytes]:
        targets = [f"--output-format={name}:{prefix}.{ending}" for name, ending in formats.items()]
        assert doclint("report", *arguments, *targets).status == 1
        return {name: (root / f"{prefix}.{ending}").read_bytes() for name, ending in formats.items()}

    first = written("first", "docs", *TODAY)
    second = written("second", "--from", "first.json")

    assert first == second


def test_a_phase_of_the_settings_is_audited_by_name(project, doclint) -> None:
    settings = "phases:\n- name: Three\n  paths: [docs]\n  deliverables:\n  - {path: docs/faq.md, lines: 100+}\n"
    project({**SET, "doclint.yaml": settings})

    audit = json.loads(doclint("report", "--phase", "three", *TODAY, "--output-format", "json").stdout)

    assert audit["phase"]["name"] == "Three"
    assert [(one["path"], one["state"]) for one in audit["deliverables"]] == [("docs/faq.md", "missing")]
    assert audit["method"]["config"] == "doclint.yaml"
    assert audit["method"]["command"].startswith("doclint report --phase three")


def test_findings_of_the_baseline_are_debt_and_not_counted(project, doclint) -> None:
    files = {"docs/a.md": "# A\n\n[dead](gone.md)\n"}
    project(files)
    doclint("baseline", "create")

    audit = json.loads(doclint("report", *TODAY, "--output-format", "json").stdout)

    assert audit["summary"]["errors"] == 0
    assert audit["summary"]["baselined"] >= 1
    assert [one["subject"] for one in audit["debt"]["baselined"] if one["rule"] == "DL301"] == ["gone.md"]


@pytest.mark.parametrize("arguments", [["--phase"], ["--phase", "docs"]], ids=["recognised", "a folder"])
def test_init_writes_the_phase_that_report_then_audits(project, doclint, arguments: list[str]) -> None:
    project(SET)
    written = doclint("init", *arguments)
    assert written.status == 0, written

    audit = json.loads(doclint("report", *TODAY, "--output-format", "json").stdout)

    assert (audit["phase"]["name"], audit["phase"]["source"]) == ("Phase 3", "settings")
    assert [one["path"] for one in audit["deliverables"]] == ["docs/guide.md", "docs/runbook.md"]
