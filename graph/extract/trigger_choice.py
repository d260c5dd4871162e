"""Whether a word names an event and of which type, from the lexicon and the reader together.

The lexicon knows words and what must hang on them, the reader has seen annotated news: where the reader
scores event types, both are weighed, by weights that were trained with its head (`event_weights.tsv`).
"""

from collections.abc import Collection
from functools import cache
from math import exp, log
from typing import NamedTuple

from graph.extract.lexicon import read_rows
from graph.model.event_groups import SPEECH_ACTS
from graph.model.terms import EventType
from graph.read.events import EventScore

# What the reader passed over.
_NOTHING, _FAINT = log(0.998), -9.0
# A type that is less likely is a guess, however sure it is that something happens.
_LEAST = 0.2


class Choice(NamedTuple):
    """An event type and the probability of it; None for no event."""

    type: EventType | None
    chance: float


class Weights(NamedTuple):
    """What is added to the reader's scores.

    Attributes:
        ruled: To the type that a rule of the lexicon gives.
        possible: To the types that the lexicon has for the word, whatever hangs on it.
        unknown: To "no event", where the lexicon lacks the word.
        unruled: To "no event", where no rule holds.
        speech: To "no event", where a rule gives an act of speech.
        caution: To "no event", always: above 0, rather an event too few.
    """

    ruled: float
    possible: float
    unknown: float
    unruled: float
    speech: float
    caution: float


@cache
def weights() -> Weights:
    """Read `event_weights.tsv`."""
    rows = {name: float(value) for name, value, _ in read_rows("event_weights.tsv")}
    return Weights(**rows)


def choose(ruled: EventType | None, possible: Collection[EventType], score: EventScore | None) -> Choice:
    """Weigh what the lexicon and the reader say of a word.

    Args:
        ruled: The type that a rule of the lexicon gives, if one holds.
        possible: The types of all rules of the lexicon for the word.
        score: The reader's scores; None if it is sure of no event.
    """
    own = weights()
    nothing = (score.nothing if score is not None else _NOTHING) + own.caution
    nothing += own.unknown if not possible else 0.0
    nothing += own.unruled if ruled is None else own.speech if ruled in SPEECH_ACTS else 0.0
    # An `EventType` is equal to its name; to make one of each name takes time.
    scores: dict[str, float] = dict(score.types) if score is not None else {}
    for kind in possible:
        if kind not in SPEECH_ACTS:
            scores[kind] = scores.get(kind, _FAINT) + own.possible
    if ruled is not None and ruled not in SPEECH_ACTS:
        scores[ruled] += own.ruled
    total = exp(nothing) + sum(map(exp, scores.values()))
    best = max(scores, key=lambda kind: (scores[kind], kind), default=None)
    if best is None or scores[best] <= nothing or exp(scores[best]) < _LEAST * total:
        # An act of speech is none of the reader's types: the rule stands.
        return Choice(ruled if ruled in SPEECH_ACTS else None, exp(nothing) / total)
    return Choice(EventType(best), exp(scores[best]) / total)
