from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from corroboration_samples import ARVENIA, BELKORA, COMMAND, SITUATION, SOREL, WITNESSES, account, incident_of

from trucewatch.corroboration import Grade, grade_incident, grade_sides
from trucewatch.events.model import Stance
from trucewatch.incidents import Account, Incident
from trucewatch.values import Kind, Who

Held = tuple[str, str, str]


def _grade(accounts: list[Account], held: Mapping[str, Held], **options: object) -> Grade:
    return grade_incident(incident_of(*accounts), held, SITUATION, **options)  # type: ignore[arg-type]


def _own(*sources: str) -> dict[str, Held]:
    return {f"d{n}": (source, f"story-{n}", f"d{n}") for n, source in enumerate(sources, 1)}


def test_two_outlets_in_their_own_voice_confirm() -> None:
    """Two independent outlets that each report it themselves are two origins."""
    result = _grade([account(None, "d1", "d2", stance=Stance.REPORTS)], _own("daily", "wire"))
    assert (result.certain, result.digit) == (2, 1)


def test_a_copy_of_a_story_adds_nothing() -> None:
    """A copy published by another outlet leaves every figure as it was, and is named as a copy."""
    held = _own("daily")
    before = _grade([account(None, "d1", stance=Stance.REPORTS)], held)
    held["d9"] = ("wire", "story-1", "d1")
    after = _grade([account(None, "d1", "d9", stance=Stance.REPORTS)], held)
    assert replace(after, origins=(), sentence="") == replace(before, origins=(), sentence="")
    assert after.sentence == "Counts as 1: Lake Daily. Not counted: Hill Wire (copy of Lake Daily)."


def test_two_copies_of_a_version_not_held_are_one() -> None:
    """Where two reports come from one root that the case does not hold, one of them stands for it."""
    held = {"d1": ("daily", "story-1", "unseen"), "d2": ("wire", "story-1", "unseen")}
    assert _grade([account(None, "d1", "d2", stance=Stance.REPORTS)], held).possible == 1


def test_a_rewrite_that_drops_the_attribution_adds_nothing() -> None:
    """An outlet that tells in its own voice what its original attributed is a copy of that attribution."""
    held = {"d1": ("daily", "story-1", "d1"), "d2": ("wire", "story-1", "d1")}
    result = _grade([account(ARVENIA, "d1"), account(None, "d2", stance=Stance.REPORTS)], held)
    assert result.possible == 1
    assert "Hill Wire (copy of Arvenia)" in result.sentence


def test_common_owners_are_one_origin() -> None:
    """Outlets of one owner count once, with the weight of the more reliable."""
    result = _grade([account(None, "d1", "d2", stance=Stance.REPORTS)], _own("daily", "radio"))
    assert result.possible == 1
    assert "Lake Radio (same owner as Lake Daily)" in result.sentence


def test_one_command_is_one_origin() -> None:
    """A spokeswoman and the command she speaks for are one origin, however many outlets cite them."""
    result = _grade([account(SOREL, "d1", actor=ARVENIA), account(COMMAND, "d2", actor=ARVENIA)], _own("daily", "wire"))
    assert result.possible == 1
    assert "(same command as" in result.sentence


def test_speaking_for_ones_own_side_weighs_a_quarter() -> None:
    """An accuser's word against the other side, and the accused's denial, each weigh a quarter."""
    result = _grade([account(ARVENIA, "d1"), account(SOREL, "d2", stance=Stance.DENIES)], _own("daily", "wire"))
    assert [origin.weight for origin in result.origins] == [101, 101]
    assert result.is_contested


def test_an_admission_weighs_in_full() -> None:
    """Those who say that they did it themselves speak against their own interest, at full weight."""
    result = _grade([account(COMMAND, "d1", stance=Stance.CONFIRMS)], _own("daily"))
    assert result.origins[0].weight == 405


def test_a_partys_own_outlet_is_the_party() -> None:
    """An outlet that a party commands adds nothing to that party's word."""
    result = _grade([account(ARVENIA, "d1"), account(None, "d2", stance=Stance.REPORTS)], _own("daily", "gazette"))
    assert result.possible == 1


def test_a_body_and_the_source_of_its_name_are_one() -> None:
    """A mission cited by others and the mission's own report are one origin with the mission's letter."""
    tarry = Who("Ilm Tarry", Kind.PERSON, entity="ilm")
    result = _grade([account(tarry, "d1"), account(None, "d2", stance=Stance.REPORTS)], _own("daily", "monitors"))
    assert (result.possible, result.origins[0].weight) == (1, 2197)


def test_nameless_witnesses_count_as_the_outlet_that_cites_them() -> None:
    """Voices that nothing tells apart are no more than the outlets that vouch for them."""
    result = _grade([account(WITNESSES, "d1", "d2")], _own("daily", "radio"))
    assert result.sentence == "Counts as 1: Lake Daily. Not counted: Lake Radio (same owner as Lake Daily)."


def test_reports_without_a_source_are_one_origin() -> None:
    """Flooding with reports that name no source makes one origin."""
    result = _grade([account(None, "d1", "d2", "d3", stance=Stance.REPORTS)], _own("", "", ""))
    assert result.possible == 1


@pytest.mark.parametrize("source", ["hill.example", "HILL WIRE", "wire"])
def test_sources_are_found_by_id_name_or_domain(source: str) -> None:
    """A source given by any of its names is the same origin."""
    assert _grade([account(None, "d1", stance=Stance.REPORTS)], _own(source)).origins[0].key == "source:wire"


def test_what_was_withdrawn_does_not_count() -> None:
    """A withdrawn account and copies of it add nothing, and the sentence says so."""
    held = {"d1": ("daily", "story-1", "d1"), "d2": ("wire", "story-1", "d1")}
    withdrawn = account(None, "d1", stance=Stance.REPORTS, is_retracted=True)
    result = _grade([withdrawn, account(None, "d2", stance=Stance.REPORTS)], held)
    assert (result.possible, result.digit) == (0, 6)
    assert "Lake Daily (withdrawn)" in result.sentence


def test_suspicion_between_reports_widens_the_count() -> None:
    """Two reports that may share a source count as one to two."""
    accounts = [account(None, "d1", "d2", stance=Stance.REPORTS)]
    result = _grade(accounts, _own("daily", "wire"), suspected=[("d1", "d2")])
    assert (result.certain, result.possible, result.digit) == (1, 2, 2)


def test_an_outlet_may_rest_on_those_it_cites() -> None:
    """What an outlet tells in its own voice beside a citation counts as one to two, until it tells it without one."""
    accounts = [account(None, "d1", stance=Stance.REPORTS), account(ARVENIA, "d1")]
    result = _grade(accounts, _own("daily", "daily"))
    assert (result.certain, result.possible) == (1, 2)
    accounts[0] = account(None, "d1", "d2", stance=Stance.REPORTS)
    assert _grade(accounts, _own("daily", "daily")).certain == 2


def test_an_outlet_does_not_rest_on_whoever_denies() -> None:
    """Citing a denial leaves the outlet's own report standing by itself."""
    accounts = [account(None, "d1", stance=Stance.REPORTS), account(SOREL, "d1", stance=Stance.DENIES)]
    assert _grade(accounts, _own("daily")).certain == 1


def test_strangers_only_cited_together_may_be_one() -> None:
    """Two people the situation does not know, heard only in one report, count as one to two."""
    accounts = [account(Who(name, Kind.PERSON), "d1") for name in ("Ann Orr", "Bo Tell")]
    result = _grade(accounts, _own("daily"))
    assert (result.certain, result.possible) == (1, 2)
    accounts = [account(Who("Ann Orr", Kind.PERSON), "d1"), account(Who("Bo Tell", Kind.PERSON), "d2")]
    assert _grade(accounts, _own("daily", "wire")).certain == 2


def test_asked_about_one_accused_the_rival_account_speaks_against() -> None:
    """That it happened may have two origins while each version of who did it has one, and one against."""
    accounts = [account(ARVENIA, "d1"), account(SOREL, "d1", actor=ARVENIA)]
    assert _grade(accounts, _own("daily")).possible == 2
    asked = _grade(accounts, _own("daily"), accused="belkora")
    assert (asked.possible, asked.is_contested) == (1, True)


def test_swapping_the_parties_swaps_the_grade() -> None:
    """With the parties exchanged everywhere the figures are the same."""
    exchanged = replace(SITUATION, bodies=(replace(SITUATION.bodies[0], party="arvenia"), SITUATION.bodies[1]))
    accounts = [account(ARVENIA, "d1"), account(SOREL, "d2", stance=Stance.DENIES)]
    swapped = [account(BELKORA, "d1", actor=ARVENIA), account(SOREL, "d2", stance=Stance.DENIES, actor=ARVENIA)]
    one = _grade(accounts, _own("daily", "wire"))
    incident = Incident(
        id="inc-1", act="", title="", when=None, where=None, target_class="", accounts=tuple(swapped), mentions=()
    )
    two = grade_incident(incident, _own("daily", "wire"), exchanged)
    assert (one.low, one.high, one.digit, one.certain) == (two.low, two.high, two.digit, two.certain)


def test_who_accuses_another_does_not_deny_that_it_happened() -> None:
    """A side that denies its part and lays the deed at the accuser's door denies who did it, not that it happened."""
    accusation = account(ARVENIA, "doc-1")
    denial = account(SOREL, "doc-1", stance=Stance.DENIES)
    counter = account(COMMAND, "doc-1", actor=ARVENIA)
    assert _grade([accusation, denial], {}).low < _grade([accusation, denial, counter], {}).low
    assert "Denied" not in _grade([accusation, denial, counter], {}).sentence


def test_each_side_has_its_own_grade() -> None:
    """Each accused side is graded by those who accuse it, against its own denial and those who accuse another."""
    accounts = [
        account(ARVENIA, "doc-1"),
        account(SOREL, "doc-1", stance=Stance.DENIES),
        account(COMMAND, "doc-1", actor=ARVENIA),
        account(Who("Lake Monitors", Kind.BODY, entity="monitors"), "doc-2"),
    ]
    incident = incident_of(*accounts)
    sides = grade_sides(incident, {}, SITUATION)
    assert list(sides) == ["belkora", "arvenia"]
    assert sides["belkora"].low > sides["arvenia"].low
    assert grade_sides(replace(incident, accounts=tuple(accounts[:2])), {}, SITUATION) == {}
