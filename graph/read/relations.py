"""Relations between the names of an article, in the schemes of the corpora the reader learned from.

Source: adaptive thresholding (Zhou et al. 2021, ATLOP): a label holds if it scores above the threshold label
of its scheme. Schemes of sentences relate single names; schemes of documents relate entities, each the mean
of all its names.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from graph.read.attribution import Range
from graph.read.chains import Chain
from graph.read.decode import Labelled, confidence
from graph.read.labels import Labels
from graph.read.scorers import Scorers

Array = np.ndarray
SENTENCES_APART = 5
"""How far apart two names may stand to be related; 95 % of Re-DocRED's relations have names this close."""
_DOCUMENT_SCHEMES = ("redocred",)
_NAMES_APART = 60
_PAIRS = 8192
_ROWS = {"PERSON": 0, "ORG": 1, "LOC": 2, "MISC": 3, "DATE": 4, "TIME": 4, "OTHER": 6}
_NUMBER = 5
_TIME = 4


@dataclass(frozen=True, slots=True)
class NameRelation:
    """Two names that stand in a relation.

    Attributes:
        head: The name that the relation starts from.
        tail: The name, or date, that it leads to.
        scheme: The label set: `conll04`, `crossre` or `redocred`.
        label: Its label in the scheme; a Wikidata property in `redocred`.
        confidence: In [0, 1], above one half.
    """

    head: Range
    tail: Range
    scheme: str
    label: str
    confidence: float

    def on(self, places: Sequence[int]) -> "NameRelation":
        """Count tokens instead of words; `places` tells the token of each word."""
        (a, b), (c, d) = self.head, self.tail
        head, tail = (places[a], places[b - 1] + 1), (places[c], places[d - 1] + 1)
        return NameRelation(head, tail, self.scheme, self.label, self.confidence)


class RelationFinder:
    """Reads the windows of one article in order.

    Args:
        labels: Label sets; `relation` matters here.
        scorers: The pair scorers.
        temperature: Divides scores for the confidence.
    """

    def __init__(self, labels: Labels, scorers: Scorers, *, temperature: float = 1.0) -> None:
        self._labels, self._scorers, self._temperature = labels, scorers, temperature
        schemes = list(dict.fromkeys(label.partition(":")[0] for label in labels.relation))
        self._near = [name for name in schemes if name not in _DOCUMENT_SCHEMES]
        self._far = [name for name in schemes if name in _DOCUMENT_SCHEMES]
        self._spans: list[Range] = []
        self._texts: list[tuple[str, int]] = []
        self._sentences: list[int] = []
        self._known: list[int] = []
        self._vectors: list[tuple[Array, Array]] = []
        self._found: list[NameRelation] = []
        self._last = 0

    def add(
        self,
        scores: Mapping[str, Array],
        sentence: Array,
        words: Sequence[str],
        names: Sequence[Labelled],
        *,
        offset: int = 0,
        entities: Sequence[int] | None = None,
    ) -> None:
        """Read one window.

        Args:
            scores: The network's outputs.
            sentence: Number of each word's sentence, rising.
            words: Words of the window.
            names: Names of coarse kinds, and values; counted in words of the window.
            entities: Number of the entity of each, where known; else found by words and chains.
            offset: Number of the window's first word in the text.
        """
        rows = np.array([_ROWS.get(kind, _NUMBER) for *_, kind, _ in names], dtype=np.int64)
        used = [number for number, row in enumerate(rows.tolist()) if row != _NUMBER]
        numbers = self._last + sentence
        self._last = int(numbers[-1]) + 1
        if not used:
            return
        spans = [names[number][:2] for number in used]
        subject = np.stack([scores["relation_subject"][begin:end].sum(axis=0) for begin, end in spans])
        other = np.stack([scores["relation_object"][begin:end].sum(axis=0) for begin, end in spans])
        kinds = rows[used]
        if self._near:
            self._relate_in_sentences(subject, other, kinds, spans, sentence, offset)
        if not self._far:
            return
        # Half precision: these are all that is kept of a window, and a long text has many names.
        self._vectors.append((subject.astype(np.float16), other.astype(np.float16)))
        if entities is not None:
            self._known += [entities[number] for number in used]
        for (begin, end), kind in zip(spans, kinds.tolist(), strict=True):
            self._spans.append((begin + offset, end + offset))
            self._texts.append((" ".join(words[begin:end]), kind))
            self._sentences.append(int(numbers[begin]))

    def _relate_in_sentences(
        self,
        subject: Array,
        other: Array,
        kinds: Array,
        spans: Sequence[Range],
        sentence: Array,
        offset: int,
    ) -> None:
        sizes = np.array([end - begin for begin, end in spans])[:, None]
        homes = sentence[[begin for begin, _ in spans]]
        real = kinds != _TIME
        pairs = (homes[:, None] == homes[None, :]) & real[:, None] & real[None, :]
        np.fill_diagonal(pairs, val=False)
        moved = [(begin + offset, end + offset) for begin, end in spans]
        self._found += self._holding(
            subject / sizes + self._scorers["kind_subject"][kinds],
            other / sizes + self._scorers["kind_object"][kinds],
            pairs.nonzero(), self._near, [(moved[a], moved[b]) for a, b in np.argwhere(pairs).tolist()],
        )  # fmt: skip

    def _holding(
        self,
        subject: Array,
        other: Array,
        pairs: tuple[Array, Array],
        schemes: Sequence[str],
        spans: Sequence[tuple[Range, Range]],
    ) -> list[NameRelation]:
        """Labels above their thresholds, pair by pair."""
        if not len(pairs[0]):
            return []
        ranges = [self._labels.scheme(name) for name in schemes]
        columns = np.concatenate([np.arange(part.start, part.stop) for part in ranges])
        scores = self._scorers.relation(subject, other, pairs, columns)
        thresholds = np.repeat(
            np.searchsorted(columns, [part.start for part in ranges]), [len(part) for part in ranges]
        )
        margins = scores - scores[:, thresholds]
        found = []
        for pair, column in np.argwhere(margins > 0.0).tolist():
            scheme, _, label = self._labels.relation[columns[column]].partition(":")
            chance = 1.0 / (1.0 + np.exp(-float(margins[pair, column]) / self._temperature))
            found.append(NameRelation(*spans[pair], scheme, label, confidence(float(chance))))
        return found

    def relations(self, chains: Sequence[Chain], heads: Sequence[int]) -> list[NameRelation]:
        """Give all relations of the windows so far, in order of the text.

        Args:
            chains: Chains of the text.
            heads: Syntactic head of each word of the text.
        """
        found = list(self._found)
        if self._spans and self._far:
            numbers = np.asarray(self._known) if self._known else self._entities(chains, heads)
            found += self._relate_entities(numbers)
        return sorted(found, key=lambda item: (item.head, item.tail, item.scheme, item.label))

    def _entities(self, chains: Sequence[Chain], heads: Sequence[int]) -> Array:
        """Number the entity of each name: names of one chain, or of the same words and kind, are one."""
        chain_of = {mention.head: number for number, chain in enumerate(chains) for mention in chain.mentions}
        above = list(range(len(self._spans)))

        def top(place: int) -> int:
            while above[place] != place:
                above[place] = above[above[place]]
                place = above[place]
            return place

        first: dict[object, int] = {}
        for number, (begin, end) in enumerate(self._spans):
            # A root is its own head.
            outside = (w for w in range(begin, end) if heads[w] == w or not begin <= heads[w] < end)
            keys: list[object] = [self._texts[number]]
            chain = chain_of.get(next(outside, begin))
            if chain is not None:
                keys.append(chain)
            for key in keys:
                left, right = sorted((top(first.setdefault(key, number)), top(number)))
                above[right] = left
        return np.unique([top(number) for number in range(len(above))], return_inverse=True)[1]

    def _relate_entities(self, entity: Array) -> list[NameRelation]:
        """Score all pairs of entities that have names close to each other, on the closest names."""
        subject, other = (self._means(entity, side) for side in (0, 1))
        kinds = np.zeros(len(subject), dtype=np.int64)
        own = np.array([kind for _, kind in self._texts])
        # The first name of an entity tells its kind.
        kinds[entity[::-1]] = own[::-1]
        subject += self._scorers["kind_subject"][kinds]
        other += self._scorers["kind_object"][kinds]
        left, right = self._close_pairs(entity, own)
        found = []
        for begin in range(0, len(left), _PAIRS):
            a, b = left[begin : begin + _PAIRS], right[begin : begin + _PAIRS]
            spans = [(self._spans[i], self._spans[j]) for i, j in zip(a.tolist(), b.tolist(), strict=True)]
            found += self._holding(subject, other, (entity[a], entity[b]), self._far, spans)
        return found

    def _means(self, entity: Array, side: int) -> Array:
        vectors = np.concatenate([pair[side] for pair in self._vectors])
        total = np.zeros((int(entity.max()) + 1, vectors.shape[1]), dtype=np.float32)
        for begin in range(0, len(vectors), _PAIRS):
            part = slice(begin, begin + _PAIRS)
            np.add.at(total, entity[part], vectors[part].astype(np.float32))
        # Known names may leave numbers out: an entity without words stays at nothing.
        words = np.zeros(len(total))
        np.add.at(words, entity, [end - begin for begin, end in self._spans])
        return np.asarray(total / np.maximum(words, 1.0)[:, None], dtype=np.float32)

    def _close_pairs(self, entity: Array, kinds: Array) -> tuple[Array, Array]:
        """Names (from, to), one pair for each pair of entities: the closest in the text."""
        sentence = np.asarray(self._sentences)
        pairs = []
        for gap in range(1, min(_NAMES_APART, len(sentence) - 1) + 1):
            here = np.flatnonzero(sentence[gap:] - sentence[:-gap] <= SENTENCES_APART)
            if not len(here):
                break
            pairs += [np.stack([here, here + gap]), np.stack([here + gap, here])]
        if not pairs:
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
        left, right = np.concatenate(pairs, axis=1)
        kept = (entity[left] != entity[right]) & (kinds[left] != _TIME)
        left, right = left[kept], right[kept]
        _, first = np.unique(entity[left] * (int(entity.max()) + 1) + entity[right], return_index=True)
        return left[first], right[first]
