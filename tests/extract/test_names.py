import pytest

from graph.extract.chains import NameUse, join_names
from graph.extract.kinds import decide, is_norp, vote
from graph.extract.lexicon import read_rows
from graph.extract.name_votes import weigh_together
from graph.extract.titles import strip_titles, title_at
from graph.model.terms import EntityKind

LABELS = {"PERSON": "PERSON", "ORG": "ORG", "LOC": "LOC", "MISC": "MISC"}


def chains(*names: tuple[str, str]) -> list[int]:
    return join_names([NameUse(text=text, votes=vote(text, label, 0.9)) for text, label in names])


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([("Kari Lund", "PERSON"), ("Lund", "PERSON")], [0, 0]),
        ([("Lund", "PERSON"), ("Kari Lund", "PERSON")], [0, 0]),
        ([("Kari Lund", "PERSON"), ("Per Lund", "PERSON"), ("Lund", "PERSON")], [0, 1, 2]),
        ([("Kari Lund", "PERSON"), ("Lund", "PERSON"), ("Per Lund", "PERSON")], [0, 0, 1]),
        ([("Kari Lund", "PERSON"), ("Per Lund", "PERSON"), ("Lund", "PERSON"), ("Per Lund", "PERSON")], [0, 1, 1, 1]),
        ([("Kari Lund", "PERSON"), ("Lund", "PERSON"), ("Per Lund", "PERSON"), ("Per Lund", "PERSON")], [0, 0, 1, 1]),
        ([("Sam Doe", "PERSON"), ("Sam Doe Jr.", "PERSON"), ("Sam Jr.", "PERSON")], [0, 1, 1]),
        ([("Sam Doe Jr.", "PERSON"), ("Sam Doe", "PERSON")], [0, 0]),
        ([("Ana Maria Lopez Prado", "PERSON"), ("Lopez Prado", "PERSON")], [0, 0]),
        ([("Ida Buchtmann", "PERSON"), ("Bauchtman", "PERSON")], [0, 0]),
        ([("Ida Berg", "PERSON"), ("Borg", "PERSON")], [0, 1]),
        ([("Islamic State", "ORG"), ("ISIS", "ORG"), ("Daesh", "ORG")], [0, 0, 0]),
        ([("Affordable Care Act", "LAW"), ("Obamacare", "LAW")], [0, 0]),
        ([("Democrats", "MISC"), ("Democratic", "MISC"), ("Swedes", "MISC"), ("Swedish", "MISC")], [0, 0, 1, 1]),
        ([("U.S. Senate", "ORG"), ("Senate", "ORG")], [0, 0]),
        ([("John Q. Doe", "PERSON"), ("John Doe", "PERSON"), ("J. Doe", "PERSON")], [0, 0, 0]),
        ([("John Doe", "PERSON"), ("Jane Doe", "PERSON"), ("J. Doe", "PERSON")], [0, 1, 2]),
        ([("William Doe", "PERSON"), ("Bill Doe", "PERSON")], [0, 0]),
        ([("Sam Doe Jr.", "PERSON"), ("Sam Doe Sr.", "PERSON")], [0, 1]),
        ([("Majid Al Amri", "PERSON"), ("Majid al-Amri", "PERSON"), ("al-Amri", "PERSON"), ("Amri", "PERSON")], [0, 0, 0, 0]),
        ([("Jan van der Berg", "PERSON"), ("Van der Berg", "PERSON"), ("Berg", "PERSON")], [0, 0, 0]),
        ([("King Olav V", "PERSON"), ("Olav", "PERSON")], [0, 0]),
        ([("José Núñez", "PERSON"), ("Nunez", "PERSON")], [0, 0]),
        ([("Liu Wen", "PERSON"), ("Liu", "PERSON")], [0, 0]),
        # the headline's, then the one who is so called before a second has the surname
        ([("Lund", "PERSON"), ("Kari Lund", "PERSON"), ("Lund", "PERSON"), ("Per Lund", "PERSON")], [0, 0, 0, 1]),
        ([("San Isidro de Arrana", "LOC"), ("San Isidro", "LOC")], [0, 0]),
        ([("Minera Altavera", "ORG"), ("Altavera", "ORG")], [0, 0]),
        ([("North Sea Patrol Force", "ORG"), ("NSPF", "ORG")], [0, 0]),
        ([("Office of Harbor Safety", "ORG"), ("OHS", "ORG"), ("O.H.S.", "ORG")], [0, 0, 0]),
        ([("United Nations", "ORG"), ("U.N.", "ORG"), ("UN", "ORG")], [0, 0, 0]),
        ([("Mercy Hospital", "ORG"), ("Mercy", "ORG")], [0, 0]),
        ([("Boston Hospital", "ORG"), ("Boston", "LOC")], [0, 1]),
        ([("Acme Motors Inc.", "ORG"), ("Acme", "ORG"), ("Acme Motors", "ORG")], [0, 0, 0]),
        ([("University of Leeds", "ORG"), ("Leeds University", "ORG"), ("Leeds", "LOC")], [0, 0, 1]),
        ([("Norway Health Ministry", "ORG"), ("Health Ministry", "ORG")], [0, 0]),
        ([("United States", "LOC"), ("U.S.", "LOC"), ("America", "LOC")], [0, 0, 0]),
        ([("Gaza Strip", "LOC"), ("Gaza", "LOC"), ("Gaza City", "LOC")], [0, 0, 1]),
        ([("Norwegian", "MISC"), ("Norwegians", "MISC"), ("Norway", "LOC")], [0, 0, 1]),
        ([("Clinton Foundation", "ORG"), ("Ann Clinton", "PERSON"), ("Clinton", "PERSON")], [0, 1, 1]),
    ],
)  # fmt: skip
def test_variants_of_a_name_are_joined_and_namesakes_are_not(
    names: list[tuple[str, str]], expected: list[int]
) -> None:
    assert chains(*names) == expected


@pytest.mark.parametrize(
    ("names", "kinds"),
    [
        ([("Kari Lundvik", "PERSON", 0.9), ("Lundvik", "ORG", 0.4)], ["Person", "Person"]),
        ([("Kari Lundvik", "PERSON", 0.9), ("Lundvik", "ORG", 0.9)], ["Person", "Organization"]),
        ([("Northmoor Resources", "ORG", 0.9), ("Northmoor", "PERSON", 0.8)], ["Organization", "Organization"]),
        ([("Minera Altavera", "ORG", 0.4), ("Altavera", "PERSON", 0.8)], ["Organization", "Organization"]),
        ([("Velda", "PERSON", 0.8), ("Veldan", "ORG", 0.3)], ["Place", "Norp"]),
        ([("Kari Velda", "PERSON", 0.9), ("Velda", "PERSON", 0.8), ("Veldan", "ORG", 0.3)], ["Person", "Person", "Organization"]),
        ([("Comet Doe", "PERSON", 0.8)], ["Other"]),
    ],
)  # fmt: skip
def test_a_longer_name_of_the_article_tells_the_kind_of_a_short_one(
    names: list[tuple[str, str, float]], kinds: list[str]
) -> None:
    uses = [NameUse(text=text, votes=vote(text, label, score)) for text, label, score in names]
    weigh_together(uses)
    assert [decide(use.votes).value for use in uses] == kinds


def test_a_title_tells_which_of_two_namesakes_is_meant() -> None:
    uses = [
        NameUse(text="Ann Doe", votes=vote("Ann Doe", "PERSON", 0.9), gender="f"),
        NameUse(text="Bob Doe", votes=vote("Bob Doe", "PERSON", 0.9), gender="m"),
        NameUse(text="Doe", votes=vote("Doe", "PERSON", 0.9), gender="m"),
    ]
    assert join_names(uses) == [0, 1, 1]


def test_titles_part_a_surname_that_two_share() -> None:
    def use(text: str, gender: str = "") -> NameUse:
        return NameUse(text=text, votes=vote(text, "PERSON", 0.9), gender=gender)

    uses = [use("Ann Doe", "f"), use("Bob Doe", "m"), use("Doe", "m"), use("Doe", "f"), use("Doe", "f")]
    assert join_names(uses) == [0, 1, 1, 0, 0]


def test_a_bracket_equates_what_letters_do_not() -> None:
    uses = [
        NameUse(text="Fiskarlaget", votes=vote("Fiskarlaget", "ORG", 0.9)),
        NameUse(text="NFA", votes=vote("NFA", "ORG", 0.9), alias_of=0),
        NameUse(text="NFA", votes=vote("NFA", "ORG", 0.9)),
    ]
    assert join_names(uses) == [0, 0, 0]


@pytest.mark.parametrize(
    ("text", "label", "kind"),
    [
        ("Kari Lund", "PERSON", EntityKind.PERSON),
        ("Mercy Hospital", "ORG", EntityKind.FACILITY),
        ("Harbor Bridge", "LOC", EntityKind.FACILITY),
        ("the Omar Brigades", "PERSON", EntityKind.ORGANIZATION),
        ("Ministry of Fish", "LOC", EntityKind.ORGANIZATION),
        ("Government of Norway", "MISC", EntityKind.ORGANIZATION),
        ("Norway", "ORG", EntityKind.PLACE),
        ("Norwegian", "LOC", EntityKind.NORP),
        ("Israelis", "LOC", EntityKind.NORP),
        ("Sunni", "MISC", EntityKind.NORP),
        ("White House", "LOC", EntityKind.ORGANIZATION),
        ("West Bank", "ORG", EntityKind.PLACE),
        ("Fisheries Act", "MISC", EntityKind.WORK),
        ("World War II", "MISC", EntityKind.OTHER),
        ("Jordan", "PERSON", EntityKind.PERSON),
        ("Jordan", "GPE", EntityKind.PLACE),
        ("Stuart Hall", "PERSON", EntityKind.PERSON),
        ("Skerry Dam", "FAC", EntityKind.FACILITY),
    ],
)
def test_the_kind_comes_from_label_and_words(text: str, label: str, kind: EntityKind) -> None:
    assert decide(vote(text, label, 0.85)) is kind


@pytest.mark.parametrize(
    ("name", "proper"),
    [
        ("Norwegian Prime Minister Kari Lund", "Kari Lund"),
        ("Secretary of State Ann Doe", "Ann Doe"),
        ("Lt. Gen. Q.R. Doe", "Q.R. Doe"),
        ("rebel spokesman Majid Al Amri", "Majid Al Amri"),
        ("Pope Leo", "Pope Leo"),
        ("John Major", "John Major"),
        ("Mr. Doe", "Doe"),
        ("Coun. Ida Doe", "Ida Doe"),
        ("Cllr . Ida Doe", "Ida Doe"),
        ("Lt Gov Ida Doe", "Ida Doe"),
        ("Det. Insp. Ida Doe", "Ida Doe"),
        ("Jan van der Berg", "Jan van der Berg"),
    ],
)
def test_titles_are_no_part_of_the_name(name: str, proper: str) -> None:
    parts = name.split()
    assert " ".join(parts[strip_titles(parts) :]) == proper


def test_a_full_stop_makes_no_title_of_a_word_that_ends_a_sentence() -> None:
    assert title_at(["President", ".", "Ida"], 0) == 1
    assert title_at(["Coun", ".", "Ida"], 0) == 2


def test_common_words_are_no_nations() -> None:
    assert not any(is_norp(word) for word in ("table", "polish", "Polishing", "green", ""))


@pytest.mark.parametrize(
    "name",
    [
        "nouns.tsv",
        "name_words.tsv",
        "norps.tsv",
        "known_names.tsv",
        "name_aliases.tsv",
        "no_names.tsv",
        "short_titles.tsv",
        "titles.tsv",
        "first_names.tsv",
        "faint_nouns.tsv",
    ],
)
def test_word_lists_are_sorted_and_without_repeats(name: str) -> None:
    first = [row[0] for row in read_rows(name)]
    assert first == sorted(set(first))
