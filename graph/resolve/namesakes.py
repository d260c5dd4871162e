"""Who shares a name and is not one: two people of one name, the Supreme Courts of two countries.

What articles say is first gathered by what agrees: a body, a country, or somebody else whom both name. What
does not hang together then is of two persons where both sides give a body or a country, and of two bodies
where the name is one that many countries have and the articles are about different countries. An article that
says nothing of the kind goes with the first.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from graph.model.terms import EntityKind


@dataclass(frozen=True, slots=True)
class Profile:
    """What one article, or several, say of somebody or something.

    Attributes:
        offices: Its offices, as keys.
        bodies: Names, as keys, of bodies and places that it belongs to, works for or leads; no countries.
        countries: ISO codes of the countries that it does so for, or is a citizen of.
        company: Full names, as keys, of the people and bodies that the article names.
        settings: ISO codes of the countries that the articles are most about, if known.
    """

    offices: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    company: frozenset[str] = frozenset()
    settings: frozenset[str] = frozenset()

    def agrees(self, other: "Profile") -> bool:
        """Tell whether both give the same body, or the same office in the same country."""
        office = self.offices & other.offices and self.countries & other.countries
        return bool(self.bodies & other.bodies or office)

    def joined(self, other: "Profile") -> "Profile":
        """Give what both say."""
        return Profile(
            self.offices | other.offices,
            self.bodies | other.bodies,
            self.countries | other.countries,
            self.company | other.company,
            self.settings | other.settings,
        )


def namesakes(kind: EntityKind, name: str, profiles: Sequence[Profile]) -> list[list[int]]:
    """Part what several articles say under one name by who it is.

    Args:
        kind: What has the name; only persons and bodies are parted.
        name: The name, as a key.
        profiles: What each article says, in the order in which they came out.

    Returns:
        Positions in `profiles`, a list for each person or body, the one named first at the head.
    """
    generic = kind is EntityKind.ORGANIZATION and set(name.split()) <= _common_words()
    if kind is not EntityKind.PERSON and not generic:
        return [list(range(len(profiles)))]
    parts: list[tuple[Profile, list[int]]] = []
    for group in _connected([set(_marks(kind, name, profile)) for profile in profiles]):
        whole = profiles[group[0]]
        for position in group[1:]:
            whole = whole.joined(profiles[position])
        for number, (other, members) in enumerate(parts):
            if not _two(kind, whole, other):
                parts[number] = (whole.joined(other), sorted(members + group))
                break
        else:
            parts.append((whole, group))
    return [members for _, members in parts]


def _two(kind: EntityKind, one: Profile, other: Profile) -> bool:
    """Tell whether profiles that have nothing in common are of two."""
    if kind is EntityKind.ORGANIZATION:
        return bool(one.settings and other.settings)
    return bool((one.bodies or one.countries) and (other.bodies or other.countries))


def _marks(kind: EntityKind, name: str, profile: Profile) -> Iterator[tuple[str, ...]]:
    """Give what shows that two articles mean the same one."""
    yield from (("with", other) for other in profile.company - {name})
    if kind is EntityKind.ORGANIZATION:
        yield from (("in", country) for country in profile.settings)
        return
    yield from (("of", body) for body in profile.bodies | profile.countries)
    # one body by two names: the captain of Kest Rovers, the captain of the Rovers
    for body in profile.bodies:
        for word in set(body.split()) - _common_words():
            yield from (("as", office, word) for office in profile.offices)


def _connected(marks: Sequence[set[tuple[str, ...]]]) -> list[list[int]]:
    """Group positions that share marks, directly or over others; groups by their first member."""
    home = list(range(len(marks)))
    first: dict[tuple[str, ...], int] = {}

    def find(position: int) -> int:
        while home[position] != position:
            home[position] = home[home[position]]
            position = home[position]
        return position

    for position, found in enumerate(marks):
        for mark in found:
            one, other = find(first.setdefault(mark, position)), find(position)
            home[max(one, other)] = min(one, other)
    groups: dict[int, list[int]] = {}
    for position in range(len(marks)):
        groups.setdefault(find(position), []).append(position)
    return list(groups.values())


@cache
def _common_words() -> frozenset[str]:
    text = (
        resources.files("graph.resolve").joinpath("resources/common_bodies.txt").read_text(encoding="utf-8")
    )
    return frozenset(line for line in text.split("\n") if line and not line.startswith("#"))
