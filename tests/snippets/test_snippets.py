"""Code that parses, code that is not meant to, and code that does not."""

import subprocess

import pytest

from doclint.engine import lint_document
from doclint.model import Severity
from doclint.settings import Settings
from doclint.snippets import is_transcript, language_named, problem_in, shell
from tests.effort import within

needs_bash = pytest.mark.skipif(shell.bash_path() is None, reason="there is no bash here")

FINE = [
    pytest.param("bash", 'echo one\nfor f in *.log; do gzip "$f"; done\n', id="a loop"),
    pytest.param("bash", "cat <<EOF\n( [ { '\nEOF\n", id="a here-document"),
    pytest.param("bash", "kubectl logs <pod> --previous\n", id="a placeholder bash can read"),
    pytest.param("bash", "restart() {\n  systemctl restart api\n}\n", id="a function"),
    pytest.param("bash", "ls !(*.md)\n", id="extended globs"),
    pytest.param("bash", "$ ls (\n", id="a transcript"),
    pytest.param("bash", "$  ls\n1) one\n", id="a transcript, two spaces"),
    pytest.param("bash", "# then\n$ ls (\n", id="a transcript after a comment"),
    pytest.param("bash", "Route (app)\n/ (static)\n", id="output"),
    pytest.param("bash", "tree (all)\n├── a\n└── b\n", id="a drawing"),
    pytest.param("bash", "jq '.a[] | select(.b > 1)' <<< \"$json\"\n", id="another language in quotes"),
    pytest.param("yaml", "a: 1\n---\nb: 2\n", id="several documents"),
    pytest.param("yaml", "a:\n{{- range .Values.b }}\n- {{ . }}\n{{- end }}\n", id="a Helm template"),
    pytest.param("yaml", "{% if x %}\na: 1\n{% endif %}\n", id="a Jinja template"),
    pytest.param("yaml", "a:\n  b: 1\n  ...\n  c: 2\n", id="lines left out"),
    pytest.param("yaml", "", id="empty YAML"),
    pytest.param("json", '{"a": 1}\n{"a": 2}\n', id="one value a line"),
    pytest.param("json", '{\n  // a comment\n  "a": [1, 2,],\n}\n', id="JSONC"),
    pytest.param("json", '"a": 1,\n"b": "//"\n', id="members without braces"),
    pytest.param("json", '{\n  "a": 1,\n  ...\n}\n', id="members left out"),
    pytest.param("json", '[\n  {"a": 1},\n  ...\n', id="the end left out"),
    pytest.param("json", '{\n  "a": 1 # why\n}\n', id="comments of another language"),
    pytest.param("json", '{"a": <value>}\n', id="a placeholder"),
    pytest.param("json", "", id="empty JSON"),
    pytest.param("toml", "[a]\nb = 1\n", id="TOML"),
    pytest.param("yaml", "".join(f"a{n}: {{b: [1, {{c: d}}]}}\n" for n in range(300)), id="wide, not deep"),
    pytest.param("toml", "# before\na = 1\n\n# after\na = 2\n", id="one way and another"),
    pytest.param("python", "await client.get('/')\n", id="await at the top"),
    pytest.param("python", "    return x\n", id="an indented excerpt"),
    pytest.param("python", "def f():\n    # left to the reader\n", id="no body"),
    pytest.param("python", ">>> f(\n", id="a session"),
    pytest.param("python", "%timeit f()\n", id="a notebook"),
    pytest.param("python", "print 'old'\n", id="Python 2"),
    pytest.param("python", "routes = [\n    ...\n    Route('/')\n]\n", id="lines left out"),
    pytest.param("python", "class Box[T = int]:\n    pass\n", id="newer Python"),
    pytest.param("python", "async def f(request) -> Response\n", id="a signature"),
    pytest.param("python", "@option('-x')\n", id="a decorator"),
    pytest.param("python", '"a": 1,\n"b": 2,\n', id="members of a dictionary"),
]


@needs_bash
@pytest.mark.parametrize(("language", "content"), FINE)
def test_what_parses_or_need_not(language: str, content: str) -> None:
    assert problem_in(language, content) is None


WRONG = [
    pytest.param("bash", "echo 'open\n", 1, id="an open quote"),
    pytest.param("bash", "if true; then\n  ls\n", 3, id="no fi"),
    pytest.param("bash", "ls\n\nrate(http_requests_total[5m])\n", 3, id="another language"),
    pytest.param("bash", 'curl localhost\n# prints:\n{\n  "a": 1\n}\n}\n', 6, id="output among commands"),
    pytest.param("yaml", "a:\n  b: >200ms\n", 2, id="a comparison for a block"),
    pytest.param("yaml", "a:\n  - [ ] one\n  - [ ] two\n", 2, id="check boxes"),
    pytest.param("yaml", "a: b: c\n", 1, id="two colons"),
    pytest.param("yaml", "a:\n\t- b\n", 2, id="a tab"),
    pytest.param("json", '{"a": 1 "b": 2}\n', 1, id="no comma"),
    pytest.param("json", '{\n  "a": True\n}\n', 2, id="Python's True"),
    pytest.param("toml", "a = \n", 1, id="no value"),
    pytest.param("toml", "a = 1\n\n[b", 3, id="no end of a header"),
    pytest.param("yaml", "a: 1\n@b\n", 2, id="a reserved character"),
    pytest.param("python", "x = 1\n\ny = = 2\n", 3, id="an operator too many"),
    pytest.param("json", '{\n  "a": 1\n}\n}\n', 4, id="an end too many"),
    pytest.param("toml", "a = 1\na = 2\n", 2, id="a key twice"),
    pytest.param("python", "def f(:\n    pass\n", 1, id="no parameter"),
    pytest.param("python", "x = 1\npip install y\n", 2, id="a command"),
]


@needs_bash
@pytest.mark.parametrize(("language", "content", "line"), WRONG)
def test_what_does_not_parse(language: str, content: str, line: int) -> None:
    problem = problem_in(language, content)

    assert problem is not None
    assert problem.line == line
    assert problem.why


@pytest.mark.parametrize(
    ("language", "content", "why"),
    [
        pytest.param("json", '{"a": "b" "c"}\n', "expecting ',' delimiter", id="JSON"),
        pytest.param("toml", "ab = \n", "invalid value", id="TOML"),
    ],
)
def test_what_a_parser_says_goes_on_in_a_sentence(language: str, content: str, why: str) -> None:
    problem = problem_in(language, content)

    assert problem is not None
    assert problem.why == why


@needs_bash
@pytest.mark.parametrize(
    ("content", "severity"),
    [
        pytest.param("kubectl logs <pod>\n", Severity.INFO, id="a placeholder at the end"),
        pytest.param("save [<name> ...] (see below)\n", Severity.INFO, id="the grammar of a command"),
        pytest.param("restore --from <backup id> | tee log\n", Severity.INFO, id="a placeholder before a pipe"),
        pytest.param("go tool pprof heap\n(pprof) top 5\n", Severity.INFO, id="a dialogue with a debugger"),
        pytest.param("mysql\nmysql> DROP TABLE a (\n", Severity.INFO, id="a dialogue with a database"),
        pytest.param("sum by (pod) (rate(errors_total[5m]))\n", Severity.WARNING, id="a query"),
        pytest.param("curl -s host:9090\n\nrate(x[5m]) - rate(y[5m])\n", Severity.WARNING, id="a query among commands"),
        pytest.param("db.orders.find({}).limit(5)\n", Severity.WARNING, id="another shell's command"),
        pytest.param('resource "disk" {\n  size = 3\n}\n', Severity.WARNING, id="settings"),
        pytest.param("save <name> (or `keep <name>`) --all\n", Severity.WARNING, id="something to fill in"),
        pytest.param(
            "# Proxy\nmap $scheme $port {\n  default 80;\n}\n", Severity.WARNING, id="settings with variables"
        ),
        pytest.param("took 12 ms (8 runs)\n", Severity.WARNING, id="output"),
        pytest.param("; a comment of another language\n", Severity.WARNING, id="a comment of another language"),
        pytest.param("ls (\n# for <pod>\n", Severity.ERROR, id="a placeholder only in a comment"),
        pytest.param("restore --force (all)\n", Severity.ERROR, id="an option"),
        pytest.param("archive $FILE)\n", Severity.ERROR, id="a variable"),
        pytest.param("restore all) | tail\n", Severity.ERROR, id="a pipe"),
        pytest.param("if restore; then\n  sync\n", Severity.ERROR, id="the end of a command is missing"),
        pytest.param("deploy() {\n  curl -f host\n}\n}\n", Severity.ERROR, id="one end too many, among commands"),
    ],
)
def test_how_bad_it_is_depends_on_who_would_paste_it(content: str, severity: Severity) -> None:
    problem = problem_in("bash", content)

    assert problem is not None
    assert problem.severity == severity


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("```bash\nls\n  ls (\nls\n```\n", (3, 3), id="a line"),
        pytest.param("1. Run\n\n   ```bash\n   ls\n   ls (\n   ```\n", (5, 4), id="in a list"),
        pytest.param('> ```json\n> {\n> "a": True\n> }\n> ```\n', (3, 3), id="in a quote"),
        pytest.param("```bash\nif true; then\n  ls\n\n```\n", (3, 3), id="what is missing: the last line with text"),
        pytest.param(
            "```{code-block} python\n:caption: a.py\n\nf(\n)x\n```\n", (5, 1), id="below the options of a directive"
        ),
        pytest.param("```json\n \n```\n\n```json\n{\n```\n", (6, 1), id="nothing before it"),
    ],
)
@needs_bash
def test_it_is_said_where_the_parser_stopped(text: str, place: tuple[int, int]) -> None:
    found = lint_document("a.md", text.encode(), Settings(select=("DL703",))).findings

    assert len(found) == 1
    stop = found[0][1].related[0].span
    assert (stop.line, stop.column) == place
    assert text.split("\n")[stop.line - 1][stop.column - 1 : stop.end_column - 1] == found[0][1].subject


@needs_bash
@pytest.mark.parametrize("content", [param.values[1] for param in FINE + WRONG if param.values[0] == "bash"])
def test_bash_has_the_last_word(content: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = problem_in.__wrapped__("bash", content)
    monkeypatch.setattr(shell, "_parser", lambda: None)  # as where tree-sitter is not installed
    alone = problem_in.__wrapped__("bash", content)

    assert (asked is None) == (alone is None)


@needs_bash
def test_nothing_is_run(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    startup = f"{tmp_path}/startup"
    monkeypatch.setenv("BASH_ENV", startup)
    with open(startup, "w") as file:
        file.write(f"touch {tmp_path}/ran\n")

    problem_in.__wrapped__("bash", f"touch {tmp_path}/ran\n$(touch {tmp_path}/ran)\nset +n\ntouch {tmp_path}/ran\n(\n")

    assert subprocess.run(["ls", str(tmp_path)], capture_output=True, text=True, check=True).stdout == "startup\n"


def test_without_bash_nothing_is_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shell, "bash_path", lambda: None)

    problem_in.cache_clear()
    found = lint_document("a.md", b"```bash\nls (\n```\n\n```sh\nls\n```\n", Settings(select=("DL703",))).findings
    problem_in.cache_clear()

    assert [finding.message for _, finding in found] == ["bash examples are not checked: there is no bash here"]


@pytest.mark.parametrize(
    ("content", "transcript"),
    [
        ("ls -l\n", False),
        ("# a comment\nls\n", False),
        ("$ ls\na.md\n", True),
        ("user@host:~/store$ ls\n", True),
        ("[root@host ~]# ls\n", True),
        ("PS C:\\> dir\n", True),
    ],
)
def test_transcripts_are_known_by_their_prompt(content: str, transcript: bool) -> None:
    assert is_transcript(content) is transcript


@pytest.mark.parametrize(
    ("content", "line"),
    [
        pytest.param("rate(http_requests_total[5m])\n", None, id="a query"),
        pytest.param("# errors\nsum by (pod) (up)\n\n# all\nup\n", None, id="two queries"),
        pytest.param("up\nscrape_duration_seconds\n", None, id="a query a line"),
        pytest.param("sum(\n  up\n)\n", None, id="a query on several lines"),
        pytest.param("rate(x[$__interval])\n", None, id="a variable of a dashboard"),
        pytest.param("expr: up by (pod)\n", None, id="a rule"),
        pytest.param("-" * 100_000 + "up", None, id="deep"),
        pytest.param("up\n\nsum(up)\nup by (pod)\n", 4, id="one of several in a paragraph"),
        pytest.param("up\n\nup by (pod)\n", 3, id="a clause without its function"),
        pytest.param("sum(up\n", 1, id="an open parenthesis"),
    ],
)
def test_promql_where_its_parser_is_installed(content: str, line: int | None) -> None:
    pytest.importorskip("promql_parser")
    problem = problem_in("promql", content)

    assert (problem.line if problem else None) == line


def test_languages_nobody_here_can_parse_are_left_alone() -> None:
    assert language_named("logql") == ""
    assert language_named("console") == ""
    assert language_named("yml") == "yaml"


@pytest.mark.parametrize(
    ("language", "content"),
    [
        pytest.param("yaml", "[" * 50_000, id="deep YAML"),
        pytest.param("yaml", "a: &a [x]\n" + "b: *a\n" * 1000, id="aliases are not followed"),
        pytest.param("json", "[" * 50_000, id="deep JSON"),
        pytest.param("json", '"' * 50_000, id="quotes"),
        pytest.param("json", "/*" * 25_000, id="comments that do not end"),
        pytest.param("python", "(" * 50_000, id="deep Python"),
        pytest.param("python", "-" * 50_000 + "1", id="many operators"),
        pytest.param("toml", "a = " + "[" * 50_000, id="deep TOML"),
        pytest.param("bash", "$(" * 20_000, id="deep shell"),
        pytest.param("bash", "<a" * 25_000, id="many redirections"),
        pytest.param("bash", "\ud800 (\n", id="a lone surrogate"),
        pytest.param("python", "\x00", id="NUL"),
    ],
)
def test_hostile_code_costs_little_and_raises_nothing(language: str, content: str) -> None:
    with within(2):
        problem_in(language, content)
