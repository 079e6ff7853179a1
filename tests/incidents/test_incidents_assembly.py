from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from incidents_samples import TARSK, member

from trucewatch.events.model import Factuality, Stance
from trucewatch.incidents import Member, assemble, find_incident, group, may_found, retold, why_not_counted
from trucewatch.incidents.naming import called
from trucewatch.lineage.model import AlignedSentence, SentenceChange
from trucewatch.values import Kind, Nearness, Precision, Span, When, Where, Who

DAY = date(2031, 3, 13)
ARVENIA = Who("Arvenia", Kind.STATE, party="arvenia")
BELKORA = Who("Belkora", Kind.STATE, party="belkora")
SOREL = Who("Dana Sorel", Kind.PERSON, entity="sorel", party="belkora", office="spokeswoman")


def _denial(number: int, document: str) -> Member:
    return member(
        number,
        document=document,
        factuality=Factuality.DENIED,
        stance=Stance.DENIES,
        claimants=(SOREL,),
        when=None,
        where=None,
    )


def test_reports_of_one_thing_become_one_incident() -> None:
    """Three reports of one strike and one of another make two incidents, in the order of their founding."""
    far = Where("Tarsk", place="tarsk", lat_e6=47_900_000, lon_e6=11_900_000, radius_m=3_000)
    groups = group([member(1), member(2, where=far), member(3), member(4, when=None)])
    assert [[m.mention.id for m in members] for members in groups] == [["evt-1", "evt-3", "evt-4"], ["evt-2"]]


def test_one_claimant_in_many_reports_is_one_account() -> None:
    """However many reports carry it, one claimant's word is one account, with every place it was read."""
    incident = assemble([member(1), member(2), member(3)])
    assert len(incident.accounts) == 1
    assert [basis.document for basis in incident.accounts[0].basis] == ["doc-1", "doc-2", "doc-3"]
    assert incident.accounts[0].publishers == ("Outlet 1", "Outlet 2", "Outlet 3")
    assert incident.mentions == ("evt-1", "evt-2", "evt-3")


def test_rival_accounts_stand_side_by_side() -> None:
    """A mutual accusation is one contested incident with one account by each side."""
    incident = assemble([member(1), member(2, actor=ARVENIA, claimants=(BELKORA,), mirror="evt-1")])
    assert incident.is_contested
    assert [account.actor and account.actor.party for account in incident.accounts] == ["belkora", "arvenia"]
    assert incident.title.endswith("(each side accuses the other)")


def test_a_denial_makes_it_contested_and_is_named() -> None:
    """An allegation and its denial are one contested incident whose title names both voices."""
    members = [member(1, act="Attack", target_class="prisoners of war", killed=4)]
    denial = replace(_denial(2, "doc-1"))
    denial = replace(denial, mention=replace(denial.mention, act="Attack", target_class="prisoners of war"))
    (grouped,) = group([*members, denial])
    incident = assemble(grouped)
    assert incident.is_contested
    assert incident.title == (
        "Alleged killing of four prisoners of war in Ostrel, 13 March 2031 (according to Arvenia, denied by Dana Sorel)"
    )


def test_a_denial_alone_confirms_nothing() -> None:
    """A denial without the allegation makes an incident with only the denying account."""
    incident = assemble([_denial(1, "doc-1")])
    assert [account.stance for account in incident.accounts] == [Stance.DENIES]
    assert incident.title.startswith("Denied ")


def test_a_denial_that_fits_two_joins_neither() -> None:
    """Where two incidents fit a denial equally well, it says not which, and none is chosen for it."""
    first, second = member(1), member(2, when=DAY - timedelta(3))
    denial = _denial(3, "doc-3")
    assert find_incident(denial, {"inc-1": [first]}) == "inc-1"
    assert find_incident(denial, {"inc-1": [first], "inc-2": [second]}) is None


def test_the_reports_own_voice_takes_no_alleged() -> None:
    """What a report says in its own voice is titled plainly, without naming a claimant."""
    voice = member(1, factuality=Factuality.REPORTED, stance=Stance.REPORTS, claimants=(), weapon="drones")
    assert assemble([voice]).title == "Drone strike on an energy facility in Ostrel, 13 March 2031"


def test_figures_are_ranges_never_means() -> None:
    """Two accounts with two counts keep both; the title gives the range."""
    one = member(1, act="Attack", target_class="civilians", killed=3)
    two = member(2, act="Attack", target_class="civilians", killed=8, claimants=(SOREL,))
    incident = assemble([one, two])
    assert [account.harm[0].amount.low for account in incident.accounts] == [3, 8]
    assert "killing of three to eight civilians" in incident.title


def test_a_retraction_supersedes_its_own_claimant_only() -> None:
    """A withdrawn claim is marked in all reports that carried it; other claimants' words stand."""
    withdrawn = member(3, is_retracted=True)
    incident = assemble([member(1), member(2, claimants=(SOREL,)), withdrawn])
    assert [account.is_retracted for account in incident.accounts] == [True, False]
    assert assemble([member(1), withdrawn]).title.startswith("Withdrawn report of")


def test_an_outlet_that_names_itself_withdraws_its_own_report() -> None:
    """A correction "the Gazette has withdrawn …" withdraws what the Gazette told, and what it had from nobody named."""
    own = member(1, claimants=(), factuality=Factuality.REPORTED, stance=Stance.REPORTS, publisher="The Gazette")
    hearsay = member(2, claimants=(Who("local media", Kind.GROUP),), publisher="The Gazette")
    named = member(3, claimants=(SOREL,), publisher="The Gazette")
    itself = (Who("The Gazette", Kind.SOURCE, entity="gazette"),)
    correction = member(4, claimants=itself, is_retracted=True, publisher="The Gazette")
    accounts = assemble([own, hearsay, named, correction]).accounts
    standing = [account.claimant for account in accounts if not account.is_retracted]
    assert len(accounts) == 3
    assert standing == [SOREL]


@pytest.mark.parametrize(
    ("factuality", "reason"),
    [
        (Factuality.BACKGROUND, "history"),
        (Factuality.HYPOTHETICAL, "hypothetical"),
        (Factuality.FEARED, "feared"),
        (Factuality.PLANNED, "planned"),
    ],
)
def test_what_did_not_happen_is_no_incident(factuality: Factuality, reason: str) -> None:
    """History, fears, plans and what-ifs are not counted, and the reason is a word for the reader."""
    mention = member(1, factuality=factuality)
    assert why_not_counted(mention.mention) == reason
    assert group([mention]) == ()


def test_time_and_place_are_the_narrowest_that_all_allow() -> None:
    """A month and a day give the day; a region and a village the village; no report's words speak for another."""
    month = When("2031-03", date(2031, 3, 1), date(2031, 3, 31), Precision.MONTH, "in March")
    region = Where("Lake District", lat_e6=47_500_000, lon_e6=11_250_000, radius_m=40_000)
    incident = assemble([member(1, when=month, where=region), member(2, claimants=(SOREL,))])
    assert incident.when == When.on(DAY)
    assert incident.where is not None
    assert incident.where.name == "Ostrel"


def test_an_unresolved_day_stays_as_written() -> None:
    """A weekday that no publication date anchors is shown as written and gives no day."""
    thursday = When("", None, None, Precision.UNKNOWN, "Thursday")
    where = Where("Ostrel", nearness=Nearness.NEAR)
    incident = assemble([member(1, when=thursday, where=where)])
    assert incident.when is not None
    assert not incident.when.is_resolved
    assert "near Ostrel, Thursday" in incident.title


def test_a_facility_is_at_and_a_town_is_in() -> None:
    """A name that ends in a common noun is a facility; one that names an area is not."""
    titles = [
        assemble([member(1, where=Where(name))]).title for name in ("Tarsk power station", "Tarsk region", "Tarsk")
    ]
    assert ["at the Tarsk" in title for title in titles] == [True, False, False]
    assert titles[0].startswith("Alleged air or drone strike at the Tarsk power station")
    assert "in the Tarsk region" in titles[1]
    assert titles[2].startswith("Alleged air or drone strike on an energy facility in Tarsk")


def test_breaches_without_a_deed_are_called_that() -> None:
    """Where one side only says that the other breached the truce, that is what the title says."""
    vague = {"act": "Other", "is_violation": True, "target_class": "", "where": None}
    claimed = assemble([member(1, when=None, **vague)])
    assert claimed.title == "Breaches of the truce by Belkora (claimed by Arvenia)"
    assert assemble([member(1, **vague, actor=None)]).title.startswith("Alleged breach of the truce, 13 March")


def test_breaches_claimed_are_one_incident_per_side_and_period() -> None:
    """A side that counts breaches on two days is told once; the other side, and a later month, stand apart."""
    vague = {"act": "Other", "is_violation": True, "target_class": "", "where": None, "when": None}
    again, later = member(2, **vague), member(3, **vague, published=DAY + timedelta(40))
    theirs = member(4, **vague, actor=ARVENIA, claimants=(BELKORA,), mirror="evt-1")
    groups = group([member(1, **vague), again, later, theirs, member(5)])
    assert [[m.mention.id for m in members] for members in groups] == [
        ["evt-1", "evt-2"],
        ["evt-3"],
        ["evt-4"],
        ["evt-5"],
    ]


def test_an_exact_copy_changes_nothing_but_its_basis() -> None:
    """The same words from another outlet join the incident and leave title, time, place and voices as they were."""
    one, two = member(1), member(2, claimants=(SOREL,))
    copy = replace(one, mention=replace(one.mention, id="evt-9", document="doc-9"), publisher="Copyist")
    (plain,), (copied,) = group([one, two]), group([one, two, copy])
    before, after = assemble(plain), assemble(copied)
    assert (before.id, before.title, before.when, before.where) == (after.id, after.title, after.when, after.where)
    assert [replace(a, basis=(), publishers=()) for a in before.accounts] == [
        replace(a, basis=(), publishers=()) for a in after.accounts
    ]


def test_grouping_one_by_one_equals_grouping_at_once() -> None:
    """Adding reports in one go or one by one gives the same incidents."""
    members = [
        member(n, when=DAY + timedelta(n % 5), where=None if n % 4 == 0 else member(1).mention.where)
        for n in range(1, 20)
    ]
    full = group(members)
    assert all(
        group(members[:n]) == tuple(part for g in full if (part := tuple(m for m in g if m in members[:n])))
        for n in range(1, 20)
    )


def test_too_little_founds_nothing() -> None:
    """What names no time, place, target or harm joins the one deed of its report that it can mean; else it is left."""
    bare: dict[str, Any] = {"when": None, "where": None, "target_class": "", "document": "doc-1"}
    first, second = member(1, document="doc-1"), member(2, document="doc-1", when=DAY - timedelta(9))
    assert group([member(3, **bare)]) == ()
    assert [len(members) for members in group([member(3, **bare), first])] == [2]
    assert [len(members) for members in group([first, second, member(3, **bare)])] == [1, 1]
    assert not may_found(member(3, **bare).mention)


def test_a_headline_joins_what_its_text_tells() -> None:
    """A headline without day and place comes first in its report, yet the text below it founds the incident."""
    headline = member(1, document="doc-1", when=None, where=None, claimants=(), target_class="other infrastructure")
    (told,) = group([headline, member(2, document="doc-1")])
    assert [m.mention.id for m in told] == ["evt-2", "evt-1"]


def test_a_rewrite_joins_what_it_retells() -> None:
    """A mention in a sentence made of another's is of the same deed, though it dropped day, place and target."""
    first = member(1)
    bare = member(2, when=None, where=None, target_class="", actor=None, published=DAY + timedelta(2))
    row = AlignedSentence(SentenceChange.REWORDED, (bare.mention.sentence,), (first.mention.sentence,))
    told = retold([bare.mention], [first.mention], [row])
    assert told == {"evt-2": ("evt-1",)}
    assert find_incident(bare, {"inc-1": [first]}) is None
    assert find_incident(bare, {"inc-1": [first]}, told["evt-2"]) == "inc-1"
    elsewhere = member(3, where=TARSK)
    assert find_incident(elsewhere, {"inc-1": [first]}, ("evt-1",)) is None


def test_the_accused_sides_own_version_stands_beside_the_accusation() -> None:
    """A side that owns the strike but names a military target rivals the accuser in one contested incident."""
    accusation = member(1, document="doc-1", target_class="residential", killed=18)
    own: dict[str, Any] = {"when": None, "where": None, "claimants": (SOREL,), "stance": Stance.CONFIRMS}
    version = member(2, document="doc-1", target_class="military", killed=85, **own)
    (told,) = group([accusation, version])
    incident = assemble(told)
    assert incident.is_contested
    assert incident.title == "Air or drone strike in Ostrel, 13 March 2031 (accounts differ on what was hit)"


def test_a_counter_accusation_stands_beside_the_accusation() -> None:
    """A side that lays the same kind of deed at its accuser's door, without day and place, means the same deed."""
    counter = member(2, document="doc-1", when=None, where=None, target_class="", actor=ARVENIA, claimants=(SOREL,))
    (told,) = group([member(1, document="doc-1"), counter])
    assert assemble(told).title.endswith("(each side accuses the other)")


def test_a_headline_is_no_account_beside_what_the_report_attributes() -> None:
    """A headline in the report's own voice doubles nothing; a sentence of the text in its own voice stands."""
    text = "Strike hits Ostrel\n" + "x" * 200
    voice: dict[str, Any] = {"document": "doc-1", "claimants": (), "stance": Stance.REPORTS}
    headline = replace(member(1, sentence=Span(0, 18), trigger=Span(0, 6), **voice), text=text)
    told = replace(member(2, document="doc-1"), text=text)
    own = replace(member(3, **voice), text=text)
    assert [account.claimant for account in assemble([headline, told]).accounts] == [ARVENIA]
    assert len(assemble([headline, told, own]).accounts) == 2
    assert len(assemble([headline]).accounts) == 1


def test_accounts_stand_side_by_side_whichever_came_first() -> None:
    """The accusing side first, then the accused, then all others; the same when the parties are swapped."""
    witness = member(1, claimants=(Who("Mission", Kind.BODY, entity="mission"),), stance=Stance.CONFIRMS)
    denial = _denial(2, "doc-2")
    again = member(4, claimants=(Who("Ida Roth", Kind.PERSON, entity="roth", party="arvenia"),))
    parties = [
        account.claimant and account.claimant.party
        for account in assemble([witness, denial, member(3), again]).accounts
    ]
    assert parties == ["arvenia", "arvenia", "belkora", ""]


def test_one_voice_that_once_names_nobody_gives_one_account() -> None:
    """What a claimant says with and without the actor is one account, unless it has accused two sides."""
    again = member(2, actor=None, stance=Stance.CONFIRMS)
    assert [account.stance for account in assemble([again, member(1)]).accounts] == [Stance.ALLEGES]
    assert len(assemble([member(1), member(3, actor=ARVENIA), again]).accounts) == 3


def test_a_day_goes_before_a_week_that_ends_beside_it() -> None:
    """A day and a week that misses it by one give the day; two days that differ give both."""
    week = When("2031-03-06/2031-03-12", DAY - timedelta(7), DAY - timedelta(1), Precision.WEEK)
    assert assemble([member(1), member(2, when=week, claimants=(SOREL,))]).when == When.on(DAY)
    both = assemble([member(1), member(2, when=DAY - timedelta(1), claimants=(SOREL,))]).when
    assert both is not None
    assert (both.earliest, both.latest) == (DAY - timedelta(1), DAY)


def test_two_reports_of_one_quarrel_are_one_incident() -> None:
    """Two sides that accuse each other of one kind of deed are told again without day and place, unless two fit."""
    pair: dict[str, Any] = {"actor": ARVENIA, "claimants": (BELKORA,)}
    told = [member(1, document="doc-1", mirror="evt-2"), member(2, document="doc-1", mirror="evt-1", **pair)]
    bare: dict[str, Any] = {"when": None, "where": None, "document": "doc-3", "published": DAY + timedelta(20)}
    again = [member(3, mirror="evt-4", **bare), member(4, mirror="evt-3", **pair, **bare)]
    assert [len(members) for members in group([*told, *again])] == [4]
    other: dict[str, Any] = {"when": DAY + timedelta(9), "document": "doc-5"}
    twice = [member(5, mirror="evt-6", **other), member(6, mirror="evt-5", **pair, **other)]
    assert [len(members) for members in group([*told, *twice, *again])] == [2, 2, 2]


def test_the_village_is_named_rather_than_what_it_is_near() -> None:
    """Of two equally wide areas the one whose name says more gives the title its place."""
    area: dict[str, Any] = {"lat_e6": 47_900_000, "lon_e6": 11_900_000, "radius_m": 30_000, "nearness": Nearness.NEAR}
    anchor, village = (Where(name, place="tarsk", **area) for name in ("Tarsk", "Little Ow"))
    title = assemble([member(1, where=anchor), member(2, where=village, claimants=(SOREL,))]).title
    assert "near Little Ow" in title


@pytest.mark.parametrize(
    ("name", "kind", "words"),
    [
        ("Ministry of Defence", Kind.BODY, "the Ministry of Defence"),
        ("Arvenia’s General Staff", Kind.BODY, "Arvenia’s General Staff"),
        ("state news agency", Kind.BODY, "the state news agency"),
        ("local media", Kind.GROUP, "local media"),
        ("Each side", Kind.GROUP, "each side"),
        ("The morgue", Kind.BODY, "the morgue"),
        ("Dana Sorel", Kind.PERSON, "Dana Sorel"),
        ("Генштаб", Kind.BODY, "Генштаб"),
    ],
)
def test_names_read_as_english_calls_them(name: str, kind: Kind, words: str) -> None:
    """Common nouns take their article within a sentence; proper names and other scripts are left alone."""
    assert called(Who(name, kind)) == words


def test_a_report_tells_of_nothing_that_happened_after_it() -> None:
    """A mention without a day is not of a deed dated after its report came out; of one dated before, it is."""
    dated = member(1, when=DAY + timedelta(12), published=DAY + timedelta(12), killed=4)
    before, after = (member(n, when=None, published=DAY + timedelta(days), killed=4) for n, days in ((2, 5), (3, 13)))
    assert find_incident(before, {"inc": [dated]}) is None
    assert find_incident(dated, {"inc": [before]}) is None
    assert find_incident(after, {"inc": [dated]}) == "inc"
