"""Verbs and nouns of giving: what kind of deed each one tells, and which particle it needs for that.

Own compilation. Decides nothing about any sentence; see ``gifts``, ``forces`` and ``deeds``.
"""

from __future__ import annotations

from enum import Enum

from trucewatch.events.roles import BE
from trucewatch.events.view import Sentence


class Sort(Enum):
    """What kind of giving a word tells."""

    GIVE = "give"
    FREE = "free"
    TRADE = "trade"
    DRAW = "draw"  # move forces or guns
    LEAVE = "leave"  # a place, with the forces that hold it
    CEDE = "cede"
    DISARM = "disarm"
    DISBAND = "disband"
    OPEN = "open"
    EASE = "ease"
    LET = "let"
    RESTORE = "restore"
    SETUP = "set up"
    PAY = "pay"
    EXTEND = "extend"
    COME = "come"
    TRAIN = "train"
    WATCH = "watch over"  # a truce, a line, a withdrawal
    HOLD_IN = "stay in"  # barracks
    STORE = "store"  # arms, out of use
    RAISE = "raise"  # the number of those who watch
    REDUCE = "reduce"  # forces or arms
    CONTINUE = "continue"  # to help
    RECEIVE = "receive"  # told of whoever gets it
    MERGE = "merge"  # into one army
    CALM = "calm"  # one side's own halt of attacks
    FOLLOW = "follow"  # of the rest of what was given
    CUE = "cue"  # tells the stage itself, with the goods behind it: "pledged 50 tanks"


#: Verbs that need no particle.
_PLAIN: dict[Sort, str] = {
    Sort.GIVE: """send deliver supply provide donate lend contribute transfer ship dispatch airlift airdrop fly
        distribute deploy station share furnish return grant""",
    Sort.FREE: "release free repatriate unfreeze",
    Sort.TRADE: "exchange swap",
    Sort.DRAW: "withdraw remove redeploy relocate confine regroup",
    Sort.LEAVE: "leave vacate quit evacuate",
    Sort.CEDE: "cede relinquish surrender decommission dismantle",
    Sort.DISARM: "disarm",
    Sort.DISBAND: "demobilise demobilize disband",
    Sort.OPEN: "open reopen re-open unblock",
    Sort.EASE: "lift ease suspend drop",
    Sort.LET: "allow permit admit",
    Sort.RESTORE: "restore repair rebuild clear resume reconnect mark",
    Sort.SETUP: "establish create form name appoint build install",
    Sort.PAY: "pay compensate fund finance repay reimburse cover",
    Sort.EXTEND: "extend prolong renew stretch lengthen",
    Sort.COME: "cross arrive reach enter",
    Sort.TRAIN: "train",
    Sort.WATCH: "monitor oversee supervise verify watch police patrol",
    Sort.HOLD_IN: "stay remain",
    Sort.STORE: "lock store collect scrap place destroy",
    Sort.RAISE: "double triple increase raise enlarge expand reinforce",
    Sort.REDUCE: "reduce halve abolish dissolve cut",
    Sort.CONTINUE: "continue",
    Sort.RECEIVE: "receive",
    Sort.MERGE: "integrate absorb merge",
    Sort.FOLLOW: "follow",
    Sort.CALM: "halt cease pause abide respect refrain",
}
#: Verbs -> the particles they need ("" for none) and what they then do; the first that is there counts.
_PHRASAL: dict[str, tuple[tuple[str, Sort], ...]] = {
    "hand": (("over", Sort.GIVE), ("in", Sort.CEDE), ("back", Sort.GIVE), ("to", Sort.GIVE)),
    "turn": (("over", Sort.GIVE), ("in", Sort.CEDE)),
    "give": (("up", Sort.CEDE), ("back", Sort.GIVE), ("", Sort.GIVE)),
    "bring": (("back", Sort.GIVE),),
    "stand": (("down", Sort.DISBAND),),
    "lay": (("down", Sort.CEDE),),
    "put": (("beyond", Sort.CEDE), ("under", Sort.STORE), ("out", Sort.STORE)),
    "go": (("from", Sort.LEAVE),),
    "pull": (("back", Sort.DRAW), ("out", Sort.DRAW)),
    "draw": (("back", Sort.DRAW),),
    "move": (("back", Sort.DRAW), ("out", Sort.DRAW)),
    "fall": (("back", Sort.DRAW),),
    "gather": (("at", Sort.DRAW), ("in", Sort.DRAW)),
    "assemble": (("at", Sort.DRAW), ("in", Sort.DRAW)),
    "let": (("go", Sort.FREE), ("", Sort.LET)),
    "get": (("back", Sort.RECEIVE), ("", Sort.RECEIVE)),
    "take": (("delivery", Sort.RECEIVE), ("back", Sort.DRAW), ("into", Sort.MERGE), ("in", Sort.MERGE)),
    "set": (("up", Sort.SETUP), ("free", Sort.FREE)),
}
#: Verb -> the particles it needs and what it then does.
VERBS: dict[str, tuple[tuple[str, Sort], ...]] = {
    **{verb: (("", sort),) for sort, words in _PLAIN.items() for verb in words.split()},
    **_PHRASAL,
}
#: Nouns of doing, before "of" or behind what is given ("the release of", "a prisoner exchange").
_DOINGS: dict[Sort, str] = {
    Sort.GIVE: """return handover hand-over delivery deliveries supply provision transfer dispatch deployment
        stationing""",
    Sort.FREE: "release repatriation",
    Sort.TRADE: "exchange exchanges swap",
    Sort.DRAW: "withdrawal withdrawals pullback pull-back pullout pull-out redeployment removal disengagement",
    Sort.LEAVE: "evacuation",
    Sort.CEDE: "disarmament decommissioning",
    Sort.DISBAND: "demobilisation demobilization disbandment",
    Sort.OPEN: "reopening opening",
    Sort.EASE: "lifting easing",
    Sort.RESTORE: "restoration clearance rebuilding repair resumption",
    Sort.SETUP: "creation establishment",
    Sort.PAY: "payment payments",
    Sort.EXTEND: "extension renewal prolongation",
}
NOUNS: dict[str, Sort] = {noun: sort for sort, words in _DOINGS.items() for noun in words.split()}
#: Verbs that say nothing where they only tell what somebody did: the sort counts as a promise or a term alone.
ONLY_AHEAD = frozenset(
    {
        Sort.WATCH,
        Sort.HOLD_IN,
        Sort.STORE,
        Sort.RAISE,
        Sort.CALM,
        Sort.SETUP,
        Sort.RESTORE,
        Sort.LET,
        Sort.MERGE,
        Sort.FOLLOW,
    }
)


def is_passive(sentence: Sentence, at: int) -> bool:
    """Whether the verb is said of what it is done to: "were freed", "to be let through"."""
    return sentence.tokens[at].form in {"en", "past"} and bool(BE.intersection(sentence.lowers(at - 3, at)))
