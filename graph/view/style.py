"""How things look: one mark for each sort of node, the same in the network, the legend and the table formats.

The colours are those of Okabe and Ito, Color Universal Design, 2008, made darker or lighter to stand out on
the page; no two sorts differ by colour alone.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Mark:
    """A sort of node.

    Attributes:
        name: `EntityKind` value, `Event` or `Claim`.
        label: For the legend.
        shape: One that pyvis knows; `box` is drawn as a speech bubble.
        light: Colour on a light page.
        dark: Colour on a dark page.
    """

    name: str
    label: str
    shape: str
    light: str
    dark: str


MARKS: Final = (
    Mark("Person", "People", "dot", "#0072b2", "#4aa8e0"),
    Mark("Organization", "Organizations", "square", "#00795a", "#2fb890"),
    Mark("Place", "Places", "triangleDown", "#a86f00", "#e6a93a"),
    Mark("Facility", "Sites", "triangle", "#8a6d3b", "#c9a76b"),
    Mark("Group", "Groups", "hexagon", "#3b8fc4", "#7cc4ee"),
    Mark("Norp", "Peoples and parties", "hexagon", "#5b6b7d", "#a3b3c4"),
    Mark("Work", "Works", "star", "#7a5195", "#b995d3"),
    Mark("Other", "Other things", "dot", "#7a7f87", "#a7adb5"),
    Mark("Event", "Events", "diamond", "#c8480a", "#ff8a4c"),
    Mark("Claim", "Claims", "box", "#9c3c78", "#dd85bb"),
)

#: Factualities whose events did not happen, by what the text says; all others but `actual` are open.
REJECTED: Final = ("denied", "negated")


def mark_of(kind: str, type_: str) -> Mark:
    """Give the mark of a node by its `kind` and `type` (see `things.nodes`)."""
    name = {"event": "Event", "claim": "Claim"}.get(kind, type_)
    return next((mark for mark in MARKS if mark.name == name), MARKS[7])


def dashes(kind: str, status: str) -> tuple[int, int] | None:
    """Give the dash and gap of an edge, in pixels; None for a solid one."""
    if kind in ("role", "place", "link"):
        return None if status == "actual" else (2, 5) if status in REJECTED else (7, 5)
    if kind == "relation":
        return {"former": (7, 5), "alleged": (2, 5)}.get(status)
    return (2, 5) if status in ("denies", "refuses", "doubts") else None
