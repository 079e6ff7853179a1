"""Builds the gold annotations: words quoted by hand become exact offsets; what does not stand in the text is refused.

``python tools/gold.py`` reads every ``gold/LANGUAGE/NNN.toml`` beside its ``NNN.txt`` and writes ``NNN.json``. What the
fields mean is in ``gold/FORMAT.md``. Decides only where quoted words stand; never looks at what the program finds.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from trucewatch.events import Factuality
from trucewatch.situation import ACTS, Situation, Stage, read_situation
from trucewatch.statements import Act, Form

GOLD = Path(__file__).parents[1] / "gold"
LANGUAGES = ("en", "ru", "uk")
GOODS = (
    "troops", "observers", "weapons", "money", "security guarantees", "military assistance", "humanitarian aid",
    "ceasefire", "territory", "prisoners", "resources", "other",
)  # fmt: skip
GATHERINGS = ("meeting", "talks", "summit", "visit", "call")
HARMS = ("killed", "wounded", "captured", "missing", "displaced", "damaged", "destroyed")
_NUMBERED = re.compile(r"(.+) #(\d+)")
_RANGE = re.compile(r"(\d*)(?:(\.\.)(\d*))?|\?")

Light = Mapping[str, Any]  # one entry as written by hand
Place = tuple[int, int]


class GoldError(Exception):
    """An annotation that cannot be right: which, and why."""


class Quoting:
    """One text, and where quoted words stand in it."""

    def __init__(self, text: str, entry: Light = {}, name: str = "") -> None:  # noqa: B006 -- only read
        self.text, self._name = text, name
        self._anchor: Place | None = None
        quotes = sorted((q for q in _quotes(entry) if self._all(q)), key=len, reverse=True)
        for quote in quotes:
            found = self._all(quote)
            if len(found) == 1:
                self._anchor = found[0]
                return
        if quotes:
            raise GoldError(f"{name}: all words of an entry stand more than once; number one: {quotes[0]!r} #2")

    def find(self, quote: str, near: Place | None = None, clear_of: Iterable[Place] = ()) -> Place:
        """Where the words stand: once, or numbered, or nearest to ``near`` or the entry's longest unique words."""
        found = self._all(quote)
        free = [f for f in found if not any(f[0] < c[1] and c[0] < f[1] for c in clear_of)] or found
        if not free:
            raise GoldError(f"{self._name}: {quote!r} does not stand in the text")
        anchor = near or self._anchor
        return min(free, key=lambda f: (_gap(f, anchor), f)) if anchor else free[0]

    def span(self, quote: str, near: Place | None = None, clear_of: Iterable[Place] = ()) -> list[Any]:
        """``[start, end, the words]``."""
        start, end = self.find(quote, near, clear_of)
        return [start, end, self.text[start:end]]

    def _all(self, quote: str) -> list[Place]:
        numbered = _NUMBERED.fullmatch(quote)
        words = numbered[1] if numbered else quote
        pattern = r"(?s:.*?)".join(re.escape(part) for part in words.split(" ... "))
        found = [m.span() for m in re.finditer(rf"(?<!\w){pattern}(?!\w)", self.text)]
        return found[int(numbered[2]) - 1 :][:1] if numbered else found


def _quotes(entry: Light) -> list[str]:
    """Every quotation of an entry; people and bodies by the words before their name, values by those after."""
    quotes: list[str] = []
    for key, value in entry.items():
        for item in value if isinstance(value, list) else [value]:
            if key in _WHO:
                quotes.append(_split_who(item)[0])
            elif key == "when":
                quotes.append(item.partition(" = ")[0])
            elif key in {"harm", "amount"}:
                quotes.append(item.partition(": ")[2])
            elif key in _WORDS:
                quotes.append(item)
    return [q for q in quotes if q]


_WHO = {"by", "of", "via", "actor", "target", "claimants", "giver", "receiver", "seeker", "hosts", "with", "without"}
_WORDS = {"cue", "says", "trigger", "where", "words", "if", "purpose"}


def _gap(one: Place, other: Place) -> int:
    return max(one[0] - other[1], other[0] - one[1], 0)


def _split_who(light: str) -> tuple[str, str, str]:
    """Words, name and party of ``words = Name @party``."""
    body, _, party = light.partition(" @")
    words, equals, name = body.partition("= ")
    words = words.strip()
    return words, (name if equals else _NUMBERED.sub(r"\1", words)), party


def _who(quoting: Quoting, light: str, near: Place | None = None, clear_of: Iterable[Place] = ()) -> dict[str, Any]:
    words, name, party = _split_who(light)
    span = {"span": quoting.span(words, near, clear_of)} if words else {}
    return {"name": name, **({"party": party} if party else {}), **span}


def _whos(quoting: Quoting, entry: Light, names: Mapping[str, str]) -> dict[str, Any]:
    return {long: [_who(quoting, w) for w in entry[short]] for short, long in names.items() if short in entry}


def _amount(quoting: Quoting, light: str) -> dict[str, Any]:
    """``4..7: between four and seven fighters``."""
    number, _, words = light.partition(": ")
    match = _RANGE.fullmatch(number)
    if match is None:
        raise GoldError(f"{light!r}: a range is 4, 4..7, 4.., ..7 or ?")
    low = int(match[1]) if match[1] else None
    high = (int(match[3]) if match[3] else None) if match[2] else low
    return {"low": low, "high": high, "span": quoting.span(words)}


def _where_when(quoting: Quoting, entry: Light) -> dict[str, Any]:
    made: dict[str, Any] = {}
    if "where" in entry:
        words, _, name = entry["where"].partition(" = ")
        made["where"] = {"name": name or _NUMBERED.sub(r"\1", words), "span": quoting.span(words)}
    if "when" in entry:
        words, _, edtf = entry["when"].partition(" = ")
        bounds(edtf)
        made["when"] = {"edtf": edtf, "span": quoting.span(words)}
    return made


def bounds(edtf: str) -> tuple[date, date]:
    """First and last day of a day, month, year or interval."""
    first, _, last = edtf.partition("/")
    return _days(first)[0], _days(last or first)[1]


def _days(edtf: str) -> tuple[date, date]:
    parts = [int(p) for p in edtf.split("-")]
    if len(parts) == 3:
        return date(*parts), date(*parts)
    year, month = parts[0], parts[1] if len(parts) == 2 else 0
    after = date(year + 1, 1, 1) if month in {0, 12} else date(year, month + 1, 1)
    return date(year, month or 1, 1), date.fromordinal(after.toordinal() - 1)


def _one_of(value: str, known: Iterable[str], name: str) -> str:
    if value not in list(known):
        raise GoldError(f"{name}: {value!r} is none of {', '.join(known)}")
    return value


def _statement(text: str, entry: Light, name: str) -> dict[str, Any]:
    quoting = Quoting(text, entry, name)
    content = [quoting.span(q) for q in entry["says"]]
    taken = [(start, end) for start, end, _ in content]
    near = taken[0] if taken else None
    cue = quoting.span(entry["cue"], near, taken) if "cue" in entry else None
    by_cue = (cue[0], cue[1]) if cue else near
    return {
        **({"id": entry["id"]} if "id" in entry else {}),
        "speakers": [_who(quoting, w, by_cue, taken) for w in entry["by"]],
        "cue": cue,
        "content": content,
        "act": _one_of(entry.get("act", "assert"), Act, name),
        "form": _one_of(entry.get("form", "indirect"), Form, name),
        **_whos(quoting, entry, {"of": "accused", "via": "via"}),
        **({"denies": entry["denies"]} if "denies" in entry else {}),
    }


def _event(text: str, entry: Light, name: str) -> dict[str, Any]:
    quoting = Quoting(text, entry, name)
    told = "claimed" if "claimants" in entry else "reported"
    return {
        "triggers": [quoting.span(t) for t in entry["trigger"]],
        "act": _one_of(entry["act"], ACTS, name),
        **_whos(quoting, entry, {"actor": "actor", "target": "target", "claimants": "claimants"}),
        **_where_when(quoting, entry),
        "harm": [_harm(quoting, h, name) for h in entry.get("harm", ())],
        "factuality": _one_of(entry.get("factuality", told), Factuality, name),
        **({"is_retracted": True} if entry.get("retracted") else {}),
    }


def _harm(quoting: Quoting, light: str, name: str) -> dict[str, Any]:
    kind, _, amount = light.partition(" ")
    return {"kind": _one_of(kind, HARMS, name), **_amount(quoting, amount)}


def _commitment(text: str, entry: Light, name: str) -> dict[str, Any]:
    quoting = Quoting(text, entry, name)
    return {
        "span": quoting.span(entry["words"]),
        "what": _one_of(entry["what"], GOODS, name),
        "stage": _one_of(entry["stage"], Stage, name),
        **_whos(quoting, entry, {"giver": "givers", "receiver": "receivers", "seeker": "seekers"}),
        **({"amount": _amount(quoting, entry["amount"])} if "amount" in entry else {}),
        "conditions": [quoting.span(q) for q in entry.get("if", ())],
    }


def _gathering(text: str, entry: Light, name: str) -> dict[str, Any]:
    quoting = Quoting(text, entry, name)
    return {
        "triggers": [quoting.span(t) for t in entry["trigger"]],
        "kind": _one_of(entry["kind"], GATHERINGS, name),
        **_where_when(quoting, entry),
        **_whos(quoting, entry, {"hosts": "hosts", "with": "participants", "without": "absentees"}),
        **({"purpose": quoting.span(entry["purpose"])} if "purpose" in entry else {}),
        "factuality": _one_of(entry.get("factuality", "reported"), Factuality, name),
    }


_MAKERS = {"statements": _statement, "events": _event, "commitments": _commitment, "gatherings": _gathering}
_FIELDS = {
    "statements": {"id", "by", "cue", "says", "act", "form", "of", "via", "denies"},
    "events": {"trigger", "act", "actor", "target", "where", "when", "harm", "factuality", "claimants", "retracted"},
    "commitments": {"words", "what", "stage", "giver", "receiver", "seeker", "amount", "if"},
    "gatherings": {"trigger", "kind", "where", "when", "hosts", "with", "without", "purpose", "factuality"},
}


def split_of(number: str) -> str:
    """``dev`` or ``held``, by the hash of the report's number: adding reports moves none.

    A number falls on one side in every language: a story told under it in two is looked at in both or in neither.
    """
    return "held" if hashlib.sha256(number.encode()).digest()[0] % 2 else "dev"


def situation_of(name: str) -> Situation:
    """The situation that a report is read with."""
    return read_situation((GOLD / "situations" / f"{name}.toml").read_text(encoding="utf-8"))


def build(text: str, light: Light, number: str) -> dict[str, Any]:
    """The annotations of one report with offsets."""
    made: dict[str, Any] = {
        "number": number,
        "split": split_of(number),
        "published": light["published"].isoformat(),
        **{key: light[key] for key in ("kind", "origin", "situation")},
        "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
    }
    for kind, make in _MAKERS.items():
        made[kind] = []
        for at, entry in enumerate(light.get(kind, ()), 1):
            name = f"{number}, {kind} {at}"
            if unknown := set(entry) - _FIELDS[kind]:
                raise GoldError(f"{name}: unknown field {min(unknown)!r}")
            made[kind].append(make(text, entry, name))
    _point_denials(text, made)
    _check_parties(made)
    return made


def _point_denials(text: str, made: dict[str, Any]) -> None:
    """Put spans where ``denies`` names a statement or quotes words."""
    by_id = {s["id"]: s for s in made["statements"] if "id" in s}
    for statement in made["statements"]:
        targets: list[Any] = []
        for quote in statement.get("denies", ()):
            target = by_id.get(quote)
            targets += (
                (target["content"] or [target["cue"]]) if target else [Quoting(text, {}, made["number"]).span(quote)]
            )
        if targets:
            statement["denies"] = targets


def _check_parties(made: dict[str, Any]) -> None:
    known = {p.id for p in situation_of(made["situation"]).parties}
    for party in _parties(made):
        _one_of(party, sorted(known), made["number"])


def _parties(made: Any) -> Iterable[str]:
    if isinstance(made, dict):
        yield from [made["party"]] if "party" in made else []
        for value in made.values():
            yield from _parties(value)
    elif isinstance(made, list):
        for value in made:
            yield from _parties(value)


def report_paths(languages: Iterable[str] = LANGUAGES) -> list[Path]:
    """The hand-written annotations, in order."""
    return [path for language in languages for path in sorted((GOLD / language).glob("*.toml"))]


def second_paths() -> list[Path]:
    """The annotations of the second pass, in order; their texts are those of the first."""
    return sorted((GOLD / "second").glob("[a-z][a-z]/*.toml"))


def built(path: Path) -> dict[str, Any]:
    """The annotations of one hand-written file."""
    text = (GOLD / path.parent.name / f"{path.stem}.txt").read_text(encoding="utf-8")
    return build(text, tomllib.loads(path.read_text(encoding="utf-8")), path.stem)


def rendered(path: Path) -> str:
    """What the JSON beside the hand-written file must be."""
    return _compact(built(path))


def _compact(made: dict[str, Any]) -> str:
    """JSON with an entry to a line: readable, and a change shows as one line."""
    lines = []
    for key, value in made.items():
        if key in _MAKERS and value:
            rows = ",\n".join("    " + json.dumps(row, ensure_ascii=False) for row in value)
            lines.append(f"  {json.dumps(key)}: [\n{rows}\n  ]")
        else:
            lines.append(f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def main() -> int:
    """Write every JSON; say what is wrong with those that cannot be built. The second pass is only checked."""
    faults = 0
    for path in report_paths() + second_paths():
        try:
            made = rendered(path)
            if path in report_paths():
                path.with_suffix(".json").write_text(made, encoding="utf-8")
        except (GoldError, tomllib.TOMLDecodeError, KeyError) as error:
            faults += 1
            print(f"{path.relative_to(GOLD)}: {error}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
