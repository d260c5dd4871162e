"""Lexicon and reader weighed against each other, and what comes of it in a text."""

import pytest
from spacy.tokens import Doc

from graph.extract import trigger_choice
from graph.extract.entities import find_entities
from graph.extract.events import find_events
from graph.extract.trigger_choice import Choice, Weights, choose
from graph.model.mentions import EventMention
from graph.model.terms import EventType, Role
from graph.read.events import EventScore, EventScores
from graph.read.extensions import declare_extensions
from tests.extract.conftest import add_ents
from tests.extract.trees import tree

SURE, UNSURE, HARDLY = -0.05, -1.0, -6.0
RAID, VISIT, DEMAND = EventType.RAID, EventType.VISIT, EventType.DEMAND


@pytest.fixture(autouse=True)
def _fixed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Weights change with each training; what they mean does not."""
    own = Weights(ruled=2.0, possible=1.4, unknown=0.9, unruled=0.8, speech=0.8, caution=-0.8)
    monkeypatch.setattr(trigger_choice, "weights", lambda: own)


def score(nothing: float, **types: float) -> EventScore:
    return EventScore(0, nothing, tuple(sorted(types.items(), key=lambda item: -item[1])))


@pytest.mark.parametrize(
    ("ruled", "possible", "given", "expected"),
    [
        (RAID, {RAID}, None, None),  # a rule gives way where the reader is sure of no event
        (RAID, {RAID}, score(SURE, Raid=-3.5), RAID),  # and holds where it is not
        (None, {RAID}, score(SURE, Raid=-3.5), None),
        (None, {RAID}, None, None),  # a word that the lexicon knows is not enough
        (None, {RAID}, score(UNSURE, Raid=UNSURE), RAID),  # but a hint is
        (None, (), score(UNSURE, Raid=UNSURE), None),
        (None, (), score(-2.0, Raid=-0.2), RAID),
        (None, (), score(SURE, Raid=-3.0), None),
        (None, (), score(HARDLY, Visit=SURE), VISIT),  # the reader knows words that the lexicon lacks
        (RAID, {RAID}, score(HARDLY, Visit=SURE), VISIT),
        (DEMAND, {DEMAND}, None, DEMAND),  # acts of speech are the rules' own
        (DEMAND, {DEMAND}, score(HARDLY, Visit=SURE), VISIT),
    ],
)
def test_rules_and_reader_are_weighed(
    ruled: EventType | None, possible: set[EventType], given: EventScore | None, expected: EventType | None
) -> None:
    assert choose(ruled, possible, given).type is expected


def test_the_chance_is_higher_where_both_agree() -> None:
    agreed: Choice = choose(RAID, {RAID}, score(UNSURE, Raid=UNSURE))
    alone = choose(RAID, {RAID}, score(SURE, Raid=-3.5))
    assert 0.5 < alone.chance < agreed.chance < 1


def events(doc: Doc) -> tuple[EventMention, ...]:
    return find_events(doc, find_entities(doc), (), ()).events


BLITZED = "Norland/Norland/PROPN/NNP/2/nsubj blitzed/blitz/VERB/VBD/0/root Kesh/Kesh/PROPN/NNP/2/obj +././PUNCT/./2/punct"


def test_a_word_that_no_rule_knows_tells_of_an_event_with_the_usual_roles() -> None:
    declare_extensions()
    doc = add_ents(tree(BLITZED), [("Norland", "GPE"), ("Kesh", "GPE")])
    assert events(doc) == ()
    doc._.event_scores = EventScores.gathered([EventScore(1, HARDLY, (("Attack", SURE),))])
    (event,) = events(doc)
    assert event.type is EventType.ATTACK
    assert event.method.startswith("reader.events")
    assert {each.role for each in event.arguments} >= {Role.AGENT, Role.PATIENT}


def test_part_of_a_name_is_no_event_whatever_the_reader_says() -> None:
    declare_extensions()
    doc = add_ents(tree(BLITZED), [("Norland blitzed Kesh", "ORG")])
    doc._.event_scores = EventScores.gathered([EventScore(1, HARDLY, (("Attack", SURE),))])
    assert events(doc) == ()
