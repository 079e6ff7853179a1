"""Words agreements with their readings, and statements.

Decides phrasing and grouping: mentions of one agreement stand together under it. Never decides which reading holds.
"""

from __future__ import annotations

from trucewatch.events.model import AgreementMention
from trucewatch.incidents import date_words
from trucewatch.publish.sheet.desk import TEXT_READING, Desk
from trucewatch.publish.sheet.model import AgreementLine, Cite, ReadingLine, StatementLine
from trucewatch.publish.shown import one_line
from trucewatch.publish.wording import (
    count_words,
    list_words,
    people_words,
    period_words,
)
from trucewatch.situation.model import Agreement, Clause, Reading
from trucewatch.statements.model import Act, Statement


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
    return "; ".join(f"{name} {date_words(day)}" for name, day in named if day)


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
