"""Fill the roles, place, time and quantities of an event from the slots of its trigger."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from graph.extract.clauses import (
    OBJECT,
    PASSIVE_SUBJECT,
    RELATIVE,
    SUBJECT,
    Slots,
    conjuncts,
    is_verbal,
    preposition,
    slots,
    subjects,
)
from graph.extract.lemmas import lemma_of
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
# They happen where the bodies or people behind them are.
_SEATED = frozenset(
    {
        EventType.COURT_CASE,
        EventType.CHARGE,
        EventType.CONVICTION,
        EventType.INVESTIGATION,
        EventType.LABOUR_STRIKE,
        EventType.RAID,
    }
)
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
_WITHIN = frozenset({"in", "by", "during"})
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
# Who acts for a body, so that the body takes part; armed men also for a state or a people.
_DELEGATES = frozenset(
    ["representative", "delegate", "delegation", "negotiator", "envoy", "fighter", "militant", "emissary"]
)
_ARMED = frozenset(
    ["force", "troop", "soldier", "warplane", "jet", "aircraft", "warship", "helicopter", "gunship"]
)
_SPEAKERS = {
    "i": frozenset({EntityKind.PERSON}),
    "we": frozenset({EntityKind.ORGANIZATION}),
    "it": frozenset({EntityKind.ORGANIZATION}),
    "they": frozenset({EntityKind.ORGANIZATION, EntityKind.GROUP, EntityKind.NORP}),
}
_FIRST = frozenset({"i", "we"})
# Names of states that stand before nouns as adjectives do: "the U.S. withdrawal".
_ADJECTIVAL = frozenset({"U.S.", "US", "U.S", "UK", "U.K.", "EU", "E.U."})
# Labels of the reader's frames, and how sure it must be of a participant that the tree does not give.
_CORE = frozenset({"ARG0", "ARG1"})
_LEAST = 0.6
_UNDERGOING = frozenset({Role.PATIENT, Role.RECIPIENT, Role.BENEFICIARY})
_ACTING = frozenset({Role.AGENT, Role.PARTICIPANT})
_BODIES = frozenset({EntityKind.ORGANIZATION, EntityKind.PLACE, EntityKind.NORP, EntityKind.GROUP})
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
    filled = {role for _, role in arguments}
    for mention, role, sure in _framed(trigger, lookup):
        thing = lookup.entities[mention].chain
        if role not in filled and thing not in taken:
            taken.add(thing)
            arguments[mention, role] = Argument(role=role, mention=mention, confidence=sure)
    return Filled(tuple(arguments.values()), places(trigger, lookup), frozenset(used))


def _framed(trigger: Trigger, lookup: Lookup) -> Iterator[tuple[str, Role, float]]:
    """Yield the doer and the undergoer as the reader has them, for roles that the tree leaves empty."""
    frame = lookup.frames.get(trigger.token.i)
    if frame is None:
        return
    by_slot = {rule.slot: rule.role for rule in trigger.rule.roles if not rule.when}
    verbal = is_verbal(trigger.token)
    for part in frame.arguments:
        role = by_slot.get("subj" if part.label == "ARG0" else "obj")
        if part.confidence < _LEAST or part.label not in _CORE or role is None:
            continue
        if part.label == "ARG1" and not (verbal and role in _UNDERGOING):
            continue
        mention = lookup.at(lookup.doc[part.head])
        if mention is not None and (verbal or mention.kind not in _PLACES):
            yield mention.id, role, round(0.8 * part.confidence, 2)


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
        mention = _self_named(token, lookup)
    if mention is None:
        inside = [each.i for each in token.subtree if each.i in events] if role is Role.TOPIC else []
        return [(events[index], role, 0.6) for index in inside[:1]]
    if slot == "mod" and mention.kind in _PLACES and token.text not in _ADJECTIVAL:
        return []
    members = _members(token, lookup)
    if members:
        return [(member.id, role, 0.8) for member in members]
    sure = 0.9 if mention.form is MentionForm.NAME else 0.8
    behind = _represented(token, lookup) if role in _ACTING and mention.form is not MentionForm.NAME else None
    return [(mention.id, role, sure), *([(behind.id, role, 0.6)] if behind is not None else [])]


def _self_named(pronoun: Token, lookup: Lookup) -> EntityMention | None:
    """Find who speaks of himself: "police said they had arrested a man"."""
    kinds = _SPEAKERS.get(pronoun.lower_)
    quoted = pronoun.i in lookup.quoted
    if kinds is None or pronoun.pos_ != "PRON" or quoted is not (pronoun.lower_ in _FIRST):
        return None
    clause = pronoun.head
    while clause.dep_ in ("conj", "xcomp") and clause.head.i != clause.i:
        clause = clause.head
    if clause.dep_ not in ("ccomp", "parataxis") or not is_verbal(clause.head):
        return None
    for subject in subjects(clause.head):
        mention = lookup.at(subject)
        if mention is not None and mention.kind in kinds and subject.i != pronoun.i:
            return mention
    return None


def _members(token: Token, lookup: Lookup) -> list[EntityMention]:
    """Find those whom a plural names behind itself: "two ministers, Ana Brask and Ivo Tarn"."""
    if token.tag_ not in ("NNS", "NNPS"):
        return []
    for child in token.children:
        if child.dep_ == "appos" and child.i > token.i:
            named = [lookup.at(each) for each in conjuncts(child)]
            found = [each for each in named if each is not None and each.form is MentionForm.NAME]
            if len(found) > 1 and len(found) == len(named):
                return found
    return []


def _represented(token: Token, lookup: Lookup) -> EntityMention | None:
    """Find for whom somebody acts: "representatives of the union"."""
    lemma = lemma_of(token)
    if lemma not in _DELEGATES and lemma not in _ARMED:
        return None
    kinds = _BODIES if lemma in _ARMED else _BODIES - _PLACES
    hanging = slots(token)
    for slot in ("of", "from", "poss", "mod"):
        for each in hanging.get(slot, ()):
            mention = lookup.at(each)
            if mention is not None and mention.kind in kinds and mention.form is MentionForm.NAME:
                return mention
    return None


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
    if not found:
        found = {mention.id: mention for mention in _where(trigger, lookup)}
    facility_first = sorted(
        found.values(), key=lambda each: (each.kind is not EntityKind.FACILITY, each.span)
    )
    return tuple(mention.id for mention in facility_first)


def _around(token: Token, lookup: Lookup) -> Iterator[EntityMention]:
    """The larger places around a place: "the town of Kesh in northern Norland", "Kesh, Norland"."""
    if not lookup.place_at(token):
        return
    for hanging in (slots(token), *(slots(child) for child in token.children)):
        for larger in hanging.get("in", ()):
            yield from lookup.place_at(larger)
    # "in Kesh, Norland"; parsers also hang the rest of a list there.
    for child in token.children:
        if child.dep_ == "appos" and child.i > token.i:
            for larger in conjuncts(child):
                yield from lookup.place_at(larger)


def _where(trigger: Trigger, lookup: Lookup) -> Iterator[EntityMention]:
    """Find the place before "where", else that of who acts: "prosecutors in Kesh opened an inquiry"."""
    verb = trigger.light or trigger.token
    if not is_verbal(verb) and (verb.dep_ in SUBJECT or verb.dep_ in OBJECT):
        verb = verb.head
    if verb.dep_ in RELATIVE and any(child.lower_ == "where" for child in verb.children):
        yield from lookup.place_at(verb.head)
    elif trigger.type in _BODILY or trigger.type in _SEATED:
        for actor in trigger.slots.get("subj", ()):
            for slot in ("in", "at"):
                for each in slots(actor).get(slot, ()):
                    yield from lookup.place_at(each)


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
        # "they died in an attack": where they died, the attack was
        within = token.dep_.startswith("obl") and preposition(token) in _WITHIN
        return head if within or token.dep_ in SUBJECT or token.dep_ in PASSIVE_SUBJECT else None
    if token.dep_ in _SHARING and not any(child.dep_ == "mark" for child in token.children):
        return head
    return None
