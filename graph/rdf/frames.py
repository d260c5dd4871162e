"""Predicates with their arguments, as triples: a layer of its own, for questions that no type answers."""

from pyoxigraph import Triple

from graph.model.knowledge import Frame
from graph.rdf import literals
from graph.rdf.articles import Triples, linked, typed, worded
from graph.rdf.literals import node
from graph.rdf.names import Names
from graph.vocabulary import news as ng


def frame_triples(names: Names, frame: Frame, language: str) -> Triples:
    """Describe a predicate and what fills its roles."""
    this = names.resource(frame.id)
    yield from typed(this, ng.Frame)
    yield Triple(this, node(ng.roleset), literals.string(frame.roleset))
    yield from linked(this, ng.tellsOf, names.resource(frame.event) if frame.event else None)
    for number, part in enumerate(frame.arguments, start=1):
        argument = names.resource(f"{frame.id}-{number}")
        yield Triple(this, node(ng.argument), argument)
        yield from typed(argument, ng.FrameArgument)
        yield Triple(argument, node(ng.argumentLabel), literals.string(part.label))
        yield from worded(argument, ng.words, part.words, language)
        yield from linked(argument, ng.filler, names.resource(part.filler) if part.filler else None)
