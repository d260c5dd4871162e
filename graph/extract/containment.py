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


# Bodies that are a part of another body, if their name stands with its name.
_PARTS = frozenset(
    {"institute", "center", "centre", "program", "programme", "school", "department", "college", "laboratory"}
    | {"lab", "clinic", "faculty", "division", "unit", "bureau", "office", "committee", "board", "council"}
    | {
        "branch",
        "arm",
        "wing",
        "command",
        "agency",
        "ministry",
        "service",
        "observatory",
        "library",
        "hospital",
    }
    | {"brigade", "battalion", "regiment", "corps", "subcommittee", "commission", "directorate", "initiative"}
    | {"project", "chapter", "academy", "group", "foundation", "team", "caucus", "secretariat", "court"}
    | {"administration", "force", "subsidiary", "section", "institution", "museum"}
)
_WITHIN = re.compile(r"(?:,? (?:at|of) (?:the )?|, part of (?:the )?)")
_OWNING = re.compile(r"[’']s? (?:(?!(?:to|of|for|in|on|at|by|with|from|against|and|or) )[a-z][\w-]* ){0,2}")
# "Jon Vell, 45, of Kesh": where somebody lives
_AGED = re.compile(r", (?:(?:aged )?\d{1,3}, )?(?:both )?of (?:(?:north|south|east|west)\w* )?")
_REACH = 6


def find_containment(lookup: Lookup) -> Iterator[RelationMention]:
    """Yield which places lie in which, where bodies and people are based, and which body is part of which."""
    named = [each for each in lookup.entities.values() if each.form is MentionForm.NAME]
    named.sort(key=lambda each: each.span)
    yield from _places(lookup)
    yield from _based(lookup, named)
    yield from _parts(lookup, named)


def _parts(lookup: Lookup, named: list[EntityMention]) -> Iterator[RelationMention]:
    """Read "the Vell Institute at Tarn University", "Tarn University’s Vell Institute"."""
    text = lookup.text
    bodies = [each for each in named if each.kind in (EntityKind.ORGANIZATION, EntityKind.FACILITY)]
    for first, second in pairwise(bodies):
        between = text[first.span.end : second.span.start] if first.span.end <= second.span.start else "."
        if first.chain == second.chain:
            continue
        if _WITHIN.fullmatch(between) and _is_part(text, first) and second.kind is EntityKind.ORGANIZATION:
            yield _relation(lookup, first, second, RelationType.PART_OF, 0.7)
        elif _OWNING.fullmatch(between) and _is_part(text, second) and first.kind is EntityKind.ORGANIZATION:
            yield _relation(lookup, second, first, RelationType.PART_OF, 0.7)


def _is_part(text: str, body: EntityMention) -> bool:
    return bool(_PARTS & set(text[body.span.start : body.span.end].lower().split()))


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


def _based(lookup: Lookup, named: list[EntityMention]) -> Iterator[RelationMention]:
    """Read "the court in Kesh", "the Kesh-based Tarn Institute", "Jon Vell, 45, of Kesh"."""
    text = lookup.text
    for at, each in enumerate(named):
        near = named[max(0, at - _REACH) : at + _REACH + 1]
        places = [other for other in near if other.kind is EntityKind.PLACE]
        if each.kind is EntityKind.ORGANIZATION:
            found = _seats(lookup, each, places)
        elif each.kind is EntityKind.PERSON:
            found = (place for place in places if _AGED.fullmatch(_between(text, each, place)))
        else:
            continue
        for place in found:
            yield _relation(lookup, each, place, RelationType.BASED_IN, 0.8)
        # in "the Kesh-based party strategist Jon Vell" it is the strategist who is based there
        head = lookup.root(each.span)
        if each.kind is EntityKind.PERSON or (head is not None and head.dep_ != "compound"):
            for place in places:
                before = _between(text, place, each)
                if len(before) < _NEAR and _BASED.fullmatch(before):
                    yield _relation(lookup, each, _town(text, place, places), RelationType.BASED_IN, 0.8)


def _seats(lookup: Lookup, body: EntityMention, places: list[EntityMention]) -> Iterator[EntityMention]:
    """The places that stand behind a body with "in"."""
    text = lookup.text
    root = lookup.root(body.span)
    hung = {each.id for child in (root.children if root else ()) if (each := lookup.headed_by(child))}
    housed = bool(_HOUSED & set(text[body.span.start : body.span.end].lower().split()))
    for place in places:
        if (housed or place.id in hung) and _IN.fullmatch(_between(text, body, place)):
            yield place


def _town(text: str, place: EntityMention, places: list[EntityMention]) -> EntityMention:
    """The town before the land of "the Kesh, Norland-based bank"."""
    return next((each for each in places if _between(text, each, place) == ", "), place)


def _between(text: str, first: EntityMention, second: EntityMention) -> str:
    """The words between two mentions; none if they do not follow each other in this order."""
    return text[first.span.end : second.span.start] if first.span.end < second.span.start else ""


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
        method=f"relations.containment.{predicate.value}",
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
