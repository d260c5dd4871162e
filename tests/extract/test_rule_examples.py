"""Every rule of the event half is run on the example sentence of its own line.

`examples.conllu` holds the trees of the example sentences as the trained reader gave them.
"""

from functools import cache
from pathlib import Path

import pytest
from spacy.tokens import Doc

from graph.extract.claim_rules import Reporting, draft_claims, reporting
from graph.extract.clauses import subjects
from graph.extract.dispute_signals import signals_of
from graph.extract.entities import find_entities
from graph.extract.event_links import LinkRule, link_events, link_rules
from graph.extract.events import find_events
from graph.extract.factuality import Cue, cues
from graph.extract.lemmas import lemma_of
from graph.extract.lexicon import read_rows
from graph.extract.light_verbs import LightVerb, light_verbs
from graph.extract.lookup import Lookup
from graph.extract.quotes import find_quotations
from graph.extract.relation_patterns import Pattern, patterns
from graph.extract.relations import find_relations
from graph.extract.triggers import TriggerRule, find_triggers, trigger_rules
from graph.model.mentions import ClaimMention
from graph.model.terms import SpeechKind, Stance
from graph.model.text import Span

from .conftest import build_doc

EXAMPLES = Path(__file__).with_name("examples.conllu")


@cache
def trees() -> dict[str, str]:
    blocks = EXAMPLES.read_text(encoding="utf-8").strip().split("\n\n")
    return {block.splitlines()[0].removeprefix("# text = "): block for block in blocks}


@cache
def read(sentence: str) -> Doc:
    return build_doc(trees()[sentence])


def number(rule: TriggerRule | LightVerb | Cue | Reporting) -> str:
    return f"line{rule.line}"


@pytest.mark.parametrize("rule", trigger_rules(), ids=number)
def test_trigger_rule(rule: TriggerRule) -> None:
    doc = read(rule.example)
    found = find_triggers(doc, Lookup(doc, find_entities(doc)))
    lemmas = {trigger.rule.line: trigger.token.text for trigger in found}
    if rule.type is None:
        named = [trigger.token.text for trigger in found if trigger.token.lemma_.lower() in rule.lemmas]
        assert not named, f"{named} should name no event"
    else:
        assert rule.line in lemmas, f"found only {[(t.token.text, t.type.value, t.rule.line) for t in found]}"


@pytest.mark.parametrize("light", light_verbs(), ids=number)
def test_light_verb(light: LightVerb) -> None:
    doc = read(light.example)
    found = find_triggers(doc, Lookup(doc, find_entities(doc)))
    assert any(trigger.light is not None and lemma_of(trigger.light) in light.verbs for trigger in found)


@pytest.mark.parametrize("cue", cues(), ids=number)
def test_factuality_cue(cue: Cue) -> None:
    doc = read(cue.example)
    events = find_events(doc, find_entities(doc), (), ()).events
    assert cue.effect in {event.factuality for event in events}, [
        (doc.text[event.trigger.start : event.trigger.end], event.factuality.value) for event in events
    ]


@pytest.mark.parametrize("rule", link_rules(), ids=lambda rule: rule.example)
def test_event_link(rule: LinkRule) -> None:
    doc = read(rule.example)
    events = link_events(doc, find_events(doc, find_entities(doc), (), ()).events)
    words = {event.id: doc.text[event.trigger.start : event.trigger.end] for event in events}
    found = {(words[event.id], link.relation, words[link.event]) for event in events for link in event.links}
    one, other = sorted(words.values(), key=doc.text.index)
    # Verbs stand between their subject, the lower event, and their object.
    lower, upper = (one, other) if rule.construction == "verb" else (other, one)
    assert found == {(upper, rule.relation, lower) if rule.upper else (lower, rule.relation, upper)}


@pytest.mark.parametrize("rule", reporting(), ids=number)
def test_reporting_word(rule: Reporting) -> None:
    doc = read(rule.example)
    drafts = draft_claims(doc, find_quotations(doc.text))
    expected = {rule.stance, rule.negated}
    assert any(draft.stance in expected and draft.content for draft in drafts), drafts


@pytest.mark.parametrize("pattern", patterns(), ids=lambda pattern: f"{pattern.predicate}-{pattern.example}")
def test_relation_pattern(pattern: Pattern) -> None:
    doc = read(pattern.example)
    assert pattern.predicate in {each.predicate for each in find_relations(doc, find_entities(doc))}


@pytest.mark.parametrize(("relation", "_heads", "example", "sort"), read_rows("offices.tsv"))
def test_office(relation: str, _heads: str, example: str, sort: str) -> None:
    doc = read(example)
    found = {each.predicate.value for each in find_relations(doc, find_entities(doc))}
    assert relation in found
    assert ("holdsPosition" in found) == (sort != "member")


@pytest.mark.parametrize("row", read_rows("event_frames.tsv"), ids=lambda row: row[0])
def test_frame(row: tuple[str, str, str]) -> None:
    doc = read(row[2])
    events = find_events(doc, find_entities(doc), (), ()).events
    assert any(event.arguments for event in events), "no role filled"


@pytest.mark.parametrize("row", read_rows("antonyms.tsv"), ids=lambda row: row[0])
def test_antonyms(row: tuple[str, ...]) -> None:
    doc = read(row[2])
    middle = row[2].index(";")
    halves = [
        ClaimMention(
            id=f"k{number}", speaker=None, cue=None, content=(span,), sentence=span, speech=SpeechKind.INDIRECT,
            stance=Stance.ASSERTS, confidence=1.0, method="x",
        )
        for number, span in enumerate((Span(0, middle), Span(middle + 1, len(row[2]))))
    ]  # fmt: skip
    first, second = (signals_of(doc, half) for half in halves)
    assert first.antonyms(second), (first.polarity, second.polarity)
    assert not first.antonyms(first)


@pytest.mark.parametrize("row", read_rows("control_words.tsv"), ids=lambda row: row[0])
def test_control(row: tuple[str, str, str]) -> None:
    doc = read(row[2])
    below = next(token for token in doc if token.dep_ in ("acl", "advcl") and token.tag_ in ("VB", "VBG"))
    found = [token.text for token in subjects(below)]
    doers = {"judging": ["clerk"], "gaining": ["firm"], "of_others": [], "will": ["bank"], "deeds": ["mayor"]}
    assert found == doers[row[0]]
