"""Claims of one article that oppose each other: denials, doubts, contradictions, and rival counts.

Three things must come together. One claim opposes something: by its stance ("denied"), by calling untrue or
unproven what others say ("that is nonsense", "no evidence"), by saying no where another says yes, or by
another number. Another claim, of somebody else, is what it opposes: it tells of the same event or in the same
rare words, or blames whoever answers. And it stands near, most often before.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from graph.extract.dispute_signals import Signals, signals_of
from graph.model.mentions import (
    ClaimMention,
    EntityMention,
    EventMention,
    QuantityMention,
    RelationMention,
)
from graph.model.terms import EventType, RelationType, Stance
from graph.model.text import Span

_TELLING = frozenset({Stance.ASSERTS, Stance.ACCUSES, Stance.WARNS})
# Claims before and after that are looked at: keeps time linear in the article.
_REACH = 50
# Characters between a claim and what answers it, at most.
_NEAR, _BESIDE = 900, 300
# Words that more of the article's claims hold than this tell little.
_COMMON, _LEAST_COMMON = 0.12, 2
_FAINT_WEIGHT = 0.25
# Weight of shared words from which on two claims speak of one thing.
_MUCH = 2
# Victims and arrests are counted by each side; what else is counted differs by what is counted.
_COUNTED = frozenset(
    {EventType.KILLING, EventType.DEATH, EventType.INJURY, EventType.PROTEST, EventType.ARREST}
)
_DEADLY = {EventType.KILLING: EventType.DEATH}
_SIDES = frozenset(
    {RelationType.WORKS_FOR, RelationType.HOLDS_POSITION, RelationType.LEADS, RelationType.SPOKESPERSON_FOR}
)


@dataclass(frozen=True, slots=True)
class _Said:
    """A claim with what is compared of it.

    Attributes:
        claim: The claim.
        place: Its number among the claims.
        speaker: Chain of whoever speaks; empty if nobody is named.
        side: Chains of the speaker and of those for whom he speaks.
        named: Chains of those of whom the content speaks.
        signals: What its words show.
        events: Chains of the events of which it tells.
        counts: Bounds of what it counts, by sort of event and unit.
    """

    claim: ClaimMention
    place: int
    speaker: str
    side: frozenset[str]
    named: frozenset[str]
    signals: Signals
    events: frozenset[str]
    counts: Mapping[tuple[EventType, str], tuple[float, float]]


def link_disputes(
    doc: Doc,
    claims: Sequence[ClaimMention],
    entities: Sequence[EntityMention],
    events: Sequence[EventMention],
    quantities: Sequence[QuantityMention],
    relations: Sequence[RelationMention] = (),
) -> tuple[ClaimMention, ...]:
    """Give each claim that opposes others of the article the ids of those.

    Args:
        doc: The parsed document.
        claims: Its claims, in order.
        entities: Its entity mentions.
        events: Its event mentions.
        quantities: Its quantities.
        relations: Its relation mentions: who speaks for whom.
    """
    said = list(_all_said(doc, claims, entities, events, quantities, relations))
    weights = _weights(said)
    linked = []
    for place, one in enumerate(said):
        near = said[max(0, place - _REACH) : place + _REACH]
        scored = [
            (score, other.place, other)
            for other in near
            if _may_oppose(one, other) and (score := _opposes(one, other, weights))
        ]
        best = max(scored, key=lambda item: (item[0], -abs(item[1] - place), -item[1]), default=None)
        linked.append(replace(one.claim, disputes=(best[2].claim.id,) if best else ()))
    return tuple(linked)


def _all_said(
    doc: Doc,
    claims: Sequence[ClaimMention],
    entities: Sequence[EntityMention],
    events: Sequence[EventMention],
    quantities: Sequence[QuantityMention],
    relations: Sequence[RelationMention],
) -> Iterator[_Said]:
    mentions = {mention.id: mention for mention in entities}
    ordered = sorted((mention.span, mention.chain) for mention in entities)
    known = {event.id: event for event in events}
    amounts = {quantity.id: quantity for quantity in quantities}
    sides = _sides(mentions, relations)
    for place, claim in enumerate(claims):
        speaker = mentions.get(claim.speaker or "")
        chain = speaker.chain if speaker else ""
        about = [known[name] for name in claim.about if name in known]
        yield _Said(
            claim=claim,
            place=place,
            speaker=chain,
            side=sides.get(chain, frozenset()) | _inside(ordered, (speaker.span,) if speaker else ()),
            named=_inside(ordered, claim.content),
            signals=signals_of(doc, claim),
            events=frozenset(event.chain for event in about),
            counts=_counts(claim, about, amounts),
        )


def _sides(
    mentions: Mapping[str, EntityMention], relations: Sequence[RelationMention]
) -> dict[str, frozenset[str]]:
    """Tell for each chain for whom it speaks: itself, its body, its principal."""
    found: dict[str, set[str]] = {}
    for relation in relations:
        if relation.predicate in _SIDES and relation.object is not None:
            subject, body = mentions.get(relation.subject), mentions.get(relation.object)
            if subject is not None and body is not None:
                found.setdefault(subject.chain, set()).add(body.chain)
    return {chain: frozenset(chains) for chain, chains in found.items()}


def _inside(ordered: Sequence[tuple[Span, str]], pieces: Sequence[Span]) -> frozenset[str]:
    """Chains of the mentions that lie inside some pieces of the text."""
    found = set()
    for piece in pieces:
        for at in range(bisect_left(ordered, (Span(piece.start, piece.start), "")), len(ordered)):
            span, chain = ordered[at]
            if span.start >= piece.end:
                break
            if piece.contains(span):
                found.add(chain)
    return frozenset(found)


def _counts(
    claim: ClaimMention, about: Sequence[EventMention], amounts: Mapping[str, QuantityMention]
) -> dict[tuple[EventType, str], tuple[float, float]]:
    return {
        (_DEADLY.get(event.type, event.type), amounts[name].unit): _bounds(amounts[name])
        for event in about
        if event.type in _COUNTED
        for name in event.quantities
        if name in amounts and any(piece.contains(amounts[name].span) for piece in claim.content)
    }


def _bounds(quantity: QuantityMention) -> tuple[float, float]:
    low = float("-inf") if quantity.minimum is None else quantity.minimum
    return low, float("inf") if quantity.maximum is None else quantity.maximum


def _weights(said: Sequence[_Said]) -> dict[str, float]:
    """Weigh words: what the whole article is about joins no two claims in particular."""
    held = Counter(word for each in said for word in each.signals.words)
    most = max(_LEAST_COMMON, _COMMON * len(said))
    return {word: 1.0 if count <= most else _FAINT_WEIGHT for word, count in held.items()}


def _may_oppose(one: _Said, other: _Said) -> bool:
    """Nobody disputes himself, nor what he only repeats."""
    return (
        one.claim.id != other.claim.id
        and one.speaker != other.speaker
        and (bool(one.speaker) or one.claim.stance is Stance.DOUBTS or one.signals.outright)
        and bool(other.speaker)
        and one.claim.id not in other.claim.nested
        and other.claim.id not in one.claim.nested
    )


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two claims as they stand to each other.

    Attributes:
        one: The claim that may oppose the other.
        other: The claim that may be opposed.
        shared: Weight of the words that both use.
        same_event: Whether both tell of one event.
        answers: Whether the one comes soon after the other.
        beside: Whether it comes at once.
        tells: Whether the other says that something is so.
        blamed: Whether the other blames whoever speaks, or for whom he speaks.
        spoken_of: Whether the other speaks of them.
    """

    one: _Said
    other: _Said
    shared: float
    same_event: bool
    answers: bool
    beside: bool
    tells: bool
    blamed: bool
    spoken_of: bool

    @classmethod
    def of(cls, one: _Said, other: _Said, weights: Mapping[str, float]) -> "_Pair":
        gap = one.claim.sentence.start - other.claim.sentence.end
        after = one.place > other.place
        spoken_of = bool(one.side & other.named)
        return cls(
            one=one,
            other=other,
            shared=sum(weights[word] for word in one.signals.words & other.signals.words),
            same_event=bool(one.events & other.events),
            answers=after and gap < _NEAR,
            beside=after and gap < _BESIDE,
            tells=other.claim.stance in _TELLING and not other.signals.denies,
            blamed=spoken_of and other.claim.stance is Stance.ACCUSES,
            spoken_of=spoken_of,
        )

    @property
    def of_one_thing(self) -> bool:
        """Whether both speak of the same, by their words or by the event."""
        return self.shared >= _MUCH or (self.same_event and self.shared >= 1)


def _opposes(one: _Said, other: _Said, weights: Mapping[str, float]) -> float:
    """Score how plainly one claim opposes another; 0 if it does not."""
    pair = _Pair.of(one, other, weights)
    likely = pair.shared + pair.same_event + pair.beside
    for plainness, rule in enumerate(_RULES):
        if rule(pair):
            return len(_RULES) - plainness + likely
    return 0.0


def _calls_untrue(pair: _Pair) -> bool:
    near = pair.blamed or pair.spoken_of or pair.beside
    return pair.one.signals.denies and pair.one.signals.refers and pair.tells and pair.answers and near


def _denies(pair: _Pair) -> bool:
    signals = pair.one.signals
    meant = pair.of_one_thing or (pair.blamed and pair.answers)
    return signals.denies and signals.outright and not signals.refers and pair.tells and meant


def _says_no(pair: _Pair) -> bool:
    signals = pair.one.signals
    said = pair.tells or pair.other.claim.stance is Stance.DEMANDS
    turn = pair.one.place > pair.other.place or signals.denies
    return said and turn and not signals.asks and pair.shared >= 1 and signals.contradicts(pair.other.signals)


def _doubts(pair: _Pair) -> bool:
    words, told = pair.one.signals.words, pair.other.signals.words
    same = pair.shared >= max(_MUCH, len(words) / 2) or (bool(told) and told <= words)
    return pair.one.signals.doubts and pair.tells and (same or (pair.beside and pair.shared >= 1))


def _counts_otherwise(pair: _Pair) -> bool:
    other = pair.other.counts
    rival = any(_apart(bounds, other[key]) for key, bounds in pair.one.counts.items() if key in other)
    return pair.beside and pair.tells and (rival or pair.one.signals.recounts(pair.other.signals))


def _uses_antonym(pair: _Pair) -> bool:
    one, other = pair.one.signals, pair.other.signals
    near = pair.shared >= 1 or (one.short and other.short)
    return pair.beside and pair.tells and near and one.antonyms(other)


def _defends(pair: _Pair) -> bool:
    accused = pair.other.claim.stance is Stance.ACCUSES and bool(pair.one.named & pair.other.named)
    return pair.beside and (
        (accused and pair.one.signals.defends) or (pair.blamed and pair.one.signals.turns)
    )


# The plainest first.
_RULES = (_calls_untrue, _denies, _says_no, _doubts, _counts_otherwise, _uses_antonym, _defends)


def _apart(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[1] < other[0] or other[1] < one[0]
