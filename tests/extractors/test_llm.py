"""A language model as an extractor: honest, lying and broken answers of a server on this machine."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlsplit

import pytest
from extractor_texts import VALLEY, document_of
from fake_llm import Answer, Behaviour, FakeModel, honest, saying, served, statement

from trucewatch.errors import ExtractorError, InputError, UsageError
from trucewatch.extractors import Grounded, Reason, ground, propose
from trucewatch.extractors.choosing import Wish, choose
from trucewatch.extractors.llm import LanguageModel
from trucewatch.extractors.llm.chunks import LONGEST, chunks, halves
from trucewatch.extractors.llm.endpoint import Endpoint, is_local
from trucewatch.extractors.llm.prompt import SCHEMA
from trucewatch.language import analyse
from trucewatch.statements import Act

REPORT = (
    "“The bridge at Tolm is gone,” Anna Berg said on Monday.\n"
    "Dosland denied that its guns had fired. A guard said that nobody crossed."
)


def model_at(model: FakeModel, timeout: float = 5, **given: Any) -> LanguageModel:
    return LanguageModel("fake", Endpoint(model.url, timeout=timeout, sleep=lambda _: None, **given))


def read_by(behaviour: Behaviour, text: str = REPORT, language: str = "en") -> tuple[Grounded, FakeModel]:
    document = document_of(text, language)
    with served(behaviour) as model:
        proposal = propose(model_at(model), document)
    return ground(proposal, analyse(document, VALLEY)), model


def reasons(result: Grounded) -> set[tuple[str, Reason]]:
    return {(rejection.part, rejection.reason) for rejection in result.rejections}


def test_an_honest_answer_is_borne_out() -> None:
    """What stands in the text becomes exact spans, though the model gave no offsets."""
    result, model = read_by(honest)
    assert result.rejections == ()
    assert [statement.act for statement in result.statements] == [Act.ASSERT, Act.DENY, Act.ASSERT]
    assert result.statements[0].content[0].of(REPORT) == "The bridge at Tolm is gone,"
    assert {statement.extractor.partition("/")[0] for statement in result.statements} == {"llm:fake"}
    assert len(model.asked) == 1


def test_the_question_has_the_schema_and_the_text() -> None:
    """The server is asked for our schema, once, at temperature 0, with the text and nothing about the case."""
    _, model = read_by(honest)
    (question,) = model.asked
    assert question["response_format"]["json_schema"]["schema"] == SCHEMA
    assert (question["model"], question["temperature"], question["stream"]) == ("fake", 0, False)
    assert model.texts == [REPORT]
    assert model.keys == [""]


def lying(_text: str, _number: int) -> Answer:
    return saying(
        [
            statement("We shelled the bridge ourselves,", source="Anna Berg", cue="said"),  # nobody said so
            statement("The bridge at Tolm is gone,", source="General Marsh", cue="said"),  # nobody of that name
            statement("The bridge at Tolm was gone,", source="Anna Berg", cue="said"),  # a word changed
            statement("its guns had fired", source="Dosland", cue="admitted", act="acknowledge"),  # a cue made up
            statement("nobody crossed", source="A guard", cue="said", act="boast"),  # no such act
            statement("nobody crossed. And the", source="A guard", cue="said"),  # goes beyond the text
            statement("guns had fired. A guard said that nobody", source="A guard", cue="said"),  # holds its cue
        ]
    )


def test_a_lying_answer_puts_no_word_into_a_mouth() -> None:
    """Of inventions nothing is kept but what the text says word for word, and each is counted with its reason."""
    result, _ = read_by(lying)
    said = [[span.of(REPORT) for span in statement.content] for statement in result.statements]
    assert said == [["The bridge at Tolm is gone,"], ["its guns had fired"]]
    assert result.statements[0].speakers == ()
    assert result.statements[1].cue is None
    assert reasons(result) == {
        ("content", Reason.ABSENT),
        ("source", Reason.ABSENT),
        ("cue", Reason.ABSENT),
        ("act", Reason.NO_ACT),
        ("content", Reason.INSIDE),
    }
    assert sum(rejection.is_whole for rejection in result.rejections) == 5


@pytest.mark.parametrize(
    "statements",
    [
        [None, 7, "text", [], {}],
        [{"content": 5, "cue": {}, "source": [], "act": None, "negated": "yes"}],
        [{"content": [None, 3, {"a": 1}], "cue": "said"}],
        [statement("nobody crossed", cue=5, source=["A guard"])],
        [statement(*["x"] * 5_000)],
        [statement("\ud800", cue="\u0000", source="A" * 100_000)],
    ],
)
def test_answers_of_a_wrong_shape_are_counted(statements: list[object]) -> None:
    """Whatever stands where statements should, it is a rejection and no record."""
    result, _ = read_by(lambda _text, _number: saying(statements))
    assert result.statements == ()
    assert sum(rejection.is_whole for rejection in result.rejections) == len(statements)


@pytest.mark.parametrize("around", ["```json\n{}\n```", "<think>Who said it? {</think>\n{}", "  {}\n"])
def test_an_answer_in_wrapping_is_unwrapped(around: str) -> None:
    """A fence or thinking aloud around the JSON is no part of the answer."""
    message = json.dumps({"statements": [statement("nobody crossed", cue="said", source="A guard")]})
    result, _ = read_by(lambda _text, _number: saying(around.replace("{}", message)))
    assert len(result.statements) == 1


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (Answer(b"not json at all"), "not JSON"),
        (Answer(b"<html>Sign in</html>", content_type="text/html"), "not JSON"),
        (Answer(b""), "not JSON"),
        (Answer(b"[1, 2]"), "list, not an object"),
        (Answer(b'{"choices": []}'), "choices"),
        (Answer(b'{"choices": [{"message": {"content": null}}]}'), "not text"),
        (Answer(b'{"choices": 5}'), "choices"),
        (Answer(b"[" * 100_000), "not JSON"),
        (Answer(b'{"a": "\xff\xfe"}'), "not JSON"),
        (saying("{'statements': []}"), "not JSON"),
        (saying('{"statements": [{"content": ["The br'), "not JSON"),
        (saying('{"answer": []}'), "no list of statements"),
    ],
)
def test_a_broken_answer_fails_that_report(answer: Answer, told: str) -> None:
    """An answer that is none is asked for once more, then the report fails with what was wrong with it."""
    with served(lambda _text, _number: answer) as model, pytest.raises(InputError, match=told) as raised:
        propose(model_at(model), document_of(REPORT))
    assert raised.value.try_
    assert len(model.asked) == 2


def test_a_second_answer_may_do() -> None:
    """A server that is busy, fails or breaks off once is asked again."""
    broken = [Answer(b"busy", 503), Answer(b"oops", 500), Answer(b"x" * 1000, cut=True), Answer(b"nonsense")]
    for first in broken:
        result, model = read_by(_then_honest(first))
        assert len(result.statements) == 3
        assert len(model.asked) == 2


def _then_honest(first: Answer) -> Behaviour:
    return lambda text, number: first if number == 1 else honest(text, number)


@pytest.mark.parametrize("status", [500, 502, 503, 429])
def test_a_server_that_keeps_failing_fails_that_report(status: int) -> None:
    """It is asked three times, then the report fails with what the server said."""
    answer = Answer(b"model is\n overloaded", status, "text/plain")
    with served(lambda _text, _number: answer) as model, pytest.raises(InputError, match="model is overloaded"):
        propose(model_at(model), document_of(REPORT))
    assert len(model.asked) == 3


def test_a_question_that_is_refused_is_not_repeated() -> None:
    """A server that does not take our question says why, once."""
    answer = Answer(b'{"error": "unknown response_format"}', 400)
    with served(lambda _text, _number: answer) as model, pytest.raises(InputError, match="unknown response_format"):
        propose(model_at(model), document_of(REPORT))
    assert len(model.asked) == 1


@pytest.mark.parametrize("status", [401, 403, 404, 302])
def test_an_endpoint_that_is_none_ends_it(status: int) -> None:
    """A wrong key, model or address ends the whole run, and nothing follows a redirect."""
    answer = Answer(b"no such model", status, location="http://127.0.0.1:1/elsewhere")
    with served(lambda _text, _number: answer) as model, pytest.raises(ExtractorError):
        propose(model_at(model), document_of(REPORT))
    assert len(model.asked) == 1


def test_nobody_there_ends_it() -> None:
    """Where nobody listens, the error says what to start."""
    with served(honest) as model:
        gone = model.url
    with pytest.raises(ExtractorError, match="nobody answers") as raised:
        propose(LanguageModel("fake", Endpoint(gone)), document_of(REPORT))
    assert "start the server" in raised.value.try_


@pytest.mark.parametrize("drip", [0.1, 3.0])
def test_a_slow_answer_is_not_waited_for(drip: float) -> None:
    """A server that says nothing, or drips for longer than is allowed in all, is left."""
    slow = Answer(saying([]).body, drip=drip)
    with served(lambda _text, _number: slow) as model, pytest.raises(InputError, match="did not answer in 1 seconds"):
        propose(model_at(model, timeout=1), document_of(REPORT))


def test_a_huge_answer_is_not_taken_in() -> None:
    """More than four megabytes are not read."""
    huge = Answer(b" " * (5 * 2**20))
    with served(lambda _text, _number: huge) as model, pytest.raises(InputError, match="too long"):
        propose(model_at(model), document_of(REPORT))


def test_a_long_report_is_asked_about_in_pieces() -> None:
    """Pieces are whole paragraphs, each shown once and in order, and the records are of the whole text."""
    text = "\n".join(f"“We lost house number {n},” Anna Berg said on Monday." for n in range(400))
    result, model = read_by(honest, text)
    assert len(model.asked) > 2
    assert "\n".join(model.texts) == text
    assert all(len(shown) <= LONGEST for shown in model.texts)
    assert len(result.statements) == 400
    assert [statement.content[0].of(text) for statement in result.statements][399] == "We lost house number 399,"


def test_one_long_paragraph_is_cut_between_sentences() -> None:
    """Where a paragraph is too long, sentences stay whole; a sentence too long by itself is cut."""
    document = document_of("The truce holds. " * 1_000 + "a" * (LONGEST + 5))
    parts = list(chunks(document))
    assert all(part.end - part.start <= LONGEST for part in parts)
    assert all(part.of(document.text).startswith(("The truce", "a")) for part in parts)
    assert "".join(part.of(document.text).replace(" ", "") for part in parts) == document.text.replace(" ", "")


def test_an_answer_cut_short_is_asked_for_in_halves() -> None:
    """A model that runs out of room is shown less at a time; one sentence is not cut further."""

    def small(text: str, number: int) -> Answer:
        return saying('{"statements": [{"con', "length") if len(text) > 60 else honest(text, number)

    result, model = read_by(small)
    assert len(result.statements) == 3
    assert len(model.asked) > 3
    with pytest.raises(InputError, match="cut short"):
        read_by(lambda _text, _number: saying("{", "length"))


def test_halves_cover_the_whole() -> None:
    """Two halves hold every sentence of the piece."""
    document = document_of(REPORT)
    (chunk,) = chunks(document)
    first, second = halves(document, chunk)
    assert (first.start, second.end) == (chunk.start, chunk.end)
    assert halves(document, document.sentences[0]) == ()


@pytest.mark.parametrize(
    "url",
    [
        "https://api.example.com/v1",
        "http://10.0.0.7:8000/v1",
        "http://ollama:11434/v1",
        "http://127.0.0.1.evil.example",
    ],
)
def test_no_text_leaves_unless_the_user_says_so(url: str) -> None:
    """Another machine is refused before anything is sent, with what it would mean."""
    with pytest.raises(UsageError, match="text of your reports would leave") as raised:
        choose("llm:big", VALLEY, Wish(endpoint=url))
    assert "--send-text-away" in raised.value.try_
    host = urlsplit(url).hostname
    assert choose("llm:big", VALLEY, Wish(endpoint=url, may_leave=True)).name == f"llm:big@{host}"


@pytest.mark.parametrize(
    "url", ["ftp://127.0.0.1/v1", "127.0.0.1:8000", "http://", "http://[::1", "http://127.0.0.1:99999/v1"]
)
def test_an_address_that_is_none_is_said(url: str) -> None:
    """What is no address of a server is refused with an example."""
    with pytest.raises(UsageError, match="no address"):
        choose("llm:big", VALLEY, Wish(endpoint=url, may_leave=True))


def test_this_machine_is_known_by_its_addresses() -> None:
    """Loopback addresses and localhost are this machine; names that only look like it are not."""
    assert all(map(is_local, ["127.0.0.1", "127.9.9.9", "::1", "localhost"]))
    assert not any(map(is_local, ["0.0.0.0", "localhost.example", "192.168.0.1", "127.0.0.1.nip.example", ""]))  # noqa: S104


def test_a_key_is_sent_and_kept_nowhere() -> None:
    """A key goes to the server alone: into no name, version or candidate."""
    with served(honest) as model:
        asked = model_at(model, key="s3cret-word")
        proposal = propose(asked, document_of(REPORT))
    assert model.keys == ["Bearer s3cret-word"]
    assert "s3cret-word" not in repr(proposal) + repr(asked.name) + repr(Wish(key="s3cret-word"))


def test_a_model_needs_a_name() -> None:
    """`llm:` alone names no model."""
    with pytest.raises(UsageError, match="no model is named"):
        choose("llm:", VALLEY)
