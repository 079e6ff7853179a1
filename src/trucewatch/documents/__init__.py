"""The documents room: bytes to documents.

Decides what the bytes are, takes the text out of them, and finds its parts and sentences with exact offsets. Never
changes a text once it is taken out, and never judges what it says.

    from trucewatch.documents import Received, read, unpack

    for item in unpack(Received(raw=path.read_bytes(), name=path.name)):
        if isinstance(item, InputError):
            report(item)  # this entry is broken; the others are not lost
        else:
            document = read(item)  # raises InputError, nothing else
"""

from __future__ import annotations

from trucewatch.documents.extracting import MAX_BYTES
from trucewatch.documents.model import Block, BlockKind, Dateline, Document, Received
from trucewatch.documents.reading import read
from trucewatch.documents.sentences import split_sentences
from trucewatch.documents.unpacking import unpack

__all__ = ["MAX_BYTES", "Block", "BlockKind", "Dateline", "Document", "Received", "read", "split_sentences", "unpack"]
