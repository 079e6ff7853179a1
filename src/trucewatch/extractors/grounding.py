"""The grounder: claims in, records out. The only place where what an extractor proposes becomes a statement.

Decides in numbered steps, each of which keeps exact spans or rejects with a reason that is counted:

1. Each piece of content is found where it is claimed, or else as ``searching`` finds words. Of repeats, one that has
   the cue or the source in its paragraph; then the first in the order in which claims came. Beyond that nothing is
   chosen. One piece that is not in the text drops the candidate: words put into a mouth are worse than none.
2. The cue, the source, the addressee and the accused are found beside what was said: in its sentence, then in its
   paragraph, then in what the extractor read; of repeats, the one that stands closest. One not found is left out.
3. The quotation marks decide the bounds of what was said and whose words they are (``bounds``).
4. What is no quotation needs a cue or a source in the text: without either, nothing shows that it was said.
5. Who the words name and which act a cue does, the core's own rules say (``statements.Meanings``).

Never searches for words in any other way, never keeps words that are only alike, and never adds a statement.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from trucewatch.extractors.bounds import Bounds
from trucewatch.extractors.model import Candidate, Grounded, Piece, Proposal, Reason, Rejection
from trucewatch.extractors.searching import Searcher
from trucewatch.language import Analysis
from trucewatch.statements import WITHOUT_CONTENT, Act, Form, Meanings, Statement, spoken_paragraphs
from trucewatch.values import Span, Who, make_id

#: The kind of id that statements of other extractors have; the default rules' have "sta".
KIND = "alt"
_BESIDE = ("cue", "source", "addressee", "accused")
_ACTS = {act.value: act for act in Act}
_SHOWN = 200  # characters of rejected words that are kept to be shown


def ground(proposal: Proposal, analysis: Analysis) -> Grounded:
    """What the words of the document bear out of a proposal."""
    return _Grounder(analysis, f"{proposal.extractor}/{proposal.version}", proposal.extractor).all(proposal.candidates)


class _RejectedError(Exception):
    """Ends the grounding of one candidate."""

    def __init__(self, part: str, reason: Reason, words: str = "") -> None:
        super().__init__(part)
        self.part = part
        self.reason = reason
        self.words = words


class _Grounder:
    """Grounds the candidates of one document in their order."""

    def __init__(self, analysis: Analysis, extractor: str, name: str) -> None:
        self._document = analysis.document
        self._extractor = extractor
        self._name = name
        self._searcher = Searcher(self._document.text)
        self._bounds = Bounds(self._document.text, analysis.quotations, spoken_paragraphs(analysis))
        self._meanings = Meanings(analysis)
        self._paragraphs = _Cuts([block.span for block in self._document.blocks], len(self._document.text))
        self._sentences = _Cuts(self._document.sentences, len(self._document.text))
        self._reached = 0  # where the content of the candidate before begins
        self._taken: dict[str, int] = {}  # repeated words -> where they were last found
        self._rejections: list[Rejection] = []
        self._moved: list[tuple[Span, Span]] = []

    def all(self, candidates: Sequence[Candidate]) -> Grounded:
        """Every candidate, in order; statements in text order."""
        made: dict[str, Statement] = {}
        for number, candidate in enumerate(candidates):
            try:
                statement = self._statement(number, candidate)
            except _RejectedError as rejected:
                words = rejected.words or _words_of(candidate)
                self._reject(number, rejected.part, rejected.reason, words, is_whole=True)
                continue
            if statement.id in made:
                self._reject(number, "content", Reason.DOUBLE, _words_of(candidate), is_whole=True)
            made.setdefault(statement.id, statement)
        return Grounded(
            statements=tuple(sorted(made.values(), key=_position)),
            rejections=tuple(self._rejections),
            moved=tuple(self._moved),
        )

    def _statement(self, number: int, candidate: Candidate) -> Statement:
        """One candidate as a record. Raises where the text does not bear it out."""
        if candidate.act and candidate.act not in _ACTS:
            raise _RejectedError("act", Reason.NO_ACT, candidate.act)
        claimed = self._content(candidate)  # (1)
        beside = self._beside(number, candidate, claimed)  # (2)
        cue, source = beside.get("cue"), beside.get("source")
        content = self._settled(claimed, tuple(span for span in (cue, source) if span is not None))  # (3)
        form = self._bounds.form(content)
        if cue is None and source is None and form is not Form.DIRECT:
            raise _RejectedError("cue", Reason.UNTOLD)  # (4)
        act = _ACTS.get(candidate.act) or (self._meanings.act(cue) if cue else None) or Act.ASSERT
        if not content and (act not in WITHOUT_CONTENT or (cue is None and source is None)):
            raise _RejectedError("content", Reason.NOTHING)
        self._reached = max(self._reached, content[0].start if content else 0)
        statement = Statement(
            id="",
            document=self._document.id,
            speakers=self._speakers(number, candidate, source),  # (5)
            act=act,
            form=form,
            content=content,
            cue=cue,
            sentence=self._sentences.around(cue or (content[0] if content else source)),
            source=source,
            addressees=self._who(beside.get("addressee")),
            accused=self._who(beside.get("accused")),
            is_negated=candidate.is_negated,
            extractor=self._extractor,
        )
        return replace(statement, id=self._id(statement))

    def _content(self, candidate: Candidate) -> tuple[Span, ...]:
        """(1) The pieces of what was said, in text order and apart."""
        found: list[Span] = []
        for piece in candidate.content:
            found.append(self._searcher.verified(piece) or self._found(piece, found, candidate))
        found.sort()
        if any(one.end > other.start for one, other in pairwise(found)):
            raise _RejectedError("content", Reason.OVERLAP)
        return tuple(found)

    def _found(self, piece: Piece, before: Sequence[Span], candidate: Candidate) -> Span:
        """One piece by its words: the first after the piece before it, or else wherever it stands in turn."""
        low, high = self._within(candidate)
        if before:
            after = self._searcher.find(piece, max(low, before[-1].end), high)
            if not isinstance(after, Reason):
                return after[0]
        places = self._searcher.find(piece, low, high)
        if isinstance(places, Reason):
            raise _RejectedError("content", places, piece.words)
        return places[0] if len(places) == 1 else self._in_turn(piece, places, candidate)

    def _in_turn(self, piece: Piece, places: Sequence[Span], candidate: Candidate) -> Span:
        """Of several places, one that keeps company with the cue or source; else the first not passed yet."""
        near = [span for span in places if self._has_company(span, candidate)]
        places = near or places
        since = max(self._reached, self._taken.get(piece.words, -1) + 1)
        chosen = places[0] if len(places) == 1 else next((span for span in places if span.start >= since), None)
        if chosen is None:
            raise _RejectedError("content", Reason.REPEATED, piece.words)
        self._taken[piece.words] = chosen.start
        return chosen

    def _has_company(self, span: Span, candidate: Candidate) -> bool:
        """Whether the words that report stand in the paragraph of ``span``."""
        around = self._paragraphs.around(span)
        pieces = [piece for piece in (candidate.cue, candidate.source) if piece is not None]
        plain = (Piece(piece.words) for piece in pieces)
        return bool(pieces) and all(isinstance(self._searcher.find(p, around.start, around.end), tuple) for p in plain)

    def _beside(self, number: int, candidate: Candidate, content: Sequence[Span]) -> dict[str, Span]:
        """(2) The parts that stand around what was said, as far as they are found."""
        found: dict[str, Span] = {}
        for part in _BESIDE:
            piece: Piece | None = getattr(candidate, part)
            if piece is None:
                continue
            anchors = (found["cue"],) if "cue" in found else content
            place = self._searcher.verified(piece) or self._closest(piece, anchors, content, self._within(candidate))
            if isinstance(place, Span) and part == "cue" and any(each.contains(place) for each in content):
                raise _RejectedError("content", Reason.INSIDE)
            if isinstance(place, Span):
                found[part] = place
            else:
                self._reject(number, part, place, piece.words, is_whole=False)
        return found

    def _closest(
        self, piece: Piece, anchors: Sequence[Span], content: Sequence[Span], within: tuple[int, int]
    ) -> Span | Reason:
        """The place of ``piece`` closest to the anchors, in the narrowest stretch that has one."""
        places: tuple[Span, ...] | Reason = Reason.ABSENT
        for low, high in self._stretches(anchors, content, within):
            places = self._searcher.find(piece, low, high)
            if not isinstance(places, Reason):
                break
        if isinstance(places, Reason) or len(places) == 1:
            return places if isinstance(places, Reason) else places[0]
        outside = [span for span in places if not any(span.overlaps(each) for each in content)] or places
        far = sorted((min((span.gap(each) for each in anchors), default=0), span) for span in outside)
        return Reason.REPEATED if len(far) > 1 and far[0][0] == far[1][0] else far[0][1]

    def _stretches(
        self, anchors: Sequence[Span], content: Sequence[Span], within: tuple[int, int]
    ) -> Iterator[tuple[int, int]]:
        """Where to look for what stands beside: sentence, paragraph, all that was read."""
        if spans := sorted({*anchors, *content}):
            first, last = spans[0], spans[-1]
            for cuts in (self._sentences, self._paragraphs):
                around = cuts.around(first).to(cuts.around(last))
                yield max(around.start, within[0]), min(around.end, within[1])
        yield within

    def _settled(self, claimed: Sequence[Span], reporting: Sequence[Span]) -> tuple[Span, ...]:
        """(3) The content with the bounds that the quotation marks give it."""
        content: dict[Span, None] = {}
        for span in claimed:
            settled = self._bounds.settle(span, reporting)
            if not settled:
                raise _RejectedError("content", Reason.ACROSS, span.of(self._document.text))
            if settled != (span,):
                self._moved.append((span, settled[0].to(settled[-1])))
            content.update(dict.fromkeys(settled))
        spans = tuple(sorted(content))
        if any(one.end > other.start for one, other in pairwise(spans)):
            raise _RejectedError("content", Reason.OVERLAP)
        return spans

    def _speakers(self, number: int, candidate: Candidate, source: Span | None) -> tuple[Who, ...]:
        """(5) Whom the source names; by the fuller name elsewhere where the extractor gave one that is in the text."""
        speakers = self._who(source)
        if candidate.speaker is None:
            return speakers
        places = self._searcher.find(candidate.speaker, 0, len(self._document.text))
        if isinstance(places, Reason):
            self._reject(number, "speaker", places, candidate.speaker.words, is_whole=False)
            return speakers
        fuller = self._meanings.who(places[0])[:1]
        if source is None or len(speakers) != 1:
            return speakers or fuller
        return tuple(replace(who, words=source.of(self._document.text), span=source) for who in fuller) or speakers

    def _who(self, span: Span | None) -> tuple[Who, ...]:
        return () if span is None else self._meanings.who(span)

    def _within(self, candidate: Candidate) -> tuple[int, int]:
        """What the extractor had before it, as far as the text reaches."""
        end = len(self._document.text)
        low, high = candidate.within or (0, end)
        return max(0, min(low, end)), max(0, min(high, end))

    def _reject(self, number: int, part: str, reason: Reason, words: str, *, is_whole: bool) -> None:
        self._rejections.append(
            Rejection(candidate=number, part=part, reason=reason, words=words[:_SHOWN], is_whole=is_whole)
        )

    def _id(self, statement: Statement) -> str:
        """An id of what it is and who found it; a new version of the extractor that finds the same keeps it."""
        places = [f"{span.start}-{span.end}" for span in _spans(statement)]
        names = [who.name for who in (*statement.speakers, *statement.accused)]
        return make_id(KIND, self._name, statement.document, statement.act.value, *places, *names)


class _Cuts:
    """Sentences or paragraphs, asked for by place."""

    def __init__(self, spans: Sequence[Span], length: int) -> None:
        self._spans = spans
        self._starts = [span.start for span in spans]
        self._length = length

    def around(self, span: Span | None) -> Span:
        """The one in which ``span`` begins, as far as ``span`` itself where it ends later; all where there is none."""
        if span is None:
            return Span(0, max(1, self._length))
        at = bisect_right(self._starts, span.start) - 1
        if at < 0 or self._spans[at].end <= span.start:
            return span
        return self._spans[at]


def _spans(statement: Statement) -> list[Span]:
    """Where a statement stands: its cue, else its source, and its content."""
    told = statement.cue or statement.source
    return [*([told] if told else ()), *statement.content]


def _position(statement: Statement) -> tuple[int, int, str]:
    spans = _spans(statement)
    return (min(span.start for span in spans), max(span.end for span in spans), statement.id)


def _words_of(candidate: Candidate) -> str:
    return " … ".join(piece.words for piece in candidate.content)[:_SHOWN]
