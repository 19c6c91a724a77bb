"""A home without accounts: 2号楼 entrance 2, 501: old Sun (no telephone), her son with his, a boy, one of whom
nothing is known; a neighbour at 502; and one home in 1号楼. Zhao Yumei heads the entrance."""

from dataclasses import dataclass
from datetime import date

from civic.people.queries.slips import slip_code
from civic.people.tables import Account, Dwelling, Office, Person, Residence, Slip
from tests.cast import Cast

ENTRANCE = 2
ADULTS = 3
"""Old Sun, her son, the one of whom nothing is known; the boy is none."""


@dataclass(frozen=True)
class Household:
    """Ids of dwellings and people."""

    home: int
    next_door: int
    far: int
    people: dict[str, int]


def seat(cast: Cast) -> Household:
    """Put them on the roll."""
    with cast.acting("刘敏") as work:
        home, next_door, far = (
            work.add(Dwelling(building_id=cast.buildings[b], entrance=e, door=d, area_hundredths=8000)).id
            for b, e, d in (("2号楼", 2, "501"), ("2号楼", 2, "502"), ("1号楼", 1, "101"))
        )
        rows = (
            ("孙老太", "", date(1944, 3, 5), home, "householder"),
            ("钱大勇", "138 0536 1234", date(1970, 1, 2), home, "child"),
            ("钱小宝", "", date(2015, 6, 1), home, "kin"),
            ("阿·不明", "", None, home, "other"),
            ("周邻居", "13900004321", None, next_door, "householder"),
            ("远方人", "13700009999", None, far, "householder"),
        )
        people = {}
        for name, phone, born, dwelling, relation in rows:
            person = work.add(Person(name=name, phone=phone, born_on=born))
            work.add(
                Residence(
                    person_id=person.id, dwelling_id=dwelling, relation=relation, from_on=date(2020, 1, 1)
                )
            )
            people[name] = person.id
        work.add(
            Office(
                person_id=cast.people["赵玉梅"], kind="entrance_head", building_id=cast.buildings["2号楼"],
                entrance=ENTRANCE, from_on=date(2026, 1, 1),
            )
        )  # fmt: skip
    return Household(home, next_door, far, people)


def codes(cast: Cast, dwelling_id: int) -> list[str]:
    """The codes of a dwelling's card that are not used or replaced."""
    with cast.acting("刘敏", write=False) as work:
        slips = work.session.query(Slip).filter_by(dwelling_id=dwelling_id, used_at=None, replaced_at=None)
        return [slip_code(work.secret, slip) for slip in slips.order_by(Slip.id)]


def login_of(cast: Cast, person_id: int) -> str | None:
    """What somebody signs in with; None without an account."""
    with cast.acting("刘敏", write=False) as work:
        found = work.session.query(Account).filter_by(person_id=person_id).one_or_none()
        return found.login if found else None
