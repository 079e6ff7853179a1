"""Whether the words around a time expression look back or ahead.

Decides from the nearest verb of the sentence: what is past, what is to come, or neither. Never resolves a date.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from trucewatch.language.lexicon import word_set
from trucewatch.language.model import Tag, Token

_REACH = 18  # tokens either side; a verb farther off governs something else
_MODALS = word_set("will would shall wo 'll 'd may might could should can")
#: Said before an infinitive, these make it lie ahead; other verbs leave their own tense to hold.
_AHEAD = word_set(
    """plan expect schedule due set prepare intend hope want aim agree promise vow pledge propose likely slate call
    urge be go"""
)
#: Right before a date, these set a term of their own, whatever the verb's tense.
_TERMS = word_set("starting beginning effective until till by")


class Tense(Enum):
    """What the words around an expression say of its direction."""

    PAST = "past"
    FUTURE = "future"
    NONE = "none"


def tense_around(tokens: Sequence[Token], start: int, end: int) -> Tense:
    """The direction of the verb nearest before the expression, or, where the sentence has none, nearest after."""
    sentence = tokens[start].sentence
    if sets_term(tokens, start):
        return Tense.NONE
    for at in range(start - 1, max(start - 1 - _REACH, -1), -1):
        if tokens[at].sentence != sentence:
            break
        found = _tense_of(tokens, at)
        if found is not None:
            return found
    for at in range(end, min(end + _REACH, len(tokens))):
        if tokens[at].sentence != sentence:
            break
        found = _tense_of(tokens, at)
        if found is not None:
            return found
    return Tense.NONE


def sets_term(tokens: Sequence[Token], start: int) -> bool:
    """Whether the words right before the expression set a term: "starting in", "until"."""
    sentence = tokens[start].sentence
    return any(token.lower in _TERMS and token.sentence == sentence for token in tokens[max(0, start - 2) : start])


def is_modal_before(tokens: Sequence[Token], start: int) -> bool:
    """Whether the sentence before the expression says that something will or may be, or is about to."""
    sentence = tokens[start].sentence
    near = (token for token in tokens[max(0, start - _REACH) : start] if token.sentence == sentence)
    return any(token.lower in _MODALS or token.lemma in _AHEAD - {"be"} for token in near)


def _tense_of(tokens: Sequence[Token], at: int) -> Tense | None:
    """The tense the token carries on its own, or None where it carries none (a bare participle, a noun)."""
    token = tokens[at]
    if token.tag is Tag.AUX:
        return _tense_of_auxiliary(tokens, at)
    if token.tag is not Tag.VERB:
        return None
    if token.form == "base":
        return _tense_of_base(tokens, at)
    helper = _helper(tokens, at) if token.form in {"en", "ing"} else -1
    if helper >= 0:
        return _tense_of_auxiliary(tokens, helper)
    return {"past": Tense.PAST, "en": Tense.PAST, "ing": None}.get(token.form, Tense.NONE)


def _tense_of_auxiliary(tokens: Sequence[Token], at: int) -> Tense | None:
    token = tokens[at]
    if token.lower in _MODALS:
        return Tense.FUTURE
    if token.form == "base" and token.lemma != "have":
        return _tense_of_base(tokens, at)
    if token.form in {"en", "ing"}:
        helper = _helper(tokens, at)
        return _tense_of_auxiliary(tokens, helper) if helper >= 0 else None
    if token.form == "past" or token.lemma == "have":
        return Tense.PAST
    return _present(tokens, at)


def _present(tokens: Sequence[Token], at: int) -> Tense:
    """Ahead, or on the day itself, for "are to meet", "are meeting" and "is due on Friday"; not for "is killed"."""
    if at + 1 < len(tokens) and tokens[at].lemma == "be" and tokens[at + 1].lower == "to":
        return Tense.FUTURE
    for ahead in range(at + 1, min(at + 4, len(tokens))):
        token = tokens[ahead]
        if token.tag is Tag.VERB or token.lemma in _AHEAD:
            return Tense.FUTURE if token.form == "ing" or token.lemma in _AHEAD else Tense.NONE
    return Tense.NONE


def _tense_of_base(tokens: Sequence[Token], at: int) -> Tense | None:
    """A base form under a modal or "to": ahead, unless the verb before "to" holds its own tense ("failed to")."""
    for back in range(at - 1, max(at - 5, -1), -1):
        token = tokens[back]
        if token.lower in _MODALS:
            return Tense.FUTURE
        if token.lemma == "do" and token.tag is Tag.AUX:
            return Tense.PAST if token.form == "past" else Tense.NONE
        if token.lower == "to":
            governor = tokens[back - 1] if back else token
            held = governor.tag is Tag.VERB and governor.form == "past" and governor.lemma not in _AHEAD
            return Tense.PAST if held else Tense.FUTURE
    return Tense.NONE


def _helper(tokens: Sequence[Token], at: int) -> int:
    """The auxiliary that stands before a participle, past adverbs, or -1."""
    for back in range(at - 1, max(at - 5, -1), -1):
        if tokens[back].tag is Tag.AUX:
            return back
        if tokens[back].tag not in {Tag.ADVERB, Tag.PARTICLE}:
            return -1
    return -1
