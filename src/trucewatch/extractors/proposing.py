"""What an extractor proposes for a document, and how that is written down.

Decides that a language which an extractor does not read gives nothing, how many candidates are kept, and the bytes that
the record holds: what another extractor says is received, like a report, and never asked for again. Believes nothing;
``grounding`` does that.
"""

from __future__ import annotations

import json
from dataclasses import fields
from itertools import islice
from typing import Any

import msgspec

from trucewatch.documents.model import Document
from trucewatch.errors import RecordError
from trucewatch.extractors.model import ANY_LANGUAGE, Candidate, Extractor, Piece, Proposal
from trucewatch.language.model import tongue_of

MEDIA_TYPE = "application/vnd.trucewatch.candidates+json"
MOST_CANDIDATES = 20_000  # of one document: more than its sentences could hold
_FORMAT = 1
_EMPTY = Candidate()
_NAMES = tuple(field.name for field in fields(Candidate))


def reads(extractor: Extractor, document: Document) -> bool:
    """Whether the extractor reads the document's language."""
    return ANY_LANGUAGE in extractor.languages or tongue_of(document) in extractor.languages


def propose(extractor: Extractor, document: Document) -> Proposal:
    """What the extractor proposes for the document; nothing where it does not read the language or there is no text."""
    drawn: tuple[Candidate, ...] = ()
    if reads(extractor, document) and document.text.strip():
        drawn = tuple(islice(extractor.extract(document), MOST_CANDIDATES + 1))
    kept = drawn[:MOST_CANDIDATES]
    return Proposal(
        extractor=extractor.name, version=extractor.version, candidates=kept, left_out=len(drawn) > len(kept)
    )


def write_proposal(proposal: Proposal) -> bytes:
    """The proposal as bytes: equal proposals, equal bytes. Half characters are kept as JSON's escapes."""
    plain = {
        "candidates": [_plain(candidate) for candidate in proposal.candidates],
        "extractor": proposal.extractor,
        "format": _FORMAT,
        "left_out": proposal.left_out,
        "version": proposal.version,
    }
    return json.dumps(plain, ensure_ascii=True, separators=(",", ":"), sort_keys=True).encode()


def read_proposal(raw: bytes) -> Proposal:
    """The proposal that ``write_proposal`` wrote. Raises RecordError where it is none."""
    try:
        plain = json.loads(raw)
        if plain.pop("format") != _FORMAT:
            raise RecordError("a proposal cannot be read", "another format", "use the release that wrote it")
        return msgspec.convert(plain, Proposal)
    except (ValueError, KeyError, AttributeError, msgspec.ValidationError) as error:
        raise RecordError("a proposal cannot be read", str(error), "restore the case from a copy") from error


def _plain(candidate: Candidate) -> dict[str, Any]:
    """What a candidate says, without what it leaves unsaid."""
    said = {name: getattr(candidate, name) for name in _NAMES if getattr(candidate, name) != getattr(_EMPTY, name)}
    return {name: _value(value) for name, value in said.items()}


def _value(value: Any) -> Any:
    if isinstance(value, Piece):
        return {"words": value.words} | ({} if value.at is None else {"at": value.at})
    if isinstance(value, tuple):
        return [_value(each) for each in value]
    return value
