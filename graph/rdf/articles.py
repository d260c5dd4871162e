"""Articles, their words, and times as triples."""

from collections.abc import Iterator
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode, Triple

from graph.model.knowledge import Evidence, Interval
from graph.model.text import Article
from graph.rdf import literals
from graph.rdf.days import label_of
from graph.rdf.literals import node
from graph.rdf.names import Names
from graph.vocabulary import iri_of
from graph.vocabulary import news as ng
from graph.vocabulary.borrowed import NIF, PROV, RDF, RDFS, SCHEMA, TIME

Triples: TypeAlias = Iterator[Triple]


def article_triples(names: Names, article: Article) -> Triples:
    """Describe an article and its publisher."""
    this = names.resource(article.id)
    yield from typed(this, ng.Article, SCHEMA.NewsArticle, PROV.Entity, NIF.Context)
    yield Triple(this, node(SCHEMA.inLanguage), literals.string(article.language))
    yield Triple(this, node(NIF.isString), literals.text(article.text, article.language))
    if article.title:
        yield Triple(this, node(SCHEMA.headline), literals.text(article.title, article.language))
    if article.url:
        yield Triple(this, node(SCHEMA.url), literals.address(article.url))
    if article.published:
        yield Triple(this, node(SCHEMA.datePublished), literals.moment(article.published))
    for author in article.byline:
        yield Triple(this, node(SCHEMA.author), literals.string(author))
    if article.publisher:
        publisher = names.publisher(article.publisher)
        yield Triple(this, node(SCHEMA.publisher), publisher)
        yield from typed(publisher, ng.Publisher)
        yield Triple(publisher, node(SCHEMA.name), literals.string(article.publisher))


def evidence_triples(names: Names, evidence: Evidence, article: Article) -> Triples:
    """Describe the words of an article that say something."""
    this, span, around = names.evidence(evidence), evidence.span, evidence.sentence
    words, sentence = article.text[span.start : span.end], article.text[around.start : around.end]
    yield from typed(this, ng.Evidence, NIF.OffsetBasedString)
    yield Triple(this, node(NIF.referenceContext), names.resource(article.id))
    yield Triple(this, node(NIF.beginIndex), literals.integer(span.start))
    yield Triple(this, node(NIF.endIndex), literals.integer(span.end))
    yield Triple(this, node(NIF.anchorOf), literals.text(words, article.language))
    yield Triple(this, node(ng.sentence), literals.text(sentence, article.language))
    yield Triple(this, node(ng.sentenceBegin), literals.integer(around.start))
    yield Triple(this, node(ng.method), literals.string(evidence.method))
    yield Triple(this, node(ng.confidence), literals.decimal(evidence.confidence, places=4))


def time_triples(names: Names, interval: Interval) -> Triples:
    """Describe a stretch of days."""
    this = names.time(interval)
    yield from typed(this, ng.Time, TIME.TemporalEntity)
    yield Triple(this, node(RDFS.label), literals.text(label_of(interval), "en"))
    yield Triple(this, node(ng.timex), literals.string(interval.value))
    yield Triple(this, node(ng.grain), node(iri_of(interval.grain)))
    if interval.begin:
        yield Triple(this, node(ng.begin), literals.day(interval.begin))
    if interval.end:
        yield Triple(this, node(ng.end), literals.day(interval.end))


def typed(this: NamedNode, *classes: str) -> Triples:
    """State the classes of a node."""
    for name in classes:
        yield Triple(this, node(RDF.type), node(name))


def worded(this: NamedNode, predicate: str, words: str | None, language: str) -> Triples:
    """State words of an article, if there are any."""
    if words:
        yield Triple(this, node(predicate), literals.text(words, language))


def linked(this: NamedNode, predicate: str, target: NamedNode | Literal | None) -> Triples:
    """State one property, if it has a value."""
    if target is not None:
        yield Triple(this, node(predicate), target)
