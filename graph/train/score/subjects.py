"""The pipelines that are scored: ours as it ships, and a spaCy CNN beside it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from graph.evaluate.corpora.gaps import guess_spaces
from graph.evaluate.corpora.readers import Passage, Treebank
from graph.read.analysis import Analyzer
from graph.read.component import WEIGHTS
from graph.read.load import load_reader
from graph.train.score.found import Found, Tags
from graph.train.score.observe import observe, token_tags

GivenRelation = tuple[int, int, str, float]
"""Head and tail entity by number, label, confidence."""


class Subject(Protocol):
    """A pipeline under test.

    Attributes:
        gives: What it finds beside tags, trees and names: `lemmas`; `attributions`; `annotations` for
            roles, coreference and relations.
    """

    gives: frozenset[str]

    def read(self, text: str) -> Found:
        """Read a raw text."""

    def tag(self, gold: Treebank) -> Tags:
        """Read a document in gold words and gold sentences."""

    def relate(self, passage: Passage, kinds: Sequence[str], scheme: str) -> list[GivenRelation]:
        """Find relations between given entities."""


class OurReader:
    """The reader as it ships.

    Args:
        weights: Folder of trained files.
        threads: Threads of one run of the network.
    """

    gives = frozenset({"lemmas", "attributions", "annotations"})

    def __init__(self, weights: Path = WEIGHTS, *, threads: int = 1) -> None:
        self._nlp = load_reader(weights=weights, threads=threads)
        self._analyze = Analyzer.open(weights, threads=threads)

    def read(self, text: str) -> Found:
        """Read a raw text with the shipped pipeline."""
        return observe(self._nlp(text))

    def tag(self, gold: Treebank) -> Tags:
        """Read gold words: the sentences and the spaces between words are given, nothing else."""
        starts = {begin for begin, _ in gold.sentences}
        found = self._analyze(
            gold.words,
            [place == 0 or "\n" in gap for place, gap in enumerate(gold.gaps)],
            [int(place == 0 or bool(gap)) for place, gap in enumerate(gold.gaps)],
            [place in starts for place in range(len(gold.words))],
        )
        return Tags(
            upos=found.upos,
            xpos=found.xpos,
            feats=found.feats,
            lemma=found.lemma,
            heads=found.heads,
            deprel=found.deprel,
            upos_confidence=[float(chance) for chance in found.tag_scores],
            arc_confidence=[float(chance) for chance in found.arc_scores],
        )

    def relate(self, passage: Passage, kinds: Sequence[str], scheme: str) -> list[GivenRelation]:
        """Find relations between given entities, with gold words and sentences.

        Args:
            passage: Words and entities.
            kinds: Coarse kind of each entity.
            scheme: Which label set.
        """
        starts = {begin for begin, _ in passage.sentences}
        names = sorted(
            (begin, end, kinds[number], number)
            for number, (_, mentions) in enumerate(passage.entities)
            for begin, end in mentions
        )
        found = self._analyze(
            passage.words,
            [place == 0 for place in range(len(passage.words))],
            guess_spaces(passage.words),
            [place in starts for place in range(len(passage.words))],
            names=names,
        )
        owner = {(begin, end): number for begin, end, _, number in names}
        return [
            (owner[item.head], owner[item.tail], item.label, item.confidence)
            for item in found.relations
            if item.scheme == scheme and item.head in owner and item.tail in owner
        ]


class Baseline:
    """A spaCy pipeline with a tagger, a morphologizer, a parser and an ner, as `train_baseline` saves it.

    Args:
        folder: What `to_disk` wrote.
    """

    gives: frozenset[str] = frozenset()

    def __init__(self, folder: Path) -> None:
        self._nlp: Language = spacy.load(folder)

    def read(self, text: str) -> Found:
        """Read a raw text."""
        return observe(self._nlp(text))

    def tag(self, gold: Treebank) -> Tags:
        """Read gold words and sentences."""
        starts = {begin for begin, _ in gold.sentences}
        doc = Doc(
            self._nlp.vocab,
            words=gold.words,
            spaces=[bool(gap) for gap in [*gold.gaps[1:], ""]],
            sent_starts=[place in starts for place in range(len(gold.words))],
        )
        return token_tags(list(self._nlp(doc)))

    def relate(self, passage: Passage, kinds: Sequence[str], scheme: str) -> list[GivenRelation]:  # noqa: ARG002
        """Find nothing: the baseline has no relations."""
        return []
