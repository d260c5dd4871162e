import json
from pathlib import Path
from typing import Any

import pytest

from graph.errors import InputError
from graph.evaluate.gold import Gold, laid_over, read_gold, text_digest

TEXT = "Police raided a mill in Oster. “They broke the door,” Ada Marsh said. The raid was a raid. Marsh denied it."
WORDS: dict[str, Any] = {
    "article": "mill",
    "entities": [
        {"name": "Ada Marsh", "kind": "Person", "aliases": ["Marsh"]},
        {"name": "Oster", "kind": "Place"},
    ],
    "not_entities": ["Police"],
    "events": [
        {
            "trigger": "raided",
            "nth": 1,
            "type": "Raid",
            "also": [{"trigger": "raid", "nth": 2}],
            "place": ["Oster"],
            "factuality": "actual",
        }
    ],
    "claims": [
        {
            "speaker": "Ada Marsh",
            "cue": "said",
            "content": [{"start": "They broke", "end": "door"}],
            "stance": "accuses",
            "speech": "direct",
        }
    ],
}


def place(words: str, start: int = 0) -> list[int]:
    at = TEXT.index(words, start)
    return [at, at + len(words)]


OFFSETS: dict[str, Any] = {
    "article": "mill",
    "sha256": text_digest(TEXT),
    "entities": [
        {"id": "E1", "name": place("Ada Marsh"), "kind": "Person", "aliases": [place("Marsh", 70)]},
        {"id": "E2", "name": place("Oster"), "kind": "Place"},
    ],
    "not_entities": [place("Police")],
    "events": [
        {
            "trigger": place("raided"),
            "type": "Raid",
            "also": [{"trigger": place("raid", 80)}],
            "place": ["E2"],
            "factuality": "actual",
        }
    ],
    "claims": [
        {
            "speaker": "E1",
            "cue": place("said"),
            "content": [place("They broke the door")],
            "stance": "accuses",
            "speech": "direct",
        }
    ],
}


def gold(raw: dict[str, Any]) -> Gold:
    return Gold(
        path=Path("mill.json"), article="mill", digest=raw.get("sha256", ""), split="development", raw=raw
    )


def test_offsets_say_the_same_as_words() -> None:
    by_words, by_offsets = laid_over(gold(WORDS), TEXT), laid_over(gold(OFFSETS), TEXT)
    for member in ("not_entities", "relations", "numbers"):
        assert by_offsets[member] == by_words[member]
    assert [(e["name"], e["aliases"]) for e in by_offsets["entities"]] == [
        ("Ada Marsh", ["Marsh"]),
        ("Oster", []),
    ]
    assert by_offsets["events"] == by_words["events"]
    assert by_offsets["claims"][0]["speaker"] == "Ada Marsh"
    assert by_offsets["claims"][0]["content"][0]["start"].startswith("They broke")


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        (
            {"claims": [], "events": [], "entities": [{"name": "Ada Smith", "kind": "Person"}]},
            "does not hold 'Ada Smith'",
        ),
        ({"claims": [], "entities": [{"name": "Oster", "kind": "Town"}]}, "Town"),
        ({"entities": [{"name": [5, 999], "kind": "Place"}]}, "offsets 5 to 999"),
        ({"entities": [{"name": "Oster", "kind": "Place"}] * 2}, "two entities are called 'Oster'"),
        ({"events": [{**WORDS["events"][0], "also": [], "place": ["Kesh"]}]}, "no entity is called 'Kesh'"),
        ({"events": [{**WORDS["events"][0], "nth": 7}]}, "no occurrence 7 of 'raided'"),
        ({"events": [{**WORDS["events"][0], "time": "Monday"}]}, "time 'Monday'"),
        ({"events": [{**WORDS["events"][0], "trigger": [8, 12], "also": []}]}, "inside a word|no occurrence"),
        (
            {"disputes": [{"claim": "They broke", "against": "It was"}]},
            "dispute of claims that are not there",
        ),
        ({"sha256": "0"}, "another text"),
    ],
)
def test_what_does_not_fit_is_one_clear_error(changes: dict[str, Any], complaint: str) -> None:
    with pytest.raises(InputError, match=complaint) as error:
        laid_over(gold(WORDS | changes), TEXT)
    assert str(error.value).startswith("mill.json: ")
    assert "\n" not in str(error.value)


def test_files_are_read_in_order_and_checked(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / f"{name}.json").write_text(
            json.dumps(WORDS | {"article": f"{name}.txt"}), encoding="utf-8"
        )
    assert [item.name for item in read_gold(tmp_path)] == ["a", "b"]
    (tmp_path / "c.json").write_text('{"articles": 3}', encoding="utf-8")
    with pytest.raises(InputError, match="is no gold annotation"):
        read_gold(tmp_path)
    (tmp_path / "nothing").mkdir()
    with pytest.raises(InputError, match=r"holds no \.json file"):
        read_gold(tmp_path / "nothing")
