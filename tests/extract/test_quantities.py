from typing import Any

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from graph.extract.lexicon import read_rows, read_rules
from graph.extract.quantities import find_quantities
from graph.extract.times import find_times
from graph.model.mentions import QuantityMention
from tests.extract.conftest import ParseConllu
from tests.extract.trees import tree

NLP = spacy.blank("en")


def read(text: str) -> tuple[QuantityMention, ...]:
    doc = NLP(text)
    return find_quantities(doc, find_times(doc, None))


@pytest.mark.parametrize("rule", read_rules("quantity_words.jsonl"), ids=lambda rule: rule["words"])
def test_every_quantity_word_gives_its_range(rule: dict[str, Any]) -> None:
    (found,) = read(rule["example"])
    assert (found.minimum, found.maximum) == (rule["minimum"], rule["maximum"])
    assert found.approximate == (rule["maximum"] != 0)


@pytest.mark.parametrize("row", read_rows("quantity_hedges.tsv"), ids=lambda row: row[0])
def test_every_hedge_bounds_its_number(row: tuple[str, ...]) -> None:
    (found,) = read(row[2])
    bounds = {"minimum": (30, None, False), "maximum": (None, 30, False), "about": (30, 30, True)}
    assert (found.minimum, found.maximum, found.approximate) == bounds[row[1]]
    assert row[2][found.span.start :].lower().startswith(row[0])


@pytest.mark.parametrize(
    ("text", "minimum", "maximum", "unit", "what"),
    [
        ("At least 31,923 people were killed.", 31923, None, "people", "people"),
        ("They freed about 350 Palestinians.", 350, 350, "people", "Palestinians"),
        ("More than 1 million people fled.", 1e6, None, "people", "people"),
        ("Between 20 and 30 sailors drowned.", 20, 30, "people", "sailors"),
        ("From 5 to 7 sailors drowned.", 5, 7, "people", "sailors"),
        ("It cost $2.3 billion.", 2.3e9, 2.3e9, "USD", ""),
        ("It cost €5m.", 5e6, 5e6, "EUR", ""),
        ("Prices rose 12%.", 12, 12, "%", ""),
        ("Prices rose 12 percent.", 12, 12, "%", ""),
        ("It lies 40 miles away.", 40, 40, "mi", ""),
        ("Twenty-five sailors drowned.", 25, 25, "people", "sailors"),
        ("The firm sold 300 ships.", 300, 300, "", "ships"),
        ("It needs 2 to 3 million tons.", 2e6, 3e6, "t", ""),
        ("No one was hurt.", 0, 0, "people", ""),
        ("It cost $ 90 million.", 9e7, 9e7, "USD", ""),
        ("Nearly half of the sailors drowned.", 0.5, 0.5, "people", "sailors"),
        ("Two-thirds of the sailors drowned.", 0.6667, 0.6667, "people", "sailors"),
        ("He put the number of dead at 38.", 38, 38, "people", "dead"),
        ("The toll rose to at least 38.", 38, None, "people", ""),
        ("Their share is 98,877.", 98877, 98877, "", ""),
        ("A six-week pause.", 6, 6, "weeks", ""),
    ],
)
def test_numbers_have_bounds_unit_and_what_they_count(
    text: str, minimum: float | None, maximum: float | None, unit: str, what: str
) -> None:
    (found,) = read(text)
    assert (found.minimum, found.maximum, found.unit, found.what) == (minimum, maximum, unit, what)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee, 35, said so.", "A 35-year-old man left.", "It was on Oct. 7, 2023.", "The week was no. 3-2.",
        "Article 5 was invoked.", "She lives in Room 12.", "It is open 24/7.", "A zero-day flaw.", "The 21st time.",
        "Aged 35, he left.", "Resolution 2334 passed.",
    ],
)  # fmt: skip
def test_numbers_that_count_nothing_are_left_out(text: str) -> None:
    assert read(text) == ()


OF_WHOM = """
1 There  there PRON EX _ 2 expl _ _
2 are    be VERB VBP _ 0 root _ _
3 130    130 NUM CD _ 4 nummod _ _
4 guards guard NOUN NNS _ 2 nsubj _ SpaceAfter=No
5 ,      , PUNCT , _ 7 punct _ _
6 including include VERB VBG _ 7 case _ _
7 33     33 NUM CD _ 4 nmod _ _
8 on     on ADP IN _ 9 case _ _
9 leave  leave NOUN NN _ 7 nmod _ SpaceAfter=No
10 .     . PUNCT . _ 2 punct _ _
"""


def test_a_bare_number_counts_what_was_counted_before(parse_conllu: ParseConllu) -> None:
    first, second = find_quantities(parse_conllu(OF_WHOM), ())
    assert (first.minimum, first.what, first.unit) == (130, "guards", "people")
    assert (second.minimum, second.what, second.unit) == (33, "guards", "people")


@given(st.text(max_size=80))
def test_no_text_breaks_the_search(text: str) -> None:
    read(text + " at least $5 to 7 million of")


def test_a_quoted_noun_keeps_both_marks_and_an_owner_is_not_counted() -> None:
    doc = tree(
        "They/they/PRON/PRP/2/nsubj met/meet/VERB/VBD/0/root about/about/ADV/RB/4/advmod 90/90/NUM/CD/6/nummod"
        " “/“/PUNCT/``/6/punct +pirates/pirate/NOUN/NNS/2/obj +”/”/PUNCT/''/6/punct +././PUNCT/./2/punct",
        "Two/two/NUM/CD/6/nsubj of/of/ADP/IN/5/case Doe/Doe/PROPN/NNP/5/nmod:poss +’s/’s/PART/POS/3/case"
        " boats/boat/NOUN/NNS/1/nmod sank/sink/VERB/VBD/0/root +././PUNCT/./6/punct",
    )
    found = find_quantities(doc, ())
    assert [(doc.text[q.span.start : q.span.end], q.what) for q in found] == [
        ("about 90 “pirates”", "pirates"),
        ("Two of Doe’s boats", "boats"),
    ]


def test_a_score_whose_tree_leads_in_circles_ends() -> None:
    doc = tree(
        "Otters/Otters/PROPN/NNP/12/nsubj (/(/PUNCT/-LRB-/10/punct +10/10/NUM/CD/1/nummod -/-/SYM/SYM/5/case"
        " 5/5/NUM/CD/3/nmod +,/,/PUNCT/,/7/punct 4/4/NUM/CD/10/nummod -/-/SYM/SYM/9/case 4/4/NUM/CD/7/nmod"
        " away/away/ADV/RB/3/advmod +)/)/PUNCT/-RRB-/10/punct won/win/VERB/VBD/0/root"
    )
    assert [quantity.maximum for quantity in find_quantities(doc, ())] == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The council voted 14-11 for the bill.", [14, 11]),
        ("The team won 3-2.", [3, 2]),
        ("They gave $38 million and $23 million.", [38e6, 23e6]),
        ("Turnout was 69.8%, down from 71.2.", [69.8, 71.2]),
        ("It fell to 2005 levels in Week 15.", []),
    ],
)
def test_two_numbers_that_are_no_range_stand_each_for_itself(text: str, values: list[float]) -> None:
    assert [found.minimum for found in read(text)] == values
