import pytest
import spacy
from spacy.tokens import Doc

from graph.extract.relations import find_relations
from graph.model.mentions import EntityMention
from graph.model.terms import RelationStatus

from .trees import entities, tree

TITLE = (
    "Former/former/ADJ/JJ/4/amod Norland/Norland/PROPN/NNP/4/compound trade/trade/NOUN/NN/4/compound "
    "minister/minister/NOUN/NN/5/nmod:desc Jon/Jon/PROPN/NNP/7/nsubj Vell/Vell/PROPN/NNP/5/flat spoke/speak/VERB/VBD/0/root "
    "+././PUNCT/./7/punct"
)
APPOSITION = (
    "Ana/Ana/PROPN/NNP/9/nsubj Brask/Brask/PROPN/NNP/1/flat +,/,/PUNCT/,/5/punct the/the/DET/DT/5/det "
    "mayor/mayor/NOUN/NN/1/appos of/of/ADP/IN/7/case Kesh/Kesh/PROPN/NNP/5/nmod +,/,/PUNCT/,/5/punct "
    "spoke/speak/VERB/VBD/0/root +././PUNCT/./9/punct"
)
SAID = (
    "Norland/Norland/PROPN/NNP/2/nsubj said/say/VERB/VBD/0/root Vell/Vell/PROPN/NNP/5/nsubj is/be/AUX/VBZ/5/cop "
    "head/head/NOUN/NN/2/ccomp of/of/ADP/IN/8/case the/the/DET/DT/8/det Guard/Guard/PROPN/NNP/5/nmod +././PUNCT/./2/punct"
)
PLACES = (
    "They/they/PRON/PRP/2/nsubj met/meet/VERB/VBD/0/root in/in/ADP/IN/4/case Orvik/Orvik/PROPN/NNP/2/obl +,/,/PUNCT/,/6/punct "
    "Norland/Norland/PROPN/NNP/4/appos +,/,/PUNCT/,/6/punct again/again/ADV/RB/2/advmod +././PUNCT/./2/punct"
)
LIST = (
    "They/they/PRON/PRP/2/nsubj left/leave/VERB/VBD/0/root Orvik/Orvik/PROPN/NNP/2/obj +,/,/PUNCT/,/5/punct "
    "Kesh/Kesh/PROPN/NNP/3/conj and/and/CCONJ/CC/7/cc Tarn/Tarn/PROPN/NNP/3/conj +././PUNCT/./2/punct"
)
CONTROLS = (
    "The/the/DET/DT/2/det movement/movement/NOUN/NN/4/nsubj has/have/AUX/VBZ/4/aux controlled/control/VERB/VBN/0/root "
    "Kesh/Kesh/PROPN/NNP/4/obj for/for/ADP/IN/7/case years/year/NOUN/NNS/4/obl +././PUNCT/./4/punct"
)


def told(
    doc: Doc, mentions: tuple[EntityMention, ...]
) -> set[tuple[str, str, str | None, str | None, RelationStatus]]:
    name = {mention.id: doc.text[mention.span.start : mention.span.end] for mention in mentions}
    return {
        (name[each.subject], each.predicate.value, each.object and name[each.object], each.value, each.status)
        for each in find_relations(doc, mentions)
    }


def test_title_before_a_name() -> None:
    doc = tree(TITLE)
    mentions = entities(doc, "Norland:place", "Jon Vell:person")
    former = RelationStatus.FORMER
    assert told(doc, mentions) == {
        ("Jon Vell", "holdsPosition", "Norland", "trade minister", former),
        ("Jon Vell", "worksFor", "Norland", None, former),
    }


def test_apposition() -> None:
    doc = tree(APPOSITION)
    mentions = entities(doc, "Ana Brask:person", "Kesh:place")
    now = RelationStatus.CURRENT
    assert told(doc, mentions) == {
        ("Ana Brask", "holdsPosition", "Kesh", "mayor", now),
    }


def test_what_somebody_says_of_an_office_is_alleged() -> None:
    doc = tree(SAID)
    mentions = entities(doc, "Norland:place", "Vell:person", "Guard:org")
    assert ("Vell", "leads", "Guard", None, RelationStatus.ALLEGED) in told(doc, mentions)


@pytest.mark.parametrize(
    ("sentence", "places", "expected"),
    [
        (
            PLACES,
            ("Orvik:place", "Norland:place"),
            {("Orvik", "locatedIn", "Norland", None, RelationStatus.CURRENT)},
        ),
        (LIST, ("Orvik:place", "Kesh:place", "Tarn:place"), set()),
    ],
)
def test_place_after_a_comma(sentence: str, places: tuple[str, ...], expected: set[object]) -> None:
    doc = tree(sentence)
    assert told(doc, entities(doc, *places)) == expected


def test_verb_pattern() -> None:
    doc = tree(CONTROLS)
    mentions = (
        entities(doc, "the movement:group:movement", "Kesh:place") if "the movement" in doc.text else ()
    )
    mentions = mentions or entities(doc, "movement:group", "Kesh:place")
    assert ("movement", "controls", "Kesh", None, RelationStatus.CURRENT) in told(doc, mentions)


def test_no_tree_no_relations() -> None:
    assert find_relations(spacy.blank("en")("Ana Brask, the mayor."), ()) == ()
