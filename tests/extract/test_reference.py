"""Who is meant: pronouns that go on with a subject, those that mean nothing, titles, unnamed sources."""

import pytest
from spacy.tokens import Doc

from graph.extract.entities import find_entities
from graph.model.terms import MentionForm
from tests.extract.conftest import add_ents
from tests.extract.trees import tree

OSLO = "Norway/Norway/PROPN/NNP/2/nsubj said/say/VERB/VBD/0/root Bank/Bank/PROPN/NNP/4/nsubj paid/pay/VERB/VBD/2/ccomp +././PUNCT/./2/punct"


def read(*sentences: str, **labels: str) -> tuple[Doc, dict[str, list[str]]]:
    """Extract from trees; gives the mentions of each chain by its first one."""
    doc = add_ents(tree(*sentences), [(name.replace("_", " "), label) for name, label in labels.items()])
    chains: dict[str, list[str]] = {}
    for mention in find_entities(doc):
        chains.setdefault(mention.chain, []).append(doc.text[mention.span.start : mention.span.end])
    return doc, {words[0]: words for words in chains.values()}


def test_it_at_the_start_goes_on_with_the_subject_before() -> None:
    sentence = "It/it/PRON/PRP/3/nsubj also/also/ADV/RB/3/advmod wants/want/VERB/VBZ/0/root peace/peace/NOUN/NN/3/obj"
    _, chains = read(OSLO, sentence, Norway="GPE", Bank="ORG")
    assert chains["Norway"] == ["Norway", "It"]


@pytest.mark.parametrize(
    "sentence",
    [
        "It/it/PRON/PRP/3/nsubj will/will/AUX/MD/3/aux end/end/VERB/VB/0/root soon/soon/ADV/RB/3/advmod",
        "It/it/PRON/PRP/2/nsubj means/mean/VERB/VBZ/0/root war/war/NOUN/NN/2/obj",
        "It/it/PRON/PRP/3/nsubj is/be/AUX/VBZ/3/cop unclear/unclear/ADJ/JJ/0/root",
        "It/it/PRON/PRP/3/nsubj is/be/AUX/VBZ/3/cop cold/cold/ADJ/JJ/0/root",
        "It/it/PRON/PRP/3/nsubj is/be/AUX/VBZ/3/cop laughable/laughable/ADJ/JJ/0/root",
        "We/we/PRON/PRP/2/nsubj deal/deal/VERB/VBP/0/root with/with/ADP/IN/4/case it/it/PRON/PRP/2/obl",
        "“/“/PUNCT/``/3/punct +It/it/PRON/PRP/3/nsubj wants/want/VERB/VBZ/0/root peace/peace/NOUN/NN/3/obj +”/”/PUNCT/''/3/punct",
    ],
)
def test_it_that_stands_for_no_body_is_left_alone(sentence: str) -> None:
    before = (
        "Norway/Norway/PROPN/NNP/2/nsubj said/say/VERB/VBD/0/root so/so/ADV/RB/2/advmod +././PUNCT/./2/punct"
    )
    _, chains = read(before, sentence, Norway="GPE")
    assert chains == {"Norway": ["Norway"]}


def test_a_title_before_a_name_is_no_mention_of_its_own() -> None:
    sentence = (
        "Secretary/secretary/NOUN/NN/6/nsubj of/of/ADP/IN/4/case State/State/PROPN/NNP/1/nmod Ida/Ida/PROPN/NNP/6/nsubj"
        " Doe/Doe/PROPN/NNP/4/flat left/leave/VERB/VBD/0/root +././PUNCT/./6/punct"
    )
    _, chains = read(sentence, Ida_Doe="PERSON")
    assert chains == {"Ida Doe": ["Ida Doe"]}


def test_a_cut_off_title_is_nobody() -> None:
    sentence = "Coun/Coun/PROPN/NNP/3/nsubj +././PUNCT/./1/punct left/leave/VERB/VBD/0/root"
    assert read(sentence, Coun="PERSON")[1] == {}


def test_the_adjective_of_a_region_is_a_people_too() -> None:
    sentence = (
        "European/European/ADJ/JJ/2/amod leaders/leader/NOUN/NNS/3/nsubj met/meet/VERB/VBD/0/root"
        " Europeans/European/PROPN/NNPS/3/obj"
    )
    _, chains = read(sentence, European="NORP", Europeans="NORP")
    assert sorted(chains) == ["European", "European leaders"]


def test_one_unnamed_source_is_one_until_a_second_of_its_sort_speaks() -> None:
    def said(article: str, nation: str) -> str:
        noun = 3 if nation else 2
        middle = f" {nation}/{nation}/ADJ/JJ/{noun}/amod" if nation else ""
        return (
            f"{article}/{article.lower()}/DET/DT/{noun}/det{middle} official/official/NOUN/NN/{noun + 1}/nsubj"
            f" said/say/VERB/VBD/0/root so/so/ADV/RB/{noun + 1}/advmod +././PUNCT/./{noun + 1}/punct"
        )

    _, one = read(said("A", "Danish"), said("The", "Danish"), said("The", ""), Danish="NORP")
    assert one["A Danish official"] == ["A Danish official", "The Danish official", "The official"]
    _, two = read(said("A", "Danish"), said("A", "Swedish"), said("The", ""), Danish="NORP", Swedish="NORP")
    assert "The official" in two


def test_a_prize_and_the_body_that_gives_it_are_two() -> None:
    sentence = (
        "Doe/Doe/PROPN/NNP/2/compound Prize/Prize/PROPN/NNP/0/root of/of/ADP/IN/6/case the/the/DET/DT/6/det"
        " Fjord/Fjord/PROPN/NNP/6/compound Society/Society/PROPN/NNP/2/nmod"
    )
    _, chains = read(sentence, Doe_Prize_of_the_Fjord_Society="MISC")
    assert list(chains) == ["Doe Prize", "Fjord Society"]


@pytest.mark.parametrize(
    ("later", "together"),
    [
        ("The/the/DET/DT/3/det former/former/ADJ/JJ/3/amod president/president/NOUN/NN/4/nsubj left/leave/VERB/VBD/0/root", True),
        ("The/the/DET/DT/2/det president/president/NOUN/NN/3/nsubj left/leave/VERB/VBD/0/root", False),
    ],
)  # fmt: skip
def test_who_holds_an_office_is_not_who_held_it(later: str, together: bool) -> None:
    first = (
        "Former/former/ADJ/JJ/2/amod President/President/PROPN/NNP/3/nmod:desc Ida/Ida/PROPN/NNP/5/nsubj"
        " Doe/Doe/PROPN/NNP/3/flat spoke/speak/VERB/VBD/0/root +././PUNCT/./5/punct"
    )
    _, chains = read(first, later, Ida_Doe="PERSON")
    assert (len(chains["Ida Doe"]) == 2) is together


def test_the_company_is_no_commission() -> None:
    first = (
        "The/the/DET/DT/3/det Harbor/Harbor/PROPN/NNP/3/compound Commission/Commission/PROPN/NNP/4/nsubj"
        " met/meet/VERB/VBD/0/root +././PUNCT/./4/punct"
    )
    later = "The/the/DET/DT/2/det company/company/NOUN/NN/3/nsubj left/leave/VERB/VBD/0/root"
    assert read(first, later, Harbor_Commission="ORG")[1]["Harbor Commission"] == ["Harbor Commission"]


def test_bodies_in_the_plural_are_no_unnamed_source_and_a_number_in_a_name_counts_nothing() -> None:
    doc = tree(
        "All/all/DET/DT/4/det Top/Top/PROPN/NNP/4/compound 40/40/NUM/CD/4/nummod companies/company/NOUN/NNS/5/nsubj"
        " said/say/VERB/VBD/0/root so/so/ADV/RB/5/advmod +././PUNCT/./5/punct",
    )
    group = find_entities(add_ents(doc, [("Top 40", "ORG")]))[0]
    assert (group.form, group.count) == (MentionForm.NOMINAL, None)


def test_what_leads_in_a_phrase_is_no_part_of_it() -> None:
    sentence = (
        "Guests/guest/NOUN/NNS/2/nsubj came/come/VERB/VBD/0/root including/include/VERB/VBG/4/case"
        " sailors/sailor/NOUN/NNS/2/obl +././PUNCT/./2/punct"
    )
    assert "sailors" in read(sentence)[1]


@pytest.mark.parametrize(("guest", "together"), [("sailors", False), ("boats", True)])
def test_they_is_a_body_only_where_no_group_is_near(guest: str, together: bool) -> None:
    first = f"Bank/Bank/PROPN/NNP/2/nsubj saw/see/VERB/VBD/0/root {guest}/{guest[:-1]}/NOUN/NNS/2/obj"
    later = "They/they/PRON/PRP/2/nsubj want/want/VERB/VBP/0/root peace/peace/NOUN/NN/2/obj"
    assert (read(first, later, Bank="ORG")[1]["Bank"] == ["Bank", "They"]) is together


def test_groups_that_are_counted_roughly_are_two() -> None:
    fled = (
        "Over/over/ADV/RB/2/advmod 300/300/NUM/CD/3/nummod people/person/NOUN/NNS/4/nsubj fled/flee/VERB/VBD/0/root "
        "+././PUNCT/./4/punct"
    )
    died = (
        "At/at/ADP/IN/2/advmod least/least/ADJ/JJS/3/advmod 40/40/NUM/CD/4/nummod people/person/NOUN/NNS/5/nsubj "
        "died/die/VERB/VBD/0/root +././PUNCT/./5/punct"
    )
    assert len(read(fled, died)[1]) == 2


def test_his_wife_is_the_wife_of_whom_and_joins_her_with() -> None:
    sentence = (
        "Orvik/Orvik/PROPN/NNP/2/nsubj spoke/speak/VERB/VBD/0/root after/after/ADP/IN/8/mark Jon/Jon/PROPN/NNP/8/nsubj "
        "and/and/CCONJ/CC/7/cc his/his/PRON/PRP$/7/nmod:poss wife/wife/NOUN/NN/4/conj left/leave/VERB/VBD/2/advcl"
    )
    _, chains = read(sentence, Orvik="PERSON", Jon="PERSON")
    assert chains["Jon"] == ["Jon", "his"]


def test_a_name_goes_on_over_a_particle_between_hyphens() -> None:
    sentence = (
        "Tehrik/Tehrik/PROPN/NNP/6/nsubj +-/-/PUNCT/HYPH/3/punct +e/e/PROPN/NNP/1/flat +-/-/PUNCT/HYPH/5/punct "
        "+Kesh/Kesh/PROPN/NNP/1/flat won/win/VERB/VBD/0/root"
    )
    assert list(read(sentence, Tehrik="ORG")[1]) == ["Tehrik-e-Kesh"]


@pytest.mark.parametrize(("before", "together"), [("Tarn", "Tarn"), ("Norway", "Kesh")])
def test_a_region_goes_by_the_name_before_it_but_not_by_that_of_a_country(before: str, together: str) -> None:
    sentence = (
        f"The/the/DET/DT/3/det {before}/{before}/PROPN/NNP/3/compound region/region/NOUN/NN/6/nsubj of/of/ADP/IN/5/case "
        "Kesh/Kesh/PROPN/NNP/3/nmod voted/vote/VERB/VBD/0/root +././PUNCT/./6/punct"
    )
    chains = read(sentence, **{before: "GPE", "Kesh": "GPE"})[1]
    (joined,) = [words for words in chains.values() if any("region" in word for word in words)]
    assert together in joined
