"""The corpus engine: lineage over plain documents by the million, as they come in.

Decides which documents of a corpus derive from which, in native code: two documents of one language and plain text get
the figures and verdict that ``relation.weigh`` gives them, but which are held side by side is its own choice, and
languages, captions and credits are not told apart (ADR 0010). Never closes over chains: every edge is verified between
its two ends. Needs the extra ``corpus``; importing this without it says so.

    from trucewatch.lineage.corpus import Article, Engine

    engine = Engine()
    edges = engine.add(Article(id="a", text=...), Article(id="b", text=...))
    engine.candidates([Article(id="new", text=...)])
"""

from trucewatch.lineage.corpus.engine import Engine
from trucewatch.lineage.corpus.model import Article
from trucewatch.lineage.corpus.rows import BadLine, Reader

__all__ = ["Article", "BadLine", "Engine", "Reader"]
