"""A reader under pressure pastes first and reads later. A command that destroys data or takes a service down needs its
warning before it, in the same section: what it destroys, and what must be true before it is run.

A warning is an admonition, a sentence or a comment in the code that says so: warning, caution, danger, irreversible,
cannot be undone, data loss, deletes, backup first, make sure, confirm, ⚠.
"""

import re
from collections.abc import Iterator

from doclint.markdown.nodes import CodeBlock, Document
from doclint.model import Confidence, Finding, Severity
from doclint.rule import DocumentRule, NoOptions

_SHELLS = frozenset({"", "bash", "sh", "shell", "console", "zsh", "terminal", "shell-session", "sql", "psql", "mysql"})
_MARKS = (  # a block without any of these has no destructive command
    *("rm ", "DROP ", "drop ", "TRUNCATE", "truncate", "DELETE FROM", "delete from", "delete", "destroy", "--force"),
    *(
        "reset --hard",
        "git clean",
        "mkfs",
        "of=/dev",
        "prune",
        "FLUSH",
        "flush",
        "uninstall",
        "terminate-instances",
        "dropDatabase",
    ),
)
_SAFE = r"tmp\b|var/tmp\b|var/cache\b|dev/shm\b"  # folders whose content nobody misses
_KUBERNETES = r"namespaces?|ns|pvc?|persistentvolume(?:claim)?s?|crds?|statefulsets?|sts|nodes?"
_COMMANDS = (
    rf"\brm[ \t]+(?:-[-\w]+[ \t]+)*(?<=[ \t])-(?:\w*[rR]\w*|-recursive)[ \t]+(?:-[-\w]+[ \t]+)*"
    rf"[\"']?(?:/(?!{_SAFE})|\$\{{?\w|~|\*)[^\s;|&]*",
    r"\bDROP[ \t]+(?:TABLE|DATABASE|SCHEMA|USER|COLLECTION)\b",
    r"\bTRUNCATE[ \t]+(?:TABLE[ \t]+)?\w+",
    r"\bDELETE[ \t]+FROM[ \t]+[\w.\"`]+[ \t]*;",
    r"\.dropDatabase\(",
    r"\bFLUSH(?:ALL|DB)\b",
    rf"\bkubectl\b[^\n|;&]*\bdelete[ \t]+(?:{_KUBERNETES})\b",
    r"\b(?:terraform|tofu|pulumi|cdk)[ \t]+destroy\b",
    r"\bgit[ \t]+push\b[^\n|;&]*[ \t](?:--force|-f)(?![\w-])",
    r"\bgit[ \t]+reset[ \t]+--hard\b",
    r"\bgit[ \t]+clean[ \t]+-\w*f",
    r"\bmkfs(?:\.\w+)?[ \t]",
    r"\bdd[ \t][^\n]*\bof=/dev/(?!null)",
    r"\bdocker[ \t]+(?:system|volume)[ \t]+prune\b",
    r"\bhelm[ \t]+uninstall\b",
    r"\baws[ \t][^\n|;&]*[ \t](?:terminate-instances|rb[ \t]|delete-(?:db|table|bucket|stack|cluster|volume)\S*)",
)
_COMMAND = re.compile("|".join(_COMMANDS), re.IGNORECASE)
_WARNINGS = (
    r"warn|caution|danger|careful|destructive|data loss|last resort|dry[ -]?run|permanent|irreversibl|irrevocabl",
    r"undone|undo\b|destroy|deletes?\b|removes?\b|wipes?\b|erases?\b|los(?:e|es|ing|t)\b",
    r"will (?:be )?(?:delet|remov|eras|wip|drop)",
    r"make sure|ensure|confirm|double[ -]check|approv|only (?:if|when|after)|back(?:ed)?[ -]?up|\bimportant\b",
    r"never run|do not run|don't run|not (?:be )?(?:run|used?) in prod|⚠|🚨|❗|🛑",
)
_WARNING = re.compile("|".join(_WARNINGS), re.IGNORECASE)


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield each destructive command in code whose section has no warning before it."""
    for block in document.code_blocks:
        if block.language in _SHELLS and any(mark in block.content for mark in _MARKS):
            yield from _unannounced(document, block)


def _unannounced(document: Document, block: CodeBlock) -> Iterator[Finding]:
    before = document.text[_section_start(document, block) : block.start]
    if _WARNING.search(before):
        return
    seen = 0
    for match in _COMMAND.finditer(block.content):
        command = _line_at(block.content, match.start())
        if command.startswith(("#", "--", "//")) or _WARNING.search(block.content[seen : match.start()]):
            continue
        line = document.line_of(block.content_start) + block.content.count("\n", 0, match.start())
        column = document.line(line).find(match.group().split("\n")[0]) + 1
        start = document.line_starts[line - 1] + max(column, 1) - 1
        yield Finding(
            span=document.span(start, start + len(match.group())),
            message=f"nothing before `{' '.join(match.group().split())}` says what it destroys",
            subject=match.group(),
        )
        return  # one word of warning covers the block


def _section_start(document: Document, block: CodeBlock) -> int:
    """Where the section starts; its heading counts as a warning, too."""
    return document.sections[document.section_at(block.start)].start


def _line_at(content: str, offset: int) -> str:
    start = content.rfind("\n", 0, offset) + 1
    end = content.find("\n", offset)
    return content[start : end if end >= 0 else len(content)].strip()


RULE = DocumentRule(
    code="DL705",
    name="destructive-command",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    summary="A destructive command has its warning before it",
    reason=__doc__,
    check=check,
    bad="# Reset\n\n## Reset the cache\n\n```bash\nredis-cli FLUSHALL\n```\n",
    good="# Reset\n\n## Reset the cache\n\n> **Warning:** sessions are lost.\n\n```bash\nredis-cli FLUSHALL\n```\n",
    near=(
        "```bash\nrm -rf /tmp/build\n```\n",
        "```bash\nkubectl delete pod api-0\n```\n",
        "```sql\nDELETE FROM sessions WHERE expired;\n```\n",
        "```bash\n# This cannot be undone: take a snapshot before.\nterraform destroy\n```\n",
    ),
)
