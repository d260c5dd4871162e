from typing import Any

import networkx as nx
from pyoxigraph import Quad, Store

from graph.view.projection import project
from graph.vocabulary import news as ng
from tests.view.newsroom import Newsroom
from tests.view.stories import harbour


def by_label(network: "nx.MultiDiGraph[str]", label: str) -> tuple[str, dict[str, Any]]:
    (found,) = [iri for iri, node in network.nodes.items() if node["label"] == label]
    return found, network.nodes[found]


def edge_between(network: "nx.MultiDiGraph[str]", source: str, target: str, kind: str) -> dict[str, Any]:
    one, other = by_label(network, source)[0], by_label(network, target)[0]
    found: dict[str, Any]
    (found,) = [edge for edge in network.get_edge_data(one, other).values() if edge["type"] == kind]
    return found


def scene() -> tuple[Newsroom, dict[str, str]]:
    """One article of three sentences: an office, a planned visit, a denied one."""
    room = Newsroom()
    paper = room.article(
        "Harbour news", "Harbour Post", "2031-05-15T09:00:00+02:00", "https://post.example/1"
    )
    first = "Mayor Lund will visit Grey Isle on Friday."
    second = "The union denied that Lund had met its leaders."
    lund = room.entity(
        "Person", "Pietro Lund", [room.words(paper, first, "Lund")], aliases=("Lund", "Mayor Lund")
    )
    isle = room.entity("Place", "Grey Isle", [room.words(paper, first, "Grey Isle")])
    union = room.entity("Organization", "Dockworkers' Union", [room.words(paper, second, "The union")])
    visit = room.event("Visit", "visit to Grey Isle", [room.words(paper, first, "visit")], factuality="planned",
                       roles=[("agent", lund, room.words(paper, first, "Mayor Lund"))], place=isle, days=("2031-05-16", "2031-05-16"))  # fmt: skip
    meeting = room.event("Meeting", "meeting", [room.words(paper, second, "met")], factuality="denied",
                         roles=[("participant", lund, room.words(paper, second, "Lund"))])  # fmt: skip
    room.claim(
        union,
        "denies",
        "Lund had met its leaders",
        room.words(paper, second, "Lund had met its leaders"),
        [meeting],
        cue="denied",
    )
    office = room.fact(lund, "holdsPosition", "", room.words(paper, first, "Mayor"), position="mayor")
    leads = room.fact(lund, "leads", isle, room.words(paper, first, "Mayor Lund"), status="alleged")
    return room, {"visit": visit, "meeting": meeting, "office": office, "leads": leads}


def test_nodes_are_entities_events_and_claims_with_their_attributes() -> None:
    network = project(scene()[0].store)
    assert sorted(node["kind"] for node in network.nodes.values()) == [
        "claim",
        "entity",
        "entity",
        "entity",
        "event",
        "event",
    ]
    _, lund = by_label(network, "Pietro Lund")
    assert (lund["type"], lund["aliases"]) == ("Person", ("Lund", "Mayor Lund"))
    _, visit = by_label(network, "visit to Grey Isle")
    assert (visit["type"], visit["status"], visit["when"]) == ("Visit", "planned", "2031-05-16")
    _, claim = by_label(network, "Lund had met its leaders")
    assert (claim["status"], claim["speaker"], claim["cue"]) == ("denies", "Dockworkers' Union", "denied")


def test_evidence_points_at_the_words_in_their_sentence_and_names_the_article() -> None:
    _, lund = by_label(project(scene()[0].store), "Pietro Lund")
    (card,) = lund["evidence"]
    assert card.sentence[card.begin : card.end] == "Lund"
    assert (card.article.title, card.article.publisher, card.article.date) == (
        "Harbour news",
        "Harbour Post",
        "2031-05-15",
    )
    assert card.article.url == "https://post.example/1"
    assert (card.method, card.confidence) == ("rule", 0.9)


def test_words_inside_a_claim_name_the_speaker_and_others_do_not() -> None:
    network = project(scene()[0].store)
    (inside,) = by_label(network, "meeting")[1]["evidence"]
    assert (inside.said_by, inside.stance) == ("Dockworkers' Union", "denies")
    (outside,) = by_label(network, "visit to Grey Isle")[1]["evidence"]
    assert (outside.claim, outside.said_by) == ("", "")


def test_a_role_edge_has_the_words_of_its_participation_and_the_factuality_of_its_event() -> None:
    network = project(scene()[0].store)
    edge = edge_between(network, "visit to Grey Isle", "Pietro Lund", "agent")
    (card,) = edge["evidence"]
    assert card.sentence[card.begin : card.end] == "Mayor Lund"
    assert (edge["kind"], edge["status"]) == ("role", "planned")


def test_a_place_without_participation_falls_back_to_the_words_of_the_event() -> None:
    edge = edge_between(project(scene()[0].store), "visit to Grey Isle", "Grey Isle", "place")
    assert [card.sentence[card.begin : card.end] for card in edge["evidence"]] == ["visit"]


def test_a_link_joins_two_events_and_has_the_factuality_of_the_first() -> None:
    room, names = scene()
    article = room.article("More", "Harbour Post", "2031-05-15")
    proof = room.words(article, "Lund will visit Grey Isle if they have met.", "if")
    room.link(names["visit"], "dependsOn", names["meeting"], proof)
    edge = edge_between(project(room.store), "visit to Grey Isle", "meeting", "dependsOn")
    assert (edge["kind"], edge["label"], edge["status"]) == ("link", "depends on", "planned")
    assert [card.sentence[card.begin : card.end] for card in edge["evidence"]] == ["if"]


def test_facts_are_edges_with_status_and_an_office_without_a_body_stays_with_its_holder() -> None:
    network = project(scene()[0].store)
    assert edge_between(network, "Pietro Lund", "Grey Isle", "leads")["status"] == "alleged"
    assert [(fact.label, fact.status) for fact in by_label(network, "Pietro Lund")[1]["facts"]] == [
        ("mayor", "current")
    ]


def test_a_claim_links_its_speaker_to_what_it_is_about() -> None:
    network = project(scene()[0].store)
    assert (
        edge_between(network, "Dockworkers' Union", "Lund had met its leaders", "speaker")["status"]
        == "denies"
    )
    assert edge_between(network, "Lund had met its leaders", "meeting", "about")["kind"] == "speech"


def test_a_claim_about_a_fact_points_at_both_ends_of_the_fact() -> None:
    room, made = scene()
    paper = room.article("More", "Daily", "2031-05-17")
    proof = room.words(paper, "Nobody there believes that Lund leads Grey Isle.", "Lund leads Grey Isle")
    room.claim("", "doubts", "Lund leads Grey Isle", proof, [made["leads"]])
    network = project(room.store)
    for end in ("Pietro Lund", "Grey Isle"):
        assert edge_between(network, "Lund leads Grey Isle", end, "about")["facts"] == (made["leads"],)
    assert by_label(network, "Lund leads Grey Isle")[1]["speaker"] == ""


def test_the_same_data_in_one_graph_or_many_gives_the_same_network() -> None:
    many, one = scene()[0].store, Store()
    for quad in many:
        one.add(Quad(quad.subject, quad.predicate, quad.object))
    first, second = project(many), project(one)
    assert list(first.nodes(data=True)) == list(second.nodes(data=True))
    assert list(first.edges(data=True, keys=True)) == list(second.edges(data=True, keys=True))


def test_missing_labels_wrong_offsets_and_dangling_links_do_not_stop_it() -> None:
    room, _ = scene()
    store = room.store
    for quad in list(store):
        drop = ("prefLabel", "sentenceBegin", "factuality", "headline")
        if str(quad.predicate.value).endswith(drop) or quad.object.value == str(ng.Organization):
            store.remove(quad)
    network = project(store)
    assert by_label(network, "visit to Grey Isle")[1]["status"] == "actual"
    assert by_label(network, "Lund")[1]["type"] == "Person"
    for _, node in network.nodes(data=True):
        for card in node["evidence"]:
            assert 0 <= card.begin <= card.end <= len(card.sentence)


def test_the_label_of_a_claim_has_no_quotation_marks_of_its_own() -> None:
    room = Newsroom()
    paper = room.article("A", "P", "2031-01-01")
    sentence = "“We cannot stop,” they said."
    room.claim("", "refuses", "“We cannot stop,”", room.words(paper, sentence, "“We cannot stop,”"))
    assert by_label(project(room.store), "We cannot stop,")[1]["content"] == "“We cannot stop,”"


def test_offsets_count_code_points() -> None:
    room = Newsroom()
    paper = room.article("Emoji", "Post", "2031-01-01")
    sentence = "🚢🚢 The ferry Zoë left 𝒜nselm."
    room.entity("Work", "Zoë", [room.words(paper, sentence, "Zoë")])
    (card,) = by_label(project(room.store), "Zoë")[1]["evidence"]
    assert card.sentence[card.begin : card.end] == "Zoë"


def test_rank_follows_the_order_of_the_nodes_and_the_centre_of_the_story_comes_first() -> None:
    network = project(harbour().store)
    assert [node["rank"] for node in network.nodes.values()] == list(range(network.number_of_nodes()))
    assert network.nodes[next(iter(network))]["label"] == "Harbour Front"
    first = [node["kind"] for node in list(network.nodes.values())[:20]]
    assert set(first) == {"entity", "event", "claim"}


def test_an_empty_dataset_gives_an_empty_network() -> None:
    network = project(Store())
    assert network.number_of_nodes() == 0
    assert network.graph["articles"] == ()
