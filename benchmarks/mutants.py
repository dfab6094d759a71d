"""
Do the tests notice when the code that judges is wrong?

    python benchmarks/mutants.py --sample 200            mutants by lot from all judging modules
    python benchmarks/mutants.py src/doclint/links/*.py  all mutants of some modules

A mutant is the code with one operator, constant or condition changed. It is killed when the tests of its
part fail, or take ten times as long. Works on a copy; survivors are printed with their line.
"""

import argparse
import ast
import collections
import copy
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator

ROOT = pathlib.Path(__file__).parents[1]
JUDGING = ("rules", "links", "verify", "claims", "instructions", "doctypes", "suppress.py", "baseline.py")
PATIENCE = 180  # seconds for the tests of one mutant

SWAPPED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("modules", nargs="*", type=pathlib.Path)
    parser.add_argument("--sample", type=int, default=0, help="mutants to try; 0: all")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    modules = [path.resolve() for path in arguments.modules] or sorted(judging())
    mutants = [(module, number) for module in modules for number in range(count(module))]
    if arguments.sample:
        mutants = sorted(random.Random(arguments.seed).sample(mutants, min(arguments.sample, len(mutants))))
    fate: collections.Counter[str] = collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        copied = pathlib.Path(folder)
        shutil.copytree(ROOT / "src", copied / "src")
        shutil.copytree(ROOT / "rules", copied / "rules")
        for module, number in mutants:
            survived, what = tried(module, number, copied)
            fate["survived" if survived else "killed"] += 1
            if survived:
                print(f"survived {module.relative_to(ROOT)}:{what}", flush=True)
    share = fate["killed"] / max(1, fate.total())
    print(f"{fate.total()} mutants, {fate['killed']} killed ({share:.0%}), {fate['survived']} survived")
    return 0


def judging() -> Iterator[pathlib.Path]:
    for name in JUDGING:
        place = ROOT / "src/doclint" / name
        yield from place.rglob("*.py") if place.is_dir() else [place] * place.is_file()


def count(module: pathlib.Path) -> int:
    return sum(1 for _ in places(ast.parse(module.read_text("utf-8"))))


def places(tree: ast.Module) -> Iterator[tuple[ast.AST, str]]:
    """Nodes that can be changed and how, in an order that does not change."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and type(node.ops[0]) in SWAPPED:
            yield node, "comparison"
        elif isinstance(node, ast.BoolOp | ast.BinOp) and type(node.op) in SWAPPED:
            yield node, "operator"
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            yield node, "not"
        elif isinstance(node, ast.Constant) and isinstance(node.value, bool | int):
            yield node, "constant"
        elif isinstance(node, ast.IfExp):
            yield node, "condition"


def mutated(source: str, number: int) -> tuple[str, str]:
    """The module with its nth mutation, and where and what that is."""
    tree = ast.parse(source)
    node, kind = list(places(tree))[number]
    before = copy.deepcopy(node)
    if kind == "comparison":
        node.ops[0] = SWAPPED[type(node.ops[0])]()  # type: ignore[attr-defined]
    elif kind == "operator":
        node.op = SWAPPED[type(node.op)]()  # type: ignore[attr-defined]
    elif kind == "not":
        node.op, node.operand = ast.Not(), ast.UnaryOp(ast.Not(), node.operand)  # type: ignore[attr-defined]
    elif kind == "constant":
        value = node.value  # type: ignore[attr-defined]
        node.value = (not value) if isinstance(value, bool) else value + 1  # type: ignore[attr-defined]
    else:
        node.body, node.orelse = node.orelse, node.body  # type: ignore[attr-defined]
    what = f"{node.lineno} {ast.unparse(before)[:70]} -> {ast.unparse(node)[:70]}"  # type: ignore[attr-defined]
    return ast.unparse(ast.fix_missing_locations(tree)), what


def tried(module: pathlib.Path, number: int, copied: pathlib.Path) -> tuple[bool, str]:
    """Does the mutant survive the tests of its part?"""
    place = copied / module.relative_to(ROOT)
    original = module.read_text("utf-8")
    text, what = mutated(original, number)
    place.write_text(text, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(copied / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests_of(module)]
    try:
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, timeout=PATIENCE, check=False)
        return done.returncode == 0, what
    except subprocess.TimeoutExpired:
        return False, what
    finally:
        place.write_text(original, encoding="utf-8")


def tests_of(module: pathlib.Path) -> list[str]:
    """The tests of a module's part: the folder or file that mirrors it, and the rules' own examples."""
    part = module.relative_to(ROOT / "src/doclint").parts[0].removesuffix(".py")
    mirrors = [ROOT / "tests" / part, ROOT / "tests" / f"test_{part}.py"]
    found = [str(path) for path in mirrors if path.exists()]
    family = module.stem[:3] if part == "rules" else part
    by_family = {"dl3": ["links"], "dl8": ["verify", "claims"], "dl6": ["instructions"], "dl1": ["doctypes"]}
    by_family |= {"claims": ["verify"]}
    found += [str(ROOT / "tests" / name) for name in by_family.get(family, []) if (ROOT / "tests" / name).exists()]
    return sorted({*found, str(ROOT / "tests/test_rules.py")})


if __name__ == "__main__":
    raise SystemExit(main())
