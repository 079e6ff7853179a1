"""Lays records out as rows for the Parquet tables of ``tables.py``.

Decides which field goes into which column. Never words, rounds or drops anything that has a column of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from trucewatch.incidents.model import Account
from trucewatch.publish.model import Bulletin
from trucewatch.publish.sheet.incidents import event_type
from trucewatch.publish.wording import amount_words, people_words, who_words
from trucewatch.values import Amount, Span, When, Where

Row = dict[str, object]


def _time(when: When | None) -> Row:
    if when is None:
        return {}
    return {
        "edtf": when.edtf,
        "earliest": when.earliest,
        "latest": when.latest,
        "precision": when.precision.value,
        "when_words": when.words,
    }


def _place(where: Where | None) -> Row:
    if where is None:
        return {}
    return {
        "place_name": where.name,
        "place": where.place,
        "lat_e6": where.lat_e6,
        "lon_e6": where.lon_e6,
        "radius_m": where.radius_m,
    }


def _range(amount: Amount | None) -> Row:
    return {"low": amount.low, "high": amount.high, "unit": amount.unit} if amount else {}


def _span(span: Span) -> Row:
    return {"start": span.start, "end": span.end}


def _documents(bulletin: Bulletin) -> Iterator[Row]:
    received = {receipt.document: receipt.at for receipt in bulletin.receipts}
    for each in bulletin.documents:
        yield {
            "document": each.id,
            "source": each.source,
            "title": each.title,
            "language": each.language,
            "url": each.url,
            "sha256": each.sha256,
            "text_sha256": each.text_sha256,
            "text": each.text,
            "received": received.get(each.id),
            **_time(each.published),
        }


def _statements(bulletin: Bulletin) -> Iterator[Row]:
    texts = {document.id: document.text for document in bulletin.documents}
    for each in bulletin.statements:
        yield {
            "statement": each.id,
            "document": each.document,
            "act": each.act.value,
            "form": each.form.value,
            "speakers": [speaker.name for speaker in each.speakers],
            "is_negated": each.is_negated,
            "sentence_start": each.sentence.start,
            "sentence_end": each.sentence.end,
            "content": [span.of(texts.get(each.document, "")) for span in each.content],
        }


def _mentions(bulletin: Bulletin) -> Iterator[Row]:
    for each in bulletin.mentions:
        yield {
            "mention": each.id,
            "document": each.document,
            "act": each.act,
            "factuality": each.factuality.value,
            "stance": each.stance.value,
            "actor": each.actor.name if each.actor else None,
            "target_class": each.target_class,
            **_span(each.trigger),
            **_time(each.when),
            **_place(each.where),
        }


def _incidents(bulletin: Bulletin) -> Iterator[Row]:
    for graded in bulletin.incidents:
        each, grade = graded.incident, graded.grade
        yield {
            "incident": each.id,
            "title": each.title,
            "event_type": event_type(each.act),
            "sub_event_type": each.act,
            "target_class": each.target_class,
            "is_contested": each.is_contested,
            "grade": grade.words,
            "information_digit": grade.digit,
            "certain_origins": grade.certain,
            "possible_origins": grade.possible,
            **_time(each.when),
            **_place(each.where),
        }


def _numbered(bulletin: Bulletin) -> Iterator[tuple[Row, Account]]:
    for graded in bulletin.incidents:
        for number, account in enumerate(graded.incident.accounts, start=1):
            yield {"incident": graded.incident.id, "account": number}, account


def _accounts(bulletin: Bulletin) -> Iterator[Row]:
    for key, account in _numbered(bulletin):
        yield {
            **key,
            "claimant": who_words(account.claimant, "") or None,
            "party": account.claimant.party if account.claimant else None,
            "stance": account.stance.value,
            "actor": who_words(account.actor, "") or None,
            "target": who_words(account.target, "") or None,
            "publishers": list(account.publishers),
            "is_retracted": account.is_retracted,
        }


def _account_words(bulletin: Bulletin) -> Iterator[Row]:
    for key, account in _numbered(bulletin):
        roles = chain((("basis", each) for each in account.basis), (("evidence", each) for each in account.evidence))
        for role, basis in roles:
            yield {**key, "role": role, "document": basis.document, **_span(basis.span)}


def _harm(bulletin: Bulletin) -> Iterator[Row]:
    for key, account in _numbered(bulletin):
        for harm in account.harm:
            yield {**key, "kind": harm.kind, "who": harm.who, **_range(harm.amount)}


def _origins(bulletin: Bulletin) -> Iterator[Row]:
    for graded in bulletin.incidents:
        for each in graded.grade.origins:
            yield {
                "incident": graded.incident.id,
                "origin": each.key,
                "name": each.name,
                "supports": each.supports,
                "weight_millinats": each.weight,
                "counted": each.counted,
                "reason": each.reason,
            }


def _findings(bulletin: Bulletin) -> Iterator[Row]:
    for graded in bulletin.incidents:
        for each in graded.findings:
            yield {
                "finding": each.id,
                "incident": each.incident,
                "agreement": each.agreement,
                "clause": each.clause,
                "reading": each.reading,
                "verdict": each.verdict.value,
                "attributed_to": people_words(each.attributed_to) or None,
                "reasons": [reason.words for reason in each.reasons],
            }


def _commitments(bulletin: Bulletin) -> Iterator[Row]:
    for each in bulletin.commitments:
        yield {
            "commitment": each.id,
            "document": each.document,
            "what": each.what,
            "stage": each.stage.value,
            "givers": people_words(each.givers) or None,
            "receivers": people_words(each.receivers) or None,
            **_range(each.amount),
            **_span(each.span),
        }


def _observations(bulletin: Bulletin) -> Iterator[Row]:
    for each in bulletin.observations:
        previous = _range(each.previous)
        yield {
            "observation": each.id,
            "document": each.document,
            "kind": each.kind,
            **_range(each.count),
            "previous_low": previous.get("low"),
            "previous_high": previous.get("high"),
            "relation": each.relation or None,
            "part_of": each.part_of or None,
            "observer": each.observer.name if each.observer else None,
            "weapon": each.weapon or None,
            "calibre_mm": each.calibre_mm,
            "direction": each.direction or None,
            "course": each.course or None,
            "sensor": each.sensor or None,
            "position": each.position.name if each.position else None,
            "distance_low_m": each.distance.low if each.distance else None,
            "distance_high_m": each.distance.high if each.distance else None,
            "bearing": each.bearing or None,
            **_span(each.span),
            **_time(each.when),
            **_place(each.where),
        }


def _gatherings(bulletin: Bulletin) -> Iterator[Row]:
    for each in bulletin.gatherings:
        yield {
            "gathering": each.id,
            "document": each.document,
            "kind": each.kind,
            "hosts": people_words(each.hosts) or None,
            "participants": people_words(each.participants) or None,
            "participants_count": amount_words(each.participants_count) if each.participants_count else None,
            "absentees": people_words(each.absentees) or None,
            **_span(each.sentence),
            **_time(each.when),
            **_place(each.where),
        }


def _derivations(bulletin: Bulletin) -> Iterator[Row]:
    for story in bulletin.stories:
        for each in story.derivations:
            yield {
                "story": story.id,
                "child": each.child,
                "parent": each.parent,
                "kind": each.kind.value,
                "direction": each.direction.value,
                "confidence_per_mille": each.confidence,
            }


def _quotations(bulletin: Bulletin) -> Iterator[Row]:
    for comparison in bulletin.comparisons:
        for each in comparison.quotations:
            yield {
                "a": comparison.a,
                "b": comparison.b,
                "change": each.change.value,
                "likeness_per_mille": each.likeness,
                "a_start": each.a.start if each.a else None,
                "a_end": each.a.end if each.a else None,
                "b_start": each.b.start if each.b else None,
                "b_end": each.b.end if each.b else None,
            }


WRITERS: dict[str, Callable[[Bulletin], Iterator[Row]]] = {
    "documents": _documents,
    "statements": _statements,
    "mentions": _mentions,
    "incidents": _incidents,
    "accounts": _accounts,
    "account_words": _account_words,
    "harm": _harm,
    "origins": _origins,
    "findings": _findings,
    "commitments": _commitments,
    "gatherings": _gatherings,
    "observations": _observations,
    "derivations": _derivations,
    "quotations": _quotations,
}
