"""Questions of analysts: which of them a query over the graph of their article answers.

A question is answered if the rows of its queries hold every expected answer and are few: rows that show
half of the article answer nothing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.evaluate.metrics import Comparison

#: The most rows that an analyst reads through for one answer.
MOST_ROWS = 10
#: The most that the rows may give to read, in characters, as a share of the article.
LARGEST_SHARE = 1 / 3

#: One row of an answer: its cells by column.
Row = Mapping[str, str]

_NOTHING = "no rows"
_SENTENCE = "sentence"
_SOURCE = frozenset({"article", "publisher", "published"})
_QUOTES = str.maketrans("’‘“”", "''\"\"")
_LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"' + r"|'((?:[^'\\]|\\.)*)'")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Ask:
    """One query: the name of a ready-made one or SPARQL, and the values of its parameters."""

    query: str
    parameters: Mapping[str, str] = field(default_factory=dict)

    @property
    def literals(self) -> str:
        """The words that it looks for: values of parameters, strings of the SPARQL."""
        own = (one or other for one, other in _LITERAL.findall(self.query))
        return " ".join((*own, *self.parameters.values()))


def asks(question: Mapping[str, Any]) -> tuple[Ask, ...]:
    """Give the queries of a question: one, or one for each of its parts; none if it has none.

    Raises:
        ValueError: They are not of the form of `docs/evaluation.md`, or hold words of the answer.
    """
    given = question.get("sparql", [])
    queries = tuple(_ask(one) for one in (given if isinstance(given, list) else [given]))
    sought = {word for one in queries for word in _words(one.literals)}
    answers = {word for answer in question["answers"] for word in _words(answer)}
    if leaked := sorted(sought & answers - _words(question["question"])):
        msg = f"the query of {question['question']!r} holds words of the answer: {', '.join(leaked)}"
        raise ValueError(msg)
    return queries


def with_queries(questions: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Choose the questions that have queries; nobody can say of the others whether they are answered."""
    return [question for question in questions if asks(question)]


def _ask(given: object) -> Ask:
    match given:
        case str():
            return Ask(given)
        case {"query": str(name), **rest} if not rest.keys() - {"param"}:
            values = rest.get("param", {})
            if isinstance(values, dict) and all(isinstance(value, str) for value in values.values()):
                return Ask(name, values)
    msg = f'"sparql" must be SPARQL or {{"query": name, "param": {{…}}}}, or a list of them, not {given!r}'
    raise ValueError(msg)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(_plain(text)))


def _plain(text: str) -> str:
    return " ".join(text.translate(_QUOTES).casefold().split())


def compare_questions(
    text: str, questions: Sequence[Mapping[str, Any]], answers: Sequence[Sequence[Row]]
) -> dict[str, Comparison]:
    """Tell which questions are answered.

    Args:
        text: The article's text.
        questions: The questions that have queries.
        answers: The rows of the queries of each.

    Returns:
        The layer `questions`, and `cells`: the questions whose answer stands in cells of its own, without the
        sentence that is the evidence. Nothing if there are no questions.
    """
    if not questions:
        return {}
    told = [
        (
            question["question"],
            _fault(question["answers"], rows, text),
            _fault(question["answers"], bare, text),
        )
        for question, rows in zip(questions, answers, strict=True)
        for bare in ([_without(row, {_SENTENCE}) for row in rows],)
    ]
    return {
        "questions": _comparison((question, fault) for question, fault, _ in told),
        "cells": _comparison((question, fault) for question, _, fault in told),
    }


def _comparison(told: Iterable[tuple[str, str]]) -> Comparison:
    """Take an answer that does not do as missing; it is surplus too if there are rows."""
    expected, predicted = set(), set()
    for question, fault in told:
        expected.add(f"{question} ({fault})" if fault else question)
        if fault != _NOTHING:
            predicted.add(f"{question} (wrong answer)" if fault else question)
    return Comparison(expected, predicted)


def _fault(answers: Sequence[str], rows: Sequence[Row], text: str) -> str:
    """Say why rows are no answer; nothing if they are one."""
    if not rows:
        return _NOTHING
    cells = {_plain(cell) for row in rows for cell in _without(row, _SOURCE).values()}
    if absent := [answer for answer in answers if not any(_holds(cell, _plain(answer)) for cell in cells)]:
        return f"{len(rows)} rows without {', '.join(map(repr, absent))}"
    if len(rows) > MOST_ROWS:
        return f"{len(rows)} rows"
    if (share := _share(cells, _plain(text))) > LARGEST_SHARE:
        return f"{share:.0%} of the article"
    return ""


def _without(row: Row, columns: Iterable[str]) -> dict[str, str]:
    return {column: cell for column, cell in row.items() if column not in columns}


def _holds(cell: str, answer: str) -> bool:
    """Tell whether the answer stands in the cell as words of its own, so that 31 is not in 1,310."""
    return re.search(rf"(?<!\w)(?<!\d[.,]){re.escape(answer)}(?!\w|[.,]\d)", cell) is not None


def _share(cells: Iterable[str], text: str) -> float:
    """Give what there is to read, as a share of the text: each place of it once, and what is not in it."""
    shown, more = bytearray(len(text)), 0
    for cell in cells:
        for run in _runs(cell.split(), text):
            start = text.find(run)
            if start >= 0:
                shown[start : start + len(run)] = b"\x01" * len(run)
            else:
                more += len(run)
    return (sum(shown) + more) / len(text)


def _runs(words: Sequence[str], text: str) -> Iterator[str]:
    """Cut words into the longest runs that stand in the text, from the left, and single words that do not."""
    start = 0
    while start < len(words):
        end = start + 1
        run = words[start]
        while end < len(words) and (longer := f"{run} {words[end]}") in text:
            run, end = longer, end + 1
        yield run
        start = end
