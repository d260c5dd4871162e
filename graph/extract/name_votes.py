"""Votes that the names of one article cast for each other's kind."""

from collections.abc import Sequence

from graph.extract.chains import NameUse
from graph.extract.kinds import BODY_LEADS, decide, is_generic
from graph.extract.lexicon import read_map
from graph.gazetteer import Gazetteer
from graph.model.terms import EntityKind

_SURE = 0.6
_VOTE = 1.0
_BODIES = frozenset({EntityKind.ORGANIZATION, EntityKind.FACILITY})
_PEOPLE_ENDINGS = ("n", "an", "ian", "i", "ese")


def weigh_together(uses: Sequence[NameUse]) -> None:
    """Add votes, in place, to short names that a longer or derived name of the article explains.

    - A single word of no sure kind that is the surname of a person named in full is that person: "the Doe
      campaign" is faintly a body to the reader.
    - The words of a body without its kind word are that body ("Northmoor" beside "Northmoor Resources").
    - A name beside its adjective is a place, and the adjective a people ("Velda", "Veldan").

    Names that the gazetteer knows as places are left alone.
    """
    surnames = {words[-1] for words in _words(uses, EntityKind.PERSON) if len(words) > 1}
    bodies = {short: kind for kind in sorted(_BODIES) for short in _short_bodies(uses, kind)}
    texts = {use.text for use in uses} - surnames - set(bodies) - set(read_map("first_names.tsv"))
    faint = {use.text for use in uses if not _sure(use)} & texts
    nations = {text: land for land in sorted(texts) for text in _adjectives(land) if text in faint}
    for use in uses:
        if Gazetteer.load().is_place(use.text):
            continue
        if use.text in surnames:
            _add(use, EntityKind.PERSON, 0.0 if _sure(use) else _SURE)
        elif use.text in bodies:
            _add(use, bodies[use.text], _VOTE)
        elif use.text in nations:
            _add(use, EntityKind.NORP, _VOTE)
        elif use.text in nations.values():
            _add(use, EntityKind.PLACE, _VOTE)


def _words(uses: Sequence[NameUse], kind: EntityKind) -> list[list[str]]:
    return [use.text.split() for use in uses if decide(use.votes) is kind]


def _short_bodies(uses: Sequence[NameUse], kind: EntityKind) -> list[str]:
    found = []
    for words in _words(uses, kind):
        if words[0] in BODY_LEADS and len(words) > 1:
            found.append(" ".join(words[1:]))
        short = list(words)
        while len(short) > 1 and is_generic(short[-1]):
            short.pop()
        if len(short) < len(words) and not is_generic(short[-1]):
            found.append(" ".join(short))
    return found


def _adjectives(land: str) -> list[str]:
    return [land + ending for ending in _PEOPLE_ENDINGS] if len(land) > 3 and land.isalpha() else []


def _sure(use: NameUse) -> bool:
    return max(use.votes.values(), default=0.0) >= _SURE


def _add(use: NameUse, kind: EntityKind, weight: float) -> None:
    if weight:
        use.votes[kind] = use.votes.get(kind, 0.0) + weight
