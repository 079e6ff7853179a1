"""Nouns that name offices, bodies and groups of people. Own compilation; names no person, place or party.

All entries are singular and in lower case; American and British spellings are both listed where they differ.
"""

from __future__ import annotations

from trucewatch.language.lexicon import word_set

#: What one person can be. The head noun of an office ("defence minister", "head of the mission").
OFFICES = word_set(
    """president vice-president minister premier chancellor secretary undersecretary under-secretary secretary-general
    spokesman spokeswoman spokesperson chief commander commander-in-chief governor mayor head leader director
    director-general chairman chairwoman chairperson chair co-chair speaker prosecutor judge envoy ambassador consul
    king queen prince princess emir sultan sheikh pope patriarch ayatollah imam cleric archbishop bishop general
    colonel major captain lieutenant admiral brigadier marshal sergeant corporal adviser advisor aide official
    officer lawmaker legislator senator congressman congresswoman representative deputy vice-admiral analyst expert
    professor diplomat negotiator mediator coordinator co-ordinator attorney lawyer ombudsman ombudswoman
    commissioner inspector correspondent reporter journalist photographer activist resident witness doctor founder
    owner executive economist historian researcher politician candidate opponent strongman warlord dictator monarch
    administrator superintendent investigator detective policeman policewoman soldier serviceman paramedic medic
    nurse rescuer farmer teacher pensioner villager editor author predecessor successor counterpart deputy-head
    representative rapporteur monitor lieutenant-general major-general vice-president vice-premier pm fm czar tsar
    treasurer comptroller warden pilot blogger chef"""
)
#: Titles that stand before a name and say nothing of an office.
COURTESIES = word_set("""mr mrs ms miss dr sir lord lady dame baroness baron count rev prof madam hon""")
RANKS = word_set("""gen lt col maj capt sgt adm brig cmdr sen rep gov sec amb supt cpl pvt st pres min""")
WOMEN = word_set(
    """mrs ms miss lady dame baroness spokeswoman chairwoman congresswoman queen princess policewoman ombudswoman"""
)
MEN = word_set("""mr sir lord baron spokesman chairman congressman king prince policeman pope""")

#: Organised bodies.
BODIES = word_set(
    """ministry department army navy military militia agency office council government administration cabinet
    parliament congress senate assembly duma legislature house chamber court tribunal police union mission
    commission committee subcommittee organisation organization alliance party embassy consulate staff command
    service bureau company corporation bank university institute institution foundation fund brigade battalion
    regiment squadron guard gendarmerie authority coalition movement federation league directorate secretariat board
    panel chancellery treasury pentagon regime junta airline firm newspaper television watchdog charity think-tank
    faction bloc consortium association society taskforce politburo inspectorate air-force coastguard border-guard
    headquarter delegation"""
)
#: Bodies that publish.
PUBLISHERS = word_set(
    """newspaper television broadcaster channel daily magazine tabloid website outlet radio tv broadsheet"""
)

#: Many people, or many bodies, without a name. Plurals of offices count as well.
GROUPS = word_set(
    """troop force soldier official authority side party country state nation government leader rebel militant fighter
    insurgent separatist resident witness civilian lawmaker diplomat negotiator mediator monitor observer
    peacekeeper ally partner representative delegate delegation minister rescuer medic commander officer expert
    analyst prosecutor investigator prisoner journalist reporter activist critic refugee supporter opponent member
    worker source spokesman personnel militiaman gunman guerrilla mercenary ministry agency army military
    paramilitary volunteer veteran refugee hostage captive detainee protester demonstrator villager local inhabitant
    adviser aide envoy ambassador participant signatory belligerent combatant conscript serviceman men commando
    paratrooper marine guard policeman firefighter doctor paramedic editor group faction organisation organization
    unit crew team"""
)
#: Groups that are one only in the plural or with a state before them; alone, the singular says nothing.
PLURAL_ONLY = word_set(
    """troop force authority side party country state nation source men member worker partner group unit crew team
    local organisation organization personnel guard government ministry agency army military delegation faction"""
)
#: Verbs by which somebody speaks, in their base form. The statements room has the fine classes; this tells who acts.
SPEAKING = word_set(
    """say tell state add note announce declare claim allege assert insist argue explain deny confirm admit acknowledge
    warn threaten vow pledge promise urge demand ask call accuse blame condemn denounce reject refuse report write
    tweet post stress emphasise emphasize reiterate respond reply comment propose offer suggest describe predict
    believe think hope want agree disagree speak declare order maintain contend concede caution complain recall
    reveal testify criticise criticize find conclude express regret mention estimate remind insist welcome"""
)
#: Verbs whose object is somebody held to act.
ADDRESSING = word_set(
    """accuse blame urge warn tell ask condemn denounce criticise criticize call press pressure persuade convince force
    compel thank praise threaten order help support back arm deter punish sanction recognise recognize trust provoke
    fault implicate suspect charge chide rebuke support defy oblige allow let"""
)
