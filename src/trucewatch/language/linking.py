"""Which mentions of one document name the same one.

Decides by surname, office and recency, as a reader does: a later surname is the person introduced in full, "the
ministry" the ministry last spoken of, "he" the subject of the sentence before. Where two fit equally, both stay as
candidates and the mention keeps its own words as its name. Looks back a bounded way only, so it is linear.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from trucewatch.language.gazetteer import Entry, Gazetteer
from trucewatch.language.mentions import Mention
from trucewatch.language.model import Tag, Token
from trucewatch.language.offices import MEN, WOMEN
from trucewatch.language.pronouns import Pronouns
from trucewatch.language.readings import singular
from trucewatch.language.records import Record
from trucewatch.language.roles import acts, is_subject
from trucewatch.values import Kind, Who

_REMEMBERED = 60  # records an office or body is looked for among
_ARTICLES = frozenset({"al-", "el-", "as-", "ad-", "an-", "ar-", "at-"})  # "al-Abadi" is "Abadi" as well
_SPELLINGS = {"defence": "defense", "organisation": "organization", "labour": "labor", "centre": "center"}


class Linker:
    """Reads the mentions of one text in order and turns each into a ``Who``."""

    def __init__(
        self, text: str, tokens: Sequence[Token], quoted: Sequence[bool], states: Gazetteer, parties: Mapping[str, str]
    ) -> None:
        self.text = text
        self.tokens = tokens
        self.quoted = quoted
        self.states = states
        self.parties = parties
        self.surnames: dict[str, list[Record]] = {}
        self.full: dict[str, Record] = {}
        self.bodies: dict[str, Record] = {}
        self.recent: dict[str, Record] = {}
        self.given: dict[str, list[Record]] = {}
        self.pronouns = Pronouns(tokens, quoted)

    def link(self, mentions: Sequence[Mention]) -> tuple[Who, ...]:
        """The mentions as resolved; those that name nobody are left out."""
        self.introduce(mentions)
        found: list[Who] = []
        waiting: tuple[Mention, Record] | None = None
        for mention in mentions:
            record, candidates = self.resolve(mention)
            if record is None and not candidates and not self.stands_alone(mention):
                continue
            if record is not None and waiting is not None and self.is_apposition(waiting[0], mention):
                record = self.merge(waiting[1], record, mention, found)
            found.append(self.who(mention, record, candidates))
            if record is not None:
                self.remember(mention, record)
                waiting = (mention, record) if mention.kind is Kind.PERSON else None
            else:
                waiting = None
        return tuple(found)

    # --- first reading: who is named in full anywhere

    def introduce(self, mentions: Sequence[Mention]) -> None:
        """Every full name of the document, so that a headline's surname finds it too."""
        for mention, after in pairwise(mentions):
            is_full = mention.has_name and mention.name_end - mention.name_start > 1
            if mention.kind is Kind.UNKNOWN and is_full and self.is_apposition(mention, after):
                mention.kind = Kind.PERSON  # "Mary Long, head of the mission": whatever else the words can mean
        for mention in mentions:
            if not mention.has_name or mention.kind not in {Kind.PERSON, Kind.UNKNOWN}:
                continue
            is_person = mention.kind is Kind.PERSON or (mention.entry is not None and mention.entry.kind is Kind.PERSON)
            if is_person and (mention.name_end - mention.name_start > 1 or mention.entry is not None):
                self.person(mention)

    def person(self, mention: Mention) -> Record:
        """The record of a named person, made at the first mention and filled by later ones."""
        entry = mention.entry
        name = entry.name if entry is not None else self.words(mention.name_start, mention.name_end)
        key = _fold_name(name)
        record = self.full.get(key)
        if record is None:
            record = Record(name, Kind.PERSON, is_named=True)
            self.full[key] = record
            last = key.split()[-1] if key.split() else key
            for form in {last, last.partition("-")[2] or last} if last[:3] in _ARTICLES else {last}:
                self.surnames.setdefault(form, []).append(record)
            self.given.setdefault(key.split()[0] if key.split() else key, []).append(record)
        self.fill(record, mention, entry)
        return record

    def fill(self, record: Record, mention: Mention, entry: Entry | None) -> None:
        """Add to a record what one mention says of it."""
        office = self.words(*mention.office) if mention.office is not None else ""
        if office and not record.office:
            record.office = office
            record.words |= self.telling(*mention.office) if mention.office is not None else set()
        if entry is not None:
            record.entity, record.party = entry.entity, entry.party or record.party
            record.state = record.state or entry.state
        if not record.state and len(mention.states) == 1:
            record.state = mention.states[0]
        record.party = record.party or self.party_of(mention, record.state)
        record.gender = record.gender or self.gender(mention)

    def party_of(self, mention: Mention, state: str) -> str:
        """The one party that the words name, by its own name or as a state; "" where they name two."""
        named = {*mention.parties, self.parties.get(state, "")} - {""}
        return named.pop() if len(named) == 1 else ""

    def gender(self, mention: Mention) -> str:
        """Tells "she" or "he" where a title tells, else ""."""
        stop = mention.name_start if mention.has_name else mention.end
        for at in range(mention.start, stop):
            lower = self.tokens[at].lower.rstrip(".")
            if lower in WOMEN:
                return "she"
            if lower in MEN:
                return "he"
        return ""

    # --- second reading: each mention in turn

    def resolve(self, mention: Mention) -> tuple[Record | None, tuple[str, ...]]:
        """The record a mention stands for, or the names it could stand for."""
        if self.tokens[mention.head].tag is Tag.PRONOUN and not mention.has_name:
            return self.pronouns.resolve(mention)
        if mention.kind is Kind.PERSON:
            return self.named(mention) if mention.has_name else self.office_only(mention)
        if mention.kind is Kind.STATE or (mention.kind is Kind.UNKNOWN and mention.has_name):
            return self.state_or_name(mention)
        if mention.kind in {Kind.BODY, Kind.SOURCE}:
            return self.body(mention), ()
        return self.group(mention), ()

    def named(self, mention: Mention) -> tuple[Record | None, tuple[str, ...]]:
        """A title and a name: by full name, else by surname."""
        if mention.entry is not None or mention.name_end - mention.name_start > 1:
            return self.person(mention), ()
        matches = self.by_surname(mention)
        wanted = self.gender(mention)
        if len(matches) > 1 and wanted:
            matches = [record for record in matches if record.gender in {"", wanted}] or matches
        if len(matches) == 1:
            self.fill(matches[0], mention, None)
            return matches[0], ()
        if not matches:
            return self.person(mention), ()
        telling = [record for record in matches if mention.office and self.telling(*mention.office) & record.words]
        if len(telling) == 1:
            return telling[0], ()
        return None, tuple(record.name for record in matches)

    def by_surname(self, mention: Mention) -> list[Record]:
        """Whom a surname can mean here: those introduced before, else those the document names later.

        Among namesakes, the only one of the last two sentences is meant; otherwise all stay.
        """
        matches = self.surnames.get(self.tokens[mention.name_end - 1].lower, [])
        if len(matches) < 2:
            return matches
        introduced = [record for record in matches if record.last >= 0] or matches[:1]
        here = self.tokens[mention.start].sentence
        near = [record for record in introduced if here - record.last <= 2]
        return near if len(near) == 1 else introduced

    def by_given_name(self, mention: Mention) -> Record | None:
        """The one person introduced in full whose first name stands alone: "Mara says"."""
        if mention.name_end - mention.name_start != 1:
            return None
        matches = self.given.get(self.tokens[mention.name_start].lower, [])
        is_met = len(matches) == 1 and matches[0].last >= 0 and " " in matches[0].name
        return matches[0] if is_met else None

    def state_or_name(self, mention: Mention) -> tuple[Record | None, tuple[str, ...]]:
        """A bare name: a state, somebody known by surname, or a name that acts and stays unknown."""
        capital = self.capital(mention)
        if mention.kind is Kind.STATE or capital is not None:
            return self.state(mention, capital), ()
        entry = mention.entry
        if entry is not None and entry.kind is Kind.PERSON:
            return self.person(mention), ()
        matches = self.by_surname(mention) if mention.name_end - mention.name_start == 1 else []
        if matches:
            return (matches[0], ()) if len(matches) == 1 else (None, tuple(record.name for record in matches))
        if entry is None and not self.is_active(mention):
            return None, ()
        familiar = self.by_given_name(mention) if entry is None else None
        return familiar or self.thing(mention, self.words(mention.name_start, mention.name_end)), ()

    def capital(self, mention: Mention) -> Entry | None:
        """The state whose capital the name is, where it is one."""
        end, entries = self.states.at(self.tokens, mention.name_start)
        if end != mention.name_end or mention.name_start < 0:
            return None
        return next((entry for entry in entries if entry.role == "capital"), None)

    def state(self, mention: Mention, capital: Entry | None) -> Record | None:
        """A state by name, seat or acting capital; None where the capital is only a place."""
        if capital is not None and not (mention.is_possessor or acts(self.tokens, mention.name_start, mention.end)):
            return None
        entry = mention.entry
        if entry is None or entry.kind is not Kind.STATE:
            entry = capital or entry
        if entry is None:
            return None
        record = self.bodies.setdefault(
            f"state {entry.name}", Record(entry.name, Kind.STATE if entry.state else entry.kind)
        )
        record.state, record.entity = entry.state, record.entity or entry.entity
        record.party = entry.party or self.parties.get(entry.state, "")
        return record

    def is_active(self, mention: Mention) -> bool:
        """Whether a bare name does something here, so that it is somebody."""
        tokens, start = self.tokens, mention.start
        before = tokens[start - 1] if start else None
        if before is not None and before.tag is Tag.PREPOSITION:
            return (
                before.lower in {"by", "with", "between", "against", "to"} and mention.name_end - mention.name_start > 1
            )
        return is_subject(tokens, start, mention.end)

    def thing(self, mention: Mention, name: str) -> Record:
        """A body, source or unknown name, by its words."""
        kind = mention.entry.kind if mention.entry is not None else mention.kind
        record = self.bodies.setdefault(f"{kind} {_fold_name(name)}", Record(name, kind))
        self.fill(record, mention, mention.entry)
        return record

    def body(self, mention: Mention) -> Record | None:
        """A named body, or the last one that the same noun named ("the ministry")."""
        start = self.skip_determiner(mention.start)
        head = singular(self.tokens[mention.head].lower)
        words = self.telling(start, mention.end)
        if mention.entry is None:
            for record in reversed(list(self.recent.values())[-_REMEMBERED:]):
                fits = record.head == head and words <= record.words | {head}
                same_state = not mention.states or mention.states[0] == record.state
                if fits and same_state and (mention.is_definite or mention.states) and record.kind is mention.kind:
                    return record
        name = mention.entry.name if mention.entry is not None else self.words(start, mention.end)
        key = f"{mention.kind} {head} {sorted(words)} {mention.states}" if mention.entry is None else f"entry {name}"
        record = self.bodies.setdefault(key, Record(name, mention.kind))
        record.head, record.words = head, record.words | words
        self.fill(record, mention, mention.entry)
        return record

    def group(self, mention: Mention) -> Record:
        """A group is itself: two mentions of "troops" need not be the same troops."""
        start = self.skip_determiner(mention.start)
        entry = mention.entry if mention.has_name else None
        name = entry.name if entry is not None else self.words(start, mention.end)
        record = Record(name, Kind.GROUP)
        self.fill(record, mention, mention.entry)
        return record

    def office_only(self, mention: Mention) -> tuple[Record | None, tuple[str, ...]]:
        """Who "the defence minister" is: the one person known to hold that office, if the document has one."""
        start = self.skip_determiner(mention.start)
        words, head = self.telling(start, mention.end), singular(self.tokens[mention.head].lower)
        if mention.is_definite:
            matches = [record for record in self.recent.values() if self.holds(record, words | {head}, mention)]
            matches = [record for record in matches if record.is_named] or matches
            matches = matches[-_REMEMBERED:]
            if len(matches) > 1:
                newest = max(record.last for record in matches)
                near = [record for record in matches if record.last == newest]
                here = self.tokens[mention.start].sentence
                matches = near if len(near) == 1 and here - newest <= 1 else matches
            if len(matches) == 1:
                return matches[0], ()
            if matches:
                return None, tuple(record.name for record in matches)
        record = Record(self.words(start, mention.end), Kind.PERSON, head=head, words=words | {head})
        self.fill(record, mention, None)
        return record, ()

    def holds(self, record: Record, words: set[str], mention: Mention) -> bool:
        """Whether the record is known to hold an office so described."""
        if record.kind is not Kind.PERSON or not words <= record.words:
            return False
        return not mention.states or not record.state or record.state in mention.states

    # --- apposition, memory and the outcome

    def is_apposition(self, earlier: Mention, later: Mention) -> bool:
        """Whether two mentions are one, as in "Petrov, head of the mission," or "the head of the mission, Petrov,"."""
        gap = later.start - earlier.end
        if gap != 1 or later.kind is not Kind.PERSON or self.tokens[earlier.end].text not in {",", "(", "[", "—", "–"}:
            return False
        if earlier.has_name == later.has_name:
            return False
        if earlier.has_name:
            return later.office is not None
        closes = later.end >= len(self.tokens) or self.tokens[later.end].tag in {
            Tag.PUNCTUATION,
            Tag.VERB,
            Tag.AUX,
            Tag.QUOTE,
        }
        return closes and (earlier.is_definite or self.tokens[earlier.end].text != ",")

    def merge(self, first: Record, second: Record, mention: Mention, found: list[Who]) -> Record:
        """Join the two halves of an apposition under the proper name."""
        person, office = (second, first) if mention.has_name else (first, second)
        if person is office:
            return person
        person.office = (
            person.office
            if person.office and person is first and not office.office
            else (
                f"{person.office}, {office.office}"
                if person.office and office.office and office.office not in person.office
                else person.office or office.office
            )
        )
        person.words |= office.words
        person.state = person.state or office.state
        person.party = person.party or office.party or self.parties.get(person.state, "")
        person.gender = person.gender or office.gender
        last = found[-1]
        found[-1] = Who(
            person.name, Kind.PERSON, last.words, last.span, person.office, person.state, person.entity, person.party
        )
        return person

    def remember(self, mention: Mention, record: Record) -> None:
        """Keep the record at hand for what follows."""
        record.last = self.tokens[mention.start].sentence
        key = f"{record.kind} {record.name}"
        self.recent.pop(key, None)
        self.recent[key] = record
        if len(self.recent) > 2 * _REMEMBERED:
            del self.recent[next(iter(self.recent))]
        self.pronouns.remember(mention, record)

    def stands_alone(self, mention: Mention) -> bool:
        """Whether a mention is worth keeping though nobody is known by it."""
        return mention.kind in {Kind.GROUP, Kind.BODY, Kind.PERSON}

    def who(self, mention: Mention, record: Record | None, candidates: tuple[str, ...]) -> Who:
        """The mention as a value."""
        span = self.tokens[mention.start].span.to(self.tokens[mention.end - 1].span)
        words = span.of(self.text)
        if record is None:
            kind = Kind.PERSON if self.tokens[mention.head].lower in {"he", "she", "him"} else mention.kind
            name = self.words(self.skip_determiner(mention.start), mention.end)
            return Who(name, kind, words, span, candidates=candidates)
        return Who(record.name, record.kind, words, span, record.office, record.state, record.entity, record.party)

    def words(self, start: int, end: int) -> str:
        """The text from one token to another."""
        return self.tokens[start].span.to(self.tokens[end - 1].span).of(self.text)

    def skip_determiner(self, start: int) -> int:
        """Past an article or possessive; "each", "both" and "either" say who is meant and stay."""
        token = self.tokens[start]
        stays = token.lower in {"each", "both", "either", "neither", "all"}
        return start + 1 if token.tag is Tag.DETERMINER and not stays and start + 1 < len(self.tokens) else start

    def telling(self, start: int, end: int) -> set[str]:
        """The words that tell one office or body from another: without states, articles, links."""
        words: set[str] = set()
        at = start
        while at < end:
            stop, entries = self.states.at(self.tokens, at)
            if entries and entries[0].role != "capital" and self.tokens[at].text[0].isupper():
                at = max(stop, at + 1)
                continue
            token = self.tokens[at]
            if token.tag in {Tag.NAME, Tag.NOUN, Tag.ADJECTIVE}:
                words.add(_SPELLINGS.get(token.lower, singular(token.lower)))
            at += 1
        return words


def _fold_name(name: str) -> str:
    """A name as compared: lower case, without initials."""
    return (
        " ".join(word for word in name.lower().replace("’", "'").split() if not (len(word) == 2 and word.endswith(".")))
        or name.lower()
    )
