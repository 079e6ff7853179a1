"""Where noun phrases end: modifiers and possessors before the head, the complement after it.

Decides extents by tags and by which complements belong to offices, bodies and groups; never what a phrase names.
"""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.language.gazetteer import Gazetteer
from trucewatch.language.lexicon import word_set
from trucewatch.language.model import Tag, Token
from trucewatch.language.offices import BODIES, GROUPS
from trucewatch.language.readings import singular
from trucewatch.language.words import DETERMINERS, MONTHS, WEEKDAYS
from trucewatch.values import Kind

_FOR_WHOM = word_set(
    """spokesman spokeswoman spokesperson adviser advisor secretary envoy minister coordinator representative"""
)
_TITLE_LINKS = frozenset({"for", "on"})
NAME_LINKS = word_set("al bin ibn de von van der den la le di da del dos abu ben el")
_GIVEN_NAMES = word_set("jan april may june august")  # months that open a person's name as well
_LONGEST_PHRASE = 24  # tokens; the longest title met in 900 agency reports had 17
NOMINAL = frozenset({Tag.NAME, Tag.NOUN, Tag.ADJECTIVE, Tag.NUMBER})
_ROUGHLY = word_set("""about around approximately roughly some nearly almost over at least more than up to""")
#: Fields of work that complete a minister or ministry.
FIELDS = word_set(
    """defence defense affair interior state finance health energy justice economy education trade agriculture
    transport intelligence infrastructure security staff operation war crime communication emergency foreign
    commerce labor labour treasury administration reconstruction reintegration internal external army navy force
    police"""
)


class Phrases:
    """The noun phrases of one text, by token indices."""

    def __init__(self, tokens: Sequence[Token], states: Gazetteer) -> None:
        self.tokens = tokens
        self.states = states

    def is_time(self, at: int) -> bool:
        """Whether the token is a month or weekday."""
        lower = self.tokens[at].lower.rstrip(".")
        is_named = self.tokens[at].tag is Tag.NAME and (lower in WEEKDAYS or lower in MONTHS)
        return is_named and not (lower in _GIVEN_NAMES and self.opens_name(at))

    def opens_name(self, at: int) -> bool:
        """Whether a month that is a first name too is one here: "Jan Holt", not "in April Karvia"."""
        tokens = self.tokens
        before = tokens[at - 1] if at else None
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if after is None or after.tag is not Tag.NAME or after.sentence != tokens[at].sentence:
            return False
        return before is None or before.tag is not Tag.PREPOSITION

    def phrase_end(self, start: int) -> int:
        """The end of the noun phrase that begins at the token: determiners, then modifiers and possessors."""
        tokens, at = self.tokens, start
        limit = min(len(tokens), start + _LONGEST_PHRASE)
        while at < limit and tokens[at].tag is Tag.DETERMINER:
            at += 1
        while at < limit and tokens[at].sentence == tokens[start].sentence:
            token = tokens[at]
            if token.tag in NOMINAL:
                if self.is_time(at):
                    break
            elif not (token.lemma == "'s" and at > start) and not self.joins(at, start):
                break
            at += 1
        while at > start and tokens[at - 1].lemma == "'s":
            at -= 1
        return at

    def joins(self, at: int, start: int) -> bool:
        """Whether the token holds a name or a pair of demonyms together ("British and French", "Ahmed al Sharaa")."""
        tokens = self.tokens
        if (
            at == start
            or at + 1 >= len(tokens)
            or tokens[at + 1].tag is not Tag.NAME
            or tokens[at - 1].tag is not Tag.NAME
        ):
            return False
        if tokens[at].lower == "and":
            return self.is_demonym(at - 1) and self.is_demonym(at + 1)
        return tokens[at].lower in NAME_LINKS and tokens[at].text.islower() and tokens[at].lower not in DETERMINERS

    def is_demonym(self, at: int) -> bool:
        """Whether the token names a people."""
        _, entries = self.states.at(self.tokens, at)
        return any(entry.role == "demonym" for entry in entries)

    def bare(self, at: int) -> str:
        """The word in lower case without the full stop of an abbreviation."""
        return self.tokens[at].lower.rstrip(".")

    def with_complement(self, high: int, base: str, kind: Kind) -> int:
        """The end of the phrase with "of the …" or "for the …" where that belongs to the office or body."""
        end = high
        for _ in range(2):
            if end + 1 >= len(self.tokens) or self.tokens[end].sentence != self.tokens[high - 1].sentence:
                return end
            link = self.tokens[end].lower
            is_title = kind is Kind.BODY and self.is_title(high - 1, end)
            if is_title and link in _TITLE_LINKS:
                end = self.title_end(end)
                continue
            if not (link == "of" or (link == "for" and base in _FOR_WHOM) or (link == "from" and kind is Kind.GROUP)):
                return end
            begin = end + 1
            while begin < len(self.tokens) and begin < end + 5 and self.tokens[begin].lower in _ROUGHLY:
                begin += 1
            stop = self.phrase_end(begin) if begin < len(self.tokens) else begin
            if stop == begin or not self.belongs(begin, stop, kind):
                return end
            end = self.join_affairs(self.join_states(stop))
        return end

    def is_title(self, head: int, link: int) -> bool:
        """Whether a capitalised head goes on into a title: "Organization for Migration", "Committee on Torture"."""
        at = link + 1 + (link + 1 < len(self.tokens) and self.tokens[link + 1].lower == "the")
        return at < len(self.tokens) and self.tokens[head].tag is Tag.NAME and self.is_titled(at)

    def is_titled(self, at: int) -> bool:
        """Whether the token may stand in a body's title: capitalised, no state's name and no time."""
        token = self.tokens[at]
        _, entries = self.states.at(self.tokens, at)
        return token.tag in NOMINAL and token.text[0].isupper() and not entries and not self.is_time(at)

    def title_end(self, link: int) -> int:
        """The end of a title that goes on after the link, with what "and" and "of" add to it."""
        at = link + 1 + (self.tokens[link + 1].lower == "the")
        while at < len(self.tokens) and self.tokens[at].sentence == self.tokens[link].sentence:
            if self.is_titled(at) or (self.tokens[at].lower in {"and", "of"} and self.adds_to_title(at + 1)):
                at += 1
            else:
                break
        return at

    def adds_to_title(self, start: int) -> bool:
        """Whether the words after "and" are more of the title, not another body ("and the Defence Ministry")."""
        if start >= len(self.tokens) or not self.is_titled(start):
            return False
        return singular(self.bare(self.phrase_end(start) - 1)) not in BODIES

    def join_states(self, end: int) -> int:
        """The end with the second of two states: "ministers of Ruritania and Freedonia"."""
        if end + 1 >= len(self.tokens) or self.tokens[end].lower != "and":
            return end
        begin = end + 1 + (self.tokens[end + 1].lower == "the")
        stop, entries = self.states.at(self.tokens, begin) if begin < len(self.tokens) else (begin, ())
        _, earlier = self.states.at(self.tokens, end - 1)
        pair = any(entry.role == "name" for entry in entries) and any(entry.role == "name" for entry in earlier)
        return stop if pair and begin < len(self.tokens) and self.tokens[begin].text[0].isupper() else end

    def join_affairs(self, end: int) -> int:
        """The end with the second field of work: "Ministry of Foreign Affairs and Trade"."""
        tokens = self.tokens
        if (
            end + 1 < len(tokens)
            and tokens[end].lower == "and"
            and tokens[end - 1].lower
            in {"affairs", "defense", "defence", "interior", "energy", "infrastructure", "trade", "security"}
            and tokens[end + 1].tag is Tag.NAME
        ):
            stop = self.phrase_end(end + 1)
            return stop if stop > end + 1 else end
        return end

    def belongs(self, start: int, end: int, kind: Kind) -> bool:
        """Whether a complement names a state, a body, a field of work or a group."""
        head = singular(self.bare(end - 1))
        if kind is Kind.BODY and self.tokens[end - 1].tag is Tag.ADJECTIVE:
            return True  # "coalition of the willing"
        if any(self.tokens[at].tag is Tag.NAME for at in range(start, end)):
            return True
        if kind is Kind.GROUP:
            return head in GROUPS or head in BODIES
        return (
            head in BODIES or head in FIELDS or head in {"country", "region", "city", "district", "province", "state"}
        )
