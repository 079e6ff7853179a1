"""The tagger's encoder: MiniLM's, with two features of each word added.

BERT's with six layers of 384. Its word embeddings stay as they are, so that words the corpus never had keep their
neighbours; the embeddings of a word's case and of its place to quotation marks start at nothing, so that training
begins from the encoder as it was.
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from trucewatch.extractors.neural.features import CASES, QUOTES
from trucewatch.extractors.neural.labels import FORBIDDEN, LABELS

WIDTH, HEADS, LAYERS, INNER, EPSILON, PLACES = 384, 12, 6, 1536, 1e-12, 512


class Layer(nn.Module):
    """One layer of BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm_attention = nn.LayerNorm(WIDTH, EPSILON)
        self.wide, self.narrow = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, EPSILON)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """States of (batch, pieces, width); the mask is added to the attention's scores."""
        batch, length, _ = states.shape
        query, key, value = (
            part(states).view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask.to(query.dtype))
        seen = seen.transpose(1, 2).reshape(batch, length, WIDTH)
        states = self.norm_attention(states + self.dropout(self.out(seen)))
        return self.norm(states + self.dropout(self.narrow(functional.gelu(self.wide(states)))))


class Tagger(nn.Module):
    """Pieces with their features to a score for each label."""

    def __init__(self, pieces: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.word, self.position = nn.Embedding(pieces, WIDTH), nn.Embedding(PLACES, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.case, self.quote = nn.Embedding(CASES, WIDTH), nn.Embedding(QUOTES, WIDTH)
        for added in (self.case, self.quote):
            nn.init.zeros_(added.weight)
        self.norm, self.dropout = nn.LayerNorm(WIDTH, EPSILON), nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.head = nn.Linear(WIDTH, len(LABELS))
        self.word.weight.requires_grad_(requires_grad=False)

    def forward(self, ids: Tensor, case: Tensor, quote: Tensor, mask: Tensor) -> Tensor:
        """Scores of (batch, pieces, labels). ``mask`` is 1 where there is a piece."""
        places = torch.arange(ids.shape[1], device=ids.device)
        states = self.word(ids) + self.position(places) + self.kind + self.case(case) + self.quote(quote)
        states = self.dropout(self.norm(states))
        added = (1.0 - mask.to(states.dtype))[:, None, None, :] * FORBIDDEN
        for layer in self.layers:
            states = layer(states, added)
        return self.head(self.dropout(states))


def load_encoder(tagger: Tagger, weights: Path) -> None:
    """Fill the tagger from MiniLM's weights. Only what the encoder never had stays as it was made."""
    kept = load_file(weights)
    kinds, names = "embeddings.token_type_embeddings.weight", _names()
    if lacking := sorted({kinds, *names.values()} - kept.keys()):
        raise ValueError(f"{weights} is no encoder of MiniLM's shape: it lacks {lacking[0]}")
    state = {ours: kept[theirs] for ours, theirs in names.items()}
    tagger.load_state_dict({**state, "kind": kept[kinds][0]}, strict=False)


def _names() -> dict[str, str]:
    """BERT's name for each tensor of ours."""
    names = {
        "word.weight": "embeddings.word_embeddings.weight",
        "position.weight": "embeddings.position_embeddings.weight",
    }
    parts = {"query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value"}
    parts |= {"out": "attention.output.dense", "norm_attention": "attention.output.LayerNorm"}
    parts |= {"wide": "intermediate.dense", "narrow": "output.dense", "norm": "output.LayerNorm"}
    for side in ("weight", "bias"):
        names[f"norm.{side}"] = f"embeddings.LayerNorm.{side}"
        for number in range(LAYERS):
            names |= {
                f"layers.{number}.{ours}.{side}": f"encoder.layer.{number}.{theirs}.{side}"
                for ours, theirs in parts.items()
            }
    return names
