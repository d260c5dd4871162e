"""The page in headless Chromium, opened from a file with the network off."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, sync_playwright

from graph.view.page import render_page
from tests.view.newsroom import Newsroom
from tests.view.stories import crowd, harbour
from tests.view.test_page import HOSTILE, hostile

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
)
CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: scripts/test installs it"),
]


class Opened:
    """A page with all that it asked for and all that went wrong in it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.troubles: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.troubles.append(str(error)))
        page.on("console", lambda message: self.troubles.append(message.text))
        page.on("dialog", self._dismiss)

    def _dismiss(self, dialog: Dialog) -> None:
        self.troubles.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def load(self, path: Path) -> "Opened":
        self.page.goto(path.as_uri())
        self.page.wait_for_selector("html[data-ready=yes]")
        return self

    def panel(self) -> str:
        return self.page.inner_text("#panel")

    def click_edge(self, first: str, second: str) -> None:
        """Click with the mouse where the line between two labels runs, a third of the way from the first."""
        spot = self.page.evaluate(
            """([first, second]) => {
                const find = (label) => nodes.find((node) => node.label === label).number;
                const [a, b] = [find(first), find(second)];
                const number = edges.find((edge) => [edge.from, edge.to].sort().join() === [a, b].sort().join()).number;
                const box = document.querySelector("#network canvas").getBoundingClientRect();
                for (let part = 0.3; part < 0.7; part += 0.02) {
                    const at = network.canvasToDOM({
                        x: view.at.get(a).x * (1 - part) + view.at.get(b).x * part,
                        y: view.at.get(a).y * (1 - part) + view.at.get(b).y * part,
                    });
                    if (network.getNodeAt(at) === undefined && network.getEdgeAt(at) === number) return [box.x + at.x, box.y + at.y];
                }
            }""",
            [first, second],
        )
        assert spot, f"no free spot on the line between {first} and {second}"
        self.page.mouse.click(*spot)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium: Browser) -> Iterator[Opened]:
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, offline=True)
    yield Opened(context.new_page())
    context.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    for name, room in (
        ("harbour", harbour()),
        ("crowd", crowd(370)),
        ("hostile", hostile()),
        ("nothing", Newsroom()),
    ):
        html = render_page(room.store, title=HOSTILE if name == "hostile" else name)
        (folder / f"{name}.html").write_text(html, encoding="utf-8", newline="")
    return folder


def test_a_click_on_an_edge_shows_its_sentence_without_any_request(opened: Opened, pages: Path) -> None:
    opened.load(pages / "harbour.html")
    opened.click_edge("attack on the convoy", "Federal Guard of Karst")
    panel = opened.page.locator("#panel")
    assert (
        panel.locator("blockquote").inner_text() == "Korvat denied that his troops had fired on the convoy."
    )
    assert panel.locator("mark").inner_text() == "his troops"
    assert "Federal Guard of Karst is the agent of attack on the convoy" in opened.panel()
    assert "Said by Ilya Korvat (denies)" in opened.panel()
    assert "Meridian Daily, 2031-05-13" in opened.panel()
    assert panel.locator(".proof a").get_attribute("href") == "https://daily.example/st-brides?a=1&b=2"
    assert opened.requests == [(pages / "harbour.html").as_uri()]
    assert opened.troubles == []


def test_a_click_on_a_node_shows_what_is_known_of_it(opened: Opened, pages: Path) -> None:
    opened.load(pages / "harbour.html")
    spot = opened.page.evaluate(
        """() => {
            const at = network.canvasToDOM(view.at.get(nodes.find((node) => node.label === "Ilya Korvat").number));
            const box = document.querySelector("#network canvas").getBoundingClientRect();
            return [box.x + at.x, box.y + at.y];
        }"""
    )
    opened.page.mouse.click(*spot)
    panel = opened.panel()
    for words in (
        "Ilya Korvat",
        "General Korvat",
        "Federal Guard of Karst",
        "his troops had fired on the convoy",
    ):
        assert words in panel
    opened.page.click("text=← Overview")
    assert "Where to start" in opened.panel()


def test_search_finds_an_alias_by_keyboard_and_jumps_there(opened: Opened, pages: Path) -> None:
    opened.load(pages / "harbour.html")
    opened.page.keyboard.press("/")
    opened.page.keyboard.type("fgk")
    assert "also FGK" in opened.page.inner_text("#hits")
    opened.page.keyboard.press("Enter")
    assert opened.page.inner_text("#panel h2") == "Federal Guard of Karst"
    assert opened.page.evaluate("document.activeElement.tagName") == "H2"
    opened.page.keyboard.press("Escape")
    assert "Where to start" in opened.panel()


def test_search_brings_in_a_node_that_was_not_shown(opened: Opened, pages: Path) -> None:
    opened.load(pages / "crowd.html")
    label = opened.page.evaluate("nodes[nodes.length - 1].label")
    assert opened.page.evaluate("view.shown.has(nodes.length - 1)") is False
    opened.page.evaluate("selectNode(nodes.length - 1, true)")
    assert opened.page.evaluate("view.shown.has(nodes.length - 1)") is True
    assert label in opened.panel()


def test_filters_by_kind_status_and_article_take_nodes_out_and_put_them_back(
    opened: Opened, pages: Path
) -> None:
    opened.load(pages / "harbour.html")

    def shown() -> dict[str, int]:
        kinds: dict[str, int] = opened.page.evaluate(
            "[...view.shown].reduce((sum, n) => { const k = isEvent(nodes[n]) ? nodes[n].status : MARK[nodes[n].mark].name; sum[k] = (sum[k] || 0) + 1; return sum; }, {})"
        )
        return kinds

    assert shown()["denied"] == 1
    assert shown()["Person"] == 10
    opened.page.uncheck("#factualities input[data-value=denied]")
    assert "denied" not in shown()
    assert opened.page.evaluate("visNodes.length") == 76
    opened.page.uncheck("#kinds label:has-text('People') >> nth=0 >> input")
    assert "Person" not in shown()
    opened.page.uncheck("#statuses input[data-value=alleged]")
    assert opened.page.evaluate("visEdges.get().filter((e) => edges[e.id].status === 'alleged').length") == 0
    opened.page.uncheck("#stances input[data-value=accuses]")
    assert opened.page.evaluate("[...view.shown].filter((n) => nodes[n].status === 'accuses').length") == 0
    opened.page.click("#reset")
    assert sum(shown().values()) == 77
    opened.page.select_option("#article", "0")
    assert "Meridian Bridge" in opened.panel() or "Pietro Lund" in opened.panel()
    assert 0 < sum(shown().values()) < 40


def test_hostile_text_is_shown_letter_by_letter_and_never_runs(opened: Opened, pages: Path) -> None:
    opened.load(pages / "hostile.html")
    for node in range(4):
        opened.page.evaluate(f"selectNode({node}, true)")
        opened.page.wait_for_timeout(30)
    for edge in range(opened.page.evaluate("edges.length")):
        opened.page.evaluate(f"selectEdge({edge}, true)")
    opened.page.fill("#search", "script")
    opened.page.mouse.move(600, 400)
    opened.page.wait_for_timeout(100)
    visible = HOSTILE.replace("\u2028", "").rstrip()
    assert visible in opened.page.inner_text("#hits")
    assert visible in opened.page.inner_text("header h1")
    assert visible in opened.panel()
    assert opened.page.locator("img").count() == 0
    assert opened.page.locator("#panel a").count() == 0, "javascript: is no address"
    assert opened.page.locator("script").count() == 4
    assert opened.troubles == []


def test_even_injected_markup_could_not_run_or_load(opened: Opened, pages: Path) -> None:
    refused: list[str | None] = []
    opened.page.on("requestfailed", lambda request: refused.append(request.failure))
    opened.load(pages / "harbour.html")
    opened.page.evaluate(
        """document.body.insertAdjacentHTML("beforeend", "<img src='https://elsewhere.example/x.png' onerror='window.ran = 1'>")"""
    )
    opened.page.wait_for_timeout(200)
    assert opened.page.evaluate("window.ran") is None
    assert refused == ["csp"]


def test_three_hundred_nodes_need_less_than_two_seconds(opened: Opened, pages: Path) -> None:
    session = opened.page.context.new_cdp_session(opened.page)
    # Seconds of the page's own thread: a clock on the wall would measure what else the machine has to do.
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    opened.load(pages / "crowd.html")
    opened.page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    spent = {metric["name"]: metric["value"] for metric in session.send("Performance.getMetrics")["metrics"]}
    assert opened.page.evaluate("nodes.length") >= 300
    assert 0 < spent["TaskDuration"] < 2.0


def test_labels_do_not_lie_on_each_other(opened: Opened, pages: Path) -> None:
    opened.load(pages / "harbour.html")
    boxes = opened.page.evaluate(
        """() => {
            const boxes = [];
            const take = Room.prototype.take;
            Room.prototype.take = function (box) { if (box.rank === -1) boxes.push([box.x, box.y, box.w, box.h]); take.call(this, box); };
            network.redraw();
            return boxes;
        }"""
    )
    assert len(boxes) > 40
    for number, (x, y, w, h) in enumerate(boxes):
        for left, top, width, height in boxes[:number]:
            assert not (x < left + width and left < x + w and y < top + height and top < y + h)


def test_the_empty_page_says_so(opened: Opened, pages: Path) -> None:
    opened.page.goto((pages / "nothing.html").as_uri())
    assert "This graph is empty" in opened.page.inner_text("main")
    assert opened.troubles == []


def test_every_node_and_edge_has_a_panel_with_words(opened: Opened, pages: Path) -> None:
    opened.load(pages / "harbour.html")
    panels = opened.page.evaluate(
        """() => {
            const found = [];
            for (const node of nodes) { selectNode(node.number); found.push(document.getElementById("panel").innerText); }
            for (const edge of edges) { selectEdge(edge.number); found.push(document.getElementById("panel").innerText); }
            return found;
        }"""
    )
    assert len(panels) == 77 + 149
    for panel in panels:
        assert "[object" not in panel
        assert "undefined" not in panel
        assert "THE WORDS" in panel
    assert opened.troubles == []


def test_a_node_that_was_dragged_stays_where_it_was_put(opened: Opened, pages: Path) -> None:
    opened.load(pages / "harbour.html")
    spot = opened.page.evaluate(
        """() => {
            const at = network.canvasToDOM(view.at.get(0)), box = document.querySelector("#network canvas").getBoundingClientRect();
            return [box.x + at.x, box.y + at.y];
        }"""
    )
    before = opened.page.evaluate("view.at.get(0)")
    opened.page.mouse.move(*spot)
    opened.page.mouse.down()
    opened.page.mouse.move(spot[0] + 60, spot[1] + 40, steps=4)
    opened.page.mouse.up()
    moved = opened.page.evaluate("view.at.get(0)")
    assert moved != before
    opened.page.uncheck("#factualities input[data-value=denied]")
    assert opened.page.evaluate("view.at.get(0)") == moved
    opened.page.click("#reset")
    assert opened.page.evaluate("view.at.get(0)") == before
