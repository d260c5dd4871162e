"""How much of a hand-made expected graph the mentions of an article hold, layer by layer.

The format is described in `docs/evaluation.md`. Everything is compared end to end: a role of an
event that was not found is a missed role. Precision of `numbers` is a lower bound, since not every number of
an article is listed.
"""

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Any

from graph.evaluate.alignment import EntityAlignment, chains, normal_name, words_of
from graph.evaluate.claims import compare_claims
from graph.evaluate.events import align_events, compare_events, compare_numbers
from graph.evaluate.metrics import PRF, ClusterComparison, Comparison
from graph.evaluate.relations import compare_relations
from graph.model.mentions import DocumentMentions, EntityMention
from graph.model.terms import MentionForm
from graph.model.text import Article


def score(mentions: DocumentMentions, article: Article, expected: Mapping[str, Any]) -> dict[str, PRF]:
    """Count how much of an expected graph was found; see `compare` for arguments and layers."""
    return {layer: comparison.prf for layer, comparison in compare(mentions, article, expected).items()}


def compare(
    mentions: DocumentMentions, article: Article, expected: Mapping[str, Any]
) -> dict[str, Comparison]:
    """Compare the mentions of an article with its expected graph.

    Args:
        mentions: What was extracted.
        article: The article; offsets count its text.
        expected: The annotation, as `graph.evaluate.gold.laid_over` gives it.

    Returns:
        By layer: `names` (named entities), `entities` (with their kind), `aliases` (joined with the right
        entity), `clusters` (B³ over names), `not_entities` (rightly left alone), `triggers`,
        `events` (with type), `roles`, `places`, `times`,
        `factuality`, `contents` (of claims), `claims` (with speaker), `stances`, `speech`, `disputes`,
        `relations`, `numbers`, `number_events`.

    Raises:
        ValueError: The expected graph speaks of words that the article does not hold.
    """
    entities = EntityAlignment(mentions, article.text, expected)
    events = align_events(mentions, article.text, expected)
    return {
        **_compare_entities(mentions, article.text, expected, entities),
        **_compare_forbidden(mentions, article, expected),
        **compare_events(mentions, expected, entities, events),
        **compare_claims(mentions, article.text, expected, entities),
        "relations": compare_relations(mentions, expected, entities),
        **compare_numbers(mentions, article.text, expected, events),
    }


def forbidden_entities(
    mentions: DocumentMentions, article: Article, expected: Mapping[str, Any]
) -> list[str]:
    """List the names that were taken for entities although the expected graph says they are none."""
    wrong = set(expected["not_entities"])
    found = {words_of(article.text, m.span) for m in mentions.entities if m.form is MentionForm.NAME}
    return sorted(wrong & found)


def _compare_forbidden(
    mentions: DocumentMentions, article: Article, expected: Mapping[str, Any]
) -> dict[str, Comparison]:
    """Compare which strings were left alone with those that must be: what is missed was taken for a name."""
    wanted = set(expected["not_entities"])
    left = wanted - set(forbidden_entities(mentions, article, expected))
    return {"not_entities": Comparison(wanted, left)} if wanted else {}


def _compare_entities(
    mentions: DocumentMentions, text: str, expected: Mapping[str, Any], alignment: EntityAlignment
) -> dict[str, Comparison]:
    wanted = {
        entity["name"]: entity for entity in expected["entities"] if entity.get("form", "name") == "name"
    }
    names: set[Hashable] = set()
    kinds: set[Hashable] = set()
    joined: set[Hashable] = set()
    for chain, members in chains(mentions).items():
        named = [member for member in members if member.form is MentionForm.NAME]
        found = alignment.entity_of[chain]
        if not named or (found is not None and found not in wanted):
            continue
        # A second chain of the same entity is a mistake: the two should have been one.
        longest = max(named, key=lambda member: member.span.end - member.span.start)
        item = found if found is not None and found not in names else alignment.unexpected(chain)
        names.add(item)
        kinds.add((item, longest.kind.value))
        if item != found:
            continue
        joined |= {(found, alias) for alias in _joined(wanted[found], text, members, named)}
    wanted_kinds = {(name, entity["kind"]) for name, entity in wanted.items()}
    wanted_aliases = {(name, alias) for name, entity in wanted.items() for alias in _aliases(entity)}
    return {
        "names": Comparison(set(wanted), names),
        "entities": Comparison(wanted_kinds, kinds),
        "aliases": Comparison(wanted_aliases, joined),
        "clusters": _compare_clusters(mentions, text, wanted),
    }


def _compare_clusters(
    mentions: DocumentMentions, text: str, wanted: Mapping[str, Mapping[str, Any]]
) -> ClusterComparison:
    """Compare which names stand for one thing; a name that two entities share is left out."""
    owners: dict[str, list[str]] = {}
    words_of_name: dict[str, str] = {}
    for name, entity in wanted.items():
        for words in (name, *entity.get("aliases", ())):
            owners.setdefault(normal_name(words), []).append(name)
            words_of_name[normal_name(words)] = words
    expected = {name: own[0] for name, own in owners.items() if len(set(own)) == 1}
    found: dict[str, str] = {}
    for name in expected:
        for match in re.finditer(re.escape(words_of_name[name]), text):
            inside = [
                mention
                for mention in mentions.entities
                if match.start() <= mention.span.start and mention.span.end <= match.end()
            ]
            if inside:
                found[name] = max(inside, key=lambda mention: mention.span.end - mention.span.start).chain
                break
    return ClusterComparison(_pairs(expected), _pairs(found), PRF.of_clusters(expected, found))


def _pairs(clusters: Mapping[str, str]) -> set[Hashable]:
    return {
        (one, other)
        for one in clusters
        for other in clusters
        if one < other and clusters[one] == clusters[other]
    }


def _aliases(entity: Mapping[str, Any]) -> dict[str, str]:
    """Give the other names of an entity, by what two writers of them share."""
    found = {normal_name(alias): alias for alias in entity.get("aliases", ())}
    return {alias: words for alias, words in found.items() if alias != normal_name(entity["name"])}


def _joined(
    entity: Mapping[str, Any], text: str, members: Iterable[EntityMention], named: Iterable[EntityMention]
) -> Iterator[str]:
    """Give the other names that a chain holds: whole, or their core without a title ("Judge Ada Marsh")."""
    aliases = _aliases(entity)
    spans = [member.span for member in members]
    for alias, words in aliases.items():
        places = (match.span() for match in re.finditer(re.escape(words), text))
        if any(start <= span.start and span.end <= end for start, end in places for span in spans):
            yield alias
    known = [f" {name} " for name in (*aliases, normal_name(entity["name"]))]
    for member in named:
        name = normal_name(words_of(text, member.span))
        if not any(f" {name} " in other for other in known):
            yield name
