"""What was found in one report, and its text cut at the words that each fact rests on.

Decides what is marked and where a deep link (``#s=START-END``) lands. Never moves a mark: a span is what it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from trucewatch.case import Case
from trucewatch.case.facts import words_of
from trucewatch.documents import Document
from trucewatch.events import AgreementMention
from trucewatch.publish.marks import cut
from trucewatch.publish.wording import amount_words, when_words
from trucewatch.values import Amount, Span, When

_POINTED = " { background: var(--mark-deep); border-bottom: 2px solid var(--accent); }"
_ORDER = (
    "incidents",
    "statements",
    "disagreements",
    "commitments",
    "gatherings",
    "observations",
    "agreements",
    "told, not counted",
)


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of a report: what it is called, and the words it rests on, in text order."""

    id: str
    noun: str
    label: str
    spans: tuple[Span, ...]

    @property
    def is_told(self) -> bool:
        """Whether it is told or said, rather than planned, met about or agreed: those are marked more quietly."""
        return self.noun in {"incidents", "statements"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that the same marks lie over, by their numbers; ``starts`` are the marks that begin here.

    ``weight`` is how many told or said things lie over it.
    """

    text: str
    marks: tuple[int, ...]
    starts: tuple[Span, ...]
    weight: int


def facts_in(case: Case, report: str) -> tuple[Fact, ...]:
    """What was found in one report, by noun. Costs what the report touches, whatever the size of the case."""
    facts = [
        *_incidents(case, report),
        *_statements(case, report),
        *_disagreements(case, report),
        *_others(case, report),
        *_not_counted(case, report),
    ]
    return tuple(sorted(facts, key=lambda fact: (_ORDER.index(fact.noun), fact.spans, fact.id)))


def _incidents(case: Case, report: str) -> Iterator[Fact]:
    table = case.incidents(document=report)
    for row, weighed in zip(table.rows, table.records, strict=True):
        accounts = weighed.graded.incident.accounts
        bases = [basis.span for each in accounts for basis in (*each.basis, *each.evidence) if basis.document == report]
        told = [span for kept in weighed.mentions if kept.document == report for span in words_of(kept.fact)]
        yield Fact(row.id, "incidents", row.title, _in_order((*bases, *told)))


def _statements(case: Case, report: str) -> Iterator[Fact]:
    table = case.statements(document=report)
    for row, fact in zip(table.rows, table.records, strict=True):
        who = ", ".join(row.speakers) or "speaker not named"
        yield Fact(row.id, "statements", f"{who}: {row.act}", words_of(fact))


def _disagreements(case: Case, report: str) -> Iterator[Fact]:
    """Sayings of the report over which two extractors differ."""
    table = case.disagreements(document=report)
    for row, found in zip(table.rows, table.records, strict=True):
        who = f"{', '.join(row.speakers) or 'speaker not named'}: {row.act}"
        told = (
            f"not by {row.other_extractor}" if not row.other_id else f"{row.other_extractor}: {', '.join(row.differs)}"
        )
        yield Fact(row.id, "disagreements", f"{row.extractor} has {who}; {told}", words_of(found.shown))


def _others(case: Case, report: str) -> Iterator[Fact]:
    promised = case.commitments(document=report)
    for given, pledge in zip(promised.rows, promised.records, strict=True):
        yield Fact(given.id, "commitments", _label(given.what, _amount(pledge.amount), given.stage), words_of(pledge))
    held = case.gatherings(document=report)
    for met, gathering in zip(held.rows, held.records, strict=True):
        yield Fact(met.id, "gatherings", _label(met.kind, met.place, _when(gathering.when)), words_of(gathering))
    counted = case.observations(document=report)
    for seen, observation in zip(counted.rows, counted.records, strict=True):
        yield Fact(seen.id, "observations", _label(seen.kind, seen.count, seen.place), (observation.span,))
    spoken = case.agreements(document=report)
    for named, mention in zip(spoken.rows, spoken.records, strict=True):
        if isinstance(mention, AgreementMention):  # not the situation's own, which stand in no report
            label = _label(named.name or f"{named.kind} agreement", named.stage)
            yield Fact(named.id, "agreements", label, words_of(mention))


def _not_counted(case: Case, report: str) -> Iterator[Fact]:
    """Events that the report tells and no incident counts, each with why."""
    table = case.mentions(document=report)
    for row, fact in zip(table.rows, table.records, strict=True):
        if not row.incident:
            yield Fact(row.id, _ORDER[-1], f"{row.act}: {row.why}", words_of(fact))


def _amount(amount: Amount | None) -> str:
    return amount_words(amount) if amount else ""


def _when(when: When | None) -> str:
    return when_words(when) if when else ""


def _label(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _in_order(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(sorted(set(spans)))


def number(facts: Iterable[Fact]) -> dict[Span, int]:
    """The marks of a report, each with its number in text order."""
    return {span: n for n, span in enumerate(sorted({span for fact in facts for span in fact.spans}))}


def blocks_of(
    report: Document, numbered: dict[Span, int], facts: Iterable[Fact]
) -> Iterator[tuple[str, tuple[Stretch, ...]]]:
    """The report's paragraphs, each with its kind and its stretches. What stands between them is white space.

    The text is cut once, at the ends of the paragraphs as well: cutting for each paragraph would look at every mark
    for every paragraph.
    """
    told = {span for fact in facts if fact.is_told for span in fact.spans}
    sentences = frozenset(report.sentences)  # may be led to as well, though nothing marks them
    pieces = iter(cut(0, len(report.text), [*numbered, *sentences, *(block.span for block in report.blocks)]))
    piece = next(pieces, None)
    for block in report.blocks:
        stretches = []
        while piece is not None and piece.start < block.span.end:
            if piece.start >= block.span.start:
                marks = tuple(numbered[span] for span in piece.covers if span in numbered)
                starts = tuple(dict.fromkeys(span for span in piece.starts if span in numbered or span in sentences))
                text, weight = report.text[piece.start : piece.end], sum(span in told for span in piece.covers)
                stretches.append(Stretch(text, marks, starts, weight))
            piece = next(pieces, None)
        yield block.kind.value, tuple(stretches)


def pointing(numbered: dict[Span, int]) -> str:
    """The style that shows all of the words a deep link leads to, wherever other marks cut them.

    Made of numbers alone, so nothing received can be in it.
    """
    selectors = [f'.text:has([id="s={span.start}-{span.end}"]:target) .m{n}' for span, n in numbered.items()]
    return ",\n".join(selectors) + _POINTED if selectors else ""
