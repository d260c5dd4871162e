"""The layer of predicates: in graphs of its own, and conforming."""

from dataclasses import replace

from pyoxigraph import QuerySolutions, Store

from graph.model.mentions import FrameArgument, FrameMention
from graph.model.text import Span
from graph.rdf import quads
from graph.rdf.names import Names
from graph.resolve import resolve
from graph.vocabulary import DEFAULT_BASE
from tests.resolve.test_resolver import harbour

QUESTION = """
SELECT ?roleset ?words WHERE { GRAPH ?g {
  ?f a ng:Frame ; ng:roleset ?roleset ; ng:argument [ ng:argumentLabel "ARG0" ; ng:words ?words ; ng:filler ?who ] } }
"""


def framed(*, wanted: bool) -> Store:
    story = harbour()
    known = story.document.entities[0]
    frame = FrameMention(
        id="f1",
        predicate=Span(0, 4),
        roleset="fear.01",
        arguments=(FrameArgument(label="ARG0", span=known.span, mention=known.id, confidence=0.9),),
        confidence=0.9,
    )
    document = replace(story.document, frames=(frame,))
    store = Store()
    store.bulk_extend(quads(resolve([story.article], [document], frames=wanted), reader="x"))
    return store


def answers(store: Store) -> list[str]:
    found = store.query(f"PREFIX ng: <https://w3id.org/newsgraph/ontology/>{QUESTION}")
    assert isinstance(found, QuerySolutions)
    return [str(row["roleset"].value) for row in found]


def test_frames_stand_in_a_graph_of_their_own() -> None:
    store = framed(wanted=True)
    assert answers(store) == ["fear.01"]
    story = harbour()
    graphs = {str(named.value) for named in store.named_graphs()}
    assert Names(DEFAULT_BASE).frames_of(story.article.id).value in graphs


def test_frames_are_left_out_unless_asked_for() -> None:
    assert answers(framed(wanted=False)) == []
