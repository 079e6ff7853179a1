"""The extractor itself: chunk by chunk, question by question."""

from __future__ import annotations

from collections.abc import Iterator

from trucewatch.documents.model import Document
from trucewatch.errors import UsageError
from trucewatch.extractors.llm.answers import CutShortError, UnusableError, candidates_of, message_of, unusable
from trucewatch.extractors.llm.chunks import chunks, halves
from trucewatch.extractors.llm.endpoint import Endpoint
from trucewatch.extractors.llm.prompt import VERSION, request
from trucewatch.extractors.model import ANY_LANGUAGE, Candidate
from trucewatch.values import Span

_TRIES = 2  # a broken answer is asked for once more: servers that sample may do better


class LanguageModel:
    """The model of that name at an endpoint. Its answers need not be the same twice; the record keeps what it said.

    Where the text leaves this machine, the name says where to, and so does every record.
    """

    languages = (ANY_LANGUAGE,)
    version = VERSION

    def __init__(self, model: str, endpoint: Endpoint) -> None:
        if not model:
            raise UsageError("no model is named", "", "write it as llm:MODEL, by the name that the server has for it")
        self.name = f"llm:{model}" + (f"@{endpoint.elsewhere}" if endpoint.elsewhere else "")
        self._model = model
        self._endpoint = endpoint

    def extract(self, document: Document) -> Iterator[Candidate]:
        """The statements that the model proposes, in the order of the text."""
        for chunk in chunks(document):
            yield from self._of(document, chunk)

    def _of(self, document: Document, chunk: Span) -> list[Candidate]:
        """The statements of one piece; in two halves where its answer was cut short."""
        failed: UnusableError | None = None
        for _ in range(_TRIES):
            try:
                message = message_of(self._endpoint.ask(request(self._model, chunk.of(document.text))))
                return list(candidates_of(message, (chunk.start, chunk.end)))
            except CutShortError:
                parts = halves(document, chunk)
                if not parts:
                    raise unusable("it was cut short, and the text it is about is one sentence") from None
                return [candidate for part in parts for candidate in self._of(document, part)]
            except UnusableError as error:
                failed = error
        raise failed or unusable("")
