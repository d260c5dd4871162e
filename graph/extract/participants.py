"""Who takes part in an event and where it happens, where the rules are silent: learned from annotated news.

Pairs of an event and of somebody or something that stands near one of its words are described by named
features (the path between the two in the tree, semantic roles, kinds, what the rules found) and scored.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np
from spacy.tokens import Doc, Token

from graph.extract.clauses import is_passive
from graph.extract.feature_scorer import FeatureScorer, feature_scorer
from graph.extract.lookup import Lookup
from graph.model.event_groups import MUTUAL, SPEECH_ACTS
from graph.model.mentions import Argument, EntityMention, EventMention
from graph.model.terms import EntityKind, MentionForm, Role

PLACE = "place"
LABELS = (*(role.value for role in Role), PLACE)
"""What a pair can be; several at once."""
# Least probability of a role and of a place.
_LEAST_ROLE, _LEAST_PLACE = 0.4, 0.45
_SITES = frozenset({EntityKind.PLACE, EntityKind.FACILITY})
# How many sentences before and behind a trigger are looked at.
_BEFORE, _BEHIND = 2, 1
_LONGEST = 5
_NOUNS = frozenset({"NOUN", "PROPN"})
_CARRIED = frozenset({"obj", "nsubj", "nsubj:pass", "obl"})
_CASE = frozenset({"case", "prep", "mark"})


@dataclass(frozen=True, slots=True)
class Pair:
    """An event and somebody or something near it.

    Attributes:
        event: The event mention nearest to it.
        mention: Its mention nearest to the event.
        known: The labels that the rules give it.
        inside: The labels that they give to others who stand in its phrase ("two rivals, Brask and Tarn").
        features: Names of all that is known of the two.
    """

    event: EventMention
    mention: EntityMention
    known: frozenset[str]
    inside: frozenset[str]
    features: tuple[str, ...]


def complete(
    events: Sequence[EventMention], lookup: Lookup, scorer: FeatureScorer | None = None
) -> tuple[EventMention, ...]:
    """Add participants and places to events, each to the mention of the event that is nearest to them.

    Args:
        events: The events of a document, with what the rules give them, and with chains.
        lookup: The mentions of the document.
        scorer: Scores pairs; by default the one that ships.
    """
    found = [pair for pair in pairs(events, lookup) if pair.event.type not in SPEECH_ACTS]
    if not found:
        return tuple(events)
    scorer = scorer or feature_scorer("participants.npz")
    roles: dict[str, list[Argument]] = {}
    places: dict[str, list[tuple[float, str]]] = {}
    for pair, line in zip(found, scorer([pair.features for pair in found]), strict=True):
        for label, chance in _likely(pair, scorer, line):
            if label == PLACE:
                places.setdefault(pair.event.id, []).append((-chance, pair.mention.id))
            else:
                argument = Argument(role=Role(label), mention=pair.mention.id, confidence=chance)
                roles.setdefault(pair.event.id, []).append(argument)
    return tuple(
        replace(
            event,
            arguments=(*event.arguments, *roles.get(event.id, ())),
            place=(*event.place, *(mention for _, mention in sorted(places.get(event.id, ())))),
        )
        for event in events
    )


def _likely(pair: Pair, scorer: FeatureScorer, line: np.ndarray) -> Iterator[tuple[str, float]]:
    """Give the labels that are likely, of the roles the likeliest one, with their probabilities."""
    chances = {
        label: round(float(chance), 2)
        for label, chance in zip(scorer.labels, line, strict=True)
        if label not in pair.known and label not in pair.inside
    }
    place = chances.pop(PLACE, 0.0)
    if place > _LEAST_PLACE and pair.mention.kind in _SITES:
        yield PLACE, place
    if pair.known - {PLACE}:
        return
    best = max(chances, key=lambda label: (chances[label], label))
    if chances[best] > _LEAST_ROLE:
        yield best, chances[best]


def pairs(events: Sequence[EventMention], lookup: Lookup) -> Iterator[Pair]:
    """Pair each event of a document with everybody near one of its mentions."""
    scene = _Scene(events, lookup)
    for told in scene.events.values():
        nearby = dict.fromkeys(
            entity
            for event in told
            for sentence in range(scene.at[event.id][1] - _BEFORE, scene.at[event.id][1] + _BEHIND + 1)
            for entity in scene.in_sentence.get(sentence, ())
        )
        for entity in nearby:
            yield scene.pair(told, entity)


@dataclass(frozen=True, slots=True)
class _Nearest:
    """The two mentions of a pair that stand nearest to each other."""

    event: EventMention
    trigger: Token
    mention: EntityMention
    head: Token
    apart: int
    path: tuple[tuple[Token, ...], tuple[Token, ...]] | None


class _Scene:
    """A document by sentences: where events and entities are mentioned."""

    def __init__(self, events: Sequence[EventMention], lookup: Lookup) -> None:
        self.lookup, self.doc = lookup, lookup.doc
        self.sentence = _sentence_numbers(self.doc)
        self.at: dict[str, tuple[Token, int]] = {}
        self.events: dict[str, list[EventMention]] = {}
        for event in events:
            token = lookup.tokens(event.trigger)[-1]
            self.at[event.id] = (token, self.sentence[token.i])
            self.events.setdefault(event.chain, []).append(event)
        self.mentions: dict[str, list[tuple[EntityMention, Token]]] = {}
        self.in_sentence: dict[int, dict[str, None]] = {}
        for mention in sorted(lookup.entities.values(), key=lambda each: (each.head, each.id)):
            heads = lookup.tokens(mention.head)
            if heads:
                head = heads[-1]
                self.mentions.setdefault(mention.chain, []).append((mention, head))
                self.in_sentence.setdefault(self.sentence[head.i], {})[mention.chain] = None
        self.named = {
            chain
            for chain, told in self.mentions.items()
            if any(mention.form is MentionForm.NAME for mention, _ in told)
        }
        self.kind = {chain: _kind(told) for chain, told in self.mentions.items()}
        self.rank = self._ranks()
        self.known = {chain: self._known(told) for chain, told in self.events.items()}
        self._heads_in: dict[int, set[int]] = {}

    def _ranks(self) -> dict[str, int]:
        """Place of each named thing among those of its kind, the most mentioned first."""
        order = sorted(self.named, key=lambda each: (-len(self.mentions[each]), self.mentions[each][0][1].i))
        counts: dict[EntityKind, int] = {}
        found = {}
        for each in order:
            found[each] = counts.get(self.kind[each], 0)
            counts[self.kind[each]] = found[each] + 1
        return found

    def _known(self, told: Sequence[EventMention]) -> dict[str, set[str]]:
        """The labels that the rules give in an event, by the chain of who has them."""
        found: dict[str, set[str]] = {}
        for event in told:
            for argument in event.arguments:
                entity = self.lookup.entities.get(argument.mention)
                if entity is not None:
                    role = argument.role
                    mutual = role is Role.AGENT and event.type in MUTUAL
                    label = Role.PARTICIPANT.value if mutual else role.value
                    found.setdefault(entity.chain, set()).add(label)
            for place in event.place:
                found.setdefault(self.lookup.entities[place].chain, set()).add(PLACE)
        return found

    def pair(self, told: Sequence[EventMention], entity: str) -> Pair:
        """Describe an event and an entity."""
        known = self.known[told[0].chain]
        own = frozenset(known.get(entity, ()))
        others = {label for chain, labels in known.items() if chain != entity for label in labels}
        near = self._nearest(told, entity)
        kind, form = f"k={self.kind[entity].value}", near.mention.form.value
        event_type = f"t={told[0].type.value}"
        count, first = len(self.mentions[entity]), self.sentence[self.mentions[entity][0][1].i]
        features = [
            event_type, kind, f"{event_type}|{kind}", "named" if entity in self.named else "described",
            f"form={form}", f"mentions={_size(count)}", f"rank={min(self.rank.get(entity, 9), 4)}|{kind}",
            f"first={_size(first)}", f"events={min(len(told), 4)}",
            f"tpos={near.trigger.pos_}", f"tdep={near.trigger.dep_}|{near.trigger.pos_}",
            f"factuality={near.event.factuality.value}",
            *(f"rule={label}" for label in sorted(own)),
            *(f"rule={label}|{event_type}" for label in sorted(own)),
            *(f"filled={label}" for label in sorted(others)),
        ]  # fmt: skip
        if not own:
            features.append("no rule")
        if near.path is not None:
            features += self._together(near, entity, near.path, event_type, kind)
        else:
            features += self._apart(near, entity, event_type, kind)
        features.append(f"together={min(self._meetings(told, entity), 4)}")
        if self._speaks(told, entity):
            features.append("speaker")
        return Pair(near.event, near.mention, own, self._inside(near.head, entity, known), tuple(features))

    def _inside(self, head: Token, entity: str, known: Mapping[str, Set[str]]) -> frozenset[str]:
        below = {token.i for token in head.subtree}
        return frozenset(
            label
            for chain, labels in known.items()
            if chain != entity and any(other.i in below for _, other in self.mentions.get(chain, ()))
            for label in labels
        )

    def _nearest(self, told: Sequence[EventMention], entity: str) -> _Nearest:
        best: tuple[tuple[int, float, int], _Nearest] | None = None
        for event in told:
            trigger, sentence = self.at[event.id]
            for mention, head in self.mentions[entity]:
                apart = self.sentence[head.i] - sentence
                path = _path(trigger, head) if apart == 0 else None
                far = float(len(path[0]) + len(path[1])) if path else abs(apart) + 0.5 * (apart > 0)
                key = (int(path is None), far, abs(head.i - trigger.i))
                if best is None or key < best[0]:
                    best = (key, _Nearest(event, trigger, mention, head, apart, path))
        if best is None:
            msg = "an event and an entity have mentions"
            raise ValueError(msg)
        return best[1]

    def _together(
        self,
        near: _Nearest,
        entity: str,
        path: tuple[tuple[Token, ...], tuple[Token, ...]],
        event_type: str,
        kind: str,
    ) -> Iterator[str]:
        """Describe two mentions of one sentence."""
        up, down = path
        trigger, head = near.trigger, near.head
        length = len(up) + len(down)
        way = "far"
        if length <= _LONGEST:
            way = "^".join(each.dep_ for each in up) + "_" + "v".join(each.dep_ for each in reversed(down))
        case = _case(head)
        yield from (
            f"p={way}", f"p={way}|{case}", f"p={way}|{kind}", f"hdep={head.dep_}", f"case={case}",
            f"case={case}|{event_type}", f"length={min(length, 7)}", f"up={len(up)}",
            f"d={_distance(head.i - trigger.i)}|{'before' if head.i < trigger.i else 'behind'}",
        )  # fmt: skip
        if length <= 3:
            yield f"{event_type}|p={way}"
        if is_passive(trigger):
            yield from ("passive", f"passive|p={way}")
        carried = trigger.pos_ in _NOUNS and trigger.dep_ in _CARRIED
        for name, predicate in (("t", trigger), ("l", trigger.head if carried else None)):
            frame = self.lookup.frames.get(predicate.i) if predicate is not None else None
            for part in frame.arguments if frame is not None else ():
                if part.head == head.i or (part.begin <= head.i < part.end and part.head != trigger.i):
                    exact = "" if part.head == head.i else "~"
                    yield from (f"srl{name}={part.label}{exact}", f"srl{name}={part.label}|{event_type}")
        yield from self._shared_frames(trigger, head)
        yield f"others={min(self._rivals(near.head, entity), 4)}"

    def _shared_frames(self, trigger: Token, head: Token) -> Iterator[str]:
        """Roles that the two have in the same predicate, where it is none of them."""
        for token in trigger.sent:
            frame = self.lookup.frames.get(token.i)
            if frame is None or token.i == trigger.i:
                continue
            of_trigger = [part for part in frame.arguments if part.begin <= trigger.i < part.end]
            of_head = [part for part in frame.arguments if part.head == head.i]
            if of_trigger and of_head:
                yield f"shared={of_trigger[0].label}>{of_head[0].label}"

    def _apart(self, near: _Nearest, entity: str, event_type: str, kind: str) -> Iterator[str]:
        """Describe two mentions in sentences of their own."""
        sentence = self.sentence[near.trigger.i]
        here = {self.kind[each] for each in self.in_sentence.get(sentence, ()) if each != entity}
        yield from (
            f"apart={near.apart}", f"apart={near.apart}|{kind}", f"apart={near.apart}|{event_type}|{kind}",
            f"adep={near.head.dep_}", f"acase={_case(near.head)}|{kind}",
            f"same kind={self.kind[entity] in here}|{kind}",
        )  # fmt: skip

    def _rivals(self, head: Token, entity: str) -> int:
        """Count the others of its kind in the sentence."""
        inside = self.in_sentence.get(self.sentence[head.i], ())
        return sum(each != entity and self.kind[each] is self.kind[entity] for each in inside)

    def _meetings(self, told: Sequence[EventMention], entity: str) -> int:
        own = [self.sentence[head.i] for _, head in self.mentions[entity]]
        return sum(own.count(self.at[event.id][1]) for event in told)

    def _speaks(self, told: Sequence[EventMention], entity: str) -> bool:
        """Tell whether it is the entity that tells of the event."""
        heads = {head.i for _, head in self.mentions[entity]}
        triggers = {self.at[event.id][0].i for event in told}
        for said in self.doc._.attributions if Doc.has_extension("attributions") else ():
            inside = any(begin <= place < end for begin, end in said.content for place in triggers)
            if inside and any(begin <= place < end for begin, end in said.source for place in heads):
                return True
        return False


def _sentence_numbers(doc: Doc) -> list[int]:
    return list(chain.from_iterable([number] * len(sentence) for number, sentence in enumerate(doc.sents)))


def _kind(told: Sequence[tuple[EntityMention, Token]]) -> EntityKind:
    """The kind of most mentions, names before others."""
    named = [mention.kind for mention, _ in told if mention.form is MentionForm.NAME]
    kinds = named or [mention.kind for mention, _ in told]
    counts: Mapping[EntityKind, int] = {kind: kinds.count(kind) for kind in kinds}
    return max(counts, key=lambda kind: (counts[kind], kind.value))


def _path(start: Token, end: Token) -> tuple[tuple[Token, ...], tuple[Token, ...]] | None:
    """Climb from one word to what both hang on, and down to the other; None across trees."""
    above = [start, *start.ancestors]
    place = {token.i: number for number, token in enumerate(above)}
    down: list[Token] = []
    for token in (end, *end.ancestors):
        if token.i in place:
            return tuple(above[: place[token.i]]), tuple(down)
        down.append(token)
    return None


def _case(token: Token) -> str:
    """The preposition before a word."""
    if token.dep_ == "pobj":
        return token.head.lower_
    return next((child.lower_ for child in token.lefts if child.dep_ in _CASE), "")


def _size(count: int) -> str:
    return str(count) if count < 4 else "4-6" if count < 7 else "7+"


def _distance(words: int) -> str:
    for most, name in ((3, ""), (6, "4-6"), (12, "7-12"), (25, "13-25")):
        if abs(words) <= most:
            return name or str(abs(words))
    return "26+"
