"""Which sentences of the record bear on a clause, though no incident was found in them."""

from trucewatch.agreements.relevance.model import Bearing, Passage
from trucewatch.agreements.relevance.ranking import rank, rank_for

__all__ = ["Bearing", "Passage", "rank", "rank_for"]
