"""How stretches of days read."""

from datetime import date

import pytest

from graph.model.knowledge import Interval
from graph.model.terms import TimeGrain
from graph.rdf.days import label_of


@pytest.mark.parametrize(
    ("begin", "end", "text"),
    [
        ("2024-03-18", "2024-03-18", "2024-03-18"),
        ("2024-03-11", "2024-03-17", "2024-03-11 to 2024-03-17"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2024-02-01", "2024-02-28", "2024-02-01 to 2024-02-28"),
        ("2023-01-01", "2023-12-31", "2023"),
        ("2020-01-01", "2023-12-31", "2020-01-01 to 2023-12-31"),
        ("2024-02-01", None, "from 2024-02-01"),
        (None, "2024-02-01", "until 2024-02-01"),
        (None, None, "PAST_REF"),
    ],
)
def test_labels(begin: str | None, end: str | None, text: str) -> None:
    days = [date.fromisoformat(day) if day else None for day in (begin, end)]
    assert label_of(Interval(begin=days[0], end=days[1], grain=TimeGrain.VAGUE, value="PAST_REF")) == text
