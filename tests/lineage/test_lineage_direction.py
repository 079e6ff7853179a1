"""Direction: what counts as evidence, and what every outlet writes for itself."""

from __future__ import annotations

from lineage_texts import ORIGINAL, REWRITE, invented, make

from trucewatch.documents import Document, Received, read
from trucewatch.documents.model import BlockKind
from trucewatch.lineage import DerivationKind, Direction, compare

WIRE = """Ministers meet over the river
By Ilka Brandt
PORT CALLIS (Agence Sud) — """
_PLAIN = "\n".join(line.replace("“", "").replace("”", "") for line in ORIGINAL.split("\n")[:9])
_RETOLD = "\n".join(line.replace("“", "").replace("”", "") for line in REWRITE.split("\n")[1:9])


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
    said = [f"“{invented(seed, 1)[:-1]},” Reyk said." for seed in (11, 12)]
    sheet = compare(make("\n".join([_PLAIN, *said]), "doc-a"), make(_RETOLD, "doc-b"))
    assert sheet.direction is Direction.A_TO_B
    assert "A has 2 quotations that B lacks" in sheet.reasons[0]
