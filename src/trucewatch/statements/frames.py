"""The text as the rules read it: sentences in which a stretch of direct speech is one word.

Decides where a frame begins and ends: a sentence end inside quotation marks does not end the sentence that quotes it.
Never changes or re-reads the text; every ``Word`` keeps the span of what it stands for.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from trucewatch.documents.model import BlockKind
from trucewatch.language.gazetteer import parties_by_state, situation_gazetteer
from trucewatch.language.model import Analysis, Quotation, QuotationUse, Tag, Token
from trucewatch.statements.turns import label_ends
from trucewatch.values import Span, When, Who

#: A frame longer than this many words is cut: no rule looks farther, and a 400-page sentence must not hang.
LONGEST_FRAME = 400
_LONGEST_DATELINE = 16  # tokens of "ST. HELEN, Karvia, April 3 (Valley News) -"

COMMAS = frozenset({",", "，"})
DASHES = frozenset({"—", "–", "--", "―", "-"})
STOPS = frozenset({".", "!", "?", "…", "...", ";"})
_UNFINISHED = frozenset(",?!-–—;")  # how a quotation ends when its sentence goes on: “Why?” she asked
SKIPPED_BLOCKS = frozenset({BlockKind.BOILERPLATE, BlockKind.CREDIT, BlockKind.BYLINE})


@dataclass(frozen=True, slots=True)
class Word:
    """One token, or one whole quotation of direct speech (then ``quotation`` is set and ``form`` is how it ends)."""

    span: Span
    lower: str
    lemma: str
    tag: Tag
    form: str
    sentence: int
    quotation: Quotation | None = None
    is_time: bool = False
    is_capital: bool = False

    @property
    def is_mark(self) -> bool:
        """Whether this is punctuation or a stray quotation mark."""
        return self.quotation is None and self.tag in {Tag.PUNCTUATION, Tag.QUOTE}


@dataclass(frozen=True, slots=True)
class Frame:
    """One sentence with its quotations folded. ``block`` indexes the document's blocks.

    ``vocabulary`` are its words in lower case, so that a rule whose words are not there need not look for them.
    """

    words: tuple[Word, ...]
    block: int
    number: int
    _lowers: tuple[str, ...] = field(init=False, repr=False, compare=False)
    _tags: tuple[Tag | None, ...] = field(init=False, repr=False, compare=False)
    vocabulary: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        lowers = tuple([word.lower if word.quotation is None else "" for word in self.words])
        object.__setattr__(self, "_lowers", lowers)
        object.__setattr__(self, "_tags", tuple([w.tag if w.quotation is None else None for w in self.words]))
        object.__setattr__(self, "vocabulary", frozenset(lowers))

    def __len__(self) -> int:
        return len(self.words)

    def at(self, index: int) -> str:
        """The lower-case word at ``index``; "" outside the frame and for a quotation."""
        return self._lowers[index] if 0 <= index < len(self._lowers) else ""

    def tag(self, index: int) -> Tag | None:
        """The tag at ``index``; None outside the frame and for a quotation."""
        return self._tags[index] if 0 <= index < len(self._tags) else None

    def is_quotation(self, index: int) -> bool:
        """Whether a stretch of direct speech stands at ``index``."""
        return 0 <= index < len(self.words) and self.words[index].quotation is not None

    def past_time(self, index: int) -> int:
        """The first word at or after ``index`` that is no part of a time."""
        while index < len(self.words) and self.words[index].is_time:
            index += 1
        return index

    def quotation_free(self, index: int) -> bool:
        """Whether ``index`` is a plain word of the frame."""
        return 0 <= index < len(self.words) and self.words[index].quotation is None

    def span(self, first: int, last: int) -> Span:
        """From word ``first`` to word ``last``, both included."""
        return Span(self.words[first].span.start, self.words[last].span.end)

    @property
    def whole(self) -> Span:
        """All of it."""
        return self.span(0, len(self.words) - 1)


class Reading:
    """One analysis, indexed for the rules."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.document = analysis.document
        self.text = analysis.document.text
        self.names = tuple(who for who in analysis.names if who.span is not None)
        self._name_starts = [who.span.start for who in self.names if who.span is not None]
        self._time_starts = [when.span.start for when in analysis.times if when.span is not None]
        self._times = tuple(when for when in analysis.times if when.span is not None)
        self.quotations = tuple(q for q in analysis.quotations if q.depth == 1)
        self._quotation_starts = [q.span.start for q in self.quotations]
        self._by_party: dict[str, tuple[list[int], list[Who]]] = {}
        for who in self.names:
            if who.party and who.span is not None:
                starts, people = self._by_party.setdefault(who.party, ([], []))
                starts.append(who.span.start)
                people.append(who)
        self.situation_names = situation_gazetteer(analysis.situation)
        self.state_parties = parties_by_state(analysis.situation)
        self.token_starts = [token.span.start for token in analysis.tokens]
        self.frames = tuple(_frames(self))

    def speech_at(self, start: int) -> Quotation | None:
        """The outer stretch of direct speech that ``start`` lies in."""
        index = bisect_right(self._quotation_starts, start) - 1
        found = self.quotations[index] if index >= 0 else None
        is_speech = found is not None and found.use is QuotationUse.SPEECH and start < found.span.end
        return found if is_speech else None

    def names_in(self, span: Span) -> tuple[Who, ...]:
        """The mentions that lie within ``span``, in text order."""
        first = bisect_left(self._name_starts, span.start)
        last = bisect_left(self._name_starts, span.end)
        return tuple(who for who in self.names[first:last] if who.span is not None and who.span.end <= span.end)

    def parties_before(self, start: int) -> tuple[Who, ...]:
        """The parties of the situation that the report names before ``start``, each by its latest mention, in order."""
        latest = [
            people[index - 1] for starts, people in self._by_party.values() if (index := bisect_left(starts, start)) > 0
        ]
        return tuple(sorted(latest, key=lambda who: who.span.start if who.span is not None else 0))

    def names_touching(self, span: Span) -> tuple[Who, ...]:
        """The mentions that share a character with ``span``; the search goes back over a few mentions only."""
        last = bisect_left(self._name_starts, span.end)
        near = self.names[max(0, last - 4) : last]
        return tuple(who for who in near if who.span is not None and who.span.overlaps(span))

    def times_in(self, span: Span) -> tuple[When, ...]:
        """The time expressions that begin within ``span``."""
        return self._times[bisect_left(self._time_starts, span.start) : bisect_left(self._time_starts, span.end)]

    def is_in_time(self, span: Span) -> bool:
        """Whether the word is part of a time expression."""
        index = bisect_right(self._time_starts, span.start) - 1
        when = self._times[index].span if index >= 0 else None
        return when is not None and when.contains(span)

    def quotations_in(self, span: Span) -> tuple[Quotation, ...]:
        """The outer quotations that begin within ``span``."""
        first = bisect_left(self._quotation_starts, span.start)
        return self.quotations[first : bisect_left(self._quotation_starts, span.end)]

    def frames_in(self, quotation: Quotation, around: Frame) -> tuple[Frame, ...]:
        """The sentences inside a stretch of direct speech, as parts of the frame that quotes it."""
        first, last = self.token_range(quotation.inner)
        words = [_word(self, token) for token in self.analysis.tokens[first:last]]
        return tuple(Frame(run, around.block, around.number) for run in _cut(words, self.text))

    def token_range(self, span: Span) -> tuple[int, int]:
        """The first token that begins within ``span``, and one past the last."""
        return bisect_left(self.token_starts, span.start), bisect_left(self.token_starts, span.end)

    def sentence(self, index: int) -> Span:
        """A sentence of the document; the whole text where the document has none."""
        sentences = self.document.sentences
        return sentences[index] if index < len(sentences) else Span(0, max(1, len(self.text)))


def _frames(reading: Reading) -> Iterator[Frame]:
    """The frames of all blocks that may hold statements, in text order."""
    number = 0
    tokens, starts = reading.analysis.tokens, reading.token_starts
    opened = label_ends(reading.document)
    for index, block in enumerate(reading.document.blocks):
        if block.kind in SKIPPED_BLOCKS:
            continue
        opening = opened.get(block.span.start, block.span.start)
        first, last = bisect_left(starts, opening), bisect_left(starts, block.span.end)
        first += dateline_length(tokens[first : min(last, first + _LONGEST_DATELINE)])
        for run in _cut(tuple(_fold(reading, tokens[first:last])), reading.text):
            yield Frame(run, index, number)
            number += 1


def dateline_length(tokens: Sequence[Token]) -> int:
    """How many tokens of a paragraph's opening are its dateline: "TOLM, Karvia (Valley News) — "; 0 without one."""
    if len(tokens) < 3 or not tokens[0].text.isupper() or len(tokens[0].text) < 2:
        return 0
    dash = next((at for at, token in enumerate(tokens) if token.lower in DASHES), 0)
    if not dash or any(token.tag in {Tag.VERB, Tag.AUX, Tag.QUOTE} for token in tokens[:dash]):
        return 0
    is_place = all(token.text.isupper() or not token.text.isalpha() for token in tokens[:dash])
    comma = next((at for at, token in enumerate(tokens) if token.lower in COMMAS), dash)
    opens = all(token.text.isupper() for token in tokens[:comma])
    return dash + 1 if is_place or tokens[dash - 1].text == ")" or (comma < dash and opens) else 0


def _fold(reading: Reading, tokens: Sequence[Token]) -> Iterator[Word]:
    """The tokens with each stretch of direct speech as one word, which counts to the sentence that it ends in."""
    position = 0
    while position < len(tokens):
        token = tokens[position]
        quotation = reading.speech_at(token.span.start)
        if quotation is None:
            yield _word(reading, token)
            position += 1
            continue
        while position < len(tokens) and tokens[position].span.start < quotation.span.end:
            position += 1
        if position < len(tokens) and tokens[position].span.start == quotation.span.end and _is_quote(tokens[position]):
            position += 1  # a mark left over where two close at once, in the wrong order
        end = quotation.inner.of(reading.text).rstrip()[-1:]
        yield Word(quotation.span, "", "", Tag.OTHER, end, tokens[position - 1].sentence, quotation)


def _is_quote(token: Token) -> bool:
    return token.tag is Tag.QUOTE


def _word(reading: Reading, token: Token) -> Word:
    """One token as a word of a frame."""
    return Word(
        token.span,
        token.lower,
        token.lemma or token.lower,
        token.tag,
        token.form,
        token.sentence,
        is_time=reading.is_in_time(token.span),
        is_capital=token.text[:1].isupper(),
    )


def _cut(words: Sequence[Word], text: str) -> Iterator[tuple[Word, ...]]:
    """Runs of words of one sentence, where a quotation joins the sentences it touches."""
    run: list[Word] = []
    for word in words:
        if run and (_is_break(run[-1], word, text) or len(run) >= LONGEST_FRAME):
            yield tuple(run)
            run = []
        run.append(word)
    if run:
        yield tuple(run)


def _is_break(last: Word, word: Word, text: str) -> bool:
    """Whether a new frame begins at ``word``."""
    if last.quotation is not None:
        end = last.quotation.inner.of(text).rstrip()[-1:]
        is_open = end in _UNFINISHED or not last.quotation.is_closed
        return (word.quotation is not None) or (word.sentence != last.sentence and word.is_capital and not is_open)
    if word.quotation is not None:
        return last.lower in STOPS or (last.tag is Tag.QUOTE and word.sentence != last.sentence)
    return word.sentence != last.sentence
