from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.ingest.dates import parse_published

DAY = date(2024, 3, 20)


def at(hour: int, minute: int, offset: float = 0) -> datetime:
    return datetime(2024, 3, 20, hour, minute, tzinfo=timezone(timedelta(hours=offset)))


@pytest.mark.parametrize(
    "text",
    [
        "2024-03-20", "20240320", "2024/03/20", "2024.3.20", "20/03/2024", "20.03.2024", "03/20/2024", "2024-03-20T10:00",
        "March 20, 2024", "Mar 20 2024", "Mar. 20, 2024", "MARCH 20, 2024", "20 March 2024", "20th of March 2024",
        "March 20th, 2024", "20-Mar-2024", "Wednesday, March 20, 2024", "Wed 20 Mar 2024", "Wed., March 20, 2024",
        " 20\n March  2024 ", "March 20, 2024 10:15", "March 20, 2024 at 10:15 a.m. ET", "March 20, 2024 | 10:15 IST",
    ],
)  # fmt: skip
def test_days(text: str) -> None:
    assert parse_published(text) == DAY


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024-03-20T10:15:00+01:00", at(10, 15, 1)),
        ("2024-03-20T10:15:00Z", at(10, 15)),
        ("2024-03-20T10:15:00.1234567Z", at(10, 15).replace(microsecond=123456)),
        ("2024-03-20 10:15:00 +0530", at(10, 15, 5.5)),
        ("2024-03-20T10:15-0400", at(10, 15, -4)),
        ("2024-03-20 10:15 GMT", at(10, 15)),
        ("Wed, 20 Mar 2024 10:15:00 GMT", at(10, 15)),
        ("Wed, 20 Mar 2024 10:15:00 -0500", at(10, 15, -5)),
        ("March 20, 2024 at 10:15 p.m. EDT", at(22, 15, -4)),
        ("20 March 2024, 10.15am BST", at(10, 15, 1)),
        ("March 20, 2024 12:05 AM PST", at(0, 5, -8)),
    ],
)
def test_moments_keep_their_zone(text: str, moment: datetime) -> None:
    found = parse_published(text)
    assert isinstance(found, datetime)
    assert (found, found.utcoffset()) == (moment, moment.utcoffset())


@pytest.mark.parametrize(
    "text",
    [
        "", "soon", "March 2024", "2024", "03/04/2024", "3.4.2024", "2024-02-30", "February 30, 2024", "20 Maart 2024",
        "Tuesday, March 20, 2024", "32/13/2024", "20/03/24", "1710928800", "March 20, 2024 25:99 GMT", "yesterday",
        "2024-03-20 and more", "Marchy 20, 2024", "0001-01-01", "9999-12-31T23:59:59-23:59", "2024-13-45T10:00Z",
        "Blorf, 20 Mar 2024", "Wed, 99 Mar 2024 10:15:00 GMT", "March 20, 2024 13 pm",
    ],
)  # fmt: skip
def test_what_is_no_clear_date_is_none(text: str) -> None:
    assert parse_published(text) is None


@given(st.datetimes(min_value=datetime(1700, 1, 2), max_value=datetime(2199, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001
def test_iso_round_trip(moment: datetime) -> None:
    assert parse_published(moment.isoformat()) == moment
    assert parse_published(moment.date().isoformat()) == moment.date()


@given(st.text(max_size=60))
def test_never_raises(text: str) -> None:
    parse_published(text)
