"""Names, times, places and amounts in invented Russian and Ukrainian sentences."""

from __future__ import annotations

from datetime import date

import pytest

from trucewatch.documents import Block, BlockKind, Document, split_sentences
from trucewatch.language import Analysis, analyse
from trucewatch.language.slavic.forms import is_form_of
from trucewatch.situation.model import Body, Party, Person, Place, Situation
from trucewatch.values import Kind, Nearness, Span, When

VALLEY = Situation(
    id="valley",
    title="The valley",
    parties=(Party("f", "Finland", ("Финляндия", "Фінляндія"), state="FI"), Party("k", "Karvia", ("Карвия",))),
    bodies=(Body("staff", "General Staff", ("Генштаб Финляндии",), "f", "FI"),),
    people=(Person("berg", "Anna Berg", ("Анна Берг", "Берг"), "minister", party="k"),),
    places=(Place("tolm", "Tolm", 47_000_000, 35_000_000, 5000, aliases=("Тольм", "Кривой Ручей")),),
)


def read(text: str, language: str, situation: Situation = VALLEY, published: date | None = None) -> Analysis:
    """The analysis of a text that is one paragraph of the body."""
    whole = Span(0, len(text))
    document = Document(
        id="doc-test",
        sha256="",
        media_type="text/plain",
        text=text,
        text_sha256="",
        language=language,
        blocks=(Block(whole, BlockKind.BODY),),
        sentences=tuple(split_sentences(text, whole)),
        reader="test",
        published=When.on(published) if published else None,
    )
    return analyse(document, situation)


@pytest.mark.parametrize(
    ("word", "name", "is_form"),
    [
        ("громова", "громов", True), ("громовым", "громов", True), ("києва", "київ", True), ("рогу", "ріг", True),
        ("финляндии", "финляндия", True), ("полиции", "полиция", True), ("министра", "министр", True),
        ("карвийских", "карвийский", True), ("пару", "пар", True), ("гром", "громов", False),
        ("минск", "мин", False), ("берлин", "берг", False), ("рим", "крым", False),
    ],
)  # fmt: skip
def test_case_forms_are_told_by_endings(word: str, name: str, is_form: bool) -> None:
    """A word is a form of a name where only a case ending, or a vowel that cases change, parts them."""
    assert is_form_of(word, name) is is_form


@pytest.mark.parametrize(
    ("tongue", "text", "expected"),
    [
        ("ru", "Генштаба Финляндии там нет.", [("General Staff", Kind.BODY, "f", "")]),
        ("ru", "Финскими войсками взят мост.", [("Финскими войсками", Kind.GROUP, "f", "")]),
        ("uk", "Фінські військові відійшли.", [("Фінські військові", Kind.GROUP, "f", "")]),
        ("ru", "Пара слов о РФ и ЮАР.", [("Russia", Kind.STATE, "", ""), ("South Africa", Kind.STATE, "", "")]),
        ("ru", "Приехал министр обороны Финляндии Иван Громов.",
         [("Finland", Kind.STATE, "f", ""), ("Иван Громов", Kind.PERSON, "f", "министр обороны Финляндии")]),
        ("uk", "Приїхав речник поліції Олег Димов.", [("Олег Димов", Kind.PERSON, "", "речник поліції")]),
        ("ru", "С Анной Берг приехал В. Громов.",
         [("Anna Berg", Kind.PERSON, "k", "minister"), ("В. Громов", Kind.PERSON, "", "")]),
        ("ru", "В Новом Ленске тихо.", []),
        ("ru", "Вчера Утром Шёл дождь.", []),
    ],
)  # fmt: skip
def test_names_in_every_case(tongue: str, text: str, expected: list[tuple[str, Kind, str, str]]) -> None:
    """Known names are found in any case, forces by their state's adjective, persons by office, initials or surname."""
    found = read(text, language=tongue, situation=VALLEY).names
    assert [(who.name, who.kind, who.party, who.office) for who in found] == expected
    assert all(who.span is not None and who.words == who.span.of(text) for who in found)


@pytest.mark.parametrize(
    ("tongue", "text", "edtf"),
    [
        ("ru", "Мост взят 13 марта 2025 года.", "2025-03-13"),
        ("ru", "Мост взят 13 марта.", "2025-03-13"),
        ("ru", "Мост взят в четверг.", "2025-03-13"),
        ("ru", "Мост взят в прошлый четверг.", "2025-03-13"),
        ("ru", "Мост взят вчера.", "2025-03-13"),
        ("ru", "Мост взят на прошлой неделе.", "2025-03-03/2025-03-09"),
        ("ru", "Мост взят 13.03.2025.", "2025-03-13"),
        ("uk", "Міст узято 13 березня 2025 року.", "2025-03-13"),
        ("uk", "Міст узято у четвер.", "2025-03-13"),
        ("uk", "Міст узято учора.", "2025-03-13"),
        ("uk", "Міст узято минулого тижня.", "2025-03-03/2025-03-09"),
        ("uk", "Міст узято в лютому.", "2025-02"),
    ],
)
def test_times_are_read_into_days(tongue: str, text: str, edtf: str) -> None:
    """Dates, weekdays and relative times mean the days that the day of publication gives them."""
    times = read(text, language=tongue, published=date(2025, 3, 14)).times
    assert [when.edtf for when in times] == [edtf]
    assert all(when.span is not None and when.words == when.span.of(text) for when in times)


def test_without_a_publication_day_nothing_is_guessed() -> None:
    """A weekday stays unresolved, a date keeps its unknown year."""
    times = read("В четверг и 13 марта.", language="ru").times
    assert [when.edtf for when in times] == ["", "XXXX-03-13"]


@pytest.mark.parametrize(
    ("tongue", "text", "expected"),
    [
        ("ru", "Погибли более 20 человек.", (20, None, "человек", False)),
        ("ru", "Погибли около 30 солдат.", (30, 30, "солдат", True)),
        ("ru", "Погибли четверо военных.", (4, 4, "", False)),
        ("ru", "Сбито до 30 000 дронов.", (None, 30000, "дронов", False)),
        ("ru", "Ушло не менее двадцати пяти тысяч жителей.", (25000, None, "жителей", False)),
        ("uk", "Загинули щонайменше п'ятеро людей.", (5, None, "людей", False)),
        ("uk", "Збито близько 40 дронів.", (40, 40, "дронів", True)),
        ("uk", "Поранено двох цивільних осіб.", (2, 2, "осіб", False)),
    ],
)
def test_amounts_are_ranges(tongue: str, text: str, expected: tuple[int | None, int | None, str, bool]) -> None:
    """Digits and number words give what they leave open, and the noun that is counted, as written."""
    (amount,) = read(text, language=tongue).amounts
    assert (amount.low, amount.high, amount.unit, amount.is_approximate) == expected


def test_numbers_of_dates_are_no_amounts() -> None:
    """The thirteenth of March counts nothing."""
    assert read("Мост взят 13 марта 2025 года.", language="ru").amounts == ()


def test_places_of_the_situation_are_found_in_any_case() -> None:
    """A place is located in any case of its name, names of several words too, and near it where the text says so."""
    found = read("В Тольме и возле Кривого Ручья тихо.", language="ru", situation=VALLEY).places
    assert [(where.place, where.nearness) for where in found] == [("tolm", Nearness.AT), ("tolm", Nearness.NEAR)]


@pytest.mark.parametrize("text", ["Погибли пять", "Погибли 5", "Загинули 3–", "Убито от двух до"])
def test_number_at_the_very_end_is_read(text: str) -> None:
    """A text may end in a number, or in the middle of a range."""
    assert [amount.low for amount in read(text, "ru").amounts]
