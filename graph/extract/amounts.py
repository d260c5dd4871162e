"""Number expressions and their values: "between 30 and 40", "at least two-thirds", "voted 14-11"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graph.extract.lexicon import read_map, read_rows, read_rules
from graph.extract.numbers import number_pattern, parse_number

_SHARES = {"half": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "tenth": 0.1}
_SHARE = (
    r"(?:half(?= (?:of|the|its|their|his|her|our|all)\b)|(?:a|one)[ -](?:third|quarter|fifth|tenth)(?= of\b)"
    r"|(?:two|three|four)[ -](?:third|quarter|fifth)s(?= (?:of|the|its|their)\b))"
)
_SCORE = re.compile(r"\d{1,3}-\d{1,3}")
_DECIDED = re.compile(
    r"\b(?:vot|rul|decision|win|won\b|beat|defeat|victor|lose|lost|loss|draw|drew|lead\b|led\b|approv|pass|reject"
    r"|penalt|scor|extra time)",
    re.IGNORECASE,
)
_MORE = {
    " or more": "minimum", "-plus": "minimum", "+": "minimum",
    " or fewer": "maximum", " or less": "maximum", " or so": "about",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Amount:
    """The value that a number expression gives."""

    minimum: float | None
    maximum: float | None
    approximate: bool


@cache
def _pattern(*, ranges: bool = True) -> re.Pattern[str]:
    hedges = "|".join(
        re.escape(row[0]) for row in sorted(read_rows("quantity_hedges.tsv"), key=lambda r: -len(r[0]))
    )
    words = "|".join(re.escape(rule["words"]) for rule in read_rules("quantity_words.jsonl"))
    money = r"(?:US|(?:NZ|HK) ?|A|C|S)?\$ ?|[£€¥₹]"
    number = number_pattern()
    high = rf"(?:(?: to | and | or |-)(?:{money})?(?P<high>{number}))?" if ranges else "(?P<high>(?!))?"
    return re.compile(
        rf"(?<![\w.,$£€/:-])(?:(?P<hedge>(?i:{hedges})) )?"
        rf"(?:(?P<open>(?i:between|from)) )?(?P<money>{money})?"
        rf"(?:(?P<words>(?i:{words}))|(?P<share>(?i:{_SHARE}))|(?P<low>{number})"
        rf"{high})"
        rf"(?P<more> or (?:more|fewer|less|so)\b|-plus\b|\+)?(?![\w])"
    )


@cache
def _word_amounts() -> dict[str, Amount]:
    return {
        rule["words"]: Amount(rule["minimum"], rule["maximum"], rule["maximum"] != 0)
        for rule in read_rules("quantity_words.jsonl")
    }


def read_amount(match: re.Match[str]) -> Amount | None:
    """Read the value of a match of the number pattern, with its bounds."""
    if match["words"]:
        return _word_amounts().get(match["words"].lower())
    low = _share(match["share"]) if match["share"] else parse_number(match["low"])
    high = parse_number(match["high"]) if match["high"] else None
    if low is None:
        return None
    if match["high"]:
        scale = re.search(r"(?i)hundred|thousand|million|billion|trillion", match["high"])
        if high is not None and scale and low < 1000 and not re.search(r"(?i)[a-z]", match["low"]):
            # "2 to 3 million" counts both in millions
            low *= parse_number(scale[0]) or 1.0
        return Amount(low, high, False) if high is not None and high > low else None
    hedge = (match["hedge"] or "").lower()
    effect = _MORE.get(match["more"] or "") or read_map("quantity_hedges.tsv").get(hedge, "")
    if effect == "minimum":
        return Amount(low, None, False)
    if effect == "maximum":
        return Amount(None, low, False)
    return Amount(low, low, effect == "about")


def _share(words: str) -> float:
    """What a share is of the whole: "two-thirds"."""
    *lead, part = words.lower().replace("-", " ").split()
    times = parse_number(lead[0]) if lead and lead[0] != "a" else 1.0
    return round((times or 1.0) * _SHARES[part.removesuffix("s")], 4)


def find_amounts(text: str) -> Iterator[re.Match[str]]:
    """Find the number expressions; of two numbers that are no range, such as "30 and 20", each for itself."""
    at = 0
    while (match := _pattern().search(text, at)) is not None:
        if match["high"] and not is_score(text, match) and not _is_range(text, match):
            match = _pattern(ranges=False).match(text, match.start()) or match
        yield match
        at = max(match.end(), at + 1)


def _is_range(text: str, match: re.Match[str]) -> bool:
    joined = text[match.end("low") : match.start("high")].startswith(" and ")
    between = (match["open"] or "").lower() == "between"
    return read_amount(match) is not None and (between or not joined)


def is_score(text: str, match: re.Match[str]) -> bool:
    """Whether two numbers are those of two sides: "voted 14-11", "won 3-1"."""
    if not match["high"] or not _SCORE.fullmatch(text, match.start("low"), match.end("high")):
        return False
    lead, behind = text[max(0, match.start() - 40) : match.start()], text[match.end() : match.end() + 25]
    rising = read_amount(match) is not None
    return bool(_DECIDED.search(lead) or _DECIDED.search(behind)) and (not rising or lead.endswith("voted "))
