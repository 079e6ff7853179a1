"""What every line-writer needs at hand: the bulletin, its names by id, and the numbering of citations.

Decides how reports, sources and parties are called, and numbers cited words in the order in which they are first
cited. Never looks words up by their text: a citation is a document id and a span.
"""

from __future__ import annotations

from trucewatch.documents.model import Document
from trucewatch.publish.model import Bulletin, Review, ReviewStatus
from trucewatch.publish.sheet.model import Cite
from trucewatch.publish.shown import one_line
from trucewatch.publish.wording import when_words
from trucewatch.values import Span

AGREED = "the agreed text"
TEXT_READING = "text"  # situation.model.Reading: the agreed wording, not any party's version


class Desk:
    """Names and numbers for one rendering of one bulletin."""

    def __init__(self, bulletin: Bulletin) -> None:
        situation = bulletin.situation
        self.bulletin = bulletin
        self.documents = {document.id: document for document in bulletin.documents}
        self.places = {place.id: place.name for place in situation.places}
        self.parties = {party.id: party.name for party in situation.parties}
        self.sources = {source.id: source.name for source in situation.sources}
        self.agreements = {agreement.id: agreement for agreement in situation.agreements}
        self.reviews = {review.item: review for review in bulletin.reviews}
        self._numbers: dict[tuple[str, Span], int] = {}
        self._uses: dict[str, dict[Span, list[Cite]]] = {}

    def cite(self, document: str, span: Span) -> Cite:
        """A new citation of these words. Refuses words that the bulletin does not carry: no line without its source."""
        report = self.documents.get(document)
        if report is None or span.end > len(report.text):
            raise ValueError(f"a record rests on {document}[{span.start}:{span.end}], which the bulletin lacks")
        key = (document, span)
        number = self._numbers.setdefault(key, len(self._numbers) + 1)
        uses = self._uses.setdefault(document, {}).setdefault(span, [])
        words = one_line(span.of(report.text))
        cite = Cite(number, len(uses) + 1, document, span, words, report.language, self.source_name(report))
        uses.append(cite)
        return cite

    def cite_all(self, document: str, spans: tuple[Span, ...]) -> tuple[Cite, ...]:
        """Citations of several spans of one report."""
        return tuple(self.cite(document, span) for span in spans)

    def cited(self, document: str) -> dict[Span, tuple[Cite, ...]]:
        """Every cited span of one report with its citations."""
        return {span: tuple(uses) for span, uses in self._uses.get(document, {}).items()}

    def source_name(self, document: Document) -> str:
        """Who published it, as the situation calls them."""
        return one_line(self.sources.get(document.source, document.source) or "unnamed source", 80)

    def publisher(self, source: str) -> str:
        """The name of a source given by id or by name."""
        return one_line(self.sources.get(source, source), 80)

    def label(self, document_id: str) -> str:
        """``Source, 14 March 2025: Title``: how a report is called in a sentence."""
        document = self.documents.get(document_id)
        if document is None:
            return document_id
        published = when_words(document.published) if document.published else "undated"
        title = one_line(document.title or document.name or document.id, 90)
        return f"{self.source_name(document)}, {published}: {title}"

    def party(self, party: str) -> str:
        """A party's name, or "the agreed text"."""
        return AGREED if party == TEXT_READING else one_line(self.parties.get(party, party), 80)

    def review(self, item: str) -> str:
        """How far a person stands behind a record."""
        review = self.reviews.get(item)
        return _REVIEWED[review.status] + _by(review) if review else ""


_REVIEWED = {
    ReviewStatus.ACCEPTED: "reviewed and accepted",
    ReviewStatus.CORRECTED: "reviewed and corrected",
    ReviewStatus.REJECTED: "reviewed and rejected",
}


def _by(review: Review) -> str:
    by = f" by {one_line(review.reviewer, 60)}" if review.reviewer else ""
    return by + (f": {one_line(review.note, 160)}" if review.note else "")
