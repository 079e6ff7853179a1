"""Words incidents: accounts side by side, origins that add up, and the matrix of clauses by readings.

Decides order and phrasing. Accounts keep the order of the incident (accusers, accused, others), readings are the agreed
text first and then parties by name, so that no party leads. Never merges two accounts and never chooses between them.
"""

from __future__ import annotations

from trucewatch.agreements.model import Finding, Reason, Verdict
from trucewatch.corroboration.model import Grade, Origin
from trucewatch.events.model import ACLED, Stance
from trucewatch.incidents import capital
from trucewatch.incidents.model import Account, Incident
from trucewatch.publish.grade import sum_words, toll_words, weight_words
from trucewatch.publish.model import GradedIncident
from trucewatch.publish.sheet.desk import AGREED, TEXT_READING, Desk
from trucewatch.publish.sheet.model import (
    AccountLine,
    Cite,
    ClauseRow,
    FindingLine,
    IncidentLine,
    OriginLine,
    ReasonLine,
)
from trucewatch.publish.shown import one_line
from trucewatch.publish.wording import (
    count_words,
    harm_words,
    list_words,
    people_words,
    when_words,
    where_words,
    who_words,
)

_EVENT_TYPES = {sub: event for event, subs in ACLED.items() for sub in subs}
_GRAVITY = (
    Verdict.WOULD_BREACH,
    Verdict.CANNOT_BE_JUDGED,
    Verdict.EXCEPTED,
    Verdict.OUTSIDE_WINDOW,
    Verdict.OUTSIDE_ZONE,
    Verdict.WOULD_NOT,
)
_DIGITS = {  # STANAG 2511
    1: "confirmed",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "truth cannot be judged",
}


def event_type(act: str) -> str:
    """The ACLED event type that a sub-event type belongs to, or ""."""
    return _EVENT_TYPES.get(act, "")


def incident_lines(desk: Desk) -> tuple[IncidentLine, ...]:
    """Every incident, in the order of the bulletin."""
    titles = {graded.incident.id: graded.incident.title for graded in desk.bulletin.incidents}
    return tuple(
        _incident(desk, number, graded, titles) for number, graded in enumerate(desk.bulletin.incidents, start=1)
    )


def _incident(desk: Desk, number: int, graded: GradedIncident, titles: dict[str, str]) -> IncidentLine:
    incident, grade = graded.incident, graded.grade
    readings = _readings(desk, graded.findings)
    return IncidentLine(
        number=number,
        id=incident.id,
        title=one_line(incident.title or incident.act, 160),
        kind=one_line(f"{event_type(incident.act)}: {incident.act}" if event_type(incident.act) else incident.act),
        when=when_words(incident.when),
        where=where_words(incident.where, desk.places),
        target=one_line(incident.target_class),
        grade=grade_words(grade),
        digit=f"information digit {grade.digit}: {_DIGITS.get(grade.digit, 'not known')}",
        sentence=one_line(grade.sentence, 600),
        is_contested=incident.is_contested or grade.is_contested,
        mirror=incident.mirror if incident.mirror in titles else "",
        mirror_title=one_line(titles.get(incident.mirror, ""), 160),
        review=desk.review(incident.id),
        time=incident.when,
        place=incident.where,
        accounts=tuple(_account(desk, account) for account in incident.accounts),
        origins=tuple(_origin(origin) for origin in grade.origins),
        sum=sum_words(grade),
        tolls=tuple(toll_words(toll) for toll in graded.tolls),
        readings=tuple(desk.party(reading) for reading in readings),
        clauses=_clauses(desk, graded.findings, readings),
        verdicts=_verdicts(desk, graded.findings),
    )


def grade_words(grade: Grade) -> str:
    """``likely, 2 independent origins``; the upper bound is said where it differs."""
    origins = count_words(grade.certain, "independent origin")
    if grade.possible > grade.certain:
        origins = f"{grade.certain} to {count_words(grade.possible, 'independent origin')}"
    return f"{one_line(grade.words, 80)}, {origins}" if grade.words else origins


def _account(desk: Desk, account: Account) -> AccountLine:
    publishers = tuple(desk.publisher(source) for source in account.publishers)
    voice = f"{publishers[0]}, in its own voice" if publishers else "in a report's own voice"
    return AccountLine(
        claimant=capital(who_words(account.claimant, voice)),
        side=desk.parties.get(account.claimant.party, "") if account.claimant else "",
        stance=account.stance.value,
        actor=who_words(account.actor, "" if account.stance is Stance.DENIES else "nobody named"),
        target=_target(account),
        weapon=one_line(account.weapon, 80),
        harm=tuple(harm_words(harm) for harm in account.harm),
        when=when_words(account.when),
        where=where_words(account.where, desk.places),
        publishers=publishers,
        evidence=_cites(desk, account, evidence=True),
        basis=_cites(desk, account, evidence=False),
        is_retracted=account.is_retracted,
    )


def _cites(desk: Desk, account: Account, *, evidence: bool) -> tuple[Cite, ...]:
    bases = account.evidence if evidence else account.basis
    return tuple(desk.cite(basis.document, basis.span) for basis in bases)


def _target(account: Account) -> str:
    who = who_words(account.target, "")
    kind = one_line(account.target_class, 60)
    return f"{who} ({kind})" if who and kind else who or kind


def _origin(origin: Origin) -> OriginLine:
    return OriginLine(
        one_line(origin.name, 120),
        origin.supports,
        weight_words(origin),
        one_line(origin.reason, 200),
        one_line(origin.without, 120),
        origin.counted,
        origin.documents,
        one_line(origin.learned, 200),
    )


def _readings(desk: Desk, findings: tuple[Finding, ...]) -> tuple[str, ...]:
    """The agreed text first, then the parties by name: an order that prefers none."""
    present = {finding.reading for finding in findings}
    return tuple(sorted(present, key=lambda reading: (reading != TEXT_READING, desk.party(reading), reading)))


def _clauses(desk: Desk, findings: tuple[Finding, ...], readings: tuple[str, ...]) -> tuple[ClauseRow, ...]:
    table: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        table.setdefault((finding.agreement, finding.clause), []).append(finding)
    return tuple(
        ClauseRow(
            agreement_name(desk, agreement),
            clause_title(desk, agreement, clause),
            tuple(tuple(_finding(desk, each) for each in row if each.reading == reading) for reading in readings),
            _brief(desk, row, readings),
        )
        for (agreement, clause), row in table.items()
    )


def agreement_name(desk: Desk, agreement: str) -> str:
    """An agreement's name, or its id where the situation does not have it."""
    found = desk.agreements.get(agreement)
    return one_line(found.name if found else agreement, 120)


def clause_title(desk: Desk, agreement: str, clause: str) -> str:
    """A clause's title, or its id."""
    found = desk.agreements.get(agreement)
    titles = {each.id: each.title for each in found.clauses} if found else {}
    return one_line(titles.get(clause, clause), 160)


def _finding(desk: Desk, finding: Finding) -> FindingLine:
    return FindingLine(
        id=finding.id,
        reading=desk.party(finding.reading),
        verdict=finding.verdict.value,
        attributed_to=people_words(finding.attributed_to, "nobody: could not be attributed"),
        reasons=tuple(_reason(desk, reason, is_cited=not _is_beside(finding)) for reason in finding.reasons),
        would_change=tuple(one_line(change, 400) for change in finding.would_change),
        review=desk.review(finding.id),
        is_brief=_is_beside(finding),
    )


def _reason(desk: Desk, reason: Reason, *, is_cited: bool) -> ReasonLine:
    """A reason with its citations, which lead back to it: of one that is told in brief there is nothing to lead to."""
    cites = tuple(desk.cite(basis.document, basis.span) for basis in reason.basis if is_cited)
    return ReasonLine(one_line(reason.words, 400), cites)


def _is_beside(finding: Finding) -> bool:
    """Whether the clause is about something else, so that the one reason that decides says it all."""
    return finding.verdict is Verdict.WOULD_NOT and bool(finding.decisive)


def _brief(desk: Desk, row: list[Finding], readings: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """``would not breach under the reading of A: …``, once for each reason that decides."""
    groups: dict[str, list[Finding]] = {}
    for finding in row:
        if _is_beside(finding):
            groups.setdefault(finding.decisive, []).append(finding)
    lines = []
    for decisive, group in groups.items():
        given = {finding.reading for finding in group}
        names = [desk.party(reading) for reading in readings if reading in given]
        under = "every reading" if len(names) == len(readings) > 1 else _reading_of(names)
        words = f"{Verdict.WOULD_NOT.value} under {under}. {one_line(decisive, 400)}"
        lines.append((words, tuple(finding.id for finding in group)))
    return tuple(lines)


def _verdicts(desk: Desk, findings: tuple[Finding, ...]) -> tuple[str, ...]:
    """``would breach under the agreed text and A’s reading``: for each reading, its gravest verdict on any clause."""
    by_verdict: dict[Verdict, list[str]] = {}
    for reading in _readings(desk, findings):
        gravest = min((each.verdict for each in findings if each.reading == reading), key=_GRAVITY.index)
        by_verdict.setdefault(gravest, []).append(desk.party(reading))
    ordered = sorted(by_verdict.items(), key=lambda item: _GRAVITY.index(item[0]))
    if len(ordered) == 1 and len(ordered[0][1]) > 1:
        return (f"{ordered[0][0].value} under every reading",)
    return tuple(f"{verdict.value} under {_reading_of(names)}" for verdict, names in ordered)


def _reading_of(names: list[str]) -> str:
    """``the agreed text and the reading of A``."""
    parties = [name for name in names if name != AGREED]
    texts = [AGREED] if AGREED in names else []
    readings = [f"the reading{'s' if len(parties) > 1 else ''} of {list_words(parties)}"] if parties else []
    return list_words(texts + readings)


def has_nobody_accused(incident: Incident) -> bool:
    """Whether no account names an actor."""
    return not any(account.actor for account in incident.accounts)
