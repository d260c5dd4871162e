"""Lasting relations against those expected."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from graph.evaluate.alignment import EntityAlignment, normal_name
from graph.evaluate.metrics import Comparison
from graph.model.mentions import DocumentMentions
from graph.model.terms import RelationType

_WORKS = frozenset({RelationType.WORKS_FOR, RelationType.MEMBER_OF})
_POSITION = _WORKS | {RelationType.HOLDS_POSITION}
# What an expected relation makes true as well: neither required nor surplus.
_IMPLIED = {
    RelationType.SPOKESPERSON_FOR: _POSITION,
    RelationType.LEADS: _POSITION,
    RelationType.HOLDS_POSITION: _WORKS,
    RelationType.WORKS_FOR: _WORKS,
    RelationType.MEMBER_OF: _WORKS,
    RelationType.LOCATED_IN: frozenset({RelationType.PART_OF, RelationType.BASED_IN}),
    RelationType.BASED_IN: frozenset({RelationType.LOCATED_IN}),
}


# Not in the guide that the annotators had: neither required nor surplus.
_UNJUDGED = frozenset({RelationType.HAS_ARMED_WING, RelationType.ALLIED_WITH, RelationType.OPPOSES})


class _Relation(NamedTuple):
    predicate: str
    subject: str | None
    object: str | None
    status: str
    value: str = ""

    def says(self, other: "_Relation") -> bool:
        """Tell whether `other` was found in this; where no body is expected any will do, and likewise an
        office.
        """
        return (
            (self.predicate, self.subject, self.status) == (other.predicate, other.subject, other.status)
            and self.object in (None, other.object)
            and self.value in other.value
        )

    def implies(self, other: "_Relation") -> bool:
        """Tell whether `other` follows from this."""
        return other.predicate in _IMPLIED.get(RelationType(self.predicate), ()) and self._replace(
            predicate=other.predicate, value=""
        ).says(other)


def compare_relations(
    mentions: DocumentMentions, expected: Mapping[str, Any], entities: EntityAlignment
) -> Comparison:
    """Compare relations by subject, predicate, object, status and, where one is expected, office."""
    wanted = [
        _relation(
            relation["predicate"],
            relation["subject"],
            relation["object"],
            relation["status"],
            relation.get("value"),
        )
        for relation in expected["relations"]
    ]
    found = set()
    for mention in mentions.relations:
        if mention.predicate in _UNJUDGED and all(one.predicate != mention.predicate for one in wanted):
            continue
        relation = _relation(
            mention.predicate.value,
            entities.of(mention.subject),
            entities.of(mention.object),
            mention.status.value,
            mention.value,
        )
        match = next((other for other in wanted if other.says(relation)), None)
        if match is not None or not any(other.implies(relation) for other in wanted):
            found.add(match or relation)
    return Comparison(set(wanted), found)


def _relation(
    predicate: str, subject: str | None, other: str | None, status: str, value: str | None
) -> _Relation:
    if predicate == RelationType.FAMILY_OF.value and subject and other:
        subject, other = sorted((subject, other))
    return _Relation(predicate, subject, other, status, normal_name(value) if value else "")
