"""One reading of a document for all rules about instructions: what it asks, and what its reader would have to guess."""

from collections import Counter
from collections.abc import Callable, Iterator

from msgspec import Struct

from doclint.instructions.asking import Lead, request_of
from doclint.instructions.defects import Case, Defect, defects_of
from doclint.instructions.lexicon import Instructions, Lexicon, Library, library_of, plain
from doclint.instructions.passages import ITEMS, Passage, passages
from doclint.instructions.resolved import context_of
from doclint.instructions.sentences import Sentence, sentence_of, stretches, words_of
from doclint.markdown.nodes import Document
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

    def count(self) -> Counter[tuple[str, str]]:
        """Ambiguous instructions by category and confidence."""
        return Counter((found.category, found.confidence.value) for found in self.ambiguities)


def instructions_of(document: Document) -> Reading:
    """The question to ask a document. Settings other than the defaults are told to it beforehand."""
    return read(document, library_of(Instructions()))


def read(document: Document, library: Library) -> Reading:
    """The reading of a document."""
    lexicon = library.lexicon(_language(document))
    if lexicon is None:
        return Reading(0, ())
    count, found = 0, []
    scene = _Scene(document, lexicon)
    for passage in passages(document, library.settings.shell_comments):
        lead = scene.lead(passage)
        words = words_of(passage.leaf.text)
        if not words:
            continue
        item = passage.kind in ITEMS
        if not lexicon.may_lack(words, item):
            count += words[0] in lexicon.verbs.firsts and not scene.tells(passage, lead)
            continue
        text, places = stretches(passage)
        for start, end in places:
            if len(places) > 1:
                words = words_of(text[start:end])
                if not words or not lexicon.may_lack(words, item):
                    continue
            if passage.kind != "task" and lead != "criteria" and not lexicon.may_ask(words):
                continue
            sentence = sentence_of(passage, text, start, end)
            request = request_of(sentence, lead, lexicon)
            if request is None or scene.tells(passage, lead):
                continue
            count += 1
            case = Case(sentence, request, context_of(sentence, request.start, lexicon), lexicon)
            best = min(defects_of(case), key=_rank, default=None)
            if best is not None:
                found.append(_ambiguity(sentence, best))
    return Reading(count, tuple(found))


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


def _language(document: Document) -> str:
    header = document.front_matter
    stated = header.get("lang", "language") if header else None
    return stated.value.split("-")[0].split("_")[0].casefold() if stated else ""


def _ambiguity(sentence: Sentence, defect: Defect) -> Ambiguity:
    leaf = sentence.passage.leaf
    start, end = sentence.places[defect.start], sentence.end_of(defect.end - 1)
    quoted = " ".join(leaf.text[start:end].split())
    return Ambiguity(
        defect.category,
        defect.confidence,
        *leaf.source_range(start, end),
        f"'{_clipped(quoted)}' {defect.lack}",
        " ".join(leaf.text[sentence.start : sentence.end].split()),
    )


_QUOTED = 70  # characters of a document in a message


def _clipped(text: str) -> str:
    return text if len(text) <= _QUOTED else text[: _QUOTED - 1].rstrip() + "…"


class _Scene:
    """Where in a document a passage stands: where it asks, or where it tells."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document = document
        self.lexicon = lexicon
        self._leads: dict[str, Lead] = {}
        self._tales: dict[int, bool] = {}

    def lead(self, passage: Passage) -> Lead:
        """What the line above a list says of its items."""
        if passage.kind not in ITEMS:
            return ""
        text = passage.before
        if text not in self._leads:
            self._leads[text] = _lead(text, self.lexicon)
        return self._leads[text]

    def tells(self, passage: Passage, lead: Lead) -> bool:
        """Whether the text around a passage tells and does not ask."""
        section = self.document.section_at(passage.leaf.start)
        if section not in self._tales:
            self._tales[section] = _is_tale(self.document.heading_path(section), self.lexicon)
        return lead == "tells" or (self._tales[section] and not lead)


def _lead(text: str, lexicon: Lexicon) -> Lead:
    words = plain(text)
    if lexicon.criteria.closes(text):
        return "criteria"
    if not text.rstrip().endswith(":"):
        return ""
    if words[-1:] == ("to",) or lexicon.plans.closes(text):
        return "tells"
    if not lexicon.asks.isdisjoint(words):
        return "asks"
    return "tells" if lexicon.tales.closes(text) else ""


def _is_tale(path: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether the text under these headings tells."""
    if not path or lexicon.chronicles.closes(path[0]) or any(lexicon.plans.closes(title) for title in path):
        return bool(path)
    words = plain(path[-1])
    if not words or (lexicon.verbs.at(words, 0)[1] and words[0] not in lexicon.nouns):
        return False
    return lexicon.asks.isdisjoint(words) and lexicon.tales.closes(path[-1])
