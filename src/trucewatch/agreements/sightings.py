"""Weapons that observers saw, held against what has to stand back from a line.

Decides how a sighting is asked of a clause: what was seen, where and when, as an account of the observers' own; nobody
is accused. Only clauses about withdrawal are asked. Never takes their word that it was a breach: it is measured.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from trucewatch.agreements.assessment import Told, assess
from trucewatch.agreements.model import Finding
from trucewatch.corroboration import grade
from trucewatch.events.model import Observation, Stance
from trucewatch.events.observations.kinds import WEAPON
from trucewatch.incidents import Account, Basis, Incident
from trucewatch.situation import Clause, Situation

_SEEN = "Change to group/activity"  # ACLED's type for forces that are somewhere


def assess_sightings(
    observations: Iterable[Observation], situation: Situation, texts: Mapping[str, str]
) -> Iterator[tuple[Observation, tuple[Finding, ...]]]:
    """Each sighting of weapons with its findings, in the order given; none where no clause asks for withdrawal."""
    standing_back = _withdrawals_only(situation)
    if not standing_back.agreements:
        return
    for observation in observations:
        if observation.kind == WEAPON and observation.count is not None:
            told = Told(texts=texts)
            yield observation, assess(_as_incident(observation), grade([]), standing_back, told=told)


def _withdrawals_only(situation: Situation) -> Situation:
    """The situation with those clauses alone that measure from a line, whatever acts they name: seeing is enough."""
    agreements = (
        replace(agreement, clauses=tuple(_any_act(clause) for clause in agreement.clauses if _measures(clause)))
        for agreement in situation.agreements
    )
    return replace(situation, agreements=tuple(each for each in agreements if each.clauses))


def _measures(clause: Clause) -> bool:
    return any(reading.terms.withdrawals for reading in clause.readings)


def _any_act(clause: Clause) -> Clause:
    readings = (replace(each, terms=replace(each.terms, acts=())) for each in clause.readings)
    return replace(clause, readings=tuple(readings))


def _as_incident(observation: Observation) -> Incident:
    calibre = f"{observation.calibre_mm} mm" if observation.calibre_mm else ""
    account = Account(
        claimant=observation.observer,
        stance=Stance.REPORTS,
        actor=None,
        target=None,
        target_class="",
        weapon=f"{calibre} {observation.weapon}".strip(),
        when=observation.when,
        where=observation.where,
        harm=(),
        evidence=(),
        basis=(Basis(observation.document, observation.id, observation.sentence),),
    )
    return Incident(
        id=observation.id,
        act=_SEEN,
        title="",
        when=observation.when,
        where=observation.where,
        target_class="",
        accounts=(account,),
        mentions=(observation.id,),
    )
