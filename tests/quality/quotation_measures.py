"""What following quotations reaches: on edits of real quotations, and on machine rewrites of news read by hand.

Each figure is per mille, on the half of the articles that nothing was tuned on.

**Edits** (``quotation_edits``): 200 quotations of PolNeAR's training articles, each with every edit that its words
allow. Of a case, the edited quotation must have the expected change and no other; any other quotation of the passage
that is called altered counts against the precision of "altered".

**Read by hand** (``quotation_labels.json``): 92 machine rewrites of news, the first by a shuffle of
``rewrite_pairs_news`` (seed 20) of those whose source has at most 9,000 characters and whose rewrite has a quotation of
four words or more, one for each source, with 246 quotations of the rewrites and 96 of the sources labelled. Both texts
were read before the program was run on any of them; what stands in the file is row, code points and label only. One
label was put right afterwards, in the half that was tuned on: row 100 quotes its source in single marks.
Labels: v verbatim, t trimmed, a altered, q marks put on, n new, u marks taken off, d dropped; several letters where a
reader may hold either (a headline that a rewrite puts in marks is new or carries a sentence), the first one counting
as missed where the program says neither. A quotation followed in parts is as its most changed part is.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from lineage_measures import document, is_kept_aside, per_mille, rows
from quotation_edits import Case, cases, draw

from trucewatch.documents.model import Document
from trucewatch.evaluation import read_corpus
from trucewatch.lineage import QuotationChange, QuotationPair
from trucewatch.lineage.quotation_changes import follow
from trucewatch.lineage.sentence_changes import aligned
from trucewatch.values import Span

LABELS = Path(__file__).with_name("quotation_labels.json")
REWRITES = "rewrite_pairs_news"
#: Label of each change, the weightiest first.
LETTERS = {
    QuotationChange.ALTERED: "a",
    QuotationChange.REATTRIBUTED: "r",
    QuotationChange.TRIMMED: "t",
    QuotationChange.VERBATIM: "v",
    QuotationChange.QUOTED: "q",
    QuotationChange.UNQUOTED: "u",
    QuotationChange.NEW: "n",
    QuotationChange.DROPPED: "d",
}
_NAMES = {letter: change.name.casefold() for change, letter in LETTERS.items()}


@dataclass
class Counts:
    """Per label: rightly said, said, and there."""

    right: Counter[str] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)
    there: Counter[str] = field(default_factory=Counter)

    def add(self, said: str, labels: str, *, is_right: bool) -> None:
        """One quotation: what the program said, and what may be said of it."""
        self.said[said] += 1
        self.there[said if is_right else labels[0]] += 1
        self.right[said] += is_right

    def figures(self, prefix: str) -> Iterator[tuple[str, int]]:
        """Precision and recall of each change that the corpus has."""
        for letter, name in _NAMES.items():
            if self.there[letter]:
                yield f"{prefix} {name} precision", per_mille(self.right[letter], self.said[letter])
                yield f"{prefix} {name} recall", per_mille(self.right[letter], self.there[letter])


def corpus_of(folder: Path) -> str:
    """SHA-256 over the rewrites, the labels, the articles and the way edits are made."""
    total = sha256((folder / "lineage" / f"{REWRITES}.jsonl.gz").read_bytes())
    for path in (LABELS, Path(__file__).with_name("quotation_edits.py")):
        total.update(path.read_bytes())
    for path in sorted((folder / "statements" / "polnear" / "train" / "text").glob("*.txt")):
        total.update(path.name.encode() + sha256(path.read_bytes()).digest())
    return total.hexdigest()


def all_figures(folder: Path) -> dict[str, int]:
    """Every figure of quotations."""
    return {**dict(_edited(folder)), **dict(_read(folder).figures("read"))}


def followed(a: Document, b: Document) -> Sequence[QuotationPair]:
    """Every quotation of two documents."""
    return follow(a, b, aligned(a, b)).pairs


def _edited(folder: Path) -> Iterator[tuple[str, int]]:
    counts, held = Counts(), Counter[str]()
    kinds = Counter[str]()
    samples = draw(read_corpus(folder / "statements" / "polnear" / "train"))
    for case in (case for sample in samples if is_kept_aside(sample.key) for case in cases(sample)):
        said, labels, others = _outcome(case)
        is_right = set(said) <= set(labels)
        counts.add(_weightiest(said), labels, is_right=is_right)
        counts.said["a"] += others
        kinds[case.edit] += 1
        held[case.edit] += is_right
    yield from counts.figures("edited")
    for edit in kinds:
        yield f"edit: {edit}", per_mille(held[edit], kinds[edit])


def _outcome(case: Case) -> tuple[str, str, int]:
    """What is said of the edited quotation, what should be, and how many others are called altered."""
    pairs = followed(document("a", case.text_a), document("b", case.text_b))
    mine = [*_of_a(pairs, case.a), *_of_b(pairs, case.b)]
    others = sum(pair.change is QuotationChange.ALTERED and pair not in mine for pair in pairs)
    return _letters(mine), "".join(sorted(case.expected)), others


class ReadByHand(NamedTuple):
    """One labelled quotation of a rewrite or its source: what is said of it, and what may rightly be."""

    id: str
    said: str
    labels: str
    is_right: bool


def read_by_hand(folder: Path) -> Iterator[ReadByHand]:
    """Every quotation labelled by hand in the rewrites kept aside."""
    texts = rows(folder / "lineage", REWRITES)
    for labelled in json.loads(LABELS.read_text(encoding="utf-8")):
        number = labelled["row"]
        row = texts[number]
        if not is_kept_aside(sha256(row["src"].encode()).hexdigest()):
            continue
        pairs = followed(document("a", row["src"]), document("b", row["rew"]))
        for start, end, labels, sources in labelled["b"]:
            mine = _of_b(pairs, (start, end))
            said = _weightiest(_letters(mine))
            is_right = said in labels and _is_from(mine, sources, said)
            yield ReadByHand(f"rew-{number}:{start}", said, labels, is_right)
        for start, end, labels in labelled["a"]:
            said = _weightiest(_letters(_of_a(pairs, (start, end))))
            yield ReadByHand(f"src of rew-{number}:{start}", said, labels, said in labels)


def _read(folder: Path) -> Counts:
    counts = Counts()
    for quotation in read_by_hand(folder):
        counts.add(quotation.said, quotation.labels, is_right=quotation.is_right)
    return counts


def _is_from(pairs: Iterable[QuotationPair], sources: Sequence[tuple[int, int]], said: str) -> bool:
    """Whether the quotation is traced to one that it comes from; where it is said to come from none, that is said."""
    is_traced = any(pair.a and pair.a.overlaps(Span(*source)) for pair in pairs for source in sources)
    return is_traced or not sources or said in "qn"


def _of_a(pairs: Sequence[QuotationPair], place: tuple[int, int] | None) -> list[QuotationPair]:
    """The pairs of a quotation of A; a sentence that B put in marks is none."""
    found = (pair for pair in pairs if pair.a and pair.change is not QuotationChange.QUOTED)
    return [pair for pair in found if place and pair.a and pair.a.overlaps(Span(*place))]


def _of_b(pairs: Sequence[QuotationPair], place: tuple[int, int] | None) -> list[QuotationPair]:
    found = (pair for pair in pairs if pair.b and pair.change is not QuotationChange.UNQUOTED)
    return [pair for pair in found if place and pair.b and pair.b.overlaps(Span(*place))]


def _letters(pairs: Iterable[QuotationPair]) -> str:
    said = {LETTERS[pair.change] for pair in pairs}
    return "".join(letter for letter in LETTERS.values() if letter in said) or "-"


def _weightiest(letters: str) -> str:
    return letters[0]
