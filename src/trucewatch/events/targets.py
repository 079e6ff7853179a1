"""What was hit: classes of target, and whether a phrase names something that can be hit at all.

Decides the class of a phrase from its words, the last word weighing most. Own compilation of nouns; names no place.
"""

from __future__ import annotations

from functools import cache

from trucewatch.language.lexicon import word_set

#: Two-word and longer expressions first, then single nouns; a phrase takes the class of its last expression.
_CLASSES: dict[str, str] = {
    "prisoners of war": """prisoner of war|prisoners of war|pow|pows|war prisoners|captive soldiers|captured soldiers
            captured troops|surrendering soldiers|surrendering troops|surrendered soldiers
            surrendered troops|unarmed soldiers|captured fighters|surrendering fighters|captured servicemen
            surrendering servicemen|prisoners|prisoner|captives|captive|detainees|detainee""",
    "peacekeepers": """peacekeeper|peacekeepers|peacekeeping base|peacekeeping patrol|peacekeeping position
            peacekeeping positions|blue helmets|un patrol|un position|un convoy|observers|monitors
            observer post|monitoring post|monitoring mission|observation mission""",
    "humanitarian": """aid convoy|aid convoys|aid worker|aid workers|humanitarian convoy|humanitarian workers|aid truck
            aid trucks|relief convoy|relief workers|food distribution|aid distribution|humanitarian aid
            aid group|aid warehouse|aid shipment|humanitarian corridor|evacuation convoy|evacuation bus
            aid vessel|aid ship|aid flotilla|food warehouse""",
    "hospital": """hospital|hospitals|clinic|clinics|maternity ward|maternity hospital|medical centre
            medical center|health centre|health center|health facility|health facilities|medical facility
            medical facilities|ambulance|ambulances|medics|medic|paramedics|paramedic|doctors|doctor|nurses
            medical workers|medical team|field hospital""",
    "energy": """power plant|power plants|power station|power stations|power line|power lines|power grid
            power facility|power facilities|power infrastructure|energy facility|energy facilities
            energy infrastructure|energy site|energy sites|energy system|energy grid|energy installation
            energy installations|energy assets|oil facility|oil facilities|oil depot|oil depots|oil refinery
            oil refineries|oil terminal|oil pipeline|oil tank|oil tanks|oil field|oil installation
            storage tank|storage tanks|fuel depot|fuel depots|fuel tank|fuel tanks|fuel storage|gas pipeline
            gas facility
            gas facilities|gas infrastructure|gas station|gas metering station|metering station
            pumping station|compressor station|gas field|gas plant|pipeline|pipelines|refinery|refineries
            substation|substations|transformer|transformers|electricity grid|electricity network
            electrical substation|nuclear plant|nuclear power plant|nuclear power station
            thermal power plant|hydroelectric plant|hydroelectric dam|power supply|grid|boiler house
            heating plant|electricity infrastructure|electricity facilities|solar plant|wind farm|coal mine
            energy targets""",
    "residential": """house|houses|home|homes|apartment|apartments|apartment block|apartment blocks|apartment building
            apartment buildings|flat|flats|tower block|residential building|residential buildings
            residential area|residential areas|residential district|residential quarter
            residential neighborhood|neighborhood|neighbourhood|neighborhoods|neighbourhoods|dormitory
            dormitories|high-rise|housing estate|refugee camp|settlement|settlements|tents|shelter|shelters
            barn|barns|shed|sheds|hut|huts|tent|farmhouse|farmhouses|village|villages|town|towns|city|cities|suburb
            suburbs|building|buildings|block of flats|camp
            dwelling|dwellings|hamlet""",
    "port": """port|ports|harbour|harbor|port facility|port facilities|port infrastructure|seaport|dock|docks
            pier|quay|grain terminal|grain silo|grain silos|container terminal|port city""",
    "shipping": """ship|ships|vessel|vessels|tanker|tankers|oil tanker|oil tankers|freighter|cargo ship|cargo ships
            cargo vessel|bulk carrier|container ship|merchant ship|merchant vessel|merchant ships|ferry
            ferries|fishing boat|fishing boats|boat|boats|trawler|barge|shipping|dhow""",
    "transport": """bridge|bridges|railway|railways|railway line|railway station|train|trains|train station
            rail line|rail network|rail infrastructure|road|roads|highway|bus|buses|bus station|minibus
            airport|airports|tunnel|locomotive|car|cars|lorry|lorries|van|vans|taxi|motorcycle|bus stop|bus station
            tractor|tractors
            ambulance convoy|truck|trucks|vehicle|vehicles|checkpoint crossing
            crossing|border crossing|tram|metro station|ambulance train|airliner|passenger plane""",
    "military": """troops|soldiers|soldier|servicemen|serviceman|fighters|fighter|militants|militant|rebels|rebel
            insurgents|insurgent|guerrillas|guerrilla|gunmen|gunman|militiamen|militia|militias|base|bases
            military base|naval base|airbase|air base|airfield|airfields|barracks|garrison|position
            positions|military positions|army positions|outpost|outposts|post|posts|military post|checkpoint
            checkpoints|command post|headquarters|ammunition depot|arms depot|weapons depot|munitions depot
            ammunition dump|arsenal|depot|depots|tank|tanks|armoured vehicle|armored vehicle
            armoured vehicles|armored vehicles|military convoy|army convoy|convoy|patrol|patrols|army patrol
            trench|trenches|dugout|bunker|bunkers|warship|warships|frigate|corvette|submarine|patrol boat
            military site|military sites|military target|military targets|military facility
            military facilities|military installation|launcher|launchers|radar|radars|air defence
            air defense|air defence system|air defense system|police|police station|police officers
            police officer|policemen|policeman|officer|officers|commander|commanders|army|forces|marines
            paratroopers|brigade|battalion|regiment|unit|units|weapons cache|stronghold|strongholds|jet|jets
            fighter jet|helicopter|warplane|howitzer|howitzers|rocket launcher|general|colonel|lieutenant
            captain|sergeant|major|guards|guard|artillery position|artillery positions|troop positions
            conscript|conscripts|recruit|recruits|armies|attackers|attacker|assailants|assailant|sniper|snipers
            gunner|gunners|cadet|cadets|trooper|troopers|commando|commandos|bodyguard|bodyguards|reservists
            bandits|bandit|kidnappers|captors|mutineers|raiders|corporal|pilot|pilots|jihadists|separatists|combatants|mercenaries
            border guard|border guards|coastguard|gendarmes|gendarme|sentry|sentries|brigadier|crewmen
            personnel|front line|lines|camp of fighters|general staff|drone factory
            arms factory|weapons factory|military factory|plant producing drones""",
    "civilians": """civilian|civilians|people|person|member|members|staff|resident|residents|villager|villagers
            child|children|woman
            women|man|men|family|families|girl|girls|boy|boys|passenger|passengers|worker|workers|journalist
            journalists|reporter|reporters|refugee|refugees|student|students|pupils|teacher|teachers
            teenager|teenagers|farmer|farmers|peasant|peasants|bystander|bystanders|passers-by|shoppers
            worshippers|protester|protesters|demonstrators|demonstrator|mourners|citizens|citizen
            inhabitants|displaced people|patients|patient|elderly|couple|baby|mother|father|son|daughter
            priest|priests|nun|nuns|activist|activists|politician|mayor|judge|lawmaker|aid recipients
            victims|victim|supporters|loyalists|followers|hostages|hostage|tourists|tourist|fishermen|shepherd
            shepherds|driver|drivers
            youth|youths|settlers|settler|watchman|watchmen|vendor|vendors|shopkeeper|shopkeepers|trader|traders|herder|herders|herdsman
            herdsmen|shepherds|goatherd|goatherds|schoolgirl|schoolgirls|schoolboy|schoolboys|pupil|infant
            infants|toddler|toddlers|grandmother|grandfather|brother|brothers|sister|sisters|wife|husband
            pensioner|pensioners|commuter|commuters|motorist|motorists|cyclist|monk|monks|imam|imams|bishop
            cleric|clerics|lawyer|lawyers|engineer|engineers|miner|miners|labourer|labourers|labourers|elder
            elders|ally|householders|colleague|colleagues|mate|mates|survivors|skipper|sailor|sailors
            crewman|hunter|hunters|pilgrim|pilgrims|candidate|candidates|minister|ministers|governor
            councillor|councillors|diplomat|diplomats|ambassador|official|officials|employee|employees
            spectators|customers|customer|merchant|merchants|cook|clerk|clerks|sexton|interpreter
            crowd|crowds|nationals|firefighters|rescuers|rescue workers|emergency workers|migrants""",
    "other infrastructure": """station|stations|stall|stalls|kiosk|kiosks|customs post|customs office|customs shed
            post office
            mill|mills|clubhouse|storehouse|storehouses|school|schools|kindergarten|kindergartens|university|dam
            dams|dyke|reservoir|market
            markets
            shopping centre|shopping center|shopping mall|mall|supermarket|church|churches|mosque|mosques
            temple|monastery|cathedral|synagogue|factory|factories|works|silo|silos|plant|plants|warehouse|warehouses
            infrastructure|civilian infrastructure|critical infrastructure|water supply|water pipeline
            water plant|pumping plant|television tower|tv tower|radio tower|office|offices|shop|shops|hotel
            hotels|restaurant|cafe|theatre|theater|museum|library|prison|jail|detention centre
            detention center|courthouse|embassy|consulate|ministry building|government building
            administration building|palace|farm|farms|crops|fields|granary|bakery|communications tower|mast
            cable|cables|telecommunications|facility|facilities|site|sites|targets|target|stadium|court
            parliament|square|playground|cemetery|grain|equipment|property|bank|banks|complex|compound|area
            areas|territory|region|monument|wall|fence|border fence|well|wells|tower|towers|installation
            installations|district|districts|hangar|workshop|enterprise""",
}

_LONGEST = 4

#: Heads that make the verb before them a figure of speech: "struck a deal", "killed the bill", "seized the chance".
FIGURATIVE = word_set(
    """deal deals balance chord tone note agreement agreements bargain headline headlines nerve snag record high low
    highs lows bill bills plan plans policy policies strategy idea ideas hope hopes chance opportunity initiative
    imagination attention mood moment spirit essence market share vote votes seat seats title medal gold silver
    bronze goal goals target inflation poverty corruption crime unemployment problem problems issue issues mark
    milestone peak roof wall brakes streets road polls ball target deadline news screens stage conversation debate
    proposal proposals reputation image credibility career order orders orders' order's contract contracts will
    manoeuvre maneuver search warrant duty duties command programme program project turn economy budget taxes tax
    rates currency pay wages growth sales profits prices confidence morale relations ties trust talks negotiations
    peace process system record's story interview interest crown prize time cost costs sanctions tariffs claims
    claim argument narrative ruling decision amendment law laws legislation critics criticism speech remarks
    cylinders comment comments government's compromise pose poses fear fears ambitions momentum understanding bottom
    rock
    snags difficulties trouble obstacle obstacles number numbers level levels chaos trade exports imports disease
    cancer virus waves funds assets account accounts money power"""
)


@cache
def _table() -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for name, phrases in _CLASSES.items():
        for phrase in phrases.replace("\n", "|").split("|"):
            if words := tuple(phrase.split()):
                found.setdefault(words, name)
    return found


def classify(words: tuple[str, ...]) -> str:
    """The target class of a phrase, or "". The expression nearest its end decides; longer ones before shorter."""
    table = _table()
    for end in range(len(words), max(0, len(words) - 8), -1):
        for length in range(min(_LONGEST, end), 0, -1):
            found = table.get(words[end - length : end])
            if found:
                return _by_modifier(found, words[: end - length])
    return ""


_SURRENDER = word_set("surrendering surrendered captured captive disarmed imprisoned unarmed")


def _by_modifier(found: str, before: tuple[str, ...]) -> str:
    """Soldiers who have given themselves up are prisoners of war; anybody called civilian is a civilian."""
    if found == "military" and _SURRENDER.intersection(before):
        return "prisoners of war"
    if found in {"residential", "other infrastructure"} and "military" in before:
        return "military"
    return found


HUMAN = frozenset({"prisoners of war", "peacekeepers", "civilians"})
#: What can be destroyed or damaged, and is nobody.
WRECKABLE = frozenset(
    {"energy", "hospital", "residential", "port", "shipping", "transport", "other infrastructure", "humanitarian"}
)


#: Nouns in -er, -or and -ee that name things, or nobody in particular.
_NO_PERSONS = word_set(
    """river water power paper border order number letter quarter shelter tower centre center tanker trawler freighter
    bomber launcher carrier cruiser destroyer charter chapter theatre corner winter summer december october november
    september disaster computer tractor reactor sector factor motor corridor tremor terror error horror mirror
    visor transformer silver copper timber rubber trailer boiler cover power-sharing matter tender summer offer
    answer committee fee coffee tree refinery container matter register barrier harbour helicopter chamber layer
    danger anger hunger finger flower shower newspaper poster counter cylinder ladder door floor interior ceasefire
    poor major minor senior junior prior proper former other another either neither further rather never however"""
)
_PERSON_ENDINGS = ("man", "men", "woman", "women", "er", "ers", "or", "ors", "ist", "ists", "ee", "ees", "eer", "eers")


def is_person_noun(word: str) -> bool:
    """Whether the word's ending says that it names people: "watchman", "herders", "organist"."""
    return len(word) > 4 and word.endswith(_PERSON_ENDINGS) and not {word, word.removesuffix("s")} & _NO_PERSONS


def is_figurative(head: str) -> bool:
    """Whether the head of an object makes a violent verb a figure of speech."""
    return head in FIGURATIVE and not _table().get((head,))
