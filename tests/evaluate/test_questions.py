from typing import Any

import pytest

from graph.evaluate.questions import MOST_ROWS, Ask, asks, compare_questions, with_queries

TEXT = (
    "Police in Oster say that 1,310 people marched; the union counted 31,000. "
    + "Nothing else happened. " * 9
)
WHO = {"question": "How many people marched?", "answers": ["1,310", "31,000"], "sparql": {"query": "numbers"}}


def judged(rows: list[dict[str, str]], answers: list[str]) -> tuple[list[str], list[str]]:
    """What `questions` and `cells` miss."""
    found = compare_questions(TEXT, [{**WHO, "answers": answers}], [rows])
    return found["questions"].missed, found["cells"].missed


def test_every_answer_must_stand_in_some_row() -> None:
    rows = [{"words": "1,310 people"}, {"words": "31,000", "saidBy": "the union"}]
    assert judged(rows, ["1,310", "31,000", "The  Union"]) == ([], [])
    missed, _ = judged(rows, ["1,310", "Police"])
    assert missed == ["How many people marched? (2 rows without 'Police')"]


@pytest.mark.parametrize("answer", ["31", "310", "1", "1,31", "31,00", "000", "peopl"])
def test_an_answer_is_no_part_of_a_word_or_number(answer: str) -> None:
    assert judged([{"words": "1,310 people"}, {"words": "31,000"}], [answer])[0]


def test_the_sentence_answers_but_is_no_cell_of_its_own() -> None:
    rows = [{"words": "1,310 people", "sentence": "“It’s the union’s count”"}]
    questions, cells = judged(rows, ["the union's"])
    assert not questions
    assert cells == ['How many people marched? (1 rows without "the union\'s")']


def test_what_is_known_of_the_article_is_no_answer() -> None:
    assert judged([{"words": "31,000", "publisher": "Police Gazette"}], ["Police"])[0]


def test_too_many_rows_are_no_answer() -> None:
    few = [{"words": "1,310", "n": str(number)} for number in range(MOST_ROWS)]
    assert not judged(few, ["1,310"])[0]
    assert judged([*few, {"words": "31,000"}], ["1,310"])[0] == ["How many people marched? (11 rows)"]


def test_half_of_the_article_is_no_answer() -> None:
    assert judged([{"sentence": TEXT[: len(TEXT) // 2]}], ["1,310"])[0] == [
        "How many people marched? (50% of the article)"
    ]
    assert not judged([{"sentence": TEXT[: len(TEXT) // 4], "words": "1,310 people"}], ["1,310"])[0]
    assert not judged([{"words": "1,310 people 1,310 people", "others": "1,310 people; Oster"}], ["1,310"])[0]
    assert judged([{"words": "1,310", "others": "; ".join(TEXT.split())}], ["1,310"])[0]


def test_no_rows_count_as_missed_and_wrong_ones_as_surplus_too() -> None:
    nothing = compare_questions(TEXT, [WHO], [[]])["questions"].prf
    assert (nothing.correct, nothing.predicted, nothing.expected) == (0, 0, 1)
    wrong = compare_questions(TEXT, [WHO], [[{"words": "nobody"}]])["questions"].prf
    assert (wrong.correct, wrong.predicted, wrong.expected) == (0, 1, 1)


def test_a_question_may_have_one_query_or_one_for_each_part() -> None:
    named = {"query": "numbers", "param": {"what": "people"}}
    assert asks({**WHO, "sparql": named}) == (Ask("numbers", {"what": "people"}),)
    assert asks({**WHO, "sparql": ["ASK {}", {"query": "reasons"}]}) == (Ask("ASK {}"), Ask("reasons"))
    assert with_queries([WHO, {"question": "Who?", "answers": ["Ada"]}]) == [WHO]


@pytest.mark.parametrize(
    "wrong", [7, {"param": {}}, {"query": "reasons", "param": {"name": 7}}, {"query": "reasons", "as": ""}]
)
def test_other_forms_are_refused(wrong: Any) -> None:
    with pytest.raises(ValueError, match="must be SPARQL or"):
        asks({**WHO, "sparql": wrong})


@pytest.mark.parametrize(
    "query",
    [
        {"query": "numbers", "param": {"what": "31,000"}},
        "SELECT * { ?s ?p ?o FILTER(CONTAINS(?o, 'marched; 000')) }",
        'SELECT * { ?s ?p "1"@en }',
    ],
)
def test_a_query_must_not_hold_words_of_the_answer(query: Any) -> None:
    with pytest.raises(ValueError, match="holds words of the answer"):
        asks({**WHO, "sparql": query})


def test_words_of_the_question_may_be_looked_for() -> None:
    assert asks(
        {**WHO, "answers": ["people of Oster"], "sparql": {"query": "numbers", "param": {"what": "People"}}}
    )
