"""An analysis written into its spaCy `Doc`."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np
from spacy.attrs import DEP, HEAD, LEMMA, MORPH, POS, TAG
from spacy.tokens import Doc, Span

from graph.read.analysis import Analysis
from graph.read.attribution import Attribution
from graph.read.chains import Chain
from graph.read.decode import confidence
from graph.read.events import EventScores
from graph.read.frames import Frame
from graph.read.relations import NameRelation

_Placed = TypeVar("_Placed", Attribution, Frame, Chain, NameRelation)
_TAGS = (POS, TAG, LEMMA, MORPH)


class Filler:
    """Collects the analyses of a document's sections, then fills it by arrays: token by token costs more.

    White-space tokens hang on the word before them; a document of nothing else is one sentence.

    Args:
        doc: The document to fill.
        places: Its words, as `places_of` gives them.
    """

    def __init__(self, doc: Doc, places: np.ndarray) -> None:
        self._doc, self._places = doc, places
        strings, morphology = doc.vocab.strings, doc.vocab.morphology
        self._strings, self._morphology = strings, morphology
        # A row of numbers a label: the labels themselves take four times as much room.
        space = (strings.add("SPACE"), strings.add("_SP"), 0, morphology.add(""), strings.add("dep"))
        self._labels = tuple(_Column(label, len(doc), many=label == 0) for label in space)
        self._heads = np.zeros(len(doc), dtype=np.int32)
        if len(places):
            self._heads[places] = places
            self._heads = np.maximum.accumulate(np.maximum(self._heads, places[0]))
        # White space is what it is.
        self._tag_scores, self._arc_scores = np.ones((2, len(doc)), dtype=np.float32)
        self._names: list[Span] = []
        self._name_scores: list[float] = []
        self._attributions: list[Attribution] = []
        self._frames: list[Frame] = []
        self._chains: list[Chain] = []
        self._relations: list[NameRelation] = []
        self._events: list[EventScores] = []

    def add(self, found: Analysis, part: slice) -> None:
        """Take over the analysis of the words `part` of `places`."""
        inside = self._places[part]
        strings = self._strings
        deprel = ["ROOT" if label == "root" else label for label in found.deprel]
        given = (found.upos, found.xpos, found.lemma, found.feats, deprel)
        for column, labels in zip(self._labels, given, strict=True):
            column.put(inside, labels, self._morphology.add if labels is found.feats else strings.add)
        self._heads[inside] = inside[np.fromiter(found.heads, dtype=np.int32, count=len(found.heads))]
        self._tag_scores[inside], self._arc_scores[inside] = found.tag_scores, found.arc_scores
        places = inside.tolist()
        self._names += [
            Span(self._doc, places[begin], places[end - 1] + 1, label=kind)
            for begin, end, kind, _ in found.entities
        ]
        self._name_scores += [confidence(score) for *_, score in found.entities]
        _move(found.attributions, self._attributions, places)
        _move(found.frames, self._frames, places)
        _move(found.chains, self._chains, places)
        _move(found.relations, self._relations, places)
        self._events += [scores.on(inside) for scores in found.events]

    def fill(self) -> Doc:
        """Fill the document and return it."""
        doc = self._doc
        if not len(doc):
            return doc
        spaces = np.ones(len(doc), dtype=bool)
        spaces[self._places] = False
        if len(self._places):
            blanks = np.flatnonzero(spaces)
            self._labels[2].put(blanks, [doc[place].text for place in blanks.tolist()], self._strings.add)
        *tags, deprel = self._labels
        for attribute, column in zip(_TAGS, tags, strict=True):
            doc.from_array([attribute], column.values()[:, None])  # type: ignore[arg-type]
        # spaCy finds the sentences where it is given both at once.
        tree = np.empty((len(doc), 2), dtype=np.uint64)
        tree[:, 0] = deprel.values()
        tree[:, 1] = (self._heads - np.arange(len(doc), dtype=np.int32)).astype(np.int64)
        doc.from_array([DEP, HEAD], tree)  # type: ignore[arg-type]
        doc.set_ents(self._names)
        extra = doc._
        extra.name_scores = tuple(self._name_scores)
        extra.tag_scores, extra.arc_scores = self._tag_scores, self._arc_scores
        extra.attributions, extra.frames = tuple(self._attributions), tuple(self._frames)
        extra.coreference, extra.relations = tuple(self._chains), tuple(self._relations)
        extra.event_scores = EventScores.joined(self._events) if self._events else None
        return doc


class _Column:
    """One label of every token, each label once; `many` where there are more than 30,000 of them."""

    def __init__(self, label: int, size: int, *, many: bool) -> None:
        self._known = {label: 0}
        self._numbers = np.zeros(size, dtype=np.int32 if many else np.int16)

    def put(self, places: np.ndarray, labels: Sequence[str], add: Callable[[str], int]) -> None:
        numbers = {}
        for label in dict.fromkeys(labels):
            numbers[label] = self._known.setdefault(add(label), len(self._known))
        self._numbers[places] = np.fromiter(
            map(numbers.__getitem__, labels), self._numbers.dtype, len(labels)
        )

    def values(self) -> np.ndarray:
        return np.asarray(np.fromiter(self._known, dtype=np.uint64)[self._numbers])


def _move(items: list[_Placed], target: list[_Placed], places: list[int]) -> None:
    """Count tokens instead of words; empties the list, since a long text has many."""
    items.reverse()
    target.extend(items.pop().on(places) for _ in range(len(items)))
