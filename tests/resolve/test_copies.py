"""Texts that are printed again are known for copies; texts on one matter are not."""

import random
from datetime import date

from graph.model.text import Article
from graph.resolve.copies import find_copies

WORDS = [f"word{number}" for number in range(400)]


def article(name: str, words: list[str], day: int | None = 1) -> Article:
    published = date(2024, 5, day) if day else None
    return Article(id=f"article-{name}", text=" ".join(words), published=published)


def text(seed: int, length: int = 200) -> list[str]:
    return random.Random(seed).choices(WORDS, k=length)


def edited(words: list[str], every: int) -> list[str]:
    return [f"new{place}" if place % every == every - 1 else word for place, word in enumerate(words)]


def test_a_copy_points_to_the_first_that_has_the_text() -> None:
    wire = text(1)
    first, second, third = article("z", wire, 1), article("b", wire, 2), article("a", edited(wire, 40), 3)
    assert [(one.copy, one.original) for one in find_copies([third, second, first])] == [
        ("article-a", "article-z"),
        ("article-b", "article-z"),
    ]


def test_the_share_tells_how_much_is_the_same() -> None:
    wire = text(2)
    (whole,) = find_copies([article("a", wire), article("b", wire, 2)])
    (part,) = find_copies([article("a", wire), article("b", edited(wire, 30), 2)])
    assert whole.share == 1
    assert 0.6 < part.share < 1


def test_case_and_punctuation_do_not_count_and_a_cut_text_is_a_copy() -> None:
    wire = text(3)
    shorter = article("b", [f"{word.title()}," for word in wire[:80]], 2)
    assert [one.copy for one in find_copies([article("a", wire), shorter])] == ["article-b"]


def test_what_is_mostly_of_its_own_is_no_copy() -> None:
    wire = text(4, 100)
    assert find_copies([article("a", wire), article("b", text(5, 200) + wire, 2)]) == ()
    assert find_copies([article("a", wire), article("b", edited(wire, 5), 2)]) == ()


def test_a_few_lines_are_no_copy() -> None:
    assert find_copies([article("a", text(6, 20)), article("b", text(6, 20), 2)]) == ()


def test_without_a_day_the_first_by_name_is_the_original() -> None:
    wire = text(7)
    (copy,) = find_copies([article("b", wire, None), article("a", wire, None)])
    assert copy.original == "article-a"
