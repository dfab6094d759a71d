"""
Other people's documents: the Markdown of published packages, checked and compared with what was stored.

    python benchmarks/wild.py                compare with benchmarks/wild/summary.json
    python benchmarks/wild.py --store        accept what was found as the new summary
    python benchmarks/wild.py --sample 200   print that many errors with their source lines, to read by hand

Packages are fetched by name with their registries' ordinary clients into --folder (kept: a second run
fetches nothing); none of their code is run. Network is needed for the first run only.
"""

import argparse
import collections
import io
import json
import pathlib
import random
import re
import subprocess
import sys
import tarfile
import urllib.request
import zipfile

HERE = pathlib.Path(__file__).parent
LARGEST_FILE = 4_000_000
TODAY = "2026-01-15"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=pathlib.Path, default=pathlib.Path("build/wild"))
    parser.add_argument("--store", action="store_true")
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    rows = [line.split() for line in (HERE / "wild/packages.txt").read_text().splitlines() if line and line[0] != "#"]
    found: dict[str, dict[str, object]] = {}
    errors: list[tuple[pathlib.Path, dict[str, object]]] = []
    for registry, name in rows:
        folder = arguments.folder / registry / name.replace("/", "__")
        if not folder.exists() and not fetch(registry, name, folder):
            print(f"{registry} {name}: could not be fetched", file=sys.stderr)
            continue
        summary, findings = checked(folder)
        found[f"{registry} {name}"] = summary
        errors += [(folder, finding) for finding in findings if finding["severity"] == "error"]
    if arguments.sample:
        show(sampled(errors, arguments.sample, random.Random(arguments.seed)))
    stored_at = HERE / "wild/summary.json"
    if arguments.store:
        stored_at.write_text(json.dumps(found, indent=1, sort_keys=True) + "\n")
    stored = json.loads(stored_at.read_text()) if stored_at.exists() else {}
    print(totals(found))
    return 1 if changes(stored, found) else 0


def fetch(registry: str, name: str, folder: pathlib.Path) -> bool:
    """Unpack the newest archive of a package; False if it cannot be had."""
    try:
        archive = npm_archive(name, folder.parent) if registry == "npm" else pypi_archive(name)
    except (OSError, subprocess.SubprocessError, ValueError):
        return False
    unpack(archive, folder)
    return True


def npm_archive(name: str, folder: pathlib.Path) -> bytes:
    folder.mkdir(parents=True, exist_ok=True)
    command = ["npm", "pack", name, "--silent", "--ignore-scripts", "--pack-destination", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True)
    path = folder / done.stdout.split()[-1]
    archive = path.read_bytes()
    path.unlink()
    return archive


def pypi_archive(name: str) -> bytes:
    """The newest source distribution, where pip finds it; pip itself would run the package's build to fetch it."""
    command = [sys.executable, "-m", "pip", "index", "versions", name, "--no-binary", ":all:", "-vv"]
    said = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True).stdout
    newest = re.search(rf"^{re.escape(name)} \((.+)\)$", said, re.MULTILINE)
    version = re.escape(newest[1]) if newest else ""
    link = re.search(rf"Found link (\S+\.(?:tar\.gz|zip)) .* version: {version}$", said, re.MULTILINE)
    if not link:
        raise ValueError(f"{name} has no source distribution")
    return urllib.request.urlopen(link[1], timeout=300).read()


def unpack(archive: bytes, folder: pathlib.Path) -> None:
    """Regular files of reasonable size; the names of larger ones stay, empty, so that links to them resolve."""
    if archive[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(archive)) as files:
            members = [
                (info.filename, files.read(info) if info.file_size <= LARGEST_FILE else b"")
                for info in files.infolist()
            ]
    else:
        with tarfile.open(fileobj=io.BytesIO(archive)) as files:
            members = []
            for member in files:
                stream = files.extractfile(member) if member.isfile() else None
                if stream is not None:
                    members.append((member.name, stream.read() if member.size <= LARGEST_FILE else b""))
    folder.mkdir(parents=True)
    root = folder.resolve()
    for name, content in members:
        target = (folder / name.partition("/")[2]).resolve()
        if target.is_relative_to(root) and target != root:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)


def checked(folder: pathlib.Path) -> tuple[dict[str, object], list[dict[str, object]]]:
    """What doclint says of one package: counts by rule, and the findings."""
    command = [sys.executable, "-m", "doclint", "check", "--no-config", "--no-cache", "--today", TODAY]
    command += ["--output-format", "json"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=600, check=False)
    if "nothing to check" in done.stderr:
        return {"files": 0, "rules": {}}, []
    if done.returncode not in (0, 1):
        return {"crash": done.stderr[-2000:] or done.returncode}, []
    report = json.loads(done.stdout)
    rules = collections.Counter(finding["rule"] for finding in report["findings"])
    return {"files": report["summary"]["files"], "rules": dict(sorted(rules.items()))}, report["findings"]


def sampled(
    errors: list[tuple[pathlib.Path, dict[str, object]]], wanted: int, chance: random.Random
) -> list[tuple[pathlib.Path, dict[str, object]]]:
    """Errors by lot, at most two of a rule in a package: one careless package says nothing new after that."""
    taken: collections.Counter[tuple[str, object]] = collections.Counter()
    sample = []
    for folder, finding in chance.sample(errors, len(errors)):
        kind = (folder.name, finding["rule"])
        taken[kind] += 1
        if taken[kind] <= 2 and len(sample) < wanted:
            sample.append((folder, finding))
    return sample


def show(sample: list[tuple[pathlib.Path, dict[str, object]]]) -> None:
    for number, (folder, finding) in enumerate(sample, 1):
        lines = (folder / str(finding["path"])).read_text("utf-8", "replace").replace("\r", "").split("\n")
        line = int(str(finding["line"]))
        print(f"[{number}] {folder.name} {finding['path']}:{line} {finding['rule']} {finding['message']}")
        print("      " + (lines[line - 1][:160] if line <= len(lines) else ""))


def totals(found: dict[str, dict[str, object]]) -> str:
    rules: collections.Counter[str] = collections.Counter()
    files = 0
    for summary in found.values():
        files += int(str(summary.get("files", 0)))
        rules.update(summary.get("rules", {}))  # type: ignore[arg-type]
    crashes = [name for name, summary in found.items() if "crash" in summary]
    return f"{len(found)} packages, {files} documents, {len(crashes)} crashes {crashes}\n{dict(sorted(rules.items()))}"


def changes(stored: dict[str, dict[str, object]], found: dict[str, dict[str, object]]) -> int:
    """Print what differs from the stored summary, package by package; how many differ."""
    differing = 0
    for name in sorted(stored.keys() | found.keys()):
        before, after = stored.get(name), found.get(name)
        if before != after:
            differing += 1
            print(f"{name}: {before} -> {after}")
    return differing


if __name__ == "__main__":
    raise SystemExit(main())
