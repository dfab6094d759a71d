"""What is open while the statements of a document are read: sections, files, lists, keys of a data block."""

from doclint.claims import wording
from doclint.claims.statements import Statement

_READ = frozenset({"md", "markdown", "mdx", "rst", "adoc", "txt", "pdf", "html", "ipynb"})


class Context:
    """Enter the statements in order; then ask what the last one is about."""

    def __init__(self, shape: str) -> None:
        self.shape = shape
        self._titles: list[tuple[int, str, str]] = []  # level, title, file named by it or by a label below it
        self._names_of_titles: tuple[str, ...] = ()  # innermost first
        self._places_of_titles: list[str] = []  # of those that name no file
        self.items: list[tuple[int, str, str]] = []  # depth, lead, file
        self.keys: list[tuple[int, str]] = []  # indent, key
        self.list_label = ""  # `Coverage:`, what the list below holds
        self.list_file = ""  # named by a label in that list
        self.paragraph_file = ""
        self.folders: set[str] = set()  # named so far
        self.undone: int | None = None  # depth of the open box this is below
        self.group = 0

    def enter(self, statement: Statement) -> None:
        """The next statement."""
        if statement.form == "heading":
            self._enter_heading(statement)
        elif statement.block:
            self.undone = None
            self._enter_key(statement)
        elif statement.form == "item":
            self._enter_item(statement)
        elif statement.form == "prose":
            self._enter_prose(statement)
        else:
            self.undone = None
        self.group = statement.group

    def _enter_heading(self, statement: Statement) -> None:
        while self._titles and self._titles[-1][0] >= statement.depth:
            self._titles.pop()
        self._open_title((statement.depth, statement.text, document_name(statement.names)))
        self.items.clear()
        self.keys.clear()
        self.undone = None
        self.list_label = self.list_file = self.paragraph_file = ""

    def _enter_item(self, statement: Statement) -> None:
        while self.items and self.items[-1][0] >= statement.depth:
            self.items.pop()
        if self.undone is not None and statement.depth <= self.undone:
            self.undone = None
        if statement.done is False and self.undone is None:
            self.undone = statement.depth
        self.keys.clear()
        self.items.append((statement.depth, statement.lead, statement.names[0] if leads(statement) else ""))
        self._open_labelled(statement)

    def _enter_prose(self, statement: Statement) -> None:
        if statement.group != self.group and self.undone is not None and statement.depth <= self.undone:
            self.undone = None
        deepest = statement.depth + (statement.group == self.group)  # a further line of an item is part of it
        self.items = [item for item in self.items if item[0] < deepest]
        self.keys.clear()
        if statement.group != self.group:
            self.paragraph_file = ""
        if statement.text.endswith(":"):
            self.list_label, self.list_file = statement.text.rstrip(":"), ""
        elif not statement.label:
            self.list_label = self.list_file = ""
        if wording.FILE.search(statement.label) and statement.names:
            self._open_labelled(statement)
        elif document_name(statement.names):
            self.paragraph_file = document_name(statement.names)

    def _open_labelled(self, statement: Statement) -> None:
        """`**File**: x` opens x for its section; a second one, `**Report**: y`, does not take its place."""
        if not (wording.FILE.search(statement.label) and statement.names):
            return
        inside = statement.depth + (statement.form == "prose")
        place = next((place for place, item in reversed(list(enumerate(self.items))) if item[0] < inside), -1)
        if place >= 0:
            depth, lead, name = self.items[place]
            self.items[place] = (depth, lead, name or statement.names[0])
            return
        if statement.form == "item" and self.list_label:
            self.list_file = statement.names[0]
            return
        level, title, name = self._titles.pop() if self._titles else (0, "", "")
        if not name or wording.NEXT_FILE.search(statement.label):
            name = statement.names[0]
        self._open_title((level, title, name))

    def _open_title(self, opened: tuple[int, str, str]) -> None:
        self._titles.append(opened)
        self._places_of_titles = [title for level, title, name in self._titles if level > 1 and title and not name]
        self._names_of_titles = tuple(
            name or title for level, title, name in reversed(self._titles) if level > 1 or name
        )

    def _enter_key(self, statement: Statement) -> None:
        if statement.group != self.group:
            self.keys.clear()
        while self.keys and self.keys[-1][0] >= statement.depth:
            self.keys.pop()
        is_file = bool(statement.names) and wording.ENTRY_FILE.search(statement.label) is not None
        if is_file:  # `- name: a.md` and `path: a.md` are over what stands beside and below them
            depth = statement.depth - (statement.form == "entry")
            self.keys = [key for key in self.keys if key[0] < depth] + [(depth, statement.names[0])]
        elif statement.form == "entry":
            self.keys.append((statement.depth, statement.label or statement.text))

    @property
    def planned(self) -> bool:
        """Here stands what is to be done."""
        return any(map(wording.is_plan, self._places()))

    @property
    def gone(self) -> bool:
        """Here stands what was there and is no more."""
        return any(map(wording.is_gone, self._places()))

    @property
    def muted(self) -> bool:
        """Here stand reasons, advice and plans: only names and exact numbers are claims."""
        return any(map(wording.is_quiet, self._places()))

    @property
    def claiming(self) -> bool:
        """Here stands what was made: unquantified points are claims, too."""
        near = [title for _, title, _ in self._titles[-2:]] + [self.list_label] + [key for _, key in self.keys[:-1]]
        return any(map(wording.is_claiming, near))

    def _places(self) -> list[str]:
        leads = [lead for _, lead, name in self.items[:-1] if lead and not name]
        if self.list_label:
            leads.append(self.list_label)
        return self._places_of_titles + leads if leads else self._places_of_titles

    def file(self, statement: Statement) -> str:
        """The file the statement is about, as named, if one is open."""
        if leads(statement):
            return statement.names[0]
        for depth, _, name in reversed(self.items):
            if name and (depth < statement.depth or statement.block or statement.form == "prose"):
                return name
        if self.paragraph_file and statement.form == "prose":
            return self.paragraph_file
        return self.list_file or next((name for _, _, name in reversed(self._titles) if name), "")

    def is_below_a_file(self, statement: Statement) -> bool:
        """Is a file open here that the statement itself does not name: one that `this document` may mean?"""
        names = [self.list_file, *(name for _, _, name in self._titles)]
        names += [name for depth, _, name in self.items if depth < statement.depth]
        return any(names)

    def about(self, statement: Statement) -> tuple[str, ...]:
        """Names of all the statement may hang on, innermost first."""
        is_prose = statement.form == "prose"
        found = dict.fromkeys(statement.names[:1] if leads(statement) else ())
        for depth, key in reversed(self.keys):
            if depth < statement.depth:
                found[key] = None
        for depth, lead, name in reversed(self.items):
            if depth < statement.depth + is_prose:
                found[name or lead] = None
        if is_prose:
            found[self.paragraph_file] = None
        found |= dict.fromkeys((self.list_file, self.list_label, *self._names_of_titles))
        found.pop("", None)
        return tuple(found)


def leads(statement: Statement) -> bool:
    """Does it open with the name of a file, plain, bold, or as a link?"""
    if not statement.names:
        return False
    name = statement.names[0]
    opening = statement.text.lstrip("`*[ →-")
    return opening.startswith((name, name.lstrip("./"))) or (
        bool(statement.links)
        and opening.startswith(statement.links[0][0])
        and name == statement.links[0][1].partition("#")[0]
    )


def is_document_name(name: str) -> bool:
    """A name of a file people read, or of one without an ending that tells."""
    ending = name.rpartition("/")[2].rpartition(".")[2].lower()
    return ending in _READ or "." not in name.rpartition("/")[2]


def document_name(names: tuple[str, ...]) -> str:
    """The first name that is a file, no folder."""
    return next((name for name in names if not name.endswith("/")), "")
