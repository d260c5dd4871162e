"""Which event a number belongs to: the one whose participants it counts, else the nearest above it."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from graph.extract.lookup import Lookup
from graph.extract.roles import Filled
from graph.extract.triggers import Trigger
from graph.model.mentions import QuantityMention
from graph.model.terms import EventType

# What is counted tells of which event it is, where nothing in the tree does.
_OF_KIND: tuple[tuple[frozenset[str], frozenset[EventType]], ...] = (
    (
        frozenset({"dead", "killed", "deaths", "death", "fatalities", "bodies", "toll"}),
        frozenset({EventType.KILLING, EventType.DEATH}),
    ),
    (frozenset({"wounded", "injured", "hurt", "injuries"}), frozenset({EventType.INJURY})),
    (frozenset({"arrests", "arrested", "detainees"}), frozenset({EventType.ARREST, EventType.DETENTION})),
    (frozenset({"protesters", "demonstrators", "marchers", "protestors"}), frozenset({EventType.PROTEST})),
    (frozenset({"strikers"}), frozenset({EventType.LABOUR_STRIKE})),
    (
        frozenset({"votes", "ballots", "turnout", "seats"}),
        frozenset({EventType.ELECTION, EventType.VOTE}),
    ),
)
_COUNTING = frozenset({"nummod", "amod", "compound", "det"})
_CLIMB = 6


def numbers_of(
    triggers: Sequence[Trigger], filled: Sequence[Filled], lookup: Lookup
) -> list[tuple[str, ...]]:
    """Give each event the ids of its quantities.

    Args:
        triggers: The events.
        filled: Who takes part in each.
        lookup: The mentions of the document.
    """
    found = [_counted(each.tokens, lookup) for each in filled]
    taken = {quantity for each in found for quantity in each}
    carried = {
        trigger.light.i: number for number, trigger in enumerate(triggers) if trigger.light is not None
    }
    carried |= {trigger.token.i: number for number, trigger in enumerate(triggers)}
    sorts = _Sorts(triggers)
    for root, quantity in lookup.quantities:
        if root is not None and quantity.id not in taken:
            number = sorts.event(root, quantity, _above(root, carried))
            if number is not None:
                found[number].append(quantity.id)
    return [tuple(dict.fromkeys(each)) for each in found]


class _Sorts:
    """The events that each line of `_OF_KIND` is about."""

    def __init__(self, triggers: Sequence[Trigger]) -> None:
        self._triggers = triggers
        self._told = [
            sorted((one.token.i, number) for number, one in enumerate(triggers) if one.type in kinds)
            for _, kinds in _OF_KIND
        ]

    def event(self, root: Token, quantity: QuantityMention, above: int | None) -> int | None:
        """Give the event told last that such things are counted of: "the dead rose to 38"; else `above`."""
        words = set(quantity.what.lower().split())
        line = next((line for line, (nouns, _) in enumerate(_OF_KIND) if nouns & words), None)
        if line is None or (above is not None and self._triggers[above].type in _OF_KIND[line][1]):
            return above
        told = self._told[line]
        last = bisect_left(told, (root.sent.end, -1))
        return told[last - 1][1] if last else above


def _counted(used: frozenset[int], lookup: Lookup) -> list[str]:
    """Find the counts and amounts of the nouns that fill the roles of an event."""
    around = set(used)
    for index in used:
        for child in lookup.doc[index].children:
            if child.dep_ in _COUNTING or (child.dep_ == "nmod" and lookup.doc[index].pos_ == "NUM"):
                around.add(child.i)
    return [quantity.id for root, quantity in lookup.quantities if root is not None and root.i in around]


def _above(token: Token, carried: Mapping[int, int]) -> int | None:
    """Climb to the nearest word that names or carries an event: "they paid 9 million dollars"."""
    for _ in range(_CLIMB):
        if token.i in carried:
            return carried[token.i]
        if token.head.i == token.i:
            return None
        token = token.head
    return None
