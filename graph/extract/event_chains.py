"""Join the event mentions of one article that tell of one event; conservative: when in doubt, two events."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from graph.extract.lemmas import lemma_of
from graph.extract.lookup import Lookup
from graph.extract.triggers import Trigger
from graph.model.event_groups import SPEECH_ACTS
from graph.model.mentions import EventMention
from graph.model.terms import EventType, Factuality, Role

_KEY_ROLES = (Role.PATIENT, Role.AGENT, Role.DESTINATION, Role.RECIPIENT, Role.BENEFICIARY)
_UNREAL = frozenset({Factuality.NEGATED, Factuality.HYPOTHETICAL, Factuality.CONDITIONAL})
_FAMILY: dict[EventType, str] = {
    EventType.TALKS: "talks",
    EventType.MEETING: "talks",
    EventType.RAID: "attack",
    EventType.ATTACK: "attack",
    EventType.AIRSTRIKE: "attack",
    EventType.BOMBING: "attack",
    EventType.SHOOTING: "attack",
    EventType.MILITARY_OPERATION: "attack",
    EventType.KILLING: "death",
    EventType.DEATH: "death",
}
# What goes on for days and is told of all through an article: "the talks" are the ones it is mostly about.
_AFFAIRS = frozenset(
    {
        EventType.TALKS,
        EventType.WAR,
        EventType.ELECTION,
        EventType.COURT_CASE,
        EventType.INVESTIGATION,
        EventType.PROTEST,
        EventType.LABOUR_STRIKE,
    }
)


@dataclass(frozen=True, slots=True)
class _View:
    """What decides whether two mentions are one event."""

    event: EventMention
    word: str
    definite: bool
    noun: bool
    roles: Mapping[Role, frozenset[str]]
    places: frozenset[str]
    counts: frozenset[tuple[float | None, float | None]]


def chain_events(
    events: Sequence[EventMention], triggers: Sequence[Trigger], lookup: Lookup
) -> tuple[EventMention, ...]:
    """Give every event mention its chain; `events` and `triggers` run in parallel."""
    chains: list[list[_View]] = []
    names: list[EventMention] = []
    for event, trigger in zip(events, triggers, strict=True):
        view = _view(event, trigger, lookup)
        found = _home(view, chains)
        if found is not None:
            chains.remove(found)
        else:
            found = []
        found.append(view)
        chains.append(found)
        names.append(replace(event, chain=found[0].event.chain))
    return tuple(names)


def _view(event: EventMention, trigger: Trigger, lookup: Lookup) -> _View:
    roles: dict[Role, frozenset[str]] = {}
    for argument in event.arguments:
        mention = lookup.entities.get(argument.mention)
        thing = mention.chain if mention is not None else argument.mention
        roles[argument.role] = roles.get(argument.role, frozenset()) | {thing}
    by_id = {quantity.id: quantity for _, quantity in lookup.quantities}
    token = trigger.token
    return _View(
        event,
        lemma_of(token),
        any(
            child.lower_ in ("the", "this", "that", "these", "those")
            for child in token.lefts
            if child.dep_ == "det"
        ),
        token.pos_ in ("NOUN", "PROPN"),
        roles,
        frozenset(lookup.entities[place].chain for place in event.place),
        frozenset((by_id[each].minimum, by_id[each].maximum) for each in event.quantities if each in by_id),
    )


def _home(view: _View, chains: Sequence[list[_View]]) -> list[_View] | None:
    """Find the chain that a mention goes on with; `chains` stand in order of their last mention."""
    possible = [chain for chain in reversed(chains) if all(_compatible(view, other) for other in chain)]
    supported = [chain for chain in possible if any(_supported(view, other) for other in chain)]
    same = [chain for chain in possible if chain[0].event.type is view.event.type]
    affairs = [chain for chain in same if any(each.noun for each in chain)]
    if affairs and view.noun and view.event.type in _AFFAIRS and view.definite:
        main = max(affairs, key=lambda chain: (len(chain), -chain[0].event.trigger.start))
        if main in supported or _bare(view):
            return main
    if supported:
        return supported[0]
    lone = len(same) == 1 and view.event.type is not EventType.CONTEST
    return same[0] if lone and view.noun and view.definite and _bare(view) else None


def _bare(view: _View) -> bool:
    """Tell whether a mention adds nothing: no participant, no place; "as the talks went on"."""
    return not any(view.roles.values()) and not view.places


def _compatible(one: _View, other: _View) -> bool:
    first, second = one.event, other.event
    if first.type is not second.type and _family(one) != _family(other):
        return False
    if (
        first.factuality in _UNREAL or second.factuality in _UNREAL
    ) and first.factuality is not second.factuality:
        return False
    if first.time and second.time and first.time != second.time and not (one.noun and one.definite):
        return False
    if one.counts and other.counts and not one.counts & other.counts:
        return False
    if one.places and other.places and not one.places & other.places:
        return False
    return all(
        not (one.roles.get(role) and other.roles.get(role)) or one.roles[role] & other.roles[role]
        for role in _KEY_ROLES
    )


def _family(view: _View) -> str:
    return _FAMILY.get(view.event.type, view.event.type.value) if view.noun else view.event.type.value


def _supported(one: _View, other: _View) -> bool:
    """Look for a positive reason: a shared patient, a shared word and more, "the raid" after "a raid"."""
    same_word = one.word == other.word
    shared = [role for role in Role if one.roles.get(role, frozenset()) & other.roles.get(role, frozenset())]
    here = bool(one.places & other.places)
    if one.event.type in SPEECH_ACTS:
        return same_word and Role.AGENT in shared and (Role.TOPIC in shared or (one.noun and one.definite))
    if Role.PATIENT in shared or Role.DESTINATION in shared:
        return one.event.type is other.event.type or here
    if len(shared) > 1 or (shared and here):
        return same_word or one.event.type is other.event.type
    if not one.noun:
        return False
    return same_word and other.noun and (bool(shared) or here or one.definite)
