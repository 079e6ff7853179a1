"""Closed-class words of English and the suffixes that tell a word's class. Own compilation; decides nothing.

A word that can be two things ("that", "to", "since") stands under the reading news copy has it in most often; the
neighbour rules in ``tags`` know the other.
"""

from __future__ import annotations

from trucewatch.language.lexicon import word_set

DETERMINERS = word_set(
    """a an the this these those my your his her its our their every each either neither some any no another such both
    all whose whichever"""
)
POSSESSIVES = word_set("my your his her its our their whose")
PRONOUNS = word_set(
    """i me you he him she it we us they them mine yours hers ours theirs myself yourself himself herself itself
    ourselves yourselves themselves someone somebody something anyone anybody anything everyone everybody everything
    nobody nothing none oneself one's"""
)
SUBJECT_PRONOUNS = word_set("i he she it we you they who")
PREPOSITIONS = word_set(
    """of in on at by for from with into onto upon about above across after against along amid amidst among amongst
    around before behind below beneath beside besides between beyond despite down during except inside near off out
    outside over past per regarding respecting since through throughout toward towards under underneath until till
    unlike up versus via within without like as concerning following including than notwithstanding alongside atop"""
)
CONJUNCTIONS = word_set("and or but nor yet &")
SUBORDINATORS = word_set(
    """that if because while whereas who whom which what when where why how although though unless whether lest once
    whenever wherever whoever whatever provided"""
)
AUXILIARIES: dict[str, tuple[str, str]] = {
    "be": ("be", "base"), "am": ("be", "s"), "is": ("be", "s"), "are": ("be", "s"), "was": ("be", "past"),
    "were": ("be", "past"), "been": ("be", "en"), "being": ("be", "ing"), "'m": ("be", "s"), "'re": ("be", "s"),
    "have": ("have", "base"), "has": ("have", "s"), "had": ("have", "past"), "having": ("have", "ing"),
    "'ve": ("have", "base"), "do": ("do", "base"), "does": ("do", "s"), "did": ("do", "past"),
    "cannot": ("can", ""), "will": ("will", ""), "'ll": ("will", ""), "would": ("would", ""), "'d": ("would", ""),
    "can": ("can", ""),
    "ca": ("can", ""), "wo": ("will", ""), "could": ("could", ""), "may": ("may", ""), "might": ("might", ""),
    "shall": ("shall", ""), "should": ("should", ""), "must": ("must", ""), "ought": ("ought", ""),
}  # fmt: skip
MODALS = word_set("""cannot will would can ca wo could may might shall should must ought 'll 'd""")
ADVERBS = word_set(
    """not n't never also now then here there still already yet soon again too very just only even ever almost always
    often sometimes usually rather quite instead meanwhile however therefore thus hence perhaps maybe nevertheless
    nonetheless moreover furthermore otherwise together apart away back forward ago else twice later earlier so far
    abroad ahead alike anyway elsewhere everywhere hardly indeed nearby nowhere overnight overseas seldom somewhere
    somewhat today tomorrow tonight yesterday well roughly approximately least most more less much afterwards
    thereby altogether daily weekly monthly"""
)
PARTICLES = word_set("not n't")
NUMBER_WORDS = word_set(
    """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion
    trillion dozen"""
)
ADJECTIVES = word_set(
    """new previous old good bad big small large high low long short great little own other last next first second
    third many few several same different early late young political military foreign national international local
    public private key main major minor senior former current recent further possible likely unlikely future present
    strong weak strongest weakest fair real rare firm full whole entire civilian russian able unable ready due free safe
    peaceful joint limited broad wide deep close open clear hard heavy light dead alive joint top bottom right
    southern northern eastern western central so-called alleged apparent official unofficial chief deputy prime
    special general nuclear humanitarian diplomatic economic financial legal illegal social human certain sure
    important necessary responsible available common direct indirect final initial federal regional global more most
    less least unwilling willing hesitant hopeful aware afraid involved ongoing permanent temporary partial mutual
    bilateral pro-russian anti-government armed unarmed wounded injured missing unknown numerous various total mere
    overall severe serious critical massive huge tiny enormous deadly fierce intense constant frequent immediate
    swift slow quick rapid fast daily weekly monthly annual elderly male female residential unconditional effective
    ineffective credible acceptable unacceptable lasting fresh latest earlier later better worse best worst"""
)
NOUNS = word_set(
    """thing evening morning building meeting spring king ring string wing ceiling nothing housing clothing funding
    briefing hearing ruling rising uprising shelling bombing killing fighting mining warning training beginning
    feeling meaning offering opening peacekeeping crossing landing gathering understanding red bed need speed seed
    breed deed hundred sacred united nations news series species minutes politics forces troops goods means
    headquarters civilian civilians talks ally family party city country army enemy energy military policy security
    treaty ministry
    reply supply assembly company agency century body duty area people police person man woman child men women
    children president minister secretary spokesman spokeswoman spokesperson chief commander governor mayor
    government peace war deal truce agreement ceasefire cease-fire region village town facility oil gas power plant
    side week month year day hour minute time night afternoon state states leader official officials soldier
    soldiers prisoner prisoners statement term terms condition conditions border front line zone capital embassy
    house drone drones missile missiles rocket rockets artillery mortar mine mines weapon weapons ammunition gunfire
    interest number percent cent use lot kind sort part place way case fact issue reason result group member members
    sanction sanctions consensus basis crisis analysis business process access progress success congress address
    witness illness loss mass class glass press gas bus virus status campus census"""
)
#: Endings that make a word an adjective, a noun or an adverb where no list knows it.
ADJECTIVE_ENDINGS = (
    "ous",
    "ful",
    "ive",
    "able",
    "ible",
    "ial",
    "ical",
    "less",
    "ish",
    "ary",
    "ic",
    "al",
    "ian",
    "ese",
    "led",
    "based",
)

WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7,
    "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
#: Words in -ly that are no adverbs.
NOT_ADVERBS = word_set(
    """italy sicily july emily kelly molly sally beverly billy lily kimberly assembly family ally reply supply anomaly
    monopoly melancholy homily bully belly jelly"""
)
