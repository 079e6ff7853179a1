"""What is right and wrong in one gold report, counted by measure.

Decides how findings and annotations are paired, one to one and the likest first; says what is wrong only to whoever
hands it something to say it to, which nobody does for a held report.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from gold_reading import (
    Entry,
    Report,
    any_names,
    covers,
    names,
    overlap,
    same_amount,
    same_place,
    same_time,
)

from trucewatch.events import ACLED, Commitment, EventMention, Factuality, Gathering, Stance
from trucewatch.statements import Act, Statement
from trucewatch.values import Span, Who

_CLASS = {act: kind for kind, acts in ACLED.items() for act in acts}
_LEFT_OUT = frozenset({"Other", "Agreement"})  # kept by other nouns, or of no particular kind
_TOLD = frozenset({Factuality.REPORTED, Factuality.CLAIMED, Factuality.DENIED})

GIVEN = ", given match"  # how the measures end that count matched pairs alone

Counts = Counter[str]  # "measure/hit", "measure/found", "measure/gold"
Accusation = tuple[tuple[Who, ...], tuple[Who, ...]]
F = TypeVar("F")
Say = Callable[[str], None]


def pair(found: Sequence[F], wanted: Sequence[Entry], likeness: Callable[[F, Entry], float]) -> list[tuple[F, Entry]]:
    """One to one, the likest first; likeness 0 is no pair."""
    scored = [(likeness(f, w), i, j) for i, f in enumerate(found) for j, w in enumerate(wanted)]
    pairs, mine, theirs = [], set[int](), set[int]()
    for score, i, j in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        if score > 0 and i not in mine and j not in theirs:
            mine.add(i)
            theirs.add(j)
            pairs.append((found[i], wanted[j]))
    return pairs


def count(counts: Counts, measure: str, hit: int, found: int, wanted: int) -> None:
    """Add to one measure."""
    counts.update({f"{measure}/hit": hit, f"{measure}/found": found, f"{measure}/gold": wanted})


def given(counts: Counts, measure: str, is_right: bool) -> None:
    """Add one matched pair to a measure of what is right about it."""
    count(counts, measure, int(is_right), 1, 1)


def score(report: Report, say: Say = lambda _: None) -> Counts:
    """All counts of one report; ``say`` is told what is wrong."""
    counts: Counts = Counter()
    for part in (_statements, _claims, _events, _casualties, _commitments, _gatherings):
        part(report, counts, say)
    return counts


def _content(statement: Statement) -> list[tuple[int, int]]:
    return [(s.start, s.end) for s in statement.content]


def _wanted(spans: Iterable[Sequence[int]]) -> list[tuple[int, int]]:
    return [(s[0], s[1]) for s in spans]


def _same_saying(found: Statement, wanted: Entry) -> float:
    """Contents that share half of the shorter; where there is no content to compare, the cues."""
    content = _wanted(wanted["content"])
    if found.content and content:
        if covers(_content(found), content) < 0.5:
            return 0
        return overlap(_content(found), content) + 0.001 * any_names(found.speakers, wanted["speakers"])
    if found.cue is None or wanted["cue"] is None:
        return 0
    if not overlap([(found.cue.start, found.cue.end)], _wanted([wanted["cue"]])):
        return 0
    return 0.4 + 0.001 * any_names(found.speakers, wanted["speakers"])


def _same_speaker(found: Sequence[Who], wanted: Entry, *, by_party: bool = False) -> bool:
    """Whether any speaker is right; where the text names none, whether none was found."""
    return any_names(found, wanted["speakers"], by_party=by_party) if wanted["speakers"] else not found


def _statements(report: Report, counts: Counts, say: Say) -> None:
    found, wanted = report.found.statements, report.gold["statements"]
    pairs = pair(found, wanted, _same_saying)
    count(counts, "statements", len(pairs), len(found), len(wanted))
    exact = sum(_trim(report.text, _content(f)) == _trim(report.text, _wanted(w["content"])) for f, w in pairs)
    count(counts, "statements, exact content", exact, len(found), len(wanted))
    speakers = sum(_same_speaker(f.speakers, w) for f, w in pairs)
    count(counts, "statements, right speaker", speakers, len(found), len(wanted))
    count(counts, "statements, right act", sum(f.act == w["act"] for f, w in pairs), len(found), len(wanted))
    for f, w in pairs:
        right = _same_speaker(f.speakers, w)
        given(counts, f"speaker{GIVEN}", right)
        given(counts, f"act{GIVEN}", f.act == w["act"])
        given(counts, f"form{GIVEN}", f.form == w["form"])
        if not right:
            say(f"speaker {[s.name for s in f.speakers]} for {[s['name'] for s in w['speakers']]}: {_told(w)}")
        if f.act != w["act"]:
            say(f"act {f.act} for {w['act']}: {_told(w)}")
    _say_unpaired(
        say, "statement", pairs, wanted, _told, [(f, _words(report, f.content or (f.sentence,))) for f in found]
    )


def _claims(report: Report, counts: Counts, say: Say) -> None:
    """Who accuses whom, and who denies what."""
    accusing = _accusations(report)
    wanted = [s for s in report.gold["statements"] if s["act"] == "allege" and s.get("accused")]
    pairs = pair(accusing, wanted, _same_accusation)
    count(counts, "allegations", len(pairs), len(accusing), len(wanted))
    _say_unpaired(say, "allegation", pairs, wanted, _accusation,
                  [(f, f"{[w.name for w in f[0]]} > {[w.name for w in f[1]]}") for f in accusing])  # fmt: skip
    denying = [s for s in report.found.statements if s.act is Act.DENY]
    denials = [s for s in report.gold["statements"] if s["act"] == "deny"]
    denied = pair(denying, denials, _same_denial)
    count(counts, "denials", len(denied), len(denying), len(denials))
    aimed = [(f, w) for f, w in denied if w.get("denies")]
    missed = sum(bool(w.get("denies")) for w in denials) - len(aimed)
    count(counts, "denial target", sum(_hits(report, f, w) for f, w in aimed), len(aimed) + missed, len(aimed) + missed)


def _accusations(report: Report) -> list[Accusation]:
    """Accusers and accused of statements, and of alleged events in sentences where no statement says so."""
    said = [s for s in report.found.statements if s.act is Act.ALLEGE and s.accused]
    alleged = [m for m in report.found.events.mentions if m.stance is Stance.ALLEGES and m.actor is not None]
    spoken = {s.sentence for s in said}
    found = [(s.speakers, s.accused) for s in said]
    return found + [(m.claimants, (m.actor,)) for m in alleged if m.sentence not in spoken and m.actor]


def _same_accusation(found: Accusation, wanted: Entry) -> float:
    by = _same_speaker(found[0], wanted, by_party=True)
    return float(by and any_names(found[1], wanted["accused"], by_party=True))


def _same_denial(found: Statement, wanted: Entry) -> float:
    return _same_saying(found, wanted) if _same_speaker(found.speakers, wanted, by_party=True) else 0


def _hits(report: Report, found: Statement, wanted: Entry) -> bool:
    """Whether what is denied lies in a sentence of what is annotated."""
    sentences = [
        s for s in report.found.document.sentences if any(s.start < d[1] and d[0] < s.end for d in wanted["denies"])
    ]
    return any(s.overlaps(d) for s in sentences for d in found.denies)


def _same_event(found: EventMention, wanted: Entry) -> float:
    """Of one ACLED type, with a trigger of the one in a sentence of the other; likest where claimants agree."""
    if _CLASS[found.act] != _CLASS[wanted["act"]]:
        return 0
    spans = found.spans or (found.sentence,)
    if not any(s.start <= t[0] < s.end for t in wanted["triggers"] for s in spans):
        return 0
    exact = any(found.trigger.start < t[1] and t[0] < found.trigger.end for t in wanted["triggers"])
    is_claimed = any_names(found.claimants, wanted.get("claimants", ()), by_party=True)
    return 1.0 + 2 * exact + is_claimed + int(found.factuality == wanted["factuality"])


def _events(report: Report, counts: Counts, say: Say) -> None:
    everything = [m for m in report.found.events.mentions if m.act not in _LEFT_OUT]
    wanted = [e for e in report.gold["events"] if e["act"] not in _LEFT_OUT]
    pairs = pair(everything, wanted, _same_event)
    told = [(f, w) for f, w in pairs if f.factuality in _TOLD and w["factuality"] in _TOLD]
    found = [m for m in everything if m.factuality in _TOLD]
    gold_told = [e for e in wanted if e["factuality"] in _TOLD]
    count(counts, "events told", len(told), len(found), len(gold_told))
    for f, w in pairs:
        given(counts, f"event factuality{GIVEN}", f.factuality == w["factuality"])
        if f.factuality != w["factuality"]:
            say(f"factuality {f.factuality} for {w['factuality']}: {w['triggers'][0][2]}")
    for f, w in told:
        _event_roles(f, w, counts, say)
    _say_unpaired(say, "event", told, gold_told, lambda w: f"{w['act']}: {w['triggers'][0][2]}",
                  [(f, f"{f.act}: {_words(report, (f.sentence,))}") for f in found])  # fmt: skip


def _event_roles(found: EventMention, wanted: Entry, counts: Counts, say: Say) -> None:
    checks = {
        "act": ([wanted], found.act == wanted["act"]),
        "actor": (wanted.get("actor"), any_names([found.actor], wanted.get("actor", ()), by_party=True)),
        "claimant": (wanted.get("claimants"), any_names(found.claimants, wanted.get("claimants", ()), by_party=True)),
        "place": (wanted.get("where"), "where" in wanted and same_place(found.where, wanted["where"])),
        "time": (wanted.get("when"), "when" in wanted and same_time(found.when, wanted["when"])),
    }
    for role, (is_there, is_right) in checks.items():
        if is_there:
            given(counts, f"event {role}{GIVEN}", is_right)
            if not is_right:
                say(f"event {role} wrong: {wanted['triggers'][0][2]}: {is_there}")


def _casualties(report: Report, counts: Counts, say: Say) -> None:
    """Kinds and ranges of harm, each once a report; harm that neither bound numbers is left out."""
    harms = [h for m in report.found.events.mentions for h in m.harm]
    found = {(h.kind, h.amount.low, h.amount.high) for h in harms} - {(h.kind, None, None) for h in harms}
    wanted = {(h["kind"], h["low"], h["high"]) for e in report.gold["events"] for h in e["harm"]}
    count(counts, "casualties", len(found & wanted), len(found), len(wanted))
    for harm in sorted(wanted - found, key=str):
        say(f"casualties missed: {harm}")
    for harm in sorted(found - wanted, key=str):
        say(f"casualties not there: {harm}")


def _same_commitment(found: Commitment, wanted: Entry) -> float:
    start, end, _ = wanted["span"]
    if found.what != wanted["what"] or not (found.sentence.start < end and start < found.sentence.end):
        return 0
    return 1.0 + overlap([(found.span.start, found.span.end)], [(start, end)])


def _commitments(report: Report, counts: Counts, say: Say) -> None:
    found, wanted = report.found.events.commitments, report.gold["commitments"]
    pairs = pair(found, wanted, _same_commitment)
    count(counts, "commitments", len(pairs), len(found), len(wanted))
    for f, w in pairs:
        given(counts, f"commitment stage{GIVEN}", f.stage == w["stage"])
        if w.get("givers"):
            given(counts, f"commitment giver{GIVEN}", any_names(f.givers, w["givers"], by_party=True))
        if "amount" in w:
            given(counts, f"commitment amount{GIVEN}", same_amount(f.amount, w["amount"]))
        if w["conditions"]:
            conditions = [(c.start, c.end) for c in f.conditions]
            given(counts, f"commitment condition{GIVEN}", overlap(conditions, _wanted(w["conditions"])) >= 0.5)
    _say_unpaired(say, "commitment", pairs, wanted, lambda w: f"{w['what']}, {w['stage']}: {w['span'][2]}",
                  [(f, f"{f.what}: {_words(report, (f.sentence,))}") for f in found])  # fmt: skip


def _same_gathering(found: Gathering, wanted: Entry) -> float:
    triggers = [Span(t[0], t[1]) for t in wanted["triggers"]]
    if not any(s.overlaps(t) for s in (found.sentence, *found.spans) for t in triggers):
        return 0
    is_trigger = any(found.trigger.overlaps(t) for t in triggers)
    return 1.0 + 2 * is_trigger + int(found.kind == wanted["kind"])


def _gatherings(report: Report, counts: Counts, say: Say) -> None:
    found, wanted = report.found.events.gatherings, report.gold["gatherings"]
    pairs = pair(found, wanted, _same_gathering)
    count(counts, "gatherings", len(pairs), len(found), len(wanted))
    for f, w in pairs:
        given(counts, f"gathering kind{GIVEN}", f.kind == w["kind"])
        if "where" in w:
            given(counts, f"gathering place{GIVEN}", same_place(f.where, w["where"]))
        if "when" in w:
            given(counts, f"gathering time{GIVEN}", same_time(f.when, w["when"]))
        for role in ("hosts", "participants", "absentees"):
            there = w.get(role, ())
            named = sum(any(names(who, one, by_party=False) for who in getattr(f, role)) for one in there)
            if there:
                count(counts, f"gathering {role}{GIVEN}", named, len(there), len(there))
    _say_unpaired(say, "gathering", pairs, wanted, lambda w: f"{w['kind']}: {w['triggers'][0][2]}",
                  [(f, f"{f.kind}: {_words(report, (f.sentence,))}") for f in found])  # fmt: skip


def _told(wanted: Entry) -> str:
    return " … ".join(c[2] for c in wanted["content"])[:90] or str(wanted["cue"])


def _accusation(wanted: Entry) -> str:
    return f"{[w['name'] for w in wanted['speakers']]} > {[w['name'] for w in wanted['accused']]}"


def _words(report: Report, spans: Iterable[Span]) -> str:
    return " … ".join(report.text[s.start : s.end] for s in spans)[:110].replace("\n", " ")


def _trim(text: str, spans: Iterable[tuple[int, int]]) -> list[str]:
    """The words without marks, spaces and a leading "that"."""
    words = [text[a:b].strip(" \n,.;:–—-\"“”„«»'") for a, b in spans]
    return [w.removeprefix("that ").removeprefix("что ").removeprefix("що ") for w in words]


def _say_unpaired(say: Say, noun: str, pairs: Sequence[tuple[F, Entry]], wanted: Iterable[Entry],
                  tell: Callable[[Entry], str], found: Iterable[tuple[F, str]]) -> None:  # fmt: skip
    met, right = {id(w) for _, w in pairs}, {id(f) for f, _ in pairs}
    for w in wanted:
        if id(w) not in met:
            say(f"{noun} missed: {tell(w)}")
    for f, words in found:
        if id(f) not in right:
            say(f"{noun} not there: {words}")
