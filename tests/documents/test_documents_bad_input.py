from __future__ import annotations

import gzip

import pytest
from documents_samples import SHORT_PDF, lock_pdf, make_docx, make_pdf, make_zip, received

from trucewatch.documents import read, unpack
from trucewatch.documents.extracting import MAX_BYTES
from trucewatch.errors import InputError

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_BOMB = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'


def _document_xml(body: str, doctype: str = "") -> bytes:
    return f'{doctype}<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'.encode()


CASES = {
    "empty": (b"", "it is empty", "saved or sent completely"),
    "white space": (b" \n\t ", "white space only", "saved or sent completely"),
    "no words": (b"--- 12 ---\n1,2,3\n", "it holds no words", "the report itself"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(99), "it is a picture", "text recognition"),
    "old word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "an old Word or Office file", "save it as DOCX"),
    "locked docx": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "protected by a password",
        "save it without one",
    ),
    "rtf": (b"{\\rtf1 Hello}", "it is an RTF file", "save it as DOCX"),
    "gzip": (gzip.compress(b"The truce held."), "it is a gzip archive", "unpack it"),
    "zip": (make_zip({"a.txt": b"The truce held."}), "a ZIP archive, not a DOCX", "unpack it"),
    "false docx": (make_zip({"word/other.xml": b"<a/>"}), "it has no word/document.xml", "unpack it"),
    "truncated docx": (make_docx()[:-300], "cut off or damaged", "save it afresh"),
    "docx bomb": (make_zip({"word/document.xml": b" " * 200_000_000}), "times its size: a bomb", "save it afresh"),
    "docx entities": (
        make_zip({"word/document.xml": _document_xml("&b;", _BOMB)}),
        "entities, which are refused",
        "afresh",
    ),
    "docx broken": (make_zip({"word/document.xml": b"<w:document>"}), "is broken XML", "save it afresh"),
    "docx without text": (make_zip({"word/document.xml": _document_xml("")}), "no text was found", "the report itself"),
    "truncated pdf": (SHORT_PDF[:150], "cut off or damaged", "afresh"),
    "locked pdf": (lock_pdf(SHORT_PDF), "protected by a password", "save it without one"),
    "scanned pdf": (make_pdf([[]]), "its pages hold no text", "text recognition"),
    "empty page": (
        b"<html><body><script>run()</script></body></html>",
        "the page holds no text",
        "as your browser shows it",
    ),
    "deep page": (b"<div>" * 100_000 + b"The truce held.", "nested more than", "give the text alone"),
    "many reports": (b'{"text": "One."}\n{"text": "Two."}\n', "it holds many reports", "unpack it first"),
    "record without text": (b'{"name": "One."}', "no field holds its text", "text, body, content"),
}


@pytest.mark.parametrize("case", CASES)
def test_each_bad_report_has_one_clear_message(case: str) -> None:
    """Every kind of bad input names the report, says what is wrong with it, and what to try."""
    raw, why, try_ = CASES[case]
    with pytest.raises(InputError) as caught:
        read(received(raw, "reports/a.txt"))
    assert caught.value.what == "cannot read reports/a.txt"
    assert why in caught.value.why
    assert try_ in caught.value.try_
    assert "\n" not in str(caught.value)


def test_a_report_above_the_limit_is_refused_before_it_is_read() -> None:
    """200 MB are refused by their size alone."""
    with pytest.raises(InputError, match="it is 200 MB; the limit is 64 MB"):
        read(received(bytes(200 * 2**20)))
    assert MAX_BYTES == 64 * 2**20


def test_the_bytes_decide_and_not_the_name() -> None:
    """A PDF named as a text is read as a PDF, and a text named as a PDF as a text."""
    assert read(received(SHORT_PDF, "a.txt")).media_type == "application/pdf"
    assert read(received("The truce held.", "a.pdf")).media_type == "text/plain"


def test_a_text_may_open_with_the_letters_of_a_format() -> None:
    """Words that happen to begin like a file format are still words."""
    assert read(received("RIFF between ministers grows in Dorva.")).media_type == "text/plain"


def test_a_line_of_a_megabyte_is_read() -> None:
    """One endless line is one block of bounded sentences."""
    document = read(received("The truce held in the valley and " * 32_000))
    assert len(document.blocks) == 1
    assert len(document.sentences) > 200


def test_a_file_is_never_reached_through_a_feed() -> None:
    """An external entity in a feed is refused, not followed."""
    feed = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><item><title>&x;</title></item></rss>'
    [error] = unpack(received(feed, "f.xml"))
    assert isinstance(error, InputError)
    assert error.why == "it defines XML entities, which are refused"


def test_a_broken_feed_gives_what_came_before_the_break() -> None:
    """Entries before the broken XML are kept, and the break is told with its place."""
    feed = "<rss><channel><item><title>A</title><description>One came.</description></item><item><tit"
    first, error = unpack(received(feed, "f.xml"))
    assert not isinstance(first, InputError)
    assert isinstance(error, InputError)
    assert error.what == "cannot read all of f.xml"
    assert "its XML is broken" in error.why
    assert "the 1 entries before that were read" in error.why


def test_a_bad_line_stops_no_other() -> None:
    """Each broken line of JSON lines is an error of its own, in its place."""
    raw = b'{"text": "One came."}\n{broken\n{"title": ""}\n[1]\n{"text": "Five came."}\n'
    found = list(unpack(received(raw, "day.jsonl")))
    errors = [item.what for item in found if isinstance(item, InputError)]
    assert errors == [f"cannot read day.jsonl, line {number}" for number in (2, 3, 4)]
    assert len(found) == 5


def test_a_shifted_row_of_a_table_is_an_error() -> None:
    """A row with too few cells is told, since its cells may belong elsewhere; the next row is read."""
    raw = b"title,text\nA,One came.\nB\nC,Three came.\n"
    found = list(unpack(received(raw, "day.csv")))
    assert [isinstance(item, InputError) for item in found] == [False, True, False]
    assert "1 cells where the header names 2" in str(found[1])


def test_unpack_hands_on_what_cannot_be_read_as_an_error() -> None:
    """Unpacking raises nothing: even an empty delivery is one InputError."""
    [error] = unpack(received(b"", "nothing"))
    assert isinstance(error, InputError)
    assert error.why == "it is empty"
