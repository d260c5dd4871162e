"""What the rules of `resources/time_rules.jsonl` make of the parts that they matched; see `resolve` there."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from graph.extract import time_spans
from graph.extract import time_values as values
from graph.extract.lexicon import read_rows
from graph.extract.time_spans import AHEAD, BACK, word_of
from graph.extract.time_values import FUTURE_REF, PAST_REF, Anchor, Groups, TimeValue
from graph.model.terms import TimeGrain

# Of two Novembers, the one to come is meant where it is the nearer one.
_NEARER = 6


def _date(groups: Groups, anchor: Anchor) -> TimeValue | None:
    """A calendar date; without a year, the one that tense and nearness suggest."""
    month = _month(groups)
    day = int("".join(char for char in groups["day"] if char.isdigit()))
    suffix = _part(groups)
    if groups.get("year"):
        return values.one_day(date(int(groups["year"]), month, day), suffix)
    if anchor.published is None:
        return TimeValue(value=f"XXXX-{month:02}-{day:02}{suffix}", grain=TimeGrain.DAY)
    near = [_valid(anchor.published.year + step, month, day) for step in (-1, 0, 1)]
    known = [found for found in near if found is not None]
    if not known:
        return None
    return values.one_day(_choose(known, anchor), suffix)


def _choose(days: list[date], anchor: Anchor) -> date:
    published = anchor.published or days[0]
    if anchor.tense == "past":
        return next((day for day in reversed(days) if day <= published), days[0])
    if anchor.tense == "future":
        return next((day for day in days if day >= published), days[-1])
    back = next((day for day in reversed(days) if day <= published), days[0])
    ahead = next((day for day in days if day > published), days[-1])
    # news looks back, but to a day to come in the same year ("the Nov. 8 vote") more than to one long gone
    soon, gone = (ahead - published).days, (published - back).days
    return ahead if soon < gone and (ahead.year == published.year or 2 * soon < gone) else back


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(groups: Groups) -> int:
    return int(groups["mm"]) if groups.get("mm") else values.month_number(groups["month"])


def _part(groups: Groups) -> str:
    return values.PARTS.get((groups.get("part") or "").lower(), "")


def _day_range(groups: Groups, anchor: Anchor) -> TimeValue | None:
    """Two days of one month ("March 3-5")."""
    first = _date(groups, anchor)
    second = _date({**groups, "day": groups["day2"]}, anchor)
    if first is None or second is None or first.begin is None or second.begin is None:
        return None
    if second.begin < first.begin:
        return None
    return replace(first, value=f"{first.value}/{second.value}", end=second.begin)


def _month_alone(groups: Groups, anchor: Anchor) -> TimeValue | None:
    """A month, with its year or without one, perhaps early, middle or late in it."""
    month, which, mod = values.month_number(groups["month"]), word_of(groups, "which"), word_of(groups, "mod")
    if groups.get("year"):
        found = values.month_of(date(int(groups["year"]), month, 1))
    elif anchor.published is None:
        return TimeValue(value=f"XXXX-{month:02}", grain=TimeGrain.MONTH)
    else:
        now = anchor.published
        years = [date(now.year + step, month, 1) for step in (-1, 0, 1)]
        this = now.replace(day=1)
        if which in BACK:
            first = next(day for day in reversed(years) if day < this)
        elif which in AHEAD:
            first = next(day for day in years if day > this)
        elif anchor.tense == "future":
            first = next(day for day in years if day >= this)
        elif which == "this" or (not anchor.tense and 0 < month - now.month < _NEARER):
            first = years[1]
        else:
            first = next(day for day in reversed(years) if day <= this)
        found = values.month_of(first)
    return values.narrow(found, mod) if mod else found


def _year(groups: Groups, _: Anchor) -> TimeValue:
    found = values.year_of(int(groups["year"]))
    mod = word_of(groups, "mod")
    return values.narrow(found, mod) if mod else found


def _years(groups: Groups, _: Anchor) -> TimeValue | None:
    first, tail = groups["year"], groups["year2"]
    second = first[: 4 - len(tail)] + tail
    begin, end = values.year_of(int(first)), values.year_of(int(second))
    if int(second) <= int(first):
        return None
    return replace(begin, value=f"{first}/{second}", end=end.end)


def _decade(groups: Groups, _: Anchor) -> TimeValue:
    digits = groups["decade"]
    if len(digits) == 2:
        digits = ("20" if int(digits) < 30 else "19") + digits
    found = values.decade_of(int(digits) // 10 * 10)
    mod = word_of(groups, "mod")
    return values.narrow(found, mod) if mod else found


def _century(groups: Groups, _: Anchor) -> TimeValue | None:
    number = values.count_of(groups["n"].rstrip("stndrh"))
    return values.century_of(int(number)) if number and number <= 21 else None


def _weekday(groups: Groups, anchor: Anchor) -> TimeValue | None:
    """A day of the week: the last one by default, the day of publication included; the next by tense."""
    wanted, which, suffix = values.weekday_number(groups["weekday"]), word_of(groups, "which"), _part(groups)
    if anchor.published is None:
        return TimeValue(value=f"XXXX-WXX-{wanted + 1}{suffix}", grain=TimeGrain.DAY)
    now = anchor.published
    back = (now.weekday() - wanted) % 7
    if which in {"last", "past"}:
        day = values.shift_days(now, -(back or 7))
    elif which == "this":
        day = values.shift_days(now, wanted - now.weekday())
    elif which == "next":
        day = values.shift_days(now, wanted - now.weekday() + 7)
    elif which == "coming" or anchor.tense == "future":
        day = values.shift_days(now, (wanted - now.weekday()) % 7)
    else:
        day = values.shift_days(now, -back)
    return values.one_day(day, suffix)


def _deictic(groups: Groups, anchor: Anchor) -> TimeValue | None:
    """Today, yesterday, tomorrow, tonight, last night, this morning."""
    steps = {row[0]: (int(row[1]), row[2] if len(row) > 2 else "") for row in read_rows("day_words.tsv")}
    step, suffix = steps[word_of(groups, "word")]
    suffix = suffix or _part(groups)
    if anchor.published is None:
        return (
            PAST_REF
            if step < 0
            else FUTURE_REF
            if step
            else TimeValue(value="PRESENT_REF", grain=TimeGrain.DAY)
        )
    return values.one_day(values.shift_days(anchor.published, step), suffix)


def _calendar_unit(groups: Groups, anchor: Anchor) -> TimeValue | None:
    """Last month, this year, next week, the coming weekend; earlier this week, late last year."""
    unit, which, mod = values.singular(groups["unit"]), word_of(groups, "which"), word_of(groups, "mod")
    now = anchor.published
    if now is None:
        return PAST_REF if which in BACK else FUTURE_REF if which in AHEAD else None
    step = -1 if which in BACK else 1 if which in AHEAD else 0
    if unit in {"spring", "summer", "autumn", "fall", "winter"}:
        return _season_near(unit, step, anchor)
    found = values.unit_of(values.shift_unit(now, unit, step), unit)
    if found is None or found.begin is None or found.end is None:
        return found
    if not which and anchor.tense != "future" and found.begin > now:
        # "over the weekend" looks back
        return values.unit_of(values.shift_unit(now, unit, -1), unit)
    if mod in {"earlier", "already"}:
        return replace(found, end=min(found.end, now))
    if mod == "later":
        return replace(found, begin=max(found.begin, now))
    return values.narrow(found, mod) if mod else found


def _season_near(name: str, step: int, anchor: Anchor) -> TimeValue | None:
    now = anchor.published
    if now is None:
        return None
    seasons = [values.season_of(now.year + shift, name) for shift in (-2, -1, 0, 1)]
    if step > 0 or (step == 0 and anchor.tense == "future"):
        return next((s for s in seasons if s.begin and s.begin > now), None)
    if step < 0:
        return next((s for s in reversed(seasons) if s.end and s.end < now), None)
    return next((s for s in reversed(seasons) if s.begin and s.begin <= now), None)


def _season_year(groups: Groups, _: Anchor) -> TimeValue:
    return values.season_of(int(groups["year"]), word_of(groups, "season"))


def _quarter(groups: Groups, anchor: Anchor) -> TimeValue | None:
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1": 1, "2": 2, "3": 3, "4": 4}[
        word_of(groups, "n")
    ]
    if groups.get("year"):
        return values.quarter_of(int(groups["year"]), number)
    if anchor.published is None:
        return TimeValue(value=f"XXXX-Q{number}", grain=TimeGrain.QUARTER)
    now = anchor.published
    this = values.quarter_of(now.year, number)
    if anchor.tense != "future" and this.begin is not None and this.begin > now:
        return values.quarter_of(now.year - 1, number)
    return this


def _half(groups: Groups, anchor: Anchor) -> TimeValue | None:
    year = int(groups["year"]) if groups.get("year") else anchor.published and anchor.published.year
    if not year:
        return None
    first = word_of(groups, "n") == "first"
    begin, end = (date(year, 1, 1), date(year, 6, 30)) if first else (date(year, 7, 1), date(year, 12, 31))
    return TimeValue(value=f"{year}-H{1 if first else 2}", grain=TimeGrain.QUARTER, begin=begin, end=end)


def _clock(groups: Groups, anchor: Anchor) -> TimeValue | None:
    """A time of day, with a weekday or date beside it if the text gives one."""
    word = word_of(groups, "word")
    if word:
        clock, grain = {"noon": "T12:00", "midnight": "T24:00"}[word], TimeGrain.HOUR
    else:
        hour = int(groups["hour"]) % 12 + (12 if groups["half"].lower().startswith("p") else 0)
        minute = groups.get("minute")
        clock = f"T{hour:02}:{minute or '00'}"
        grain = TimeGrain.MINUTE if minute else TimeGrain.HOUR
    day = None
    if groups.get("weekday"):
        day = _weekday(groups, anchor)
    elif groups.get("month"):
        day = _date(groups, anchor)
    elif (
        anchor.recent
        and anchor.tense == "past"
        and anchor.previous is not None
        and (anchor.published is None or anchor.previous <= anchor.published)
    ):
        # "The bomb went off at 9 p.m." goes on with the day that was told last
        return values.one_day(anchor.previous, clock, grain)
    if day is None or day.begin is None:
        return TimeValue(value=f"XXXX-XX-XX{clock}", grain=grain)
    return values.one_day(day.begin, clock, grain)


def _fixed(groups: Groups, anchor: Anchor) -> TimeValue | None:
    """A day with a name of its own ("Christmas Eve", "9/11"), from `day_names.tsv`."""
    name = " ".join((groups.get("name") or "").lower().replace("'", "").split())
    rows = {row[0]: row[1] for row in read_rows("day_names.tsv")}
    value = rows.get(name)
    if value is None:
        return None
    if len(value) == len("2001-09-11"):
        return values.one_day(date.fromisoformat(value))
    month, day = value.split("-")
    return _date({"mm": month, "day": day, "year": groups.get("year") or ""}, anchor)


def _narrative(groups: Groups, anchor: Anchor) -> TimeValue | None:
    """The next day, the same day: by the last day that the text named."""
    if anchor.previous is None:
        return None
    word = word_of(groups, "which")
    step = 0 if word in {"same", "that"} else -1 if word in {"previous", "day before"} else 1
    day = values.shift_days(anchor.previous, step)
    if anchor.tense == "past" and anchor.published is not None and day > anchor.published:
        return None
    return values.one_day(day)


RESOLVERS: Mapping[str, Callable[[Groups, Anchor], TimeValue | None]] = {
    "date": _date,
    "day_range": _day_range,
    "month": _month_alone,
    "year": _year,
    "years": _years,
    "decade": _decade,
    "century": _century,
    "weekday": _weekday,
    "deictic": _deictic,
    "unit": _calendar_unit,
    "season": _season_year,
    "ago": time_spans.ago,
    "ahead": time_spans.ahead,
    "stretch": time_spans.stretch,
    "vague": time_spans.vague,
    "duration": time_spans.duration,
    "repeated": time_spans.repeated,
    "quarter": _quarter,
    "half": _half,
    "clock": _clock,
    "named": _fixed,
    "narrative": _narrative,
}
