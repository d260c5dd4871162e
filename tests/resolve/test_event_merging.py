"""One event in several articles is one node; two events of a kind are two."""

import random
from collections.abc import Sequence
from datetime import date

import pytest

from graph.model.knowledge import Event, Knowledge
from graph.model.terms import EntityKind, EventType, Factuality, MergeReason, Role, TimeGrain
from graph.resolve import resolve
from graph.resolve.event_identity import WEIGHTS
from graph.resolve.event_merging import THRESHOLD
from tests.resolve.test_resolver import SmallWorld, know, named
from tests.story import Story

MAY_6, MAY_7, MAY_9, JUNE_2 = date(2024, 5, 6), date(2024, 5, 7), date(2024, 5, 9), date(2024, 6, 2)
RAID = "Troops of the {agent} {verb} {target} in {town} on {day}."


def report(
    verb: str = "raided",
    agent: str = "Coast Guard",
    target: str = "Harbour Hospital",
    town: str = "Kest",
    *,
    kind: EventType = EventType.RAID,
    happened: date | None = MAY_6,
    published: date | None = MAY_7,
    killed: int = 0,
    factuality: Factuality = Factuality.ACTUAL,
    more: str = "",
    text: str = RAID,
) -> Story:
    """An article in one sentence, and more if wanted."""
    words = text.format(
        agent=agent, verb=verb, target=target, town=town, day=f"{happened:%A}" if happened else "a day"
    )
    if killed:
        words += f" It killed {killed} people."
    story = Story(f"{words} {more}".strip(), published=published)
    roles = [
        (Role.AGENT, story.entity(agent, EntityKind.ORGANIZATION, "c1")),
        (Role.PATIENT, story.entity(target, EntityKind.FACILITY, "c2")),
    ]
    place = story.entity(town, EntityKind.PLACE, "c3")
    time = None
    if happened:
        time = story.time(f"{happened:%A}", happened.isoformat(), TimeGrain.DAY, day=happened)
    numbers = (story.quantity(f"{killed} people", killed, "people"),) if killed else ()
    story.event(verb, kind, "e1", roles, place=(place,), time=time, quantities=numbers, factuality=factuality)
    return story


def events(*stories: Story) -> tuple[Event, ...]:
    return know(*stories).events


OTHER_WORDS = "{day}: in {town} the {target} was {verb} by the {agent}."


@pytest.mark.parametrize(
    "other",
    [
        report(text=OTHER_WORDS),
        report("stormed", text=OTHER_WORDS, published=MAY_9),
        report("attacked", kind=EventType.ATTACK, text=OTHER_WORDS),
        report("raided", killed=12, text=OTHER_WORDS),
        report("raided", happened=MAY_7, text=OTHER_WORDS),
        report("raided", happened=None, text=OTHER_WORDS),
    ],
    ids=["same words", "other verb", "kindred type", "number in one", "the day after", "no day in one"],
)
def test_one_raid_in_two_articles_is_one_event(other: Story) -> None:
    first = report(killed=3)
    (event,) = events(first, other)
    assert {one.article for one in event.reports} == {first.article.id, other.article.id}
    assert {one.article for one in event.evidence} == {first.article.id, other.article.id}
    assert {one.participant for one in event.participants} == {
        named(know(first, other), name).id for name in ("Coast Guard", "Harbour Hospital")
    }


@pytest.mark.parametrize(
    "other",
    [
        report(happened=MAY_9, text=OTHER_WORDS),
        report(target="North Clinic", text=OTHER_WORDS),
        report(agent="Border Police", text=OTHER_WORDS),
        report("praised", kind=EventType.SUPPORT, text=OTHER_WORDS),
        report(happened=None, published=JUNE_2, text=OTHER_WORDS),
        report(factuality=Factuality.HYPOTHETICAL, text=OTHER_WORDS),
    ],
    ids=["other day", "other target", "other agent", "other type", "no day, weeks later", "only thought of"],
)
def test_what_differs_in_day_people_or_kind_is_two_events(other: Story) -> None:
    first = report() if other.article.published != JUNE_2 else report(happened=None)
    found = events(first, other)
    assert len(found) == 2
    assert all(one.reports == () for one in found)


def test_the_same_in_two_countries_is_two_events() -> None:
    first = report(town="Cora", more="It lies in Avonia.")
    second = report(town="Cora", more="It lies in Belmark.", text=OTHER_WORDS)
    for story, country in ((first, "Avonia"), (second, "Belmark")):
        story.entity(country, EntityKind.PLACE, "c9")
    assert len(events(first, second)) == 2


def test_a_merge_says_why_and_how_surely() -> None:
    knowledge = know(report(killed=12), report("stormed", killed=12, text=OTHER_WORDS))
    (merge,) = [one for one in knowledge.merges if one.merged == knowledge.events[0].id]
    assert set(merge.reasons) == {
        MergeReason.SAME_TYPE,
        MergeReason.SAME_PARTICIPANT,
        MergeReason.SAME_PLACE,
        MergeReason.SAME_DAY,
        MergeReason.SAME_NUMBER,
        MergeReason.SAME_STORY,
    }
    assert THRESHOLD <= merge.score <= 1
    assert set(merge.reasons) <= set(WEIGHTS)


def test_numbers_of_both_articles_are_kept() -> None:
    (event,) = events(report(killed=12), report(killed=17, text=OTHER_WORDS, published=MAY_9))
    assert sorted(one.minimum or 0 for one in event.quantities) == [12, 17]


def test_a_plan_that_came_true_is_one_event_with_its_history() -> None:
    plan = report(factuality=Factuality.PLANNED, published=date(2024, 5, 3))
    (event,) = events(report(text=OTHER_WORDS), plan)
    assert event.factuality is Factuality.ACTUAL
    assert [one.factuality for one in event.reports] == [Factuality.PLANNED, Factuality.ACTUAL]


def test_one_article_keeps_apart_what_it_tells_apart() -> None:
    twice = report(more="They searched Harbour Hospital again.")
    twice.event("searched", EventType.RAID, "e2", [(Role.PATIENT, "m2")], place=("m3",), time="t1")
    found = events(twice, report(text=OTHER_WORDS))
    assert sorted(len(one.reports) for one in found) == [0, 2]


def test_the_first_report_names_the_event() -> None:
    """So that an event keeps its IRI when later articles come."""
    first, second = report(), report(text=OTHER_WORDS, published=MAY_9)
    (alone,), (joined,) = events(first), events(first, second)
    assert joined.id == alone.id


def test_statements_of_one_speaker_stay_apart() -> None:
    said = {"verb": "spoke", "kind": EventType.STATEMENT}
    assert len(events(report(**said), report(**said, text=OTHER_WORDS))) == 2  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "factuality", "number"),
    [
        (EventType.ACCUSATION, Factuality.ACTUAL, 2),
        (EventType.PROTEST, Factuality.POSSIBLE, 2),
        (EventType.PROTEST, Factuality.ACTUAL, 1),
    ],
    ids=["an act of speech", "what may be", "a fact"],
)
def test_one_story_and_one_word_are_enough_for_facts_alone(
    kind: EventType, factuality: Factuality, number: int
) -> None:
    """Nothing but the story and the word says that the protest of both articles is one."""
    stories = []
    for end in ("Then it ended.", "All went home."):
        story = report(more=f"There was a protest. {end}", happened=None)
        story.event("protest", kind, "e2", factuality=factuality)
        stories.append(story)
    assert len([one for one in events(*stories) if one.type is kind]) == number


def test_references_follow_the_joined_event() -> None:
    first, second = report(), report(text=OTHER_WORDS, more="Bram Tal said it was wrong.")
    tal = second.entity("Bram Tal", EntityKind.PERSON, "c4")
    second.claim(tal, "said", "it was wrong", about=("v1",))
    second.event("said", EventType.ACCUSATION, "e2", [(Role.AGENT, tal), (Role.TOPIC, "v1")])
    knowledge = know(first, second)
    (raid,) = [one for one in knowledge.events if one.type is EventType.RAID]
    (blame,) = [one for one in knowledge.events if one.type is EventType.ACCUSATION]
    assert knowledge.claims[0].about == (raid.id,)
    assert raid.id in {one.participant for one in blame.participants}


def shuffled(stories: Sequence[Story], chance: random.Random) -> Knowledge:
    mixed, others = chance.sample(stories, len(stories)), chance.sample(stories, len(stories))
    return resolve(
        [story.article for story in mixed], [story.document for story in others], gazetteer=SmallWorld()
    )


def test_the_order_of_articles_does_not_matter() -> None:
    stories = [
        report(),
        report("stormed", text=OTHER_WORDS, published=MAY_9),
        report(
            "attacked", kind=EventType.ATTACK, happened=None, text="{day} {town} {target} {agent} {verb}."
        ),
        report(target="North Clinic"),
        report(target="North Clinic", text=OTHER_WORDS, killed=4),
        report(happened=MAY_9, published=JUNE_2),
    ]
    expected = know(*stories)
    assert 2 <= len(expected.events) < len(stories)
    chance = random.Random(11)
    assert all(shuffled(stories, chance) == expected for _ in range(20))
