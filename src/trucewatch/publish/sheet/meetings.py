"""Words gatherings, agreements with their readings, and statements.

Decides phrasing and grouping: mentions of one agreement stand together under it, and one gathering that several reports
tell is one line. Never decides which reading holds.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from trucewatch.events.model import AgreementMention, Factuality, Gathering
from trucewatch.incidents import group_gatherings
from trucewatch.publish.sheet.desk import TEXT_READING, Desk
from trucewatch.publish.sheet.model import AgreementLine, Cite, GatheringLine, ReadingLine, StatementLine
from trucewatch.publish.shown import one_line
from trucewatch.publish.wording import (
    amount_words,
    count_words,
    day_words,
    list_words,
    people_words,
    period_words,
    when_words,
    where_words,
)
from trucewatch.situation.model import Agreement, Clause, Reading
from trucewatch.statements.model import Act, Statement


def gathering_lines(desk: Desk) -> tuple[GatheringLine, ...]:
    """Every gathering once, by day, the undated last."""
    lines = (_gathering(desk, group) for group in group_gatherings(desk.bulletin.gatherings))
    return tuple(sorted(lines, key=_day_and_title))


def _day_and_title(line: GatheringLine) -> tuple[date, str]:
    return (line.time.earliest if line.time and line.time.earliest else date.max, line.title)


def _gathering(desk: Desk, group: tuple[Gathering, ...]) -> GatheringLine:
    fullest = max(group, key=_fullness)
    place = f", {one_line(fullest.where.name, 80)}" if fullest.where else ""
    purpose = next((each for each in (fullest, *group) if each.purpose), None)
    basis = tuple(desk.cite(each.document, each.sentence) for each in group)
    return GatheringLine(
        id=group[0].id,
        title=f"{fullest.kind.capitalize()}{place}",
        when=when_words(fullest.when),
        where=where_words(fullest.where, desk.places),
        hosts=_versions(desk, group, lambda each: people_words(each.hosts)),
        participants=_versions(desk, group, _participants),
        absentees=_versions(desk, group, lambda each: people_words(each.absentees)),
        factuality=_versions(desk, group, _standing),
        purpose=desk.cite(purpose.document, purpose.purpose) if purpose and purpose.purpose else None,
        basis=basis,
        more=tuple(desk.cite(each.document, span) for each in group for span in each.spans if span != each.sentence),
        review="; ".join(dict.fromkeys(review for each in group if (review := desk.review(each.id)))),
        time=fullest.when,
        others=tuple(each.id for each in group[1:]),
        told=told_words(len(group)),
    )


def told_words(reports: int) -> str:
    """``told in 3 reports``; "" for one."""
    return f"told in {count_words(reports, 'report')}" if reports > 1 else ""


def _fullness(gathering: Gathering) -> tuple[int, ...]:
    """How much it says: a day before none, a located place before a name, then everything else."""
    when, where = gathering.when, gathering.where
    told = (gathering.hosts, gathering.participants, gathering.participants_count, gathering.purpose)
    return (bool(when and when.is_resolved), bool(where), bool(where and where.is_located), sum(map(bool, told)))


def _versions(desk: Desk, group: tuple[Gathering, ...], words: Callable[[Gathering], str]) -> str:
    """What all reports say; where they differ, each version with the sources that give it."""
    given: dict[str, list[str]] = {}
    for each in group:
        if told := words(each):
            given.setdefault(told, []).append(desk.source_name(desk.documents[each.document]))
    if len(given) < 2:
        return "".join(given)
    return "; ".join(f"{told} ({list_words(dict.fromkeys(sources))})" for told, sources in given.items())


def _standing(gathering: Gathering) -> str:
    return "" if gathering.factuality is Factuality.REPORTED else gathering.factuality.value


def _participants(gathering: Gathering) -> str:
    named = people_words(gathering.participants)
    counted = amount_words(gathering.participants_count) if gathering.participants_count else ""
    return f"{counted}, among them {named}" if named and counted else named or counted


def agreement_lines(desk: Desk) -> tuple[AgreementLine, ...]:
    """The agreements of the situation, then those that only reports speak of."""
    mentions: dict[str, list[AgreementMention]] = {}
    for mention in desk.bulletin.agreements:
        known = mention.agreement in desk.agreements
        mentions.setdefault(mention.agreement if known else f"{mention.kind}", []).append(mention)
    known_lines = [
        _known(desk, agreement, mentions.pop(agreement.id, [])) for agreement in desk.bulletin.situation.agreements
    ]
    return (*known_lines, *(_unknown(desk, kind, group) for kind, group in mentions.items()))


def _known(desk: Desk, agreement: Agreement, mentions: list[AgreementMention]) -> AgreementLine:
    return AgreementLine(
        id=agreement.id,
        name=one_line(agreement.name, 160),
        kind=one_line(agreement.kind, 60),
        stage=agreement.stage.value,
        parties=list_words(sorted(desk.party(party) for party in agreement.parties)),
        dates=_dates(agreement),
        clauses=tuple((one_line(clause.title, 160), _readings(desk, clause)) for clause in agreement.clauses),
        mentions=_mentions(desk, mentions),
    )


def _unknown(desk: Desk, kind: str, mentions: list[AgreementMention]) -> AgreementLine:
    return AgreementLine(
        id=f"spoken-{mentions[0].id}",
        name=f"{kind.capitalize()} agreement, as reports speak of it",
        kind=one_line(kind, 60),
        stage=list_words(dict.fromkeys(mention.stage.value for mention in mentions)),
        parties="",
        dates="",
        clauses=(),
        mentions=_mentions(desk, mentions),
    )


def _dates(agreement: Agreement) -> str:
    named = (("declared", agreement.declared), ("in effect from", agreement.effective), ("expires", agreement.expires))
    return "; ".join(f"{name} {day_words(day)}" for name, day in named if day)


def _readings(desk: Desk, clause: Clause) -> tuple[ReadingLine, ...]:
    ordered = sorted(clause.readings, key=lambda each: (each.party != TEXT_READING, desk.party(each.party)))
    return tuple(_reading(desk, reading) for reading in ordered)


def _reading(desk: Desk, reading: Reading) -> ReadingLine:
    terms = reading.terms
    window = period_words(terms.start, terms.end) if terms.start or terms.end else ""
    summary = reading.summary or "; ".join((*terms.acts, *terms.targets, *terms.exceptions))
    return ReadingLine(desk.party(reading.party), one_line(summary, 400), window, one_line(reading.source, 200))


def _mentions(desk: Desk, mentions: list[AgreementMention]) -> tuple[tuple[str, Cite], ...]:
    return tuple((_mention_words(mention), desk.cite(mention.document, mention.sentence)) for mention in mentions)


def _mention_words(mention: AgreementMention) -> str:
    words = [f"spoken of as {mention.stage.value}"]
    if mention.parties:
        words.append(f"between {people_words(mention.parties)}")
    if mention.duration_days is not None:
        words.append(f"for {count_words(mention.duration_days, 'day')}")
    if mention.is_disputed:
        words.append("terms disputed")
    if mention.is_violated:
        words.append("said to be violated")
    return ", ".join(words)


def statement_lines(desk: Desk) -> tuple[StatementLine, ...]:
    """Every statement, in the order of the bulletin."""
    return tuple(_statement(desk, statement) for statement in desk.bulletin.statements)


def _statement(desk: Desk, statement: Statement) -> StatementLine:
    act = (
        f"{statement.act.value} (that it is not so)"
        if statement.is_negated and statement.act is not Act.DENY
        else statement.act.value
    )
    return StatementLine(
        id=statement.id,
        speaker=people_words(statement.speakers, "speaker not named"),
        via=people_words(statement.via),
        act=act,
        form=statement.form.value,
        about=people_words(statement.accused),
        words=desk.cite_all(statement.document, statement.content or (statement.sentence,)),
        review=desk.review(statement.id),
    )
