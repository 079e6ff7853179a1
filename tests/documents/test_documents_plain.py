from __future__ import annotations

import pytest
from documents_samples import REPORT, kinds, lines, received, sentences

from trucewatch.documents import BlockKind, Received, read
from trucewatch.documents.dates import parse_date, parse_edtf
from trucewatch.errors import InputError
from trucewatch.values import Precision


def test_each_part_of_a_report_is_told_by_its_form_and_place() -> None:
    """Headline, byline, cross-heading, caption and credit line are found in a plain text, one paragraph a line."""
    assert kinds(REPORT) == ["headline", "byline", "body", "body", "heading", "body", "caption", "body", "credit"]


def test_title_and_byline_are_taken_from_the_text() -> None:
    """The headline is the title, and the byline is the names without the word before them."""
    document = read(received(REPORT))
    assert (document.title, document.byline) == ("Truce in the Arval valley holds for a second day", "Ann Lee")


def test_a_first_line_that_is_a_sentence_is_body() -> None:
    """A report without a headline has none."""
    document = read(received("The truce held on Monday, the mission said.\nNo shots were heard.\n"))
    assert document.title == ""
    assert {block.kind for block in document.blocks} == {BlockKind.BODY}


def test_a_standfirst_that_stands_in_for_the_headline_is_one() -> None:
    """A long first line without a final stop is the line that the layout put at the head."""
    standfirst = "The three states of the ‘valley group’ still hope for help from the fourth one"
    assert kinds(f"{standfirst}\nThey met on Monday.") == ["headline", "body"]


def test_a_text_of_one_line_without_a_stop_is_its_own_body() -> None:
    """A text with nothing but a headline is still a report with a body."""
    assert kinds("truce holds in the valley") == ["body"]


@pytest.mark.parametrize(
    "line",
    [
        "Soldiers near the bridge at Dorva on March 3, 2031. Northland army/European officials via Wire",
        "FILE PHOTO: The bridge at Dorva.",
        "Фото: міст у Дорві",
        "The bridge at Dorva. (AP Photo/Jo Roe)",
    ],
)
def test_captions_are_told_from_paragraphs(line: str) -> None:
    """A picture credit at the end, or the naming of a picture at the start, makes a caption."""
    assert kinds(f"Head\nThe truce held.\n{line}\nThe end came.")[2] == "caption"


def test_an_abbreviation_in_brackets_does_not_make_a_caption() -> None:
    """A sentence may end in the short form of a body's name."""
    assert kinds("Head\nThe rule was made by the Energy Planning Agency (EPA).\nEnd.")[1] == "body"


@pytest.mark.parametrize(
    ("opening", "place", "agency", "edtf"),
    [
        ("DORVA, Northland (AP) — Both sides met.", "DORVA, Northland", "AP", ""),
        ("Dorva, March 26 (Newswire) - Both sides met.", "Dorva", "Newswire", "XXXX-03-26"),
        ("NEW DORVA, 26 March 2031 /Wire/ — Both sides met.", "NEW DORVA", "Wire", "2031-03-26"),
        ("Дорва, 26 марта (Агентство) — Стороны встретились.", "Дорва", "Агентство", "XXXX-03-26"),
        ("DORVA — Both sides met.", "DORVA", "", ""),
    ],
)
def test_a_dateline_run_into_the_first_paragraph_is_read(opening: str, place: str, agency: str, edtf: str) -> None:
    """Place, agency and date of a wire dateline are found, a date without its year unresolved."""
    document = read(received(f"Sides meet\n{opening}\nThey met again."))
    dateline = document.dateline
    assert dateline is not None
    assert (dateline.place.of(document.text), dateline.agency) == (place, agency)
    assert (dateline.when.edtf if dateline.when else "") == edtf
    assert document.text[dateline.span.start :].startswith(opening[: len(place)])


@pytest.mark.parametrize(
    "opening", ["The ministers — all four — met.", "He said (again) that they met.", "May 5 was calm."]
)
def test_an_ordinary_opening_is_no_dateline(opening: str) -> None:
    """Dashes and brackets in a first sentence do not make a dateline."""
    assert read(received(f"{opening}\nThey met again.")).dateline is None


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        ("Published 26 March 2031", "2031-03-26"),
        ("26 March 2031, 14:05", "2031-03-26"),
        ("Опубликовано: 26 марта 2031 г., 14:05", "2031-03-26"),
        ("March 26, 2031 at 2:05 p.m. EDT", "2031-03-26"),
        ("2031-03-26", "2031-03-26"),
        ("26.03.2031 14:05", "2031-03-26"),
    ],
)
def test_a_date_line_gives_the_publication_date(line: str, edtf: str) -> None:
    """A line at the head that is a full date, and nothing else, dates the report."""
    document = read(received(f"Truce holds\n{line}\nThe truce held.\n"))
    assert document.published is not None
    assert document.published.edtf == edtf
    assert lines(document, BlockKind.DATELINE) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Ministry of Defence of Northland, 26 March 2031",
        "Valley Monitors, March 26, 2031",
        "DORVA, 26 March 2031 (Wire)",
    ],
)
def test_a_line_that_names_issuer_or_place_and_a_full_date_dates_the_report(line: str) -> None:
    """Statements and notes carry their date beside their issuer."""
    document = read(received(f"Statement on the truce\n{line}\nThe truce held.\n"))
    assert document.published is not None
    assert document.published.edtf == "2031-03-26"
    assert lines(document, BlockKind.DATELINE) == [line]


def test_a_full_date_in_a_dateline_dates_the_report() -> None:
    """A wire dateline with its year says when the report was filed."""
    published = read(received("Sides meet\nDORVA, 26 March 2031 (Wire) — Both sides met.")).published
    assert published is not None
    assert published.edtf == "2031-03-26"


def test_a_day_without_its_year_does_not_date_the_report() -> None:
    """An incomplete date line is never completed by guessing."""
    assert read(received("Truce holds\n26 March\nThe truce held.\n")).published is None


def test_the_date_that_the_user_gives_wins_and_the_difference_is_noted() -> None:
    """What the user says about publication stands above what the text says."""
    raw = b"Truce holds\n26 March 2031\nThe truce held.\n"
    document = read(Received(raw=raw, name="r", published="2031-03"))
    assert document.published is not None
    assert (document.published.edtf, document.published.precision) == ("2031-03", Precision.MONTH)
    assert document.notes == ("publication date given as 2031-03; the report itself says 2031-03-26",)


def test_a_date_that_is_none_is_refused() -> None:
    """A publication date that cannot be understood is an error with the form to use, never dropped."""
    with pytest.raises(InputError, match="no date: 'last week'") as caught:
        read(Received(raw=b"The truce held.", name="r", published="last week"))
    assert "2025-03-26" in caught.value.try_


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("2031-03-26T23:10:00+02:00", "2031-03-26"),
        ("2031-03-26 23:10", "2031-03-26"),
        ("20310326", "2031-03-26"),
        ("2031-03", "2031-03"),
        ("2031", "2031"),
        ("Wed, 26 Mar 2031 10:00:00 GMT", "2031-03-26"),
        ("March 26, 2031", "2031-03-26"),
        ("26 марта 2031 г.", "2031-03-26"),
        ("26 березня 2031 року", "2031-03-26"),
        ("March 2031", "2031-03"),
        ("29 February", "XXXX-02-29"),
    ],
)
def test_machine_dates_keep_their_precision(words: str, edtf: str) -> None:
    """ISO, RFC 822 and full dates in three languages are read as finely as they are written."""
    when = parse_date(words)
    assert when is not None
    assert when.edtf == edtf
    assert when.words == words


@pytest.mark.parametrize(
    "words", ["", "03/04/2031", "31 February 2031", "2031-13-01", "soon", "9" * 500, "26 Foo 2031"]
)
def test_what_is_no_date_or_two_is_none(words: str) -> None:
    """An ambiguous or impossible date is not read at all."""
    assert parse_date(words) is None


def test_an_interval_keeps_both_ends() -> None:
    """EDTF intervals are read, and refused where they end before they begin."""
    week = parse_edtf("2031-03-10/2031-03-16")
    assert week is not None
    assert (week.edtf, week.precision) == ("2031-03-10/2031-03-16", Precision.WEEK)
    assert parse_edtf("2031-03-16/2031-03-10") is None


def test_the_same_bytes_from_another_source_are_another_document() -> None:
    """The id is made of bytes, source, URL and the date as given, and of nothing else."""
    raw = b"The truce held."
    same = [read(Received(raw=raw, name=name)).id for name in ("a", "b")]
    others = [
        read(Received(raw=raw, name="a", source="post")).id,
        read(Received(raw=raw, name="a", url="https://post.example/1")).id,
        read(Received(raw=raw, name="a", published="2031-03-26")).id,
    ]
    assert same[0] == same[1]
    assert len({same[0], *others}) == 4


def test_wrapped_lines_are_one_paragraph_and_keep_their_line_ends() -> None:
    """Text wrapped at a fixed width is joined by blank lines only, and not a character of it changes."""
    text = (
        "The truce in the valley held on Monday, the observers said in a\n"
        "statement that was seen by both sides. No shots were heard in\n"
        "the night.\n\n"
        "Four prisoners came home by bus, the ministry of the northern\n"
        "state said.\n"
    )
    document = read(received(text))
    assert document.text == text
    assert len(document.blocks) == 2
    assert sentences(document, document.blocks[0])[1] == "No shots were heard in\nthe night."


def test_only_line_ends_are_normalised() -> None:
    """Spaces, dashes and marks stay as they are; line ends become line feeds."""
    assert read(received("The  truce\u00a0held.\r\nNo shots—none.\r")).text == "The  truce\u00a0held.\nNo shots—none.\n"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The truce in the valley was broken by both of the sides, and they said that it was the other.", "en"),
        ("Перемирие в долине было нарушено обеими сторонами, и они заявили, что это не их вина, но вина других.", "ru"),
        ("Перемир’я в долині було порушено обома сторонами, і вони заявили, що це не їхня провина, а інших.", "uk"),
        (
            "Der Waffenstillstand im Tal wurde von beiden Seiten gebrochen, und sie gaben sich gegenseitig die Schuld.",
            "de",
        ),
        ("Calm.", "und"),
    ],
)
def test_the_language_is_told_or_said_to_be_unknown(text: str, language: str) -> None:
    """English, Russian and Ukrainian by their small words, others by model, too little text by nobody."""
    assert read(received(text)).language == language


def test_the_language_that_the_user_gives_wins() -> None:
    """A given language is never overruled."""
    assert read(Received(raw=b"The truce in the valley held.", name="r", language="fr")).language == "fr"


def test_a_page_in_another_language_than_it_claims_is_told() -> None:
    """A template's language gives way to the words, and the difference is noted."""
    words = "Перемир’я в долині було порушено обома сторонами, і вони заявили, що це не їхня провина, а інших."
    document = read(received(f'<html lang="en"><body><p>{words}</p></body></html>'))
    assert document.language == "uk"
    assert document.notes == ("the file says its language is en; its words are uk",)


def test_languages_restrict_what_is_guessed() -> None:
    """Only the languages asked for are considered."""
    text = "Перемирие в долине было нарушено обеими сторонами, и они заявили, что это не их вина."
    assert read(received(text), languages=["uk", "en"]).language in {"uk", "en"}
