"""Descriptions that the reader's own chains join with a name, and names that are none."""

import pytest
from spacy.tokens import Doc

from graph.extract.entities import find_entities
from graph.read.chains import Chain, Mention
from graph.read.extensions import declare_extensions
from tests.extract.conftest import add_ents
from tests.extract.trees import tree

SAID = "Velda/Velda/PROPN/NNP/2/nsubj won/win/VERB/VBD/0/root +././PUNCT/./2/punct"
LEFT = "He/he/PRON/PRP/2/nsubj left/leave/VERB/VBD/0/root the/the/DET/DT/4/det country/country/NOUN/NN/2/obj"


def chains(doc: Doc) -> list[list[str]]:
    found: dict[str, list[str]] = {}
    for mention in find_entities(doc):
        found.setdefault(mention.chain, []).append(doc.text[mention.span.start : mention.span.end])
    return list(found.values())


def linked(confidence: float) -> Doc:
    declare_extensions()
    doc = add_ents(tree(SAID, LEFT), [("Velda", "GPE")])
    mentions = (Mention(0, 1, 0, "place", 0.9), Mention(5, 7, 6, "place", confidence))
    doc._.coreference = (Chain(mentions, "place", confidence),)
    return doc


@pytest.mark.parametrize(
    ("confidence", "found"), [(0.8, [["Velda", "the country"]]), (0.1, [["Velda"], ["the country"]])]
)
def test_the_reader_is_followed_where_it_is_sure(confidence: float, found: list[list[str]]) -> None:
    assert chains(linked(confidence)) == found


@pytest.mark.parametrize(
    ("word", "label", "found"),
    [
        ("IQ", "MISC", []),
        ("PAC", "ORG", []),
        ("anti-Doe", "MISC", []),
        ("Skagen", "GPE", [["Skagen"]]),
        ("XQ", "MISC", []),
        ("NAFTA", "MISC", [["NAFTA"]]),
    ],
)
def test_what_names_nothing_is_left_out(word: str, label: str, found: list[list[str]]) -> None:
    sentence = f"{word}/{word}/PROPN/NNP/2/nsubj fell/fall/VERB/VBD/0/root"
    assert chains(add_ents(tree(sentence), [(word, label)])) == found


def test_a_known_name_that_the_reader_cut_is_whole() -> None:
    sentence = "Islamic/islamic/ADJ/JJ/2/amod State/State/PROPN/NNP/3/nsubj fell/fall/VERB/VBD/0/root"
    assert chains(add_ents(tree(sentence), [("Islamic", "NORP")])) == [["Islamic State"]]


def test_an_administration_is_a_name_beside_its_head() -> None:
    sentence = (
        "the/the/DET/DT/3/det Doe/Doe/PROPN/NNP/3/compound administration/administration/NOUN/NN/4/nsubj"
        " fell/fall/VERB/VBD/0/root"
    )
    assert chains(add_ents(tree(sentence), [("Doe", "PERSON")])) == [["Doe administration"], ["Doe"]]
