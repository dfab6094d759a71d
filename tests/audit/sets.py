"""Sets of documents to audit."""

import datetime
from collections.abc import Mapping

from doclint.audit.assemble import audit_of
from doclint.audit.phase import scope_of
from doclint.audit.values import Audit, Changes, Method, Point
from doclint.engine import inspect_files
from doclint.settings import Settings
from tests.memory import in_memory

TODAY = datetime.date(2026, 1, 15)

INDEX = """\
# Documentation index

| Document | Owner | Update frequency |
| --- | --- | --- |
| [Runbook](runbook.md) | Ops | Weekly |
| [Guide](guide.md) | Docs | Quarterly |
"""

SUMMARY = """\
# Phase 3 completion summary

**Date**: 2026-01-10
**Status**: COMPLETE

## Deliverables

- `runbook.md` (900 lines)
- `guide.md` (3 lines)

3 documents were written. Customer satisfaction is 98%.
"""

SET = {
    "docs/index.md": INDEX,
    "docs/runbook.md": "# Runbook\n\n**Last Updated**: 2025-06-01\n\nSee the [guide](guide.md#install).\n",
    "docs/guide.md": "# Guide\n\n## Setup\n",
    "docs/phase3-completion-summary.md": SUMMARY,
    "docs/lonely.md": "# Lonely\n\nNobody knows me. See [nothing](gone.md).\n",
}

STEERING = "\u202e\u2066\u200b\x1b[31m"
HOSTILE = {
    "docs/index.md": INDEX,
    "docs/runbook.md": (
        '# </script></style><script>alert("title")</script>\n\n'
        "**Owner**: <img src=x onerror=alert(1)> \"'\n\n"
        f"[x](javascript:alert(1)) [y](gone.md?<script>alert(2)</script>) {STEERING}\n"
    ),
    "docs/guide.md": "# Guide `${7*7}` {{ 7*7 }} {% raw %}\n\n[z](<missing\u202e.md>)\n",
    'docs/"><svg onload=alert(3)>.md': "# Named to hurt\n\n[a](nowhere.md)\n",
    "docs/phase3-completion-summary.md": SUMMARY.replace(
        "3 documents", "<b onclick=alert(4)>50 documents</b> ::error::forged @everyone"
    ).replace("COMPLETE", f"COMPLETE <script>alert(5)</script> {STEERING}"),
}


def audited(
    files: Mapping[str, str],
    settings: Settings = Settings(),  # noqa: B008
    paths: tuple[str, ...] = ("docs",),
    *,
    method: Method = Method(command="doclint report docs", today=TODAY.isoformat()),  # noqa: B008
    history: tuple[Point, ...] = (),
    changes: Changes | None = None,
) -> Audit:
    """The audit of files that lie nowhere."""
    raw = {path: text.encode("utf-8", "surrogatepass") for path, text in files.items()}
    documents = [path for path in files if path.endswith(".md")]
    report, project = inspect_files(in_memory(raw, documents), (), settings, TODAY)
    return audit_of(project, report, scope_of(project, paths), method, history=history, changes=changes)
