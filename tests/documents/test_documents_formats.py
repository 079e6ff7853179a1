from __future__ import annotations

import json

import pytest
from documents_samples import ATOM, FEED, PAGE, SHORT_PDF, lines, make_docx, make_pdf, make_zip, received

from trucewatch.documents import BlockKind, Document, Received, read, unpack
from trucewatch.documents.html import read_html
from trucewatch.documents.parts import Job
from trucewatch.errors import InputError


def read_all(raw: bytes | str, name: str) -> list[Document]:
    """Every report of a delivery; none may be broken."""
    return [read(item) for item in unpack(received(raw, name)) if not isinstance(item, InputError)]


def test_a_page_gives_its_report_and_leaves_its_frame() -> None:
    """Headline, byline, date, paragraphs, caption, heading and credit come in order, without menu and advert."""
    document = read(received(PAGE))
    kinds = "headline byline dateline body caption body heading body credit"
    assert [block.kind.value for block in document.blocks] == kinds.split()
    assert "Home" not in document.text
    assert "newsletter" not in document.text
    assert lines(document, BlockKind.HEADLINE) == ["Ministers to meet over the truce"]


def test_a_page_is_dated_and_signed_by_its_markup() -> None:
    """The publication day is the one written in the page's own time zone, and the author is named."""
    document = read(received(PAGE))
    assert document.published is not None
    assert document.published.edtf == "2031-04-09"
    assert (document.title, document.byline) == ("Ministers to meet over the truce", "Ann Lee")
    assert (document.source, document.language) == ("The Post", "en")


def test_a_page_that_carries_linked_data_is_believed_first() -> None:
    """JSON-LD of an article gives date, author and publisher."""
    data = {
        "@graph": [
            {
                "@type": "NewsArticle",
                "headline": "Truce",
                "datePublished": "2031-05",
                "author": [{"name": "Jo Roe"}, {"name": "Ann Lee"}],
                "publisher": {"name": "Wire"},
            }
        ]
    }
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    page = f"<html><head>{script}</head><body><p>The truce held in the valley.</p></body></html>"
    document = read(received(page))
    assert document.published is not None
    assert (document.published.edtf, document.byline, document.source) == ("2031-05", "Jo Roe, Ann Lee", "Wire")


def test_a_short_page_is_read_without_its_menu() -> None:
    """Even where there is hardly any text, the menu is not the report."""
    document = read(received("<html><body><div>Truce held.</div><nav>Home</nav></body></html>"))
    assert document.text == "Truce held."


def test_paragraphs_inside_bookmarks_are_read() -> None:
    """Anchors that lead nowhere are no links, and signs that a converter left inside words drop no paragraph."""
    told = ["The monitors recorded 7,333 vio\x02lations between 15 and 28 November.", "They saw people near Sorn.",
            "\uf0b7 The mission counted 62 restrictions in the period, including 61 in the south."]  # fmt: skip
    raw = "".join(f'<p><a id="{n}" name="{n}">{words}</a></p>' for n, words in enumerate(told))
    (document,) = read_all(raw, "a.html")
    assert all(words in document.text for words in ("15 and 28 November", "near Sorn", "62 restrictions"))


def test_a_page_without_main_text_is_taken_whole_with_a_note(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing looks like a report, all text outside menus is kept, and said to be."""
    monkeypatch.setattr("trafilatura.extract", lambda *_, **__: None)
    page = b"<body><div>Truce held.</div><nav>Home</nav><p>All was calm.</p><footer>Imprint</footer></body>"
    found = read_html(Job(kind="html", raw=page, name="a"))
    assert [part.text for part in found.parts] == ["Truce held.", "All was calm."]
    assert found.notes == ("no main text was recognised: all text of the page was taken",)


def test_a_pdf_joins_lines_and_divided_words_into_paragraphs() -> None:
    """Lines become paragraphs by their distance, a divided word is whole again, a page number is set aside."""
    document = read(received(SHORT_PDF))
    assert [block.kind.value for block in document.blocks] == ["headline", "body", "body", "boilerplate"]
    assert "the observers of the international mission said" in document.text
    assert lines(document, BlockKind.BODY)[1].endswith("came home by bus.")


def test_a_paragraph_goes_on_over_the_page_past_the_running_head() -> None:
    """Heads and numbers that pages share do not cut a paragraph in two."""
    pages = [
        [
            ("The Daily Arval", 9, 780),
            (f"Day {n} was calm in the valley, the observers of the mission said, and", 12, 700),
            ("nobody was hurt as the two sides went on with the talks that they", 12, 686),
            (str(n), 9, 30),
        ]
        for n in range(1, 5)
    ]
    document = read(received(make_pdf(pages)))
    assert len(lines(document, BlockKind.BODY)) == 1
    assert len(lines(document, BlockKind.BOILERPLATE)) == 8


def test_a_word_document_is_read_by_its_styles() -> None:
    """Title, heading and caption styles decide; the file's own date is a note and not the publication date."""
    document = read(received(make_docx()))
    assert [block.kind.value for block in document.blocks] == [
        "headline",
        "byline",
        "body",
        "heading",
        "body",
        "caption",
    ]
    assert document.published is None
    assert document.notes == ("the file was made on 2013-12-23; that is not its publication date",)


def test_a_word_document_with_tracked_changes_is_read_as_accepted() -> None:
    """Deleted words are left out, inserted ones are in, and the reader is told."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = (
        "<w:p><w:r><w:t>The truce </w:t></w:r><w:del><w:r><w:delText>broke</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>held</w:t></w:r></w:ins><w:r><w:t>.</w:t></w:r></w:p>"
    )
    xml = f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
    document = read(received(make_zip({"word/document.xml": xml.encode()})))
    assert document.text == "The truce held."
    assert document.notes == ("holds tracked changes: read as if all were accepted",)


def test_a_text_box_is_read_once() -> None:
    """Word keeps text boxes twice; the copy for older programs is left out."""
    box = "<w:txbxContent><w:p><w:r><w:t>In the box.</w:t></w:r></w:p></w:txbxContent>"
    choice = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    spaces = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    )
    run = f"<w:p><w:r><w:t>Outside.</w:t>{choice}</w:r></w:p>"
    xml = f"<w:document {spaces}><w:body>{run}</w:body></w:document>"
    assert read(received(make_zip({"word/document.xml": xml.encode()}))).text == "Outside.\nIn the box."


def test_a_headline_that_names_columns_does_not_make_a_table() -> None:
    """Only a header that names a report's text and another of its fields opens a table."""
    assert read(received("Summary, background\nThe truce held.\n")).media_type == "text/plain"


def test_an_rss_feed_gives_one_report_an_item() -> None:
    """Title, text, link, date and the channel's name come with each item, markup in the text resolved."""
    first, second = read_all(FEED, "feed.xml")
    assert first.text == "Talks begin\nThe talks began in Dorva.\nThey last two days."
    assert first.published is not None
    assert (first.published.edtf, first.url, first.source) == ("2031-04-09", "https://post.example/1", "The Post")
    assert (second.title, second.published) == ("Talks end", None)


def test_an_atom_feed_gives_its_entries() -> None:
    """The alternate link is the entry's address, and its content the text."""
    [entry] = read_all(ATOM, "feed")
    assert (entry.title, entry.url, entry.source) == ("Daily report", "https://mission.example/7", "Mission")
    assert lines(entry, BlockKind.BODY) == ["Nothing was seen."]


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251"])
def test_a_feed_in_any_encoding_is_read(encoding: str) -> None:
    """The encoding that the XML declares is followed."""
    item = "<item><title>Тихо</title><description>В долине тихо.</description></item>"
    feed = f'<?xml version="1.0" encoding="{encoding}"?><rss><channel>{item}</channel></rss>'
    [entry] = read_all(feed.encode(encoding), "feed")
    assert entry.text == "Тихо\n\nВ долине тихо."


def test_a_record_is_read_by_the_usual_names_of_its_fields() -> None:
    """Headline, body, date, outlet and language are found under the names that people give them."""
    line = '{"headline": "Calm", "body": "The truce held.", "date": "2031-04", "outlet": "Wire", "lang": "en"}'
    item = received(line)
    document = read(item)
    assert document.text == "Calm\n\nThe truce held."
    assert document.published is not None
    assert (document.published.edtf, document.source, document.language) == ("2031-04", "Wire", "en")


def test_unpacked_lines_keep_their_bytes_and_their_number() -> None:
    """A line of JSON lines comes out as it stands in the file, named by its number."""
    rows = ['{"text": "One came."}', '{"text":   "Two came.", "published": "9 April 2031"}']
    items = [item for item in unpack(received("\n".join(rows), "day.jsonl")) if isinstance(item, Received)]
    assert [item.raw.decode() for item in items] == rows
    assert [item.name for item in items] == ["day.jsonl, line 1", "day.jsonl, line 2"]
    assert items[1].published == "2031-04-09"


def test_a_json_array_gives_its_items() -> None:
    """Reports in one JSON array are as good as lines."""
    array = json.dumps([{"text": "One came."}, {"text": "Two came."}])
    assert [document.text for document in read_all(array, "day.json")] == ["One came.", "Two came."]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_gives_one_report_a_row(delimiter: str) -> None:
    """Columns are told by their names whatever parts them, and a cell may hold several lines."""
    rows = [
        ["Title", "Text", "Date"],
        ["Calm", '"All held.\nAll was ""calm""."', "9 April 2031"],
        ["War", "It broke.", ""],
    ]
    calm, war = read_all("\n".join(delimiter.join(row) for row in rows) + "\n", "day.csv")
    assert calm.text == 'Calm\n\nAll held.\nAll was "calm".'
    assert calm.published is not None
    assert calm.published.edtf == "2031-04-09"
    assert war.published is None


def test_what_the_user_gives_wins_over_the_record() -> None:
    """Source, date and language given with a delivery hold for all its reports."""
    line = '{"text": "The truce held.", "date": "2031-04-01", "source": "Wire", "language": "fr"}\n' * 2
    given = Received(raw=line.encode(), name="d", source="post", published="2031-04-02", language="en")
    for item in unpack(given):
        assert isinstance(item, Received)
        assert (item.source, item.published, item.language) == ("post", "2031-04-02", "en")


def test_a_lone_surrogate_in_a_record_never_reaches_the_text() -> None:
    """An escape that is no character is replaced and counted."""
    document = read(received('{"text": "The truce \\ud800 held."}'))
    assert document.text == "The truce \ufffd held."
    assert document.notes == ("1 NUL or control characters replaced by U+FFFD",)


def test_one_report_passes_through_unpack_unchanged() -> None:
    """What is no container comes out as it went in."""
    item = received("The truce held.")
    assert list(unpack(item)) == [item]
