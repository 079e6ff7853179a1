"""The small words around a saying: adverbs, occasions, people without a name, marks of doubt. Own compilation."""

from __future__ import annotations


def listed(text: str) -> frozenset[str]:
    """The words of a list written as prose."""
    return frozenset(text.split())


#: Adverbs and short words that may stand inside a verb group: "has also repeatedly said".
GROUP_ADVERBS = listed("""
    also then later again once previously repeatedly already now still never not n't n’t just even ever further
    first often always only recently both all publicly reportedly openly soon nevertheless meanwhile thus therefore
    long since earlier yesterday today himself herself itself themselves
    """)

#: Words which, followed by "to" and a cue, make the saying planned, expected or tried rather than done.
PLANNED = listed("""
    expected due set scheduled going likely planning plans plan planned poised prepared preparing intends intend
    ready wants want hopes hope hoping about intending intended seeking seeks sought
    """)

#: Words which, followed by "to" and a cue, leave the saying done.
DONE = listed("""
    went continued continues appeared appears seemed seems began sought used rushed took goes
    """)

#: Objects that make "reject", "dismiss", "withdraw" and their kin a denial or a retraction of something said.
SAID_THINGS = listed("""
    claim claims allegation allegations accusation accusations charge charges report reports suggestion suggestions
    assertion assertions statement statements rumour rumours rumor rumors version account accounts notion idea
    responsibility involvement wrongdoing criticism speculation testimony findings finding article story post tweet
    figure figures toll remark remarks comment comments words
    """)

#: Nouns that stand for a saying: "Ukraine's claim that", "the announcement by".
NOUNS = {
    "claim": "assert",
    "assertion": "assert",
    "statement": "assert",
    "argument": "assert",
    "suggestion": "assert",
    "insistence": "assert",
    "contention": "assert",
    "remark": "assert",
    "comment": "assert",
    "warning": "warn",
    "allegation": "allege",
    "accusation": "allege",
    "charge": "allege",
    "announcement": "announce",
    "declaration": "announce",
    "promise": "pledge",
    "pledge": "pledge",
    "vow": "pledge",
    "commitment": "pledge",
    "offer": "offer",
    "demand": "demand",
    "call": "request",
    "request": "request",
    "appeal": "request",
    "threat": "threaten",
    "denial": "deny",
    "refusal": "refuse",
    "admission": "acknowledge",
    "acknowledgement": "acknowledge",
    "acknowledgment": "acknowledge",
    "confirmation": "confirm",
    "belief": "?",
    "hope": "?",
    "fear": "?",
    "view": "?",
    "support": "?",
    "conclusion": "assert",
    "complaint": "assert",
    "criticism": "assert",
}

#: Nouns for the occasion or the medium of a saying.
OCCASIONS = listed("""
    statement address speech interview briefing conference post tweet message letter email e-mail broadcast telecast
    article op-ed column report dispatch testimony hearing call meeting summit rally event debate panel session
    communique communiqué bulletin release telegram facebook twitter instagram x tiktok youtube channel podcast
    television tv radio appearance video footage recording remarks presser news ceremony visit forum parliament
    congress memo note essay comments editorial blog book transcript
    """)

#: Subjects that are the words of an issuing body, not a speaker of their own.
STATEMENT_NOUNS = listed("""
    statement communique communiqué release message post letter document text bulletin declaration note memo report
    decree
    """)

#: Nouns for people without a name.
UNNAMED_GROUPS = listed("""
    officials sources diplomats residents witnesses analysts experts critics people soldiers troops commanders
    ministers leaders lawmakers investigators prosecutors doctors medics rescuers aides advisers reporters journalists
    spokesmen negotiators monitors observers authorities representatives delegates members activists rebels
    fighters supporters opponents police they
    """)

#: Marks of doubt inside what is said.
HEDGES = listed("""
    allegedly reportedly apparently possibly probably perhaps presumably supposedly purportedly seemingly likely
    maybe may might suspected alleged purported unconfirmed unverified
    """)
HEDGE_PAIRS = frozenset(
    (verb, "to")
    for verb in (
        "appears",
        "appear",
        "appeared",
        "seems",
        "seem",
        "seemed",
        "believed",
        "thought",
    )
)

#: What opens a condition; the second word, where given, must follow.
CONDITIONS = (
    ("if",),
    ("unless",),
    ("until",),
    ("provided",),
    ("providing",),
    ("without",),
    ("on", "condition"),
    ("on", "the", "condition"),
    ("as", "long", "as"),
    ("so", "long", "as"),
    ("only", "after"),
    ("only", "when"),
    ("in", "return", "for"),
    ("in", "exchange", "for"),
)

#: Nouns for somebody that their ending does not tell.
AGENT_NOUNS = listed("""
    official source aide general colonel captain major sergeant chief head president premier king queen diplomat analyst
    expert critic witness patient student pilot medic guard recruit civilian villager resident delegate negotiator nurse
    priest monk cleric imam bishop pope judge envoy ambassador attache rebel ally friend neighbour neighbor relative
    father mother brother sister son daughter wife husband girl boy child candidate member mayor governor
    family group team party government ministry army military police court council parliament agency committee
    commission office embassy union company campaign department administration organisation organization
    newspaper paper channel broadcaster station magazine outlet media newsroom tribunal board
    coalition alliance militia battalion brigade navy
    """)

#: Cues that things have as readily as people: "the show highlighted", "skirmishes threaten". People and bodies only.
LOOSE_CUES = listed("""
    highlight threaten signal suggest indicate underscore underline guarantee reveal imply hint predict slam welcome
    forecast project conclude promise offer call demand refuse defend counter echo recall stress question contest
    """)
