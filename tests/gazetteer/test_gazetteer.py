import pytest

from graph.gazetteer import Gazetteer, fold_name
from graph.model.terms import EntityKind


@pytest.fixture(scope="module")
def places() -> Gazetteer:
    return Gazetteer.load()


@pytest.mark.parametrize(
    ("name", "context", "container", "country"),
    [
        ("Doha", (), None, "QA"),
        ("Paris", (), None, "FR"),
        ("Paris", ("FR", "US"), None, "FR"),
        ("Paris, Texas", (), None, "US"),
        ("Paris", (), "Texas", "US"),
        ("Springfield", (), "Ill.", "US"),
        ("Rafah", ("PS",), None, "PS"),
        ("London", ("CA",), None, "GB"),
        ("Birmingham", ("US",), None, "US"),
        ("Birmingham", ("GB",), None, "GB"),
        ("the United States", (), None, "US"),
        ("U.S.", (), None, "US"),
        ("Gaza Strip", (), None, "PS"),
        ("Georgia", ("US",), None, "US"),
        ("Georgia", ("RU", "GE"), None, "GE"),
        ("São Paulo", (), None, "BR"),
        ("Sao Paulo", (), None, "BR"),
        ("Kiev", (), None, "UA"),
        ("St. Petersburg", ("RU",), None, "RU"),
    ],
)
def test_the_place_that_a_reader_would_mean_is_chosen(
    places: Gazetteer, name: str, context: tuple[str, ...], container: str | None, country: str
) -> None:
    link = places.link(name, EntityKind.PLACE, context, container=container)
    assert link is not None
    assert link.country == country
    assert 0 < link.confidence <= 1


@pytest.mark.parametrize(
    ("name", "geonames"), [("Washington", 4140963), ("Gaza", 281132), ("Gaza City", 281133)]
)
def test_names_mean_what_they_mean_in_news(places: Gazetteer, name: str, geonames: int) -> None:
    link = places.link(name, EntityKind.PLACE, ("US",))
    assert link is not None
    assert link.geonames == geonames


def test_geonames_ids_and_coordinates_are_those_of_geonames(places: Gazetteer) -> None:
    link = places.link("Jerusalem", EntityKind.PLACE)
    assert link is not None
    assert link.geonames == 281184
    assert (round(link.latitude), round(link.longitude)) == (32, 35)


@pytest.mark.parametrize("name", ["Atlantis-on-Sea", "", ",", "<script>", "x" * 10_000])
def test_what_is_not_known_stays_without_link(places: Gazetteer, name: str) -> None:
    assert places.link(name, EntityKind.PLACE) is None


def test_a_container_that_contradicts_gives_no_link(places: Gazetteer) -> None:
    assert places.link("Doha", EntityKind.PLACE, container="Norway") is None


def test_only_places_are_linked(places: Gazetteer) -> None:
    assert places.link("Paris", EntityKind.PERSON) is None
    assert places.link("Washington", EntityKind.FACILITY) is None


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Israeli", "IL"), ("Israelis", "IL"), ("Palestinians", "PS"), ("Dutch", "NL"), ("Spaniards", "ES"),
        ("Kosovar", "XK"), ("Saudi", "SA"), ("Briton", "GB"), ("Filipino", "PH"), ("U.S.", "US"), ("Gazans", "PS"),
        ("table", None), ("israeli", None),
    ],
)  # fmt: skip
def test_demonyms_name_their_country(places: Gazetteer, word: str, code: str | None) -> None:
    assert places.demonym(word) == code


def test_countries_of_an_article_are_ranked_by_mentions(places: Gazetteer) -> None:
    assert places.context_countries(["Qatar", "Israeli", "Israel", "Doha"]) == ("IL", "QA")


def test_spellings_of_a_name_fold_to_one_key() -> None:
    assert fold_name("al-Qāʿida") == fold_name("Al Qaida")
    assert fold_name("O’Brien") == fold_name("O'Brien")
    assert fold_name("U.N.") == fold_name("UN") == "un"
    assert fold_name("the Hague") != fold_name("The")
