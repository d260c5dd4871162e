"""Fill the roles, place, time and quantities of an event from the slots of its trigger."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from graph.extract.clauses import OBJECT, PASSIVE_SUBJECT, SUBJECT, Slots, is_verbal, slots
from graph.extract.lookup import Lookup
from graph.extract.triggers import Trigger
from graph.model.mentions import Argument, EntityMention
from graph.model.terms import EntityKind, EventType, MentionForm, Role

_SURFACES = frozenset({"on", "off", "over", "into", "around"})
_WHERE = (
    "inside",
    "near",
    "outside",
    "at",
    "in",
    "within",
    "on",
    "off",
    "around",
    "across",
    "throughout",
    "over",
    "into",
)
_AIMED = frozenset(
    {
        EventType.ATTACK,
        EventType.AIRSTRIKE,
        EventType.BOMBING,
        EventType.RAID,
        EventType.SHOOTING,
        EventType.MILITARY_OPERATION,
        EventType.DISASTER,
        EventType.CYBERATTACK,
    }
)
# Events of bodies, not of words: they happen where their participants are.
_BODILY = frozenset(
    {
        *_AIMED,
        EventType.TALKS,
        EventType.MEETING,
        EventType.WAR,
        EventType.HOSTAGE_TAKING,
        EventType.DEPLOYMENT,
        EventType.KILLING,
        EventType.DEATH,
        EventType.INJURY,
        EventType.DISPLACEMENT,
        EventType.AID_DELIVERY,
        EventType.RESCUE,
        EventType.ARREST,
        EventType.DETENTION,
        EventType.PROTEST,
        EventType.ACCIDENT,
        EventType.CONTEST,
        EventType.CONSTRUCTION,
    }
)
_HARM = frozenset({EventType.KILLING, EventType.INJURY, EventType.DISPLACEMENT, EventType.DEATH})
_PLACES = frozenset({EntityKind.PLACE, EntityKind.FACILITY})
_CLAUSAL = frozenset({"xcomp", "ccomp", "acl"})
_SHARING = frozenset({"xcomp", "advcl", "conj"})
# Where what takes part may be anything at all.
_OF_THINGS = {
    Role.PATIENT: frozenset({"subj", "obj", "xobj", "of", "over"}),
    Role.TOPIC: frozenset({"obj", "of", "about"}),
    Role.INSTRUMENT: frozenset({"with"}),
    Role.RECIPIENT: frozenset({"to", "obj", "iobj"}),
}
_DEPTH = 4
# Nouns that only place or part an event: "at the centre of the talks in Kesh".
STAGES = frozenset(
    [
        "center",
        "centre",
        "heart",
        "midst",
        "round",
        "series",
        "day",
        "start",
        "end",
        "aftermath",
        "outcome",
        "result",
    ]
)
# An event takes no part in another one: it is its means or its matter.
_AS_EVENT = {Role.AGENT: Role.INSTRUMENT, Role.PARTICIPANT: Role.TOPIC, Role.RECIPIENT: Role.TOPIC}


@dataclass(frozen=True, slots=True)
class Filled:
    """What was found around a trigger: arguments, place mention ids, all tokens that fill a role."""

    arguments: tuple[Argument, ...]
    place: tuple[str, ...]
    tokens: frozenset[int]


def fill(trigger: Trigger, lookup: Lookup, events: Mapping[int, str]) -> Filled:
    """Fill the roles and the place of an event.

    Args:
        trigger: The word that names the event, with its slots.
        lookup: The mentions of the document.
        events: Ids of event mentions by the index of their trigger token.
    """
    arguments: dict[tuple[str, Role], Argument] = {}
    taken: set[str] = set()
    used: set[int] = set()
    timed = {root.i for root, _ in lookup.times if root is not None}
    own = events.get(trigger.token.i)
    for rule in trigger.rule.roles:
        if rule.when and bool(trigger.slots.get(rule.when)) is rule.negated:
            continue
        for token in trigger.slots.get(rule.slot, ()):
            if token.i in timed:
                continue
            used.add(token.i)
            for mention, role, sure in _fillers(token, rule.slot, rule.role, lookup, events):
                entity = lookup.entities.get(mention)
                thing = entity.chain if entity is not None else mention
                if mention != own and thing not in taken:
                    taken.add(thing)
                    arguments[mention, role] = Argument(role=role, mention=mention, confidence=sure)
    return Filled(tuple(arguments.values()), places(trigger, lookup), frozenset(used))


def _fillers(
    token: Token, slot: str, role: Role, lookup: Lookup, events: Mapping[int, str]
) -> list[tuple[str, Role, float]]:
    event = events.get(token.i)
    if event is not None:
        return [(event, _AS_EVENT.get(role, role), 0.8)]
    if slot in _CLAUSAL:
        return [(events[verb.i], role, 0.7) for verb in _verbs_below(token) if verb.i in events][:2]
    mention = lookup.at(token)
    if mention is None and role in _OF_THINGS and slot in _OF_THINGS[role]:
        mention = lookup.things.at(token)
    if mention is None:
        inside = [each.i for each in token.subtree if each.i in events] if role is Role.TOPIC else []
        return [(events[index], role, 0.6) for index in inside[:1]]
    if slot == "mod" and mention.kind in _PLACES:
        return []
    return [(mention.id, role, 0.9 if mention.form is MentionForm.NAME else 0.8)]


def _verbs_below(token: Token) -> list[Token]:
    """The head of a clause, or what its light or modal head governs."""
    found = [token]
    for child in token.children:
        if child.dep_ in ("xcomp", "conj", *OBJECT):
            found.append(child)
    return found


def places(trigger: Trigger, lookup: Lookup) -> tuple[str, ...]:
    """Find where the event happens: facilities before places; empty rather than a guess."""
    found: dict[str, EntityMention] = {}
    for hanging in (*_scopes(trigger), *_behind(trigger)):
        for slot in _WHERE:
            for token in hanging.get(slot, ()):
                for mention in (*lookup.place_at(token), *_around(token, lookup)):
                    if slot not in _SURFACES or mention.kind is EntityKind.FACILITY:
                        found.setdefault(mention.id, mention)
        if found:
            break
    if not found and trigger.type is EventType.VISIT:
        for slot in ("to", "obj"):
            for token in trigger.slots.get(slot, ()):
                found |= {mention.id: mention for mention in lookup.place_at(token)}
    if trigger.type in _AIMED:
        for slot in ("on", "against", "obj", "of"):
            for token in trigger.slots.get(slot, ()):
                for mention in lookup.place_at(token):
                    found.setdefault(mention.id, mention)
    for token in trigger.slots.get("mod", ()):
        modifier = lookup.at(token)
        if modifier is not None and modifier.kind in _PLACES:
            found.setdefault(modifier.id, modifier)
    facility_first = sorted(
        found.values(), key=lambda each: (each.kind is not EntityKind.FACILITY, each.span)
    )
    return tuple(mention.id for mention in facility_first)


def _around(token: Token, lookup: Lookup) -> Iterator[EntityMention]:
    """The larger places around a place: "the town of Kesh in northern Norland", "Kesh, Norland"."""
    if not lookup.place_at(token):
        return
    for hanging in (slots(token), *(slots(child) for child in token.children)):
        for slot in ("in", "appos"):
            for larger in hanging.get(slot, ()):
                yield from lookup.place_at(larger)


def _behind(trigger: Trigger) -> list[Slots]:
    """Slots of what takes part, behind the trigger: parsers hang "in Cora" on the nearest noun.

    "Talks between A and B in Cora", "killed twelve people in Cora": the place is that of the event. Not where
    words are exchanged: "accused officials in Cora".
    """
    if trigger.type not in _BODILY:
        return []
    behind = [
        token
        for rule in trigger.rule.roles
        for each in trigger.slots.get(rule.slot, ())
        for token in (each, *each.conjuncts)
        if token.i > trigger.token.i
    ]
    return [slots(token) for token in sorted(set(behind), key=lambda token: -token.i)]


def _scopes(trigger: Trigger) -> list[Slots]:
    """Slots to search for adverbials, the nearest first."""
    scopes = [trigger.slots]
    token = trigger.light or trigger.token
    for _ in range(_DEPTH):
        above = _above(token)
        if above is None:
            break
        scopes.append(slots(above))
        token = above
    return scopes


def _above(token: Token) -> Token | None:
    """The clause whose adverbials count for this word too; None where that would be a guess."""
    head = token.head
    if head.i != token.i and head.lemma_ in STAGES and token.dep_ == "nmod":
        return head
    if head.i == token.i or not is_verbal(head):
        return None
    if token.pos_ in ("NOUN", "PROPN"):
        return head if token.dep_ in SUBJECT or token.dep_ in PASSIVE_SUBJECT else None
    if token.dep_ in _SHARING and not any(child.dep_ == "mark" for child in token.children):
        return head
    return None


def inherited(
    arguments: Sequence[Argument], kind: EventType, agents: Mapping[str, tuple[str, ...]]
) -> tuple[Argument, ...]:
    """Give a killing the agents of the attack that "killed": "the rebels' raid killed six".

    Args:
        arguments: Those found so far.
        kind: Type of the event.
        agents: Agents of each event mention, by id.
    """
    if kind not in _HARM or any(each.role is Role.AGENT for each in arguments):
        return tuple(arguments)
    more = [
        Argument(role=Role.AGENT, mention=agent, confidence=0.6)
        for each in arguments
        if each.role is Role.INSTRUMENT
        for agent in agents.get(each.mention, ())
        if all(agent != other.mention for other in arguments)
    ]
    return (*arguments, *more)
