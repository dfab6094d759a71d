"""Lines, bytes, words, files: of one file, of the set a total is about, or on average."""

import re
from collections.abc import Iterable

from doclint.claims import Claim, wording
from doclint.counted import counted
from doclint.naming import words_of
from doclint.rare import rare
from doclint.verify.comparing import agrees, number
from doclint.verify.judge import Judge, Judgement, added_up, measured
from doclint.verify.judged import Evidence, of_file
from doclint.verify.own import TOTAL, is_total

_FIELDS = {"line_count": "lines", "byte_size": "bytes", "word_count": "words"}
_WIDER = rare(
    r"\boverall\b|\bproject\b|\bcumulative\b|\bphases? \d+\s*(?:-|–|to|through)\s*\d+|\ball phases\b", re.IGNORECASE
)
_EVERYTHING = rare(r"\b(?:total|all|overall|combined|documentation|documents|docs)\b", re.IGNORECASE)
_BYTES = rare(r"\b(?:file|document|average) sizes?\b|\b(?:kilo|mega)?bytes?\b")
_WORDS = rare(r"\bwords?\b")
_LINES = rare(r"\blines?\b|\bloc\b")
_BARE_TOTAL = rare(r"^(?:grand |sub)?total(?: (?:lines|size|words|files))?$", re.IGNORECASE)
_CODE = rare(r"\bcode(?:base)?\b|\bsource\b|\bloc\b", re.IGNORECASE)
_DOCUMENTS = rare(r"\b(?:documentation|documents?|docs|guides)\b", re.IGNORECASE)
_FILE_WORDS = rare(r"\b(?:files?|documents?|documentation|docs|pages?|lines?|code|new|created)\b", re.IGNORECASE)
_MEASURES = (
    wording.LINES, wording.SIZE, wording.WORDS, wording.AVERAGE, wording.TOTAL, wording.ACHIEVED, wording.CONTENTS,
    wording.TEXTUAL, wording.SURE_FILES, rare(r"\blength\b", re.IGNORECASE),
)  # fmt: skip
_KINDS = words_of(" ".join(wording.FILE_NOUNS))
_DIFFERENCE = rare(r"\blines? (?:were )?(?:added|changed|removed|deleted|modified|inserted)\b|: [+−-]\d", re.IGNORECASE)
_OF_EACH = rare(r"^\W*(?:no(?! \w+ than)|none|nothing|neither|each|every)\b", re.IGNORECASE)
_OF_A_PART = rare(r"\b(?:lines|words|bytes|[KM]i?B) (?:of|in|for)\b")
_SHOWN = 3  # files of a set named in the evidence


def judge_file(judge: Judge, claim: Claim) -> Judgement:
    """Does what is named exist?"""
    library, name = judge.library, claim.claimed
    found = library.folder_of(name) if name.endswith("/") else library.resolve(name)
    if found:
        return Judgement("verified", "exists", (of_file(found, "exists"),))
    if claim.planned:
        return judge.unknown(claim, f"{name} is planned and not in the project")
    if any(one.path for one in library.listed if one.path != judge.path):
        return Judgement("contradicted", "missing", (of_file(name, "no such file in the project"),))
    return judge.unknown(claim, f"none of the files named here is in the project; {name} is missing")


def judge_size(judge: Judge, claim: Claim) -> Judgement:
    """A size belongs to the file it hangs on, to a group of files, or to all the document is about."""
    field = _FIELDS.get(claim.kind, "lines")
    line = claim.span.line
    beside = None if line in judge.own.lines_with_files else judge.own.files_on.get(line)
    is_all = is_total(claim)
    if _DIFFERENCE.search(f"{claim.subject}: {claim.text}"):
        return judge.unknown(claim, "how much was changed shows in no file")
    if _OF_EACH.search(claim.text):
        return judge.unknown(claim, "speaks of each, and nothing says of which")
    if not is_all and beside is None:
        path = judge.library.document(claim.about)
        if path and _is_of_another(judge, claim, path):
            path = judge.library.named(claim.subject)
            if not path:
                return judge.unknown(claim, f"no file is called {claim.subject!r}")
        if path:
            return _of_file(judge, claim, path, field)
    missing = next((name for name in claim.about if _is_file_name(name)), "")
    if missing and not is_all and beside is None:
        return judge.unknown(claim, f"{missing} is not in the project")
    return _of_sets(judge, claim, field, is_all, beside)


def _is_of_another(judge: Judge, claim: Claim, path: str) -> bool:
    """`- Setup Guide: 40 lines` below another file: does a label name something that is neither that nor a measure?"""
    label = claim.subject.replace("_", " ")
    if claim.span.line in judge.own.lines_with_files or any(measure.search(label) for measure in _MEASURES):
        return False
    facts = judge.project.facts.get(path)
    names = (path, facts.title if facts else "", *(name for name in claim.about if judge.library.named(name) == path))
    return not words_of(label) - _KINDS <= frozenset().union(*map(words_of, names))


def _of_file(judge: Judge, claim: Claim, path: str, field: str) -> Judgement:
    size = judge.project.size(path)
    if size is None:
        return judge.unknown(claim, f"{path} cannot be read")
    value = getattr(size, field)
    return measured(claim, value, (of_file(path, f"{value:,} {field}"),))


def _of_sets(judge: Judge, claim: Claim, field: str, is_all: bool, beside: int | None) -> Judgement:
    folder = "" if is_all else judge.library.folder_about(claim)
    if folder:
        return _among(judge, claim, field, judge.library.sets_in(folder))
    group = _section_of(judge, claim, beside) if is_all else _group(judge, claim, beside)
    if group:
        return _among(judge, claim, field, (group,))
    if beside is not None and not is_all:
        fitting = tuple(
            files for files in judge.library.sets if len(files) == beside and _shares_a_word(judge, claim, files)
        )
        if fitting:
            return _among(judge, claim, field, fitting)
    sets = _sets_for(judge, claim)
    if beside is not None and (TOTAL.search(claim.text) or (is_all and not _OF_A_PART.search(claim.text))):
        same = tuple(files for files in sets if len(files) == beside)
        if len(same) == 1:
            return _among(judge, claim, field, same)
    judgement = _among(judge, claim, field, sets)
    if judgement.verdict == "contradicted" and not (_is_known_set(judge, sets) and _is_of_so_many(judge, claim, sets)):
        judgement = judge.unknown(claim, "the files it sums up are not all named")
    is_measured = judgement.verdict == "verified" or (judgement.verdict == "contradicted" and _is_about_all(claim))
    if is_measured and not _is_wider(claim) and beside is None:
        return judgement
    own = own_sum(judge, claim)
    if own is not None or judgement.verdict != "contradicted":
        return own or judgement
    return judge.unknown(claim, f"no set of files named {claim.subject!r} is known")


def _sets_for(judge: Judge, claim: Claim) -> tuple[tuple[str, ...], ...]:
    """The sets a total may be about: of code or of documents if it says so; for a lower bound none but its own."""
    library = judge.library
    sets = library.sets or library.folder_sets()
    is_bound = claim.comparator in (">", ">=") and _BARE_TOTAL.match(claim.subject)
    if is_bound and library.facts.sections[claim.section].level > 2:
        sets = tuple(files for files in sets if files == library.files_below(claim.section))
    said = f"{claim.subject} {claim.text}".replace("_", " ")
    wants_code, wants_documents = bool(_CODE.search(said)), bool(_DOCUMENTS.search(said))
    if wants_code == wants_documents:
        return sets
    facts = judge.project.facts
    narrowed = (tuple(path for path in files if (path in facts) is wants_documents) for files in sets)
    return tuple(dict.fromkeys(files for files in narrowed if len(files) > 1))


def _is_known_set(judge: Judge, sets: tuple[tuple[str, ...], ...]) -> bool:
    """Does the document name files or folders, and as many files as it says there are?"""
    if not judge.library.sets and not judge.library.folders:
        return False
    counts = judge.own.file_counts
    exist = judge.project.tree.files
    known = [len(files) for files in sets if exist.issuperset(files)]
    stated = max((int(one.low or 0) for one in judge.own.totals("file_count") if is_total(one)), default=0)
    return not counts or (any(size in counts for size in known) and stated <= len(judge.library.all_listed))


def _is_of_so_many(judge: Judge, claim: Claim, sets: tuple[tuple[str, ...], ...]) -> bool:
    """Where the line above or below counts files, is there a set of so many?"""
    line = claim.span.line
    count = judge.own.files_on.get(line - 1) or judge.own.files_on.get(line + 1)
    return count is None or any(len(files) == count for files in sets)


def _group(judge: Judge, claim: Claim, beside: int | None) -> tuple[str, ...]:
    """The files listed under what the claim names; where a count stands beside, they must be so many."""
    group = judge.library.group(claim.about[0], claim.section) if claim.about else ()
    return group if beside is None or len(group) == beside else ()


def _section_of(judge: Judge, claim: Claim, beside: int | None) -> tuple[str, ...]:
    """The files of its own section, where a bare total says that it is of so many."""
    files = judge.library.files_below(claim.section) if beside and _BARE_TOTAL.match(claim.subject) else ()
    return files if len(files) == beside else ()


def _shares_a_word(judge: Judge, claim: Claim, files: tuple[str, ...]) -> bool:
    return judge.library.is_called(files, claim.about[0] if claim.about else "")


def _is_about_all(claim: Claim) -> bool:
    return bool(_EVERYTHING.search(claim.subject.replace("_", " ")) or TOTAL.search(claim.text))


def _is_wider(claim: Claim) -> bool:
    """Speaks of more than this document lists."""
    return any(_WIDER.search(text) for text in (claim.subject, claim.text, *claim.about))


def _among(judge: Judge, claim: Claim, field: str, sets: Iterable[tuple[str, ...]]) -> Judgement:
    """Verified when one of the sets has that size; else contradicted by the nearest that could be measured."""
    nearest: tuple[float, tuple[str, ...]] | None = None
    missing: list[str] = []
    for files in sets:
        sizes = [judge.project.size(path) for path in files]
        if None in sizes:
            missing += [path for path, size in zip(files, sizes, strict=True) if size is None]
            continue
        value = sum(getattr(size, field) for size in sizes) / (len(files) if claim.kind == "average" else 1)
        if agrees(claim, value):
            return Judgement("verified", number(value), (_of_set(judge, files, value, field),))
        if nearest is None or abs(value - (claim.low or 0.0)) < abs(nearest[0] - (claim.low or 0.0)):
            nearest = (value, files)
    if nearest is None:
        names = ", ".join(dict.fromkeys(missing[:_SHOWN]))
        return judge.unknown(claim, f"missing: {names}" if missing else "no files are named that it could be about")
    value, files = nearest
    return Judgement("contradicted", number(value), (_of_set(judge, files, value, field),))


def _of_set(judge: Judge, files: tuple[str, ...], value: float, field: str) -> Evidence:
    names = ", ".join(path.rpartition("/")[2] for path in files[:_SHOWN])
    more = f" and {len(files) - _SHOWN} more" if len(files) > _SHOWN else ""
    return of_file(judge.path, f"{number(value)} {field} in {len(files)} files: {names}{more}")


def own_sum(judge: Judge, claim: Claim) -> Judgement | None:
    """The same total from the document's own numbers."""
    parts = judge.own.parts_of(claim, with_totals=_is_wider(claim))
    if not parts:
        return None
    total = sum(part.low or 0.0 for part in parts)
    return Judgement("verified", number(total), tuple(judge.here(part, part.text) for part in parts))


def judge_files(judge: Judge, claim: Claim) -> Judgement:
    """A number of files: the list it announces, the folder or group it names, or a set the document lists."""
    library = judge.library
    items = tuple(item for item in claim.items if _is_file_name(item))
    if any(item[:1].isdigit() and not _is_file_name(item) for item in claim.items):
        items = ()  # `6 test files, 2 reports`: groups, counted
    if len(items) > 1 and claim.planned and agrees(claim, len(items)):
        return Judgement("verified", str(len(items)), (judge.here(claim, f"{len(items)} are listed here"),))
    if len(items) > 1:
        return _as_listed(judge, claim, items)
    around = library.folder_spoken_of(claim.text, claim.near)
    folder = library.folder_about(claim) or around
    inside = [path for path in judge.project.tree.files if path.startswith(folder + "/")] if folder else []
    counted = _in_folder(judge, claim, folder, inside) if folder else None
    if counted and (folder != around or counted.verdict == "verified" or len(inside) < (claim.low or 0.0)):
        return counted  # `5 files in docs/ops` may be five of more
    if claim.planned:
        return judge.unknown(claim, "is planned")
    group = library.group(claim.about[0], claim.section) if claim.about else ()
    if group and agrees(claim, len(group)):
        return _existing(judge, claim, group)
    fitting = [files for files in _lists_for(judge, claim) if agrees(claim, len(files))]
    complete = next((files for files in fitting if judge.project.tree.files.issuperset(files)), ())
    if complete or (fitting and TOTAL.search(f"{claim.text} {claim.subject}")):
        return _existing(judge, claim, complete or fitting[0])
    own = own_sum(judge, claim) if _is_wider(claim) else None
    if own is not None:
        return own
    for files in library.folder_sets():
        is_its_list = judge.path in files and {*files} == {judge.path, *library.documents}
        if agrees(claim, len(files)) and not is_its_list:  # else it names one less: it may count itself
            return _existing(judge, claim, files)
    return added_up(judge, claim) or judge.unknown(claim, "no list of so many files, and no folder that holds so many")


def _lists_for(judge: Judge, claim: Claim) -> tuple[tuple[str, ...], ...]:
    """The sets of files a number may count: any for a total or its parts; else most, those around, those named."""
    library = judge.library
    if TOTAL.search(f"{claim.text} {claim.subject}") or _adds_up(judge, claim):
        return library.sets
    around = [index for index in range(len(library.facts.sections)) if claim.section in library.below(index)]
    near = {library.files_below(index) for index in around}
    name = _FILE_WORDS.sub("", f"{claim.subject} {claim.noun}")
    most = max(map(len, library.sets), default=0) / 2
    return tuple(
        files for files in library.sets if len(files) > most or files in near or library.is_called(files, name)
    )


def _adds_up(judge: Judge, claim: Claim) -> bool:
    """Is it one of the parts of a breakdown that gives its total?"""
    return any(
        claim.unit.startswith(one.noun)
        and any(term.line == claim.span.line for term in one.terms)
        and sum(term.value for term in one.terms) == one.low
        for one in judge.library.claims_on("sum")
        if one.noun
    )


def _is_file_name(item: str) -> bool:
    return " " not in item and "." in item.rpartition("/")[2]


def _as_listed(judge: Judge, claim: Claim, items: tuple[str, ...]) -> Judgement:
    if not agrees(claim, len(items)):
        return Judgement("contradicted", str(len(items)), (judge.here(claim, f"{len(items)} files are listed here"),))
    return _existing(judge, claim, tuple(judge.library.resolve(item) or item for item in items))


def _in_folder(judge: Judge, claim: Claim, folder: str, inside: list[str]) -> Judgement:
    flat = [path for path in inside if "/" not in path[len(folder) + 1 :]]
    counts = [len(flat), len(inside)]
    counts += [sum(path in judge.project.facts for path in paths) for paths in (flat, inside)]
    if any(re.search(r"readme|index", path, re.IGNORECASE) for path in flat):
        counts += [count - 1 for count in counts]
    hit = next((count for count in counts if agrees(claim, count)), None)
    if hit is not None:
        return Judgement("verified", str(hit), (of_file(folder, counted(hit, "file")),))
    text = f"{counted(len(flat), 'file')}, {len(inside)} with subfolders"
    return Judgement("contradicted", str(len(flat)), (of_file(folder, text),))


def _existing(judge: Judge, claim: Claim, files: tuple[str, ...]) -> Judgement:
    missing = [path for path in files if path not in judge.project.tree.files]
    if not missing:
        return Judgement("verified", str(len(files)), (judge.here(claim, f"{len(files)} files are named, all exist"),))
    evidence = tuple(of_file(path, "no such file in the project") for path in missing)
    if len(missing) == len(files):
        return Judgement("unverifiable", "", evidence[:_SHOWN])
    return Judgement("contradicted", str(len(files) - len(missing)), evidence)


def judge_average(judge: Judge, claim: Claim) -> Judgement:
    """Measured over a set; else the document's own total by its own count."""
    field = _averaged(claim)
    if not field:
        return judge.unknown(claim, "no file shows what this is the average of")
    sets = judge.library.sets or judge.library.folder_sets()
    judgement = _among(judge, claim, field, sets)
    if judgement.verdict == "verified":
        return judgement
    if judgement.verdict == "contradicted" and not _is_known_set(judge, sets):
        judgement = judge.unknown(claim, "the files it is the average of are not all named")
    kind = {"lines": "line_count", "bytes": "byte_size", "words": "word_count"}[field]
    totals = [other for other in judge.own.totals(kind) if is_total(other)]
    counts = judge.own.totals("file_count")
    for total in totals:
        for count in counts:
            value = (total.low or 0.0) / (count.low or 1.0)
            if agrees(claim, value):
                return Judgement(
                    "verified", number(value), (judge.here(total, total.text), judge.here(count, count.text))
                )
    return judgement


def _averaged(claim: Claim) -> str:
    """What of the files an average is about; empty for averages of other things."""
    named = f"{claim.subject} {claim.noun} {claim.text}".lower().replace("_", " ")
    if claim.unit == "lines":
        return "lines"
    if claim.unit.lower().endswith("b") or _BYTES.search(named):
        return "bytes"
    return "words" if _WORDS.search(named) else "lines" if _LINES.search(named) else ""


def judge_complete(judge: Judge, claim: Claim) -> Judgement:
    """An index that says it covers all documents: does it name each of its folder?"""
    named = {one.path for one in judge.library.listed}
    beside = [
        path for path in judge.project.facts if path.rpartition("/")[0] == judge.library.folder and path != judge.path
    ]
    absent = [path for path in beside if path not in named]
    if absent:
        evidence = tuple(of_file(path, "not in the index") for path in absent)
        return Judgement("contradicted", f"{len(beside) - len(absent)} of {len(beside)}", evidence)
    if beside:
        return Judgement(
            "verified", f"{len(beside)} of {len(beside)}", (judge.here(claim, "every document beside it is named"),)
        )
    return judge.unknown(claim, "no other documents here")
