"""People entered and corrected by hand: by whom, what is refused, what is shown, what the ledger keeps."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.ledger.tables import Entry
from civic.people.acts.people import Facts, add_person, change_person
from civic.people.tables import Person, PersonKind, Residence
from civic.store.engine import Database
from tests.people.kept import BORN, LOGIN, MASKED_PHONE, PHONE, Kept, keep, looked
from tests.people.test_roll_pages import DAY, DOOR, NAME
from tests.web import Browser

NEW = Facts("钱多多", "13900001111", date(1990, 2, 3))


@pytest.fixture
def kept(database: Database) -> Kept:
    return keep(database)


def row(kept: Kept, ident: int) -> Person:
    with kept.cast.acting(None, write=False) as work:
        found = work.get(Person, ident)
        work.session.expunge(found)
    return found


def told(kept: Kept, kind: str) -> list[str]:
    """Payloads of that kind in the ledger."""
    with kept.cast.acting(None, write=False) as work:
        return list(
            work.session.scalars(select(Entry.payload).where(Entry.kind == kind).order_by(Entry.height))
        )


def refused(kept: Kept, who: str, facts: Facts, kind: PersonKind = PersonKind.PERSON) -> str:
    with pytest.raises((NotAllowed, Refusal)) as no, kept.cast.acting(who) as work:
        add_person(work, facts, kind)
    return no.value.because.text


@pytest.mark.parametrize("who", ["刘志强", "周建", "陈书", "赵玉梅", "关锋", "楼一", "业委"])
def test_only_the_committee_enters_people(kept: Kept, who: str) -> None:
    assert refused(kept, who, NEW) == "This is for others: %(who)s."
    with pytest.raises(NotAllowed), kept.cast.acting(who) as work:
        change_person(work, kept.people["甲"], NEW)


def test_the_committee_enters_somebody_who_is_found_by_initials(kept: Kept) -> None:
    with kept.cast.acting("刘敏") as work:
        ident = add_person(work, Facts(" 单  晓 ", "13900001111")).id
    person = row(kept, ident)
    assert (person.name, person.initials, person.phone, person.kind) == (
        "单 晓",
        "sx",
        "13900001111",
        "person",
    )
    (payload,) = told(kept, "people:person_added")
    assert f'"person_id":{ident}' in payload
    assert "晓" not in payload
    assert "1390000" not in payload


@pytest.mark.parametrize(
    ("facts", "kind", "sentence"),
    [
        (Facts("123"), PersonKind.PERSON, "A name needs at least one letter."),
        (Facts("何藏名甲", PHONE), PersonKind.PERSON, "Somebody of this name with this telephone"),
        (Facts("何藏名甲", "", BORN), PersonKind.PERSON, "Somebody of this name with this telephone"),
        (Facts("新", "", date(2026, 3, 3)), PersonKind.PERSON, "This birthday is still to come."),
        (Facts("新厂", "", date(1990, 1, 1)), PersonKind.ORGANISATION, "An organisation has no birthday."),
    ],
)
def test_what_cannot_be_entered(kept: Kept, facts: Facts, kind: PersonKind, sentence: str) -> None:
    assert refused(kept, "刘敏", facts, kind).startswith(sentence)


def test_a_namesake_is_somebody_else_and_an_organisation_stands_once(kept: Kept) -> None:
    with kept.cast.acting("刘敏") as work:
        add_person(work, Facts("何藏名甲", "13900001111", date(1950, 1, 1)))
        add_person(work, Facts("海滨置业公司"), PersonKind.ORGANISATION)
    assert refused(kept, "刘敏", Facts("海滨置业公司"), PersonKind.ORGANISATION).startswith(
        "Somebody of this name"
    )


def test_nobody_corrects_their_own_entry_or_that_of_the_next_community(kept: Kept) -> None:
    with pytest.raises(NotAllowed) as no, kept.cast.acting("刘敏") as work:
        change_person(work, kept.cast.people["刘敏"], Facts("刘大敏"))
    assert no.value.because.text.startswith("This is your own entry")
    for who, whom in (("刘敏", kept.cast.people["维托"]), ("维托", kept.people["甲"])):
        with pytest.raises(NotFound), kept.cast.acting(who) as work:
            change_person(work, whom, NEW)


def test_a_correction_keeps_the_ledger_free_of_what_it_says(kept: Kept) -> None:
    with kept.cast.acting("刘敏") as work:
        assert change_person(work, kept.people["甲"], Facts("何大名", "13700002222", date(1944, 1, 1)))
        assert not change_person(work, kept.people["甲"], Facts("何大名", "13700002222", date(1944, 1, 1)))
    person = row(kept, kept.people["甲"])
    assert (person.name, person.initials, person.phone, person.born_on) == (
        "何大名", "hdm", "13700002222", date(1944, 1, 1),
    )  # fmt: skip
    (payload,) = told(kept, "people:person_changed")
    assert '"name":true' in payload
    assert not {"何大名", "13700002222", "1944"} & {
        each for each in ("何大名", "13700002222", "1944") if each in payload
    }


def test_a_birthday_after_the_first_home_is_refused(kept: Kept) -> None:
    with pytest.raises(Refusal) as no, kept.cast.acting("刘敏") as work:
        change_person(work, kept.people["甲"], Facts("何藏名甲", PHONE, date(2020, 1, 2)))
    assert no.value.because.text.startswith("On the roll, this person lived")


# Pages


def opened(kept: Kept, who: str, folder: Path, path: str) -> Browser:
    browser = kept.at(who, folder)
    browser.get(path)
    return browser


def test_the_page_shows_neither_telephone_nor_birthday_before_the_press(
    kept: Kept, database: Database, tmp_path: Path
) -> None:
    path = f"/admin/people/{kept.people['甲']}"
    reading = opened(kept, "刘敏", tmp_path, f"{path}/edit")
    assert reading.page.says("何藏名甲", MASKED_PHONE, "尚未显示")
    for private in (PHONE, DAY, BORN.isoformat()):
        assert private not in reading.page.text
    page = reading.post(f"{path}/show")
    assert page.says("更正登记", "显示十分钟")
    assert f'value="{PHONE}"' in page.text
    assert f'value="{BORN.isoformat()}"' in page.text
    assert [look.person_id for look in looked(database, kept.cast)] == [kept.people["甲"]]


@pytest.mark.parametrize("way", ["edit", "gone", "suspend", "kin", "kin?q=何藏名", "kin?other={丙}"])
def test_the_pages_of_editing_show_what_the_entry_shows_and_nothing_else(
    kept: Kept, way: str, tmp_path: Path
) -> None:
    page = opened(
        kept, "刘敏", tmp_path, f"/admin/people/{kept.people['甲']}/{way.format(**kept.people)}"
    ).page
    assert page.says(NAME, DOOR)
    for private in (PHONE, DAY, BORN.isoformat(), LOGIN):
        assert private not in page.text


def test_a_line_that_was_not_shown_stays_as_it_is(kept: Kept, tmp_path: Path) -> None:
    path = f"/admin/people/{kept.people['甲']}"
    reading = opened(kept, "刘敏", tmp_path, f"{path}/edit")
    page = reading.post(f"{path}/edit", name="何改名")
    assert page.says("登记已更正", "何改名")
    person = row(kept, kept.people["甲"])
    assert (person.phone, person.born_on) == (PHONE, BORN)


def test_a_line_that_was_shown_can_be_emptied(kept: Kept, tmp_path: Path) -> None:
    path = f"/admin/people/{kept.people['甲']}"
    reading = opened(kept, "刘敏", tmp_path, f"{path}/edit")
    reading.post(f"{path}/show")
    reading.post(f"{path}/edit", name="何藏名甲", phone="", born_on="")
    person = row(kept, kept.people["甲"])
    assert (person.phone, person.born_on) == ("", None)


def test_what_nobody_knows_is_asked_at_once_and_nothing_typed_is_lost(kept: Kept, tmp_path: Path) -> None:
    path = f"/admin/people/{kept.people['乙']}/edit"
    reading = opened(kept, "刘敏", tmp_path, path)
    page = reading.post(path, name="何藏名乙", phone="12", born_on="1950-05-05")
    assert page.status == 422
    assert page.says("不是电话号码")
    assert 'value="12"' in page.text
    assert 'value="1950-05-05"' in page.text
    page = reading.post(path, name="何藏名乙", phone="138 0536 0001", born_on="2030-05-05")
    assert page.says("出生日期还没有到")
    assert reading.post(path, name="何藏名乙", phone="138 0536 0001", born_on="1950-05-05").says("登记已更正")
    assert row(kept, kept.people["乙"]).phone == "13805360001"


def test_a_correction_leads_back_to_the_request(kept: Kept, tmp_path: Path) -> None:
    from civic.people.tables import Correction

    with kept.cast.acting("刘敏") as work:
        asked = work.add(
            Correction(
                person_id=kept.people["乙"], asked_by=kept.people["乙"], about="phone", wanted="13805360001",
                asked_at=work.now,
            )
        ).id  # fmt: skip
    path = f"/admin/people/{kept.people['乙']}/edit"
    reading = opened(kept, "刘敏", tmp_path, f"/admin/corrections/{asked}")
    assert f'href="/gongfu{path}?correction={asked}"' in reading.page.text
    page = reading.get(f"{path}?correction={asked}")
    assert f'href="/gongfu/admin/corrections/{asked}"' in page.text
    page = reading.post(path, name="何藏名乙", phone="13805360001")
    assert page.says("登记已更正", "答复")


def test_the_page_of_ones_own_entry_leads_to_a_request(kept: Kept, tmp_path: Path) -> None:
    me = kept.cast.people["刘敏"]
    page = opened(kept, "刘敏", tmp_path, f"/admin/people/{me}").page
    assert page.says("请由同事来改")
    assert f"/admin/people/{me}/edit" not in page.text
    page = opened(kept, "刘敏", tmp_path, f"/admin/people/{me}/edit").page
    assert page.says("请由同事来改", "申请更正")
    assert 'name="name"' not in page.text


@pytest.mark.parametrize(("who", "sees"), [("刘敏", True), ("楼一", False), ("格一", False), ("门一", False)])
def test_only_the_committee_is_led_to_editing(kept: Kept, who: str, sees: bool, tmp_path: Path) -> None:
    page = opened(kept, who, tmp_path, f"/admin/people/{kept.people['甲']}").page
    for way in ("edit", "kin", "suspend", "gone"):
        assert (f"/admin/people/{kept.people['甲']}/{way}" in page.text) == sees, way


@pytest.mark.parametrize("way", ["edit", "gone", "suspend", "kin"])
def test_others_get_nothing_of_these_pages(kept: Kept, way: str, tmp_path: Path) -> None:
    path = f"/admin/people/{kept.people['甲']}/{way}"
    for who, status in (
        ("楼一", 403),
        ("门一", 403),
        ("周建", 403),
        ("关锋", 403),
        ("赵玉梅", 403),
        ("维托", 404),
    ):
        page = opened(kept, who, tmp_path, path).page
        assert page.status == status, who
        assert "藏名" not in page


def test_somebody_new_is_entered_and_a_namesake_is_asked_about(kept: Kept, tmp_path: Path) -> None:
    reading = opened(kept, "刘敏", tmp_path, "/admin/people/new")
    page = reading.post("/admin/people/new", kind="person", name="何藏名甲", phone="", born_on="")
    assert page.says("名册里已有同名的人，是其中一位吗", "1号楼1单元101")
    for private in (PHONE, DAY, BORN.isoformat(), LOGIN):
        assert private not in page.text
    page = reading.post(
        "/admin/people/new", kind="person", name="何藏名甲", phone="", born_on="", other="yes"
    )
    assert page.says("何藏名甲已登入名册", "登记住处")
    page = reading.get("/admin/people/new")
    page = reading.post("/admin/people/new", kind="person", name="何藏名甲", phone=PHONE, other="yes")
    assert page.status == 422
    assert page.says("名册里已有同名且电话或出生日期相同的人")


def test_whoever_lives_nowhere_is_led_home(kept: Kept, tmp_path: Path) -> None:
    path = f"/admin/people/{kept.people['乙']}"
    with kept.cast.acting("刘敏") as work:
        work.one(Residence, person_id=kept.people["乙"]).to_on = date(2026, 2, 1)
    reading = opened(kept, "刘敏", tmp_path, path)
    assert reading.page.says("重新登记原住处", "登记住处")
    again = f"/admin/dwellings/{kept.dwellings['101']}/in/{kept.people['乙']}?from=person-{kept.people['乙']}"
    assert again in reading.page.text
    assert reading.get(again).says("何藏名乙", "1号楼1单元101")


def test_a_gone_person_is_given_no_code_and_no_office(kept: Kept, tmp_path: Path) -> None:
    page = opened(kept, "刘敏", tmp_path, f"/admin/people/{kept.people['丁']}").page
    assert page.says("恢复在册")
    for way in ("/code", "/edit", "/kin", "/suspend", "offices/new"):
        assert f"{kept.people['丁']}{way}" not in page.text
    assert "/admin/offices/new" not in page.text


def test_from_a_dwelling_the_way_leads_back_to_it(kept: Kept, tmp_path: Path) -> None:
    home = kept.dwellings["301"]
    reading = opened(kept, "刘敏", tmp_path, f"/admin/people/new?dwelling={home}&way=lives&from=gap-empty")
    assert reading.page.says("3号楼1单元301")
    assert 'type="radio"' not in reading.page.text
    page = reading.post("/admin/people/new?from=gap-empty", follow=False, name="钱多多")
    ident = page.location.removeprefix(f"/gongfu/admin/dwellings/{home}/in/").removesuffix("?from=gap-empty")
    assert row(kept, int(ident)).name == "钱多多"
    assert reading.get(f"/admin/dwellings/{home}/in/{ident}?from=gap-empty").says("钱多多", "3号楼1单元301")
    assert reading.get("/admin/people/new?dwelling=999999").status == 404
