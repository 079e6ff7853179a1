"""What a word could be, told by the word alone.

Decides the readings of one lower-case word from the closed classes, the verb table and its ending. Which reading holds
where it stands is for ``tags``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from trucewatch.language import words
from trucewatch.language.lexicon import word_set
from trucewatch.language.model import Tag
from trucewatch.language.verbs import guess_verb, read_verb

#: Verbs that are nouns as readily. Own compilation; a listed verb that is not here is a verb wherever it may be one.
NOUN_VERBS = word_set(
    """abuse access account act address advance aid aim air alarm alert ally ambush amount annex answer appeal approach
    arm arrest assault assist attack attempt attribute author award back balance ban bar bargain base battle benefit
    bet bid blame blast blaze block blockade blow board bomb boost border bottle boycott brand breach break brief
    broadcast broker brush burden burn burst buy bypass call calm camp campaign capture care case cast catch cause
    caution challenge chance change chant charge chase check claim clash climb close co-host collapse combat comfort
    command comment commission compact compromise concern conduct conflict conscript consent contact contest
    contract contrast
    control convict cook cost couple cover crack crash crossing crowd curb cut damage dare dash deal debate decline
    decrease
    decree deed default defeat defect delay delegate demand deposit design desire detail detain dig direct discharge
    discount display dispute distance document doubt down draft drag draw dream dress drift drill drive drone drop
    ease echo effect embrace end escape escort estimate exchange exercise exhaust exit experience exploit export
    express extract eye face fall fault favor favour fear feature feed field fight figure file film final finance
    finish fire fix flag flare flash flight flood flow focus force forecast form front fuel function fund gain
    gamble gather gauge grab grant ground group guarantee guard guess guide halt hand handle harm haste hate head
    heap heat help highlight hint hit hold honor honour hope host house hunt impact import increase influence
    initial insult intercept interest interview issue jail judge jump kick kidnap kill knock label lack land lapse
    last laugh launch lead leak lean level lie lift light limit line link list load loan lock loot loss love lure
    man mandate march mark mask mass match matter measure mention merit mind mine minute mistake model monitor move
    murder name need neglect network nod note notice object offer open order outline outrage overhaul pace pack pact
    parade pardon park part pass patrol pause pay peace phone photograph pick piece pilot place plan plant play plea
    pledge plot plunge point poll portray pose position post pound power praise present press pressure print probe
    proceed process produce profile profit program progress project promise prompt protest prove pull purchase purge
    pursue push question quiz quote raid rail raise rally range rank rate reach reason rebel rebound rebuke recall
    record recruit reform refund refuse regard regret reign release remark repair repeat reply report request rescue
    research reserve resort respect respond rest result retreat return revenge reverse review revolt reward rise
    risk rival rock role roll root round rout rule rumor run rupture rush sabotage safeguard salute sanction scale
    scandal scare schedule scheme score scorn scout scream screen seal search seat second sense sentence separate set
    shake shape share shell shelter shepherd shield shift shock shoot shot shout show shun side sign signal silence
    site slap
    sleep slide slip smoke soldier sort sound spare spark speed spell split sponsor spot spread spring spur spy stab
    staff stage stake stall stamp stance stand standard standoff standstill star start state station stay steer stem
    step stick stop storm strain strand stream stress stretch strike strip strive struggle study subject supply
    support surge surprise surrender survey suspect swap sweep swing switch talk target task taste tax telephone
    tell term test thank threat tie time toll top torment torture toss total touch tour trace track trade traffic
    trail train transfer transit transport trap travel treat trek trial trick trigger trip trouble trust try turn
    twist update upgrade upset urge use value veto view violate visit voice volunteer vote vow wage wait wake walk
    war warrant wash waste watch water wave weapon welcome whip win wish witness wonder word work worry wound wrap
    yield"""
)
_IRREGULAR_PLURALS = {
    "men": "man", "women": "woman", "children": "child", "people": "people", "spokesmen": "spokesman",
    "spokeswomen": "spokeswoman", "servicemen": "serviceman", "gunmen": "gunman", "fishermen": "fisherman",
    "policemen": "policeman", "lives": "life", "wives": "wife", "knives": "knife", "halves": "half", "feet": "foot",
    "forces": "force", "headquarters": "headquarters", "crises": "crisis", "bases": "base", "media": "media",
    "casualties": "casualty", "lawmen": "lawman", "congressmen": "congressman", "aircraft": "aircraft",
    "chiefs": "chief", "thieves": "thief", "leaves": "leave", "themselves": "themselves", "has": "have",
    "series": "series",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """What one word could be. ``tag`` is what it is where nothing around it says otherwise.

    ``verb`` is the base of its verb reading or "", ``forms`` the forms it can be; ``is_noun`` and ``is_adjective``
    say whether those readings are open beside a verb's.
    """

    tag: Tag
    lemma: str
    verb: str = ""
    forms: tuple[str, ...] = ()
    is_noun: bool = False
    is_adjective: bool = False
    is_known: bool = True  # in a list, not told by its ending


_CLOSED: tuple[tuple[frozenset[str], Tag], ...] = (
    (words.PARTICLES, Tag.PARTICLE),
    (words.DETERMINERS, Tag.DETERMINER),
    (words.PRONOUNS, Tag.PRONOUN),
    (words.CONJUNCTIONS, Tag.CONJUNCTION),
    (words.SUBORDINATORS, Tag.SUBORDINATOR),
    (words.NUMBER_WORDS, Tag.NUMBER),
)


@lru_cache(maxsize=1 << 13)  # some 2 MB; the words of a few hundred reports
def read_word(word: str) -> Reading:
    """The readings of one word. ``word`` is in lower case with plain apostrophes."""
    if word in words.AUXILIARIES:
        base, form = words.AUXILIARIES[word]
        return Reading(Tag.AUX, base, base, (form,))
    for members, tag in _CLOSED:
        if word in members:
            return Reading(tag, word)
    if word == "to":
        return Reading(Tag.PREPOSITION, word)
    return _read_open(word)


def _read_open(word: str) -> Reading:
    verb = read_verb(word)
    adjective = word in words.ADJECTIVES
    noun = word in words.NOUNS or singular(word) in words.NOUNS
    if word in words.PREPOSITIONS and not noun:
        return Reading(Tag.PREPOSITION, word, *(verb or ("", ())))
    if word in words.ADVERBS and verb is None:
        return Reading(Tag.ADVERB, word, is_adjective=adjective)
    if verb is not None:
        base, forms = verb
        bare = "base" in forms or "s" in forms
        noun = noun or (base in NOUN_VERBS and bare)
        tag = Tag.ADJECTIVE if adjective else Tag.NOUN if word in words.NOUNS else Tag.VERB
        return Reading(tag, base, base, forms, is_noun=noun, is_adjective=adjective or "en" in forms or "ing" in forms)
    if noun:
        return Reading(Tag.NOUN, singular(word), is_noun=True, is_adjective=adjective)
    if adjective:
        return Reading(Tag.ADJECTIVE, word, is_adjective=True)
    return _read_by_ending(word)


def _read_by_ending(word: str) -> Reading:
    if word.endswith("ly") and len(word) > 4 and word not in words.NOT_ADVERBS:
        return Reading(Tag.ADVERB, word)
    if word.endswith(words.ADJECTIVE_ENDINGS) and len(word) > 4 and (guess_verb(word) is None or "-" in word):
        return Reading(Tag.ADJECTIVE, word, is_noun=True, is_adjective=True, is_known=False)
    guess = guess_verb(word)
    if guess is not None and "-" not in word:
        return Reading(Tag.VERB, guess[0], guess[0], guess[1], is_noun=True, is_adjective=True, is_known=False)
    if word.endswith(("ise", "ize", "ify", "ate")) and len(word) > 5:
        return Reading(Tag.NOUN, word, word, ("base",), is_noun=True, is_adjective=True, is_known=False)
    if "-" in word and word.endswith(("ed", "ing")):
        return Reading(Tag.ADJECTIVE, word, is_adjective=True, is_known=False)
    is_adjective = word[:1].isdigit() or ("-" in word and not word.endswith("s"))
    return Reading(Tag.NOUN, singular(word), is_noun=True, is_adjective=is_adjective, is_known=False)


def singular(word: str) -> str:
    """The singular of a noun as spelling tells it."""
    if word in _IRREGULAR_PLURALS:
        return _IRREGULAR_PLURALS[word]
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "zes")):
        return word[:-2]
    return word[:-1]
