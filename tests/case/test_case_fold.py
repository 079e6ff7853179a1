"""Law 2: the log is the truth; everything else is a fold."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from case_samples import SITUATION, Clippings, build, clock, reports

import trucewatch
from trucewatch.case import Case, Outcome
from trucewatch.documents import Received
from trucewatch.errors import InputError, SituationError
from trucewatch.pipeline import Runner

_SCRIPT = """
import sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from case_samples import build
with build(Path(sys.argv[2])) as case:
    before = case.digest()
    case.rebuild()
    print(case.log.head.hash, before, case.digest())
"""


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """The log's last hash and the digest of every derived table, when all is added at once."""
    with build(tmp_path_factory.mktemp("fold") / "a.case") as case:
        return case.log.head.hash, case.digest()


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_hash_seeds_do_not_show(seed: str, tmp_path: Path, expected: tuple[str, str]) -> None:
    """Another process with another hash seed writes the same log and derives the same tables, twice."""
    ran = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", _SCRIPT, str(Path(__file__).parent), str(tmp_path / "a.case")],
        env={"PYTHONHASHSEED": seed, "PATH": "", "PYTHONPATH": str(Path(trucewatch.__file__).parents[1])},
        check=True,
        capture_output=True,
        text=True,
    )
    assert ran.stdout.split() == [*expected, expected[1]]


@pytest.mark.parametrize("size", [1, 3])
def test_batches_do_not_show(size: int, tmp_path: Path, expected: tuple[str, str]) -> None:
    """Added one by one or three by three, reopened in between, the case is the same."""
    path = tmp_path / "a.case"
    Case.create(path, SITUATION, clock=clock).close()
    waiting = reports()
    for start in range(0, len(waiting), size):
        with Case.open(path, clock=clock) as case:
            list(case.add(waiting[start : start + size]))
    with Case.open(path, clock=clock) as case:
        list(case.extract(Clippings()))
        assert (case.log.head.hash, case.digest()) == expected


def test_runners_do_not_show(runner: Runner, tmp_path: Path, expected: tuple[str, str]) -> None:
    """Other processes, each with its own hash seed, find the same facts in the same order, wherever they run: the log
    and every table are byte for byte the same, also when they are derived again.
    """
    with Case.create(tmp_path / "a.case", SITUATION, clock=clock, runner=runner) as case:
        list(case.add(reports()))
        list(case.extract(Clippings()))
        assert (case.log.head.hash, case.digest()) == expected
        assert list(case.verify())[-1].endswith(expected[1])
        case.rebuild()
        assert case.digest() == expected[1]


def test_a_report_comes_once(case: Case) -> None:
    """The same delivery again is already there, or refused as before; the log does not grow."""
    before = case.log.head
    outcomes = [result.outcome for result in case.add(reports())]
    assert outcomes.count(Outcome.ALREADY_THERE) == len(outcomes) - 1
    assert outcomes.count(Outcome.REFUSED) == 1
    assert case.log.head == before


def test_a_refused_report_is_remembered(case: Case) -> None:
    """What cannot be read is an entry with its name, hash and reason, and stops nothing."""
    (refused,) = case.log.entries("refused")
    assert refused.body["name"] == "empty.txt"
    assert refused.body["size"] == 0
    assert refused.body["what"]
    assert len(case.documents()) == len(reports()) - 1


def test_a_refused_report_is_not_lost(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bytes of what cannot be read are kept and vouched for, once, unless none came or they are too many; showing
    the entry says which.
    """
    monkeypatch.setattr("trucewatch.case.receiving.MAX_BYTES", 2**20)
    broken, large = b"%PDF-1.7 broken off", b"PK\x03\x04" + b"\0" * 2**20
    given: list[Received | InputError] = [
        Received(raw=broken, name="a.pdf", media_type="application/pdf"),
        Received(raw=broken, name="again.pdf"),
        Received(raw=large, name="b.docx"),
        InputError("cannot fetch c.html", "it answers too slowly", "again later"),
    ]
    results = list(case.add(given))
    assert {result.outcome for result in results} == {Outcome.REFUSED}
    shown = [case.show(str(result.entry)).fields() for result in results]
    assert [each["body"]["bytes"] for each in shown] == ["kept", "kept", "not kept: more than 1 MiB", "none came"]
    assert case.log.blob(shown[0]["blobs"][0]["sha256"]) == broken
    assert shown[0]["blobs"][0]["sha256"] == shown[1]["blobs"][0]["sha256"]
    assert not shown[2]["blobs"]
    assert list(case.verify())


def test_a_new_situation_changes_every_reading(case: Case, tmp_path: Path) -> None:
    """Setting another situation gives the tables of a case that watched it from the start, and logs it."""
    other = SITUATION.replace('name = "Belkora"', 'name = "Belkora"\naliases = ["Lenk"]', 1).replace(
        'aliases = ["Lenk"]\naliases = ["Belkoran forces"]', 'aliases = ["Belkoran troops"]'
    )
    case.set_situation(other, by="ana")
    assert [entry.by for entry in case.log.entries("situation")] == ["", "ana"]
    assert list(case.verify())
    with Case.create(tmp_path / "other.case", other, clock=clock) as fresh:
        list(fresh.add(reports()))
        assert fresh.incidents().to_dicts() == case.incidents().to_dicts()
        assert fresh.statements().to_dicts() == case.statements().to_dicts()


def test_a_situation_that_makes_no_sense_changes_nothing(case: Case) -> None:
    """A broken situation file is refused before anything is written."""
    before = case.log.head
    with pytest.raises(SituationError):
        case.set_situation("id = ")
    assert case.log.head == before


def test_a_fault_of_ours_costs_one_report(tmp_path: Path) -> None:
    """If one of our own rules stumbles, that report is refused as our fault and the others are added."""
    from trucewatch.pipeline import Extracted, extract  # noqa: PLC0415 - beside their only use

    def stumbling(document, situation) -> Extracted:  # type: ignore[no-untyped-def]  # noqa: ANN001
        if "clinic" in document.text:
            raise IndexError("tuple index out of range")
        return extract(document, situation)

    with Case.create(tmp_path / "a.case", SITUATION, clock=clock, extract=stumbling) as case:
        results = list(case.add(reports()))
    refused = {result.name: result.error for result in results if result.error}
    assert refused.keys() == {"drone.txt", "empty.txt"}
    assert "a fault of Trucewatch" in str(refused["drone.txt"])
    with Case.open(tmp_path / "a.case", clock=clock) as mended:
        (entry,) = (each for each in mended.log.entries("refused") if each.body["name"] == "drone.txt")
        assert b"clinic" in mended.log.blob(entry.blobs[0].sha256)
        added = [result.name for result in mended.add(reports()) if result.outcome is Outcome.ADDED]
        assert added == ["drone.txt"]
