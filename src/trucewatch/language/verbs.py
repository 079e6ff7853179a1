"""English verbs: which forms belong to which base form.

Decides what verb a word could be and in what form; whether it is a verb where it stands is for ``tags``. Knows an own
list of verbs that news copy uses, the irregular forms, and the spelling rules of the regular ones.
"""

from __future__ import annotations

from functools import cache

from trucewatch.language.lexicon import word_set

#: base: past, past participle. Own compilation of the irregular verbs of English that news copy uses.
_IRREGULAR = """
arise arose arisen | awake awoke awoken | bear bore borne | beat beat beaten | become became become
begin began begun | bend bent bent | bet bet bet | bid bid bid | bind bound bound | bite bit bitten
bleed bled bled | blow blew blown | break broke broken | breed bred bred | bring brought brought
broadcast broadcast broadcast | build built built | burst burst burst | buy bought bought | cast cast cast
catch caught caught | choose chose chosen | cling clung clung | come came come | cost cost cost | creep crept crept
cut cut cut | deal dealt dealt | dig dug dug | do did done | draw drew drawn | drink drank drunk
drive drove driven | eat ate eaten | fall fell fallen | feed fed fed | feel felt felt | fight fought fought
find found found | flee fled fled | fly flew flown | forbid forbade forbidden | forecast forecast forecast
foresee foresaw foreseen | forget forgot forgotten | forgive forgave forgiven | freeze froze frozen | get got got
give gave given | go went gone | grow grew grown | hang hung hung | hear heard heard | hide hid hidden | hit hit hit
hold held held | hurt hurt hurt | keep kept kept | kneel knelt knelt | know knew known | lay laid laid
lead led led | leave left left | lend lent lent | let let let | lie lay lain | lose lost lost | make made made
mean meant meant | meet met met | mislead misled misled | mistake mistook mistaken | overcome overcame overcome
oversee oversaw overseen | overrun overran overrun | overthrow overthrew overthrown | pay paid paid
prove proved proven | put put put | quit quit quit | read read read | rebuild rebuilt rebuilt
rewrite rewrote rewritten | ride rode ridden | ring rang rung | rise rose risen | run ran run | say said said
see saw seen | seek sought sought | sell sold sold | send sent sent | set set set | shake shook shaken
shed shed shed | shine shone shone | shoot shot shot | show showed shown | shrink shrank shrunk | shut shut shut
sing sang sung | sink sank sunk | sit sat sat | sleep slept slept | slide slid slid | speak spoke spoken
speed sped sped | spend spent spent | spin spun spun | split split split | spread spread spread | stand stood stood
steal stole stolen | stick stuck stuck | strike struck struck | strive strove striven | swear swore sworn
sweep swept swept | swim swam swum | swing swung swung | take took taken | teach taught taught | tear tore torn
tell told told | think thought thought | throw threw thrown | undergo underwent undergone
understand understood understood | undertake undertook undertaken | undermine undermined undermined
uphold upheld upheld | upset upset upset | wake woke woken | wear wore worn | win won won
withdraw withdrew withdrawn | withhold withheld withheld | withstand withstood withstood | write wrote written
retake retook retaken | resell resold resold | outdo outdid outdone | foretell foretold foretold | reset reset reset
"""

#: Regular verbs of news copy. Own compilation.
_REGULAR = """
abandon abduct abide abolish absorb abstain abuse accelerate accept accommodate accompany accomplish accord account
accredit accuse achieve acknowledge acquire act adapt add address adhere adjourn adjust administer admit adopt advance
advise advocate affect affirm afford agonise agree aid aim air airdrop airlift alarm alert align allege allocate allow
ally alter amass ambush amend amount analyse analyze annex annihilate announce answer anticipate apologise apologize
appeal appear appease applaud apply appoint appreciate approach approve arbitrate argue arm arrange arrest arrive ask
assail assassinate assault assemble assert assess assign assist associate assume assure atone attach attack attain
attempt attend attract attribute authenticate author authorise authorize avail avenge avert avoid await award back ban
bar bargain barricade base batter battle beg believe belong benefit besiege betray blame blast blaze bless block
blockade boast bolster bomb bombard boost border borrow bother bounce boycott brand breach brief bristle broaden
broker brush bulldoze burn bury bypass calculate call calm camp campaign cancel capture care carry carve cause caution
cease cede celebrate cement censor chair challenge change chant char charge chase check chide circulate cite claim
clamp clarify clash classify clear climb clinch close co-author co-chair co-host co-lead co-sponsor coerce coincide
collaborate collapse collect color combat comfort command commemorate commence commend comment commission commit
communicate compare compel compensate compete compile complain complete comply compound comprise compromise conceal
concede concentrate concern conclude concur condemn condone conduct confide confine confirm confiscate confront
confuse congratulate congregate connect conquer conscript consent consider consist consolidate constitute construct
consult consume contact contain contemplate contend contest continue contradict contravene contribute control convene
convert convey convict convince cook cooperate coordinate cope correct corroborate count counter couple cover crack
crash create cripple criticise criticize cross crowd crumble crush cry culminate curb cut damage dare dash de-escalate
deadlock debate deceive decide decimate declare decline decommission decrease decry dedicate deduce deem deepen
deescalate defeat defect defend defer define deflect deform defuse defy degrade delay delegate deliberate deliver
delude demand demarcate demilitarise demolish demonstrate demoralise demote denigrate denote denounce deny depart
depend depict deplore deploy deport depose deprive derail deride describe deserve design designate desire destabilise
destabilize destine destroy detach detail detain detect deter deteriorate determine detonate devastate develop deviate
devise devote dictate die differ dig dilute dip direct disagree disappear disarm disavow disband discard discern
discharge disclose discourage discover discredit discuss disengage dismantle dismember dismiss disown dispatch dispel
disperse displace display disprove dispute disregard disrupt dissipate dissolve dissuade distance distort distribute
dive diverge divide document dominate don donate double doubt douse down downgrade downplay draft drag dress drift
drone drop drown dub dwell dwindle earn ease eavesdrop echo edit educate eject elaborate elect elevate elicit
eliminate elude emanate embark embolden embrace embroil emerge emphasise emphasize employ empower empty emulate enable
enact encircle enclose encompass encounter encourage encroach end endanger endorse endow endure enforce engage engulf
enhance enjoy enlist enquire enrage enrich ensure entail enter entitle entrench enumerate envisage envision equate
equip eradicate erupt escalate escape eschew escort espouse establish estimate evacuate evade evaluate evict evolve
exacerbate exaggerate examine exceed excel exchange exclude excuse execute exercise exert exhaust exhort exile exist
exit exonerate expand expect expel experience expire explain explode exploit explore export expose express expropriate
extend extract extradite exude face facilitate fade fail falsify falter fault favor favour fear feature fend field
file finalise finalize finance finish fire fit fix flag flank flare flatten float flood flourish flout focus foil
follow foment force forfeit forge form formalise formulate fortify foster frame fray free freeze frustrate fuel fulfil
fulfill function fund furnish gain garner gather gauge generate glide govern grab grant grapple greet grieve grind
ground guarantee guard guess guide gut hack halt halve hammer hamper hand handle happen harass harbor harbour harden
harm hasten hate haul head heal heckle heed help hesitate highlight hijack hinder hint hire hit-and-run hoist honor
honour hope host hound house hover hunt hurl identify ignite ignore illustrate imagine immobilise impair impede
imperil implement implicate implore imply import impose impound imprison improve incarcerate inch incinerate incite
include incorporate increase incur indicate induce infiltrate inflict influence inform infringe infuriate inhabit
inherit inhibit initial initiate injure inquire insist inspect inspire install instigate instil institute instruct
insult insure intend intensify intercept interest interfere intern interpret interrogate interrupt intertwine
intervene interview intimidate introduce inundate invade invest investigate invite invoke involve irk irritate isolate
issue jail jam jeer jeopardise jeopardize jettison join jostle judge jump justify kick kidnap kill kindle knock label
labour lack lambast lament land languish lash last laud laugh launch leak learn lecture legitimise level levy liaise
liberate lift light limit link liquidate list listen live load lobby locate lock lodge look loom loot love lower lure
magnify maim maintain malfunction malign man manage mandate maneuver manoeuvre map mar march mark marshal mass
massacre matter maul maximise measure mediate melt memorise menace mend mention merge mess migrate mind mine minimise
misfire mislay misrepresent miss mistreat mitigate mobilise mobilize mock modify monitor mourn move mull murder muster
mutilate name narrow nationalise near need neglect negotiate neutralise neutralize nominate normalise note notice
notify nullify nurture obey obfuscate object oblige obliterate observe obsess obstruct obtain occupy occur offend
offer officiate offset omit open operate oppose oppress orchestrate order organise organize originate oust outline
outnumber outpace outrage outweigh overhaul overlook overpower override oversee overshadow overstate overtake overturn
overwhelm owe own pacify pack paint pair parade paralyse pardon parry participate partner pass patrol pause peddle
penalise penetrate perceive perform perish permit perpetrate persecute persist persuade pester photograph pick piece
pile pillage pilot pinpoint placate place plan plant play plead pledge plot plummet plunder plunge point poise poison
police ponder populate portray pose posit position possess post postpone posture pound pour practice practise praise
pre-empt preach precede preclude predate predict preempt prefer prejudge premise prepare present preserve press
pressure presume pretend prevail prevent print prioritise probe proceed process proclaim prod produce profess profit
prohibit project prolong promise promote prompt pronounce propel propose prosecute protect protest protrude provide
provision provoke publicise publish pull pummel puncture punish purchase purge pursue push qualify quarantine quash
quell query question quiz quote raid rail raise rally range rank ratify ravage re-establish reach react reaffirm
realise realize reap reassure rebel rebuff rebuke recall recede receive recite reckon reclaim recognise recognize
recoil recommend reconcile reconsider reconstruct record recoup recover recruit rectify recur redefine redeploy redraw
redress reduce reel reestablish refer reflect refocus refrain refuel refuse refute regain regard register regret
reignite reimpose rein reinforce reiterate reject rejoin relapse relate relay release relent relieve relinquish
relocate rely remain remark remedy remember remind remove rename render renege renew renounce reopen reorganise repair
repatriate repay repeal repeat repel rephrase replace replenish reply report represent reprimand request require
requisition reschedule rescue resemble resent reserve resettle reside resign resist resolve resort respect respond
rest restart restate restore restrain restrict restructure result resume retain retaliate retire retort retract
retrain retreat retrieve return retweet reunite rev reveal revel revere reverse review revise revive revoke rig rip
risk rob rock roll root rout rub rubbish ruin rule rupture rush sabotage sack safeguard sail salute salvage sanction
satisfy save scale scan scatter schedule scold scout scramble scrap scream screen scrutinise scupper scuttle seal
search secure seem seize select sentence separate serve settle shackle shape share shatter shell shelter shepherd
shift shock shoot shoulder shout shove shrug shun side side-step sideline sidestep sift sign signal signify silence
simmer skip skirt slam slap slash slaughter slay slow smash smile smother smuggle snap snatch snub soak soar soften
solicit solve sound sour sow spare spark spearhead specify speculate spew splinter spoil sponsor spot spur spy
squander squeeze stab stabilise stabilize stage stall standoff start starve state station stave stay stem step stifle
stigmatise stipulate stir stock stoke stop store storm strafe strain strand stray streamline strengthen stress stretch
strip struggle study stumble stun subdue subject subjugate submerge submit subside substantiate substitute subvert
succeed sue suffer suffocate suggest suit summon supersede supervise supply support suppose suppress surface surge
surmise surpass surprise surrender surround survey survive suspect suspend sustain swap swell swerve switch swoop
tackle talk tamper target tarnish task taunt tear-gas telephone televise tempt tend term terminate terrorise test
testify thank thaw threaten thwart tie tighten tilt time tolerate top topple torch torment torpedo torture toss total
touch toughen tour tout trace track trade trail train trample transcribe transfer transform transit translate transmit
transpire transport trap travel treat trek trespass trick trigger trim trumpet trust try tug turn tweet uncover
underestimate underline underpin underscore undo unearth unfold unify unite unleash unlock unravel unveil upend
upgrade uproot upstage urge use usher utter vacate value vandalise vanish vary veer venture verify vest veto victimise
view vilify vindicate violate visit voice void volunteer vote vouch vow wage wait waive walk wander wane want warn
warrant wash waste watch water waver weaken weather weigh welcome whip whisper widen wield wince wipe wish withhold
witness wonder work worry worsen wound wrap wreak wreck wrest yell yield zero zigzag
"""
_VOWELS = frozenset("aeiou")
#: Verbs of more than one syllable that double their last letter all the same.
_DOUBLING = word_set(
    """abet admit allot commit compel confer control defer deter dispel expel incur infer occur omit patrol permit
    prefer propel rebut recur refer regret remit repel submit transfer transmit rebel upset cancel travel signal
    level label model fuel shell-shock kidnap worship counsel quarrel channel"""
)


def _is_doubled(base: str) -> bool:
    """Whether the last consonant doubles before -ed and -ing."""
    if base in _DOUBLING:
        return True
    if len(base) < 3 or base[-1] in _VOWELS or base[-1] in "wxy" or base[-2] not in _VOWELS:
        return False
    return base[-3] not in _VOWELS and sum(letter in _VOWELS for letter in base) == 1


def _s_form(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def _ing_forms(base: str) -> tuple[str, ...]:
    if base.endswith("ie"):
        return (base[:-2] + "ying",)
    if base.endswith("e") and not base.endswith(("ee", "ye", "oe")) and base != "be":
        return (base[:-1] + "ing",)
    return (base + base[-1] + "ing", base + "ing") if _is_doubled(base) else (base + "ing",)


def _ed_forms(base: str) -> tuple[str, ...]:
    if base.endswith("e"):
        return (base + "d",)
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return (base[:-1] + "ied",)
    return (base + base[-1] + "ed", base + "ed") if _is_doubled(base) else (base + "ed",)


@cache
def _table() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Form as written -> (base, the forms it can be)."""
    forms: dict[str, tuple[str, set[str]]] = {}

    def put(word: str, base: str, form: str) -> None:
        known = forms.setdefault(word, (base, set()))
        if known[0] == base:
            known[1].add(form)

    def put_common(base: str) -> None:
        put(base, base, "base")
        put(_s_form(base), base, "s")
        for word in _ing_forms(base):
            put(word, base, "ing")

    for entry in _IRREGULAR.replace("\n", "|").split("|"):
        if entry:
            base, past, participle = entry.split()
            put_common(base)
            put(past, base, "past")
            put(participle, base, "en")
    put("born", "bear", "en")
    for form in ("past", "en"):
        put("lied", "lie", form)
    for base in sorted(set(_REGULAR.split())):
        put_common(base)
        for word in _ed_forms(base):
            put(word, base, "past")
            put(word, base, "en")
    return {word: (base, tuple(sorted(found))) for word, (base, found) in forms.items()}


def read_verb(word: str) -> tuple[str, tuple[str, ...]] | None:
    """The base and possible forms of a listed verb, or None. ``word`` is in lower case."""
    return _table().get(word)


def guess_verb(word: str) -> tuple[str, tuple[str, ...]] | None:
    """The base and forms of a word that only its ending shows to be a verb ("garrisoned", "refitting"), or None."""
    if word.endswith("ed") and len(word) > 4:
        return _base_of(word[:-2]), ("en", "past")
    if word.endswith("ing") and len(word) > 5:
        return _base_of(word[:-3]), ("ing",)
    return None


def _base_of(stem: str) -> str:
    """The likeliest base of a regular stem: "refitt" is refit, "liais" liaise, "garrison" itself."""
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsz":
        return stem[:-1]
    if stem.endswith(("at", "iz", "is", "v", "c", "g", "u", "bl", "pl", "rs", "ns", "ur", "in")) and not stem.endswith(
        ("ain", "eat")
    ):
        return stem + "e"
    return stem
