"""Cues: the verbs and nouns that report a saying, with the whole verb group around each.

Decides which words are cues and how the saying stands (done, planned, negated, passive). Whose saying it is and what
was said are for other modules.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from trucewatch.language.model import Tag
from trucewatch.statements import cue_words
from trucewatch.statements.cue_verbs import VERBS
from trucewatch.statements.cue_words import listed
from trucewatch.statements.frames import COMMAS, STOPS, Frame
from trucewatch.statements.model import Act

_BE = listed("be been being is are was were am 's ’s 're ’re")
_HAVE = listed("has have had having 've ’ve")
_MODALS = listed("will would could may might should must can shall 'll ’ll 'd ’d")
_OPEN_MODALS = listed("could may might should must can shall would")
_NOT = frozenset({"not", "n't", "n’t", "never"})
_ASKED = frozenset({"about", "whether", "if", "why", "how", "by", "what", "on"})
_AFTER_REDUCED = frozenset({"of", "on", "about"})  # "anyone accused of", "officials briefed on"
#: Verbs whose gerund is not done: "would consider recommending", "avoided saying".
_UNDONE = listed("consider avoid stop cease mind risk contemplate weigh miss resist")
_PAUSES = frozenset(",?!—–-")  # how speech ends whose sentence goes on
_NAMING_TAGS = frozenset({Tag.NAME, Tag.NOUN, Tag.PRONOUN, Tag.DETERMINER})
_MANNERS = frozenset({Tag.ADVERB, Tag.PARTICLE, Tag.PREPOSITION})
_MANNER_REACH = 4  # words of "fired back sharply"
_NAME_REACH = 7  # words of "an angry Colonel Hale"
_GROUPS = frozenset({"some", "many", "most", "others", "few", "several", "both", "all"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the cue list. ``act`` is None for an attitude."""

    lemma: str
    act: Act | None
    frames: str
    is_inferred: bool = False


def _read_verbs() -> dict[str, tuple[Entry, ...]]:
    """The cue list by first word; longer cues first."""
    table: dict[str, list[Entry]] = {}
    for line in VERBS.strip().splitlines():
        lemma, act, frames = (part.strip() for part in line.split("|"))
        entry = Entry(lemma, None if act == "?" else Act(_ACTS[act.lstrip("~")]), frames, act.startswith("~"))
        table.setdefault(lemma.split()[0], []).append(entry)
    return {word: tuple(sorted(entries, key=lambda e: -len(e.lemma))) for word, entries in table.items()}


_ACTS = {act.name.lower(): act.value for act in Act}
ENTRIES = _read_verbs()


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue in one frame: words ``first`` to ``last``, the verb or noun itself at ``head``."""

    first: int
    last: int
    head: int
    entry: Entry
    form: str  # of the first finite verb: "past", "s", "base", "ing", "en"; "noun" for a noun cue
    is_passive: bool = False
    is_negated: bool = False
    is_planned: bool = False
    is_open: bool = False  # a saying that may or would be
    is_bare: bool = False  # a participle without a verb of its own: "adding", "rejecting"

    @property
    def act(self) -> Act | None:
        """What the saying does; None for an attitude."""
        return self.entry.act

    def takes(self, frames: str) -> bool:
        """Whether any of these may follow."""
        return any(frame in self.entry.frames for frame in frames)


def find_verb_cues(frame: Frame) -> Iterator[Cue]:
    """The verb cues of one frame, in order. Words inside direct speech are not read."""
    for at, word in enumerate(frame.words):
        if word.tag is not Tag.VERB or word.quotation is not None:
            continue
        for entry in ENTRIES.get(word.lemma, ()):
            last = _match(frame, at, entry)
            if last is not None:
                cue = _grouped(frame, at, last, _CHARGE_WITH if _charges_with(frame, at) else entry)
                if cue is not None:
                    yield cue
                break


_CHARGE_WITH = Entry("charge", Act.ALLEGE, "o")
_CHARGE_REACH = 7  # words of "charged the commander of the garrison with"


def _charges_with(frame: Frame, at: int) -> bool:
    """As in "charged the army with using gas": somebody is accused; a fee or a battery is not."""
    if frame.words[at].lemma != "charge" or frame.tag(at + 1) not in {Tag.DETERMINER, Tag.NAME, Tag.PRONOUN}:
        return False
    return any(frame.at(i) == "with" for i in range(at + 2, at + _CHARGE_REACH))


def _match(frame: Frame, at: int, entry: Entry) -> int | None:
    """The last word of the entry's words at ``at``, or None where its particles do not follow."""
    words = entry.lemma.split()[1:]
    if not words:
        return at
    last = at if words != ["for"] else _past_time(frame, at)
    for offset, particle in enumerate(words, start=1):
        if frame.at(last + offset) != particle:
            return None
    last += len(words)
    is_dated = words[-1] == "on" and last + 1 < len(frame) and frame.words[last + 1].is_time
    return None if is_dated else last  # "called on Sunday for talks" calls on nobody


def _past_time(frame: Frame, at: int) -> int:
    """The last word of a time right after ``at``: "called on Sunday for"; ``at`` where none is."""
    end = at + 1 + (frame.at(at + 1) in {"on", "in", "at"})
    if end >= len(frame) or not frame.words[end].is_time:
        return at
    return frame.past_time(end) - 1


def _grouped(frame: Frame, at: int, last: int, entry: Entry) -> Cue | None:
    """The cue with its auxiliaries and adverbs, or None where the verb reports nothing."""
    first, group = group_start(frame, at)
    form = frame.words[at].form
    helpers = [word for word in group if word]
    is_negated = any(word in _NOT for word in helpers)
    has_be = any(word in _BE for word in helpers)
    has_have = any(word in _HAVE for word in helpers)
    is_planned = any(word in cue_words.PLANNED for word in helpers) or "will" in helpers
    is_open = any(word in _OPEN_MODALS for word in helpers) and not is_planned
    is_alone = form == "en" and not (has_have or helpers)
    is_reduced = form == "past" and not helpers and entry.frames == "o" and frame.at(last + 1) in _AFTER_REDUCED
    is_passive = (
        (form in {"en", "past"} and has_be) or is_reduced or (is_alone and not _may_be_past(frame, at, last, entry))
    )
    is_bare = form == "ing" and not has_be
    if form == "base" and not _base_is_finite(frame, first, at, helpers):
        return None
    if first == at == 0 and entry.lemma == "ask" and frame.at(last + 1) in _ASKED:
        return None  # "Asked about it, she said": nobody's question
    if is_bare and _is_undone(frame, first):
        return None
    return Cue(first, last, at, entry, form, is_passive, is_negated, is_planned, is_open, is_bare)


def _is_undone(frame: Frame, first: int) -> bool:
    """Whether the gerund is of a saying that was not made: "avoided saying", "without offering evidence"."""
    is_shunned = frame.tag(first - 1) is Tag.VERB and frame.words[first - 1].lemma in _UNDONE
    return is_shunned or frame.at(first - 1) == "without"


def _may_be_past(frame: Frame, at: int, last: int, entry: Entry) -> bool:
    """Whether a lone participle may as well be the past: "the mayor said it had"; not "accused of", "called by"."""
    if frame.at(at - 1) in {"and", "but", "then"}:
        return True
    return entry.act is not None and "t" in entry.frames and frame.at(last + 1) not in {"by", "of", "as", "to"}


def _base_is_finite(frame: Frame, first: int, at: int, helpers: list[str]) -> bool:
    """Whether a base form reports a saying: after an auxiliary, or with a subject of its own, not as an infinitive."""
    if frame.at(at - 1) == "to" and first == at:
        return False
    if helpers:
        return True
    if frame.at(at - 1) in COMMAS | _GROUPS:
        return True
    return frame.tag(at - 1) in {Tag.NOUN, Tag.NAME, Tag.PRONOUN, Tag.SUBORDINATOR}


def group_start(frame: Frame, at: int) -> tuple[int, list[str]]:
    """The first word of the verb group whose main verb is at ``at``, and the words before the verb."""
    first = at
    group: list[str] = []
    while first > 0 and len(group) < 9:
        word = frame.at(first - 1)
        if not word or frame.words[first - 1].is_time or (word in {"both", "all"} and first - 1 == 0):
            break
        if word == "to" and _opens_infinitive(frame, first - 2):
            group += ["to", frame.at(first - 2)]
            first -= 2 + (frame.at(first - 2) == "on")
        elif (
            (
                frame.tag(first - 1) is Tag.AUX
                or word in _MODALS | _NOT
                or (word in _BE | _HAVE and frame.tag(first - 1) is not Tag.PARTICLE)
            )
            or word in cue_words.GROUP_ADVERBS
            or (frame.tag(first - 1) is Tag.ADVERB and word.endswith("ly"))
        ):
            group.append(word)
            first -= 1
        else:
            break
    while first < at and frame.tag(first) is Tag.ADVERB and frame.at(first - 1) in {"", *COMMAS} and first == 0:
        first += 1
    return first, group


def _opens_infinitive(frame: Frame, at: int) -> bool:
    """Whether the word before "to" leaves the saying a saying: expected to, went on to, appeared to."""
    word = frame.at(at)
    return (
        word in cue_words.PLANNED or word in cue_words.DONE or (word == "on" and frame.at(at - 1) in {"went", "goes"})
    )


def find_manners(frame: Frame, found: Container[int]) -> Iterator[Cue]:
    """Verbs that no list has, which report speech by where they stand: "“Go,” beamed Hale", "Hale boomed: “Go”"."""
    if not any(word.quotation is not None for word in frame.words):
        return
    for at, word in enumerate(frame.words):
        is_told = word.tag is Tag.VERB and word.form in {"past", "s"} and word.lemma not in ENTRIES
        if is_told and at not in found and (_follows_speech(frame, at) or _opens_speech(frame, at)):
            yield Cue(at, at, at, Entry(word.lemma, Act.ASSERT, "q"), word.form)


def _follows_speech(frame: Frame, at: int) -> bool:
    """Whether speech that pauses for it stands right before the verb, or before its subject and the verb ends there."""
    if frame.is_quotation(at - 1):
        return frame.words[at - 1].form in _PAUSES and frame.tag(at + 1) in _NAMING_TAGS
    first = at - 1
    while first > 0 and frame.tag(first) in _NAMING_TAGS | {Tag.ADJECTIVE, Tag.PARTICLE} and at - first < _NAME_REACH:
        first -= 1
    pauses = frame.is_quotation(first) and frame.words[first].form in _PAUSES and first < at - 1
    ends = at + 1 >= len(frame) or frame.at(at + 1) in COMMAS | STOPS | {"and", "as", "in"}
    return pauses and (ends or frame.is_quotation(at + 1))


def _opens_speech(frame: Frame, at: int) -> bool:
    """Whether a colon and speech come right after the verb, or after how it was done: "fired back forcefully: “…”"."""
    end = at + 1
    while end < at + _MANNER_REACH and (frame.tag(end) in _MANNERS or frame.at(end) == "back"):
        end += 1
    return frame.at(end) == ":" and frame.is_quotation(end + 1)


def find_noun_cues(frame: Frame) -> Iterator[Cue]:
    """Nouns that stand for a saying and carry its content: "the claim that", "a promise to"."""
    for at, word in enumerate(frame.words):
        if word.tag is not Tag.NOUN or word.quotation is not None or frame.at(at + 1) not in {"that", "to"}:
            continue
        lemma = word.lemma if word.lemma in cue_words.NOUNS else word.lower.removesuffix("s")
        act = cue_words.NOUNS.get(lemma)
        if act is None or (
            frame.at(at + 1) == "to"
            and (
                act not in {"pledge", "offer", "refuse", "threaten", "demand", "request", "?"}
                or frame.words[min(at + 2, len(frame) - 1)].form != "base"
            )
        ):
            continue
        entry = Entry(lemma, None if act == "?" else Act(_ACTS[act]), "ti")
        yield Cue(at, at, at, entry, "noun")


def find_colons(frame: Frame) -> Iterator[Cue]:
    """As in "Berg: “We will stay”": a name alone before a colon, with speech after it, or in the first line of all."""
    if ":" not in frame.vocabulary:
        return
    at = next((i for i in range(min(len(frame), 10)) if frame.at(i) == ":"), 0)
    if at == 0 or at + 1 >= len(frame) or frame.tag(at - 1) not in {Tag.NAME, Tag.NOUN}:
        return
    is_name = frame.tag(0) is Tag.NAME and not any(frame.tag(i) in {Tag.VERB, Tag.AUX} for i in range(at))
    opens_speech = frame.is_quotation(at + 1) or frame.tag(at + 1) is Tag.QUOTE
    if is_name and (opens_speech or frame.number == 0):
        yield Cue(at, at, at, Entry(":", Act.ASSERT, "tqn"), "past")


def find_according(frame: Frame) -> Iterator[Cue]:
    """As in "according to" in every place."""
    if "according" not in frame.vocabulary:
        return
    for at in range(len(frame) - 1):
        if frame.at(at) == "according" and frame.at(at + 1) == "to":
            yield Cue(at, at + 1, at, Entry("according to", Act.ASSERT, "t"), "preposition")
