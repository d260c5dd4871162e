import pytest
import spacy
from spacy.tokens import Doc

from graph.extract.lexicon import read_rows
from graph.extract.relations import find_relations
from graph.model.mentions import EntityMention
from graph.model.terms import RelationStatus
from graph.read.component import WEIGHTS
from graph.read.extensions import declare_extensions
from graph.read.labels import Labels
from graph.read.relations import NameRelation

from .trees import entities, tree

TITLE = (
    "Former/former/ADJ/JJ/4/amod Norland/Norland/PROPN/NNP/4/compound trade/trade/NOUN/NN/4/compound "
    "minister/minister/NOUN/NN/5/nmod:desc Jon/Jon/PROPN/NNP/7/nsubj Vell/Vell/PROPN/NNP/5/flat spoke/speak/VERB/VBD/0/root "
    "+././PUNCT/./7/punct"
)
APPOSITION = (
    "Ana/Ana/PROPN/NNP/9/nsubj Brask/Brask/PROPN/NNP/1/flat +,/,/PUNCT/,/5/punct the/the/DET/DT/5/det "
    "mayor/mayor/NOUN/NN/1/appos of/of/ADP/IN/7/case Kesh/Kesh/PROPN/NNP/5/nmod +,/,/PUNCT/,/5/punct "
    "spoke/speak/VERB/VBD/0/root +././PUNCT/./9/punct"
)
SAID = (
    "Norland/Norland/PROPN/NNP/2/nsubj said/say/VERB/VBD/0/root Vell/Vell/PROPN/NNP/5/nsubj is/be/AUX/VBZ/5/cop "
    "head/head/NOUN/NN/2/ccomp of/of/ADP/IN/8/case the/the/DET/DT/8/det Guard/Guard/PROPN/NNP/5/nmod +././PUNCT/./2/punct"
)
PLACES = (
    "They/they/PRON/PRP/2/nsubj met/meet/VERB/VBD/0/root in/in/ADP/IN/4/case Orvik/Orvik/PROPN/NNP/2/obl +,/,/PUNCT/,/6/punct "
    "Norland/Norland/PROPN/NNP/4/appos +,/,/PUNCT/,/6/punct again/again/ADV/RB/2/advmod +././PUNCT/./2/punct"
)
LIST = (
    "They/they/PRON/PRP/2/nsubj left/leave/VERB/VBD/0/root Orvik/Orvik/PROPN/NNP/2/obj +,/,/PUNCT/,/5/punct "
    "Kesh/Kesh/PROPN/NNP/3/conj and/and/CCONJ/CC/7/cc Tarn/Tarn/PROPN/NNP/3/conj +././PUNCT/./2/punct"
)
CONTROLS = (
    "The/the/DET/DT/2/det movement/movement/NOUN/NN/4/nsubj has/have/AUX/VBZ/4/aux controlled/control/VERB/VBN/0/root "
    "Kesh/Kesh/PROPN/NNP/4/obj for/for/ADP/IN/7/case years/year/NOUN/NNS/4/obl +././PUNCT/./4/punct"
)
SUCCEEDED = (
    "Brask/Brask/PROPN/NNP/9/nsubj +,/,/PUNCT/,/4/punct the/the/DET/DT/4/det director/director/NOUN/NN/1/appos "
    "of/of/ADP/IN/7/case the/the/DET/DT/7/det Guard/Guard/PROPN/NNP/4/nmod +,/,/PUNCT/,/4/punct "
    "succeeded/succeed/VERB/VBD/0/root Vell/Vell/PROPN/NNP/9/obj +././PUNCT/./9/punct"
)
LETTER = (
    "Sen./Sen./PROPN/NNP/2/nmod:desc Jon/Jon/PROPN/NNP/9/nsubj Vell/Vell/PROPN/NNP/2/flat +,/,/PUNCT/,/5/punct "
    "D/D/PROPN/NNP/2/appos +-/-/PUNCT/HYPH/7/punct +Mo./Mo./PROPN/NNP/5/flat +,/,/PUNCT/,/5/punct "
    "met/meet/VERB/VBD/0/root Republicans/Republican/PROPN/NNPS/9/obj and/and/CCONJ/CC/12/cc "
    "Democrats/Democrat/PROPN/NNPS/10/conj +././PUNCT/./9/punct"
)
OF_A_PERSON = (
    "Brask/Brask/PROPN/NNP/3/compound campaign/campaign/NOUN/NN/3/compound manager/manager/NOUN/NN/4/nmod:desc "
    "Jon/Jon/PROPN/NNP/6/nsubj Vell/Vell/PROPN/NNP/4/flat spoke/speak/VERB/VBD/0/root +././PUNCT/./6/punct"
)
BROKEN = (
    "Senior/senior/ADJ/JJ/2/amod researcher/researcher/NOUN/NN/10/nsubj Mu/Mu/PROPN/NNP/10/nsubj "
    "Li/Li/PROPN/NNP/3/flat +,/,/PUNCT/,/8/punct of/of/ADP/IN/8/case the/the/DET/DT/8/det "
    "Institute/Institute/PROPN/NNP/3/nmod +,/,/PUNCT/,/3/punct spoke/speak/VERB/VBD/0/root +././PUNCT/./10/punct"
)
EMPLOYED = (
    "Jon/Jon/PROPN/NNP/6/nsubj Vell/Vell/PROPN/NNP/1/flat of/of/ADP/IN/5/case the/the/DET/DT/5/det "
    "Institute/Institute/PROPN/NNP/1/nmod spoke/speak/VERB/VBD/0/root +././PUNCT/./6/punct"
)
PLURAL = (
    "Senators/senator/NOUN/NNS/2/nmod:desc Vell/Vell/PROPN/NNP/5/nsubj and/and/CCONJ/CC/4/cc "
    "Brask/Brask/PROPN/NNP/2/conj spoke/speak/VERB/VBD/0/root +././PUNCT/./5/punct"
)
REGION = (
    "They/they/PRON/PRP/2/nsubj met/meet/VERB/VBD/0/root at/at/ADP/IN/5/case the/the/DET/DT/5/det "
    "Observatory/Observatory/PROPN/NNP/2/obl in/in/ADP/IN/8/case northern/northern/ADJ/JJ/8/amod "
    "Norland/Norland/PROPN/NNP/5/nmod +././PUNCT/./2/punct"
)


def before_name(word: str, office: str) -> str:
    """The tree of "WORD OFFICE Vell spoke."."""
    return (
        f"{word}/{word}/PROPN/NNP/2/compound {office}/{office}/NOUN/NN/3/nmod:desc "
        "Vell/Vell/PROPN/NNP/4/nsubj spoke/speak/VERB/VBD/0/root +././PUNCT/./4/punct"
    )


def told(
    doc: Doc, mentions: tuple[EntityMention, ...]
) -> set[tuple[str, str, str | None, str | None, RelationStatus]]:
    name = {mention.id: doc.text[mention.span.start : mention.span.end] for mention in mentions}
    return {
        (name[each.subject], each.predicate.value, each.object and name[each.object], each.value, each.status)
        for each in find_relations(doc, mentions)
    }


def test_title_before_a_name() -> None:
    doc = tree(TITLE)
    mentions = entities(doc, "Norland:place", "Jon Vell:person")
    former = RelationStatus.FORMER
    assert told(doc, mentions) == {
        ("Jon Vell", "holdsPosition", "Norland", "trade minister", former),
        ("Jon Vell", "worksFor", "Norland", None, former),
    }


def test_apposition() -> None:
    doc = tree(APPOSITION)
    mentions = entities(doc, "Ana Brask:person", "Kesh:place")
    now = RelationStatus.CURRENT
    assert told(doc, mentions) == {
        ("Ana Brask", "holdsPosition", "Kesh", "mayor", now),
    }


def test_what_somebody_says_of_an_office_is_alleged() -> None:
    doc = tree(SAID)
    mentions = entities(doc, "Norland:place", "Vell:person", "Guard:org")
    assert ("Vell", "leads", "Guard", None, RelationStatus.ALLEGED) in told(doc, mentions)


@pytest.mark.parametrize(
    ("sentence", "places", "expected"),
    [
        (
            PLACES,
            ("Orvik:place", "Norland:place"),
            {("Orvik", "locatedIn", "Norland", None, RelationStatus.CURRENT)},
        ),
        (LIST, ("Orvik:place", "Kesh:place", "Tarn:place"), set()),
    ],
)
def test_place_after_a_comma(sentence: str, places: tuple[str, ...], expected: set[object]) -> None:
    doc = tree(sentence)
    assert told(doc, entities(doc, *places)) == expected


def test_whom_an_office_holder_succeeded_held_it_before() -> None:
    doc = tree(SUCCEEDED)
    now, then = RelationStatus.CURRENT, RelationStatus.FORMER
    assert told(doc, entities(doc, "Brask:person", "Guard:org", "Vell:person")) == {
        ("Brask", "holdsPosition", "Guard", "director", now),
        ("Brask", "leads", "Guard", None, now),
        ("Vell", "holdsPosition", "Guard", "director", then),
        ("Vell", "leads", "Guard", None, then),
    }


def test_letter_of_a_party() -> None:
    doc = tree(LETTER)
    now = RelationStatus.CURRENT
    assert told(doc, entities(doc, "Jon Vell:person", "Republicans:norp", "Democrats:norp")) == {
        ("Jon Vell", "holdsPosition", None, "sen.", now),
        ("Jon Vell", "memberOf", "Democrats", None, now),
    }


def test_who_serves_a_person_works_for_them() -> None:
    doc = tree(OF_A_PERSON)
    now = RelationStatus.CURRENT
    assert told(doc, entities(doc, "Brask:person", "Jon Vell:person")) == {
        ("Jon Vell", "holdsPosition", "Brask", "campaign manager", now),
        ("Jon Vell", "worksFor", "Brask", None, now),
    }


def test_title_and_body_stand_beside_the_name_whatever_the_tree_says() -> None:
    doc = tree(BROKEN)
    now = RelationStatus.CURRENT
    assert told(doc, entities(doc, "Mu Li:person", "Institute:org")) == {
        ("Mu Li", "holdsPosition", "Institute", "senior researcher", now),
        ("Mu Li", "worksFor", "Institute", None, now),
    }


def test_person_of_a_body() -> None:
    doc = tree(EMPLOYED)
    expected = {("Jon Vell", "worksFor", "Institute", None, RelationStatus.CURRENT)}
    assert told(doc, entities(doc, "Jon Vell:person", "Institute:org")) == expected


def test_title_of_several() -> None:
    doc = tree(PLURAL)
    now = RelationStatus.CURRENT
    assert told(doc, entities(doc, "Vell:person", "Brask:person")) == {
        ("Vell", "holdsPosition", None, "senator", now),
        ("Brask", "holdsPosition", None, "senator", now),
    }


def test_place_in_a_part_of_another() -> None:
    doc = tree(REGION)
    expected = {("Observatory", "locatedIn", "Norland", None, RelationStatus.CURRENT)}
    assert told(doc, entities(doc, "Observatory:facility", "Norland:place")) == expected


@pytest.mark.parametrize(
    ("word", "kind", "office", "expected"),
    [
        ("Muslim", "norp", "aide", set()),
        ("Kesh", "place", "lawyer", set()),
        ("Kesh", "place", "diplomat", {"holdsPosition", "worksFor"}),
        ("Republican", "norp", "governor", {"holdsPosition", "memberOf"}),
        ("Republican", "norp", "strategist", {"memberOf"}),
        ("Norland", "place", "senator", {"holdsPosition"}),
        ("Norland", "place", "president", {"holdsPosition", "leads"}),
        ("Guard", "org", "member", {"memberOf"}),
    ],
)
def test_office_holds_with_some_kinds_of_bodies(
    word: str, kind: str, office: str, expected: set[str]
) -> None:
    doc = tree(before_name(word, office))
    found = told(doc, entities(doc, f"{word}:{kind}", "Vell:person"))
    assert {predicate for _, predicate, *_ in found} == expected


def test_verb_pattern() -> None:
    doc = tree(CONTROLS)
    mentions = (
        entities(doc, "the movement:group:movement", "Kesh:place") if "the movement" in doc.text else ()
    )
    mentions = mentions or entities(doc, "movement:group", "Kesh:place")
    assert ("movement", "controls", "Kesh", None, RelationStatus.CURRENT) in told(doc, mentions)


def test_no_tree_no_relations() -> None:
    assert find_relations(spacy.blank("en")("Ana Brask, the mayor."), ()) == ()


FIELDS = (
    "Ana/Ana/PROPN/NNP/15/nsubj Brask/Brask/PROPN/NNP/1/flat +,/,/PUNCT/,/5/punct a/a/DET/DT/5/det professor/professor/NOUN/NN/1/appos "
    "of/of/ADP/IN/7/case law/law/NOUN/NN/5/nmod and/and/CCONJ/CC/9/cc politics/politics/NOUN/NN/7/conj at/at/ADP/IN/13/case "
    "the/the/DET/DT/13/det Tarn/Tarn/PROPN/NNP/13/compound Institute/Institute/PROPN/NNP/9/nmod +,/,/PUNCT/,/1/punct "
    "spoke/speak/VERB/VBD/0/root +././PUNCT/./15/punct"
)
BRACKET = (
    "Then/then/ADV/RB/2/advmod said/say/VERB/VBD/0/root Jon/Jon/PROPN/NNP/2/nsubj Vell/Vell/PROPN/NNP/3/flat (/(/PUNCT/-LRB-/6/punct "
    "+left/left/ADJ/JJ/3/amod +)/)/PUNCT/-RRB-/6/punct +,/,/PUNCT/,/9/punct head/head/NOUN/NN/2/nsubj of/of/ADP/IN/12/case "
    "the/the/DET/DT/12/det Caucus/Caucus/PROPN/NNP/9/nmod +././PUNCT/./2/punct"
)
OWNED = (
    "Ana/Ana/PROPN/NNP/12/nsubj Brask/Brask/PROPN/NNP/1/flat +,/,/PUNCT/,/5/punct the/the/DET/DT/5/det president/president/NOUN/NN/1/appos "
    "of/of/ADP/IN/8/case the/the/DET/DT/8/det state/state/NOUN/NN/5/nmod +'s/'s/PART/POS/8/case Academy/Academy/PROPN/NNP/5/nmod "
    "+,/,/PUNCT/,/1/punct spoke/speak/VERB/VBD/0/root +././PUNCT/./12/punct"
)
TWO_OFFICES = (
    "Jon/Jon/PROPN/NNP/4/nsubj is/be/AUX/VBZ/4/cop a/a/DET/DT/4/det columnist/columnist/NOUN/NN/0/root for/for/ADP/IN/6/case "
    "Post/Post/PROPN/NNP/4/nmod and/and/CCONJ/CC/9/cc political/political/ADJ/JJ/9/amod analyst/analyst/NOUN/NN/6/conj "
    "for/for/ADP/IN/11/case Radio/Radio/PROPN/NNP/9/nmod +././PUNCT/./4/punct"
)
SEAT = (
    "Jon/Jon/PROPN/NNP/15/nsubj +,/,/PUNCT/,/5/punct chief/chief/ADJ/JJ/5/amod executive/executive/ADJ/JJ/5/amod "
    "officer/officer/NOUN/NN/1/appos of/of/ADP/IN/12/case Orvik/Orvik/PROPN/NNP/5/nmod +,/,/PUNCT/,/12/punct "
    "Norland/Norland/PROPN/NNP/11/obl:unmarked +-/-/PUNCT/HYPH/9/punct +based/base/VERB/VBN/12/amod maker/maker/NOUN/NN/1/appos "
    "Steel/Steel/PROPN/NNP/12/appos +,/,/PUNCT/,/1/punct left/leave/VERB/VBD/0/root +././PUNCT/./15/punct"
)
BROTHERS = (
    "They/they/PRON/PRP/2/nsubj met/meet/VERB/VBD/0/root the/the/DET/DT/4/det brothers/brother/NOUN/NNS/2/obj "
    "Jon/Jon/PROPN/NNP/4/appos and/and/CCONJ/CC/7/cc Ivo/Ivo/PROPN/NNP/5/conj Vell/Vell/PROPN/NNP/7/flat +././PUNCT/./2/punct"
)
WITHIN = (
    "The/the/DET/DT/3/det Brask/Brask/PROPN/NNP/3/compound Center/Center/PROPN/NNP/7/nsubj at/at/ADP/IN/6/case "
    "Tarn/Tarn/PROPN/NNP/6/compound University/University/PROPN/NNP/3/nmod opened/open/VERB/VBD/0/root +././PUNCT/./7/punct"
)
AGED = (
    "Ana/Ana/PROPN/NNP/8/nsubj Brask/Brask/PROPN/NNP/1/flat +,/,/PUNCT/,/4/punct 45/45/NUM/CD/1/nmod:unmarked +,/,/PUNCT/,/7/punct "
    "of/of/ADP/IN/7/case Orvik/Orvik/PROPN/NNP/1/nmod spoke/speak/VERB/VBD/0/root +././PUNCT/./8/punct"
)
CONSTITUENCY = (
    "Senator/Senator/PROPN/NNP/2/nmod:desc Jon/Jon/PROPN/NNP/8/nsubj Vell/Vell/PROPN/NNP/2/flat +,/,/PUNCT/,/5/punct "
    "Republican/Republican/ADJ/NNP/2/appos of/of/ADP/IN/7/case Iowa/Iowa/PROPN/NNP/5/nmod spoke/speak/VERB/VBD/0/root +././PUNCT/./8/punct"
)
NOW = RelationStatus.CURRENT


@pytest.mark.parametrize(
    ("sentence", "marks", "expected"),
    [
        (
            FIELDS,
            ("Ana Brask:person", "Tarn Institute:org"),
            ("Ana Brask", "worksFor", "Tarn Institute", None, NOW),
        ),
        (BRACKET, ("Jon Vell:person", "Caucus:org"), ("Jon Vell", "leads", "Caucus", None, NOW)),
        (
            OWNED,
            ("Ana Brask:person", "the state:org:state", "Academy:org"),
            ("Ana Brask", "leads", "Academy", None, NOW),
        ),
        (
            TWO_OFFICES,
            ("Jon:person", "Post:org", "Radio:org"),
            ("Jon", "holdsPosition", "Radio", "political analyst", NOW),
        ),
        (
            SEAT,
            ("Jon:person", "Orvik:place", "Norland:place", "Steel:org"),
            ("Jon", "holdsPosition", "Steel", "chief executive officer", NOW),
        ),
        (
            SEAT,
            ("Jon:person", "Orvik:place", "Norland:place", "Steel:org"),
            ("Steel", "basedIn", "Orvik", None, NOW),
        ),
        (BROTHERS, ("Jon:person", "Ivo Vell:person"), ("Ivo Vell", "familyOf", "Jon", None, NOW)),
        (
            WITHIN,
            ("Brask Center:org", "Tarn University:org"),
            ("Brask Center", "partOf", "Tarn University", None, NOW),
        ),
        (AGED, ("Ana Brask:person", "Orvik:place"), ("Ana Brask", "basedIn", "Orvik", None, NOW)),
        (
            CONSTITUENCY,
            ("Jon Vell:person", "Republican:norp", "Iowa:place"),
            ("Jon Vell", "holdsPosition", "Iowa", "senator", NOW),
        ),
    ],
)
def test_what_stands_around_names(
    sentence: str, marks: tuple[str, ...], expected: tuple[object, ...]
) -> None:
    doc = tree(sentence)
    assert expected in told(doc, entities(doc, *marks))


@pytest.mark.parametrize(
    ("confidence", "words", "found"),
    [
        (0.9, "polls", {("Jon", "worksFor", "Radio", None, NOW)}),
        (0.9, "former", {("Jon", "worksFor", "Radio", None, RelationStatus.FORMER)}),
        (0.6, "polls", set()),
    ],
)
def test_the_reader_tells_of_employers_when_it_is_sure(
    confidence: float, words: str, found: set[object]
) -> None:
    declare_extensions()
    doc = tree(
        f"Jon/Jon/PROPN/NNP/0/root {words}/{words}/X/FW/1/dep for/for/ADP/IN/4/case Radio/Radio/PROPN/NNP/1/obl"
    )
    doc._.relations = (NameRelation((0, 1), (3, 4), "conll04", "Work_For", confidence),)
    assert told(doc, entities(doc, "Jon:person", "Radio:org")) == found


@pytest.mark.parametrize(
    ("scheme", "label", "turned", "confidence", "found"),
    [
        ("conll04", "OrgBased_In", False, 0.8, {("Radio", "basedIn", "Kesh", None, "current")}),
        ("conll04", "OrgBased_In", False, 0.6, set()),
        ("redocred", "P150", True, 0.8, set()),  # places contain no bodies
        ("redocred", "P159", False, 0.8, {("Radio", "basedIn", "Kesh", None, "current")}),
        ("crossre", "topic", False, 0.9, set()),  # no relation of ours
    ],
)
def test_what_a_label_of_the_reader_means_stands_in_a_table(
    scheme: str, label: str, turned: bool, confidence: float, found: set[object]
) -> None:
    declare_extensions()
    doc = tree("Radio/Radio/PROPN/NNP/0/root on/on/ADP/IN/3/case Kesh/Kesh/PROPN/NNP/1/nmod")
    ends = ((2, 3), (0, 1)) if turned else ((0, 1), (2, 3))
    doc._.relations = (NameRelation(*ends, scheme, label, confidence),)
    assert told(doc, entities(doc, "Radio:org", "Kesh:place")) == found


def test_every_label_that_has_a_meaning_is_one_that_the_reader_knows() -> None:
    known = set(Labels.load(WEIGHTS / "labels.json").relation)
    rows = read_rows("reader_relations.tsv")
    assert {f"{scheme}:{label}" for scheme, label, *_ in rows} <= known
