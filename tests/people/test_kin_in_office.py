"""Close kin become known while both sit in office: the committee reads on its list what to mend, and how."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from civic.people.queries.kin_in_office import kin_holding
from civic.people.rules.appointing import kin_in_office
from civic.people.tables import Kinship, Office, Person, Residence
from civic.store.engine import Database
from tests.people.kept import SINCE, Kept, keep

HEADING = "近亲属同时任职"


@pytest.fixture
def kept(database: Database) -> Kept:
    return keep(database)


def pairs(kept: Kept) -> list[tuple[str, str]]:
    with kept.cast.acting("刘敏", write=False) as work:
        return [(one.name, other.name) for one, other in kin_holding(work)]


def declared(database: Database, kept: Kept, one: int, other: int, relation: str = "sibling") -> None:
    with Session(database.writer) as session:
        tie = Kinship(person_id=one, other_id=other, relation=relation)
        tie.community_id = kept.cast.community_id
        session.add(tie)
        session.commit()


def watching(kept: Kept) -> tuple[int, str]:
    """A member of the supervisory committee."""
    with kept.cast.acting("刘敏", write=False) as work:
        office = work.session.query(Office).filter_by(
            kind="supervisor", community_id=kept.cast.community_id
        ).first()  # fmt: skip
        assert office is not None
        return office.person_id, work.get(Person, office.person_id).name


@pytest.mark.parametrize(
    ("ties", "found"),
    [
        ([], []),
        ([(1, 2, "spouse")], [(1, 2)]),
        ([(2, 1, "parent")], [(1, 2)]),
        ([(1, 3, "spouse")], []),
        ([(1, 9, "parent"), (9, 2, "parent")], [(1, 2)]),
    ],
)
def test_who_may_not_be_in_office_together(
    ties: list[tuple[int, int, str]], found: list[tuple[int, int]]
) -> None:
    assert kin_in_office([1, 3], [2], ties) == found


def test_a_tie_declared_later_is_on_the_list(kept: Kept, database: Database, tmp_path: Path) -> None:
    chair, (watcher, name) = kept.cast.people["刘敏"], watching(kept)
    there = kept.at("刘敏", tmp_path)
    assert HEADING not in there.get("/admin/people").text
    declared(database, kept, watcher, kept.people["甲"])
    assert pairs(kept) == []
    declared(database, kept, chair, watcher)
    assert pairs(kept) == [("刘敏", name)]
    assert there.get("/admin/people").says(HEADING, "其中一人须离任", name, "居务监督委员会")
    assert HEADING not in kept.at("楼一", tmp_path).get("/admin/people").text
    with kept.cast.acting("刘敏") as work:
        for office in work.session.query(Office).filter_by(person_id=watcher):
            office.to_on = work.today - timedelta(days=1)
    assert pairs(kept) == []


def test_a_move_into_one_household_is_seen_too(kept: Kept, database: Database) -> None:
    chair, (watcher, name) = kept.cast.people["刘敏"], watching(kept)
    with Session(database.writer) as session:
        session.query(Residence).filter(Residence.person_id.in_([chair, watcher])).delete()
        for person, relation in ((chair, "householder"), (watcher, "spouse")):
            home = Residence(
                person_id=person, dwelling_id=kept.dwellings["201"], relation=relation, from_on=SINCE
            )
            home.community_id = kept.cast.community_id
            session.add(home)
        session.commit()
    assert pairs(kept) == [("刘敏", name)]
