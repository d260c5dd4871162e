"""Who shares a name with somebody of another article is somebody else, if what is said of both says so."""

import random

import pytest

from graph.model.knowledge import Knowledge
from graph.model.terms import EntityKind, MergeReason, RelationType
from tests.resolve.test_resolver import ORG, PERSON, PLACE, know
from tests.story import Story


def office_holder(name: str, office: str, body: str, *, kind: EntityKind = ORG, more: str = "") -> Story:
    """An article that says which office somebody holds, and names somebody else if wanted."""
    story = Story(
        f"{name}, {office} of {body}, spoke. {more} went home."
        if more
        else f"{name}, {office} of {body}, spoke."
    )
    story.relation(
        office,
        story.entity(name, PERSON, "c1"),
        RelationType.HOLDS_POSITION,
        story.entity(body, kind, "c2"),
        office,
    )
    if more:
        story.entity(more, PERSON, "c3")
    return story


def people(knowledge: Knowledge, word: str = "Bell") -> list[str]:
    return sorted(one.name for one in knowledge.entities if one.kind is PERSON and word in one.name)


@pytest.mark.parametrize(
    ("first", "second", "number"),
    [
        (("Ann Bell", "captain", "Kest Rovers"), ("Ann Bell", "treasurer", "Harbour Bank"), 2),
        (("Ann Bell", "captain", "Kest Rovers"), ("Ann Bell", "skipper", "Kest Rovers"), 1),
        (("Ann Bell", "captain", "Kest Rovers"), ("Ann Bell", "captain", "Rovers of Kest"), 1),
        (("Ann Bell", "captain", "Kest Rovers"), ("Ann Bell", "captain", "Selby Albion"), 2),
    ],
    ids=[
        "another office and body",
        "the same body",
        "the same office in a body of like name",
        "the same office elsewhere",
    ],
)
def test_persons_of_one_name(first: tuple[str, str, str], second: tuple[str, str, str], number: int) -> None:
    assert len(people(know(office_holder(*first), office_holder(*second)))) == number


def test_two_offices_of_one_country_may_be_one_person() -> None:
    first = office_holder("Ann Bell", "senator", "Avonia", kind=PLACE)
    second = office_holder("Ann Bell", "president", "Avonia", kind=PLACE)
    assert len(people(know(first, second))) == 1
    third = office_holder("Ann Bell", "president", "Belmark", kind=PLACE)
    assert len(people(know(first, third))) == 2


def test_articles_that_name_the_same_others_tell_of_one_person() -> None:
    first = office_holder("Ann Bell", "captain", "Kest Rovers", more="Bram Tal")
    second = office_holder("Ann Bell", "treasurer", "Harbour Bank", more="Bram Tal")
    assert len(people(know(first, second))) == 1


def test_articles_between_hold_the_articles_on_one_person_together() -> None:
    captain = office_holder("Ann Bell", "captain", "Kest Rovers", more="Bram Tal")
    banker = office_holder("Ann Bell", "treasurer", "Harbour Bank", more="Ida Roy")
    between = Story("Ann Bell met Bram Tal and Ida Roy.")
    for number, name in enumerate(("Ann Bell", "Bram Tal", "Ida Roy")):
        between.entity(name, PERSON, f"c{number}")
    assert len(people(know(captain, banker))) == 2
    assert len(people(know(captain, banker, between))) == 1


def test_one_of_whom_nothing_is_said_goes_with_the_first() -> None:
    plain = Story("Ann Bell sang.")
    plain.entity("Ann Bell", PERSON, "c1")
    captain = office_holder("Ann Bell", "captain", "Kest Rovers")
    assert len(people(know(plain, captain, office_holder("Ann Bell", "treasurer", "Harbour Bank")))) == 2


def test_a_surname_with_the_same_body_joins_the_full_name_and_says_why() -> None:
    knowledge = know(
        office_holder("Ann Bell", "captain", "Kest Rovers"), office_holder("Bell", "captain", "Kest Rovers")
    )
    assert people(knowledge) == ["Ann Bell"]
    assert (MergeReason.SHORT_NAME, MergeReason.SAME_OFFICE) in {one.reasons for one in knowledge.merges}


@pytest.mark.parametrize(
    "others",
    [
        [("Bell", "captain", "Harbour Bank")],
        [("Bell", "captain", "Kest Rovers"), ("Tom Bell", "keeper", "Kest Rovers")],
    ],
    ids=["another body", "two of that name"],
)
def test_a_surname_without_strong_context_stays_alone(others: list[tuple[str, str, str]]) -> None:
    stories = [office_holder("Ann Bell", "captain", "Kest Rovers"), *(office_holder(*one) for one in others)]
    assert "Bell" in people(know(*stories))


def body(name: str, country: str) -> Story:
    story = Story(f"The {name} ruled on Monday. {country} waited.")
    story.entity(name, ORG, "c1")
    story.entity(country, PLACE, "c2")
    return story


def again(name: str) -> Story:
    story = Story(f"In Avonia the {name} sat.")
    story.entity(name, ORG, "c1")
    story.entity("Avonia", PLACE, "c2")
    return story


@pytest.mark.parametrize(
    ("name", "country", "number"),
    [("Supreme Court", "Belmark", 2), ("Supreme Court", "Avonia", 1), ("Harbour Trust", "Belmark", 1)],
)
def test_bodies_of_a_name_that_many_countries_have(name: str, country: str, number: int) -> None:
    first, second = body(name, "Avonia"), body(name, country) if country != "Avonia" else again(name)
    found = know(first, second).entities
    assert len([one for one in found if one.name == name]) == number


def test_the_order_of_articles_does_not_matter() -> None:
    stories = [
        office_holder("Ann Bell", "captain", "Kest Rovers"),
        office_holder("Ann Bell", "treasurer", "Harbour Bank"),
        office_holder("Ann Bell", "chair", "Harbour Bank"),
        office_holder("Bell", "keeper", "Kest Rovers"),
        body("Supreme Court", "Avonia"),
        body("Supreme Court", "Belmark"),
    ]
    expected, chance = know(*stories), random.Random(3)
    assert all(know(*chance.sample(stories, len(stories))) == expected for _ in range(20))
