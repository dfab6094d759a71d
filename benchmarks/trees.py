"""
Trees to measure on: documents multiplied, with changed names, links and text, so that no two are equal by content.

One mapping of words is applied to paths and texts alike, another one in each copy: links and anchors go on leading
where they led.
"""

import re
import shutil
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

# Words of prose and names; not those of HTML tags, languages of fences, entities and addresses.
_WORD = re.compile(r"(?<![A-Za-z<&`~:])(?<!</)(?!https?\b)[A-Za-z]{6,}(?![A-Za-z]|://)")
_SHARE = 12  # one word of so many is changed


def renamed(text: str, copy: int) -> str:
    """The text of a copy: some of its words, always the same ones, have another ending."""

    def changed(found: re.Match[str]) -> str:
        word = found[0]
        seed = blake2b(f"{copy} {word.lower()}".encode(), digest_size=2).digest()
        return word + "aeiou"[seed[1] % 5] + "nrst"[copy % 4] if seed[0] % _SHARE == 0 else word

    return _WORD.sub(changed, text)


def documents_of(source: Path) -> list[Path]:
    """Markdown files below a folder, in order; hidden folders left out."""
    found = (path for path in source.rglob("*.md") if path.is_file())
    return sorted(path for path in found if not any(part[0] == "." for part in path.relative_to(source).parts))


def multiplied(source: Path, target: Path, files: int, size: int) -> None:
    """
    A tree of about `files` documents and `size` bytes from the documents below `source`.

    The smallest documents are left out where the others are needed to reach the size.
    """
    documents = sorted(documents_of(source), key=lambda path: (-path.stat().st_size, path))
    copies = max(round(size / sum(path.stat().st_size for path in documents)), 1)
    for copy in range(copies):
        for path in documents[: max(files // copies, 1)]:
            write(target / place(path.relative_to(source), copy), path, copy)
        for path in _others(source):
            shutil.copy(path, _made(target / place(path.relative_to(source), copy)))


def sampled(tree: Path, target: Path, files: int) -> list[Path]:
    """So many documents of a tree, evenly over their sizes, smallest first: of its mean, median and spread."""
    found = sorted(documents_of(tree), key=lambda path: (path.stat().st_size, path))
    chosen = [found[(2 * number + 1) * len(found) // (2 * files)] for number in range(files)]
    for path in chosen:
        shutil.copy(path, _made(target / path.relative_to(tree)))
    return [path.relative_to(tree) for path in chosen]


def place(path: Path, copy: int) -> Path:
    """Where a file is in a copy."""
    return Path(f"part-{copy:02}") / Path(*(renamed(part, copy) for part in path.parts))


def write(target: Path, source: Path, copy: int) -> None:
    """One document of a copy; the last line makes even a document of three words another one."""
    text = source.read_bytes().decode("utf-8", "replace")
    _made(target).write_bytes(f"{renamed(text, copy).rstrip()}\n\nPart {copy} of the tree.\n".encode())


def _others(source: Path) -> Iterator[Path]:
    """Small files that documents may lead to."""
    for path in sorted(source.rglob("*")):
        hidden = any(part[0] == "." for part in path.relative_to(source).parts)
        if path.is_file() and path.suffix != ".md" and not hidden and path.stat().st_size < 100_000:
            yield path


def _made(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path
