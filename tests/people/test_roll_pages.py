"""The roll on its pages: who finds whom, what of them is seen, that nothing else is."""

from pathlib import Path

import pytest

from civic.store.engine import Database
from tests.people.kept import BORN, LOGIN, MASKED_BORN, MASKED_PHONE, PHONE, Kept, crowd, keep
from tests.web import Browser, statements

NAME, DOOR = "何藏名甲", "1号楼1单元101"
DAY = f"{BORN.year}年{BORN.month}月{BORN.day}日"

FIELDS = ["name", "phone", "born", "door", "relation", "share", "login", "helper", "account"]
# F in full · m masked · - not there at all
PAGE = {
    #               name
    #               |  phone
    #               |  |  born
    #               |  |  |  door
    #               |  |  |  |  relation
    #               |  |  |  |  |  share
    #               |  |  |  |  |  |  login
    #               |  |  |  |  |  |  |  helper
    #               |  |  |  |  |  |  |  |  account
    "刘敏":        "F  m  m  F  F  F  -  F  F",
    "刘敏 pressed": "F  F  F  F  F  F  F  F  F",
    "关锋 glass":   "F  m  m  F  F  F  -  F  F",
    "楼一":        "F  m  m  F  F  -  -  F  F",
    "楼一 pressed": "F  F  F  F  F  -  -  F  F",
    "门一":        "F  m  m  F  F  -  -  F  F",
    "格一":        "F  m  m  F  F  -  -  -  F",
    "格一 pressed": "F  F  F  F  F  -  -  -  F",
}  # fmt: skip
"""What of 何藏名甲 stands on their page, by reader."""

SAYS = {
    "name": {"F": NAME},
    "phone": {"F": PHONE, "m": MASKED_PHONE},
    "born": {"F": DAY, "m": MASKED_BORN},
    "door": {"F": DOOR},
    "relation": {"F": "户主"},
    "share": {"F": "份额1/2"},
    "login": {"F": LOGIN},
    "helper": {"F": "可以帮办的人"},
    "account": {"F": "有账号"},
}

SEES_NOBODY = {
    None: 200, "赵玉梅": 403, "孙浩": 403, "周建": 403, "陈书": 403, "吴波": 403, "郑丽": 403, "林娜": 403, "唐伟": 403,
    "马军": 403, "业委": 403, "关锋": 403, "维托": 404, "刘志强": 404, "楼三": 404, "门二": 404,
}  # fmt: skip
"""Who gets nothing of 何藏名甲: visitors are led to sign in, others refused, keepers of other doors find nobody."""


@pytest.fixture
def kept(database: Database) -> Kept:
    return keep(database)


def enter(kept: Kept, reader: str, folder: Path) -> Browser:
    """The reader's browser at the page, the glass broken or the button pressed where the row says so."""
    name, _, done = reader.partition(" ")
    reading, page = kept.at(name, folder), f"/admin/people/{kept.people['甲']}"
    if done == "glass":
        reading.get("/admin/people")
        reading.post("/admin/glass", reason="夜里漏水，急找住户联系")
    reading.get(page)
    if done == "pressed":
        reading.post(f"{page}/show")
    return reading


@pytest.mark.parametrize("reader", PAGE)
def test_every_field_for_every_keeper_on_the_page(kept: Kept, reader: str, tmp_path: Path) -> None:
    page = enter(kept, reader, tmp_path).page
    assert page.status == 200
    for name, wanted in zip(FIELDS, PAGE[reader].split(), strict=True):
        for how, words in SAYS[name].items():
            assert (words in page) == (how == wanted), (name, how, wanted)


@pytest.mark.parametrize("part", [False, True])
@pytest.mark.parametrize("reader", ["刘敏", "楼一", "门一", "格一", "关锋 glass", "楼一 pressed"])
def test_lists_and_their_fragments_show_masked_values_alone(
    kept: Kept, reader: str, part: bool, tmp_path: Path
) -> None:
    reading = enter(kept, reader, tmp_path)
    if part:
        reading.client.headers.update({"HX-Request": "true", "HX-Request-Type": "partial"})
    for typed in ("", "何藏名甲", "hcm", "101", "1-1-101", "1号楼1单元101"):
        page = reading.get(f"/admin/people?q={typed}")
        assert page.says(NAME, DOOR, MASKED_PHONE, MASKED_BORN)
        assert ("<main" in page.text) != part
        for private in (PHONE, DAY, BORN.isoformat(), LOGIN):
            assert private not in page.text


@pytest.mark.parametrize(("name", "status"), SEES_NOBODY.items())
def test_others_get_nothing_of_them(kept: Kept, name: str | None, status: int, tmp_path: Path) -> None:
    reading, ident = kept.at(name, tmp_path), kept.people["甲"]
    page = reading.get(f"/admin/people/{ident}")
    assert page.status == status
    assert "藏名甲" not in page.text
    listed = reading.get("/admin/people?q=何藏名甲")
    assert "/people/" + str(ident) not in listed.text
    assert PHONE not in page.text + listed.text
    gaps = reading.get("/admin/gaps/voter")
    assert f"/dwellings/{kept.dwellings['101']}" not in gaps.text


def test_a_head_meets_an_owner_who_lives_elsewhere_at_the_owned_door_alone(
    kept: Kept, tmp_path: Path
) -> None:
    page = kept.at("门二", tmp_path).get(f"/admin/people/{kept.people['丙']}")
    assert page.says("何藏名丙", "业主", "1号楼2单元201", MASKED_PHONE)
    assert "1号楼2单元201" in kept.at("门二", tmp_path).get("/admin/people")
    assert "3号楼" not in page
    # Nor does the search tell where: the home's door finds nobody.
    assert "何藏名丙" not in kept.at("门二", tmp_path).get("/admin/people?q=3-1-301")
    assert "何藏名丙" in kept.at("门二", tmp_path).get("/admin/people?q=201")


def test_a_telephone_number_finds_nobody(kept: Kept, tmp_path: Path) -> None:
    reading = kept.at("刘敏", tmp_path)
    for typed in (PHONE, PHONE[-4:], "138", "1943-05-12", "1943", LOGIN):
        page = reading.get(f"/admin/people?q={typed}")
        assert page.says("名册里没有找到")
        assert "何藏名" not in page


def test_whoever_is_gone_is_found_by_name_and_by_the_committee_only(kept: Kept, tmp_path: Path) -> None:
    committee, head = kept.at("刘敏", tmp_path), kept.at("楼一", tmp_path)
    assert "何藏名丁" not in committee.get("/admin/people")
    assert committee.get("/admin/people?q=何藏名丁").says("何藏名丁", "起不在册")
    assert "何藏名丁" not in head.get("/admin/people?q=何藏名丁")


def test_another_communitys_people_are_not_there(kept: Kept, tmp_path: Path) -> None:
    there = kept.at("维托", tmp_path)
    assert there.get(f"/admin/people/{kept.people['甲']}").status == 404
    assert kept.at("刘敏", tmp_path).get(f"/admin/people/{kept.cast.people['维托']}").status == 404
    there.get("/admin/people")
    assert there.post(f"/admin/people/{kept.people['甲']}/show", tokens=_any(there)).status == 404


def test_no_office_but_the_keepers_widens_the_reach(kept: Kept, database: Database, tmp_path: Path) -> None:
    """孙浩 represents building 2; made head of an entrance in building 1 he still keeps that entrance alone."""
    from sqlalchemy.orm import Session

    from civic.people.tables import Office
    from tests.people.kept import SINCE

    cast = kept.cast
    with Session(database.writer) as session:
        session.add(
            Office(
                community_id=cast.community_id, person_id=cast.people["孙浩"], kind="entrance_head",
                building_id=cast.buildings["1号楼"], entrance=1, from_on=SINCE,
            )
        )  # fmt: skip
        session.commit()
    page = kept.at("孙浩", tmp_path).get("/admin/people")
    assert page.says(NAME)
    assert "赵玉梅" not in page


def test_when_the_term_ends_the_roll_is_shut_on_the_next_request(
    kept: Kept, database: Database, tmp_path: Path
) -> None:
    from datetime import timedelta

    from sqlalchemy.orm import Session

    from civic.people.tables import Office

    reading = kept.at("楼一", tmp_path)
    assert reading.get("/admin/people").status == 200
    with Session(database.writer) as session:
        office = session.query(Office).filter_by(person_id=kept.cast.people["楼一"]).one()
        office.to_on = kept.cast.clock.now().date() - timedelta(days=1)
        session.commit()
    assert reading.get("/admin/people").status == 403


@pytest.mark.parametrize("name", ["刘敏", "楼一"])
def test_statements_do_not_grow_with_the_roll(
    kept: Kept, database: Database, name: str, tmp_path: Path
) -> None:
    counted = []
    for number in (5, 500):
        crowd(database, kept, number)
        reading = kept.at(name, tmp_path)
        reading.get("/admin/people")
        with statements(database) as seen:
            assert reading.get("/admin/people").status == 200
            assert reading.get(f"/admin/people/{kept.people['甲']}").status == 200
            assert reading.get("/admin/gaps/area").status == 200
        counted.append(len(seen))
    assert counted[0] == counted[1] <= 40, counted


def _any(reading: Browser) -> dict[str, str]:
    reading.get("/in")
    return reading.tokens()


def test_keepers_see_their_own_entry_whole(kept: Kept, database: Database, tmp_path: Path) -> None:
    from sqlalchemy.orm import Session

    from civic.people.tables import Person

    me = kept.cast.people["刘敏"]
    with Session(database.writer) as session:
        session.get_one(Person, me).phone = PHONE
        session.commit()
    page = kept.at("刘敏", tmp_path).get(f"/admin/people/{me}")
    assert page.says("刘敏", PHONE)
    assert "显示电话和出生日期" not in page


def test_other_pages_of_the_roll_tell_an_administrator_where_the_glass_is(kept: Kept, tmp_path: Path) -> None:
    admin = kept.at("关锋", tmp_path)
    admin.get("/admin/people")
    page = admin.post(f"/admin/people/{kept.people['甲']}/show", tokens=admin.tokens())
    assert page.status == 403
    assert page.says("名册不对系统管理员开放", "“人员”页")


def test_keepers_find_the_roll_under_me_and_others_do_not(kept: Kept, tmp_path: Path) -> None:
    for name, paths in {
        "刘敏": {"people", "offices"}, "楼一": {"people"}, "关锋": {"people", "offices", "looks"}, "周建": {"looks"},
        "赵玉梅": set(), "孙浩": set(),
    }.items():  # fmt: skip
        text = kept.at(name, tmp_path).get("/me").text
        found = {path for path in ("people", "offices", "looks") if f'href="/gongfu/admin/{path}"' in text}
        assert found == paths, name
