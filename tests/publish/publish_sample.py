# ruff: noqa: E501 - reports are written as paragraphs
"""An invented truce between Arvenia and Belkora, rich enough to exercise every part of a bulletin.

All people, places, parties, outlets and words are made up. The coordinates lie on some coast so that the base map has
something to draw.
"""

from __future__ import annotations

import hashlib
from datetime import date

from trucewatch.agreements.model import Finding, Reason, Verdict
from trucewatch.corroboration.model import Grade, Origin
from trucewatch.documents.model import Block, BlockKind, Document
from trucewatch.events.model import (
    AgreementMention,
    Commitment,
    EventMention,
    Factuality,
    Gathering,
    Harm,
    Stance,
)
from trucewatch.incidents.model import Account, Basis, Incident
from trucewatch.lineage.model import (
    AlignedSentence,
    Comparison,
    Derivation,
    DerivationKind,
    Direction,
    QuotationChange,
    QuotationPair,
    SentenceChange,
    Story,
    WordChange,
)
from trucewatch.publish import Bulletin, GradedIncident, NotCounted, Receipt, Review, ReviewStatus
from trucewatch.situation.model import (
    Agreement,
    Body,
    Clause,
    Deontic,
    Party,
    Place,
    Reading,
    Situation,
    Source,
    SourceKind,
    Stage,
    Terms,
)
from trucewatch.statements.model import Act, Form, Statement
from trucewatch.values import Amount, Kind, Nearness, Precision, Span, When, Where, Who

HEAD = hashlib.sha256(b"an invented log").hexdigest()

WIRE = """Drone hits grain terminal at Port Selva, Arvenia says

PORT SELVA, 3 May (Coastal Wire)

A drone struck a grain terminal in Port Selva on Saturday, killing two dock workers, the Arvenian army said, blaming Belkora for what it called a plain breach of the sea truce.

“We counted two dead and at least five wounded, and the silo is gone,” said Colonel Ines Ravel, a spokeswoman for the army. Video filmed from the quay shows a burning silo.

Belkora denied it. “None of our aircraft flew that night,” said the defence minister, Tomas Verin.

Foreign ministers of about 20 states meet in Lume on Tuesday to prepare a monitoring force of up to 1,200 observers, hosted by the foreign minister of Lume, Ada Corvin. Belkora will not be represented."""

COPY = """Two killed as drone strikes Port Selva silo

A drone struck a grain terminal in the town of Port Selva on Saturday and killed two dock workers, according to the Arvenian army, which blamed Belkora.

“We counted two dead and five wounded, and the whole silo is destroyed,” said army spokeswoman Colonel Ines Ravel.

Belkora denied that any of its aircraft had flown that night.

Coastal Wire contributed to this report."""

RADIO = """Harbour Radio, evening news

Our reporter at Port Selva counted three covered bodies beside the grain terminal on Saturday evening. Nobody at the gate would say who fired.

Near Orvel, shells fell on a pumping station overnight, residents told Harbour Radio. It could have been either side, a fireman said."""

BELKORA = """Statement of the Belkoran Ministry of Defence

On the night of 4 May Arvenian artillery shelled the pumping station near Orvel, which lies on the Belkoran side of the line. The ministry demands an inquiry.

The claim about Port Selva is an invention. No Belkoran unit was in the area.

The sea truce does not cover warehouses that serve an army."""

ARVENIA = """Arvenian General Staff, daily summary

The shelling of the pumping station near Orvel was carried out by Belkoran forces. Arvenian units did not fire.

Two Arvenian soldiers were taken prisoner last week at Mirna."""

MISSION = """Truce Mission, spot report 12

Patrol 3 observed impact marks of at least four artillery rounds at the pumping station near Orvel. The Mission cannot establish the direction of fire. Arvenia has pledged to release 40 detainees before 15 May. Lume offers 400 observers if both sides guarantee access.

The oil depot at Kesten burned in 2029."""

TALKS = """Envoys gather in Lume

Ministers from about 20 states met in Lume on 6 May, hosted by Ada Corvin, to outline a monitoring force of up to 1,200 observers. Belkora stayed away.

“Access must come first,” Corvin said. A fisheries deal is still under negotiation."""

ARABIC = """بيان

قالت الوزارة إن السفينة «نور 7» تعرضت لإطلاق نار قرب ميناء سيلفا يوم السبت، ولم يصب أحد."""


def report(name: str, text: str, source: str, published: date | None, language: str = "en") -> Document:
    """A document with one block per paragraph, the first of them the headline."""
    blocks: list[Block] = []
    at = 0
    for paragraph in text.split("\n\n"):
        start = text.index(paragraph, at)
        at = start + len(paragraph)
        blocks.append(Block(Span(start, at), BlockKind.HEADLINE if not blocks else BlockKind.BODY))
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(
        id=f"doc-{name}",
        sha256=digest,
        media_type="text/plain",
        text=text,
        text_sha256=digest,
        language=language,
        blocks=tuple(blocks),
        sentences=tuple(block.span for block in blocks),
        reader="text 1",
        name=f"{name}.txt",
        title=text.split("\n", 1)[0],
        source=source,
        url=f"https://example.invalid/{name}",
        published=When.on(published) if published else None,
    )


DOCUMENTS = (
    report("wire", WIRE, "wire", date(2031, 5, 3)),
    report("copy", COPY, "ledger", date(2031, 5, 4)),
    report("radio", RADIO, "radio", date(2031, 5, 4)),
    report("belkora", BELKORA, "belmod", date(2031, 5, 5)),
    report("arvenia", ARVENIA, "arvgs", date(2031, 5, 5)),
    report("mission", MISSION, "mission", date(2031, 5, 6)),
    report("talks", TALKS, "ledger", date(2031, 5, 7)),
    report("arabic", ARABIC, "unlisted outlet", None, "ar"),
)
BY_NAME = {document.id.removeprefix("doc-"): document for document in DOCUMENTS}


def words(name: str, phrase: str) -> Span:
    """Where ``phrase`` stands in a sample report."""
    start = BY_NAME[name].text.index(phrase)
    return Span(start, start + len(phrase))


def basis(name: str, phrase: str) -> Basis:
    """A basis on ``phrase``."""
    return Basis(f"doc-{name}", f"evt-{name}", words(name, phrase))


ARVENIAN_ARMY = Who("the Arvenian army", Kind.BODY, entity="arvarmy", party="arvenia")
RAVEL = Who("Ines Ravel", Kind.PERSON, office="spokeswoman for the army", party="arvenia")
VERIN = Who("Tomas Verin", Kind.PERSON, office="defence minister", party="belkora")
BELKORA_WHO = Who("Belkora", Kind.STATE, party="belkora")
ARVENIA_WHO = Who("Arvenian artillery", Kind.GROUP, party="arvenia")
BELKORAN_MINISTRY = Who("Belkoran Ministry of Defence", Kind.BODY, entity="belmod", party="belkora")
GENERAL_STAFF = Who("Arvenian General Staff", Kind.BODY, entity="arvgs", party="arvenia")
MISSION_WHO = Who("Truce Mission", Kind.BODY, entity="mission")
CORVIN = Who("Ada Corvin", Kind.PERSON, office="foreign minister of Lume")

SELVA = Where("Port Selva", "selva", Nearness.AT, 37_190_000, -7_420_000, 4000)
ORVEL = Where("Orvel", "orvel", Nearness.NEAR, 37_560_000, -7_300_000, 15_000)
AT_SEA = Where("Port Selva", "selva", Nearness.NEAR, 37_050_000, -7_050_000, 600)
MIRNA = Where("Mirna", None, candidates=("mirna-north", "mirna-south"))

SITUATION = Situation(
    "arvenia-belkora",
    "The sea truce between Arvenia and Belkora",
    (Party("arvenia", "Arvenia", state=""), Party("belkora", "Belkora", state="")),
    start=date(2031, 4, 1),
    bodies=(Body("mission", "Truce Mission"),),
    places=(
        Place("selva", "Port Selva", 37_190_000, -7_420_000, 4000, kind="city"),
        Place("orvel", "Orvel", 37_560_000, -7_300_000, 5000, kind="city"),
        Place("kesten", "Kesten", 37_280_000, -6_600_000, 6000, kind="city"),
        Place("lume", "Lume", 37_020_000, -7_930_000, 7000, kind="city"),
        Place("mirna-north", "Mirna (North district)", 37_750_000, -7_900_000, 3000, kind="village"),
        Place("mirna-south", "Mirna (South district)", 37_300_000, -7_900_000, 3000, kind="village"),
    ),
    sources=(
        Source("wire", "Coastal Wire", SourceKind.AGENCY, reliability="B"),
        Source("ledger", "Morning Ledger", SourceKind.OUTLET, reliability="C"),
        Source("radio", "Harbour Radio", SourceKind.OUTLET, reliability="B"),
        Source(
            "belmod", "Belkoran Ministry of Defence", SourceKind.GOVERNMENT, control_group="Belkora", party="belkora"
        ),
        Source("arvgs", "Arvenian General Staff", SourceKind.GOVERNMENT, control_group="Arvenia", party="arvenia"),
        Source("mission", "Truce Mission", SourceKind.MISSION, reliability="A"),
    ),
    agreements=(
        Agreement(
            "sea-truce",
            "Sea and energy truce",
            "ceasefire",
            Stage.IN_FORCE,
            ("arvenia", "belkora"),
            declared=date(2031, 4, 20),
            effective=date(2031, 4, 24),
            expires=date(2031, 5, 24),
            clauses=(
                Clause(
                    "ports",
                    "No attacks on ports",
                    Deontic.PROHIBITS,
                    (
                        Reading("text", Terms(targets=("port",)), "No attack on any port", "Agreed text, article 1"),
                        Reading(
                            "arvenia", Terms(targets=("port", "shipping")), "Ports and ships alike", "Note of 25 April"
                        ),
                        Reading(
                            "belkora",
                            Terms(targets=("port",), exceptions=("warehouses that serve an army",)),
                            "Ports, but not warehouses that serve an army",
                            "Statement of 26 April",
                        ),
                    ),
                ),
                Clause(
                    "energy",
                    "No attacks on energy and water works",
                    Deontic.PROHIBITS,
                    (Reading("text", Terms(targets=("energy",), start=date(2031, 4, 24), end=date(2031, 5, 24))),),
                ),
            ),
        ),
        Agreement(
            "lume-force",
            "Lume arrangement on monitors",
            "peace",
            Stage.NEGOTIATED,
            ("arvenia", "belkora"),
            clauses=(
                Clause(
                    "observers",
                    "A monitoring force",
                    Deontic.REQUIRES,
                    (Reading("text", Terms(), "A force of 1,500 observers along the line"),),
                    amount=1500,
                    unit="observers",
                ),
            ),
        ),
    ),
)


def grade(sentence: str, certain: int, possible: int, odds: str, digit: int, *origins: Origin) -> Grade:
    """A grade as corroboration would give it."""
    contested = any(not origin.supports for origin in origins)
    return Grade(certain, possible, -200, 1400, digit, odds, contested, origins, sentence)


SELVA_GRADE = grade(
    "Counts as 2: the Arvenian army, Harbour Radio. Not counted: Morning Ledger (copy of Coastal Wire).",
    2,
    2,
    "likely",
    2,
    Origin("arvarmy", "the Arvenian army", True, 900, ("doc-wire",), True, "", "roughly even chance"),
    Origin("radio", "Harbour Radio", True, 1400, ("doc-radio",), True, "", "roughly even chance"),
    Origin("belmod", "Belkoran Ministry of Defence", False, 600, ("doc-belkora", "doc-wire"), True, "", "very likely"),
    Origin("ledger", "Morning Ledger", True, 0, ("doc-copy",), False, "copy of Coastal Wire"),
)
ORVEL_GRADE = grade(
    "Counts as 2: Harbour Radio, Truce Mission. Each side accuses the other; neither confirms the other’s account.",
    2,
    3,
    "roughly even chance",
    3,
    Origin("mission", "Truce Mission", True, 1800, ("doc-mission",), True),
    Origin("radio", "Harbour Radio", True, 1400, ("doc-radio",), True),
    Origin("arvgs", "Arvenian General Staff", False, 700, ("doc-arvenia",), True),
)
LONE_GRADE = grade(
    "Counts as 1: Arvenian General Staff.",
    1,
    1,
    "roughly even chance",
    6,
    Origin("arvgs", "Arvenian General Staff", True, 700, ("doc-arvenia",), True),
)


def finding(
    incident: str, clause: str, reading: str, verdict: Verdict, *reasons: str, by: Who | None = None
) -> Finding:
    """A finding against the sea truce."""
    return Finding(
        id=f"fnd-{incident}-{clause}-{reading}",
        incident=f"inc-{incident}",
        agreement="sea-truce",
        clause=clause,
        reading=reading,
        verdict=verdict,
        reasons=tuple(map(Reason, reasons)),
        attributed_to=(by,) if by else (),
        grade=SELVA_GRADE,
        would_change=("A record of flights that night.",) if verdict is Verdict.WOULD_BREACH else (),
    )


def account(claimant: Who | None, stance: Stance, actor: Who | None, *bases: Basis, **more: object) -> Account:
    """An account with little but what is given."""
    fields: dict[str, object] = {
        "target": None,
        "target_class": "",
        "weapon": "",
        "when": None,
        "where": None,
        "harm": (),
        "evidence": (),
        "publishers": (),
        **more,
    }
    return Account(claimant=claimant, stance=stance, actor=actor, basis=bases, **fields)  # type: ignore[arg-type]


SATURDAY = When.on(date(2031, 5, 3), "Saturday")
NIGHT = When("2031-05-03/2031-05-04", date(2031, 5, 3), date(2031, 5, 4), Precision.DAY, "the night of 4 May")
LAST_WEEK = When("", None, None, Precision.UNKNOWN, "last week")

PORT_STRIKE = Incident(
    id="inc-selva",
    act="Air/drone strike",
    title="Drone strike on a grain terminal at Port Selva",
    when=SATURDAY,
    where=SELVA,
    target_class="port",
    accounts=(
        account(
            ARVENIAN_ARMY,
            Stance.ALLEGES,
            BELKORA_WHO,
            basis("wire", "A drone struck a grain terminal in Port Selva on Saturday, killing two dock workers"),
            basis("copy", "A drone struck a grain terminal in the town of Port Selva on Saturday"),
            target_class="port",
            weapon="drone",
            when=SATURDAY,
            where=SELVA,
            harm=(
                Harm("killed", Amount(2, 2, "", words="two"), "dock workers"),
                Harm("wounded", Amount(5, None, "", words="at least five")),
            ),
            evidence=(basis("wire", "Video filmed from the quay shows a burning silo"),),
            publishers=("wire", "ledger"),
        ),
        account(
            VERIN,
            Stance.DENIES,
            None,
            basis("wire", "“None of our aircraft flew that night,”"),
            basis("belkora", "The claim about Port Selva is an invention."),
            when=SATURDAY,
            where=SELVA,
            publishers=("wire", "belmod"),
        ),
        account(
            None,
            Stance.REPORTS,
            None,
            basis("radio", "counted three covered bodies beside the grain terminal"),
            when=SATURDAY,
            where=SELVA,
            harm=(Harm("killed", Amount(3, 3), "people"),),
            publishers=("radio",),
        ),
    ),
    mentions=("evt-wire", "evt-copy", "evt-radio"),
    is_contested=True,
)
SHELLING = Incident(
    id="inc-orvel",
    act="Shelling/artillery/missile attack",
    title="Shelling of a pumping station near Orvel",
    when=NIGHT,
    where=ORVEL,
    target_class="energy",
    accounts=(
        account(
            BELKORAN_MINISTRY,
            Stance.ALLEGES,
            ARVENIA_WHO,
            basis("belkora", "Arvenian artillery shelled the pumping station near Orvel"),
            weapon="artillery",
            when=NIGHT,
            where=ORVEL,
            publishers=("belmod",),
        ),
        account(
            GENERAL_STAFF,
            Stance.ALLEGES,
            Who("Belkoran forces", Kind.GROUP, party="belkora"),
            basis("arvenia", "The shelling of the pumping station near Orvel was carried out by Belkoran forces."),
            where=ORVEL,
            publishers=("arvgs",),
        ),
        account(
            MISSION_WHO,
            Stance.CANNOT_ATTRIBUTE,
            None,
            basis("mission", "The Mission cannot establish the direction of fire."),
            where=ORVEL,
            evidence=(basis("mission", "impact marks of at least four artillery rounds"),),
            publishers=("mission",),
        ),
    ),
    mentions=("evt-belkora", "evt-arvenia", "evt-mission"),
    is_contested=True,
)
CAPTURE = Incident(
    id="inc-mirna",
    act="Abduction/forced disappearance",
    title="Two soldiers taken prisoner at Mirna",
    when=LAST_WEEK,
    where=MIRNA,
    target_class="military",
    accounts=(
        account(
            GENERAL_STAFF,
            Stance.CONFIRMS,
            None,
            basis("arvenia", "Two Arvenian soldiers were taken prisoner last week at Mirna."),
            when=LAST_WEEK,
            where=MIRNA,
            harm=(Harm("captured", Amount(2, 2), "soldiers"),),
            publishers=("arvgs",),
        ),
    ),
    mentions=("evt-arvenia-2",),
)
SHIP = Incident(
    id="inc-ship",
    act="Attack",
    title="Shots at a ship off Port Selva",
    when=SATURDAY,
    where=AT_SEA,
    target_class="shipping",
    accounts=(
        account(
            Who("the ministry", Kind.BODY, candidates=("Arvenian Ministry", "Belkoran Ministry of Defence")),
            Stance.CONFIRMS,
            None,
            basis("arabic", "السفينة «نور 7» تعرضت لإطلاق نار"),
            when=SATURDAY,
            where=AT_SEA,
            harm=(Harm("wounded", Amount(0, 0), "people"),),
            publishers=("unlisted outlet",),
        ),
    ),
    mentions=("evt-arabic",),
)

INCIDENTS = (
    GradedIncident(
        incident=PORT_STRIKE,
        grade=SELVA_GRADE,
        findings=(
            finding(
                "selva",
                "ports",
                "text",
                Verdict.WOULD_BREACH,
                "The clause was in force on 3 May 2031.",
                "A grain terminal in a port is a port under the agreed text.",
                by=BELKORA_WHO,
            ),
            finding(
                "selva",
                "ports",
                "belkora",
                Verdict.CANNOT_BE_JUDGED,
                "Whether the terminal serves an army is not known.",
                by=BELKORA_WHO,
            ),
            finding("selva", "ports", "arvenia", Verdict.WOULD_BREACH, "Ports are covered.", by=BELKORA_WHO),
            finding("selva", "energy", "text", Verdict.WOULD_NOT, "A grain terminal is not an energy work."),
        ),
    ),
    GradedIncident(
        incident=SHELLING,
        grade=ORVEL_GRADE,
        findings=(finding("orvel", "energy", "text", Verdict.WOULD_BREACH, "A pumping station is a water work."),),
    ),
    GradedIncident(incident=CAPTURE, grade=LONE_GRADE),
    GradedIncident(incident=SHIP, grade=LONE_GRADE),
)

COPY_EDGE = Derivation(
    child="doc-copy",
    parent="doc-wire",
    kind=DerivationKind.REWRITTEN,
    direction=Direction.A_TO_B,
    confidence=964,
    reasons=("The child credits the parent’s publisher.", "Three of four sentences run in the same order."),
)
STORIES = (
    Story(
        id="sty-selva",
        documents=("doc-wire", "doc-copy"),
        derivations=(COPY_EDGE,),
        roots=("doc-wire",),
        has_unseen_root=False,
        origins=1,
        title="Drone strike at Port Selva",
    ),
    *(
        Story(
            id=f"sty-{name}",
            documents=(f"doc-{name}",),
            derivations=(),
            roots=(f"doc-{name}",),
            has_unseen_root=False,
            origins=1,
        )
        for name in ("radio", "belkora", "arvenia", "mission", "talks", "arabic")
    ),
)
COMPARISON = Comparison(
    a="doc-wire",
    b="doc-copy",
    kind=DerivationKind.REWRITTEN,
    direction=Direction.A_TO_B,
    confidence=964,
    reasons=COPY_EDGE.reasons,
    features=(("order", 900),),
    sentences=(
        AlignedSentence(
            SentenceChange.REWORDED,
            (words("wire", "Drone hits grain terminal at Port Selva, Arvenia says"),),
            (words("copy", "Two killed as drone strikes Port Selva silo"),),
            410,
            (WordChange(words("wire", "hits grain terminal at"), words("copy", "strikes")),),
        ),
        AlignedSentence(
            SentenceChange.DROPPED, (words("wire", "Video filmed from the quay shows a burning silo."),), ()
        ),
        AlignedSentence(SentenceChange.ADDED, (), (words("copy", "Coastal Wire contributed to this report."),)),
        AlignedSentence(
            SentenceChange.REWORDED,
            (words("wire", "“None of our aircraft flew that night,” said the defence minister, Tomas Verin."),),
            (words("copy", "Belkora denied that any of its aircraft had flown that night."),),
            620,
        ),
    ),
    quotations=(
        QuotationPair(
            QuotationChange.ALTERED,
            words("wire", "We counted two dead and at least five wounded, and the silo is gone,"),
            words("copy", "We counted two dead and five wounded, and the whole silo is destroyed,"),
            820,
            (
                WordChange(words("wire", "at least"), None, "number"),
                WordChange(None, words("copy", "whole")),
                WordChange(words("wire", "gone"), words("copy", "destroyed")),
            ),
        ),
        QuotationPair(
            QuotationChange.UNQUOTED,
            words("wire", "None of our aircraft flew that night,"),
            words("copy", "Belkora denied that any of its aircraft had flown that night."),
            600,
        ),
    ),
)

STATEMENTS = (
    Statement(
        id="stm-1",
        document="doc-wire",
        speakers=(RAVEL,),
        act=Act.ASSERT,
        form=Form.DIRECT,
        content=(words("wire", "We counted two dead and at least five wounded, and the silo is gone,"),),
        cue=words("wire", "said"),
        sentence=words("wire", "“We counted two dead"),
    ),
    Statement(
        id="stm-2",
        document="doc-wire",
        speakers=(VERIN,),
        act=Act.DENY,
        form=Form.DIRECT,
        content=(words("wire", "None of our aircraft flew that night,"),),
        cue=None,
        sentence=words("wire", "“None of our aircraft flew that night,” said"),
    ),
    Statement(
        id="stm-3",
        document="doc-arabic",
        speakers=(),
        act=Act.ASSERT,
        form=Form.INDIRECT,
        content=(words("arabic", "السفينة «نور 7» تعرضت لإطلاق نار قرب ميناء سيلفا"),),
        cue=None,
        sentence=words("arabic", "قالت الوزارة"),
    ),
    Statement(
        id="stm-4",
        document="doc-talks",
        speakers=(CORVIN,),
        act=Act.DEMAND,
        form=Form.DIRECT,
        content=(words("talks", "Access must come first,"),),
        cue=None,
        sentence=words("talks", "“Access must come first,” Corvin said."),
        via=(Who("Morning Ledger", Kind.SOURCE),),
    ),
)
MENTIONS = (
    EventMention(
        id="evt-wire",
        document="doc-wire",
        act="Air/drone strike",
        trigger=words("wire", "struck"),
        sentence=words("wire", "A drone struck a grain terminal"),
        factuality=Factuality.CLAIMED,
        stance=Stance.ALLEGES,
        actor=BELKORA_WHO,
        when=SATURDAY,
        where=SELVA,
        claimants=(ARVENIAN_ARMY,),
    ),
)
COMMITMENTS = (
    Commitment(
        id="com-1",
        document="doc-talks",
        what="troops",
        stage=Stage.PLANNED,
        span=words("talks", "a monitoring force of up to 1,200 observers"),
        sentence=words("talks", "Ministers from about 20 states met"),
        givers_count=Amount(20, 20, "states", is_approximate=True),
        amount=Amount(None, 1200, "observers"),
    ),
    Commitment(
        id="com-2",
        document="doc-mission",
        what="troops",
        stage=Stage.CONDITIONAL,
        span=words("mission", "Lume offers 400 observers"),
        sentence=words("mission", "Lume offers 400 observers if both sides guarantee access."),
        givers=(Who("Lume", Kind.STATE),),
        amount=Amount(400, 400, "observers"),
        conditions=(words("mission", "if both sides guarantee access"),),
    ),
    Commitment(
        id="com-3",
        document="doc-mission",
        what="prisoners",
        stage=Stage.AGREED,
        span=words("mission", "pledged to release 40 detainees"),
        sentence=words("mission", "Arvenia has pledged to release 40 detainees before 15 May."),
        givers=(Who("Arvenia", Kind.STATE, party="arvenia"),),
        amount=Amount(40, 40, "detainees"),
        when=When("../2031-05-15", None, None, Precision.UNKNOWN, "before 15 May"),
    ),
)
GATHERINGS = (
    Gathering(
        id="gat-1",
        document="doc-talks",
        kind="meeting",
        trigger=words("talks", "met"),
        sentence=words("talks", "Ministers from about 20 states met in Lume on 6 May"),
        when=When.on(date(2031, 5, 6), "6 May"),
        where=Where("Lume", "lume", Nearness.AT, 37_020_000, -7_930_000, 7000),
        hosts=(CORVIN,),
        participants_count=Amount(20, 20, "states", is_approximate=True),
        absentees=(BELKORA_WHO,),
        purpose=words("talks", "to outline a monitoring force"),
    ),
)
AGREEMENTS = (
    AgreementMention(
        id="agm-1",
        document="doc-wire",
        kind="ceasefire",
        trigger=words("wire", "sea truce"),
        sentence=words("wire", "what it called a plain breach of the sea truce"),
        agreement="sea-truce",
        stage=Stage.IN_FORCE,
        is_violated=True,
    ),
    AgreementMention(
        id="agm-2",
        document="doc-talks",
        kind="resources",
        trigger=words("talks", "fisheries deal"),
        sentence=words("talks", "A fisheries deal is still under negotiation."),
        stage=Stage.NEGOTIATED,
    ),
)

BULLETIN = Bulletin(
    situation=SITUATION,
    start=date(2031, 5, 1),
    end=date(2031, 5, 7),
    log_size=214,
    log_head=HEAD,
    engine="trucewatch 0.1.0",
    documents=DOCUMENTS,
    stories=STORIES,
    statements=STATEMENTS,
    mentions=MENTIONS,
    incidents=INCIDENTS,
    commitments=COMMITMENTS,
    gatherings=GATHERINGS,
    agreements=AGREEMENTS,
    comparisons=(COMPARISON,),
    not_counted=(
        NotCounted(
            reason="history, outside the period under watch",
            document="doc-mission",
            span=words("mission", "The oil depot at Kesten burned in 2029."),
        ),
        NotCounted(reason="kept and shown, but this engine has no rules for its language", document="doc-arabic"),
    ),
    reviews=(
        Review(item="inc-selva", status=ReviewStatus.ACCEPTED, reviewer="M. Osei", entry=210),
        Review(item="com-2", status=ReviewStatus.CORRECTED, reviewer="M. Osei", note="stage was “offered”", entry=211),
    ),
    receipts=tuple(
        Receipt(document=document.id, at=f"2031-05-07T06:00:0{number}Z", entry=number)
        for number, document in enumerate(DOCUMENTS)
    ),
)

SMALL = Bulletin(
    situation=SITUATION,
    start=date(2031, 5, 3),
    end=date(2031, 5, 4),
    log_size=9,
    log_head=HEAD,
    engine="trucewatch 0.1.0",
    documents=(*DOCUMENTS[:2], BY_NAME["arvenia"]),
    stories=STORIES[:1],
    statements=STATEMENTS[:1],
    incidents=(GradedIncident(incident=CAPTURE, grade=LONE_GRADE),),
    comparisons=(COMPARISON,),
)
EMPTY = Bulletin(situation=SITUATION, start=None, end=None, log_size=1, log_head=HEAD, engine="trucewatch 0.1.0")
