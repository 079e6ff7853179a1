"""Direction: what counts as evidence, and what every outlet writes for itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from lineage_texts import ORIGINAL, REWRITE, invented, make

from trucewatch.documents import Document, Received, read
from trucewatch.documents.model import BlockKind
from trucewatch.lineage import DerivationKind, Direction, compare
from trucewatch.lineage.credit_lines import find_credits
from trucewatch.values import Precision, When

WIRE = """Ministers meet over the river
By Ilka Brandt
PORT CALLIS (Agence Sud) — """
_PLAIN = "\n".join(line.replace("“", "").replace("”", "") for line in ORIGINAL.split("\n")[:9])
_RETOLD = "\n".join(line.replace("“", "").replace("”", "") for line in REWRITE.split("\n")[1:9]).replace("43", "41")


def _read(text: str, source: str = "") -> Document:
    return read(Received(raw=text.encode(), name="report.txt", source=source))


def test_a_credited_agency_is_known_by_its_dateline() -> None:
    """Without a case, a report that credits an agency derives from the one that the agency wired."""
    wired, retold = _read(WIRE + _PLAIN), _read(f"{_RETOLD}\n\nAgence Sud contributed to this report.")
    assert wired.dateline is not None
    sheet = compare(wired, retold)
    assert sheet.kind is not DerivationKind.COMMON_SOURCE
    assert sheet.direction is Direction.A_TO_B
    assert sheet.reasons[0] == "B credits the source of A."
    assert compare(retold, wired).direction is Direction.B_TO_A


def test_two_papers_that_carry_one_agency_credit_neither() -> None:
    """The same agency in both datelines says nothing about which paper had it first."""
    one, two = _read(WIRE + ORIGINAL, "daily"), _read(WIRE + ORIGINAL.replace("lorry", "truck"), "evening")
    assert compare(one, two).direction is Direction.UNKNOWN


def test_headlines_bylines_and_captions_are_nobodys_own_matter() -> None:
    """Each outlet's own headline, byline and caption do not make an unseen version out of a rewrite."""
    kinds = (BlockKind.HEADLINE, BlockKind.BYLINE, BlockKind.CAPTION)
    furnished = [f"{invented(seed, 1)}\nBy {invented(seed + 50, 1)}\n{invented(seed + 90, 1)}" for seed in (1, 2)]
    one = make(f"{furnished[0]}\n{_PLAIN}", "doc-a", kinds=kinds)
    two = make(f"{furnished[1]}\n{_RETOLD}", "doc-b", kinds=kinds)
    sheet = compare(one, two)
    assert sheet.kind is DerivationKind.REWRITTEN
    assert not any("lacks" in reason for reason in sheet.reasons)


def test_quotations_worn_on_both_sides_direct_nobody() -> None:
    """Where each version lost the marks that the other kept, neither was made from the other alone."""
    a = REWRITE.replace("General Tomas Reyk told reporters the", "“The").replace("signed for it.", "signed for it.”")
    b = ORIGINAL.replace("“Our batteries", "Our batteries").replace("for it,”", "for it,")
    a = a.replace("“We will not keep", "We will not keep").replace("Ostrel,” Maarten", "Ostrel, Maarten")
    sheet = compare(make(a, "doc-a"), make(b, "doc-b"))
    changes = {pair.change.value for pair in sheet.quotations}
    assert {"turned into indirect speech", "turned from indirect speech into a quotation"} <= changes
    assert sheet.direction is Direction.UNKNOWN


def test_one_that_lost_quotations_and_added_nothing_is_the_later() -> None:
    """Where all of one version and all its quotations stand in the other, which has more of them, it was cut."""
    said = [f"“{invented(seed, 1)[:-1]},” Reyk said." for seed in (11, 12, 13, 14)]
    sheet = compare(make("\n".join([*said, _PLAIN]), "doc-a"), make(_RETOLD, "doc-b"))
    assert sheet.direction is Direction.A_TO_B
    assert "A has 4 quotations that B lacks" in sheet.reasons[0]


def test_an_opening_is_not_called_a_copy_of_the_full_text() -> None:
    """What stands beyond the last sentence that both tell was not lost: it may be what the other was the opening of."""
    said = [f"“{invented(seed, 1)[:-1]},” Reyk said on day {seed}." for seed in range(11, 25)]
    sheet = compare(make(_RETOLD, "doc-a"), make("\n".join([_RETOLD.replace("Tuesday", "Monday"), *said]), "doc-b"))
    assert not any("quotations that" in reason for reason in sheet.reasons)


def test_whoever_quotes_another_report_comes_after_it() -> None:
    """A sentence that stands in quotation marks word for word was there to be quoted, however much else is lacking."""
    lines = _PLAIN.split("\n")
    quoting = "\n".join([*lines[:4], *(f"“{line[:-1]},” the paper wrote." for line in lines[4:8])])
    sheet = compare(make(quoting, "doc-a"), make(_PLAIN, "doc-b"))
    assert sheet.direction is Direction.B_TO_A
    assert sheet.reasons[0] == "A quotes 4 passages of B word for word."


_DAY = date(2031, 3, 4)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (When.on(_DAY), When.on(_DAY)),
        (When("2031-03", date(2031, 3, 1), date(2031, 3, 31), Precision.MONTH), When.on(_DAY)),
    ],
)
def test_times_that_overlap_decide_nothing(first: When, then: When) -> None:
    """The same day, or some day of that month, is no order."""
    sheet = compare(replace(make(_PLAIN, "doc-a"), published=first), replace(make(_RETOLD, "doc-b"), published=then))
    assert not any("published" in reason for reason in sheet.reasons)


def test_days_apart_are_surer_than_the_next_day() -> None:
    """A report of the next day may be of the same evening elsewhere; two days are two days."""
    first = make(_PLAIN, "doc-a", published=_DAY)
    near, far = (make(_RETOLD, "doc-b", published=_DAY + timedelta(days=days)) for days in (1, 2))
    one, other = compare(first, near), compare(first, far)
    assert one.direction is other.direction is Direction.A_TO_B
    assert dict(one.features)["direction"] < dict(other.features)["direction"]


def test_clues_against_each_other_leave_the_direction_open() -> None:
    """A report that credits an agency, and is dated before it, is not put behind it; both clues are told."""
    wired = replace(_read(WIRE + _PLAIN), published=When.on(_DAY))
    retold = replace(
        _read(f"{_RETOLD}\n\nAgence Sud contributed to this report."), published=When.on(_DAY.replace(day=1))
    )
    sheet = compare(wired, retold)
    assert sheet.direction is Direction.UNKNOWN
    assert {"B credits the source of A.", "These speak against each other: which came first is left open."} <= set(
        sheet.reasons
    )


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("The Harbour Post’s Ann Lee and Agence Sud contributed to this report.", "agence sud"),
        ("Harbour Post writer Ann Lee contributed from Lusk.", "harbour post"),
        ("He spoke to reporters, according to the Harbour Post.", "harbour post"),
        ("This article was originally published by The Harbour Post.", "harbour post"),
        ("This column first appeared in the Voice of Lusk.", "voice of lusk"),
        ("This report contains material from Agence Sud and the Harbour Post.", "harbour post"),
        ("He will resign (via Harbour Post).", "harbour post"),
        ("LUSK (Agence Sud) — Guns fell silent.", "agence sud"),
        ("By Ann Lee, Agence Sud", "agence sud"),
        ("Agence Sud\n\nGuns fell silent.", "agence sud"),
        ("Guns fell silent.\n\nCopyright 2031 The Harbour Post. All rights reserved.", "harbour post"),
        ("Guns fell silent, the Harbour Post reported on Friday.", "harbour post"),
        ("First published on harbourpost.example", "harbourpost.example"),
        ("LUSK (AP) — Guns fell silent.", "associated press"),
        ("Про це повідомляє Вісник Луська.", "вісник луська"),
    ],
)
def test_credit_lines_of_every_form_are_read(line: str, name: str) -> None:
    """Wires, bylines, contributors, first publishers and cited papers are credited by name."""
    assert name in find_credits(line)


def test_a_report_is_credited_by_the_site_it_was_fetched_from() -> None:
    """Where nobody declared a source, the site in the address is what a credit line may name."""
    first = replace(make(_PLAIN, "doc-a"), url="https://www.harbourpost.example/news/1")
    sheet = compare(first, make(f"{_RETOLD}\nFirst published on Harbourpost.example", "doc-b"))
    assert sheet.reasons[0] == "B credits the source of A."
