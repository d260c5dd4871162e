"""What lies in what, read off the text: "Jeddah, Saudi Arabia", "the clinic in northern Kesh"."""

import re
from collections.abc import Iterator
from itertools import pairwise

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
_NEAR = 60
_BASED = re.compile(r"[-–]based (?:[\w-]+ ){0,4}")
# Bodies that stand somewhere, as their buildings do, whatever verb the tree hangs an "in Kesh" on.
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
    text = lookup.text
    listed = _runs(places, text)
    for first, second in pairwise(places):
        between = text[first.span.end : second.span.start] if first.span.end <= second.span.start else "."
        if second.kind is not EntityKind.PLACE or first.chain == second.chain:
            continue
        comma = between == ", " and first.id not in listed
        if comma and (not _ends_list(text, second) or _listed(lookup, first, second)):
            continue
        if comma or _IN.fullmatch(between):
            yield _relation(lookup, first, second, RelationType.LOCATED_IN, 0.8)


def _runs(places: list[EntityMention], text: str) -> set[str]:
    """The places of lists of three or more between commas ("Kesh, Orvik, Tarn")."""
    found: set[str] = set()
    for one, two, three in zip(places, places[1:], places[2:], strict=False):
        gaps = (text[one.span.end : two.span.start], text[two.span.end : three.span.start])
        if gaps == (", ", ", "):
            found |= {one.id, two.id, three.id}
    return found


def _bodies(lookup: Lookup) -> Iterator[RelationMention]:
    """Read "the court in Kesh", "the Kesh-based Tarn Institute"."""
    text = lookup.text
    bodies = [
        each
        for each in lookup.entities.values()
        if each.kind is EntityKind.ORGANIZATION and each.form is MentionForm.NAME
    ]
    places = [each for each in lookup.entities.values() if each.kind is EntityKind.PLACE]
    for body in bodies:
        root = lookup.root(body.span)
        hung = {each.id for child in (root.children if root else ()) if (each := lookup.headed_by(child))}
        housed = bool(_HOUSED & set(text[body.span.start : body.span.end].lower().split()))
        for place in places:
            if place.form is not MentionForm.NAME:
                continue
            behind = text[body.span.end : place.span.start] if body.span.end < place.span.start else ""
            before = text[place.span.end : body.span.start] if place.span.end < body.span.start else ""
            stands = (housed or place.id in hung) and bool(_IN.fullmatch(behind))
            # in "the Kesh-based party strategist" it is the strategist who is based there
            before = "" if root is not None and root.dep_ == "compound" else before
            if stands or (len(before) < _NEAR and _BASED.fullmatch(before)):
                yield _relation(lookup, body, place, RelationType.BASED_IN, 0.8)


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
