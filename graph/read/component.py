"""The reader as a spaCy component."""

from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import numpy as np
from spacy.attrs import DEP, HEAD, IS_SPACE, LEMMA, MORPH, ORTH, POS, SPACY, TAG
from spacy.language import Language
from spacy.tokens import Doc, Span

from graph.read.analysis import Analysis, Analyzer
from graph.read.attribution import Attribution
from graph.read.chains import Chain
from graph.read.dateline import dateline_end
from graph.read.extensions import declare_extensions
from graph.read.frames import Frame
from graph.read.relations import NameRelation

WEIGHTS = Path(__file__).parent / "weights"
_FILES = (
    "reader.onnx", "scorers.npz", "labels.json", "lemmas.tsv", "rolesets.tsv", "tokenizer.json",
    "calibration.json",
)  # fmt: skip
_Placed = TypeVar("_Placed", Attribution, Frame, Chain, NameRelation)
_ATTRIBUTES = [POS, TAG, LEMMA, MORPH, DEP, HEAD]


class ReaderComponent:
    """Sets all that `declare_extensions` names, and tags, lemmas, morphology, tree, sentences and names.

    Args:
        name: Name in the pipeline.
        weights: Folder of the trained files.
        threads: Windows of a text that are scored at the same time; they change no answer.
    """

    def __init__(self, name: str, *, weights: Path = WEIGHTS, threads: int = 1) -> None:
        declare_extensions()
        self.name = name
        self._threads = threads
        self._open(weights)

    def _open(self, weights: Path) -> None:
        self._weights = weights
        self._analyzer = Analyzer.open(weights, threads=self._threads)

    def __call__(self, doc: Doc) -> Doc:
        """Analyse one document; white-space tokens hang on the word before them."""
        return self._start(doc)()

    def _start(self, doc: Doc) -> Callable[[], Doc]:
        places = np.flatnonzero(doc.to_array(IS_SPACE) == 0).tolist() if len(doc) else []
        analysis = self._analyzer.start(*_words(doc, places)) if places else None

        def finish() -> Doc:
            if analysis is not None:
                _annotate(doc, places, analysis())
            elif len(doc):
                _blank(doc)
            return doc

        return finish

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 1) -> Iterable[Doc]:  # noqa: ARG002
        """Analyse a stream: the same answers as one by one, whatever the batch."""
        started: deque[Callable[[], Doc]] = deque()
        for doc in docs:
            # The threads begin with this document while the one before it is decoded.
            started.append(self._start(doc))
            if len(started) > 1:
                yield started.popleft()()
        while started:
            yield started.popleft()()

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:  # noqa: ARG002
        """Copy the trained files."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        for file in _FILES:
            (folder / file).write_bytes((self._weights / file).read_bytes())

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> "ReaderComponent":  # noqa: ARG002
        """Take trained files that `to_disk` wrote."""
        self._open(Path(path))
        return self


@Language.factory(
    "newsgraph_reader",
    assigns=[
        "token.pos", "token.tag", "token.lemma", "token.morph", "token.dep", "token.head",
        "token.is_sent_start", "doc.sents", "doc.ents",
        "doc._.attributions", "doc._.frames", "doc._.coreference", "doc._.relations",
        "doc._.name_scores", "doc._.tag_scores", "doc._.arc_scores",
    ],
    default_config={"weights": None, "threads": 1},
)  # fmt: skip
def make_reader(nlp: Language, name: str, weights: str | None, threads: int) -> ReaderComponent:  # noqa: ARG001
    """Make the component for a pipeline (`nlp.add_pipe("newsgraph_reader")`)."""
    declare_extensions()
    return ReaderComponent(name, weights=Path(weights) if weights else WEIGHTS, threads=threads)


def _words(doc: Doc, places: list[int]) -> tuple[list[str], list[bool], list[int]]:
    # A dateline is no part of the sentence behind it: the tree would make it the subject.
    report = dateline_end(doc.text)
    # One string for all tokens of a word: a long text has many.
    orths, which = np.unique(doc.to_array(ORTH)[places], return_inverse=True)
    known = [doc.vocab.strings[orth] for orth in orths.tolist()]
    words = [known[number] for number in which.tolist()]
    trailing = doc.to_array(SPACY)[places].astype(bool).tolist()
    breaks, spaces = [], []
    before, spaced = -1, True
    for place, space in zip(places, trailing, strict=True):
        gap = place - before > 1
        new_line = before < 0 or (gap and any("\n" in doc[at].text for at in range(before + 1, place)))
        breaks.append(new_line)
        spaces.append(int(before < 0 or gap or spaced))
        before, spaced = place, space
    if report > 0:
        at = next((number for number, place in enumerate(places) if doc[place].idx == report), None)
        if at is not None:
            breaks[at] = True
    return words, breaks, spaces


def _annotate(doc: Doc, places: list[int], found: Analysis) -> None:
    """Fill the whole `Doc` by arrays: setting tokens one by one costs more than the decoding."""
    strings, morphology = doc.vocab.strings, doc.vocab.morphology
    table = np.zeros((len(doc), len(_ATTRIBUTES)), dtype=np.uint64)
    space = [strings.add("SPACE"), strings.add("_SP"), 0, morphology.add(""), strings.add("dep")]
    owner = np.zeros(len(doc), dtype=np.int64)
    owner[places] = places
    owner = np.maximum.accumulate(np.where(owner > 0, owner, places[0]))
    heads = owner - np.arange(len(doc))
    for column, value in enumerate(space):
        table[:, column] = value
    known: dict[str, int] = {}

    def number(text: str) -> int:
        if text not in known:
            known[text] = strings.add(text)
        return known[text]

    places_array = np.asarray(places)
    table[places, 0] = [number(label) for label in found.upos]
    table[places, 1] = [number(label) for label in found.xpos]
    table[places, 2] = [number(label) for label in found.lemma]
    feats = {label: morphology.add(label) for label in set(found.feats)}
    table[places, 3] = [feats[label] for label in found.feats]
    table[places, 4] = [number("ROOT" if label == "root" else label) for label in found.deprel]
    heads[places] = places_array[np.fromiter(found.heads, dtype=np.int64)] - places_array
    for place in np.setdiff1d(np.arange(len(doc)), places_array).tolist():
        table[place, 2] = number(doc[place].text)
    table[:, 5] = heads.astype(np.int64).astype(np.uint64)
    doc.from_array(_ATTRIBUTES, table)  # type: ignore[arg-type]
    names = [Span(doc, places[b], places[e - 1] + 1, label=kind) for b, e, kind, _ in found.entities]
    doc.set_ents(names)
    extra = doc._
    extra.name_scores = tuple(round(score, 4) for *_, score in found.entities)
    # White space is what it is.
    extra.tag_scores, extra.arc_scores = np.ones((2, len(doc)), dtype=np.float32)
    extra.tag_scores[places], extra.arc_scores[places] = found.tag_scores, found.arc_scores
    extra.attributions = _on_tokens(found.attributions, places)
    extra.frames = _on_tokens(found.frames, places)
    extra.coreference = _on_tokens(found.chains, places)
    extra.relations = _on_tokens(found.relations, places)


def _on_tokens(items: list[_Placed], places: list[int]) -> tuple[_Placed, ...]:
    """Count tokens instead of words; empties the list, since a long text has many."""
    items.reverse()
    return tuple(items.pop().on(places) for _ in range(len(items)))


def _blank(doc: Doc) -> None:
    """A document of nothing but white space is one sentence."""
    strings = doc.vocab.strings
    row = [strings.add("SPACE"), strings.add("_SP"), 0, doc.vocab.morphology.add(""), strings.add("dep"), 0]
    table = np.tile(np.asarray(row, dtype=np.uint64), (len(doc), 1))
    table[:, 5] = (-np.arange(len(doc))).astype(np.uint64)
    doc.from_array(_ATTRIBUTES, table)  # type: ignore[arg-type]
