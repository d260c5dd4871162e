"""Words to linguistic labels: windows through the network, sentences through the decoders. No spaCy here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Protocol

import numpy as np

from graph.read.attribution import Attribution, Range
from graph.read.decode import (
    decode_heads,
    decode_layer,
    decode_names,
    decode_sentences,
    link_attributions,
)
from graph.read.labels import LAYERS, Labels
from graph.read.lemma import Lexicon, apply_script
from graph.read.pieces import Pieces
from graph.read.windows import window_bounds

# Contents are long and flicker, sources and cues are short and do not. Set once by reasoning, not tuned.
SWITCH_PENALTY = {"source": 0.0, "cue": 0.0, "content": 1.5}


class Scorer(Protocol):
    """What `Network` is for the analysis; training gives its own."""

    def __call__(self, inputs: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
        """Score one window."""

    def relation_scores(self, dependent: np.ndarray, head: np.ndarray) -> np.ndarray:
        """Score relation labels of pairs."""


@dataclass(slots=True, kw_only=True)
class Analysis:
    """Labels of every word of a text, in order.

    `heads` are word numbers, a root's own for a root; `names` are (first, after last, kind, score).
    """

    starts: list[bool] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    feats: list[str] = field(default_factory=list)
    lemma: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deprel: list[str] = field(default_factory=list)
    names: list[tuple[int, int, str, float]] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)


class Analyzer:
    """Reads words with a trained network.

    Args:
        network: Scores windows.
        pieces: The word-piece vocabulary.
        labels: The label sets of the heads.
        lexicon: Lemmas of known words.
    """

    def __init__(self, network: Scorer, pieces: Pieces, labels: Labels, lexicon: Lexicon) -> None:
        self._network = network
        self._pieces = pieces
        self._labels = labels
        self._lexicon = lexicon

    def __call__(
        self,
        words: Sequence[str],
        breaks: Sequence[bool],
        spaces: Sequence[int],
        starts: Sequence[bool] | None = None,
    ) -> Analysis:
        """Analyse a text.

        Args:
            words: Its words, white space left out; none is empty.
            breaks: Whether a paragraph begins at the word.
            spaces: Whether white space stands before the word (see `Pieces.inputs`).
            starts: Sentence starts, where they are known.
        """
        result = Analysis()
        sizes = [len(self._pieces.of(word)) for word in words]
        for begin, end in window_bounds(words, sizes, breaks):
            self._window(
                result, begin, words[begin:end], breaks[begin:end], spaces[begin:end],
                None if starts is None else starts[begin:end],
            )  # fmt: skip
        return result

    def _window(
        self,
        result: Analysis,
        offset: int,
        words: Sequence[str],
        breaks: Sequence[bool],
        spaces: Sequence[int],
        known: Sequence[bool] | None,
    ) -> None:
        scores = self._network(self._pieces.inputs(words, breaks, spaces))
        starts = list(known) if known is not None else decode_sentences(scores["starts"], breaks)
        starts[0] = True
        result.starts += starts
        for name in ("upos", "xpos", "feats"):
            labels = getattr(self._labels, name)
            getattr(result, name).extend(labels[number] for number in scores[name].argmax(axis=1))
        scripts = (self._labels.lemma[number] for number in scores["lemma"].argmax(axis=1))
        result.lemma += [
            self._lexicon.get((word.lower(), upos)) or apply_script(word, script)
            for word, upos, script in zip(words, result.upos[offset:], scripts, strict=True)
        ]
        borders = [*(place for place, flag in enumerate(starts) if flag), len(words)]
        self._trees(result, scores, offset, borders)
        for begin, end in pairwise(borders):
            result.names += [
                (offset + begin + first, offset + begin + last, kind, score)
                for first, last, kind, score in decode_names(scores["names"][begin:end])
            ]
        self._attributions(result, scores, offset)

    def _trees(
        self, result: Analysis, scores: dict[str, np.ndarray], offset: int, borders: Sequence[int]
    ) -> None:
        """Choose heads a sentence at a time, then all relations of the window at once."""
        heads: list[int] = []
        for begin, end in pairwise(borders):
            columns = [0, *range(begin + 1, end + 1)]
            arcs = scores["arc_dependent"][begin:end] @ scores["arc_head"][columns].T
            heads += [begin + head for head in decode_heads(arcs)]
        places = np.arange(len(heads))
        roots = places == heads
        above = np.where(roots, 0, np.asarray(heads) + 1)
        relations = self._network.relation_scores(
            scores["relation_dependent"], scores["relation_head"][above]
        )
        relations[:, self._labels.deprel.index("root")] = np.where(roots, np.inf, -np.inf)
        result.heads += [offset + head for head in heads]
        result.deprel += [self._labels.deprel[number] for number in relations.argmax(axis=1)]

    def _attributions(self, result: Analysis, scores: dict[str, np.ndarray], offset: int) -> None:
        layers = {name: decode_layer(scores[name], SWITCH_PENALTY[name]) for name in LAYERS}
        if not layers["content"]:
            return
        found = link_attributions(
            layers,
            {name: scores[f"query_{name}"] for name in ("source", "cue")},
            {name: scores[f"key_{name}"] for name in ("source", "cue")},
            scores["content"],
        )
        move = _mover(offset)
        result.attributions += [
            replace(item, source=move(item.source), cue=move(item.cue), content=move(item.content))
            for item in found
        ]


def _mover(offset: int) -> Callable[[tuple[Range, ...]], tuple[Range, ...]]:
    def move(ranges: tuple[Range, ...]) -> tuple[Range, ...]:
        return tuple((begin + offset, end + offset) for begin, end in ranges)

    return move
