"""Names on the roll of an owners' vote: for its owners' committee, from the notice to the close, each look logged."""

from datetime import date
from pathlib import Path

import pytest

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.decide import acts
from civic.decide.queries.owner_roll import open_until, owner_names
from civic.decide.queries.rolls import roll_page
from civic.people.tables import Look, Looked, Office
from civic.propose.rules import Nature
from civic.store.engine import Database
from tests.cast import Cast, gather
from tests.decide.stage import Stage, at, build_estate, notify, to_the_outcome
from tests.web import browser

HOMES = {"何甲": [10_000], "何乙": [8_000, 8_000], "何丙": [9_000], "开发商": [5_000, 5_000]}


@pytest.fixture
def called(database: Database) -> Stage:
    """Noticed, to open on 24 April; 何甲 sits on the owners' committee and owns there, 王桂兰 sits and does not."""
    cast = gather(database)
    build_estate(cast, HOMES)
    stage = to_the_outcome(cast, Nature.OWNERS_GENERAL, studied=False)
    with cast.acting("刘敏") as work:
        work.get(type(stage.issue), stage.issue_id).building_id = cast.buildings["曙光1号楼"]
        for name in ("何甲", "王桂兰"):
            work.add(Office(person_id=cast.people[name], kind="owners_committee", from_on=date(2026, 1, 1)))
    notify(stage, preset="OWN_GENERAL", channel="paper", opens=at(4, 24), closes=at(5, 8, 18))
    return stage


def look(stage: Stage, name: str | None) -> None:
    with stage.cast.acting(name) as work:
        acts.show_owner_roll(work, stage.vote_id)


def looks(cast: Cast) -> int:
    with cast.acting("刘敏", write=False) as work:
        return work.session.query(Look).filter_by(what=Looked.OWNERS.value).count()


@pytest.mark.parametrize("name", ["刘敏", "周建", "何乙", "关锋", "马军", "王桂兰", None])
def test_others_see_no_name(called: Stage, name: str | None) -> None:
    with pytest.raises(NotAllowed):
        look(called, name)
    assert looks(called.cast) == 0


def test_the_next_community_sees_no_vote(called: Stage) -> None:
    with pytest.raises((NotFound, NotAllowed)):
        look(called, "维托")


def test_only_while_the_vote_is_on(called: Stage) -> None:
    called.go(at(4, 30))
    look(called, "何甲")
    called.go(at(5, 8, 18))
    with pytest.raises(Refusal, match="until the vote closes"):
        look(called, "何甲")
    assert looks(called.cast) == 1


def test_no_other_vote_is_theirs(called: Stage) -> None:
    with called.cast.acting("刘敏") as work:
        work.get(type(called.vote), called.vote_id).preset = "RES_REP"
    with pytest.raises(Refusal, match="no vote of owners"):
        look(called, "何甲")


def test_the_names_open_by_a_press_and_close_by_themselves(called: Stage, tmp_path: Path) -> None:
    there = browser(called.cast, "何甲", folder=tmp_path)
    path = f"/votes/{called.vote_id}/roll/names"
    assert path in there.get(f"/votes/{called.vote_id}/roll").text
    assert there.get(path).says("显示姓名", "监督")
    assert "何乙" not in there.page.text
    assert there.post(path).says("何乙", "160.00", "本次查看已留痕")
    supervisor = browser(called.cast, "周建", folder=tmp_path).get("/admin/looks")
    assert supervisor.says("业主表决名册上的姓名", "何甲", "业主委员会")
    called.cast.clock.advance(hours=1)
    assert "何乙" not in there.get(path).text


def test_the_table_of_sight_is_asked(called: Stage) -> None:
    """Without the office the same line would read 何**."""
    look(called, "何甲")
    for name, read in (("何甲", "何乙"), ("周建", "何**")):
        with called.cast.acting(name, write=False) as work:
            rows, _pages = roll_page(work, called.vote, 1)
            assert read in owner_names(work, rows).values()
            assert bool(open_until(work)) is (name == "何甲")
