"""What a denial points at: the accusation, statement or event told in the document that it answers.

Decides by who is accused, by shared words and by nearness. "That account" and "it" point at what was told last; a
denial that names a deed points where the same deed is told. Where nothing else told it, a denial that quotes a claim
("reports of an air attack") points at the claim inside its own words. Points at nothing where too little is shared.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from trucewatch.documents.model import Document
from trucewatch.statements.cue_words import listed
from trucewatch.statements.harm_verbs import HARMFUL
from trucewatch.statements.model import Act, Statement
from trucewatch.statements.sides import share_side
from trucewatch.values import Span, Who

_WORD = re.compile(r"[^\W\d_]{4,}")
_EMPTY = listed("""
    that this with from have been were which their they them would could claim claims allegation allegations accusation
    accusations charge charges report reports involvement responsibility such being after over into having against about
    said says also there these those what when where while any part the had has was are his her its our who for and
    not never all but out did does him she role behind account accounts version had own men man anywhere near
    no part blame
    было была были если также этого этой этому того того чтобы который которые которая своих свои свою после перед
    только уже причастность причастны обвинения обвинение сообщения информацию слухи заявления
    було була були якщо також цього цієї цьому того щоби який які яка своїх свої свою після перед лише вже
    причетність причетні звинувачення повідомлення інформацію чутки заяви
    """)
_POINTING = listed("""
    it this that these those such accusation accusations allegation allegations claim claims charge charges account
    version involvement responsibility role part wrongdoing report reports statement statements assertion suggestion
    это этого эти этих обвинения обвинение вину вины причастность ответственность сообщения сведения информацию слухи
    це цього ці цих звинувачення провину провини причетність відповідальність закиди повідомлення відомості чутки
    ложь фейк неправда выдумка брехня вигадка
    """)
_CLAIMS = re.compile(
    r"\b(?:claims?|reports?|allegations?|accusations?|suggestions?|rumou?rs?|assertions?|charges?|versions?|idea|notion)"
    r"\s+(?:that|of|by|from)\s+",
    re.IGNORECASE,
)
_MARKED = re.compile(r"(?:\s+as)?\s+[\"“„«‘']")
_STEM = 5  # letters compared: "execut-ing" and "execut-ed" agree, "prison" and "prisoners" too
_FEW = 8  # words; a denial of no more of them may point by "it" or "that account" alone
_NEAR, _FAR = 12, 30  # sentences back in which a pointing word, or shared words, find what is denied
_DEEDS = frozenset(
    word[:_STEM]
    for word in HARMFUL | listed("fire fired firing shots shelling death deaths dead killing blast explosion massacre")
    if len(word) > 3
) | listed("обстр удари удара удару удар вдари взрыв вибух огонь вогон погиб загин убиты вбито ранен поран атако")
_CHARGES = ("accusation", "обвинен", "звинувач", "закид")
_TOLD_IN = 4  # words in which a denial may tell what it denies
_JUST = 2  # sentences back of what was just told
_ENOUGH = 2  # stems shared with a told event before it counts


def link_denials(
    document: Document, statements: Sequence[Statement], *, with_narration: bool = True
) -> tuple[Statement, ...]:
    """The statements, each denial with the spans that it denies; the report's own words only ``with_narration``."""
    if not any(statement.act is Act.DENY for statement in statements):
        return tuple(statements)
    told = _Told(document, statements, with_narration=with_narration)
    is_open = [statement.act is Act.DENY and not statement.denies for statement in statements]
    return tuple(told.linked(one) if opened else one for one, opened in zip(statements, is_open, strict=True))


@dataclass(frozen=True, slots=True)
class _Passage:
    """One thing told: a statement or a sentence, with the sentence's number and the stems of its words."""

    spans: tuple[Span, ...]
    number: int
    stems: frozenset[str]
    teller: Statement | None


class _Told:
    """What one document tells, to be denied."""

    def __init__(self, document: Document, statements: Sequence[Statement], *, with_narration: bool) -> None:
        self.text = document.text
        self.statements = statements
        self.numbers = {span: number for number, span in enumerate(document.sentences)}
        self.passages = [*self._said(), *(self._sentences(document) if with_narration else ())]
        self.passages.sort(key=lambda passage: passage.number)  # stable: sayings stay before their sentence
        self._order = [passage.number for passage in self.passages]

    def _said(self) -> Iterator[_Passage]:
        """What somebody says that may be denied."""
        for one in self.statements:
            if one.act is not Act.DENY and one.act is not Act.DECLINE:
                stems = frozenset(stems_of(self.text, one.content) | _names(one.accused))
                yield _Passage(one.content or (one.sentence,), self.number(one), stems, one)

    def _sentences(self, document: Document) -> Iterator[_Passage]:
        """What the report itself tells."""
        for number, span in enumerate(document.sentences):
            yield _Passage((span,), number, frozenset(stems_of(self.text, (span,))), None)

    def number(self, statement: Statement) -> int:
        """The sentence that a statement stands in."""
        return self.numbers.get(statement.sentence, 0)

    def linked(self, denial: Statement) -> Statement:
        """One denial with what it points at."""
        inner = tuple(_claimed(self.text, denial.content))
        stems = stems_of(self.text, inner or denial.content) - _names(denial.speakers)
        best = max(self._scored(denial, stems), key=lambda item: item[0], default=None)
        if best is not None:
            return replace(denial, denies=best[1])
        words = " ".join(span.of(self.text) for span in denial.content).split()
        is_told_here = len(words) >= _TOLD_IN and not inner  # "denied that the convoy had been stopped": first heard of
        return replace(denial, denies=denial.content[:1] if is_told_here else inner)

    def _scored(self, denial: Statement, stems: set[str]) -> Iterator[tuple[tuple[int, int, int], tuple[Span, ...]]]:
        """Everything that may be meant, with how well it fits: the score, whether it comes before, and how near."""
        here = self.number(denial)
        first, last = bisect_left(self._order, here - _FAR), bisect_right(self._order, here + _FAR)
        for passage in self.passages[first:last]:
            back = here - passage.number
            if not self._may_deny(denial, passage):
                continue
            score = self._score(denial, stems, passage, back)
            if score > 0:
                yield (score, int(back >= 0), -abs(back)), passage.spans

    def _may_deny(self, denial: Statement, passage: _Passage) -> bool:
        """Whether a passage is not the denial itself, nor its own side's word."""
        if any(
            span.overlaps(part) for span in passage.spans for part in (*denial.content, denial.cue or denial.sentence)
        ):
            return False
        return passage.teller is None or not share_side(passage.teller.speakers, denial.speakers)

    def _score(self, denial: Statement, stems: set[str], passage: _Passage, back: int) -> int:
        """How well the two meet: 0 is not at all. ``back`` is how many sentences before the denial it was told."""
        teller = passage.teller
        shared = len(stems & passage.stems)
        is_charge = teller is not None and teller.act is Act.ALLEGE
        accused = teller.accused if teller is not None and is_charge else ()
        if back == 0 and not stems and teller is not None and _precedes(passage, denial):
            return 6 + is_charge  # "says it was a sniper; the north denies it"
        if _is_accused(denial.speakers, accused) and (back >= 0 or shared):
            return (6 if back >= 0 else 3) + 2 * shared
        if accused and not stems:
            return 0
        is_deed = bool(passage.stems & _DEEDS)
        if not shared:
            may_point = self._points(denial) and (is_charge or not self._names_charge(denial))
            near = _nearness(back, is_charge=is_charge, is_said=teller is not None) if may_point else 0
            return near + (near > 0 and teller is None and is_deed)
        if shared >= min(_ENOUGH, len(stems)) and (back >= 0 or teller is not None):
            return 2 * shared + (teller is not None) + is_charge + is_deed
        return _loosely(back, is_said=teller is not None, is_telling=is_charge or is_deed)

    def _points(self, denial: Statement) -> bool:
        """Whether the denial only points back: "it", "that account", "any part in it", or nothing at all."""
        words = " ".join(span.of(self.text) for span in denial.content).lower().split()
        return not words or (len(words) <= _FEW and bool(_POINTING & set(words)))

    def _names_charge(self, denial: Statement) -> bool:
        """Whether it is a charge that the denial says it denies: "these accusations"; what charges nobody is none."""
        words = " ".join(span.of(self.text) for span in denial.content).lower().split()
        return any(word.startswith(_CHARGES) for word in words)


def _precedes(passage: _Passage, denial: Statement) -> bool:
    """Whether the passage ends before the denial begins."""
    start = denial.cue.start if denial.cue is not None else denial.sentence.start
    return all(span.end <= start for span in passage.spans)


def _loosely(back: int, *, is_said: bool, is_telling: bool) -> int:
    """How well a denial fits what was told there in few of its words."""
    if is_said and 0 <= back <= _JUST:
        return 2
    return int(is_telling and 0 <= back <= _FAR)


def _nearness(back: int, *, is_charge: bool, is_said: bool) -> int:
    """How well a denial that only points back fits what was told there."""
    if not 0 <= back <= _NEAR:
        return 0
    if is_charge:
        return 4
    return 2 * (back <= 1) if is_said else int(0 < back <= _JUST)


def _claimed(text: str, content: Sequence[Span]) -> Iterator[Span]:
    """The claim inside what is denied: the words after "reports of", "the claim that"."""
    for span in content:
        found = _CLAIMS.search(text, span.start, span.end)
        if found is None or found.end() >= span.end:
            continue
        marked = _MARKED.search(text, found.end(), span.end)  # called “pure invention”: what is said of the claim
        end = span.end if marked is None else marked.start()
        if found.end() < end:
            yield Span(found.end(), end)
        return


def _is_accused(speakers: Sequence[Who], accused: Sequence[Who]) -> bool:
    """Whether somebody accused, or somebody of their party or state, speaks."""
    return share_side(speakers, accused) or bool(_names(speakers) & _names(accused))


def stems_of(text: str, spans: Sequence[Span]) -> set[str]:
    """The beginnings of the words that carry meaning."""
    words = (word.lower() for span in spans for word in _WORD.findall(span.of(text)))
    return {word[:_STEM] for word in words if word not in _EMPTY}


def _names(people: Sequence[Who]) -> set[str]:
    """The beginnings of the words of names."""
    return {word.lower()[:_STEM] for who in people for word in _WORD.findall(who.name) if word.lower() not in _EMPTY}
