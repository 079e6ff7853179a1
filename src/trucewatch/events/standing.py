"""How a description stands to what happened, and how whoever says it stands to the description.

Decides factuality (reported, claimed, denied, planned, feared, hypothetical, background) and stance. Never decides
whether a claim is true.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from trucewatch.events.mentions.triggers import BREACHED
from trucewatch.events.model import Factuality, Stance
from trucewatch.events.needs import Candidate, is_denied_noun
from trucewatch.events.view import Sentence
from trucewatch.language.lexicon import expressions, word_set
from trucewatch.language.model import Analysis, Tag
from trucewatch.statements.model import Act, Statement
from trucewatch.values import Span, When, Who, make_id

_REACH = 9  # tokens before a trigger that can change what it stands for

_PREVENTED = word_set(
    """prevent prevents prevented preventing deter deters deterring avoid avoids avoiding avert averting halt halts
    halting halted stop stops stopping end ending ends ban bans banning prohibit prohibits prohibiting pause
    pauses pausing suspend suspending cease refrain moratorium against thwarted foiled foil averted
    protect protecting safeguard no without ended paused suspended stopped stopgap refrained refrains refraining
    abstain abstained
    exempt exempts exempted exempting spare spared sparing"""
)
_FEARED = word_set(
    """need needs threats threat fear fears feared fearing risk risks worry worries worried concern concerns
    concerned danger threat warn warned warns warning"""
)
#: What the act of saying makes of a deed that its words leave open; claimed by any other.
MOOD_BY_ACT = {
    Act.WARN: Factuality.FEARED,
    Act.THREATEN: Factuality.PLANNED,
    Act.PLEDGE: Factuality.PLANNED,
    Act.OFFER: Factuality.PLANNED,
    Act.DEMAND: Factuality.HYPOTHETICAL,
    Act.REQUEST: Factuality.HYPOTHETICAL,
    Act.REFUSE: Factuality.HYPOTHETICAL,
}
_BE = frozenset({"is", "are", "was", "were"})
#: What a noun is that such a word follows: "the fighting will start again".
_MODAL = {
    "will": Factuality.PLANNED,
    "would": Factuality.HYPOTHETICAL,
    "could": Factuality.HYPOTHETICAL,
    "may": Factuality.HYPOTHETICAL,
    "might": Factuality.HYPOTHETICAL,
}
_STOPPING = frozenset({"stop", "end", "cease", "halt"})
_CONCERNED = word_set("concern concerns concerned worry worries worried alarm alarmed dismay")
_PLANNED = word_set(
    """will 'll would plan plans planned planning prepare prepares preparing prepared intend intends intended
    intending vow vows vowed threaten threatens threatened threatening ready promise promised promises
    pledged order ordered orders want wants seek seeks shall"""
)
_HYPOTHETICAL = word_set(
    """if could might may can unless should potential possible hypothetical any whether must future imminent eventual
    case event"""
)
_ABLE = word_set(
    """licence license right rights freedom capability capabilities ability capacity permission authority order orders
    capable trained designed able permitted free mandate intent"""
)
#: Verbs behind which "to" tells what was done; behind others it tells only for what.
_DOING = word_set(
    """continue continues continued continuing begin begins began begun start starts started managed manages resumed
    proceeded went helped used appeared appears seem seems seemed reported said alleged believed known claimed
    thought understood accused suspected refused failed allowed allows
    enabled attempt attempts attempted trying tried let led forced caused prompted allowing"""
)
_HEDGES = word_set(
    """allegedly reportedly apparently purportedly alleged suspected presumably presumed supposed supposedly"""
)
_CLAIM_NOUNS = word_set("information claims claim allegations allegation accusations accusation rumours rumors reports")
_NOT = frozenset({"not", "n't", "never", "neither", "denied", "denies", "deny", "denying"})
_PAST = expressions(
    """years ago|year ago|decades ago|decade ago|last year|last decade|years earlier|anniversary|world war
    last century|centuries ago|previous war|in the past|years before|years of|historically|decades of"""
)
#: Triggers that name a whole war rather than an incident, unless a day is given.
_WAR = word_set(
    """invasion invaded invade invading annexation annexed annex annexing occupation occupied occupy occupying war"""
)

#: A toll of a whole war is no incident.
_TOLLS = expressions(
    """by the war|in the war|during the war|during the conflict
    a war that|the war that|the war has|the conflict has|in the conflict|since the war
    since the conflict|war has killed|conflict has killed|war killed|since the fighting|since fighting|civil war
    since the uprising|since hostilities
    since the offensive|since the invasion|casualties have topped|in more than a year"""
)
_STRETCHES = frozenset({"weeks", "months", "years", "decades"})
_WAR_DEAD = 1_000  # "at least 16,000 people were killed": more than one deed costs, save those told with day and place
_MANY_DEAD = 100  # "some 705 people have been killed", without day or place: a running total
_WARS = frozenset(
    {"war", "conflict", "fighting", "violence", "crisis", "uprising", "insurgency", "unrest", "hostilities"}
)
_UNATTRIBUTED = expressions(
    """could not be attributed|cannot be attributed|not possible to attribute|unable to attribute
    could not attribute|could not determine who|unclear who|not clear who|not immediately clear who
    unable to determine who|could not say who|not known who|could not establish who|unclear which side
    not clear which side|could not determine which|unable to determine which|unable to establish who
    could not establish which|could not be determined who|not attribute|unable to say who|could not determine by whom
    not in a position to attribute|not in a position to say who|not attribute responsibility|no position to attribute
    not known by whom|unclear by whom|could not say by whom|could not establish by whom"""
)


_FINDING = word_set(
    """established establish determine determined clear known say attribute verify verified identify ascertain"""
)
_WHO = frozenset({"who", "which", "whose"})
_UNABLE = frozenset({"not", "n't", "unable", "cannot", "impossible", "un-clear", "no", "never"})
_UNTRUE = frozenset({"untrue", "false", "baseless", "fabricated", "unfounded", "fake", "lies", "reality"})


_CORRECTING = frozenset({"corrected", "corrects", "correcting", "revised", "revises", "revising", "amended", "amends"})
_FIGURES = frozenset({"toll", "tolls", "figure", "figures", "number", "count"})
_OBJECT = 6  # words from the verb to the figure that it corrects


@dataclass(frozen=True, slots=True)
class Standing:
    """Factuality, stance and the claimants they belong to."""

    factuality: Factuality
    stance: Stance
    claimants: tuple[Who, ...] = ()
    statement: str = ""
    is_retracted: bool = False
    is_correction: bool = False  # of a figure given before: what happened is not withdrawn


def mention_id(document: str, act: str, trigger: Span, standing: Standing) -> str:
    """The id of a mention: what tells it from others of its document."""
    claimants = (who.name for who in standing.claimants)
    return make_id("men", document, act, str(trigger.start), standing.stance, standing.statement, *claimants)


def governing(sentence: Sentence, trigger: Span) -> tuple[Statement, ...]:
    """The statements whose content holds the trigger: the innermost, or all that share the innermost content."""
    holding = [(part.end - part.start, s) for s in sentence.statements for part in s.content if part.contains(trigger)]
    if not holding:
        return ()
    least = min(size for size, _ in holding)
    return tuple(dict.fromkeys(s for size, s in holding if size == least))


def is_same_side(one: Who, other: Who) -> bool:
    """Whether two belong together: one party, else one state, else one name."""
    if one.party and other.party:
        return one.party == other.party
    if one.state and other.state:
        return one.state == other.state
    return bool(one.name) and one.name == other.name


def modality(sentence: Sentence, candidate: Candidate) -> Factuality | None:
    """PLANNED, FEARED, HYPOTHETICAL or DENIED from the words before the trigger; None where it is told as a fact."""
    words = _before(sentence, candidate.start)
    if (_NOT.intersection(words[-4:]) and not candidate.is_noun) or is_denied_noun(sentence, candidate):
        return Factuality.DENIED
    if _FEARED.intersection(words) and not _is_concern_over(words):
        return Factuality.FEARED
    if _HYPOTHETICAL.intersection(words) and words[-1:] != ("have",):
        return Factuality.HYPOTHETICAL
    is_planned = _is_planned(words[-2:] if candidate.is_noun else words[-5:]) and not _is_past(sentence, candidate)
    if is_planned or _is_due(words):
        return Factuality.PLANNED
    is_aim = words[-1:] == ("to",) and not candidate.is_noun
    if is_aim and not _DOING.intersection(sentence.lowers(candidate.start - 4, candidate.start)):
        return Factuality.HYPOTHETICAL
    after = sentence.lowers(candidate.end, candidate.end + 1)
    return _MODAL.get(after[0]) if candidate.is_noun and after else None


def _is_concern_over(words: tuple[str, ...]) -> bool:
    """Whether it is what has happened that worries somebody: "concern over the deaths", not "fears of an attack"."""
    return any(one in _CONCERNED and other in {"over", "about", "at"} for one, other in pairwise(words))


def _is_due(words: tuple[str, ...]) -> bool:
    """Whether it "is to be" done."""
    return any(one in _BE and other == "to" for one, other in pairwise(words[-4:]))


def _is_planned(words: tuple[str, ...]) -> bool:
    """Whether the words say that it is to come; "about 120 explosions" is a count, "about to strike" a plan."""
    is_imminent = ("about", "to") in pairwise(words)
    return is_imminent or bool(_PLANNED.intersection(words))


def is_prevented(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether the trigger is only what somebody would stop, ban, be able or be free to do: no event at all."""
    words = _before(sentence, candidate.start)
    if is_denied_noun(sentence, candidate):
        return False
    if candidate.is_noun and words[-2:] == ("number", "of"):
        return True  # a statistic
    after = sentence.lowers(candidate.end, candidate.end + 3)
    if candidate.is_noun and after[1:2] == ("to",) and _STOPPING.intersection(after):
        return True  # "the fighting was to stop"
    if _PREVENTED.intersection(words[-5:]) or words[-2:] == ("not", "to"):
        return True
    if words[-1:] == ("from",) and not candidate.is_noun:
        return bool(_PREVENTED.intersection(sentence.lowers(candidate.start - _REACH, candidate.start)))
    return bool(_ABLE.intersection(words[-3:])) and words[-1:] in {("to",), ("of",), ("for",)}


def _before(sentence: Sentence, start: int) -> tuple[str, ...]:
    """The words before a trigger in its clause."""
    first = max(0, start - _REACH)
    for at in range(start - 1, first - 1, -1):
        token = sentence.tokens[at]
        is_edge = token.lower in {",", ";", ":", "that", "which", "—"} or token.tag is Tag.QUOTE
        if is_edge or (
            token.tag is Tag.VERB and token.form == "past" and token.lower not in _PREVENTED | _FEARED | _PLANNED
        ):
            return sentence.lowers(at, start)
    return sentence.lowers(first, start)


def _is_past(sentence: Sentence, candidate: Candidate) -> bool:
    token = sentence.tokens[candidate.start]
    return token.form == "past" or (
        token.form == "en" and bool({"was", "were", "been", "had"}.intersection(_before(sentence, candidate.start)))
    )


def has_words(sentence: Sentence, patterns: Sequence[tuple[str, ...]]) -> bool:
    """Whether any of the word sequences stands in the sentence."""
    words = tuple(t.lower for t in sentence.tokens)
    firsts = {pattern[0] for pattern in patterns}
    return any(words[at : at + len(p)] == p for at, w in enumerate(words) if w in firsts for p in patterns)


def is_unattributed(sentence: Sentence) -> bool:
    """Whether the sentence says that nobody can say who did it."""
    return has_words(sentence, _UNATTRIBUTED) or any(
        _is_open_question(sentence, at) for at in range(len(sentence.tokens))
    )


def _is_open_question(sentence: Sentence, at: int) -> bool:
    """The words "could not be established who fired", "not clear which side": nobody can say who."""
    is_asked = sentence.tokens[at].lower in _FINDING and _WHO.intersection(sentence.lowers(at + 1, at + 3))
    return bool(is_asked and _UNABLE.intersection(sentence.lowers(at - 7, at)))


class History:
    """What counts as history for one document: before the period under watch, or clearly before publication."""

    def __init__(self, analysis: Analysis) -> None:
        published = analysis.document.published
        years = [w.latest.year for w in analysis.times if w.latest is not None]
        self._start = analysis.situation.start
        self._year = (
            published.latest.year if published is not None and published.latest is not None else max(years, default=0)
        )

    def is_past(self, when: When | None) -> bool:
        """Whether the time lies before the period, or in a year before the report's by more than a turn of the year."""
        if when is None or when.latest is None:
            return False
        if self._start is not None:
            return when.latest < self._start
        return when.latest.year < self._year - 1 or (when.precision.value == "year" and when.latest.year < self._year)

    def is_background(self, sentence: Sentence, candidate: Candidate, when: When | None) -> bool:
        """Whether the description is history: by its own time, by words ("years ago"), or as a whole war."""
        if self.is_toll_of_war(sentence, candidate, when) or _is_for_years(sentence, candidate):
            return True
        if when is not None and when.is_resolved:
            return self.is_past(when)
        word = sentence.tokens[candidate.end - 1].lower
        is_war = when is None and (word in _WAR or _had_fought(sentence, candidate))
        is_war = is_war or _is_before_truce(sentence)
        return has_words(sentence, _PAST) or self._has_old_year(sentence) or is_war

    def is_toll_of_war(self, sentence: Sentence, candidate: Candidate, when: When | None) -> bool:
        """Whether it only says how many a whole war has cost so far."""
        return candidate.rule.is_consequence and _is_of_whole_war(sentence, candidate, when)

    def _has_old_year(self, sentence: Sentence) -> bool:
        """Whether a bare year in the sentence lies clearly before the period or the report."""
        limit = self._start.year if self._start is not None else self._year - 1
        return any(_year(t.text) < limit for t in sentence.tokens if t.tag is Tag.NUMBER)


def _is_of_whole_war(sentence: Sentence, candidate: Candidate, when: When | None) -> bool:
    """Whether it is the toll of all that happened so far, not of one deed."""
    if has_words(sentence, _TOLLS) or _is_by_war(sentence, candidate):
        return True
    dead = max((a.low or a.high or 0 for a in sentence.amounts), default=0)
    words = sentence.lowers(0, len(sentence.tokens))
    is_open = when is None and not sentence.places
    if dead >= _WAR_DEAD and (is_open or _WARS.intersection(words)):
        return True
    is_running = bool({"have", "has"}.intersection(sentence.lowers(candidate.start - 4, candidate.start)))
    return is_running and dead >= _MANY_DEAD and (is_open or "since" in words)


def _is_for_years(sentence: Sentence, candidate: Candidate) -> bool:
    """As in "fought for eleven weeks", "nine years of clashes": a stretch of war, no incident."""
    after = sentence.lowers(candidate.end, candidate.end + 5)
    is_long = bool(_STRETCHES.intersection(after)) and after[:1] == ("for",)
    before = sentence.lowers(candidate.start - 3, candidate.start)
    return is_long or (before[-1:] == ("of",) and bool(_STRETCHES.intersection(before)))


def _had_fought(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether somebody "had fought", at no time told: in the war before."""
    is_fight = sentence.tokens[candidate.start].lower == "fought"
    return is_fight and "had" in sentence.lowers(candidate.start - 2, candidate.start)


def _is_before_truce(sentence: Sentence) -> bool:
    """Whether the sentence opens with "Before the truce"."""
    opening = sentence.lowers(0, 6)
    return opening[:1] in {("before",), ("until",)} and bool(BREACHED.intersection(opening))


def _is_by_war(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether a whole war is what killed: "the conflict, which has killed thousands"."""
    return candidate.doer is not None and sentence.tokens[candidate.doer.head].lower in _WARS


def _year(word: str) -> int:
    """The year a number is, or the last of all where it is none."""
    is_year = len(word) == 4 and word.isascii() and word.isdigit() and word[:2] in {"19", "20"}
    return int(word) if is_year else 9999


def standing_of(sentence: Sentence, candidate: Candidate, statement: Statement | None, actor: Who | None) -> Standing:
    """How the description stands, in one statement or in the report's own voice."""
    mood = modality(sentence, candidate)
    if statement is None:
        return _own_voice(sentence, candidate, mood)
    common = (statement.speakers, statement.id)
    if is_unattributed(sentence):
        return Standing(Factuality.CLAIMED, Stance.CANNOT_ATTRIBUTE, *common)
    if (
        statement.act is Act.DENY
        or _is_called_untrue(sentence, candidate)
        or statement.is_negated
        or mood is Factuality.DENIED
    ):
        return Standing(Factuality.DENIED, Stance.DENIES, *common)
    if statement.act is Act.RETRACT and corrects_figure(sentence):
        return Standing(Factuality.CLAIMED, _stance(statement, actor), *common, is_correction=True)
    if statement.act is Act.RETRACT:
        return Standing(Factuality.CLAIMED, Stance.ALLEGES, *common, is_retracted=True)
    return Standing(mood or _mood_of(statement, candidate, sentence), _stance(statement, actor), *common)


def corrects_figure(sentence: Sentence) -> bool:
    """Whether only a number is taken back: "corrected the toll from five to four", "revised the number of dead"."""
    return any(
        word in _CORRECTING and _FIGURES.intersection(sentence.words[at + 1 : at + 1 + _OBJECT])
        for at, word in enumerate(sentence.words)
    )


def _is_called_untrue(sentence: Sentence, candidate: Candidate) -> bool:
    """The words "claims of strikes on the port are untrue": what is said is that it did not happen."""
    claimed = _CLAIM_NOUNS.intersection(sentence.lowers(candidate.start - 14, candidate.start))
    return bool(claimed and _UNTRUE.intersection(sentence.lowers(candidate.end, candidate.end + 16)))


def _own_voice(sentence: Sentence, candidate: Candidate, mood: Factuality | None) -> Standing:
    if is_unattributed(sentence):
        return Standing(Factuality.REPORTED, Stance.CANNOT_ATTRIBUTE)
    near = sentence.lowers(candidate.start - 8, candidate.end + 3)
    if mood is None and (_HEDGES.intersection(near) or _CLAIM_NOUNS.intersection(near[:8])):
        return Standing(Factuality.CLAIMED, Stance.ALLEGES)
    return Standing(mood or Factuality.REPORTED, Stance.REPORTS)


def _mood_of(statement: Statement, candidate: Candidate, sentence: Sentence) -> Factuality:
    if _is_past(sentence, candidate):
        return Factuality.CLAIMED
    return MOOD_BY_ACT.get(statement.act, Factuality.CLAIMED)


def _stance(statement: Statement, actor: Who | None) -> Stance:
    if statement.act in {Act.CONFIRM, Act.ACKNOWLEDGE}:
        return Stance.CONFIRMS
    if statement.act is Act.ALLEGE:
        return Stance.ALLEGES
    if actor is None or any(is_same_side(actor, s) for s in statement.speakers):
        return Stance.CONFIRMS
    return Stance.ALLEGES
