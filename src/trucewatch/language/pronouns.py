"""Whom a pronoun stands for: a person, a group, or for "it" whatever body, state or party has spoken.

Decides from the verb beside the pronoun and from what was mentioned before it; where two fit equally, both are
returned. Keeps count of what the report itself tells, so that a long quotation puts nobody out of mind.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from trucewatch.language.mentions import Mention
from trucewatch.language.model import Tag, Token
from trucewatch.language.offices import SPEAKING
from trucewatch.language.records import Antecedents, Record, Seen
from trucewatch.language.roles import is_speaker, is_subject, verb_after
from trucewatch.values import Kind


class Pronouns:
    """The pronouns of one text, resolved as it is read."""

    def __init__(self, tokens: Sequence[Token], quoted: Sequence[bool]) -> None:
        self.tokens = tokens
        self.quoted = quoted
        self.antecedents = Antecedents()
        self.narrated = _narrated(tokens, quoted)

    def remember(self, mention: Mention, record: Record) -> None:
        """Keep a mention as somebody that a later pronoun can mean."""
        subject = is_subject(self.tokens, mention.start, mention.end) and not mention.is_possessor
        speaks = subject and is_speaker(self.tokens, mention.start, mention.end)
        here = self.narrated[self.tokens[mention.start].sentence]
        self.antecedents.add(Seen(record, here, subject, self.quoted[mention.head], speaks))

    def resolve(self, mention: Mention) -> tuple[Record | None, tuple[str, ...]]:
        """Whom a pronoun stands for: a person, a group, or for "it" whatever body or state has spoken."""
        lower = self.tokens[mention.head].lower
        if lower == "it":
            verb = verb_after(self.tokens, mention.end)
            at = self.main_verb(verb) if verb >= 0 else -1
            main = self.tokens[at].lemma if at >= 0 and self.tokens[at].tag is Tag.VERB else "be"
            is_passive = at > verb >= 0 and self.tokens[at].form == "en" and self.tokens[verb].lemma == "be"
            if is_passive or (main not in SPEAKING and not self.is_told(mention, main)):
                return None, ()
            return self.look_back(mention, self.may_be_it)
        if lower in {"they", "them"}:
            speaks = lower == "they" and is_speaker(self.tokens, mention.start, mention.end)
            return self.look_back(mention, self.may_speak_as_many if speaks else _is_group)
        wanted = "she" if lower == "she" else "he"
        return self.look_back(mention, lambda seen: _is_person(seen) and seen.record.gender in {"", wanted})

    def is_told(self, mention: Mention, main: str) -> bool:
        """Whether "it" opens what somebody says of themselves: "said it would", "announced that it had"."""
        at = mention.start - 1
        if at > 0 and self.tokens[at].lower == "that":
            return main != "be"
        return at > 0 and self.tokens[at].tag is Tag.VERB and self.tokens[at].lemma in SPEAKING and main != "be"

    def may_be_it(self, seen: Seen) -> bool:
        """Whether "it" can stand for this: a body or state, or a party of the situation."""
        if seen.record.kind is Kind.UNKNOWN:
            return seen.is_speaker
        is_party = seen.record.kind is Kind.GROUP and bool(seen.record.entity)
        return is_party or seen.record.kind in {Kind.BODY, Kind.STATE, Kind.SOURCE}

    def may_speak_as_many(self, seen: Seen) -> bool:
        """Whether "they said" can go on for this: a group, or a body of many that spoke ("the police", "monitors")."""
        return _is_group(seen) or (seen.record.kind is Kind.BODY and seen.is_speaker)

    def look_back(self, mention: Mention, fits: Callable[[Seen], bool]) -> tuple[Record | None, tuple[str, ...]]:
        """The antecedent of a pronoun, or the rivals for it; one that speaks goes on from who spoke before."""
        here = self.narrated[self.tokens[mention.head].sentence]
        is_quoted = self.quoted[mention.head]
        if is_speaker(self.tokens, mention.start, mention.end):
            trails = mention.start > 0 and self.tokens[mention.start - 1].tag in {Tag.PUNCTUATION, Tag.QUOTE}
            spoke = self.antecedents.speaker(here, is_quoted=is_quoted, fits=fits, trails=trails)
            if spoke is not None:
                return spoke, ()
        return self.antecedents.of(here, is_quoted=is_quoted, fits=fits)

    def main_verb(self, at: int) -> int:
        """The verb that an auxiliary at the index leads to."""
        while at + 1 < len(self.tokens) and self.tokens[at].tag in {Tag.AUX, Tag.ADVERB, Tag.PARTICLE}:
            at += 1
        return at


def _narrated(tokens: Sequence[Token], quoted: Sequence[bool]) -> list[int]:
    """For each sentence, how many before it the report itself tells: a long quotation puts nobody out of mind."""
    told = [False] * (max((token.sentence for token in tokens), default=-1) + 2)
    for token, is_quoted in zip(tokens, quoted, strict=True):
        told[token.sentence] |= not is_quoted and token.tag is not Tag.QUOTE
    counts, count = [], 0
    for is_told in told:
        counts.append(count)
        count += is_told
    return counts


def _is_group(seen: Seen) -> bool:
    """Whether "they" can stand for this."""
    return seen.record.kind is Kind.GROUP


def _is_person(seen: Seen) -> bool:
    """Whether "she" or "he" can stand for this: a person, or a bare name that speaks."""
    return seen.record.kind is Kind.PERSON or (seen.record.kind is Kind.UNKNOWN and seen.is_speaker)
