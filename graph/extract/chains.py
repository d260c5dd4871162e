"""Join the names of one article that stand for one thing; works on plain strings."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from graph.extract.kinds import BODY_LEADS, Votes, decide, is_generic, is_known, is_norp
from graph.extract.lexicon import read_rows
from graph.extract.name_units import Joined, Unit
from graph.extract.names import name_key
from graph.extract.person_chains import (
    core_words,
    join_full_persons,
    join_misspelt_surnames,
    join_short_persons,
    one_person,
)
from graph.extract.surnames import meant_by_surnames
from graph.gazetteer import Gazetteer, fold_name
from graph.model.terms import EntityKind

_LINKING = frozenset({"of", "the", "and", "for", "in", "de", "du", "la", "on", "to", "des", "&"})
_TELLING = (["de"], ["del"], ["di"], ["am"], ["an"], ["upon"], ["on"], ["sur"])


@dataclass(frozen=True, slots=True, kw_only=True)
class NameUse:
    """One mention of a name: its words, the votes for its kind, and the mention that it is equated with."""

    text: str
    votes: Votes
    gender: str = ""
    alias_of: int | None = None


def join_names(uses: Sequence[NameUse]) -> list[int]:
    """Give each mention the number of its chain; chains are numbered in order of first mention."""
    units: dict[str, Unit] = {}
    of_use: list[Unit] = []
    meant = _meant(uses)
    for index, use in enumerate(uses):
        name = _canonical(use.text)
        # a surname that two persons share is as many units
        key = f"{name} {meant[index]}" if index in meant else name
        unit = units.setdefault(key, Unit(key=key, name=name, text=use.text, first=index))
        for kind, weight in use.votes.items():
            unit.votes[kind] = unit.votes.get(kind, 0.0) + weight
        unit.genders |= {use.gender} - {""}
        unit.uses.append(index)
        of_use.append(unit)
    joined = Joined(list(units.values()))
    for index, use in enumerate(uses):
        if use.alias_of is not None:
            joined.union(of_use[use.alias_of], of_use[index])
    for index, full in meant.items():
        joined.union(of_use[full], of_use[index])
    join_full_persons(joined)
    join_short_persons(joined)
    join_misspelt_surnames(joined)
    _join_acronyms(joined)
    _join_short_bodies(joined)
    numbers: dict[str, int] = {}
    return [numbers.setdefault(joined.root(unit).key, len(numbers)) for unit in of_use]


@cache
def _aliases() -> dict[str, str]:
    rows = (*read_rows("place_aliases.tsv"), *read_rows("name_aliases.tsv"))
    return {fold_name(row[0]): fold_name(row[1]) for row in rows}


def _canonical(text: str) -> str:
    key, gazetteer = name_key(text), Gazetteer.load()
    land = gazetteer.demonym(text)
    if land is not None and gazetteer.country(text) is None:
        # "Swedes" are the Swedish
        return f"people of {land.lower()}"
    return _aliases().get(key, key)


def _meant(uses: Sequence[NameUse]) -> dict[int, int]:
    """The first full name of the person whom each shared surname means."""
    votes: dict[str, Votes] = {}
    for use in uses:
        total = votes.setdefault(_canonical(use.text), {})
        for kind, weight in use.votes.items():
            total[kind] = total.get(kind, 0.0) + weight
    people = {key for key, total in votes.items() if decide(total) is EntityKind.PERSON}
    keys = [_canonical(use.text) for use in uses]
    words = [core_words(key.split()) if key in people else [] for key in keys]
    return meant_by_surnames(words, [use.gender for use in uses], one_person)


def _join_acronyms(joined: Joined) -> None:
    bodies = [unit for unit in joined.units if len(unit.words) > 1 and unit.kind is not EntityKind.PERSON]
    for unit in joined.units:
        letters = unit.text.replace(".", "").removesuffix("s")
        if " " in unit.text.strip() or not letters.isupper() or not 2 <= len(letters) <= 7:
            continue
        matches = joined.roots([other for other in bodies if letters.lower() in _initials(other.words)])
        if len(matches) == 1:
            joined.union(matches[0], unit)


def _initials(words: list[str]) -> set[str]:
    every = "".join(word[0] for word in words)
    return {every, "".join(word[0] for word in words if word not in _LINKING)} if len(words) > 1 else set()


def _join_short_bodies(joined: Joined) -> None:
    """Join "Mercy" with "Mercy Hospital", where one only can be meant."""
    bodies = [u for u in joined.units if u.kind not in {EntityKind.PERSON, EntityKind.NORP}]
    # the longer first, so that "Acme" finds "Acme Motors" and "Acme Motors Inc." already one
    for unit in sorted(bodies, key=lambda body: (-len(body.words), body.first)):
        shortens = _shortens_place if _is_place_name(unit) else _shortens
        matches = [other for other in bodies if other is not unit and shortens(unit, other)]
        roots = joined.roots(matches)
        if len(roots) == 1:
            joined.union(roots[0], unit)


def _is_place_name(unit: Unit) -> bool:
    return Gazetteer.load().is_place(unit.text) or is_norp(unit.text)


def _shortens_place(short: Unit, long: Unit) -> bool:
    """Tell whether a place is the other without what tells it from namesakes ("Frankfurt am Main")."""
    one, two = short.words, long.words
    places = short.kind is EntityKind.PLACE and long.kind is EntityKind.PLACE
    return places and two[: len(one)] == one and two[len(one) : len(one) + 1] in _TELLING


def _shortens(short: Unit, long: Unit) -> bool:
    one, two = short.words, long.words
    bare_one = sorted(word for word in one if word not in _LINKING)
    if len(one) > 1 and bare_one == sorted(word for word in two if word not in _LINKING):
        return True
    if len(one) >= len(two):
        return False
    if two[-1:] == one and short.kind is long.kind is EntityKind.ORGANIZATION and is_known(short.text):
        # "U.S. Senate", "Senate"
        return _is_of_nation(two[:-1])
    if two[1:] == one and two[0].title() in BODY_LEADS and short.kind is long.kind:
        return True
    if two[: len(one)] == one:
        rest = two[len(one) :]
        if all(is_generic(word) or word in _LINKING for word in rest):
            return True
        # "the Mossad intelligence agency" for "Mossad"
        return rest[-1] in {"agency", "group", "network", "party", "movement"} and short.kind is long.kind
    if two[-len(one) :] == one and len(one) > 1 and short.kind is long.kind:
        return _is_of_nation(two[: len(two) - len(one)])
    return False


def _is_of_nation(words: list[str]) -> bool:
    before = " ".join(words)
    known = Gazetteer.load().is_place(before) or is_norp(before.title())
    return known or before in {"us", "u.s.", "uk", "u.k.", "un", "eu"}
