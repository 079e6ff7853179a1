"""Gatherings: meetings, talks, summits, visits and calls, each once per document with all that is told of it.

Decides which sentences speak of one gathering: a day told apart keeps two apart, "the meeting" is the one last spoken
of. Never decides whether two documents mean one meeting.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from trucewatch.documents.model import BlockKind
from trucewatch.events.gathered import is_compatible, is_tied, join
from trucewatch.events.gatherings.attendance import (
    find_absentees,
    find_hosts,
    find_participants,
    find_place,
    find_purpose,
)
from trucewatch.events.model import Factuality, Gathering
from trucewatch.events.roles import BE, find_subject
from trucewatch.events.settings import find_when
from trucewatch.events.standing import History
from trucewatch.events.version import EXTRACTOR
from trucewatch.events.view import Sentence
from trucewatch.language.lexicon import word_set
from trucewatch.language.model import Analysis, Tag
from trucewatch.values import Span, When, make_id

_NOUNS: dict[str, str] = {
    **dict.fromkeys(("meeting", "meetings", "gathering", "session", "conference", "get-together"), "meeting"),
    **dict.fromkeys(("sitting", "sittings", "roundtable", "round-table", "jirga", "dinner"), "meeting"),
    **dict.fromkeys(("parley",), "talks"),
    **dict.fromkeys(("talks", "negotiations", "discussions", "consultations", "deliberations"), "talks"),
    **dict.fromkeys(("summit", "summits"), "summit"),
    **dict.fromkeys(("visit", "trip"), "visit"),
    **dict.fromkeys(("call", "calls", "phone-call", "conversation", "conversations"), "call"),
}
_VERBS: dict[str, str] = {
    **dict.fromkeys(
        (
            "meet",
            "meets",
            "met",
            "convene",
            "convenes",
            "convened",
            "convening",
            "gather",
            "gathers",
            "gathered",
            "assemble",
            "assembles",
            "assembled",
            "assembling",
        ),
        "meeting",
    ),
    **dict.fromkeys(("meeting", "gathering"), "meeting"),
    **dict.fromkeys(("visit", "visits", "visited", "visiting"), "visit"),
    **dict.fromkeys(("toured", "tours", "touring"), "visit"),
    **dict.fromkeys(("conferred", "confer", "dined", "dine", "lunched"), "meeting"),
    **dict.fromkeys(("negotiated", "negotiating", "shuttled", "shuttling", "parleyed"), "talks"),
    **dict.fromkeys(("telephoned", "phoned"), "call"),
}
_NOT_MET = word_set(
    """target targets need needs demand demands requirement requirements deadline obligation obligations commitments
    criteria conditions challenge expectations goal goals standard standards resistance opposition the-press
    evidence intelligence information data fate death costs cost quota quotas pace"""
)
_SIGNED = frozenset({"signed", "sign", "signing", "initialled"})
_ACCORDS = word_set(
    """agreement agreements accord accords pact treaty protocol memorandum truce ceasefire cease-fire armistice deal
    declaration document text settlement"""
)
_ROUND_OF = word_set(
    "first second third fourth fifth sixth new next final last another further fresh five two three four"
)
_NO_ROUND = word_set(
    """mortar artillery landed hit struck fired firing live shot voting election candidate ammunition shots fire
    arrests sanctions strikes"""
)
_RECEIVED = word_set(
    "men man ambassador ambassadors envoy envoys delegation delegations negotiators elders leaders ministers"
)
_DUE = frozenset({"at", "in"})
_COMING = word_set(
    """ministers envoys leaders delegates representatives officials countries nations negotiators presidents
    delegations"""
)
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_AHEAD = word_set(
    """will 'll would to plan plans planned planning scheduled expected due set intends hope hopes hoping may might
    could should shall ahead upcoming forthcoming planned proposed possible before"""
)
_HISTORIC = frozenset({"years", "decades"})
_SPOKEN = frozenset({"spoke", "spoken", "talked", "speaks", "speak", "talk"})
_VIA = frozenset({"by", "via", "on", "over"})
_LOOK_BACK = 12
_PAIR = 2  # those who sign an agreement


@dataclass(frozen=True, slots=True)
class _Found:
    """One trigger of a gathering: tokens ``[start, end)``."""

    start: int
    end: int
    kind: str
    is_noun: bool
    is_definite: bool
    is_signing: bool = False  # of an agreement, told without its place


def find_gatherings(analysis: Analysis, sentences: Iterable[Sentence]) -> tuple[Gathering, ...]:
    """The gatherings of a document, in text order."""
    history = History(analysis)
    kept: list[Gathering] = []
    titles: set[int] = set()
    for sentence in sentences:
        triggers = tuple(_triggers(sentence))
        for found in triggers:
            others = frozenset(t.start for t in triggers if t.kind != found.kind) | _relatives(sentence, found)
            gathering = _read(analysis, history, sentence, found, others)
            same = _same(kept, titles, gathering, found)
            if same is not None:
                kept[same] = join(
                    kept[same], gathering, is_told=not found.is_noun or same in titles, is_title=same in titles
                )
                titles.discard(same)
            elif _tells_enough(gathering) and not (found.is_signing and len(gathering.participants) < _PAIR):
                if sentence.kind in {BlockKind.HEADLINE, BlockKind.HEADING}:
                    titles.add(len(kept))
                kept.append(gathering)
        _add_absentees(sentence, kept)
    return tuple(sorted(kept, key=lambda g: (g.trigger, g.id)))


def _relatives(sentence: Sentence, found: _Found) -> frozenset[int]:
    """Where clauses begin that tell of something else: "the rebuilding of the strip, which the group lost in 2007"."""
    return frozenset(
        at
        for at, token in enumerate(sentence.tokens)
        if token.lower in {"which", "who", "whose", "where"} and not found.end <= at <= found.end + 1
    )


def _triggers(sentence: Sentence) -> Iterator[_Found]:
    done = -1
    for at, token in enumerate(sentence.tokens):
        if at <= done:
            continue
        found = _spoken(sentence, at) or _noun(sentence, at, token.lower) or _verb(sentence, at, token.lower)
        if found is not None and not _is_only_supposed(sentence, found):
            done = at + 3 if found.is_noun else at
            yield found
    if done < 0 and sentence.kind not in {BlockKind.HEADLINE, BlockKind.HEADING}:
        yield from _signings(sentence)


def _is_only_supposed(sentence: Sentence, found: _Found) -> bool:
    """Whether it is only asked about or supposed: "if the talks collapse", "Will they meet?"."""
    is_asked = sentence.tokens[-1].lower == "?" and sentence.tokens[0].tag is Tag.AUX
    return is_asked or "if" in sentence.lowers(found.start - 3, found.start)


def _signings(sentence: Sentence) -> Iterator[_Found]:
    """Those who sign an agreement somewhere meet there: "signed the accord in Tarno", "was signed here"."""
    for at, token in enumerate(sentence.tokens):
        if token.lower not in _SIGNED:
            continue
        around = sentence.lowers(at - 12, at + 9)
        is_done = token.tag is Tag.NOUN or (token.tag is Tag.VERB and token.form in {"past", "en", "base"})
        is_of_past = at > 0 and sentence.tokens[at - 1].lower in _ACCORDS  # "the accord signed in 1998"
        if is_done and not is_of_past and not _ACCORDS.isdisjoint(around):
            yield _Found(at, at + 1, "meeting", False, False, is_signing=not _is_placed(sentence, at))
            return


def _is_placed(sentence: Sentence, at: int) -> bool:
    """Whether it is told where: "in X", "at the castle", "here"."""
    if "here" in sentence.lowers(at + 1, at + 8):
        return True
    last = min(len(sentence.tokens), at + 24)
    return any(
        p.span is not None and at < sentence.index_at(p.span.start) < last and _is_in(sentence, p.span)
        for p in sentence.places
    ) or any(sentence.tokens[i].lower == "at" and i + 1 not in sentence.timed for i in range(at + 1, last - 1))


def _is_in(sentence: Sentence, place: Span) -> bool:
    first = sentence.index_at(place.start)
    return not {"in", "at"}.isdisjoint(sentence.lowers(first - 3, first + 1))


def _spoken(sentence: Sentence, at: int) -> _Found | None:
    """The words "spoke by phone with": a call."""
    if sentence.tokens[at].lower not in _SPOKEN:
        return None
    by = sentence.lowers(at + 1, at + 6)
    is_by_phone = bool({"phone", "telephone", "videolink", "video", "hotline"}.intersection(by)) and bool(
        _VIA.intersection(by)
    )
    return _Found(at, at + 1, "call", False, False) if is_by_phone else None


def _noun(sentence: Sentence, at: int, word: str) -> _Found | None:
    kind = _NOUNS.get(word) or _round(sentence, at, word)
    if kind is None or _is_running_verb(sentence, at):
        return None
    before, after = sentence.lowers(at - 1, at) if at else (), sentence.lowers(at + 1, at + 2)
    if kind == "call" and not {"phone", "telephone", "video", "conference"}.intersection(before):
        return None
    if word in {"session", "conference"} and {"press", "news", "training", "parliamentary", "question"}.intersection(
        before
    ):
        return None
    if after in {("point",), ("room",), ("place",)}:
        return None
    lead = sentence.lowers(at - 4, at)
    is_definite = bool(_DEFINITE.intersection(lead)) or (bool(_DAYS.intersection(lead)) and "'s" in lead)
    return _Found(at, at + 1, kind, True, is_definite)


def _round(sentence: Sentence, at: int, word: str) -> str | None:
    """The words "a second round", "five rounds": talks, where no talks are named behind."""
    if word not in {"round", "rounds"} or _ROUND_OF.isdisjoint(sentence.lowers(at - 1, at)):
        return None
    after = sentence.lowers(at - 6, at + 4)
    is_other = not (_NO_ROUND | _NOUNS.keys()).isdisjoint(after) or sentence.lowers(at + 1, at + 2) == ("of",)
    return None if is_other else "talks"


def _is_running_verb(sentence: Sentence, at: int) -> bool:
    """The words "are meeting", "will be gathering": a verb, whatever its ending."""
    token, before = sentence.tokens[at], sentence.tokens[at - 1] if at else None
    return (
        token.lower in _VERBS
        and before is not None
        and before.lower in {"are", "is", "were", "was", "be", "been", "currently", "also"}
    ) or (token.tag is Tag.VERB and token.lower in {"visit", "call"})


def _verb(sentence: Sentence, at: int, word: str) -> _Found | None:
    if (
        word == "due"
        and _DUE.intersection(sentence.lowers(at + 1, at + 3))
        and _COMING.intersection(sentence.lowers(at - 9, at))
    ):
        return _Found(at, at + 1, "meeting", False, False)
    kind, token = _VERBS.get(word), sentence.tokens[at]
    if word in {"received", "receives", "summoned"} and token.tag is Tag.VERB:
        is_people = word == "summoned" or not _RECEIVED.isdisjoint(sentence.lowers(at + 1, at + 7))
        kind = "meeting" if is_people else None
    if word in {"sat", "sit", "sits"}:
        kind = "meeting" if _is_table(sentence, at) else None
    if word in {"negotiated", "negotiating"} and not {"in", "with", "at"}.intersection(sentence.lowers(at + 1, at + 3)):
        kind = None  # "negotiated a release"
    if word in {"visiting", "assemble", "gather"} and _is_of_others(sentence, at):
        return None
    if kind is None or (token.tag is not Tag.VERB and not _is_running_verb(sentence, at)):
        return None
    if _NOT_MET.intersection(sentence.lowers(at + 1, at + 5)):
        return None
    subject = find_subject(sentence, at)
    is_answered = token.form in {"en", "past"} and bool(BE.intersection(sentence.lowers(at - 2, at)))  # "was met with"
    return _Found(at, at + 1, kind, False, False) if subject is not None and not is_answered else None


def _is_table(sentence: Sentence, at: int) -> bool:
    """The words "sat down with", "sat at one table"."""
    after = sentence.lowers(at + 1, at + 5)
    return after[:1] == ("down",) or "table" in after


def _is_of_others(sentence: Sentence, at: int) -> bool:
    """As in "visiting journalists" and "to assemble its fighters": no visit, no meeting."""
    following = sentence.tokens[at + 1 : at + 2]
    if sentence.tokens[at].lower == "visiting":
        return bool(following) and following[0].tag is Tag.NOUN and following[0].lower.endswith("s")
    return bool(following) and following[0].lower in {"its", "their", "his", "her"}


def _read(analysis: Analysis, history: History, sentence: Sentence, found: _Found, others: frozenset[int]) -> Gathering:
    trigger = sentence.cover(found.start, found.end)
    when = find_when(sentence, found.start, found.end, others)
    participants, count = find_participants(
        sentence, found.start, found.end, is_noun=found.is_noun, is_visit=found.kind == "visit"
    )
    return Gathering(
        id=make_id("gat", analysis.document.id, found.kind, str(trigger.start)),
        document=analysis.document.id,
        kind=found.kind,
        trigger=trigger,
        sentence=sentence.span,
        spans=(sentence.span,),
        when=when,
        where=find_place(sentence, found.end, found.kind, analysis.situation),
        hosts=find_hosts(sentence, found.start),
        participants=participants,
        participants_count=count,
        purpose=find_purpose(sentence, found.end),
        factuality=_factuality(history, sentence, found, when),
        extractor=EXTRACTOR,
    )


def _factuality(history: History, sentence: Sentence, found: _Found, when: When | None) -> Factuality:
    before = sentence.lowers(found.start - 8, found.start)
    after = sentence.lowers(found.end, found.end + 8)
    if history.is_past(when) or (_HISTORIC.intersection(after) and "ago" in after):
        return Factuality.BACKGROUND
    if _AHEAD.intersection(before[-5:]) or {"will", "would", "scheduled"}.intersection(after[:6]):
        return Factuality.PLANNED
    return Factuality.REPORTED


def _tells_enough(gathering: Gathering) -> bool:
    """Whether it is one gathering rather than a way of speaking ("peace talks have stalled")."""
    return (
        gathering.when is not None
        or gathering.where is not None
        or bool(gathering.participants)
        or bool(gathering.hosts)
    )


def _same(kept: list[Gathering], titles: set[int], gathering: Gathering, found: _Found) -> int | None:
    """Which gathering already spoken of this is, or None: the nearest at the same place before one of no place."""
    fitting = [
        i
        for i in range(len(kept) - 1, max(-1, len(kept) - 1 - _LOOK_BACK), -1)
        if is_compatible(kept[i], gathering) and (found.is_definite or i in titles or is_tied(kept[i], gathering))
    ]
    placed = [i for i in fitting if gathering.where is not None and kept[i].where is not None]
    return next(iter((*placed, *fitting)), None)


def _add_absentees(sentence: Sentence, kept: list[Gathering]) -> None:
    """Those said to stay away, added to the gathering their sentence names or the last one spoken of."""
    for who, anchor in find_absentees(sentence):
        i = _gathering_for(kept, sentence, anchor)
        if i is not None and who.name not in {w.name for w in kept[i].absentees}:
            spans: tuple[Span, ...] = tuple(sorted({*kept[i].spans, sentence.span}))
            present = tuple(w for w in kept[i].participants if w.name != who.name)
            kept[i] = replace(kept[i], absentees=(*kept[i].absentees, who), participants=present, spans=spans)


def _gathering_for(kept: list[Gathering], sentence: Sentence, anchor: int) -> int | None:
    meetings = [i for i, g in enumerate(kept) if g.kind != "visit"]
    day = {t.lower for t in sentence.tokens[anchor : anchor + 10]} & _DAYS
    for i in reversed(meetings):
        when = kept[i].when
        if day and when is not None and day & set(when.words.lower().replace("’s", "").replace("'s", "").split()):
            return i
    return meetings[-1] if meetings else None
