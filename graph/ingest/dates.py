"""When an article was published, from the ways in which people and pages write it."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from email.utils import parsedate_to_datetime

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# Hours from UTC. Only abbreviations that newspapers in English use in one sense; IST and CST (China) are left
# out.
_ZONES = {
    "utc": 0, "gmt": 0, "z": 0, "bst": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3,
    "est": -5, "edt": -4, "et": None, "pst": -8, "pdt": -7, "mst": -7, "mdt": -6, "cdt": -5,
}  # fmt: skip
_WORDED = re.compile(
    r"""(?:(?P<weekday>[a-z]{3,9})\.?,?\s+)?
        (?: (?P<month>[a-z]{3,9})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})
          | (?P<day2>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<month2>[a-z]{3,9})\.?,?[\s-]+(?P<year2>\d{4})
          )
        (?P<rest>.*)""",
    re.VERBOSE | re.DOTALL,
)
_CLOCK = re.compile(
    r"[\s,|·–—-]*(?:at\s+|@\s*)?(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?(?::(?P<second>\d{2}))?"
    r"\s*(?P<half>[ap]\.?m\.?)?[\s,]*\(?(?P<zone>[a-z]{1,4}|[+-]\d{2}:?\d{2})?\)?\s*"
)
_NUMERIC = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})")
_IN_NAME = re.compile(r"(?<!\d)(\d{4})[-_/](\d{1,2})[-_/](\d{1,2})(?!\d)")
_FIRST_YEAR, _LAST_YEAR = 1600, 2200


def parse_published(text: str) -> date | datetime | None:
    """Read a date of publication; None when it is none, or can be read in two ways.

    A time of day is kept only with its zone, because a moment without a zone is no moment: then the day
    remains. `03/04/2024` is refused (March or April?), `20/03/2024` is not.

    >>> parse_published("2024-03-20T09:30:00+01:00").isoformat()
    '2024-03-20T09:30:00+01:00'
    >>> parse_published("Wednesday, March 20, 2024"), parse_published("03/04/2024")
    (datetime.date(2024, 3, 20), None)
    """
    text = " ".join(text.split())
    for form in (_iso, _mail, _worded, _numeric):
        found = form(text)
        if found is not None:
            return found if _FIRST_YEAR <= found.year <= _LAST_YEAR else None
    return None


def day_in_name(name: str) -> date | None:
    """Read the one day in the name of a file or in a web address; None if there is none, or more than one.

    >>> day_in_name("port-talks-2024-03-20.txt"), day_in_name("https://news.example/2024/03/20/port")
    (datetime.date(2024, 3, 20), datetime.date(2024, 3, 20))
    >>> day_in_name("2024-03-20 to 2024-03-22.txt"), day_in_name("report-2024-13-20.txt")
    (None, None)
    """
    days = {_day(*map(int, found)) for found in _IN_NAME.findall(name)}
    found = days.pop() if len(days) == 1 else None
    return found if found and _FIRST_YEAR <= found.year <= _LAST_YEAR else None


def _iso(text: str) -> date | datetime | None:
    if not re.match(r"\d{4}-?\d{2}-?\d{2}(?!\d)", text):
        return None
    # JavaScript and some content systems write "2024-03-20 09:30:00 +0100" and seven digits of a second.
    text = re.sub(r"\s+(?=[+-]\d{2}:?\d{2}$|Z$|UTC$|GMT$)", "", text)
    text = re.sub(r"(?:UTC|GMT)$", "Z", re.sub(r"(\.\d{1,6})\d*", r"\1", text))
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo and _in_range(moment) else moment.date()


def _in_range(moment: datetime) -> bool:
    """Tell whether the moment can be put into UTC at all."""
    try:
        moment.astimezone(UTC)
    except OverflowError:
        return False
    return True


def _mail(text: str) -> date | datetime | None:
    if not re.match(r"[A-Za-z]{3}, \d{1,2} [A-Za-z]{3} \d{4} \d", text):
        return None
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.date()


def _worded(text: str) -> date | datetime | None:
    match = _WORDED.fullmatch(text.lower())
    if not match:
        return None
    month = _index(match["month"] or match["month2"], _MONTHS, ("sept",))
    weekday = _index(match["weekday"], _WEEKDAYS, ("tues", "thur", "thurs")) if match["weekday"] else None
    if month is None or (match["weekday"] and weekday is None):
        return None
    day = _day(int(match["year"] or match["year2"]), month + 1, int(match["day"] or match["day2"]))
    if day is None or (weekday is not None and day.weekday() != weekday):
        return None
    rest = match["rest"].strip(" ,|·")
    return _at(day, rest) if rest else day


def _at(day: date, rest: str) -> date | datetime | None:
    match = _CLOCK.fullmatch(rest)
    if not match:
        return None
    hour, half = int(match["hour"]), (match["half"] or "").replace(".", "")
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    offset = _offset(match["zone"] or "")
    try:
        clock = time(hour, int(match["minute"] or 0), int(match["second"] or 0))
    except ValueError:
        return None
    return day if offset is None else datetime.combine(day, clock, tzinfo=offset)


def _offset(zone: str) -> timezone | None:
    if re.fullmatch(r"[+-]\d{2}:?\d{2}", zone):
        minutes = int(zone[1:3]) * 60 + int(zone[-2:])
        if minutes >= 24 * 60:
            return None
        return timezone(timedelta(minutes=-minutes if zone[0] == "-" else minutes))
    hours = _ZONES.get(zone)
    return None if hours is None else timezone(timedelta(hours=hours))


def _numeric(text: str) -> date | None:
    if match := _YEAR_FIRST.fullmatch(text):
        return _day(*(int(number) for number in match.groups()))
    if match := _NUMERIC.fullmatch(text):
        first, second, year = (int(number) for number in match.groups())
        if first == second or second > 12:
            return _day(year, first, second)
        return _day(year, second, first) if first > 12 else None
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _index(word: str, names: tuple[str, ...], more: tuple[str, ...]) -> int | None:
    """Find a month or weekday by its name, its first three letters, or one of the longer abbreviations."""
    if len(word) == 3 or word in names or word in more:
        return next((index for index, name in enumerate(names) if name.startswith(word[:3])), None)
    return None
