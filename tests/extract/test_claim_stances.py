"""Stances that are read off the words said, and second cues of one speaker, on trees made by hand."""

import pytest

from graph.extract.claim_rules import draft_claims
from graph.extract.claim_stances import stance_of
from graph.extract.claims import find_claims
from graph.model.terms import Stance

from .trees import entities, tree, words

NONE_THERE = (
    "Ada/Ada/PROPN/NNP/2/nsubj said/say/VERB/VBD/0/root there/there/PRON/EX/4/expl was/be/VERB/VBD/2/ccomp "
    "no/no/DET/DT/6/det threat/threat/NOUN/NN/4/nsubj +././PUNCT/./2/punct"
)
NO_DOUBT = (
    "Ada/Ada/PROPN/NNP/2/nsubj said/say/VERB/VBD/0/root there/there/PRON/EX/4/expl was/be/VERB/VBD/2/ccomp "
    "no/no/DET/DT/6/det doubt/doubt/NOUN/NN/4/nsubj +././PUNCT/./2/punct"
)
MUST = (
    "Ada/Ada/PROPN/NNP/2/nsubj said/say/VERB/VBD/0/root they/they/PRON/PRP/5/nsubj must/must/AUX/MD/5/aux "
    "resign/resign/VERB/VB/2/ccomp +././PUNCT/./2/punct"
)
WILL = (
    "“/“/PUNCT/``/4/punct +We/we/PRON/PRP/4/nsubj will/will/AUX/MD/4/aux rebuild/rebuild/VERB/VB/9/ccomp "
    "it/it/PRON/PRP/4/obj +,/,/PUNCT/,/4/punct +”/”/PUNCT/''/4/punct Ada/Ada/PROPN/NNP/9/nsubj "
    "said/say/VERB/VBD/0/root +././PUNCT/./9/punct"
)
LIED = (
    "Ada/Ada/PROPN/NNP/2/nsubj said/say/VERB/VBD/0/root the/the/DET/DT/4/det firm/firm/NOUN/NN/6/nsubj "
    "had/have/AUX/VBD/6/aux lied/lie/VERB/VBN/2/ccomp +././PUNCT/./2/punct"
)
PLAIN = (
    "Ada/Ada/PROPN/NNP/2/nsubj said/say/VERB/VBD/0/root it/it/PRON/PRP/4/nsubj rained/rain/VERB/VBD/2/ccomp "
    "+././PUNCT/./2/punct"
)
WILL_REFUSE = (
    "Ada/Ada/PROPN/NNP/2/nsubj said/say/VERB/VBD/0/root we/we/PRON/PRP/5/nsubj will/will/AUX/MD/5/aux "
    "refuse/refuse/VERB/VB/2/ccomp it/it/PRON/PRP/5/obj +././PUNCT/./2/punct"
)
COLLAPSE = (
    "Ada/Ada/PROPN/NNP/2/nsubj said/say/VERB/VBD/0/root the/the/DET/DT/4/det dam/dam/NOUN/NN/6/nsubj "
    "could/could/AUX/MD/6/aux collapse/collapse/VERB/VB/2/ccomp +././PUNCT/./2/punct"
)
UNLIKELY = (
    "Ada/Ada/PROPN/NNP/2/nsubj said/say/VERB/VBD/0/root we/we/PRON/PRP/6/nsubj did/do/AUX/VBD/6/aux "
    "not/not/PART/RB/6/advmod believe/believe/VERB/VB/2/ccomp it/it/PRON/PRP/6/obj +././PUNCT/./2/punct"
)
SWORE = (
    "Ada/Ada/PROPN/NNP/2/nsubj swore/swear/VERB/VBD/0/root it/it/PRON/PRP/5/nsubj was/be/AUX/VBD/5/cop "
    "four/four/NUM/CD/2/ccomp +././PUNCT/./2/punct"
)
LIAR = (
    "Ada/Ada/PROPN/NNP/2/nsubj called/call/VERB/VBD/0/root him/he/PRON/PRP/2/obj a/a/DET/DT/5/det "
    "liar/liar/NOUN/NN/2/xcomp +././PUNCT/./2/punct"
)
NONSENSE = (
    "Ada/Ada/PROPN/NNP/2/nsubj called/call/VERB/VBD/0/root that/that/PRON/DT/2/obj "
    "nonsense/nonsense/NOUN/NN/2/xcomp +././PUNCT/./2/punct"
)
TWO_CUES = (
    "Ada/Ada/PROPN/NNP/2/nsubj said/say/VERB/VBD/0/root it/it/PRON/PRP/4/nsubj rained/rain/VERB/VBD/2/ccomp "
    "and/and/CCONJ/CC/6/cc denied/deny/VERB/VBD/4/conj that/that/SCONJ/IN/9/mark she/she/PRON/PRP/9/nsubj "
    "slept/sleep/VERB/VBD/6/ccomp +././PUNCT/./2/punct"
)
STUDIES = (
    "Two/two/NUM/CD/2/nummod studies/study/NOUN/NNS/3/nsubj said/say/VERB/VBD/0/root it/it/PRON/PRP/5/nsubj "
    "rained/rain/VERB/VBD/3/ccomp +././PUNCT/./3/punct"
)
MANY = (
    "Many/many/ADJ/JJ/2/nsubj said/say/VERB/VBD/0/root it/it/PRON/PRP/4/nsubj rained/rain/VERB/VBD/2/ccomp "
    "+././PUNCT/./2/punct"
)


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        (NONE_THERE, Stance.DENIES),
        (NO_DOUBT, Stance.ASSERTS),
        (MUST, Stance.DEMANDS),
        (WILL, Stance.PROMISES),
        (LIED, Stance.ACCUSES),
        (PLAIN, Stance.ASSERTS),
        (WILL_REFUSE, Stance.REFUSES),
        (COLLAPSE, Stance.WARNS),
        (UNLIKELY, Stance.DOUBTS),
        (SWORE, Stance.ASSERTS),
    ],
)
def test_stance_of_what_is_neutrally_said(sentence: str, stance: Stance) -> None:
    doc = tree(sentence)
    (claim,) = find_claims(doc, entities(doc, "Ada:person")).claims
    assert claim.stance is stance


@pytest.mark.parametrize(("sentence", "stance"), [(LIAR, Stance.ACCUSES), (NONSENSE, Stance.DENIES)])
def test_stance_of_what_something_is_called(sentence: str, stance: Stance) -> None:
    (draft,) = draft_claims(tree(sentence), ())
    assert stance_of(draft, lambda word: False) is stance


def test_second_cue_is_the_speakers_own() -> None:
    doc = tree(TWO_CUES)
    said, denied = find_claims(doc, entities(doc, "Ada:person")).claims
    assert words(doc, said.content) == ["it rained"]
    assert words(doc, denied.content) == ["that she slept"]
    assert said.speaker == denied.speaker == "m1"
    assert denied.stance is Stance.DENIES


@pytest.mark.parametrize(("sentence", "speaker"), [(STUDIES, "Two studies"), (MANY, "Many")])
def test_speakers_that_no_list_knows_are_described(sentence: str, speaker: str) -> None:
    doc = tree(sentence)
    (claim,), (mention,) = find_claims(doc, ())
    assert claim.speaker == mention.id
    assert words(doc, [mention.span]) == [speaker]
