"""GUM: people, organizations and places, named and described, and which mentions are one, in fifteen genres.

Types are mapped as `KINDS` says; mentions of other types (things, times, events, ideas) are not looked at.
Ours and theirs are one mention if each holds the head of the other; in chains, whatever type we gave it.
Appositions and predicates, which GUM has as mentions of their own, are neither required nor surplus.
"""

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.evaluate.coreference import CoreferenceScores
from graph.evaluate.corpora.identity import Item, Partition, alone, differences, groups
from graph.evaluate.corpora.matching import Candidate, best_pairs, overlap, shared
from graph.evaluate.corpora.readers import records, treebank_documents
from graph.evaluate.corpora.task import Figure, article_id, make_article
from graph.evaluate.corpora.texts import Range, Ruler, Text
from graph.evaluate.metrics import PRF
from graph.model.knowledge import Knowledge
from graph.model.mentions import DocumentMentions, EntityMention
from graph.model.terms import EntityKind, MentionForm
from graph.model.text import Article

KINDS: Mapping[EntityKind, str] = {
    EntityKind.PERSON: "person",
    EntityKind.GROUP: "person",
    EntityKind.NORP: "person",
    EntityKind.ORGANIZATION: "organization",
    EntityKind.PLACE: "place",
    EntityKind.FACILITY: "place",
}
"""The type of GUM for each kind of ours."""

_CORPUS = "gum"
_DATA = "GUM dev"
_OPTIONAL = frozenset({"appos", "pred"})
_PRONOUNS = frozenset({"PRON", "DET"})
# Named groups and peoples are mentions of GUM only where they stand for people.
_NAMED = frozenset({EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE, EntityKind.FACILITY})
_NAME = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """An annotated mention, measured in the text.

    Attributes:
        span: All of it, with what modifies it.
        head: Its head word.
        name: The name within it, if it is one.
        kind: Type of GUM.
        pronoun: Whether its head is a pronoun.
        optional: Whether it is an apposition or a predicate.
        cluster: Mentions of one cluster are one thing.
        words: For people to read.
    """

    span: Range
    head: Range
    name: Range | None
    kind: str
    pronoun: bool
    optional: bool
    cluster: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document with its mentions of the mapped types, in order of the text."""

    name: str
    text: Text
    mentions: tuple[Mention, ...]


def read_documents(data: Path) -> Iterator[Document]:
    """Read the development part: words, clusters and names, which lie in three files of one order."""
    names = _names(data / "ner/gum-dev.jsonl")
    clusters = records(data / "coref/gum-dev.jsonl")
    for tree, record in zip(treebank_documents(data / "ud/gum-dev.conllu.gz"), clusters, strict=True):
        text = tree.text()
        found = []
        for cluster in record["clusters"]:
            if cluster["type"] not in KINDS.values():
                continue
            for begin, end, head, link, *_ in cluster["mentions"]:
                name = names.get((record["doc"], begin, end))
                found.append(
                    Mention(
                        span=text.span(begin, end),
                        head=text.words[head],
                        name=name and text.span(*name),
                        kind=cluster["type"],
                        pronoun=tree.upos[head] in _PRONOUNS,
                        optional=link in _OPTIONAL,
                        cluster=cluster["id"],
                        words=" ".join(tree.words[begin:end]),
                    )
                )
        found.sort(key=lambda one: (one.span, one.head))
        yield Document(name=record["doc"], text=text, mentions=tuple(found))


def _names(path: Path) -> dict[tuple[str, int, int], Range]:
    """Find the name within each named mention, by document and words of the mention."""
    offsets: Counter[str] = Counter()
    found = {}
    for record in records(path):
        document, start = record["doc"], offsets[record["doc"]]
        for entity in record["entities"]:
            begin, end = entity["name"]
            found[document, start + entity["start"], start + entity["end"]] = (start + begin, start + end)
        offsets[document] += len(record["tokens"])
    return found


class Gum:
    """Scores the development part of GUM.

    Args:
        data: The data folder.
    """

    across = False

    def __init__(self, data: Path) -> None:
        self._documents = list(read_documents(data))

    def articles(self) -> list[Article]:
        """Give the documents as articles."""
        return [make_article(_CORPUS, document.name, document.text.text) for document in self._documents]

    def figures(self, found: Mapping[str, DocumentMentions], knowledge: Knowledge) -> list[Figure]:  # noqa: ARG002
        """Score names, mentions and chains."""
        views = [
            _View(document, found[identifier])
            for document in self._documents
            if (identifier := article_id(_CORPUS, document.name)) in found
        ]
        return [
            _names_figure(views, typed=True),
            _names_figure(views, typed=False),
            _mentions_figure(views),
            *_chains(views, "chains", named=False),
            *_chains(views, "chains of names", named=True),
        ]


@dataclass(frozen=True, slots=True)
class _Found:
    """A mention of ours, measured in the text."""

    span: Range
    head: Range
    kind: str
    chain: str
    words: str


class _View:
    """One document with what was found in it."""

    def __init__(self, document: Document, mentions: DocumentMentions) -> None:
        self.document = document
        self._text = document.text.text
        self._ruler = Ruler(self._text)
        self.letters = "".join(self._text.split())
        self.all = [self._measure(entity) for entity in mentions.entities]
        entities = [entity for entity in mentions.entities if entity.kind in KINDS]
        self.names = [
            self._measure(entity)
            for entity in entities
            if entity.form is MentionForm.NAME and entity.kind in _NAMED
        ]
        self.described = [
            self._measure(entity) for entity in entities if entity.form is not MentionForm.PRONOUN
        ]

    def _measure(self, entity: EntityMention) -> _Found:
        return _Found(
            span=self._ruler(entity.span.start, entity.span.end),
            head=self._ruler(entity.head.start, entity.head.end),
            kind=KINDS.get(entity.kind, ""),
            chain=entity.chain,
            words=" ".join(self._text[entity.span.start : entity.span.end].split()),
        )

    def capitalised(self) -> list[_Found]:
        """Take each run of capitalised words for the name of a person."""
        found = []
        for run in _NAME.finditer(self._text):
            span = self._ruler(run.start(), run.end())
            found.append(_Found(span=span, head=span, kind="person", chain="", words=run[0]))
        return found


_BY = "runs of capitalised words, all persons"


def _names_figure(views: Sequence[_View], *, typed: bool) -> Figure:
    counts, trivial = PRF(), PRF()
    shown: list[str] = []
    for view in views:
        gold = [one for one in view.document.mentions if one.name]
        pairs = best_pairs(_name_candidates(gold, view.names, typed))
        counts += PRF(len(pairs), len(view.names), len(gold))
        guesses = view.capitalised()
        trivial += PRF(len(best_pairs(_name_candidates(gold, guesses, typed))), len(guesses), len(gold))
        shown += _differences(view, gold, view.names, pairs)
    layer = "names" if typed else "names of any type"
    return Figure.of(layer, _DATA, counts, baseline=trivial, by=_BY, differences=shown)


def _name_candidates(gold: Sequence[Mention], found: Sequence[_Found], typed: bool) -> Iterator[Candidate]:
    for mine, one in enumerate(gold):
        for other, name in enumerate(found):
            share = overlap([one.name], [name.span]) if one.name else 0.0
            if share >= 0.5 and (one.kind == name.kind or not typed):
                yield share, mine, other


def _mentions_figure(views: Sequence[_View]) -> Figure:
    counts, trivial = PRF(), PRF()
    shown: list[str] = []
    for view in views:
        every = [one for one in view.document.mentions if not one.pronoun]
        gold = [one for one in every if not one.optional]
        pairs, found = _required(every, view.described)
        counts += PRF(len(pairs), len(found), len(gold))
        guessed, guesses = _required(every, view.capitalised())
        trivial += PRF(len(guessed), len(guesses), len(gold))
        shown += _differences(view, gold, found, pairs)
    return Figure.of("mentions", _DATA, counts, baseline=trivial, by=_BY, differences=shown)


def _required(every: Sequence[Mention], found: Sequence[_Found]) -> tuple[dict[int, int], list[_Found]]:
    """Pair the mentions that are not optional, leaving out what was found for one that is.

    Returns:
        Pairs of numbers, those of the annotated among the required, and of the found among the rest.
    """
    pairs = best_pairs(_head_candidates(every, found, typed=True))
    left = {other for mine, other in pairs.items() if every[mine].optional}
    kept = [other for other in range(len(found)) if other not in left]
    required = [mine for mine in range(len(every)) if not every[mine].optional]
    return (
        {place: kept.index(pairs[mine]) for place, mine in enumerate(required) if mine in pairs},
        [found[other] for other in kept],
    )


def _head_candidates(gold: Sequence[Mention], found: Sequence[_Found], *, typed: bool) -> Iterator[Candidate]:
    for mine, one in enumerate(gold):
        for other, mention in enumerate(found):
            if typed and one.kind != mention.kind:
                continue
            if shared([one.span], [mention.head]) and shared([one.head], [mention.span]):
                yield overlap([one.name or one.span], [mention.span]), mine, other


def _chains(views: Sequence[_View], layer: str, *, named: bool) -> Iterator[Figure]:
    expected: dict[Item, Hashable] = {}
    found: dict[Item, Hashable] = {}
    guessed: dict[Item, Hashable] = {}
    for view in views:
        name = view.document.name
        gold = [one for one in view.document.mentions if not one.optional and (one.name or not named)]
        pairs = best_pairs(_head_candidates(gold, view.all, typed=False))
        for place, one in enumerate(gold):
            item = Item(len(expected), name, one.words)
            expected[item] = (name, one.cluster)
            guessed[item] = ("alone", item.number) if one.pronoun else (name, one.kind, _last_word(view, one))
            if place in pairs:
                found[item] = (name, view.all[pairs[place]].chain)
    yield from _measures(layer, expected, alone(found, expected), guessed)
    narrow = {item: expected[item] for item in found}
    yield from _measures(f"{layer}, found", narrow, found, {item: guessed[item] for item in narrow})


def _measures(layer: str, expected: Partition, found: Partition, guessed: Partition) -> Iterator[Figure]:
    ours, theirs = _compare(expected, found), _compare(expected, guessed)
    shown = tuple(differences(expected, found))
    for what, value, baseline in (
        ("CoNLL", ours.conll_f1, theirs.conll_f1),
        ("B³", ours.b_cubed.f1, theirs.b_cubed.f1),
        ("LEA", ours.lea.f1, theirs.lea.f1),
    ):
        yield Figure(
            layer=f"{layer} {what}", data=_DATA, f1=value / 100, expected=len(expected),
            baseline=baseline / 100, by="one type and the same head word",
            differences=shown if what == "CoNLL" else (),
        )  # fmt: skip


def _last_word(view: _View, mention: Mention) -> str:
    """Give the head of a description, the last word of a name."""
    end = (mention.name or mention.head)[1]
    begin = next(begin for begin, stop in view.document.text.words if stop == end)
    return view.letters[begin:end].casefold()


def _compare(expected: Partition, found: Partition) -> CoreferenceScores:
    scores = CoreferenceScores()
    scores.add([frozenset(one) for one in groups(expected)], [frozenset(one) for one in groups(found)])
    return scores


def _differences(
    view: _View, gold: Sequence[Mention], found: Sequence[_Found], pairs: Mapping[int, int]
) -> Iterator[str]:
    name, used = view.document.name, set(pairs.values())
    yield from (f"- {name}: {one.words} ({one.kind})" for place, one in enumerate(gold) if place not in pairs)
    yield from (f"+ {name}: {one.words} ({one.kind})" for place, one in enumerate(found) if place not in used)
