import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.extract.claims import find_claims
from graph.extract.events import find_events
from graph.model.terms import SpeechKind, Stance
from graph.read.attribution import Attribution
from graph.read.extensions import declare_extensions

from .trees import entities, time, tree, words

BLANK = spacy.blank("en")
QUOTED = (
    "“/“/PUNCT/``/4/punct +We/we/PRON/PRP/4/nsubj will/will/AUX/MD/4/aux leave/leave/VERB/VB/7/ccomp +,/,/PUNCT/,/4/punct "
    "+”/”/PUNCT/''/4/punct said/say/VERB/VBD/0/root Jon/Jon/PROPN/NNP/7/nsubj Vell/Vell/PROPN/NNP/8/flat "
    "Tuesday/Tuesday/PROPN/NNP/7/obl:unmarked +././PUNCT/./7/punct"
)
MORE = (
    "“/“/PUNCT/``/3/punct +We/we/PRON/PRP/3/nsubj have/have/VERB/VBP/0/root no/no/DET/DT/5/det choice/choice/NOUN/NN/3/obj "
    "at/at/ADP/IN/7/case all/all/DET/DT/3/obl +././PUNCT/./3/punct +”/”/PUNCT/''/3/punct"
)
DENIED = (
    "Norland/Norland/PROPN/NNP/2/nsubj denied/deny/VERB/VBD/0/root that/that/SCONJ/IN/5/mark it/it/PRON/PRP/5/nsubj "
    "attacked/attack/VERB/VBD/2/ccomp Kesh/Kesh/PROPN/NNP/5/obj +././PUNCT/./2/punct"
)
ACCORDING = (
    "Rebels/rebel/NOUN/NNS/2/nsubj left/leave/VERB/VBD/0/root Kesh/Kesh/PROPN/NNP/2/obj +,/,/PUNCT/,/7/punct "
    "according/accord/VERB/VBG/7/case to/to/ADP/IN/5/fixed Brask/Brask/PROPN/NNP/2/obl +././PUNCT/./2/punct"
)
UNCONFIRMED = (
    "Neither/neither/DET/DT/2/det statement/statement/NOUN/NN/5/nsubj:pass could/could/AUX/MD/5/aux be/be/AUX/VB/5/aux:pass "
    "confirmed/confirm/VERB/VBN/0/root +././PUNCT/./5/punct"
)


def test_quotation_broken_by_its_cue_and_carried_on() -> None:
    doc = tree(QUOTED, MORE)
    mentions = entities(doc, "Jon Vell:person")
    (claim,) = find_claims(doc, mentions, (time(doc, "Tuesday", 19),)).claims
    assert words(doc, claim.content) == ["“We will leave,”", "“We have no choice at all.”"]
    assert (claim.speaker, claim.stance, claim.speech) == ("m1", Stance.ASSERTS, SpeechKind.DIRECT)
    assert claim.cue is not None
    assert words(doc, [claim.cue]) == ["said"]
    assert claim.date == "t1"


def test_denial_is_about_the_event_in_it() -> None:
    doc = tree(DENIED)
    mentions = entities(doc, "Norland:place", "it:place::Norland", "Kesh:place")
    events = find_events(doc, mentions, (), ()).events
    (claim,) = find_claims(doc, mentions, (), events).claims
    assert (claim.stance, claim.speech) == (Stance.DENIES, SpeechKind.INDIRECT)
    assert words(doc, claim.content) == ["that it attacked Kesh"]
    assert set(claim.about) == {events[0].id, "m3"}


def test_according_to() -> None:
    doc = tree(ACCORDING)
    mentions = entities(doc, "Rebels:group", "Kesh:place", "Brask:person")
    (claim,) = find_claims(doc, mentions).claims
    assert words(doc, claim.content) == ["Rebels left Kesh"]
    assert claim.speaker == "m3"


def test_what_nobody_could_confirm_is_doubted() -> None:
    doc = tree(UNCONFIRMED)
    (claim,) = find_claims(doc, ()).claims
    assert (claim.speaker, claim.stance) == (None, Stance.DOUBTS)


def test_reader_and_rule_make_one_claim() -> None:
    declare_extensions()
    doc = tree(DENIED)
    doc._.attributions = (Attribution(source=((0, 1),), cue=((1, 2),), content=((3, 6),), confidence=0.7),)
    (claim,) = find_claims(doc, entities(doc, "Norland:place")).claims
    assert claim.method == "reader.attribution+claims.v.denies.clause"
    assert claim.stance is Stance.DENIES
    assert claim.speaker == "m1"


@settings(deadline=None)
@given(st.text(alphabet='ab “”". \n', max_size=60))
def test_never_raises_without_a_tree(text: str) -> None:
    assert find_claims(BLANK(text), ()) == ((), ())


def test_whom_somebody_urges_is_addressed() -> None:
    doc = tree(
        "Norland/Norland/PROPN/NNP/2/nsubj urged/urge/VERB/VBD/0/root Kesh/Kesh/PROPN/NNP/2/obj to/to/PART/TO/5/mark "
        "talk/talk/VERB/VB/2/xcomp +././PUNCT/./2/punct"
    )
    (claim,) = find_claims(doc, entities(doc, "Norland:place", "Kesh:place")).claims
    assert (claim.speaker, claim.addressee, claim.stance) == ("m1", "m2", Stance.DEMANDS)
