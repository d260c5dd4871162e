"""Time expressions: when things happen, as intervals of days with a grain and a TIMEX3 value.

Patterns are in `resources/time_rules.jsonl`; what they mean is computed in `time_resolvers`; whether a bare
weekday or date lies behind or ahead is told by the tense of the clause (`tense`).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from spacy.tokens import Doc, Token

from graph.extract.lexicon import read_rules
from graph.extract.tense import tense_at
from graph.extract.time_resolvers import RESOLVERS
from graph.extract.time_values import Anchor, TimeValue, one_day, shift_days, shift_unit
from graph.model.mentions import TimeMention
from graph.model.text import Span

_MONTHS = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept(?:ember|\.)?|Sep(?:\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?|Jun\.|Jul\.)"
)
_FULL_DAYS = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_MACROS = {
    "months": _MONTHS,
    "days": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d)",
    "years": r"(?:1[5-9]\d\d|20\d\d)(?!\d)",
    "weekdays_full": _FULL_DAYS,
    "weekdays": rf"(?:{_FULL_DAYS}(?!s\b)|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.)",
    "weekday": rf"(?:{_FULL_DAYS}|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.?)",
    "parts": r"(?i:morning|afternoon|evening|night)",
    "mods": r"(?i:early|mid|late)",
    "units": r"(?i:second|minute|hour|day|week|month|year|decade|centurie|century|quarter|weekend)",
    "counts": (
        r"(?i:an?|half an?|a few|several|many|a couple of|couple of|\d+(?:,\d{3})*(?:\.\d+)?"
        r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
        r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
        r"|eighteen|nineteen)"
    ),
}
_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "–": "-", "—": "-", "‑": "-", "\xa0": " ", "\u202f": " ", "\t": " "}
)
_BOUND = re.compile(
    r"\b(since|until|till|through|by|before|after|prior to)(?: (?:at least|about|the))?(?: the)? $",
    re.IGNORECASE,
)
_RANGE = re.compile(r" (?:to|until|till|through|and|-) (?:the )?| ?- ?")
_NAME_LABELS = frozenset(
    {"PERSON", "ORG", "PER", "FAC", "WORK_OF_ART", "PRODUCT", "LAW", "EVENT", "MISC", "NORP"}
)
# So many characters, about two sentences, a clock time goes on with the day named before.
_RECENT = 300
_OTHER_DAY = re.compile(r",? (?:on the|the next|that|the following|the day|every|each|daily)\b")
# "Friday, July 21, 2017" on a line of its own, "Published: 21 July 2017", "KESH, July 21, 2017 (Wire) -".
_BEFORE_DATE = re.compile(r"(?:(?i:published|posted|updated|date)\b:?(?: on)? ?|[A-Z][A-Za-z .,'-]{1,40}, )?")
_AFTER_DATE = re.compile(r"\s*(?:$|[(|]|-{1,2} )")
_OPENING = 1500
_DAY_WORDS = frozenset({"day-word", "calendar-unit", "day-word-and-part"})


@dataclass(frozen=True, slots=True)
class Found:
    """A time expression in a text: the rule that found it, where, and what it means."""

    rule: str
    start: int
    end: int
    meaning: TimeValue


@cache
def _rules() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    compiled = []
    for rule in read_rules("time_rules.jsonl"):
        pattern = re.sub(r"\{after:([a-z,]+)\}", _after, rule["pattern"])
        pattern = re.sub(r"\{([a-z_]+)\}", lambda macro: _MACROS[macro[1]], pattern)
        # a match never begins or ends inside a word, a number or a decimal
        compiled.append((rule["rule"], rule["resolve"], re.compile(rf"(?<![\w$£€.#])(?:{pattern})(?![\w%])")))
    return tuple(compiled)


def _after(macro: re.Match[str]) -> str:
    """A look-behind for each of some words: `{after:in,since}`."""
    return "(?:" + "|".join(rf"(?<=\b(?i:{word}) )" for word in macro[1].split(",")) + ")"


def plain_text(text: str) -> str:
    """The text with typographic marks made plain and single line breaks made spaces; offsets stay."""
    return re.sub(r"(?<![\n\r])[\n\r](?![\n\r])", " ", text.translate(_PLAIN))


def scan_times(text: str, published: date | None, tense_of: Callable[[int, int], str]) -> list[Found]:
    """Find the time expressions of a text.

    Args:
        text: Any text.
        published: The day from which relative expressions count.
        tense_of: Gives `past`, `future` or empty for the words between two offsets.

    Returns:
        Expressions that do not overlap, in order.
    """
    plain = plain_text(text)
    chosen: list[Found] = []
    previous: date | None = None
    limit = 0
    for start, end, rule, resolve, groups in sorted(_matches(plain), key=lambda hit: (hit[0], -hit[1])):
        if start < limit:
            continue
        recent = start - limit < _RECENT and not _OTHER_DAY.match(plain, end)
        anchor = Anchor(published=published, tense=tense_of(start, end), previous=previous, recent=recent)
        meaning = _resolve(resolve, groups, anchor)
        if meaning is None:
            continue
        limit = end
        if meaning.begin is not None:
            # "the next day" after "last May" is the day after one that the text does not name
            previous = meaning.begin if meaning.begin == meaning.end else None
        chosen.append(Found(rule, start, end, meaning))
    return [_bounded(plain, found, published) for found in _ranges(plain, chosen)]


def dateline_day(text: str) -> date | None:
    """The day of publication that an article gives in its opening lines; None without a full date there."""
    for line in map(plain_text, text[:_OPENING].splitlines()):
        for found in scan_times(line[:100], None, lambda _start, _end: ""):
            day = found.meaning.begin
            whole = day is not None and day == found.meaning.end
            if whole and _BEFORE_DATE.fullmatch(line, 0, found.start) and _AFTER_DATE.match(line, found.end):
                return day
    return None


def _matches(text: str) -> Iterator[tuple[int, int, str, str, dict[str, str]]]:
    for name, resolve, pattern in _rules():
        for match in pattern.finditer(text):
            groups = {key: value for key, value in match.groupdict().items() if value is not None}
            if name == "attacks-of-2001-date":
                groups["year"] = "2001"
            yield match.start(), match.end(), name, resolve, groups


def _resolve(resolve: str, groups: dict[str, str], anchor: Anchor) -> TimeValue | None:
    try:
        return RESOLVERS[resolve](groups, anchor)
    except (ValueError, OverflowError):
        # a day that no calendar has, such as February 30
        return None


def _ranges(text: str, found: list[Found]) -> list[Found]:
    """Join "from May to June", "between 2011 and 2014" and "Monday through Friday" into one expression."""
    joined: list[Found] = []
    for item in found:
        last = joined[-1] if joined else None
        if last is None or not _RANGE.fullmatch(text[last.end : item.start]):
            joined.append(item)
            continue
        lead = re.search(r"\b(from|between) (?:the )?$", text[: last.start], re.IGNORECASE)
        between = text[last.end : item.start].strip()
        if between in {"and", "to", "-"} and not lead and between != "-":
            joined.append(item)
            continue
        begin, end = last.meaning.begin, item.meaning.end
        if begin and end and begin > end and not re.search(r"\d{4}", text[last.start : last.end]):
            # the year of the end holds for the beginning too
            begin = shift_unit(begin, "year", end.year - begin.year)
        if begin is None or end is None or begin > end or last.meaning.value.startswith("P"):
            joined.append(item)
            continue
        value = f"{last.meaning.value}/{item.meaning.value}"
        meaning = TimeValue(value=value, grain=item.meaning.grain, begin=begin, end=end)
        joined[-1] = Found("range", last.start, item.end, meaning)
    return joined


def _bounded(text: str, found: Found, published: date | None) -> Found:
    """Open the interval on one side after since, until, by, before and after."""
    lead = _BOUND.search(text[max(0, found.start - 24) : found.start])
    meaning = found.meaning
    if not lead or meaning.begin is None or meaning.end is None or meaning.value.startswith("P"):
        return found
    if found.rule == "year-before-noun" or text[found.end : found.end + 2] == "'s":
        # "after Monday's debate": the preposition belongs to the noun
        return found
    step = re.search(r"\bday (before|after) $", text[max(0, found.start - 24) : found.start], re.IGNORECASE)
    if step:
        day = shift_days(meaning.begin, -1 if step[1].lower() == "before" else 1)
        return replace(found, meaning=one_day(day))
    word, begin, end = lead[1].lower(), meaning.begin, meaning.end
    if word == "since":
        later = published if published is not None and published >= begin else None
        meaning = replace(meaning, end=later)
    elif word in {"until", "till", "through", "by"}:
        meaning = replace(meaning, begin=None)
    elif word == "after":
        meaning = replace(meaning, begin=shift_days(end, 1), end=None)
    else:
        meaning = replace(meaning, begin=None, end=shift_days(begin, -1))
    return replace(found, meaning=meaning)


def find_times(doc: Doc, published: date | None) -> tuple[TimeMention, ...]:
    """Find the time expressions of an article.

    Args:
        doc: A parsed document whose text is the article's.
        published: The day of publication; without it only absolute expressions have an interval.

    Returns:
        Mentions in order of the text, named `t1`, `t2` …
    """
    text = doc.text
    names = [(ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ in _NAME_LABELS]
    starts = {token.idx: token for token in doc}

    def tense_of(start: int, end: int) -> str:
        token = next((starts[at] for at in range(start, end) if at in starts), None)
        return tense_at(_top(token, end)) if token is not None else ""

    kept = [
        found
        for found in scan_times(text, published, tense_of)
        if not any(s <= found.start and found.end <= e and e - s > found.end - found.start for s, e in names)
        and not _is_title(text, found)
        and not (found.rule == "plain-month" and any(s < found.end and found.start < e for s, e in names))
    ]
    return tuple(
        TimeMention(
            id=f"t{number}",
            span=Span(found.start, found.end),
            value=found.meaning.value,
            grain=found.meaning.grain,
            begin=found.meaning.begin,
            end=found.meaning.end,
            method=f"time.{found.rule}",
        )
        for number, found in enumerate(kept, 1)
    )


def _is_title(text: str, found: Found) -> bool:
    """Whether a day word is the name of a paper or programme: "USA Today", "“This Week.”"."""
    if found.rule not in _DAY_WORDS or not text[found.start].isupper():
        return False
    before, after = text[: found.start], text[found.end : found.end + 2]
    quoted = re.search(r"\w['’]?s? [“\"‘']$", before) and re.match(r"[.,]?[”\"’']", after)
    return bool(quoted) or re.search(r"[\w’][  ]$", before) is not None


def _top(token: Token, end: int) -> Token:
    """The highest word of the expression that begins with a token."""
    best = token
    for _ in range(8):
        if not token.idx <= best.head.idx < end or best.head.i == best.i:
            break
        best = best.head
    return best
