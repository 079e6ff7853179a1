"""The laws of the house where incidents meet the ledger: a copy adds nothing, and parties are symmetric."""

from __future__ import annotations

from dataclasses import replace

from corroboration_samples import account
from hypothesis import given
from hypothesis import strategies as st
from test_corroboration_properties import checked

from trucewatch.corroboration import Grade, grade_incident
from trucewatch.events.model import Stance
from trucewatch.incidents import Account, Basis, Incident
from trucewatch.situation import Body, Party, Situation, Source
from trucewatch.values import Kind, Span, Who

Held = dict[str, tuple[str, str, str]]

SOURCES = ("daily", "radio", "wire", "gazette-a", "gazette-b", "unheard of", "")
SWAP = {"a": "b", "b": "a"}


def _situation(first: str, second: str) -> Situation:
    return Situation(
        id="s",
        title="",
        parties=(Party("a", "Arvenia"), Party("b", "Belkora")),
        bodies=(Body("command", "Command", party=first),),
        sources=(
            Source("daily", "Daily", reliability="B", control_group="lake"),
            Source("radio", "Radio", reliability="A", control_group="lake"),
            Source("wire", "Wire", reliability="B"),
            Source("gazette-a", "Gazette", party=first),
            Source("gazette-b", "Herald", party=second, reliability="B"),
        ),
    )


VOICES = (
    None,
    Who("Arvenia", Kind.STATE, party="a"),
    Who("Belkora", Kind.STATE, party="b"),
    Who("Command", Kind.BODY, entity="command"),
    Who("Ann Orr", Kind.PERSON),
    Who("witnesses", Kind.GROUP),
)
ACTORS = (None, Who("Arvenia", Kind.STATE, party="a"), Who("Belkora", Kind.STATE, party="b"))


@st.composite
def _cases(draw: st.DrawFn) -> tuple[Incident, Held]:
    """An incident over up to five documents, some of which come down from others."""
    documents = [f"doc-{n}" for n in range(draw(st.integers(1, 5)))]
    held: Held = {}
    for n, document in enumerate(documents):
        root = draw(st.sampled_from([document, *(held[other][2] for other in documents[:n])]))
        held[document] = (draw(st.sampled_from(SOURCES)), f"story-{root}", root)
    accounts = tuple(
        account(
            draw(st.sampled_from(VOICES)),
            *sorted(draw(_some(documents))),
            stance=draw(st.sampled_from([Stance.ALLEGES, Stance.REPORTS, Stance.DENIES, Stance.CONFIRMS])),
            actor=draw(st.sampled_from(ACTORS)),
            is_retracted=draw(st.integers(0, 5)) == 0,
        )
        for _ in range(draw(st.integers(1, 5)))
    )
    return _incident(accounts), held


def _some(documents: list[str]) -> st.SearchStrategy[set[str]]:
    return st.sets(st.sampled_from(documents), min_size=1)


def _incident(accounts: tuple[Account, ...]) -> Incident:
    return Incident(
        id="inc",
        act="Attack",
        title="",
        when=None,
        where=None,
        target_class="energy",
        accounts=accounts,
        mentions=("m",),
    )


def _figures(result: Grade) -> tuple[object, ...]:
    return (result.certain, result.possible, result.low, result.high, result.digit, result.words, result.is_contested)


@given(_cases(), st.data())
@checked
def test_an_exact_copy_of_a_document_changes_no_grade(case: tuple[Incident, Held], data: st.DataObject) -> None:
    """Whatever a report says, the same report under another publisher leaves every figure as it was."""
    incident, held = case
    original = data.draw(st.sampled_from(sorted(held)))
    copied = held | {"doc-copy": (data.draw(st.sampled_from(SOURCES)), held[original][1], held[original][2])}
    accounts = tuple(
        replace(account, basis=(*account.basis, Basis("doc-copy", "m-copy", Span(0, 9))))
        if any(basis.document == original for basis in account.basis)
        else account
        for account in incident.accounts
    )
    before = grade_incident(incident, held, _situation("a", "b"))
    after = grade_incident(_incident(accounts), copied, _situation("a", "b"))
    assert _figures(before) == _figures(after)


@given(_cases())
@checked
def test_swapping_the_parties_changes_no_figure(case: tuple[Incident, Held]) -> None:
    """With the parties exchanged everywhere, the grade is the same up to the exchange."""
    incident, held = case

    def swap(who: Who | None) -> Who | None:
        return replace(who, party=SWAP.get(who.party, who.party)) if who else None

    accounts = tuple(replace(a, claimant=swap(a.claimant), actor=swap(a.actor)) for a in incident.accounts)
    one = grade_incident(incident, held, _situation("a", "b"))
    two = grade_incident(_incident(accounts), held, _situation("b", "a"))
    assert _figures(one) == _figures(two)
    swapped = {key.replace("party:a", "party:x").replace("party:b", "party:a") for key in _keys(one)}
    assert {key.replace("party:x", "party:b") for key in swapped} == _keys(two)


def _keys(result: Grade) -> set[str]:
    return {f"{origin.key} {origin.supports} {origin.weight}" for origin in result.origins if origin.counted}
