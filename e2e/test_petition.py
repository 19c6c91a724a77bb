"""The committee says no; two of four representatives, one of them on paper, put it on the agenda all the same."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from e2e import road
from e2e import server as servers
from e2e.browser import PHONE, PHONE_BARE, WIDE, Look
from e2e.conftest import TODAY
from e2e.people import Cast

TITLE = "小广场的灯十点就关，散步看不见路"
REASON = "用电归街道管，居委会不办。"


@pytest.fixture
def representatives(world: Path, tmp_path: Path) -> tuple[Path, list[str]]:
    """The demo community with four representatives left in office: Sun Hao and three others."""
    data = servers.copy(world, tmp_path / "four")
    with sqlite3.connect(data / "civic.sqlite") as database:
        sitting = database.execute(
            "SELECT office.id, person.name FROM office JOIN person ON person.id = office.person_id "
            "WHERE office.kind = 'representative' AND office.to_on IS NULL OR office.to_on > ? "
            "AND office.kind = 'representative' ORDER BY person.name = '孙浩' DESC, office.id",
            (TODAY,),
        ).fetchall()
        kept, ended = sitting[:4], sitting[4:]
        database.executemany(
            "UPDATE office SET to_on = '2026-01-31' WHERE id = ?", [(row[0],) for row in ended]
        )
    database.close()
    return data, [name for _id, name in kept]


@pytest.fixture
def four(browser: Browser, representatives: tuple[Path, list[str]], look: Look) -> Iterator[Cast]:
    with servers.serving(representatives[0], CIVIC_DEMO_TODAY=TODAY) as base:
        cast = Cast(browser, look, base)
        yield cast
        cast.leave()


@pytest.mark.parametrize("look", [PHONE_BARE, PHONE, WIDE], indirect=True, ids=str)
def test_representatives_force_a_declined_issue_onto_the_agenda(
    four: Cast, representatives: tuple[Path, list[str]]
) -> None:
    zhao, sun, liu, hao = (four[name] for name in ("赵玉梅", "孙浩", "刘敏", "郝建平"))
    other = representatives[1][1]
    at = road.raise_issue(zhao, TITLE, "昨晚摔了一位。", "延长到十一点。")
    road.check(liu, at, "现场看过，属实。")
    road.settle(liu, at, "Decline it", reason=REASON)
    zhao.opens(at).reads("这件事不予受理", REASON).presses("Begin a petition")
    zhao.reads("4 名居民代表中至少 2 名", "签名期为 30 天").presses("Begin the petition")
    zhao.reads("联名已发起", "以居民身份签名")
    assert not zhao.may_press("Sign as a representative")
    sun.opens(at).presses("Sign as a representative").reads("签名成功", "您已签名")
    sun.presses("Take my signature back").reads("您的签名已撤回").presses("Sign as a representative")
    four[""].opens(at).presses("Print a sheet for signatures on paper")
    liu.opens(at).presses("Enter signatures from a sheet").fills(q=other).presses("Search")
    liu.fills(person_id=other, way="representative").presses("Enter this signature").reads("您录入的有 1 条")
    liu.opens(f"{at}/petition/entries").reads("请由他人核对")
    hao.opens("/").reads("核对 1 个纸质签名").opens(f"{at}/petition/entries")
    hao.presses("It stands on the sheet").reads("已计入")
    public = four[""].opens(at)
    public.reads("讨论中", "联名成功：已有 2 人签名", "居委会当时不予受理的理由", REASON)
    for name in (other, "赵玉梅", "孙浩"):
        assert not public.sees(name), name
    liu.opens(f"{at}/settlement", status=409)
    public.opens("/notices").reads(TITLE)
    zhao.opens("/").reads("查看联名结果")
