"""
Do the tests notice when the code that judges is wrong?

    pip install coverage
    python benchmarks/mutants.py --sample 300            mutants by lot from all judging modules
    python benchmarks/mutants.py src/doclint/links/*.py  all mutants of some modules
    python benchmarks/mutants.py --whole src/doclint/project.py   with all tests, not only those of the part

A mutant is the code with one operator, constant or condition changed. It is killed when a test fails that runs the
changed line, or when it takes ten times as long. Types, docstrings, asserts and how values are stored are left alone.
Survivors are printed with their line. Nothing is written: mutants live in forked processes, where changed functions
are given their new code; only what runs at import is imported anew. Of the tests that run a line the cheapest are
tried, PATIENCE seconds of them: what the others would have found counts as survived.
"""

import argparse
import ast
import collections
import contextlib
import faulthandler
import gc
import importlib
import marshal
import os
import pathlib
import random
import resource
import shutil
import signal
import tempfile
import time
import types
from collections.abc import Callable, Collection, Iterator, Sequence
from importlib.machinery import SourceFileLoader
from typing import Any, NamedTuple

import coverage
import hypothesis
import pytest

ROOT = pathlib.Path(__file__).parents[1]
SOURCE = ROOT / "src/doclint"
JUDGING = (
    *("rules", "links", "verify", "claims", "instructions", "doctypes", "index", "facts", "snippets", "audit"),
    *("comparison", "fixes", "suppress.py", "freshness.py", "selection.py", "custom.py", "dates.py"),
)
PATIENCE = 10  # seconds of tests for one mutant, and the least that is waited for them
MEMORY = 4 << 30  # bytes that a mutant may have
STORAGE = {
    "frozen",
    "array_like",
    "gc",
    "slots",
    "strict",
    "maxsize",
    "kw_only",
    "order",
    "tag",
    "forbid_unknown_fields",
}

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


class Mutant(NamedTuple):
    """A change to a module: what runs at import, in a function, or in the function that is named."""

    module: pathlib.Path
    number: int
    line: int
    function: str | None

    def made(self) -> tuple[ast.Module, str]:
        """The module with the change, and what that is."""
        tree = ast.parse(self.module.read_text("utf-8"))
        node = list(places(tree))[self.number][0]
        before = ast.unparse(node)
        change(node)
        ast.fix_missing_locations(tree)
        return tree, f"{before[:80]} -> {ast.unparse(node)[:80]}"

    def code(self) -> types.CodeType:
        return compile(self.made()[0], str(self.module), "exec", dont_inherit=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("modules", nargs="*", type=pathlib.Path)
    parser.add_argument("--sample", type=int, default=0, help="mutants to try; 0: all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--whole", action="store_true", help="try all tests, not only those of the module's part")
    arguments = parser.parse_args()
    modules = [path.resolve() for path in arguments.modules] or sorted(judging())
    mutants = [mutant for module in modules for mutant in mutants_of(module)]
    if arguments.sample:
        mutants = sorted(random.Random(arguments.seed).sample(mutants, min(arguments.sample, len(mutants))))
    tests = ["tests"] if arguments.whole else sorted({test for mutant in mutants for test in tests_of(mutant.module)})
    with tempfile.TemporaryDirectory() as folder:
        Trial(mutants, tests, pathlib.Path(folder)).held()
    return 0


def judging() -> Iterator[pathlib.Path]:
    for name in JUDGING:
        place = SOURCE / name
        yield from place.rglob("*.py") if place.is_dir() else [place]


def mutants_of(module: pathlib.Path) -> list[Mutant]:
    found = places(ast.parse(module.read_text("utf-8")))
    return [Mutant(module, number, node.lineno, function) for number, (node, function) in enumerate(found)]


def places(tree: ast.AST, function: str | None = None, prefix: str = "") -> Iterator[tuple[Any, str | None]]:
    """Nodes that can be changed and the outermost function each is in, in an order that does not change."""
    for child in parts(tree):
        if not isinstance(tree, ast.FunctionDef | ast.AsyncFunctionDef) or function or child not in tree.body:
            name = function
        else:
            name = prefix + tree.name
        if changeable(child):
            yield child, name
        inner = f"{prefix}{tree.name}." if isinstance(tree, ast.ClassDef) else prefix
        yield from places(child, name, inner)


def parts(node: ast.AST) -> Iterator[ast.AST]:
    """What is below a node and makes a difference to what the code does."""
    if isinstance(node, ast.Assert | ast.Import | ast.ImportFrom) or is_for_types(node):
        return
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list", "format_spec"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not (isinstance(child, ast.keyword) and child.arg in STORAGE):
                yield child


def is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def changeable(node: ast.AST) -> bool:
    if isinstance(node, ast.Compare):
        return type(node.ops[0]) in SWAPPED
    if isinstance(node, ast.BoolOp | ast.BinOp):
        return type(node.op) in SWAPPED
    if isinstance(node, ast.Constant):
        return isinstance(node.value, bool | int)
    if isinstance(node, ast.If | ast.While | ast.IfExp) and not is_for_types(node):
        return isinstance(node.test, ast.Name | ast.Attribute | ast.Call | ast.Subscript | ast.NamedExpr)
    return isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)


def change(node: Any) -> None:
    if isinstance(node, ast.Compare):
        node.ops[0] = SWAPPED[type(node.ops[0])]()  # type: ignore[call-overload]
    elif isinstance(node, ast.BoolOp | ast.BinOp):
        node.op = SWAPPED[type(node.op)]()  # type: ignore[assignment]
    elif isinstance(node, ast.Constant):
        value = node.value
        node.value = not value if isinstance(value, bool) else value + 1 if value < 10 else value * 2  # type: ignore[operator]
    elif isinstance(node, ast.UnaryOp):
        node.operand = ast.UnaryOp(ast.Not(), node.operand)
    else:
        node.test = ast.UnaryOp(ast.Not(), node.test)


def tests_of(module: pathlib.Path) -> list[str]:
    """The tests of a module's part: the folder or file that mirrors it, and the rules' own examples."""
    part = module.relative_to(SOURCE).parts[0].removesuffix(".py")
    family = module.stem[:3] if part == "rules" else part
    also = {
        "dl1": ["doctypes", "rules", "index"],
        "dl2": ["index"],
        "dl3": ["links"],
        "dl4": ["doctypes", "index"],
        "dl5": ["index"],
        "dl6": ["instructions"],
        "dl7": ["snippets", "rules"],
        "dl8": ["verify", "claims"],
        "claims": ["verify"],
        "doctypes": ["index"],
        "facts": ["links", "index", "doctypes", "rules", "verify"],
        "freshness": ["index"],
        "comparison": ["cli", "integration"],
        "files": ["links", "test_workers.py", "robust/test_bad_input.py", "cli"],
        "fixes": ["cli", "robust/test_properties.py"],
        "git": ["robust/test_git.py", "index/test_freshness.py", "audit/test_trend.py", "cli"],
        "suppress": ["robust/test_properties.py"],
        "gate": ["audit/test_gate.py", "cli/test_gate.py"],
        "limits": ["cli/test_gate.py"],
        "settings": ["config"],
        "selection": ["config", "test_custom.py"],
    }
    names = [part, f"test_{part}.py", *also.get(family, ()), "test_rules.py", "test_engine.py", "rules"]
    return [f"tests/{name}" for name in names if (ROOT / "tests" / name).exists()]


class Trial:
    """Forked processes in which tests meet mutants; nothing that one leaves behind reaches the next."""

    def __init__(self, mutants: Sequence[Mutant], tests: Sequence[str], folder: pathlib.Path) -> None:
        self.mutants, self.tests, self.folder = mutants, tests, folder
        self.by_line: dict[tuple[str, int], list[str]] = {}  # module and line → tests that run it
        self.seconds: dict[str, float] = {}  # of the tests that pass undisturbed
        self.fate: collections.Counter[bool] = collections.Counter()
        self.out = os.fdopen(os.dup(1), "w")
        os.environ["HYPOTHESIS_STORAGE_DIRECTORY"] = str(folder / "hypothesis")
        generate = (hypothesis.Phase.explicit, hypothesis.Phase.generate)
        hypothesis.settings.register_profile("once", phases=generate, derandomize=True, database=None, deadline=None)
        hypothesis.settings.load_profile("once")

    def held(self) -> None:
        """Run the trial and say how it went."""
        for stream in (1, 2):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
        measured = self.folder / "measured"
        forked(lambda: self.session(lambda items: measured.write_bytes(marshal.dumps(self.measure(items)))), 3600)
        self.by_line, self.seconds = marshal.loads(measured.read_bytes())
        for mutant in self.mutants:
            if not mutant.function:
                self.judge(mutant, lambda tests, mutant=mutant: self.anew(mutant, tests))
        self.session(self.judge_in_place)
        share = self.fate[False] / max(1, self.fate.total())
        self.say(f"{self.fate.total()} mutants, {self.fate[False]} killed ({share:.1%}), {self.fate[True]} survived")

    def session(self, action: Callable[[Sequence[pytest.Item]], object], tests: Sequence[str] = ()) -> int:
        """Collect tests and do something with them in pytest's stead."""
        options = [f"--rootdir={ROOT}", f"--basetemp={self.folder / 'pytest'}", "--override-ini=addopts="]
        options += ["--import-mode=importlib", "-mnot slow", "-pno:cacheprovider", "-pno:faulthandler"]
        return int(pytest.main([*options, *(tests or self.tests)], plugins=[Instead(action)]))

    def measure(self, items: Sequence[pytest.Item]) -> tuple[dict[tuple[str, int], list[str]], dict[str, float]]:
        """Which tests run a line of the mutated modules, and how long each takes."""
        modules = sorted({str(mutant.module) for mutant in self.mutants})
        run = coverage.Coverage(data_file=None, include=modules)
        seconds = {}
        run.start()
        for item, following in zip(items, [*items[1:], None], strict=True):
            run.switch_context(item.nodeid)
            started = time.process_time()
            if passes(item, following):
                seconds[item.nodeid] = time.process_time() - started
        run.stop()
        lines = {module: run.get_data().contexts_by_lineno(module) for module in modules}
        return {(module, line): tests for module in lines for line, tests in lines[module].items()}, seconds

    def judge_in_place(self, items: Sequence[pytest.Item]) -> None:
        by_name = {item.nodeid: item for item in items}
        for module in {mutant.module for mutant in self.mutants}:  # what is imported late could not be patched
            importlib.import_module(".".join(module.relative_to(SOURCE.parent).with_suffix("").parts))
        for mutant in self.mutants:
            if mutant.function:
                self.judge(mutant, lambda tests, mutant=mutant: patched(mutant, [by_name[test] for test in tests]))

    def judge(self, mutant: Mutant, attempt: Callable[[Collection[str]], int]) -> None:
        """Try a mutant in a process of its own; `attempt` returns 0 if all tests pass."""
        tests = self.promising(mutant)
        limit = PATIENCE + 5 * sum(self.seconds[test] for test in tests)
        survived = not tests or forked(lambda: attempt(tests), limit) == 0
        shutil.rmtree(self.folder / "pytest", ignore_errors=True)
        self.fate[survived] += 1
        if survived:
            how = mutant.made()[1] + ("" if tests else "   (no test comes by)")
            self.say(f"survived {mutant.module.relative_to(ROOT)}:{mutant.line} {how}")

    def promising(self, mutant: Mutant) -> list[str]:
        """
        Tests that run the line, cheapest first. What runs at import can show in any test of the module, as can what is
        worked out once and kept: only the first test that asks for it runs the line.
        """
        module = str(mutant.module)
        direct = set(self.by_line.get((module, mutant.line), ()))
        found = set(direct)
        if len(direct) == 1 or not mutant.function:
            found |= {test for (name, _), tests in self.by_line.items() if name == module for test in tests}
        if not mutant.function:
            found = found or set(self.seconds)  # a module of values runs no lines of its own
        chosen, spent = [], 0.0
        for test in sorted(found & self.seconds.keys(), key=lambda test: (test not in direct, self.seconds[test])):
            chosen.append(test)
            spent += self.seconds[test]
            if spent > PATIENCE:
                break
        return chosen

    def anew(self, mutant: Mutant, tests: Collection[str]) -> int:
        """Import the mutant instead of its module, and try the tests: 0 if they pass."""
        code, read = mutant.code(), SourceFileLoader.get_code

        def get_code(loader: SourceFileLoader, name: str) -> types.CodeType | None:
            return code if loader.path == str(mutant.module) else read(loader, name)

        SourceFileLoader.get_code = get_code  # type: ignore[assignment, method-assign]
        files = {test.partition("::")[0] for test in tests}
        return self.session(lambda items: all_pass([item for item in items if item.nodeid in tests]), sorted(files))

    def say(self, line: str) -> None:
        print(line, file=self.out, flush=True)


class Instead:
    """A plugin that does something else with the tests than run them."""

    def __init__(self, action: Callable[[Sequence[pytest.Item]], object]) -> None:
        self.action = action

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self.action(session.items)
        return True


def all_pass(items: Sequence[pytest.Item]) -> bool:
    """Run tests until one fails."""
    return all(passes(item, following) for item, following in zip(items, [*items[1:], None], strict=True))


def passes(item: pytest.Item, following: pytest.Item | None) -> bool:
    failed = item.session.testsfailed
    item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
    return item.session.testsfailed == failed


def patched(mutant: Mutant, items: Sequence[pytest.Item]) -> int:
    """Give the function its changed code, forget what was worked out before, and try the tests: 0 if they pass."""
    codes = {(code.co_qualname, code.co_firstlineno): code for code in nested(mutant.code())}
    for thing in gc.get_objects():
        if isinstance(thing, types.FunctionType):
            code = thing.__code__
            if code.co_filename == str(mutant.module) and code.co_qualname == mutant.function:
                thing.__code__ = codes[code.co_qualname, code.co_firstlineno]
        elif hasattr(type(thing), "cache_clear") and (thing.__module__ or "").startswith("doclint"):
            thing.cache_clear()
    return int(not all_pass(items))


def nested(code: types.CodeType) -> Iterator[types.CodeType]:
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield constant
            yield from nested(constant)


def forked(action: Callable[[], int | None], seconds: float) -> int:
    """What an action returns in a process of its own, which ends after some seconds of CPU time; 0: all is well."""
    process = os.fork()
    if not process:
        os.setpgid(0, 0)
        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 2))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        faulthandler.dump_traceback_later(20 * seconds, exit=True)  # waits for what does not come
        try:
            status = action()
        except BaseException:
            status = 1
        os._exit(status or 0)
    _, status = os.waitpid(process, 0)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process, signal.SIGKILL)
    return status


if __name__ == "__main__":
    raise SystemExit(main())
