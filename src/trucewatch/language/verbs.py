"""English verbs: which forms belong to which base form.

Decides what verb a word could be and in what form; whether it is a verb where it stands is for ``tags``. Knows an own
list of verbs that news copy uses, the irregular forms, and the spelling rules of the regular ones.
"""

from __future__ import annotations

from functools import cache

#: base: past, past participle. Own compilation of the irregular verbs of English that news copy uses.
_IRREGULAR = """
arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become|begin began begun|bend bent bent
bet bet bet|bid bid bid|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown|break broke broken|breed bred bred
bring brought brought|broadcast broadcast broadcast|build built built|burst burst burst|buy bought bought|cast cast cast
catch caught caught|choose chose chosen|cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut
deal dealt dealt|dig dug dug|do did done|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen
feed fed fed|feel felt felt|fight fought fought|find found found|flee fled fled|fly flew flown|forbid forbade forbidden
forecast forecast forecast|foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen
get got got|give gave given|go went gone|grow grew grown|hang hung hung|hear heard heard|hide hid hidden|hit hit hit
hold held held|hurt hurt hurt|keep kept kept|kneel knelt knelt|know knew known|lay laid laid|lead led led|leave left left
lend lent lent|let let let|lie lay lain|lose lost lost|make made made|mean meant meant|meet met met|mislead misled misled
mistake mistook mistaken|overcome overcame overcome|oversee oversaw overseen|overrun overran overrun
overthrow overthrew overthrown|pay paid paid|prove proved proven|put put put|quit quit quit|read read read|rebuild rebuilt rebuilt
rewrite rewrote rewritten|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|see saw seen|seek sought sought
sell sold sold|send sent sent|set set set|shake shook shaken|shed shed shed|shine shone shone|shoot shot shot|show showed shown
shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat|sleep slept slept|slide slid slid|speak spoke spoken
speed sped sped|spend spent spent|spin spun spun|split split split|spread spread spread|stand stood stood|steal stole stolen
stick stuck stuck|strike struck struck|strive strove striven|swear swore sworn|sweep swept swept|swim swam swum|swing swung swung
take took taken|teach taught taught|tear tore torn|tell told told|think thought thought|throw threw thrown|undergo underwent undergone
understand understood understood|undertake undertook undertaken|undermine undermined undermined|uphold upheld upheld|upset upset upset
wake woke woken|wear wore worn|win won won|withdraw withdrew withdrawn|withhold withheld withheld|withstand withstood withstood
write wrote written|retake retook retaken|resell resold resold|outdo outdid outdone|foretell foretold foretold|reset reset reset
"""

#: Regular verbs of news copy. Own compilation.
_REGULAR = """
abandon abduct abide abolish abstain abuse accelerate accept accompany accomplish accuse achieve acknowledge acquire act adapt
add address adhere adjourn adjust administer admit adopt advance advise advocate affect affirm agree aid aim air alert
align allege allow alter amass ambush amend amount analyse analyze announce annex annihilate answer anticipate apologise
apologize appeal appear apply appoint approach approve argue arm arrange arrest arrive ask assassinate assault assemble
assert assess assist assume assure attach attack attain attempt attend attract attribute authorise authorize avenge avert
avoid await award back ban bar bargain base batter battle beg believe belong benefit besiege betray blame blast blaze block
blockade boast bolster bomb bombard boost border bother boycott breach brief broker brush burn bury bypass call calm campaign
cancel capture care carry cause caution cease celebrate challenge change charge chair chase check cite claim clash clarify classify
clear climb close coincide collaborate collapse collect combat comfort command comment commit compare compel compensate
compete compile complain complete comply comprise compromise concede conceal concern conclude condemn conduct confirm
confiscate confront confuse congratulate connect consent consider consist constitute consult contact contain contend contest
continue contradict contribute control convene convert convey convict convince cooperate coordinate cope counter count
couple cover crack crash create criticise criticize cripple cross crush curb damage dare dash deceive decide declare decline
decrease dedicate deem deepen defeat defect defend defer define defuse defy delay delegate deliver demand demilitarise
demonstrate denounce deny depart depend deploy depict deploy deport depose derail describe deserve design designate
destabilise destabilize destroy detail detain detect deter deteriorate determine detonate devastate develop devote die differ
direct disagree disappear disarm disband discard disclose discover discredit discuss disengage dismantle dismiss dispatch
disperse displace display dispute disregard disrupt distance distribute divide document dominate donate doubt down downplay draft
drag dress drift drop dub earn ease echo edit elaborate elect eliminate elude embark embrace emerge emphasise emphasize employ empower enable
encircle encounter encourage end endanger endorse endure enforce engage enhance enjoy enlist ensure enter entail equip
erupt escalate escape escort establish estimate evacuate evade evaluate evict evolve exacerbate exaggerate examine exceed exchange
exclude execute exercise exert exhaust exist exit expand expect expel experience expire explain explode exploit explore
export expose express extend extract face facilitate fail falsify fear feature fend field file finalise finalize finance
finish fire fix flag flare flatten float flood focus follow force form formalise formulate foster free frustrate fuel fulfil fulfill fund
gain gather gauge generate grab grant greet grind guarantee guard guide halt hammer hamper hand handle happen harass harbour
harbor harm hasten hate head heal help hesitate highlight hijack hinder hint hit-and-run honour honor hope host house
identify ignite ignore illustrate imagine impede implement imply import impose imprison improve include incorporate
increase incur indicate inflict influence inform infringe inherit initial initiate injure insist inspect install insult insure
intend intensify intercept interpret interrupt intervene interview introduce invade invest investigate invite invoke involve
isolate issue jail jeopardise jeopardize join judge jump justify kick kidnap kill knock label lack lament land last launch
laud lash lecture level levy liberate lift limit link liquidate list live load lobby locate lodge look loot love lower maintain
manage mandate march mark mass matter measure mediate mention merge mess migrate mine minimise mislay misrepresent miss mistreat
mobilise mobilize mock modify monitor mourn move mull murder name narrow near neglect negotiate neutralise neutralize normalise note
notice notify nominate obey object oblige observe obstruct obtain occupy occur offer officiate open operate oppose
order organise organize originate oust outline outrage outweigh overlook override overshadow overwhelm owe own parade pardon
participate pass pause penetrate perceive perform permit persist persuade photograph pick piece pinpoint place plan plant play plead pledge
plot plunder plunge point poise police portray pose position possess postpone pound pour praise preach precede predict prefer
prepare present preserve press pressure presume prevail prevent print probe proceed process proclaim produce profit
prohibit project prolong promise promote prompt propose prosecute protect protest provide provoke publicise publish pull
punish purchase pursue push question quote raid rail raise rally range rank ratify reach react reaffirm realise
realize rebuff rebuke recall receive recognise recognize recommend reconsider reconstruct record recover recruit redeploy reduce refer
reflect refrain refuse refute regain regard register regret reinforce reiterate reject relate release relocate rely remain remark
remember remind remove renew renege renounce repair repatriate repeal repeat repel replace reply report represent request require
rescue resemble reserve resettle reside resign resist resolve resort respect respond rest restart restore restrain restrict restructure result
resume retain retaliate retreat retract retrieve return reveal reverse review revise revive revoke rig risk rob rock roll
root rule rush sabotage safeguard salute sanction satisfy save scale scatter schedule scold scramble scrap scream screen scrutinise
seal search secure seem seize select separate serve settle shape share shatter shell shelter shift shock shout shoulder shrug shun side
sign signal silence slam slap slash slaughter slow smuggle snub soar soften solve sound spark spare specify speculate spoil sponsor
spot spy stage stall standoff stabilise stabilize stab start starve state station stay stem step storm strand strain strengthen
stress stretch strip struggle study stumble submit subject subside succeed suffer suggest suit summon supervise supply support
suppose suppress surge surpass surrender surround survey survive suspect suspend sustain swap switch tackle talk target task
telephone televise tend term terminate terrorise test testify thank threaten thwart tie tighten time tolerate top topple torture
toss total touch tour trace track trade trail train transfer transform transit translate transmit transport trap travel treat
trek trick trigger trust try turn tweet underline underpin underscore unfold unify unite unleash unveil upgrade urge use
utter vacate value vanish vary veer venture verify veto view violate visit voice volunteer vote vow wage wait walk wander want warn
warrant wash waste watch weaken weigh welcome whip widen wield wipe wish witness wonder work worry worsen worsen wound wreck yell yield
accommodate applaud stop need learn waive govern laugh function cry pack fit correct hunt consume
lock post melt debate surprise associate sail fade rename water map discharge dive frame exile store afford concentrate camp
pretend dwell stock smile crowd educate circulate practise practice oppress culminate pronounce listen retire pile borrow tempt man
account qualify populate cook hire absorb menace light appreciate empty calculate inquire enquire sue drown stir guess mind pair void
alarm guard desire entitle enclose scan bounce dip rub paint favour favor interest author institute labour color
agonise defect dissipate inch oust outpace overtake overturn partner patrol pinpoint retweet slam stall soak sow topple upend wane wince zigzag accord accredit airlift airdrop appease assail atone authenticate avail bar barricade bristle bulldoze carve cede char chide clamp clinch coerce commend compound concur condone congregate conscript consolidate contravene corroborate cut deadlock deduce deform deliberate delude demarcate demote denote deplore deprive detach detonate deviate dilute discern disengage dismember disperse dissolve dissuade distort diverge don douse eject elicit emanate embroil emulate encroach endow enforce enumerate envision equate eschew espouse excel excuse exhort expropriate exude facilitate flatten flank flourish foil foment forfeit furnish gut hack halt haul heckle hoist hound hurl immobilise implore impound incarcerate incinerate incite induce infuriate inhabit inhibit instigate instil intern intertwine inundate irk irritate jeer jettison jostle kindle languish liquidate loom lure magnify malfunction maneuver manoeuvre marshal massacre maximise memorise mitigate nationalise neutralise nominate nurture obfuscate obsess offend omit overpower oversee pacify paralyse penalise persecute pester placate plead posit predate preempt pre-empt prod propel provision puncture quarantine quash reap rebel recede recite recoil recoup recur redefine redress rein relapse render reorganise repatriate replenish reprimand requisition retrain retrieve reunite revel revere rout ruin sack salvage scupper sentence shackle sideline sift signify simmer skip slay smother snap snatch solicit spew splinter squander squeeze stave stifle stigmatise stray subjugate submerge substitute subvert suffocate surmise swell swerve tamper testify thaw thwart tilt tolerate torment trespass trim tug unravel upstage vacate vilify vouch waver weather wield wreak wrest
agonise allocate ally arbitrate assign bless brand broaden cement censor chant co-chair co-host co-lead co-sponsor co-author
commemorate commence commission communicate confide confine conquer construct contemplate crumble decimate decommission decry deescalate de-escalate
deflect degrade demolish demoralise denigrate deride destine deteriorate devise dictate dig disavow discourage disown dispel disprove
double downgrade drone dwindle eavesdrop elevate embolden enact encompass engulf enrage enrich entrench envisage eradicate
exonerate extradite falter fault flout forge fortify fray freeze garner glide grapple grieve ground halve harden heed hover hurl impair
implicate imperil infiltrate inspire instruct interfere interrogate intimidate jam label lambast leak legitimise liaise maim malign
mar massacre maul mend misfire muster mutilate nullify obliterate offset orchestrate outnumber overhaul overstate parry patrol
peddle perish perpetrate pillage pilot pinpoint placate pledge plummet ponder poison posture preclude prejudge premise prioritise
profess protrude pummel purge quell query quiz ravage re-establish reassure reckon reclaim reconcile rectify redraw reel reestablish
refuel refocus reignite reimpose rejoin relay relent relinquish relieve remedy reopen repay rephrase resent reschedule restate
retort rev rip rubbish ruin rupture scout scuttle shepherd shoot shove side-step sidestep skirt smash sour spearhead spur
stipulate stoke strafe streamline stun subdue substantiate supersede surface swoop taunt tarnish tear-gas torch torpedo tout
toughen trample transcribe transpire trumpet underestimate undo uncover unearth unlock uproot usher vandalise vest victimise vilify
vindicate wane whisper withhold worsen wrap zero
"""
_VOWELS = frozenset("aeiou")
#: Verbs of more than one syllable that double their last letter all the same.
_DOUBLING = frozenset(
    """abet admit allot commit compel confer control defer deter dispel expel incur infer occur omit patrol permit prefer propel
    rebut recur refer regret remit repel submit transfer transmit rebel upset cancel travel signal level label model fuel
    shell-shock kidnap worship counsel quarrel channel""".split()
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
