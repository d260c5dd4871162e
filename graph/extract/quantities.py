"""Numbers of people and things, sums of money, shares: with bounds, unit and what is counted.

The two sides of a vote or a game are two numbers. Those that count nothing are left out: dates, ages, parts
of names, numbers of chapters and rooms.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from graph.extract.amounts import Amount, find_amounts, is_score, read_amount
from graph.extract.kinds import is_norp
from graph.extract.lexicon import read_map
from graph.extract.nominals import is_many, noun_entry, noun_kind
from graph.extract.numbers import parse_number
from graph.extract.phrases import base_span, label, preposition
from graph.extract.times import plain_text
from graph.model.mentions import QuantityMention, TimeMention
from graph.model.terms import EntityKind
from graph.model.text import Span

_PEOPLE = frozenset(
    {
        "people",
        "person",
        "other",
        "casualty",
        "fatality",
        "troop",
        "dead",
        "life",
        "death",
        "family",
        "soul",
        "body",
    }
    | {"wounded", "injured", "injury", "man", "woman", "child", "population", "member", "staff", "patient"}
)
_AGE = re.compile(
    r"-?(?: ?years?| ?months?)?(?:-| )olds?\b|-year-old|-month-old| years of age| - (?:year|month) - old"
)
# "Ann Lee, 35 was hurt", as papers have it that save commas.
_AGE_OF_NAME = re.compile(r" (?:was|were|is|are|had|has|and [A-Z]|who)\b")
_BEFORE_AGE = re.compile(r"\b(?:aged?|ages) $")
_NUMBERED = re.compile(
    r"(?:\b(?:No|Nos|Route|Highway|Interstate|Article|Section|Chapter|Room|Page|Resolution|Title|Flight|Line|"
    r"Gate|Channel|Area|Boeing|Airbus|Apollo|Volume|Part|Phase|Level|Type|Tier|Unit|Bill|Proposition|Amendment|"
    r"COP|G|Week|Day|Game|Round|Match|Class|Group|District|Ward|Precinct|Platform|Windows|iPhone|Stage|Block|"
    r"Exhibit|Season|Episode|Grade|World War|Version|Galaxy)\.? ?"
    r"|\d[/.:-]|[A-Za-z]-|#)$"
)
_AFTER = re.compile(r"[/:]\d|-\d|-(?!(?:hour|day|week|month)\b)[A-Za-z]|(?:st|nd|rd|th)\b|\.\d")
# Before a number that stands alone: "put the number of dead at 38", "the toll rose to 12".
_FIGURE = re.compile(
    r"\b(?:(?:number|total|figure|count|tally|turnout|attendance|crowd)(?: of (?P<of>\w+))?|toll)\b"
    r"[^.;:\n]{0,40} (?:at|to|is|was)(?: [a-z]+){0,2} $"
)
_TOLL = re.compile(r"\b(?:toll|turnout|attendance|crowd)\b")
# Before a number that goes on with the unit of the one before: "to 6.7 percent from 5.9 in May".
_COMPARED = re.compile(r"\b(?:from|to|against|versus|than|compared (?:with|to))(?: [a-z]+)? $")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ADDRESS = re.compile(
    r" (?:[NSEW]\.? |(?:North|South|East|West)\w* )?(?:[A-Z][\w’']*|\d+(?:st|nd|rd|th)) (?:[A-Z][\w’']* )?"
    r"(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Drive|Square|Way|Court|Place)\b"
)
# How long something takes, in TIMEX3: an amount of time, and no time itself.
_DURATION = re.compile(r"PT?\d")
# "2005 levels" are those of a year.
_OF_YEARS = frozenset({"levels", "prices", "figures", "terms", "standards"})
_DAYS = frozenset({"mon", "tue", "wed", "thu", "fri", "sat", "sun"})
_ACTIVE = frozenset({"nsubj", "obj", "obl", "nmod", "conj"})
_MARKS = {"“": "”", '"': '"', "‘": "’"}
_OPEN = frozenset({"“", "”", '"', "‘", "’", "(", ","})


def _sides(match: re.Match[str], earlier: Sequence[QuantityMention]) -> Iterator[QuantityMention]:
    for number, part in enumerate(("low", "high"), start=len(earlier) + 1):
        value = parse_number(match[part])
        yield QuantityMention(
            id=f"q{number}",
            span=Span(match.start(part), match.end(part)),
            minimum=value,
            maximum=value,
            unit="",
            what="",
            approximate=False,
            method="rule.score",
        )


def find_quantities(doc: Doc, times: Sequence[TimeMention]) -> tuple[QuantityMention, ...]:
    """Find the quantities of an article.

    Args:
        doc: The parsed document.
        times: Its time expressions; numbers inside them are no quantities.

    Returns:
        Mentions in order of the text, named `q1`, `q2` …; `unit` is `people` for persons, an ISO 4217 code
        for money, `%` for shares, a symbol for measures, else empty.
    """
    text = plain_text(doc.text)
    taken = bytearray(len(text))
    spans = [(time.span.start, time.span.end) for time in times if not _DURATION.match(time.value)]
    spans += [(ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ not in _COUNTING_LABELS]
    for start, end in spans:
        taken[start:end] = b"\1" * (end - start)
    starts = {token.idx: token for token in doc}
    found: list[QuantityMention] = []
    limit = 0
    for match in find_amounts(text):
        opening = next(part for part in ("money", "words", "share", "low") if match[part])
        core = Span(match.start(opening), match.end())
        if match.start() < limit or any(taken[core.start : core.end]):
            continue
        if is_score(text, match):
            found.extend(_sides(match, found))
            limit = core.end
            continue
        amount = read_amount(match)
        token = next((starts[at] for at in range(core.start, core.end) if at in starts), None)
        if amount is None or token is None or _counts_nothing(text, match, core):
            continue
        mention = _mention(doc, text, match, core, amount, token, found)
        if mention is not None:
            found.append(mention)
            limit = core.end
    return tuple(found)


_COUNTING_LABELS = frozenset({"CARDINAL", "QUANTITY", "MONEY", "PERCENT", "DATE", "TIME", "ORDINAL"})


def _counts_nothing(text: str, match: re.Match[str], core: Span) -> bool:
    before, after = text[max(0, core.start - 16) : core.start], text[core.end : core.end + 16]
    if match["words"] or match["share"]:
        return False
    if _AGE.match(after) or _BEFORE_AGE.search(before) or _NUMBERED.search(before):
        return True
    if _ADDRESS.match(text, core.end) and not match["hedge"] and not match["money"]:
        return True
    # "Ann Lee, 35, said"
    if (
        re.search(r"[a-z], $", before)
        and re.match(r",|\.$", after)
        and (parse_number(match["low"]) or 0) < 120
    ):
        return not match["money"]
    if re.search(r"[A-Z][a-z]+, $", before) and _AGE_OF_NAME.match(after) and not match["money"]:
        return (parse_number(match["low"]) or 0) < 120
    return bool(_AFTER.match(after)) and not re.match(r"-[a-z]+-(?:strong|member)\b", after)


def _mention(
    doc: Doc,
    text: str,
    match: re.Match[str],
    core: Span,
    amount: Amount,
    token: Token,
    earlier: Sequence[QuantityMention],
) -> QuantityMention | None:
    unit, end = _unit(text, match, core)
    noun = None if unit else _counted(doc, token, core)
    if noun is not None and noun.pos_ == "PROPN" and _inherited(text, core, earlier) is not None:
        # "including 33 Israel says are dead"
        noun = None
    what = ""
    year = noun is not None and _YEAR.fullmatch(match["low"] or "") and not match["hedge"]
    if year and noun is not None and (not is_many(noun) or noun.lower_ in _OF_YEARS):
        return None
    if noun is not None and noun.pos_ == "PROPN" and noun.lower_[:3] in _DAYS:
        # "scored 20 Thursday night"
        noun = None
    if noun is not None:
        what, end = _phrase(doc, noun, core)
        unit = "people" if _is_people(noun) else _unit_word(what)
    elif not unit and match["words"] and match["words"].lower() in {"no one", "nobody"}:
        if label(token) in _ACTIVE and token.head.lemma_.lower() not in {"die", "survive"}:
            # "nobody knows" counts none
            return None
        unit = "people"
    elif not unit:
        inherited = _inherited(text, core, earlier)
        figure = _figure(text, match, earlier)
        if inherited is not None:
            unit, what = inherited.unit, inherited.what
        elif figure is not None:
            unit, what = figure
        elif match["share"]:
            pass
        elif not _argument(token) or (match["low"] or "").lower() in {"one", "zero", "1"}:
            return None
    if amount.maximum == 0 and unit == "days":
        # a "zero-day" flaw
        return None
    if unit != "people" and (match["low"] or "").lower() == "one" and not match["high"]:
        # "one" of things is mostly an article
        return None
    return QuantityMention(
        id=f"q{len(earlier) + 1}",
        span=Span(match.start(), max(end, core.end)),
        minimum=amount.minimum,
        maximum=amount.maximum,
        unit=unit,
        what=what,
        approximate=amount.approximate,
        method="rule.words" if match["words"] else "rule.number",
    )


def _unit(text: str, match: re.Match[str], core: Span) -> tuple[str, int]:
    """Unit of money or measurement that stands right before or after the number, and where it ends."""
    if match["money"]:
        return read_map("units.tsv")[match["money"].replace(" ", "")], core.end
    after = re.match(r" ?%| ?-?(?:(?:square|metric|percentage|per) )?[A-Za-z]+", text[core.end :])
    if not after or match["words"] or match["share"]:
        return "", core.end
    word = after[0].strip(" -").lower()
    for form in (
        word,
        word.removesuffix("s"),
        word.split()[0] if word else "",
        word.split()[0].removesuffix("s"),
    ):
        if form in read_map("units.tsv"):
            return read_map("units.tsv")[form], core.end + after.end()
    return "", core.end


def _unit_word(what: str) -> str:
    words = what.split()
    return read_map("units.tsv").get(words[-1].lower().removesuffix("s"), "") if words else ""


def _counted(doc: Doc, token: Token, core: Span, hops: int = 6) -> Token | None:
    """The noun that a number counts: its head, or what follows "of"; a tree may lead in circles."""
    last = token
    while last.i + 1 < len(doc) and doc[last.i + 1].idx < core.end:
        last = doc[last.i + 1]
    for part in dict.fromkeys((token, last)):
        head = part
        for _ in range(6):
            if label(head) in {"nummod", "quantmod", "compound", "det", "amod"} and head.head.i != head.i:
                head = head.head
                if head.idx >= core.end and head.pos_ in {"NOUN", "PROPN", "ADJ"}:
                    return head
            else:
                break
        for child in head.rights:
            outside = head.idx < core.end <= child.idx
            if outside and child.pos_ in {"NOUN", "PROPN"} and preposition(child) == "of":
                return child
        if hops and label(head) == "advmod" and head.head.pos_ == "NUM":
            return _counted(doc, head.head, core, hops - 1)
    # where there is no tree, or the tree went wrong
    return _next_noun(doc, last) if last.pos_ in {"NUM", ""} else None


def _next_noun(doc: Doc, last: Token) -> Token | None:
    """Without a tree: of the words that follow at once, the first that names people, else the first."""
    after = [token for token in doc[last.i + 1 : last.i + 6] if token.lower_ not in {"of", "the"}]
    words = list(itertools.takewhile(_may_be_counted, after))
    people = (token for token in words if token.lower_ in _PEOPLE or noun_kind(token.lower_))
    return next(people, words[0] if words else None)


def _may_be_counted(token: Token) -> bool:
    return token.is_alpha and not token.is_stop and token.pos_ in {"NOUN", "PROPN", "ADJ", ""}


def _phrase(doc: Doc, noun: Token, core: Span) -> tuple[str, int]:
    """The counted noun phrase as written after the number, and where it ends."""
    start, end = base_span(noun)
    while start < end and doc[start].idx < core.end:
        start += 1
    while start < end - 1 and (
        doc[start].text in _OPEN or doc[start].lower_ in {"of", "the", "other", "more"}
    ):
        start += 1
    owner = next((child for child in noun.lefts if label(child) == "nmod:poss" and child.i >= start), None)
    if owner is not None:
        # "two of the city's parks" are parks
        start = max(start, owner.right_edge.i + 1)
    if start >= end:
        return "", core.end
    span = doc[start:end]
    closing = {_MARKS[token.text] for token in doc[max(start - 1, 0) : end] if token.text in _MARKS}
    closed = end < len(doc) and doc[end].text in closing
    return " ".join(span.text.split()), doc[end].idx + len(doc[end]) if closed else span.end_char


def _is_people(noun: Token) -> bool:
    if noun.lemma_.lower() in _PEOPLE or noun.lower_ in _PEOPLE or is_norp(noun.text):
        return True
    entry = noun_entry(noun) if noun.pos_ else noun_kind(noun.lower_)
    return entry is not None and entry[0] is EntityKind.PERSON


def _inherited(text: str, core: Span, earlier: Sequence[QuantityMention]) -> QuantityMention | None:
    """What a bare number counts in "130 hostages, including 33 who …" and "30 of them"."""
    if (
        not earlier
        or core.start - earlier[-1].span.end > 120
        or "\n" in text[earlier[-1].span.end : core.start]
    ):
        return None
    lead, after = text[max(0, core.start - 24) : core.start], text[core.end : core.end + 12]
    if re.search(r"\b(?:including|of (?:them|whom)),? (?:at least |about )?$", lead) or re.match(
        r" of (?:them|whom)\b", after
    ):
        return earlier[-1]
    return None


def _figure(text: str, match: re.Match[str], earlier: Sequence[QuantityMention]) -> tuple[str, str] | None:
    """Unit and noun of a number that stands alone but is named, compared or too exact to be anything else."""
    lead = text[max(0, match.start() - 80) : match.start()]
    named = _FIGURE.search(lead)
    if named is not None:
        noun = (named["of"] or "").lower()
        kind = noun_kind(noun)
        people = noun in _PEOPLE or noun.removesuffix("s") in _PEOPLE or bool(_TOLL.search(named[0]))
        return "people" if people or (kind is not None and kind[0] is EntityKind.PERSON) else "", noun
    if earlier and earlier[-1].unit == "%" and not _YEAR.fullmatch(match["low"] or ""):
        between = text[earlier[-1].span.end : match.start()]
        if (
            len(between) < 40
            and not re.search(r"[.;\n]", between)
            and _COMPARED.search(text[earlier[-1].span.end : match.start("low")])
        ):
            return "%", earlier[-1].what
    return ("", "") if _GROUPED.fullmatch(match["low"] or "") else None


def _argument(token: Token) -> bool:
    """Whether a number without a noun is itself the subject or object of a verb ("35 were hurt")."""
    return label(token) in {"nsubj", "nsubj:pass", "obj"}
