"""Whether a sentence tells the terms of an agreement: "under the accord", or the lines that follow a signing.

Decides at what stage such terms stand: agreed, signed or only proposed. What follows a sentence in which an agreement
is concluded is taken for its terms as long as it says what is to be done. Never decides what the terms are.
"""

from __future__ import annotations

from trucewatch.events.roles import find_subject
from trucewatch.events.view import Sentence
from trucewatch.language.lexicon import word_set
from trucewatch.language.model import Tag
from trucewatch.situation.model import Stage

ACCORDS = word_set(
    """agreement agreements deal accord accords pact treaty protocol memorandum truce ceasefire cease-fire armistice
    decisions settlement arrangement understanding declaration text document annex roadmap terms paper communique
    charter resolution clause article paragraph point schedule provisions"""
)
_LAYING_DOWN = frozenset({"provide", "envisage", "stipulate", "foresee", "oblige", "prescribe"})
_PLANS = word_set("plan proposal draft blueprint")
_MADE = word_set("agreement accord deal pact treaty protocol memorandum armistice declaration statement decisions")
_NOT_MADE = {("talks",), ("would",), ("could",), ("is",), ("negotiations",)}
_WRITTEN = word_set("text document annex protocol memorandum accord")
_UNDER = frozenset({"under", "by", "per"})
_ACCORDING = frozenset({("according", "to"), ("in", "line"), ("as", "part"), ("in", "accordance"), ("in", "keeping")})
_CONCLUDED = word_set(
    """agreed agree agrees signed sign signs signing initialled inked reached concluded struck accepted brokered
    clinched sealed"""
)
_SIGNED = word_set("signed sign signs signing signature signatures initialled inked")
_UNREACHED = word_set("if unless would could might may not n't failed fail yet refused before without never hope hopes")
_REACH, _LINES = 5, 8


_ANY = ACCORDS | _CONCLUDED | _PLANS | {"as"}


class Terms:
    """What one document has said of an agreement so far. Sentences are shown to it in order."""

    def __init__(self) -> None:
        self._since = -_LINES - 1
        self._stage = Stage.AGREED
        self._said: Stage | None = None
        self._number = 0

    def read(self, sentence: Sentence) -> None:
        """Take note of one more sentence."""
        self._number, self._said = sentence.number, None
        words = sentence.lowers(0, len(sentence.tokens))
        if _ANY.isdisjoint(words):
            return
        is_signed = bool(_SIGNED.intersection(words))
        self._said = _under(words)
        concludes = bool(_CONCLUDED.intersection(words)) and not _UNREACHED.intersection(words)
        concludes = concludes or _is_known(words)
        names = bool(ACCORDS.intersection(words))
        if self._said is Stage.AGREED or (concludes and (names or "agreed" in words)):
            fresh = sentence.number - self._since > _LINES
            if is_signed and names:
                self._stage = Stage.SIGNED
            elif fresh:
                self._stage = Stage.AGREED
            self._since = sentence.number
        if self._said is Stage.AGREED:
            self._said = self._stage

    @property
    def said(self) -> Stage | None:
        """The stage of the terms that the sentence itself says it tells ("under the deal"); None where it does not."""
        return self._said

    @property
    def running(self) -> Stage | None:
        """The stage of the agreement told of in this sentence or shortly before; None where there is none."""
        return self._stage if self._number - self._since <= _LINES else None

    def prolong(self) -> None:
        """A term was told here: the list goes on."""
        if self.running is not None:
            self._since = max(self._since, self._number - _LINES // 2)


def _is_known(words: tuple[str, ...]) -> bool:
    """Whether the words take an agreement for made: "the deal", "the truce that took effect"."""
    return any(
        word in _MADE and words[at - 1] in {"the", "this", "that"} and words[at + 1 : at + 2] not in _NOT_MADE
        for at, word in enumerate(words)
        if at
    )


def _under(words: tuple[str, ...]) -> Stage | None:
    """AGREED for "under the deal", PROPOSED for "under the plan", None where no such words stand."""
    for at, word in enumerate(words):
        is_within = word == "in" and bool(_WRITTEN.intersection(words[at + 1 : at + 4]))
        if word == "as" and _is_as_agreed(words[at + 1 : at + 4]):
            return Stage.AGREED
        if word not in _UNDER and words[at : at + 2] not in _ACCORDING and not is_within:
            continue
        near = words[at + 1 : at + 2 + _REACH]
        if ACCORDS.intersection(near):
            return Stage.AGREED
        if _PLANS.intersection(near):
            return Stage.PROPOSED
    return None


def _is_as_agreed(after: tuple[str, ...]) -> bool:
    """As in "as agreed", "as the truce requires"."""
    return after[:1] in {("agreed",), ("promised",), ("required",), ("pledged",)} or bool(ACCORDS.intersection(after))


def is_line_of_list(sentence: Sentence) -> bool:
    """Whether the sentence is a line without a verb of its own: "- the release of all detainees;"."""
    return not any(t.tag is Tag.VERB and t.form in {"past", "s"} for t in sentence.tokens)


def is_accord(sentence: Sentence, verb: int) -> bool:
    """Whether the verb is said of an agreement: "the protocol provides", "the terms oblige"."""
    if sentence.lowers(verb - 1, verb)[:1] and sentence.tokens[verb - 1].lower in ACCORDS:
        return True
    subject = find_subject(sentence, verb)
    if subject is not None and sentence.tokens[subject.head].lower == "it":
        return sentence.tokens[verb].lemma in _LAYING_DOWN
    return subject is not None and sentence.tokens[subject.head].lower in ACCORDS
