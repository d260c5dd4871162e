from graph.extract.predicates import find_frames
from graph.model.mentions import EventMention
from graph.model.terms import EventType
from graph.model.text import Span
from graph.read.extensions import declare_extensions
from graph.read.frames import Argument, Frame

from .trees import entities, tree

DOC = tree(
    "Rebels/rebel/NOUN/NNS/2/nsubj feared/fear/VERB/VBD/0/root a/a/DET/DT/4/det raid/raid/NOUN/NN/2/obj "
    "+././PUNCT/./2/punct"
)


def test_predicates_are_tied_to_entities_and_events() -> None:
    declare_extensions()
    DOC._.frames = (
        Frame(1, "fear.01", (Argument(0, 1, 0, "ARG0", 0.9), Argument(2, 4, 3, "ARG1", 0.8)), 0.95),
        Frame(3, "raid.01", (), 0.9),
    )
    (rebels,) = entities(DOC, "Rebels:group")
    start = DOC[3].idx
    raid = EventMention(
        id="e1", trigger=Span(start, start + 4), sentence=Span(0, start + 5), type=EventType.RAID, chain="e1",
        confidence=1.0, method="x",
    )  # fmt: skip
    (frame,) = find_frames(DOC, (rebels,), (raid,))
    assert (frame.id, frame.roleset, frame.event) == ("f1", "fear.01", None)
    assert [(part.label, part.mention) for part in frame.arguments] == [("ARG0", rebels.id), ("ARG1", "e1")]
    words = [DOC.text[part.span.start : part.span.end] for part in frame.arguments]
    assert words == ["Rebels", "a raid"]
