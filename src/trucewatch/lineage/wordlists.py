"""General word lists of lineage: common words, and the cues by which a changed word is classed.

Own compilation from grammar, for English, Ukrainian and Russian. Never names a person, place, outlet or party.
"""

from __future__ import annotations


def _in_order(*lines: str) -> tuple[str, ...]:
    return tuple(" ".join(lines).split())


def _words(*lines: str) -> frozenset[str]:
    return frozenset(_in_order(*lines))


#: Function words and the verbs of reporting: found in most reports, so they cannot tell one from another.
COMMON_WORDS = _words(
    "the and that this these those with from for but not are was were been being have has had having his her hers him",
    "she they them their theirs its our ours your yours who whom whose which what when where why how all any both each",
    "few more most other others some such only own same than then too very can could will would shall should may might",
    "must does did done doing about above after again against among around because before below between during down",
    "into off once onto out over through throughout under until upon while within without also although another",
    "anyone anything back became become becomes began begin better came come comes coming despite either else ever",
    "every everyone everything far first found gave get gets getting give given gives giving goes going gone good got",
    "great here hers himself herself itself however instead just keep kept knew know known last later least less let",
    "like likely little long look looking made make makes making many maybe mean means much near need needs never new",
    "next nor nothing now often one ones part per perhaps put quite rather really recent recently said saw say saying",
    "says second see seem seemed seems seen set several since someone something soon still take taken takes taking",
    "tell think thought three thing things though thus together told took toward towards try turn two use used",
    "uses using want wanted wants way ways well went whether work yet you year years day days week weeks month months",
    "time times people man men woman women report reported reports reporting according statement stated",
    "announced added it's don't didn't doesn't isn't wasn't aren't weren't can't couldn't won't wouldn't he's",
    "she's they're",
    "we're you're that's there's there",
    "aby але або адже без більше буде були було бути вже від він вона вони воно все всі того той тому тут цей це ця ці",
    "цього чому чого щоб яка яке які який якщо його її їх йому для для коли лише ми мене мій над нам нас наш немає ніж",
    "нього під після при про раз разом свій свої себе так також там таке такий теж тим тих тільки хоча через сказав",
    "заявив повідомив повідомили каже був була й за та що як",
    "без более будет были было быть ваш вас весь вот все всего всех где даже для его если есть еще ещё как какой когда",
    "кто лишь меня между мне много может можно мой надо нам нас наш него нее неё нет них она они оно перед под после",
    "потом потому почти при про раз сам свой себя сейчас также такой там тем того тоже только том тот уже хотя чего",
    "чем через что чтобы эти это этого этой этом этот сказал заявил сообщил сообщили говорит был была",
)

NEGATIONS = _words(
    "not no never none nobody nothing neither nor without cannot can't couldn't won't wouldn't don't didn't doesn't",
    "isn't wasn't aren't weren't hasn't haven't hadn't shouldn't deny denies denied denying refuse refused refuses",
    "rejecting rejected rejects reject fail failed fails failing absence hardly scarcely unable",
    "не ні ніколи немає без жоден жодна нет никогда",
)

HEDGES = _words(
    "may might could possible possibly potential potentially probably perhaps reportedly allegedly alleged apparent",
    "apparently likely unlikely suspected suspects believed thought seems seem seemed appears appeared appear",
    "unclear unconfirmed purported purportedly expected presumably",
    "можливо ймовірно нібито начебто вероятно возможно якобы",
)

#: Hedges only before a number: "about 30", not "about the war"; "at least nine", "more than 30", "up to 5,000".
APPROXIMATIONS = _words(
    "about around approximately roughly nearly almost some least most than up over many",
    "близько майже примерно около почти",
)

#: "One" after these stands for somebody: "no one", "the one".
NOT_A_NUMBER_AFTER = _words("no any some every each the this that which another only")

ATTRIBUTIONS = _words(
    "said says say saying stated states state stating told tells claimed claims claim claiming asserted asserts argued",
    "according reported reports announced added noted notes insisted alleged accused accuses accusing confirmed denied",
    "warned declared mentioned believes believed expressed emphasize emphasized emphasise emphasised read reads",
    "acknowledged admitted maintained suggested remarked commented explained stressed insists insist insisting adds",
    "adding warns warn warning declares declare notes argues argue confirms confirm announces announce alleges allege",
    "acknowledges admits maintains suggests explains stresses denies asserting replied testified wrote accuse",
    "сказав сказала заявив заявила повідомив повідомила сказал сказала заявил заявила сообщил сообщила",
)

#: Verbs beside which the nearest name is the one who speaks.
SPEECH_VERBS = _words(
    "said says told stated asserted claimed insisted added announced declared warned argued noted explained remarked",
    "commented stressed wrote tweeted posted replied answered testified confirmed denied",
    "сказав сказала заявив заявила повідомив повідомила сказал сказала заявил заявила сообщил сообщила",
)

#: Offices of persons: "the president" names nobody; "the army's spokesman, X" says whose X is.
OFFICES = _words(
    "president minister secretary spokesman spokeswoman spokesperson representative official officer chief head leader",
    "general colonel major captain admiral commander governor mayor director ambassador envoy prime vice deputy",
    "premier chancellor senator congressman congresswoman judge prosecutor chairman chairwoman chair professor analyst",
    "editor президент міністр министр речник речниця спикер представитель представник голова глава генерал посол",
)

#: Bodies that speak through persons: "the ministry said" and "its spokesman said" are no two speakers.
BODIES = _words(
    "ministry department office army military navy government council agency police parliament court committee",
    "commission party union forces force staff command group statement report news press times post house authority",
    "administration service mission embassy organisation organization association institute university company",
    "міністерство министерство армія армия уряд правительство рада совет поліція полиция штаб служба",
)

PRONOUNS = _words("i he she it they we you who which that вона він вони он она они")

#: Small words that stand within a name.
NAME_LINKS = _words("of the for and de la von van al el bin ibn da di du le den der")

#: Words after which a subject that follows its verb is over: "said X in Y".
SUBJECT_ENDS = _words("in at on to with from during after before as when while because by about via")

#: What stands between a subject and its verb, besides words in -ly.
BEFORE_VERBS = _words("also later then has had have")

#: From nought on, and from twenty on by tens.
SMALL_NUMBERS = _in_order(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen",
    "eighteen nineteen twenty",
)
TENS = _in_order("twenty thirty forty fifty sixty seventy eighty ninety")

ORDINALS = _in_order(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth",
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
)

MONTHS = _words("january february march april may june july august september october november december")
SHORT_MONTHS = {month[:3]: month for month in sorted(MONTHS)} | {"sept": "september"}

NUMBER_WORDS = _words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen",
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands",
    "million millions billion billions trillion dozen dozens half twice double triple",
)

DATE_WORDS = _words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august",
    "september october november december jan feb mar apr jun jul aug sept sep oct nov dec yesterday today tomorrow",
    "tonight overnight morning afternoon evening noon midnight week month year weekend",
)
