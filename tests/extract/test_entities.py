from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from graph.extract.anonymous import has_cue
from graph.extract.entities import find_entities
from graph.extract.lexicon import read_rules
from graph.model.mentions import EntityMention
from graph.model.terms import EntityKind, MentionForm
from tests.extract.conftest import VOCAB, add_ents, build_doc

STORY = Path(__file__).with_name("story.conllu").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def story() -> Doc:
    return build_doc(STORY)


@pytest.fixture(scope="module")
def mentions(story: Doc) -> tuple[EntityMention, ...]:
    return find_entities(story)


def words(doc: Doc, mention: EntityMention) -> str:
    return doc.text[mention.span.start : mention.span.end]


def chain(doc: Doc, mentions: tuple[EntityMention, ...], name: str) -> list[str]:
    number = next(mention.chain for mention in mentions if words(doc, mention) == name)
    return [words(doc, mention) for mention in mentions if mention.chain == number]


@pytest.mark.parametrize(
    ("name", "together"),
    [
        ("Kari Lund", ["Kari Lund", "Lund", "she", "The prime minister"]),
        ("Harbor Guard", ["Harbor Guard", "HG", "the group", "its", "Harbor Guard", "HG"]),
        ("Mercy Hospital", ["Mercy Hospital", "The hospital"]),
        ("Ola Berg", ["Ola Berg", "a spokesman", "he", "He", "Berg"]),
        ("Per Dahl", ["Per Dahl", "Dahl"]),
        ("Bergen", ["the southern city", "Bergen"]),
        ("Norwegian", ["Norwegian", "Norwegians"]),
    ],
)
def test_what_stands_for_one_thing_is_one_chain(
    story: Doc, mentions: tuple[EntityMention, ...], name: str, together: list[str]
) -> None:
    assert chain(story, mentions, name) == together


@pytest.mark.parametrize(
    ("name", "kind", "form"),
    [
        ("Kari Lund", EntityKind.PERSON, MentionForm.NAME),
        ("Norwegian", EntityKind.NORP, MentionForm.NAME),
        ("Harbor Guard", EntityKind.ORGANIZATION, MentionForm.NAME),
        ("Skerry Island", EntityKind.PLACE, MentionForm.NAME),
        ("Mercy Hospital", EntityKind.FACILITY, MentionForm.NAME),
        ("Two officials familiar with the plan", EntityKind.GROUP, MentionForm.ANONYMOUS),
        ("four other sailors", EntityKind.GROUP, MentionForm.NOMINAL),
        ("a nurse", EntityKind.PERSON, MentionForm.ANONYMOUS),
        ("residents", EntityKind.GROUP, MentionForm.NOMINAL),
        ("she", EntityKind.PERSON, MentionForm.PRONOUN),
    ],
)
def test_mentions_have_kind_and_form(
    story: Doc, mentions: tuple[EntityMention, ...], name: str, kind: EntityKind, form: MentionForm
) -> None:
    found = [mention for mention in mentions if words(story, mention) == name]
    assert found, [words(story, mention) for mention in mentions]
    assert (found[0].kind, found[0].form) == (kind, form)


def test_groups_are_counted(story: Doc, mentions: tuple[EntityMention, ...]) -> None:
    counts = {words(story, mention): mention.count for mention in mentions if mention.count is not None}
    assert counts == {"Two officials familiar with the plan": 2, "four other sailors": 4}


def test_times_titles_and_plain_things_are_no_mentions(
    story: Doc, mentions: tuple[EntityMention, ...]
) -> None:
    found = {words(story, mention) for mention in mentions}
    assert not found & {"Monday", "Sen.", "Sen. Per Dahl", "control", "the plan", "the charge", "dozens"}


def test_ids_are_unique_and_in_order_and_heads_lie_inside(mentions: tuple[EntityMention, ...]) -> None:
    assert [mention.id for mention in mentions] == [f"m{number}" for number in range(1, len(mentions) + 1)]
    assert [mention.span.start for mention in mentions] == sorted(mention.span.start for mention in mentions)
    assert all(mention.span.contains(mention.head) for mention in mentions)


def test_one_chain_has_one_kind(mentions: tuple[EntityMention, ...]) -> None:
    kinds: dict[str, set[EntityKind]] = {}
    for mention in mentions:
        kinds.setdefault(mention.chain, set()).add(mention.kind)
    assert all(len(found) == 1 for found in kinds.values())


def test_the_same_document_gives_the_same_mentions(mentions: tuple[EntityMention, ...]) -> None:
    assert find_entities(build_doc(STORY)) == mentions


@pytest.mark.parametrize("rule", read_rules("anonymity_cues.jsonl"), ids=lambda rule: rule["cue"])
def test_every_cue_of_anonymity_is_found_in_its_example(rule: dict[str, str]) -> None:
    assert has_cue(rule["example"])
    assert rule["words"] in rule["example"]


BYLINE = """
1 Lund   Lund   PROPN NNP _ 2 nsubj _ Ent=B-PERSON
2 spoke  speak  VERB  VBD _ 0 root  _ SpaceAfter=No
3 .      .      PUNCT .   _ 2 punct _ Par=Yes

1 Moe    Moe    PROPN NNP _ 2 nsubj _ Ent=B-PERSON
2 reported report VERB VBD _ 0 root _ _
3 from   from   ADP   IN  _ 4 case  _ _
4 Oslo   Oslo   PROPN NNP _ 2 obl   _ Ent=B-LOC|SpaceAfter=No
5 .      .      PUNCT .   _ 2 punct _ _
"""


def test_who_wrote_the_article_is_not_in_the_story() -> None:
    doc = build_doc(BYLINE)
    assert [words(doc, mention) for mention in find_entities(doc)] == ["Lund"]


CLEARNLP = """
1 A      a      DET  DT  _ 2 det   _ _
2 guard  guard  NOUN NN  _ 3 nsubj _ _
3 said   say    VERB VBD _ 0 root  _ _
4 troops troop  NOUN NNS _ 5 nsubj _ _
5 fired  fire   VERB VBD _ 3 ccomp _ _
6 on     on     ADP  IN  _ 5 prep  _ _
7 residents resident NOUN NNS _ 6 pobj _ _
8 of     of     ADP  IN  _ 7 prep  _ _
9 Norway Norway PROPN NNP _ 8 pobj _ Ent=B-GPE|SpaceAfter=No
10 .     .      PUNCT .  _ 3 punct _ _
"""


def test_labels_of_other_spacy_models_are_understood() -> None:
    doc = build_doc(CLEARNLP)
    found = {words(doc, mention): (mention.kind, mention.form) for mention in find_entities(doc)}
    assert found == {
        "A guard": (EntityKind.PERSON, MentionForm.ANONYMOUS),
        "troops": (EntityKind.ORGANIZATION, MentionForm.NOMINAL),
        "residents": (EntityKind.GROUP, MentionForm.NOMINAL),
        "Norway": (EntityKind.PLACE, MentionForm.NAME),
    }


def test_a_document_without_a_tree_gives_its_names() -> None:
    doc = add_ents(
        spacy.blank("en")("The mayor of Oslo met Kari Lund."), [("Kari Lund", "PERSON"), ("Oslo", "GPE")]
    )
    assert [words(doc, mention) for mention in find_entities(doc)] == ["Oslo", "Kari Lund"]


WORDS = st.sampled_from(
    [
        "the",
        "he",
        "it",
        "they",
        "Kari",
        "Lund",
        "officials",
        "said",
        "of",
        ",",
        "(",
        "HG",
        ")",
        "Hospital",
        "Al",
        "Norwegian",
        "'s",
        "“",
        "”",
        "\n\n",
        "-",
        "35",
        "Government",
        "Norway",
        "Mr.",
        "spokesman",
        "Corp.",
    ]
)
LABELS = st.sampled_from(
    ["nsubj", "obj", "obl", "nmod", "case", "flat", "appos", "ROOT", "prep", "pobj", "nummod", ""]
)
TAGS = st.sampled_from(["NOUN", "PROPN", "VERB", "PRON", "ADP", "NUM", "PUNCT", "X", "ADJ"])


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(WORDS, LABELS, TAGS, st.integers(-3, 3), st.booleans()), max_size=24), st.data())
def test_no_document_breaks_the_search(
    tokens: list[tuple[str, str, str, int, bool]], data: st.DataObject
) -> None:
    kept = [token for token in tokens if token[0]]
    size = len(kept)
    doc = (
        Doc(
            VOCAB,
            words=[token[0] for token in kept],
            spaces=[token[4] for token in kept],
            pos=[token[2] for token in kept],
            tags=["NN"] * size,
            lemmas=[token[0].lower() for token in kept],
            deps=[token[1] for token in kept],
            heads=[min(max(at + token[3], 0), size - 1) for at, token in enumerate(kept)],
            ents=[data.draw(st.sampled_from(["O", "B-PERSON", "B-LOC", "B-ORG", "B-MISC"])) for _ in kept],
        )
        if not _cyclic(kept)
        else spacy.blank("en")(" ".join(token[0] for token in kept))
    )
    for mention in find_entities(doc):
        assert 0 <= mention.span.start < mention.span.end <= len(doc.text)
        assert mention.span.contains(mention.head)


def _cyclic(tokens: list[tuple[str, str, str, int, bool]]) -> bool:
    size = len(tokens)
    for start in range(size):
        at, seen = start, set()
        while at not in seen:
            seen.add(at)
            at = min(max(at + tokens[at][3], 0), size - 1)
        if min(max(at + tokens[at][3], 0), size - 1) != at:
            return True
    return False
