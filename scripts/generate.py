"""
Write the files of the repository that are made from the code; with --check, only say which are stale.

A test and .ci/run call this with --check.
"""

import sys
from pathlib import Path

from doclint.explain import catalogue
from doclint.schemas import check_schema, report_schema, settings_schema
from pictures import check_picture, report_picture

ROOT = Path(__file__).resolve().parents[1]
GENERATED = {
    "pictures/check.svg": check_picture,
    "pictures/report.svg": report_picture,
    "rules/README.md": catalogue,
    "schemas/settings.json": settings_schema,
    "schemas/check.json": check_schema,
    "schemas/report.json": report_schema,
}


def main() -> int:
    """0: all files are as the code makes them, or were written."""
    stale = [name for name, make in GENERATED.items() if _on_disk(name) != make()]
    if "--check" not in sys.argv:
        for name in stale:
            (ROOT / name).write_text(GENERATED[name](), encoding="utf-8")
    for name in stale:
        print(f"{'stale' if '--check' in sys.argv else 'written'}: {name}")
    if stale and "--check" in sys.argv:
        print("python scripts/generate.py writes them")
    return int(bool(stale) and "--check" in sys.argv)


def _on_disk(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8") if (ROOT / name).exists() else ""


if __name__ == "__main__":
    sys.exit(main())
