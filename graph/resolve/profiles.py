"""What an article says of somebody by which namesakes are told apart: offices, bodies, countries, company."""

from collections import defaultdict
from collections.abc import Iterable

from graph.model.mentions import EntityMention
from graph.model.terms import EntityKind, MentionForm, RelationStatus, RelationType
from graph.resolve.evidence import Page
from graph.resolve.names import display, fullest, key
from graph.resolve.namesakes import Profile
from graph.resolve.places import Linker

_TIES = frozenset(
    {
        RelationType.HOLDS_POSITION,
        RelationType.WORKS_FOR,
        RelationType.MEMBER_OF,
        RelationType.LEADS,
        RelationType.SPOKESPERSON_FOR,
        RelationType.PART_OF,
        RelationType.CITIZEN_OF,
    }
)


class Profiler:
    """Makes the profiles of one article.

    Args:
        page: The article with its mentions.
        linker: Knows countries and words of nationality; may be None.
    """

    def __init__(self, page: Page, linker: Linker | None) -> None:
        self._linker = linker
        names: dict[str, list[str]] = defaultdict(list)
        kinds: dict[str, EntityKind] = {}
        chain_of: dict[str, str] = {}
        for mention in sorted(page.mentions.entities, key=lambda one: (one.span, one.id)):
            chain_of[mention.id] = mention.chain
            if mention.form is MentionForm.NAME:
                names[mention.chain].append(display(page.words(mention.span)))
                kinds.setdefault(mention.chain, mention.kind)
        known = {chain: fullest(found) for chain, found in names.items()}
        self._company = frozenset(
            key(name)
            for chain, name in known.items()
            if kinds[chain] in (EntityKind.PERSON, EntityKind.ORGANIZATION) and " " in key(name)
        )
        context = (
            linker.context_countries([name for found in names.values() for name in found]) if linker else ()
        )
        self._settings = frozenset(context[:1])
        self._offices: dict[str, set[str]] = defaultdict(set)
        self._bodies: dict[str, set[str]] = defaultdict(set)
        for relation in page.mentions.relations:
            chain = chain_of.get(relation.subject)
            if (
                chain is None
                or relation.predicate not in _TIES
                or relation.status is not RelationStatus.CURRENT
            ):
                continue
            if relation.value:
                self._offices[chain].add(key(relation.value))
            body = known.get(chain_of.get(relation.object or "", ""))
            if body is not None:
                self._bodies[chain].add(body)

    def profile(self, mentions: Iterable[EntityMention]) -> Profile:
        """Make the profile of the mentions of one chain."""
        chains = {mention.chain for mention in mentions}
        bodies = {body for chain in chains for body in self._bodies.get(chain, ())}
        countries = {body: self._country(body) for body in bodies}
        return Profile(
            offices=frozenset(office for chain in chains for office in self._offices.get(chain, ())),
            bodies=frozenset(key(body) for body in bodies if not countries[body]),
            countries=frozenset(code for code in countries.values() if code),
            company=self._company,
            settings=self._settings,
        )

    def _country(self, name: str) -> str | None:
        return (self._linker.country(name) or self._linker.demonym(name)) if self._linker else None
