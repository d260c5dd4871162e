"""Relation mentions: lasting facts such as who leads, works for or belongs to what, and what lies where.

Offices are read in `offices`, what verbs and nouns tell of in `relation_patterns`, what stands beside a name
in `affiliations`, places in `containment`, and what only the reader sees in `reader_relations`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from graph.extract.affiliations import find_affiliations
from graph.extract.containment import find_containment
from graph.extract.lookup import Lookup, sentence_of
from graph.extract.office_context import with_surroundings
from graph.extract.offices import Office, find_offices
from graph.extract.reader_relations import find_by_reader
from graph.extract.relation_patterns import find_by_pattern, words_of
from graph.model.mentions import EntityMention, RelationMention
from graph.model.terms import MentionForm, RelationStatus, RelationType
from graph.model.text import Span

_Key = tuple[Span, str, RelationType, str | None, str | None, RelationStatus]


def find_relations(doc: Doc, entities: Sequence[EntityMention]) -> tuple[RelationMention, ...]:
    """Find the lasting relations of an article, in order of the text, with ids `r1`, `r2` and so on.

    Args:
        doc: A parsed document.
        entities: Its entity mentions.
    """
    if not doc.has_annotation("DEP"):
        return ()
    lookup = Lookup(doc, entities)
    found: dict[_Key, RelationMention] = {}
    offices = with_surroundings(tuple(find_offices(lookup)), lookup)
    of_offices = (relation for office in offices for relation in _of_office(office))
    others = (*find_by_pattern(lookup), *find_containment(lookup), *find_affiliations(lookup))
    for relation in (*of_offices, *others):
        found.setdefault(_key(relation, lookup), relation)
    for relation in tuple(find_by_reader(lookup, found.values())):
        found.setdefault(_key(relation, lookup), relation)
    ordered = sorted(
        found.values(), key=lambda each: (each.span, each.predicate.value, each.subject, each.object or "")
    )
    return tuple(replace(relation, id=f"r{number}") for number, relation in enumerate(ordered, start=1))


def _key(relation: RelationMention, lookup: Lookup) -> _Key:
    """What a relation tells, and in which sentence: there it is told once."""
    subject = lookup.entities[relation.subject].chain
    target = lookup.entities[relation.object].chain if relation.object is not None else None
    return relation.sentence, subject, relation.predicate, target, relation.value, relation.status


def _confidence(office: Office) -> float:
    if office.method == "surroundings":
        return 0.6
    return 0.85 if office.holder.form is MentionForm.NAME else 0.7


def _of_office(office: Office) -> Iterator[RelationMention]:
    common = RelationMention(
        id="r",
        subject=office.holder.id,
        predicate=RelationType.HOLDS_POSITION,
        object=office.body.id if office.body else None,
        value=office.value,
        span=words_of(office.head, office.holder, office.body),
        sentence=sentence_of(office.head),
        status=office.status,
        confidence=_confidence(office),
        method=f"relations.office.{office.method}",
    )
    if office.told:
        yield common
    if office.body is not None and office.relation is not None:
        yield replace(common, predicate=office.relation, value=None)
