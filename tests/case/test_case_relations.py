"""What stands to an incident beside its mentions, as the case finds it."""

from __future__ import annotations

from pathlib import Path

import pytest
from case_samples import SITUATION, clock

from trucewatch.case import Case
from trucewatch.documents import Received
from trucewatch.incidents import RelationKind

_STRIKE = ("2025-03-12", "Shelling in Sorn\n\nShelling killed two civilians in Sorn on 12 March, the mayor said.\n")
_REGION = '[[place]]\nid = "coast"\nname = "Coast Region"\nlat = 43.1\nlon = 28.2\nradius_km = 60\n'


def _add(path: Path, *told: tuple[str, str]) -> Case:
    case = Case.create(path, SITUATION.replace("[[source]]", f"{_REGION}[[source]]", 1), clock=clock)
    for number, (published, text) in enumerate(told):
        list(
            case.add(
                [Received(raw=text.encode(), name=f"{number}.txt", published=published, source=f"Outlet {number}")]
            )
        )
    return case


def test_a_weeks_toll_and_the_strike_in_it_are_two_incidents_that_know_each_other(tmp_path: Path) -> None:
    """They are not merged, and each is shown as part of, or as including, the other."""
    total = "Week\n\nShelling killed nine civilians in the Coast Region between 10 and 16 March, the governor said.\n"
    with _add(tmp_path / "a.case", _STRIKE, ("2025-03-17", total)) as case:
        shown = [case.show(row.id) for row in case.incidents()]
        kinds = [[each.kind for each in one.relations] for one in shown]
        assert kinds == [[RelationKind.PART_OF], [RelationKind.INCLUDES]]
        assert [one.relations[0].other for one in shown] == [shown[1].id, shown[0].id]


def test_a_later_report_follows_up_and_history_is_recalled_but_not_counted(tmp_path: Path) -> None:
    """A funeral days later is of the same incident and says so; an anniversary of another year is history."""
    funeral = "Funeral\n\nHundreds attended a funeral on Saturday for victims of the 12 March shelling of Sorn.\n"
    year = "A year on\n\nSorn marked the anniversary of the shelling on 12 March 2024 that killed thirty people.\n"
    with _add(tmp_path / "a.case", _STRIKE, ("2025-03-15", funeral), ("2025-03-13", year)) as case:
        (row,) = case.incidents()
        assert [each.kind for each in case.show(row.id).relations] == [RelationKind.FOLLOWED_UP]
        assert [mention.why for mention in case.mentions() if not mention.incident] == ["history"]


@pytest.mark.parametrize(
    "sentence",
    [
        "If Belkora shelled Sorn, hundreds would die, the mayor said.",
        "Belkora would shell Sorn if the talks failed, he warned.",
        "There are fears of a missile strike on Sorn.",
        "Sorn marked the anniversary of the shelling on 12 March 2024 that killed thirty people.",
    ],
)
def test_what_may_be_or_has_long_been_is_no_incident(tmp_path: Path, sentence: str) -> None:
    """Would, if, fears and anniversaries: read, shown with the reason, never counted."""
    with _add(tmp_path / "a.case", ("2025-03-12", f"News\n\n{sentence}\n")) as case:
        assert not len(case.incidents(status="any"))
        assert all(row.why for row in case.mentions())


def test_headlines_alone_are_grouped_by_day_and_those_without_a_deed_follow(tmp_path: Path) -> None:
    """Three headlines of one day: two tell of deaths, one of the fighting only; the next day's is another incident."""
    told = (
        ("2025-03-12", "Six soldiers killed as fighting rages despite truce"),
        ("2025-03-12", "Truce in doubt as leaders trade blame over deaths"),
        ("2025-03-12", "Death toll in clashes rises to nine"),
        ("2025-03-13", "Two soldiers killed in new clashes"),
    )
    with _add(tmp_path / "a.case", *told) as case:
        first, second = case.incidents()
        assert (len(first.documents), len(second.documents)) == (2, 1)
        silent = [row.id for row in case.documents() if row.mentions == 0]
        assert [each.other for each in case.show(first.id).relations] == silent
        assert case.show(second.id).relations == ()
        assert list(case.verify())


def test_an_incident_dated_after_its_report_is_kept_and_flagged(tmp_path: Path) -> None:
    """Nothing is lost: it is an incident like others, and shows which report dates it so and when that came out."""
    strike = "Strike\n\nA drone strike killed two civilians in Sorn on 20 March 2025, the mayor said.\n"
    with _add(tmp_path / "a.case", ("2025-03-12", strike)) as case:
        (row,) = case.incidents()
        (relation,) = case.show(row.id).relations
        assert relation.kind is RelationKind.FUTURE
        assert relation.reasons == ("it names 2025-03-20 and was published on 2025-03-12",)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Shelling killed five civilians in Sorn on 12 March, the mayor said.",
            "The mayor retracted his claim that shelling killed five civilians in Sorn on 12 March.",
        ),
        (
            "Arvenia заявила, что Belkora обстреляла Sorn 12 марта, погибли пять человек.",
            "Arvenia отозвала заявление о том, что Belkora обстреляла Sorn 12 марта.",
        ),
        (
            "Arvenia заявила, що Belkora обстріляла Sorn 12 березня, загинули п'ятеро людей.",
            "Arvenia відкликала заяву про те, що Belkora обстріляла Sorn 12 березня.",
        ),
    ],
    ids=["en", "ru", "uk"],
)
def test_a_retraction_withdraws_what_its_claimant_said(tmp_path: Path, first: str, second: str) -> None:
    """In three languages: every account of theirs is marked as withdrawn, and none is lost."""
    told = (("2025-03-12", f"News\n\n{first}\n"), ("2025-03-13", f"News\n\n{second}\n"))
    with _add(tmp_path / "a.case", *told) as case:
        (record,) = case.incidents().records
        accounts = record.graded.incident.accounts
        assert len(record.mentions) == 2
        assert accounts
        assert all(account.is_retracted for account in accounts)


def test_a_corrected_toll_replaces_the_figure_and_withdraws_nothing(tmp_path: Path) -> None:
    """Read from words: five, corrected to four."""
    told = (
        ("2025-03-12", "News\n\nShelling killed five civilians in Sorn on 12 March, the mayor said.\n"),
        ("2025-03-13", "News\n\nThe mayor corrected the toll of the shelling in Sorn on 12 March from five to four.\n"),
    )
    with _add(tmp_path / "a.case", *told) as case:
        (record,) = case.incidents().records
        (account,) = record.graded.incident.accounts
        assert [harm.amount.low for harm in account.harm] == [4]
        assert not account.is_retracted
