"""Whose saying a cue reports: the words of its subject, wherever they stand.

Decides between the subject before the cue, after it ("said Anna Berg"), after "by" in the passive, and one shared with
another verb ("…, adding that"). Who those words mean is for ``speakers``.
"""

from __future__ import annotations

from dataclasses import dataclass

from trucewatch.language.model import Tag
from trucewatch.statements.agents import is_somebody
from trucewatch.statements.cue_words import STATEMENT_NOUNS
from trucewatch.statements.cues import Cue
from trucewatch.statements.frames import COMMAS, STOPS, Frame
from trucewatch.statements.phrases import Phrase, phrase_after, phrase_before

_ISSUING = frozenset({"issue", "release", "publish", "send", "put", "post", "give", "make", "read", "tweet", "write"})
_ANDS = frozenset({"and", "but", "or", "then"})
_WITH_OBJECT = frozenset({"tell", "inform", "remind", "assure", "reassure", "brief"})  # "told Reuters": never inverted
_GERUND_OPENERS = frozenset({"by", "after", "before", "in", "without", "while"})
_AFTER_INVERSION = (
    COMMAS | STOPS | {"", "in", "on", "at", "during", "who", "of", "after", "through", "via", "as", "—", ":"}
)


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of one cue. ``is_own`` is False where the cue shares another verb's; ``after`` where it follows."""

    phrase: Phrase | None
    is_own: bool = True
    is_after: bool = False


def find_subject(frame: Frame, cue: Cue, earlier: list[tuple[Cue, Subject]]) -> Subject:  # noqa: PLR0911 - one rule a line
    """The subject of ``cue``; ``earlier`` are the cues before it in the frame with theirs."""
    if cue.form == "preposition" or frame.at(cue.last) == "from":
        return Subject(phrase_after(frame, cue.last + 1), is_after=True)
    if cue.form == "noun":
        return Subject(_owner(frame, cue))
    if cue.is_passive:
        return Subject(_agent(frame, cue))
    if cue.is_bare:
        return _participle_subject(frame, cue, earlier)
    if cue.form == "infinitive":
        return Subject(_governing(frame, cue), is_own=False)
    inverted = _inverted(frame, cue)
    if inverted is not None:
        return Subject(inverted, is_after=True)
    phrase = phrase_before(frame, cue.first)
    if phrase is not None:
        return Subject(phrase)
    return Subject(_shared(frame, cue.first, earlier), is_own=False)


def _governing(frame: Frame, cue: Cue) -> Phrase | None:
    """As in "we have no reason to assume": the subject of the nearest finite verb before an infinitive."""
    for at in range(cue.first - 1, 0, -1):
        if frame.is_quotation(at) or frame.at(at) in STOPS:
            return None
        is_plural = _is_plural_verb(frame, at) and frame.tag(at - 1) in {Tag.PRONOUN, Tag.NOUN, Tag.NAME}
        if _is_finite(frame, at) or is_plural:
            return phrase_before(frame, _group_first(frame, at))
    return None


def _inverted(frame: Frame, cue: Cue) -> Phrase | None:
    """As in "“…,” said Anna Berg": a noun phrase after the cue, and nothing but a quotation or comma before it."""
    is_open = cue.first == 0 or frame.is_quotation(cue.first - 1) or frame.at(cue.first - 1) in COMMAS
    if not is_open or cue.form not in {"past", "s", "en"} or not cue.takes("tq") or cue.first != cue.head:
        return None
    phrase = phrase_after(frame, cue.last + 1)
    if phrase is None or frame.words[phrase.first].is_time or cue.entry.lemma in _WITH_OBJECT:
        return None
    if frame.at(phrase.first) == "any":
        return None  # "denied any part in it"
    has_clause = any(_is_finite(frame, i) or _is_plural_verb(frame, i) for i in range(cue.first))
    is_inverted = has_clause and _may_close(frame, phrase) and is_somebody(frame, phrase)
    if not frame.is_quotation(cue.first - 1) and not is_inverted:
        return None
    return phrase if cue.first > 0 else None


def _may_close(frame: Frame, phrase: Phrase) -> bool:
    """Whether the sentence may end or pause after the phrase."""
    at = phrase.head + 1
    return at >= len(frame) or frame.is_quotation(at) or frame.at(at) in _AFTER_INVERSION or frame.words[at].is_time


def _agent(frame: Frame, cue: Cue) -> Phrase | None:
    """The "by" phrase of a passive, up to the end of its clause."""
    for at in range(cue.last + 1, min(len(frame), cue.last + 14)):
        is_verb = frame.tag(at) is Tag.VERB and frame.words[at].form != "ing"  # "was accused of shelling the port by"
        if frame.is_quotation(at) or frame.at(at) in COMMAS | STOPS or is_verb:
            return None
        if frame.at(at) == "by":
            return phrase_after(frame, at + 1, stops=frozenset({"of", "for"}) if cue.takes("o") else frozenset())
    return None


def _owner(frame: Frame, cue: Cue) -> Phrase | None:
    """As in "Karvia's claim": the owner before a noun cue; "its claim" too."""
    at = cue.first - 1
    while at > 0 and frame.tag(at) in {Tag.ADJECTIVE, Tag.NUMBER}:
        at -= 1
    if frame.at(at) in {"'s", "’s", "'", "’"}:
        return phrase_before(frame, at)
    if frame.at(at) in {"his", "her", "their", "its"}:
        return Phrase(at, at, at)
    return None


def _participle_subject(frame: Frame, cue: Cue, earlier: list[tuple[Cue, Subject]]) -> Subject:
    """As in "…, adding that": shared; "with Karvia accusing Dosland of": its own."""
    before = frame.at(cue.first - 1)
    if frame.tag(cue.first - 1) in {Tag.PREPOSITION, Tag.ADJECTIVE} and before not in _GERUND_OPENERS:
        return Subject(None)
    if before in COMMAS | _ANDS | _GERUND_OPENERS | {"while", "when"} or cue.first == 0:
        nearer = (
            _speaker_before(frame, cue, earlier) or _with_subject(frame, cue) or _clause_before(frame, cue, earlier)
        )
        if nearer is not None:
            return Subject(nearer, is_own=False)
        found = _shared(frame, cue.first, earlier) or _opening(frame, cue)
        return Subject(found or (phrase_before(frame, cue.first - 1) if before in COMMAS else None), is_own=False)
    phrase = phrase_before(frame, cue.first)
    if phrase is not None and _is_issued(frame, phrase):
        phrase = None
    return Subject(phrase) if phrase is not None else Subject(_shared(frame, cue.first, earlier), is_own=False)


def _is_issued(frame: Frame, phrase: Phrase) -> bool:
    """As in "issued a statement saying": whoever issued it says so."""
    is_paper = frame.at(phrase.head) in STATEMENT_NOUNS and frame.tag(phrase.first - 1) is Tag.VERB
    return is_paper and frame.words[phrase.first - 1].lemma in _ISSUING


def _speaker_before(frame: Frame, cue: Cue, earlier: list[tuple[Cue, Subject]]) -> Phrase | None:
    """As in "…, the union said on Monday, adding": whoever the words right before the comma say spoke."""
    if frame.at(cue.first - 1) not in COMMAS or not earlier:
        return None
    other, subject = earlier[-1]
    if subject.phrase is None or not subject.is_own or subject.phrase.is_relative or other.act is None:
        return None
    after = max(other.last, subject.phrase.last if subject.is_after else 0) + 1
    between = range(after, cue.first - 1)
    return subject.phrase if all(frame.words[at].is_time or frame.at(at) == "on" for at in between) else None


def _with_subject(frame: Frame, cue: Cue) -> Phrase | None:
    """As in ", with Karvia and its allies, among them Tolm, blaming": the subject after "with"."""
    for at in range(cue.first - 1, 0, -1):
        if _is_finite(frame, at) or frame.is_quotation(at):
            return None
        if frame.at(at) == "with" and frame.at(at - 1) in COMMAS:
            return phrase_after(frame, at + 1, appositions=False)
    return None


def _clause_before(frame: Frame, cue: Cue, earlier: list[tuple[Cue, Subject]]) -> Phrase | None:
    """Whose clause the participle ends: the relative one, or the one after ", and", right before its comma."""
    if frame.at(cue.first - 1) not in COMMAS:
        return None
    for other, subject in reversed(earlier):
        is_relative = subject.phrase is not None and subject.phrase.is_relative and subject.is_own
        if is_relative and not any(_is_finite(frame, i) for i in range(other.last + 1, cue.first)):
            return subject.phrase
    for at in range(cue.first - 2, 1, -1):
        if frame.is_quotation(at) or frame.at(at) in {";", ":"}:
            return None
        if frame.at(at) in {"and", "but", "while"} and frame.at(at - 1) in COMMAS:
            return _first_subject(frame, at + 1, cue.first)
    return None


def _first_subject(frame: Frame, start: int, end: int) -> Phrase | None:
    """The subject that opens the clause at ``start``."""
    phrase = phrase_after(frame, start, appositions=False)
    if phrase is None or phrase.last + 1 >= end or not _is_finite(frame, phrase.last + 1):
        return None
    return phrase


def _shared(frame: Frame, before: int, earlier: list[tuple[Cue, Subject]]) -> Phrase | None:
    """The subject of the main verb of the clause that ends at ``before``."""
    for at in range(_clause_start(frame, before, earlier), before):
        if _is_finite(frame, at):
            found = phrase_before(frame, _group_first(frame, at))
            if found is not None and not found.is_relative and frame.tag(found.first - 1) is not Tag.SUBORDINATOR:
                return found
    return next((subject.phrase for _, subject in reversed(earlier) if subject.phrase is not None), None)


def _clause_start(frame: Frame, before: int, earlier: list[tuple[Cue, Subject]]) -> int:
    """Where the clause begins: after the last semicolon, or the last "but" that a cue with its own subject follows."""
    start = 0
    for at in range(before):
        if frame.at(at) in {";", ":"} or (frame.is_quotation(at) and frame.at(at + 1) not in COMMAS):
            start = at + 1
    for cue, subject in earlier:
        if cue.form == "noun" or subject.phrase is None or not subject.is_own:
            continue
        first = cue.first if subject.is_after else subject.phrase.first
        if first >= start and frame.at(first - 1) in {"but", "while", "and"} and frame.at(first - 2) in COMMAS:
            start = first
    return start


def _opening(frame: Frame, cue: Cue) -> Phrase | None:
    """As in "Accusing Dosland of lies, Karvia left": the subject after the comma that ends an opening participle."""
    if cue.first != 0:
        return None
    comma = next((i for i in range(cue.last, min(len(frame), 60)) if frame.at(i) in COMMAS), None)
    return None if comma is None else phrase_after(frame, comma + 1, appositions=False)


def _is_finite(frame: Frame, at: int) -> bool:
    """Whether a finite verb stands at ``at``."""
    if frame.tag(at) is Tag.AUX:
        return True
    return frame.tag(at) is Tag.VERB and frame.words[at].form in {"past", "s"}


def _is_plural_verb(frame: Frame, at: int) -> bool:
    """Whether a base form stands at ``at`` that is no infinitive: "many raids fail"."""
    return frame.tag(at) is Tag.VERB and frame.words[at].form == "base" and frame.at(at - 1) != "to"


def _group_first(frame: Frame, at: int) -> int:
    """The first word of the verb group that holds ``at``."""
    while at > 0 and frame.tag(at - 1) in {Tag.AUX, Tag.ADVERB, Tag.PARTICLE} and not frame.words[at - 1].is_time:
        at -= 1
    return at
