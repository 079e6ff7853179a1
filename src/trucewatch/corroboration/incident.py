"""The grades of an incident: that it happened, and which side did it; and what it teaches once it is resolved.

Decides which question is asked of the accounts, and who was right once a reviewer has found what is so. What an account
counts as is decided in ``claims``.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from trucewatch.corroboration.claims import Begun, Entry, Held, Question, accusers_of, derivations, relations
from trucewatch.corroboration.ledger import grade
from trucewatch.corroboration.model import Grade
from trucewatch.corroboration.parameters import PARAMETERS, Parameters
from trucewatch.corroboration.voices import Voices
from trucewatch.incidents import Incident, supports
from trucewatch.situation import Situation

_NOTHING_BEGUN: Begun = {}


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a reviewer found to be so: whether it happened, and which party did it ("" where that is not known)."""

    happened: bool
    by: str = ""


def grade_incident(
    incident: Incident,
    documents: Mapping[str, Held],
    situation: Situation | Voices,
    suspected: Collection[tuple[str, str]] = (),
    parameters: Parameters = PARAMETERS,
    *,
    accused: str = "",
    begun: Begun = _NOTHING_BEGUN,
) -> Grade:
    """How well the record supports that the incident happened.

    ``documents`` maps each document to (source, story, root); a document that is not there stands for itself.
    ``suspected`` are pairs of documents that may share a source. With ``accused`` (a party id) the question is whether
    that party did it: accounts that accuse another then speak against it. A side that denies its own part and accuses
    another denies who did it, not that it happened. ``begun`` names, for mentions in sentences that a rewrite added,
    the report that added them: origins are counted for each claim, not for each report.
    """
    voices = situation if isinstance(situation, Voices) else Voices(situation)
    entries = _entries(incident, Question(documents, voices, accusers_of(incident, voices), accused, parameters, begun))
    derived, linked = relations(entries, suspected)
    claims = [entry.claim for entry in entries]
    return grade(claims, derived, linked, parameters, is_contested=incident.is_contested)


def grade_sides(
    incident: Incident,
    documents: Mapping[str, Held],
    situation: Situation | Voices,
    suspected: Collection[tuple[str, str]] = (),
    parameters: Parameters = PARAMETERS,
    *,
    begun: Begun = _NOTHING_BEGUN,
) -> Mapping[str, Grade]:
    """Where accounts accuse several parties: how well the record supports that each of them did it, by party id."""
    voices = situation if isinstance(situation, Voices) else Voices(situation)
    standing = [account for account in incident.accounts if supports(account)]
    sides = dict.fromkeys(party for account in standing if (party := voices.party_of(account.actor)))
    if len(sides) < 2:
        return {}
    return {
        side: grade_incident(incident, documents, voices, suspected, parameters, accused=side, begun=begun)
        for side in sides
    }


def heard_rightly(
    incident: Incident,
    documents: Mapping[str, Held],
    situation: Situation | Voices,
    resolution: Resolution,
    *,
    begun: Begun = _NOTHING_BEGUN,
) -> dict[str, bool]:
    """Origin key -> whether all that it held of the incident is so. Copies and what was withdrawn teach nothing.

    Whoever accuses a party that did not do it was wrong, and whoever clears the one that did. Where nobody found who
    did it, only whether it happened is held against them.
    """
    voices = situation if isinstance(situation, Voices) else Voices(situation)
    # Who did it is asked of everybody, or only what they say of its having happened: as the question is put to a grade.
    question = Question(documents, voices, accusers_of(incident, voices), "", PARAMETERS, begun)
    entries = _entries(incident, question, is_asked_of_all=bool(resolution.by))
    copies = {child for child, _ in derivations(entries)}
    heard: dict[str, bool] = {}
    for entry in entries:
        claim = entry.claim
        if claim.id not in copies and not claim.excluded:
            heard[claim.origin] = heard.get(claim.origin, True) and _is_right(entry, resolution)
    return heard


def _is_right(entry: Entry, found: Resolution) -> bool:
    is_other = bool(found.by and entry.doer and entry.doer != found.by)
    if entry.claim.supports:
        return found.happened and not is_other
    return not found.happened or is_other


def _entries(incident: Incident, question: Question, *, is_asked_of_all: bool = False) -> list[Entry]:
    return [
        entry
        for number, account in enumerate(incident.accounts)
        if is_asked_of_all or question.bears_on(account, incident.accounts)
        for entry in question.enter(number, account)
    ]
