"""Time spans told by a number of units: two days ago, the past two weeks, every Friday, for months."""

from dataclasses import replace

from graph.extract import time_values as values
from graph.extract.time_values import FUTURE_REF, PAST_REF, Anchor, Groups, TimeValue
from graph.model.terms import TimeGrain

BACK = frozenset({"last", "past", "previous", "recent"})
AHEAD = frozenset({"next", "coming", "upcoming"})


def word_of(groups: Groups, name: str) -> str:
    """A part that a rule matched, in lower case; empty if it is not there."""
    return (groups.get(name) or "").lower().strip(" -")


def ago(groups: Groups, anchor: Anchor) -> TimeValue | None:
    """Two days ago, a week ago; months ago without a number is somewhere in the past."""
    unit, count = values.singular(groups["unit"]), values.count_of(groups.get("n"))
    if count is None or anchor.published is None or unit in {"hour", "minute", "second"}:
        found = PAST_REF if count is None or anchor.published is None else values.one_day(anchor.published)
    else:
        found = values.unit_of(values.shift_unit(anchor.published, unit, -int(count)), unit) or PAST_REF
    return found


def ahead(groups: Groups, anchor: Anchor) -> TimeValue | None:
    """Two weeks from now, in three days (of a future); else a duration."""
    unit, count = values.singular(groups["unit"]), values.count_of(groups.get("n"))
    if anchor.tense != "future" and not groups.get("now"):
        return None
    if count is None or anchor.published is None:
        return FUTURE_REF
    return values.unit_of(values.shift_unit(anchor.published, unit, int(count)), unit)


def stretch(groups: Groups, anchor: Anchor) -> TimeValue | None:
    """The past two weeks, the next three years: a duration that ends or begins with the publication."""
    unit, count, which = (
        values.singular(groups["unit"]),
        values.count_of(groups.get("n")),
        word_of(groups, "which"),
    )
    found = values.duration(count, unit)
    if anchor.published is None or count is None:
        some = PAST_REF if which in BACK else FUTURE_REF
        return replace(some, value=found.value) if count else some
    now = anchor.published
    if which in AHEAD:
        return replace(found, begin=now, end=values.shift_unit(now, unit, int(count)))
    return replace(found, begin=values.shift_unit(now, unit, -int(count)), end=now)


def vague(groups: Groups, _: Anchor) -> TimeValue:
    """Recent weeks, the coming days: somewhere behind or ahead."""
    return FUTURE_REF if word_of(groups, "which") in AHEAD else PAST_REF


def duration(groups: Groups, _: Anchor) -> TimeValue:
    """Six weeks, a days-long search: how long, not when."""
    unit = values.singular(groups["unit"])
    return values.duration(values.count_of(groups.get("n")), unit)


def repeated(groups: Groups, _: Anchor) -> TimeValue:
    """Every Friday, each year, daily."""
    if groups.get("weekday"):
        value = f"XXXX-WXX-{values.weekday_number(groups['weekday']) + 1}"
        return TimeValue(value=value, grain=TimeGrain.DAY)
    word = word_of(groups, "word")
    adverbs = {"daily": "day", "weekly": "week", "monthly": "month", "yearly": "year", "annually": "year"}
    return values.duration(1, adverbs.get(word) or values.singular(groups["unit"]))
