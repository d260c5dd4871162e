"""Join the names of one article that stand for one thing; works on plain strings."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from graph.extract.kinds import BODY_LEADS, Votes, decide, is_generic, is_norp
from graph.extract.lexicon import read_map, read_rows
from graph.extract.names import name_key
from graph.extract.titles import PARTICLES, title_class
from graph.gazetteer import Gazetteer, fold_name
from graph.model.terms import EntityKind

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_LINKING = frozenset({"of", "the", "and", "for", "in", "de", "du", "la", "on", "to", "des", "&"})
_TELLING = (["de"], ["del"], ["di"], ["am"], ["an"], ["upon"], ["on"], ["sur"])
_ARTICLES = frozenset({"al", "el", "as", "ad", "ar", "ash", "an", "at"})


@dataclass(frozen=True, slots=True, kw_only=True)
class NameUse:
    """One mention of a name: its words, the votes for its kind, and the mention that it is equated with."""

    text: str
    votes: Votes
    gender: str = ""
    alias_of: int | None = None


@dataclass(slots=True, kw_only=True, eq=False)
class _Unit:
    """All mentions with one key."""

    key: str
    text: str
    first: int
    votes: Votes = field(default_factory=dict)
    genders: set[str] = field(default_factory=set)
    uses: list[int] = field(default_factory=list)

    @property
    def kind(self) -> EntityKind:
        return decide(self.votes)

    @property
    def words(self) -> list[str]:
        return self.key.split()


def join_names(uses: Sequence[NameUse]) -> list[int]:
    """Give each mention the number of its chain; chains are numbered in order of first mention."""
    units: dict[str, _Unit] = {}
    of_use: list[_Unit] = []
    for index, use in enumerate(uses):
        key = _canonical(use.text)
        unit = units.setdefault(key, _Unit(key=key, text=use.text, first=index))
        for kind, weight in use.votes.items():
            unit.votes[kind] = unit.votes.get(kind, 0.0) + weight
        unit.genders |= {use.gender} - {""}
        unit.uses.append(index)
        of_use.append(unit)
    joined = _Joined(list(units.values()))
    for index, use in enumerate(uses):
        if use.alias_of is not None:
            joined.union(of_use[use.alias_of], of_use[index])
    _join_full_persons(joined)
    _join_short_persons(joined)
    _join_acronyms(joined)
    _join_short_bodies(joined)
    numbers: dict[str, int] = {}
    return [numbers.setdefault(joined.root(unit).key, len(numbers)) for unit in of_use]


class _Joined:
    """Units in disjoint sets; the root is the one first mentioned."""

    def __init__(self, units: list[_Unit]) -> None:
        self.units = units
        self._above: dict[str, _Unit] = {}

    def root(self, unit: _Unit) -> _Unit:
        while unit.key in self._above:
            unit = self._above[unit.key]
        return unit

    def union(self, first: _Unit, second: _Unit) -> None:
        one, two = self.root(first), self.root(second)
        if one is not two:
            low, high = sorted((one, two), key=lambda unit: unit.first)
            self._above[high.key] = low

    def roots(self, units: Sequence[_Unit]) -> list[_Unit]:
        return list({self.root(unit).key: self.root(unit) for unit in units}.values())


@cache
def _aliases() -> dict[str, str]:
    return {fold_name(row[0]): fold_name(row[1]) for row in read_rows("place_aliases.tsv")}


def _canonical(text: str) -> str:
    key = name_key(text)
    return _aliases().get(key, key)


def _join_full_persons(joined: _Joined) -> None:
    """Variants of a full name: initials, middle names, nicknames; not where a third person could be meant."""
    full = [unit for unit in joined.units if unit.kind is EntityKind.PERSON and len(_core(unit)) > 1]
    for index, unit in enumerate(full):
        matches = [other for other in full[:index] if _same_person(unit, other)]
        if len(joined.roots(matches)) == 1:
            joined.union(matches[0], unit)


def _core(unit: _Unit) -> list[str]:
    words = unit.words
    kept = [
        word for word in words if word not in _SUFFIXES and not (len(words) > 1 and set(word) <= set("ivx"))
    ]
    while len(kept) > 1 and title_class(kept[:1]) == "royal":
        kept = kept[1:]
    return kept or words


def _same_person(one: _Unit, two: _Unit) -> bool:
    suffixes = {*one.words} & _SUFFIXES, {*two.words} & _SUFFIXES
    if all(suffixes) and suffixes[0] != suffixes[1]:
        return False
    first, second = _core(one), _core(two)
    if first[-1] != second[-1] or not _same_first(first[0], second[0]):
        return False
    middles = sorted((first[1:-1], second[1:-1]), key=len)
    short = [word for word in middles[0] if word not in PARTICLES]
    return all(any(_same_first(word, other) for other in middles[1]) for word in short)


def _same_first(one: str, two: str) -> bool:
    if one == two or (min(len(one), len(two)) == 1 and one[0] == two[0]):
        return True
    return (one.title(), two.title()) in _nicknames() or (two.title(), one.title()) in _nicknames()


@cache
def _nicknames() -> frozenset[tuple[str, str]]:
    return frozenset((row[0], row[1]) for row in read_rows("nicknames.tsv"))


def _join_short_persons(joined: _Joined) -> None:
    """A surname or first name goes with the full name, if only one person of the article has it."""
    people = [unit for unit in joined.units if unit.kind is EntityKind.PERSON]
    full = [unit for unit in people if len(_without_article(_core(unit))) > 1]
    for index, unit in enumerate(people):
        # "King Olav V", "Olav"
        same = [other for other in people[:index] if _core(other) == _core(unit) and len(_core(unit)) == 1]
        if same:
            joined.union(same[0], unit)
    for unit in people:
        core = _without_article(_core(unit))
        if len(core) != 1:
            continue
        for position in (-1, 0):
            matches = [other for other in full if _without_article(_core(other))[position] == core[0]]
            target = _only(joined, matches, unit)
            if target is not None:
                joined.union(target, unit)
            if matches:
                break


def _without_article(words: list[str]) -> list[str]:
    """Leave out particles in front of the surname, so that "al Ansari" is a surname only."""
    return [word for at, word in enumerate(words) if word not in PARTICLES or (at == 0 and len(words) == 1)]


def _only(joined: _Joined, matches: list[_Unit], unit: _Unit) -> _Unit | None:
    """The one person that a short name can mean: by gender, then by who had been named before."""
    told = unit.genders
    if len(told) == 1:
        matches = [other for other in matches if not other.genders or other.genders & told] or matches
    roots = joined.roots(matches)
    if len(roots) == 1:
        return roots[0]
    # a headline may give the surname before the name in full
    named = (joined.roots([other for other in matches if other.first < at]) for at in unit.uses)
    before = next((roots for roots in named if roots), [])
    return before[0] if len(before) == 1 else None


def _join_acronyms(joined: _Joined) -> None:
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


def _join_short_bodies(joined: _Joined) -> None:
    """Join "Mercy" with "Mercy Hospital", where one only can be meant."""
    bodies = [u for u in joined.units if u.kind not in {EntityKind.PERSON, EntityKind.NORP}]
    # the longer first, so that "Acme" finds "Acme Motors" and "Acme Motors Inc." already one
    for unit in sorted(bodies, key=lambda body: (-len(body.words), body.first)):
        shortens = _shortens_place if _is_place_name(unit) else _shortens
        matches = [other for other in bodies if other is not unit and shortens(unit, other)]
        roots = joined.roots(matches)
        if len(roots) == 1:
            joined.union(roots[0], unit)


def _is_place_name(unit: _Unit) -> bool:
    return Gazetteer.load().is_place(unit.text) or is_norp(unit.text)


def _shortens_place(short: _Unit, long: _Unit) -> bool:
    """Tell whether a place is the other without what tells it from namesakes ("Frankfurt am Main")."""
    one, two = short.words, long.words
    places = short.kind is EntityKind.PLACE and long.kind is EntityKind.PLACE
    return places and two[: len(one)] == one and two[len(one) : len(one) + 1] in _TELLING


def _shortens(short: _Unit, long: _Unit) -> bool:
    one, two = short.words, long.words
    bare_one = sorted(word for word in one if word not in _LINKING)
    if len(one) > 1 and bare_one == sorted(word for word in two if word not in _LINKING):
        return True
    if len(one) >= len(two):
        return False
    if two[1:] == one and two[0].title() in BODY_LEADS and short.kind is long.kind:
        return True
    if two[: len(one)] == one:
        rest = two[len(one) :]
        if all(is_generic(word) or word in _LINKING for word in rest):
            return True
        # "the Mossad intelligence agency" for "Mossad"
        return rest[-1] in {"agency", "group", "network", "party", "movement"} and short.kind is long.kind
    if two[-len(one) :] == one and len(one) > 1 and short.kind is long.kind:
        before = " ".join(two[: len(two) - len(one)])
        gazetteer = Gazetteer.load()
        return gazetteer.is_place(before) or is_norp(before.title()) or before in {"us", "uk", "un", "eu"}
    return False


def gender_of_name(text: str) -> str:
    """The gender that a first name suggests (m, f), else empty."""
    words = text.split()
    return read_map("first_names.tsv").get(words[0], "") if len(words) > 1 else ""


__all__ = ["NameUse", "gender_of_name", "join_names"]
