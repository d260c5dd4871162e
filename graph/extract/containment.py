"""What lies in what, read off the text: "Jeddah, Saudi Arabia", "the clinic in northern Kesh"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from graph.extract.clauses import preposition
from graph.extract.lookup import Lookup, sentence_of
from graph.model.mentions import EntityMention, RelationMention
from graph.model.terms import EntityKind, MentionForm, RelationStatus, RelationType
from graph.model.text import Span

_PLACES = frozenset({EntityKind.PLACE, EntityKind.FACILITY})
_IN = re.compile(
    r",? in (?:the )?"
    r"(?:(?:[a-z]*(?:north|south|east|west)(?:ern)?|central|rural|downtown|nearby|neighbou?ring|coastal"
    r"|upstate) )*"
)
_BASED = re.compile(r"[-–]based (?:[\w-]+ ){0,4}")
# Bodies that stand somewhere, as their buildings do.
_HOUSED = frozenset(
    {"court", "hospital", "university", "school", "college", "church", "mosque", "museum", "observatory"}
    | {"clinic", "laboratory", "institute", "academy", "cathedral", "temple", "airport", "zoo", "library"}
    | {"centre", "center", "embassy", "consulate", "mill", "plant", "factory", "mine", "jail", "prison"}
)


def find_containment(lookup: Lookup) -> Iterator[RelationMention]:
    """Yield which places lie in which, and where bodies are based."""
    yield from _places(lookup)
    yield from _bodies(lookup)


def _places(lookup: Lookup) -> Iterator[RelationMention]:
    places = [
        each for each in lookup.entities.values() if each.kind in _PLACES and each.form is MentionForm.NAME
    ]
    places.sort(key=lambda each: each.span)
    text = lookup.doc.text
    for first, second in pairwise(places):
        between = text[first.span.end : second.span.start] if first.span.end <= second.span.start else "."
        if second.kind is not EntityKind.PLACE or first.chain == second.chain:
            continue
        comma = between == ", "
        if comma and (not _ends_list(text, second) or _listed(lookup, first, second)):
            continue
        if comma or _IN.fullmatch(between):
            yield _relation(lookup, first, second, RelationType.LOCATED_IN, 0.8)


def _bodies(lookup: Lookup) -> Iterator[RelationMention]:
    """Read "the court in Kesh", "the Kesh-based Tarn Institute"."""
    text = lookup.doc.text
    bodies = [
        each
        for each in lookup.entities.values()
        if each.kind is EntityKind.ORGANIZATION and each.form is MentionForm.NAME
    ]
    for body in bodies:
        root = lookup.root(body.span)
        for child in root.children if root is not None else ():
            place = lookup.headed_by(child)
            if place is None or place.kind is not EntityKind.PLACE or place.form is not MentionForm.NAME:
                continue
            if place.span.start < body.span.end or preposition(child) != "in":
                continue
            housed = text[body.span.start : body.span.end].lower().split()
            predicate = RelationType.LOCATED_IN if _HOUSED & set(housed) else RelationType.BASED_IN
            yield _relation(lookup, body, place, predicate, 0.75)
        for place in lookup.entities.values():
            gap = text[place.span.end : body.span.start] if place.span.end < body.span.start else ""
            if place.kind is EntityKind.PLACE and gap and len(gap) < 60 and _BASED.fullmatch(gap):
                yield _relation(lookup, body, place, RelationType.BASED_IN, 0.85)


def _relation(
    lookup: Lookup, first: EntityMention, second: EntityMention, predicate: RelationType, confidence: float
) -> RelationMention:
    return RelationMention(
        id="r",
        subject=first.id,
        predicate=predicate,
        object=second.id,
        span=Span(min(first.span.start, second.span.start), max(first.span.end, second.span.end)),
        sentence=sentence_of(lookup.tokens(first.span)[0]),
        status=RelationStatus.CURRENT,
        confidence=confidence,
        method="relations.places",
    )


def _ends_list(text: str, mention: EntityMention) -> bool:
    """A place after a comma contains the one before only where no list goes on ("Kesh, Orvik and Tarn")."""
    after = text[mention.span.end : mention.span.end + 6].lstrip()
    return not after.startswith(("and ", "or ", "& ", "'s", "’s")) and not text[
        mention.span.end :
    ].startswith(", and")


def _listed(lookup: Lookup, first: EntityMention, second: EntityMention) -> bool:
    one, other = lookup.root(first.span), lookup.root(second.span)
    return (
        one is None
        or other is None
        or other.dep_ == "conj"
        or (one.dep_ == "conj" and other.head.i == one.head.i)
    )
