"""What doclint promises about itself, read off its own source: who may run, write, import or reach out."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src/doclint"

# Calls and imports that could do what nobody asked for, and the only modules that have them.
WATCHED = {
    "eval": set(),
    "exec": set(),
    "compile": {"snippets/python.py"},  # to a syntax tree only
    "__import__": set(),
    "pickle": set(),
    "ctypes": set(),
    "importlib.util": set(),
    "importlib.machinery": set(),
    "importlib.metadata": set(),
    "pkgutil": {"rules/__init__.py"},
    "zipimport": set(),
    "multiprocessing": {"workers.py"},
    "asyncio.create_subprocess_exec": set(),
    "asyncio.create_subprocess_shell": set(),
    "webbrowser": set(),
    "http.client": set(),
    "ftplib": set(),
    "smtplib": set(),
    "marshal": set(),
    "shelve": set(),
    "os.system": set(),
    "os.popen": set(),
    **{f"os.{name}": set() for name in ("execv", "execve", "execvp", "spawnv", "spawnl", "posix_spawn", "startfile")},
    "runpy": set(),
    "yaml.load": set(),
    "yaml.unsafe_load": set(),
    "subprocess": {"git/command.py", "snippets/shell.py", "style.py"},
    "import_module": {"rules/__init__.py", "output/__init__.py", "cli/__init__.py", "snippets/__init__.py"},
    "httpcore": {"links/online/*"},
    "httpx": set(),
    "socket": {"links/online/*"},
    "urllib.request": set(),
}


@cache
def used() -> dict[str, frozenset[str]]:
    """What each module calls or imports."""
    return {
        module.relative_to(SOURCE).as_posix(): frozenset(uses(ast.parse(module.read_text("utf-8"))))
        for module in modules()
    }


def uses(tree: ast.Module) -> Iterator[str]:
    """Names a module calls or imports, dotted."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


@pytest.mark.parametrize("name", WATCHED)
def test_only_these_modules_may(name: str) -> None:
    found = {
        module for module, names in used().items() if any(each == name or each.startswith(name + ".") for each in names)
    }
    allowed: set[str] = WATCHED[name]

    assert {next((place for place in allowed if fnmatch(module, place)), module) for module in found} == allowed


@pytest.mark.parametrize("command", ["doclint", "python -m doclint"])
def test_a_checked_project_has_no_modules_for_us(command: str, tmp_path: Path) -> None:
    before_us = subprocess.run(  # Python looks for these, for its -m, before any of our code could forbid it
        [sys.executable, "-c", "import runpy, sys; print(*sys.modules)"], capture_output=True, text=True, check=True
    ).stdout.split()
    others = {"click", "markdown_it", "msgspec", "pathspec", "pyromark", "yaml"}
    for name in sys.stdlib_module_names - set(before_us) | others:
        (tmp_path / f"{name}.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'a').write({name!r})\n")
    (tmp_path / "a.md").write_text("# A\n\n```bash\nls (\n```\n")
    us = [sys.executable, "-m", "doclint"] if "-m" in command else [str(Path(sys.executable).parent / "doclint")]

    done = subprocess.run([*us, "check", "--no-cache"], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert not (tmp_path / "ran").exists(), (tmp_path / "ran").read_text()
    assert done.returncode == 1


def test_no_process_is_started_through_a_shell() -> None:
    for module in modules():
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                assert not any(keyword.arg == "shell" for keyword in node.keywords), f"{module}:{node.lineno}"


def test_no_module_is_loaded_by_a_name_from_outside() -> None:
    """`import_module` gets names below doclint only, spelled out in the call."""
    for module in modules():
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module"):
                name = ast.unparse(node.args[0])
                assert name.startswith(("f'doclint.", "f'{__name__}.")), f"{module}:{node.lineno} {name}"
