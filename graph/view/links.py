"""The edges of the network: roles, places, relations, and who says what."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from graph.model.terms import EventRelation, Factuality, RelationStatus, RelationType, Role, Stance
from graph.view.evidence import EvidenceCard, EvidenceReader
from graph.view.statements import Statements, local_name, words_of
from graph.vocabulary import iri_of, member_of
from graph.vocabulary import news as ng
from graph.vocabulary.borrowed import RDF

#: What an edge says, when its property name does not say it well.
WORDINGS: Final = {
    "holdsPosition": "holds a position in",
    "spokespersonFor": "speaks for",
    "locatedIn": "is in",
    "basedIn": "is based in",
    "partOf": "is part of",
    "citizenOf": "is a citizen of",
    "familyOf": "is family of",
    "hasArmedWing": "has the armed wing",
    "alliedWith": "is allied with",
    "memberOf": "is a member of",
    "about": "about",
    "addressee": "said to",
    "nestedClaim": "repeats",
    "disputes": "disputes",
    "place": "took place in",
    "causedBy": "because of",
    "hasPurpose": "in order to",
    "subEventOf": "part of",
}

_ROLES: Final = {str(iri_of(role)): role for role in Role}


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An edge.

    Attributes:
        key: IRI of the participation or fact that it stands for, or else its two ends and the property.
        kind: `role`, `place`, `link` (from an event to another), `relation` or `speech`.
        type: Local name of the property (`agent`, `place`, `leads`, `speaker`, `about` …).
        label: The same for a reader.
        status: Factuality of the event, status of the fact, or stance of the claim.
        facts: IRIs of facts that a claim speaks of, on the edges from the claim to their two ends.
    """

    key: str
    source: str
    target: str
    kind: str
    type: str
    label: str
    status: str
    evidence: tuple[EvidenceCard, ...]
    facts: tuple[str, ...] = ()


def links(known: Statements, reader: EvidenceReader, events: Iterable[str]) -> Iterator[Link]:
    """Give every edge.

    The ends need not be nodes; the target of a fact without an object (an office without a body) is empty.

    Args:
        known: The dataset.
        reader: Gives the evidence.
        events: IRIs of the events, whose direct role properties count where no participation stands for them.
    """
    yield from _roles(known, reader, events)
    yield from _between_events(known, reader)
    yield from _facts(known, reader)
    yield from _speech(known, reader)


def wording(name: str) -> str:
    """Say a property in words, from its local name."""
    return WORDINGS.get(name) or words_of(name)


def _roles(known: Statements, reader: EvidenceReader, events: Iterable[str]) -> Iterator[Link]:
    reified: set[tuple[str, str, str]] = set()
    for iri in known.of_class(ng.Participation):
        event, participant = known.one(iri, ng.event), known.one(iri, ng.participant)
        role = known.one(iri, ng.role)
        if event and participant and role:
            reified.add((event, role, participant))
            yield _role(known, reader, (event, role, participant), iri)
    for event in events:
        for role in (*_ROLES, str(ng.place)):
            for participant in known.all(event, role):
                if (event, role, participant) not in reified:
                    yield _role(known, reader, (event, role, participant), "")


def _role(known: Statements, reader: EvidenceReader, triple: tuple[str, str, str], node: str) -> Link:
    event, role, participant = triple
    name = local_name(role)
    factuality = member_of(Factuality, known.one(event, ng.factuality) or "") or Factuality.ACTUAL
    return Link(
        key=node or f"{event} {name} {participant}",
        source=event,
        target=participant,
        kind="place" if role == str(ng.place) else "role",
        type=name,
        label=wording(name),
        status=factuality.value,
        evidence=reader.of(node, event) if node else reader.of(event),
    )


def _between_events(known: Statements, reader: EvidenceReader) -> Iterator[Link]:
    for iri in known.of_class(ng.EventLink):
        source, target = known.one(iri, ng.event), known.one(iri, ng.linkedEvent)
        relation = member_of(EventRelation, known.one(iri, ng.linkType) or "")
        if source and target and relation:
            factuality = member_of(Factuality, known.one(source, ng.factuality) or "") or Factuality.ACTUAL
            yield Link(
                key=iri,
                source=source,
                target=target,
                kind="link",
                type=relation.value,
                label=wording(relation.value),
                status=factuality.value,
                evidence=reader.of(iri),
            )


def _facts(known: Statements, reader: EvidenceReader) -> Iterator[Link]:
    for iri in known.of_class(ng.Fact):
        name = local_name(known.one(iri, RDF.predicate) or "")
        position = known.text(iri, ng.position)
        status = member_of(RelationStatus, known.one(iri, ng.status) or "") or RelationStatus.CURRENT
        yield Link(
            key=iri,
            source=known.one(iri, RDF.subject) or "",
            target=known.one(iri, RDF.object) or "",
            kind="relation",
            type=name,
            label=position if position and name == RelationType.HOLDS_POSITION else wording(name),
            status=status.value,
            evidence=reader.of(iri),
        )


def _speech(known: Statements, reader: EvidenceReader) -> Iterator[Link]:
    for iri in known.of_class(ng.Claim):
        stance = member_of(Stance, known.one(iri, ng.stance) or "") or Stance.ASSERTS
        evidence = reader.of(iri, claim=iri)
        ends: list[tuple[str, str, str]] = []
        ends += [(speaker, "speaker", iri) for speaker in known.all(iri, ng.speaker)[:1]]
        ends += [(iri, "addressee", addressee) for addressee in known.all(iri, ng.addressee)]
        ends += [(iri, "nestedClaim", nested) for nested in known.all(iri, ng.nestedClaim)]
        ends += [(iri, "disputes", other) for other in known.all(iri, ng.disputes)]
        about: dict[str, tuple[str, ...]] = {}
        for target in known.all(iri, ng.about):
            sides = [known.one(target, RDF.subject), known.one(target, RDF.object)]
            if any(sides):
                about.update({side: (*about.get(side, ()), target) for side in sides if side})
            else:
                about.setdefault(target, ())
        ends += [(iri, "about", target) for target in about]
        for source, name, target in ends:
            yield Link(
                key=f"{iri} {name} {target}",
                source=source,
                target=target,
                kind="speech",
                type=name,
                label=stance.value if name == "speaker" else wording(name),
                status=stance.value,
                evidence=evidence,
                facts=about.get(target, ()) if name == "about" else (),
            )
