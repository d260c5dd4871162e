"""How a stretch of days reads in a list."""

from calendar import monthrange
from typing import Final

from graph.model.knowledge import Interval

# Names of our own: the calendar module's follow the locale of the process.
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def label_of(interval: Interval) -> str:
    """Write a stretch of days as short as its grain allows, in English.

    >>> from datetime import date
    >>> from graph.model.terms import TimeGrain
    >>> first, last, month = date(2024, 3, 1), date(2024, 3, 31), TimeGrain.MONTH
    >>> label_of(Interval(begin=first, end=last, grain=month, value="2024-03"))
    'March 2024'
    >>> label_of(Interval(begin=first, end=None, grain=month, value="2024-03"))
    'from 2024-03-01'
    """
    begin, end = interval.begin, interval.end
    if begin is None and end is None:
        return interval.value or interval.grain.value
    if begin is None:
        return f"until {end}"
    if end is None:
        return f"from {begin}"
    if begin == end:
        return str(begin)
    if (begin.month, begin.day, end.month, end.day) == (1, 1, 12, 31) and begin.year == end.year:
        return f"{begin.year}"
    months = (begin.year, begin.month) == (end.year, end.month)
    if months and begin.day == 1 and end.day == monthrange(end.year, end.month)[1]:
        return f"{_MONTHS[begin.month - 1]} {begin.year}"
    return f"{begin} to {end}"
