"""Merge and split: judgements on how mentions belong together, which later reports respect."""

from __future__ import annotations

import pytest
from case_samples import SITUATION, clock, reports

from trucewatch.case import Case
from trucewatch.errors import NotFoundError, UsageError


def _homes(case: Case) -> dict[str, str]:
    return {row.id: row.incident for row in case.mentions() if row.incident}


def _told_often(case: Case) -> tuple[str, list[str]]:
    """The incident with the most mentions, and these."""
    homes = _homes(case)
    name = max(homes.values(), key=lambda each: (list(homes.values()).count(each), each))
    return name, [mention for mention, incident in homes.items() if incident == name]


def test_a_merge_makes_one_of_two_and_undo_makes_two_again(case: Case) -> None:
    """All mentions of both are under the one told first; undo restores every row; a rebuild changes nothing."""
    before, rows = _homes(case), case.incidents().to_dicts()
    first, second = [row.id for row in case.incidents()][:2]
    judgement = case.merge(first, second, by="ana", note="one strike")
    after = _homes(case)
    assert {m for m, home in after.items() if home == first} == {m for m, h in before.items() if h in {first, second}}
    assert second not in after.values()
    assert case.show(second).id == first
    assert judgement in {each.id for each in case.show(first).judgements}
    digest = case.digest()
    case.rebuild()
    assert case.digest() == digest
    assert list(case.verify())
    case.undo(judgement, by="ana")
    assert (_homes(case), case.incidents().to_dicts()) == (before, rows)


def test_a_split_takes_mentions_off_and_undo_brings_them_back(case: Case) -> None:
    """What is split off is an incident of its own, with an id that follows its first telling."""
    before = _homes(case)
    name, told = _told_often(case)
    judgement = case.split(name, told[-1:], by="ana")
    after = _homes(case)
    assert after[told[-1]] not in set(before.values())
    assert {after[each] for each in told[:-1]} == {name}
    assert case.show(after[told[-1]]).kind == "incident"
    digest = case.digest()
    case.rebuild()
    assert case.digest() == digest
    case.undo(judgement, by="bo")
    assert _homes(case) == before


def test_a_merge_that_breaks_a_split_is_not_applied_but_seen(case: Case) -> None:
    """The split holds; the merge stands as a conflict on both incidents, and is applied once the split is undone."""
    name, told = _told_often(case)
    split = case.split(name, told[-1:], by="ana")
    apart = _homes(case)
    other = apart[told[-1]]
    merge = case.merge(name, other, by="bo")
    assert _homes(case) == apart
    assert [(judgement, each) for judgement, _, _, each in case.conflicts()] == [(merge, tuple(sorted((name, other))))]
    assert case.show(name).conflicts
    assert case.show(other).conflicts
    case.undo(split, by="ana")
    assert case.conflicts() == ()
    assert {_homes(case)[each] for each in told} == {name}


def test_the_same_merge_or_split_again_changes_nothing(case: Case) -> None:
    """Submitting it twice gives the judgement that stands, and no entry."""
    first, second = [row.id for row in case.incidents()][:2]
    judgement = case.merge(first, second, by="ana")
    case.undo(judgement, by="ana")
    name, told = _told_often(case)
    once = case.split(name, told[:1], by="ana")
    head = case.log.head
    with pytest.raises(UsageError):
        case.split(name, told[:1], by="bo")
    assert case.log.head == head
    assert once in {each.id for each in case.show(_homes(case)[told[0]]).judgements}


def test_what_is_no_merge_or_split_is_refused(case: Case) -> None:
    """An unknown incident, an incident with itself, strange mentions or all of them: an error, and nothing logged."""
    head = case.log.head
    name, told = _told_often(case)
    with pytest.raises(UsageError):
        case.merge(name, name, by="ana")
    for off in (["men-nothing"], told, []):
        with pytest.raises(UsageError):
            case.split(name, off, by="ana")
    with pytest.raises(NotFoundError):
        case.merge(name, "inc-nothing", by="ana")
    assert case.log.head == head


def test_a_report_that_comes_later_respects_merge_and_split(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Reports added after the judgement land where those added before it would: on the side they are likest to."""
    every = reports()
    path = tmp_path_factory.mktemp("later") / "a.case"
    with Case.create(path, SITUATION, clock=clock) as case:
        for number, report in enumerate(every):
            list(case.add([report]))
            homes = _homes(case)
            name, told = _told_often(case) if homes else ("", [])
            if len(told) > 1:
                case.split(name, told[-1:], by="ana")
                kept, off = told[:-1], told[-1]
                list(case.add(every[number + 1 :]))
                after = _homes(case)
                assert after[off] not in {after[each] for each in kept}
                assert list(case.verify())
                return
    raise AssertionError("no incident was told twice")
