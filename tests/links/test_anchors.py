"""Anchors as the platforms make them, from Markdown source to anchor."""

import pytest

from doclint.facts import facts_of
from doclint.links.anchors import heading_anchors
from doclint.markdown import parse
from tests.effort import within

GITHUB = [
    pytest.param("Set up", "set-up", id="a space becomes a hyphen"),
    pytest.param("Set  up", "set--up", id="runs of spaces are kept one by one"),
    pytest.param("a - b", "a---b", id="a hyphen between spaces stays with both"),
    pytest.param("A & B", "a--b", id="punctuation goes and its spaces stay"),
    pytest.param("I ♥ unicode", "i--unicode", id="a symbol goes"),
    pytest.param("🚀 Launch", "-launch", id="an emoji goes and its space stays"),
    pytest.param("Launch 🚀", "launch-", id="the end is not trimmed"),
    pytest.param("🚀", "", id="nothing is left"),
    pytest.param("What's new?", "whats-new", id="apostrophe and question mark"),
    pytest.param("C++ / C#", "c--c", id="C++ and C#"),
    pytest.param("v1.2.3", "v123", id="dots go"),
    pytest.param("key=value; a,b: c", "keyvalue-ab-c", id="ASCII punctuation"),
    pytest.param("(a) [b] {c}", "a-b-c", id="brackets"),
    pytest.param("snake_case_name", "snake_case_name", id="an underscore is a connector"),
    pytest.param("a‿b⁀c＿d", "a‿b⁀c＿d", id="connectors of other scripts"),
    pytest.param("--flag", "--flag", id="hyphens stay"),
    pytest.param("a–b—c", "abc", id="dashes are not hyphens"),
    pytest.param("a\u2011b", "ab", id="a non-breaking hyphen is not a hyphen"),
    pytest.param("a\u00a0b", "ab", id="a no-break space is no space"),
    pytest.param("a\u2003b\u3000c", "abc", id="wide spaces are no spaces"),
    pytest.param("a\tb", "ab", id="a tab is no space"),
    pytest.param("ÀÉÎ Straße", "àéî-straße", id="letters are lowered, not folded"),
    pytest.param("İstanbul", "i\u0307stanbul", id="a letter that grows when lowered"),
    pytest.param("ǅ Ǉ", "ǆ-ǉ", id="titlecase digraphs"),
    pytest.param("ΟΔΟΣ ΣΑΣ", "οδοσ-σασ", id="no final sigma"),
    pytest.param("Ⅳ chapter", "ⅳ-chapter", id="a letter number is lowered and stays"),
    pytest.param("x² + y½ ①", "x--y-", id="other numbers go"),
    pytest.param("٣ दस ๑", "٣-दस-๑", id="decimal digits of any script stay"),
    pytest.param("हिन्दी", "हिन्दी", id="vowel signs are marks"),
    pytest.param("ภาษาไทย ที่", "ภาษาไทย-ที่", id="Thai tone marks"),
    pytest.param("العَرَبِيَّة", "العَرَبِيَّة", id="Arabic vowels"),
    pytest.param("中文 标题", "中文-标题", id="Chinese"),
    pytest.param("中文：标题！", "中文标题", id="wide punctuation goes"),
    pytest.param("e\u0301 é", "e\u0301-é", id="composed and decomposed stay as they are"),
    pytest.param("⚠️ Warning", "\ufe0f-warning", id="a variation selector is a mark and stays"),
    pytest.param("1️⃣ First", "1\ufe0f\u20e3-first", id="a keycap is a digit and two marks"),
    pytest.param("Ⓐ ⓑ", "ⓐ-ⓑ", id="circled letters are alphabetic"),
    pytest.param("🅰 🄰", "🅰-🄰", id="squared letters are alphabetic"),
    pytest.param("a\u200db\u200cc", "abc", id="joiners go"),
    pytest.param("a\ue000b", "ab", id="private use goes"),
    pytest.param("a\u0378b", "ab", id="unassigned goes"),
    pytest.param("€5 £6 ^ ~", "5-6--", id="currency and modifier symbols go"),
    pytest.param("`code_x` and `--y`", "code_x-and---y", id="code keeps its text"),
    pytest.param("`a b`  c", "a-b--c", id="spaces in code"),
    pytest.param("**bold** *it* ~~no~~", "bold-it-no", id="emphasis goes"),
    pytest.param("X.__init__()", "xinit", id="double underscores are strong"),
    pytest.param("a_b_c __d__", "a_b_c-d", id="underscores in words are not emphasis"),
    pytest.param("[text](url.md) x", "text-x", id="a link gives its text"),
    pytest.param("[text][r]", "text", id="a reference gives its text"),
    pytest.param("![alt](a.png) x", "-x", id="an image gives nothing"),
    pytest.param("[![alt](a.png)](b.md)", "", id="a linked image gives nothing"),
    pytest.param("<b>Bold</b> x", "bold-x", id="tags go and the text between stays"),
    pytest.param('<a name="k"></a>Title', "title", id="an anchor of its own"),
    pytest.param("a <!-- note --> b", "a--b", id="a comment goes"),
    pytest.param("a<br>b", "ab", id="a break is nothing"),
    pytest.param("Q&amp;A &lt;x&gt;", "qa-x", id="entities are resolved"),
    pytest.param("&copy; me", "-me", id="an entity of a symbol"),
    pytest.param("\\*star\\* \\# x", "star--x", id="escapes are resolved"),
    pytest.param(":tada: Party", "tada-party", id="a shortcode keeps its name"),
    pytest.param("Foo {#bar}", "foo-bar", id="an explicit id is text"),
    pytest.param("https://a.example/b?c", "httpsaexamplebc", id="a bare address keeps its text"),
    pytest.param("<https://a.example>", "httpsaexample", id="an autolink keeps its text"),
    pytest.param("closed ##", "closed", id="a closing sequence is no text"),
    pytest.param("&#32;", "-", id="a heading of one space"),
    pytest.param("1. Intro", "1-intro", id="a number at the start stays"),
    pytest.param("123", "123", id="digits alone"),
    pytest.param("a__b--c", "a__b--c", id="runs of underscores and hyphens stay"),
    pytest.param("家族 👨\u200d👩\u200d👧 x", "家族--x", id="an emoji made of several goes as a whole"),
    pytest.param("🇩🇪 Deutsch", "-deutsch", id="a flag is two symbols"),
    pytest.param("`<T>` & <kbd>K</kbd>", "t--k", id="code that looks like a tag is text"),
    pytest.param("“Quotes” … ‘x’", "quotes--x", id="typographic punctuation goes"),
    pytest.param("日本語（全角）ー長音", "日本語全角ー長音", id="a long-vowel mark is a letter"),
    pytest.param("한국어 제목", "한국어-제목", id="Korean"),
    pytest.param("[a `b` **c**](u.md) d", "a-b-c-d", id="markup within a link"),
    pytest.param("H<sub>2</sub>O", "h2o", id="tags within a word"),
    pytest.param("*a*_b_", "ab", id="emphasis without a space between"),
    pytest.param("trailing # ##", "trailing-", id="a number sign before the closing sequence"),
    pytest.param("&nbsp;x&#8203;y", "xy", id="entities of invisible characters"),
    pytest.param("TİTLE ı", "ti\u0307tle-ı", id="dotted and dotless i"),
    pytest.param("ẞ ﬁ ŉ", "ß-ﬁ-ŉ", id="letters are not taken apart"),
    pytest.param("Ꭰ Ა", "ꭰ-ა", id="scripts that got their cases late"),
]


@pytest.mark.parametrize(("source", "anchor"), GITHUB)
def test_github_names_a_heading(source: str, anchor: str) -> None:
    document = parse("a.md", f"# {source}\n\n[r]: x.md\n".encode())

    assert heading_anchors([heading.rendered for heading in facts_of(document).headings], "github") == (anchor,)


def test_a_heading_over_two_lines_is_joined_without_a_hyphen() -> None:
    document = parse("a.md", b"One\ntwo\n===\n")

    assert heading_anchors([facts_of(document).headings[0].rendered], "github") == ("onetwo",)


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        pytest.param("# A[^x]\n\n[^x]: n\n", "a1", id="the first note"),
        pytest.param(
            "See.[^y]\n\n# A[^X] b[^y]\n\n[^x]: n\n\n[^y]: m\n", "a2-b1", id="in order of mention, not of label"
        ),
        pytest.param("# A[^x]\n", "ax", id="a note nobody wrote is text"),
    ],
)
def test_the_number_of_a_footnote_is_part_of_the_anchor(text: str, anchor: str) -> None:
    headings = facts_of(parse("a.md", text.encode())).headings

    assert heading_anchors([heading.rendered for heading in headings], "github") == (anchor,)


@pytest.mark.parametrize(
    ("texts", "anchors"),
    [
        pytest.param(["a", "a", "a"], ["a", "a-1", "a-2"], id="counted"),
        pytest.param(["a", "A", "a!"], ["a", "a-1", "a-2"], id="equal after naming"),
        pytest.param(["a", "a", "a 1", "a-1", "a"], ["a", "a-1", "a-1-1", "a-1-2", "a-2"], id="a number that is taken"),
        pytest.param(["f-1", "f", "f"], ["f-1", "f", "f-2"], id="a number that was taken before"),
        pytest.param(["", "", "🚀"], ["", "-1", "-2"], id="empty names"),
        pytest.param(["a-1", "a-1", "a", "a"], ["a-1", "a-1-1", "a", "a-2"], id="each base counts for itself"),
    ],
)
def test_github_tells_repeats_apart(texts: list[str], anchors: list[str]) -> None:
    assert list(heading_anchors(texts, "github")) == anchors


OTHERS = [
    pytest.param("gitlab", ["A  -  B"], ["a-b"], id="gitlab squeezes hyphens"),
    pytest.param("gitlab", [" a! "], ["a"], id="gitlab strips the ends"),
    pytest.param("gitlab", ["2024"], ["anchor-2024"], id="gitlab prefixes numbers"),
    pytest.param("gitlab", ["a", "a"], ["a", "a-1"], id="gitlab counts with a hyphen"),
    pytest.param("mkdocs", ["A & B"], ["a-b"], id="mkdocs collapses spaces"),
    pytest.param("mkdocs", ["Größe"], ["groe"], id="mkdocs drops what is not ASCII after decomposing"),
    pytest.param("mkdocs", ["a", "a", "a"], ["a", "a_1", "a_2"], id="mkdocs counts with an underscore"),
    pytest.param("mkdocs", ["a_1", "a_1", "a"], ["a_1", "a_2", "a"], id="mkdocs goes on from a number"),
    pytest.param("mkdocs", ["中文", "日本"], ["_1", "_2"], id="mkdocs numbers empty names"),
    pytest.param("mkdocs", ["A {#own}", "B {: #mine .c }"], ["own", "mine"], id="mkdocs takes attribute lists"),
    pytest.param("docusaurus", ["A {#own}", "B {/* #mine */}"], ["own", "mine"], id="docusaurus takes both forms"),
    pytest.param("docusaurus", ["A & B", "ΟΔΟΣ"], ["a--b", "οδος"], id="docusaurus otherwise names as JavaScript does"),
    pytest.param("vitepress", ["1. Été & co"], ["_1-ete-co"], id="vitepress"),
    pytest.param("vitepress", ["a", "a"], ["a", "a-1"], id="vitepress counts from one"),
    pytest.param("kramdown", ["1. A_b c"], ["ab-c"], id="kramdown starts with a letter and drops underscores"),
    pytest.param("kramdown", ["🚀", "🚀"], ["section", "section-1"], id="kramdown names the nameless"),
    pytest.param("kramdown", ["a", "a", "a-1"], ["a", "a-1", "a-1"], id="kramdown does not look for collisions"),
    pytest.param("kramdown", ["a {#own}"], ["own"], id="kramdown takes attribute lists"),
    pytest.param("bitbucket", ["A & B", "A & B"], ["markdown-header-a-b", "markdown-header-a-b_1"], id="bitbucket"),
    pytest.param("github", ["A {#own}"], ["a-own"], id="github takes none"),
]


@pytest.mark.parametrize(("profile", "texts", "anchors"), OTHERS)
def test_other_platforms_name_headings_their_way(profile: str, texts: list[str], anchors: list[str]) -> None:
    assert list(heading_anchors(texts, profile)) == anchors  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(["same"] * 30_000, id="the same text"),
        pytest.param([f"a_{n}" for n in range(15_000)] * 2, id="numbers that are taken"),
        pytest.param([f"a-{n}" for n in range(15_000)] + ["a"] * 15_000, id="a base whose numbers are taken"),
    ],
)
@pytest.mark.parametrize("profile", ["github", "mkdocs", "kramdown"])
def test_many_headings_take_linear_time(texts: list[str], profile: str) -> None:
    with within(2):
        heading_anchors(texts, profile)  # type: ignore[arg-type]
