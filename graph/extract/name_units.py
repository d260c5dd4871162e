"""Mentions of names with one spelling, and the sets of them that stand for one thing."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.extract.kinds import Votes, decide
from graph.model.terms import EntityKind


@dataclass(slots=True, kw_only=True, eq=False)
class Unit:
    """All mentions with one key."""

    key: str
    name: str
    text: str
    first: int
    votes: Votes = field(default_factory=dict)
    genders: set[str] = field(default_factory=set)
    uses: list[int] = field(default_factory=list)

    @property
    def kind(self) -> EntityKind:
        """The kind that all mentions together vote for."""
        return decide(self.votes)

    @property
    def words(self) -> list[str]:
        """The words of the name, folded."""
        return self.name.split()


class Joined:
    """Units in disjoint sets; the root is the one first mentioned."""

    def __init__(self, units: list[Unit]) -> None:
        self.units = units
        self._above: dict[str, Unit] = {}

    def root(self, unit: Unit) -> Unit:
        """The first mentioned of those that stand for the same thing."""
        while unit.key in self._above:
            unit = self._above[unit.key]
        return unit

    def union(self, first: Unit, second: Unit) -> None:
        """Note that two units stand for one thing."""
        one, two = self.root(first), self.root(second)
        if one is not two:
            low, high = sorted((one, two), key=lambda unit: unit.first)
            self._above[high.key] = low

    def roots(self, units: Sequence[Unit]) -> list[Unit]:
        """The different things that some units stand for."""
        return list({self.root(unit).key: self.root(unit) for unit in units}.values())
