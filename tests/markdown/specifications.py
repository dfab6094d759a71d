"""
The examples of the CommonMark and GFM specifications, where they are installed.

They are other people's text and not part of this repository. `.ci/run` fetches them as the source
distributions of markdown-it-py (CommonMark 0.31) and marko (GFM) into `.spec/`:

    pip download --no-deps --no-binary :all: --dest .spec markdown-it-py marko
"""

import json
import re
import tarfile
from pathlib import Path
from typing import NamedTuple

from doclint.markdown.source import decode

_FOLDER = Path(__file__).parents[2] / ".spec"
_EXAMPLE = re.compile(r"^`{32} example([^\n]*)\n(.*?)^\.\n(.*?)^`{32}$", re.MULTILINE | re.DOTALL)
REASON = "the specifications are not installed in .spec/ (see tests/markdown/specifications.py)"


class Example(NamedTuple):
    name: str
    markdown: str
    html: str
    extension: bool


def _member(archive: str, ending: str) -> str | None:
    for path in sorted(_FOLDER.glob(archive)):
        with tarfile.open(path) as source:
            for name in source.getnames():
                if name.endswith(ending):
                    found = source.extractfile(name)
                    return found.read().decode() if found else None
    return None


def _examples() -> list[Example]:
    found = []
    commonmark = _member("markdown_it_py-*.tar.gz", "test_cmark_spec/commonmark.json")
    for entry in json.loads(commonmark or "[]"):
        text = decode(entry["markdown"].encode()).text
        found.append(Example(f"CommonMark {entry['example']}", text, entry["html"], False))
    gfm = _member("marko-*.tar.gz", "tests/spec/gfm.txt") or ""
    for number, match in enumerate(_EXAMPLE.finditer(gfm), 1):
        if match[1].strip():
            text = match[2].replace("→", "\t")
            found.append(Example(f"GFM {number}", text, match[3].replace("→", "\t"), True))
    return found


EXAMPLES = _examples()
