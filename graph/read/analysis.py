"""Words to linguistic labels: windows through the network, sentences through the decoders. No spaCy here."""

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Protocol

import numpy as np
from threadpoolctl import ThreadpoolController

from graph.read.attribution import Attribution
from graph.read.calibration import Temperatures
from graph.read.chains import Chain, ChainBuilder
from graph.read.decode import (
    Labelled,
    best_chance,
    decode_kinds,
    decode_layer,
    decode_names,
    decode_sentences,
    decode_values,
    link_attributions,
    without_overlap,
)
from graph.read.events import EventHead, EventScores
from graph.read.frames import Frame, FrameDecoder, Rolesets, load_rolesets
from graph.read.labels import LAYERS, Labels
from graph.read.lemma import Lemmatizer, Lexicon, load_lexicon
from graph.read.network import Network
from graph.read.phrases import sentence_numbers
from graph.read.pieces import Pieces
from graph.read.relations import NameRelation, RelationFinder
from graph.read.scorers import Scorers
from graph.read.trees import decode_trees
from graph.read.windows import whole_sentences, window_end

Array = np.ndarray
KnownName = tuple[int, int, str, int]
"""First word, word after the last, coarse kind, number of the entity."""

# Contents are long and flicker, sources and cues are short and do not. Set once by reasoning, not tuned.
SWITCH_PENALTY = {"source": 0.0, "cue": 0.0, "content": 1.5}


class Scorer(Protocol):
    """What `Network` is for the analysis; tests give their own."""

    scorers: Scorers

    def __call__(self, inputs: dict[str, Array]) -> dict[str, Array]:
        """Score one window."""


class EventScorer(Protocol):
    """What `EventHead` is for the analysis."""

    def __call__(self, layers: Array, *, offset: int = 0) -> EventScores:
        """Score the words of one window."""


@dataclass(slots=True, kw_only=True)
class Analysis:
    """Labels of every word of a text, in order; everything is counted in words.

    Attributes:
        starts: Whether a sentence starts.
        upos: Universal parts of speech.
        xpos: Penn Treebank tags.
        feats: Morphological features, `_` for none.
        lemma: Lemmas.
        heads: Word numbers, a root's own for a root.
        deprel: Universal dependency relations.
        tag_scores: Confidence in each `upos`.
        arc_scores: Confidence in each head.
        names: Names of coarse kinds.
        entities: Names of fine kinds, and the values that share no word with a name.
        frames: Predicates and arguments.
        attributions: Who says what.
        chains: Coreference.
        relations: Relations between names.
        events: What words may name an event, window by window, where there is a head for it.
    """

    starts: list[bool] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    feats: list[str] = field(default_factory=list)
    lemma: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deprel: list[str] = field(default_factory=list)
    tag_scores: Array = field(default_factory=lambda: np.zeros(0, dtype=np.float32))
    arc_scores: Array = field(default_factory=lambda: np.zeros(0, dtype=np.float32))
    names: list[Labelled] = field(default_factory=list)
    entities: list[Labelled] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    chains: list[Chain] = field(default_factory=list)
    relations: list[NameRelation] = field(default_factory=list)
    events: list[EventScores] = field(default_factory=list)


@dataclass(slots=True)
class _Text:
    """What is asked about, and what is found as the windows go by."""

    words: Sequence[str]
    breaks: Sequence[bool]
    spaces: Sequence[int]
    starts: Sequence[bool] | None
    names: Sequence[KnownName] | None
    sizes: Sequence[int]
    result: Analysis
    chains: ChainBuilder
    relations: RelationFinder
    ahead: deque["_Window"] = field(default_factory=deque)
    tag_scores: list[Array] = field(default_factory=list)
    arc_scores: list[Array] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Window:
    """Words `begin` to `end`, and a call that gives (or waits for) their scores."""

    begin: int
    end: int
    scores: Callable[[], dict[str, Array]]


class Analyzer:
    """Reads words with a trained network.

    Args:
        network: Scores windows.
        pieces: The word-piece vocabulary.
        labels: The label sets of the heads.
        lexicon: Lemmas of known words.
        rolesets: Names of the senses of predicates.
        temperatures: Make the confidences honest.
        events: Scores event types.
        threads: Windows of a text that are scored at the same time.

    Attributes:
        events: Scores event types; training puts what collects the layers here.
    """

    def __init__(
        self,
        network: Scorer,
        pieces: Pieces,
        labels: Labels,
        lexicon: Lexicon,
        rolesets: Rolesets | None = None,
        temperatures: Temperatures | None = None,
        events: EventScorer | None = None,
        *,
        threads: int = 1,
    ) -> None:
        self._network = network
        self._threads = threads
        self._blas = ThreadpoolController()
        self._pool = ThreadPoolExecutor(threads) if threads > 1 else None
        self._pieces = pieces
        self._labels = labels
        self._lemmatize = Lemmatizer(lexicon)
        self._heat = temperatures or Temperatures()
        self.events = events
        self._frames = FrameDecoder(
            labels, network.scorers, rolesets or {},
            sense_temperature=self._heat.sense, role_temperature=self._heat.role,
        )  # fmt: skip

    @classmethod
    def open(cls, folder: Path, *, threads: int = 1) -> "Analyzer":
        """Open the trained files of a folder.

        Raises:
            ReaderError: If the weights are missing or damaged.
        """
        return cls(
            Network(folder),
            Pieces(folder / "tokenizer.json"),
            Labels.load(folder / "labels.json"),
            load_lexicon(folder / "lemmas.tsv"),
            load_rolesets(folder / "rolesets.tsv"),
            Temperatures.load(folder / "calibration.json"),
            EventHead.open(folder / "events.npz"),
            threads=threads,
        )

    def __call__(
        self,
        words: Sequence[str],
        breaks: Sequence[bool],
        spaces: Sequence[int],
        starts: Sequence[bool] | None = None,
        *,
        names: Sequence[KnownName] | None = None,
    ) -> Analysis:
        """Analyse a text; of its windows only what is found is kept.

        Args:
            words: Its words, white space left out; none is empty.
            breaks: Whether a paragraph begins at the word.
            spaces: Whether white space stands before the word (see `Pieces.inputs`).
            starts: Sentence starts, where they are known.
            names: Names, where they are known (to measure relations without the errors of names).
        """
        return self.start(words, breaks, spaces, starts, names=names)()

    def start(
        self,
        words: Sequence[str],
        breaks: Sequence[bool],
        spaces: Sequence[int],
        starts: Sequence[bool] | None = None,
        *,
        names: Sequence[KnownName] | None = None,
    ) -> Callable[[], Analysis]:
        """Have the first windows of a text scored by threads; the call that is returned does the rest.

        Args: see `__call__`.
        """
        scorers = self._network.scorers
        chains = ChainBuilder(
            self._labels, scorers,
            mention_temperature=self._heat.mention, link_temperature=self._heat.coref,
        )  # fmt: skip
        relations = RelationFinder(self._labels, scorers, temperature=self._heat.relation)
        sizes = [len(self._pieces.of(word)) for word in words]
        text = _Text(words, breaks, spaces, starts, names, sizes, Analysis(), chains, relations)
        self._look_ahead(text, 0)
        return partial(self._finish, text)

    def _finish(self, text: _Text) -> Analysis:
        # NumPy's own threads would wake for every small product, and take the processors from the windows.
        with self._blas.limit(limits=1, user_api="blas"):
            begin = 0
            while begin < len(text.words):
                self._look_ahead(text, begin)
                begin = self._window(text, text.ahead.popleft())
            result = text.result
            if text.tag_scores:
                result.tag_scores = np.concatenate(text.tag_scores)
                result.arc_scores = np.concatenate(text.arc_scores)
            result.chains = text.chains.chains()
            result.relations = text.relations.relations(result.chains, result.heads)
        return result

    def _look_ahead(self, text: _Text, begin: int) -> None:
        """Have windows scored from a word on: the first, and those after it whose begin is known by now.

        Where a window ends with a paragraph, all of it will be kept, and so the next one begins there.
        """
        ahead, count = text.ahead, len(text.words)
        place = ahead[-1].end if ahead else begin
        # One more than there are threads: they shall work while this one decodes.
        while len(ahead) <= self._threads and place < count and (not ahead or text.breaks[place]):
            end = window_end(place, text.sizes, text.breaks)
            ahead.append(_Window(place, end, self._score(text, slice(place, end))))
            place = end

    def _score(self, text: _Text, part: slice) -> Callable[[], dict[str, Array]]:
        inputs = self._pieces.inputs(text.words[part], text.breaks[part], text.spaces[part])
        return (
            self._pool.submit(self._network, inputs).result if self._pool else partial(self._network, inputs)
        )

    def _window(self, text: _Text, window: _Window) -> int:
        """Decode one window; return where the next one begins."""
        begin, end = window.begin, window.end
        words, breaks = text.words[begin:end], text.breaks[begin:end]
        scores = window.scores()
        starts = (
            decode_sentences(scores["starts"], breaks)
            if text.starts is None
            else list(text.starts[begin:end])
        )
        starts[0] = True
        kept = whole_sentences(end, starts, text.breaks)
        dropped = len(words) - kept
        if dropped:
            # Some outputs have a row more than there are words, in front.
            scores = {name: values[: len(values) - dropped] for name, values in scores.items()}
            words, starts = words[:kept], starts[:kept]
        sentence = sentence_numbers(np.asarray(starts))
        text.result.starts += starts
        self._tags(text, scores, words)
        self._trees(text, scores, begin, sentence)
        self._names(text, scores, begin, words, sentence)
        self._attributions(text.result, scores, begin)
        if self.events is not None:
            text.result.events.append(self.events(scores["layers"], offset=begin))
        upos, lemma = text.result.upos[begin:], text.result.lemma[begin:]
        text.result.frames += self._frames(scores, sentence, lemma, upos, offset=begin)
        text.chains.add(scores, sentence, words, upos, offset=begin)
        return begin + kept

    def _tags(self, text: _Text, scores: dict[str, Array], words: Sequence[str]) -> None:
        result = text.result
        for name in ("upos", "xpos", "feats"):
            labels = getattr(self._labels, name)
            getattr(result, name).extend(labels[number] for number in scores[name].argmax(axis=1).tolist())
        scripts = scores["lemma"].argmax(axis=1).tolist()
        offset = len(result.lemma)
        result.lemma += [
            self._lemmatize(word, upos, xpos, self._labels.lemma[script])
            for word, upos, xpos, script in zip(
                words, result.upos[offset:], result.xpos[offset:], scripts, strict=True
            )
        ]
        text.tag_scores.append(best_chance(scores["upos"], self._heat.upos).astype(np.float32))

    def _trees(self, text: _Text, scores: dict[str, Array], offset: int, sentence: Array) -> None:
        arcs = scores["arc_dependent"] @ scores["arc_head"].T
        heads, chances = decode_trees(arcs, sentence, temperature=self._heat.arcs)
        text.arc_scores.append(chances.astype(np.float32))
        roots = heads == np.arange(len(heads))
        relations = self._network.scorers.deprel(
            scores["relation_dependent"], scores["relation_head"][np.where(roots, 0, heads + 1)]
        )
        relations[:, self._labels.deprel.index("root")] = np.where(roots, np.inf, -np.inf)
        text.result.heads += (heads + offset).tolist()
        text.result.deprel += [self._labels.deprel[number] for number in relations.argmax(axis=1).tolist()]

    def _names(
        self, text: _Text, scores: dict[str, Array], offset: int, words: Sequence[str], sentence: Array
    ) -> None:
        entities: list[int] | None = None
        if text.names is None:
            names = decode_names(scores["names"], sentence, temperature=self._heat.names)
        else:
            inside = [name for name in text.names if offset <= name[0] < offset + len(words)]
            names = [(b - offset, e - offset, kind, 1.0) for b, e, kind, _ in inside]
            entities = [number for *_, number in inside]
        text.result.names += _moved(names, offset)
        values = decode_values(scores["values"], sentence, temperature=self._heat.values)
        fine = decode_kinds(names, scores["kinds"], temperature=self._heat.kinds)
        text.result.entities += _moved(without_overlap(fine, values), offset)
        related = names if entities is not None else without_overlap(names, values)
        text.relations.add(scores, sentence, words, related, offset=offset, entities=entities)

    def _attributions(self, result: Analysis, scores: dict[str, Array], offset: int) -> None:
        layers = {name: decode_layer(scores[name], SWITCH_PENALTY[name]) for name in LAYERS}
        if not layers["content"]:
            return
        found = link_attributions(
            layers,
            {name: scores[f"query_{name}"] for name in ("source", "cue")},
            {name: scores[f"key_{name}"] for name in ("source", "cue")},
            scores["content"],
            temperature=self._heat.attribution,
        )
        result.attributions += [item.on(range(offset, offset + len(scores["content"]))) for item in found]


def _moved(items: Sequence[Labelled], offset: int) -> list[Labelled]:
    return [(begin + offset, end + offset, label, score) for begin, end, label, score in items]
