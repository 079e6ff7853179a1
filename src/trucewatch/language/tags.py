"""Tokens with a coarse part of speech, told by lexicon, shape and neighbours.

Decides the tag, lemma and form of every piece of one text, left to right with one word of foresight; linear. Verbs
matter most: cues and triggers hang on them. Never looks at who is named: parties and places play no part.
"""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.language import words
from trucewatch.language.capitals import OPEN_TAGS, Capitals
from trucewatch.language.lexicon import word_set
from trucewatch.language.model import Tag, Token
from trucewatch.language.offices import SPEAKING
from trucewatch.language.readings import Reading, read_word
from trucewatch.language.tokens import Piece, fold
from trucewatch.values import Span

_NOUN_HOLDERS = frozenset({Tag.DETERMINER, Tag.ADJECTIVE, Tag.PREPOSITION, Tag.NUMBER})
_OPENERS = frozenset({Tag.DETERMINER, Tag.PRONOUN, Tag.NAME, Tag.SUBORDINATOR, Tag.NUMBER, Tag.QUOTE, Tag.ADVERB})
_OBJECT_OPENERS = frozenset({Tag.NUMBER, Tag.NOUN, Tag.ADJECTIVE, Tag.NAME, Tag.PREPOSITION, Tag.ADVERB})
_STOPS = frozenset(";:—–.!?")
_LONGEST_NAME = 8  # tokens looked back over for the article before a name
_CLAUSE_REACH = 14  # tokens ahead in which a clause shows its verb
_BE_WITH_S = word_set("he she it that there what who here where how")
_INVERTED = word_set("both all they he she we you it i")  # between an auxiliary and its verb: "do they say"
_LONE_SUBJECTS = word_set("both all some many most few several others")
#: Verbs of speech whose past form describes no noun: there are claimed and alleged things, but no told ones.
_NEVER_BEFORE_NOUNS = word_set("say tell add deny insist warn argue write reply respond think die")
_LINKS = word_set("of on in at by for from with to against into over between and")


def tag_tokens(pieces: Sequence[Piece], sentences: Sequence[int]) -> tuple[Token, ...]:
    """The pieces as tagged tokens; ``sentences`` holds the sentence number of each."""
    return _Tagger(pieces, sentences).run()


class _Tagger:
    """One pass over one text. ``tags``, ``lemmas`` and ``forms`` grow to the left of the word being read."""

    def __init__(self, pieces: Sequence[Piece], sentences: Sequence[int]) -> None:
        self.pieces = pieces
        self.sentences = sentences
        self.lowers = [fold(piece.text) for piece in pieces]
        self.readings = [read_word(lower) for lower in self.lowers]
        self.tags: list[Tag] = []
        self.lemmas: list[str] = []
        self.forms: list[str] = []
        self.finite = -1  # the finite verb since the last conjunction
        self.finite_before = -1  # the finite verb of the clause, conjunctions passed over
        self.capitals = Capitals(pieces, sentences, self.lowers, self.readings)

    def run(self) -> tuple[Token, ...]:
        for at, piece in enumerate(self.pieces):
            tag, lemma, form = self.decide(at, piece)
            self.tags.append(tag)
            self.lemmas.append(lemma)
            self.forms.append(form)
            self.note_clause(at, tag, form)
        return tuple(
            Token(Span(piece.start, piece.end), piece.text, lower, lemma, tag, sentence, form)
            for piece, lower, lemma, tag, sentence, form in zip(
                self.pieces, self.lowers, self.lemmas, self.tags, self.sentences, self.forms, strict=True
            )
        )

    def note_clause(self, at: int, tag: Tag, form: str) -> None:
        """Remember the finite verb of the clause being read; a subordinator, quotation mark or stop opens another."""
        opens = tag in {Tag.SUBORDINATOR, Tag.QUOTE} or self.pieces[at].text in _STOPS
        if opens or (at and self.sentences[at] != self.sentences[at - 1]):
            self.finite = self.finite_before = -1
        if tag is Tag.CONJUNCTION:
            self.finite = -1  # what follows may be another clause, or another noun: only the former needs a verb
        if tag is Tag.AUX or (tag is Tag.VERB and form in {"past", "s", "base"} and self.lowers[at - 1 : at] != ["to"]):
            self.finite = self.finite_before = at

    def needs_verb(self, at: int) -> bool:
        """Whether the clause has had no finite verb and shows none ahead."""
        if self.finite_before >= 0:
            return False
        for ahead in range(at + 1, min(at + _CLAUSE_REACH, len(self.pieces))):
            reading, piece = self.readings[ahead], self.pieces[ahead]
            if (
                self.sentences[ahead] != self.sentences[at]
                or reading.tag is Tag.SUBORDINATOR
                or piece.kind in {"quote", "mark"}
            ):
                return True
            sure = reading.tag is Tag.AUX or (
                reading.tag is Tag.VERB and not reading.is_noun and {"past", "s"} & set(reading.forms)
            )
            if sure and self.lowers[ahead - 1] != "to":
                return False
        return True

    def decide(self, at: int, piece: Piece) -> tuple[Tag, str, str]:
        lower = self.lowers[at]
        if piece.kind != "word":
            return _KIND_TAGS[piece.kind], lower, ""
        reading = self.readings[at]
        if lower[0] == "'" or lower in {"to", "that", "her"}:
            return self.special(at, lower)
        if piece.text == "US" or self.capitals.is_name(at, piece, reading):
            return Tag.NAME, lower, ""
        if reading.tag is Tag.AUX:
            return self.auxiliary(at, reading)
        if not reading.verb:
            return self.nominal(at, reading)
        return self.verb_or_not(at, reading)

    def special(self, at: int, lower: str) -> tuple[Tag, str, str]:
        """Words whose class hangs wholly on their neighbours."""
        before = self.lowers[at - 1] if at else ""
        if lower == "'s":
            return (Tag.AUX, "be", "s") if before in _BE_WITH_S else (Tag.PARTICLE, "'s", "")
        if lower[0] == "'":
            base, form = words.AUXILIARIES.get(lower, ("", ""))
            return (Tag.AUX, base, form) if base else (Tag.OTHER, lower, "")
        if lower == "to":
            return (Tag.PARTICLE if self.opens_infinitive(at) else Tag.PREPOSITION), "to", ""
        after = self.readings[at + 1] if at + 1 < len(self.readings) else None
        if lower == "her":
            return (Tag.DETERMINER if after is None or after.tag in OPEN_TAGS else Tag.PRONOUN), "her", ""
        return self.that(at, after), "that", ""

    def that(self, at: int, after: Reading | None) -> Tag:
        """Whether "that" points at the noun after it, stands for something, or opens a clause."""
        follows_noun = after is not None and after.tag in {Tag.NOUN, Tag.ADJECTIVE} and not after.verb
        if at and self.tags[at - 1] is Tag.PREPOSITION:
            return Tag.DETERMINER if follows_noun else Tag.PRONOUN
        if at and self.tags[at - 1] is Tag.VERB and self.lemmas[at - 1] in _WITHOUT_CLAUSE:
            return Tag.DETERMINER if after is not None and after.tag in OPEN_TAGS else Tag.PRONOUN
        if self.capitals.is_opening(at):
            return Tag.PRONOUN if after is not None and after.tag in {Tag.AUX, Tag.VERB} else Tag.DETERMINER
        return Tag.SUBORDINATOR

    def opens_infinitive(self, at: int) -> bool:
        """Whether the next word, past adverbs, is a base form that a preposition could not have before it."""
        for ahead in range(at + 1, min(at + 4, len(self.readings))):
            reading = self.readings[ahead]
            if reading.verb:
                capital = self.pieces[ahead].text[0].isupper() and self.sentences[ahead] not in self.capitals.titled
                return "base" in reading.forms and not capital and not (reading.tag is Tag.NOUN and self.is_last(ahead))
            if reading.tag is not Tag.ADVERB:
                return False
        return False

    def auxiliary(self, at: int, reading: Reading) -> tuple[Tag, str, str]:
        lower, base, form = self.lowers[at], reading.verb, reading.forms[0]
        before = self.tags[at - 1] if at else Tag.PUNCTUATION
        if (
            lower in {"will", "might", "can", "must"}
            and before in {Tag.DETERMINER, Tag.ADJECTIVE}
            and self.lowers[at - 1] not in {"that", "this", "these", "those", "all", "both"}
        ):
            return Tag.NOUN, lower, ""
        if base == "have" and not self.governs(at, {"en"}, "to"):
            return Tag.VERB, base, self.form_of_have(at, form)
        if base == "do" and not self.governs(at, {"base"}, "not"):
            return Tag.VERB, base, form
        return Tag.AUX, base, form

    def form_of_have(self, at: int, form: str) -> str:
        return "en" if form == "past" and at and self.lemmas[at - 1] == "have" else form

    def governs(self, at: int, forms: set[str], word: str) -> bool:
        """Whether a verb in one of the forms follows closely, past adverbs and a subject pronoun."""
        for ahead in range(at + 1, min(at + 6, len(self.readings))):
            reading, lower = self.readings[ahead], self.lowers[ahead]
            if lower == word or (reading.verb and forms & set(reading.forms)):
                return True
            passing = (
                reading.tag in {Tag.ADVERB, Tag.PARTICLE}
                or lower in words.SUBJECT_PRONOUNS
                or lower in {"both", "all", "each"}
            )
            if not passing and not (reading.tag is Tag.PREPOSITION and lower in {"since", "in", "up"}) and lower != ",":
                return False
        return False

    def nominal(self, at: int, reading: Reading) -> tuple[Tag, str, str]:
        if reading.is_adjective and reading.is_noun:
            return (Tag.ADJECTIVE if self.noun_ahead(at) else Tag.NOUN), reading.lemma, ""
        return reading.tag, reading.lemma, ""

    def verb_or_not(self, at: int, reading: Reading) -> tuple[Tag, str, str]:
        """A word with a verb reading: what stands before decides, then what follows."""
        governor = self.governor(at)
        if governor is not None:
            form = governor if governor in reading.forms else self.loose_form(reading, governor)
            if form:
                return Tag.VERB, reading.verb, form
        if reading.tag is Tag.PREPOSITION:
            return Tag.PREPOSITION, self.lowers[at], ""
        if "ing" in reading.forms:
            return self.ing(at, reading)
        if "past" in reading.forms or "en" in reading.forms:
            return self.past(at, reading)
        return self.base_or_s(at, reading)

    def governor(self, at: int) -> str | None:
        """The form that an auxiliary or "to" before the word, past adverbs, calls for."""
        for back in range(at - 1, max(at - 5, -1), -1):
            tag, lower = self.tags[back], self.lowers[back]
            if tag is Tag.AUX:
                if lower in words.MODALS or self.lemmas[back] == "do":
                    return "base"
                return "en" if self.lemmas[back] == "have" else "be"
            if lower == "to":
                return "base" if tag is Tag.PARTICLE else None
            if tag not in {Tag.ADVERB, Tag.PARTICLE} and lower not in _INVERTED:
                return None
            if tag is Tag.PRONOUN and not (
                back and self.lemmas[back - 1] in {"do", "have", "be", "will", "would", "can", "could", "should"}
            ):
                return None
        return None

    def loose_form(self, reading: Reading, governor: str) -> str:
        if governor != "be":
            return ""
        if "ing" in reading.forms:
            return "ing"
        return "en" if "en" in reading.forms and reading.tag is not Tag.ADJECTIVE else ""

    def ing(self, at: int, reading: Reading) -> tuple[Tag, str, str]:
        """An -ing form: a noun after a determiner, an adjective before a noun there, else a verb."""
        before = self.tags[at - 1] if at else Tag.PUNCTUATION
        is_linked = at + 1 < len(self.lowers) and self.lowers[at + 1] in _LINKS
        if before in {Tag.DETERMINER, Tag.ADJECTIVE} or (at and self.lemmas[at - 1] == "'s"):
            if self.noun_ahead(at) and not is_linked and not self.pieces[at + 1].text[0].isupper():
                return Tag.ADJECTIVE, reading.verb, "ing"
            return Tag.NOUN, self.lowers[at], ""
        if reading.tag is Tag.NOUN and not self.takes_ing_object(at, before):
            return Tag.NOUN, self.lowers[at], ""
        return Tag.VERB, reading.verb, "ing"

    def is_last(self, at: int) -> bool:
        return at + 1 >= len(self.pieces) or self.pieces[at + 1].kind == "mark"

    def takes_ing_object(self, at: int, before: Tag) -> bool:
        """Whether a word that is as often a noun ("killing") has an object here, as in ", killing at least four"."""
        if self.is_last(at):
            return False
        ahead = self.readings[at + 1].tag
        if ahead in {Tag.DETERMINER, Tag.PRONOUN}:
            return True
        if before is Tag.PREPOSITION:
            return self.noun_ahead(at) and self.lowers[at + 1] not in _LINKS
        after_comma = at > 0 and self.lowers[at - 1] == "," and self.lowers[at + 1] not in _LINKS - {"at", "over"}
        return after_comma and ahead in _OBJECT_OPENERS

    def past(self, at: int, reading: Reading) -> tuple[Tag, str, str]:
        """A past form or participle: before a noun an adjective, after a determiner alone a noun, else a verb."""
        before = self.tags[at - 1] if at else Tag.PUNCTUATION
        if at and self.lowers[at - 1] in _LONE_SUBJECTS and reading.verb in SPEAKING:
            return Tag.VERB, reading.verb, "past"  # "both said"
        is_added_value = reading.verb == "add" and self.noun_ahead(at)
        if before is Tag.ADJECTIVE and reading.verb in _NEVER_BEFORE_NOUNS and not is_added_value:
            self.tags[at - 1] = Tag.NOUN  # "the general said", "the wounded told"
            return Tag.VERB, reading.verb, "past"
        participle = "en" in reading.forms
        noun_ahead = self.noun_ahead(at)
        if before in {Tag.DETERMINER, Tag.ADJECTIVE, Tag.NUMBER} or (at and self.lemmas[at - 1] == "'s"):
            return self.past_in_phrase(at, reading, before, noun_ahead=noun_ahead)
        if before is Tag.PREPOSITION and "base" in reading.forms:
            return Tag.NOUN, self.lowers[at], ""
        is_listed = reading.tag is Tag.ADJECTIVE and before not in {Tag.NAME, Tag.PRONOUN}
        if is_listed or (before is Tag.PREPOSITION and participle and noun_ahead):
            return Tag.ADJECTIVE, reading.verb, "en"
        return Tag.VERB, reading.verb, self.past_or_en(at, reading)

    def past_in_phrase(self, at: int, reading: Reading, before: Tag, *, noun_ahead: bool) -> tuple[Tag, str, str]:
        """A past form inside a noun phrase: "a damaged house", "the wounded", "the lead", "four killed"."""
        participle = "en" in reading.forms
        if participle and noun_ahead:
            return Tag.ADJECTIVE, reading.verb, "en"
        if before is Tag.NUMBER:  # "two were killed and five injured", but "the two agreed"
            return Tag.VERB, reading.verb, "en" if participle and reading.verb not in SPEAKING else "past"
        if reading.is_noun or not participle:
            return Tag.NOUN, self.lowers[at], ""
        return Tag.ADJECTIVE, reading.verb, "en"

    def noun_ahead(self, at: int) -> bool:
        """Whether the next word can carry an adjective before it."""
        if at + 1 >= len(self.pieces) or self.pieces[at + 1].kind != "word":
            return False
        return self.readings[at + 1].tag in {Tag.NOUN, Tag.ADJECTIVE} or self.pieces[at + 1].text[0].isupper()

    def past_or_en(self, at: int, reading: Reading) -> str:
        """A bare -ed form: participle when an agent follows or the clause has its verb already, else past."""
        if len(set(reading.forms) & {"past", "en"}) == 1:
            return "past" if "past" in reading.forms else "en"
        after = self.lowers[at + 1] if at + 1 < len(self.lowers) else ""
        before = self.tags[at - 1] if at else Tag.PUNCTUATION
        if before is Tag.CONJUNCTION or (at and self.lowers[at - 1] == ","):
            return "en" if after == "by" else self.form_of_last_verb(at, after)
        by_agent = after == "by" and before is not Tag.PRONOUN
        is_reduced = before is Tag.NOUN and self.is_reduced(at, reading)
        return "en" if is_reduced or by_agent or before is Tag.PREPOSITION else "past"

    def is_reduced(self, at: int, reading: Reading) -> bool:
        """Whether the clause has its verb elsewhere, as in "an attack launched on Friday killed four"."""
        if at + 1 >= len(self.readings) or self.readings[at + 1].tag is not Tag.PREPOSITION or reading.verb in SPEAKING:
            return False
        if self.finite >= 0:
            return self.lemmas[self.finite] not in SPEAKING
        return not self.needs_verb(at)

    def form_of_last_verb(self, at: int, after: str) -> str:
        """A verb joined by "and" or a comma has the form of the one before it."""
        for back in range(at - 1, max(at - 25, -1), -1):
            if self.sentences[back] != self.sentences[at]:
                break
            if self.tags[back] is Tag.VERB and self.forms[back] in {"past", "en", "s"}:
                return "en" if self.forms[back] == "en" and self.tags[at - 1] is Tag.CONJUNCTION else "past"
        return "en" if after in {"of", "by", "as"} else "past"

    def base_or_s(self, at: int, reading: Reading) -> tuple[Tag, str, str]:
        """A bare form that may be a noun as well ("strikes", "force"): by what stands before and what follows."""
        form = reading.forms[0]
        if self.states_that(at, reading, form):
            return Tag.VERB, reading.verb, form
        is_free = not (reading.is_noun or reading.is_adjective or self.must_be_noun(at, form))
        if is_free or self.follows_subject_pronoun(at) or (not self.is_held(at) and self.is_verb(at, reading, form)):
            return Tag.VERB, reading.verb, form
        return (Tag.ADJECTIVE if reading.tag is Tag.ADJECTIVE else Tag.NOUN), reading.lemma, ""

    def must_be_noun(self, at: int, form: str) -> bool:
        """Whether no verb can stand here, though no list has the word as a noun: "the shepherds", "two shepherds"."""
        if not at:
            return False
        is_counted = form == "s" and self.tags[at - 1] is Tag.NUMBER and self.lowers[at - 1] != "one"
        return is_counted or self.lowers[at - 1] in _ARTICLES

    def is_held(self, at: int) -> bool:
        """Whether a determiner, adjective, preposition, number or possessor before makes the word a noun."""
        if not at:
            return False
        if self.tags[at - 1] in _NOUN_HOLDERS or self.lemmas[at - 1] == "'s":
            return True
        if self.tags[at - 1] is not Tag.NAME:
            return False
        before = self.before_name(at)
        return self.lowers[before] in {"a", "an"} or (self.tags[before] is Tag.PREPOSITION and self.is_last(at))

    def before_name(self, at: int) -> int:
        """The word before the name that ends at ``at``."""
        back = at - 1
        while back > max(0, at - _LONGEST_NAME) and self.tags[back] is Tag.NAME:
            back -= 1
        return back

    def closes_report(self, at: int, reading: Reading, form: str) -> bool:
        """As in ", the Valley News reports." at the end of a sentence, and in ", reports the Valley News"."""
        after = self.lowers[at + 1] if at + 1 < len(self.lowers) else "."
        if reading.verb not in SPEAKING or form != "s":
            return False
        if self.lowers[at - 1] == ",":
            named = at + 1 + (after == "the")
            return named < len(self.pieces) and self.pieces[named].text[0].isupper()
        if after not in {".", "!", "?"}:
            return False
        back = self.before_name(at)
        back -= self.tags[back] is Tag.DETERMINER
        return self.tags[at - 1] is Tag.NAME and back > 0 and self.lowers[back] in {",", "”", '"'}

    def follows_subject_pronoun(self, at: int) -> bool:
        if not at or self.tags[at - 1] is Tag.DETERMINER:
            return False
        is_followed = at + 1 < len(self.readings) and self.readings[at + 1].tag is Tag.AUX
        if self.lowers[at - 1] == "that" and is_followed:
            return False  # "said that rebels had fired"
        return self.lowers[at - 1] in words.SUBJECT_PRONOUNS or self.lowers[at - 1] in {"which", "that"}

    def is_verb(self, at: int, reading: Reading, form: str) -> bool:
        """Whether a subject stands before that agrees, and an object follows or the clause still needs its verb."""
        if reading.tag in {Tag.NOUN, Tag.ADJECTIVE} or not at:
            return False
        if self.closes_report(at, reading, form):
            return True
        before = self.tags[at - 1]
        takes = self.takes_object(at)
        if before in {Tag.NOUN, Tag.NAME} and self.agrees(at, form):
            if self.finite < 0:
                return takes or self.needs_verb(at)
            return takes and self.lemmas[self.finite] in SPEAKING  # "said troops control the town"
        if before is Tag.CONJUNCTION:
            return takes and self.form_before(at) == form
        in_clause = before in {Tag.ADVERB, Tag.PUNCTUATION} and form == "s" and not self.capitals.is_opening(at)
        return in_clause and self.needs_verb(at)

    def states_that(self, at: int, reading: Reading, form: str) -> bool:
        """Whether a word of speech that is a noun as well opens a clause: "the ministry states that it …".

        In "the states that border on it" a verb follows "that", and the words before are no subject.
        """
        if form != "s" or reading.verb not in SPEAKING or at < 1 or at + 2 >= len(self.pieces):
            return False
        if self.lowers[at + 1] != "that" or self.tags[at - 1] not in {Tag.NOUN, Tag.NAME} or self.finite >= 0:
            return False
        after = self.readings[at + 2]
        return after.tag not in {Tag.AUX, Tag.VERB} and not (after.verb and "past" in after.forms)

    def form_before(self, at: int) -> str:
        """The form of the last verb of the sentence: what "and" joins to."""
        for back in range(at - 1, max(at - 12, -1), -1):
            if self.sentences[back] != self.sentences[at]:
                return ""
            if self.tags[back] is Tag.VERB:
                return self.forms[back]
        return ""

    def agrees(self, at: int, form: str) -> bool:
        """Whether the noun before could be the subject of a verb in this form: plural with base, singular with -s."""
        before = self.lowers[at - 1]
        plural = before in _PLURALS or (before.endswith("s") and not before.endswith("ss"))
        return (form == "base") == plural or self.tags[at - 1] is Tag.NAME

    def takes_object(self, at: int) -> bool:
        """Whether what follows could be the verb's object or complement."""
        if at + 1 >= len(self.pieces):
            return False
        after, ahead = self.pieces[at + 1], self.readings[at + 1]
        if self.lowers[at + 1] == "to" or ahead.tag in _OPENERS:
            return True
        if after.kind != "word":
            return False
        capital = after.text[0].isupper() and self.sentences[at] not in self.capitals.titled
        return capital or (self.tags[at - 1] is Tag.NAME and ahead.tag in {Tag.ADJECTIVE, Tag.NOUN})


#: Verbs after which "that" opens no clause: "dismissed that account".
_WITHOUT_CLAUSE = frozenset(
    {"dismiss", "reject", "contest", "rebut", "repudiate", "condemn", "denounce", "criticise", "criticize"}
)
_PLURALS = frozenset({"police", "gunmen", "policemen", "spokesmen"})
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "their", "our", "my", "your"})
_KIND_TAGS = {"number": Tag.NUMBER, "quote": Tag.QUOTE, "mark": Tag.PUNCTUATION}
