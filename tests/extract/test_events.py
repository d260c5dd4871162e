from datetime import date

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from graph.extract.events import find_events
from graph.model.mentions import EntityMention, EventMention
from graph.model.terms import EventType, Factuality, Role

from .trees import entities, time, tree

BLANK = spacy.blank("en")
RAID = (
    "Norland/Norland/PROPN/NNP/3/nsubj has/have/AUX/VBZ/3/aux carried/carry/VERB/VBN/0/root out/out/ADP/RP/3/compound:prt "
    "a/a/DET/DT/6/det raid/raid/NOUN/NN/3/obj on/on/ADP/IN/9/case Tarn/Tarn/PROPN/NNP/9/compound "
    "Hospital/Hospital/PROPN/NNP/6/nmod in/in/ADP/IN/11/case Kesh/Kesh/PROPN/NNP/9/nmod on/on/ADP/IN/13/case "
    "Monday/Monday/PROPN/NNP/3/obl +././PUNCT/./3/punct"
)
KILLED = (
    "The/the/DET/DT/2/det raid/raid/NOUN/NN/3/nsubj killed/kill/VERB/VBD/0/root six/six/NUM/CD/5/nummod "
    "guards/guard/NOUN/NNS/3/obj +././PUNCT/./3/punct"
)
REFUSED = (
    "Norland/Norland/PROPN/NNP/2/nsubj said/say/VERB/VBD/0/root rebels/rebel/NOUN/NNS/4/nsubj refused/refuse/VERB/VBD/2/ccomp "
    "to/to/PART/TO/6/mark free/free/VERB/VB/4/xcomp hostages/hostage/NOUN/NNS/6/obj +././PUNCT/./2/punct"
)
TRAVELS = (
    "Brask/Brask/PROPN/NNP/3/nsubj is/be/AUX/VBZ/3/aux traveling/travel/VERB/VBG/0/root to/to/ADP/IN/5/case "
    "Kesh/Kesh/PROPN/NNP/3/obl on/on/ADP/IN/7/case Friday/Friday/PROPN/NNP/3/obl +././PUNCT/./3/punct"
)
TALKS = (
    "Talks/talk/NOUN/NNS/9/nsubj between/between/ADP/IN/3/case Norland/Norland/PROPN/NNP/1/nmod and/and/CCONJ/CC/5/cc "
    "Qadan/Qadan/PROPN/NNP/3/conj in/in/ADP/IN/7/case Kesh/Kesh/PROPN/NNP/1/nmod will/will/AUX/MD/9/aux "
    "resume/resume/VERB/VB/0/root +././PUNCT/./9/punct"
)


def role(event: EventMention, doc: Doc, mentions: tuple[EntityMention, ...]) -> set[tuple[Role, str]]:
    by_id = {mention.id: doc.text[mention.span.start : mention.span.end] for mention in mentions}
    return {(each.role, by_id.get(each.mention, each.mention)) for each in event.arguments}


def test_light_verb_place_time_and_chain() -> None:
    doc = tree(RAID, KILLED)
    mentions = entities(
        doc, "Norland:place", "Tarn Hospital:facility:Hospital", "Kesh:place", "six guards:group:guards"
    )
    raid, again, killing = find_events(doc, mentions, (time(doc, "Monday", 18),), ()).events
    assert (raid.type, again.type, killing.type) == (EventType.RAID, EventType.RAID, EventType.KILLING)
    assert role(raid, doc, mentions) == {(Role.AGENT, "Norland"), (Role.PATIENT, "Tarn Hospital")}
    assert raid.place[0] == "m2", "the facility comes before the town"
    assert raid.time == "t1"
    assert again.chain == raid.chain, "the raid is the raid told of before"
    assert (Role.PATIENT, "six guards") in role(killing, doc, mentions)
    assert (Role.INSTRUMENT, again.id) in role(killing, doc, mentions)


def test_factuality_through_nesting() -> None:
    doc = tree(REFUSED)
    mentions = entities(doc, "Norland:place", "rebels:group", "hostages:group")
    refusal, release = find_events(doc, mentions, (), ()).events
    assert (refusal.type, refusal.factuality) == (EventType.REFUSAL, Factuality.ACTUAL)
    assert (release.type, release.factuality) == (EventType.RELEASE, Factuality.NEGATED)
    assert (Role.TOPIC, release.id) in role(refusal, doc, mentions)
    assert role(release, doc, mentions) == {(Role.AGENT, "rebels"), (Role.PATIENT, "hostages")}


def test_present_tense_with_a_later_day_is_a_plan() -> None:
    doc = tree(TRAVELS)
    mentions = entities(doc, "Brask:person", "Kesh:place")
    days = (time(doc, "Friday", 22),)
    (planned,) = find_events(doc, mentions, days, (), date(2024, 3, 20)).events
    (past,) = find_events(doc, mentions, days, (), date(2024, 3, 25)).events
    assert (planned.factuality, past.factuality) == (Factuality.PLANNED, Factuality.ACTUAL)
    assert (Role.DESTINATION, "Kesh") in role(planned, doc, mentions)


def test_noun_frame_and_verb_of_happening() -> None:
    doc = tree(TALKS)
    mentions = entities(doc, "Norland:place", "Qadan:place", "Kesh:place")
    (talks,) = find_events(doc, mentions, (), ()).events
    assert role(talks, doc, mentions) == {(Role.PARTICIPANT, "Norland"), (Role.PARTICIPANT, "Qadan")}
    assert talks.factuality is Factuality.PLANNED
    assert talks.place == ("m3",)


def test_two_killings_with_other_victims_stay_two() -> None:
    first = "Rebels/rebel/NOUN/NNS/2/nsubj killed/kill/VERB/VBD/0/root guards/guard/NOUN/NNS/2/obj +././PUNCT/./2/punct"
    second = "Rebels/rebel/NOUN/NNS/2/nsubj killed/kill/VERB/VBD/0/root nurses/nurse/NOUN/NNS/2/obj +././PUNCT/./2/punct"
    doc = tree(first, second)
    mentions = entities(doc, "Rebels:group", "guards:group", "Rebels:group", "nurses:group")
    one, two = find_events(doc, mentions, (), ()).events
    assert one.chain != two.chain


@settings(deadline=None)
@given(st.text(max_size=80))
def test_never_raises_without_a_tree(text: str) -> None:
    assert find_events(BLANK(text), (), (), ()) == ((), ())


def test_things_without_a_kind_take_part_too() -> None:
    doc = tree(
        "Divers/diver/NOUN/NNS/2/nsubj found/discover/VERB/VBD/0/root a/a/DET/DT/5/det second/second/ADJ/JJ/5/amod "
        "device/device/NOUN/NN/2/obj +././PUNCT/./2/punct"
    )
    (event,), things = find_events(doc, (), (), ())
    words = {thing.id: doc.text[thing.span.start : thing.span.end] for thing in things}
    assert {(each.role, words[each.mention]) for each in event.arguments} == {
        (Role.PATIENT, "a second device")
    }
