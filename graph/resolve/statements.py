"""Relation mentions to facts, claim mentions to claims."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.model.identifiers import content_id
from graph.model.knowledge import Claim, Evidence, Fact
from graph.model.mentions import ClaimMention, RelationMention, TimeMention
from graph.resolve.entities import Entities, MentionKey
from graph.resolve.events import Events, interval
from graph.resolve.evidence import Page, ordered
from graph.resolve.names import key, tidy


def merge_facts(pages: Sequence[Page], entities: Entities) -> tuple[tuple[Fact, ...], dict[MentionKey, str]]:
    """Turn relation mentions into facts: one for each subject, relation, object, office and status.

    A relation that is current in one article and former in another gives two facts: time moves on, and both
    were true.

    Returns:
        The facts by id, and the fact of each relation mention.
    """
    samples: dict[str, Fact] = {}
    evidence: dict[str, list[Evidence]] = defaultdict(list)
    offices: dict[str, Counter[str]] = defaultdict(Counter)
    of_mention: dict[MentionKey, str] = {}
    for page in pages:
        for mention in page.mentions.relations:
            fact = _make_fact(page, mention, entities)
            if fact is None:
                continue
            samples[fact.id] = fact
            evidence[fact.id].extend(fact.evidence)
            if fact.value:
                offices[fact.id][fact.value] += 1
            of_mention[page.article.id, mention.id] = fact.id
    facts = tuple(
        replace(
            samples[identifier],
            value=min(offices[identifier], key=lambda value: (-offices[identifier][value], value))
            if identifier in offices
            else None,
            evidence=ordered(evidence[identifier]),
        )
        for identifier in sorted(samples)
    )
    return facts, of_mention


def _make_fact(page: Page, mention: RelationMention, entities: Entities) -> Fact | None:
    article = page.article.id
    subject = entities.of_mention.get((article, mention.subject))
    target = entities.of_mention.get((article, mention.object)) if mention.object is not None else None
    value = tidy(mention.value) if mention.value else None
    if subject is None or subject == target or (target is None and value is None):
        return None
    office = key(value) if value else None
    return Fact(
        id=content_id("fact", subject, mention.predicate, target, office, mention.status),
        subject=subject,
        predicate=mention.predicate,
        object=target,
        value=value,
        status=mention.status,
        evidence=(page.quote(mention.span, mention.method, mention.confidence, sentence=mention.sentence),),
    )


def merge_claims(
    pages: Sequence[Page], entities: Entities, events: Events, facts: dict[MentionKey, str]
) -> tuple[Claim, ...]:
    """Turn claim mentions into claims; the same words said by the same speaker are one claim."""
    claims: dict[str, Claim] = {}
    for page in pages:
        spoken = {**entities.of_mention, **events.of_mention, **facts}
        names = {mention.id: _claim_id(page, mention, entities) for mention in page.mentions.claims}
        times = {mention.id: mention for mention in page.mentions.times}
        for mention in page.mentions.claims:
            claim = _make_claim(page, mention, entities, spoken, names, times)
            if earlier := claims.get(claim.id):
                claim = _join(earlier, claim)
            claims[claim.id] = claim
    return tuple(claims[identifier] for identifier in sorted(claims))


def _claim_id(page: Page, mention: ClaimMention, entities: Entities) -> str:
    article = page.article.id
    speaker = entities.of_mention.get((article, mention.speaker)) if mention.speaker else None
    offsets = [offset for span in mention.content for offset in (span.start, span.end)]
    if not offsets:
        offsets = [mention.sentence.start, mention.sentence.end]
    return content_id("claim", article, speaker, *offsets)


def _make_claim(
    page: Page,
    mention: ClaimMention,
    entities: Entities,
    spoken: dict[MentionKey, str],
    names: dict[str, str],
    times: dict[str, TimeMention],
) -> Claim:
    article = page.article.id

    def entity(identifier: str | None) -> str | None:
        return entities.of_mention.get((article, identifier)) if identifier is not None else None

    date = times.get(mention.date) if mention.date is not None else None
    identifier = names[mention.id]
    return Claim(
        id=identifier,
        article=article,
        speaker=entity(mention.speaker),
        cue=page.words(mention.cue) if mention.cue else "",
        content=" ".join(page.words(span) for span in mention.content),
        speech=mention.speech,
        stance=mention.stance,
        addressee=entity(mention.addressee),
        date=interval(date) if date else None,
        about=_ids(spoken.get((article, one)) for one in mention.about),
        nested=tuple(one for one in _ids(names.get(inner) for inner in mention.nested) if one != identifier),
        disputes=tuple(
            one for one in _ids(names.get(other) for other in mention.disputes) if one != identifier
        ),
        evidence=ordered(
            page.quote(span, mention.method, mention.confidence, sentence=mention.sentence)
            for span in (mention.content or (mention.sentence,))
        ),
    )


def _join(first: Claim, second: Claim) -> Claim:
    """Keep the reading that sorts first, with what the other adds."""
    kept = min(first, second, key=lambda claim: (claim.cue == "", claim.cue, claim.stance, claim.speech))
    return replace(
        kept,
        about=_ids(first.about + second.about),
        nested=_ids(first.nested + second.nested),
        disputes=_ids(first.disputes + second.disputes),
        evidence=ordered(first.evidence + second.evidence),
    )


def _ids(identifiers: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(sorted({one for one in identifiers if one is not None}))
