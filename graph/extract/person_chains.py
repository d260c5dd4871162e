"""Join the names of persons that stand for one: full names, surnames, first names, initials, misspellings."""

from difflib import SequenceMatcher
from functools import cache

from graph.extract.lexicon import read_map, read_rows
from graph.extract.name_units import Joined, Unit
from graph.extract.titles import PARTICLES, title_class
from graph.model.terms import EntityKind

_LONG, _ALIKE = 6, 0.85
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


def join_full_persons(joined: Joined) -> None:
    """Variants of a full name: initials, middle names, nicknames; not where a third person could be meant."""
    full = [unit for unit in joined.units if unit.kind is EntityKind.PERSON and len(_core(unit)) > 1]
    for index, unit in enumerate(full):
        matches = [other for other in full[:index] if _same_person(unit, other)]
        if len(joined.roots(matches)) == 1:
            joined.union(matches[0], unit)


def _core(unit: Unit) -> list[str]:
    return core_words(unit.words)


def core_words(words: list[str]) -> list[str]:
    """The words of a person's name without suffixes, numbers and royal titles."""
    kept = [
        word for word in words if word not in _SUFFIXES and not (len(words) > 1 and set(word) <= set("ivx"))
    ]
    while len(kept) > 1 and title_class(kept[:1]) == "royal":
        kept = kept[1:]
    return kept or words


def _same_person(one: Unit, two: Unit) -> bool:
    suffixes = {*one.words} & _SUFFIXES, {*two.words} & _SUFFIXES
    # the father is named before "Jo Doe Jr.", who may leave his suffix off later
    later, earlier = suffixes if one.first > two.first else suffixes[::-1]
    if later and later != earlier:
        return False
    return one_person(_core(one), _core(two))


def one_person(first: list[str], second: list[str]) -> bool:
    """Tell whether two full names, as core words, can be one person's."""
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


def join_short_persons(joined: Joined) -> None:
    """A surname or first name goes with the full name, if only one person of the article has it."""
    people = [unit for unit in joined.units if unit.kind is EntityKind.PERSON]
    full = [unit for unit in people if len(_without_article(_core(unit))) > 1]
    # the uses of a surname that two share have been told apart already
    people = [unit for unit in people if unit.key == unit.name]
    for index, unit in enumerate(people):
        # "King Olav V", "Olav"
        same = [other for other in people[:index] if _core(other) == _core(unit) and len(_core(unit)) == 1]
        if same:
            joined.union(same[0], unit)
    for unit in people:
        core = _without_article(_core(unit))
        if len(core) > 1:
            # "Lopez Prado" of "Ana Maria Lopez Prado"
            longer = [other for other in full if _ends_with(_core(other), _core(unit))]
            if len(joined.roots(longer)) == 1:
                joined.union(longer[0], unit)
            continue
        for position in (-1, 0):
            matches = [other for other in full if _without_article(_core(other))[position] == core[0]]
            suffix = {*unit.words} & _SUFFIXES
            if suffix:
                matches = [other for other in matches if {*other.words} & suffix]
            target = _only(joined, matches, unit)
            if target is not None:
                joined.union(target, unit)
            if matches:
                break


def _ends_with(long: list[str], short: list[str]) -> bool:
    return len(short) < len(long) and long[-len(short) :] == short


def join_misspelt_surnames(joined: Joined) -> None:
    """A surname that nobody has goes with the one full name whose surname is all but the same."""
    people = [unit for unit in joined.units if unit.kind is EntityKind.PERSON]
    full = [unit for unit in people if len(_core(unit)) > 1]
    for unit in people:
        core = _core(unit)
        if len(core) > 1 or len(core[0]) < _LONG or joined.root(unit) is not unit:
            continue
        if any(joined.root(other) is unit for other in people if other is not unit):
            continue
        near = [other for other in full if other.first < unit.first and _alike(_core(other)[-1], core[0])]
        if len(joined.roots(near)) == 1:
            joined.union(near[0], unit)


def _alike(one: str, two: str) -> bool:
    alike = SequenceMatcher(None, one, two, autojunk=False).ratio() >= _ALIKE
    return one[0] == two[0] and len(one) >= _LONG and alike


def _without_article(words: list[str]) -> list[str]:
    """Leave out particles in front of the surname, so that "al Ansari" is a surname only."""
    return [word for at, word in enumerate(words) if word not in PARTICLES or (at == 0 and len(words) == 1)]


def _only(joined: Joined, matches: list[Unit], unit: Unit) -> Unit | None:
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


def gender_of_name(text: str) -> str:
    """The gender that a first name suggests (m, f), else empty."""
    words = text.split()
    return read_map("first_names.tsv").get(words[0], "") if len(words) > 1 else ""
