"""Claims of one article that oppose each other: denials with what they deny, and rival counts of one event.

Who denies something says much of it again: a denial is linked to the claim of somebody else that shares most
of its words, or speaks of the same event.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from graph.extract.lexicon import read_rows
from graph.model.mentions import ClaimMention, EntityMention, EventMention, QuantityMention
from graph.model.terms import EventType, Stance

_OPPOSING = frozenset({Stance.DENIES, Stance.DOUBTS})
_TELLING = frozenset({Stance.ASSERTS, Stance.ACCUSES, Stance.WARNS})
_WORDS = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_NEGATIONS = frozenset(
    {"not", "n't", "n’t", "never", "no", "nobody", "none", "nothing", "neither", "without"}
)
# Shares of the words of the shorter claim, and the number of them, that make two claims speak of one thing.
_DENIED, _CONTRADICTED, _LEAST = 0.34, 0.6, 2
# Claims before and after that are looked at: keeps time linear in the article.
_REACH = 50
# Characters between a claim and its denial.
_CLOSE = 500
# Victims are counted by each side; what else is counted differs by what is counted.
_COUNTED = frozenset({EventType.KILLING, EventType.DEATH, EventType.INJURY, EventType.PROTEST})
_DEADLY = {EventType.KILLING: EventType.DEATH}


@dataclass(frozen=True, slots=True)
class _Said:
    """A claim with what is compared of it."""

    claim: ClaimMention
    speaker: str
    words: frozenset[str]
    negated: bool
    events: frozenset[str]
    counts: Mapping[tuple[EventType, str], tuple[float, float]]


def link_disputes(
    doc: Doc,
    claims: Sequence[ClaimMention],
    entities: Sequence[EntityMention],
    events: Sequence[EventMention],
    quantities: Sequence[QuantityMention],
) -> tuple[ClaimMention, ...]:
    """Give each claim that opposes others of the article the ids of those.

    Args:
        doc: The parsed document.
        claims: Its claims, in order.
        entities: Its entity mentions.
        events: Its event mentions.
        quantities: Its quantities.
    """
    chains = {mention.id: mention.chain for mention in entities}
    known = {event.id: event for event in events}
    amounts = {quantity.id: quantity for quantity in quantities}
    said = [_said(doc, claim, chains, known, amounts) for claim in claims]
    linked = []
    for place, one in enumerate(said):
        near = said[max(0, place - _REACH) : place + _REACH]
        others = [other for other in near if _may_oppose(one, other)]
        scored = [
            (score, number, other) for number, other in enumerate(others) if (score := _opposes(one, other))
        ]
        best = max(scored, key=lambda item: (item[0], -item[1]), default=None)
        linked.append(replace(one.claim, disputes=(best[2].claim.id,)) if best else one.claim)
    return tuple(linked)


def _said(
    doc: Doc,
    claim: ClaimMention,
    chains: Mapping[str, str],
    events: Mapping[str, EventMention],
    amounts: Mapping[str, QuantityMention],
) -> _Said:
    tokens = [
        token
        for piece in claim.content
        for token in doc.char_span(piece.start, piece.end, alignment_mode="expand") or ()
    ]
    faint = _faint()
    words = {token.lemma_.lower() for token in tokens if token.pos_ in _WORDS} - faint
    about = [events[name] for name in claim.about if name in events]
    counts = {
        (_DEADLY.get(event.type, event.type), amounts[name].unit): _bounds(amounts[name])
        for event in about
        if event.type in _COUNTED
        for name in event.quantities
        if any(piece.contains(amounts[name].span) for piece in claim.content)
    }
    return _Said(
        claim=claim,
        speaker=chains.get(claim.speaker or "", claim.speaker or ""),
        words=frozenset(words),
        negated=any(token.lower_ in _NEGATIONS for token in tokens),
        events=frozenset(event.chain for event in about),
        counts=counts,
    )


def _faint() -> frozenset[str]:
    return frozenset(row[0] for row in read_rows("faint_things.tsv")) | {
        "say",
        "be",
        "have",
        "do",
        "make",
        "get",
    }


def _bounds(quantity: QuantityMention) -> tuple[float, float]:
    low = float("-inf") if quantity.minimum is None else quantity.minimum
    return low, float("inf") if quantity.maximum is None else quantity.maximum


def _may_oppose(one: _Said, other: _Said) -> bool:
    """Nobody disputes himself, nor what he only repeats."""
    return (
        one.claim.id != other.claim.id
        and (one.speaker != other.speaker or not one.speaker)
        and one.claim.id not in other.claim.nested
        and other.claim.id not in one.claim.nested
    )


def _opposes(one: _Said, other: _Said) -> float:
    """Score how plainly one claim opposes another; 0 if it does not."""
    shared = len(one.words & other.words)
    share = shared / max(1, min(len(one.words), len(other.words)))
    if one.claim.stance in _OPPOSING and other.claim.stance in _TELLING:
        same_event = bool(one.events & other.events)
        if (shared >= _LEAST and share >= _DENIED) or (same_event and shared):
            return 1.0 + share + same_event
        # A denial follows close upon what it denies.
        gap = one.claim.content[0].start - other.claim.content[-1].end
        return 1.0 - gap / _CLOSE if 0 <= gap < _CLOSE and shared else 0.0
    if one.claim.content[0].start < other.claim.content[0].start or one.claim.stance not in _TELLING:
        return 0.0
    if other.claim.stance not in _TELLING:
        return 0.0
    if any(_apart(bounds, other.counts[key]) for key, bounds in one.counts.items() if key in other.counts):
        return 0.9
    if one.negated is not other.negated and shared > _LEAST and share >= _CONTRADICTED:
        return share
    return 0.0


def _apart(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[1] < other[0] or other[1] < one[0]
