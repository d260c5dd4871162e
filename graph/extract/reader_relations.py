"""What the reader relates without any rule ("Ada Vell, who polls for the Tarn Institute").

The reader relates names in the schemes of several corpora. `reader_relations.tsv` says which of their labels
is a relation of ours and how sure the reader must be; only names that no rule has related are looked at.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from graph.extract.affiliations import joins
from graph.extract.lexicon import read_rows
from graph.extract.lookup import Lookup, sentence_of
from graph.extract.office_words import FORMER
from graph.model.mentions import EntityMention, RelationMention
from graph.model.terms import EntityKind, MentionForm, RelationStatus, RelationType
from graph.model.text import Span
from graph.read.relations import NameRelation


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What a label is to us, between which kinds, and how sure the reader must be."""

    predicate: RelationType
    turned: bool
    subjects: frozenset[EntityKind]
    objects: frozenset[EntityKind]
    least: float


@cache
def _meanings() -> dict[tuple[str, str], tuple[_Meaning, ...]]:
    found: dict[tuple[str, str], list[_Meaning]] = {}
    for scheme, label, predicate, subject, subjects, objects, least, _ in read_rows("reader_relations.tsv"):
        found.setdefault((scheme, label), []).append(
            _Meaning(
                RelationType(predicate),
                subject == "tail",
                frozenset(map(EntityKind, subjects.split("|"))),
                frozenset(map(EntityKind, objects.split("|"))),
                float(least),
            )
        )
    return {key: tuple(meanings) for key, meanings in found.items()}


def find_by_reader(lookup: Lookup, known: Collection[RelationMention]) -> Iterator[RelationMention]:
    """Yield what the reader is sure of, the surest first, where `known` does not relate the two already."""
    related = {
        frozenset((lookup.entities[each.subject].chain, lookup.entities[each.object].chain))
        for each in known
        if each.object is not None
    }
    told = (lookup.doc._.relations or ()) if Doc.has_extension("relations") else ()
    for relation in sorted(told, key=lambda each: (-each.confidence, each.head, each.tail, each.label)):
        for meaning in _meanings().get((relation.scheme, relation.label), ()):
            if relation.confidence < meaning.least:
                continue
            first, last = relation.head[0], relation.tail[0]
            first, last = (last, first) if meaning.turned else (first, last)
            subject, target = _name(first, meaning.subjects, lookup), _name(last, meaning.objects, lookup)
            if subject is None or target is None or subject.chain == target.chain:
                continue
            pair = frozenset((subject.chain, target.chain))
            if pair not in related:
                related.add(pair)
                yield _relation(relation, meaning, subject, target, lookup)


def _relation(
    told: NameRelation, meaning: _Meaning, subject: EntityMention, target: EntityMention, lookup: Lookup
) -> RelationMention:
    start, end = sorted((told.head[0], told.tail[0]))
    former = any(token.lower_ in FORMER for token in lookup.doc[start:end])
    member = meaning.predicate is RelationType.WORKS_FOR and joins(target, lookup.text)
    return RelationMention(
        id="r",
        subject=subject.id,
        predicate=RelationType.MEMBER_OF if member else meaning.predicate,
        object=target.id,
        span=Span(min(subject.span.start, target.span.start), max(subject.span.end, target.span.end)),
        sentence=sentence_of(lookup.doc[told.head[0]]),
        status=RelationStatus.FORMER if former else RelationStatus.CURRENT,
        confidence=round(told.confidence, 2),
        method="reader.relations",
    )


def _name(at: int, kinds: frozenset[EntityKind], lookup: Lookup) -> EntityMention | None:
    mention = lookup.covering(lookup.doc[at])
    fits = mention is not None and mention.form is MentionForm.NAME and mention.kind in kinds
    return mention if fits else None
