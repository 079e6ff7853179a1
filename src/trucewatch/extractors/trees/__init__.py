"""Reported speech read off a parse: what any parser's dependency tree tells of who said what.

Decides from the tree's relations (Universal Dependencies, and the labels of older English pipelines) which words are
the saying, who says it and what is said. Knows no parser: ``pipelines`` and ``russian`` bring theirs. Which verbs
report is the core's list where it has one for the language; elsewhere only what stands in quotation marks is proposed.
"""

from __future__ import annotations

from trucewatch.extractors.trees.model import Node, Tree
from trucewatch.extractors.trees.reporting import Report, candidates_of

__all__ = ["Node", "Report", "Tree", "candidates_of"]
