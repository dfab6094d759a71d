"""Files of the repository that are made from the code are as the code makes them."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_generated_files_are_fresh() -> None:
    done = subprocess.run(
        [sys.executable, "scripts/generate.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout


def test_every_key_of_the_settings_says_what_it_means() -> None:
    schema = json.loads((ROOT / "schemas/settings.json").read_text("utf-8"))

    silent = [
        f"{kind}: {key}"
        for kind, definition in schema["$defs"].items()
        for key, about in definition.get("properties", {}).items()
        if "description" not in about
    ]
    assert silent == []
