"""Knowledge as quads: the dataset of docs/data-model.md."""

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad, Triple

from graph.model.knowledge import Evidence, Knowledge, Quantity
from graph.model.text import Article
from graph.rdf import literals
from graph.rdf.articles import Triples, article_triples, evidence_triples, typed
from graph.rdf.frames import frame_triples
from graph.rdf.identity import copy_triples, merge_triples, report_triples
from graph.rdf.knowledge import (
    claim_triples,
    entity_triples,
    event_triples,
    fact_triples,
    link_triples,
    participation_triples,
    quantity_triples,
)
from graph.rdf.literals import node
from graph.rdf.names import Names
from graph.vocabulary import DEFAULT_BASE
from graph.vocabulary import news as ng
from graph.vocabulary.borrowed import PROV, RDFS


def quads(knowledge: Knowledge, *, reader: str, base: str = DEFAULT_BASE) -> Iterator[Quad]:
    """Write knowledge as a dataset, with a named graph per article.

    A thing that several articles tell of stands in the graph of each, with the words of that article.
    Each quad is given once.

    Args:
        knowledge: What the articles say.
        reader: Name and version of what read them; the run and its agent are named by it.
        base: Absolute IRI below which things are named; ends with `/` or `#`.

    Raises:
        SettingsError: If `base` is no IRI to mint names below.
        ValueError: If evidence points to an article that is not among `knowledge.articles`.
    """
    seen: set[Quad] = set()
    for quad in _Dataset(knowledge, Names(base)).quads(reader):
        if quad not in seen:
            seen.add(quad)
            yield quad


class _Dataset:
    """Places the triples of each thing in the graphs of the articles that tell of it."""

    def __init__(self, knowledge: Knowledge, names: Names) -> None:
        self._knowledge = knowledge
        self._names = names
        self._articles = {article.id: article for article in knowledge.articles}

    def quads(self, reader: str) -> Iterator[Quad]:
        names = self._names
        for article in self._knowledge.articles:
            yield from _placed(article_triples(names, article), names.graph_of(article.id))
        for copy in self._knowledge.copies:
            yield from _placed(copy_triples(names, copy), names.graph_of(copy.copy))
        for merge in self._knowledge.merges:
            yield from _placed(merge_triples(names, merge), names.entities)
        yield from self._entities()
        yield from self._events()
        for fact in self._knowledge.facts:
            language = self._language(fact.evidence)
            for named in self._graphs(fact.evidence):
                yield from _placed(fact_triples(names, fact, language), named)
            yield from self._supported(names.resource(fact.id), fact.evidence)
        for claim in self._knowledge.claims:
            article = self._article(claim.article)
            yield from _placed(claim_triples(names, claim, article.language), names.graph_of(article.id))
            yield from self._supported(names.resource(claim.id), claim.evidence)
        for quantity in self._knowledge.quantities:
            yield from self._quantity(quantity)
        yield from self._frames()
        yield from map(_in_default_graph, self._provenance(reader))

    def _frames(self) -> Iterator[Quad]:
        for frame in self._knowledge.frames:
            article, named = self._article(frame.article), self._names.frames_of(frame.article)
            this = self._names.resource(frame.id)
            yield from _placed(frame_triples(self._names, frame, article.language), named)
            for one in frame.evidence:
                yield Quad(this, node(ng.evidence), self._names.evidence(one), named)
                yield from _placed(evidence_triples(self._names, one, article), named)

    def _entities(self) -> Iterator[Quad]:
        for entity in self._knowledge.entities:
            language = self._language(entity.evidence)
            yield from _placed(entity_triples(self._names, entity, language), self._names.entities)
            yield from self._supported(self._names.resource(entity.id), entity.evidence)

    def _events(self) -> Iterator[Quad]:
        names = self._names
        for event in self._knowledge.events:
            language = self._language(event.evidence)
            for named in self._graphs(event.evidence):
                yield from _placed(event_triples(names, event, language), named)
            yield from self._supported(names.resource(event.id), event.evidence)
            for part in event.participants:
                for named in self._graphs(part.evidence):
                    yield from _placed(participation_triples(names, event, part), named)
                this = names.participation(event.id, part.role, part.participant)
                yield from self._supported(this, part.evidence)
            for link in event.links:
                for named in self._graphs(link.evidence):
                    yield from _placed(link_triples(names, event, link), named)
                yield from self._supported(names.link(event.id, link.relation, link.event), link.evidence)
            for quantity in event.quantities:
                this = names.resource(quantity.id)
                for named in self._graphs(quantity.evidence):
                    yield Quad(names.resource(event.id), node(ng.quantity), this, named)
                yield from self._quantity(quantity)
            for report in event.reports:
                yield from _placed(report_triples(names, event, report), names.graph_of(report.article))
                yield from self._supported(names.resource(report.id), report.evidence)

    def _quantity(self, quantity: Quantity) -> Iterator[Quad]:
        language = self._language(quantity.evidence)
        for named in self._graphs(quantity.evidence):
            yield from _placed(quantity_triples(self._names, quantity, language), named)
        yield from self._supported(self._names.resource(quantity.id), quantity.evidence)

    def _supported(self, this: NamedNode, evidence: Iterable[Evidence]) -> Iterator[Quad]:
        """Give the evidence of a node, in the graph of the article whose words it is."""
        for one in evidence:
            named = self._names.graph_of(one.article)
            yield Quad(this, node(ng.evidence), self._names.evidence(one), named)
            yield from _placed(evidence_triples(self._names, one, self._article(one.article)), named)

    def _graphs(self, evidence: Iterable[Evidence]) -> list[NamedNode]:
        """List the graphs that something stands in."""
        return [self._names.graph_of(article) for article in sorted({one.article for one in evidence})]

    def _language(self, evidence: Iterable[Evidence]) -> str:
        """Choose one language for what several articles tell of: else words stand twice (en, en-gb)."""
        return self._article(min(one.article for one in evidence)).language

    def _provenance(self, reader: str) -> Triples:
        """Tell where each graph comes from. No clock: the same input gives the same bytes."""
        names = self._names
        run, agent = names.run(reader), names.reader(reader)
        yield from typed(run, ng.Run, PROV.Activity)
        yield Triple(run, node(PROV.wasAssociatedWith), agent)
        yield from typed(agent, ng.Reader, PROV.SoftwareAgent)
        yield Triple(agent, node(RDFS.label), literals.string(reader))
        yield from self._bundle(names.entities, run)
        for article in self._knowledge.articles:
            this = names.resource(article.id)
            named = names.graph_of(article.id)
            yield from self._bundle(named, run)
            yield Triple(named, node(PROV.wasDerivedFrom), this)
            if any(frame.article == article.id for frame in self._knowledge.frames):
                yield from self._bundle(names.frames_of(article.id), run)
                yield Triple(names.frames_of(article.id), node(PROV.wasDerivedFrom), this)
            yield Triple(names.entities, node(PROV.wasDerivedFrom), this)
            yield Triple(run, node(PROV.used), this)

    def _bundle(self, named: NamedNode, run: NamedNode) -> Triples:
        yield from typed(named, PROV.Entity, PROV.Bundle)
        yield Triple(named, node(PROV.wasGeneratedBy), run)

    def _article(self, identifier: str) -> Article:
        article = self._articles.get(identifier)
        if article is None:
            msg = f"evidence points to {identifier}, which is not among the articles"
            raise ValueError(msg)
        return article


def _placed(triples: Iterable[Triple], named: NamedNode) -> Iterator[Quad]:
    for triple in triples:
        yield Quad(triple.subject, triple.predicate, triple.object, named)


def _in_default_graph(triple: Triple) -> Quad:
    return Quad(triple.subject, triple.predicate, triple.object)
