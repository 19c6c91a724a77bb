"""Who takes part in a discussion, and until when: the circle, its last day, that day moved with a public reason."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.discuss import acts
from civic.discuss.rules.circle import may_extend, still_open
from civic.permissions import Standing
from civic.propose import acts as propose
from civic.propose.rules.invitation import By, Circle, Invitation, invitation_faults, may_take_part
from civic.store.engine import Database
from tests.cast import Cast, gather
from tests.discuss.story import at, concluded, opened, raised, say, topic_of
from tests.discuss.test_papers import ahead
from tests.discuss.test_talk import told
from tests.web import browser

S = Standing
ISSUE = "/issues/GF-2026-001"
DAY = date(2026, 3, 18)


@pytest.fixture
def cast(database: Database) -> Cast:
    cast = gather(database)
    at(cast, 3, 13)
    return cast


def invited(cast: Cast, invitation: Invitation, until_on: date | None = None) -> tuple[int, int]:
    """An accepted topic with this circle: issue and topic."""
    issue = raised(cast)
    with cast.acting("刘敏") as work:
        propose.accept_issue(
            work,
            issue,
            background="早市占道",
            scope="一段路",
            days=5,
            invitation=invitation,
            until_on=until_on,
        )
    return issue, topic_of(cast, issue).id


@pytest.mark.parametrize(
    ("circle", "buildings", "standings", "building", "may"),
    [
        (Circle.ALL, (), (S.TENANT,), None, True),
        (Circle.OWNERS, (), (S.TENANT,), 1, False),
        (Circle.OWNERS, (), (S.RESIDENT, S.OWNER), 1, True),
        (Circle.OWNERS, (1, 2), (S.OWNER,), 3, False),  # of another estate
        (Circle.OWNERS, (1, 2), (S.OWNER,), 2, True),
        (Circle.BUILDINGS, (1,), (S.RESIDENT,), 2, False),
        (Circle.BUILDINGS, (1,), (S.TENANT,), 1, True),
        (Circle.BUILDINGS, (1,), (S.RESIDENT,), None, False),  # without a home here
        (Circle.BUILDINGS, (1,), (S.COMMITTEE, S.RESIDENT), 2, True),  # in an office: they answer
        (Circle.OWNERS, (1,), (S.ADVISOR,), None, True),
    ],
)
def test_who_takes_part(
    circle: Circle,
    buildings: tuple[int, ...],
    standings: tuple[Standing, ...],
    building: int | None,
    may: bool,
) -> None:
    assert bool(may_take_part(Invitation(circle, buildings, "x"), standings, building)) is may


@pytest.mark.parametrize(
    ("invitation", "until_on", "wrong"),
    [
        (Invitation(), None, set()),
        (Invitation(), DAY, set()),
        (Invitation(), date(2026, 3, 17), {"until_on"}),
        (Invitation(), date(2027, 3, 17), {"until_on"}),
        (Invitation(Circle.BUILDINGS), None, {"buildings"}),
        (Invitation(ways=()), None, {"ways"}),
    ],
)
def test_what_an_invitation_must_hold(invitation: Invitation, until_on: date | None, wrong: set[str]) -> None:
    assert invitation_faults(invitation, until_on, DAY, date(2026, 3, 13)).keys() == wrong


def test_the_last_day_counts_until_24() -> None:
    assert still_open(None, DAY)
    assert still_open(DAY, DAY)
    assert not still_open(DAY, date(2026, 3, 19))
    assert not may_extend(DAY, DAY, date(2026, 3, 1), written=False)
    assert not may_extend(DAY, date(2026, 3, 20), date(2026, 3, 20), written=False), "not to today"
    assert not may_extend(DAY, date(2026, 3, 25), date(2026, 3, 20), written=True)
    assert may_extend(DAY, date(2026, 3, 25), date(2026, 3, 20), written=False)


def test_a_neighbour_of_another_building_reads_and_does_not_speak(cast: Cast) -> None:
    home = cast.buildings["1号楼"]
    _issue, topic = invited(cast, Invitation(Circle.BUILDINGS, (home,), "1号楼"))
    with pytest.raises(Refusal, match="Who takes part here"):
        say(cast, "赵玉梅", topic)
    assert say(cast, "刘敏", topic), "in an office"


def test_it_closes_with_its_day_and_opens_again_only_by_a_public_reason(cast: Cast) -> None:
    issue, topic = invited(cast, Invitation(), date(2026, 3, 20))
    assert ahead(cast, issue).by == date(2026, 3, 20)
    at(cast, 3, 20, 23, 59)
    said = say(cast, "赵玉梅", topic)
    with pytest.raises(Refusal, match="People speak on this until"):
        concluded(cast, topic)
    at(cast, 3, 21, 0)
    with pytest.raises(Refusal, match="People could speak on this until"):
        say(cast, "王桂兰", topic)
    with pytest.raises(Refusal, match="People could speak"), cast.acting("王桂兰") as work:
        acts.reply(work, said, text="我也是")
    with pytest.raises(NotAllowed), cast.acting("赵玉梅") as work:
        acts.extend_talk(work, topic, to_on=date(2026, 3, 28), reason="还有人没说")
    with pytest.raises(NotFound), cast.acting("维托") as work:
        acts.extend_talk(work, topic, to_on=date(2026, 3, 28), reason="还有人没说")
    with pytest.raises(Refusal, match="day after"), cast.acting("刘敏") as work:
        acts.extend_talk(work, topic, to_on=date(2026, 3, 20), reason="还有人没说")
    with cast.acting("刘敏") as work:
        acts.extend_talk(work, topic, to_on=date(2026, 3, 28), reason="还有人没说")
    assert told(cast, issue)[-1] == "讨论截止日由3月20日延到3月28日，理由公开。"
    assert say(cast, "王桂兰", topic)


def test_after_the_outcome_the_day_is_not_moved(cast: Cast) -> None:
    _issue, topic = opened(cast)
    at(cast, 3, 30)
    concluded(cast, topic)
    with pytest.raises(Refusal), cast.acting("刘敏") as work:
        acts.extend_talk(work, topic, to_on=date(2026, 4, 28), reason="还有人没说")


def test_the_page_says_who_how_and_until_when_also_when_it_is_over(cast: Cast, tmp_path: Path) -> None:
    home = cast.buildings["2号楼"]
    invited(cast, Invitation(Circle.BUILDINGS, (home,), "2号楼", (By.HERE, By.PAPER)), date(2026, 3, 20))
    visitor = browser(cast, folder=tmp_path)
    visitor.get(ISSUE).says("2号楼的居民", "在这里发言、交书面意见，效力一样", "3月13日至3月20日")
    visitor.get("/notices/1").says("参加范围：2号楼的居民", "讨论到3月20日 24:00 截止。")
    at(cast, 3, 21)
    committee = browser(cast, "刘敏", folder=tmp_path)
    committee.get(ISSUE).says("2号楼的居民", "讨论到3月20日 24:00 为止，现已结束。")
    committee.get(f"{ISSUE}/talk-until")
    page = committee.post(f"{ISSUE}/talk-until", to_on="2026-03-20", reason="还有人没说")
    assert page.status == 422
    committee.post(f"{ISSUE}/talk-until", to_on="2026-03-28", reason="还有人没说")
    visitor.get(ISSUE).says("3月20日", "3月28日", "还有人没说")


def test_the_committee_says_it_when_it_accepts(cast: Cast, tmp_path: Path) -> None:
    raised(cast)
    committee = browser(cast, "刘敏", folder=tmp_path)
    way = f"{ISSUE}/settlement/accept"
    typed: dict[str, Any] = {"background": "早市占道", "scope": "一段路", "days": "5", "circle": "buildings"}
    committee.get(way)
    page = committee.post(way, **typed)
    assert page.status == 422
    page.says("请至少选一栋楼。", "请至少选一种参加方式。")
    typed |= {"buildings": str(cast.buildings["2号楼"]), "ways": "here", "until_on": "2026-03-25"}
    committee.post(way, **{**typed, "buildings": "9999"}).says("请选择其中一项。")
    committee.post(way, **typed).says("2号楼的居民", "在这里发言", "讨论截止日")
    committee.post(way, **typed, sure="yes")
    committee.get(ISSUE).says("2号楼的居民", "3月13日至3月25日")
