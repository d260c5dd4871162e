"""Claim mentions: who says what, how, to whom, when, and what it is about.

Two sources are joined: the attributions of our trained reader (`doc._.attributions`), where the
pipeline has them, and the rules of `claim_rules`. Quotation marks correct both. Content keeps its
quotation marks and the conjunction "that".
"""

from bisect import bisect_left
from collections import deque
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from spacy.tokens import Doc, Token

from graph.extract.claim_contents import Found, carry_on, speech_of, with_quotes
from graph.extract.claim_merging import merge, read_claims
from graph.extract.claim_rules import addressed, draft_claims
from graph.extract.claim_speakers import BACK, Speakers
from graph.extract.claim_stances import stance_of
from graph.extract.lookup import Lookup
from graph.extract.quotes import Quotation, find_quotations
from graph.model.mentions import (
    ClaimMention,
    EntityMention,
    EventMention,
    RelationMention,
    TimeMention,
)
from graph.model.terms import MentionForm
from graph.model.text import Span


class Said(NamedTuple):
    """Claims, and mentions of speakers beside the entities known before."""

    claims: tuple[ClaimMention, ...]
    speakers: tuple[EntityMention, ...]


def find_claims(
    doc: Doc,
    entities: Sequence[EntityMention],
    times: Sequence[TimeMention] = (),
    events: Sequence[EventMention] = (),
    relations: Sequence[RelationMention] = (),
    *,
    rules: bool = True,
) -> Said:
    """Find the attributed statements of an article.

    Args:
        doc: A parsed document, with `doc._.attributions` if our reader made it.
        entities: Its entity mentions.
        times: Its time mentions.
        events: Its event mentions, to tell what a claim is about.
        relations: Its relation mentions, likewise.
        rules: Whether to add what only the rules find to what the reader finds.

    Returns:
        Claims in order of the text, with ids `k1`, `k2` …, and the speakers that only they speak of.
    """
    text = doc.text  # spaCy joins all tokens anew at each call
    quotations = find_quotations(text)
    by_rule = draft_claims(doc, quotations) if doc.has_annotation("DEP") else ()
    read = read_claims(doc, quotations, by_rule)
    drafts = merge(read, by_rule, quotations, rules=rules or not read)
    found = [Found(draft, with_quotes(draft, quotations)) for draft in drafts]
    found = carry_on(found, quotations, text)
    found.sort(key=lambda each: (each.content[0].start, -each.content[-1].end))
    lookup = Lookup(doc, entities, times)
    claims, speakers = _spoken(found, lookup, text, quotations)
    things = _things(entities, events, relations)
    return Said(tuple(_about(claim, claims, things) for claim in claims), speakers)


def _spoken(
    found: Sequence[Found], lookup: Lookup, text: str, quotations: Sequence[Quotation]
) -> tuple[list[ClaimMention], tuple[EntityMention, ...]]:
    """Give each claim its speaker, in order of the text: pronouns look back at who spoke before."""
    speakers = Speakers(lookup)
    said: list[tuple[Found, EntityMention | None]] = []
    spoke: deque[EntityMention] = deque(maxlen=BACK)

    def quoted(word: Token) -> EntityMention | None:
        holders = [who for each, who in said if any(s.start <= word.idx < s.end for s in each.content)]
        return holders[-1] if holders else None

    claims = []
    for number, each in enumerate(found, start=1):
        before = tuple(spoke)
        speaker = speakers.of(each.draft.source, quoted, before)
        if not each.draft.source and not each.draft.cue and before:
            speaker = before[0]  # a bare quotation goes on with who was quoted before
        said.append((each, speaker))
        if speaker is not None:
            spoke.appendleft(speaker)
        claims.append(_claim(each, f"k{number}", speaker, lookup, text, quotations))
    return claims, speakers.made


def _claim(
    found: Found,
    name: str,
    speaker: EntityMention | None,
    lookup: Lookup,
    text: str,
    quotations: Sequence[Quotation],
) -> ClaimMention:
    draft = found.draft
    cue = Span(draft.cue[0].idx, draft.cue[-1].idx + len(draft.cue[-1])) if draft.cue else None
    addressee = next(
        (mention for token in addressed(draft) if (mention := lookup.at(token)) is not None), None
    )
    touched = [*found.content, *([cue] if cue else []), *([speaker.span] if speaker else [])]

    def is_speaker(word: Token) -> bool:
        mention = lookup.at(word)
        return speaker is not None and mention is not None and mention.chain == speaker.chain

    return ClaimMention(
        id=name,
        speaker=speaker.id if speaker else None,
        cue=cue,
        content=found.content,
        sentence=lookup.sentences(touched),
        speech=speech_of(found.content, quotations, text),
        stance=stance_of(draft, is_speaker),
        addressee=addressee.id if addressee and addressee != speaker else None,
        date=_date(draft.cue, lookup),
        confidence=draft.confidence,
        method=draft.method,
    )


def _date(cue: Sequence[Token], lookup: Lookup) -> str | None:
    indices = {token.i for token in cue}
    for root, time in lookup.times:
        if root is None or time.begin is None:
            continue
        head = root.head
        while head.dep_ == "prep" and head.head.i != head.i:
            head = head.head
        if head.i in indices or root.i in indices:
            return time.id
    return None


def _things(
    entities: Sequence[EntityMention], events: Sequence[EventMention], relations: Sequence[RelationMention]
) -> list[tuple[Span, int, str]]:
    """What a claim can be about, by place: events first, then relations, then names."""
    spans = [(event.trigger, 0, event.id) for event in events]
    spans += [(relation.span, 1, relation.id) for relation in relations]
    spans += [(mention.span, 2, mention.id) for mention in entities if mention.form is MentionForm.NAME]
    return sorted(spans)


def _about(
    claim: ClaimMention, claims: Sequence[ClaimMention], things: Sequence[tuple[Span, int, str]]
) -> ClaimMention:
    """Link the content to what lies in it."""
    inside: list[tuple[int, Span, str]] = []
    for piece in claim.content:
        first = bisect_left(things, (Span(piece.start, piece.start), 0, ""))
        for span, order, name in islice(things, first, None):
            if span.start >= piece.end:
                break
            if piece.contains(span):
                inside.append((order, span, name))
    about = tuple(dict.fromkeys(name for _, _, name in sorted(inside)))
    nested = [other for other in claims if other.id != claim.id and _holds(claim, other)]
    direct = [
        each.id for each in nested if not any(_holds(other, each) for other in nested if other.id != each.id)
    ]
    return replace(claim, about=about, nested=tuple(direct))


def _holds(outer: ClaimMention, inner: ClaimMention) -> bool:
    """Whether one claim is part of what another says: cue and content lie inside."""
    if inner.content[0].start >= outer.content[-1].end or outer.content[0].start > inner.content[0].start:
        return False
    parts = (*inner.content, *((inner.cue,) if inner.cue else ()))
    return outer.content != inner.content and all(
        any(piece.contains(part) for piece in outer.content) for part in parts
    )
