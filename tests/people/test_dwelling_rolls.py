"""A vote keeps its roll whatever is edited: the page of a dwelling says of which votes, and until when to object."""

from pathlib import Path

import pytest

from civic.people.tables import Ownership
from civic.propose.rules import Nature
from civic.store.engine import Database
from tests.cast import gather
from tests.decide.stage import QUESTION, Stage, at, build_estate, notify, to_the_outcome
from tests.web import browser


@pytest.fixture
def owners(database: Database) -> Stage:
    """The owners of 曙光小区 vote from 24 April to 8 May."""
    cast = gather(database)
    build_estate(cast, {"甲": [10_000], "乙": [8_000]})
    stage = to_the_outcome(cast, Nature.OWNERS_GENERAL, studied=False)
    with cast.acting("刘敏") as work:
        work.get(type(stage.issue), stage.issue_id).building_id = cast.buildings["曙光1号楼"]
    notify(stage, preset="OWN_GENERAL", channel="paper", opens=at(4, 24), closes=at(5, 8, 18))
    return stage


def test_the_roll_of_a_vote_stays_and_how_it_is_corrected(owners: Stage, tmp_path: Path) -> None:
    with owners.cast.acting("刘敏", write=False) as work:
        mine, other = (
            f"/admin/dwellings/{work.one(Ownership, person_id=owners.cast.people[name]).dwelling_id}"
            for name in ("甲", "赵玉梅")
        )
    committee = browser(owners.cast, "刘敏", folder=tmp_path)
    page = committee.get(mine)
    assert page.says(QUESTION, "4月24日", "前可提出异议更正")
    assert f"/votes/{owners.vote_id}/roll" in page.text
    # 赵玉梅 owns in another estate.
    assert QUESTION not in committee.get(other)
    owners.go(at(4, 25))
    committee = browser(owners.cast, "刘敏", folder=tmp_path)
    assert committee.get(mine).says(QUESTION, "名册已定", "从下次表决起算")
    owners.go(at(5, 9))
    assert QUESTION not in browser(owners.cast, "刘敏", folder=tmp_path).get(mine)
