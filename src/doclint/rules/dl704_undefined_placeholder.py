"""A command with `<cid>` in it can be run only by a reader who knows what a cid is and where to find one. The same goes
for `$CID` when nothing has set it: the shell runs the command without it.

A placeholder is explained when one of its words stands in the text of the document (in prose, a heading, a table) or in
a comment of the code; a variable also when any code of the document sets it, or when every shell has it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import chain

from doclint.markdown.nodes import CodeBlock, Document
from doclint.model import Confidence, Finding, Severity
from doclint.rare import rare
from doclint.rule import DocumentRule, NoOptions
from doclint.snippets import is_transcript, language_named

_PLACEHOLDER = re.compile(r"<([A-Za-z][\w .-]{0,40})>")
_VARIABLE = re.compile(r"\$\{?([A-Z][A-Z0-9_]{1,40})(?![\w:])")
_SET = rare(r"\b([A-Za-z_]\w*)\+?=|\b(?:export|read|local|declare|readonly|for|getopts|-e)\b[^\n;|&=]{0,80}")
_COMMENT = re.compile(r"(?:^|[ \t])#")
_LONGEST = 300  # characters of a line before a word that are looked at
_WHOLE = 4  # letters: shorter words must stand alone
_WORDS = re.compile(r"[A-Za-z]+")
_OF_EVERY_SHELL = frozenset(
    "HOME USER PATH PWD OLDPWD SHELL HOSTNAME EDITOR LANG TERM TMPDIR UID EUID RANDOM SECONDS LINENO PIPESTATUS "
    "BASH_SOURCE BASH_VERSION FUNCNAME IFS PPID OPTARG OPTIND DISPLAY LOGNAME CI GITHUB_TOKEN VIRTUAL_ENV".split()
)
_PRINTED = frozenset(  # by programs, in traces and listings
    "anonymous module lambda stdin stdout stderr string unknown none null nil empty eof pending".split()
)


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield the first use of each placeholder and variable in shell code that nothing explains."""
    uses: dict[str, tuple[CodeBlock, int]] = {}
    for block in document.code_blocks:
        if language_named(block.language) == "bash" and not is_transcript(block.content):
            for match in chain(_PLACEHOLDER.finditer(block.content), _VARIABLE.finditer(block.content)):
                uses.setdefault(match.group(), (block, match.start()))
    if not uses:
        return
    text = _Text(document)
    for written, (block, offset) in uses.items():
        name = written.strip("<>${")
        if name in _PRINTED or any(map(text.explains, _WORDS.findall(name))):
            continue
        if not written.startswith("$") or name not in document.ask(_variables):
            yield _finding(document, block, offset, written)


class _Text:
    """The text of a document and the comments in its code, as far as words are looked for."""

    def __init__(self, document: Document) -> None:
        self.folded = document.text.lower()
        self.blocks = document.code_blocks
        self.starts = [block.start for block in document.code_blocks]
        self.known: dict[str, bool] = {}

    def explains(self, word: str) -> bool:
        """Does the word, or a longer one that starts with it, stand anywhere outside commands?"""
        word = word.lower()
        if word not in self.known:
            self.known[word] = self._has(word)
        return self.known[word]

    def _has(self, word: str) -> bool:
        place = self.folded.find(word)
        while place >= 0:
            if self._stands_alone(place, place + len(word)) and self._is_text(place):
                return True
            place = self.folded.find(word, place + 1)
        return False

    def _stands_alone(self, start: int, end: int) -> bool:
        after = self.folded[end : end + 2].removeprefix("s")[:1]
        return not self.folded[start - 1 : start].isalnum() and (end - start >= _WHOLE or not after.isalnum())

    def _is_text(self, offset: int) -> bool:
        index = bisect_right(self.starts, offset) - 1
        if index < 0 or offset >= self.blocks[index].end:
            return True
        line = self.folded[self.folded.rfind("\n", max(offset - _LONGEST, 0), offset) + 1 : offset]
        return _COMMENT.search(line) is not None


def _variables(document: Document) -> set[str]:
    """The variables that every shell has, or that some code of the document sets."""
    found = set(_OF_EVERY_SHELL)
    for block in document.code_blocks:
        for match in _SET.finditer(block.content):
            found.update(re.findall(r"\w+", match.group()))
    return found


def _finding(document: Document, block: CodeBlock, offset: int, written: str) -> Finding:
    line = document.line_of(block.content_start) + block.content.count("\n", 0, offset)
    start = document.text.find(written, document.line_starts[line - 1])
    return Finding(
        span=document.span(start, start + len(written)),
        message=f"nothing in this document says what {written.rstrip('{')} is",
        subject=written,
    )


RULE = DocumentRule(
    code="DL704",
    name="undefined-placeholder",
    severity=Severity.INFO,
    confidence=Confidence.MEDIUM,
    summary="Placeholders and variables of a command are explained",
    reason=__doc__,
    check=check,
    bad="# Restore\n\n```bash\nrestore --from <bid> --to $STORE_URL\n```\n",
    good="# Restore\n\nTake the BID from the list, set the URL of the store.\n\n"
    "```bash\nSTORE_URL=https://store.example\nrestore --from <bid> --to $STORE_URL\n```\n",
    near=(
        "# Pods\n\n```bash\nkubectl logs <pod-name>\n```\n",
        "```bash\nfor FILE in *.log; do gzip $FILE; done\n```\n",
        "```bash\n# RID: the release, as in the list\ndeploy <rid>\n```\n",
        "```bash\nls $HOME\n```\n",
        "```bash\nnode run.js\n    at Object.<anonymous> (run.js:1:7)\n```\n",
    ),
)
