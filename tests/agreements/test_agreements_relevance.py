from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.agreements.relevance import Passage, rank, rank_for
from trucewatch.situation import Clause, Deontic, Reading
from trucewatch.situation.model import Terms
from trucewatch.values import Span


def _passage(text: str, **told: tuple[str, ...]) -> Passage:
    return Passage(document=f"doc-{text[:12]}", span=Span(0, len(text)), text=text, **told)


def _order(clause: str, *texts: str) -> list[str]:
    return [bearing.passage.text for bearing in rank(clause, [_passage(text) for text in texts])]


@pytest.mark.parametrize(
    ("clause", "bears", "does_not"),
    [
        (
            "The sides shall cease all fire.",
            "Monitors heard 40 explosions south of the lake.",
            "The council met in the lake region.",
        ),
        (
            "Heavy weapons are withdrawn by 15 km.",
            "Two howitzers stood beyond Ost.",
            "The withdrawal of the bill was urged.",
        ),
        ("No new mines may be laid.", "An observer saw anti-tank mines on the road.", "A coal pit reopened."),
        ("All detainees are released.", "On Friday 20 prisoners were exchanged.", "All schools reopened on Friday."),
        (
            "Safe and secure access for the mission is ensured.",
            "The patrol was denied passage at a roadblock.",
            "The patrol reached the lake.",
        ),
        (
            "Relief is let through to all who need it.",
            "Repairs to the water pipeline went on.",
            "All who need a visa must apply.",
        ),
    ],
)
def test_what_is_of_the_subject_comes_before_what_only_shares_words(clause: str, bears: str, does_not: str) -> None:
    """A sentence that tells of the thing the clause governs is ranked first, whatever words the other shares."""
    assert _order(clause, does_not, bears)[0] == bears


def test_deeds_come_before_words() -> None:
    """A count of violations tells more of a truce than a speech about them."""
    told, said = (
        "Observers recorded 90 ceasefire violations.",
        "The envoy called on the sides to end ceasefire violations.",
    )
    assert _order("The ceasefire is comprehensive.", said, told) == [told, said]


def test_where_a_clause_holds_counts() -> None:
    """Heavy weapons among houses bear more on a ban there than heavy weapons elsewhere."""
    there, elsewhere = "A howitzer stood in a residential street.", "A howitzer stood on a field."
    assert _order("Heavy weapons are banned in and near populated areas.", elsewhere, there) == [there, elsewhere]


def test_what_came_before_the_obligation_counts_less() -> None:
    """A casualty of the time before the truce says little of whether it is kept."""
    before, since = "One was injured before the ceasefire took effect.", "One was injured on Sunday."
    assert _order("The sides cease fire.", before, since) == [since, before]


def test_acts_and_targets_that_were_read_count_in_any_language() -> None:
    """What the readers found in a sentence bears on a clause of those acts, whatever its words."""
    terms = Terms(acts=("Air/drone strike",), targets=("energy",))
    clause = Clause("1", "Energy truce", Deontic.PROHIBITS, (Reading("text", terms),))
    told = _passage("Дрон влучив у підстанцію.", acts=("Air/drone strike",), targets=("energy",))
    other = _passage("Міністр прибув до столиці.")
    (only,) = rank_for(clause, [other, told])
    assert (only.passage, only.score > 700) == (told, True)


def test_what_observers_counted_bears_on_a_clause() -> None:
    """A count that was read tells of its kind, where the sentence names it in words of its own."""
    counted, other = _passage("A further 14 came from the south.", things=("explosion",)), _passage("It rained.")
    (only,) = rank("The sides cease fire.", [other, counted])
    assert (only.passage, only.score > 800) == (counted, True)


def test_monitors_own_aircraft_are_not_the_sides() -> None:
    """A mission's drone that saw something is no breach of a ban on flights."""
    assert rank("Flights of drones are banned.", [_passage("The mission’s drone flew over Ost.")]) == ()
    (bearing,) = rank("Flights of drones are banned.", [_passage("A drone of the army flew over Ost.")])
    assert bearing.score > 700


def test_reasons_say_what_the_score_rests_on() -> None:
    """Every bearing says in words why it is there."""
    (bearing,) = rank("The sides cease fire.", [_passage("Shelling was heard before the truce.")])
    assert bearing.reasons[:2] == ("tells of fire", "tells of the time before it began")


def test_words_broken_at_a_line_end_are_whole() -> None:
    """A report's layout hides nothing: "viola- tions" are violations."""
    assert rank("The ceasefire holds.", [_passage("The team saw 3 ceasefire viola-\ntions.")])[0].score > 800


_TEXTS = st.lists(
    st.sampled_from(
        [
            "Observers heard shelling.",
            "The envoy visited the lake.",
            "Mines were removed.",
            "Two were injured by shrapnel.",
            "The border stayed shut.",
            "",
        ]
    ),
    max_size=8,
)


@given(_TEXTS, st.text(max_size=80))
def test_scores_are_whole_numbers_per_mille_and_fall(texts: list[str], clause: str) -> None:
    """Any clause and any sentences: scores lie between 0 and 1,000, most first, each passage at most once."""
    passages = [Passage(document=str(n), span=Span(0, 1), text=text) for n, text in enumerate(texts)]
    ranked = rank(clause, passages)
    scores = [bearing.score for bearing in ranked]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1000 for score in scores)
    assert len({bearing.passage.document for bearing in ranked}) == len(ranked)
