"""Open issues that sound like what somebody is about to raise."""

from typing import Any

import pytest

from civic.finding.alike import Matter, likeness, pairs
from civic.finding.queries.similar import similar
from civic.propose import acts as propose
from civic.propose.rules import Further, Nature
from civic.propose.tables import Issue
from tests.cast import Cast
from tests.finding.looking import raised


def like(
    cast: Cast, title: str, text: str = "", building: str | None = "2号楼", category: str = "repairs"
) -> list[str]:
    """Titles of what is shown before it is sent, in their order."""
    building_id = cast.buildings[building] if building else None
    with cast.acting("孙浩", write=False) as work:
        ids = similar(work, title, text, building_id, category)
        return [work.get(Issue, ident).title for ident in ids]


def here(cast: Cast, title: str, building: str | None = "2号楼", **more: Any) -> int:
    building_id = cast.buildings[building] if building else None
    return raised(cast, title, building_id=building_id, category="repairs", **more)


def test_pairs_leave_out_what_says_nothing() -> None:
    assert pairs("2号楼的雨水管断了，请处理") == {"雨水", "水管", "管断"}
    assert pairs("Street lamp is out") == {"street", "lamp"}
    assert pairs("") == frozenset()


@pytest.mark.parametrize(
    ("mine", "other", "alike"),
    [
        ("雨水管断了", "2号楼门口雨水管又断了", True),
        ("单元门关不上", "单元门坏了", True),
        ("雨水管断了", "楼道灯不亮", False),
        ("楼下早市占道", "早市占道太乱", True),
        ("请尽快解决问题", "希望大家处理问题", False),
    ],
)
def test_what_sounds_alike(mine: str, other: str, *, alike: bool) -> None:
    one, another = (Matter(title, "", 2, "repairs") for title in (mine, other))
    assert bool(likeness(one, another)) is alike


def test_of_another_building_it_is_another_matter() -> None:
    mine = Matter("雨水管断了", "", 2, "repairs")
    assert likeness(mine, Matter("雨水管断", "", 2, "repairs")) > likeness(
        mine, Matter("雨水管断", "", 3, "repairs")
    )
    assert likeness(mine, Matter("雨水管堵", "", 3, "repairs")) == 0


def test_the_most_alike_first_and_five_at_most(cast: Cast) -> None:
    for title in (
        "楼道灯不亮",
        "雨水管断了",
        "雨水管漏水",
        "雨水管又断了一截",
        "雨水管断口伤人",
        "雨水管断了没人管",
        "雨水管断裂",
    ):
        here(cast, title)
    found = like(cast, "雨水管又断了一截")
    assert len(found) == 5
    assert found[0] == "雨水管又断了一截"
    assert "楼道灯不亮" not in found
    assert like(cast, "……！") == []


def test_what_is_over_or_private_is_not_shown(cast: Cast) -> None:
    ended, private = here(cast, "雨水管断了"), raised(cast, "雨水管断了，邻居不认账", category="disputes")
    with cast.acting("刘敏") as work:
        propose.verify_issue(work, ended, findings="属实", nature=Nature.SELF_GOVERNANCE)
        propose.decline_issue(work, ended, reason="已有人修")
    assert private
    assert like(cast, "雨水管断了") == []


def test_a_building_that_is_not_shown_is_not_guessed(cast: Cast) -> None:
    here(cast, "门口单车乱停", more=Further(hide_building=True))
    assert like(cast, "地下单车着火", category="safety") == []
    here(cast, "门口单车乱放")
    assert like(cast, "地下单车着火", category="safety") == ["门口单车乱放"]


def test_nothing_of_another_community(cast: Cast) -> None:
    here(cast, "雨水管断了")
    with cast.acting("维托", write=False) as work:
        assert similar(work, "雨水管断了", "", None, "repairs") == []
