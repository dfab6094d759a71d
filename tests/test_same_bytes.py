"""The same documents give the same report, to the byte, however the work is done."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SECTION = """
## Part {number}

1. Restart the server if necessary and check the [logs](logs-{number}.md#part-{number}).
2. See `docs/missing_{number}.md`, then wait a while.

| Owner | Last Updated |
|---|---|
| SRE | 2020-01-{day:02} |

```yaml
a: [1, 2
```
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Enough for a second process to be worth it."""
    folder = tmp_path_factory.mktemp("project")
    for number in range(12):
        sections = (SECTION.format(number=part + number, day=part % 28 + 1) for part in range(160))
        (folder / f"page-{number}.md").write_text(f"# Page {number}\n" + "".join(sections))
    (folder / "SUMMARY.md").write_text("# Completion summary\n\n## Files created\n\n1. **page-0.md** (3 lines)\n")
    return folder


def report(project: Path, *arguments: str, **environment: str) -> bytes:
    command = [sys.executable, "-m", "doclint", "check", "--output-format", "json", "--today", "2026-01-15", *arguments]
    done = subprocess.run(command, cwd=project, env={**os.environ, **environment}, capture_output=True, check=False)
    assert done.returncode == 1, done.stderr
    assert b'"DL801"' in done.stdout
    return done.stdout


@pytest.fixture(scope="module")
def usual(project: Path) -> bytes:
    return report(project, "--no-cache", "--jobs", "1", PYTHONHASHSEED="0")


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        pytest.param(["--no-cache", "--jobs", "3"], {"PYTHONHASHSEED": "1"}, id="other hashes, several processes"),
        pytest.param(["--no-cache"], {"LC_ALL": "C", "TZ": "Asia/Tokyo"}, id="another place"),
        pytest.param([], {"PYTHONHASHSEED": "2"}, id="an empty cache"),
        pytest.param([], {"PYTHONHASHSEED": "3"}, id="a full cache"),
    ],
)
def test_a_report_is_the_same_bytes_with(
    project: Path, usual: bytes, arguments: list[str], environment: dict[str, str]
) -> None:
    assert report(project, *arguments, DOCLINT_CACHE_DIR=str(project.parent / "cache"), **environment) == usual
