"""What kind of thing a name stands for: the reader's label weighed against the words of the name.

Weights are votes, not probabilities; they were set by reading the errors on the dev part of the GUM corpus. A
name has one kind in an article: votes are summed over all its mentions.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from spacy.tokens import Doc

from graph.extract.lexicon import read_map, read_rows
from graph.gazetteer import Gazetteer, fold_name
from graph.model.terms import EntityKind

Votes = dict[EntityKind, float]

_KINDS = {kind.value: kind for kind in EntityKind}
LABELS: Mapping[str, EntityKind | None] = {
    "PERSON": EntityKind.PERSON,
    "PER": EntityKind.PERSON,
    "ORG": EntityKind.ORGANIZATION,
    "LOC": EntityKind.PLACE,
    "GPE": EntityKind.PLACE,
    "FAC": EntityKind.FACILITY,
    "NORP": EntityKind.NORP,
    "WORK_OF_ART": EntityKind.WORK,
    "LAW": EntityKind.WORK,
    "EVENT": EntityKind.OTHER,
    "PRODUCT": EntityKind.OTHER,
    "LANGUAGE": EntityKind.OTHER,
    "MISC": EntityKind.OTHER,
    "DATE": None,
    "TIME": None,
    "PERCENT": None,
    "MONEY": None,
    "QUANTITY": None,
    "ORDINAL": None,
    "CARDINAL": None,
}
_CORPORATE = frozenset(
    {"inc", "corp", "co", "ltd", "llc", "plc", "company", "corporation", "sa", "ag", "nv", "gmbh"}
)
_LEADS = frozenset({"Asteroid", "Comet", "Cyclone", "Hurricane", "Operation", "Storm", "Typhoon"})
# kind words of bodies that stand first in Romance languages
BODY_LEADS = frozenset(
    {"Agencia", "Agence", "Banco", "Banque", "Compagnie", "Grupo", "Groupe", "Minera", "Partido", "Prensa"}
    | {"Radio", "Universidad", "Université"}
)
_KNOWN, _DEMONYM, _COUNTRY, _WORD, _CITY, _PERSONAL = 3.0, 3.0, 2.0, 2.0, 0.7, 0.8


@cache
def _name_words() -> dict[str, EntityKind]:
    return {word.lower(): _KINDS[kind] for word, kind in read_map("name_words.tsv").items()}


@cache
def _known_names() -> dict[str, EntityKind]:
    return {fold_name(row[0]): _KINDS[row[1]] for row in read_rows("known_names.tsv")}


@cache
def _norps() -> frozenset[str]:
    return frozenset(row[0].lower() for row in read_rows("norps.tsv"))


def is_norp(text: str) -> bool:
    """Tell whether a word stands for a nation, people, religion or political colour ("Israelis", "Sunni")."""
    if Gazetteer.load().demonym(text) is not None:
        return True
    word = text.lower()
    return text[:1].isupper() and (word in _norps() or word.removesuffix("s") in _norps())


def is_known(text: str) -> bool:
    """Tell whether a name is one of those whose kind news takes for granted ("Senate", "NATO")."""
    return known_kind(text) is not None


def known_kind(text: str) -> EntityKind | None:
    """The kind of a name that news takes for granted."""
    return _known_names().get(fold_name(text))


@cache
def known_phrases() -> dict[str, tuple[int, ...]]:
    """First word of each such name, with the numbers of words that they have, longest first."""
    lengths: dict[str, set[int]] = {}
    for row in read_rows("known_names.tsv"):
        words = row[0].replace("-", " - ").split()
        lengths.setdefault(words[0], set()).add(len(words))
    return {word: tuple(sorted(found, reverse=True)) for word, found in lengths.items()}


def key_word(words: Sequence[str]) -> str:
    """The word of a name that tells its kind: before "of" or "for", else the last that is no company form.

    >>> key_word(["Ministry", "of", "Finance"]), key_word(["Acme", "Motors", "Inc."])
    ('Ministry', 'Motors')
    """
    for index, word in enumerate(words):
        if index and word.lower() in {"of", "for"}:
            return words[index - 1]
    kept = [word for word in words if word.rstrip(".").lower() not in _CORPORATE] or list(words)
    return kept[-1] if kept else ""


def word_kind(word: str) -> EntityKind | None:
    """The kind that a word tells at the end of a name ("Hospital" a facility), if any."""
    return _name_words().get(word.rstrip(".").lower())


def is_generic(word: str) -> bool:
    """Tell whether a word of a name is a common kind word or company form ("Hospital", "Inc.")."""
    bare = word.rstrip(".").lower()
    return bare in _name_words() or bare in _CORPORATE


def vote(text: str, label: str, score: float, *, titled: bool = False, quoted: bool = False) -> Votes:
    """Weigh the evidence for each kind of one mention of a name.

    Args:
        text: The name, already trimmed.
        label: The reader's label, of our scheme or of OntoNotes.
        score: The reader's confidence.
        titled: Whether a person's title stands before it.
        quoted: Whether it stands in quotation marks.
    """
    votes: Votes = {}

    def add(kind: EntityKind, weight: float) -> None:
        votes[kind] = votes.get(kind, 0.0) + weight

    prior = LABELS.get(label, EntityKind.OTHER)
    person = prior is EntityKind.PERSON
    if prior is not None:
        add(prior, score * (0.5 if label == "MISC" else 1.0))
    words = text.split()
    key, gazetteer = fold_name(text), Gazetteer.load()
    if titled:
        add(EntityKind.PERSON, 1.5)
    if quoted and label == "MISC":
        add(EntityKind.WORK, 0.7)
    known = _known_names().get(key)
    if known is not None:
        add(known, _KNOWN)
    if is_norp(text) and gazetteer.country(text) is None:
        add(EntityKind.NORP, _DEMONYM)
    elif known is None:
        _add_place_and_word(add, text, words, person=person, label=label)
    if person and len(words) > 1 and words[0] in read_map("first_names.tsv"):
        add(EntityKind.PERSON, _PERSONAL)
    return votes


def _add_place_and_word(
    add: Callable[[EntityKind, float], None], text: str, words: Sequence[str], *, person: bool, label: str
) -> None:
    places = Gazetteer.load().places(text)
    if places and places[0].kind != "city":
        # Jordan and Chad are persons as well
        add(EntityKind.PLACE, 0.5 if person else _COUNTRY)
        return
    if places and not person:
        add(EntityKind.PLACE, 0.3 if label == "ORG" else _CITY)
    if len(words) > 1 and words[0] in _LEADS:
        add(EntityKind.OTHER, _WORD)
    if len(words) > 1 and words[0] in BODY_LEADS:
        add(EntityKind.ORGANIZATION, _WORD)
    by_word = _name_words().get(key_word(words).rstrip(".").lower())
    if by_word is not None and len(words) > 1:
        add(by_word, 1.0 if person else _WORD)
    if any(word.rstrip(".").lower() in _CORPORATE for word in words[1:]):
        add(EntityKind.ORGANIZATION, _WORD)


def decide(votes: Votes) -> EntityKind:
    """The kind with most votes; ties go to the kind that comes first in `EntityKind`."""
    return max(EntityKind, key=lambda kind: votes.get(kind, 0.0)) if votes else EntityKind.OTHER


def in_quotes(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a token range stands alone in quotation marks."""
    opening = doc[start - 1].text if start else ""
    closing = doc[end].text if end < len(doc) else ""
    return opening in {"“", '"', "‘", "``", "'"} and closing in {"”", '"', "’", "''", "'", ",”", ","}
