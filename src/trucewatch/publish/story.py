"""One story as plain text: its reports in time order, each with what it took and from which.

Decides layout for a terminal. What is told of each report is what a bulletin tells.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from trucewatch.documents.model import Document
from trucewatch.lineage.model import Story
from trucewatch.publish.model import Bulletin
from trucewatch.publish.sheet.desk import Desk
from trucewatch.publish.sheet.model import StoryRow
from trucewatch.publish.sheet.story import story_rows
from trucewatch.situation import Situation

_WIDTH = 78  # columns of a plain terminal, less two
_INDENT = "     "


def story_text(story: Story, documents: Iterable[Document], situation: Situation) -> str:
    """The story's rows as lines. ``documents`` are those that it holds."""
    bulletin = Bulletin(
        situation=situation, start=None, end=None, log_size=0, log_head="", engine="", documents=tuple(documents)
    )
    return "\n".join(line for row in story_rows(Desk(bulletin), story) for line in _lines(row))


def _lines(row: StoryRow) -> Iterator[str]:
    head = f"{row.number:3}. {row.when}, {row.source}: {row.title}" if row.number else f"  –  {row.title}"
    yield from textwrap.wrap(head, _WIDTH, subsequent_indent=_INDENT)
    yield from textwrap.wrap(row.taken, _WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT)
