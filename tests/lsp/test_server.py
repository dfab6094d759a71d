"""The language server as an editor meets it: another process, spoken to over its standard streams."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pygls", reason="the lsp extra is not installed")

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

INDEX = "# Index\n\nSee [steps](guide.md#restart-the-service) and [gone](nowhere.md).\n"
GUIDE = "# Guide\n\n## Restart the service\n\nRun it. 🚨 See [up](#guide) and [nothing](#nothing).\n"
PATIENCE = 30


class Editor:
    """A client that remembers what it was told."""

    def __init__(self, root: Path, encodings: list[str]) -> None:
        self.root = root
        self.encodings = encodings
        self.client = LanguageClient("test", "1")
        self.published: dict[str, list[lsp.Diagnostic]] = {}
        self.news = asyncio.Event()
        self.client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda params: self._published(params))

    def _published(self, params: lsp.PublishDiagnosticsParams) -> None:
        self.published[params.uri] = list(params.diagnostics)
        self.news.set()

    def uri(self, name: str) -> str:
        return (self.root / name).as_uri()

    def document(self, name: str) -> lsp.TextDocumentIdentifier:
        return lsp.TextDocumentIdentifier(self.uri(name))

    async def start(self) -> lsp.InitializeResult:
        await self.client.start_io(sys.executable, "-m", "doclint", "lsp", "--today", "2026-01-15")
        encodings = [lsp.PositionEncodingKind(each) for each in self.encodings]
        general = lsp.GeneralClientCapabilities(position_encodings=encodings) if encodings else None
        capabilities = lsp.ClientCapabilities(general=general)
        parameters = lsp.InitializeParams(capabilities=capabilities, root_uri=self.root.as_uri(), process_id=None)
        result = await self.client.initialize_async(parameters)
        self.client.initialized(lsp.InitializedParams())
        return result

    async def open(self, name: str, text: str) -> list[lsp.Diagnostic]:
        self.news.clear()
        item = lsp.TextDocumentItem(self.uri(name), "markdown", 1, text)
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
        await asyncio.wait_for(self.news.wait(), PATIENCE)
        return self.published[self.uri(name)]

    async def change(self, name: str, text: str) -> list[lsp.Diagnostic]:
        self.news.clear()
        version = lsp.VersionedTextDocumentIdentifier(2, self.uri(name))
        whole = lsp.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(version, [whole]))
        await asyncio.wait_for(self.news.wait(), PATIENCE)
        return self.published[self.uri(name)]

    async def stop(self) -> None:
        await self.client.shutdown_async(None)
        self.client.exit(None)
        await self.client.stop()


def edit(root: Path, work: Callable[[Editor], Awaitable[Any]], encodings: list[str] | None = None) -> Any:
    """Run a scene in an editor that has the project open."""
    (root / "index.md").write_text(INDEX, "utf-8")
    (root / "guide.md").write_text(GUIDE, "utf-8")
    (root / "doclint.yaml").write_text("select: [DL3]\n", "utf-8")

    async def scene() -> Any:
        editor = Editor(root, ["utf-16"] if encodings is None else encodings)
        await editor.start()
        try:
            return await asyncio.wait_for(work(editor), 2 * PATIENCE)
        finally:
            await editor.stop()

    return asyncio.run(scene())


@pytest.mark.parametrize(
    ("encodings", "column"),
    [
        pytest.param(["utf-16"], 32, id="utf-16"),
        pytest.param(["utf-32"], 31, id="utf-32"),
        pytest.param(["utf-8"], 34, id="utf-8"),
        pytest.param([], 32, id="an editor that states none means utf-16"),
    ],
)
def test_what_is_wrong_is_shown_where_it_is(tmp_path: Path, encodings: list[str], column: int) -> None:
    async def scene(editor: Editor) -> list[lsp.Diagnostic]:
        return await editor.open("guide.md", GUIDE)

    found = edit(tmp_path, scene, encodings)

    assert [(item.code, item.range.start.line, item.range.start.character) for item in found] == [("DL302", 4, column)]
    assert found[0].code_description.href.endswith("#dl302-dead-anchor")


def test_an_edit_shows_in_the_other_open_buffer(tmp_path: Path) -> None:
    async def scene(editor: Editor) -> tuple[set[Any], set[Any]]:
        before = await editor.open("index.md", INDEX)
        await editor.open("guide.md", GUIDE)
        await editor.change("guide.md", GUIDE.replace("Restart the service", "Reboot"))
        while len(editor.published[editor.uri("index.md")]) < 2:
            editor.news.clear()
            await asyncio.wait_for(editor.news.wait(), PATIENCE)
        return {item.code for item in before}, {item.code for item in editor.published[editor.uri("index.md")]}

    before, after = edit(tmp_path, scene)

    assert before == {"DL301"}
    assert after == {"DL301", "DL302"}


def test_renaming_a_heading_takes_its_links_along(tmp_path: Path) -> None:
    async def scene(editor: Editor) -> lsp.WorkspaceEdit:
        await editor.open("guide.md", GUIDE)
        position = lsp.Position(2, 5)
        return await editor.client.text_document_rename_async(
            lsp.RenameParams(new_name=" Reboot\nit", text_document=editor.document("guide.md"), position=position)
        )

    changes = edit(tmp_path, scene).changes
    edits = {
        uri.rsplit("/", 1)[1]: [(e.range.start.line, e.range.start.character, e.new_text) for e in found]
        for uri, found in changes.items()
    }

    assert edits == {"guide.md": [(2, 3, "Reboot it")], "index.md": [(2, 12, "guide.md#reboot-it")]}


def test_links_can_be_followed_both_ways(tmp_path: Path) -> None:
    async def scene(editor: Editor) -> tuple[Any, Any]:
        await editor.open("index.md", INDEX)
        there = await editor.client.text_document_definition_async(
            lsp.DefinitionParams(editor.document("index.md"), lsp.Position(2, 7))
        )
        back = await editor.client.text_document_references_async(
            lsp.ReferenceParams(lsp.ReferenceContext(True), editor.document("guide.md"), lsp.Position(2, 4))
        )
        return there, back

    there, back = edit(tmp_path, scene)

    assert (there.uri.rsplit("/", 1)[1], there.range.start.line) == ("guide.md", 2)
    assert [(found.uri.rsplit("/", 1)[1], found.range.start) for found in back] == [("index.md", lsp.Position(2, 4))]


def test_targets_and_anchors_are_completed(tmp_path: Path) -> None:
    async def scene(editor: Editor) -> tuple[list[str], list[str]]:
        text = "# Index\n\n[a](gu\n\n[b](guide.md#re\n"
        await editor.open("index.md", text)
        found = []
        for line, character in ((2, 6), (4, 15)):
            answer = await editor.client.text_document_completion_async(
                lsp.CompletionParams(editor.document("index.md"), lsp.Position(line, character))
            )
            found.append([item.label for item in answer.items])
        return found[0], found[1]

    paths, anchors = edit(tmp_path, scene)

    assert "guide.md" in paths
    assert anchors == ["guide", "restart-the-service"]


def test_a_finding_can_be_mended_or_suppressed_from_the_menu(tmp_path: Path) -> None:
    text = "# Index\n\n[steps](Guide.md)\n"

    async def scene(editor: Editor) -> list[lsp.CodeAction]:
        found = await editor.open("index.md", text)
        parameters = lsp.CodeActionParams(editor.document("index.md"), found[0].range, lsp.CodeActionContext(found))
        return await editor.client.text_document_code_action_async(parameters)

    actions = edit(tmp_path, scene)
    edits = [next(iter(action.edit.changes.values()))[0].new_text for action in actions]

    assert edits == ["guide.md", " <!-- doclint-disable-line DL303 -- reason -->"]


def test_hovering_explains_the_rule_and_shows_the_target(tmp_path: Path) -> None:
    async def scene(editor: Editor) -> tuple[str, str]:
        await editor.open("index.md", INDEX)
        texts = []
        for character in (7, 50):
            answer = await editor.client.text_document_hover_async(
                lsp.HoverParams(editor.document("index.md"), lsp.Position(2, character))
            )
            texts.append(answer.contents.value)
        return texts[0], texts[1]

    link, finding = edit(tmp_path, scene)

    assert "**Guide** › Restart the service" in link
    assert finding.startswith("# DL301 dead-link")


def test_the_outline_is_nested(tmp_path: Path) -> None:
    async def scene(editor: Editor) -> list[lsp.DocumentSymbol]:
        await editor.open("guide.md", GUIDE)
        return await editor.client.text_document_document_symbol_async(
            lsp.DocumentSymbolParams(editor.document("guide.md"))
        )

    outline = edit(tmp_path, scene)

    assert [(symbol.name, [child.name for child in symbol.children]) for symbol in outline] == [
        ("Guide", ["Restart the service"])
    ]


def test_what_was_saved_counts_settings_too_and_unusable_ones_do_not(tmp_path: Path) -> None:
    settings = tmp_path / "doclint.yaml"

    async def scene(editor: Editor) -> tuple[list[Any], ...]:
        async def saved(name: str) -> list[Any]:
            editor.client.text_document_did_save(lsp.DidSaveTextDocumentParams(editor.document(name)))
            await editor.client.text_document_document_symbol_async(
                lsp.DocumentSymbolParams(editor.document("index.md"))  # answered after what came before
            )
            return [item.code for item in editor.published[editor.uri("index.md")]]

        editor.client.feature(lsp.WINDOW_SHOW_MESSAGE)(lambda params: told.append(params.message))
        before = [item.code for item in await editor.open("index.md", INDEX)]
        (tmp_path / "nowhere.md").write_text("# Here\n")
        made = await saved("nowhere.md")
        (tmp_path / "nowhere.md").unlink()
        settings.write_text("ignore: [DL301]\n")
        ignored = await saved("doclint.yaml")
        settings.write_text("ignore: [DL999]\n")
        (tmp_path / "guide.md").write_text("# Guide\n")
        refused = await saved("doclint.yaml")
        settings.write_text("select: [DL302]\n")
        return before, made, ignored, refused, await saved("doclint.yaml")

    told: list[str] = []
    assert edit(tmp_path, scene) == (["DL301"], [], [], [], ["DL302"])
    assert ["DL999" in message for message in told] == [True]


def test_settings_that_cannot_be_used_are_said(tmp_path: Path) -> None:
    async def scene() -> str:
        (tmp_path / "doclint.yaml").write_text("selec: [DL3]\n")
        editor = Editor(tmp_path, ["utf-16"])
        told: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        editor.client.feature(lsp.WINDOW_SHOW_MESSAGE)(lambda params: told.set_result(params.message))
        await editor.start()
        try:
            return await asyncio.wait_for(told, PATIENCE)
        finally:
            await editor.stop()

    assert "doclint.yaml:1" in asyncio.run(scene())
