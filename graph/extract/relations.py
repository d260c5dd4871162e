"""Relation mentions: lasting facts such as who leads, works for or belongs to what, and what lies where.

Verb and noun patterns are data (`relation_patterns.jsonl`); offices and titles are in `offices`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from spacy.tokens import Doc, Token

from graph.extract.clauses import Slots, negated, slots
from graph.extract.lemmas import lemma_of
from graph.extract.lexicon import read_rules
from graph.extract.lookup import KINDS, Lookup, sentence_of
from graph.extract.offices import Office, find_offices
from graph.model.mentions import EntityMention, RelationMention
from graph.model.terms import EntityKind, MentionForm, RelationStatus, RelationType
from graph.model.text import Span

_PLACES = frozenset({EntityKind.PLACE, EntityKind.FACILITY})
_PAST = frozenset({"VBD"})
_BROAD = 3


@dataclass(frozen=True, slots=True)
class Pattern:
    """A record of `relation_patterns.jsonl`; `subject`, `object`: slots and the kinds that fill them."""

    pos: str
    lemmas: frozenset[str]
    predicate: RelationType
    subject: tuple[str, frozenset[EntityKind]]
    object: tuple[str, frozenset[EntityKind]]
    example: str


@cache
def patterns() -> tuple[Pattern, ...]:
    """Read `relation_patterns.jsonl`."""
    return tuple(
        Pattern(
            record["pos"],
            frozenset(record["lemmas"]),
            RelationType(record["predicate"]),
            _slot(record["subject"]),
            _slot(record["object"]),
            record["example"],
        )
        for record in read_rules("relation_patterns.jsonl")
    )


def _slot(cell: str) -> tuple[str, frozenset[EntityKind]]:
    slot, _, kinds = cell.partition("=")
    return slot, frozenset(kind for name in kinds.split("|") for kind in KINDS[name])


_OFFICES = frozenset({RelationType.HOLDS_POSITION, RelationType.LEADS})


def find_relations(doc: Doc, entities: Sequence[EntityMention]) -> tuple[RelationMention, ...]:
    """Find the lasting relations of an article, in order of the text, with ids `r1`, `r2` and so on.

    Args:
        doc: A parsed document.
        entities: Its entity mentions.
    """
    if not doc.has_annotation("DEP"):
        return ()
    lookup = Lookup(doc, entities)
    found: dict[tuple[str, RelationType, str | None, str | None], RelationMention] = {}
    named = {mention.chain for mention in entities if mention.form is MentionForm.NAME}
    for office in find_offices(lookup):
        for relation in _of_office(office):
            # "Nine army fighters" belong to the army; that they are fighters is their label, not an office.
            label = office.method == "nominal" and office.holder.chain not in named
            if not label or relation.predicate not in _OFFICES:
                found.setdefault(_key(relation), relation)
    for relation in (*_by_pattern(lookup), *_place_lists(lookup)):
        found.setdefault(_key(relation), relation)
    ordered = sorted(
        found.values(), key=lambda each: (each.span, each.predicate.value, each.subject, each.object or "")
    )
    return tuple(replace(relation, id=f"r{number}") for number, relation in enumerate(ordered, start=1))


def _key(relation: RelationMention) -> tuple[str, RelationType, str | None, str | None]:
    return relation.subject, relation.predicate, relation.object, relation.value


def _of_office(office: Office) -> Iterator[RelationMention]:
    span, body = _words(office.head, office.holder, office.body), office.body.id if office.body else None
    common = RelationMention(
        id="r",
        subject=office.holder.id,
        predicate=RelationType.HOLDS_POSITION,
        object=body,
        value=office.value,
        span=span,
        sentence=sentence_of(office.head),
        status=office.status,
        confidence=0.85 if office.holder.form is MentionForm.NAME else 0.7,
        method=f"relations.office.{office.method}",
    )
    yield common
    if body is not None and office.relation is not None:
        yield replace(common, predicate=office.relation, value=None)


def _words(head: Token, *mentions: EntityMention | None) -> Span:
    """The words that carry a relation: from the first to the last of its parts."""
    spans = [
        Span(head.idx, head.idx + len(head)),
        *(mention.span for mention in mentions if mention is not None),
    ]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _by_pattern(lookup: Lookup) -> Iterator[RelationMention]:
    for token in lookup.doc:
        pos = "V" if token.pos_ == "VERB" else "N" if token.pos_ in ("NOUN", "PROPN") else ""
        matching = (
            [each for each in patterns() if each.pos == pos and lemma_of(token) in each.lemmas] if pos else []
        )
        if not matching or negated(token):
            continue
        hanging = slots(token)
        for pattern in matching:
            for subject in _filling(token, hanging, pattern.subject, lookup):
                for target in _filling(token, hanging, pattern.object, lookup)[:_BROAD]:
                    apart = (
                        not subject.span.overlaps(target.span)
                        or pattern.predicate is not RelationType.LOCATED_IN
                    )
                    if subject.chain != target.chain and subject.id != target.id and apart:
                        yield RelationMention(
                            id="r",
                            subject=subject.id,
                            predicate=pattern.predicate,
                            object=target.id,
                            span=_words(token, subject, target),
                            sentence=sentence_of(token),
                            status=_status(token),
                            confidence=0.75,
                            method=f"relations.pattern.{lemma_of(token)}",
                        )


def _filling(
    token: Token, hanging: Slots, slot: tuple[str, frozenset[EntityKind]], lookup: Lookup
) -> tuple[EntityMention, ...]:
    name, kinds = slot
    if name == "self":
        found = _selves(token, lookup)
    elif name == "in":
        found = tuple(place for each in hanging.get(name, ()) for place in lookup.place_at(each))
    else:
        found = lookup.all_at(hanging.get(name, ()))
    return tuple(mention for mention in found if mention.kind in kinds)


def _selves(token: Token, lookup: Lookup) -> tuple[EntityMention, ...]:
    """What a noun stands for: the name beside it ("the city of Kesh") before the noun itself."""
    named = [
        child
        for child in token.children
        if child.dep_ in ("appos", "flat", "nmod:desc") and child.i > token.i
    ]
    if token.dep_ in ("appos", "compound", "nmod:desc") and token.head.i != token.i:
        named.append(token.head)
    if any(child.dep_ == "cop" for child in token.children):
        named += [child for child in token.children if child.dep_ == "nsubj"]
    for each in named:
        mention = lookup.at(each)
        if mention is not None and mention.form is MentionForm.NAME:
            return (mention,)
    own = lookup.at(token)
    inner = lookup.place_at(token) if own is None or own.kind in _PLACES else ()
    if own is not None and inner and inner[0].id != own.id and _identity(token):
        return inner[:1]
    return (own,) if own is not None else ()


def _identity(token: Token) -> bool:
    return lemma_of(token) in ("city", "town", "village", "province", "state", "district", "region", "port")


def _status(token: Token) -> RelationStatus:
    if token.tag_ in _PAST and token.pos_ == "VERB":
        return RelationStatus.FORMER
    before = {child.lower_ for child in token.lefts}
    return RelationStatus.FORMER if before & {"former", "ex", "late"} else RelationStatus.CURRENT


def _place_lists(lookup: Lookup) -> Iterator[RelationMention]:
    """Read containment off the text: "Jeddah, Saudi Arabia", "the clinic in Kesh"."""
    places = [
        each for each in lookup.entities.values() if each.kind in _PLACES and each.form is MentionForm.NAME
    ]
    places.sort(key=lambda each: each.span)
    text = lookup.doc.text
    for first, second in pairwise(places):
        between = text[first.span.end : second.span.start]
        token = lookup.root(first.span)
        if token is None or second.kind is not EntityKind.PLACE or first.chain == second.chain:
            continue
        comma = between == ", " and _ends_list(text, second) and not _listed(lookup, first, second)
        if comma or between in (" in ", " in the "):
            yield RelationMention(
                id="r",
                subject=first.id,
                predicate=RelationType.LOCATED_IN,
                object=second.id,
                span=Span(first.span.start, second.span.end),
                sentence=sentence_of(token),
                status=RelationStatus.CURRENT,
                confidence=0.8,
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
