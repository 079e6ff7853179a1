"""How likely a whole sequence of labels is: a linear-chain conditional random field over words."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from trucewatch.extractors.neural.labels import FORBIDDEN, LABELS, may_follow


class Chain(nn.Module):
    """What each step from label to label weighs."""

    barred: Tensor
    barred_first: Tensor

    def __init__(self) -> None:
        super().__init__()
        self.steps = nn.Parameter(torch.zeros(len(LABELS), len(LABELS)))
        allowed = [[may_follow(before, label) for label in LABELS] for before in LABELS]
        self.register_buffer("barred", ~torch.tensor(allowed))
        self.register_buffer("barred_first", ~torch.tensor([may_follow(None, label) for label in LABELS]))

    def loss(self, scores: Tensor, labels: Tensor, real: Tensor) -> Tensor:
        """Negative log likelihood of the labels, summed over sequences.

        ``scores`` of (sequences, words, labels); ``real`` of (sequences, words) is 1 where there is a word.
        """
        steps = self.steps.masked_fill(self.barred, FORBIDDEN)
        picked = scores.gather(2, labels[..., None])[..., 0]
        told = (picked * real).sum() + (steps[labels[:, :-1], labels[:, 1:]] * real[:, 1:]).sum()
        sums = scores[:, 0].masked_fill(self.barred_first, FORBIDDEN)
        for at in range(1, scores.shape[1]):
            further = torch.logsumexp(sums[:, :, None] + steps, dim=1) + scores[:, at]
            sums = torch.where(real[:, at, None] > 0, further, sums)
        return torch.logsumexp(sums, dim=1).sum() - told
