"""The roll as it is written up, and its rows on the way to the database."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from civic.demo import cast, shuguang
from civic.people.rules.names import initials
from civic.people.tables import Account, Dwelling, Office, Ownership, Person, Residence
from civic.store.base import Base

Rows = list[dict[str, Any]]
ELECTED = frozenset({"committee", "supervisor", "owners_committee", "representative"})
"""Offices that come from an election, for five years."""
FIVE_YEARS = timedelta(days=5 * 365)


@dataclass
class Population:
    """Who lives and serves here: ids by name, by building, and the owners of 曙光 by their sheet."""

    community_id: int
    since: date
    people: dict[str, int] = field(default_factory=dict)
    buildings: dict[int, int] = field(default_factory=dict)
    by_building: dict[int, list[str]] = field(default_factory=dict)
    heads: dict[int, str] = field(default_factory=dict)
    representatives: list[str] = field(default_factory=list)
    owners: dict[str, shuguang.Owner] = field(default_factory=dict)
    """The 209 heads by name, with the answer on each sheet."""
    logins: list[str] = field(default_factory=list)


@dataclass
class Book:
    """Rows by kind. Homes and people are known by their place in the book until they are written."""

    roll: Population
    dwellings: Rows = field(default_factory=list)
    people: Rows = field(default_factory=list)
    residences: Rows = field(default_factory=list)
    ownerships: Rows = field(default_factory=list)
    offices: Rows = field(default_factory=list)
    accounts: Rows = field(default_factory=list)

    def dwelling(self, building: int, entrance: int, door: str, area: int) -> int:
        """A home; its place in the book."""
        self.dwellings.append(
            {
                "building_id": self.roll.buildings[building], "entrance": entrance, "door": door,
                "area_hundredths": area,
            }
        )  # fmt: skip
        return len(self.dwellings) - 1

    def building_of(self, dwelling: int) -> int:
        """The number of the building of a home in the book."""
        ident = self.dwellings[dwelling]["building_id"]
        return next(number for number, known in self.roll.buildings.items() if known == ident)

    def person(self, name: str, kind: str, dwelling: int | None) -> None:
        """Somebody, with their home."""
        assert name not in self.roll.people, name
        self.roll.people[name] = len(self.people)
        self.people.append(
            {
                "name": name,
                "initials": initials(name),
                "kind": "organisation" if kind == "organisation" else "person",
                "born_on": None if kind == "organisation" else self._born_on(name),
                "phone": self._phone(name, kind),
            }
        )  # fmt: skip
        if dwelling is not None:
            self.residences.append(
                {
                    "person_id": name, "dwelling_id": dwelling, "from_on": date(2012, 6, 1),
                    "relation": "tenant" if kind == "tenant" else "householder",
                }
            )  # fmt: skip

    def _phone(self, name: str, kind: str) -> str:
        """An invented telephone, of two neighbours in three; none of who is on paper, or holds their office alone."""
        if name == cast.ON_PAPER or kind in {"organisation", "official", "firm"} or len(self.people) % 3 == 0:
            return ""
        return f"0536-1{len(self.people):06}"

    def _born_on(self, name: str) -> date:
        """An invented birthday, so that anybody of the demo can join by a slip: from 25 to 80, and one is 82."""
        if name == cast.ON_PAPER:
            return date(self.roll.since.year - 82, 3, 5)
        return date(self.roll.since.year - 80, 1, 15) + timedelta(days=len(self.people) * 37 % 20_000)

    def owns(self, name: str, dwelling: int) -> None:
        """The registered owner of a home."""
        self.ownerships.append({"dwelling_id": dwelling, "person_id": name, "from_on": date(2012, 6, 1)})

    def office(self, name: str, kind: str, title: str, building: int = 0) -> None:
        """An office with its term."""
        self.offices.append(
            {
                "person_id": name, "kind": kind, "title": title, "from_on": self.roll.since,
                "building_id": self.roll.buildings.get(building),
                "obtained": "elected" if kind in ELECTED else "appointed",
                "to_on": self.roll.since + FIVE_YEARS if kind in ELECTED else None,
            }
        )  # fmt: skip

    def account(self, name: str) -> None:
        """The means to sign in; the password is set afterwards."""
        self.roll.logins.append(name)
        self.accounts.append({"person_id": name, "login": name, "password_hash": ""})

    def write(self, session: Session) -> None:
        """Everything into the database; from then on the roll knows people by their ids."""
        homes = self._insert(session, Dwelling, self.dwellings)
        people = self._insert(session, Person, self.people)
        self.roll.people = {name: people[place] for name, place in self.roll.people.items()}
        for row in (*self.residences, *self.ownerships, *self.offices, *self.accounts):
            row["person_id"] = self.roll.people[row["person_id"]]
        for row in (*self.residences, *self.ownerships):
            row["dwelling_id"] = homes[row["dwelling_id"]]
        self._insert(session, Residence, self.residences)
        self._insert(session, Ownership, self.ownerships)
        self._insert(session, Office, self.offices)
        self._insert(session, Account, self.accounts)

    def _insert(self, session: Session, table: type[Base], rows: Rows) -> Sequence[int]:
        whole = [{"community_id": self.roll.community_id, **row} for row in rows]
        ident = table.__table__.c.id
        return session.scalars(insert(table).returning(ident, sort_by_parameter_order=True), whole).all()
