"""What is published: bulletins, comparison sheets, exports.

Decides how records are worded, ordered and drawn. Never decides what happened, never changes a record, and never
reads a clock, a file of the user's or the network: data in, text or bytes out.
"""

from trucewatch.publish.model import Bulletin, GradedIncident, NotCounted, Receipt, Review, ReviewStatus

__all__ = ["Bulletin", "GradedIncident", "NotCounted", "Receipt", "Review", "ReviewStatus"]
