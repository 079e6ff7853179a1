"""The systems that the lineage benchmarks hold side by side, each behind the same two calls.

``take`` looks each text up among those taken before and then files it; ``ask`` looks texts up and files nothing. Both
give, per text, the ids found, best first where the system ranks them. Decides nothing about what is right. A system
whose library is missing cannot be made: ``missing`` says which library.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Protocol

from lineage_input import Text
from own_process import say

from trucewatch.documents import Document
from trucewatch.lineage import DerivationKind, MemoryPostings, Sketch, index_keys, search, sketch, weigh

Found = list[tuple[str, ...]]
TOP = 16
_PERMUTATIONS = 128
_BANDS = 32  # of rensa's 128 places: four to a band, as near to a threshold of one half as it can be cut
_WORD = re.compile(r"\w+")
ASKED = "asked "  # opens the id of a text that was looked up, where looking up files it
_APART = frozenset({DerivationKind.SAME_EVENT, DerivationKind.UNRELATED})


class System(Protocol):
    """Something that finds which earlier texts a text resembles."""

    def take(self, texts: Sequence[Text]) -> Found:
        """Look each text up among those taken before it, then file it."""
        ...

    def ask(self, texts: Sequence[Text]) -> Found:
        """Look each text up; file nothing."""
        ...


class CaseEngine:
    """The engine that a case uses, with postings in memory: sixteen candidates, or those whose verdict is "derived"."""

    def __init__(self, *, verdicts: bool) -> None:
        self._verdicts = verdicts
        self._postings = MemoryPostings()
        self._sketches: dict[str, Sketch] = {}

    def take(self, texts: Sequence[Text]) -> Found:
        """See ``System``."""
        found = []
        for text in texts:
            made = sketch(_document(text))
            found.append(self._look_up(made))
            self._postings.add(made.document, made.size, index_keys(made))
            if self._verdicts:
                self._sketches[made.document] = made
        return found

    def ask(self, texts: Sequence[Text]) -> Found:
        """See ``System``."""
        return [self._look_up(sketch(_document(text))) for text in texts]

    def _look_up(self, made: Sketch) -> tuple[str, ...]:
        found = search(made, self._postings, TOP)
        if not self._verdicts:
            return found.candidates
        held = self._sketches
        return tuple(one for one in found.candidates if weigh(held[one], made, found.ignored).kind not in _APART)


class CorpusEngine:
    """The engine for corpora, in native code. Filing a text relates it to all before it, verdicts included.

    A text looked up gets its candidates, or with ``verdicts`` is related, which files it: the n-th text looked up may
    then be found by those after it, as ``ASKED`` n.
    """

    def __init__(self, *, verdicts: bool) -> None:
        from trucewatch.lineage.corpus import Article, Engine  # noqa: PLC0415 - it needs an extra

        self._make_article, self._engine, self._verdicts = Article, Engine(), verdicts
        self._order: dict[str, int] = {}
        self._asked = 0

    def take(self, texts: Sequence[Text]) -> Found:
        """See ``System``."""
        found: dict[str, list[str]] = {text.id: [] for text in texts}
        self._order |= {text.id: at for at, text in enumerate(texts, len(self._order))}
        for edge in self._engine.add(map(self._article, texts)):
            newer, older = sorted((edge.child, edge.parent), key=self._order.__getitem__, reverse=True)
            found[newer].append(older)
        return [tuple(ids) for ids in found.values()]

    def ask(self, texts: Sequence[Text]) -> Found:
        """See ``System``."""
        if not self._verdicts:
            return self._engine.candidates(map(self._article, texts), TOP)
        asked = [replace(text, id=f"{ASKED}{at}") for at, text in enumerate(texts, self._asked)]
        self._asked += len(texts)
        return self.take(asked)

    def _article(self, text: Text) -> Any:
        return self._make_article(id=text.id, text=text.text, source=text.source)


def _document(text: Text) -> Document:
    """The text as lineage reads it: every line a paragraph of the body."""
    return Document(
        id=text.id,
        sha256="",
        media_type="text/plain",
        text=text.text,
        text_sha256="",
        language="en",
        blocks=(),
        sentences=(),
        reader="bench",
        source=text.source,
    )


class Datasketch:
    """MinHash of runs of ``run`` words, and the library's own locality-sensitive index. Gives a set, unranked."""

    def __init__(self, *, run: int, threshold: float, hashing: str) -> None:
        from datasketch import MinHash, MinHashLSH  # noqa: PLC0415 - only in the process that measures it

        options: dict[str, Any] = {"num_perm": _PERMUTATIONS}
        if hashing == "xxhash":
            from xxhash import xxh32_intdigest  # noqa: PLC0415 - the same

            options["hashfunc"] = xxh32_intdigest
        self._run, self._options, self._sign = run, options, MinHash.generator
        self._index = MinHashLSH(threshold=threshold, num_perm=_PERMUTATIONS)

    def take(self, texts: Sequence[Text]) -> Found:
        """See ``System``."""
        found = []
        for text, signed in zip(texts, self._signed(texts), strict=True):
            found.append(tuple(self._index.query(signed)))
            self._index.insert(text.id, signed)
        return found

    def ask(self, texts: Sequence[Text]) -> Found:
        """See ``System``."""
        return [tuple(self._index.query(signed)) for signed in self._signed(texts)]

    def _signed(self, texts: Sequence[Text]) -> Any:
        """As the library's own pages do many at once: the permutations are made once."""
        runs = ([run.encode() for run in _runs(text.text, self._run)] for text in texts)
        return self._sign(runs, **self._options)


class Rensa:
    """R-MinHash of runs of five words, signed and indexed in Rust. Gives a set, unranked."""

    def __init__(self) -> None:
        from rensa import RMinHash, RMinHashLSH  # noqa: PLC0415 - only in the process that measures it

        self._sign = RMinHash.from_token_sets
        self._index = RMinHashLSH(threshold=0.5, num_perm=_PERMUTATIONS, num_bands=_BANDS)
        self._ids: list[str] = []

    def take(self, texts: Sequence[Text]) -> Found:
        """See ``System``."""
        found = []
        for text, signed in zip(texts, self._signed(texts), strict=True):
            found.append(self._named(self._index.query(signed)))
            self._index.insert(len(self._ids), signed)
            self._ids.append(text.id)
        return found

    def ask(self, texts: Sequence[Text]) -> Found:
        """See ``System``."""
        return [self._named(self._index.query(signed)) for signed in self._signed(texts)]

    def _signed(self, texts: Sequence[Text]) -> Any:
        return self._sign([list(_runs(text.text, 5)) for text in texts], num_perm=_PERMUTATIONS, seed=42)

    def _named(self, keys: Sequence[int]) -> tuple[str, ...]:
        return tuple(self._ids[key] for key in dict.fromkeys(keys))


class TfIdf:
    """Words weighed by rarity, all texts against all, the best sixteen of each. Knows its corpus only at the end."""

    def __init__(self) -> None:
        import numpy as np  # noqa: PLC0415 - only in the process that measures it
        import sparse_dot_topn  # noqa: PLC0415 - the same
        from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415 - the same

        self._weigh = TfidfVectorizer(dtype=np.float32)
        self._multiply = sparse_dot_topn.sp_matmul_topn
        self._texts: list[Text] = []
        self._filed: Any = None

    def take(self, texts: Sequence[Text]) -> Found:
        """All at once, and once only: weights need the whole corpus."""
        self._texts = list(texts)
        weighed = self._weigh.fit_transform([text.text for text in texts])
        self._filed = weighed.T.tocsr()
        return self._best(weighed, TOP + 1)  # one of them is the text itself

    def ask(self, texts: Sequence[Text]) -> Found:
        """See ``System``."""
        return self._best(self._weigh.transform([text.text for text in texts]), TOP) if texts else []

    def _best(self, weighed: Any, most: int) -> Found:
        scores = self._multiply(weighed, self._filed, top_n=most, sort=True, n_threads=1)
        ends = scores.indptr
        return [tuple(self._texts[at].id for at in scores.indices[start:end]) for start, end in pairwise(ends)]


def _runs(text: str, length: int) -> set[str]:
    """The runs of ``length`` words, as every MinHash tutorial makes them."""
    words = _WORD.findall(text.lower())
    return {" ".join(words[at : at + length]) for at in range(max(1, len(words) - length + 1))}


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: how a system is made, what it needs, its licence, whether it ranks and whether it takes batches."""

    title: str
    make: Callable[[], System]
    needs: tuple[str, ...] = ()
    licence: str = ""
    is_ranked: bool = False
    takes_batches: bool = True

    @property
    def missing(self) -> tuple[str, ...]:
        """The libraries that are not here."""
        return tuple(name for name in self.needs if importlib.util.find_spec(name) is None)


YARDSTICK = "datasketch"  # what the others are told as multiples of
SYSTEMS: dict[str, Entry] = {
    "case": Entry("Trucewatch, case engine: candidates", lambda: CaseEngine(verdicts=False), is_ranked=True),
    "case-verdicts": Entry("Trucewatch, case engine: verdicts", lambda: CaseEngine(verdicts=True), is_ranked=True),
    "corpus": Entry(
        "Trucewatch, corpus engine: candidates", lambda: CorpusEngine(verdicts=False), ("numba",), is_ranked=True
    ),
    "corpus-verdicts": Entry(
        "Trucewatch, corpus engine: verdicts", lambda: CorpusEngine(verdicts=True), ("numba",), is_ranked=True
    ),
    YARDSTICK: Entry(
        "datasketch, runs of 5, threshold .5, sha1",
        lambda: Datasketch(run=5, threshold=0.5, hashing="sha1"),
        ("datasketch",),
        "MIT",
    ),
    "datasketch-xxhash": Entry(
        "datasketch, runs of 5, threshold .5, xxhash",
        lambda: Datasketch(run=5, threshold=0.5, hashing="xxhash"),
        ("datasketch", "xxhash"),
        "MIT",
    ),
    "datasketch-low": Entry(
        "datasketch, runs of 5, threshold .1, xxhash",
        lambda: Datasketch(run=5, threshold=0.1, hashing="xxhash"),
        ("datasketch", "xxhash"),
        "MIT",
    ),
    "datasketch-words": Entry(
        "datasketch, single words, threshold .3, xxhash",
        lambda: Datasketch(run=1, threshold=0.3, hashing="xxhash"),
        ("datasketch", "xxhash"),
        "MIT",
    ),
    "rensa": Entry("rensa, runs of 5, 32 bands of 4", Rensa, ("rensa",), "MIT"),
    "tfidf": Entry(
        "TF-IDF, all against all, best 16",
        TfIdf,
        ("sklearn", "sparse_dot_topn"),
        "BSD-3, Apache-2.0",
        is_ranked=True,
        takes_batches=False,
    ),
}


def is_here(name: str) -> bool:
    """Whether the system's libraries are installed; says so where they are not."""
    missing = SYSTEMS[name].missing
    if missing:
        say(f"{SYSTEMS[name].title}: left out, {', '.join(missing)} not installed here. Try: make bench")
    return not missing
