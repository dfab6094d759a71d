"""The script of the GitHub action, run by bash as a runner would."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

STEPS = yaml.safe_load((Path(__file__).resolve().parents[2] / "action.yml").read_text())["runs"]["steps"]


@pytest.fixture
def tools(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the first step would have installed doclint."""
    folder = tmp_path_factory.mktemp("runner")
    (folder / "doclint/bin").mkdir(parents=True)
    program = folder / "doclint/bin/doclint"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m doclint "$@"\n')
    program.chmod(0o755)
    return folder


@pytest.mark.parametrize(
    ("inputs", "status", "annotated"),
    [
        pytest.param({}, 0, [], id="a push: everything, by its own settings"),
        pytest.param(
            {"BASE_REF": "main"}, 1, ["new.md"], id="a pull request: what is new, by the settings of its base"
        ),
        pytest.param({"NEW_FROM": "none", "BASE_REF": "main"}, 1, ["gone.md", "new.md"], id="everything, asked for"),
        pytest.param({"CONFIG_FROM": "none", "BASE_REF": "main"}, 0, [], id="its own settings, asked for"),
        pytest.param({"PATHS": "clean.md"}, 0, [], id="a path"),
        pytest.param({"ARGS": "--select DL999"}, 2, [], id="a mistake"),
        pytest.param({"PATHS": "$(touch injected) ;touch injected"}, 2, [], id="a path that would be a command"),
    ],
)
def test_the_action_annotates_summarises_and_passes_the_status_on(
    repository, tools: Path, tmp_path: Path, inputs: dict[str, str], status: int, annotated: list[str]
) -> None:
    repository({"a.md": "# A\n\n[x](gone.md)\n", "clean.md": "# C\n\nSee [a](a.md).\n"})
    subprocess.run(["git", "update-ref", "refs/remotes/origin/main", "HEAD"], check=True)
    repository({"a.md": "# A\n\n[x](gone.md) [y](new.md)\n", "doclint.yaml": "per-file-ignores: {a.md: [DL301]}\n"})
    outside = tools / "out"
    outside.mkdir()
    environment = {
        "PATH": os.environ["PATH"],
        "HOME_OF_TOOLS": str(tools),
        "GITHUB_OUTPUT": str(outside / "output"),
        "GITHUB_STEP_SUMMARY": str(outside / "summary"),
        **{
            "COMMAND": "check",
            "PATHS": "",
            "NEW_FROM": "",
            "CONFIG_FROM": "",
            "BASE_REF": "",
            "ARGS": "--select DL301",
        },
        "SARIF_FILE": str(outside / "doclint.sarif"),
        **inputs,
    }

    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", STEPS[1]["run"]],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == status, done
    errors = [line for line in done.stdout.split("\n") if line.startswith("::error ")]
    assert [line.rpartition("::")[2].partition(" ")[0] for line in errors] == annotated
    assert (outside / "output").read_text() == f"exit-code={status}\n"
    assert (outside / "doclint.sarif").exists() is (status != 2)
    assert not (tmp_path / "injected").exists()


def test_no_input_reaches_a_shell_as_text() -> None:
    assert not any("${{" in step["run"] for step in STEPS)
