"""Another extractor over a case, from the command line, as a new user would."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fake_llm import FakeModel, honest, saying, served, statement
from markupsafe import escape
from starlette.testclient import TestClient

from trucewatch.case import Case
from trucewatch.cli.commands import run
from trucewatch.cli.showing import as_text
from trucewatch.web import application

SITUATION = """
id = "valley"
title = "The truce in the valley"
start = 2025-03-01
end = 2025-03-31
[[party]]
id = "karvia"
name = "Karvia"
[[party]]
id = "dosland"
name = "Dosland"
"""
FIRST = """Karvia accuses Dosland
Karvia accused Dosland on Monday of shelling the village of Tolm, killing four people.
“We have not fired since Sunday,” Dosland’s Defence Minister Petr Hale said.
"""
SECOND = """Talks go on
Mediator Anna Berg said that the talks would resume on Friday. Dosland’s envoy nodded.
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    (tmp_path / "valley.toml").write_text(SITUATION, encoding="utf-8")
    path = tmp_path / "valley.case"
    assert run(["init", str(path), "--situation", str(tmp_path / "valley.toml")]) == 0
    for name, text in (("first.txt", FIRST), ("second.txt", SECOND)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert run(["add", str(path), str(tmp_path / name), "--published", "2025-03-04"]) == 0
    return path


@pytest.fixture
def model() -> Iterator[FakeModel]:
    """A model that finds one thing more than the rules, another speaker for one, and makes one up."""

    def differing(text: str, number: int) -> Any:
        if "Hale" not in text:
            return honest(text, number)
        answer = json.loads(json.loads(honest(text, number).body)["choices"][0]["message"]["content"])["statements"]
        answer[-1]["source"] = "Karvia"
        answer[-1]["act"] = "warn"
        made_up = statement("We will fire again,", cue="said", source="Petr Hale")
        return saying([*answer, statement("killing four people", source="Karvia", cue="accused"), made_up])

    with served(differing) as running:
        yield running


def rows(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert run([*arguments, "--json"]) == code
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return found


def extract(case: Path, model: FakeModel, *more: str) -> list[str]:
    return ["extract", str(case), "--with", "llm:fake", "--endpoint", model.url, *more]


def test_a_second_opinion_from_first_to_last(case: Path, model: FakeModel, capsys: pytest.CaptureFixture[str]) -> None:
    """Reports are read, what is borne out is listed apart, disagreements are shown, and the record verifies and
    derives the same again without the model.
    """
    before = rows(capsys, "statements", str(case)), rows(capsys, "incidents", str(case))
    read = rows(capsys, *extract(case, model))
    assert [row["outcome"] for row in read] == ["read", "read"]
    assert read[0]["rejected"] == 1
    assert (rows(capsys, "statements", str(case)), rows(capsys, "incidents", str(case))) == before

    others = rows(capsys, "statements", str(case), "--extractor", "llm")
    assert {row["extractor"].partition("/")[0] for row in others} == {"llm:fake"}
    assert all(row["id"].startswith("alt-") for row in others)
    assert not any("fire again" in row["words"] for row in others)
    every = rows(capsys, "statements", str(case), "--extractor", "any")
    assert len(every) == len(before[0]) + len(others)

    differ = rows(capsys, "disagreements", str(case))
    assert {tuple(row["differs"]) for row in differ} == {("another speaker", "another act"), ("found by one alone",)}
    assert all(row["document"] == read[0]["id"] for row in differ)
    for row in differ:
        for name in filter(None, (row["id"], row["other_id"])):
            assert run(["show", str(case), name]) == 0

    with Case.open(case) as opened:
        digest = opened.digest()
    assert len(model.asked) == 2
    assert run(["verify", str(case)]) == 0
    assert run(["rebuild", str(case)]) == 0
    with Case.open(case) as opened:
        assert opened.digest() == digest
    assert len(model.asked) == 2


def test_each_report_is_read_once(case: Path, model: FakeModel, capsys: pytest.CaptureFixture[str]) -> None:
    """Stopped and begun again, reports that were read are not asked about again; another model is another extractor."""
    (only,) = rows(capsys, *extract(case, model, "--document", rows(capsys, "documents", str(case))[1]["id"]))
    assert only["title"] == "Talks go on"
    assert len(rows(capsys, *extract(case, model))) == 1
    assert rows(capsys, *extract(case, model)) == []
    assert "already read" in _said(case, model, capsys)
    assert len(model.asked) == 2
    assert len(rows(capsys, "extract", str(case), "--with", "llm:other", "--endpoint", model.url)) == 2


def _said(case: Path, model: FakeModel, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert run(extract(case, model)) == 0
    return capsys.readouterr().err


def test_a_failed_report_is_asked_about_again(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A report that the model fails on is told with the reason, stops none of the others, and is left for next time."""
    with served(lambda text, number: saying("no") if "Hale" in text else honest(text, number)) as broken:
        read = rows(capsys, *extract(case, broken), code=3)
    assert [row["outcome"] for row in read] == ["failed", "read"]
    assert "not JSON" in read[0]["why"]
    assert read[0]["try"]
    with served(honest) as mended:
        assert [row["outcome"] for row in rows(capsys, *extract(case, mended))] == ["read"]


def test_nobody_at_the_endpoint_is_one_error(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where no server is, the command says so once, in two lines, and keeps nothing."""
    with served(honest) as gone:
        pass
    capsys.readouterr()
    assert run(extract(case, gone)) == 7
    said = capsys.readouterr().err
    assert "nobody answers" in said
    assert "Try: start the server" in said


def test_text_does_not_leave_by_accident(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An endpoint elsewhere is refused before any report is opened."""
    assert run(["extract", str(case), "--with", "llm:big", "--endpoint", "https://models.example/v1"]) == 2
    assert "would leave it" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["", "oracle", "oracle:big", ":x"])
def test_unknown_extractors_are_named_back(name: str, case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is no extractor is refused with those there are."""
    assert run(["extract", str(case), "--with", name]) == 2
    assert "llm:MODEL" in capsys.readouterr().err


def test_a_person_disposes(case: Path, model: FakeModel, capsys: pytest.CaptureFixture[str]) -> None:
    """A statement of another extractor that a reviewer accepts is one of the case's; rejected, it is settled."""
    rows(capsys, *extract(case, model))
    before = len(rows(capsys, "statements", str(case)))
    alone = [row for row in rows(capsys, "disagreements", str(case)) if row["differs"] == ["found by one alone"]]
    assert run(["review", str(case), "--by", "AB", "--accept", alone[0]["id"]]) == 0
    listed = rows(capsys, "statements", str(case))
    assert len(listed) == before + 1
    assert [row["status"] for row in listed if row["id"] == alone[0]["id"]] == ["accepted"]
    assert run(["review", str(case), "--by", "AB", "--undo", alone[0]["id"]]) == 0
    assert run(["review", str(case), "--by", "AB", "--reject", alone[0]["id"]]) == 0
    left = rows(capsys, "disagreements", str(case))
    assert alone[0]["id"] not in {row["id"] for row in left}
    assert run(["verify", str(case)]) == 0


def test_a_new_version_takes_the_place_of_the_old(
    case: Path, model: FakeModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Read again by a new version, a report has that version's statements alone; ids and judgements of what is the same
    stay; the record verifies.
    """
    from trucewatch.extractors.choosing import Wish, choose  # noqa: PLC0415 - beside what is patched
    from trucewatch.extractors.llm import LanguageModel  # noqa: PLC0415

    with Case.open(case) as opened:
        wish = Wish(endpoint=model.url)
        list(opened.extract(choose("llm:fake", opened.situation, wish)))
        old = {row.id for row in opened.statements(extractor="llm")}
        judged = min(old)
        opened.review(judged, "accept", by="AB")
        monkeypatch.setattr(LanguageModel, "version", "2-new")
        assert [each.outcome for each in opened.extract(choose("llm:fake", opened.situation, wish))] == ["read", "read"]
        rows_ = opened.statements(extractor="llm").rows
        assert {row.id for row in rows_} == old
        assert {row.extractor for row in rows_} == {"llm:fake/2-new"}
        assert {row.status for row in rows_ if row.id == judged} == {"accepted"}
        assert [each.version for each in opened.extractions("llm:fake")] == ["2-new", "2-new"]
        digest = opened.digest()
        assert list(opened.verify())[-1].endswith(digest)
        opened.rebuild()
        assert opened.digest() == digest


def test_what_was_not_borne_out_is_counted(case: Path, model: FakeModel, capsys: pytest.CaptureFixture[str]) -> None:
    """The case says of each reading how much was proposed, how much is in the text, and why the rest is not."""
    rows(capsys, *extract(case, model))
    with Case.open(case) as opened:
        first, _ = opened.extractions()
    assert first.proposed == first.statements + 1
    assert first.rejected == {"not in the text": 1}


def test_words_that_were_not_borne_out_can_be_read(
    case: Path, model: FakeModel, capsys: pytest.CaptureFixture[str]
) -> None:
    """By command and on its page, a report shows the words that an extractor claimed and the text does not have."""
    rows(capsys, *extract(case, model))
    with Case.open(case) as opened:
        first, _ = opened.extractions()
        shown = opened.show(first.document)
        page = TestClient(application(case), base_url="http://127.0.0.1:8000").get(f"/documents/{first.document}").text
    (claim,) = first.unborne
    assert claim.words
    assert shown.extractions == (first,)
    assert f"  not borne out (content: not in the text): {claim.words}" in as_text(shown)
    assert escape(claim.words) in page
