"""The Russian parser as an extractor. What is read off its trees, ``test_trees`` holds."""

from __future__ import annotations

import pytest
from extractor_backends import russian
from extractor_texts import VALLEY, document_of

from trucewatch.documents import Received, read
from trucewatch.errors import UsageError
from trucewatch.extractors import Extractor, ground, propose
from trucewatch.extractors.choosing import choose
from trucewatch.language import analyse

REPORT = (
    "«Мы не стреляли», — сказал представитель армии. По словам мэра, мост взорвали ночью.\n"
    "Министр обороны Анна Берг обвинила Дослан в обстреле моста."
)


def test_missing_models_say_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra, the error names what is missing and the command that brings it."""
    monkeypatch.setattr("trucewatch.extractors.russian.find_spec", lambda _name: None)
    with pytest.raises(UsageError, match="natasha, navec, slovnet, razdel") as raised:
        choose("ru", VALLEY)
    assert raised.value.try_ == "pip install 'trucewatch[ru]'"


@pytest.fixture(scope="module")
def parser() -> Extractor:
    return russian()


def test_a_report_is_read(parser: Extractor) -> None:
    """Quotation, "by the words of" and accusation are found with their speakers, without the network."""
    document = document_of(REPORT, "ru")
    result = ground(propose(parser, document), analyse(document, VALLEY))
    said = [(s.source.of(REPORT) if s.source else "", [c.of(REPORT) for c in s.content]) for s in result.statements]
    assert said == [
        ("представитель армии", ["Мы не стреляли"]),
        ("мэра", ["мост взорвали ночью"]),
        ("Министр обороны Анна Берг", ["обстреле моста"]),
    ]
    assert result.rejections == ()


def test_a_dateline_is_neither_said_nor_a_speaker(parser: Extractor) -> None:
    """Place, date and agency before the dash are no words of the first sentence; signatures are nobody's words."""
    opened = "ТОЛЬМ, 3 марта (Долинное агентство) — Войска обстреляли мост, заявил мэр Пётр Хейл."
    raw = f"Мост под огнём\n\n{opened}\n\nОб этом сообщает читателям редакция.".encode()
    document = read(Received(raw=raw, name="report.txt", language="ru"))
    assert document.dateline is not None
    (candidate,) = (one for one in propose(parser, document).candidates if one.cue and one.cue.words == "заявил")
    assert [piece.words for piece in candidate.content] == ["Войска обстреляли мост"]
    assert candidate.source is not None
    assert candidate.source.words == "мэр Пётр Хейл"


def test_a_sentence_without_end_is_left_out(parser: Extractor) -> None:
    """A sentence of thousands of words is not parsed, and the others are."""
    document = document_of("Он сказал, что " + "дождь и снег " * 3_000 + "шли.\n" + REPORT, "ru")
    assert len(propose(parser, document).candidates) >= 3
