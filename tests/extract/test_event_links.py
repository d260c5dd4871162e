"""What does not join two events, beside the examples of the rules."""

import pytest

from graph.extract.entities import find_entities
from graph.extract.event_links import link_events
from graph.extract.events import find_events

from .trees import tree

EVEN_IF = (
    "Nurses/nurse/NOUN/NNS/3/nsubj will/will/AUX/MD/3/aux strike/strike/VERB/VB/0/root even/even/ADV/RB/8/advmod "
    "if/if/SCONJ/IN/8/mark rebels/rebel/NOUN/NNS/8/nsubj have/have/AUX/VBP/8/aux attacked/attack/VERB/VBN/3/advcl "
    "Kesh/Kesh/PROPN/NNP/8/obj +././PUNCT/./3/punct"
)
CHARGED_IN = (
    "Two/two/NUM/CD/2/nummod men/man/NOUN/NNS/4/nsubj:pass were/be/AUX/VBD/4/aux:pass "
    "arrested/arrest/VERB/VBN/0/root in/in/ADP/IN/7/case the/the/DET/DT/7/det killing/killing/NOUN/NN/4/obl "
    "of/of/ADP/IN/10/case a/a/DET/DT/10/det guard/guard/NOUN/NN/7/nmod +././PUNCT/./4/punct"
)
ASKED_TO = (
    "Norland/Norland/PROPN/NNP/2/nsubj demanded/demand/VERB/VBD/0/root talks/talk/NOUN/NNS/2/obj "
    "to/to/PART/TO/5/mark free/free/VERB/VB/2/advcl hostages/hostage/NOUN/NNS/5/obj +././PUNCT/./2/punct"
)
IN_PROTEST = (
    "Nurses/nurse/NOUN/NNS/2/nsubj resigned/resign/VERB/VBD/0/root in/in/ADP/IN/4/case "
    "protest/protest/NOUN/NN/2/obl +././PUNCT/./2/punct"
)


@pytest.mark.parametrize("sentence", [EVEN_IF, CHARGED_IN, ASKED_TO, IN_PROTEST])
def test_no_link(sentence: str) -> None:
    doc = tree(sentence)
    events = find_events(doc, find_entities(doc), (), ()).events
    assert len(events) >= 2
    assert not [event.links for event in link_events(doc, events) if event.links]
