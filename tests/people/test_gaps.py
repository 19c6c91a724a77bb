"""What is missing is counted and listed, for whom it may concern; who is missing from an office too."""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from civic.people.queries.gaps import Gap, gap_counts, gap_dwellings
from civic.people.queries.reach import reach_of
from civic.people.queries.vacant import ending, undone, vacancies
from civic.people.tables import Correction, Dwelling, ImportBatch, Office, Ownership, Person, Residence
from civic.store.engine import Database
from tests.cast import MORNING
from tests.people.kept import SINCE, Kept, keep

NONE = dict.fromkeys(Gap, 0)


@pytest.fixture
def kept(database: Database) -> Kept:
    return keep(database)


def counts(kept: Kept, name: str) -> Mapping[Gap, int]:
    with kept.cast.acting(name, write=False) as work:
        return gap_counts(work, reach_of(work))


def plant(kept: Kept, database: Database, *rows: Any) -> None:
    with Session(database.writer) as session:
        for row in rows:
            row.community_id = kept.cast.community_id
            session.add(row)
            session.flush()
        session.commit()


def home(kept: Kept, door: str, **more: object) -> Dwelling:
    values = {"entrance": 1, "area_hundredths": 8000, "building_id": kept.cast.buildings["1号楼"], **more}
    return Dwelling(door=door, **values)


def test_what_is_missing_today(kept: Kept) -> None:
    """The cast has neither telephones nor birthdays, but accounts; 乙 alone can join by no slip."""
    assert counts(kept, "刘敏") == {**NONE, Gap.EMPTY: 1, Gap.UNOWNED: 1, Gap.FACT: 1}
    assert counts(kept, "楼一") == {**NONE, Gap.EMPTY: 1, Gap.FACT: 1}
    assert counts(kept, "门一") == {**NONE, Gap.FACT: 1}
    assert counts(kept, "楼三") == {**NONE, Gap.UNOWNED: 1}
    assert counts(kept, "维托") == NONE | {Gap.FACT: 0}


def test_each_gap_is_found(kept: Kept, database: Database) -> None:
    before = counts(kept, "刘敏")
    plant(
        kept, database,
        home(kept, "901", area_hundredths=None), home(kept, "902", kind="parking", area_hundredths=None),
        home(kept, "903", state="unsold"), home(kept, "904", kind="shop"),
    )  # fmt: skip
    found = counts(kept, "刘敏")
    assert found[Gap.AREA] == before[Gap.AREA] + 1
    assert found[Gap.EMPTY] == before[Gap.EMPTY] + 1
    assert found[Gap.UNOWNED] == before[Gap.UNOWNED] + 3


def test_co_owners_name_exactly_one_voter(kept: Kept, database: Database) -> None:
    with Session(database.writer) as session:
        mine = session.query(Ownership).filter_by(person_id=kept.people["甲"]).one()
        mine.named_voter = False
        session.commit()
    assert counts(kept, "刘敏")[Gap.VOTER] == 1
    with kept.cast.acting("门一", write=False) as work:
        [place] = gap_dwellings(work, reach_of(work), Gap.VOTER, 1)
    assert place.door == "101"
    with Session(database.writer) as session:
        for each in session.query(Ownership).filter_by(dwelling_id=kept.dwellings["101"]):
            each.named_voter = True
        session.commit()
    assert counts(kept, "刘敏")[Gap.VOTER] == 1


def test_a_household_loses_its_householder(kept: Kept, database: Database) -> None:
    with Session(database.writer) as session:
        session.get_one(Person, kept.people["甲"]).gone_on = date(2026, 1, 1)
        session.commit()
    assert counts(kept, "刘敏")[Gap.HOUSEHOLDER] == 1
    with Session(database.writer) as session:
        session.query(Residence).filter_by(person_id=kept.people["乙"]).one().relation = "tenant"
        session.commit()
    assert counts(kept, "刘敏")[Gap.HOUSEHOLDER] == 0


def test_the_lists_lead_to_what_is_missing(kept: Kept, tmp_path: Path) -> None:
    reading = kept.at("刘敏", tmp_path)
    assert reading.get("/admin/people").says("待补全 3 处")
    assert reading.get("/admin/gaps/empty").says("1号楼2单元201")
    assert reading.get("/admin/gaps/fact").says("何藏名乙")
    assert reading.get("/admin/gaps/area").says("这一项已补全")
    assert reading.get("/admin/gaps/phone").status == 404


def test_who_is_missing_from_an_office(kept: Kept, database: Database) -> None:
    """Building 1 has a head and heads of two of three entrances; 2 and 3 have heads and none of entrances."""
    with kept.cast.acting("刘敏", write=False) as work:
        found = [(each.building, each.entrance) for each in vacancies(work, reach_of(work))]
    assert found == [("1号楼", 3), *(("2号楼", n) for n in (1, 2, 3)), *(("3号楼", n) for n in (1, 2, 3))]
    with Session(database.writer) as session:
        session.query(Office).filter_by(kind="entrance_head").delete()
        session.query(Office).filter_by(person_id=kept.cast.people["楼三"]).delete()
        session.commit()
    with kept.cast.acting("刘敏", write=False) as work:
        assert [(each.building, each.entrance) for each in vacancies(work, reach_of(work))] == [
            ("3号楼", None)
        ]
    with kept.cast.acting("楼一", write=False) as work:
        assert vacancies(work, reach_of(work)) == []


def test_offices_that_end_within_sixty_days(kept: Kept, database: Database, tmp_path: Path) -> None:
    today = kept.cast.clock.now().date()
    ends = {"周建": 60, "吴波": 61, "郑丽": 0, "林娜": -1}
    with Session(database.writer) as session:
        for name, days in ends.items():
            office = session.query(Office).filter_by(person_id=kept.cast.people[name]).one()
            office.to_on = today + timedelta(days=days)
        session.commit()
    with kept.cast.acting("刘敏", write=False) as work:
        assert [each.name for each in ending(work)] == ["郑丽", "周建"]
    assert kept.at("刘敏", tmp_path).get("/admin/people").says("即将到期的职务", "周建")
    assert "即将到期的职务" not in kept.at("楼一", tmp_path).get("/admin/people")


def test_what_waits_for_the_committee(kept: Kept, database: Database, tmp_path: Path) -> None:
    one, me = kept.people["甲"], kept.cast.people["刘敏"]
    plant(
        kept, database,
        Correction(person_id=one, asked_by=one, about="name", wanted="x", asked_at=MORNING),
        Correction(person_id=one, asked_by=one, about="name", wanted="x", asked_at=MORNING, answered_at=MORNING),
        ImportBatch(by_id=me, file_name="a.xlsx", sheet=[], at=MORNING, state="previewed", figures={}),
        ImportBatch(by_id=me, file_name="b.xlsx", sheet=[], at=MORNING, state="discarded", figures={}),
    )  # fmt: skip
    with kept.cast.acting("刘敏", write=False) as work:
        assert (undone(work).corrections, undone(work).imports) == (1, 1)
    committee = kept.at("刘敏", tmp_path)
    assert committee.get("/admin/people").says("1 件更正申请", "1 份表格已读取")
    assert committee.get(f"/admin/people/{one}").says("已申请更正")
    assert "更正申请" not in kept.at("楼一", tmp_path).get("/admin/people")
    assert MORNING.date() > SINCE


def test_doors_stand_only_for_whom_they_open(kept: Kept, tmp_path: Path) -> None:
    doors = ("/admin/import", "/admin/corrections", "/admin/offices", "/admin/exports")
    committee, head = (
        kept.at("刘敏", tmp_path).get("/admin/people"),
        kept.at("楼一", tmp_path).get("/admin/people"),
    )
    assert all(f'href="/gongfu{door}"' in committee.text for door in doors)
    assert not any(f'href="/gongfu{door}"' in head.text for door in doors)
    assert 'href="/gongfu/admin/slips"' in head.text
    assert "/admin/looks" not in committee.text + head.text
