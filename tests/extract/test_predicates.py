from spacy.tokens import Span as TokenSpan

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


QUALITIES = tree(
    "The/the/DET/DT/4/det lone/lone/ADJ/JJ/4/amod rebel/rebel/NOUN/NN/4/compound group/group/NOUN/NN/5/nsubj "
    "raided/raid/VERB/VBD/0/root the/the/DET/DT/8/det Royal/Royal/ADJ/NNP/8/amod Bank/Bank/PROPN/NNP/5/obj "
    "a/a/DET/DT/11/det second/second/ADJ/JJ/11/amod time/time/NOUN/NN/5/obl +././PUNCT/./5/punct"
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


def test_adjectives_are_qualities_of_their_noun_but_not_in_names_and_numbers() -> None:
    QUALITIES.set_ents([TokenSpan(QUALITIES, 5, 8, label="ORG")])
    QUALITIES[9].set_morph("NumType=Ord")  # type: ignore[attr-defined]
    (group,) = entities(QUALITIES, "The lone rebel group:group:group")
    (frame,) = find_frames(QUALITIES, (group,), ())
    (thing,) = frame.arguments
    assert (frame.roleset, thing.label, thing.mention) == ("quality", "ARG1", group.id)
    assert QUALITIES.text[frame.predicate.start : frame.predicate.end] == "lone"
    assert QUALITIES.text[thing.span.start : thing.span.end] == "The lone rebel group"
