"""Mentions of an article joined into chains of what is the same thing, window by window.

Source: mentions by their head words and antecedents among them (Dobrovolskii 2021, "Word-Level
Coreference Resolution"), phrases by a scorer of their ends.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from graph.read.coreference import distance_classes, match_classes, name_words, word_type
from graph.read.decode import best_chance, confidence, softmax
from graph.read.labels import Labels
from graph.read.phrases import phrase_spans
from graph.read.scorers import Scorers

Array = np.ndarray
REACH = 400
"""How many mentions back an antecedent is sought: keeps time linear and memory bounded on any text."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that refer to something.

    Attributes:
        begin: First token.
        end: The token after the last.
        head: The token that the others hang on.
        kind: What it refers to: `person`, `organization`, `place` ... (the types of the GUM corpus).
        confidence: That it belongs to its chain; for the first of a chain that it refers at all; in [0, 1].
    """

    begin: int
    end: int
    head: int
    kind: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Chain:
    """All mentions of one thing: two or more, in order of the text.

    Attributes:
        mentions: Pronouns, descriptions and names.
        kind: The most frequent kind of the mentions; the earliest of equals.
        confidence: Mean confidence of the links between them; in [0, 1].
    """

    mentions: tuple[Mention, ...]
    kind: str
    confidence: float

    def on(self, places: Sequence[int]) -> "Chain":
        """Count tokens instead of words; `places` tells the token of each word."""
        mentions = tuple(
            Mention(
                places[item.begin], places[item.end - 1] + 1, places[item.head], item.kind, item.confidence
            )
            for item in self.mentions
        )
        return Chain(mentions, self.kind, self.confidence)


class ChainBuilder:
    """Reads the windows of one article in order; keeps vectors of the last `REACH` mentions only.

    Args:
        labels: Label sets; `mention` matters here.
        scorers: Holds the tables of `graph.read.coreference`.
        mention_temperature: Divides the scores of mentions for the confidence.
        link_temperature: Divides the scores of links for the confidence.
        reach: Mentions back.
    """

    def __init__(
        self,
        labels: Labels,
        scorers: Scorers,
        *,
        mention_temperature: float = 1.0,
        link_temperature: float = 1.0,
        reach: int = REACH,
    ) -> None:
        self._kinds = labels.mention
        self._scorers = scorers
        self._mention_temperature, self._link_temperature = mention_temperature, link_temperature
        self._reach = reach
        self._keys: Array | None = None
        self._types = np.zeros(0, dtype=np.int64)
        self._names: list[frozenset[str]] = []
        self._recent = np.zeros(0, dtype=np.int64)
        # For every mention so far: begin, end, head, kind, chain; and its confidence.
        self._rows: list[Array] = []
        self._chances: list[Array] = []
        self._chains = 0

    def add(
        self,
        scores: Mapping[str, Array],
        sentence: Array,
        words: Sequence[str],
        upos: Sequence[str],
        *,
        offset: int = 0,
    ) -> None:
        """Read one window.

        Args:
            scores: The network's outputs.
            sentence: Number of each word's sentence, rising.
            words: Words of the window.
            upos: Their universal parts of speech.
            offset: Number of the window's first word in the text.
        """
        heads = np.flatnonzero(scores["mention"].argmax(axis=1))
        if not len(heads):
            return
        begins, ends = phrase_spans(scores["span_mention"][heads], scores["span_edge"], heads, sentence)
        chances = best_chance(scores["mention"][heads], self._mention_temperature)
        kept = _distinct(begins, ends, chances)
        heads, begins, ends, chances = heads[kept], begins[kept], ends[kept], chances[kept]
        kinds = scores["mention"][heads].argmax(axis=1)
        types = np.array([word_type(upos[head]) for head in heads.tolist()], dtype=np.int64)
        names = [name_words(words, upos, head) for head in heads.tolist()]
        chains, links = self._link(scores["coref_query"][heads], scores["coref_key"][heads], types, names)
        self._rows.append(
            np.stack([begins + offset, ends + offset, heads + offset, kinds, chains], axis=1).astype(np.int32)
        )
        self._chances.append(np.where(links > 0, links, chances).astype(np.float32))

    def _link(
        self, query: Array, key: Array, types: Array, names: Sequence[frozenset[str]]
    ) -> tuple[Array, Array]:
        """Chain and confidence of the link (0 for none) of each new mention."""
        before = len(self._names)
        count = before + len(types)
        self._keys = key if self._keys is None else np.concatenate([self._keys, key])
        self._types = np.concatenate([self._types, types])
        self._names.extend(names)
        scores = query @ self._keys.T
        scores += self._scorers["coref_match"][match_classes(self._types, self._names, before, count)]
        scores += self._scorers["coref_distance"][distance_classes(self._types, before, count)]
        gaps = np.arange(before, count)[:, None] - np.arange(count)[None, :]
        scores[(gaps < 1) | (gaps > self._reach)] = -np.inf
        # The last column is "refers to nothing before it", which always scores 0.
        scores = np.concatenate([scores, np.zeros((len(types), 1), dtype=scores.dtype)], axis=1)
        best = scores.argmax(axis=1)
        linked = scores[np.arange(len(types)), best] > 0.0
        chances = softmax(scores, self._link_temperature)
        chains = np.concatenate([self._recent, np.full(len(types), -1)])
        links = np.zeros(len(types))
        for row in range(len(types)):
            if linked[row]:
                chain = chains[best[row]]
                links[row] = chances[row, :-1][chains == chain].sum()
            else:
                chain, self._chains = self._chains, self._chains + 1
            chains[before + row] = chain
        self._keys, self._types = self._keys[-self._reach :], self._types[-self._reach :]
        del self._names[: -self._reach]
        self._recent = chains[-self._reach :]
        return chains[before:], links

    def chains(self) -> list[Chain]:
        """Give the chains of all windows so far, in order of their first mentions."""
        if not self._rows:
            return []
        rows, chances = np.concatenate(self._rows), np.concatenate(self._chances)
        sizes = np.bincount(rows[:, 4])
        members: dict[int, list[Mention]] = {}
        for place in np.flatnonzero(sizes[rows[:, 4]] > 1).tolist():
            begin, end, head, kind, chain = rows[place].tolist()
            mention = Mention(begin, end, head, self._kinds[kind], confidence(float(chances[place])))
            members.setdefault(chain, []).append(mention)
        return [_chain(mentions) for mentions in members.values()]


def _distinct(begins: Array, ends: Array, chances: Array) -> list[int]:
    """Of mentions with the same phrase keep the surest."""
    best: dict[tuple[int, int], int] = {}
    for place, span in enumerate(zip(begins.tolist(), ends.tolist(), strict=True)):
        if span not in best or chances[place] > chances[best[span]]:
            best[span] = place
    return sorted(best.values())


def _chain(mentions: list[Mention]) -> Chain:
    kind = Counter(mention.kind for mention in mentions).most_common(1)[0][0]
    links = [mention.confidence for mention in mentions[1:]]
    return Chain(tuple(mentions), kind, confidence(sum(links) / len(links)))
