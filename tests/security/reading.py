"""Reading as everybody: each page of the route table with real parameters, each link, search, file and error page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from itertools import groupby, product
from urllib.parse import urlencode

from sqlalchemy.orm import Session

from civic.app import ROUTES
from tests.security.matrix import ROWS
from tests.security.planting import FAR_READERS, ONESELF, READERS, Gardener
from tests.security.rows import EVERYBODY as COLUMNS
from tests.security.rows import Row
from tests.security.seats import columns
from tests.security.spellings import Finder
from tests.security.walk import FEW, Cell
from tests.security.wire import Answer
from tests.security.world import OBJECTS, SLUG, World

EVERYBODY = [*columns(), *READERS, *ONESELF]
ALIKE = {
    **{reader: office or "resident" for reader, (office, _place, _entrance) in READERS.items()},
    **dict.fromkeys(ONESELF, "resident"), "glass": "committee", "former": "nobody", "gone": "nobody",
}  # fmt: skip
"""Columns of the matrix with the rights of the further readers."""
NEXT = "weiwan"
"""The community next door."""
PARTS = ("何藏", "hcm", "何藏名丙", "甲7131", "13871320001")
"""What is typed into every search; what was typed itself is not held against the page that says it again."""
ASKED = {"q", "name"}
"""Fields of searches."""
SEARCHES = {"/petition/paper": "q", "/rating/paper": "name", "/issues/new-for/person": "q"}
"""Pages where a collector looks for a person: asked for everybody of the list, whether or not a link leads there."""
MOST_LINKS = 30
"""Pages that a reader is led to, beside those of the route table."""
NOWHERE = [
    "/no-such-page",
    "/issues/GF-2026-999",
    "/admin/people/999999",
    "/votes/999999/roll",
    "/admin/looks?by=%FF",
]

LINK = re.compile(r'<a [^>]*href="([^"#]+)')
SEARCH = re.compile(r'<form (?=[^>]*method="get")[^>]*action="([^"]+)"[^>]*>(.*?)</form>', re.DOTALL)
FIELD = re.compile(r'<input [^>]*name="(\w+)"(?:[^>]*value="([^"]*)")?')

KINDS = [
    (re.compile(pattern), kind)
    for pattern, kind in (
        (r"/me(/.*)?|/sealed/mine|/issues/new(/.*)?|/votes/\d+/receipt", "me"),
        (r"/issues/new-for.*|/issues/[^/]+/(rating|petition)/paper", "for another"),
        (r"/votes/\d+/roll", "posted roll"),
        (r"/votes/\d+/sheets.*", "sheets"),
        (r"/buildings/\d+", "doors"),
        (r"/issues/[A-Z]+-\d+-\d+", "issue"),
        (r"/issues/[^/]+/raised", "raised"),
        (r"/sealed/box/\d+", "sealed box"),
        (r"/votes/\d+", "vote"),
        (r"/join/.*", "slip's address"),
        (r"/issues/[^/]+/call-backs", "call-backs"),
        (r"/admin/slips.*|/admin/dwellings/\d+/slip", "slips"),
        (r"/admin/people/\d+/code", "code"),
        (r"/admin/corrections.*", "corrections"),
        (r"/admin/exports.*", "lists"),
        (r"/admin/import.*", "imports"),
        (r"/admin/offices.*", "offices"),
        (r"/admin/(looks|codes|second-factors)", "log"),
        (r"/admin/.*", "roll"),
    )
]


def kind_of(path: str) -> str:
    """What kind of page an address below the community is; `public` is whatever is not kept for some."""
    return next((kind for pattern, kind in KINDS if pattern.fullmatch(path.partition("?")[0])), "public")


@dataclass(frozen=True)
class Sighting:
    """A value on a page of some kind, read by somebody."""

    value: str
    kind: str
    reader: str


@dataclass
class Reading:
    """What everybody saw, each with one address where."""

    world: World
    gardener: Gardener
    finder: Finder
    seen: dict[Sighting, str] = field(default_factory=dict)
    failures: set[str] = field(default_factory=set)
    pages: int = 0

    def everything(self) -> "Reading":
        """All of it, stage by stage."""
        for halt, rows in groupby(sorted(ROWS, key=lambda row: row.halt), key=lambda row: row.halt):
            self.go(halt)
            asked = [cell for row in rows if not row.writes for cell in _cells(row)]
            for cell, reader in ((cell, reader) for cell in asked for reader in EVERYBODY):
                if reader not in {*FEW, *FAR_READERS} and _spared(cell, reader):
                    continue
                for slug in (SLUG, NEXT) if reader in FAR_READERS else (SLUG,):
                    for address in _addresses(self.world, cell, slug):
                        self.read(reader, address)
                        self.look_for(reader, address)
        self.go("topic")
        for reader in EVERYBODY:
            for path in [*NOWHERE, *self.quarrel()]:
                self.read(reader, f"/{SLUG}{path}")
            self.look_for(reader, f"/{SLUG}/issues/new-for/person")
            for row, addresses in self.planted():
                # Whom the matrix refuses whatever they ask for is not asked about each.
                for address in addresses[:1] if row and _refused(row, reader) else addresses:
                    self.read(reader, address)
        self.go("judged")
        for reader in EVERYBODY:
            self.wander(reader, f"/{NEXT if reader in FAR_READERS else SLUG}/")
        self.press()
        return self

    def read(self, reader: str, address: str, kind: str = "", **headers: str) -> Answer:
        """One page by one reader; what it holds is noted."""
        answer = self.world.ask(reader, "GET", address, **headers)
        self.pages += 1
        if answer.status >= 500:
            self.failures.add(f"{reader} {address}: {answer.status}")
        path = address.removeprefix(f"/{SLUG}").removeprefix(f"/{NEXT}")
        for value in self.finder.found(answer) - self.finder.typed(address):
            self.seen.setdefault(Sighting(value, kind or kind_of(path), reader), address)
        return answer

    def go(self, halt: str) -> None:
        """To a stage of the story; what lives for minutes is planted anew."""
        self.world.go(halt)
        with Session(self.world.database.writer) as session:
            self.fresh = self.gardener.tend(session, self.world.halts[halt].now)
            session.commit()

    def quarrel(self) -> list[str]:
        """The pages of an issue that turned out to be a quarrel."""
        page = f"/issues/{self.world.halts['topic'].params['own']['private_reference']}"
        return [
            page,
            *(f"{page}/{name}" for name in ("nature", "settlement", "verification", "raised", "tear-off")),
        ]

    def planted(self) -> Iterator[tuple[Row | None, list[str]]]:
        """Every page of the route table whose parameters are all planted things: its row and addresses."""
        garden = self.gardener.garden
        known: dict[str, list[str]] = {
            "person": [str(each) for each in garden.people.values()],
            "dwelling": [str(each) for each in garden.homes.values()],
            "building": [str(each) for each in self.world.cast.buildings.values()],
            "office": [garden.own["office"], garden.own["left"]],
            "correction": [garden.own["waiting"], garden.own["answered"]],
            "batch": [garden.own["batch"]],
            "export": [self.fresh["full"], self.fresh["masked"]],
            "code": [garden.own["code"]],
        }
        rows = {row.name: row for row in ROWS}
        for route in ROUTES:
            names = re.findall(r"{(\w+)}", route.path)
            if route.writes or not names or not set(names) <= known.keys():
                continue
            pairs = [zip(names, values, strict=True) for values in product(*(known[name] for name in names))]
            found = [f"/{SLUG}{route.path.format(**dict(pair))}" for pair in pairs]
            found += [f"{each}?entrance=2" for each in found] * (names == ["building"])
            yield rows.get(f"GET {route.path}"), found

    def wander(self, reader: str, start: str) -> None:
        """Where links lead, shapes that were not met first; every search on the way is asked; in English."""
        waiting, known, shapes = [start, f"{start}me"], set[str](), set[str]()
        while waiting and len(known) < MOST_LINKS:
            waiting.sort(key=lambda link: re.sub(r"\d+", "#", link.partition("?")[0]) in shapes)
            address = waiting.pop(0)
            known.add(address)
            shapes.add(re.sub(r"\d+", "#", address.partition("?")[0]))
            body = self.read(reader, address, accept_language="en").body
            links = dict.fromkeys(unescape(link) for link in LINK.findall(body))
            waiting += [link for link in links if link.startswith(start) and link not in known | set(waiting)]
            for action, inside in SEARCH.findall(body):
                fields = [(name, value) for name, value in FIELD.findall(inside)]
                if ASKED & dict(fields).keys() and action not in known:
                    known.add(action)
                    self.ask(reader, action, fields)

    def ask(self, reader: str, action: str, fields: list[tuple[str, str]]) -> None:
        """A search, as a page and as the part of it that htmx asks for."""
        for part in PARTS:
            sent = urlencode([(name, part if name in ASKED else value) for name, value in fields])
            self.read(reader, f"{action}?{sent}")
        self.read(reader, f"{action}?{sent}", hx_request="true", hx_request_type="partial")

    def look_for(self, reader: str, address: str) -> None:
        """Whom a collector finds there, with nothing typed, parts, doors and whole names."""
        for end, name in SEARCHES.items():
            if address.endswith(end):
                for part in ("", *PARTS):
                    self.read(reader, f"{address}?{urlencode({name: part})}")

    def press(self) -> None:
        """“Show telephone and birthday” of each planted person, then their page once more."""
        self.go("topic")
        for reader in EVERYBODY:
            for ident in self.gardener.garden.people.values():
                page = f"/{SLUG}/admin/people/{ident}"
                self.world.post(reader, f"{page}/show", {})
                self.read(reader, page, "shown")


def _cells(row: Row) -> list[Cell]:
    return [Cell(row, "", thing) for thing in (OBJECTS if row.far else ("own",))]


def _spared(cell: Cell, reader: str) -> bool:
    """Of objects other than one's own a few readers tell enough where everybody may read, and where a column of
    the matrix is refused whatever it asks for."""
    spared = cell.row.yes == COLUMNS or _refused(cell.row, reader)
    return cell.thing == "far" or (cell.thing == "other" and spared)


def _refused(row: Row, reader: str) -> bool:
    """Whether the matrix refuses this reader, or whoever has the same rights, whatever they ask for."""
    return ALIKE.get(reader, reader) not in row.yes


def _addresses(world: World, cell: Cell, slug: str) -> Iterator[str]:
    """The row's address; of a vote also the one on paper, whose roll has doors."""
    address = cell.address(world, slug)
    yield address
    if "paper_vote" in (params := world.halts[cell.row.halt].params[cell.thing]):
        second = address.replace(f"/votes/{params['vote']}", f"/votes/{params['paper_vote']}")
        if second != address:
            yield second
