from __future__ import annotations

import codecs

import pytest
from documents_samples import received

from trucewatch.documents import read
from trucewatch.errors import InputError

ENGLISH = "The truce held, the minister said – “quietly”. Nobody was hurt in the café.\n"
RUSSIAN = "Перемирие соблюдалось, сказал министр. Никто не пострадал в долине.\n"


@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN])
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_marked_and_plain_unicode_is_read_without_a_note(mark: bytes, encoding: str, text: str) -> None:
    """A byte order mark, or plain UTF-8, leaves nothing to doubt."""
    document = read(received(mark + text.encode(encoding)))
    assert (document.text, document.notes) == (text, ())


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-16-le"),
        (RUSSIAN, "utf-16-be"),
        (ENGLISH, "windows-1252"),
        (RUSSIAN, "windows-1251"),
        (RUSSIAN, "koi8-r"),
    ],
)
def test_a_guessed_encoding_is_right_and_said_to_be_guessed(text: str, encoding: str) -> None:
    """Where no mark tells, the guess is noted by name."""
    document = read(received(text.encode(encoding)))
    assert document.text == text
    assert document.notes == (f"encoding guessed: {encoding}",)


def test_a_page_that_declares_its_encoding_is_believed() -> None:
    """The charset in a page's own markup decides where the bytes are not UTF-8."""
    page = f'<html><head><meta charset="windows-1251"></head><body><p>{RUSSIAN}</p></body></html>'
    document = read(received(page.encode("windows-1251")))
    assert RUSSIAN.strip() in document.text
    assert not any("guessed" in note for note in document.notes)


def test_a_declaration_that_does_not_fit_is_noted() -> None:
    """A page that claims what cannot be is read by guess, and both are said."""
    page = f'<html><head><meta charset="no-such-code"></head><body><p>{RUSSIAN}</p></body></html>'
    notes = read(received(page.encode("windows-1251"))).notes
    assert "declared encoding does not fit: no-such-code" in notes
    assert "encoding guessed: windows-1251" in notes


def test_mixed_encodings_are_shown_and_counted() -> None:
    """A few foreign bytes in a UTF-8 text are replaced one by one and counted."""
    raw = (RUSSIAN * 3).encode() + b"caf\xe9 and \x96 more.\n"
    document = read(received(raw))
    assert document.notes == ("mixed encodings: 2 places are not UTF-8 and are shown as U+FFFD",)
    assert "caf\ufffd and \ufffd more." in document.text


def test_a_text_cut_inside_a_character_is_read_up_to_it() -> None:
    """A truncated transfer loses the last character, and the reader is told."""
    document = read(received(RUSSIAN.strip().encode()[:-1] + b"\xd0"))
    assert document.notes == ("the last character is cut off",)


def test_nul_bytes_are_replaced_and_counted() -> None:
    """A NUL byte in a text never reaches the document, and does not pass in silence."""
    document = read(received("The truce held in the valley.\0 " + ENGLISH * 5))
    assert "\0" not in document.text
    assert document.notes == ("1 NUL or control characters replaced by U+FFFD",)


def test_misread_windows_characters_are_taken_as_meant() -> None:
    """Control codes that stand where quotation marks stood become those marks, with a note."""
    document = read(received("It\u0092s over, they said in the valley on Monday."))
    assert document.text.startswith("It’s over")
    assert document.notes == ("1 control characters taken for the windows-1252 characters they stand for",)


def test_binary_data_is_refused() -> None:
    """Bytes that are no text are an error that says how many of them are not."""
    with pytest.raises(InputError, match=r"it is not text: \d+ of \d+ characters are NUL bytes") as caught:
        read(received(bytes(range(256)) * 40))
    assert caught.value.try_.startswith("give the report as text")
