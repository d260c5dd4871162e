"""Gold annotations: read from files, checked, and laid over the text of their article.

The format is described in `docs/evaluation.md`. Words of the text are given as words ("raid", the second one)
or, where a text must not be repeated, as offsets `[start, end]`; entities are referred to by name or by `id`.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.errors import InputError
from graph.evaluate.alignment import find_piece, find_words
from graph.evaluate.questions import asks
from graph.model.terms import (
    EntityKind,
    EventType,
    Factuality,
    MentionForm,
    RelationStatus,
    RelationType,
    Role,
    SpeechKind,
    Stance,
)

_LISTS = (
    "entities", "not_entities", "events", "optional_events", "claims", "disputes", "relations", "numbers",
    "questions",
)  # fmt: skip
_TIME = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """The annotation of one article, as its file has it.

    Attributes:
        path: The file.
        article: Path of the article beside the file, or its file's name without ending, to be looked for.
        digest: SHA-256 of the article's text; empty if not given.
        split: `development` or `locked`; other words are taken too.
        raw: The parsed file.
    """

    path: Path
    article: str
    digest: str
    split: str
    raw: Mapping[str, Any]

    @property
    def name(self) -> str:
        """Name of the article."""
        return Path(self.article).stem


def read_gold(source: Path) -> list[Gold]:
    """Read one file of gold annotations, or all `.json` files of a folder.

    Raises:
        InputError: There is none, or one is no gold annotation.
    """
    files = sorted(source.glob("*.json")) if source.is_dir() else [source]
    if not files:
        raise InputError(str(source), "holds no .json file of gold annotations")
    return [_read(file) for file in files]


def _read(file: Path) -> Gold:
    try:
        raw = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        reason = f"cannot be read ({error.strerror}); name a gold annotation or a folder of them"
        raise InputError(str(file), reason) from error
    except ValueError as error:
        raise InputError(str(file), f"is no JSON ({error})") from error
    if not isinstance(raw, dict) or not isinstance(raw.get("article"), str):
        raise InputError(str(file), 'is no gold annotation: expected an object with "article"')
    if wrong := [name for name in _LISTS if not isinstance(raw.get(name, []), list)]:
        raise InputError(str(file), f"{wrong[0]} must be a list")
    return Gold(
        path=file,
        article=raw["article"],
        digest=str(raw.get("sha256", "")),
        split=str(raw.get("split", "development")),
        raw=raw,
    )


def text_digest(text: str) -> str:
    """Give what tells one text from all others."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def laid_over(gold: Gold, text: str) -> dict[str, Any]:
    """Give the annotation with all offsets and ids turned into words and names of the text.

    Raises:
        InputError: It does not fit the text, or uses terms that there are not.
    """
    if gold.digest and gold.digest != text_digest(text):
        raise InputError(str(gold.path), f"was made for another text of {gold.article}")
    names: dict[str, str] = {}
    try:
        entities = [_entity(item, text, names) for item in gold.raw.get("entities", [])]
        expected = {
            "article": gold.article,
            "split": gold.split,
            "entities": entities,
            "not_entities": [_words(item, text) for item in gold.raw.get("not_entities", [])],
            "events": [_event(item, text, names) for item in gold.raw.get("events", [])],
            "optional_events": [_trigger(item, text) for item in gold.raw.get("optional_events", [])],
            "claims": [_claim(item, text, names) for item in gold.raw.get("claims", [])],
            "relations": [_relation(item, text, names) for item in gold.raw.get("relations", [])],
            "questions": [
                {**item, "answers": [_words(answer, text) for answer in item["answers"]]}
                for item in gold.raw.get("questions", [])
            ],
        }
        expected["numbers"] = [_number(item, text) for item in gold.raw.get("numbers", [])]
        if "disputes" in gold.raw:
            expected["disputes"] = [
                {**item, "claim": _start(item["claim"], text), "against": _start(item["against"], text)}
                for item in gold.raw["disputes"]
            ]
        _check(expected, text)
    except (ValueError, KeyError, TypeError) as error:
        what = f"no member {error}" if isinstance(error, KeyError) else str(error)
        raise InputError(str(gold.path), f"does not fit the text or the format: {what}") from error
    return expected


def _words(place: str | Sequence[int], text: str) -> str:
    """Words as they are, or those at offsets."""
    if isinstance(place, str):
        return place
    start, end = place
    if not 0 <= start < end <= len(text):
        msg = f"offsets {start} to {end} of {len(text)} characters"
        raise ValueError(msg)
    return text[start:end]


def _trigger(item: Mapping[str, Any], text: str) -> dict[str, Any]:
    """Words with their number among equal ones."""
    place = item["trigger"]
    words = _words(place, text)
    if isinstance(place, str):
        return {**item, "nth": item.get("nth", 1)}
    return {**item, "trigger": words, "nth": _number_of(words, place[0], text)}


def _number_of(words: str, start: int, text: str) -> int:
    nth = 1
    while (found := find_words(text, words, nth)).start < start:
        nth += 1
    if found.start != start:
        msg = f"offset {start} is inside a word"
        raise ValueError(msg)
    return nth


def _entity(item: Mapping[str, Any], text: str, names: dict[str, str]) -> dict[str, Any]:
    name = _words(item["name"], text)
    if name in names.values():
        msg = f"two entities are called {name!r}"
        raise ValueError(msg)
    names[str(item.get("id", name))] = name
    return {**item, "name": name, "aliases": [_words(alias, text) for alias in item.get("aliases", [])]}


def _known(name: str, names: Mapping[str, str]) -> str:
    if name not in names:
        msg = f"no entity is called {name!r}"
        raise ValueError(msg)
    return names[name]


def _event(item: Mapping[str, Any], text: str, names: Mapping[str, str]) -> dict[str, Any]:
    roles = {role: [_known(who, names) for who in whom] for role, whom in item.get("roles", {}).items()}
    return {
        **_trigger(item, text),
        "also": [_trigger(other, text) for other in item.get("also", [])],
        "roles": roles,
        "place": [_known(place, names) for place in item.get("place", [])],
    }


def _claim(item: Mapping[str, Any], text: str, names: Mapping[str, str]) -> dict[str, Any]:
    speaker = item["speaker"]
    return {
        **item,
        "speaker": None if speaker is None else _known(speaker, names),
        "cue": _words(item["cue"], text) if item["cue"] else "",
        "content": [_piece(piece, text) for piece in item["content"]],
    }


def _piece(piece: Mapping[str, str] | Sequence[int], text: str) -> dict[str, str]:
    if isinstance(piece, Mapping):
        return dict(piece)
    words = _words(piece, text)
    return {"start": _start(piece, text), "end": words if len(words) < _ENDS else words[-_ENDS:]}


_ENDS = 40


def _start(place: str | Sequence[int], text: str) -> str:
    """First words of a content: as many as it takes for no other place of the text to begin so."""
    if isinstance(place, str):
        return place
    words = _words(place, text)
    return next(
        (words[:size] for size in range(min(_ENDS, len(words)), len(words)) if text.count(words[:size]) == 1),
        words,
    )


def _relation(item: Mapping[str, Any], text: str, names: Mapping[str, str]) -> dict[str, Any]:
    body, value = item["object"], item.get("value")
    known = {
        "subject": _known(item["subject"], names),
        "object": None if body is None else _known(body, names),
    }
    return {**item, **known, **({} if value is None else {"value": _words(value, text)})}


def _number(item: Mapping[str, Any], text: str) -> dict[str, Any]:
    place = item["words"]
    words = _words(place, text)
    nth = item.get("nth", 1) if isinstance(place, str) else _number_of(words, place[0], text)
    event = item.get("event")
    known = {**item, "words": words, "nth": nth, "what": item.get("what", "")}
    return known if event is None else {**known, "event": _words(event, text)}


def _check(expected: Mapping[str, Any], text: str) -> None:
    for what in _unknown_words(expected, text):
        msg = f"the text does not hold {what!r}"
        raise ValueError(msg)
    for entity in expected["entities"]:
        EntityKind(entity["kind"])
        MentionForm(entity.get("form", "name"))
    for event in expected["events"]:
        for kind in (event["type"], *event.get("other_types", ())):
            EventType(kind)
        Factuality(event["factuality"])
        for role in event["roles"]:
            Role(role)
        if not _TIME.fullmatch(event.get("time", "2024")):
            msg = f"time {event['time']!r} is no year, month or day"
            raise ValueError(msg)
    for event in (*expected["events"], *expected["optional_events"]):
        for trigger in (event, *event.get("also", ())):
            find_words(text, trigger["trigger"], trigger["nth"])
    for number in expected["numbers"]:
        find_words(text, number["words"], number["nth"])
    for claim in expected["claims"]:
        Stance(claim["stance"])
        SpeechKind(claim["speech"])
        for piece in claim["content"]:
            find_piece(text, piece)
    starts = {claim["content"][0]["start"] for claim in expected["claims"]}
    for dispute in expected.get("disputes", ()):
        if not {dispute["claim"], dispute["against"]} <= starts:
            msg = f"a dispute of claims that are not there: {dispute['claim']!r}, {dispute['against']!r}"
            raise ValueError(msg)
    for question in expected["questions"]:
        asks(question)
    for relation in expected["relations"]:
        RelationType(relation["predicate"])
        RelationStatus(relation["status"])


def _unknown_words(expected: Mapping[str, Any], text: str) -> Iterator[str]:
    for entity in expected["entities"]:
        yield from (name for name in (entity["name"], *entity["aliases"]) if name not in text)
    yield from (words for words in expected["not_entities"] if words not in text)
    yield from (claim["cue"] for claim in expected["claims"] if claim["cue"] not in text)
    for question in expected["questions"]:
        yield from (answer for answer in question["answers"] if answer not in text)
