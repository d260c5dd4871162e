"""The single barrier: mentions of all articles in, knowledge out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from graph.model.knowledge import Claim, Event, Fact, Knowledge
from graph.model.mentions import DocumentMentions
from graph.model.terms import MentionForm
from graph.model.text import Article
from graph.resolve.copies import find_copies
from graph.resolve.countries import acting_countries
from graph.resolve.entities import find_chains, merge_chains
from graph.resolve.event_identity import Judge
from graph.resolve.event_union import unite_events
from graph.resolve.events import find_events
from graph.resolve.evidence import Page
from graph.resolve.frames import make_frames
from graph.resolve.geography import Geography
from graph.resolve.places import Linker
from graph.resolve.quantities import free_quantities
from graph.resolve.statements import merge_claims, merge_facts
from graph.resolve.stories import Stories


def resolve(
    articles: Iterable[Article],
    documents: Iterable[DocumentMentions],
    *,
    gazetteer: Linker | None = None,
    frames: bool = False,
) -> Knowledge:
    """Decide who and what is the same across articles, and state what the articles say.

    The order of articles and documents does not matter. A document without its article is left out; an
    article without a document is kept without content. Named entities always stay; what is only ever called
    "the group" or "they" stays when an event, a fact or a claim needs it (being mentioned within a claim is
    not enough).

    Args:
        articles: The articles; the same article twice counts once.
        documents: What was found in each.
        gazetteer: Gives places their coordinates.
        frames: Whether to hand on every predicate with its arguments, whatever its type.
    """
    by_id = {
        article.id: article for article in sorted(articles, key=lambda one: (one.id, one.path), reverse=True)
    }
    found = {document.article: document for document in documents}
    pages = [
        Page(by_id[identifier], found[identifier]) for identifier in sorted(by_id) if identifier in found
    ]
    entities = merge_chains(chain for page in pages for chain in find_chains(page, gazetteer))
    countries = acting_countries(pages, entities.of_mention, gazetteer)
    actors = replace(entities, of_mention={**entities.of_mention, **countries})
    facts, of_relation = merge_facts(pages, actors)
    stories = Stories(pages, actors.of_mention)
    judge = Judge(actors.by_id, Geography(actors.by_id, facts, gazetteer), stories)
    events, merges = unite_events(find_events(pages, actors), pages, actors, judge, stories)
    claims = merge_claims(pages, entities, events, of_relation)
    needed = set(_references(events.all, facts, claims))
    kept = {
        identifier: entity
        for identifier, entity in entities.by_id.items()
        if entity.form is MentionForm.NAME or identifier in needed
    }
    known = kept.keys() | {one.id for one in events.all} | {one.id for one in facts}
    return Knowledge(
        articles=tuple(by_id[identifier] for identifier in sorted(by_id)),
        entities=tuple(kept[identifier] for identifier in sorted(kept)),
        events=events.all,
        facts=facts,
        claims=tuple(
            replace(claim, about=tuple(one for one in claim.about if one in known)) for claim in claims
        ),
        quantities=free_quantities(pages, {one.id for event in events.all for one in event.quantities}),
        merges=tuple(
            sorted(
                (merge for merge in (*entities.merges, *merges) if merge.merged in known),
                key=lambda merge: merge.id,
            )
        ),
        copies=find_copies(by_id.values()),
        frames=make_frames(pages, {**actors.of_mention, **events.of_mention}, known) if frames else (),
    )


def _references(events: Sequence[Event], facts: Sequence[Fact], claims: Sequence[Claim]) -> Iterator[str]:
    for event in events:
        yield from event.places
        for participation in event.participants:
            yield participation.participant
    for fact in facts:
        yield fact.subject
        if fact.object is not None:
            yield fact.object
    for claim in claims:
        if claim.speaker is not None:
            yield claim.speaker
        if claim.addressee is not None:
            yield claim.addressee
