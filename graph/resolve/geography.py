"""Which places lie in each other, and which cannot be one scene."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from math import asin, cos, radians, sin, sqrt

from graph.model.knowledge import Entity, Fact, GazetteerLink
from graph.model.terms import RelationType
from graph.resolve.places import SURE, Linker

FAR = 400.0
"""Kilometres between the midpoints of two places of one country that lie apart for sure: a city may be that
far from the middle of its own region."""


class Geography:
    """Compares places by what articles and the gazetteer say.

    Args:
        entities: All entities by id.
        facts: What articles say of them; those of places within places are used.
        linker: Tells countries from other places; may be None.
    """

    def __init__(self, entities: Mapping[str, Entity], facts: Iterable[Fact], linker: Linker | None) -> None:
        self._links: dict[str, GazetteerLink] = {
            identifier: entity.link
            for identifier, entity in entities.items()
            if entity.link and entity.link.confidence >= SURE
        }
        self._countries = {
            identifier: link.country
            for identifier, link in self._links.items()
            if linker is not None and linker.country(entities[identifier].name) == link.country
        }
        self._around: dict[str, set[str]] = defaultdict(set)
        for fact in facts:
            if fact.predicate is RelationType.LOCATED_IN and fact.object is not None:
                self._around[fact.subject].add(fact.object)

    def within(self, inner: str, outer: str) -> bool:
        """Tell whether a place lies in another one, or is it."""
        link = self._links.get(inner)
        if link is not None and self._countries.get(outer) == link.country:
            return True
        seen: set[str] = set()
        reached = {inner}
        while reached - seen:
            seen |= reached
            reached = {around for place in reached for around in self._around.get(place, ())}
        return outer in seen

    def apart(self, first: str, second: str) -> bool:
        """Tell whether two places cannot be one scene: other countries, or far from each other."""
        one, other = self._links.get(first), self._links.get(second)
        if one is None or other is None or self.within(first, second) or self.within(second, first):
            return False
        return one.country != other.country or _kilometres(one, other) > FAR


def _kilometres(one: GazetteerLink, other: GazetteerLink) -> float:
    north, south = radians(one.latitude), radians(other.latitude)
    turn = radians(one.longitude - other.longitude)
    root = sin((north - south) / 2) ** 2 + cos(north) * cos(south) * sin(turn / 2) ** 2
    return 2 * 6371 * asin(sqrt(min(root, 1.0)))
