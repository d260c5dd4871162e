from datetime import date
from typing import Any

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from graph.extract.lexicon import read_rules
from graph.extract.times import Found, dateline_day, find_times, scan_times
from tests.extract.conftest import ParseConllu, build_doc

WEDNESDAY = date(2024, 3, 20)


def read(text: str, tense: str = "", published: date | None = WEDNESDAY) -> list[Found]:
    return scan_times(text, published, lambda start, end: tense)


def days(first: str | None, last: str | None) -> tuple[date | None, date | None]:
    return (date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None)


@pytest.mark.parametrize("rule", read_rules("time_rules.jsonl"), ids=lambda rule: rule["rule"])
def test_every_rule_reads_its_own_example(rule: dict[str, Any]) -> None:
    published = date.fromisoformat(rule["published"])
    found = read(rule["example"], rule.get("tense", ""), published)
    hit = [item for item in found if rule["example"][item.start : item.end] == rule["words"]]
    assert hit, [rule["example"][item.start : item.end] for item in found]
    meaning = hit[0].meaning
    assert meaning.value == rule["value"]
    assert (meaning.begin, meaning.end) == days(rule.get("begin"), rule.get("end"))
    assert meaning.grain == rule["grain"]
    assert hit[0].rule == rule["rule"]


@pytest.mark.parametrize(
    ("text", "tense", "value", "begin", "end"),
    [
        ("on Wednesday", "", "2024-03-20", "2024-03-20", "2024-03-20"),
        ("on Tuesday", "past", "2024-03-19", "2024-03-19", "2024-03-19"),
        ("on Friday", "future", "2024-03-22", "2024-03-22", "2024-03-22"),
        ("on Wednesday", "future", "2024-03-20", "2024-03-20", "2024-03-20"),
        ("next Friday", "", "2024-03-29", "2024-03-29", "2024-03-29"),
        ("last month", "", "2024-02", "2024-02-01", "2024-02-29"),
        ("this week", "", "2024-W12", "2024-03-18", "2024-03-24"),
        ("on Oct. 7", "past", "2023-10-07", "2023-10-07", "2023-10-07"),
        ("on Oct. 7", "future", "2024-10-07", "2024-10-07", "2024-10-07"),
        ("in 2011", "", "2011", "2011-01-01", "2011-12-31"),
        ("for 16 years", "", "P16Y", None, None),
        ("a six-week pause", "", "P6W", None, None),
        ("until last month", "", "2024-02", None, "2024-02-29"),
        ("a days-long raid", "", "PXD", None, None),
        ("in recent weeks", "", "PAST_REF", None, None),
        ("since Monday", "", "2024-03-18", "2024-03-18", "2024-03-20"),
        ("by Friday", "future", "2024-03-22", None, "2024-03-22"),
        ("from May to June", "past", "2023-05/2023-06", "2023-05-01", "2023-06-30"),
        ("between 2011 and 2014", "", "2011/2014", "2011-01-01", "2014-12-31"),
        ("Monday through Friday", "past", "2024-03-18/2024-03-15", None, None),
        ("two years ago", "", "2022", "2022-01-01", "2022-12-31"),
        ("a week ago", "", "2024-W11", "2024-03-11", "2024-03-17"),
        ("next year", "", "2025", "2025-01-01", "2025-12-31"),
        ("last summer", "", "2023-SU", "2023-06-01", "2023-08-31"),
        ("late last year", "", "2023", "2023-09-02", "2023-12-31"),
        ("tomorrow", "", "2024-03-21", "2024-03-21", "2024-03-21"),
        ("in the coming weeks", "", "FUTURE_REF", None, None),
        ("for decades", "", "PXDE", None, None),
        ("after the 1999 shooting", "", "1999", "1999-01-01", "1999-12-31"),
        ("after Monday's debate", "", "2024-03-18", "2024-03-18", "2024-03-18"),
        ("the day after Monday", "", "2024-03-19", "2024-03-19", "2024-03-19"),
        ("between Nov. 1 and Jan. 15", "", "2023-11-01/2024-01-15", "2023-11-01", "2024-01-15"),
        ("before the April 9 vote", "", "2024-04-09", None, "2024-04-08"),
    ],
)
def test_phrases_of_the_news_mean_what_readers_take_them_to_mean(
    text: str, tense: str, value: str, begin: str | None, end: str | None
) -> None:
    found = read(f"It was so {text}.", tense)
    assert found, text
    if value.startswith("2024-03-18/"):
        # days that run backwards are two expressions, not a range
        assert [item.meaning.value for item in found] == ["2024-03-18", "2024-03-15"]
        return
    assert found[0].meaning.value == value
    assert (found[0].meaning.begin, found[0].meaning.end) == days(begin, end)


@pytest.mark.parametrize(
    "text",
    [
        "He may march on.", "A 35-year-old man.", "She paid $2011 for it.", "It cost 2,011 crowns.", "Mr. May spoke.",
        "There were 2000 people.", "Room 1999 is closed.", "He is 35 years old.", "In February 30, nobody came.",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_time_is_left_alone(text: str) -> None:
    assert [
        text[item.start : item.end] for item in read(text) if item.rule != "month-after-preposition"
    ] == []


def test_without_a_publication_date_only_absolute_times_have_days() -> None:
    found = read("On Friday, in May 2019, last month and on Oct. 7.", published=None)
    assert [item.meaning.begin for item in found] == [None, date(2019, 5, 1), None, None]
    assert [item.meaning.value for item in found] == ["XXXX-WXX-5", "2019-05", "PAST_REF", "XXXX-10-07"]


FUTURE = """
1 The     the     DET   DT  _ 2 det   _ _
2 envoy   envoy   NOUN  NN  _ 5 nsubj _ _
3 is      be      AUX   VBZ _ 5 aux   _ _
4 also    also    ADV   RB  _ 5 advmod _ _
5 traveling travel VERB VBG _ 0 root  _ _
6 to      to      ADP   IN  _ 7 case  _ _
7 Norway  Norway  PROPN NNP _ 5 obl   _ _
8 on      on      ADP   IN  _ 9 case  _ _
9 Friday  Friday  PROPN NNP _ 5 obl   _ SpaceAfter=No
10 .      .       PUNCT .   _ 5 punct _ _
"""
INFINITIVE = """
1 Miners  miner  NOUN NNS _ 2 nsubj _ _
2 plan    plan   VERB VBP _ 0 root  _ _
3 to      to     PART TO  _ 4 mark  _ _
4 strike  strike VERB VB  _ 2 xcomp _ _
5 Friday  Friday PROPN NNP _ 4 obl:unmarked _ SpaceAfter=No
6 .       .      PUNCT .  _ 2 punct _ _
"""
FORCED = """
1 Miners  miner  NOUN NNS _ 3 nsubj:pass _ _
2 were    be     AUX  VBD _ 3 aux:pass _ _
3 forced  force  VERB VBN _ 0 root  _ _
4 to      to     PART TO  _ 5 mark  _ _
5 leave   leave  VERB VB  _ 3 xcomp _ _
6 Friday  Friday PROPN NNP _ 5 obl:unmarked _ SpaceAfter=No
7 .       .      PUNCT .  _ 3 punct _ _
"""


@pytest.mark.parametrize(
    ("tree", "day"),
    [(FUTURE, date(2024, 3, 22)), (INFINITIVE, date(2024, 3, 22)), (FORCED, date(2024, 3, 15))],
)
def test_the_tense_of_the_clause_decides_between_last_and_next(
    tree: str, day: date, parse_conllu: ParseConllu
) -> None:
    (time,) = find_times(parse_conllu(tree), WEDNESDAY)
    assert time.begin == day
    assert time.method == "time.weekday"


def test_days_in_names_are_no_times() -> None:
    doc = build_doc(
        "1 The the DET DT _ 3 det _ _\n2 Sunday Sunday PROPN NNP _ 3 compound _ _\n3 Herald Herald PROPN NNP _ 0 root _ _",
        [("Sunday Herald", "ORG")],
    )
    assert find_times(doc, WEDNESDAY) == ()


@given(st.text(max_size=80), st.dates() | st.none(), st.sampled_from(["", "past", "future"]))
def test_no_text_and_no_date_breaks_the_grammar(text: str, published: date | None, tense: str) -> None:
    read(text + " last century, in 99 weeks, 5000 years ago, on Feb. 29, next decade", tense, published)


def test_an_unparsed_document_is_read_too() -> None:
    doc = spacy.blank("en")("It began on Friday.")
    assert [time.value for time in find_times(doc, WEDNESDAY)] == ["2024-03-15"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Storm hits Kesh\n\nFriday, July 21, 2017\n\nA storm hit Kesh.", date(2017, 7, 21)),
        ("KESH, July 3, 2019 (Wire) - A storm hit Kesh.", date(2019, 7, 3)),
        ("Published: 2023-04-05\nA storm hit Kesh.", date(2023, 4, 5)),
        ("A storm hit Kesh on July 3, 2011, killing two.", None),
        ("A storm hit Kesh on Friday.", None),
    ],
)
def test_the_opening_of_an_article_gives_its_day(text: str, day: date | None) -> None:
    assert dateline_day(text) == day


def test_a_clock_time_goes_on_with_the_day_told_before() -> None:
    text = "A blast shook Kesh on Monday. It came at 9 p.m. and hurt two."
    assert [found.meaning.value for found in read(text, "past", WEDNESDAY)] == [
        "2024-03-18",
        "2024-03-18T21:00",
    ]
    assert read(text, "future", WEDNESDAY)[-1].meaning.begin is None
    ahead = "A vote is set for April 8, 2024. At 9 p.m. she spoke."
    assert read(ahead, "past", WEDNESDAY)[-1].meaning.begin is None
