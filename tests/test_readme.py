"""What the README shows works: its commands, its settings, its rule."""

import re
import shlex
import shutil
import subprocess
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from doclint.config import load
from doclint.rules import all_rules

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [
    line.partition("#")[0].strip()
    for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    for line in block.splitlines()
    if line.startswith("doclint ")
]
EXPECTED = {  # on a project with a dead link that is older than the branch
    "doclint check": 1,
    "doclint check docs/runbooks": 0,
    "doclint report": 0,
    "doclint check --new-from origin/main": 0,
    "doclint baseline create": 0,
    "doclint baseline prune": 2,
    "doclint fix --diff": 0,
    "doclint fix": 0,
    "doclint check --output-format sarif:doclint.sarif --output-format concise": 1,
}


@pytest.fixture
def documents(repository, tmp_path: Path) -> Path:
    """The example set with an old dead link, on a branch."""
    shutil.copytree(ROOT / "examples/operations", tmp_path / "docs")
    (tmp_path / "docs/doclint.yaml").unlink()
    repository({"README.md": "# Shop\n\n[Documents](docs/README.md), [gone](gone.md)\n"})
    subprocess.run(["git", "update-ref", "refs/remotes/origin/main", "HEAD"], check=True)
    repository({"README.md": "# Shop\n\nAll we have.\n\n[Documents](docs/README.md), [gone](gone.md)\n"})
    return tmp_path


def test_the_readme_states_the_commands_that_are_tried_here() -> None:
    assert sorted(set(COMMANDS)) == sorted(EXPECTED)


@pytest.mark.parametrize("command", EXPECTED)
def test_a_command_of_the_readme_works(documents: Path, doclint: Callable[..., object], command: str) -> None:
    options = ["--today", "2026-11-22"] if "baseline" not in command else []

    ran = doclint(*shlex.split(command)[1:], *options)

    assert ran.status == EXPECTED[command], ran


@pytest.mark.parametrize("page", ["README.md", "examples/ci/README.md", "examples/editors/README.md"])
def test_options_and_commands_that_are_named_exist(doclint: Callable[..., object], page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    commands = set(re.findall(r"`doclint (\w+)", text))
    helps = "".join(doclint(name, "--help").stdout for name in {*commands, "check", "fix"})

    assert all(doclint(name, "--help").status == 0 for name in commands)
    assert [option for option in set(re.findall(r"`(--[\w-]+)", text)) if option not in helps] == []


def test_the_settings_of_the_readme_are_settings(project) -> None:
    settings = next(block for block in re.findall(r"```yaml\n(.*?)```", README, re.DOTALL) if "extends" in block)
    root = project({"doclint.yaml": settings})

    assert load(root).settings.extends == ("links",)


def test_the_rule_and_the_type_of_the_readme_work(project, doclint) -> None:
    settings = next(block for block in re.findall(r"```yaml\n(.*?)```", README, re.DOTALL) if "custom-rules" in block)
    project({"doclint.yaml": settings, "postmortems/1.md": "# Down\n\nThe admin slept.\n\n## Timeline\n\nLong.\n"})

    said = doclint("check", "--output-format", "concise").stdout

    assert "SHOP001 one-name-for-operators: 'admin': write 'operator'" in said
    assert "no section 'Impact'" in said
    assert "'Timeline' has no table or list" in said
    assert "## Impact" in doclint("explain", "postmortem").stdout


def test_the_hooks_of_the_readme_exist() -> None:
    stated = yaml.safe_load(
        next(block for block in re.findall(r"```yaml\n(.*?)```", README, re.DOTALL) if "repos" in block)
    )
    there = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())

    assert {hook["id"] for hook in stated["repos"][0]["hooks"]} == {hook["id"] for hook in there}


def test_the_rule_in_contributing_is_one_that_is_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    shown = next(block for block in re.findall(r"```python\n(.*?)```", text, re.DOTALL))

    assert shown == (ROOT / "src/doclint/rules/dl101_heading_increment.py").read_text(encoding="utf-8")
    assert "DL101" in {rule.code for rule in all_rules()}


def test_every_layer_of_the_contract_is_on_the_architecture_page() -> None:
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"][0]
    modules = {name for layer in contract["layers"] for name in re.findall(r"\w+", layer)} - {"__main__"}

    named = set(re.findall(r"`(\w+)`", (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")))

    assert sorted(modules - named) == []
