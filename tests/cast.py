"""The cast: named people of one small community, and a stranger from the next one.

Liu Min 刘敏 sits on the residents' committee, Chen Shu 陈书 on the Party committee, Liu Zhiqiang 刘志强
heads building 2, Zhao Yumei 赵玉梅 lives there and owns her flat, Wang Guilan 王桂兰 (82) has no phone,
Sun Hao 孙浩 represents, Zhou Jian 周建 supervises, Wu Bo 吴波 advises, Zheng Li 郑丽 watches, Lin Na 林娜 and
Gao Yuan 高远 count, Tang Wei 唐伟 works for the enforcement squad, Ma Jun 马军 for the property firm,
Vito 维托 belongs to the neighbouring community.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from civic.core.clock import ManualClock
from civic.core.days import Calendar
from civic.core.entropy import SeededEntropy
from civic.people.queries.who import actor_of
from civic.people.tables import Account, Building, Dwelling, Office, Ownership, Person, Residence
from civic.reactions import REACTIONS
from civic.store.engine import Database
from civic.store.tables import Community
from civic.work import Actor, UnitOfWork, Workshop, open_work

ZONE = ZoneInfo("Asia/Shanghai")
MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=ZONE)

OFFICES: dict[str, tuple[str, ...]] = {
    "刘敏": ("committee",),
    "陈书": ("party_committee",),
    "刘志强": ("building_head",),
    "赵玉梅": (),
    "王桂兰": (),
    "孙浩": ("representative",),
    "周建": ("supervisor",),
    "吴波": ("advisor",),
    "郑丽": ("citizen_watch",),
    "林娜": ("clerk",),
    "高远": ("clerk",),
    "唐伟": ("department",),
    "马军": ("property_firm",),
    "关锋": ("administrator",),
}
NOT_RESIDENT = {"唐伟", "马军", "关锋"}


@dataclass
class Cast:
    """The people, the clock, and ways to act as one of them."""

    workshop: Workshop
    clock: ManualClock
    community_id: int
    other_id: int
    people: dict[str, int]
    buildings: dict[str, int]

    @contextmanager
    def acting(self, name: str | None, *, write: bool = True) -> Iterator[UnitOfWork]:
        """A unit of work in which this person acts; None is a visitor."""
        other = name == "维托"
        community = self.other_id if other else self.community_id
        with open_work(
            self.workshop,
            lambda session: _community(session, community),
            (lambda session, _c: self._actor(session, name)) if name else None,
            write=write,
        ) as work:
            yield work

    def _actor(self, session: Session, name: str) -> Actor:
        community = self.other_id if name == "维托" else self.community_id
        return actor_of(session, community, self.people[name], self.clock.now().date())


def _community(session: Session, ident: int) -> Community:
    found = session.get(Community, ident)
    assert found is not None
    return found


def gather(database: Database, at: datetime = MORNING) -> Cast:
    """Seat the cast in a fresh, migrated database."""
    clock = ManualClock(at)
    workshop = Workshop(database, clock, SeededEntropy("cast"), REACTIONS, Calendar(), b"cast")
    with Session(database.writer, expire_on_commit=False) as session:
        here = _found(session, "gongfu", "工福街社区", "GF")
        there = _found(session, "weiwan", "苇湾社区", "WW")
        buildings = {f"{n}号楼": _building(session, here.id, n) for n in (1, 2, 3)}
        people = {
            name: _seat(session, here.id, name, offices, buildings["2号楼"], number)
            for number, (name, offices) in enumerate(OFFICES.items(), 1)
        }
        far = _building(session, there.id, 1)
        people["维托"] = _seat(session, there.id, "维托", ("committee",), far, 1)
        session.commit()
    return Cast(workshop, clock, here.id, there.id, people, buildings)


def _found(session: Session, slug: str, name: str, prefix: str) -> Community:
    community = Community(
        slug=slug, name=name, prefix=prefix, phone="0536-0000017", help_name="刘敏", help_hours="08:30–17:30",
        demo=False, res_rep_authority="2026-01-10",
    )  # fmt: skip
    session.add(community)
    session.flush()
    return community


def _building(session: Session, community_id: int, number: int) -> int:
    building = Building(
        community_id=community_id, name=f"{number}号楼", estate="工福小区", entrances=3, position=number
    )
    session.add(building)
    session.flush()
    return building.id


def _seat(
    session: Session, community_id: int, name: str, offices: tuple[str, ...], building_id: int, number: int
) -> int:
    person = Person(community_id=community_id, name=name)
    session.add(person)
    session.flush()
    if name not in NOT_RESIDENT:
        home = Dwelling(
            community_id=community_id, building_id=building_id, entrance=1, door=f"{number}01",
            area_hundredths=8000 + number * 10,
        )  # fmt: skip
        session.add(home)
        session.flush()
        session.add(
            Residence(
                community_id=community_id, dwelling_id=home.id, person_id=person.id, from_on=date(2020, 1, 1),
                relation="householder",
            )
        )  # fmt: skip
        session.add(
            Ownership(
                community_id=community_id, dwelling_id=home.id, person_id=person.id, from_on=date(2020, 1, 1)
            )
        )
    for kind in offices:
        session.add(
            Office(
                community_id=community_id, person_id=person.id, kind=kind, from_on=date(2026, 1, 1),
                building_id=building_id if kind in {"building_head", "representative"} else None,
            )
        )  # fmt: skip
    session.add(Account(community_id=community_id, person_id=person.id, login=name, password_hash=""))
    session.flush()
    return person.id
