from collections.abc import Callable
from io import BytesIO
from typing import Any

import networkx as nx
import pytest
from pyoxigraph import Store

from graph.view.projection import project
from graph.view.tables import write_gexf, write_graphml
from tests.view.newsroom import Newsroom
from tests.view.stories import harbour

Format = tuple[Callable[["nx.MultiDiGraph[str]"], bytes], Callable[[BytesIO], Any]]
FORMATS: dict[str, Format] = {"graphml": (write_graphml, nx.read_graphml), "gexf": (write_gexf, nx.read_gexf)}


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_written_is_read_again(name: str) -> None:
    write, read = FORMATS[name]
    network = project(harbour().store)
    again = read(BytesIO(write(network)))
    assert set(again) == set(network)
    assert again.number_of_edges() == network.number_of_edges()
    front = next(iri for iri, node in network.nodes.items() if node["label"] == "Federal Guard of Karst")
    assert again.nodes[front]["aliases"] == "FGK | Federal Guard"
    assert again.nodes[front]["class"] == "Organization"
    assert again.nodes[front]["evidence"] == len(network.nodes[front]["evidence"])
    denied = next(node for _, node in again.nodes(data=True) if node["label"] == "attack on the convoy")
    assert denied["status"] == "denied"
    assert denied["said_by"] == "Ilya Korvat"
    assert any("Two accounts" in edge["articles"] for *_, edge in again.edges(data=True))


@pytest.mark.parametrize("name", FORMATS)
def test_equal_networks_give_equal_bytes_without_a_date(name: str) -> None:
    write, _ = FORMATS[name]
    text = write(project(harbour().store))
    assert text == write(project(harbour().store))
    assert b"lastmodifieddate" not in text


@pytest.mark.parametrize("name", FORMATS)
def test_control_characters_and_markup_in_names_do_no_harm(name: str) -> None:
    write, read = FORMATS[name]
    room = Newsroom()
    name_ = 'Ann\x00\x0b "<b>&amp;]]>\ufffe Lee'
    paper = room.article("A\x1fB", "P", "2031-01-01")
    room.entity("Person", name_, [room.words(paper, f"{name_} was there.", name_)])
    again = read(BytesIO(write(project(room.store))))
    assert [node["label"] for node in again.nodes.values()] == ['Ann "<b>&amp;]]> Lee']


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_network_is_a_valid_file(name: str) -> None:
    write, read = FORMATS[name]
    assert read(BytesIO(write(project(Store())))).number_of_nodes() == 0
