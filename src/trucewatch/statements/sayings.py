"""Sayings: cue, subject and content joined, frame by frame and then across frames.

Decides which stretch of direct speech belongs to whom: words of the same frame first, then speech that goes on after
"X said.", then speech that a line ending in a colon announces, then the running speaker. Holds positions, not values.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from trucewatch.statements.contents import Content, Range, find_content
from trucewatch.statements.cues import Cue, find_according, find_colons, find_manners, find_noun_cues, find_verb_cues
from trucewatch.statements.frames import COMMAS, STOPS, Frame, Reading, Word
from trucewatch.statements.set_phrases import find_blames, find_exchanges, find_liabilities, find_quoted, find_silences
from trucewatch.statements.subjects import Subject, find_subject
from trucewatch.statements.thoughts import find_thoughts
from trucewatch.values import Span

#: Sayings read in one sentence. The most in 14,659 sentences of real news is 6; a "sentence" of "said that" for 400
#: pages would otherwise cost the square of its length.
_MOST_CUES = 24


@dataclass(slots=True)
class Saying:
    """One saying. ``cue`` is None for speech that no word reports. ``further`` is speech of later frames."""

    frame: Frame
    cue: Cue | None
    subject: Subject
    content: Content
    further: list[Span] = field(default_factory=list)
    follows: Saying | None = None  # whose subject it shares, where the frame has none

    @property
    def start(self) -> int:
        """Where its content or cue begins."""
        parts = [self.frame.words[first].span.start for first, _ in self.content.parts]
        if self.cue is not None:
            parts.append(self.frame.words[self.cue.first].span.start)
        return min(parts)


def find_sayings(reading: Reading, *, thoughts: bool = False) -> list[Saying]:
    """All sayings and attitudes of one text, in text order; where asked, what anybody thinks or knows too."""
    found: list[Saying] = []
    running = _Running()
    for frame in reading.frames:
        here = frame_sayings(frame, thoughts=thoughts)
        loose = _loose_quotations(frame, here)
        running.take(frame, here, loose)
        found.extend(here)
    running.close()
    found.extend(running.made)
    found.sort(key=lambda saying: (saying.start, saying.cue.head if saying.cue else -1))
    return found


def frame_sayings(frame: Frame, *, thoughts: bool = False) -> list[Saying]:
    """The sayings that one frame reports in words."""
    cues = _with_thoughts(frame, _all_cues(frame)) if thoughts else _all_cues(frame)
    pairs: list[tuple[Cue, Subject]] = []
    for cue in cues:
        pairs.append((cue, find_subject(frame, cue, pairs)))
    sayings = []
    for index, (cue, subject) in enumerate(pairs):
        content = find_content(frame, cue, subject, pairs[index + 1 :])
        if content is not None:
            sayings.append(Saying(frame, cue, subject, content))
    return sayings


def _all_cues(frame: Frame) -> list[Cue]:
    """Every cue of the frame, in order; a set phrase wins over a verb inside it."""
    fixed = [
        *find_silences(frame),
        *find_exchanges(frame),
        *find_blames(frame),
        *find_liabilities(frame),
        *find_quoted(frame),
        *find_colons(frame),
    ]
    taken = {at for cue in fixed for at in range(cue.first, cue.last + 1)}
    plain = [
        cue for cue in (*find_verb_cues(frame), *find_noun_cues(frame), *find_according(frame)) if cue.head not in taken
    ]
    plain.extend(find_manners(frame, taken))
    return sorted((*fixed, *plain), key=lambda cue: cue.head)[:_MOST_CUES]


def _with_thoughts(frame: Frame, cues: list[Cue]) -> list[Cue]:
    """The cues and those of thought, which take the place of one that reads less."""
    heads = {cue.head: cue for cue in (*cues, *find_thoughts(frame, cues))}
    return [heads[head] for head in sorted(heads)][:_MOST_CUES]


def _loose_quotations(frame: Frame, sayings: list[Saying]) -> list[int]:
    """The stretches of direct speech in the frame that no content covers."""
    covered = [part for saying in sayings for part in saying.content.parts]
    return [
        index
        for index in range(len(frame))
        if frame.is_quotation(index) and not any(first <= index <= last for first, last in covered)
    ]


class _Running:
    """Who is speaking, as the text goes on."""

    def __init__(self) -> None:
        self.last: Saying | None = None
        self.announced: Saying | None = None
        self.made: list[Saying] = []
        self.held: list[Frame] = []
        self._quoted_block = -1
        self._is_unclosed = False  # whether the last speech ran on past its paragraph

    def take(self, frame: Frame, here: list[Saying], loose: list[int]) -> None:
        """Give the frame's loose speech to its speaker, then move on."""
        speaking = [
            saying for saying in here if saying.cue is not None and saying.cue.act is not None and _has_quote(saying)
        ]
        self._release(frame, speaking)
        for index in loose:
            if _continues(frame.words[index]) and len(frame) == 1:
                self.held.append(frame)
            else:
                self._place(frame, index, here)
        if not speaking and not loose:
            speaking = [saying for saying in here if _leads_to_speech(saying)][:1]
        if speaking:
            self.last, self._quoted_block = speaking[-1], frame.block
        if frame.words[-1].quotation is not None:
            self._is_unclosed = _continues(frame.words[-1])
        self.announced = _announcing(frame, here)
        if not speaking and not loose and here and not self.announced:
            self._quoted_block = -1

    def _release(self, frame: Frame, speaking: list[Saying]) -> None:
        """Speech that ran on over paragraphs goes to whoever the next words name, else to the running speaker."""
        if not self.held or (len(frame) == 1 and _continues(frame.words[0])):
            return
        held, self.held = self.held, []
        named = next((saying for saying in speaking if (0, 0) in saying.content.parts), None)
        if named is not None:
            named.further.extend(earlier.words[0].span for earlier in held)
            return
        self._place_all(held)

    def close(self) -> None:
        """Place what is still held at the end of the text."""
        held, self.held = self.held, []
        self._place_all(held)

    def _place_all(self, held: list[Frame]) -> None:
        """Paragraphs of one unclosed speech."""
        for frame in held:
            self._place(frame, 0, [])
            self._is_unclosed = True

    def _place(self, frame: Frame, index: int, here: list[Saying]) -> None:
        """One stretch of speech without a cue of its own."""
        is_alone = all(frame.is_quotation(i) or frame.words[i].is_mark for i in range(len(frame)))
        span = frame.words[index].span
        if not is_alone:
            self._join(frame, index, here)
            return
        if self.announced is not None:
            self.announced.further.append(span)
            self.last, self._quoted_block = self.announced, frame.block
        elif self.last is not None and 0 <= frame.block - self._quoted_block <= 1:
            self._go_on(frame, index, self.last)
        else:
            saying = Saying(frame, None, Subject(None), Content([(index, index)], [(index, index)]))
            self.made.append(saying)
            self.last, self._quoted_block = saying, frame.block

    def _go_on(self, frame: Frame, index: int, last: Saying) -> None:
        """Speech that goes on: the same saying in one paragraph or where no mark closed it, else one of its own."""
        is_one = frame.block == self._quoted_block or (index == 0 and self._is_unclosed)
        self._quoted_block = frame.block
        if is_one and all(last.frame.is_quotation(i) for a, b in last.content.parts for i in range(a, b + 1)):
            last.further.append(frame.words[index].span)
            return
        part = [(index, index)]
        self.last = Saying(frame, None, Subject(None), Content(part, list(part)), follows=last)
        self.made.append(self.last)

    def _join(self, frame: Frame, index: int, here: list[Saying]) -> None:
        """Speech in a frame with other words: it goes on after its speaker's words, or stands for itself."""
        saying = next((s for s in reversed(here) if s.cue is not None and s.cue.last < index and _has_quote(s)), None)
        if saying is not None and frame.at(index - 1) in COMMAS | STOPS | {":"}:
            saying.content.parts.append((index, index))
            saying.content.whole.append((index, index))
            return
        if index == 0 and not here and self.last is not None and frame.block == self._quoted_block:
            self._go_on(frame, index, self.last)  # "“They ran,” which took an hour." after "“We left,” Berg said."
            return
        self.made.append(Saying(frame, None, Subject(None), Content([(index, index)], [(index, index)])))


def _leads_to_speech(saying: Saying) -> bool:
    """Whether speech may go on after words reported: "Berg said they had left. “They ran.”"."""
    cue = saying.cue
    if cue is None or cue.act is None or cue.form in {"noun", "preposition"} or cue.is_passive or cue.is_negated:
        return False
    return saying.subject.phrase is not None and cue.takes("tq") and not cue.is_planned


def _continues(word: Word) -> bool:
    """Whether the word is speech that runs on into the next paragraph."""
    return word.quotation is not None and word.quotation.continues


def _has_quote(saying: Saying) -> bool:
    """Whether direct speech is part of the content."""
    return any(saying.frame.is_quotation(i) for first, last in saying.content.parts for i in range(first, last + 1))


def _announcing(frame: Frame, here: list[Saying]) -> Saying | None:
    """The saying whose content comes in the next frame: "The statement read:"."""
    if not frame.words or frame.at(len(frame) - 1) != ":":
        return None
    return next((saying for saying in reversed(here) if not saying.content.parts), None)


__all__ = ["Range", "Saying", "find_sayings", "frame_sayings"]
