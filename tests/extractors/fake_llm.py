"""A language model that is none: a server on this machine whose answers a test decides.

The honest one answers by the default rules, in words and without offsets, as a model that does well would.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

from extractor_texts import VALLEY, document_of

from trucewatch.extractors import Candidate, Piece, Rules

Statements = list[dict[str, Any]]


@dataclass
class Answer:
    """One answer as bytes on the wire. ``drip`` are seconds between pieces; ``cut`` ends it in the middle."""

    body: bytes
    status: int = 200
    content_type: str = "application/json"
    location: str = ""
    drip: float = 0
    cut: bool = False


@dataclass
class FakeModel:
    """A running server: its address, and what it was asked."""

    url: str
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)

    @property
    def texts(self) -> list[str]:
        """The texts it was shown."""
        return [question["messages"][1]["content"] for question in self.asked]


Behaviour = Callable[[str, int], Answer]


def saying(statements: object, finish: str = "stop") -> Answer:
    """An answer of the right shape around what the model says."""
    message = statements if isinstance(statements, str) else json.dumps({"statements": statements})
    choice = {"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": message}}
    return Answer(json.dumps({"id": "1", "object": "chat.completion", "choices": [choice]}).encode())


def statement(*content: str, **parts: Any) -> dict[str, Any]:
    """One statement as the model writes it, null where nothing is given."""
    empty = dict.fromkeys(("cue", "source", "speaker", "addressee", "accused"))
    return {"content": list(content), **empty, "act": "assert", "negated": False, **parts}


def honest(text: str, _number: int) -> Answer:
    """What the rules find, in words alone."""
    language = "ru" if any("а" <= letter <= "я" for letter in text) else "en"
    return saying([_said(each) for each in Rules(VALLEY).extract(document_of(text, language))])


def _said(candidate: Candidate) -> dict[str, Any]:
    parts = {name: getattr(candidate, name) for name in ("cue", "source", "addressee", "accused")}
    words = {name: piece.words for name, piece in parts.items() if isinstance(piece, Piece)}
    return statement(*(piece.words for piece in candidate.content), **words, act=candidate.act)


@contextmanager
def served(behaviour: Behaviour) -> Iterator[FakeModel]:
    """The server, for as long as the context lasts."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            question = json.loads(self.rfile.read(int(self.headers["content-length"])))
            model.asked.append(question)
            model.keys.append(self.headers.get("authorization", ""))
            _send(self, behaviour(question["messages"][1]["content"], len(model.asked)))

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    model = FakeModel(f"http://127.0.0.1:{server.server_port}/v1")
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield model
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _send(handler: BaseHTTPRequestHandler, answer: Answer) -> None:
    handler.send_response(answer.status)
    handler.send_header("content-type", answer.content_type)
    handler.send_header("content-length", str(len(answer.body)))
    if answer.location:
        handler.send_header("location", answer.location)
    handler.end_headers()
    body = answer.body[: len(answer.body) // 2] if answer.cut else answer.body
    try:
        for start in range(0, len(body), max(1, len(body) // 50)):
            handler.wfile.write(body[start : start + max(1, len(body) // 50)])
            handler.wfile.flush()
            time.sleep(answer.drip)
    except OSError:
        handler.close_connection = True  # whoever asked has gone
    if answer.cut:
        handler.connection.close()
