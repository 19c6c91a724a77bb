"""A community without a roll leads its first officers to it; once there is one, Today says nothing of it."""

from pathlib import Path

import pytest
from sqlalchemy import delete

from civic.people.beginning import asks
from civic.people.tables import Office, Ownership, Residence
from civic.store.engine import Database
from tests.cast import Cast, gather
from tests.web import browser


@pytest.fixture
def cast(database: Database) -> Cast:
    return gather(database)


def empty(cast: Cast, *tables: type) -> None:
    with cast.acting("刘敏") as work:
        for table in tables:
            work.session.execute(delete(table).where(table.community_id == work.community.id))  # type: ignore[attr-defined]


def paths(cast: Cast, name: str) -> list[str]:
    with cast.acting(name, write=False) as work:
        return [each.path for each in asks(work)]


def test_nothing_where_there_is_a_roll(cast: Cast) -> None:
    assert [paths(cast, name) for name in ("刘敏", "关锋", "王桂兰", "赵玉梅")] == [[], [], [], []]


def test_the_committee_is_led_to_the_list_and_to_doing_it_by_hand(cast: Cast, tmp_path: Path) -> None:
    empty(cast, Residence, Ownership)
    assert paths(cast, "刘敏") == ["/admin/import", "/admin/people"]
    assert paths(cast, "关锋") == paths(cast, "赵玉梅") == []
    page = browser(cast, "刘敏", folder=tmp_path).get("/")
    assert page.says("名册还是空的", "导入名单", "手工登记")


def test_an_administrator_is_led_to_the_first_officer(cast: Cast) -> None:
    with cast.acting("刘敏") as work:
        for office in work.session.query(Office).filter_by(kind="committee"):
            office.to_on = office.from_on
    assert paths(cast, "关锋") == ["/admin/offices/new?kind=committee"]
