"""A bulletin in which everything received tries to break out of the page, the file or the cell it is put in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from publish_sample import EMPTY, INCIDENTS, SITUATION, report

from trucewatch.events.model import Stance
from trucewatch.incidents.model import Account, Basis, Incident
from trucewatch.publish import Bulletin, GradedIncident, NotCounted
from trucewatch.values import Kind, Span, Where, Who

HOSTILE = (
    "</mark></style><script>alert(1)</script>\u202egnp.exe\u202c\x00\x1b[31m "
    "<img src=https://evil.invalid/x onerror=a()> "
    "\"'&amp; {{ 7*7 }} {% raw %} javascript:alert(1) \ud800"
)


def hostile_bulletin() -> Bulletin:
    """A bulletin in which everything received tries to break out."""
    text = f"{HOSTILE}\n\n{'A' * 10_000}\n\n{HOSTILE}"
    document = replace(
        report("hostile", text, HOSTILE, date(2031, 5, 3), "en"),
        title=HOSTILE,
        url=f"javascript:{HOSTILE}",
        language='en" onload="a()',
        notes=(HOSTILE,),
    )
    who = Who(HOSTILE, Kind.PERSON, office=HOSTILE, candidates=(HOSTILE, HOSTILE))
    account = Account(
        claimant=who,
        stance=Stance.ALLEGES,
        actor=who,
        target=who,
        target_class=HOSTILE,
        weapon=HOSTILE,
        when=None,
        where=Where(HOSTILE),
        harm=(),
        evidence=(),
        basis=(Basis("doc-hostile", "evt", Span(0, len(text))), Basis("doc-hostile", "evt", Span(5, 60))),
        publishers=(HOSTILE,),
    )
    incident = Incident(
        id="inc-hostile",
        act=HOSTILE,
        title=HOSTILE,
        when=None,
        where=Where(HOSTILE, None, lat_e6=0, lon_e6=0, radius_m=100),
        target_class=HOSTILE,
        accounts=(account,),
        mentions=(),
    )
    return replace(
        EMPTY,
        situation=replace(SITUATION, title=HOSTILE),
        documents=(document,),
        incidents=(GradedIncident(incident=incident, grade=replace(INCIDENTS[0].grade, sentence=HOSTILE)),),
        not_counted=(NotCounted(reason=HOSTILE, document="doc-hostile", span=Span(0, 30)),),
    )
