from datetime import date

import pytest

from graph.extract.events import find_events
from graph.extract.times import find_times
from graph.model.terms import EventType, Factuality

from .trees import tree

PUBLISHED = date(2024, 3, 20)
LIMIT = (
    "Rebels/rebel/NOUN/NNS/3/nsubj must/must/AUX/MD/3/aux free/free/VERB/VB/0/root hostages/hostage/NOUN/NNS/3/obj "
    "by/by/ADP/IN/6/case Friday/Friday/PROPN/NNP/3/obl +././PUNCT/./3/punct"
)
RELATIVE = (
    "Police/police/NOUN/NN/2/nsubj described/describe/VERB/VBD/0/root a/a/DET/DT/4/det blast/blast/NOUN/NN/2/obj "
    "that/that/PRON/WDT/6/nsubj went/go/VERB/VBD/4/acl:relcl off/off/ADP/RP/6/compound:prt "
    "on/on/ADP/IN/9/case Monday/Monday/PROPN/NNP/6/obl +././PUNCT/./2/punct"
)
CONDEMNED = (
    "The/the/DET/DT/2/det raid/raid/NOUN/NN/4/nsubj:pass was/be/AUX/VBD/4/aux:pass condemned/condemn/VERB/VBN/0/root "
    "on/on/ADP/IN/6/case Monday/Monday/PROPN/NNP/4/obl +././PUNCT/./4/punct"
)
WITHIN = (
    "Six/six/NUM/CD/2/nummod guards/guard/NOUN/NNS/4/nsubj:pass were/be/AUX/VBD/4/aux:pass hurt/hurt/VERB/VBN/0/root "
    "on/on/ADP/IN/6/case Monday/Monday/PROPN/NNP/4/obl in/in/ADP/IN/9/case an/a/DET/DT/9/det "
    "explosion/explosion/NOUN/NN/4/obl +././PUNCT/./4/punct"
)
IS_TO = (
    "The/the/DET/DT/2/det union/union/NOUN/NN/5/nsubj is/be/AUX/VBZ/5/aux to/to/PART/TO/5/mark "
    "vote/vote/VERB/VB/0/root on/on/ADP/IN/7/case Friday/Friday/PROPN/NNP/5/obl +././PUNCT/./5/punct"
)
SINCE = (
    "Norland/Norland/PROPN/NNP/4/nsubj has/have/AUX/VBZ/4/aux not/not/PART/RB/4/advmod admitted/admit/VERB/VBN/0/root "
    "guests/guest/NOUN/NNS/4/obj since/since/SCONJ/IN/8/mark rebels/rebel/NOUN/NNS/8/nsubj "
    "attacked/attack/VERB/VBD/4/advcl Kesh/Kesh/PROPN/NNP/8/obj +././PUNCT/./4/punct"
)
NOT_ONLY = (
    "Rebels/rebel/NOUN/NNS/4/nsubj not/not/PART/RB/4/advmod only/only/ADV/RB/4/advmod attacked/attack/VERB/VBD/0/root "
    "Kesh/Kesh/PROPN/NNP/4/obj +././PUNCT/./4/punct"
)
ASKED = (
    "Did/do/AUX/VBD/3/aux rebels/rebel/NOUN/NNS/3/nsubj attack/attack/VERB/VB/0/root Kesh/Kesh/PROPN/NNP/3/obj "
    "+?/?/PUNCT/./3/punct"
)
UNTAKEN = (
    "Rebels/rebel/NOUN/NNS/4/nsubj would/would/AUX/MD/4/aux have/have/AUX/VB/4/aux attacked/attack/VERB/VBN/0/root "
    "Kesh/Kesh/PROPN/NNP/4/obj +././PUNCT/./4/punct"
)


@pytest.mark.parametrize(
    ("sentence", "kind", "day"),
    [
        (LIMIT, EventType.RELEASE, None),
        (RELATIVE, EventType.BOMBING, "2024-03-18"),
        (CONDEMNED, EventType.RAID, None),
        (WITHIN, EventType.BOMBING, "2024-03-18"),
        (IS_TO, EventType.VOTE, "2024-03-22"),
    ],
)
def test_an_event_takes_the_time_of_what_it_shares_it_with(
    sentence: str, kind: EventType, day: str | None
) -> None:
    doc = tree(sentence)
    times = find_times(doc, PUBLISHED)
    values = {time.id: time.value for time in times}
    found = [event for event in find_events(doc, (), times, (), PUBLISHED).events if event.type is kind]
    assert [values.get(event.time or "") for event in found] == [day]


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        (SINCE, Factuality.ACTUAL),
        (NOT_ONLY, Factuality.ACTUAL),
        (ASKED, Factuality.POSSIBLE),
        (UNTAKEN, Factuality.HYPOTHETICAL),
    ],
)
def test_what_a_clause_does_to_an_event(sentence: str, verdict: Factuality) -> None:
    events = find_events(tree(sentence), (), (), ()).events
    assert [event.factuality for event in events if event.type is EventType.ATTACK] == [verdict]
