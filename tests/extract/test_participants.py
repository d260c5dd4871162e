"""Who takes part beside what the rules find: features of pairs, scores, and where the answers go."""

import numpy as np
import pytest
from spacy.tokens import Doc

from graph.extract.feature_scorer import FeatureScorer, feature_scorer
from graph.extract.lookup import Lookup
from graph.extract.participants import LABELS, complete, pairs
from graph.model.mentions import Argument, EntityMention, EventMention
from graph.model.terms import EventType, Role
from graph.model.text import Span
from tests.extract.trees import entities, tree

RAIDED = (
    "Police/police/NOUN/NNS/2/nsubj raided/raid/VERB/VBD/0/root it/it/PRON/PRP/2/obj +././PUNCT/./2/punct",
    "Kesh/Kesh/PROPN/NNP/2/nsubj slept/sleep/VERB/VBD/0/root +././PUNCT/./2/punct",
)
FAR = (
    *RAIDED[:1],
    *("Snow/snow/NOUN/NN/2/nsubj fell/fall/VERB/VBD/0/root +././PUNCT/./2/punct",) * 2,
    RAIDED[1],
)


def scorer(**scores: dict[str, float]) -> FeatureScorer:
    """A scorer that adds up the scores of features by label; everything else is unlikely."""
    names = sorted(scores)
    direct = np.zeros((len(names), len(LABELS)))
    for row, name in enumerate(names):
        for label, value in scores[name].items():
            direct[row, LABELS.index(label)] = value
    return FeatureScorer(
        {
            "features": np.frombuffer("\n".join(names).encode(), dtype=np.uint8),
            "labels": np.frombuffer("\n".join(LABELS).encode(), dtype=np.uint8),
            "vectors": np.zeros((len(names), 1)), "direct": direct,
            "hidden_weight": np.zeros((1, 1)), "hidden_bias": np.zeros(1),
            "out_weight": np.zeros((1, len(LABELS))), "out_bias": np.full(len(LABELS), -9.0),
        }
    )  # fmt: skip


def raid_in(doc: Doc, *arguments: Argument) -> EventMention:
    start = doc.text.index("raided")
    return EventMention(
        id="e1", trigger=Span(start, start + 6), sentence=Span(0, len(doc.text)), type=EventType.RAID,
        chain="e1", arguments=arguments, confidence=1.0, method="test",
    )  # fmt: skip


def scene(*sentences: str) -> tuple[Doc, tuple[EntityMention, ...], Lookup]:
    doc = tree(*sentences)
    marked = entities(doc, "Kesh:place")
    return doc, marked, Lookup(doc, marked)


def test_a_place_in_the_next_sentence_is_found_and_one_farther_off_is_not_looked_at() -> None:
    likely = scorer(**{"apart=1": {"place": 9.5}})
    doc, (kesh,), lookup = scene(*RAIDED)
    (event,) = complete([raid_in(doc)], lookup, likely)
    assert event.place == (kesh.id,)
    doc, _, lookup = scene(*FAR)
    assert list(pairs([raid_in(doc)], lookup)) == []
    assert complete([raid_in(doc)], lookup, likely) == (raid_in(doc),)


def test_of_several_roles_the_likeliest_is_taken_with_its_probability() -> None:
    doc, (kesh,), lookup = scene(*RAIDED)
    (event,) = complete([raid_in(doc)], lookup, scorer(named={"patient": 10.0, "agent": 9.5}))
    assert event.arguments == (Argument(role=Role.PATIENT, mention=kesh.id, confidence=0.73),)


def test_who_has_a_role_by_a_rule_gets_no_second_one() -> None:
    doc, (kesh,), lookup = scene(*RAIDED)
    known = raid_in(doc, Argument(role=Role.AGENT, mention=kesh.id))
    assert complete([known], lookup, scorer(named={"patient": 12.0})) == (known,)


def test_acts_of_speech_are_left_to_the_rules() -> None:
    doc, _, lookup = scene(*RAIDED)
    start = doc.text.index("raided")
    said = EventMention(
        id="e1", trigger=Span(start, start + 6), sentence=Span(0, 1), type=EventType.DEMAND, chain="e1",
        confidence=1.0, method="test",
    )  # fmt: skip
    assert complete([said], lookup, scorer(named={"patient": 12.0})) == (said,)


@pytest.mark.parametrize("feature", ["p=_nsubj", "t=Raid|k=Place", "rank=0|k=Place", "length=1", "srlt=ARG0"])
def test_pairs_of_one_sentence_are_told_by_tree_and_kinds(feature: str) -> None:
    doc = tree(RAIDED[0].replace("Police/police/NOUN/NNS", "Kesh/Kesh/PROPN/NNP"))
    from graph.read.extensions import declare_extensions
    from graph.read.frames import Argument as Part
    from graph.read.frames import Frame

    declare_extensions()
    doc._.frames = (Frame(1, "raid.01", (Part(0, 1, 0, "ARG0", 0.9),), 0.9),)
    (pair,) = pairs([raid_in(doc)], Lookup(doc, entities(doc, "Kesh:place")))
    assert feature in pair.features


def test_what_ships_knows_every_role_and_place() -> None:
    shipped = feature_scorer("participants.npz")
    assert shipped.labels == LABELS
    assert shipped([["no such feature"]]).max() < 0.5


def test_who_is_named_behind_a_description_takes_part_in_its_place() -> None:
    doc = tree(
        "Rivals/rival/NOUN/NNS/5/nsubj +,/,/PUNCT/,/3/punct Brask/Brask/PROPN/NNP/1/appos +,/,/PUNCT/,/3/punct"
        " raided/raid/VERB/VBD/0/root it/it/PRON/PRP/5/obj"
    )
    marked = entities(doc, "Rivals:group", "Brask:person")
    known = raid_in(doc, Argument(role=Role.AGENT, mention=marked[1].id))
    likely = scorer(**{"k=Group": {"agent": 12.0}})
    assert complete([known], Lookup(doc, marked), likely) == (known,)
