"""CoNLL04, CrossRE politics and Re-DocRED: lasting relations between named things, and who killed whom.

`relation_labels.tsv` says which label can be which of our relations, in which direction and between which
types; other labels and pairs are not looked at. An annotated relation is found if we relate the two in one of
the ways that its label can be; a relation of ours between two annotated things is right if one of the
labels that it can be is annotated. Whoever a chain mentions, by name or not, stands for the chain.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import islice, product
from pathlib import Path
from typing import TypeAlias

from graph.evaluate.corpora.matching import overlap, shared
from graph.evaluate.corpora.readers import Passage, name_passages, redocred_passages
from graph.evaluate.corpora.task import Figure, make_article
from graph.evaluate.corpora.texts import Range, Ruler
from graph.evaluate.metrics import PRF
from graph.model.knowledge import Knowledge
from graph.model.mentions import DocumentMentions
from graph.model.terms import EventType, RelationType, Role
from graph.model.text import Article

_TABLE = Path(__file__).parent / "relation_labels.tsv"
_CROSSRE_TYPES = {
    **dict.fromkeys(("politician", "person"), "person"),
    **dict.fromkeys(("organisation", "politicalparty"), "body"),
    **dict.fromkeys(("location", "country"), "place"),
}
# Of labels with fewer relations no figure of their own is given.
_MANY = 10
_ALL = "relations"
# Annotated and found names are one if they share so much of their letters.
_LEAST = 0.5
_BY = "nearest thing of a fitting type, the usual label"

Triple: TypeAlias = tuple[int, str, int]
"""Numbers of two annotated things with a label or a predicate between."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A label can be a predicate of ours between things of two types.

    Attributes:
        label: Of the corpus.
        predicate: A relation type, or `Type:role:role` of an event.
        directions: 1 from head to tail, -1 from tail to head.
        types: Of head and tail; `*` is any.
    """

    label: str
    predicate: str
    directions: tuple[int, ...]
    types: tuple[str, str]

    def between(self, head: str, tail: str) -> bool:
        """Tell whether it can hold between things of these types."""
        return self.types[0] in {"*", head} and self.types[1] in {"*", tail}


def read_rules(corpus: str, path: Path = _TABLE) -> tuple[Rule, ...]:
    """Read the rules of one corpus."""
    directions = {"same": (1,), "inverse": (-1,), "either": (1, -1)}
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line[:1] != "#")
    return tuple(
        Rule(label=label, predicate=_known(predicate), directions=directions[direction], types=_types(types))
        for name, label, predicate, direction, types, *_ in rows
        if name == corpus
    )


def _known(predicate: str) -> str:
    kind, *roles = predicate.split(":")
    if roles:
        return ":".join([EventType(kind), *map(Role, roles)])
    return RelationType(predicate)


def _types(written: str) -> tuple[str, str]:
    head, tail = written.split(">")
    return head, tail


@dataclass(frozen=True, slots=True)
class _Document:
    """A passage as an article, its things by number: type, and spans of their mentions in the text."""

    name: str
    article: Article
    types: tuple[str, ...]
    spans: tuple[tuple[Range, ...], ...]
    words: tuple[str, ...]
    relations: frozenset[Triple]


class Relations:
    """Scores one corpus of relations.

    Args:
        corpus: Its name in the table.
        data: Its name and part, for people.
        passages: Its documents.
        types: The type, in the table, of a type of the corpus; by default the same.
        each: Whether each frequent label gets a figure of its own.
    """

    across = False

    def __init__(
        self,
        corpus: str,
        data: str,
        passages: Iterable[Passage],
        types: Mapping[str, str] | None = None,
        *,
        each: bool = True,
    ) -> None:
        self._data = data
        self._each = each
        self._rules = read_rules(corpus)
        self._documents = [
            _document(corpus, str(number), passage, types) for number, passage in enumerate(passages)
        ]

    def articles(self) -> list[Article]:
        """Give each passage as an article."""
        return [document.article for document in self._documents]

    def figures(self, found: Mapping[str, DocumentMentions], knowledge: Knowledge) -> list[Figure]:  # noqa: ARG002
        """Score all mapped labels together, and those that are frequent."""
        counts: dict[str, PRF] = defaultdict(PRF)
        trivial: dict[str, PRF] = defaultdict(PRF)
        differences: list[str] = []
        usual = _usual_labels(self._documents, self._rules)
        for document in self._documents:
            mentions = found.get(document.article.id)
            if mentions is None:
                continue
            expected = {triple for triple in document.relations if self._mapped(document, triple)}
            meanings = {
                one: meant
                for one in _related(document, mentions)
                if (meant := {each for triple in one for each in self._meanings(document, triple)})
            }
            for layer, one in self._counts(expected, meanings.values()):
                counts[layer] += one
            for layer, one in _label_counts(expected, _nearest(document, usual)):
                trivial[layer] += one
            differences += _differences(document, expected, meanings)
        return [
            Figure.of(
                layer, self._data, one, baseline=trivial[layer], by=_BY,
                differences=differences if layer == _ALL else (),
            )
            for layer, one in sorted(counts.items(), key=lambda item: (item[0] != _ALL, item[0]))
            if layer == _ALL or (self._each and one.expected >= _MANY)
        ]  # fmt: skip

    def _mapped(self, document: _Document, triple: Triple) -> bool:
        head, label, tail = triple
        return any(
            rule.label == label and rule.between(document.types[head], document.types[tail])
            for rule in self._rules
        )

    def _meanings(self, document: _Document, one: Triple) -> set[Triple]:
        """Say what could be annotated where we find a relation."""
        subject, predicate, object_ = one
        return {
            (head, rule.label, tail)
            for rule in self._rules
            if rule.predicate == predicate
            for direction in rule.directions
            for head, tail in [(subject, object_) if direction == 1 else (object_, subject)]
            if rule.between(document.types[head], document.types[tail])
        }

    def _counts(self, expected: Set[Triple], meanings: Iterable[Set[Triple]]) -> Iterator[tuple[str, PRF]]:
        known = list(meanings)
        covered = {one for meant in known for one in meant} & expected
        for label in (_ALL, *sorted({rule.label for rule in self._rules})):
            own = {one for one in expected if label in (_ALL, one[1])}
            given = [meant for meant in known if label == _ALL or any(one[1] == label for one in meant)]
            right = sum(bool(meant & expected) for meant in given)
            yield label, PRF(right, len(given), len(own), len(own & covered))


def _differences(
    document: _Document, expected: Set[Triple], meanings: Mapping[frozenset[Triple], Set[Triple]]
) -> Iterator[str]:
    covered = {one for meant in meanings.values() for one in meant}
    for head, label, tail in sorted(expected - covered):
        yield f"- {document.name}: {document.words[head]} {label} {document.words[tail]}"
    for one, meant in sorted(meanings.items(), key=lambda item: sorted(item[0])):
        if not meant & expected:
            subject, predicate, object_ = min(one)
            yield f"+ {document.name}: {document.words[subject]} {predicate} {document.words[object_]}"


def _document(corpus: str, name: str, passage: Passage, types: Mapping[str, str] | None) -> _Document:
    text = passage.text()
    return _Document(
        name=name,
        article=make_article(corpus, name, text.text),
        types=tuple((types or {}).get(kind, kind) for kind, _ in passage.entities),
        spans=tuple(tuple(text.span(*piece) for piece in pieces) for _, pieces in passage.entities),
        words=tuple(" ".join(passage.words[pieces[0][0] : pieces[0][1]]) for _, pieces in passage.entities),
        relations=frozenset((head, label, tail) for head, tail, label in passage.relations),
    )


def _related(document: _Document, mentions: DocumentMentions) -> Iterator[frozenset[Triple]]:
    """Give our relations between annotated things; a chain that stands for several gives all it may mean."""
    ruler = Ruler(document.article.text)
    things: dict[str, set[int]] = defaultdict(set)
    chains = {entity.id: entity.chain for entity in mentions.entities}
    for entity in mentions.entities:
        span, head = (ruler(one.start, one.end) for one in (entity.span, entity.head))
        for number, pieces in enumerate(document.spans):
            if any(shared([piece], [head]) and overlap([piece], [span]) >= _LEAST for piece in pieces):
                things[entity.chain].add(number)
    for subject, predicate, object_ in dict.fromkeys(_statements(mentions, chains)):
        pairs = frozenset(
            (one, predicate, other)
            for one, other in product(things.get(subject, ()), things.get(object_, ()))
            if one != other
        )
        if pairs:
            yield pairs


def _statements(mentions: DocumentMentions, chains: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Give chain, predicate, chain of each relation, and of each pair of participants of an event."""
    for relation in mentions.relations:
        if relation.object and relation.object in chains and relation.subject in chains:
            yield chains[relation.subject], relation.predicate, chains[relation.object]
    for event in mentions.events:
        for one, other in product(event.arguments, repeat=2):
            if one.mention in chains and other.mention in chains:
                predicate = f"{event.type}:{one.role}:{other.role}"
                yield chains[one.mention], predicate, chains[other.mention]


def _usual_labels(documents: Iterable[_Document], rules: Sequence[Rule]) -> dict[tuple[str, str], str]:
    """Find the label that a pair of types mostly has, of the mapped ones."""
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for document in documents:
        for head, label, tail in sorted(document.relations):
            types = document.types[head], document.types[tail]
            if any(rule.label == label and rule.between(*types) for rule in rules):
                votes[types][label] += 1
    return {types: min(given, key=lambda label: (-given[label], label)) for types, given in votes.items()}


def _nearest(document: _Document, usual: Mapping[tuple[str, str], str]) -> set[Triple]:
    """Relate each thing to the nearest one of each fitting type."""
    found = set()
    for head, kind in enumerate(document.types):
        for (one, other), label in usual.items():
            fitting = [
                tail
                for tail, type_ in enumerate(document.types)
                if one == kind and type_ == other and tail != head
            ]
            if fitting:
                found.add((head, label, min(fitting, key=lambda tail: _distance(document, head, tail))))
    return found


def _distance(document: _Document, one: int, other: int) -> int:
    return min(abs(a[0] - b[0]) for a in document.spans[one] for b in document.spans[other])


def _label_counts(expected: Set[Triple], given: Set[Triple]) -> Iterator[tuple[str, PRF]]:
    yield _ALL, PRF.of(expected, given)
    for label in sorted({one[1] for one in expected | given}):
        yield (
            label,
            PRF.of({one for one in expected if one[1] == label}, {one for one in given if one[1] == label}),
        )


def conll04(data: Path) -> Relations:
    """Open the development part of CoNLL04: sentences of newswire."""
    return Relations("conll04", "CoNLL04 dev", name_passages(data / "relations/conll04-dev.jsonl"))


def crossre(data: Path) -> Relations:
    """Open the development part of CrossRE, politics: sentences of Wikipedia."""
    passages = name_passages(data / "relations/crossre-politics-dev.jsonl")
    return Relations("crossre", "CrossRE politics dev", passages, _CROSSRE_TYPES)


def redocred(data: Path) -> Relations:
    """Open the fifth of Re-DocRED that the reader did not learn from: paragraphs of Wikipedia."""
    passages = redocred_passages(data / "relations/redocred.jsonl.gz")
    return Relations("redocred", "Re-DocRED fifth", islice(passages, 4, None, 5), each=False)
