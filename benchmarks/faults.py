"""
Runs that end at any moment: kill -9 during check, fix and baseline, several runs at once, a full disk.

    python benchmarks/faults.py --kills 200

After every kill each document is as it was or wholly mended, the baseline is absent, old or whole, and the next
check says what an undisturbed one says. Exit status 1 when that did not hold. Linux only: the full disk is a
small tmpfs, mounted where the user may.
"""

import argparse
import collections
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

DOCLINT = [sys.executable, "-m", "doclint"]
TODAY = ("--today", "2026-01-15")
DOCUMENTS = 60


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=random.randrange(2**32))
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DOCLINT_CACHE_DIR"] = folder + "/cache"
        trial = Trial(pathlib.Path(folder) / "project")
        outcomes: collections.Counter[str] = collections.Counter()
        for _ in range(arguments.kills):
            command = chance.choice(sorted(trial.commands))
            problem = trial.killed(command, chance.random())
            outcomes[f"{command}: {problem or 'as promised'}"] += 1
        for count in (2, 8):
            outcomes[f"{count} runs at once: {trial.at_once(count) or 'as promised'}"] += 1
        outcomes[f"full disk: {full_disk(pathlib.Path(folder)) or 'as promised'}"] += 1
    for outcome, count in sorted(outcomes.items()):
        print(f"{count:5} {outcome}")
    print(f"seed {arguments.seed}")
    return int(any("as promised" not in outcome and "not tried" not in outcome for outcome in outcomes))


class Trial:
    """A project with findings that can be mended, and what undisturbed runs make of it."""

    def __init__(self, root: pathlib.Path) -> None:
        self.root = root
        self.original = write(root)
        self.commands = {
            "check": ["check", "--output-format", "json", *TODAY],
            "check anew": ["check", "--no-cache", "--output-format", "json", *TODAY],
            "fix": ["fix", "--unsafe", *TODAY],
            "baseline": ["baseline", "create", *TODAY],
        }
        self.seconds = {}
        self.expected = self.run("check").stdout
        self.run("fix")
        self.mended = self.contents()
        self.restore()
        self.run("baseline")
        self.baseline = self.extra()
        self.restore()
        for command in self.commands:
            started = time.monotonic()
            self.run(command)
            self.seconds[command] = time.monotonic() - started
            self.restore()

    def killed(self, command: str, when: float) -> str:
        """Kill a run after a part of its time; what then is not as promised."""
        self.restore()
        process = subprocess.Popen(
            [*DOCLINT, *self.commands[command]],
            cwd=self.root,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        time.sleep(when * self.seconds[command] * 1.1)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return self.broken()

    def broken(self) -> str:
        for name, content in self.contents().items():
            if content not in (self.original.get(name), self.mended.get(name)):
                return f"{name} is neither as it was nor mended"
        for name, content in self.extra().items():
            if name.endswith(".json") and content != self.baseline.get(name):
                return f"{name} is half written"
        for name in self.extra():
            (self.root / name).unlink()
        self.restore()
        return "" if self.run("check").stdout == self.expected else "the next check says something else"

    def at_once(self, count: int) -> str:
        """Several checks over one cache, from an empty one."""
        shutil.rmtree(os.environ["DOCLINT_CACHE_DIR"], ignore_errors=True)
        command = [*DOCLINT, *self.commands["check"]]
        runs = [subprocess.Popen(command, cwd=self.root, stdout=subprocess.PIPE, text=True) for _ in range(count)]
        said = {run.communicate(timeout=300)[0] for run in runs}
        return "" if said == {self.expected} else "they do not say the same"

    def run(self, command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*DOCLINT, *self.commands[command]], cwd=self.root, capture_output=True, text=True, timeout=300, check=False
        )

    def contents(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in sorted(self.root.glob("*.md"))}

    def extra(self) -> dict[str, bytes]:
        files = (path for path in self.root.iterdir() if path.is_file() and path.suffix != ".md")
        return {path.name: path.read_bytes() for path in files}

    def restore(self) -> None:
        for name in self.extra():
            (self.root / name).unlink()
        for name, content in self.original.items():
            (self.root / name).write_bytes(content)


def write(root: pathlib.Path) -> dict[str, bytes]:
    (root / ".git").mkdir(parents=True)
    texts = {}
    for number in range(DOCUMENTS):
        other = (number + 1) % DOCUMENTS
        steps = "".join(f"{step}. Run `make step-{step}` and read its last line.\n" for step in range(1, 120))
        text = f"# Page {number}\n\n[next](PAGE-{other}.md) [section](page-{other}.md#step)\n\n## Steps\n\n{steps}"
        texts[f"page-{number}.md"] = text.encode()
        (root / f"page-{number}.md").write_bytes(texts[f"page-{number}.md"])
    return texts


def full_disk(folder: pathlib.Path) -> str:
    """Fix and check on a disk without room: nothing is lost, the message is one."""
    place = folder / "full"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m,nr_inodes=1000", "tmpfs", str(place)]
    if subprocess.run(mount, check=False).returncode:
        return "not tried: no right to mount"
    try:
        trial_root = place / "project"
        original = write(trial_root)
        with open(place / "filler", "wb", buffering=0) as filler:
            try:
                while True:
                    filler.write(b"\0" * 4096)
            except OSError:
                pass
        environment = {**os.environ, "DOCLINT_CACHE_DIR": str(place / "cache")}
        for command in (["fix", "--unsafe", *TODAY], ["check", *TODAY], ["baseline", "create", *TODAY]):
            done = subprocess.run(
                [*DOCLINT, *command], cwd=trial_root, env=environment, capture_output=True, text=True, check=False
            )
            if done.returncode not in (1, 2) or "Traceback" in done.stderr or "internal error" in done.stderr:
                return f"{command[0]} ended with {done.returncode}: {done.stderr[-200:]}"
            for name, content in original.items():
                if len((trial_root / name).read_bytes()) < len(content) - 40:
                    return f"{name} was lost by {command[0]}"
        return ""
    finally:
        subprocess.run(["umount", str(place)], check=False)


if __name__ == "__main__":
    raise SystemExit(main())
