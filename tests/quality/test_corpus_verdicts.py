"""The corpus engine beside the case, on real articles: one verdict, whichever is asked."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from corpora import EVAL, need
from lineage_corpus import document, rows

from trucewatch.lineage import DerivationKind, sketch
from trucewatch.lineage.corpus import Article, Engine
from trucewatch.lineage.corpus.edges import to_edge
from trucewatch.lineage.corpus.holding import FIGURES, hold, make_list, make_shared, open_list
from trucewatch.lineage.relation import weigh

_EACH = 40  # rewrites with their sources, and events with their accounts
_DERIVED = frozenset({DerivationKind.EDITED, DerivationKind.REWRITTEN})


def texts() -> list[tuple[str, str]]:
    """Sources and rewrites, and independent accounts of one event, each with an outlet; some outlets have several."""
    folder = need(EVAL / "lineage")
    found = []
    for at, row in enumerate(rows(folder, "rewrite_pairs_news")[::25][:_EACH]):
        found += [("one", str(row["src"])), ("one" if at % 2 else "other", str(row["rew"]))]
    for event in rows(folder, "same_event_independent_basil")[:_EACH]:
        found += [(str(each["source"]), str(each["text"])) for each in event["docs"]]
    return list({text: (source, text) for source, text in found}.values())


def verdicts(engine: Engine) -> dict[tuple[int, int], tuple[str, int]]:
    """Of every two documents that the engine binds, kind and confidence; candidates are not asked for."""
    kept, lists, shared, found = engine.holdings.kept(), (make_list(), make_list()), make_shared(), {}
    for newer in range(len(engine)):
        for opened, codes, steps, starts in (
            (lists[0], kept.words, kept.word_steps, kept.word_starts),
            (lists[1], kept.grams, kept.gram_steps, kept.gram_starts),
        ):
            start, end = starts[newer], starts[newer + 1]
            open_list(codes[start:end], steps[start:end], np.zeros(end - start, dtype=np.uint8), opened)
        for older in range(newer):
            row = np.zeros(len(FIGURES), dtype=np.int32)
            if hold(kept, older, newer, lists, shared, row):
                edge = to_edge(engine.holdings, older, newer, row.tolist())
                if edge:
                    found[older, newer] = str(edge.kind), edge.confidence
    return found


def test_the_engine_and_the_case_give_one_verdict() -> None:
    """Of all pairs among rewrites, sources and independent accounts, both bind the same, alike and as surely."""
    articles = texts()
    engine = Engine()
    engine.add(Article(id=str(at), text=text, source=source) for at, (source, text) in enumerate(articles))
    sketches = [sketch(document(str(at), text, source)) for at, (source, text) in enumerate(articles)]
    expected = {}
    for older, newer in combinations(range(len(articles)), 2):
        verdict = weigh(sketches[older], sketches[newer])
        if verdict.kind in _DERIVED:
            expected[older, newer] = str(verdict.kind), verdict.confidence
    assert len(expected) >= _EACH // 2
    assert verdicts(engine) == expected
