"""One reading of a document for all rules about instructions: what it asks, and what its reader would have to guess."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import Literal
from unicodedata import category

from msgspec import Struct

from doclint.instructions.asking import request_of
from doclint.instructions.case import Defect
from doclint.instructions.defects import defects_of
from doclint.instructions.lexicon import Instructions, Lexicon, Library, library_of, plain
from doclint.instructions.passages import ITEMS, Passage, passages
from doclint.instructions.sentences import Lead, Sentence, stretches, text_of, words_of
from doclint.instructions.terms import Term, terms_in
from doclint.markdown.nodes import Document, Node
from doclint.model import Confidence, Finding, Severity


class Ambiguity(Struct, frozen=True, gc=False):
    """An instruction that leaves something open: `text[start:end]` shows it, `sentence` is the whole of it."""

    category: str
    confidence: Confidence
    start: int
    end: int
    message: str
    sentence: str


class Reading(Struct, frozen=True, gc=False):
    """What a document asks: how many instructions, and those that are ambiguous, each for its main defect."""

    instructions: int
    ambiguities: tuple[Ambiguity, ...]
    terms: tuple[Term, ...] = ()  # abbreviations and placeholders of the instructions

    def count(self) -> Counter[tuple[str, Confidence]]:
        """Ambiguous instructions by category and confidence."""
        return Counter((found.category, found.confidence) for found in self.ambiguities)


def instructions_of(document: Document) -> Reading:
    """The question to ask a document. Settings other than the defaults are told to it beforehand."""
    return read(document, library_of(Instructions()))


def read(document: Document, library: Library) -> Reading:
    """
    The reading of a document.

    A step is taken with all of the document before the next one is: a processor is quick at what it has just done, and
    a fifth of the time is saved.
    """
    lexicon = lexicon_of(document, library)
    if lexicon is None or lexicon.chronicles.closes(plain(_title_of(document.path))):
        return Reading(0, ())
    scene = _Scene(document, lexicon)
    doubtful, instructing = [], []
    for sentence in _sentences(document, lexicon, library.settings.shell_comments, scene.tells):
        if lexicon.may_lack(sentence.words, sentence.cues, sentence.passage.kind in ITEMS):
            doubtful.append(sentence)
        elif sentence.words and sentence.words[0] in lexicon.verbs.firsts:
            instructing.append(sentence)  # it can hold no defect, and is only counted
    asked = [(sentence, request_of(sentence, lexicon)) for sentence in doubtful]
    requests = [(sentence, request) for sentence, request in asked if request is not None]
    worst = [
        (sentence, min(defects_of(sentence, request, lexicon), key=_rank, default=None))
        for sentence, request in requests
    ]
    found = [
        _ambiguity(sentence, defect)
        for sentence, defect in worst
        if defect is not None and not scene.was_done(sentence.passage.leaf.start)
    ]
    instructing += [sentence for sentence, _ in requests]
    leaves = {sentence.passage.leaf.start: sentence.passage.leaf for sentence in instructing}
    terms = [terms_in(leaf, lexicon) for _, leaf in sorted(leaves.items())]
    return Reading(len(instructing), tuple(found), tuple(chain.from_iterable(terms)))


def _sentences(document: Document, lexicon: Lexicon, comments: bool, tells: Callable[[int], bool]) -> list[Sentence]:
    """The sentences that may ask something."""
    led = [*_led([*passages(document, comments)], lexicon)]
    texts = [(passage, lead, text_of(passage.leaf)) for passage, lead in led if lead != "tells"]
    cut = [
        (passage, lead, text, stretches(passage.leaf, text))
        for passage, lead, text in texts
        if text and (lead == "criteria" or not _is_marked(text))
    ]
    spoken = [
        (passage, lead, start, end, text, chunks)
        for passage, lead, text, places in cut
        for start, end in places
        for chunks in (text[start:end].split(),)
        if lead or passage.kind == "task" or lexicon.may_ask(text[start:end], chunks)
    ]
    worded = [
        (passage, lead, start, end, text, words_of(chunks))
        for passage, lead, start, end, text, chunks in spoken
        if lead or not tells(passage.leaf.start)
    ]
    return [
        Sentence(passage, lead, start, end, text, words, lexicon.cues.intersection(words))
        for passage, lead, start, end, text, words in worded
    ]


def _led(shown: Iterable[Passage], lexicon: Lexicon) -> Iterator[tuple[Passage, Lead]]:
    """Passages, and what the line above their list says of its items."""
    above: Node | None = None
    lead: Lead = ""
    for passage in shown:
        if passage.kind not in ITEMS:
            yield passage, ""
            continue
        if passage.above is not above:
            above, lead = passage.above, _lead(passage.before, lexicon)
        yield passage, lead


def ambiguities(category: str) -> Callable[[Document, object], Iterator[Finding]]:
    """The check of the rule for a category."""

    def check(document: Document, options: object) -> Iterator[Finding]:
        for found in document.ask(instructions_of).ambiguities:
            if found.category == category:
                yield Finding(
                    span=document.span(found.start, found.end),
                    message=found.message,
                    subject=found.sentence,
                    severity=None if found.confidence is Confidence.HIGH else Severity.INFO,
                    confidence=found.confidence,
                )

    return check


def _rank(defect: Defect) -> int:
    return defect.confidence.rank


def lexicon_of(document: Document, library: Library) -> Lexicon | None:
    """The words a document is read by; None where none are known of its language."""
    return library.lexicon(_language(document))


def _language(document: Document) -> str:
    header = document.front_matter
    stated = header.get("lang", "language") if header else None
    return stated.value.split("-")[0].split("_")[0].casefold() if stated else ""


def _title_of(path: str) -> str:
    """What the name of a file says that it is: CODE_OF_CONDUCT.md → CODE OF CONDUCT."""
    return path.rpartition("/")[2].partition(".")[0].replace("-", " ").replace("_", " ")


def _ambiguity(sentence: Sentence, defect: Defect) -> Ambiguity:
    leaf = sentence.passage.leaf
    last = defect.end - 1
    while last > defect.start and sentence.words[last] in _STOPS:
        last -= 1
    start, end = sentence.place_of(defect.start), sentence.end_of(last)
    quoted = " ".join(leaf.text[start:end].split())
    return Ambiguity(
        defect.category,
        defect.confidence,
        *leaf.source_range(start, end),
        f"'{_clipped(quoted)}' {defect.lack}",
        " ".join(leaf.text[sentence.start : sentence.end].split()),
    )


_STOPS = frozenset(".,;:!")
_QUOTED = 70  # characters of a document in a message


def _clipped(text: str) -> str:
    return text if len(text) <= _QUOTED else text[: _QUOTED - 1].rstrip() + "…"


_RELEASE = re.compile(
    r"\W*(?:v|version |release )?\d+\.\d+[\w.+-]*(?:\W.*\b(?:19|20)\d\d\b.*)?\W*|\W*unreleased\W*", re.I
)
_LABELS = re.compile(r"\n([^\n:]{3,40}):[*_ ]*(?=\n|\Z)")  # lines that announce what follows
_CALL = re.compile(r"\w\(\)|\w\.\w+\(|\w\(\w+, ")  # a section of a reference


def _is_marked(text: str) -> bool:
    """Whether a picture opens the text: a feature, a figure, something finished or planned."""
    return text[0] > "\x7f" and category(text[0]) == "So" and text[0] not in _BOXES


_BOXES = frozenset("☐⬜□▢⚠")  # before what is still to be done, or to be heeded

Story = Literal["whole", "own", ""]  # what a section tells: with its subsections, without them, or nothing


class _Scene:
    """The sections of a document: where it asks, and where it tells."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document = document
        self.lexicon = lexicon
        self._stories: dict[int, Story] = {}
        self._results: dict[int, int] = {}  # where the last results of a section are announced
        self._here = (0, 0, False)  # the section last asked for: start, end, whether it tells

    def tells(self, place: int) -> bool:
        """Whether the section here tells and does not ask."""
        start, end, tells = self._here
        if not start <= place < end:
            section = self.document.section_at(place)
            tells = bool(self._story(section))
            part = self.document.sections[section]
            self._here = part.start, part.own_end, tells
        return tells

    def was_done(self, place: int) -> bool:
        """Whether results follow in the section: what stands here was done, and nobody is asked to."""
        section = self.document.section_at(place)
        if section not in self._results:
            part = self.document.sections[section]
            labels = _LABELS.finditer(self.document.text, part.start, part.own_end)
            self._results[section] = max((label.start(1) for label in labels if self._reports(label[1])), default=-1)
        return place < self._results[section]

    def _reports(self, label: str) -> bool:
        words = plain(label)
        return bool(words) and self.lexicon.reported.at(words, 0)[1] == len(words)

    def _story(self, section: int) -> Story:
        if section not in self._stories:
            above = self.document.sections[section].parent
            inherited = self._story(above) if above >= 0 else ""
            own = _story(self.document.sections[section].title, above < 0, self.lexicon)
            self._stories[section] = "whole" if inherited == "whole" else own
        return self._stories[section]


@lru_cache(1024)  # titles recur
def _story(title: str, is_outermost: bool, lexicon: Lexicon) -> Story:
    """Whether the text under a heading tells."""
    words = plain(title)
    if _RELEASE.fullmatch(title):
        return "whole"
    if "(" in title and _CALL.search(title):
        return "own"
    if lexicon.told_of.isdisjoint(words):
        return ""
    if lexicon.plans.closes(words) or (is_outermost and lexicon.chronicles.closes(words)):
        return "whole"
    if _is_order(words, lexicon):
        return ""
    return "own" if lexicon.asks.isdisjoint(words) and lexicon.tales.closes(words) else ""


def _lead(text: str, lexicon: Lexicon) -> Lead:
    """What the line above a list says of its items."""
    words = plain(text)
    if lexicon.criteria.closes(words):
        return "criteria"
    if not text.rstrip().endswith(":"):
        return ""
    if words[-1:] == ("to",) or lexicon.plans.closes(words):
        return "tells"
    if not lexicon.asks.isdisjoint(words):
        return "asks"
    if _is_order(words, lexicon):
        return ""
    return "tells" if lexicon.tales.closes(words) or _is_able(words, lexicon) else ""


def _is_able(words: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether something else than the reader can or will do what follows: "the agent can:"."""
    for place in range(1, len(words)):
        if words[place] in lexicon.options and words[place - 1] not in lexicon.subjects:
            return words[place + 1 : place + 2] != ("be",)
    return words[-1] in lexicon.joints


def _is_order(words: tuple[str, ...], lexicon: Lexicon) -> bool:
    return bool(words) and lexicon.verbs.at(words, 0)[1] > 0 and words[0] not in lexicon.nouns
