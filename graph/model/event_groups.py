"""Event types that are treated alike, wherever they are."""

from graph.model.terms import EventType

SPEECH_ACTS = frozenset(
    {
        EventType.STATEMENT,
        EventType.DEMAND,
        EventType.REFUSAL,
        EventType.ACCUSATION,
        EventType.WARNING,
        EventType.PROMISE,
        EventType.SUPPORT,
    }
)
"""What is done by saying it; annotated and judged as claims."""
MUTUAL = frozenset(
    {
        EventType.TALKS,
        EventType.MEETING,
        EventType.AGREEMENT,
        EventType.CEASEFIRE,
        EventType.WAR,
        EventType.CONTEST,
    }
)
"""Where all sides do the same: an agent is a participant."""
