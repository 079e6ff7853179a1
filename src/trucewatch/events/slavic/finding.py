"""The order in which a Russian or Ukrainian document is read for events. See ``find_events``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from trucewatch.events.merging import merge
from trucewatch.events.model import Events
from trucewatch.events.mutual import find_opponents
from trucewatch.events.rivals import with_rivals
from trucewatch.events.slavic.accords import find_agreements
from trucewatch.events.slavic.breaches import mark_breaches
from trucewatch.events.slavic.clauses import Clauses
from trucewatch.events.slavic.commitments import find_commitments
from trucewatch.events.slavic.gatherings import find_gatherings
from trucewatch.events.slavic.mentions import Scene, draft_mentions
from trucewatch.events.slavic.weapons import WEAPONS, act_by
from trucewatch.events.standing import History
from trucewatch.events.view import read_sentences
from trucewatch.language.lexicon import begins
from trucewatch.language.model import Analysis, tongue_of
from trucewatch.language.slavic.sides import Sides
from trucewatch.statements.model import Statement

#: By their beginnings, what a denial speaks of without naming it: "эти обвинения", "причетність".
_ACCOUNTS = begins("""обвинен звинувачен утвержд тверджен заяв сообщен повідомл информац інформац сведен відомост
    слух чутк причастн причетн ответственн відповідальн вин верси версі данн дан роль это этого це цього эти ці такие
    такі""")


def find_events(analysis: Analysis, statements: tuple[Statement, ...]) -> Events:
    """What one document says happened, was promised, met about or agreed."""
    sides = Sides(analysis.situation)
    sentences = read_sentences(analysis, statements, known=())
    read = tuple(Clauses(sentence, sides) for sentence in sentences)
    scene = Scene(
        analysis.document.id,
        analysis.situation,
        History(analysis),
        find_opponents(sentences, analysis.situation),
        _strikes(read),
        f"rules-{tongue_of(analysis.document)}/1",
    )
    found = with_rivals(
        analysis, statements, merge(mark_breaches(scene, read, tuple(draft_mentions(scene, read)))), is_account
    )
    return Events(
        mentions=tuple(sorted(found, key=lambda mention: (mention.trigger, mention.id))),
        commitments=find_commitments(scene, read),
        gatherings=find_gatherings(scene, read),
        agreements=find_agreements(scene, read),
    )


def is_account(words: Sequence[str]) -> bool:
    """Whether the words of a denial speak of what somebody said, or only point at it."""
    return any(word.startswith(_ACCOUNTS) for word in words)


def _strikes(read: Iterable[Clauses]) -> frozenset[str]:
    """The acts that the weapons which the report names anywhere make."""
    return frozenset(act for clauses in read for word in clauses.words if (act := act_by(WEAPONS.of(word))))
