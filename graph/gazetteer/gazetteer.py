"""Places of the world by name, and the choice among namesakes.

Data: GeoNames (https://www.geonames.org), CC BY 4.0; see `data/README.md`.
"""

import gzip
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from importlib import resources

from graph.gazetteer.names import fold_name
from graph.model.knowledge import GazetteerLink
from graph.model.terms import EntityKind

# A city that a reader knows without being told the country has about a million inhabitants.
_FAMOUS = 1_000_000
# States whose bare name means the city in news.
_CITY_BEFORE_STATE = frozenset({"washington", "new york"})


@dataclass(frozen=True, slots=True)
class Place:
    """One place of GeoNames; `kind` is country, region, continent or city; `country` an ISO 3166 code."""

    kind: str
    geonames: int
    names: tuple[str, ...]
    country: str
    admin1: str
    latitude: float
    longitude: float
    population: int
    demonyms: tuple[str, ...]

    @property
    def name(self) -> str:
        """The main name."""
        return self.names[0]


class Gazetteer:
    """Look-up of places and demonyms. Make it once with `Gazetteer.load()` and share it; it never changes."""

    def __init__(self, lines: Collection[str]) -> None:
        """Index the lines of the data file; see `data/README.md` for the columns."""
        self._lines: dict[str, list[str]] = {}
        self._demonyms: dict[str, str] = {}
        for line in lines:
            if line.startswith("#"):
                continue
            names = line.split("\t", 3)[2]
            for name in names.split("|"):
                key = name.lower() if name.isascii() and name.isalpha() else fold_name(name)
                self._lines.setdefault(key, []).append(line)
            if not line.endswith("\t"):
                fields = line.split("\t")
                for word in fields[8].split("|"):
                    self._demonyms.setdefault(word, fields[3])
                    if not word.endswith(("s", "sh", "ch", "se", "men")) and "." not in word:
                        self._demonyms.setdefault(word + "s", fields[3])

    @staticmethod
    @cache
    def load() -> "Gazetteer":
        """Read the packaged data; the first call takes about a fifth of a second."""
        packed = resources.files("graph.gazetteer").joinpath("data/places.tsv.gz").read_bytes()
        return Gazetteer(gzip.decompress(packed).decode().splitlines())

    def places(self, name: str) -> tuple[Place, ...]:
        """All places of this name, countries first, then regions, then cities by population."""
        return tuple(_parse(line) for line in self._lines.get(fold_name(name), ()))

    def is_place(self, name: str) -> bool:
        """Tell whether some place has this name."""
        return fold_name(name) in self._lines

    def country(self, name: str) -> str | None:
        """The ISO code of the country of this name, else None."""
        return next((place.country for place in self.places(name) if place.kind == "country"), None)

    def demonym(self, word: str) -> str | None:
        """The ISO code of the country that an adjective or noun of nationality belongs to ("Israelis")."""
        return self._demonyms.get(word)

    def link(
        self,
        name: str,
        kind: EntityKind,
        context_countries: Collection[str] = (),
        *,
        container: str | None = None,
    ) -> GazetteerLink | None:
        """Choose the place that a name stands for.

        Args:
            name: As written; a trailing container ("Paris, Texas") is understood.
            kind: Only `PLACE` is linked: facilities and organizations named after places are no places.
            context_countries: ISO codes of the countries that the article speaks of, the most frequent first.
            container: Name of the country or region that the text puts it in.

        Returns:
            The link with a confidence: 0.97 for a country, region or continent; 0.95 where a container
            agrees; 0.9 for the only city of that name or the one in a country that the article names;
            otherwise by population, 0.5 to 0.85; None where nothing is known or a container contradicts
            every candidate.
        """
        if kind is not EntityKind.PLACE:
            return None
        candidates = self.places(name)
        if not candidates and "," in name:
            name, _, tail = name.partition(",")
            candidates, container = self.places(name), tail.strip() or container
        if not candidates:
            return None
        if container:
            inside = [place for place in candidates if self._lies_in(place, container)]
            if inside:
                return _link(inside[0], 0.95)
            if self.is_place(container) or _state(container):
                return None
        return self._choose(candidates, tuple(context_countries))

    def _choose(self, candidates: tuple[Place, ...], context: tuple[str, ...]) -> GazetteerLink:
        first, cities = candidates[0], [place for place in candidates if place.kind == "city"]
        near = sorted(
            (place for place in cities if place.country in context),
            key=lambda place: (-place.population, context.index(place.country)),
        )
        if first.kind != "city":
            # Georgia the country or the state: the state only where the article speaks of its country alone
            others = [place for place in candidates if place.kind in ("region", "country")]
            told = [place for place in others if place.country in context]
            if cities and fold_name(first.name) in _CITY_BEFORE_STATE:
                return _link(cities[0], 0.8)
            return _link(told[0] if told else first, 0.97 if len(others) == 1 else 0.8)
        if near and (
            near[0] is first or first.population < _FAMOUS or first.population < 10 * near[0].population
        ):
            return _link(near[0], 0.9)
        if len(cities) == 1:
            return _link(first, 0.85 if first.population < _FAMOUS else 0.9)
        share = first.population / sum(place.population for place in cities)
        return _link(first, round(0.5 + 0.35 * share, 3))

    def _lies_in(self, place: Place, container: str) -> bool:
        state = _state(container)
        if state and place.country == "US" and place.admin1 == state and place.kind == "city":
            return True
        for outer in self.places(container):
            if outer.geonames == place.geonames or outer.country != place.country:
                continue
            if outer.kind == "country" or (outer.kind == "region" and outer.admin1 in ("", place.admin1)):
                return True
        return False

    def context_countries(self, names: Collection[str]) -> tuple[str, ...]:
        """Countries that names and demonyms of an article stand for, the most frequent first, ties by code.

        Args:
            names: Every mention of a country or nationality, repeats included.
        """
        counts: dict[str, int] = {}
        for name in names:
            code = self.country(name) or self.demonym(name)
            if code:
                counts[code] = counts.get(code, 0) + 1
        return tuple(sorted(counts, key=lambda code: (-counts[code], code)))


def _parse(line: str) -> Place:
    kind, geonames, names, country, admin1, latitude, longitude, population, demonyms = line.split("\t")
    return Place(
        kind=kind,
        geonames=int(geonames),
        names=tuple(names.split("|")),
        country=country,
        admin1=admin1,
        latitude=float(latitude),
        longitude=float(longitude),
        population=int(population),
        demonyms=tuple(demonyms.split("|")) if demonyms else (),
    )


def _link(place: Place, confidence: float) -> GazetteerLink:
    return GazetteerLink(
        geonames=place.geonames,
        latitude=place.latitude,
        longitude=place.longitude,
        country=place.country,
        confidence=confidence,
    )


def _state(name: str) -> str | None:
    """The code of a U.S. state from its newspaper abbreviation ("Tex.", "D.C.") or its two letters."""
    if len(name) == 2 and name.isupper() and name in _states().values():
        return name
    return _states().get(name.replace(".", "").replace(" ", "").casefold()) if "." in name else None


@cache
def _states() -> dict[str, str]:
    table = resources.files("graph.gazetteer").joinpath("data/states.tsv").read_text(encoding="utf-8")
    lines = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return {line[0]: line[1] for line in lines}
