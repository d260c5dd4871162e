"""Which places of the gazetteer the places of one article are."""

from collections.abc import Collection, Iterable, Mapping
from typing import Protocol

from graph.model.knowledge import GazetteerLink
from graph.model.mentions import EntityMention
from graph.model.terms import EntityKind, MentionForm, RelationType
from graph.resolve.evidence import Page
from graph.resolve.names import display

SURE = 0.9
"""A link of at least this confidence decides what is the same place; see `Gazetteer.link` for the scale."""


class Linker(Protocol):
    """Finds places by name: `graph.gazetteer.Gazetteer`, or a small one of a test."""

    def context_countries(self, names: Collection[str]) -> tuple[str, ...]:
        """Give the countries that names and demonyms stand for, the most frequent first."""

    def country(self, name: str) -> str | None:
        """Give the ISO code of the country of this name."""

    def demonym(self, word: str) -> str | None:
        """Give the ISO code of the country that a word of nationality belongs to."""

    def link(
        self,
        name: str,
        kind: EntityKind,
        context_countries: Collection[str] = (),
        *,
        container: str | None = None,
    ) -> GazetteerLink | None:
        """Choose the place that a name stands for, None when there is none or no clear one."""


class PlaceFinder:
    """Links the places of one article, in the light of the countries that it speaks of."""

    def __init__(self, page: Page, linker: Linker | None) -> None:
        self._linker = linker
        names = sorted(
            (one for one in page.mentions.entities if one.form is MentionForm.NAME), key=lambda one: one.id
        )
        self._words: Mapping[str, str] = {one.id: display(page.words(one.span)) for one in names}
        self._context = linker.context_countries(list(self._words.values())) if linker else ()
        self._containers = {
            relation.subject: self._words[relation.object]
            for relation in sorted(page.mentions.relations, key=lambda one: one.id)
            if relation.predicate in (RelationType.LOCATED_IN, RelationType.PART_OF)
            and relation.object in self._words
        }

    def find(
        self, kind: EntityKind, names: Iterable[str], mentions: Iterable[EntityMention]
    ) -> GazetteerLink | None:
        """Link a chain by the first of its names that the gazetteer knows.

        Args:
            kind: What the chain is; only places are linked.
            names: Its names, the fullest first.
            mentions: Its mentions, to see which larger place the article puts it in.
        """
        if self._linker is None or kind is not EntityKind.PLACE:
            return None
        container = next((self._containers[one.id] for one in mentions if one.id in self._containers), None)
        for name in names:
            if link := self._linker.link(name, kind, self._context, container=container):
                return link
        return None
