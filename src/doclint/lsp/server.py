"""The language server: the protocol in front, the engine behind. Diagnostics are pushed for open buffers only."""

import datetime
import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from doclint import __version__
from doclint.errors import DoclintError
from doclint.explain import page, rule_url
from doclint.fixes.excuse import excuse
from doclint.lsp import workspace
from doclint.lsp.positions import Positions
from doclint.lsp.session import Session
from doclint.markdown import parse
from doclint.model import Diagnostic, Edit, Severity, Span
from doclint.rules import rule_named

_SEVERITY = {
    Severity.ERROR: lsp.DiagnosticSeverity.Error,
    Severity.WARNING: lsp.DiagnosticSeverity.Warning,
    Severity.INFO: lsp.DiagnosticSeverity.Information,
}


class Server(LanguageServer):
    """One editor, one project: the one the editor opened."""

    def __init__(self, today: datetime.date | None = None) -> None:
        super().__init__("doclint", __version__, text_document_sync_kind=lsp.TextDocumentSyncKind.Full)
        self.today = today
        self.session: Session | None = None
        self.found: dict[str, tuple[Diagnostic, ...]] = {}  # of open buffers, by path

    # Between the protocol's terms and ours.

    @property
    def encoding(self) -> str:
        """The unit of columns agreed with the client."""
        return lsp.PositionEncodingKind(self.server_capabilities.position_encoding or "utf-16").value

    def path(self, uri: str) -> str | None:
        """The file's path in the project; None for what is not part of it."""
        file = to_fs_path(uri)
        if self.session is None or file is None or "\0" in file:
            return None
        relative = os.path.relpath(os.path.realpath(file), self.session.root)
        return None if relative.startswith("..") else relative.replace(os.sep, "/")

    def uri(self, path: str) -> str:
        """The uri of a file of the project."""
        assert self.session is not None
        return from_fs_path(str(self.session.root / path)) or "file:///" + quote(path)

    def positions(self, path: str) -> Positions:
        """Of the buffer when the file is open, else of the disk."""
        assert self.session is not None
        return Positions(self.session.text(path), self.encoding)

    def location(self, place: workspace.Place) -> lsp.Location:
        """A place, for the client."""
        return lsp.Location(self.uri(place.path), self.positions(place.path).range(place.span))

    def workspace_edit(self, edits: tuple[Edit, ...]) -> lsp.WorkspaceEdit:
        """Edits of one or more files, for the client."""
        changes: dict[str, list[lsp.TextEdit]] = {}
        for edit in edits:
            change = lsp.TextEdit(self.positions(edit.path).range(edit.span), edit.text)
            changes.setdefault(self.uri(edit.path), []).append(change)
        return lsp.WorkspaceEdit(changes=dict(changes))

    # Diagnostics.

    def publish(self) -> None:
        """Tell the client what is wrong in every open buffer, where that changed."""
        assert self.session is not None
        for path in self.session.opened:
            found = self.session.diagnostics(path)
            if self.found.get(path) == found:
                continue
            self.found[path] = found
            positions = self.positions(path)
            shown = [self.diagnostic(diagnostic, positions) for diagnostic in found]
            self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(self.uri(path), shown))

    def diagnostic(self, diagnostic: Diagnostic, positions: Positions) -> lsp.Diagnostic:
        """One finding, for the client."""
        return lsp.Diagnostic(
            range=positions.range(diagnostic.span),
            message=diagnostic.message,
            severity=_SEVERITY[diagnostic.severity],
            code=diagnostic.rule,
            code_description=lsp.CodeDescription(rule_url(diagnostic.rule)),
            source="doclint",
            data=diagnostic.fingerprint,
            related_information=[
                lsp.DiagnosticRelatedInformation(
                    self.location(workspace.Place(related.path, related.span)), related.message
                )
                for related in diagnostic.related
                if self.session and self.session.has(related.path)
            ],
        )

    def at(self, path: str, place: lsp.Range) -> Iterator[Diagnostic]:
        """Findings that touch a range."""
        positions = self.positions(path)
        start, end = positions.place(place.start), positions.place(place.end)
        for diagnostic in self.found.get(path, ()):
            span = diagnostic.span
            if (span.line, span.column) <= end and start <= (span.end_line, span.end_column):
                yield diagnostic


def make_server(today: datetime.date | None = None) -> Server:
    """A server with all it can do; `today` fixes the date that freshness is judged by."""
    server = Server(today)
    server.feature(lsp.INITIALIZED)(_initialized)
    server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)(_opened)
    server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)(_changed)
    server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)(_saved)
    server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)(_closed)
    server.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)(_files_changed)
    server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION)(_code_actions)
    server.feature(lsp.TEXT_DOCUMENT_HOVER)(_hover)
    completion = lsp.CompletionOptions(trigger_characters=["(", "#", "/"])
    server.feature(lsp.TEXT_DOCUMENT_COMPLETION, completion)(_complete)
    server.feature(lsp.TEXT_DOCUMENT_DEFINITION)(_definition)
    server.feature(lsp.TEXT_DOCUMENT_REFERENCES)(_references)
    server.feature(lsp.TEXT_DOCUMENT_PREPARE_RENAME)(_prepare_rename)
    server.feature(lsp.TEXT_DOCUMENT_RENAME, lsp.RenameOptions(prepare_provider=True))(_rename)
    server.feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)(_symbols)
    return server


def _initialized(server: Server, params: lsp.InitializedParams) -> None:
    folder = to_fs_path(server.workspace.root_uri or "") if server.workspace.root_uri else server.workspace.root_path
    try:
        server.session = Session(Path(folder or "."), server.today or datetime.date.today())
    except DoclintError as error:
        _complain(server, error)


def _opened(server: Server, params: lsp.DidOpenTextDocumentParams) -> None:
    _edit(server, params.text_document.uri, params.text_document.text)


def _changed(server: Server, params: lsp.DidChangeTextDocumentParams) -> None:
    _edit(server, params.text_document.uri, server.workspace.get_text_document(params.text_document.uri).source)


def _edit(server: Server, uri: str, text: str) -> None:
    path = server.path(uri)
    if path is not None and server.session is not None:
        server.session.edit(path, text)
        server.publish()


def _closed(server: Server, params: lsp.DidCloseTextDocumentParams) -> None:
    path = server.path(params.text_document.uri)
    if path is not None and server.session is not None:
        server.session.close(path)
        server.found.pop(path, None)
        server.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(params.text_document.uri, []))
        server.publish()


def _saved(server: Server, params: lsp.DidSaveTextDocumentParams) -> None:
    _reload(server)


def _files_changed(server: Server, params: lsp.DidChangeWatchedFilesParams) -> None:
    _reload(server)


def _reload(server: Server) -> None:
    if server.session is None:
        return
    try:
        server.session.reload()
    except DoclintError as error:
        _complain(server, error)
    server.publish()


def _complain(server: Server, error: DoclintError) -> None:
    server.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Error, f"doclint: {error}"))


def _code_actions(server: Server, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    path = server.path(params.text_document.uri)
    if path is None or server.session is None:
        return []
    actions = []
    for diagnostic in server.at(path, params.range):
        shown = [server.diagnostic(diagnostic, server.positions(path))]
        fixes = [diagnostic.fix] if diagnostic.fix else []
        for fix in (*fixes, excuse(diagnostic, parse(path, server.session.read(path)), "reason")):
            edit = server.workspace_edit(fix.edits)
            preferred = diagnostic.fix is fix and fix.safe
            kind = lsp.CodeActionKind.QuickFix
            actions.append(lsp.CodeAction(fix.title, kind, shown, is_preferred=preferred, edit=edit))
    return actions


def _hover(server: Server, params: lsp.HoverParams) -> lsp.Hover | None:
    path = server.path(params.text_document.uri)
    if path is None or server.session is None:
        return None
    parts = []
    for diagnostic in server.at(path, lsp.Range(params.position, params.position)):
        rule = rule_named(diagnostic.rule)
        parts.append(page(rule) if rule else diagnostic.message)
    line, column = server.positions(path).place(params.position)
    parts.append(workspace.preview(server.session.project, path, line, column))
    text = "\n\n---\n\n".join(part for part in parts if part)
    return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, text)) if text else None


def _complete(server: Server, params: lsp.CompletionParams) -> lsp.CompletionList:
    path = server.path(params.text_document.uri)
    items: list[lsp.CompletionItem] = []
    if path is not None and server.session is not None:
        positions = server.positions(path)
        line, column = positions.place(params.position)
        before = positions.before(params.position)
        for found in workspace.completions(server.session.project, path, before):
            place = positions.range(Span(line, column - found.typed, line, column))
            edit = lsp.TextEdit(place, found.text)
            kind = lsp.CompletionItemKind.Reference
            items.append(lsp.CompletionItem(found.text, kind=kind, detail=found.detail, text_edit=edit))
    return lsp.CompletionList(is_incomplete=False, items=items)


def _definition(server: Server, params: lsp.DefinitionParams) -> lsp.Location | None:
    path = server.path(params.text_document.uri)
    if path is None or server.session is None:
        return None
    found = workspace.definition(server.session.project, path, *server.positions(path).place(params.position))
    return server.location(found) if found else None


def _references(server: Server, params: lsp.ReferenceParams) -> list[lsp.Location]:
    path = server.path(params.text_document.uri)
    if path is None or server.session is None:
        return []
    place = server.positions(path).place(params.position)
    return [server.location(found) for found in workspace.references(server.session.project, path, *place)]


def _title_at(server: Server, path: str, position: lsp.Position) -> Span | None:
    assert server.session is not None
    positions = server.positions(path)
    line, _ = positions.place(position)
    heading = workspace.heading_at(server.session.project, path, line)
    return workspace.title_span(heading, positions.lines[heading.span.line - 1]) if heading else None


def _prepare_rename(server: Server, params: lsp.PrepareRenameParams) -> lsp.Range | None:
    path = server.path(params.text_document.uri)
    if path is None or server.session is None:
        return None
    title = _title_at(server, path, params.position)
    return server.positions(path).range(title) if title else None


def _rename(server: Server, params: lsp.RenameParams) -> lsp.WorkspaceEdit | None:
    path = server.path(params.text_document.uri)
    if path is None or server.session is None:
        return None
    title = _title_at(server, path, params.position)
    if title is None:
        return None
    return server.workspace_edit(tuple(workspace.rename(server.session.project, path, title, params.new_name)))


def _symbols(server: Server, params: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol]:
    path = server.path(params.text_document.uri)
    facts = server.session.project.facts.get(path) if server.session and path else None
    if path is None or facts is None:
        return []
    positions = server.positions(path)
    outline: list[lsp.DocumentSymbol] = []
    below: dict[int, list[lsp.DocumentSymbol]] = {}  # by the index of the section they are in
    headings = iter(facts.headings)
    for index, section in enumerate(facts.sections):
        if not section.level:
            continue
        heading = next(heading for heading in headings if heading.span.line == section.line)
        end = facts.held[index].end_line
        last = positions.position(end, len(positions.lines[end - 1]) + 1)
        below[index] = []
        symbol = lsp.DocumentSymbol(
            name=section.title or "(untitled)",
            kind=lsp.SymbolKind.String,
            range=lsp.Range(positions.position(section.line, 1), last),
            selection_range=positions.range(heading.span),
            children=below[index],
        )
        below.get(section.parent, outline).append(symbol)
    return outline
