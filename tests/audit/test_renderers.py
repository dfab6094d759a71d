"""The audit drawn: nothing of a document acts, nothing is lost without a word, the same input gives the same bytes."""

import re
import sys
from collections.abc import Callable
from html.parser import HTMLParser

import pytest

from doclint.audit.values import Audit, Changes, Point
from doclint.errors import DoclintError
from doclint.output import AUDIT_FORMATS, Look, audit_renderer
from doclint.output.audit import json as as_json
from tests.audit.sets import HOSTILE, SET, audited

pytest.importorskip("jinja2", reason="the extra 'report' is not installed")

HISTORY = tuple(
    Point(
        commit=f"{day:040x}",
        name=f"v0.{day} <b>",
        date=f"2026-01-0{day}",
        documents=day,
        lines=day * 90,
        words=day * 900,
        errors=9 - day,
        warnings=day,
        infos=0,
        verified=day,
        contradicted=0,
        unverifiable=1,
        score=None,
    )
    for day in range(1, 5)
)
SURROGATE = {**SET, "docs/not-utf8-\udcff.md": "# Name\n\n[dead](gone.md)\n"}


def full(files: dict[str, str]) -> Audit:
    findings = audited(files).findings
    changes = Changes(base="<main>", commit="f" * 40, documents=(), new=findings, fixed=findings[:1], kept=0)
    return audited(files, history=HISTORY, changes=changes)


class Page(HTMLParser):
    """Every tag, attribute and id of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.ids: list[str] = []
        self.targets: set[str] = set()
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.targets |= {value or "" for name, value in attrs if name in ("href", "src")}

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("files", [SET, HOSTILE, SURROGATE, {}], ids=["plain", "hostile", "name not UTF-8", "nothing"])
@pytest.mark.parametrize("name", AUDIT_FORMATS)
def test_every_format_renders_again_from_json_to_the_same_bytes(name: str, files: dict[str, str]) -> None:
    audit = full(files) if files else audited({"a.txt": ""}, paths=())
    written = as_json.render(audit)
    again = as_json.read(written.encode(), "x")

    first = audit_renderer(name)(again, Look())
    second = audit_renderer(name)(as_json.read(written.encode(), "x"), Look())

    assert first == second
    assert first.encode()
    if "\udcff" not in "".join(files):
        assert audit_renderer(name)(audit, Look()) == first


def test_html_holds_no_markup_of_the_documents() -> None:
    page = Page(audit_renderer("html")(full(HOSTILE), Look()))

    assert not page.tags & {"script", "img", "iframe", "object", "embed", "link", "form", "b", "base"}
    assert not {name for name in page.attributes if name.startswith("on") or name in ("style", "src", "srcset")}
    assert all(target.startswith("#") for target in page.targets), page.targets
    assert '"><svg onload=alert(3)>.md' in page.text  # it is there to be read


def test_html_policy_allows_the_one_style_sheet_and_nothing_else() -> None:
    page = audit_renderer("html")(full(HOSTILE), Look())

    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert page.count("<style") == 1


def test_html_ids_are_unique_and_links_lead_to_them() -> None:
    page = Page(audit_renderer("html")(full(HOSTILE), Look()))

    assert len(page.ids) == len(set(page.ids))
    assert {target.removeprefix("#") for target in page.targets} <= set(page.ids)


def test_every_table_has_scoped_heads_and_every_picture_a_title() -> None:
    page = audit_renderer("html")(full(SET), Look())

    assert page.count("<th>") == 0
    pictures = re.findall(r"<svg[^>]*>(?:<title|<rect)", page)
    assert pictures
    assert all("aria-hidden" in picture or picture.endswith("<title") for picture in pictures)


STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")


@pytest.mark.parametrize("name", ["text", "html"])
def test_nothing_steers_the_reader(name: str) -> None:
    assert STEERING.findall(audit_renderer(name)(full(HOSTILE), Look())) == []


def test_text_starts_no_line_with_a_workflow_command() -> None:
    text = audit_renderer("text")(full(HOSTILE), Look())

    assert not re.search(r"^\s*(?:::|##\[)", text, re.MULTILINE)


def test_markdown_mentions_nobody_and_links_nothing_of_the_documents() -> None:
    text = audit_renderer("markdown")(full(HOSTILE), Look())

    assert "<script" not in text
    assert "@everyone" not in text
    assert not re.search(r"(?<!\\)\]\(", text)


@pytest.mark.parametrize(("name", "most"), [("markdown", 65_536), ("github-summary", 1_048_576)])
def test_markdown_stays_within_the_limits_and_says_what_is_cut(name: str, most: int) -> None:
    link = '[one](gone-{}.md "a title that makes the line long enough to matter in the end")\n\n'
    files = {f"docs/{number}.md": f"# {number}\n\n" + "".join(map(link.format, range(80))) for number in range(60)}
    text = audit_renderer(name)(full(files), Look())

    assert len(text.encode()) < most
    assert text.count("<details>") == text.count("</details>")
    if name == "markdown":
        assert "more are in the JSON and HTML reports" in text


def first_line(text: str) -> str:
    return text.partition("\n")[0]


@pytest.mark.parametrize(
    ("name", "verdict_of"),
    [("text", first_line), ("markdown", first_line), ("html", lambda page: page[page.index("<h1>") :][:60])],
    ids=["text", "markdown", "html"],
)
def test_the_verdict_comes_first(name: str, verdict_of: Callable[[str], str]) -> None:
    assert "fail" in verdict_of(audit_renderer(name)(audited(SET), Look())).lower()


def test_the_text_names_what_is_false_with_its_evidence() -> None:
    text = audit_renderer("text")(audited(SET), Look())

    assert "900 lines" in text
    assert "found 5" in text
    assert "lonely.md" in text[text.index("Cross-references") :]


def test_colour_only_where_it_is_wanted() -> None:
    audit = audited(SET)

    assert "\x1b[" not in audit_renderer("text")(audit, Look())
    assert "\x1b[31" in audit_renderer("text")(audit, Look(color=True))


def test_a_large_set_is_drawn_by_folders() -> None:
    files = {f"docs/{part}/{number}.md": f"# {number}\n" for part in "abc" for number in range(60)}
    page = audit_renderer("html")(audited(files), Look())

    assert "docs/a (60)" in page


def test_a_large_set_stays_a_page_a_browser_can_show() -> None:
    files = {
        f"docs/{number}.md": f"# {number}\n\n"
        + "".join(f"[{other}]({other}.md) [x](gone{other}.md)\n\n" for other in range(60))
        for number in range(60)
    }
    audit = audited(files)
    page = audit_renderer("html")(audit, Look())

    assert len(audit.findings) > 3000
    assert len(audit.graph.edges) > 5000
    assert page.count('class="edge') <= 1000
    assert len(page) < 3_000_000


def test_without_jinja_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    monkeypatch.delitem(sys.modules, "doclint.output.audit.html", raising=False)

    with pytest.raises(DoclintError, match=r"doclint\[report\]"):
        audit_renderer("html")
