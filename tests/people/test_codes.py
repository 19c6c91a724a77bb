"""One-time codes in person: who gives whom one, how long it opens, what is typed, who sees that it was given."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.people.acts.codes import enter_by_code, give_code
from civic.people.acts.offices import Wanted, appoint, give_first_code
from civic.people.acts.setup import take_account
from civic.people.acts.slips import issue_slips
from civic.people.founding import new_code
from civic.people.queries.codes import all_given, given_to, person_code
from civic.people.rules.codes import read_code
from civic.people.tables import Account, Obtained, Office, OfficeKind, Person
from civic.store.engine import Database
from civic.store.tables import LoginSession
from tests.cast import Cast, gather
from tests.people.household import ENTRANCE, Household, codes, login_of, seat
from tests.web import Browser, Page, browser

HEAD, ENTRANCE_HEAD, COMMITTEE, SUN = "刘志强", "赵玉梅", "刘敏", "孙老太"


@pytest.fixture
def cast(database: Database) -> Cast:
    return gather(database)


@pytest.fixture
def home(cast: Cast) -> Household:
    return seat(cast)


def give(cast: Cast, by: str, person_id: int) -> tuple[int, str]:
    """The code's row and signs."""
    with cast.acting(by) as work:
        given = give_code(work, person_id)
        return given.id, person_code(work.secret, given)


def type_in(cast: Cast, folder: Path, code: str, **more: Any) -> tuple[Browser, Page]:
    there = browser(cast, folder=folder)
    there.get("/in/code")
    return there, there.post("/in/code", code=code, **more)


def test_others_give_none(cast: Cast, home: Household) -> None:
    for name in ("王桂兰", "孙浩", "周建", "关锋"):
        with pytest.raises(NotAllowed):
            give(cast, name, home.people[SUN])


def test_nobody_beyond_one_s_reach(cast: Cast, home: Household) -> None:
    """Byte for byte as if there were nobody."""
    with pytest.raises(NotFound):
        give(cast, HEAD, home.people["远方人"])
    with pytest.raises(NotFound):
        give(cast, ENTRANCE_HEAD, cast.people["王桂兰"])
    with pytest.raises(NotFound):
        give(cast, "维托", home.people[SUN])
    with pytest.raises(NotFound):
        give(cast, COMMITTEE, 9999)


def test_no_way_into_an_office(cast: Cast, home: Household) -> None:
    for officer in ("刘敏", "陈书", "周建", "林娜", ENTRANCE_HEAD):
        with pytest.raises(NotAllowed, match="only the residents' committee"):
            give(cast, HEAD, cast.people[officer])
    assert give(cast, COMMITTEE, cast.people["周建"])
    for by, to, match in ((COMMITTEE, "刘敏", "yourself"), (COMMITTEE, "关锋", "on the server")):
        with pytest.raises(Refusal, match=match):
            give(cast, by, cast.people[to])


def test_nor_past_a_second_factor(cast: Cast, home: Household) -> None:
    with cast.acting(COMMITTEE) as work:
        work.one(Account, person_id=cast.people["王桂兰"]).totp_since = work.now
    with pytest.raises(NotAllowed, match="only the residents' committee"):
        give(cast, HEAD, cast.people["王桂兰"])
    assert give(cast, COMMITTEE, cast.people["王桂兰"])


def test_the_second_factor_is_still_asked(cast: Cast, home: Household, tmp_path: Path) -> None:
    with cast.acting(COMMITTEE) as work:
        work.one(Account, person_id=cast.people["周建"]).totp_since = work.now
    _ident, code = give(cast, COMMITTEE, cast.people["周建"])
    there = browser(cast, folder=tmp_path)
    there.get("/in/code")
    assert "/in/second" in there.post("/in/code", follow=False, code=code).location


def test_whoever_has_died_gets_none(cast: Cast, home: Household) -> None:
    with cast.acting(COMMITTEE) as work:
        work.get(Person, home.people[SUN]).gone_on = work.today
    with pytest.raises(NotFound):
        give(cast, HEAD, home.people[SUN])


def test_a_term_that_ended_gives_none(cast: Cast, home: Household) -> None:
    with cast.acting(COMMITTEE) as work:
        for office in work.session.query(Office).filter_by(person_id=cast.people[HEAD]):
            office.to_on = office.from_on
    with pytest.raises(NotAllowed):
        give(cast, HEAD, home.people[SUN])


@pytest.mark.parametrize("by", [HEAD, ENTRANCE_HEAD, COMMITTEE])
def test_old_sun_signs_in_and_has_an_account(cast: Cast, home: Household, tmp_path: Path, by: str) -> None:
    _ident, code = give(cast, by, home.people[SUN])
    assert login_of(cast, home.people[SUN]) is None
    there, page = type_in(cast, tmp_path, f" {code[:4].lower()} － {code[4:]} ", shared="yes")
    assert page.status == 200
    assert there.get("/me").status == 200
    assert login_of(cast, home.people[SUN]) == SUN
    with cast.acting(COMMITTEE, write=False) as work:
        session = work.session.query(LoginSession).filter_by(person_id=home.people[SUN]).one()
        assert not session.strong
        assert [(g.giver, g.used_at) for g in given_to(work, home.people[SUN])] == [(by, work.now)]
    # Once only.
    _again, page = type_in(cast, tmp_path, code)
    assert page.status == 422
    page.says("这个码已经用过。")


def test_a_login_of_the_same_name_gets_the_door(cast: Cast, home: Household) -> None:
    with cast.acting(COMMITTEE) as work:
        work.add(Account(person_id=home.people["钱大勇"], login=SUN, password_hash=""))
    ident, _code = give(cast, HEAD, home.people[SUN])
    with cast.acting(None) as work:
        enter_by_code(work, ident)
    assert login_of(cast, home.people[SUN]) == f"{SUN}501"


def test_ten_minutes_and_the_newest_alone(cast: Cast, home: Household, tmp_path: Path) -> None:
    _first, old = give(cast, HEAD, home.people[SUN])
    cast.clock.advance(minutes=1)
    _second, new = give(cast, ENTRANCE_HEAD, home.people[SUN])
    type_in(cast, tmp_path, old)[1].says("十分钟有效期已过")
    cast.clock.advance(minutes=10)
    type_in(cast, tmp_path, new)[1].says("十分钟有效期已过")


def test_three_an_hour(cast: Cast, home: Household) -> None:
    for _ in range(3):
        give(cast, HEAD, home.people[SUN])
    with pytest.raises(Refusal, match="Three codes an hour"):
        give(cast, COMMITTEE, home.people[SUN])
    cast.clock.advance(minutes=61)
    assert give(cast, HEAD, home.people[SUN])


def test_unknown_codes_are_counted_by_network(cast: Cast, home: Household, tmp_path: Path) -> None:
    for _ in range(20):
        _there, page = type_in(cast, tmp_path, "00000000")
        assert page.status == 422
        page.says("查不到这个码。")
    _ident, code = give(cast, HEAD, home.people[SUN])
    _there, page = type_in(cast, tmp_path, code)
    assert page.status == 429
    cast.clock.advance(days=1, minutes=1)
    assert type_in(cast, tmp_path, "nonsense")[1].status == 422


def test_one_field_for_every_code(cast: Cast, home: Household, tmp_path: Path) -> None:
    with cast.acting(HEAD) as work:
        issue_slips(work, cast.buildings["2号楼"], ENTRANCE)
    slip = codes(cast, home.home)[0]
    type_in(cast, tmp_path, f"{slip[:4]} {slip[4:]}")[1].says("请问您是哪位？")
    with cast.acting(COMMITTEE) as work:
        console = new_code(
            work.session,
            work.get(Person, cast.people["关锋"]),
            work.entropy,
            datetime.now(UTC).replace(year=2030),
        )
    there = browser(cast, folder=tmp_path)
    there.get("/in/code")
    assert there.post("/in/code", follow=False, code=console.replace("-", " ").lower()).location.endswith(
        console
    )
    # A slip's code of this community opens nothing next door.
    other = browser(cast, folder=tmp_path, slug="weiwan")
    other.get("/in/code")
    assert other.post("/in/code", code=slip).status == 422


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("7k4m 29qx", "7K4M29QX"),
        ("7K4M-29QX", "7K4M29QX"),
        ("７Ｋ４Ｍ２９ＱＸ", "7K4M29QX"),
        ("OIL0 0000", "01100000"),
        ("7K4M—29QX", "7K4M29QX"),
        ("ABCDE-FGHJK-MNPQR-STVWX", "ABCDE-FGHJK-MNPQR-STVWX"),
        ("abcde fghjk mnpqr stvwx", "ABCDE-FGHJK-MNPQR-STVWX"),
        ("7K4M29Q", ""),
        ("7K4M29QU", ""),
        ("二维码", ""),
        ("", ""),
    ],
)
def test_what_was_typed_and_what_was_meant(typed: str, meant: str) -> None:
    assert read_code(typed) == meant


def test_the_page_and_its_list(cast: Cast, home: Household, tmp_path: Path) -> None:
    head = browser(cast, HEAD, folder=tmp_path)
    here = f"/admin/people/{home.people[SUN]}/code"
    assert head.get(f"/admin/people/{home.people['远方人']}/code").status == 404
    head.get(here).says("孙老太", "只给当面在场、您认识的本人。")
    page = head.post(here)
    page.says("09:10前有效", "只能登录一次")
    code = page.text.split('id="code">')[1].split("</p>")[0]
    # Only whoever gave it sees it, and no list does.
    assert browser(cast, COMMITTEE, folder=tmp_path).get(here).text.count('id="code"') == 0
    cast.clock.advance(minutes=10)
    assert 'id="code"' not in head.get(here).text
    assert code
    assert browser(cast, HEAD, folder=tmp_path).get("/admin/codes").status == 403
    listed = browser(cast, "周建", folder=tmp_path).get("/admin/codes")
    listed.says("刘志强给孙**发了码", "没有使用")
    assert SUN not in listed.text


def test_first_codes_and_the_console_s_stand_on_the_list_too(
    cast: Cast, home: Household, tmp_path: Path
) -> None:
    """Whoever came onto the roll with an office, and the administrator from the console (V8)."""
    listed = browser(cast, "周建", folder=tmp_path)
    assert listed.get("/admin/codes").says("还没有发过码")
    with cast.acting("关锋") as work:
        office = appoint(
            work,
            Wanted(
                OfficeKind.COMMITTEE, None, "吴新", work.today, work.today.replace(year=2027), Obtained.ELECTED,
                basis="选举公告",
            ),
        )  # fmt: skip
        given = give_first_code(work, office.id).id
        new_code(work.session, work.get(Person, cast.people["林娜"]), work.entropy, work.now)
    page = listed.get("/admin/codes")
    # Who is in office is named in full, as everywhere.
    page.says("关锋给新任职的吴新发了首次登录码", "服务器上为林娜发了码", "没有使用")
    with cast.acting(None) as work:
        take_account(work, given, "hash")
    assert listed.get("/admin/codes").text.count("没有使用") == 1
    # On the page about oneself, too.
    assert browser(cast, "林娜", folder=tmp_path).get("/me/entry").says("在服务器上发的")


def test_a_new_code_from_the_console_ends_the_old_one_unused(cast: Cast) -> None:
    with cast.acting("关锋") as work:
        for _ in range(2):
            new_code(work.session, work.get(Person, cast.people["关锋"]), work.entropy, work.now)
    with cast.acting("周建", write=False) as work:
        assert [each.used_at for each in all_given(work, 1)[0]] == [None, None]
