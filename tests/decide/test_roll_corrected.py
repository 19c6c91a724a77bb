"""The roll is corrected after an upheld objection, until voting opens; gaps count in the whole."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select, update

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.decide import acts
from civic.decide.tables import RollEntry
from civic.notices import acts as notices
from civic.notices.tables import Notice
from civic.people.tables import Dwelling, Ownership
from civic.propose.rules import Nature
from civic.store.engine import Database
from tests.cast import gather
from tests.decide.stage import Stage, at, build_estate, notify, to_the_outcome
from tests.web import browser


@pytest.fixture
def stage(database: Database) -> Stage:
    """The owners of 曙光小区 have their notice; 甲's area is wrong on the register."""
    cast = gather(database)
    build_estate(cast, {"甲": [10_000], "乙": [8_000], "丙": [7_000]})
    stage = to_the_outcome(cast, Nature.OWNERS_GENERAL, studied=False)
    with cast.acting("刘敏") as work:
        work.get(type(stage.issue), stage.issue_id).building_id = cast.buildings["曙光1号楼"]
    return stage


def called(stage: Stage) -> Stage:
    notify(stage, preset="OWN_GENERAL", channel="paper", opens=at(4, 24), closes=at(5, 8, 18))
    return stage


def objected(stage: Stage, *, upheld: bool = True) -> int:
    """甲 objects, the committee answers."""
    with stage.cast.acting("甲") as work:
        notice = work.one(Notice, subject="vote").id
        objection = notices.object_to_notice(work, notice, "我家面积登记错了").id
    with stage.cast.acting("刘敏") as work:
        notices.answer_objection(work, objection, "已核对产权证", upheld=upheld)
    return objection


def mend(stage: Stage, area: int = 11_050) -> None:
    """The register says the right area now."""
    with stage.cast.acting("刘敏") as work:
        mine = select(Ownership.dwelling_id).where(Ownership.person_id == stage.cast.people["甲"])
        work.session.execute(
            update(Dwelling).where(Dwelling.id.in_(mine.scalar_subquery())).values(area_hundredths=area)
        )


def entries(stage: Stage) -> list[RollEntry]:
    with stage.cast.acting(None, write=False) as work:
        found = select(RollEntry).where(RollEntry.vote_id == stage.vote_id).order_by(RollEntry.number)
        return list(work.session.scalars(found))


def correct(stage: Stage, objection: int, by: str = "刘敏") -> None:
    with stage.cast.acting(by) as work:
        acts.correct_roll(work, stage.vote_id, objection)


def test_nobody_else_corrects_a_roll(stage: Stage) -> None:
    objection = objected(called(stage))
    mend(stage)
    for name in ("甲", "周建", "林娜"):
        with pytest.raises(NotAllowed):
            correct(stage, objection, name)
    with pytest.raises(NotFound):
        correct(stage, objection, "维托")


def test_not_without_an_upheld_objection(stage: Stage) -> None:
    objection = objected(called(stage), upheld=False)
    mend(stage)
    with pytest.raises(Refusal, match="found right"):
        correct(stage, objection)


def test_not_while_the_register_says_the_same(stage: Stage) -> None:
    objection = objected(called(stage))
    with pytest.raises(Refusal, match="correct the dwelling or the owner there first"):
        correct(stage, objection)


def test_not_after_the_opening(stage: Stage) -> None:
    objection = objected(called(stage))
    mend(stage)
    stage.go(at(4, 24))
    with pytest.raises(Refusal, match="Voting has opened"):
        correct(stage, objection)


def test_the_area_is_right_the_numbers_stay_and_the_hash_is_new(stage: Stage) -> None:
    objection = objected(called(stage))
    before, numbers = stage.vote.roll_hash, {e.person_id: e.number for e in entries(stage)}
    mend(stage)
    correct(stage, objection)
    after = entries(stage)
    assert {e.person_id: e.number for e in after} == numbers
    assert sum(e.area_hundredths for e in after) == 11_050 + 8_000 + 7_000
    assert stage.vote.roll_hash != before
    with pytest.raises(Refusal, match="already"):
        correct(stage, objection)


def test_who_bought_after_the_notice_does_not_come_in(stage: Stage) -> None:
    objection = objected(called(stage))
    mend(stage)
    with stage.cast.acting("刘敏") as work:
        flat = work.session.scalars(
            select(Ownership).where(Ownership.person_id == stage.cast.people["丙"])
        ).one()
        flat.to_on = date(2026, 4, 10)
        work.add(
            Ownership(
                dwelling_id=flat.dwelling_id,
                person_id=stage.cast.people["赵玉梅"],
                from_on=date(2026, 4, 11),
            )
        )
    correct(stage, objection)
    assert stage.cast.people["赵玉梅"] not in {e.person_id for e in entries(stage)}
    assert stage.cast.people["丙"] in {e.person_id for e in entries(stage)}


def test_co_owners_without_a_named_voter_count_and_cannot_vote(stage: Stage) -> None:
    with stage.cast.acting("刘敏") as work:
        flat = work.session.scalars(
            select(Ownership).where(Ownership.person_id == stage.cast.people["乙"])
        ).one()
        work.add(
            Ownership(
                dwelling_id=flat.dwelling_id,
                person_id=stage.cast.people["赵玉梅"],
                from_on=date(2020, 1, 1),
            )
        )
    called(stage)
    nobody = next(e for e in entries(stage) if e.person_id is None)
    assert (nobody.heads, nobody.area_hundredths) == (1, 8_000)
    assert len(entries(stage)) == 3
    stage.go(at(4, 24))
    with stage.cast.acting("林娜") as work, pytest.raises(Refusal, match="Nobody may vote on this line"):
        acts.key_sheet(work, stage.vote_id, number=nobody.number, choice="yes")


def test_no_notice_while_an_area_is_unknown(stage: Stage) -> None:
    with stage.cast.acting("刘敏") as work:
        mine = select(Ownership.dwelling_id).where(Ownership.person_id == stage.cast.people["甲"])
        work.session.execute(
            update(Dwelling).where(Dwelling.id.in_(mine.scalar_subquery())).values(area_hundredths=None)
        )
    with pytest.raises(Refusal, match="area of"):
        called(stage)


def test_the_committee_is_led_there_from_the_roll(stage: Stage, tmp_path: Path) -> None:
    objection = objected(called(stage))
    office = browser(stage.cast, "刘敏", folder=tmp_path)
    page = f"/votes/{stage.vote_id}/roll"
    assert f"{page}/corrections/{objection}" in office.get(page).text
    assert office.get(f"{page}/corrections/{objection}").says("册上还是原样")
    mend(stage)
    office.get(f"{page}/corrections/{objection}").says("110.50", "100.00")
    assert office.post(f"{page}/corrections/{objection}").says("名册已更正", "变更 1")
    neighbour = browser(stage.cast, "赵玉梅", folder=tmp_path)
    assert "corrections" not in neighbour.get(page).text
    assert neighbour.get(f"{page}/corrections/{objection}").status == 403
