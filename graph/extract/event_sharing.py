"""What one event takes from another: the attack that killed, the crime somebody is charged with.

Only empty roles and places are filled, from an event that the sentence itself ties to this one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.extract.clauses import ADVERBIAL, deed
from graph.extract.triggers import Trigger
from graph.model.mentions import Argument, EventMention
from graph.model.terms import EventType, Role

_HARM = frozenset({EventType.KILLING, EventType.INJURY, EventType.DISPLACEMENT, EventType.DEATH})
_VIOLENCE = frozenset(
    {
        EventType.ATTACK,
        EventType.AIRSTRIKE,
        EventType.BOMBING,
        EventType.SHOOTING,
        EventType.RAID,
        EventType.MILITARY_OPERATION,
    }
)
_WRONGS = _VIOLENCE | {
    EventType.KILLING,
    EventType.INJURY,
    EventType.CRIME,
    EventType.HOSTAGE_TAKING,
    EventType.CYBERATTACK,
}
_LEGAL = frozenset(
    {
        EventType.ARREST,
        EventType.DETENTION,
        EventType.CHARGE,
        EventType.CONVICTION,
        EventType.ACCUSATION,
        EventType.COURT_CASE,
    }
)
# One happens within or by the other, so at one place.
_WITHIN = ("in", "during", "by")
_CLIMB = 3
_CONFIDENCE = 0.6


def share_between(events: Sequence[EventMention], triggers: Sequence[Trigger]) -> tuple[EventMention, ...]:
    """Fill empty roles and places of events from those they are tied to.

    Args:
        events: The event mentions of a document.
        triggers: Their triggers, in parallel.
    """
    links = _Links(events, triggers)
    return tuple(
        replace(
            event,
            arguments=(*event.arguments, *links.roles(number)),
            place=event.place or links.place(number),
        )
        for number, event in enumerate(events)
    )


class _Links:
    def __init__(self, events: Sequence[EventMention], triggers: Sequence[Trigger]) -> None:
        self._events, self._triggers = events, triggers
        self._at = {trigger.token.i: number for number, trigger in enumerate(triggers)}
        self._carried = self._at | {
            trigger.light.i: number for number, trigger in enumerate(triggers) if trigger.light is not None
        }
        self._by_id = {event.id: number for number, event in enumerate(events)}
        self._holders: dict[int, list[int]] = {}
        for number in range(len(events)):
            for other in self._means(number):
                self._holders.setdefault(other, []).append(number)

    def roles(self, number: int) -> Iterator[Argument]:
        """Yield the agents of an event that the sentence gives to another one."""
        event = self._events[number]
        if any(each.role is Role.AGENT for each in event.arguments):
            return
        found: list[str] = []
        if event.type in _HARM:
            found = [who for other in self._means(number) for who in self._those(other, Role.AGENT)]
        if not found and event.type in _WRONGS:
            found = [who for other in self._charges(number) for who in self._those(other, Role.PATIENT)]
        taken = {each.mention for each in event.arguments}
        for who in dict.fromkeys(found):
            if who not in taken:
                yield Argument(role=Role.AGENT, mention=who, confidence=_CONFIDENCE)

    def place(self, number: int) -> tuple[str, ...]:
        """Give the place of the event that this one is a part, a means or an outcome of."""
        tied = (*self._means(number), *self._holders.get(number, ()), *self._above(number))
        return next((self._events[other].place for other in tied if self._events[other].place), ())

    def _those(self, number: int, role: Role) -> Iterator[str]:
        return (
            each.mention
            for each in self._events[number].arguments
            if each.role is role and each.mention not in self._by_id
        )

    def _means(self, number: int) -> list[int]:
        """The events that harm is done by or in: "the raid killed six", "six died in a raid"."""
        event, trigger = self._events[number], self._triggers[number]
        if event.type not in _HARM:
            return []
        by = [each.mention for each in event.arguments if each.role is Role.INSTRUMENT]
        found = [self._by_id[mention] for mention in by if mention in self._by_id]
        for slot in _WITHIN:
            found += [self._at[each.i] for each in trigger.slots.get(slot, ()) if each.i in self._at]
        return [other for other in dict.fromkeys(found) if other != number]

    def _above(self, number: int) -> list[int]:
        """The event of the clause that a participle goes on: "a raid hit the port, killing six"."""
        token = self._triggers[number].token
        if token.dep_ not in ADVERBIAL or token.tag_ not in ("VBG", "VBN"):
            return []
        above = self._carried.get(token.head.i)
        return [] if above is None else [above]

    def _charges(self, number: int) -> list[int]:
        """The arrests, charges and verdicts for a wrong: "arrested on suspicion of murder"."""
        token = self._triggers[number].token
        for _ in range(_CLIMB):
            token = token.head
            other = self._at.get(token.i)
            if other is not None:
                return [other] if self._events[other].type in _LEGAL and other != number else []
            if token.head.i == token.i or not (token.pos_ == "ADJ" or deed(token)):
                break
        return []
