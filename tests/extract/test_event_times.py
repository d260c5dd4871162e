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
OWNED = (
    "It/it/PRON/PRP/2/nsubj ended/end/VERB/VBD/0/root after/after/ADP/IN/4/case Monday/Monday/PROPN/NNP/2/obl "
    "+'s/'s/PART/POS/4/case first/first/ADJ/JJ/7/amod debate/debate/NOUN/NN/2/obl +././PUNCT/./2/punct"
)
SHARED = (
    "He/he/PRON/PRP/3/nsubj:pass was/be/AUX/VBD/3/aux:pass shot/shoot/VERB/VBN/0/root and/and/CCONJ/CC/5/cc "
    "killed/kill/VERB/VBN/3/conj on/on/ADP/IN/7/case Monday/Monday/PROPN/NNP/5/obl +././PUNCT/./3/punct"
)
INTENDED = (
    "They/they/PRON/PRP/2/nsubj agreed/agree/VERB/VBD/0/root on/on/ADP/IN/4/case Monday/Monday/PROPN/NNP/2/obl "
    "to/to/PART/TO/6/mark free/free/VERB/VB/2/xcomp him/he/PRON/PRP/6/obj +././PUNCT/./2/punct"
)
HARMING = (
    "The/the/DET/DT/2/det raid/raid/NOUN/NN/5/nsubj of/of/ADP/IN/4/case Monday/Monday/PROPN/NNP/2/nmod "
    "killed/kill/VERB/VBD/0/root six/six/NUM/CD/5/obj +././PUNCT/./5/punct"
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
HEARSAY = (
    "Rebels/rebel/NOUN/NNS/3/nsubj allegedly/allegedly/ADV/RB/3/advmod shot/shoot/VERB/VBD/0/root "
    "and/and/CCONJ/CC/5/cc attacked/attack/VERB/VBD/3/conj guards/guard/NOUN/NNS/5/obj +././PUNCT/./3/punct"
)
MANAGED = (
    "Rebels/rebel/NOUN/NNS/3/nsubj were/be/AUX/VBD/3/cop able/able/ADJ/JJ/0/root to/to/PART/TO/5/mark "
    "attack/attack/VERB/VB/3/xcomp Kesh/Kesh/PROPN/NNP/5/obj +././PUNCT/./3/punct"
)
BEFORE = (
    "Police/police/NOUN/NN/2/nsubj left/leave/VERB/VBD/0/root before/before/SCONJ/IN/5/mark "
    "rebels/rebel/NOUN/NNS/5/nsubj attack/attack/VERB/VBP/2/advcl Kesh/Kesh/PROPN/NNP/5/obj +././PUNCT/./2/punct"
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
        (OWNED, EventType.MEETING, "2024-03-18"),
        (SHARED, EventType.SHOOTING, "2024-03-18"),
        (INTENDED, EventType.RELEASE, None),
        (HARMING, EventType.KILLING, "2024-03-18"),
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
        (HEARSAY, Factuality.POSSIBLE),
        (MANAGED, Factuality.ACTUAL),
        (BEFORE, Factuality.PLANNED),
    ],
)
def test_what_a_clause_does_to_an_event(sentence: str, verdict: Factuality) -> None:
    events = find_events(tree(sentence), (), (), ()).events
    assert [event.factuality for event in events if event.type is EventType.ATTACK] == [verdict]
