"""What it is wrong, or war, to do to others; and what is neither.

Decides by lemma alone, or by lemma and object, whether a deed told of another side accuses it. Classes follow CAMEO's
coercion, assault, fighting and mass violence, with intrusion, obstruction, deceit and broken promises beside them. Own
compilation. Knows nothing of who did it.
"""

from __future__ import annotations

from trucewatch.statements.cue_words import listed

#: Harm to people.
_ASSAULT = listed("""
    attack shell bomb bombard strike hit kill murder execute massacre wound injure maim shoot torture rape behead
    mutilate assassinate slaughter slay stab lynch hang strangle beat whip flog assault molest humiliate mistreat
    ill-treat maltreat abuse brutalise brutalize harm slap kick gas poison starve mow ambush snipe strafe pound pummel
    blast shoot firebomb rocket mortar target mine
    """)
#: Harm to freedom and home.
_COERCION = listed("""
    abduct kidnap detain imprison jail intern capture enslave conscript press-gang deport expel evict displace uproot
    banish persecute terrorise terrorize intimidate threaten harass blackmail extort coerce besiege blockade encircle
    disappear
    """)
#: Harm to things.
_DESTRUCTION = listed("""
    loot burn torch destroy sabotage plunder pillage ransack vandalise vandalize deface raze demolish flatten dynamite
    bulldoze desecrate rob steal confiscate commandeer hijack seize raid storm ram sink scuttle wreck trash defile
    poison contaminate
    """)
#: Going where one may not, keeping others from where they may, and what a truce forbids.
_INTRUSION = listed("""
    violate breach invade infiltrate trespass penetrate encroach overrun occupy annex usurp flout defy contravene
    infringe disregard undermine renege betray sabotage provoke obstruct hinder hamper impede thwart jam rearm
    """)
#: Untruth told on purpose.
_DECEIT = listed("deceive mislead cheat falsify forge doctor rig smuggle siphon divert embezzle exploit manipulate")
HARMFUL = _ASSAULT | _COERCION | _DESTRUCTION | _INTRUSION | _DECEIT

_ATTACKS = listed("""
    attack attacks strike strikes airstrike airstrikes assault assaults offensive raid raids rockets missiles drones
    incursion incursions operation killings massacre ambush shelling barrage
    """)
_GOODS = listed("road roads convoy convoys aid access passage trucks relief food deliveries evacuation patrol patrols")
_WORD = listed("""
    ceasefire truce agreement agreements deal promise promises word law treaty terms accord pact pledge pledges
    commitment commitments obligations undertaking cease-fire armistice
    """)
#: Harm only with what it is done to: "broke the truce", "fired on the post", "blocked the road".
HARMFUL_WITH = {
    "break": _WORD,
    "ignore": _WORD | listed("warnings line"),
    "fire": listed("rocket rockets shell shells mortar mortars missile missiles round rounds shot shots drone drones"),
    "open": listed("fire up"),
    "block": _GOODS,
    "hold": listed("captive hostage hostages prisoner prisoners"),
    "turn": listed("back away"),
    "refuse": listed("passage access entry"),
    "deny": listed("passage access entry"),
    "withhold": listed("aid food water bodies body list names"),
    "launch": _ATTACKS,
    "carry": _ATTACKS,
    "mount": _ATTACKS,
    "conduct": _ATTACKS,
    "stage": _ATTACKS | listed("provocation provocations"),
    "commit": listed("""
        crime crimes massacre massacres atrocities atrocity murder genocide abuses violation violations act breach
        breaches
        """),
    "plant": listed("bomb bombs mine mines explosives device it them"),
    "lay": listed("mine mines"),
    "set": listed("fire ablaze alight"),
    "take": listed("hostage hostages prisoner captive"),
    "cut": listed("off road roads water power supply throat throats"),
    "cross": listed("line border boundary frontier river"),
    "give": listed("order orders"),
    "order": listed("attack strike killing killings massacre raid shelling murder"),
    "use": listed("gas chemical cluster shields prisoners hospital hospitals civilians phosphorus"),
    "drop": listed("bomb bombs mines explosives grenades grenade"),
    "move": listed("guns tanks artillery troops positions trenches"),
    "dig": listed("trench trenches positions in tunnel tunnels"),
}
#: What a side may do without its adversary's accusing it by saying so: to speak, agree, give, stop, suffer or be.
PEACEABLE = listed("""
    say tell add announce declare state agree accept sign meet talk negotiate discuss release free hand return withdraw
    pull propose offer ask request want wish hope promise pledge undertake vow reply answer respond deny reject confirm
    know think believe expect understand decide stop cease halt end suspend lift open reopen allow let permit help pay
    thank welcome remain stay observe respect keep honour honor comply implement abide be have become seem appear need
    win lose suffer die come go begin start join take receive get send invite host attend visit see hear show write
    plan intend prepare try seek leave arrive travel reach return resume reopen rise fall grow vote elect appoint
    recognise recognize support back favour favor oppose welcome work trade export import speak tell
    """)
#: What is not done is no answer to a charge where doing it is none: "had not decided", "did not know".
UNDENYING = listed("""
    decide determine receive know see hear find say comment respond reply answer confirm learn reach agree sign accept
    get have be complete finish resolve want expect change lose suffer happen need intend seek think believe
    understand recognise recognize feel hope meet discuss rule exclude
    """)
