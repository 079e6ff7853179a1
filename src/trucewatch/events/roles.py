"""Who does what to whom: the subject, object and by-phrase of a verb; the owner and the object of a noun.

Decides grammatical roles from word order alone, in windows of fixed size. Never decides what an event is.
"""

from __future__ import annotations

from trucewatch.events.phrases import COUNTING, HEADS, POSSESSIVE, Phrase, phrase_ending, phrase_starting
from trucewatch.events.view import Sentence
from trucewatch.language.lexicon import word_set
from trucewatch.language.model import Tag, Token

BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "am", "'re", "'m", "get", "gets", "got", "getting"})
HAVE = frozenset({"have", "has", "had", "having", "'ve"})
_FILLER_TAGS = frozenset({Tag.AUX, Tag.ADVERB, Tag.PARTICLE})
_RELATIVE = frozenset({"who", "which", "that"})
_CARRIES_AGENT = frozenset({"of", "from", "for"})  # "accused A of shelling", "stopped A from shelling"
_AGENT_ABOVE = frozenset(
    {"by", "after", "before", "while", "when", "in", "without", "despite", "with", "to", "as", "and", "or", ","}
)
#: Nouns before "of …ing" that are not its agent.
_ABSTRACT = word_set(
    """claim claims allegation allegations accusation accusations report reports charge charges responsibility
    suspicion suspicions risk risks threat threats way ways possibility prospect campaign policy history practice
    aim goal purpose fear fears consequence evidence footage video videos images wave crime crimes act acts idea
    hope hopes intention danger"""
)
_HEAD_PREPOSITIONS = word_set(
    """of in on at from with near for to against around outside inside between under over into across within along
    off by including"""
)
_TELLS_WHOSE = frozenset({"with", "from", "of"})  # "soldiers with Aran insignia": the attachment tells whose they are
_INTRANSITIVE = frozenset(
    {"clashed", "rioted", "exploded", "fought", "skirmished", "rallied", "marched", "protested", "demonstrated"}
)
_SAYING = frozenset(
    {"say", "says", "said", "believe", "believes", "believed", "think", "allege", "alleges", "claim", "claims"}
)
#: Words between a verb and its subject that are neither: "is due to meet", "allegedly did not fire".
_PASSED = frozenset({"due", "set", "likely", "unlikely", "scheduled"} | {"to", "not", "n't", "also", "never"})
_DOUBTING = frozenset({"allegedly", "reportedly"})
_SKIPPED = _PASSED | _DOUBTING | {"itself", "themselves", "himself", "herself"}  # "had itself come under fire"
_USING = word_set(
    """use uses used using employ employs employed employing deploy deploys deployed deploying send sends sent sending
    launch launches launched launching fly flew flown flying"""
)
_HELD_TO_BE = frozenset({"reported", "feared", "confirmed", "believed", "presumed", "reportedly"})
_MOST_DEEP = 4
_FAR = 40
_OPENS_CLAUSE = frozenset({"after", "before", "since", "until", "till", "as", "than", "with"})


def _is_filler(token: Token) -> bool:
    return token.tag in _FILLER_TAGS or token.lower in _SKIPPED


def find_subject(sentence: Sentence, at: int, depth: int = 0) -> Phrase | None:
    """The phrase that the verb at ``at`` is said of, or None."""
    tokens, before = sentence.tokens, at - 1
    while before >= 0 and (_is_filler(tokens[before]) or (before in sentence.timed and tokens[before].lower != ",")):
        before -= 1
    if before < 0 or depth > _MOST_DEEP:
        return None
    if tokens[before].tag is Tag.VERB and tokens[before].lower not in POSSESSIVE:
        above = find_subject(sentence, before, depth + 1)
        is_gap = tokens[before].lower in _SAYING and tokens[at].form in {"past", "s"} and above is not None
        return _antecedent_of_gap(sentence, above) if is_gap and above is not None else above
    word, tag = tokens[before].lower, tokens[before].tag
    found = _beside(sentence, at, before)
    if found is not None or word in _RELATIVE:
        # a "who" without antecedent asks: nobody is named
        return _user_of(sentence, at, found, depth)
    if word in _CARRIES_AGENT and tokens[at].form == "ing":
        return _carried(sentence, before, depth)
    if word in _AGENT_ABOVE or tag in {Tag.CONJUNCTION, Tag.SUBORDINATOR, Tag.QUOTE}:
        return _from_verb_above(sentence, before, depth)
    return None


def _is_bare_participle(sentence: Sentence, at: int, before: int) -> bool:
    """Whether a participle stands right behind a noun of an "of" phrase, and so tells more of that noun."""
    tokens = sentence.tokens
    if before != at - 1 or tokens[at].form != "en" or tokens[before].tag is not Tag.NOUN:
        return False
    phrase = phrase_ending(sentence, before)
    return phrase is not None and sentence.lowers(phrase.start - 1, phrase.start) == ("of",)


def _user_of(sentence: Sentence, at: int, found: Phrase | None, depth: int) -> Phrase | None:
    """Whoever uses what stands before the verb to do it: in "used drones to strike", not the drones."""
    if found is None or not found.start or sentence.tokens[at - 1].lower != "to":
        return found
    verb = sentence.tokens[found.start - 1]
    is_used = verb.tag is Tag.VERB and verb.lower in _USING
    return find_subject(sentence, found.start - 1, depth + 1) if is_used else found


def _antecedent_of_gap(sentence: Sentence, speaker: Phrase) -> Phrase | None:
    """Who did what somebody says they did: in "a group that A says kidnapped them", the group; never A."""
    relative = speaker.start - 1
    if relative < 0 or sentence.tokens[relative].lower not in _RELATIVE:
        return None
    return _antecedent(sentence, relative)


def _beside(sentence: Sentence, at: int, before: int) -> Phrase | None:
    """The subject where it stands right before the verb: a phrase, an antecedent, or past an aside."""
    word = sentence.tokens[before].lower
    if word in _RELATIVE:
        return _antecedent(sentence, before)
    if _is_bare_participle(sentence, at, before):
        return phrase_ending(sentence, before)  # "the sons of a fisherman killed at sea"
    if word in {",", "—", "–"}:
        return _before_aside(sentence, before) if sentence.tokens[at].form != "ing" else None
    return _nominal_subject(sentence, before)


def _antecedent(sentence: Sentence, relative: int) -> Phrase | None:
    last = relative - 1
    while last >= 0 and sentence.tokens[last].lower in {",", "—", "–", "-", "of"}:
        last -= 1
    return _nominal_subject(sentence, last)


def _carried(sentence: Sentence, preposition: int, depth: int) -> Phrase | None:
    """The agent of "…ing" after "of", "from" or "for": what stands before the preposition, unless that is abstract."""
    before = preposition - 1
    while before > 0 and (before in sentence.timed or sentence.tokens[before].lower in {"on", "last"}):
        before -= 1
    phrase = phrase_ending(sentence, before)
    if phrase is None:
        return _from_verb_above(sentence, preposition, depth)
    if sentence.tokens[phrase.head].lower in _ABSTRACT:
        return None
    return phrase


def _from_verb_above(sentence: Sentence, before: int, depth: int) -> Phrase | None:
    """The subject of the nearest verb to the left."""
    for above in range(before - 1, max(-1, before - _FAR), -1):
        token = sentence.tokens[above]
        if token.lower in {";", ":"}:
            return None
        is_noun = above > 0 and sentence.tokens[above - 1].tag is Tag.DETERMINER  # "broke the accord by attacking"
        if token.tag is Tag.VERB and token.form and above not in sentence.timed and not is_noun:
            return find_subject(sentence, above, depth + 1)
    return None


def _before_aside(sentence: Sentence, comma: int) -> Phrase | None:
    """The subject that an aside between commas parts from its verb: "the army, which denied it, shelled"."""
    for opening in range(comma - 2, max(0, comma - _FAR), -1):
        if sentence.tokens[opening].lower in {",", "—", "–"}:
            following = sentence.tokens[opening + 1]
            is_aside = following.tag in {Tag.SUBORDINATOR, Tag.DETERMINER, Tag.PREPOSITION} or following.form in {
                "ing",
                "en",
            }
            if is_aside:
                return _nominal_subject(sentence, opening - 1)
    return None


def _nominal_subject(sentence: Sentence, last: int) -> Phrase | None:
    """The phrase ending at ``last``, or the one it is attached to by prepositions ("soldiers with Aran insignia")."""
    whole: int | None = None
    for _ in range(_MOST_DEEP):
        while last > 0 and sentence.tokens[last].tag is Tag.QUOTE:
            last -= 1
        phrase = phrase_ending(sentence, last)
        if phrase is None:
            return None
        at = phrase.start - 1
        while at > 0 and sentence.tokens[at].tag is Tag.QUOTE:
            at -= 1
        if at > 0 and sentence.tokens[at].lower == "of" and sentence.tokens[at - 1].lower in COUNTING:
            whole_of = phrase_ending(sentence, at - 1)
            return Phrase(whole_of.start if whole_of is not None else at - 1, whole or phrase.end, phrase.head)
        if (
            at > 0
            and sentence.tokens[at].lower in _HEAD_PREPOSITIONS
            and sentence.tokens[at - 1].tag in HEADS | {Tag.PRONOUN}
        ):
            whole = whole or (phrase.end if sentence.tokens[at].lower in _TELLS_WHOSE else None)
            last = at - 1
            continue
        if at > 1 and _is_reduced_relative(sentence, at):
            last = at - 2
            continue
        if at > 0 and _is_carrying(sentence, at):
            last = at - 1
            continue
        if at >= 0 and sentence.tokens[at].tag is Tag.PREPOSITION and sentence.tokens[at].lower not in _OPENS_CLAUSE:
            return None
        return phrase if whole is None else Phrase(phrase.start, whole, phrase.head)
    return None


def _is_carrying(sentence: Sentence, at: int) -> bool:
    """Whether the word before the phrase tells more of the noun before it: "aircraft using missiles killed"."""
    verb, noun = sentence.tokens[at], sentence.tokens[at - 1]
    return verb.tag is Tag.VERB and verb.form == "ing" and noun.tag in {Tag.NOUN, Tag.NAME}


def _is_reduced_relative(sentence: Sentence, preposition: int) -> bool:
    """Whether "involved in", "based near" stands before the phrase, right behind the noun that it tells more of."""
    participle, noun = sentence.tokens[preposition - 1], sentence.tokens[preposition - 2]
    is_open = sentence.tokens[preposition].lower in _HEAD_PREPOSITIONS
    return (
        is_open
        and participle.tag in {Tag.VERB, Tag.ADJECTIVE}
        and participle.form in {"en", "past", "ing"}
        and noun.tag in HEADS
    )


def is_passive(sentence: Sentence, at: int, width: int = 1) -> bool:
    """Whether the verb at ``at`` (``width`` tokens with its particles) tells what was done to its subject."""
    tokens = sentence.tokens
    if tokens[at].form in {"ing", "base", "s"}:
        return at > 0 and tokens[at].form == "ing" and tokens[at - 1].lower == "being"
    before = at - 1
    while before >= 0 and _may_stand_inside(tokens[before]):
        before -= 1
    if before >= 0 and tokens[before].lower in BE:
        return True
    if before >= 0 and (tokens[before].lower in HAVE or tokens[before].tag is Tag.AUX):
        return False
    following = at + width
    if following < len(tokens) and tokens[following].lower == "by" and following + 1 not in sentence.timed:
        return True
    return _object_phrase(sentence, following) is None and _is_reduced(sentence, at, before)


def _may_stand_inside(token: Token) -> bool:
    """Whether the word may part a participle from its auxiliary: "were all killed", "was reported killed"."""
    is_adverb = token.tag in {Tag.ADVERB, Tag.PARTICLE} and token.lower not in BE | HAVE
    return is_adverb or token.lower in _HELD_TO_BE


def _is_reduced(sentence: Sentence, at: int, before: int) -> bool:
    """A participle without auxiliary or object: "four soldiers killed near the river"; not "troops attacked"."""
    if sentence.tokens[at].lower in _INTRANSITIVE:
        return False
    is_joined = before >= 0 and sentence.tokens[before].lower in {"and", "or", ","}
    return is_joined or before < 0 or sentence.tokens[before].tag in HEADS


def _object_phrase(sentence: Sentence, first: int) -> Phrase | None:
    tokens = sentence.tokens
    while (
        first < len(tokens)
        and tokens[first].tag is Tag.ADVERB
        and tokens[first].lower not in {"at", "about"}
        and tokens[first].lower != "up"
    ):
        first += 1
    return phrase_starting(sentence, first)


def find_object(sentence: Sentence, at: int, width: int = 1) -> Phrase | None:
    """The phrase that the verb at ``at`` does something to, or None."""
    found = _object_phrase(sentence, at + width)
    tokens = sentence.tokens
    if found is None and at + width < len(tokens) and tokens[at + width].lower in {"at", "on", "into", "to", "upon"}:
        return phrase_starting(sentence, at + width + 1)
    return found


def find_agent(sentence: Sentence, at: int) -> Phrase | None:
    """The phrase after "by" within the clause: "was shelled overnight by Aran troops"."""
    tokens = sentence.tokens
    for by in range(at + 1, min(len(tokens) - 1, at + 16)):
        if tokens[by].lower in {";", ":"} or tokens[by].lower in _RELATIVE or _is_other_verb(sentence, by):
            return None
        if tokens[by].lower == "by" and by + 1 not in sentence.timed and tokens[by + 1].form != "ing":
            return phrase_starting(sentence, by + 1)
    return None


def _is_other_verb(sentence: Sentence, at: int) -> bool:
    """Whether a verb stands here that has its own doer: "the raids followed an attack by A" tells not whose raids."""
    token = sentence.tokens[at]
    is_finite = token.tag is Tag.VERB and token.form in {"past", "s"}
    return is_finite and "by" not in sentence.lowers(at + 1, at + 3)


def find_owner(sentence: Sentence, start: int) -> Phrase | None:
    """What stands before a noun and owns it: "Aran's shelling", "a Beld drone attack"."""
    phrase = phrase_ending(sentence, start - 1)
    if phrase is None and start > 1 and sentence.tokens[start - 1].lower in POSSESSIVE:
        phrase = phrase_ending(sentence, start - 2)
    return phrase


def find_complement(sentence: Sentence, end: int, prepositions: frozenset[str]) -> Phrase | None:
    """The phrase after one of the prepositions right behind a noun: "shelling of the port", "attack on a convoy"."""
    tokens = sentence.tokens
    for at in range(end, min(len(tokens) - 1, end + 8)):
        if tokens[at].lower in prepositions and at + 1 not in sentence.timed:
            found = phrase_starting(sentence, at + 1)
            is_clock = found is not None and tokens[at].lower == "at" and tokens[found.head].tag is Tag.NUMBER
            return None if is_clock else found
        if tokens[at].tag in {Tag.VERB, Tag.AUX, Tag.PUNCTUATION, Tag.SUBORDINATOR}:
            return None
    return None
