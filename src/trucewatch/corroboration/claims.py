"""An incident's accounts as claims of the origins ledger.

Decides what each account counts as: whose word, how heavy, in whose interest, and what it was copied from. Interest is
told by relation alone: who speaks against the other side or for their own. No party is ever named.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from trucewatch.corroboration.model import Claim
from trucewatch.corroboration.parameters import Parameters
from trucewatch.corroboration.reliability import weight_of
from trucewatch.corroboration.voices import Voice, Voices
from trucewatch.events.model import Stance
from trucewatch.incidents import Account, Incident, supports
from trucewatch.values import Kind, Who

_STRANGER = "name:"  # the keys of voices that the situation does not know

Pairs = tuple[tuple[str, str], ...]
Held = tuple[str, str, str]  # source id or name, story id, root document id
Begun = Mapping[str, str]  # mention id -> the report that added the sentence it stands in


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim, with whether it is the report's own voice and which document its words come down from.

    ``above`` is the root of a rewrite that adds the words in its own voice, citing nobody: it may have them from there.
    """

    claim: Claim
    is_own_voice: bool
    root: str
    above: str = ""
    doer: str = ""  # the party that the account holds to have done it


@dataclass(frozen=True, slots=True)
class _Held:
    """What an account holds of what is asked: who did it, whether it affirms, and which other it accuses instead."""

    doer: str
    affirms: bool
    rival: str


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the accounts, and what is needed to enter them as claims."""

    documents: Mapping[str, Held]
    voices: Voices
    accusers: frozenset[str]
    accused: str
    parameters: Parameters
    begun: Begun

    def bears_on(self, account: Account, accounts: Sequence[Account]) -> bool:
        """Whether the account answers what is asked. A denial answers for the side that it clears, and no other."""
        if account.stance is not Stance.DENIES:
            return True
        cleared, speaker = self.voices.party_of(account.actor), self.voices.party_of(account.claimant)
        if self.accused or not speaker:
            return not (self.accused and cleared) or cleared == self.accused
        own = [a for a in accounts if supports(a) and self.voices.party_of(a.claimant) == speaker]
        return {self.voices.party_of(each.actor) for each in own} <= {"", speaker}

    def enter(self, number: int, account: Account) -> Iterator[Entry]:
        """The account as claims, one for each report that tells it so."""
        doer, denies = self.voices.party_of(account.actor), account.stance is Stance.DENIES
        is_other = bool(self.accused and doer and doer != self.accused)
        held = _Held(doer, not denies and not is_other, doer if is_other and not denies else "")
        cited = self.voices.of_claimant(account.claimant, "") if account.claimant else None
        weighed: dict[tuple[str, str], tuple[int, str]] = {}
        for place, basis in enumerate(account.basis):
            source, story, root = self.documents.get(basis.document, ("", "", basis.document))
            voice = cited if cited and cited.is_named else self.voices.of_source(source)
            known = voice.key, voice.letter
            if known not in weighed:
                weighed[known] = self._weigh(voice, account, held)
            is_own = not voice.is_named or self._is_itself(account.claimant, voice, source)
            own_root = root or story or basis.document
            begun = self.begun.get(basis.mention, own_root) if self.begun else own_root
            claim = Claim(
                id=f"{number}.{place}",
                document=basis.document,
                origin=voice.key,
                name=voice.name,
                supports=held.affirms,
                weight=weighed[known][0],
                is_outside=voice.party not in self.accusers,
                excluded="withdrawn" if account.is_retracted else "",
                note=self._added_to(own_root) if is_own and begun != own_root else "",
                rival=held.rival,
                learned=weighed[known][1],
            )
            is_bare = begun != own_root and is_own and (account.claimant is None or voice.is_named)
            yield Entry(claim, is_own, begun, own_root if is_bare else "", doer)

    def _is_itself(self, claimant: Who | None, voice: Voice, source: str) -> bool:
        """Whether an outlet names itself: then it speaks in its own voice."""
        return claimant is not None and claimant.kind is Kind.SOURCE and voice.key == self.voices.of_source(source).key

    def _weigh(self, voice: Voice, account: Account, held: _Held) -> tuple[int, str]:
        """What the voice weighs here, and in words where that was learned."""
        table, lesson = self.parameters.weights[voice.letter], self.parameters.lessons.get(voice.key)
        weight, learned = weight_of(voice.letter, lesson, self.parameters), ""
        if lesson is not None and table:
            many = f"{lesson.told} resolved incident" + ("s" if lesson.told > 1 else "")
            learned = f"{weight} learned from {many}, right in {lesson.right}; the table says {table}"
        doer = held.doer or self.accused
        if _is_interested(voice, account, self.voices, supports=held.affirms, doer=doer):
            weight //= self.parameters.interest
        return weight, learned

    def _added_to(self, root: str) -> str:
        source, _, _ = self.documents.get(root, ("", "", root))
        publisher = self.voices.of_source(source).name if source else "another report"
        return f"in a sentence added to what was taken from {publisher}"


def _is_interested(voice: Voice, account: Account, voices: Voices, *, supports: bool, doer: str) -> bool:
    """Whether the voice speaks for its own side: against another, for itself, or as the one that suffered."""
    if not voice.party:
        return False
    if not supports:
        return True
    return bool(doer and doer != voice.party) or voices.party_of(account.target) == voice.party


def accusers_of(incident: Incident, voices: Voices) -> frozenset[str]:
    """The parties that accuse anybody of it."""
    return frozenset(voices.party_of(a.claimant) for a in incident.accounts if a.stance is Stance.ALLEGES) - {""}


def relations(entries: Sequence[Entry], suspected: Collection[tuple[str, str]]) -> tuple[Pairs, Pairs]:
    """Which claims are copies of which, and which origins of the others may share a source."""
    derived = tuple(derivations(entries))
    copies = {child for child, _ in derived}
    return derived, tuple(_links([entry for entry in entries if entry.claim.id not in copies], suspected))


def derivations(entries: Sequence[Entry]) -> Iterator[tuple[str, str]]:
    """Own voices of one root are copies of what the root document says, or of the first of them where it is silent.

    A cited voice needs no edge: it counts as itself, however many reports cite it. A copy of words that were withdrawn
    stays a copy.
    """
    heads: dict[tuple[str, bool, str], Entry] = {}
    for entry in entries:
        key = (entry.root, entry.claim.supports, entry.claim.rival)
        head = heads.get(key)
        if head is None or _rank(entry) < _rank(head):
            heads[key] = entry
    for entry in entries:
        head = heads[entry.root, entry.claim.supports, entry.claim.rival]
        if entry.is_own_voice and entry.claim.document != head.claim.document:
            yield entry.claim.id, head.claim.id


def _rank(entry: Entry) -> tuple[bool, bool]:
    """The root document's own voice first, then what it cites, then own voices of the others."""
    return (entry.claim.document != entry.root, not entry.is_own_voice)


def _links(entries: Sequence[Entry], suspected: Collection[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Which origins may share a source, told from ``entries`` that are no copies.

    A suspicion between two reports falls on their own voices, never on those whom they cite. What a rewrite adds citing
    nobody it may have from what it rewrites. And an outlet that never speaks but where it also cites somebody may rest
    on them, as may two strangers who are only ever cited together.
    """
    own = [(entry.claim.document, entry.claim.origin) for entry in entries if suspected and entry.is_own_voice]
    for a, b in sorted(suspected):
        first = sorted({origin for document, origin in own if document == a})
        second = sorted({origin for document, origin in own if document == b})
        yield from ((one, two) for one in first for two in second if one != two)
    for added in (entry for entry in entries if entry.above):
        from_above = sorted({entry.claim.origin for entry in entries if entry.root == added.above})
        yield from ((added.claim.origin, one) for one in from_above if one != added.claim.origin)
    for stance in (True, False):
        yield from _leanings([entry for entry in entries if entry.claim.supports is stance])


def _leanings(entries: Sequence[Entry]) -> Iterator[tuple[str, str]]:
    """Pairs among those of one stance of which one is nowhere heard without the other, and cannot stand by itself."""
    heard: dict[str, set[str]] = {}
    leaning = set()
    for entry in entries:
        origin = entry.claim.origin
        heard.setdefault(origin, set()).add(entry.root)
        if entry.is_own_voice or origin.startswith(_STRANGER):
            leaning.add(origin)
    for one, two in combinations(sorted(heard), 2):
        if (one in leaning and heard[one] <= heard[two]) or (two in leaning and heard[two] <= heard[one]):
            yield one, two
