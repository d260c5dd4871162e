"""What articles say, as triples: entities, events, participations, facts, claims, quantities."""

from pyoxigraph import NamedNode, Triple

from graph.model.knowledge import Claim, Entity, Event, Fact, Link, Participation, Quantity
from graph.model.terms import RelationStatus
from graph.rdf import literals
from graph.rdf.articles import Triples, linked, time_triples, typed, worded
from graph.rdf.literals import node
from graph.rdf.names import Names
from graph.vocabulary import iri_of
from graph.vocabulary import news as ng
from graph.vocabulary.borrowed import RDF, RDFS, SCHEMA, SKOS, WGS84
from graph.vocabulary.prefixes import GEONAMES


def entity_triples(names: Names, entity: Entity, language: str) -> Triples:
    """Describe an entity and its place in GeoNames."""
    this = names.resource(entity.id)
    yield from typed(this, ng.Entity, iri_of(entity.kind))
    yield Triple(this, node(SKOS.prefLabel), literals.text(entity.name, language))
    for alias in entity.aliases:
        yield Triple(this, node(SKOS.altLabel), literals.text(alias, language))
    yield Triple(this, node(ng.form), node(iri_of(entity.form)))
    if entity.count is not None:
        yield Triple(this, node(ng.count), literals.integer(entity.count))
    if entity.link:
        yield Triple(this, node(WGS84.lat), literals.decimal(entity.link.latitude, places=6))
        yield Triple(this, node(WGS84.long), literals.decimal(entity.link.longitude, places=6))
        yield Triple(this, node(SKOS.exactMatch), NamedNode(f"{GEONAMES}{entity.link.geonames}/"))
        if entity.link.country:
            yield Triple(this, node(ng.countryCode), literals.string(entity.link.country))


def event_triples(names: Names, event: Event, language: str) -> Triples:
    """Describe an event without its participants and quantities, which have evidence of their own."""
    this = names.resource(event.id)
    yield from typed(this, ng.Event, iri_of(event.type))
    yield from worded(this, RDFS.label, event.label, language)
    yield Triple(this, node(ng.factuality), node(iri_of(event.factuality)))
    for place in event.places:
        yield Triple(this, node(ng.place), names.resource(place))
    if event.time:
        yield Triple(this, node(ng.time), names.time(event.time))
        yield from time_triples(names, event.time)


def participation_triples(names: Names, event: Event, participation: Participation) -> Triples:
    """Describe a role in an event: as an edge for those who ask, and as a node that has its words."""
    this = names.participation(event.id, participation.role, participation.participant)
    happening, role = names.resource(event.id), node(iri_of(participation.role))
    participant = names.resource(participation.participant)
    yield Triple(happening, role, participant)
    yield from typed(this, ng.Participation)
    yield Triple(this, node(ng.event), happening)
    yield Triple(this, node(ng.role), role)
    yield Triple(this, node(ng.participant), participant)


def link_triples(names: Names, event: Event, link: Link) -> Triples:
    """Describe how an event is joined to another: as an edge, and as a node that has its words."""
    this = names.link(event.id, link.relation, link.event)
    first, relation, other = names.resource(event.id), node(iri_of(link.relation)), names.resource(link.event)
    yield Triple(first, relation, other)
    yield from typed(this, ng.EventLink)
    yield Triple(this, node(ng.event), first)
    yield Triple(this, node(ng.linkType), relation)
    yield Triple(this, node(ng.linkedEvent), other)


def quantity_triples(names: Names, quantity: Quantity, language: str) -> Triples:
    """Describe a number."""
    this = names.resource(quantity.id)
    yield from typed(this, ng.Quantity, SCHEMA.QuantitativeValue)
    for predicate, bound in ((SCHEMA.minValue, quantity.minimum), (SCHEMA.maxValue, quantity.maximum)):
        if bound is not None:
            yield from linked(this, predicate, literals.number(bound))
    if quantity.unit:
        yield Triple(this, node(SCHEMA.unitText), literals.string(quantity.unit))
    yield from worded(this, ng.what, quantity.what, language)
    yield Triple(this, node(ng.approximate), literals.boolean(quantity.approximate))


def fact_triples(names: Names, fact: Fact, language: str) -> Triples:
    """Describe a lasting relation, and write it as one plain triple if it holds now."""
    this, subject, predicate = (
        names.resource(fact.id),
        names.resource(fact.subject),
        node(iri_of(fact.predicate)),
    )
    target = names.resource(fact.object) if fact.object else None
    yield from typed(this, ng.Fact)
    yield Triple(this, node(RDF.subject), subject)
    yield Triple(this, node(RDF.predicate), predicate)
    yield from linked(this, RDF.object, target)
    yield from worded(this, ng.position, fact.value, language)
    yield Triple(this, node(ng.status), node(iri_of(fact.status)))
    if fact.status is RelationStatus.CURRENT and target is not None:
        yield Triple(subject, predicate, target)


def claim_triples(names: Names, claim: Claim, language: str) -> Triples:
    """Describe what somebody says."""
    this = names.resource(claim.id)
    yield from typed(this, ng.Claim, SCHEMA.Claim)
    yield from linked(this, ng.speaker, names.resource(claim.speaker) if claim.speaker else None)
    yield from worded(this, ng.cue, claim.cue, language)
    yield from worded(this, ng.content, claim.content, language)
    yield Triple(this, node(ng.speechKind), node(iri_of(claim.speech)))
    yield Triple(this, node(ng.stance), node(iri_of(claim.stance)))
    yield from linked(this, ng.addressee, names.resource(claim.addressee) if claim.addressee else None)
    for about in claim.about:
        yield Triple(this, node(ng.about), names.resource(about))
    for nested in claim.nested:
        yield Triple(this, node(ng.nestedClaim), names.resource(nested))
    for other in claim.disputes:
        yield Triple(this, node(ng.disputes), names.resource(other))
    if claim.date:
        yield Triple(this, node(ng.saidAt), names.time(claim.date))
        yield from time_triples(names, claim.date)
    yield Triple(this, node(SCHEMA.appearance), names.resource(claim.article))
