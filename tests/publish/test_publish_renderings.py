from __future__ import annotations

import importlib
import io
import json
import zipfile
from dataclasses import replace
from datetime import date
from types import ModuleType
from typing import Any

import docx
import pypdf
import pytest
from publish_golden import check_golden
from publish_hostile import HOSTILE, hostile_bulletin
from publish_sample import BULLETIN, COMPARISON, DOCUMENTS, EMPTY, SMALL

from trucewatch.errors import UsageError
from trucewatch.publish import (
    EXPORTS,
    FORMS,
    comparison_text,
    export,
    render,
    render_comparison,
    render_docx,
    render_json,
    render_markdown,
    render_pdf,
)
from trucewatch.publish.pdf import _refuse
from trucewatch.publish.plain import escape


def test_markdown_is_as_known() -> None:
    """A small bulletin in Markdown is what it was when last read by a person."""
    check_golden("small.md", render_markdown(SMALL))


def test_json_is_as_known() -> None:
    """The canonical JSON of a small bulletin has not moved by a byte."""
    check_golden("small.json", render_json(SMALL))


def test_terminal_comparison_is_as_known() -> None:
    """The plain-text comparison sheet is what it was when last read by a person."""
    check_golden("comparison.txt", comparison_text(COMPARISON, DOCUMENTS[0], DOCUMENTS[1]))


def test_json_holds_the_records_as_given() -> None:
    """Canonical JSON parses, has sorted keys, and keeps the text that spans count in."""
    text = render_json(BULLETIN)
    read = json.loads(text)
    assert json.dumps(read, sort_keys=True, ensure_ascii=False, separators=(",", ":")) + "\n" == text
    assert [each["text"] for each in read["bulletin"]["documents"]] == [each.text for each in DOCUMENTS]


def test_json_of_broken_text_can_be_written() -> None:
    """Lone surrogates come out as escapes that read back as themselves."""
    text = render_json(hostile_bulletin())
    text.encode("utf-8")
    assert json.loads(text)["bulletin"]["situation"]["title"] == HOSTILE


def test_markdown_cannot_be_broken_out_of() -> None:
    """Received words never become headings, links, tables or HTML in Markdown."""
    assert escape("# a [b](c) <d> | `e`\n- f") == r"\# a \[b\](c) \<d\> \| \`e\` - f"
    assert escape("1. x") == r"1\. x"
    assert "<script" not in render_markdown(hostile_bulletin()).replace(r"\<", "")


def test_docx_opens_with_headings_and_tables() -> None:
    """The Word document opens, is built of real headings and tables, and marks the cited words."""
    document = docx.Document(io.BytesIO(render_docx(BULLETIN)))
    headings = [
        each.text for each in document.paragraphs if each.style and (each.style.name or "").startswith("Heading")
    ]
    assert {"Summary", "Incidents", "Commitments", "Statements", "The reports in full"} <= set(headings)
    assert len(document.tables) > 5
    assert any(run.font.highlight_color for each in document.paragraphs for run in each.runs)


@pytest.mark.parametrize("bulletin", [EMPTY, hostile_bulletin()], ids=["empty", "hostile"])
def test_every_rendering_takes_any_bulletin(bulletin: Any) -> None:
    """Nothing to report, or hostile reports, render in every form without complaint."""
    assert render_docx(bulletin)
    assert render_markdown(bulletin).encode("utf-8")
    assert render_json(bulletin).encode("utf-8")


def test_docx_is_the_same_every_time() -> None:
    """The bytes of the Word document do not depend on when it was made."""
    with zipfile.ZipFile(io.BytesIO(render_docx(SMALL))) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert render_docx(SMALL) == render_docx(SMALL)


@pytest.mark.slow
def test_pdf_has_numbered_pages_and_a_language() -> None:
    """The PDF is made without the network, names its language, and numbers its pages."""
    reader = pypdf.PdfReader(io.BytesIO(render_pdf(SMALL)))
    text = reader.pages[0].extract_text()
    assert f"1 / {len(reader.pages)}" in text
    assert str(reader.root_object["/Lang"]) == "en"


def test_pdf_refuses_to_fetch() -> None:
    """Whatever address a page might name, the PDF maker fetches none."""
    with pytest.raises(ValueError, match="fetches nothing"):
        _refuse("https://example.invalid/")


@pytest.mark.parametrize("error", [ImportError("no module"), OSError("no pango")])
def test_a_missing_pdf_maker_says_what_to_do(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """Without WeasyPrint or Pango the error says what is missing and what to try."""

    def refuse(_: str) -> ModuleType:
        raise error

    monkeypatch.setattr(importlib, "import_module", refuse)
    with pytest.raises(UsageError) as caught:
        render_pdf(EMPTY)
    assert "installed" in caught.value.why
    assert caught.value.try_


def test_a_comparison_of_other_documents_is_refused() -> None:
    """A comparison cannot be shown over texts it was not made from."""
    with pytest.raises(ValueError, match="not those"):
        render_comparison(COMPARISON, DOCUMENTS[1], DOCUMENTS[0])


def test_a_comparison_marks_what_bears_on_facts() -> None:
    """Words that change a number are marked apart from words that change the style."""
    html = render_comparison(COMPARISON, DOCUMENTS[0], DOCUMENTS[1])
    assert '<b class="changed bears" title="change of number">at least</b>' in html
    assert '<b class="changed" title="change of wording">gone</b>' in html


def test_an_open_period_is_said_in_words() -> None:
    """A bulletin without bounds says that it covers the whole record."""
    assert "**whole record**" in render_markdown(EMPTY)
    assert "**from 3 May 2031**" in render_markdown(replace(EMPTY, start=date(2031, 5, 3)))


@pytest.mark.parametrize("form", sorted(set(FORMS) - {"pdf"}))
def test_forms_are_called_by_name(form: str) -> None:
    """Each form that is offered by name renders."""
    assert render(EMPTY, form)


@pytest.mark.parametrize("form", sorted(EXPORTS))
def test_exports_are_called_by_name(form: str) -> None:
    """Each export that is offered by name answers."""
    assert isinstance(export(EMPTY, form), str)


@pytest.mark.parametrize("ask", [render, export])
def test_an_unknown_form_names_the_known_ones(ask: Any) -> None:
    """Asking for a form that does not exist lists those that do."""
    with pytest.raises(UsageError) as caught:
        ask(EMPTY, "papyrus")
    assert "one of" in caught.value.try_
