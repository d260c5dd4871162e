"""Examples to padded tensors, batched by length."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from graph.read.labels import LAYER_TAGS, LAYERS, NAME_TAGS, Labels
from graph.read.pieces import Pieces
from graph.train.example import IGNORE, Example
from graph.train.network import Inputs

_NAME_INDEX = {tag: number for number, tag in enumerate(NAME_TAGS)}
_TAGS = ("upos", "xpos", "feats", "lemma")


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Network inputs and targets.

    Attributes:
        inputs: See `Inputs`.
        targets: Name of the head to [B, W] numbers, `IGNORE` where unknown or padding. `arcs` counts
            the root as 0 and word j as j + 1.
        same_sentence: [B, W, W + 1], true where a head may be; column 0 is the root.
        links: Rows (window, content word, source + 1, cue + 1); 0 stands for nobody.
    """

    inputs: Inputs
    targets: dict[str, Tensor]
    same_sentence: Tensor
    links: Tensor


class Collator:
    """Turns examples into batches; knows the label numbers."""

    def __init__(self, pieces: Pieces, labels: Labels) -> None:
        self._pieces = pieces
        self._index = {
            name: {label: number for number, label in enumerate(getattr(labels, name))}
            for name in (*_TAGS, "deprel")
        }

    def size(self, example: Example) -> int:
        """Pieces of the window, [CLS] and [SEP] included."""
        return 2 + sum(len(self._pieces.of(word)) for word in example.words)

    def __call__(self, examples: Sequence[Example]) -> Batch:
        """Pad and stack."""
        parts = [self._pieces.inputs(item.words, item.breaks, item.spaces) for item in examples]
        rows, long = len(parts), max(len(part["pieces"]) for part in parts)
        wide = max(len(item.words) for item in examples)

        def pad(name: str, size: int) -> Tensor:
            table = np.zeros((rows, size), dtype=np.int64)
            for row, part in enumerate(parts):
                table[row, : len(part[name])] = part[name]
            return torch.from_numpy(table)

        mask = np.zeros((rows, long), dtype=bool)
        for row, part in enumerate(parts):
            mask[row, : len(part["pieces"])] = True
        pieces, shapes, breaks, spaces = (
            pad(name, long) for name in ("pieces", "shapes", "breaks", "spaces")
        )
        inputs = Inputs(pieces, shapes, breaks, spaces, pad("first", wide), torch.from_numpy(mask))
        names = (*_TAGS, "deprel", "arcs", "starts", "names", *LAYERS)
        targets = {name: np.full((rows, wide), IGNORE, dtype=np.int64) for name in names}
        same = np.zeros((rows, wide, wide + 1), dtype=bool)
        links = []
        for row, item in enumerate(examples):
            self._fill(row, item, targets, same)
            if item.attributions:
                links += [(row, c, s + 1, k + 1) for c, s, k in item.attributions.links]
        return Batch(
            inputs=inputs,
            targets={name: torch.from_numpy(table) for name, table in targets.items()},
            same_sentence=torch.from_numpy(same),
            links=torch.tensor(links, dtype=torch.int64).reshape(-1, 4),
        )

    def _fill(self, row: int, item: Example, targets: dict[str, np.ndarray], same: np.ndarray) -> None:
        count = len(item.words)
        if item.sent_known:
            targets["starts"][row, :count] = item.starts
        sentence = np.cumsum(item.starts)
        same[row, :count, 1 : count + 1] = sentence[:, None] == sentence[None, :]
        same[row, np.arange(count), np.arange(count) + 1] = False
        same[row, :, 0] = True
        if item.tree:
            for name in (*_TAGS, "deprel"):
                index = self._index[name]
                targets[name][row, :count] = [index.get(label, IGNORE) for label in getattr(item.tree, name)]
            heads = np.asarray(item.tree.heads)
            targets["arcs"][row, :count] = np.where(heads == np.arange(count), 0, heads + 1)
        if item.names:
            targets["names"][row, :count] = [_NAME_INDEX.get(tag, IGNORE) for tag in item.names]
        if item.attributions:
            for name, spans in item.attributions.layers.items():
                line = targets[name][row]
                line[:count] = LAYER_TAGS.index("O")
                for begin, end in spans:
                    line[begin] = LAYER_TAGS.index("B")
                    line[begin + 1 : end] = LAYER_TAGS.index("I")


def batches(
    examples: Iterator[Example], collate: Collator, *, budget: int, pool: int, rng: random.Random
) -> Iterator[Batch]:
    """Group an endless stream of examples by length.

    Args:
        examples: The stream.
        collate: Makes the batches.
        budget: Pieces a batch, padding included.
        pool: How many examples are sorted together.
        rng: Shuffles the batches of a pool.
    """
    while True:
        drawn = [item for _, item in zip(range(pool), examples, strict=False)]
        if not drawn:
            return
        drawn.sort(key=collate.size)
        groups: list[list[Example]] = [[]]
        for item in drawn:
            if groups[-1] and collate.size(item) * (len(groups[-1]) + 1) > budget:
                groups.append([])
            groups[-1].append(item)
        rng.shuffle(groups)
        for group in groups:
            yield collate(group)
