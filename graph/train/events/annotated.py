"""Annotated articles, read by the reader that ships, with the layers of its encoder."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from graph.build import open_reader
from graph.cli.scoring import find_articles
from graph.evaluate.alignment import find_words
from graph.evaluate.gold import Gold, laid_over, read_gold
from graph.extract.entities import find_entities
from graph.extract.events import by_rules
from graph.extract.lookup import Lookup
from graph.extract.quantities import find_quantities
from graph.extract.times import dateline_day, find_times
from graph.model.mentions import EntityMention, EventMention
from graph.model.text import Article, Span
from graph.read.component import ReaderComponent
from graph.read.events import EventHead, EventScores
from graph.read.sections import places_of
from graph.settings import Settings

Array = np.ndarray


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """One article as people and as the reader have read it.

    Attributes:
        gold: The annotation.
        article: The article.
        expected: The annotation, laid over the text.
        doc: The text as the reader parsed it; without scores of events.
        places: The tokens that are words.
        layers: [words, L, D], half precision.
    """

    gold: Gold
    article: Article
    expected: dict[str, Any]
    doc: Doc
    places: Array
    layers: Array

    def score(self, head: EventHead | None) -> None:
        """Put what a head makes of the words into the document; nothing with None."""
        found = head(self.layers.astype(np.float32)).on(self.places) if head is not None else None
        self.doc._.event_scores = found

    def span(self, trigger: dict[str, Any]) -> Span:
        """Find the words of a trigger."""
        return find_words(self.article.text, trigger["trigger"], trigger.get("nth", 1))


def events_by_rules(
    doc: Doc, article: Article
) -> tuple[tuple[EventMention, ...], Lookup, tuple[EntityMention, ...]]:
    """Extract as far as what is trained here comes in: the events, the mentions, and the entities."""
    entities = find_entities(doc, title=article.title)
    published = article.published_day or dateline_day(article.text)
    times = find_times(doc, published)
    lookup = Lookup(doc, entities, times, find_quantities(doc, times))
    events = by_rules(lookup, published)
    return events, lookup, (*entities, *lookup.things.made)


class _Recorder:
    """Stands in for the head and keeps what the head would have seen."""

    def __init__(self) -> None:
        self.layers: list[Array] = []

    def __call__(self, layers: Array, *, offset: int = 0) -> EventScores:  # noqa: ARG002
        self.layers.append(layers.astype(np.float16))
        return EventScores.gathered(())

    def take(self) -> Array:
        found = np.concatenate(self.layers) if self.layers else np.zeros((0, 1, 1), dtype=np.float16)
        self.layers.clear()
        return found


class LayerReader:
    """Reads texts and gives the layers of the encoder with them.

    Args:
        weights: Folder of the reader's files.
    """

    def __init__(self, weights: Path) -> None:
        self._nlp: Language = open_reader(Settings.load())
        self._recorder = _Recorder()
        for _, component in self._nlp.pipeline:
            if isinstance(component, ReaderComponent):
                component.from_disk(weights)
                component.analyzer.events = self._recorder

    def __call__(self, text: str) -> tuple[Doc, Array, Array]:
        """Read one text: its document, the tokens that are words, and their layers."""
        doc = self._nlp(text)
        return doc, places_of(doc), self._recorder.take()


def read_annotated(
    sources: Iterable[Path], folders: Iterable[Path], reader: LayerReader
) -> Iterator[Annotated]:
    """Read annotations with their articles; locked ones and those without an article are passed over.

    Args:
        sources: Folders of annotations (see `docs/evaluation.md`).
        folders: Where their articles are looked for.
        reader: Reads the texts.
    """
    kept = list(folders)
    for source in sources:
        for _, (gold, article) in find_articles(read_gold(source), kept):
            if article is None or gold.split == "locked":
                continue
            doc, places, layers = reader(article.text)
            yield Annotated(
                gold=gold,
                article=article,
                expected=laid_over(gold, article.text),
                doc=doc,
                places=places,
                layers=layers,
            )
