"""Values that need care on their way to RDF."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from graph.rdf import literals


def test_broken_language_tags_become_undetermined() -> None:
    assert literals.text("a", "de-CH").language == "de-ch"
    for tag in ("", "en_US", "English please", "\ud800"):
        assert literals.text("a", tag).language == "und"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (date(33, 4, 3), "0033-04-03"),
        (datetime(2024, 3, 20, 9, 30), "2024-03-20T09:30:00"),  # noqa: DTZ001  an article without a zone
        (datetime(2024, 3, 20, 9, 30, tzinfo=UTC), "2024-03-20T09:30:00Z"),
        (datetime(2024, 3, 20, 9, 30, 1, 500_000, UTC), "2024-03-20T09:30:01.5Z"),
        (datetime(2024, 3, 20, 9, 30, tzinfo=timezone(timedelta(hours=-3.5))), "2024-03-20T09:30:00-03:30"),
        (datetime(1880, 3, 20, 9, 30, tzinfo=timezone(timedelta(seconds=61))), "1880-03-20T09:28:59Z"),
        (datetime(2024, 3, 20, 9, 30, tzinfo=timezone(timedelta(hours=20))), "2024-03-19T13:30:00Z"),
        (datetime(1, 1, 1, 9, 30, tzinfo=timezone(timedelta(hours=20))), "0001-01-01"),
    ],
)
def test_moments(value: date, text: str) -> None:
    assert literals.moment(value).value == text


@pytest.mark.parametrize(
    ("value", "text", "kind"),
    [
        (40.0, "40", "integer"),
        (-2.5, "-2.5", "decimal"),
        (1e21, "1" + "0" * 21, "integer"),
        (1e-7, "0.0000001", "decimal"),
    ],
)
def test_numbers_have_no_exponent(value: float, text: str, kind: str) -> None:
    literal = literals.number(value)
    assert literal is not None
    assert literal.value == text
    assert literal.datatype.value.endswith(f"#{kind}")


def test_infinity_is_no_number() -> None:
    assert [literals.number(value) for value in (float("inf"), float("nan"))] == [None, None]


@pytest.mark.parametrize(
    ("url", "iri"),
    [
        ("https://a.example/x y", "https://a.example/x%20y"),
        ("https://a.example/%zz", "https://a.example/%25zz"),
        (" HTTPS://a.example/ü\n", "HTTPS://a.example/ü"),
        ("https://a.example/\ue000", "https://a.example/%EE%80%80"),
    ],
)
def test_web_addresses_are_escaped(url: str, iri: str) -> None:
    assert literals.address(url) == NamedNode(iri)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "http://[", "http://a:b/", "news/1", "", "\ud800"])
def test_what_is_no_web_address_stays_a_string(url: str) -> None:
    assert isinstance(literals.address(url), Literal)


@given(st.text(st.characters()))
def test_any_address_gives_a_term(url: str) -> None:
    literals.address(url)
    literals.address(f"http://{url}")


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_decimals_are_never_in_scientific_notation(value: float) -> None:
    text = literals.decimal(value, places=4).value
    assert "e" not in text.lower()
    assert abs(float(text) - value) <= 1e-4
