"""Who hosts a gathering, who comes, who stays away, where it is and what it is for.

Decides from the words of one sentence. Never joins sentences; see ``finding``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from trucewatch.events.locating import place_named
from trucewatch.events.phrases import Phrase, phrase_starting, with_coordinates
from trucewatch.events.roles import BE, find_agent, find_subject
from trucewatch.events.standing import governing
from trucewatch.events.view import Sentence
from trucewatch.language.lexicon import word_set
from trucewatch.language.model import Tag
from trucewatch.situation.model import Situation
from trucewatch.values import Amount, Kind, Span, Where, Who

_HOSTING = word_set(
    """host hosts hosted hosting co-host co-hosts co-hosted co-hosting chair chairs chaired chairing co-chair
    co-chairs co-chaired co-chairing lead leads led leading co-lead co-leads co-led co-leading convene convened
    convenes mediate mediated mediates brokered facilitated
    sponsored organised organized"""
)
_HOST_ONLY_WITH_GATHERING = frozenset(
    {
        "lead",
        "leads",
        "led",
        "leading",
        "mediate",
        "mediated",
        "mediates",
        "brokered",
        "facilitated",
        "convene",
        "convened",
    }
)
_HELD_NEAR = word_set(
    """meeting meetings talks summit conference gathering session negotiations discussions event round"""
)
_BODY_SEATS = word_set(
    """headquarters hq palace residence embassy offices office ministry complex building resort airbase base hotel"""
)
_VENUES = word_set(
    """castle chapel church mosque shrine camp university school hotel tent bridge palace base embassy house hall
    monastery barracks city capital town village villa airport border crossing post"""
)
_VENUE_REACH = 9
_SIDES = word_set("sides parties governments delegations armies panels groups")
_EVERY = frozenset({"both", "two", "the", "warring"})
_UNITS = word_set(
    """countries country nations nation states state governments members delegations capitals allies ministers
    leaders envoys delegates representatives officials parties groups organisations organizations"""
)
_ABSENT_VERBS = word_set(
    """attend attending attended participate participating participated represented join joining present part send
    invited"""
)
_STAYED = (("stayed", "away"), ("stay", "away"), ("staying", "away"), ("stays", "away"))
_SKIPPING = word_set(
    """skip skips skipped skipping boycott boycotted boycotting boycotts snub snubbed missed shun shunned"""
)
_AWAY = _ABSENT_VERBS | _SKIPPING | {first for first, _ in _STAYED} | {"absent", "there"}
_NEGATIVE = frozenset({"neither", "not", "n't", "never", "declined", "refused", "unlikely", "absent"})
_PURPOSE_VERBS = word_set(
    """discuss seek address agree negotiate review coordinate plan plot outline secure prepare consider explore
    hammer finalise finalize work draw raise mobilise mobilize help find thrash hear push talk decide draft map
    resolve end broker set define advance revive press strengthen drum provide show support assess establish
    examine settle"""
)
_PURPOSE_STARTS = frozenset({"about", "over", "aimed", "focused", "focusing", "regarding", "concerning"})
_WITH = frozenset({"with", "between", "among", "of", "from", "by", "involving", "including", "bringing", "to"})
#: Who can meet.
MEETING = frozenset({Kind.PERSON, Kind.STATE, Kind.BODY, Kind.GROUP})
_LONG_PURPOSE = 40
_LINES = frozenset({"phone", "telephone", "video", "videolink"})  # "spoke by telephone with"
_STANDS_BETWEEN = frozenset({Tag.PREPOSITION, Tag.NAME, Tag.DETERMINER, Tag.NUMBER})
#: Nouns in the plural for people who come for somebody; other groups without a state say nothing.
_COMERS = word_set(
    """ministers officials officers envoys negotiators delegates representatives leaders diplomats ambassadors
    commanders generals mediators lawmakers delegation delegations presidents advisers chiefs teams experts
    governments capitals allies commanders heads"""
)


def find_hosts(sentence: Sentence, trigger: int) -> tuple[Who, ...]:
    """Those who host, chair or lead the gathering named at ``trigger``."""
    for at, token in enumerate(sentence.tokens):
        if token.lower not in _HOSTING or abs(at - trigger) > 14:
            continue
        if token.lower in _HOST_ONLY_WITH_GATHERING and not _HELD_NEAR.intersection(sentence.lowers(at - 5, at + 6)):
            continue
        if token.lower.endswith("ed") or token.lower.endswith("led") or token.lower == "led":
            agent = find_agent(sentence, at)
            if agent is not None:
                return people_of(sentence, agent)
        subject = find_subject(sentence, at)
        if subject is not None and token.tag is Tag.VERB and not _is_gathering(sentence, subject):
            return people_of(sentence, subject, left=True)
    return ()


def _is_gathering(sentence: Sentence, phrase: Phrase) -> bool:
    return sentence.tokens[phrase.head].lower in _HELD_NEAR


def people_of(sentence: Sentence, phrase: Phrase, *, left: bool = False) -> tuple[Who, ...]:
    """The people, bodies and states a phrase and those joined to it name; to the left for a subject's coordinates."""
    if left:
        start = _coordinates_start(sentence, phrase.start)
        first = phrase_starting(sentence, start)
        phrases = with_coordinates(sentence, first) if first is not None else (phrase,)
    else:
        phrases = with_coordinates(sentence, phrase)
    span = phrases[0].span(sentence).to(phrases[-1].span(sentence)).to(phrase.span(sentence))
    named = [n for n in sentence.names if n.span is not None and span.overlaps(n.span) and n.kind in MEETING]
    named += [s for s in sentence.sides if s.span is not None and span.overlaps(s.span) and not _is_within(s, named)]
    named.sort(key=lambda n: n.span.start if n.span is not None else 0)
    return _outermost([side for name in named for side in _spelled_out(sentence, name)])


def _is_within(side: Who, named: list[Who]) -> bool:
    return any(n.span is not None and side.span is not None and n.span.overlaps(side.span) for n in named)


def _spelled_out(sentence: Sentence, name: Who) -> tuple[Who, ...]:
    """The states in the name of a group of several ("delegations of A and B"); the name itself otherwise."""
    if name.kind is not Kind.GROUP or name.state or name.party or name.span is None:
        return (name,)
    inside = tuple(s for s in sentence.sides if s.span is not None and name.span.contains(s.span))
    if len(inside) == 1:
        return (replace(name, state=inside[0].state, party=inside[0].party),)
    return inside or (name,)


def _outermost(names: list[Who]) -> tuple[Who, ...]:
    """The names without those that stand inside another's title ("the British minister John Doe"), or name nobody."""
    names = [n for n in names if _is_somebody(n)]
    people = [n for n in names if n.kind is Kind.PERSON]
    kept: dict[str, Who] = {}
    for name in names:
        inside = any(
            p is not name and p.span and name.span and (p.span.contains(name.span) or _is_office_of(name, p))
            for p in people
        )
        if not inside:
            kept.setdefault(name.name, name)
    return tuple(kept.values())


def _is_somebody(who: Who) -> bool:
    """Whether the name tells who comes: a person, a state, a named body, or people who come for somebody."""
    if who.kind is Kind.PERSON or who.state or who.party or who.entity:
        return True
    return (who.name[:1].isupper() and who.kind is not Kind.GROUP) or bool(
        _COMERS.intersection(who.name.lower().split())
    )


def _is_office_of(name: Who, person: Who) -> bool:
    """Whether the name only stands in the person's office, right before the person's name."""
    if name.kind is Kind.PERSON or name.span is None or person.span is None:
        return False
    return 0 <= person.span.start - name.span.end <= 40 and bool(person.office) and name.words in person.office


def _coordinates_start(sentence: Sentence, start: int) -> int:
    """The first token of "A, B and C" when ``start`` is C's."""
    first = start
    for at in range(start - 1, max(-1, start - 40), -1):
        token = sentence.tokens[at]
        if token.lower in {",", "and", "&", "'s"} or token.tag in {Tag.NAME, Tag.ADJECTIVE, Tag.NOUN, Tag.DETERMINER}:
            first = at
        else:
            break
    while first < start and sentence.tokens[first].lower in {",", "and"}:
        first += 1
    return first


def find_participants(
    sentence: Sentence, start: int, end: int, *, is_noun: bool, is_visit: bool
) -> tuple[tuple[Who, ...], Amount | None]:
    """Those who meet and how many states or delegations they are, as far as the sentence says."""
    subject = None if is_noun else find_subject(sentence, start)
    if is_noun:
        verb = next(
            (at for at in range(start - 1, max(-1, start - 7), -1) if sentence.tokens[at].lower in _HOLDING), None
        )
        subject = find_subject(sentence, verb) if verb is not None else None
    names: tuple[Who, ...] = people_of(sentence, subject, left=True) if subject is not None else ()
    names = names or _sides_told(sentence, subject)
    count = _count(sentence, subject) if subject is not None else None
    names += _aside(sentence, subject, start)
    if is_visit and is_noun:
        return _visitors(sentence, end) + names, count
    joined = _joined(sentence, end, is_noun) or (None if is_noun or is_visit else _whom_met(sentence, end))
    if joined is not None:
        names += people_of(sentence, joined) or _sides_told(sentence, joined)
        names += _including(sentence, with_coordinates(sentence, joined)[-1].end)
        count = count or _count(sentence, joined)
    unique = {n.name: n for n in reversed(names)}
    return tuple(n for n in dict.fromkeys(names) if unique[n.name] is n), count


def _sides_told(sentence: Sentence, phrase: Phrase | None) -> tuple[Who, ...]:
    """The words "both sides", "the two delegations", "the parties": those who meet, as written."""
    if phrase is None:
        return ()
    words = phrase.lowers(sentence)
    is_both = words == ("both",) or (words[-1] in _SIDES and not _EVERY.isdisjoint(words))
    if not is_both:
        return ()
    span = phrase.span(sentence)
    name = span.of(sentence.text)
    return (Who(name=name, kind=Kind.GROUP, words=name, span=span),)


def _visitors(sentence: Sentence, end: int) -> tuple[Who, ...]:
    """Those by whom a visit was made, with the names that follow in apposition."""
    agent = find_agent(sentence, end - 1)
    if agent is None:
        return ()
    last = with_coordinates(sentence, agent)[-1].end
    span = sentence.cover(last - 1, min(len(sentence.tokens), last + 18))
    named = [n for n in sentence.names if n.span is not None and span.contains(n.span) and n.kind is Kind.PERSON]
    people = people_of(sentence, agent) + _outermost(named)
    return tuple({w.name: w for w in people}.values())


def _including(sentence: Sentence, at: int) -> tuple[Who, ...]:
    """The people named behind ", including" in the same aside."""
    if "including" not in sentence.lowers(at, at + 2):
        return ()
    span = sentence.cover(at, min(len(sentence.tokens), at + 16))
    return _outermost(
        [n for n in sentence.names if n.span is not None and span.contains(n.span) and n.kind is Kind.PERSON]
    )


_HOLDING = word_set(
    """hold held holding holds attend attended attending join joined open opened resume resumed conclude concluded
    begin began"""
)


def _aside(sentence: Sentence, subject: Phrase | None, start: int) -> tuple[Who, ...]:
    """Names between the subject and its verb ("officers, including the chief of staff, Jan Doe, visited")."""
    if subject is None or start - subject.end > 30 or start <= subject.end:
        return ()
    span = sentence.cover(subject.end, start)
    return _outermost(
        [n for n in sentence.names if n.span is not None and span.contains(n.span) and n.kind is Kind.PERSON]
    )


def _joined(sentence: Sentence, end: int, is_noun: bool) -> Phrase | None:
    """The phrase after "with", "between" or "of" behind the trigger."""
    for at in range(end, min(len(sentence.tokens) - 1, end + 5)):
        token = sentence.tokens[at]
        if token.lower in _WITH and (token.lower in {"with", "between", "among"} or is_noun):
            found = phrase_starting(sentence, at + 1)
            return found if at + 1 not in sentence.timed else None
        if token.tag not in _STANDS_BETWEEN and token.lower not in _LINES:
            return None
    return None


def _whom_met(sentence: Sentence, end: int) -> Phrase | None:
    """Whom somebody met: "met the envoys", "is due to meet both delegations"."""
    met = None if end in sentence.timed else phrase_starting(sentence, end)
    return met if met is not None and people_of(sentence, met) else None


def _count(sentence: Sentence, phrase: Phrase) -> Amount | None:
    """The words "around 30 countries" in the phrase or right behind it ("ministers from around 30 countries")."""
    last = min(len(sentence.tokens), phrase.end + 8)
    span = sentence.cover(phrase.start, last)
    for amount in sentence.amounts:
        if amount.span is None or not span.overlaps(amount.span):
            continue
        after = sentence.index_at(amount.span.end - 1)
        unit = next(
            (w for w in sentence.lowers(after, after + 3) if w in _UNITS), amount.unit if amount.unit in _UNITS else ""
        )
        if unit and not any(sentence.tokens[i].tag is Tag.VERB for i in range(phrase.end, min(after, last))):
            return replace(amount, unit=unit)
    return None


def find_absentees(sentence: Sentence) -> Iterator[tuple[Who, int]]:
    """Those said not to come, with the token after which the gathering may be named."""
    for at, token in enumerate(sentence.tokens):
        if token.lower not in _AWAY:
            continue
        before = sentence.lowers(at - 12 if token.lower in _ABSENT_VERBS else at - 6, at)
        before = before if "neither" in before else before[-6:]
        is_negated = token.lower in _ABSENT_VERBS and bool(_NEGATIVE.intersection(before))
        is_skipping = (token.lower in _SKIPPING and token.tag is Tag.VERB) or sentence.lowers(at, at + 2) in _STAYED
        if _is_missing(sentence, at):
            yield from ((who, at) for who in _missing(sentence, at))
            continue
        if not ((is_negated and _is_about_coming(sentence, at)) or is_skipping):
            continue
        if "neither" in before:
            yield from ((who, at) for who in _neither(sentence, at))
            continue
        subject = find_subject(sentence, _verb_of(sentence, at))
        if subject is not None:
            yield from ((who, at) for who in _named_or_speaking(sentence, subject, at))


def _is_missing(sentence: Sentence, at: int) -> bool:
    """The words "were absent", "was not there", "was not present": told of whoever the verb is said of."""
    word, before = sentence.tokens[at].lower, sentence.lowers(at - 3, at)
    if word == "absent":
        return not BE.isdisjoint(before)
    return word in {"there", "present"} and not BE.isdisjoint(before) and not {"not", "n't"}.isdisjoint(before)


def _missing(sentence: Sentence, at: int) -> tuple[Who, ...]:
    subject = find_subject(sentence, at)
    return people_of(sentence, subject, left=True) if subject is not None else ()


def _neither(sentence: Sentence, at: int) -> tuple[Who, ...]:
    """Both of "neither A nor B will attend"."""
    first = max(i for i in range(max(0, at - 12), at) if sentence.tokens[i].lower == "neither")
    span = sentence.cover(first, at)
    return _outermost([n for n in sentence.names if n.span is not None and span.contains(n.span)])


def _named_or_speaking(sentence: Sentence, subject: Phrase, at: int) -> tuple[Who, ...]:
    """Whoever the subject names; those who speak, where they say "it" or "we" of themselves."""
    named = people_of(sentence, subject, left=True)
    if named or sentence.tokens[subject.head].lower not in {"it", "they", "we", "he", "she", "i"}:
        return named
    return next((s.speakers for s in governing(sentence, sentence.tokens[at].span)), ())


def _verb_of(sentence: Sentence, at: int) -> int:
    """The token from which the subject is looked for: "part" belongs to "take"."""
    return at - 1 if sentence.tokens[at].lower == "part" and at else at


def _is_about_coming(sentence: Sentence, at: int) -> bool:
    word, after = sentence.tokens[at].lower, sentence.lowers(at + 1, at + 8)
    if word in {
        "attend",
        "attending",
        "participate",
        "participating",
        "represented",
        "attended",
        "participated",
        "part",
    }:
        return word != "part" or sentence.lowers(at - 1, at) in {("take",), ("taking",), ("took",)}
    return bool(_HELD_NEAR.intersection(after))


def find_purpose(sentence: Sentence, end: int) -> Span | None:
    """From "to discuss …" or "on …" behind the gathering to the end of the clause."""
    for at in range(end, min(len(sentence.tokens) - 1, end + 20)):
        token = sentence.tokens[at]
        if token.tag is Tag.QUOTE or token.lower == ",":
            return None
        is_aim = token.lower == "to" and sentence.tokens[at + 1].lower in _PURPOSE_VERBS
        if (
            is_aim
            or (token.lower in _PURPOSE_STARTS and sentence.tokens[at + 1].tag is not Tag.NUMBER)
            or (token.lower == "on" and at == end and at + 1 not in sentence.timed)
        ):
            return sentence.cover(at, _clause_end(sentence, at + 1))
        if token.lower in {";", "."}:
            return None
    return None


def _clause_end(sentence: Sentence, start: int) -> int:
    for at in range(start, min(len(sentence.tokens), start + _LONG_PURPOSE)):
        token = sentence.tokens[at]
        if (
            token.lower in {",", ";", ".", ":", "—"}
            or token.tag is Tag.QUOTE
            or (at in sentence.timed and at > start + 2)
        ):
            before = at
            while before > start and sentence.tokens[before - 1].lower in {"on", "in", "at"}:
                before -= 1
            return before
    return min(len(sentence.tokens), start + _LONG_PURPOSE)


def find_place(sentence: Sentence, end: int, kind: str, situation: Situation) -> Where | None:
    """Where it is: a seat with its city ("at the alliance's headquarters in Brest"), a city, or what is visited."""
    seat = _seat(sentence, end)
    if seat is not None:
        return seat
    for place in sentence.places:
        if place.span is None:
            continue
        at = sentence.index_at(place.span.start)
        before = sentence.lowers(at - 2, at + 1)
        is_goal = (kind == "visit" and 0 <= at - end <= 2) or (kind == "visit" and "to" in before)
        if 0 <= at - end <= 14 and ({"in", "at"}.intersection(before) or is_goal):
            return place
        if (-6 <= at - end < 0 and {"in", "at"}.intersection(before)) or (is_goal and at >= end):
            return place
    return _goal(sentence, end, situation) if kind == "visit" else _venue(sentence, end)


def _venue(sentence: Sentence, end: int) -> Where | None:
    """The words "at Bethel Chapel", "in a tent on the line": a place no list knows, close behind the gathering."""
    for at in range(end, min(len(sentence.tokens) - 1, end + _VENUE_REACH)):
        token = sentence.tokens[at]
        if token.lower in {",", ";"} or token.tag is Tag.SUBORDINATOR:
            return None
        if token.lower not in {"at", "in", "near"} or at + 1 in sentence.timed:
            continue
        phrase = phrase_starting(sentence, at + 1)
        if phrase is None:
            continue
        head = sentence.tokens[phrase.head]
        is_named = head.tag is Tag.NAME and not any(
            n.span is not None and n.span.overlaps(head.span) and n.kind is Kind.PERSON for n in sentence.names
        )
        if is_named or head.lower in _VENUES:
            span = phrase.span(sentence)
            return Where(name=span.of(sentence.text), span=span)
    return None


def _goal(sentence: Sentence, end: int, situation: Situation) -> Where | None:
    """Where a visit went: the name right behind the verb, or the first one behind "to"."""
    starts = [end] + [
        at + 1 for at in range(end, min(len(sentence.tokens), end + 30)) if sentence.tokens[at].lower == "to"
    ]
    for start in starts:
        phrase = phrase_starting(sentence, start)
        found = place_named(sentence, phrase, situation) if phrase is not None else None
        if found is not None:
            return found
    return None


def _seat(sentence: Sentence, end: int) -> Where | None:
    """The words "at X's headquarters [in Y]" as one place, named as written."""
    for at in range(end, min(len(sentence.tokens), end + 12)):
        if sentence.tokens[at].lower not in _BODY_SEATS:
            continue
        first = at
        while (
            first > end
            and sentence.tokens[first - 1].lower not in {"at", "in", "inside"}
            and sentence.tokens[first - 1].tag is not Tag.VERB
        ):
            first -= 1
        if first == end or sentence.tokens[first - 1].lower not in {"at", "in", "inside"}:
            return None
        span = sentence.cover(first, at + 1)
        city = next(
            (p for p in sentence.places if p.span is not None and 0 <= sentence.index_at(p.span.start) - at <= 3), None
        )
        if city is None or city.span is None:
            return Where(name=span.of(sentence.text), span=span)
        whole = span.to(city.span)
        return replace(city, name=whole.of(sentence.text), span=whole)
    return None
