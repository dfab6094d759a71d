"""A command that the shell rejects, a settings file that does not load: the reader copies it and is on their own.

Shell blocks are parsed by `bash -n` (nothing is ever run), YAML, JSON, TOML and Python by their parsers, PromQL where
`doclint[code]` is installed. Terminal transcripts, templates, fragments and lines left out with `...` are not held to
the grammar. A shell command that is rejected is an error; what stands in a shell block and is no command, a query or
what a command prints, is a warning. When only a placeholder such as `<name>` at the end of a line keeps the shell from
parsing a block, that is said as advice: pasted as it is, the shell takes it for a redirection. Where there is no bash,
that is said once per document.
"""

from collections.abc import Iterator

from msgspec import Struct

from doclint.markdown.nodes import CodeBlock, Document
from doclint.model import Confidence, Finding, Related, Severity
from doclint.rare import rare
from doclint.rule import DocumentRule
from doclint.snippets import Problem, language_named, problem_in, unavailable

_SHOWN = 80  # characters of the line at which a parser stops
_OPTIONS = rare(r"(?:[ \t]*:[\w-]+:[^\n]*\n)+")


class Options(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """Which blocks are parsed."""

    languages: tuple[str, ...] = ("bash", "yaml", "json", "toml", "python", "promql")  # which blocks are parsed


def check(document: Document, options: Options) -> Iterator[Finding]:
    """Yield each block that its parser rejects."""
    silent: set[str] = set()  # languages of which was said that they are not checked
    for block in document.code_blocks:
        language = language_named(block.language) if block.fenced and block.closed else ""
        if language not in options.languages or language in silent:
            continue
        problem = problem_in(language, _code(block))
        if problem is not None:
            yield _finding(document, block, language, problem)
        elif unavailable(language):
            silent.add(language)
            yield _unchecked(document, block, language)


def _code(block: CodeBlock) -> str:
    """The content, with blank lines where a directive such as `{code-block}` has its options."""
    options = _OPTIONS.match(block.content) if block.info.startswith("{") else None
    return "\n" * options[0].count("\n") + block.content[options.end() :] if options else block.content


def _finding(document: Document, block: CodeBlock, language: str, problem: Problem) -> Finding:
    lines = block.content.split("\n")
    number = min(problem.line, len(lines))
    while number > 1 and not lines[number - 1].strip():
        number -= 1  # an end that was not expected
    subject = lines[number - 1].strip()
    line = document.line_of(block.content_start) + number - 1
    start = document.line_starts[line - 1]
    start = max(document.text.find(subject, start), start)
    return Finding(
        span=document.span_of(block),
        message=f"this {language} does not parse, line {line}: {problem.why}",
        subject=subject,
        severity=problem.severity,
        confidence=Confidence.MEDIUM if language == "python" else None,
        related=(Related(document.path, document.span(start, start + len(subject)), subject[:_SHOWN] or "the end"),),
    )


def _unchecked(document: Document, block: CodeBlock, language: str) -> Finding:
    return Finding(
        span=document.span_of(block),
        message=f"{language} examples are not checked: {unavailable(language)}",
        subject=language,
        severity=Severity.INFO,
    )


RULE = DocumentRule(
    code="DL703",
    name="code-syntax",
    severity=Severity.ERROR,
    summary="Code examples parse",
    reason=__doc__,
    options=Options,
    check=check,
    bad="# Limits\n\n```yaml\nlimits:\n  latency: >200ms\n```\n",
    good="# Limits\n\n```yaml\nlimits:\n  latency: '>200ms'\n```\n",
    near=(
        "```console\n$ ls (\n```\n",
        "```yaml\nname: {{ .Values.name }}\nargs:\n{{- range .Values.args }}\n- {{ . }}\n{{- end }}\n```\n",
        '```json\n{\n  // the port\n  "port": 80,\n  ...\n}\n```\n',
        "```bash\nkubectl logs <pod> --previous\n```\n",
        "```yaml\na: 1\n---\nb: 2\n```\n",
        "```json\n[1, 2,,\n",
        "```json5\n{type: 'object', wide: true,}\n```\n",
    ),
)
