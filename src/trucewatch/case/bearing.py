"""The sentences of a case's reports that bear on a clause, whether or not an incident was found in them.

Decides which clause is meant and what was read in each sentence. How much a sentence bears is for ``agreements``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from trucewatch.agreements.relevance import Bearing, Passage, rank_for
from trucewatch.case.kept import Kept
from trucewatch.case.rows import PassageRow
from trucewatch.case.table import Table
from trucewatch.documents import Document
from trucewatch.errors import NotFoundError
from trucewatch.events import Commitment, EventMention, Observation
from trucewatch.situation import Situation
from trucewatch.situation.model import Clause
from trucewatch.statements.frames import SKIPPED_BLOCKS
from trucewatch.values import Span

_Told = dict[tuple[str, Span], list[EventMention | Commitment | Observation]]


def clause_named(situation: Situation, name: str) -> Clause:
    """The clause of that id, as ``AGREEMENT/CLAUSE`` or, where no other agreement has one of that id, ``CLAUSE``."""
    found = [
        (agreement.id, clause)
        for agreement in situation.agreements
        for clause in agreement.clauses
        if name in {clause.id, f"{agreement.id}/{clause.id}"}
    ]
    if len(found) == 1:
        return found[0][1]
    among = found or [(each.id, clause) for each in situation.agreements for clause in each.clauses]
    names = ", ".join(f"{agreement}/{clause.id}" for agreement, clause in among)
    why = "several agreements have one" if found else "no agreement of the situation has it"
    raise NotFoundError(f"no one clause {name!r}", why, f"one of {names}" if names else "add a clause to the situation")


def passage_table(clause: Clause, documents: Iterable[Document], facts: Iterable[Kept]) -> Table[PassageRow, Bearing]:
    """The sentences that bear on a clause, most first."""
    told: _Told = defaultdict(list)
    for kept in facts:
        if isinstance(kept.fact, EventMention | Commitment | Observation):
            told[kept.document, kept.fact.sentence].append(kept.fact)
    sources: dict[str, str] = {}
    passages: list[Passage] = []
    for document in documents:
        sources[document.id] = document.source
        passages.extend(_passages(document, told))
    ranked = rank_for(clause, passages)
    return Table(PassageRow, tuple(_row(bearing, sources[bearing.passage.document]) for bearing in ranked), ranked)


def _passages(document: Document, told: _Told) -> Iterator[Passage]:
    hidden = [block.span for block in document.blocks if block.kind in SKIPPED_BLOCKS]
    for sentence in document.sentences:
        if any(span.contains(sentence) for span in hidden):
            continue
        facts = told.get((document.id, sentence), [])
        mentions = [each for each in facts if isinstance(each, EventMention)]
        yield Passage(
            document=document.id,
            span=sentence,
            text=sentence.of(document.text),
            acts=tuple(each.act for each in mentions),
            targets=tuple(each.target_class for each in mentions if each.target_class),
            things=tuple(_thing(each) for each in facts if not isinstance(each, EventMention)),
        )


def _thing(fact: Commitment | Observation) -> str:
    """What would be given, or was counted."""
    return fact.what if isinstance(fact, Commitment) else fact.kind


def _row(bearing: Bearing, source: str) -> PassageRow:
    passage = bearing.passage
    return PassageRow(
        score=bearing.score,
        why=bearing.reasons,
        words=" ".join(passage.text.split()),
        document=passage.document,
        source=source,
        start=passage.span.start,
        end=passage.span.end,
    )
