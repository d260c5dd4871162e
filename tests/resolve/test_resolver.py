"""Mentions of hand-made articles to knowledge."""

import itertools
import random
from collections.abc import Collection
from dataclasses import replace

from graph.model.knowledge import Entity, Event, GazetteerLink, Knowledge
from graph.model.terms import (
    EntityKind,
    EventRelation,
    EventType,
    Factuality,
    MentionForm,
    MergeReason,
    RelationStatus,
    RelationType,
    Role,
    TimeGrain,
)
from graph.resolve import resolve
from tests.story import Story

PERSON, ORG, PLACE, FACILITY = (
    EntityKind.PERSON,
    EntityKind.ORGANIZATION,
    EntityKind.PLACE,
    EntityKind.FACILITY,
)


class SmallWorld:
    """A gazetteer that knows Avonia by two names and a Cora in each of two countries."""

    def context_countries(self, names: Collection[str]) -> tuple[str, ...]:
        return tuple(sorted({name[:2] for name in names if name in ("Avonia", "A.V.", "Belmark")}))

    def country(self, name: str) -> str | None:
        return {"Avonia": "Av", "Belmark": "Be"}.get(name)

    def demonym(self, word: str) -> str | None:
        return {"Avonian": "Av", "Avonians": "Av"}.get(word)

    def link(
        self,
        name: str,
        kind: EntityKind,
        context_countries: Collection[str] = (),
        *,
        container: str | None = None,
    ) -> GazetteerLink | None:
        if kind is not PLACE:
            return None
        if name in ("Avonia", "A.V."):
            return GazetteerLink(geonames=1, latitude=1.0, longitude=2.0, country="Av", confidence=0.97)
        if name != "Cora":
            return None
        belmark = "Belmark" in (container, *(["Belmark"] if "Be" in context_countries else []))
        return GazetteerLink(
            geonames=8 if belmark else 7,
            latitude=1.5,
            longitude=2.5,
            country="Be" if belmark else "Av",
            confidence=0.9 if belmark or "Av" in context_countries else 0.6,
        )


def know(*stories: Story) -> Knowledge:
    return resolve(
        [story.article for story in stories], [story.document for story in stories], gazetteer=SmallWorld()
    )


def named(knowledge: Knowledge, name: str) -> Entity:
    (entity,) = [one for one in knowledge.entities if one.name == name]
    return entity


def the_event(knowledge: Knowledge) -> Event:
    (event,) = knowledge.events
    return event


def harbour() -> Story:
    story = Story(
        "Troops of the Avonian Defence Force (ADF) raided Harbour Hospital in Cora on Monday. "
        "The ADF said the raid killed Bram Tal, a former aide. "
        "Tal ran the clinic, the group said."
    )
    adf = story.entity("Avonian Defence Force", ORG, "c1")
    story.entity("ADF", ORG, "c1")
    speaker = story.entity("ADF", ORG, "c1", nth=1)
    hospital = story.entity("Harbour Hospital", FACILITY, "c2")
    cora = story.entity("Cora", PLACE, "c3")
    tal = story.entity("Bram Tal", PERSON, "c4")
    story.entity("Tal", PERSON, "c4", nth=1)
    clinic = story.entity("the clinic", FACILITY, "c5", MentionForm.NOMINAL)
    group = story.entity("the group", EntityKind.GROUP, "c6", MentionForm.NOMINAL)
    monday = story.time("Monday", "2024-05-06", TimeGrain.DAY)
    dead = story.quantity("Bram Tal", 1, "dead")
    first = story.event(
        "raided",
        EventType.RAID,
        "e1",
        [(Role.AGENT, adf), (Role.PATIENT, hospital)],
        place=(cora,),
        time=monday,
    )
    story.event(
        "raid",
        EventType.RAID,
        "e1",
        [(Role.AGENT, speaker)],
        nth=1,
        quantities=(dead,),
        factuality=Factuality.POSSIBLE,
    )
    aide = story.relation(
        "former aide", tal, RelationType.HOLDS_POSITION, None, "aide", RelationStatus.FORMER
    )
    inner = story.claim(group, "said", "Tal ran the clinic", about=(tal, clinic))
    story.claim(speaker, "said", "the raid killed Bram Tal", about=(first, aide, tal), nested=(inner,))
    return story


def test_an_acronym_and_a_full_name_are_one_entity_with_its_words() -> None:
    story = harbour()
    force = named(know(story), "Avonian Defence Force")
    assert force.aliases == ("ADF",)
    assert [story.text[one.span.start : one.span.end] for one in force.evidence] == [
        "Avonian Defence Force",
        "ADF",
        "ADF",
    ]
    sentence = force.evidence[2].sentence
    assert story.text[sentence.start : sentence.end].startswith("The ADF said")


def test_event_mentions_of_one_chain_are_one_event() -> None:
    knowledge = know(harbour())
    event = the_event(knowledge)
    assert event.label == "raid on Harbour Hospital in Cora"
    assert event.factuality is Factuality.ACTUAL
    assert event.time is not None
    assert event.time.value == "2024-05-06"
    assert event.places == (named(knowledge, "Cora").id,)
    assert [(one.role, len(one.evidence)) for one in event.participants] == [
        (Role.AGENT, 2),
        (Role.PATIENT, 1),
    ]
    assert [quantity.minimum for quantity in event.quantities] == [1]


def test_links_join_events_not_their_mentions_and_keep_the_words() -> None:
    story = Story("Police raided a mill. Two men died in the raid. Unions protested after the raid.")
    raid = story.event("raided", EventType.RAID, "e1")
    again = story.event("raid", EventType.RAID, "e1", nth=1)
    last = story.event("raid", EventType.RAID, "e1", nth=2, links=[(EventRelation.DURING, raid)])
    story.event("died", EventType.DEATH, "e2", links=[(EventRelation.SUB_EVENT_OF, again)])
    story.event("protested", EventType.PROTEST, "e3", links=[(EventRelation.AFTER, last)])
    events = {event.type: event for event in know(story).events}
    found = {kind: [(link.relation, link.event) for link in event.links] for kind, event in events.items()}
    whole = events[EventType.RAID].id
    # An event is not joined to itself.
    assert found == {
        EventType.RAID: [],
        EventType.DEATH: [(EventRelation.SUB_EVENT_OF, whole)],
        EventType.PROTEST: [(EventRelation.AFTER, whole)],
    }
    (link,) = events[EventType.DEATH].links
    (proof,) = link.evidence
    assert (proof.span, proof.confidence) == (story.span("died"), 0.4)


def test_a_number_of_no_event_stands_by_itself() -> None:
    story = harbour()
    story.quantity("Monday", 7, "tents")
    knowledge = know(story)
    assert [(one.minimum, one.what) for one in knowledge.quantities] == [(7, "tents")]
    assert {one.id for one in the_event(knowledge).quantities}.isdisjoint(
        one.id for one in knowledge.quantities
    )


def test_claims_point_at_events_facts_named_entities_and_inner_claims() -> None:
    knowledge = know(harbour())
    by_content = {claim.content: claim for claim in knowledge.claims}
    outer, inner = by_content["the raid killed Bram Tal"], by_content["Tal ran the clinic"]
    tal, fact = named(knowledge, "Bram Tal").id, knowledge.facts[0]
    assert outer.about == tuple(sorted((knowledge.events[0].id, fact.id, tal)))
    assert outer.nested == (inner.id,)
    assert outer.speaker == named(knowledge, "Avonian Defence Force").id
    assert inner.about == (tal,), (
        "the clinic is mentioned only, so it is no entity and not what the claim is about"
    )


def test_unneeded_nominals_go_and_needed_ones_stay() -> None:
    names = {entity.name for entity in know(harbour()).entities}
    assert "the group" in names
    assert "the clinic" not in names


def test_places_are_linked_and_others_are_not() -> None:
    linked = {entity.name for entity in know(harbour()).entities if entity.link}
    assert linked == {"Cora"}


def one_name(text: str, name: str, kind: EntityKind) -> Story:
    story = Story(text)
    story.entity(name, kind, "c1")
    return story


def test_full_names_join_across_articles_and_say_why() -> None:
    knowledge = know(
        one_name("Bram Tal left.", "Bram Tal", PERSON), one_name("Then Bram Tal’s son.", "Bram Tal’s", PERSON)
    )
    person = named(knowledge, "Bram Tal")
    assert len({one.article for one in person.evidence}) == 2
    assert [(one.merged, one.reasons) for one in knowledge.merges] == [(person.id, (MergeReason.SAME_NAME,))]
    assert {one.article for one in knowledge.merges[0].joined} == {one.article for one in person.evidence}


def test_a_surname_alone_does_not_join_across_articles() -> None:
    knowledge = know(one_name("Tal left.", "Tal", PERSON), one_name("Then Tal came.", "Tal", PERSON))
    assert len(knowledge.entities) == 2
    assert knowledge.merges == ()


def told_of(*names: str, kind: EntityKind = PERSON) -> Knowledge:
    """Give an article to each name."""
    stories = []
    for number, name in enumerate(names):
        story = Story(f"{name} spoke.", publisher=f"Paper {number}")
        story.entity(name, kind, "c1")
        stories.append(story)
    return know(*stories)


def test_a_person_without_the_middle_name_is_the_only_one_who_has_it() -> None:
    (entity,) = told_of("Ada J. Berg", "Ada Berg").entities
    assert (entity.name, entity.aliases) == ("Ada J. Berg", ("Ada Berg",))
    # Two have it: who is meant is not known.
    assert len(told_of("Ada J. Berg", "Ada K. Berg", "Ada Berg").entities) == 3
    assert len(told_of("Ada van Berg", "Ada Berg").entities) == 2
    assert len(told_of("Ada Berg Jr.", "Ada Jr.").entities) == 2


def test_a_people_is_one_in_singular_and_plural() -> None:
    assert len(told_of("Republican", "Republicans", kind=EntityKind.NORP).entities) == 1


def test_the_same_name_of_another_kind_stays_apart() -> None:
    knowledge = know(
        one_name("Cora Vale sang.", "Cora Vale", PERSON), one_name("In Cora Vale.", "Cora Vale", PLACE)
    )
    assert sorted(entity.kind for entity in knowledge.entities) == [PERSON, PLACE]


def long_and_short(full: str, short: str) -> Story:
    story = Story(f"The {full} ({short}) met.")
    story.entity(full, ORG, "c1")
    story.entity(short, ORG, "c1")
    return story


def test_an_acronym_alone_joins_the_only_body_that_uses_it() -> None:
    lone = one_name("So the ADF left.", "ADF", ORG)
    knowledge = know(long_and_short("Avonian Defence Force", "ADF"), lone)
    (force,) = knowledge.entities
    (merge,) = knowledge.merges
    assert (merge.merged, merge.reasons) == (force.id, (MergeReason.SHORT_NAME,))
    assert lone.article.id in {one.article for one in merge.joined}


def test_an_ambiguous_acronym_stays_alone() -> None:
    knowledge = know(
        long_and_short("Avonian Defence Force", "ADF"),
        long_and_short("Arts and Design Fund", "ADF"),
        one_name("So the ADF left.", "ADF", ORG),
    )
    assert sorted(entity.name for entity in knowledge.entities) == [
        "ADF",
        "Arts and Design Fund",
        "Avonian Defence Force",
    ]


def in_country(country: str) -> Story:
    story = Story(f"Trains left Cora for {country}.")
    story.entity("Cora", PLACE, "c1")
    story.entity(country, PLACE, "c2")
    return story


def test_two_names_of_one_place_are_one_entity() -> None:
    knowledge = know(in_country("Avonia"), in_country("A.V."))
    country = named(knowledge, "Avonia")
    assert country.aliases == ("A.V.",)
    assert {one.merged: one.reasons for one in knowledge.merges} == {
        country.id: (MergeReason.SAME_LOCATION,),
        named(knowledge, "Cora").id: (MergeReason.SAME_NAME,),
    }


def test_namesakes_in_two_countries_are_two_places() -> None:
    knowledge = know(in_country("Avonia"), in_country("Belmark"))
    assert sorted(one.link.geonames for one in knowledge.entities if one.name == "Cora" and one.link) == [
        7,
        8,
    ]


def test_a_place_without_a_sure_link_goes_with_its_namesake() -> None:
    knowledge = know(in_country("Avonia"), one_name("Cora again.", "Cora", PLACE))
    assert len(named(knowledge, "Cora").evidence) == 2


def test_a_people_is_no_country() -> None:
    story = Story("The Avonian pulled out of Avonia.")
    story.entity("Avonian", EntityKind.NORP, "c1")
    story.entity("Avonia", PLACE, "c2")
    assert {(one.name, one.kind) for one in know(story).entities} == {
        ("Avonian", EntityKind.NORP),
        ("Avonia", PLACE),
    }


def test_equal_facts_of_two_articles_are_one_fact_with_two_pieces_of_evidence() -> None:
    stories = []
    for office in ("Mayor", "mayor"):
        story = Story(f"The {office} of Cora, Ann Bell, spoke.")
        story.relation(
            office,
            story.entity("Ann Bell", PERSON, "c1"),
            RelationType.HOLDS_POSITION,
            story.entity("Cora", PLACE, "c2"),
            office,
        )
        stories.append(story)
    (fact,) = know(*stories).facts
    assert fact.value == "Mayor"
    assert len(fact.evidence) == 2


def test_a_former_office_is_another_fact() -> None:
    story = Story("Ann Bell, once mayor, is mayor.")
    bell = story.entity("Ann Bell", PERSON, "c1")
    story.relation("once mayor", bell, RelationType.HOLDS_POSITION, None, "mayor", RelationStatus.FORMER)
    story.relation("is mayor", bell, RelationType.HOLDS_POSITION, None, "mayor")
    assert {fact.status for fact in know(story).facts} == {RelationStatus.CURRENT, RelationStatus.FORMER}


def test_references_to_nothing_are_left_out() -> None:
    story = Story("Bram Tal spoke to Ann Bell.")
    tal = story.entity("Bram Tal", PERSON, "c1")
    story.event(
        "spoke",
        EventType.STATEMENT,
        "e1",
        [(Role.AGENT, tal), (Role.PATIENT, "m99")],
        place=("m98",),
        time="t7",
    )
    story.relation("spoke", "m97", RelationType.LEADS, tal)
    story.relation("spoke", tal, RelationType.LEADS, tal)
    story.claim("m96", "spoke", "Ann Bell", about=("v9",), nested=("k9",))
    knowledge = know(story)
    assert [one.role for one in the_event(knowledge).participants] == [Role.AGENT]
    assert knowledge.facts == ()
    assert knowledge.claims[0].speaker is None


def test_factuality_of_a_chain_is_its_strongest() -> None:
    for weaker, stronger in itertools.pairwise(
        (
            Factuality.HYPOTHETICAL,
            Factuality.POSSIBLE,
            Factuality.DEMANDED,
            Factuality.PLANNED,
            Factuality.DENIED,
            Factuality.ACTUAL,
        )
    ):
        story = Story("They raid it and raided it.")
        story.event("raid", EventType.RAID, "e1", factuality=weaker)
        story.event("raided", EventType.RAID, "e1", factuality=stronger)
        assert the_event(know(story)).factuality is stronger


def planned_assault(later: str) -> Factuality:
    story = Story(f"A planned assault is feared. {later}.")
    story.event("assault", EventType.ATTACK, "e1", factuality=Factuality.PLANNED)
    story.event(later.split()[1], EventType.ATTACK, "e1", nth=int(later.split()[1] == "assault"))
    return the_event(know(story)).factuality


def test_a_noun_that_refers_back_to_a_plan_is_no_news_and_a_verb_is() -> None:
    assert planned_assault("The assault worries Cora") is Factuality.PLANNED
    assert planned_assault("They stormed Cora") is Factuality.ACTUAL


def test_the_order_of_input_does_not_matter() -> None:
    stories = [
        harbour(),
        long_and_short("Avonian Defence Force", "ADF"),
        one_name("So the ADF left.", "ADF", ORG),
        one_name("Then Bram Tal’s son.", "Bram Tal’s", PERSON),
        one_name("Tal left.", "Tal", PERSON),
    ]
    expected = know(*stories)
    chance = random.Random(5)
    for _ in range(20):
        shuffled = chance.sample(stories, len(stories))
        documents = []
        for story in chance.sample(stories, len(stories)):
            document = story.document
            documents.append(
                replace(
                    document,
                    entities=tuple(chance.sample(document.entities, len(document.entities))),
                    events=tuple(chance.sample(document.events, len(document.events))),
                    claims=tuple(chance.sample(document.claims, len(document.claims))),
                    relations=tuple(chance.sample(document.relations, len(document.relations))),
                )
            )
        articles = [story.article for story in shuffled]
        assert resolve(articles, documents, gazetteer=SmallWorld()) == expected


def test_articles_without_mentions_are_kept() -> None:
    story = Story("...")
    assert resolve([story.article, story.article], []) == Knowledge(articles=(story.article,))
