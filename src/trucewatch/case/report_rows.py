"""Documents and stories as rows of a table. Decides their wording in one line, nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.case.facts import day
from trucewatch.case.rows import DocumentRow, StoryRow
from trucewatch.documents import Document
from trucewatch.lineage import Story
from trucewatch.pipeline import Coverage


def document_row(seq: int, document: Document, story: str, counts: tuple[int, int], coverage: Coverage) -> DocumentRow:
    """One report in one line."""
    published = document.published
    return DocumentRow(
        id=document.id,
        title=document.title,
        source=document.source,
        published=day(published),
        start=published.earliest if published else None,
        end=published.latest if published else None,
        language=document.language,
        story=story,
        name=document.name,
        url=document.url,
        media_type=document.media_type,
        understood=coverage is not Coverage.NOTHING,
        events_read=coverage is Coverage.ALL,
        statements=counts[0],
        mentions=counts[1],
        entry=seq,
        notes=document.notes,
    )


def story_row(story: Story, sources: Sequence[str]) -> StoryRow:
    """One story in one line."""
    return StoryRow(
        id=story.id,
        title=story.title,
        documents=story.documents,
        sources=tuple(dict.fromkeys(source for source in sources if source)),
        origins=story.origins,
        roots=story.roots,
        unseen_root=story.has_unseen_root,
        related=story.related,
    )
