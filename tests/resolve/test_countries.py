"""Words of nationality act for their country, where the article names it."""

from graph.model.knowledge import Knowledge
from graph.model.terms import EntityKind, EventType, RelationType, Role
from tests.resolve.test_resolver import know, named, the_event
from tests.story import Story


def raid(text: str, word: str, *, country: bool) -> Knowledge:
    story = Story(text)
    actor = story.entity(word, EntityKind.NORP, "c1")
    if country:
        story.entity("Avonia", EntityKind.PLACE, "c2")
    minister = story.entity("Bram Tal", EntityKind.PERSON, "c3")
    story.event("raid", EventType.RAID, "e1", [(Role.AGENT, actor)])
    story.relation("Bram Tal", minister, RelationType.LEADS, actor)
    return know(story)


def test_an_adjective_acts_for_the_country_that_is_named() -> None:
    knowledge = raid("Avonian leader Bram Tal defended the raid. Avonia is at war.", "Avonian", country=True)
    country = named(knowledge, "Avonia").id
    assert [one.participant for one in the_event(knowledge).participants] == [country]
    assert [fact.object for fact in knowledge.facts] == [country]
    assert named(knowledge, "Avonian").kind is EntityKind.NORP


def test_without_the_country_it_stays_itself() -> None:
    knowledge = raid("Avonian leader Bram Tal defended the raid.", "Avonian", country=False)
    assert [fact.object for fact in knowledge.facts] == [named(knowledge, "Avonian").id]


def test_a_people_is_not_its_country() -> None:
    knowledge = raid("The Avonians and Bram Tal led the raid. Avonia is at war.", "Avonians", country=True)
    assert [one.participant for one in the_event(knowledge).participants] == [named(knowledge, "Avonians").id]
