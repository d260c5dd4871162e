"""Which event a number belongs to: the one whose participants it counts, else the nearest above it."""

from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from graph.extract.lookup import Lookup
from graph.extract.roles import Filled
from graph.extract.triggers import Trigger

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
    for root, quantity in lookup.quantities:
        if root is not None and quantity.id not in taken:
            number = _above(root, carried)
            if number is not None:
                found[number].append(quantity.id)
    return [tuple(dict.fromkeys(each)) for each in found]


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
