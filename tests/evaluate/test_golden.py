from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph.errors import InputError
from graph.evaluate.annotator import as_mentions
from graph.evaluate.gold import laid_over, read_gold
from graph.evaluate.golden import forbidden_entities, score
from graph.evaluate.metrics import PRF
from graph.ingest import read_articles
from graph.model.mentions import DocumentMentions, EventMention
from graph.model.terms import EntityKind, EventType, Factuality, MentionForm, RelationType, Role, Stance
from graph.model.text import Article, Span

ROOT = Path(__file__).parent.parent.parent
GOLD = read_gold(ROOT / "tests" / "gold")
Golden = dict[str, Any]


def first(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


TEXT = (
    "Police raided a mill in Oster on Monday, killing two men. The raid was illegal, Ada Marsh said. "
    "“They broke the door,” Marsh said, “and they laughed.” The Oster Police Force (OPF) denied it. "
    "The OPF will visit Ada Marsh."
)
ARTICLE = Article(id="article-1", text=TEXT)
EXPECTED: Golden = {
    "entities": [
        {"name": "Ada Marsh", "kind": "Person", "aliases": ["Marsh"]},
        {"name": "Oster Police Force", "kind": "Organization", "aliases": ["OPF", "Police"]},
        {"name": "Oster", "kind": "Place"},
        {"name": "two men", "kind": "Group", "form": "nominal"},
    ],
    "not_entities": ["Monday"],
    "events": [
        {
            "trigger": "raided",
            "nth": 1,
            "type": "Raid",
            "also": [{"trigger": "raid", "nth": 1}],
            "roles": {"agent": ["Oster Police Force"]},
            "place": ["Oster"],
            "time": "2024-03-18",
            "factuality": "actual",
        },
        {
            "trigger": "killing",
            "nth": 1,
            "type": "Killing",
            "roles": {"patient": ["two men"]},
            "factuality": "actual",
        },
        {"trigger": "visit", "nth": 1, "type": "Visit", "factuality": "planned"},
    ],
    "claims": [
        {
            "speaker": "Ada Marsh",
            "cue": "said",
            "content": [{"start": "They broke", "end": "door"}, {"start": "and they", "end": "laughed"}],
            "stance": "accuses",
            "speech": "direct",
        },
        {
            "speaker": "Ada Marsh",
            "cue": "said",
            "content": [{"start": "The raid was", "end": "illegal"}],
            "stance": "asserts",
            "speech": "indirect",
        },
    ],
    "disputes": [{"claim": "The raid was", "against": "They broke", "how": "disputes"}],
    "relations": [
        {
            "subject": "Ada Marsh",
            "predicate": "holdsPosition",
            "object": "Oster",
            "value": "mayor",
            "status": "current",
        }
    ],
    "numbers": [
        {"words": "two", "nth": 1, "min": 2, "max": 2, "unit": "people", "what": "men", "event": "killing"}
    ],
}
PERFECT = as_mentions(ARTICLE, EXPECTED)


def scored(mentions: DocumentMentions) -> dict[str, PRF]:
    return score(mentions, ARTICLE, EXPECTED)


def changed(mentions: DocumentMentions, index: int, **changes: object) -> DocumentMentions:
    events: list[EventMention] = list(mentions.events)
    events[index] = replace(events[index], **changes)  # type: ignore[arg-type]
    return replace(mentions, events=tuple(events))


def test_faultless_mentions_of_every_golden_graph_score_one() -> None:
    for gold in GOLD:
        path = gold.path.parent / gold.article
        if not path.is_file():
            continue  # of a text that is not ours
        (article,) = read_articles([path])
        assert not isinstance(article, InputError)
        expected = laid_over(gold, article.text)
        result = score(as_mentions(article, expected), article, expected)
        assert {layer: (prf.precision, prf.recall) for layer, prf in result.items()} == dict.fromkeys(
            result, (1.0, 1.0)
        ), gold.name


def test_nothing_found_is_all_missed() -> None:
    nothing = DocumentMentions(article=ARTICLE.id, reader="none", sentences=())
    result = scored(nothing)
    assert result.pop("not_entities") == PRF(1, 1, 1)
    assert all(prf.correct == 0 and prf.predicted == 0 and prf.expected for prf in result.values())


def test_two_chains_of_one_entity_are_one_too_many() -> None:
    apart = tuple(
        replace(mention, chain="apart", form=MentionForm.NAME)
        if TEXT[mention.span.start :].startswith("Marsh")
        else mention
        for mention in PERFECT.entities
    )
    result = scored(replace(PERFECT, entities=apart))
    assert result["names"] == PRF(3, 4, 3)
    assert result["aliases"].recall < 1


def test_wrong_kind_costs_the_entity_but_not_the_name() -> None:
    other = tuple(replace(m, kind=EntityKind.WORK) if m.id == "m2-0" else m for m in PERFECT.entities)
    result = scored(replace(PERFECT, entities=other))
    assert (result["names"].f1, result["entities"].correct) == (1.0, 2)


@pytest.mark.parametrize(
    ("changes", "layers"),
    [
        ({"type": EventType.VISIT}, {"events"}),
        ({"factuality": Factuality.DENIED}, {"factuality"}),
        ({"arguments": ()}, {"roles"}),
        ({"trigger": first(TEXT, "Monday")}, {"triggers", "events", "roles", "factuality", "number_events"}),
    ],
)
def test_a_wrong_event_costs_its_layers_only(changes: dict[str, object], layers: set[str]) -> None:
    killing = next(i for i, event in enumerate(PERFECT.events) if event.type is EventType.KILLING)
    result = scored(changed(PERFECT, killing, **changes))
    assert {layer for layer, prf in result.items() if prf.f1 < 1} == layers


def test_a_mention_elsewhere_of_the_same_event_is_no_second_event() -> None:
    raids = tuple(event for event in PERFECT.events if event.id != "v0-0")
    assert scored(replace(PERFECT, events=raids))["events"].f1 == 1.0


def test_a_role_of_a_missed_event_is_missed() -> None:
    rest = tuple(event for event in PERFECT.events if event.type is not EventType.RAID)
    assert scored(replace(PERFECT, events=rest))["roles"] == PRF(1, 1, 2)


def test_speech_acts_are_no_surplus_events() -> None:
    denial = replace(PERFECT.events[0], id="s", trigger=first(TEXT, "denied"), type=EventType.REFUSAL)
    assert scored(replace(PERFECT, events=(*PERFECT.events, denial)))["triggers"].f1 == 1.0


def test_types_as_right_as_the_expected_one() -> None:
    killing = next(i for i, event in enumerate(PERFECT.events) if event.type is EventType.KILLING)
    lenient = {**EXPECTED, "events": [{**event, "other_types": ["Death"]} for event in EXPECTED["events"]]}
    death = changed(PERFECT, killing, type=EventType.DEATH)
    assert (scored(death)["events"].correct, score(death, ARTICLE, lenient)["events"].f1) == (2, 1.0)


def test_optional_events_are_neither_required_nor_surplus() -> None:
    lenient = {**EXPECTED, "optional_events": [{"trigger": "broke", "nth": 1}]}
    broke = replace(PERFECT.events[0], id="b", trigger=first(TEXT, "broke"), type=EventType.CRIME)
    more = replace(PERFECT, events=(*PERFECT.events, broke))
    assert (
        score(more, ARTICLE, lenient)["triggers"].f1 == score(PERFECT, ARTICLE, lenient)["triggers"].f1 == 1.0
    )
    assert scored(more)["triggers"].f1 < 1


def test_pieces_of_a_broken_quotation_may_be_claims_of_their_own() -> None:
    broken, rest = PERFECT.claims
    pieces = tuple(replace(broken, id=f"p{i}", content=(span,)) for i, span in enumerate(broken.content))
    assert scored(replace(PERFECT, claims=(*pieces, rest)))["claims"].f1 == 1.0
    # The second piece alone covers less than half of what is said.
    assert scored(replace(PERFECT, claims=(pieces[1], rest)))["contents"] == PRF(1, 2, 2)


def test_the_same_content_twice_is_one_claim_too_many() -> None:
    again = replace(PERFECT.claims[1], id="again", speaker=None)
    assert scored(replace(PERFECT, claims=(*PERFECT.claims, again)))["contents"] == PRF(2, 3, 2)


def test_content_that_takes_in_much_more_is_no_match() -> None:
    broken, rest = PERFECT.claims
    wide = replace(rest, content=(Span(0, len(TEXT)),))
    assert scored(replace(PERFECT, claims=(broken, wide)))["contents"].correct == 1


def test_wrong_speaker_and_stance() -> None:
    broken, rest = PERFECT.claims
    result = scored(
        replace(PERFECT, claims=(replace(broken, speaker="m1-0"), replace(rest, stance=Stance.DENIES)))
    )
    assert (result["contents"].correct, result["claims"].correct, result["stances"].correct) == (2, 1, 0)


def test_office_and_status_of_a_relation_count() -> None:
    (relation,) = PERFECT.relations
    assert (
        scored(replace(PERFECT, relations=(replace(relation, value="former mayor"),)))["relations"].f1 == 1.0
    )
    assert scored(replace(PERFECT, relations=(replace(relation, value="judge"),)))["relations"].correct == 0


def test_relations_that_follow_are_neither_required_nor_surplus() -> None:
    (relation,) = PERFECT.relations
    works = replace(relation, id="w", predicate=RelationType.WORKS_FOR, value=None)
    leads = replace(relation, id="l", predicate=RelationType.LEADS, value=None)
    assert scored(replace(PERFECT, relations=(relation, works)))["relations"] == PRF(1, 1, 1)
    assert scored(replace(PERFECT, relations=(relation, leads)))["relations"] == PRF(1, 2, 1)
    # The annotators were not asked for these; where an annotation has one, they are judged.
    rival = replace(relation, id="r", predicate=RelationType.OPPOSES, value=None)
    assert scored(replace(PERFECT, relations=(relation, rival)))["relations"] == PRF(1, 1, 1)
    asked = {**EXPECTED["relations"][0], "predicate": "opposes", "value": None, "object": "Oster"}
    wanted = {**EXPECTED, "relations": [*EXPECTED["relations"], asked]}
    found = replace(PERFECT, relations=(relation, rival))
    assert score(found, ARTICLE, wanted)["relations"] == PRF(2, 2, 2)


def test_where_no_body_is_expected_any_will_do() -> None:
    vague = {**EXPECTED, "relations": [{**EXPECTED["relations"][0], "object": None}]}
    assert score(PERFECT, ARTICLE, vague)["relations"].f1 == 1.0
    (relation,) = PERFECT.relations
    nowhere = replace(PERFECT, relations=(replace(relation, object=None),))
    assert score(nowhere, ARTICLE, vague)["relations"].f1 == 1.0
    assert scored(nowhere)["relations"].correct == 0


def test_number_needs_its_bounds() -> None:
    (number,) = PERFECT.quantities
    result = scored(replace(PERFECT, quantities=(replace(number, maximum=None),)))
    assert (result["numbers"].correct, result["number_events"].correct) == (0, 0)


def test_forbidden_entities_are_named() -> None:
    day = replace(PERFECT.entities[0], id="x", span=first(TEXT, "Monday"), chain="x", form=MentionForm.NAME)
    assert forbidden_entities(replace(PERFECT, entities=(day,)), ARTICLE, EXPECTED) == ["Monday"]


def test_expected_words_that_the_article_lacks_are_an_error() -> None:
    wrong = {**EXPECTED, "events": [{"trigger": "raid", "nth": 7, "type": "Raid", "factuality": "actual"}]}
    with pytest.raises(ValueError, match="no occurrence 7"):
        score(PERFECT, ARTICLE, wrong)


def test_roles_name_the_participant_not_the_words() -> None:
    assert Role.AGENT in {argument.role for argument in PERFECT.events[0].arguments}
    police = next(m for m in PERFECT.entities if TEXT[m.span.start : m.span.end] == "OPF")
    arguments = tuple(replace(a, mention=police.id) for a in PERFECT.events[0].arguments)
    assert scored(changed(PERFECT, 0, arguments=arguments))["roles"].f1 == 1.0
