"""Where events happen and which mentions are one event, read by the trained reader."""

import pytest
from spacy.language import Language

from graph.extract import extract
from graph.model.terms import Factuality, Role
from graph.model.text import Article
from graph.read import load_reader

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_reader()


@pytest.mark.parametrize(
    ("text", "trigger", "places"),
    [
        ("Soldiers killed six people in Arles on Monday.", "killed", {"Arles"}),
        (
            "Soldiers killed six people in the town of Arles in southern France.",
            "killed",
            {"Arles", "France"},
        ),
        ("Talks between Norway and Sweden in Geneva ended on Friday.", "Talks", {"Geneva"}),
        ("The envoys met rebel leaders in Paris on Tuesday.", "met", {"Paris"}),
        ("The president cut short a visit to Brasilia.", "visit", {"Brasilia"}),
        ("The minister accused officials in Rome of fraud.", "accused", set()),
        ("Prosecutors in Rome opened an investigation.", "investigation", {"Rome"}),
        ("Six people died in an attack in Paris.", "died", {"Paris"}),
        ("They left Arles, where floods killed six people.", "floods", {"Arles"}),
    ],
)
def test_the_place_of_an_event(nlp: Language, text: str, trigger: str, places: set[str]) -> None:
    found = extract(nlp(text), Article(id="article-0", text=text))
    words = {one.id: text[one.span.start : one.span.end] for one in found.entities}
    events = {text[one.trigger.start : one.trigger.end]: one for one in found.events}
    assert {words[one] for one in events[trigger].place} == places


def test_an_affair_is_one_event_through_the_article(nlp: Language) -> None:
    text = (
        "Talks between Norway and Sweden began in Geneva on Monday. A minister flew to Paris for talks. "
        "The talks are slow, a diplomat said. The sensitive negotiations may last for weeks."
    )
    found = extract(nlp(text), Article(id="article-0", text=text))
    chains = {text[: one.trigger.end].split()[-1] + str(one.trigger.start): one.chain for one in found.events}
    first, paris, again, last = (
        chains[f"{word}{text.index(context) + context.index(word)}"]
        for word, context in (
            ("Talks", "Talks between"),
            ("talks", "for talks"),
            ("talks", "The talks"),
            ("negotiations", "sensitive negotiations"),
        )
    )
    assert first == again == last
    assert paris != first


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The firm said on Thursday that it would cut 1,200 jobs.", "cut", Factuality.PLANNED),
        ("The firm would cut 1,200 jobs if prices rose.", "cut", Factuality.CONDITIONAL),
        ("The mayor warned that an invasion would kill thousands.", "kill", Factuality.CONDITIONAL),
    ],
)
def test_a_reported_will_is_a_plan(nlp: Language, text: str, trigger: str, status: Factuality) -> None:
    found = extract(nlp(text), Article(id="article-0", text=text))
    events = {text[one.trigger.start : one.trigger.end]: one for one in found.events}
    assert events[trigger].factuality is status


@pytest.mark.parametrize(
    ("text", "trigger", "agents"),
    [
        ("Police said they had arrested two men.", "arrested", {"Police"}),
        ("Police arrested Ana Brask on suspicion of murder.", "murder", {"Ana Brask"}),
        ("A raid by the army killed six people.", "killed", {"army"}),
        ("Two rivals, Ana Brask and Ivo Tarn, attacked the clerk.", "attacked", {"Ana Brask", "Ivo Tarn"}),
        ("Norway announced plans to deploy troops.", "deploy", {"Norway"}),
    ],
)
def test_the_agents_of_an_event(nlp: Language, text: str, trigger: str, agents: set[str]) -> None:
    found = extract(nlp(text), Article(id="article-0", text=text))
    chains = {one.id: one.chain for one in found.entities}
    named = {one.chain: text[one.span.start : one.span.end] for one in reversed(found.entities)}
    events = {text[one.trigger.start : one.trigger.end]: one for one in found.events}
    doers = (one.mention for one in events[trigger].arguments if one.role is Role.AGENT)
    assert {named[chains[who]].removeprefix("the ") for who in doers} == agents
