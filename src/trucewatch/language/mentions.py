"""Noun phrases that name somebody: persons with their titles, bodies, states, groups, pronouns.

Decides by structure where a mention begins and ends, what kind of thing it names and which words are its office.
Never decides that two mentions name the same one: that is ``linking``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from trucewatch.language.gazetteer import Entry, Gazetteer
from trucewatch.language.lexicon import word_set
from trucewatch.language.model import Tag, Token
from trucewatch.language.offices import BODIES, COURTESIES, GROUPS, OFFICES, PLURAL_ONLY, PUBLISHERS, RANKS
from trucewatch.language.phrases import FIELDS, NAME_LINKS, NOMINAL, Phrases
from trucewatch.language.readings import read_word, singular
from trucewatch.values import Kind

_LONGEST_NAME = 6
_PRONOUNS = word_set("he she they him them it")


@dataclass(slots=True)
class Mention:
    """One mention by token indices. ``head`` is the last token of the name or the head noun; ``name_start`` is where
    the proper name begins, or -1. ``states`` are the codes its modifiers name. ``entry`` is what the situation knows.
    """

    start: int
    end: int
    kind: Kind
    head: int
    name_start: int = -1
    name_end: int = -1
    office: tuple[int, int] | None = None
    states: list[str] = field(default_factory=list)
    parties: list[str] = field(default_factory=list)  # of the situation, by a name of theirs among the modifiers
    entry: Entry | None = None
    is_definite: bool = False
    is_possessor: bool = False

    @property
    def has_name(self) -> bool:
        """Whether a proper name is part of it."""
        return self.name_start >= 0


class Spotter:
    """One pass over the tokens of one text."""

    def __init__(self, tokens: Sequence[Token], known: Gazetteer, states: Gazetteer) -> None:
        self.tokens = tokens
        self.known = known
        self.states = states
        self.phrases = Phrases(tokens, states)

    def mentions(self) -> Iterator[Mention]:
        """Mentions in text order; they do not overlap."""
        at, length = 0, len(self.tokens)
        while at < length:
            token = self.tokens[at]
            if token.tag is Tag.PRONOUN:
                if token.lower in _PRONOUNS:
                    yield Mention(at, at + 1, Kind.UNKNOWN, at)
                at += 1
                continue
            if not (token.tag in NOMINAL or token.tag is Tag.DETERMINER) or self.phrases.is_time(at):
                at += 1
                continue
            end = self.phrases.phrase_end(at)
            if end == at:
                at += 1
                continue
            resume = end
            for mention in self.read_phrase(at, end):
                resume = max(resume, mention.end)
                yield mention
            at = resume

    def read_phrase(self, start: int, end: int) -> Iterator[Mention]:
        """The mentions of one noun phrase: its head with all before it, or each possessor on its own."""
        tokens = self.tokens
        cuts = [at for at in range(start, end) if tokens[at].lemma == "'s"]
        bounds = [start, *(at + 1 for at in cuts)]
        ends = [*cuts, end]
        head = self.read_segment(start, bounds[-1], end)
        if head is not None:
            yield head
            return
        for low, high in list(zip(bounds, ends, strict=True))[:-1]:
            mention = self.read_segment(low, low, high)
            if mention is not None:
                mention.is_possessor = True
                yield mention

    def read_segment(self, first: int, low: int, high: int) -> Mention | None:
        """One mention whose head lies in ``[low, high)``; the words from ``first`` modify it."""
        start = first
        while start < high and self.tokens[start].tag is Tag.DETERMINER:
            start += 1
        low = max(low, start)
        if low >= high:
            return None
        is_definite = any(
            token.lower in {"the", "this", "that", "his", "her", "its", "their", "these", "those"}
            for token in self.tokens[first:start]
        )
        for reader in (self.titled, self.known_name, self.by_head, self.plain_name):
            mention = reader(start, low, high)
            if mention is not None:
                mention.start = self.opening(first, mention)
                mention.is_definite = is_definite or first < low
                self.add_states(mention, start)
                return mention
        return None

    def opening(self, first: int, mention: Mention) -> int:
        """Where the mention begins: with its article and modifiers, or with the bare name where it has neither."""
        if mention.kind is Kind.PERSON and mention.office is not None:
            return first
        if mention.has_name and mention.kind in {Kind.STATE, Kind.UNKNOWN, Kind.PERSON}:
            return mention.name_start - (
                mention.name_start > first and self.tokens[mention.name_start - 1].lower == "the"
            )
        return first

    def add_states(self, mention: Mention, start: int) -> None:
        """The states that the words of the mention name, in text order."""
        stop = mention.name_start if mention.has_name and mention.kind is Kind.PERSON else mention.end
        at = start
        while at < stop:
            end, entries = self.states.at(self.tokens, at)
            owns = end < len(self.tokens) and self.tokens[end].lemma == "'s"
            told = [entry for entry in entries if entry.role != "capital" or owns]
            codes = [entry.state for entry in told if self.tokens[at].text[0].isupper()]
            if codes and codes[0] not in mention.states:
                mention.states.append(codes[0])
            self.add_party(mention, at)
            at = max(end, at + 1)

    def add_party(self, mention: Mention, at: int) -> None:
        """The party of the situation that a modifier names: "Karvia’s troops"."""
        _, entries = self.known.at(self.tokens, at)
        is_name = self.tokens[at].text[0].isupper()
        opens = at == mention.start or self.tokens[at - 1].tag is Tag.DETERMINER  # not "the Karvian government"
        for entry in entries[:1]:
            is_party = entry.party and (entry.entity == entry.party if is_name else opens)
            if is_party and entry.party not in mention.parties:
                mention.parties.append(entry.party)

    # --- the readers, most telling first

    def titled(self, start: int, low: int, high: int) -> Mention | None:
        """Title and name: "British Defence Secretary Jane Roe", "Gen. Ivan Petrov", "spokesman Petrov"."""
        tokens = self.tokens
        title = next((at for at in range(high - 1, low - 1, -1) if self.is_title(at)), -1)
        if title < 0 or title == high - 1 or high - 1 - title > _LONGEST_NAME:
            return None
        if any(tokens[at].tag is not Tag.NAME and tokens[at].lower not in NAME_LINKS for at in range(title + 1, high)):
            return None
        if self.names_no_person(title + 1, high):
            return None
        stop = title + 1
        while stop > start and self.phrases.bare(stop - 1) in COURTESIES:
            stop -= 1  # "Adm. Sir": the courtesy is no office
        office = (start, stop) if stop > start else None
        mention = Mention(start, high, Kind.PERSON, high - 1, title + 1, high, office)
        mention.entry = self.entry_at(title + 1, high, Kind.PERSON)
        return mention

    def names_no_person(self, start: int, end: int) -> bool:
        """Whether what follows a title is a state or a body ("Foreign Minister of ...", "chief UN")."""
        stop, entries = self.states.at(self.tokens, start)
        if entries and stop == end and entries[0].role != "demonym":
            return True
        return singular(self.tokens[end - 1].lower) in BODIES

    def is_title(self, at: int) -> bool:
        """Whether the word is an office, a rank or a courtesy that a name may follow."""
        word = self.phrases.bare(at)
        if word in OFFICES:
            return True
        is_short = self.tokens[at].text.endswith(".") or word in COURTESIES
        return is_short and self.tokens[at].text[0].isupper() and (word in RANKS or word in COURTESIES)

    def entry_at(self, start: int, end: int, kind: Kind | None = None) -> Entry | None:
        """What the situation knows by exactly these tokens."""
        stop, entries = self.known.at(self.tokens, start)
        if stop != end:
            return None
        return next((entry for entry in entries if kind is None or entry.kind is kind), None)

    def known_name(self, start: int, low: int, high: int) -> Mention | None:
        """A name of the situation, or of a state, that ends the phrase."""
        for gazetteer in (self.known, self.states):
            for at in range(low, high):
                stop, entries = gazetteer.at(self.tokens, at)
                if (
                    entries
                    and stop == high
                    and self.tokens[at].text[0].isupper()
                    and entries[0].role in {"name", "seat"}
                ):
                    return self.from_entry(start, at, high, entries[0])
                if entries and stop == high and self.tokens[at].lower.endswith("s") and entries[0].role == "demonym":
                    return Mention(start, high, Kind.GROUP, high - 1)
        return None

    def from_entry(self, start: int, at: int, high: int, entry: Entry) -> Mention:
        """A mention of somebody the tables know."""
        return Mention(start if entry.kind is not Kind.STATE else at, high, entry.kind, high - 1, at, high, entry=entry)

    def by_head(self, start: int, low: int, high: int) -> Mention | None:
        """A head noun that is an office, a body or a group, with its complement."""
        token = self.tokens[high - 1]
        if token.tag not in {Tag.NOUN, Tag.NAME, Tag.ADJECTIVE}:
            return None
        lower = self.phrases.bare(high - 1)
        base = singular(lower)
        is_plural = base != lower
        kind = self.kind_of_head(base, low, high, is_plural=is_plural)
        if kind is None or (is_plural and token.tag is Tag.NAME and not self.is_common(low, high)):
            return None
        end = self.phrases.with_complement(high, base, kind)
        mention = Mention(start, end, kind, high - 1)
        if kind is Kind.PERSON:
            name = self.name_after_complement(high, end)
            mention.office = (start, name)
            if name < end:
                mention.name_start, mention.name_end, mention.head = name, end, end - 1
                mention.entry = self.entry_at(name, end, Kind.PERSON)
                return mention
        if kind in {Kind.BODY, Kind.SOURCE} and any(self.tokens[at].tag is Tag.NAME for at in range(low, end)):
            mention.name_start, mention.name_end = start, end
        if end != high or kind is Kind.BODY:
            mention.entry = next((e for at in range(start, high) if (e := self.entry_at(at, end))), None)
        elif kind is Kind.GROUP:
            mention.entry = self.entry_at(low, end)  # "the rebels" as an alias; not "Karvian rebels"
        return mention

    def is_common(self, low: int, high: int) -> bool:
        """Whether the words before a capitalised plural are common words or states: "Elizabeth Banks" is a name."""
        return all(
            read_word(self.tokens[at].lower).is_known or bool(self.states.at(self.tokens, at)[1])
            for at in range(low, high - 1)
        )

    def kind_of_head(self, base: str, low: int, high: int, *, is_plural: bool) -> Kind | None:
        """What a head noun names, or None where it names nobody."""
        if base in {"military", "police"}:
            return Kind.BODY
        if is_plural:
            return Kind.GROUP if base in GROUPS or base in OFFICES or base in _PLURAL_BODIES else None
        if base in PUBLISHERS:
            return Kind.SOURCE if any(self.tokens[at].tag is Tag.NAME for at in range(low, high - 1)) else None
        if base in BODIES or base == "force":
            return self.kind_of_body(base, low, high)
        if base in OFFICES:
            return Kind.PERSON
        return Kind.GROUP if base in GROUPS and base not in PLURAL_ONLY else self.each_side(base, low)

    def kind_of_body(self, base: str, low: int, high: int) -> Kind | None:
        """A body, a news agency, or None where the noun alone could be anything ("a force", "the house")."""
        before = self.tokens[high - 2].lower if high - 2 >= low else ""
        if base == "force":
            return Kind.BODY if before in _FORCES else None
        if not self.is_telling(base, low, high):
            return None
        return Kind.SOURCE if base == "agency" and before == "news" else Kind.BODY

    def each_side(self, base: str, low: int) -> Kind | None:
        """The group that "each side" or "either country" names, singular in form."""
        before = self.tokens[low - 1].lower if low else ""
        return (
            Kind.GROUP
            if base in {"side", "country", "party", "state", "nation"}
            and before in {"each", "either", "neither", "both"}
            else None
        )

    def is_telling(self, base: str, low: int, high: int) -> bool:
        """Whether a head that has other meanings stands as a body: with a name, or with a modifier that tells."""
        if base not in _VAGUE_BODIES or any(self.tokens[at].tag is Tag.NAME for at in range(low, high)):
            return True
        return high - low > 1 and base in _SERVICES and self.tokens[high - 2].lower in _SERVICE_FIELDS

    def name_after_complement(self, high: int, end: int) -> int:
        """Where the name begins in "Secretary of State Jane Roe"; ``end`` where none follows the complement."""
        for at in range(end - 1, high, -1):
            token = self.tokens[at]
            stop, entries = self.states.at(self.tokens, at)
            is_state = bool(entries) and entries[0].role in {"name", "demonym"}
            if is_state or token.tag is not Tag.NAME or singular(self.phrases.bare(at)) in FIELDS | BODIES | OFFICES:
                name = max(stop if is_state else at + 1, at + 1)
                while name < end - 1 and self.is_title(name):
                    name += 1  # "chief of staff Gen. Jane Roe"
                fits = 1 <= end - name <= _LONGEST_NAME and not self.names_no_person(name, end)
                return name if fits else end
        return end

    def plain_name(self, _start: int, low: int, high: int) -> Mention | None:
        """A run of capitalised words that nothing else has claimed."""
        at = high
        while at > low and (
            self.tokens[at - 1].tag is Tag.NAME or (at < high and self.tokens[at - 1].lower in NAME_LINKS)
        ):
            at -= 1
        while high - at > 2 and self.is_descriptor(at):
            at += 1
        if at == high or high - at > _LONGEST_NAME or self.is_no_name(at, high):
            return None
        kind = self.kind_of_name(at, high)
        if kind is None:
            return None
        return Mention(at, high, kind, high - 1, at, high, entry=self.entry_at(at, high))

    def is_descriptor(self, at: int) -> bool:
        """A capitalised common word before a name ("Conservative Jane Roe")."""
        reading = read_word(self.tokens[at].lower)
        return reading.is_known and reading.tag in {Tag.ADJECTIVE, Tag.NOUN} and not self.states.at(self.tokens, at)[1]

    def is_no_name(self, at: int, high: int) -> bool:
        """Weapons and roads ("F-16"), a rank without its name, initials that stand alone."""
        text = self.tokens[at].text
        return high - at == 1 and (
            any(letter.isdigit() for letter in text) or self.phrases.bare(at) in RANKS or text.endswith(".")
        )

    def kind_of_name(self, at: int, high: int) -> Kind | None:
        """What a bare name looks like: an acronym is a body, two or three unknown words a person."""
        text = self.tokens[at].text
        _, entries = self.states.at(self.tokens, at)
        if entries and entries[0].role in {"demonym", "capital"}:
            return None if entries[0].role == "demonym" and high - at == 1 else Kind.UNKNOWN
        if high - at == 1:
            return Kind.BODY if text.isalpha() and text.isupper() and 2 <= len(text) <= 7 else Kind.UNKNOWN
        last = self.tokens[high - 1].lower
        if singular(last) in BODIES or last in _BODY_NAMES:
            return Kind.BODY
        return Kind.PERSON if high - at <= 4 and self.looks_personal(at, high) else Kind.UNKNOWN

    def looks_personal(self, at: int, high: int) -> bool:
        """Whether nothing in or before a name of several words speaks against a person's."""
        before = self.tokens[at - 1].lower if at else ""
        if before in _PLACE_WORDS or self.tokens[at].lower in _NO_GIVEN_NAMES or self.tokens[high - 1].lower in _THINGS:
            return False
        return all(self.could_name_person(token, i) for i, token in enumerate(self.tokens[at:high], start=at))

    def could_name_person(self, token: Token, at: int) -> bool:
        """Whether a capitalised word is neither a common word, a state nor an acronym."""
        if token.text.isupper() and len(token.text) > 2 and "." not in token.text:
            return False
        is_common = read_word(token.lower).is_known and "." not in token.text
        return not is_common and not self.states.at(self.tokens, at)[1]


_PLACE_WORDS = word_set("the in near at from to around outside into")
#: Heads that name a body only with a name or a telling modifier ("general staff", "border guard").
_VAGUE_BODIES = word_set("""house party fund service board staff office guard command company firm society chamber""")
_SERVICES = word_set("staff guard service command")
_SERVICE_FIELDS = word_set(
    """general security defence defense intelligence border emergency emergencies national military air northern
    southern eastern western rescue joint"""
)
#: What makes one force a body ("the air force"); "a force" alone is not.
_FORCES = word_set("air defence defense police security task border peacekeeping stabilisation stabilization reaction")
_PLURAL_BODIES = word_set(
    """government council parliament company corporation bank battalion brigade regiment militia newspaper"""
)
#: Last words that show a capitalised name to be a body, and those that show it to be a thing or a place.
_BODY_NAMES = word_set(
    """club times post journal press news college school hospital church association society airlines group"""
)
_THINGS = word_set(
    """street avenue road square hall bridge river sea ocean lake island islands airport station plant act bill prize
    award war day week summit conference agreement accord treaty protocol dam canal strait gulf bay mountain
    mountains valley desert park room palace tower gate east west north south region province district city war"""
)
_NO_GIVEN_NAMES = word_set(
    """north south east west new san santa middle central saint st upper lower great old fort mount lake eastern
    western northern southern"""
)
