"""English words that tell harm: verbs, states, nouns, parts of the body.

Decides nothing; ``harms`` reads the phrases beside them. Own compilation.
"""

from __future__ import annotations

from trucewatch.language.lexicon import word_set

_BY_VERB: dict[str, str] = {
    "killed": """killed kill kills killing executed executing murdered murdering slain beheaded massacred assassinated
        slaughtered lynched""",
    "wounded": "wounded wounding injured injuring wound injures hurt hurting maimed maiming",
    "captured": "captured capturing abducted kidnapped kidnapping abducting",
    "displaced": "displaced displacing uprooted",
    "damaged": "damaged damaging damages",
    "destroyed": """destroyed destroying destroys demolished demolishing levelled leveled razed razing flattened
        flattening gutted wrecked incinerated burned burnt torched""",
}
#: Transitive verbs -> the kind of harm that their object, or the subject of their passive, suffers.
VERBS = {word: kind for kind, words in _BY_VERB.items() for word in words.split()}
#: What somebody is, or is left.
STATES = {
    "dead": "killed",
    "missing": "missing",
    "homeless": "displaced",
    "wounded": "wounded",
    "injured": "wounded",
    "unaccounted": "missing",
}
#: Verbs whose subject suffers.
SUFFERED_BY_SUBJECT = {
    **dict.fromkeys(("died", "die", "dies", "perished", "drowned", "drown", "succumbed"), "killed"),
    **dict.fromkeys(("disappeared", "vanished"), "missing"),
    **dict.fromkeys(("sank", "sunk"), "destroyed"),
}
#: Nouns with "of" before those who suffered.
LOSSES = word_set("death deaths killing killings execution executions murder murders lives life")
TAKEN_LIVES = word_set("claim claims claimed claiming cost costs costing take took taken taking lost lose")
#: Nouns that count by themselves, and the kinds that none of them denies.
TOLLS = {
    "casualties": ("killed", "wounded"),
    "casualty": ("killed", "wounded"),
    "victims": ("killed", "wounded"),
    "deaths": ("killed",),
    "fatalities": ("killed",),
    "injuries": ("wounded",),
}
COUNTED_TOLLS = {"deaths": "killed", "fatalities": "killed", "injuries": "wounded"}
RISING = word_set(
    "to at of reached reaching stands stood is was topped passed exceeded above past hit includes included as"
)
BODIES = frozenset({"body", "bodies", "corpse", "corpses"})
WOUNDS = word_set("wounds injuries burns wound injury burn fractures fracture concussion")
SUFFERING = word_set("received sustained suffered suffering sustaining receiving suffers")
TREATING = word_set("treated treating treat hospitalised hospitalized")
HOSPITALS = frozenset({"hospital", "hospitals", "clinic", "clinics"})
BROUGHT = word_set("taken rushed brought admitted evacuated moved airlifted")
LIMBS = word_set(
    """leg legs arm arms foot feet hand hands eye eyes limb limbs finger fingers sight hearing neck
    head chest back shoulder thigh knee stomach abdomen face jaw hip"""
)
ABLAZE = frozenset({"ablaze", "alight", "afire"})
FLEEING = frozenset({"flee", "fled", "fleeing"})
CAPTIVES = frozenset({"prisoners", "prisoner", "captive", "captives", "hostage", "hostages"})

#: Nouns that stand for several without saying how many.
COLLECTIVES = word_set(
    """people men women children police troops personnel family crew staff army group patrol infantry folk cattle
    livestock public youth clergy brigade battalion unit rest majority number team force militia population military
        army navy artillery half cavalry delegation"""
)
OPENERS_OF_ONE = word_set("a an the one his her its their another this that")
OWNING = word_set("his her their its")
NOBODY = frozenset({"no", "nobody", "none", "neither"})
