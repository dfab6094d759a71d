"""What a document is said to hold: sections, so many of something, something under each."""

import re

from doclint.claims import Claim
from doclint.claims.wording import DOCUMENT_NOUNS, UNIVERSAL
from doclint.facts import Facts
from doclint.rare import rare
from doclint.verify.comparing import agrees
from doclint.verify.counting import Tally
from doclint.verify.judge import Judge, Judgement, added_up
from doclint.verify.judged import Evidence, of_file
from doclint.verify.links import judge_links
from doclint.verify.passages import ASIDE, Pages, Passage, stem, stems_of

_TIME = rare(r"^(?:second|minute|min|hour|hr|day|week|month)s?$")
_DURATION = rare(r"duration|time|length", re.IGNORECASE)
_STATE = rare(
    r"\b(?:operational|active|running|pass(?:ed|es|ing)?|complete|successful(?:ly)?|confirmed|implemented|excellent|deployed|"
    r"trained|compliant|certified|validated|tested|verified|established|accessible|scheduled|achieved|enabled|ready|live|"
    r"integrated|maintained|within|improved|optimized|production-ready)\b",
    re.IGNORECASE,
)
_DEAD_LINKS = rare(r"\b(?:broken|dead) links?\b", re.IGNORECASE)
_AT_LEAST = (">=", ">")
_DIGIT = rare(r"\d")
_BOUNDED = rare(r"\b(?:sections?|chapters?|steps?)$", re.IGNORECASE)
_SOME = rare(r"\b(?:includ\w+|such as|among|e\.g\.|for example|most|some|new|start)\b", re.IGNORECASE)
_LEADING = rare(r"\d{1,4}(?= )")
_NEARLY = 0.2  # a list that is this much shorter or longer was meant to be counted


def judge_section(judge: Judge, claim: Claim) -> Judgement:
    """Is it in the document it is said to be in?"""
    path = judge.library.document(claim.about)
    pages = judge.project.pages(path)
    if pages is None:
        why = f"{path} is not a document" if path else "the document it should be in is not in the project"
        return judge.unknown(claim, why)
    return _found(judge, claim, path, pages.find_all(claim.claimed))


def _found(judge: Judge, claim: Claim, path: str, found: Passage) -> Judgement:
    if found.presence == "present":
        return Judgement("verified", "present", (Evidence(path, found.line, found.text),))
    if found.presence == "announced":
        why = f"only in the table of contents: '{found.text}' leads nowhere"
        return Judgement("contradicted", "absent", (Evidence(path, found.line, why),))
    if found.presence == "absent":
        why = f"{found.text} does not occur" if found.text else "no heading, no label and no text has these words"
        return Judgement("contradicted", "absent", (of_file(path, why),))
    return judge.unknown(claim, f"some of the words occur in {path}, but no heading or label says it")


def judge_point(judge: Judge, claim: Claim) -> Judgement:
    """An unquantified statement: true when a document has a section of that name; hardly ever refuted."""
    if UNIVERSAL.search(claim.claimed):
        return judge.unknown(claim, "speaks of all, and nothing says of what")
    if _STATE.search(claim.claimed) or _DIGIT.search(claim.claimed):
        return judge.unknown(claim, "a state or a result no file shows")
    label, _, value = claim.claimed.partition(": ")
    path = judge.library.spoken_of(claim.claimed) or judge.library.spoken_of(*claim.about[:2])
    pages = judge.project.pages(path) if path and path != judge.path else None
    if pages is None:
        return _anywhere(judge, claim)
    for text in (value, label) if value else (label,):
        found = pages.find_all(text)
        if found.presence in ("present", "announced") or (found.presence == "absent" and found.text):
            return _found(judge, claim, path, found)
        if found.presence == "absent" and judge.library.named(label) == path:
            break  # `The Runbook: rollback`: that it is called so says nothing
    return judge.unknown(claim, f"nothing in {path} says just this")


def _anywhere(judge: Judge, claim: Claim) -> Judgement:
    """A section of just that name in one of the documents listed."""
    for path in judge.library.documents if judge.proving else ():
        pages = judge.project.pages(path)
        title = pages.titled(claim.claimed) if pages else None
        if title is not None:
            return Judgement("verified", "present", (Evidence(path, title.line, title.text),))
    return judge.unknown(claim, "nothing measurable is said")


def judge_each(judge: Judge, claim: Claim) -> Judgement:
    """`each playbook has …`: is there such a section under every one?"""
    path = judge.library.document(claim.about)
    pages = judge.project.pages(path)
    if pages is None:
        return judge.unknown(claim, "the document it should be in is not in the project")
    units = judge.project.inventory(path).units(claim.noun)
    if len(units) < 2:
        return _found(judge, claim, path, pages.find_all(claim.claimed))
    lacking = [title for title, section in units if not _has_below(pages, section, claim.claimed)]
    if len(lacking) == len(units):
        return judge.unknown(claim, f"no heading in {path} says it")
    measured = f"{len(units) - len(lacking)} of {len(units)}"
    if lacking:
        evidence = tuple(
            Evidence(path, pages.facts.sections[section].line, f"'{title}' has none")
            for title, section in units
            if title in lacking
        )
        return Judgement("contradicted", measured, evidence)
    return Judgement("verified", measured, (of_file(path, f"{measured} have it"),))


def _has_below(pages: Pages, section: int, text: str) -> bool:
    return pages.finds_between(text, pages.facts.sections[section].line, pages.facts.held[section].end_line)


def judge_count(judge: Judge, claim: Claim) -> Judgement:
    """So many of something, in the document it hangs on, or in the list it announces."""
    if _TIME.match(claim.noun.lower().rpartition(" ")[2]):
        return _time(judge, claim)
    if _DEAD_LINKS.search(claim.noun):
        return judge_links(judge, claim)
    items = len(claim.items)
    path = judge.library.document(claim.about)
    facts = judge.project.facts.get(path)
    if facts is not None and path != judge.path:
        return _counted(judge, claim, facts)
    if items > 1:
        return _listed(judge, claim)
    ways = (*_DENYING, *_PROVING) if judge.proving else _DENYING
    known = next((found for way in ways if (found := way(judge, claim))), None)
    return known or judge.unknown(claim, f"nothing here says what to count as {claim.noun or claim.subject!r}")


def _counted(judge: Judge, claim: Claim, facts: Facts) -> Judgement:
    found = [
        tally
        for tally in judge.project.inventory(facts.path).tallies(claim.noun, ASIDE.sub("", claim.near) or claim.near)
        if tally.count
    ]
    sure = [tally for tally in found if tally.sure]
    hit = next((tally for tally in sure or found if agrees(claim, tally.count)), None)
    if hit is not None and (sure or claim.comparator == "="):
        return Judgement("verified", str(hit.count), (_tallied(facts.path, hit),))
    if sure:
        return Judgement("contradicted", str(sure[0].count), (_tallied(facts.path, sure[0]),))
    most = max(found, key=lambda tally: tally.count, default=None)
    if most is not None and _BOUNDED.search(claim.noun) and (claim.low or 0.0) > _most_parts(facts):
        return Judgement("contradicted", str(most.count), (_tallied(facts.path, most),))
    if most is not None and claim.comparator in _AT_LEAST and not agrees(claim, most.count):
        return Judgement("contradicted", str(most.count), (_tallied(facts.path, most),))
    return judge.unknown(claim, f"no sure way to count {claim.noun!r} in {facts.path}")


def _most_parts(facts: Facts) -> int:
    """More sections or steps a document cannot have, whatever is counted."""
    return max(len(facts.headings) + len(facts.leads), sum(held.steps for held in facts.held))


def _in_folder(judge: Judge, claim: Claim) -> Judgement | None:
    """`storage/  # 4 articles`, `5 runbooks in storage/db`: as many documents, or too few of them."""
    library = judge.library
    folder = library.folder_about(claim) or library.folder_spoken_of(claim.text, claim.near)
    inside = [path for path in judge.project.facts if path.startswith(folder + "/")] if folder else []
    seen = (of_file(folder, f"{len(inside)} documents"),)
    if inside and agrees(claim, len(inside)):
        return Judgement("verified", str(len(inside)), seen)
    is_short = len(inside) < (claim.low or 0.0) and claim.comparator in ("=", *_AT_LEAST)
    if inside and is_short and claim.noun.lower().rpartition(" ")[2] in DOCUMENT_NOUNS:
        return Judgement("contradicted", str(len(inside)), seen)
    return None


def _in_index(judge: Judge, claim: Claim) -> Judgement | None:
    """
    `There are 6 runbooks` in an index: so many are listed there, or lie beside it.

    Contradicted where nothing else is listed, or where the list and the folder, called so, agree on another number.
    """
    noun = claim.noun.lower().rpartition(" ")[2]
    is_open = claim.planned or claim.comparator not in ("=", *_AT_LEAST)
    if judge.facts.claims.shape == "summary" or is_open or noun not in DOCUMENT_NOUNS:
        return None
    library = judge.library
    group = library.group(noun, claim.section)
    if group and agrees(claim, len(group)):
        return Judgement("verified", str(len(group)), (judge.here(claim, f"{len(group)} are listed here"),))
    listed = [path for path in library.files_below(claim.section) if path != judge.path]
    listed = listed or list(library.documents)
    deep, flat = library.beside
    counts = (len(listed), len(flat), len(deep))
    seen = (judge.here(claim, f"{len(listed)} are listed here, {len(flat)} lie beside it"),)
    is_all = all(stem(noun) in stems_of(f"{library.folder}/{path}".replace("/", " ")) for path in listed)
    is_told = is_all or stem(noun) in stems_of(judge.facts.title)
    fitting = next((count for count in counts if agrees(claim, count)), None) if is_told else None
    if fitting is not None:
        return Judgement("verified", str(fitting), seen)
    parts = sum(tally.count for tally in judge.tallied(noun).values())
    is_sure = len(listed) > 1 and is_told and (is_all or len(listed) in counts[1:]) and not agrees(claim, parts)
    return Judgement("contradicted", str(len(listed)), seen) if is_sure else None


def _in_document_named(judge: Judge, claim: Claim) -> Judgement | None:
    """`The threat model covers 9 threats`: so many in the document spoken of; other numbers prove nothing."""
    path = judge.library.spoken_of(claim.text)
    is_other = path in judge.project.facts and path != judge.path
    tally = judge.project.inventory(path).surely(claim.noun) if is_other else None
    if tally is None or not agrees(claim, tally.count):
        return None
    return Judgement("verified", str(tally.count), (_tallied(path, tally),))


def _in_all(judge: Judge, claim: Claim) -> Judgement | None:
    """As many in all documents listed together, or as many documents of that name; other numbers prove nothing."""
    noun = claim.noun.lower().rpartition(" ")[2]
    found = judge.tallied(noun)
    total = sum(tally.count for tally in found.values())
    if total and agrees(claim, total):
        evidence = tuple(_tallied(path, tally) for path, tally in found.items())
        return Judgement("verified", str(total), evidence)
    named = [path for path in judge.library.documents if stem(noun) in stems_of(path.rpartition("/")[2])]
    if named and agrees(claim, len(named)):
        return Judgement("verified", str(len(named)), tuple(of_file(path, "is one by its name") for path in named))
    return None


_DENYING = (_in_folder, _in_index)
_PROVING = (_in_all, _in_document_named, added_up)


def _listed(judge: Judge, claim: Claim) -> Judgement:
    """The list below: as long as said, or made of numbers that add up; a list a little off is a wrong count."""
    items = len(claim.items)
    leading = [match.group() for item in claim.items if (match := _LEADING.match(item))]
    if agrees(claim, items):
        return Judgement("verified", str(items), (judge.here(claim, f"{items} are listed here"),))
    if len(leading) == items and agrees(claim, sum(map(int, leading))):
        return Judgement("verified", claim.claimed, (judge.here(claim, f"{' + '.join(leading)} are listed here"),))
    if claim.comparator == "=" and _lists_its_folder(judge, claim):
        return Judgement("contradicted", str(items), (judge.here(claim, f"{items} are listed here"),))
    if claim.comparator == "=" and not leading and abs(items - (claim.low or 0.0)) <= max(1.0, _NEARLY * items):
        return Judgement("contradicted", str(items), (judge.here(claim, f"{items} are listed here"),))
    return judge.unknown(claim, f"{items} points are listed here, it is not clear that they are what is counted")


def _lists_its_folder(judge: Judge, claim: Claim) -> bool:
    """Are the points of the list the documents, all that are in the folder, and is that what is counted?"""
    listed = {judge.library.resolve(item) for item in claim.items}
    is_counted = claim.noun.lower().rpartition(" ")[2] in DOCUMENT_NOUNS and not _SOME.search(
        f"{claim.near} {claim.text}"
    )
    return is_counted and any(listed == set(beside) for beside in judge.library.beside)


def _tallied(path: str, tally: Tally) -> Evidence:
    return Evidence(path, tally.line, f"{tally.count} {tally.what}")


def _time(judge: Judge, claim: Claim) -> Judgement:
    """`Daily Operations (3 hours)`: the duration stated in that section of the document."""
    path = judge.library.document(claim.about)
    pages = judge.project.pages(path) if path != judge.path else None
    if pages is None or not claim.near:
        return judge.unknown(claim, "no document states it")
    lead = claim.near.removesuffix(claim.text).strip()
    stated = f"{claim.claimed} {claim.unit}".lower()
    durations = [label for label in pages.facts.labels if _DURATION.search(label.name)]
    sections = pages.sections_like(lead or claim.near) if durations else ()
    labels = [label for label in durations if any(first <= label.span.line <= last for first, last in sections)]
    said = next((label for label in labels if stated in label.value.lower()), None)
    if said is not None:
        return Judgement("verified", said.value, (Evidence(path, said.span.line, said.value),))
    if len(labels) == 1 and not pages.says(stated):
        return Judgement("contradicted", labels[0].value, (Evidence(path, labels[0].span.line, labels[0].value),))
    return judge.unknown(claim, f"not clear which duration in {path} it is" if labels else f"{path} states no duration")


__all__ = ["judge_count", "judge_each", "judge_point", "judge_section", "stems_of"]
