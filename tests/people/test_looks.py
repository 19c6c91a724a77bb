"""Looks at private data: logged every time, short, told to whom they concern; the glass before the roll."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.ledger.tables import Entry
from civic.people.acts.exports import take_export
from civic.people.acts.looks import break_glass, show_person
from civic.people.queries.looks import looks, looks_at
from civic.people.queries.reach import GlassShut, reach_of
from civic.people.rules.keeping import still_open
from civic.store.engine import Database
from tests.people.kept import PHONE, Kept, keep, looked

WHY = "夜里漏水，急找住户联系"


@pytest.fixture
def kept(database: Database) -> Kept:
    return keep(database)


def test_nobody_shows_whom_they_do_not_reach(kept: Kept, database: Database) -> None:
    ident = kept.people["甲"]
    for name, error in {
        "赵玉梅": NotAllowed, "孙浩": NotAllowed, "周建": NotAllowed, "业委": NotAllowed, "关锋": GlassShut,
        "刘志强": NotFound, "楼三": NotFound, "门二": NotFound, "维托": NotFound,
    }.items():  # fmt: skip
        with pytest.raises(error), kept.cast.acting(name) as work:
            show_person(work, ident)
    assert looked(database, kept.cast) == []


def test_a_look_is_logged_and_lasts_ten_minutes_for_its_viewer(
    kept: Kept, database: Database, tmp_path: Path
) -> None:
    page = f"/admin/people/{kept.people['甲']}"
    head, other = kept.at("楼一", tmp_path), kept.at("刘敏", tmp_path)
    head.get(page)
    shown = head.post(f"{page}/show")
    assert shown.says("只对您显示十分钟", PHONE)
    assert PHONE not in other.get(page).text
    [look] = looked(database, kept.cast)
    assert (look.viewer_id, look.person_id, look.standing) == (
        kept.cast.people["楼一"], kept.people["甲"], "building_head",
    )  # fmt: skip
    kept.cast.clock.advance(minutes=9, seconds=59)
    assert PHONE in head.get(page).text
    kept.cast.clock.advance(seconds=1)
    assert PHONE not in head.get(page).text


def test_the_ledger_tells_of_it_without_a_name(kept: Kept, database: Database) -> None:
    with kept.cast.acting("刘敏") as work:
        show_person(work, kept.people["甲"])
        take_export(work, masked=False, reason=WHY)
    with kept.cast.acting("关锋") as work:
        break_glass(work, WHY)
    with Session(database.reader) as session:
        told = [entry.payload for entry in session.query(Entry).filter(Entry.kind.startswith("people:"))]
    assert len(told) == 3
    assert not any(word in str(each) for each in told for word in ("藏名", PHONE, "漏水"))


def test_an_administrator_meets_the_glass_first(kept: Kept, database: Database, tmp_path: Path) -> None:
    admin = kept.at("关锋", tmp_path)
    for path in ("/admin/people", f"/admin/people/{kept.people['甲']}", "/admin/gaps/area"):
        page = admin.get(path)
        assert page.status == 403
        assert page.says("名册未开放", "为什么必须查阅")
        assert "藏名" not in page.text
    short = admin.post("/admin/glass", reason="看看")
    assert short.status == 422
    assert short.says("至少 10 个字")
    assert looked(database, kept.cast) == []
    opened = admin.post("/admin/glass", reason=WHY)
    assert opened.says("名册对您开放到", "您正在紧急查阅")
    for minutes in (20, 20, 19):  # an officer's session idles for half an hour at most
        kept.cast.clock.advance(minutes=minutes)
        assert admin.get(f"/admin/people/{kept.people['甲']}").says("何藏名甲", "您正在紧急查阅")
    kept.cast.clock.advance(minutes=1)
    # Shut again; the password comes first, so that no reason is typed in vain.
    there = f"/admin/people/{kept.people['甲']}"
    page = admin.get(there)
    assert page.says("请再输一次密码")
    assert "何藏名甲" not in page.text
    assert f"/in?next=/gongfu{there}" in page.text


def test_one_administrators_glass_opens_nothing_to_others(kept: Kept) -> None:
    with kept.cast.acting("关锋") as work:
        break_glass(work, WHY)
        assert reach_of(work).everybody
    for name in ("周建", "赵玉梅", "陈书"):
        with pytest.raises(NotAllowed), kept.cast.acting(name) as work:
            reach_of(work)
        with pytest.raises(NotAllowed), kept.cast.acting(name) as work:
            break_glass(work, WHY)


@pytest.mark.parametrize("reason", ["", "看", "         ", "短短的 理 由", "a  b  c  d  e"])
def test_a_reason_must_be_one(kept: Kept, reason: str) -> None:
    with pytest.raises(Refusal), kept.cast.acting("关锋") as work:
        break_glass(work, reason)


def test_supervisors_and_administrators_read_the_log_masked(kept: Kept, tmp_path: Path) -> None:
    with kept.cast.acting("楼一") as work:
        show_person(work, kept.people["甲"])
    kept.cast.clock.advance(minutes=1)
    with kept.cast.acting("关锋") as work:
        break_glass(work, WHY)
    for name in ("周建", "关锋"):
        page = kept.at(name, tmp_path).get("/admin/looks")
        assert page.says("楼一，楼长", "何**，1号楼", "关锋，系统管理员", WHY)
        assert "藏名" not in page.text
    for name, status in {"刘敏": 403, "楼一": 403, "赵玉梅": 403, "孙浩": 403}.items():
        assert kept.at(name, tmp_path).get("/admin/looks").status == status


def test_the_log_is_filtered_and_paged_the_newest_first(kept: Kept, tmp_path: Path) -> None:
    for _ in range(21):
        with kept.cast.acting("楼一") as work:
            show_person(work, kept.people["甲"])
        kept.cast.clock.advance(minutes=1)
    with kept.cast.acting("关锋") as work:
        break_glass(work, WHY)
    reading = kept.at("周建", tmp_path)
    first, second = reading.get("/admin/looks").text, reading.get("/admin/looks?page=2")
    assert first.index("关锋") < first.index("楼一")
    assert second.says("第 2 页 / 共 2 页")
    assert "页" not in reading.get("/admin/looks?what=glass").text.split("<ul")[1].split("</ul>")[0]
    only = reading.get(f"/admin/looks?by={kept.cast.people['关锋']}")
    assert WHY in only.text
    assert "何**" not in only
    for odd in ("?by=x", "?by=99999999999999", "?what=x", "?page=0", "?page=99"):
        assert reading.get(f"/admin/looks{odd}").status == 200


def test_everybody_learns_who_looked_at_them(kept: Kept) -> None:
    one, other = kept.people["甲"], kept.people["丙"]
    with kept.cast.acting("楼一") as work:
        show_person(work, one)
    with kept.cast.acting("刘敏") as work:
        take_export(work, masked=True)
        take_export(work, masked=False, reason=WHY, building_id=kept.cast.buildings["1号楼"])
    with kept.cast.acting("刘敏") as work:
        mine, theirs = looks_at(work, one), looks_at(work, other)
    assert {(each.viewer, each.standing, each.what) for each in mine} == {
        ("楼一", "building_head", "person"), ("刘敏", "committee", "export"),
    }  # fmt: skip
    assert theirs == []
    with kept.cast.acting("关锋") as work:
        break_glass(work, WHY)
    with kept.cast.acting("刘敏") as work:
        assert [each.what for each in looks_at(work, other)] == ["glass"]
        assert looks(work, 1).count == 4


def test_what_was_opened_closes(kept: Kept) -> None:
    now, ten = kept.cast.clock.now(), timedelta(minutes=10)
    assert still_open(None, ten, now) is None
    assert still_open(now, ten, now) == now + ten
    assert still_open(now - ten, ten, now) is None
    assert still_open(now + ten, ten, now) is None
