"""Invented reports for the lineage tests: no place, person or outlet in them exists."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from trucewatch.documents.model import Block, BlockKind, Document
from trucewatch.documents.sentences import split_sentences
from trucewatch.values import Span, When

ORIGINAL = """Ministers from Ardenne and Vellmark met in Port Callis on Tuesday to discuss a truce along the Sarne.
The meeting of the so-called “river group” follows six weeks of shelling that killed 41 people in the town of Ostrel.
Ardenne's foreign minister, Ilse Maarten, said the two sides had agreed to withdraw heavy guns by 9 May.
“We will not leave a single gun within range of the bridges at Ostrel,” Maarten said.
Vellmark's army denied that it had fired on the hospital.
“Our batteries have been silent since Sunday, and all commanders have signed for it,” General Tomas Reyk told them.
Observers counted 120 explosions on Monday.
Most of them were heard near the grain terminal at Lusk.
Maarten also warned that “the winter stores will not last until spring” unless the road to Lusk is opened.
A lorry convoy reached the northern suburbs of Ostrel before dawn.
The talks resume in Port Callis next week, and the delegations will bring maps of the minefields."""

REWRITE = """Truce talks on the Sarne: what was agreed
Ministers from Ardenne and Vellmark gathered in Port Callis on Tuesday to talk about a ceasefire along the Sarne.
The meeting of the so-called “river group” comes after six weeks of shelling that left 43 dead in the town of Ostrel.
Ilse Maarten, the foreign minister of Ardenne, stated that both sides had agreed to pull back heavy guns by 9 May.
“We will not keep a single weapon within reach of the bridges at Ostrel,” Maarten said.
The army of Vellmark denied firing on the hospital.
General Tomas Reyk told reporters the batteries had been silent since Sunday and commanders had signed for it.
Observers counted about 120 explosions on Monday, most of them near the grain terminal at Lusk.
Maarten also cautioned that “the winter stores will not last until spring” unless the road to Lusk is reopened.
The negotiations resume in Port Callis next week, and the delegations will bring maps of the minefields.
A monitor of the river commission said the bridges had been inspected twice.
The commission publishes its next report on Friday."""

INDEPENDENT = """\
Foreign minister Ilse Maarten of Ardenne travelled to Port Callis on Tuesday for her third round of talks
with Vellmark this year, people close to her delegation said.
Residents of Ostrel, where shelling has destroyed the market hall, told this newspaper they expected little.
“They shake hands and then the windows break again,” said a baker whose shop faces the Sarne.
Diplomats described a cautious mood. Neither capital published a text, though officials spoke of guns being moved away.
General Tomas Reyk arrived late and left by helicopter. An aide would say only that the army keeps its word.
In Lusk, traders wait for a decision about the grain terminal, which has been shut since the autumn.
The next round has not been announced, and the families of missing soldiers camped outside the hotel overnight."""

UNRELATED = """\
The national library of Tessaly opened a new reading room for maps and early prints after four years.
Its architect, Mara Quill, kept the iron galleries and added a glass roof which can be darkened by hand on bright days.
Visitors queued for an hour to see the oldest atlas of the southern islands, printed on rag paper and coloured by monks.
The director hopes that schools will come, since entry is free for classes and the tables are low enough for children.
A second hall, meant for newspapers, should follow once the roof of the old bindery has been repaired next summer."""


def make(
    text: str,
    id: str = "doc-a",  # noqa: A002
    *,
    source: str = "",
    language: str = "en",
    published: date | None = None,
    kinds: Sequence[BlockKind] = (),
) -> Document:
    """A document of one paragraph per line; ``kinds`` are those of the first lines, the rest is body."""
    blocks: list[Block] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            kind = kinds[len(blocks)] if len(blocks) < len(kinds) else BlockKind.BODY
            blocks.append(Block(Span(start, start + len(line)), kind))
        start += len(line) + 1
    return Document(
        id=id,
        sha256="",
        media_type="text/plain",
        text=text,
        text_sha256="",
        language=language,
        blocks=tuple(blocks),
        sentences=tuple(span for block in blocks for span in split_sentences(text, block.span)),
        reader="test",
        source=source,
        published=When.on(published) if published else None,
    )


def invented(seed: int, sentences: int = 30) -> str:
    """A text of made-up words, the same for the same seed, sharing no telling word with another seed's."""
    made = []
    for at in range(sentences):
        words = [f"{'bcdfghklmnprst'[(seed + at + k) % 14]}a{_syllables(seed * 7919 + at * 31 + k)}" for k in range(12)]
        made.append(" ".join(words).capitalize() + ".")
    return "\n".join(made)


def _syllables(number: int) -> str:
    made = ""
    for _ in range(4):
        number, rest = divmod(number * 6364136223846793005 + 1442695040888963407 & (1 << 48) - 1, 70)
        made += "bcdfghjklmnprs"[rest % 14] + "aeiou"[rest % 5]
    return made
