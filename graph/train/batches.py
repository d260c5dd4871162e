"""Passages to padded tensors, batched by length."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from graph.read.coreference import distance_classes, match_classes, name_words, word_type
from graph.read.labels import (
    KINDS,
    LAYER_TAGS,
    LAYERS,
    NAME_TAGS,
    RELATION_KINDS,
    VALUE_TAGS,
    Labels,
)
from graph.read.pieces import Pieces
from graph.train.example import IGNORE, Example, Passage
from graph.train.network import Inputs

_NAME_INDEX = {tag: number for number, tag in enumerate(NAME_TAGS)}
_VALUE_INDEX = {tag: number for number, tag in enumerate(VALUE_TAGS)}
_KIND_INDEX = {kind: number for number, kind in enumerate(KINDS)}
_TAGS = ("upos", "xpos", "feats", "lemma")


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """Predicates of a batch and their arguments.

    Attributes:
        predicates: [N, 2] (window, word).
        labels: [N, W] label of each word as head of an argument, `IGNORE` outside the sentence.
        spans: [A, 5] (predicate, window, head word, first word, last word).
    """

    predicates: Tensor
    labels: Tensor
    spans: Tensor


@dataclass(frozen=True, slots=True, kw_only=True)
class Chains:
    """The mentions of one passage, in order.

    Attributes:
        places: [M, 2] (window, head word).
        spans: [M, 2] first and last word within the window.
        clusters: [M] equal number, same thing.
        match: [M, M] `match_classes`.
        distance: [M, M] `distance_classes`.
    """

    places: Tensor
    spans: Tensor
    clusters: Tensor
    match: Tensor
    distance: Tensor


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """The named things of one passage and how they are related.

    Attributes:
        words: [N, 3] (entity, window, word) for every word of every mention.
        kinds: [E] numbers of their types.
        scheme: First and last column of the labels that apply, the first being the threshold.
        related: [E, E, labels] true where a relation holds; the threshold's column is unused.
    """

    words: Tensor
    kinds: Tensor
    scheme: tuple[int, int]
    related: Tensor


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Network inputs and targets.

    Attributes:
        inputs: See `Inputs`.
        targets: Name of the head to [B, W] numbers, `IGNORE` where unknown or padding. `arcs` counts
            the root as 0 and word j as j + 1.
        kinds: [B, W, K] true for the fine types that a name's word may have; none where unknown.
        sentences: [B, W] number of the sentence within the window, -1 for padding.
        links: Rows (window, content word, source + 1, cue + 1); 0 stands for nobody.
        roles: Predicates and arguments, if any window has them.
        chains: Coreference, passage by passage.
        pairs: Relations between names, passage by passage.
    """

    inputs: Inputs
    targets: dict[str, Tensor]
    kinds: Tensor
    sentences: Tensor
    links: Tensor
    roles: Roles | None
    chains: list[Chains]
    pairs: list[Pairs]


class Collator:
    """Turns passages into batches; knows the label numbers."""

    def __init__(self, pieces: Pieces, labels: Labels) -> None:
        self._pieces = pieces
        self._labels = labels
        self._index = {
            name: {label: number for number, label in enumerate(getattr(labels, name))}
            for name in (*_TAGS, "deprel", "sense", "role", "mention", "relation")
        }

    def size(self, passage: Passage) -> int:
        """Pieces of the longest window, [CLS] and [SEP] included."""
        return 2 + max(sum(len(self._pieces.of(word)) for word in item.words) for item in passage.windows)

    def __call__(self, passages: Sequence[Passage]) -> Batch:
        """Pad and stack."""
        examples = [window for passage in passages for window in passage.windows]
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
        names = (*_TAGS, "deprel", "arcs", "starts", "names", "values", "sense", "mention", *LAYERS)
        targets = {name: np.full((rows, wide), IGNORE, dtype=np.int64) for name in names}
        kinds = np.zeros((rows, wide, len(KINDS)), dtype=bool)
        sentences = np.full((rows, wide), -1, dtype=np.int64)
        links = []
        for row, item in enumerate(examples):
            self._fill(row, item, targets, kinds[row])
            sentences[row, : len(item.words)] = np.cumsum(item.starts)
            if item.attributions:
                links += [(row, c, s + 1, k + 1) for c, s, k in item.attributions.links]
        chains, pairs, row = [], [], 0
        for passage in passages:
            if passage.mentions is not None:
                chains.append(self._chains(passage, row, targets["mention"]))
            if passage.relations is not None:
                pairs.append(self._pairs(passage, row))
            row += len(passage.windows)
        return Batch(
            inputs=inputs,
            targets={name: torch.from_numpy(table) for name, table in targets.items()},
            kinds=torch.from_numpy(kinds),
            sentences=torch.from_numpy(sentences),
            links=torch.tensor(links, dtype=torch.int64).reshape(-1, 4),
            roles=self._roles(examples, sentences),
            chains=[item for item in chains if len(item.places) > 1],
            pairs=[item for item in pairs if len(item.kinds) > 1],
        )

    def _fill(self, row: int, item: Example, targets: dict[str, np.ndarray], kinds: np.ndarray) -> None:
        count = len(item.words)
        if item.sent_known:
            targets["starts"][row, :count] = item.starts
        if item.tree:
            for name in (*_TAGS, "deprel"):
                index = self._index[name]
                targets[name][row, :count] = [index.get(label, IGNORE) for label in getattr(item.tree, name)]
            heads = np.asarray(item.tree.heads)
            targets["arcs"][row, :count] = np.where(heads == np.arange(count), 0, heads + 1)
        if item.names:
            targets["names"][row, :count] = [_NAME_INDEX.get(tag, IGNORE) for tag in item.names]
        if item.values:
            targets["values"][row, :count] = [_VALUE_INDEX.get(tag, IGNORE) for tag in item.values]
        for word, possible in enumerate(item.kinds or ()):
            kinds[word, [_KIND_INDEX[kind] for kind in possible]] = True
        if item.frames is not None:
            targets["sense"][row, :count] = 0
            for frame in item.frames:
                targets["sense"][row, frame.predicate] = self._index["sense"].get(frame.sense, IGNORE)
        if item.attributions:
            for name, spans in item.attributions.layers.items():
                line = targets[name][row]
                line[:count] = LAYER_TAGS.index("O")
                for begin, end in spans:
                    line[begin] = LAYER_TAGS.index("B")
                    line[begin + 1 : end] = LAYER_TAGS.index("I")

    def _roles(self, examples: Sequence[Example], sentences: np.ndarray) -> Roles | None:
        predicates: list[tuple[int, int]] = []
        labels: list[np.ndarray] = []
        spans: list[tuple[int, int, int, int, int]] = []
        for row, item in enumerate(examples):
            for frame in item.frames or ():
                line = np.where(sentences[row] == sentences[row, frame.predicate], 0, IGNORE)
                for begin, end, head, label in frame.arguments:
                    line[head] = self._index["role"].get(label, IGNORE)
                    spans.append((len(predicates), row, head, begin, end - 1))
                predicates.append((row, frame.predicate))
                labels.append(line)
        if not predicates:
            return None
        return Roles(
            predicates=torch.tensor(predicates),
            labels=torch.from_numpy(np.stack(labels)),
            spans=torch.tensor(spans, dtype=torch.int64).reshape(-1, 5),
        )

    def _chains(self, passage: Passage, row: int, targets: np.ndarray) -> Chains:
        for number, window in enumerate(passage.windows):
            targets[row + number, : len(window.words)] = 0
        places = passage.places()
        kept, found, spans, types, names = [], [], [], [], []
        for mention in passage.mentions or ():
            if mention.head not in places:
                continue
            number, word = places[mention.head]
            window = passage.windows[number]
            if window.tree is None:
                continue
            targets[row + number, word] = self._index["mention"].get(mention.kind, IGNORE)
            begin = passage.begins[number]
            kept.append(mention.cluster)
            found.append((row + number, word))
            spans.append((mention.begin - begin, mention.end - 1 - begin))
            types.append(word_type(window.tree.upos[word]))
            names.append(name_words(window.words, window.tree.upos, word))
        count, kinds = len(kept), np.asarray(types, dtype=np.int64)
        return Chains(
            places=torch.tensor(found, dtype=torch.int64).reshape(-1, 2),
            spans=torch.tensor(spans, dtype=torch.int64).reshape(-1, 2),
            clusters=torch.tensor(kept, dtype=torch.int64),
            match=torch.from_numpy(match_classes(kinds, names, 0, count)),
            distance=torch.from_numpy(distance_classes(kinds, 0, count)),
        )

    def _pairs(self, passage: Passage, row: int) -> Pairs:
        relations = passage.relations
        if relations is None:
            msg = "a passage without relations has no pairs"
            raise ValueError(msg)
        places = passage.places()
        columns = self._labels.scheme(relations.scheme)
        words: list[tuple[int, int, int]] = []
        kinds: list[int] = []
        number_of: dict[int, int] = {}
        for old, (kind, mentions) in enumerate(relations.entities):
            here = [places[word] for begin, end in mentions for word in range(begin, end) if word in places]
            if here:
                number_of[old] = len(kinds)
                words += [(len(kinds), row + number, word) for number, word in here]
                kinds.append(RELATION_KINDS.index(kind if kind in RELATION_KINDS else "OTHER"))
        related = np.zeros((len(kinds), len(kinds), len(columns)), dtype=bool)
        for head, tail, label in relations.triples:
            column = self._index["relation"].get(f"{relations.scheme}:{label}")
            if column is not None and head in number_of and tail in number_of:
                related[number_of[head], number_of[tail], column - columns.start] = True
        return Pairs(
            words=torch.tensor(words, dtype=torch.int64).reshape(-1, 3),
            kinds=torch.tensor(kinds, dtype=torch.int64),
            scheme=(columns.start, columns.stop),
            related=torch.from_numpy(related),
        )


def batches(
    passages: Iterator[Passage], collate: Collator, *, budget: int, pool: int, rng: random.Random
) -> Iterator[Batch]:
    """Group an endless stream of passages by length.

    Args:
        passages: The stream.
        collate: Makes the batches.
        budget: Pieces a batch, padding included; a passage that alone is larger is a batch of its own.
        pool: How many passages are sorted together.
        rng: Shuffles the batches of a pool.
    """
    while True:
        drawn = [item for _, item in zip(range(pool), passages, strict=False)]
        if not drawn:
            return
        drawn.sort(key=collate.size)
        groups: list[list[Passage]] = [[]]
        rows = 0
        for item in drawn:
            if groups[-1] and collate.size(item) * (rows + len(item.windows)) > budget:
                groups.append([])
                rows = 0
            groups[-1].append(item)
            rows += len(item.windows)
        rng.shuffle(groups)
        for group in groups:
            yield collate(group)
