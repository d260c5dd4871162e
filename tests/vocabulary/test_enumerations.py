"""Members of the closed vocabularies have an IRI, and the way back."""

from enum import StrEnum

import pytest
from rdflib import URIRef

from graph.model import terms
from graph.vocabulary import NG, iri_of, member_of, news
from graph.vocabulary.enumerations import SCHEME_PREFIXES

ENUMERATIONS = [
    value for value in vars(terms).values() if isinstance(value, type) and issubclass(value, StrEnum)
]
ENUMERATIONS.remove(StrEnum)


def test_all_enumerations_are_known() -> None:
    assert set(SCHEME_PREFIXES) == set(ENUMERATIONS)


@pytest.mark.parametrize("enumeration", ENUMERATIONS)
def test_every_member_has_a_constant_of_its_own_and_the_way_back(enumeration: type[StrEnum]) -> None:
    constants = {value for value in vars(news).values() if isinstance(value, URIRef)}
    for member in enumeration:
        assert iri_of(member) in constants
        assert member_of(enumeration, str(iri_of(member))) is member


def test_no_two_members_share_an_iri() -> None:
    # Equal strings of different enumerations are equal members: compare pairs.
    iris = [iri_of(member) for enumeration in ENUMERATIONS for member in enumeration]
    assert len(iris) == len(set(iris))


@pytest.mark.parametrize(
    "iri", ["", NG, f"{NG}factuality-", f"{NG}factuality-sure", f"{NG}planned", "factuality-planned"]
)
def test_strangers_are_no_members(iri: str) -> None:
    assert member_of(terms.Factuality, iri) is None
