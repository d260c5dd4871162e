"""Offices told without a body: the one of the article, if there is but one that it can be of."""

import pytest

from graph.extract.entities import find_entities
from graph.extract.relations import find_relations
from graph.model.terms import RelationType

from .conftest import add_ents
from .trees import tree

MAYOR = (
    "Mayor/mayor/NOUN/NN/4/nsubj Ana/Ana/PROPN/NNP/1/flat Brask/Brask/PROPN/NNP/2/flat "
    "spoke/speak/VERB/VBD/0/root +././PUNCT/./4/punct"
)
PREMIER = (
    "Prime/prime/ADJ/JJ/2/amod Minister/minister/NOUN/NN/5/nsubj Ana/Ana/PROPN/NNP/2/flat "
    "Brask/Brask/PROPN/NNP/3/flat spoke/speak/VERB/VBD/0/root +././PUNCT/./5/punct"
)


def rained_in(name: str) -> str:
    return (
        f"It/it/PRON/PRP/2/nsubj rained/rain/VERB/VBD/0/root in/in/ADP/IN/4/case {name}/{name}/PROPN/NNP/2/obl "
        "+././PUNCT/./2/punct"
    )


@pytest.mark.parametrize(
    ("office", "places", "body"),
    [
        (MAYOR, ["Boston"], "Boston"),
        (MAYOR, ["Boston", "Nairobi"], None),
        (MAYOR, ["Norway"], None),
        (PREMIER, ["Norway", "Boston"], "Norway"),
        (PREMIER, ["Norway", "Kenya"], None),
    ],
)
def test_the_one_place_that_an_office_can_be_of(office: str, places: list[str], body: str | None) -> None:
    doc = add_ents(
        tree(office, *(rained_in(name) for name in places)),
        [("Ana Brask", "PERSON"), *((name, "GPE") for name in places)],
    )
    mentions = {mention.id: doc.text[mention.span.start : mention.span.end] for mention in find_entities(doc)}
    found = find_relations(doc, find_entities(doc))
    (held,) = [relation for relation in found if relation.predicate is RelationType.HOLDS_POSITION]
    assert (mentions[held.object] if held.object else None) == body
    # That she leads it is not told.
    assert len([relation for relation in found if relation.subject == held.subject]) == 1


@pytest.mark.parametrize(("place", "body"), [("Norway", "Norway"), ("Kenya", "Norwegian")])
def test_an_office_of_a_people_is_of_its_country_where_that_is_named(place: str, body: str) -> None:
    premier = PREMIER.replace("/2/amod Minister/minister/NOUN/NN/5", "/3/amod Minister/minister/NOUN/NN/6")
    premier = "Norwegian/norwegian/ADJ/JJ/3/amod " + premier.replace("/2/flat", "/3/flat").replace(
        "Brask/Brask/PROPN/NNP/3/flat spoke/speak/VERB/VBD/0/root +././PUNCT/./5",
        "Brask/Brask/PROPN/NNP/4/flat spoke/speak/VERB/VBD/0/root +././PUNCT/./6",
    )
    doc = add_ents(
        tree(premier, rained_in(place)), [("Norwegian", "NORP"), ("Ana Brask", "PERSON"), (place, "GPE")]
    )
    mentions = {mention.id: doc.text[mention.span.start : mention.span.end] for mention in find_entities(doc)}
    held = [
        relation
        for relation in find_relations(doc, find_entities(doc))
        if relation.predicate is RelationType.HOLDS_POSITION
    ]
    assert [mentions[relation.object or ""] for relation in held] == [body]
