"""From the parts of a time expression to days: TIMEX3 values and intervals.

Weeks are ISO 8601 weeks, from Monday. Values follow TIMEX3 (ISO-TimeML, ISO 24617-1).
"""

import calendar
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from graph.extract.lexicon import read_map
from graph.extract.numbers import parse_number
from graph.model.terms import TimeGrain

Groups = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What a relative expression hangs on.

    Attributes:
        published: Day of publication, if known.
        tense: `past`, `future` or empty where the sentence does not tell.
        previous: The last single day that the text named.
        recent: Whether it named that day a sentence or two ago.
    """

    published: date | None
    tense: str = ""
    previous: date | None = None
    recent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeValue:
    """What a time expression means; days are inclusive."""

    value: str
    grain: TimeGrain
    begin: date | None = None
    end: date | None = None


_GRAINS = {
    "second": (TimeGrain.MINUTE, "TS"),
    "minute": (TimeGrain.MINUTE, "TM"),
    "hour": (TimeGrain.HOUR, "TH"),
    "day": (TimeGrain.DAY, "D"),
    "night": (TimeGrain.DAY, "D"),
    "week": (TimeGrain.WEEK, "W"),
    "weekend": (TimeGrain.DAY, "WE"),
    "month": (TimeGrain.MONTH, "M"),
    "quarter": (TimeGrain.QUARTER, "Q"),
    "season": (TimeGrain.QUARTER, "SX"),
    "year": (TimeGrain.YEAR, "Y"),
    "decade": (TimeGrain.DECADE, "DE"),
    "century": (TimeGrain.CENTURY, "CE"),
}
PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
_SEASONS = {
    "spring": ("SP", 3),
    "summer": ("SU", 6),
    "autumn": ("FA", 9),
    "fall": ("FA", 9),
    "winter": ("WI", 12),
}


def month_number(name: str) -> int:
    """Number of a month from its name or abbreviation."""
    return int(read_map("months.tsv")[name.rstrip(".").lower()[:3]])


def weekday_number(name: str) -> int:
    """Number of a weekday, Monday being 0, from its name or abbreviation."""
    return ("mon", "tue", "wed", "thu", "fri", "sat", "sun").index(name.lower()[:3])


def shift_months(day: date, months: int) -> date:
    """The first day of the month so many months away."""
    index = day.year * 12 + day.month - 1 + months
    year = min(max(index // 12, 1), 9999)
    return date(year, index % 12 + 1, 1)


def month_end(day: date) -> date:
    """The last day of a month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def shift_days(day: date, days: int) -> date:
    """A day so many days away, kept within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def one_day(day: date, suffix: str = "", grain: TimeGrain = TimeGrain.DAY) -> TimeValue:
    """A single day, with a part of the day or a clock time as suffix of its value."""
    return TimeValue(value=day.isoformat() + suffix, grain=grain, begin=day, end=day)


def week_of(day: date) -> TimeValue:
    """The ISO week that holds a day."""
    begin = shift_days(day, -day.weekday())
    year, week, _ = day.isocalendar()
    return TimeValue(
        value=f"{year:04}-W{week:02}", grain=TimeGrain.WEEK, begin=begin, end=shift_days(begin, 6)
    )


def weekend_of(day: date) -> TimeValue:
    """The weekend of the ISO week that holds a day."""
    week = week_of(day)
    if week.end is None:
        return week
    return TimeValue(
        value=week.value + "-WE", grain=TimeGrain.DAY, begin=shift_days(week.end, -1), end=week.end
    )


def month_of(day: date) -> TimeValue:
    """The calendar month that holds a day."""
    value = f"{day.year:04}-{day.month:02}"
    return TimeValue(value=value, grain=TimeGrain.MONTH, begin=day.replace(day=1), end=month_end(day))


def quarter_of(year: int, number: int) -> TimeValue:
    """A quarter of a calendar year."""
    begin = date(year, number * 3 - 2, 1)
    end = month_end(date(year, number * 3, 1))
    return TimeValue(value=f"{year:04}-Q{number}", grain=TimeGrain.QUARTER, begin=begin, end=end)


def year_of(year: int) -> TimeValue:
    """A calendar year."""
    year = min(max(year, 1), 9999)
    return TimeValue(value=f"{year:04}", grain=TimeGrain.YEAR, begin=date(year, 1, 1), end=date(year, 12, 31))


def decade_of(year: int) -> TimeValue:
    """The ten years that begin with a year such as 1990."""
    begin, end = date(year, 1, 1), date(year + 9, 12, 31)
    return TimeValue(value=f"{year // 10:03}", grain=TimeGrain.DECADE, begin=begin, end=end)


def century_of(number: int) -> TimeValue:
    """A century by number: 19 is 1801 to 1900, its TIMEX3 value 18."""
    begin, end = date(number * 100 - 99, 1, 1), date(number * 100, 12, 31)
    return TimeValue(value=f"{number - 1:02}", grain=TimeGrain.CENTURY, begin=begin, end=end)


def season_of(year: int, name: str) -> TimeValue:
    """A meteorological season of the north (winter is that which begins in December of the year)."""
    code, month = _SEASONS[name]
    begin = date(year, month, 1)
    end = month_end(shift_months(begin, 2))
    return TimeValue(value=f"{year:04}-{code}", grain=TimeGrain.QUARTER, begin=begin, end=end)


def unit_of(day: date, unit: str) -> TimeValue | None:
    """The calendar unit (week, month, year …) that holds a day."""
    if unit in _SEASONS:
        return season_of(day.year, unit)
    whole: dict[str, Callable[[], TimeValue]] = {
        "day": lambda: one_day(day),
        "week": lambda: week_of(day),
        "weekend": lambda: weekend_of(day),
        "month": lambda: month_of(day),
        "quarter": lambda: quarter_of(day.year, (day.month + 2) // 3),
        "year": lambda: year_of(day.year),
        "decade": lambda: decade_of(day.year // 10 * 10),
        "century": lambda: century_of((day.year + 99) // 100),
    }
    return whole[unit]() if unit in whole else None


def shift_unit(day: date, unit: str, count: int) -> date:
    """A day so many weeks, months, years … away."""
    if unit in {"week", "weekend"}:
        return shift_days(day, 7 * count)
    if unit in {"day", "night"}:
        return shift_days(day, count)
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(unit)
    if months is None:
        return shift_days(day, count) if unit in PARTS else day
    first = shift_months(day, months * count)
    return first.replace(day=min(day.day, month_end(first).day))


def narrow(value: TimeValue, mod: str) -> TimeValue:
    """The early, middle or late third of an interval of a month or more."""
    if value.begin is None or value.end is None:
        return value
    length = (value.end - value.begin).days + 1
    third = length // 3
    if mod.startswith("early"):
        return replace(value, end=shift_days(value.begin, max(third - 1, 0)))
    if mod.startswith("late"):
        return replace(value, begin=shift_days(value.end, -max(third - 1, 0)))
    return replace(value, begin=shift_days(value.begin, third), end=shift_days(value.end, -third))


def duration(count: float | None, unit: str) -> TimeValue:
    """A stretch of so many units; None for an unknown number ("for months")."""
    grain, letter = _GRAINS.get(unit, (TimeGrain.VAGUE, "X"))
    prefix = "PT" if letter.startswith("T") else "P"
    amount = "X" if count is None else f"{count:g}" if count < 1e9 else f"{count:.0f}"
    value = f"{prefix}{amount}{letter.removeprefix('T')}"
    return TimeValue(value=value, grain=grain)


def singular(unit: str) -> str:
    """The singular of a unit, lower-case."""
    word = unit.lower()
    return "century" if word == "centuries" else word.removesuffix("s")


def count_of(words: str | None) -> float | None:
    """The number that words give; None for "several", "a few" or nothing."""
    text = (words or "").strip().lower()
    if text in {"a", "an", "one"}:
        return 1
    if text in {"a couple of", "a couple", "couple of", "a pair of"}:
        return 2
    if text == "half a":
        return 0.5
    return parse_number(text) if text else None


PAST_REF = TimeValue(value="PAST_REF", grain=TimeGrain.VAGUE)
PRESENT_REF = TimeValue(value="PRESENT_REF", grain=TimeGrain.DAY)
FUTURE_REF = TimeValue(value="FUTURE_REF", grain=TimeGrain.VAGUE)
