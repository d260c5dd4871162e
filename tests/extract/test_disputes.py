"""Claims that oppose each other, by hand-made claims over a short text."""

from graph.extract.disputes import link_disputes
from graph.model.mentions import ClaimMention, EntityMention, EventMention, QuantityMention
from graph.model.terms import EntityKind, EventType, MentionForm, SpeechKind, Stance
from graph.model.text import Span

from .trees import tree

DOC = tree(
    "Guards/guard/NOUN/NNS/2/nsubj shot/shoot/VERB/VBD/0/root nine/nine/NUM/CD/4/nummod miners/miner/NOUN/NNS/2/obj +,/,/PUNCT/,/2/punct",
    "guards/guard/NOUN/NNS/2/nsubj shot/shoot/VERB/VBD/0/root two/two/NUM/CD/4/nummod miners/miner/NOUN/NNS/2/obj +,/,/PUNCT/,/2/punct",
    "guards/guard/NOUN/NNS/4/nsubj did/do/AUX/VBD/4/aux not/not/PART/RB/4/advmod shoot/shoot/VERB/VB/0/root miners/miner/NOUN/NNS/4/obj +,/,/PUNCT/,/4/punct",
    "that/that/PRON/DT/3/nsubj is/be/AUX/VBZ/3/cop nonsense/nonsense/NOUN/NN/0/root +,/,/PUNCT/,/3/punct",
    "it/it/PRON/PRP/3/nsubj was/be/AUX/VBD/3/cop five/five/NUM/CD/0/root +,/,/PUNCT/,/3/punct",
    "rain/rain/NOUN/NN/2/nsubj fell/fall/VERB/VBD/0/root +././PUNCT/./2/punct",
)


def words(text: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = DOC.text.index(text, start + 1)
    return Span(start, start + len(text))


def claim(
    name: str, speaker: str, content: Span, stance: Stance = Stance.ASSERTS, about: str = ""
) -> ClaimMention:
    return ClaimMention(
        id=name, speaker=speaker, cue=None, content=(content,), sentence=content, speech=SpeechKind.INDIRECT,
        stance=stance, about=(about,) if about else (), confidence=1.0, method="x",
    )  # fmt: skip


def somebody(name: str) -> EntityMention:
    return EntityMention(
        id=name, span=Span(0, 1), head=Span(0, 1), kind=EntityKind.PERSON, form=MentionForm.NAME, chain=f"c-{name}",
        confidence=1.0, method="x",
    )  # fmt: skip


def shooting(name: str, trigger: Span, count: str) -> EventMention:
    return EventMention(
        id=name, trigger=trigger, sentence=trigger, type=EventType.KILLING, chain=name, quantities=(count,),
        confidence=1.0, method="x",
    )  # fmt: skip


def count(name: str, span: Span, value: float) -> QuantityMention:
    return QuantityMention(
        id=name,
        span=span,
        minimum=value,
        maximum=value,
        unit="people",
        what="miners",
        approximate=False,
        method="x",
    )


FIRST, SECOND, RAIN = words("Guards shot nine miners"), words("guards shot two miners"), words("rain fell")
NOT, NONSENSE, FIVE = (
    words("guards did not shoot miners"),
    words("that is nonsense"),
    words("it was five"),
)
PEOPLE = (somebody("m1"), somebody("m2"))


def links(
    *claims: ClaimMention, events: tuple[EventMention, ...] = (), counts: tuple[QuantityMention, ...] = ()
) -> dict[str, tuple[str, ...]]:
    return {
        each.id: each.disputes for each in link_disputes(DOC, claims, PEOPLE, events, counts) if each.disputes
    }


def test_who_says_no_disputes_who_says_yes_of_the_same() -> None:
    said, denied = claim("k1", "m1", FIRST), claim("k2", "m2", NOT)
    assert links(claim("k0", "m1", RAIN), said, denied) == {"k2": ("k1",)}
    assert links(said, claim("k2", "m2", SECOND)) == {}


def test_what_is_called_nonsense_was_said_just_before() -> None:
    said = claim("k1", "m1", FIRST), claim("k2", "m1", SECOND)
    assert links(*said, claim("k3", "m2", NONSENSE)) == {"k3": ("k2",)}
    assert links(claim("k3", "m2", NONSENSE), *said) == {}


def test_another_number_for_what_another_counted() -> None:
    assert links(claim("k1", "m1", SECOND), claim("k2", "m2", FIVE)) == {"k2": ("k1",)}


def test_questions_and_plain_repetitions_dispute_nothing() -> None:
    assert links(claim("k1", "m1", FIRST), claim("k2", "m2", SECOND, Stance.DOUBTS)) != {}
    assert links(claim("k1", "m1", RAIN), claim("k2", "m2", SECOND, Stance.DOUBTS)) == {}


def test_nobody_disputes_himself_nor_what_has_nothing_to_do_with_it() -> None:
    assert links(claim("k1", "m1", FIRST), claim("k2", "m1", NOT, Stance.DENIES)) == {}
    assert links(claim("k1", "m1", RAIN), claim("k2", "m2", NOT, Stance.DENIES)) == {}
    assert links(claim("k1", "m1", FIRST), claim("k2", "m2", SECOND)) == {}


def test_rival_counts_of_the_dead_dispute_each_other() -> None:
    counts = (count("q1", words("nine"), 9), count("q2", words("two"), 2))
    events = (shooting("e1", words("shot"), "q1"), shooting("e2", words("shot", 1), "q2"))
    said = (claim("k1", "m1", FIRST, about="e1"), claim("k2", "m2", SECOND, about="e2"))
    assert links(*said, events=events, counts=counts) == {"k2": ("k1",)}
    equal = (counts[0], count("q2", words("two"), 9))
    assert links(*said, events=events, counts=equal) == {}
