"""One real story told twice: what a careful reader finds in it, and so must the program.

The reports are not part of the project (see ``corpora``). The situation used here knows two parties and nothing else.
"""

from __future__ import annotations

import pytest
from corpora import REPORTS, need

from trucewatch.documents import Document, Received, read
from trucewatch.events import Events
from trucewatch.events.model import EventMention, Factuality, Gathering, Stance
from trucewatch.lineage import compare
from trucewatch.lineage.model import Comparison, DerivationKind, QuotationChange, SentenceChange
from trucewatch.pipeline import Extracted, extract
from trucewatch.situation import Stage, read_situation
from trucewatch.statements import Act, Form, Statement

pytestmark = pytest.mark.evaluation

SITUATION = read_situation(
    """
id = "two-states"
title = "Two states"
start = 2025-03-01
end = 2025-04-30
[[party]]
id = "ukraine"
name = "Ukraine"
state = "UA"
[[party]]
id = "russia"
name = "Russia"
state = "RU"
"""
)
PUBLISHED = "2025-04-10"


def report(number: str, published: str = PUBLISHED) -> Document:
    paths = sorted(need(REPORTS).glob(f"{number}_*.txt"))
    assert len(paths) == 1
    return read(Received(raw=paths[0].read_bytes(), name=paths[0].name, published=published))


@pytest.fixture(scope="module")
def first() -> Extracted:
    return extract(report("000"), SITUATION)


@pytest.fixture(scope="module")
def second() -> Extracted:
    return extract(report("002"), SITUATION)


@pytest.fixture(scope="module")
def sheet(first: Extracted, second: Extracted) -> Comparison:
    return compare(first.document, second.document)


def said_by(extracted: Extracted, name: str) -> list[Statement]:
    return [s for s in extracted.statements if any(name in w.name for w in s.speakers)]


def words_of(extracted: Extracted, statement: Statement) -> str:
    return " … ".join(span.of(extracted.document.text) for span in statement.content)


class TestOneStory:
    """The second derives from a longer version of the first."""

    def test_rewritten_sentence_by_sentence(self, sheet: Comparison) -> None:
        """Twelve sentences of the first have their counterpart one sentence later in the second, and no other."""
        assert sheet.kind is DerivationKind.REWRITTEN
        a = {span: i for i, span in enumerate(report("000").sentences)}
        b = {span: i for i, span in enumerate(report("002").sentences)}
        links = {(a[x], b[y]) for row in sheet.sentences for x in row.a for y in row.b}
        assert links == {(i, i + 1) for i in range(12)}

    def test_what_each_adds_and_drops(self, sheet: Comparison) -> None:
        """The first's last sentence is dropped; the second's headline and its second half are added."""
        changes = [row.change for row in sheet.sentences]
        assert changes.count(SentenceChange.DROPPED) == 1
        assert changes.count(SentenceChange.ADDED) == 21

    def test_quotations(self, sheet: Comparison) -> None:
        """Two quotations altered inside the marks, one turned into indirect speech, the nickname verbatim."""
        text = report("000").text
        kinds: dict[QuotationChange, list[str]] = {}
        for pair in sheet.quotations:
            kinds.setdefault(pair.change, []).append(pair.a.of(text) if pair.a else "")
        altered = kinds[QuotationChange.ALTERED]
        assert len(altered) == 2
        assert any("sovereignty" in q for q in altered)
        assert any("automatic security" in q for q in altered)
        assert len(kinds[QuotationChange.UNQUOTED]) == 1
        assert kinds[QuotationChange.UNQUOTED][0].startswith("We cannot jeopardize")
        assert any("coalition" in q for q in kinds[QuotationChange.VERBATIM])


def gathering(events: Events, count: int) -> Gathering:
    found = [g for g in events.gatherings if g.participants_count and g.participants_count.low == count]
    assert len(found) == 1, [g.participants_count for g in events.gatherings]
    return found[0]


def names(who: tuple[object, ...]) -> set[str]:
    return {getattr(w, "name", "") for w in who}


class TestGatherings:
    """Who met whom, where, when, and who stayed away."""

    @pytest.mark.parametrize("which", ["first", "second"])
    def test_thirty_states(self, which: str, request: pytest.FixtureRequest) -> None:
        """About 30 states, NATO headquarters in Brussels, on the Thursday, two hosts, one state absent, a purpose."""
        extracted: Extracted = request.getfixturevalue(which)
        meeting = gathering(extracted.events, 30)
        assert meeting.participants_count is not None
        assert meeting.participants_count.is_approximate
        assert meeting.where is not None
        assert "Brussels" in meeting.where.name
        assert meeting.when is not None
        assert meeting.when.edtf == PUBLISHED
        assert names(meeting.hosts) == {"John Healey", "Sébastien Lecornu"}
        assert {host.state for host in meeting.hosts} == {"GB", "FR"}
        assert {w.state for w in meeting.absentees} == {"US"}
        assert meeting.purpose is not None
        assert "troop" in meeting.purpose.of(extracted.document.text)

    def test_fifty_states(self, second: Extracted) -> None:
        """About 50 states on the Friday, two co-leads, one named minister not expected."""
        meeting = gathering(second.events, 50)
        assert meeting.when is not None
        assert meeting.when.edtf == "2025-04-11"
        assert names(meeting.hosts) == {"John Healey", "Boris Pistorius"}
        assert names(meeting.absentees) == {"Pete Hegseth"}

    @pytest.mark.parametrize("which", ["first", "second"])
    def test_earlier_visit(self, which: str, request: pytest.FixtureRequest) -> None:
        """An earlier visit to Kyiv by officers, one of them named."""
        extracted: Extracted = request.getfixturevalue(which)
        visits = [g for g in extracted.events.gatherings if g.kind == "visit"]
        assert len(visits) == 1
        assert visits[0].where is not None
        assert visits[0].where.name == "Kyiv"
        assert any("Radakin" in w.name for w in visits[0].participants)


class TestCommitments:
    """What is sought, outlined and withheld."""

    def test_force(self, second: Extracted) -> None:
        """A force of up to 30,000 led by two states, planned, not promised."""
        forces = [c for c in second.events.commitments if c.what == "troops" and c.amount]
        assert len(forces) == 1
        amount = forces[0].amount
        assert amount is not None
        assert (amount.low, amount.high) == (None, 30000)
        assert {w.state for w in forces[0].givers} == {"GB", "FR"}
        assert forces[0].stage in {Stage.PLANNED, Stage.PROPOSED}

    @pytest.mark.parametrize("which", ["first", "second"])
    def test_guarantees(self, which: str, request: pytest.FixtureRequest) -> None:
        """Guarantees sought from one state, which is unwilling; and wanted as a condition of a resources deal."""
        extracted: Extracted = request.getfixturevalue(which)
        guarantees = [c for c in extracted.events.commitments if c.what == "security guarantees"]
        assert any({w.state for w in c.givers} == {"US"} for c in guarantees)
        assert any(c.stage is Stage.REFUSED for c in guarantees)

    def test_assistance(self, second: Extracted) -> None:
        """Military assistance sought from about 50 states."""
        sought = [c for c in second.events.commitments if c.what == "military assistance" and c.stage is Stage.SOUGHT]
        assert any(c.givers_count and c.givers_count.low == 50 for c in sought)


class TestAgreements:
    """Three agreements at three stages."""

    def test_limited_ceasefire(self, second: Extracted) -> None:
        """A 30-day ceasefire: talks dated, terms disputed, violated."""
        truces = [a for a in second.events.agreements if a.kind == "ceasefire" and a.duration_days == 30]
        assert len(truces) == 1
        assert truces[0].when is not None
        assert truces[0].when.edtf == "2025-03-24"
        assert truces[0].is_disputed
        assert truces[0].is_violated

    @pytest.mark.parametrize("which", ["first", "second"])
    @pytest.mark.parametrize("kind", ["peace", "resources"])
    def test_not_yet_agreed(self, which: str, kind: str, request: pytest.FixtureRequest) -> None:
        """A future peace agreement, and a resources deal under negotiation: neither is in force."""
        extracted: Extracted = request.getfixturevalue(which)
        found = [a for a in extracted.events.agreements if a.kind == kind]
        assert found
        assert all(a.stage in {Stage.SOUGHT, Stage.PROPOSED, Stage.NEGOTIATED, Stage.CONDITIONAL} for a in found)


def sabotage(extracted: Extracted) -> list[EventMention]:
    return [m for m in extracted.events.mentions if m.target_class == "energy" and m.factuality is Factuality.CLAIMED]


class TestIncidents:
    """Two incidents of the period, and no history."""

    def test_mutual_accusation(self, second: Extracted) -> None:
        """Each side accuses the other of the sabotage: two mentions that mirror each other."""
        ours, theirs = sabotage(second)
        assert {(c.claimants[0].state, c.actor.state if c.actor else "") for c in (ours, theirs)} == {
            ("UA", "RU"),
            ("RU", "UA"),
        }
        assert {ours.mirror, theirs.mirror} == {ours.id, theirs.id}
        assert ours.is_violation

    def test_prisoners(self, second: Extracted) -> None:
        """Four prisoners of war, a named village near a city, a day, drone footage; alleged and denied."""
        killings = [m for m in second.events.mentions if m.target_class == "prisoners of war"]
        alleged = [m for m in killings if m.stance is Stance.ALLEGES]
        assert any("UA" in {c.state for c in m.claimants} for m in alleged)
        assert any(m.actor is not None and m.actor.state == "RU" for m in alleged)
        assert any(h.kind == "killed" and h.amount.low == h.amount.high == 4 for m in alleged for h in m.harm)
        assert any(m.when is not None and m.when.edtf == "2025-03-13" for m in alleged)
        assert any(m.where is not None and m.where.name.startswith("Piatykhatky") for m in alleged)
        text = second.document.text
        assert any("footage" in span.of(text) for m in alleged for span in m.evidence)
        denied = [m for m in killings if m.stance is Stance.DENIES]
        assert any("Peskov" in c.name for m in denied for c in m.claimants)

    def test_history_is_not_an_incident(self, second: Extracted) -> None:
        """The seizure of years ago is background."""
        text = second.document.text
        for mention in second.events.mentions:
            if "Crimea" in mention.sentence.of(text):
                assert mention.factuality is Factuality.BACKGROUND


class TestDates:
    """Dates resolve only against a known day of publication."""

    def test_unresolved_without_publication(self) -> None:
        """Without --published, Thursday keeps its precision and Feb. 26 its unknown year."""
        extracted = extract(report("000", published=""), SITUATION)
        assert extracted.document.published is None
        meeting = gathering(extracted.events, 30)
        assert meeting.when is not None
        assert not meeting.when.is_resolved
        assert meeting.when.precision.value == "day"
        trump = next(s for s in said_by(extracted, "Trump") if s.form is Form.DIRECT)
        assert trump.when is not None
        assert trump.when.edtf == "XXXX-02-26"


class TestStatements:
    """Every quoted or reported saying, with its speaker."""

    def test_direct_quotations_of_the_first(self, first: Extracted) -> None:
        """Each direct quotation has the right speaker, office and state."""
        direct = [s for s in first.statements if s.form is Form.DIRECT]
        by_start = {words_of(first, s).split()[0] + " " + words_of(first, s).split()[1]: s for s in direct}
        assert "Healey" in by_start["We cannot"].speakers[0].name
        assert by_start["We cannot"].speakers[0].state == "GB"
        assert "Minist" in by_start["Our commitment"].speakers[0].name
        assert by_start["Our commitment"].speakers[0].state == "GB"
        assert by_start["We will"].speakers[0].name == "Donald Trump"
        assert by_start["We will"].speakers[0].state == "US"

    def test_speakers_of_the_second(self, second: Extracted) -> None:
        """Ministry, president, department head and spokesman each speak, with office and state."""
        assert any(s.form is Form.DIRECT for s in said_by(second, "Yurii Bielousov"))
        prosecutor = said_by(second, "Yurii Bielousov")[0].speakers[0]
        assert prosecutor.state == "UA"
        assert "head" in prosecutor.office
        peskov = said_by(second, "Dmitry Peskov")
        assert {s.act for s in peskov} >= {Act.ASSERT, Act.DENY}
        assert peskov[0].speakers[0].state == "RU"
        ministry = [s for s in second.statements if s.form is Form.DIRECT and "Minist" in s.speakers[0].name]
        assert sum(len(s.content) for s in ministry) == 3
        assert any(s.act is Act.PLEDGE for s in said_by(second, "Donald Trump"))

    def test_nicknames_are_not_statements(self, first: Extracted, second: Extracted) -> None:
        """A nickname in quotation marks is nobody's statement."""
        for extracted in (first, second):
            assert all(words_of(extracted, s) != "coalition of the willing" for s in extracted.statements)
