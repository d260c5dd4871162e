"""Chains of mentions to entities; chains of several articles to one entity where that is safe.

Two chains are one entity when they have the same kind and the same normalised full name (`same-name`), but
for `namesakes`. A person with one word for a name joins the only fuller name that ends in it, if both
articles give the same office or body, else nobody of another article. Places are also one when the gazetteer
is sure that they are (`same-location`), and two of one name when it is sure that they are not. A chain whose
full name is an acronym, a place under one of its shorter names, or a person without the middle name or
initial of another, joins the one fuller name in the whole corpus that has it as an alias (`short-name`);
where two fuller names do, it stays alone. A people is one in singular and plural. Each joined chain gives a
`Merge` with its reason, so that it can be seen and undone.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from graph.model.identifiers import content_id
from graph.model.knowledge import Entity, Evidence, GazetteerLink, Merge
from graph.model.mentions import EntityMention
from graph.model.terms import EntityKind, MentionForm, MergeReason
from graph.model.text import Span
from graph.resolve.evidence import Page, ordered
from graph.resolve.names import display, fullest, is_acronym, key, singular, usual, without_middle
from graph.resolve.namesakes import Profile, namesakes
from graph.resolve.places import SURE, Linker, PlaceFinder
from graph.resolve.profiles import Profiler

_DOUBT: Final = 0.4
"""What is left of the doubt in a merge where both articles give the same office or body too."""

FORM_RANK = (MentionForm.NAME, MentionForm.ANONYMOUS, MentionForm.NOMINAL, MentionForm.PRONOUN)
"""The form of an entity is the first of these that one of its mentions has."""

KIND_ORDER = tuple(EntityKind)
_PLACES = (EntityKind.PLACE, EntityKind.FACILITY)

SCORES: Final[Mapping[MergeReason, float]] = {
    MergeReason.SAME_LOCATION: 0.97,
    MergeReason.SAME_NAME: 0.95,
    MergeReason.SHORT_NAME: 0.85,
}
"""How likely a merge for each reason is right: namesakes of a full name are rare in the news of some months,
a body or place that goes by the short name of another is less so."""

MentionKey: TypeAlias = tuple[str, str]
"""Article id and mention id."""

Identity: TypeAlias = tuple[str, ...]
"""What makes an entity what it is: its identifier is made of this."""


@dataclass(frozen=True, slots=True)
class Chain:
    """The mentions of one thing in one article, in order of the text."""

    page: Page
    mentions: tuple[EntityMention, ...]
    kind: EntityKind
    form: MentionForm
    name: str
    names: tuple[str, ...]
    link: GazetteerLink | None
    profile: Profile

    @property
    def identity(self) -> Identity:
        """What makes this thing what it is by name: equal identities are one entity, but for places."""
        article = self.page.article.id
        if self.form is not MentionForm.NAME:
            first = self._representative().span
            return (self.kind, article, str(first.start), str(first.end))
        name = key(self.name)
        if self.kind is EntityKind.PERSON and len(name.split()) < 2:
            return (self.kind, name, article)
        return (self.kind, singular(name) if self.kind is EntityKind.NORP else name)

    @property
    def place(self) -> tuple[str, Span, str]:
        """Where it is first mentioned."""
        return (self.page.article.id, self.mentions[0].span, self.mentions[0].id)

    @property
    def first(self) -> Evidence:
        """The first words that have its best form."""
        return self.quote(self._representative())

    def quote(self, mention: EntityMention) -> Evidence:
        """Give the words of one of its mentions."""
        return self.page.quote(mention.span, mention.method, mention.confidence)

    def _representative(self) -> EntityMention:
        return next(mention for mention in self.mentions if mention.form is self.form)


@dataclass(frozen=True, slots=True)
class Entities:
    """All entities by id, which entity each mention stands for, and why chains were joined."""

    by_id: dict[str, Entity]
    of_mention: dict[MentionKey, str]
    merges: tuple[Merge, ...]


def find_chains(page: Page, linker: Linker | None) -> list[Chain]:
    """Gather the entity mentions of one article by chain, in order of their first mention."""
    groups: dict[str, list[EntityMention]] = defaultdict(list)
    for mention in sorted(page.mentions.entities, key=lambda one: (one.span, one.id)):
        groups[mention.chain].append(mention)
    finder, profiler = PlaceFinder(page, linker), Profiler(page, linker)
    return [_make_chain(page, mentions, finder, profiler) for mentions in groups.values()]


def _make_chain(
    page: Page, mentions: Sequence[EntityMention], finder: PlaceFinder, profiler: Profiler
) -> Chain:
    form = min((mention.form for mention in mentions), key=FORM_RANK.index)
    of_form = [mention for mention in mentions if mention.form is form]
    surfaces = [page.words(mention.span) for mention in of_form]
    if form is MentionForm.NAME:
        names = tuple(display(surface) for surface in surfaces)
        name = fullest(names)
    else:
        names, name = (), surfaces[0]
    kind = _vote(of_form)
    link = finder.find(kind, dict.fromkeys((name, *names)), of_form) if names else None
    return Chain(page, tuple(mentions), kind, form, name, names, link, profiler.profile(mentions))


def _vote(mentions: Iterable[EntityMention]) -> EntityKind:
    votes: Counter[EntityKind] = Counter()
    for mention in mentions:
        votes[mention.kind] += (
            round(1000 * mention.confidence) + 1
        )  # whole numbers: order of addition cannot matter
    return min(votes, key=lambda kind: (-votes[kind], KIND_ORDER.index(kind)))


def merge_chains(chains: Iterable[Chain]) -> Entities:
    """Turn chains into entities, joining those that are safely one.

    Args:
        chains: Of all articles, in any order.
    """
    groups: dict[Identity, list[Chain]] = defaultdict(list)
    for chain in chains:
        groups[chain.identity].append(chain)
    settled: dict[Identity, list[Chain]] = defaultdict(list)
    for identity in sorted(groups):
        for own, parted in _part_namesakes(identity, groups[identity]):
            for chain, place in _settle_places(own, parted):
                settled[place].append(chain)
    homes = _alias_homes(settled)
    members: dict[Identity, list[Chain]] = defaultdict(list)
    for identity, joined in settled.items():
        members[homes.get(identity, identity)] += joined
    by_id: dict[str, Entity] = {}
    of_mention: dict[MentionKey, str] = {}
    merges: list[Merge] = []
    for identity, joined in members.items():
        joined.sort(key=lambda chain: (key(chain.name) != identity[1], *chain.place))
        entity = _make_entity(content_id("entity", *identity), joined)
        by_id[entity.id] = entity
        merges += _merges(entity.id, joined)
        for chain in joined:
            for mention in chain.mentions:
                of_mention[chain.page.article.id, mention.id] = entity.id
    return Entities(by_id, of_mention, tuple(merges))


def _part_namesakes(
    identity: Identity, chains: Sequence[Chain]
) -> Iterator[tuple[Identity, Sequence[Chain]]]:
    """Part chains of one name that are of different people or bodies.

    The one that was named first keeps the identity; another gets the article that first names it added.
    """
    if chains[0].form is not MentionForm.NAME:
        yield identity, chains
        return
    told = sorted(chains, key=lambda one: (one.page.article.published_day or date.max, *one.place))
    parts = namesakes(told[0].kind, key(told[0].name), [chain.profile for chain in told])
    for number, part in enumerate(parts):
        own = (*identity, told[part[0]].page.article.id) if number else identity
        yield own, [told[position] for position in part]


def _merges(entity: str, joined: Sequence[Chain]) -> Iterator[Merge]:
    """Say why each chain was joined with the first that has its name, or else with the first of all."""
    homes: dict[str, Chain] = {}
    for chain in joined:
        name = key(chain.name)
        home = homes.get(name, joined[0])
        if chain is not home:
            reason, agrees = _reason(home, chain), home.profile.agrees(chain.profile)
            doubt = (1 - SCORES[reason]) * (_DOUBT if agrees else 1)
            yield Merge(
                id=content_id("merge", entity, *chain.place),
                merged=entity,
                reasons=(reason, MergeReason.SAME_OFFICE) if agrees else (reason,),
                score=round(1 - doubt, 4),
                joined=(home.first, chain.first),
            )
        homes.setdefault(name, chain)


def _reason(one: Chain, other: Chain) -> MergeReason:
    if key(one.name) == key(other.name):
        return MergeReason.SAME_NAME
    links = [chain.link.geonames for chain in (one, other) if chain.link and chain.link.confidence >= SURE]
    return MergeReason.SAME_LOCATION if len(links) == 2 and links[0] == links[1] else MergeReason.SHORT_NAME


def _settle_places(identity: Identity, chains: Sequence[Chain]) -> Iterator[tuple[Chain, Identity]]:
    """Give chains of one name the identity of their place in the gazetteer, where that is sure.

    Namesakes that are surely different places part; one without a sure link goes with the only sure place.
    """
    sure = {chain.link.geonames for chain in chains if chain.link and chain.link.confidence >= SURE}
    for chain in chains:
        link = chain.link
        if len(sure) == 1:
            yield chain, (EntityKind.PLACE, "geonames", str(min(sure)))
        elif sure and link and link.confidence >= SURE:
            yield chain, (EntityKind.PLACE, "geonames", str(link.geonames))
        else:
            yield chain, identity


def _alias_homes(groups: Mapping[Identity, Sequence[Chain]]) -> dict[Identity, Identity]:
    """Find for each identity under a short name the one fuller-named identity that uses it as an alias."""
    fuller: dict[Identity, set[Identity]] = defaultdict(set)
    for identity, chains in groups.items():
        for chain in chains:
            if chain.form is not MentionForm.NAME:
                continue
            if chain.kind is EntityKind.PERSON:
                if plain := without_middle(key(chain.name)):
                    fuller[chain.kind, plain].add(identity)
                continue
            for alias in chain.names:
                if chain.kind in _PLACES or is_acronym(alias):
                    fuller[chain.kind, key(alias)].add(identity)
    homes = _surname_homes(groups)
    for short, candidates in fuller.items():
        others = candidates - {short}
        if short in groups and len(others) == 1:
            homes[short] = next(iter(others))
    # a home that moves on itself would leave its guests behind: only settled homes take any
    return {short: home for short, home in homes.items() if home not in homes}


def _surname_homes(groups: Mapping[Identity, Sequence[Chain]]) -> dict[Identity, Identity]:
    """Find for each person under one word the only fuller name that ends in it, if it has the same office."""
    short: list[tuple[Identity, Chain]] = []
    fuller: dict[str, list[tuple[Identity, Sequence[Chain]]]] = defaultdict(list)
    for identity, chains in groups.items():
        if chains[0].kind is EntityKind.PERSON and chains[0].form is MentionForm.NAME:
            name = key(chains[0].name)
            if " " in name:
                fuller[name.rpartition(" ")[2]].append((identity, chains))
            else:
                short.append((identity, chains[0]))
    homes = {}
    for identity, chain in short:
        candidates = fuller[key(chain.name)]
        if len(candidates) == 1 and any(chain.profile.agrees(one.profile) for one in candidates[0][1]):
            homes[identity] = candidates[0][0]
    return homes


def _make_entity(identifier: str, joined: Sequence[Chain]) -> Entity:
    chains = sorted(joined, key=lambda chain: chain.place)
    form = min((chain.form for chain in chains), key=FORM_RANK.index)
    names = [name for chain in chains for name in chain.names]
    kind = chains[0].kind
    call = usual if kind is EntityKind.PERSON else fullest
    name = call(names) if names else chains[0].name
    spelling: dict[str, list[str]] = defaultdict(list)
    for other in names:
        spelling[key(other)].append(other)
    aliases = sorted(fullest(others) for folded, others in spelling.items() if folded != key(name))
    links = [chain.link for chain in chains if chain.link]
    counts = [mention.count for chain in chains for mention in chain.mentions if mention.count is not None]
    return Entity(
        id=identifier,
        kind=kind,
        form=form,
        name=name,
        aliases=tuple(aliases),
        count=counts[0] if counts else None,
        link=min(links, key=lambda link: (-link.confidence, link.geonames)) if links else None,
        evidence=ordered(chain.quote(mention) for chain in chains for mention in chain.mentions),
    )
