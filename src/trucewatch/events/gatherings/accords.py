"""Agreements as a document speaks of them: ceasefires, peace agreements, deals over resources, exchanges.

Decides which words speak of one agreement ("the deal", "such a deal", "the truce" are the one last spoken of), its
kind, stage and parties, and which agreement of the situation it is where that is certain. Never reads a clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from trucewatch.events.commitments.conditions import find_conditions
from trucewatch.events.gatherings.attendance import MEETING, people_of
from trucewatch.events.mentions.triggers import BREACH_NOUNS, BREACH_VERBS
from trucewatch.events.model import AgreementMention
from trucewatch.events.mutual import find_opponents
from trucewatch.events.phrases import Phrase, phrase_ending, phrase_starting
from trucewatch.events.roles import find_subject
from trucewatch.events.settings import find_when
from trucewatch.events.stages import AGREEMENT, RANK, UNREACHED
from trucewatch.events.version import EXTRACTOR
from trucewatch.events.view import Sentence
from trucewatch.language.lexicon import expressions, word_set
from trucewatch.language.model import Analysis, Tag
from trucewatch.situation.model import Agreement, Situation, Stage
from trucewatch.values import When, Who, make_id

CEASEFIRE, PEACE, RESOURCES, EXCHANGE, HUMANITARIAN, OTHER = (
    "ceasefire",
    "peace",
    "resources",
    "exchange",
    "humanitarian",
    "other",
)

_CEASEFIRE = word_set("ceasefire cease-fire ceasefires cease-fires truce truces armistice")
_NOUNS = word_set(
    """agreement agreements deal deals accord accords pact pacts treaty treaties memorandum protocol settlement
    initiative arrangement"""
)
_SWAPS = frozenset({"exchange", "exchanges", "swap", "swaps"})
_SWAPPED = word_set("prisoner prisoners pow pows captives captive hostage hostages detainees detainee bodies")
_RESOURCES = word_set(
    """mineral minerals mining resource resources rare-earth rare-earths lithium titanium uranium profits profit oil
    gas earths royalties"""
)
_RELIEF = word_set("humanitarian corridor corridors evacuation aid grain relief")
_DEFINITE = word_set("the this that such these those its their his her")
_KNOWN = frozenset({"the", "this", "that"})  # an agreement that readers are taken to know of
_QUANTITY = frozenset({"great", "good"})
_DISPUTED = expressions(
    """disagreed on|disagreed over|disagree on|disagree over|disagreed about|at odds over|differed over|differed on
    differ on|differ over|different versions|differing versions|conflicting accounts|different accounts
    different interpretations|disputed terms|dispute the terms|disputed the terms|described differently
    disagreement over|disagreement on|rival versions|conflicting versions|differing accounts|differently"""
)
_AGREEING = word_set(
    """agreed agree sign signed accepted reached disagreed disagree negotiating discussing negotiated discussed
    finalised finalized finalize finalise"""
)
_NUMBERS = dict(
    zip(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "ten",
            "twelve",
            "fifteen",
            "twenty",
            "thirty",
            "forty",
            "sixty",
            "ninety",
        ],
        (1, 2, 3, 4, 5, 6, 7, 10, 12, 15, 20, 30, 40, 60, 90),
        strict=True,
    )
)
_DAYS = {"day": 1, "days": 1, "week": 7, "weeks": 7, "month": 30, "months": 30}
_LENGTH = re.compile(r"([0-9]{1,3}|[a-z]{1,8})-(day|week|month|hour)s?")
_BEFORE, _AFTER = 9, 14
_OBJECTS = frozenset({Tag.DETERMINER, Tag.NAME, Tag.NOUN, Tag.ADJECTIVE, Tag.NUMBER})
_REACH = 6  # tokens before a cue that can keep it from being reached
_REACHED = frozenset({Stage.AGREED, Stage.SIGNED, Stage.IN_FORCE})
_DATED = _REACHED | {Stage.NEGOTIATED}
_IMAGINED = frozenset({"if", "unless", "should", "once", "would", "could", "might", "may"})
_CLOSE = 200  # characters between an agreement and a condition on it, in one sentence
_BOTH_SIDES = frozenset(
    (one, other) for one in ("both", "two", "warring") for other in ("sides", "parties", "governments", "armies")
)


@dataclass(frozen=True, slots=True)
class _Found:
    """One noun phrase that names an agreement. ``kind`` is "" for "the deal", which is one already spoken of."""

    phrase: Phrase
    kind: str
    is_definite: bool


def find_agreements(analysis: Analysis, sentences: Iterable[Sentence]) -> tuple[AgreementMention, ...]:
    """The agreements a document speaks of, in the order they are first spoken of."""
    kept: list[AgreementMention] = []
    last = ""
    for sentence in sentences:
        for found in _triggers(sentence):
            kind = found.kind or (last if last and found.is_definite else "")
            mention = _read(analysis, sentence, found, kind or OTHER)
            if not kind and not _is_spoken_of_as_agreement(mention):
                continue
            last = mention.kind
            same = next(
                (
                    i
                    for i, m in enumerate(kept)
                    if m.kind == mention.kind
                    and (not m.agreement or not mention.agreement or m.agreement == mention.agreement)
                ),
                None,
            )
            if same is None:
                kept.append(mention)
            else:
                kept[same] = _join(kept[same], mention)
    return tuple(sorted(kept, key=lambda m: (m.trigger, m.id)))


def _triggers(sentence: Sentence) -> Iterator[_Found]:
    done = -1
    for at, token in enumerate(sentence.tokens):
        if at <= done or token.tag not in {Tag.NOUN, Tag.NAME, Tag.VERB, Tag.ADJECTIVE}:
            continue
        phrase = _phrase_of(sentence, at)
        if phrase is None:
            continue
        done = phrase.end - 1
        words = phrase.lowers(sentence)
        if not _QUANTITY.intersection(words[:2]) and words[0] not in {"no", "any"}:
            yield _Found(
                phrase,
                _kind(sentence, phrase, words),
                words[0] in _DEFINITE or "such" in sentence.lowers(phrase.start - 1, phrase.start),
            )


def _phrase_of(sentence: Sentence, at: int) -> Phrase | None:
    """The whole phrase of an agreement noun, or None; "cease-fire agreement" is one phrase."""
    word = sentence.tokens[at].lower
    is_swap = word in _SWAPS and _SWAPPED.intersection(sentence.lowers(at - 3, at) + sentence.lowers(at + 1, at + 6))
    if (word not in _CEASEFIRE and word not in _NOUNS and not is_swap) or (
        sentence.tokens[at].tag is Tag.VERB and word not in _CEASEFIRE
    ):
        return None
    end = at
    while (
        end + 1 < len(sentence.tokens)
        and sentence.tokens[end + 1].lower in _NOUNS | _CEASEFIRE | {"agreement"}
        and end - at < 3
    ):
        end += 1
    if _is_part_of_name(sentence, end):
        return None
    return phrase_ending(sentence, end) or Phrase(at, end + 1, end)


def _is_part_of_name(sentence: Sentence, at: int) -> bool:
    """Whether the word stands inside the name of a body: "the Northern Treaty Organisation"."""
    pair = sentence.tokens[at : at + 2]
    return len(pair) == 2 and all(token.tag is Tag.NAME for token in pair) and pair[1].text[:1].isupper()


def _kind(sentence: Sentence, phrase: Phrase, words: tuple[str, ...]) -> str:
    near = words + sentence.lowers(phrase.end, phrase.end + 16)
    if _CEASEFIRE.intersection(words):
        return CEASEFIRE
    if "peace" in words:
        return PEACE
    if _SWAPS.intersection(words) or _SWAPPED.intersection(words):
        return EXCHANGE
    if _RESOURCES.intersection(near):
        return RESOURCES
    if _RELIEF.intersection(words) or {"humanitarian", "evacuation"}.intersection(near[: len(words) + 5]):
        return HUMANITARIAN
    return OTHER if _is_proper(sentence, phrase) else ""


def _is_proper(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether it has a name of its own: "the Peace Protocol", or after a place: "the Luban agreement"."""
    sides = [s.span for s in (*sentence.names, *sentence.sides) if s.span is not None and (s.party or s.state)]
    for at in range(phrase.start, phrase.head):
        token = sentence.tokens[at]
        if token.tag is Tag.NAME and not any(span.overlaps(token.span) for span in sides):
            return True
    return sentence.tokens[phrase.head].text[:1].isupper() and phrase.end - phrase.start > 1 and phrase.start > 0


def _is_spoken_of_as_agreement(mention: AgreementMention) -> bool:
    """Whether a deal of no known kind is between parties at all; a bargain in a shop is not."""
    return bool(mention.agreement) or len(mention.parties) >= 2


def _read(analysis: Analysis, sentence: Sentence, found: _Found, kind: str) -> AgreementMention:
    phrase = found.phrase
    stage, told_at = _stage(sentence, phrase)
    violated = _is_violated(sentence, phrase)
    trigger = phrase.span(sentence)
    return AgreementMention(
        id=make_id("agr", analysis.document.id, kind, str(trigger.start)),
        document=analysis.document.id,
        kind=kind,
        trigger=trigger,
        sentence=sentence.span,
        spans=(sentence.span,),
        agreement=_match(analysis.situation, sentence, phrase, kind),
        stage=Stage.IN_FORCE if violated else stage,
        parties=_parties(sentence, phrase) or _both_sides(analysis.situation, sentence),
        when=_when(sentence, phrase, stage, told_at),
        duration_days=_duration(sentence, phrase),
        is_disputed=_is_disputed(sentence),
        is_violated=violated,
        conditions=tuple(s for s in find_conditions(sentence) if 0 < s.start - trigger.start < _CLOSE),
        extractor=EXTRACTOR,
    )


def _when(sentence: Sentence, phrase: Phrase, stage: Stage, told_at: int | None) -> When | None:
    """The day of the talks, of the signing, or from which it holds: told beside the agreement or beside the cue."""
    if told_at is None or stage not in _DATED:
        return None
    start, end = min(phrase.start, told_at), max(phrase.end, told_at + 1)
    return find_when(sentence, start, end)


def _stage(sentence: Sentence, phrase: Phrase) -> tuple[Stage, int | None]:
    """The stage that the nearest cue tells, and the token that tells it as done; None where nothing is told as done."""
    cues = [
        (phrase.start - at if at < phrase.end else at - phrase.end + 1, at)
        for at in range(max(0, phrase.start - _BEFORE), min(len(sentence.tokens), phrase.end + _AFTER))
        if sentence.tokens[at].lower in AGREEMENT and _is_said_of(sentence, phrase, at)
    ]
    if not cues:
        return Stage.PROPOSED, None
    at = min(cues)[1]
    stage = AGREEMENT[sentence.tokens[at].lower]
    is_after = at >= phrase.end
    if stage in _REACHED and _IMAGINED.intersection(sentence.lowers(phrase.start - 2 if is_after else at - _REACH, at)):
        return Stage.PROPOSED, None
    if stage in _REACHED and UNREACHED.intersection(sentence.lowers(phrase.end if is_after else at - _REACH, at)):
        return Stage.NEGOTIATED, at
    return stage, at


def _is_said_of(sentence: Sentence, phrase: Phrase, at: int) -> bool:
    """Whether the agreement itself ended; "a truce that ended the war" and "fighting that ended in a truce" did not."""
    if AGREEMENT[sentence.tokens[at].lower] is not Stage.EXPIRED:
        return True
    if at >= phrase.end:
        following = sentence.tokens[at + 1 : at + 2]
        return not (following and following[0].tag in _OBJECTS) or at + 1 in sentence.timed
    return not {"in", "with", "by"}.intersection(sentence.lowers(at + 1, phrase.start))


def _is_violated(sentence: Sentence, phrase: Phrase) -> bool:
    near = sentence.lowers(phrase.start - 4, phrase.start) + sentence.lowers(phrase.end, phrase.end + 4)
    if {"violate", "not", "would", "could", "if"}.intersection(near) and not {
        "violated",
        "breached",
        "violating",
        "breaching",
    }.intersection(near):
        return False
    return bool((BREACH_VERBS | BREACH_NOUNS).intersection(near)) and "break" not in near


def _is_disputed(sentence: Sentence) -> bool:
    words = tuple(t.lower for t in sentence.tokens)
    firsts = {p[0] for p in _DISPUTED}
    return any(words[at : at + len(p)] == p for at, w in enumerate(words) if w in firsts for p in _DISPUTED)


def _duration(sentence: Sentence, phrase: Phrase) -> int | None:
    for word in phrase.lowers(sentence):
        if (found := _LENGTH.fullmatch(word)) is not None:
            number = _number(found[1])
            return None if number is None else -(-number // 24) if found[2] == "hour" else number * _DAYS[found[2]]
    after = sentence.lowers(phrase.end, phrase.end + 8)
    for at, word in enumerate(after[:-2]):
        if word in {"for", "lasting"} and after[at + 2] in _DAYS and (number := _number(after[at + 1])) is not None:
            return number * _DAYS[after[at + 2]]
    return None


def _number(word: str) -> int | None:
    return int(word) if word.isascii() and word.isdigit() else _NUMBERS.get(word)


def _parties(sentence: Sentence, phrase: Phrase) -> tuple[Who, ...]:
    """Those between whom it is: "between A and B", "with B", and the subject that agrees, signs or negotiates."""
    found: tuple[Who, ...] = ()
    for at in range(phrase.end, min(len(sentence.tokens) - 1, phrase.end + 5)):
        if (
            sentence.tokens[at].lower in {"between", "with", "among"}
            and (other := phrase_starting(sentence, at + 1)) is not None
        ):
            found = people_of(sentence, other)
            break
        if sentence.tokens[at].tag in {Tag.VERB, Tag.PUNCTUATION}:
            break
    if len(found) < 2:
        for at in range(phrase.start - 1, max(-1, phrase.start - 8), -1):
            if sentence.tokens[at].lower in _AGREEING and (subject := find_subject(sentence, at)) is not None:
                found = people_of(sentence, subject, left=True) + found
                break
    return tuple({w.name: w for w in found if w.kind in MEETING}.values())


def _both_sides(situation: Situation, sentence: Sentence) -> tuple[Who, ...]:
    """The situation's two parties where the sentence binds "both sides"; nobody where it has more."""
    words = tuple(token.lower for token in sentence.tokens)
    at = next((at for at, pair in enumerate(pairwise(words)) if pair in _BOTH_SIDES), None)
    if at is None:
        return ()
    span = sentence.cover(at, at + 2)
    return tuple(replace(who, words=span.of(sentence.text), span=span) for who in find_opponents((), situation))


def _match(situation: Situation, sentence: Sentence, phrase: Phrase, kind: str) -> str:
    """The situation's agreement that the words name, or its only ceasefire for "the truce"; "" where not certain."""
    said = sentence.cover(phrase.start, min(len(sentence.tokens), phrase.end + 4)).of(sentence.text).casefold()
    named = [a for a in situation.agreements if any(n.casefold() in said for n in _names(a))]
    if len(named) == 1:
        return named[0].id
    alike = [a for a in situation.agreements if a.kind == kind]
    is_known = sentence.tokens[phrase.start].lower in _KNOWN
    return alike[0].id if len(alike) == 1 and kind == CEASEFIRE and is_known else ""


def _names(agreement: Agreement) -> tuple[str, ...]:
    return tuple(n for n in (agreement.name, *agreement.aliases) if n)


def _join(first: AgreementMention, later: AgreementMention) -> AgreementMention:
    names = {w.name for w in first.parties}
    stage = max(first.stage, later.stage, key=_rank)
    return replace(
        first,
        spans=tuple(sorted({*first.spans, *later.spans})),
        agreement=first.agreement or later.agreement,
        stage=stage,
        parties=first.parties + tuple(w for w in later.parties if w.name not in names),
        when=first.when or later.when,
        duration_days=first.duration_days or later.duration_days,
        is_disputed=first.is_disputed or later.is_disputed,
        is_violated=first.is_violated or later.is_violated,
        conditions=tuple(sorted({*first.conditions, *later.conditions})),
    )


def _rank(stage: Stage) -> int:
    return RANK.index(stage) if stage in RANK else -1
