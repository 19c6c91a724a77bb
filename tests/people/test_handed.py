"""The hand-over sheet tells all that is open: what was taken on, consents that run, slips that lie ready."""

from datetime import date
from pathlib import Path

import pytest

from civic.people.acts.slips import tick_slips
from civic.people.handed import handed
from civic.people.queries.slips import cards_of
from civic.people.tables import Helping, Office
from civic.propose import acts
from civic.propose.handed import handed as matters
from civic.propose.tables import Issue
from civic.store.engine import Database
from tests.cast import MORNING, Cast, gather
from tests.people.household import ENTRANCE, Household, seat
from tests.people.test_slips_acts import issue
from tests.propose.conftest import raised
from tests.propose.test_settling import verified
from tests.web import browser, statements

HEAD = "刘志强"


@pytest.fixture
def cast(database: Database) -> Cast:
    return gather(database)


@pytest.fixture
def home(cast: Cast) -> Household:
    return seat(cast)


def office_of(cast: Cast, name: str) -> int:
    with cast.acting(name, write=False) as work:
        return work.one(Office, person_id=cast.people[name]).id


def sheet(cast: Cast, office: int, reader: str = "刘敏", *, most: int = 2) -> list[str]:
    with cast.acting(reader, write=False) as work, statements(cast.workshop.database) as seen:
        found = handed(work, work.get(Office, office))
    assert len(seen) <= most + 1
    return [f"{ask.question.params.get('name', ask.question.params.get('n'))}" for ask in found]  # type: ignore[union-attr]


def consenting(cast: Cast, person: str, helper: str, by: str, **more: object) -> None:
    with cast.acting(by) as work:
        values = {
            "kind": "relative", "consent": "paper", "recorded_by": cast.people[by], "recorded_at": work.now,
            "from_on": work.today, "until_on": date(2026, 8, 1), **more,
        }  # fmt: skip
        work.add(Helping(helper_id=cast.people[helper], person_id=cast.people[person], **values))


def test_what_the_head_took_on_stands_on_the_sheet(cast: Cast) -> None:
    mine = office_of(cast, HEAD)
    reference = verified(cast, raised(cast, "赵玉梅", "单元门关不上", building="2号楼"))
    with cast.acting("刘敏", write=False) as work:
        assert matters(work, work.get(Office, mine)) == []
    with cast.acting(HEAD) as work:
        acts.take_on(work, work.one(Issue, reference=reference).id)
    with cast.acting("刘敏", write=False) as work:
        [ask] = matters(work, work.get(Office, mine))
        assert matters(work, work.get(Office, office_of(cast, "唐伟"))) == []
    assert (ask.question, ask.path) == ("单元门关不上", f"/issues/{reference}")


def test_more_than_ten_are_told_as_more(cast: Cast, tmp_path: Path) -> None:
    for n in range(12):
        raised(cast, "赵玉梅", f"第{n}盏路灯不亮", building="2号楼")
    page = browser(cast, "刘敏", folder=tmp_path).get(f"/admin/offices/{office_of(cast, HEAD)}/handover")
    assert page.says("第9盏路灯不亮", "另有 2 项")
    assert "第10盏路灯不亮" not in page.text


def test_running_consents_and_whose_they_are(cast: Cast, home: Household) -> None:
    mine = office_of(cast, HEAD)
    assert sheet(cast, mine) == []
    consenting(cast, "赵玉梅", "王桂兰", "刘敏")
    consenting(cast, "赵玉梅", "王桂兰", HEAD, until_on=date(2026, 3, 1))
    consenting(cast, "赵玉梅", "王桂兰", HEAD, ended_at=MORNING)
    assert sheet(cast, mine) == [], "neither another's, nor one that is over"
    consenting(cast, "赵玉梅", "王桂兰", HEAD)
    assert sheet(cast, mine) == ["赵玉梅"]
    consenting(cast, "王桂兰", HEAD, "刘敏", kind="building_head", until_on=date(2026, 9, 1))
    assert sheet(cast, mine) == ["赵玉梅", "王桂兰"]
    with cast.acting("刘敏") as work:
        work.get(Office, mine).to_on = date(2026, 3, 1)
    assert sheet(cast, mine) == ["赵玉梅", "王桂兰"]
    assert sheet(cast, mine, HEAD) == ["赵**", "王**"], "whoever keeps the roll no more reads no whole name"


def test_slips_that_were_not_handed_out(cast: Cast, home: Household) -> None:
    mine, other = office_of(cast, HEAD), office_of(cast, "孙浩")
    issued = issue(cast)
    assert sheet(cast, mine) == [str(issued)]
    assert sheet(cast, other, most=0) == []
    with cast.acting(HEAD) as work:
        cards = cards_of(work, cast.buildings["2号楼"], ENTRANCE)
        tick_slips(
            work, cast.buildings["2号楼"], ENTRANCE,
            handed=[card.dwelling_id for card in cards if card.tickable], back=[],
        )  # fmt: skip
    assert sheet(cast, mine) == []
