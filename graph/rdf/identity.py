"""Why things of several articles are one, which article tells of them how, and which text is a copy."""

from pyoxigraph import Triple

from graph.model.knowledge import Copy, Event, Merge, Report
from graph.rdf import literals
from graph.rdf.articles import Triples, typed
from graph.rdf.literals import node
from graph.rdf.names import Names
from graph.vocabulary import iri_of
from graph.vocabulary import news as ng
from graph.vocabulary.borrowed import SCHEMA


def merge_triples(names: Names, merge: Merge) -> Triples:
    """Describe the decision that two mentions are of one thing."""
    this = names.resource(merge.id)
    yield from typed(this, ng.Merge)
    yield Triple(this, node(ng.merged), names.resource(merge.merged))
    for evidence in merge.joined:
        yield Triple(this, node(ng.joins), names.evidence(evidence))
    for reason in merge.reasons:
        yield Triple(this, node(ng.reason), node(iri_of(reason)))
    yield Triple(this, node(ng.score), literals.decimal(merge.score, places=4))


def report_triples(names: Names, event: Event, report: Report) -> Triples:
    """Describe how one of several articles presents an event."""
    this = names.resource(report.id)
    yield from typed(this, ng.Report)
    yield Triple(this, node(ng.tells), names.resource(event.id))
    yield Triple(this, node(SCHEMA.appearance), names.resource(report.article))
    yield Triple(this, node(ng.presentedAs), node(iri_of(report.factuality)))


def copy_triples(names: Names, copy: Copy) -> Triples:
    """Say whose text an article prints again."""
    this = names.resource(copy.copy)
    yield Triple(this, node(ng.copyOf), names.resource(copy.original))
    yield Triple(this, node(ng.copiedShare), literals.decimal(copy.share, places=4))
