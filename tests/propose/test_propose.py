"""doclint init: the settings file it writes is one that can be read, and changes nothing that was right."""

import subprocess
import sys
from pathlib import Path

ALERT = "# {}\n\n## Meaning\n\nx\n\n## Impact\n\nx\n\n## Diagnosis\n\nx\n\n## Mitigation\n\nx\n"


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "doclint", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_init_writes_settings_with_which_a_set_without_faults_stays_clean(tmp_path: Path) -> None:
    (tmp_path / "alerts" / "helpers").mkdir(parents=True)
    for name in ("Disk", "Network", "Memory", "Clock", "Queue"):
        (tmp_path / "alerts" / f"{name}.md").write_text(ALERT.format(name))
    (tmp_path / "alerts" / "helpers" / "tools.md").write_text("# Tools\n\nUse them.\n")

    done = run(tmp_path, "init")
    written = (tmp_path / "doclint.yaml").read_text()
    checked = run(tmp_path, "check", "--select", "DL1,DL4")

    assert done.returncode == 0, done.stderr
    assert "alert-runbook:  # 5 documents share 4 sections" in written
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_a_set_with_sections_of_its_own_between_the_usual_ones_stays_clean(tmp_path: Path) -> None:
    (tmp_path / "runbooks").mkdir()
    names = ("disk", "network", "memory", "clock")
    for name in names:
        own = "## When\n\nx\n\n## Steps\n\n1. x\n\n## Verification\n\nx\n\n## Rollback\n\n1. x\n\n## Escalation\n\nx\n"
        (tmp_path / "runbooks" / f"{name}.md").write_text(f"# Runbook: {name}\n\n{own}\n## Thanks\n\nx\n")
    (tmp_path / "NOTES.md").write_text("# Notes\n\nx\n")
    (tmp_path / "README.md").write_text("# Ops\n\n" + "".join(f"- [x](runbooks/{name}.md)\n" for name in names))

    run(tmp_path, "init")
    written = (tmp_path / "doclint.yaml").read_text()
    checked = run(tmp_path, "check", "--select", "DL1,DL2")

    assert "ordered: true" in written
    assert "index:" not in written
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_a_section_that_is_lost_later_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "alerts").mkdir()
    for name in ("Disk", "Network", "Memory", "Clock", "Queue"):
        (tmp_path / "alerts" / f"{name}.md").write_text(ALERT.format(name))
    run(tmp_path, "init")
    (tmp_path / "alerts" / "Disk.md").write_text(ALERT.format("Disk").replace("## Mitigation\n\nx\n", ""))

    checked = run(tmp_path, "check", "--select", "DL102", "--output-format", "json")

    assert checked.returncode == 1
    assert "no section 'Mitigation', owed by type alert-runbook" in checked.stdout


def test_settings_that_are_there_are_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "doclint.yaml").write_text("fail-on: error\n")
    (tmp_path / "a.md").write_text("# A\n")

    done = run(tmp_path, "init")

    assert done.returncode == 2
    assert "--force" in done.stderr
    assert (tmp_path / "doclint.yaml").read_text() == "fail-on: error\n"
