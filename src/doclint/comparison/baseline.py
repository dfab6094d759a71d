"""The baseline: a file of findings that are accepted for now."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from doclint.comparison.known import Entry, narrowed, split
from doclint.config import Config
from doclint.counted import counted
from doclint.engine import Report
from doclint.errors import ConfigError
from doclint.project import Project

FILE = ".doclint-baseline.json"
_VERSION = 1


class Baseline(Struct, frozen=True):
    """A file of findings that are accepted for now, and how often each is."""

    name: str
    entries: Mapping[Entry, int]


def baseline_of(config: Config, stated: Path | None) -> Baseline | None:
    """
    The baseline that holds: of the command line, of the settings, or the usual one if it is there.

    Raises:
        ConfigError: It is named and cannot be read, or is none.
    """
    file = baseline_file(config, stated)
    if not stated and not config.settings.baseline and not config.source.has(file):
        return None
    try:
        return parsed(config.source.read(file), file.name)
    except OSError as error:
        raise ConfigError(f"baseline {file.name}: {error.strerror or error}") from error


def baseline_file(config: Config, stated: Path | None) -> Path:
    """Where the baseline is, or would be."""
    return (stated and stated.absolute()) or config.root / (config.settings.baseline or FILE)


def against_baseline(report: Report, project: Project, known: Baseline, whole: bool) -> Report:
    """
    Without the findings of a baseline file.

    Args:
        report: Of the whole project or a part of it.
        project: Tells which files exist.
        known: The baseline.
        whole: Was everything checked? Only then is it known what of the baseline is gone.
    """
    result = split(report.diagnostics, known.entries, project.tree.exists)
    notices = report.notices
    if whole and result.stale:
        gone = counted(result.stale.total(), "finding")
        notices = (*notices, f"gone since {known.name} was written: {gone} (doclint baseline prune)")
    return replace(
        narrowed(report, result.new, f"not in {known.name}"),
        baselined=(*report.baselined, *result.known),
        notices=notices,
    )


def parsed(raw: bytes, name: str) -> Baseline:
    """
    What a baseline file holds.

    Raises:
        ConfigError: It is none: never taken for an empty one.
    """
    try:
        stored = msgspec.json.decode(raw, type=_Stored)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"baseline {name}: {error}; restore it, or remove and create it anew") from error
    if stored.schema_version != _VERSION:
        raise ConfigError(f"baseline {name}: schema version {stored.schema_version}, this doclint reads {_VERSION}")
    entries: Counter[Entry] = Counter()
    for row in stored.findings:
        entries[Entry(row.path, row.rule, row.under, row.subject)] += row.count
    return Baseline(name, entries)


def written(entries: Mapping[Entry, int]) -> str:
    """The text of a baseline file: a line per entry, sorted, so that two branches merge."""
    rows = [
        msgspec.json.encode(_Row(entry.path, entry.rule, entry.scope, entry.subject, count)).decode()
        for entry, count in sorted(entries.items())
        if count > 0
    ]
    lines = ",\n  ".join(rows)
    return f'{{"schema_version": {_VERSION}, "findings": [{lines and chr(10) + "  " + lines + chr(10)}]}}\n'


class _Row(Struct, frozen=True):
    path: str
    rule: str
    under: tuple[str, ...]
    subject: str
    count: int = 1


class _Stored(Struct, frozen=True):
    schema_version: int
    findings: tuple[_Row, ...]
