import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from typing import Any

import pytest
from pyoxigraph import Store

from graph.view.page import render_page
from graph.view.payload import MOST_EVIDENCE, steps
from graph.view.projection import project
from graph.view.things import shortened
from tests.view.newsroom import Newsroom
from tests.view.stories import crowd, harbour

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)> 'href' \"q\" {{ 7*7 }} \u2028"


def data_of(html: str, name: str = "data") -> Any:
    (text,) = re.findall(rf'<script type="application/json" id="{name}">(.*?)</script>', html, re.DOTALL)
    return json.loads(text)


def scripts_of(html: str) -> list[str | None]:
    """The type of each script element, as a browser would find them."""
    found: list[str | None] = []

    class Finder(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            if tag == "script":
                found.append(dict(attrs).get("type"))

    Finder().feed(html)
    return found


def hostile() -> Newsroom:
    room = Newsroom()
    paper = room.article(HOSTILE, HOSTILE, "2031-01-01", "javascript:alert(3)")
    sentence = f"Then {HOSTILE} met Ann."
    bad = room.entity("Person", HOSTILE, [room.words(paper, sentence, HOSTILE)], aliases=(HOSTILE + "2",))
    ann = room.entity("Person", "Ann", [room.words(paper, sentence, "Ann")])
    event = room.event(
        "Meeting",
        HOSTILE,
        [room.words(paper, sentence, "met")],
        roles=[
            ("agent", bad, room.words(paper, sentence, HOSTILE)),
            ("participant", ann, room.words(paper, sentence, "Ann")),
        ],
    )
    room.claim(bad, "denies", HOSTILE, room.words(paper, sentence, HOSTILE), [event], cue=HOSTILE)
    room.fact(bad, "holdsPosition", ann, room.words(paper, sentence, "met"), position=HOSTILE)
    return room


@pytest.fixture(scope="module")
def page() -> str:
    return render_page(harbour().store, title="Truce talks & more")


def test_nothing_in_the_page_points_to_another_place(page: str) -> None:
    without_data = re.sub(r'<script type="application/json".*?</script>', "", page, flags=re.DOTALL)
    assert not re.findall(r"""(?:src|href|action)\s*=\s*["']?\s*(?:https?:)?//""", without_data)
    assert not re.findall(r"""url\(\s*["']?\s*(?:https?:)?//|@import""", without_data)
    assert "bootstrap" not in page
    assert "<link" not in without_data.replace('<link rel="icon" href="data:,">', "")
    assert "default-src 'none'" in page
    assert "%CSP%" not in page


def test_the_policy_allows_only_the_scripts_of_the_page(page: str) -> None:
    (policy,) = re.findall(r'Content-Security-Policy" content="(.*?)"', page)
    assert policy.count("'sha256-") == len([kind for kind in scripts_of(page) if kind is None]) == 2
    assert "script-src 'sha256-" in policy
    assert not re.search(r"\son[a-z]+\s*=\s*[\"']", page.split("<main>")[0])


def test_the_title_and_all_nodes_are_there(page: str) -> None:
    network = project(harbour().store)
    assert "<title>Truce talks &amp; more</title>" in page
    data = data_of(page)
    assert [node["l"] for node in data["nodes"]] == [label for _, label in network.nodes(data="label")]
    assert len(data["edges"]) == network.number_of_edges() == len(data_of(page, "pyvis")["edges"])
    assert data["articles"][0][0] == "Barge closes Meridian Bridge; dockers walk out"


def test_evidence_carries_sentence_words_article_and_speaker(page: str) -> None:
    data = data_of(page)
    event = next(node for node in data["nodes"] if node["l"] == "attack on the convoy")
    sentence, begin, end, article, method, confidence, claim, by, stance = data["proofs"][event["e"][0]]
    assert data["sentences"][sentence][begin:end] == "fired on"
    assert data["articles"][article][1] == "Meridian Daily"
    assert (method, confidence, by, stance) == ("events.triggers", 0.9, "Ilya Korvat", "denies")
    assert data["nodes"][claim]["l"] == "his troops had fired on the convoy"


def test_planned_and_denied_edges_are_drawn_unlike_actual_ones(page: str) -> None:
    data, wired = data_of(page), data_of(page, "pyvis")
    dashes: dict[str, set[tuple[int, ...]]] = {}
    for edge, drawn in zip(data["edges"], wired["edges"], strict=True):
        if edge[2] == "role":
            dashes.setdefault(edge[5], set()).add(tuple(drawn.get("dashes", ())))
    assert dashes["actual"] == {()}
    assert dashes["planned"] == dashes["demanded"] == {(7, 5)}
    assert dashes["denied"] == dashes["negated"] == {(2, 5)}


def test_edges_between_the_same_two_nodes_do_not_lie_on_each_other(page: str) -> None:
    wired = data_of(page, "pyvis")
    seen: set[object] = set()
    for edge in wired["edges"]:
        bend = edge.get("smooth", {})
        way = edge["from"] < edge["to"], bend.get("type")
        side = (way[0] == (bend["type"] == "curvedCW")) if bend else None
        key = (frozenset((edge["from"], edge["to"])), side, bend.get("roundness"))
        assert key not in seen
        seen.add(key)


def test_hostile_text_is_data_and_no_markup() -> None:
    html = render_page(hostile().store, title=HOSTILE)
    assert "alert(1)</script>" not in html
    assert "<img" not in html
    assert len(scripts_of(html)) == 4
    data = data_of(html)
    assert data["nodes"][0]["l"] == HOSTILE
    assert data["title"] == HOSTILE
    assert data["articles"] == [[HOSTILE, HOSTILE, "2031-01-01", ""]]


def test_an_empty_graph_gives_a_page_that_says_so() -> None:
    html = render_page(Store(), title="Nothing yet")
    assert "This graph is empty" in html
    assert "<script" not in html
    assert "script-src 'none'" in html


def test_much_evidence_is_cut_to_the_surest_and_counted() -> None:
    room = Newsroom()
    paper = room.article("A", "P", "2031-01-01")
    words = [
        room.words(paper, f"Ann was at stop {n}.", "Ann", confidence=0.5 + n / 200)
        for n in range(MOST_EVIDENCE + 20)
    ]
    room.entity("Person", "Ann", words)
    data = data_of(render_page(room.store, title="x"))
    (node,) = data["nodes"]
    assert node["n"] == MOST_EVIDENCE + 20
    assert len(node["e"]) == MOST_EVIDENCE
    assert min(data["proofs"][number][5] for number in node["e"]) == 0.6


def test_every_step_of_the_slider_has_a_place_for_each_node() -> None:
    data = data_of(render_page(crowd(300).store, title="x"))
    counts = [level["count"] for level in data["levels"]]
    assert counts == steps(len(data["nodes"]))
    assert data["levels"][data["first"]]["count"] == 80
    for level in data["levels"]:
        assert len(level["at"]) == 2 * level["count"]


def test_two_processes_with_different_hash_seeds_write_the_same_bytes() -> None:
    program = (
        "import hashlib; from tests.view.stories import crowd, harbour; from graph.view.page import render_page;"
        "from graph.view.projection import project; from graph.view.tables import write_gexf, write_graphml;"
        "network = project(harbour().store);"
        "print(hashlib.sha256(b''.join([render_page(harbour().store, title='x').encode(), write_gexf(network),"
        "write_graphml(network), render_page(crowd(200).store, title='y').encode()])).hexdigest())"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "4711")
    ]
    assert runs[0] == runs[1]
    assert len(runs[0].strip()) == 64


@pytest.mark.parametrize(("text", "limit", "cut"), [
    ("short", 10, "short"),
    ("one two three four", 12, "one two…"),
    ("a" * 30, 10, "a" * 9 + "…"),
    ("  blanks \n\t between ", 40, "blanks between"),
    ("", 5, ""),
])  # fmt: skip
def test_texts_are_cut_at_words(text: str, limit: int, cut: str) -> None:
    assert shortened(text, limit) == cut
