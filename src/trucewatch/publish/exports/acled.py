"""Exports incidents as CSV with the columns of ACLED, for tools that read its event files.

ACLED-shaped, not ACLED's data or coding: where accounts differ about the actor the column is empty and the notes say
who says what; fatalities are the lowest number stated, empty where none is, and the notes give the range; coordinates
are the centre of an area whose radius stands in the tags; the country is its ISO 3166-1 code.
Cells that a spreadsheet would run are made harmless.
"""

from __future__ import annotations

import csv
import io
from datetime import datetime

from trucewatch.events.model import Stance
from trucewatch.incidents.model import Account, Incident
from trucewatch.publish.model import Bulletin, GradedIncident
from trucewatch.publish.sheet.desk import Desk
from trucewatch.publish.sheet.incidents import event_type, grade_words
from trucewatch.publish.shown import is_formula, one_line
from trucewatch.publish.wording import harm_words, who_words
from trucewatch.situation import find_place
from trucewatch.values import Precision, When, Where

COLUMNS = tuple(
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 "  # noqa: SIM905 - a table
    "actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location "
    "latitude longitude geo_precision source source_scale notes fatalities tags timestamp".split()
)

_DISORDER = {
    "Battles": "Political violence",
    "Explosions/Remote violence": "Political violence",
    "Violence against civilians": "Political violence",
    "Protests": "Demonstrations",
    "Riots": "Demonstrations",
    "Strategic developments": "Strategic developments",
}
_DISORDER_OF_SUB = {  # ACLED codebook: the two sub-events that cross the line between the disorder types
    "Excessive force against protesters": "Political violence; Demonstrations",
    "Mob violence": "Political violence",
}
_TIME_PRECISION = {Precision.DAY: "1", Precision.WEEK: "2", Precision.MONTH: "3", Precision.YEAR: "3"}
_NEAR_M, _AREA_M = 5_000, 50_000  # up to which radius ACLED's geo_precision is 1 and 2: a town, a part of a region
_ADMIN = {"region": "admin1", "district": "admin2"}
_MOST_LEVELS = 8  # of places within places
_MICRO = 1_000_000


def export_acled_csv(bulletin: Bulletin) -> str:
    """All incidents as CSV, with the byte order mark that makes Excel read UTF-8."""
    desk = Desk(bulletin)
    times = {receipt.document: receipt.at for receipt in bulletin.receipts}
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    for graded in bulletin.incidents:
        writer.writerow(
            {name: cell if name in _NUMBERS else harmless(cell) for name, cell in _row(desk, graded, times)}
        )
    return "\ufeff" + out.getvalue()


_NUMBERS = frozenset({"latitude", "longitude", "fatalities", "timestamp", "year"})  # written by us, never received


def harmless(cell: str) -> str:
    """``cell`` on one line, with an apostrophe before what a spreadsheet would take for a formula."""
    flat = one_line(cell, 8000)
    return f"'{flat}" if is_formula(flat) or is_formula(cell) else flat


def _row(desk: Desk, graded: GradedIncident, times: dict[str, str]) -> list[tuple[str, str]]:
    incident = graded.incident
    kind = event_type(incident.act)
    actors = sorted({who_words(account.actor) for account in incident.accounts if account.actor})
    cells = {
        "event_id_cnty": incident.id,
        "disorder_type": _DISORDER_OF_SUB.get(incident.act, _DISORDER.get(kind, "")),
        "event_type": kind,
        "sub_event_type": incident.act,
        "actor1": actors[0] if len(actors) == 1 else "",
        "actor2": _only_target(incident),
        "civilian_targeting": "Civilian targeting" if incident.target_class == "civilians" else "",
        "source": "; ".join(_publishers(desk, incident)),
        "notes": _notes(incident),
        "fatalities": _fatalities(incident),
        "tags": _tags(desk, graded),
        "timestamp": _timestamp(incident, times),
        **_date(incident.when),
        **_place(desk, incident.where),
    }
    return list(cells.items())


def _only_target(incident: Incident) -> str:
    targets = sorted({who_words(account.target) for account in incident.accounts if account.target})
    return targets[0] if len(targets) == 1 else ""


def _publishers(desk: Desk, incident: Incident) -> list[str]:
    names = (desk.publisher(source) for account in incident.accounts for source in account.publishers)
    return list(dict.fromkeys(names))


def _notes(incident: Incident) -> str:
    return " ".join([f"{incident.title}.", *(_account(account) for account in incident.accounts)])


def _account(account: Account) -> str:
    actor = f" that {who_words(account.actor)} did it" if account.actor else ""
    harm = f" ({'; '.join(harm_words(each) for each in account.harm)})" if account.harm else ""
    retracted = " Since retracted." if account.is_retracted else ""
    return f"{who_words(account.claimant, 'A report in its own voice')} {account.stance.value}{actor}{harm}.{retracted}"


def _fatalities(incident: Incident) -> str:
    """The lowest of what the accounts state; within one account its largest number, since groups may overlap."""
    stated = [
        max(killed)
        for account in incident.accounts
        if account.stance is not Stance.DENIES and not account.is_retracted
        if (
            killed := [
                harm.amount.low for harm in account.harm if harm.kind == "killed" and harm.amount.low is not None
            ]
        )
    ]
    return str(min(stated)) if stated else ""


def _tags(desk: Desk, graded: GradedIncident) -> str:
    incident = graded.incident
    tags = [f"grade={grade_words(graded.grade)}", f"information_digit={graded.grade.digit}"]
    if incident.is_contested or graded.grade.is_contested:
        tags.append("contested")
    if any(account.stance is Stance.DENIES for account in incident.accounts):
        tags.append("denied")
    if incident.where and incident.where.radius_m is not None:
        tags.append(f"radius_m={incident.where.radius_m}")
    tags.append(desk.review(incident.id) or "not reviewed")
    return "; ".join(tags)


def _timestamp(incident: Incident, times: dict[str, str]) -> str:
    """When the last report that it rests on was received, by the log, in seconds since 1970."""
    documents = {basis.document for account in incident.accounts for basis in account.basis}
    received = [datetime.fromisoformat(times[each]) for each in documents if times.get(each)]
    return str(int(max(received).timestamp())) if received else ""


def _date(when: When | None) -> dict[str, str]:
    if when is None or when.earliest is None:
        return {}
    is_span = when.earliest != when.latest and when.precision is Precision.DAY
    precision = "2" if is_span else _TIME_PRECISION.get(when.precision, "")
    return {"event_date": when.earliest.isoformat(), "year": str(when.earliest.year), "time_precision": precision}


def _place(desk: Desk, where: Where | None) -> dict[str, str]:
    if where is None:
        return {}
    cells = {"location": where.name, **_levels(desk, where.place)}
    if where.lat_e6 is not None and where.lon_e6 is not None and where.radius_m is not None:
        cells["latitude"], cells["longitude"] = _degrees(where.lat_e6), _degrees(where.lon_e6)
        cells["geo_precision"] = "1" if where.radius_m <= _NEAR_M else "2" if where.radius_m <= _AREA_M else "3"
    return cells


def _levels(desk: Desk, place: str | None) -> dict[str, str]:
    """Country and administrative levels, as far as the situation file says what lies within what."""
    cells: dict[str, str] = {}
    for _ in range(_MOST_LEVELS):
        here = find_place(desk.bulletin.situation, place or "")
        if here is None:
            break
        if here.kind in _ADMIN:
            cells.setdefault(_ADMIN[here.kind], here.name)
        if here.state:
            cells.setdefault("country", here.state)
        place = here.within
    return cells


def _degrees(micro: int) -> str:
    sign = "-" if micro < 0 else ""
    whole, rest = divmod(abs(micro), _MICRO)
    return f"{sign}{whole}.{rest:06d}"
