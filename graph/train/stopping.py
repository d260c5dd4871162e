"""When to stop: the loss on development windows, at every checkpoint."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

import torch

from graph.read.pieces import Pieces
from graph.train.batches import Batch, Collator, batches
from graph.train.losses import WEIGHTS, losses
from graph.train.network import Reader
from graph.train.recipe import WINDOW, Stream
from graph.train.windows import passages


@dataclass(slots=True)
class Watch:
    """Remembers the best development loss, and how long ago it was.

    Attributes:
        patience: Checkpoints without a better loss after which to stop.
        best: Lowest loss so far.
        since: Checkpoints after it.

    >>> watch = Watch(patience=2)
    >>> [watch.improves(loss) for loss in (3.0, 2.0, 2.5, 2.4)], watch.is_over
    ([True, True, False, False], True)
    """

    patience: int
    best: float = field(default=float("inf"))
    since: int = 0

    def improves(self, loss: float) -> bool:
        """Take note of a loss; tell whether it is the lowest so far."""
        better = loss < self.best
        self.best, self.since = min(self.best, loss), 0 if better else self.since + 1
        return better

    @property
    def is_over(self) -> bool:
        """Whether patience has run out."""
        return self.since >= self.patience


def development_batches(
    streams: Sequence[Stream], pieces: Pieces, collate: Collator, *, budget: int
) -> list[Batch]:
    """Cut the same windows of the development documents every time: the beginning of each document."""
    found: list[Batch] = []
    for stream in streams:
        rng = random.Random(0)  # noqa: S311
        cut = (
            next(passages(document, pieces, budget=WINDOW, longest=stream.longest, rng=rng), None)
            for document in stream.together()
        )
        kept = [passage for passage in cut if passage is not None]
        found += batches(iter(kept), collate, budget=budget, pool=len(kept) or 1, rng=rng)
    return found


def development_loss(reader: Reader, found: Sequence[Batch]) -> float:
    """Weighted sum of each head's mean loss; lower is better, and only differences mean something."""
    training = reader.training
    reader.eval()
    sums: dict[str, list[float]] = {}
    with torch.no_grad():
        for batch in found:
            for name, value in losses(reader, batch, smoothing=0.0).items():
                sums.setdefault(name, []).append(value.item())
    reader.train(training)
    return sum(WEIGHTS[name] * sum(values) / len(values) for name, values in sums.items())
