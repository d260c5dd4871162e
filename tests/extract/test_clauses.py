"""Both label schemes give the same slots."""

import pytest
from spacy.tokens import Doc

from graph.extract.clauses import auxiliaries, is_passive, negated, slots

from .conftest import ParseConllu

ACTIVE_UD = """
1 Rebels rebel NOUN NNS _ 2 nsubj
2 attacked attack VERB VBD _ 0 root
3 Kesh Kesh PROPN NNP _ 2 obj
4 and and CCONJ CC _ 5 cc
5 Orvik Orvik PROPN NNP _ 3 conj
6 with with ADP IN _ 7 case
7 rockets rocket NOUN NNS _ 2 obl
8 . . PUNCT . _ 2 punct
"""
ACTIVE_CLEAR = """
1 Rebels rebel NOUN NNS _ 2 nsubj
2 attacked attack VERB VBD _ 0 ROOT
3 Kesh Kesh PROPN NNP _ 2 dobj
4 and and CCONJ CC _ 3 cc
5 Orvik Orvik PROPN NNP _ 3 conj
6 with with ADP IN _ 2 prep
7 rockets rocket NOUN NNS _ 6 pobj
8 . . PUNCT . _ 2 punct
"""
PASSIVE_UD = """
1 Kesh Kesh PROPN NNP _ 4 nsubj:pass
2 was be AUX VBD _ 4 aux:pass
3 not not PART RB _ 4 advmod
4 attacked attack VERB VBN _ 0 root
5 by by ADP IN _ 6 case
6 rebels rebel NOUN NNS _ 4 obl:agent
"""
PASSIVE_CLEAR = """
1 Kesh Kesh PROPN NNP _ 4 nsubjpass
2 was be AUX VBD _ 4 auxpass
3 not not PART RB _ 4 neg
4 attacked attack VERB VBN _ 0 ROOT
5 by by ADP IN _ 4 agent
6 rebels rebel NOUN NNS _ 5 pobj
"""
CONTROL = """
1 Norland Norland PROPN NNP _ 2 nsubj
2 urged urge VERB VBD _ 0 root
3 Kesh Kesh PROPN NNP _ 2 obj
4 to to PART TO _ 5 mark
5 free free VERB VB _ 2 xcomp
6 hostages hostage NOUN NNS _ 5 obj
7 whom whom PRON WP _ 9 obj
8 it it PRON PRP _ 9 nsubj
9 holds hold VERB VBZ _ 6 acl:relcl
"""
SHARED = """
1 Police police NOUN NNS _ 2 nsubj
2 arrested arrest VERB VBD _ 0 root
3 and and CCONJ CC _ 4 cc
4 questioned question VERB VBD _ 2 conj
5 Brask Brask PROPN NNP _ 4 obj
6 , , PUNCT , _ 7 punct
7 searching search VERB VBG _ 2 advcl
8 cars car NOUN NNS _ 7 obj
"""
NOUN_UD = """
1 The the DET DT _ 4 det
2 rebels rebel NOUN NNS _ 4 nmod:poss
3 's 's PART POS _ 2 case
4 raid raid NOUN NN _ 0 root
5 on on ADP IN _ 6 case
6 Kesh Kesh PROPN NNP _ 4 nmod
"""
NOUN_CLEAR = """
1 The the DET DT _ 2 det
2 rebels rebel NOUN NNS _ 4 poss
3 's 's PART POS _ 2 case
4 raid raid NOUN NN _ 0 ROOT
5 on on ADP IN _ 4 prep
6 Kesh Kesh PROPN NNP _ 5 pobj
"""


def told(doc: Doc, index: int) -> dict[str, list[str]]:
    return {slot: [token.text for token in tokens] for slot, tokens in slots(doc[index]).items() if tokens}


@pytest.mark.parametrize("tree", [ACTIVE_UD, ACTIVE_CLEAR])
def test_active_clause(parse_conllu: ParseConllu, tree: str) -> None:
    assert told(parse_conllu(tree), 1) == {"subj": ["Rebels"], "obj": ["Kesh", "Orvik"], "with": ["rockets"]}


@pytest.mark.parametrize("tree", [PASSIVE_UD, PASSIVE_CLEAR])
def test_passive_is_turned_round(parse_conllu: ParseConllu, tree: str) -> None:
    doc = parse_conllu(tree)
    assert told(doc, 3) == {"subj": ["rebels"], "obj": ["Kesh"]}
    assert is_passive(doc[3])
    assert negated(doc[3])
    assert auxiliaries(doc[3]) == ("was",)


def test_control_and_relative_clause(parse_conllu: ParseConllu) -> None:
    doc = parse_conllu(CONTROL)
    assert told(doc, 4)["subj"] == ["Kesh"], "who is urged is to act"
    assert told(doc, 8) == {"subj": ["it"], "obj": ["hostages"]}, "a relative pronoun stands for its noun"


def test_coordination_shares_subject_and_object(parse_conllu: ParseConllu) -> None:
    doc = parse_conllu(SHARED)
    assert told(doc, 1)["obj"] == ["Brask"]
    assert told(doc, 3)["subj"] == ["Police"]
    assert told(doc, 6)["subj"] == ["Police"], "a participle takes the subject of its clause"


@pytest.mark.parametrize("tree", [NOUN_UD, NOUN_CLEAR])
def test_noun_slots(parse_conllu: ParseConllu, tree: str) -> None:
    assert told(parse_conllu(tree), 3) == {"poss": ["rebels"], "on": ["Kesh"]}
