"""A reader under pressure pastes first and reads later. A command that destroys data or takes a service down needs its
warning before it, in the same section: what it destroys, and what must be true before it is run.

A warning is an admonition, a sentence, a heading or a comment in the code that says so: warning, caution, danger,
irreversible, cannot be undone, data loss, deletes, backup first, make sure, confirm, ⚠.
"""

import re
from collections.abc import Iterator, Sequence

from doclint.markdown.nodes import CodeBlock, Document
from doclint.model import Confidence, Finding, Severity
from doclint.rare import rare
from doclint.rule import DocumentRule, NoOptions

_SHELLS = frozenset({"", "bash", "sh", "shell", "console", "zsh", "terminal", "shell-session", "sql", "psql", "mysql"})
_MARKS = (  # a line without any of these has no destructive command
    *("rm -", "DROP ", "drop ", "TRUNCATE", "truncate", "DELETE", "delete", "destroy", "push ", "dd ", " rb "),
    *("reset --hard", "git clean", "mkfs", "prune", "FLUSH", "flush", "uninstall", "terminate-", "dropDatabase"),
)
_SAFE = r"tmp\b|var/tmp\b|var/cache\b|dev/shm\b"  # folders whose content nobody misses
_KUBERNETES = r"namespaces?|ns|pvc?|persistentvolume(?:claim)?s?|crds?|statefulsets?|sts|nodes?"
_COMMANDS = (
    rf"\brm[ \t]+(?:-[-\w]+[ \t]+)*(?<=[ \t])-(?:(?=\w*[rR])\w+|-recursive)[ \t]+(?:-[-\w]+[ \t]+)*"
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
_LONGEST = 1000  # characters of a line that are looked at
_NEARBY = 4000  # characters before a block in which a warning counts
_COMMAND = rare("|".join(_COMMANDS), re.IGNORECASE)
_WARNINGS = (
    r"warn|caution|danger|careful|destructive|data loss|last resort|dry[ -]?run|permanent|irreversibl|irrevocabl",
    r"undone|undo\b|destroy|deletes?\b|removes?\b|wipes?\b|erases?\b|los(?:e|es|ing|t)\b",
    r"will (?:be )?(?:delet|remov|eras|wip|drop)",
    r"make sure|ensure|confirm|double[ -]check|approv|only (?:if|when|after)|back(?:ed)?[ -]?up|\bimportant\b",
    r"never run|do not run|don't run|not (?:be )?(?:run|used?) in prod|⚠|🚨|❗|🛑",
)
_WARNING = rare("|".join(_WARNINGS), re.IGNORECASE)


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield the first destructive command of each section that has no warning before it."""
    blocks = [block for block in document.code_blocks if block.language in _SHELLS]
    code = "\n".join([block.content for block in blocks])
    marks = [mark for mark in _MARKS if mark in code]
    reported: set[int] = set()
    for block in blocks if marks else ():
        if any(mark in block.content for mark in marks):
            section = document.section_at(block.start)
            finding = None if section in reported else _unannounced(document, block, section, marks)
            if finding is not None:
                reported.add(section)
                yield finding


def _unannounced(document: Document, block: CodeBlock, section: int, marks: Sequence[str]) -> Finding | None:
    first = document.line_of(block.content_start)
    start = document.sections[section].start  # the heading may be the warning
    above = document.heading_path(document.sections[section].parent)[1:]
    before = [*above, document.text[max(start, block.start - _NEARBY) : block.start]]
    for number, line in enumerate(block.content.split("\n")):
        command = _COMMAND.search(line[:_LONGEST]) if any(mark in line for mark in marks) else None
        if command and not line.lstrip().startswith(("#", "--", "//")):
            announced = _WARNING.search("\n".join((*before, line[command.end() :].partition("#")[2])))
            return None if announced else _finding(document, first + number, command.group().strip())
        before.append(line)
    return None


def _finding(document: Document, line: int, command: str) -> Finding:
    start = document.line_starts[line - 1] + max(document.line(line).find(command), 0)
    return Finding(
        span=document.span(start, start + len(command)),
        message=f"nothing before `{command}` says what it destroys",
        subject=command,
    )


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
        "```bash\ndocker volume prune -f  # deletes all unused volumes\n```\n",
        "# Cache\n\n## How data is lost\n\n### By hand\n\n```bash\nredis-cli FLUSHALL\n```\n",
        "```bash\n# This cannot be undone: take a snapshot before.\nterraform destroy\n```\n",
    ),
)
