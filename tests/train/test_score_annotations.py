"""Names, roles, statements and relations against made-up gold."""

import json
from pathlib import Path

import pytest

from graph.evaluate.corpora.frames import head_word, place_frames
from graph.evaluate.corpora.readers import (
    GoldFrame,
    Treebank,
    articles,
    gold_clusters,
    gold_frames,
    gum_names,
    name_passages,
    redocred_passages,
)
from graph.train.score.found import FoundArgument, FoundFrame, FoundName, FoundRelation, FoundStatement
from graph.train.score.names import NameScores
from graph.train.score.relations import LabelledScores, StrictScores
from graph.train.score.roles import RoleScores
from graph.train.score.statements import Statement, StatementScores, place_statement, to_words


def write(path: Path, *records: object) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def name(begin: int, end: int, kind: str, confidence: float = 1.0) -> FoundName:
    return FoundName(span=(begin, end), kind=kind, confidence=confidence)


def test_names_of_other_types_are_left_out_and_places_are_one_type() -> None:
    scores = NameScores()
    scores.add(
        0,
        [((0, 3), "politician"), ((5, 9), "country"), ((10, 12), "election")],
        [name(0, 3, "PERSON", 0.9), name(5, 9, "GPE"), name(10, 12, "EVENT"), name(14, 15, "FAC", 0.4)],
    )
    assert scores.counts["PERSON"].f1 == 100.0
    assert (scores.counts["LOC"].hit, scores.counts["LOC"].gold, scores.counts["LOC"].predicted) == (1, 1, 2)
    assert scores.all.f1 == pytest.approx(80.0)
    assert [(bet.confidence, bet.right) for bet in scores.bets] == [(0.9, True), (1.0, True), (0.4, False)]


def test_a_name_with_another_type_or_border_is_wrong() -> None:
    scores = NameScores()
    scores.add(0, [((0, 3), "person"), ((5, 9), "place")], [name(0, 3, "ORG"), name(5, 8, "LOC")])
    assert scores.all.f1 == 0.0


# "Ada said rain fell": words 0 to 3.
RAIN = Treebank(
    name="made-up",
    sentences=[(0, 4)],
    sentence_ids=["s1"],
    words=["Ada", "said", "rain", "fell"],
    gaps=["", " ", " ", " "],
    heads=[1, 1, 3, 1],
)
FRAMES = {
    "s1": (
        GoldFrame(predicate=1, roleset="say.01", arguments=((0, 1, "ARG0"), (2, 4, "ARG1"))),
        GoldFrame(predicate=3, roleset="fall.01", arguments=((2, 3, "ARG1"),)),
    )
}
ADA, SAID, WHOLE, FELL, RAIN_WORD = (0, 3), (3, 7), (7, 15), (11, 15), (7, 11)


def argument(head: tuple[int, int], span: tuple[int, int], label: str) -> FoundArgument:
    return FoundArgument(head=head, span=span, label=label, confidence=0.7)


def test_the_head_of_a_span_hangs_outside_it() -> None:
    assert head_word(2, 4, RAIN.heads) == 3
    assert head_word(0, 2, RAIN.heads) == 1


def test_roles_by_head_and_by_span() -> None:
    gold = place_frames(RAIN, RAIN.text(), FRAMES)
    found = [
        FoundFrame(
            predicate=SAID,
            roleset="say.01",
            # The right head with a span too short, and the right words with another label.
            arguments=(argument(FELL, FELL, "ARG1"), argument(ADA, ADA, "ARG1")),
        ),
        FoundFrame(predicate=FELL, roleset="fall.05", arguments=(argument(RAIN_WORD, RAIN_WORD, "ARG1"),)),
    ]
    scores = RoleScores()
    scores.add(0, gold, found, [(0, 15)])
    assert scores.predicates.f1 == 100.0
    assert scores.rolesets.percent == 50.0
    assert (scores.by_head.hit, scores.by_head.gold, scores.by_head.predicted) == (2, 3, 3)
    assert (scores.by_span.hit, scores.by_span.gold, scores.by_span.predicted) == (1, 3, 3)
    assert [bet.right for bet in scores.bets] == [True, False, True]
    assert [bet.right for bet in scores.predicate_bets] == [True, False]


def test_an_argument_of_a_wrong_predicate_is_wrong() -> None:
    scores = RoleScores()
    found = FoundFrame(predicate=RAIN_WORD, roleset="rain.01", arguments=(argument(ADA, ADA, "ARG0"),))
    scores.add(0, place_frames(RAIN, RAIN.text(), FRAMES), [found], [(0, 15)])
    assert scores.by_head.f1 == 0.0
    assert scores.predicates.f1 == 0.0


def test_frames_in_sentences_without_annotation_do_not_count() -> None:
    scores = RoleScores()
    found = FoundFrame(predicate=(20, 24), roleset="rain.01", arguments=())
    scores.add(0, [], [found], [(0, 15)])
    assert scores.predicates.predicted == 0
    assert scores.predicate_bets == []


def statement(source: range, cue: range, content: range) -> Statement:
    return Statement(source=frozenset(source), cue=frozenset(cue), content=frozenset(content))


def test_whole_statements_need_half_of_content_and_source() -> None:
    gold = [statement(range(2), range(2, 3), range(3, 9)), statement(range(0), range(0), range(10, 14))]
    scores = StatementScores()
    scores.add(
        0,
        gold,
        [
            statement(range(1), range(2, 3), range(6, 9)),
            statement(range(0), range(0), range(10, 15)),
            statement(range(15, 16), range(0), range(3, 9)),
        ],
    )
    assert (scores.whole.hit, scores.whole.gold, scores.whole.predicted) == (2, 2, 3)
    assert [bet.right for bet in scores.bets] == [True, True, False]
    assert (scores.tokens["source"].hit, scores.tokens["source"].predicted) == (1, 2)
    assert scores.tokens["cue"].f1 == 100.0
    assert (scores.tokens["content"].hit, scores.tokens["content"].predicted) == (10, 11)


def test_a_gold_statement_is_matched_once_by_its_best() -> None:
    gold = [statement(range(1), range(1, 2), range(2, 6))]
    scores = StatementScores()
    scores.add(
        0,
        gold,
        [statement(range(1), range(1, 2), range(2, 4)), statement(range(1), range(1, 2), range(2, 6))],
    )
    assert [bet.right for bet in scores.bets] == [False, True]


def test_a_source_is_not_matched_by_nobody() -> None:
    scores = StatementScores()
    scores.add(0, [statement(range(1), range(0), range(2, 6))], [statement(range(0), range(0), range(2, 6))])
    assert scores.whole.hit == 0


def test_spans_are_put_on_the_words_that_they_touch() -> None:
    words = [(0, 3), (3, 6), (6, 9)]
    assert to_words([(4, 7)], words) == {1, 2}
    found = FoundStatement(source=(), cue=((0, 3),), content=((3, 6), (6, 9)), confidence=0.5)
    placed = place_statement(found, words)
    assert placed.source == frozenset()
    assert placed.cue == {0}
    assert placed.content == {1, 2}


def test_strict_relations_need_spans_types_direction_and_label() -> None:
    ada, bank = name(0, 3, "PERSON"), name(5, 9, "ORG")
    gold = {(((0, 3), "PERSON"), ((5, 9), "ORG"), "Work_For")}

    def score(relation: FoundRelation) -> float:
        scores = StrictScores()
        scores.add(0, gold, [relation])
        return scores.counts.f1

    assert score(FoundRelation(head=ada, tail=bank, label="Work_For")) == 100.0
    assert score(FoundRelation(head=bank, tail=ada, label="Work_For")) == 0.0
    assert score(FoundRelation(head=ada, tail=name(5, 9, "LOC"), label="Work_For")) == 0.0
    assert score(FoundRelation(head=ada, tail=name(5, 8, "ORG"), label="Work_For")) == 0.0
    assert score(FoundRelation(head=ada, tail=bank, label="Live_In")) == 0.0


def test_micro_counts_relations_and_macro_counts_labels() -> None:
    scores = LabelledScores()
    scores.add(
        0, [(0, 1, "role"), (0, 2, "role"), (1, 2, "part-of")], [(0, 1, "role", 0.9), (0, 2, "role", 0.6)]
    )
    # A label that no gold relation has counts against the micro average alone.
    scores.add(1, [], [(0, 1, "named", 0.8)])
    assert scores.micro.f1 == pytest.approx(100 * 2 * 2 / 6)
    assert scores.macro_f1 == 50.0
    assert [bet.right for bet in scores.bets] == [True, True, False]


def test_readers_of_gold(tmp_path: Path) -> None:
    words = ["Ada", "works", "at", "Rix", "Bank"]
    names = write(
        tmp_path / "names.jsonl",
        {"tokens": words, "entities": [[0, 1, "Peop"], [3, 5, "Org"]], "relations": [[0, 1, "Work_For"]]},
        {
            "tokens": words,
            "entities": [[0, 1, "a"], [3, 5, "b"]],
            "relations": [{"head": 1, "tail": 0, "type": "role"}],
        },
    )
    first, second = name_passages(names)
    assert first.entities == (("Peop", ((0, 1),)), ("Org", ((3, 5),)))
    assert first.relations == {(0, 1, "Work_For")}
    assert second.relations == {(1, 0, "role")}
    documents = write(
        tmp_path / "documents.jsonl",
        {
            "tokens": words,
            "sents": [[0, 3], [3, 5]],
            "entities": [
                {"type": "PER", "mentions": [[0, 1]]},
                {"type": "ORG", "mentions": [[3, 5], [4, 5]]},
            ],
            "relations": [[0, 1, "P108", [0]]],
        },
    )
    (passage,) = redocred_passages(documents)
    assert passage.sentences == ((0, 3), (3, 5))
    assert passage.entities[1] == ("ORG", ((3, 5), (4, 5)))
    assert passage.relations == {(0, 1, "P108")}


def test_readers_of_roles_names_and_groups(tmp_path: Path) -> None:
    roles = write(
        tmp_path / "roles.jsonl",
        {"sent_id": "s1", "predicates": [{"index": 1, "roleset": "say.01", "args": [[0, 1, "ARG0"]]}]},
    )
    frames = gold_frames(roles)
    assert frames["s1"][0] == GoldFrame(predicate=1, roleset="say.01", arguments=((0, 1, "ARG0"),))
    nested = write(
        tmp_path / "gum.jsonl",
        {"entities": [{"name": [1, 2], "type": "place"}, {"name": [0, 3], "type": "organization"}]},
    )
    assert list(gum_names(nested)) == [[(0, 3, "organization")]]
    groups = write(
        tmp_path / "coref.jsonl",
        {
            "clusters": [
                {"singleton": True, "mentions": [[0, 1, 0, "sgl", "new"]]},
                {"singleton": False, "mentions": [[2, 4, 3, "coref", "new"], [6, 7, 6, "ana", "giv:act"]]},
            ]
        },
    )
    assert list(gold_clusters(groups)) == [[{(2, 4), (6, 7)}]]


def test_articles_lose_the_note_below_them(tmp_path: Path) -> None:
    text = "It will rain, Ada said. " * 3 + "\n\nEditor's note: this is no news."
    path = write(
        tmp_path / "articles.jsonl",
        {
            "id": "a",
            "text": text,
            "attributions": [{"source": [[14, 17]], "cue": [[18, 22]], "content": [[0, 12]]}],
        },
    )
    (article,) = articles(path)
    assert article.text == "It will rain, Ada said. " * 3
    assert article.attributions[0]["cue"] == ((18, 22),)
