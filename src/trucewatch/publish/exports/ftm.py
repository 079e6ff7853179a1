"""Exports a bulletin as FollowTheMoney entities, one JSON object per line.

Events for incidents and gatherings, Articles for reports, people and bodies for whoever is named, Documentation for
the words that tie a report to an event, UnknownLink for who is said to have done what. Nobody is listed as involved in
an event: that would assert what is only alleged. Values are what FollowTheMoney's own types accept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from trucewatch.documents.model import Document
from trucewatch.events.model import Gathering
from trucewatch.incidents.model import Account, Incident
from trucewatch.publish.data import canonical_text
from trucewatch.publish.model import Bulletin, GradedIncident
from trucewatch.publish.sheet.desk import Desk
from trucewatch.publish.sheet.incidents import grade_words
from trucewatch.publish.shown import one_line, shown
from trucewatch.publish.wording import where_words, who_words
from trucewatch.values import Kind, When, Where, Who, make_id

_SCHEMA = {
    Kind.PERSON: "Person",
    Kind.BODY: "PublicBody",
    Kind.STATE: "PublicBody",
    Kind.SOURCE: "Organization",
    Kind.GROUP: "Organization",
    Kind.UNKNOWN: "LegalEntity",
}
_LANGUAGES = dict(  # ISO 639-1 to 639-3, which FollowTheMoney uses
    pair.split(":")
    for pair in (
        "ar:ara az:aze be:bel bg:bul cs:ces da:dan de:deu el:ell en:eng es:spa et:est fa:fas fi:fin fr:fra he:heb "  # noqa: SIM905 - a table
        "hi:hin hr:hrv hu:hun hy:hye it:ita ja:jpn ka:kat ko:kor ku:kur lt:lit lv:lav my:mya nl:nld no:nor pl:pol "
        "ps:pus pt:por ro:ron ru:rus sk:slk sl:slv so:som sq:sqi sr:srp sv:swe sw:swa th:tha tr:tur uk:ukr ur:urd "
        "vi:vie zh:zho".split()
    )
)
_URL = re.compile(r"https?://[A-Za-z0-9.-]+\.[A-Za-z]{2,}(?:[:/?#][\x21-\x7e]*)?")
_STATE = re.compile(r"[A-Z]{2}")

Entity = dict[str, object]


def export_followthemoney(bulletin: Bulletin) -> str:
    """Entities as JSON lines, sorted by id, each once."""
    desk = Desk(bulletin)
    entities: dict[str, Entity] = {}
    for entity in _entities(desk):
        entities.setdefault(str(entity["id"]), entity)
    return "".join(f"{canonical_text(entities[key])}\n" for key in sorted(entities))


def _entities(desk: Desk) -> Iterator[Entity]:
    for document in desk.bulletin.documents:
        yield _article(desk, document)
    for graded in desk.bulletin.incidents:
        yield _incident(desk, graded)
        for account in graded.incident.accounts:
            yield from _account(desk, graded.incident, account)
    for gathering in desk.bulletin.gatherings:
        yield from _gathering(desk, gathering)


def _entity(id_: str, schema: str, **properties: str | list[str]) -> Entity:
    """An entity without its empty properties."""
    lists = {name: [value] if isinstance(value, str) else value for name, value in properties.items()}
    kept = {name: present for name, values in lists.items() if (present := [value for value in values if value])}
    return {"id": id_, "schema": schema, "properties": kept}


def _article(desk: Desk, document: Document) -> Entity:
    return _entity(
        document.id,
        "Article",
        title=one_line(document.title or document.name or document.id),
        bodyText=shown(document.text).strip(),
        author=one_line(document.byline),
        publisher=desk.source_name(document),
        publishedAt=_days(document.published)[0],
        language=_LANGUAGES.get(document.language.split("-")[0], ""),
        sourceUrl=document.url if _URL.fullmatch(document.url) else "",
        notes=f"text SHA-256 {document.text_sha256}",
    )


def _incident(desk: Desk, graded: GradedIncident) -> Entity:
    incident = graded.incident
    start, end = _days(incident.when)
    return _entity(
        incident.id,
        "Event",
        name=one_line(incident.title or incident.act),
        startDate=start,
        endDate=end,
        location=_location(desk, incident.where),
        keywords=[incident.act, incident.target_class],
        summary=one_line(graded.grade.sentence, 2000),
        description=f"{grade_words(graded.grade)}{'; contested' if incident.is_contested else ''}",
        recordId=incident.id,
    )


def _account(desk: Desk, incident: Incident, account: Account) -> Iterator[Entity]:
    claimant = who_words(account.claimant, "a report in its own voice")
    for number, basis in enumerate((*account.basis, *account.evidence)):
        role = f"{claimant} {account.stance.value}" if number < len(account.basis) else "names evidence"
        yield from _tie(desk, incident.id, basis.document, role, (basis.span.start, basis.span.end))
    documents = [basis.document for basis in account.basis if basis.document in desk.documents]
    links = ((account.claimant, f"says so: {account.stance.value}"), (account.actor, f"named as actor by {claimant}"))
    for who, role in links:
        if who is not None and who.name.strip():
            yield _who(who)
            yield _entity(
                make_id("lnk", incident.id, who_id(who), role),
                "UnknownLink",
                subject=who_id(who),
                object=incident.id,
                role=one_line(role),
                status="retracted" if account.is_retracted else account.stance.value,
                proof=documents,
            )


def _tie(desk: Desk, event: str, document: str, role: str, place: tuple[int, int]) -> Iterator[Entity]:
    """The words that tie a report to an event."""
    report = desk.documents.get(document)
    if report is None:
        return
    start, end = place
    yield _entity(
        make_id("tie", event, document, f"{start}-{end}", role),
        "Documentation",
        document=document,
        entity=event,
        role=one_line(role),
        summary=one_line(report.text[start:end], 2000),
        description=f"characters {start} to {end} of the text with SHA-256 {report.text_sha256}",
    )


def _gathering(desk: Desk, gathering: Gathering) -> Iterator[Entity]:
    start, end = _days(gathering.when)
    named = [who for who in (*gathering.hosts, *gathering.participants) if who.name.strip()]
    for who in named:
        yield _who(who)
    where = _location(desk, gathering.where)
    yield _entity(
        gathering.id,
        "Event",
        name=f"{one_line(gathering.kind).capitalize()}{', ' + where if where else ''}",
        startDate=start,
        endDate=end,
        location=where,
        organizer=[who_id(who) for who in gathering.hosts if who.name.strip()],
        involved=[who_id(who) for who in named],
        description=gathering.factuality.value,
    )
    yield from _tie(
        desk, gathering.id, gathering.document, "reports", (gathering.sentence.start, gathering.sentence.end)
    )


def who_id(who: Who) -> str:
    """The situation's id where the name was resolved to it; else one made of the name."""
    return f"who-{who.entity}" if who.entity else make_id("who", who.kind.value, who.name)


def _who(who: Who) -> Entity:
    is_person = who.kind is Kind.PERSON
    return _entity(
        who_id(who),
        _SCHEMA[who.kind],
        name=one_line(who.name),
        country=who.state.lower() if _STATE.fullmatch(who.state) else "",
        alias=[one_line(each) for each in who.candidates],
        **({"position": one_line(who.office)} if is_person else {"description": one_line(who.office)}),
    )


def _location(desk: Desk, where: Where | None) -> str:
    return where_words(where, desk.places) if where else ""


def _days(when: When | None) -> tuple[str, str]:
    if when is None or when.earliest is None or when.latest is None:
        return "", ""
    return when.earliest.isoformat(), when.latest.isoformat()
