"""ECB+: events of short news, who takes part in them, and which are the same across articles.

All articles of the part are resolved together, as a user would: an event of one topic that is taken for one
of another is an error. Two words of a chain are one event if their event mentions have one event in the
knowledge, and one participant if their entity mentions have one entity. The annotators marked the events of
every sentence that is here, acts of speech and states too, but not every participant.

Source: Cybulska and Vossen 2014, "Using a sledgehammer to crack a nut?"; the split of Cattan et al. 2021,
who leave singletons out of the CoNLL score as is done here.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.evaluate.corpora.gaps import guess_gaps
from graph.evaluate.corpora.identity import Item, identity_figures
from graph.evaluate.corpora.matching import pair_up
from graph.evaluate.corpora.readers import records
from graph.evaluate.corpora.stems import stem
from graph.evaluate.corpora.task import Figure, article_id, make_article
from graph.evaluate.corpora.texts import PARAGRAPH, Range, Ruler, Text, build_text
from graph.evaluate.metrics import PRF
from graph.model.knowledge import Entity, Event, Knowledge
from graph.model.mentions import QUALITY, DocumentMentions
from graph.model.text import Article, Span

_CORPUS = "ecbplus"
_PARTICIPANTS = frozenset({"human", "nonhuman", "location"})
# A word of the training part is taken for a trigger by the baseline if it is one at least this often.
_MOSTLY = 0.5
# Last words of triggers that are not their heads: "checked into", "taken over".
_PARTICLES = frozenset(
    {"in", "into", "out", "up", "off", "down", "on", "over", "to", "with", "for", "of", "away", "back"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """An annotated mention.

    Attributes:
        document: Name of its document.
        topic: Of the document.
        chain: Mentions of one chain are one thing, in all documents.
        words: Its words.
        spans: Its pieces, measured in the text.
    """

    document: str
    topic: str
    chain: str
    words: tuple[str, ...]
    spans: tuple[Range, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document: its text, its words, its events and participants."""

    name: str
    words: tuple[str, ...]
    text: Text
    events: tuple[Mention, ...]
    entities: tuple[Mention, ...]


def read_documents(path: Path) -> list[Document]:
    """Read a part of the corpus; each of its sentences, which need not be neighbours, is a paragraph."""
    return [_document(record) for record in records(path)]


def _document(record: Mapping[str, Any]) -> Document:
    words: list[str] = []
    gaps: list[str] = []
    starts: list[int] = []
    for sentence in record["sents"]:
        starts.append(len(words))
        gaps += [PARAGRAPH if words else "", *guess_gaps(sentence)[1:]]
        words += sentence
    text = build_text(words, gaps)
    events, entities = [], []
    for item in record["mentions"]:
        pieces = [[starts[item["sent"]] + place for place in piece] for piece in item["spans"]]
        mention = Mention(
            document=record["doc"],
            topic=record["topic"],
            chain=item["chain"],
            words=tuple(word for begin, end in pieces for word in words[begin:end]),
            spans=tuple(text.span(begin, end) for begin, end in pieces),
        )
        if item["kind"] == "event":
            events.append(mention)
        elif item["type"] in _PARTICIPANTS:
            entities.append(mention)
    return Document(
        name=record["doc"], words=tuple(words), text=text, events=tuple(events), entities=tuple(entities)
    )


class EcbPlus:
    """Scores one part of ECB+.

    Args:
        data: The data folder.
        part: `dev` (8 topics) or `train` (25).
    """

    across = True

    def __init__(self, data: Path, part: str) -> None:
        self._name = f"ECB+ {part}"
        self._documents = read_documents(data / f"events/ecbplus-{part}.jsonl")
        self._train = data / "events/ecbplus-train.jsonl"

    def articles(self) -> list[Article]:
        """Give the documents as articles, without dates: the corpus tells none."""
        return [make_article(_CORPUS, document.name, document.text.text) for document in self._documents]

    def figures(self, found: Mapping[str, DocumentMentions], knowledge: Knowledge) -> list[Figure]:
        """Score triggers, the predicates of frames, and which events and participants are the same."""
        views = [
            _View(document, found[identifier])
            for document in self._documents
            if (identifier := article_id(_CORPUS, document.name)) in found
        ]
        usual = usual_triggers(read_documents(self._train))
        return [
            _detection("triggers", self._name, views, [view.triggers for view in views], usual),
            _detection("predicates", self._name, views, [view.predicates for view in views], usual),
            *_identity(
                "event",
                self._name,
                [(view, view.document.events, view.triggers, view.trigger_spans) for view in views],
                knowledge.events,
                lambda mention: (mention.topic, head_stem(mention.words)),
                "the same word in the topic",
            ),
            *_identity(
                "participant",
                self._name,
                [(view, view.document.entities, view.names, view.name_spans) for view in views],
                knowledge.entities,
                lambda mention: (mention.topic, " ".join(mention.words).casefold()),
                "the same words in the topic",
            ),
        ]


class _View:
    """One document with what was found in it; `triggers` … are (span, head), measured in the text."""

    def __init__(self, document: Document, mentions: DocumentMentions) -> None:
        ruler = Ruler(document.text.text)
        self.document = document
        self.article = mentions.article
        self.trigger_spans = [event.trigger for event in mentions.events]
        self.triggers = _measured(ruler, [(span, span) for span in self.trigger_spans])
        predicates = [frame.predicate for frame in mentions.frames if frame.roleset != QUALITY]
        self.predicates = _measured(ruler, [(span, span) for span in predicates])
        self.name_spans = [entity.span for entity in mentions.entities]
        self.names = _measured(ruler, [(entity.span, entity.head) for entity in mentions.entities])


Found = Sequence[tuple[Range, Range]]
"""Span and head of each mention that was found, measured in the text."""


def _measured(ruler: Ruler, spans: Iterable[tuple[Span, Span]]) -> Found:
    return [(ruler(span.start, span.end), ruler(head.start, head.end)) for span, head in spans]


def usual_triggers(documents: Iterable[Document]) -> frozenset[str]:
    """Find the words, in small letters, that are mostly parts of triggers."""
    seen: Counter[str] = Counter()
    triggers: Counter[str] = Counter()
    for document in documents:
        seen.update(word.casefold() for word in document.words)
        triggers.update(word.casefold() for mention in document.events for word in mention.words)
    return frozenset(word for word, count in triggers.items() if count >= _MOSTLY * seen[word])


def head_stem(words: Sequence[str]) -> str:
    """Give the stem of the head of a trigger: its last word that is no particle.

    >>> head_stem(["checked", "into"])
    'check'
    """
    return stem(next((word for word in reversed(words) if word.casefold() not in _PARTICLES), words[-1]))


def _detection(
    layer: str, data: str, views: Sequence[_View], found: Sequence[Found], usual: frozenset[str]
) -> Figure:
    counts, trivial = PRF(), PRF()
    differences: list[str] = []
    for view, spans in zip(views, found, strict=True):
        document = view.document
        gold = [mention.spans for mention in document.events]
        pairs = pair_up(gold, spans)
        counts += PRF(len(pairs), len(spans), len(gold))
        guesses = [
            (place, place)
            for word, place in zip(document.words, document.text.words, strict=True)
            if word.casefold() in usual
        ]
        trivial += PRF(len(pair_up(gold, guesses)), len(guesses), len(gold))
        differences += [
            f"- {document.name}: {' '.join(mention.words)}"
            for place, mention in enumerate(document.events)
            if place not in pairs
        ]
        surplus = set(range(len(spans))) - set(pairs.values())
        differences += [
            f"+ {document.name}: {_words(document, spans[place][0])}" for place in sorted(surplus)
        ]
    by = "words that are mostly triggers in train"
    return Figure.of(layer, data, counts, baseline=trivial, by=by, differences=differences)


def _words(document: Document, span: Range) -> str:
    return " ".join(
        word
        for word, (begin, end) in zip(document.words, document.text.words, strict=True)
        if begin < span[1] and span[0] < end
    )


def _identity(
    what: str,
    data: str,
    sides: Iterable[tuple[_View, Sequence[Mention], Found, Sequence[Span]]],
    known: Iterable[Event] | Iterable[Entity],
    trivial: Callable[[Mention], Hashable],
    by: str,
) -> Iterator[Figure]:
    """Score which annotated mentions are one thing, by the thing that has their words as evidence."""
    owner = {(evidence.article, evidence.span): one.id for one in known for evidence in one.evidence}
    expected: dict[Item, Hashable] = {}
    found: dict[Item, Hashable] = {}
    guessed: dict[Item, Hashable] = {}
    for view, mentions, given, spans in sides:
        pairs = pair_up([mention.spans for mention in mentions], given)
        for place, mention in enumerate(mentions):
            item = Item(len(expected), view.document.name, " ".join(mention.words))
            expected[item] = mention.chain
            guessed[item] = trivial(mention)
            thing = owner.get((view.article, spans[pairs[place]])) if place in pairs else None
            if thing is not None:
                found[item] = thing
    yield from identity_figures(what, data, expected, found, guessed, by)
