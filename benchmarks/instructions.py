"""
How well and how fast instructions are read.

    python benchmarks/instructions.py LABELS ROOT [LABELS ROOT …]

LABELS holds a unit per line (file, line, column, end_line, end_column, ambiguous), ROOT the folder of the files.
The first table judges all units; the second one fold of the files after the other, in two ways: as the lexicon is,
and without the words that occur in the units of this fold and in those of no other: what a reader who had not
seen these files would miss.
"""

import argparse
import gc
import json
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from doclint.instructions import Instructions, Library, library_of, read
from doclint.instructions.lexicon import builtin_words, listed
from doclint.instructions.reading import Ambiguity
from doclint.markdown import Document, parse

FOLDS = 5
Unit = dict[str, Any]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="+", type=Path, metavar="LABELS ROOT")
    sets = parser.parse_args().sets
    if len(sets) % 2:
        parser.error(f"{sets[-1]} has no ROOT")
    units: list[Unit] = []
    documents: dict[str, Document] = {}
    for labels, root in zip(sets[::2], sets[1::2], strict=True):
        for line in labels.read_text(encoding="utf-8").split("\n"):
            if line:
                units.append(json.loads(line))
        for path in sorted({unit["file"] for unit in units} - documents.keys()):
            documents[path] = parse(path, (root / path).read_bytes())
    report("all", units, documents, library_of(Instructions()))
    print()
    files = sorted({unit["file"] for unit in units})
    fold_of = {path: place % FOLDS for place, path in enumerate(files)}
    for fold in range(FOLDS):
        inside = [unit for unit in units if fold_of[unit["file"]] == fold]
        outside = [unit for unit in units if fold_of[unit["file"]] != fold]
        report(f"fold {fold + 1}", inside, documents, library_of(Instructions()))
        report("  unseen", inside, documents, without_unseen(inside, outside, documents))
    print()
    cost(list(documents.values()))


def report(name: str, units: list[Unit], documents: dict[str, Document], library: Library) -> None:
    """One line for each confidence that is shown."""
    found = {path: read(documents[path], library).ambiguities for path in {unit["file"] for unit in units}}
    for levels in (("high",), ("high", "medium")):
        hits = [
            any(overlaps(unit, item, documents) for item in found[unit["file"]] if item.confidence in levels)
            for unit in units
        ]
        right = sum(hit and unit["ambiguous"] for hit, unit in zip(hits, units, strict=True))
        real = sum(unit["ambiguous"] for unit in units)
        precision, recall = right / max(1, sum(hits)), right / max(1, real)
        counts = f"units {len(units):4} ambiguous {real:3}"
        print(f"{name:10} {'+'.join(levels):12} {counts} precision {precision:.3f} recall {recall:.3f}")


def overlaps(unit: Unit, found: Ambiguity, documents: dict[str, Document]) -> bool:
    """Whether a finding touches a unit."""
    span = documents[unit["file"]].span(found.start, found.end)
    start, end = (unit["line"], unit["column"]), (unit["end_line"], unit["end_column"])
    return (span.line, span.column) < end and start < (span.end_line, span.end_column)


def without_unseen(inside: list[Unit], outside: list[Unit], documents: dict[str, Document]) -> Library:
    """The words, without those that these units hold and those do not; of `if|when needed`, each choice counts."""
    held, known = text_of(inside, documents), text_of(outside, documents)
    removed = {}
    for group, words in builtin_words("en").items():
        unseen = []
        for entry in words.split(","):
            phrases = [" ".join(phrase) for phrase in listed(entry)]
            elsewhere = {word for phrase in phrases if f" {phrase} " in known for word in phrase.split()}
            unseen += [
                phrase
                for phrase in phrases
                if f" {phrase} " in held and f" {phrase} " not in known and not elsewhere.issuperset(phrase.split())
            ]
        if unseen:
            removed[group] = ", ".join(unseen)
    return Library(Instructions(remove=removed))


def text_of(units: Iterable[Unit], documents: dict[str, Document]) -> str:
    """The words of units, one space between them."""
    lines = []
    for unit in units:
        document = documents[unit["file"]]
        lines += [document.line(number) for number in range(unit["line"], unit["end_line"] + 1)]
    kept = "".join(letter if letter.isalnum() or letter in "'-" else " " for letter in "\n".join(lines).lower())
    return f" {' '.join(kept.split())} "


def cost(documents: list[Document]) -> None:
    """CPU seconds per MB, parsing left out; the best of five. Each time of new documents: these remember answers."""
    size = sum(document.size for document in documents) / 1e6
    library = library_of(Instructions())
    best = float("inf")
    gc.disable()  # as the command line does
    for _ in range(5):
        documents = [parse(document.path, document.text.encode()) for document in documents]
        start = time.process_time()
        for document in documents:
            read(document, library)
        best = min(best, time.process_time() - start)
    print(f"{best / size:.3f} CPU s/MB over {size:.2f} MB in {len(documents)} files")


if __name__ == "__main__":
    main()
