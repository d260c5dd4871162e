"""Labels of events."""

from collections.abc import Sequence

import pytest

from graph.model.terms import EventType, Role
from graph.resolve.labels import LONGEST_NAME, event_label, event_noun, wordings


def test_every_event_type_has_its_wording() -> None:
    assert set(wordings()) == set(EventType)


@pytest.mark.parametrize(
    ("kind", "triggers", "parts", "places", "label"),
    [
        (EventType.RAID, ["stormed"], {Role.PATIENT: ["Pier 9"]}, ["Pier 9"], "raid on Pier 9"),
        (EventType.TALKS, ["talks"], {Role.PARTICIPANT: ["Avonia", "Belmark", "Cora"]}, ["Cora"],
         "talks between Avonia and Belmark in Cora"),
        (EventType.VISIT, ["traveling"], {Role.AGENT: ["Ann Bell"], Role.DESTINATION: ["Cora"]}, ["Cora"], "visit to Cora"),
        (EventType.STATEMENT, ["said"], {Role.AGENT: ["Ann Bell"]}, [], "statement by Ann Bell"),
        (EventType.FAMINE, ["famine"], {}, ["the north"], "famine in the north"),
        (EventType.WAR, ["war"], {}, [], "war"),
        (EventType.AGREEMENT, ["peace treaties"], {}, [], "peace treaties"),
    ],
)  # fmt: skip
def test_labels(
    kind: EventType, triggers: list[str], parts: dict[Role, Sequence[str]], places: list[str], label: str
) -> None:
    assert event_label(kind, triggers, parts, places) == label


def test_the_first_noun_wins_over_a_verb() -> None:
    assert event_noun(EventType.ATTACK, ["hit", "Assault"]) == "assault"


def test_long_names_are_cut_at_a_word() -> None:
    label = event_label(EventType.RAID, ["raid"], {Role.PATIENT: ["long words " * 20]}, [])
    assert label.endswith(("words …", "long …"))
    assert len(label) <= len("raid on ") + LONGEST_NAME + 2


@pytest.mark.parametrize(
    ("name", "label"), [("A comet", "discovery of a comet"), ("The Hague", "discovery of The Hague")]
)
def test_what_opened_a_sentence_is_written_small_within_one(name: str, label: str) -> None:
    assert event_label(EventType.DISCOVERY, ["discovery"], {Role.PATIENT: [name]}, []) == label
