"""Labels of events: "raid on Harbour Hospital", "talks between Avonia and Belmark in Cora"."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from graph.model.terms import EventType, Role

LONGEST_NAME = 60
"""Code points of a participant's name in a label; longer ones are cut at a word."""

_AFTER = {
    Role.RECIPIENT: "to",
    Role.DESTINATION: "to",
    Role.TOPIC: "on",
    Role.BENEFICIARY: "for",
    Role.ORIGIN: "from",
}


@dataclass(frozen=True, slots=True)
class Wording:
    """How events of one type are called: see the resource file."""

    noun: str
    patient: str
    nouns: frozenset[str]


@cache
def wordings() -> Mapping[EventType, Wording]:
    """Read the wording of every event type from `resources/event_labels.toml`."""
    text = (
        resources.files("graph.resolve").joinpath("resources/event_labels.toml").read_text(encoding="utf-8")
    )
    table = tomllib.loads(text)
    return {
        EventType(name): Wording(row["noun"], row["patient"], frozenset((row["noun"], *row["nouns"])))
        for name, row in table.items()
    }


def event_noun(kind: EventType, triggers: Sequence[str]) -> str:
    """Choose the noun: the first trigger that is a noun of this type, else the noun of the type.

    >>> event_noun(EventType.TALKS, ["met", "negotiations"]), event_noun(EventType.KILLING, ["killed"])
    ('negotiations', 'killing')
    """
    return next((trigger.casefold() for trigger in triggers if is_noun(kind, trigger)), wordings()[kind].noun)


def is_noun(kind: EventType, trigger: str) -> bool:
    """Tell whether a trigger is a noun that events of this type are called by.

    >>> is_noun(EventType.ATTACK, "assaults"), is_noun(EventType.ATTACK, "stormed")
    (True, False)
    """
    words = trigger.casefold()
    last = words.split()[-1] if words.split() else ""
    nouns = wordings()[kind].nouns
    return any(word in nouns for form in (words, last) for word in _singulars(form))


def _singulars(word: str) -> tuple[str, ...]:
    forms = [word, word.removesuffix("s"), word.removesuffix("es")]
    if word.endswith("ies"):
        forms.append(word[:-3] + "y")
    return tuple(forms)


def event_label(
    kind: EventType, triggers: Sequence[str], parts: Mapping[Role, Sequence[str]], places: Sequence[str]
) -> str:
    """Make the label of an event.

    Args:
        kind: Its type.
        triggers: The words that name it, in order of the text.
        parts: Names of its participants by role, the best known first.
        places: Names of its places, the most exact first.

    >>> event_label(EventType.RAID, ["raid"], {Role.PATIENT: ["Harbour Hospital"]}, ["Cora"])
    'raid on Harbour Hospital in Cora'
    """
    label = event_noun(kind, triggers)
    used: set[str] = set()

    def add(preposition: str, *names: str) -> str:
        used.update(names)
        return f"{label} {preposition} " + " and ".join(_cut(name) for name in names)

    both = parts.get(Role.PARTICIPANT, ())
    if names := parts.get(Role.PATIENT, ()):
        label = add(wordings()[kind].patient, names[0])
    elif len(both) > 1:
        label = add("between", *both[:2])
    elif both:
        label = add("with", both[0])
    else:
        for role, preposition in _AFTER.items():
            if names := [name for name in parts.get(role, ()) if name not in used]:
                label = add(preposition, names[0])
                break
    if where := [place for place in places if place not in used]:
        label = add("in", where[0])
    if not used and (names := parts.get(Role.AGENT, ())):
        label = add("by", names[0])
    return label


_DETERMINERS = frozenset({"A", "An", "The", "Some", "Its", "His", "Her", "Their", "This", "These"})


def _cut(name: str) -> str:
    first, _, rest = name.partition(" ")
    if first in _DETERMINERS and rest[:1].islower():
        # It opened a sentence; here it stands within one. "The Hague" stays.
        name = name[0].lower() + name[1:]
    if len(name) <= LONGEST_NAME:
        return name
    return name[:LONGEST_NAME].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
