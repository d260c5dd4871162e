"""For whom people work, as the reader tells without any rule ("Ada Vell, who polls for the Tarn Institute").

The reader relates names in the schemes of several corpora. Only `Work_For` of CoNLL04 is heard, only far
above its threshold, and only of two names that no rule has related.
"""

from collections.abc import Collection, Iterator

from spacy.tokens import Doc

from graph.extract.affiliations import joins
from graph.extract.lookup import Lookup, sentence_of
from graph.extract.office_words import FORMER
from graph.model.mentions import EntityMention, RelationMention
from graph.model.terms import EntityKind, MentionForm, RelationStatus, RelationType
from graph.model.text import Span

_SURE = 0.75


def find_by_reader(lookup: Lookup, known: Collection[RelationMention]) -> Iterator[RelationMention]:
    """Yield the employers that the reader is sure of, where `known` does not relate the two already."""
    related = {
        frozenset((lookup.entities[each.subject].chain, lookup.entities[each.object].chain))
        for each in known
        if each.object is not None
    }
    for relation in (lookup.doc._.relations or ()) if Doc.has_extension("relations") else ():
        if relation.label != "Work_For" or relation.confidence < _SURE:
            continue
        person = _name(relation.head[0], EntityKind.PERSON, lookup)
        body = _name(relation.tail[0], EntityKind.ORGANIZATION, lookup)
        if person is None or body is None or frozenset((person.chain, body.chain)) in related:
            continue
        start, end = sorted((relation.head[0], relation.tail[0]))
        former = any(token.lower_ in FORMER for token in lookup.doc[start:end])
        yield RelationMention(
            id="r",
            subject=person.id,
            predicate=RelationType.MEMBER_OF if joins(body, lookup.text) else RelationType.WORKS_FOR,
            object=body.id,
            span=Span(min(person.span.start, body.span.start), max(person.span.end, body.span.end)),
            sentence=sentence_of(lookup.doc[relation.head[0]]),
            status=RelationStatus.FORMER if former else RelationStatus.CURRENT,
            confidence=0.6,
            method="reader.relations",
        )


def _name(at: int, kind: EntityKind, lookup: Lookup) -> EntityMention | None:
    mention = lookup.covering(lookup.doc[at])
    fits = mention is not None and mention.form is MentionForm.NAME and mention.kind is kind
    return mention if fits else None
