"""Joining by a slip: what is refused in which sentence, what is counted, what opens the account, who wins a race."""

from collections.abc import Callable
from pathlib import Path
from threading import Barrier, Thread

import pytest

from civic.core.errors import NotFound, Refusal
from civic.people.acts.joining import join_by_slip
from civic.people.acts.slips import issue_slips, reissue_slip
from civic.people.rules.sign_in import IDLE
from civic.people.tables import Account, Person, Slip
from civic.store.engine import Database
from civic.store.tables import LoginSession
from tests.cast import Cast, gather
from tests.people.household import ADULTS, ENTRANCE, Household, codes, login_of, seat
from tests.web import Browser, Page, browser

WRONG = "和名册对不上。"
PASSWORD = "窗台上三盆君子兰开了花"


@pytest.fixture
def cast(database: Database) -> Cast:
    return gather(database)


@pytest.fixture
def home(cast: Cast) -> Household:
    home = seat(cast)
    with cast.acting("刘志强") as work:
        issue_slips(work, cast.buildings["2号楼"], ENTRANCE)
    return home


@pytest.fixture
def visit(cast: Cast, home: Household, tmp_path: Path) -> Callable[[], Browser]:
    return lambda: browser(cast, folder=tmp_path)


def tell(there: Browser, code: str, name: str, fact: str) -> Page:
    there.get(f"/join/{code}")
    return there.post(f"/join/{code}", name=name, fact=fact)


def test_codes_that_open_nothing(cast: Cast, home: Household, visit: Callable[[], Browser]) -> None:
    old, used, *_ = codes(cast, home.home)
    there = visit()
    for unknown in ("00000000", "hello", "1", "ZZZZZZZZZZZZ"):
        assert there.get(f"/join/{unknown}").status == 404
        assert there.client.get(f"/j/{unknown}").status_code == 404
    with cast.acting("刘志强") as work:
        join_by_slip(
            work, work.session.query(Slip).filter_by(dwelling_id=home.home, number=2).one().id,
            home.people["钱大勇"], login="钱大勇", password_hash="",
        )  # fmt: skip
        reissue_slip(work, home.home)
    for code in (old, used):
        page = there.get(f"/join/{code}")
        assert page.status == 409
        page.says("这个码现在不能用", "登录")
    fresh = codes(cast, home.home)[0]
    assert there.get(f"/join/{fresh}").status == 200
    cast.clock.advance(days=61)
    assert there.get(f"/join/{fresh}").status == 409


def test_another_community_does_not_know_the_code(
    cast: Cast, home: Household, tmp_path: Path, visit: Callable[[], Browser]
) -> None:
    code = codes(cast, home.home)[0]
    assert browser(cast, folder=tmp_path, slug="weiwan").get(f"/join/{code}").status == 404
    there = visit()
    assert (
        there.client.get(f"/j/{code.lower()}", follow_redirects=False).headers["location"]
        == f"/gongfu/join/{code}"
    )


@pytest.mark.parametrize(
    ("name", "fact"),
    [
        ("孙老太", "1944-03-06"),
        ("孙老太", "1234"),
        ("孙老", "1944-03-05"),
        ("周邻居", "4321"),  # lives next door, has no part in this card
        ("钱大勇", "0536"),
        ("钱大勇", "234"),
        ("没有这人", "1234"),
    ],
)
def test_one_sentence_for_all_that_is_wrong(
    cast: Cast, home: Household, visit: Callable[[], Browser], name: str, fact: str
) -> None:
    page = tell(visit(), codes(cast, home.home)[0], name, fact)
    assert page.status == 422
    page.says(WRONG)


def test_the_sixth_guess_waits_an_hour(cast: Cast, home: Household, visit: Callable[[], Browser]) -> None:
    first, second, *_ = codes(cast, home.home)
    there = visit()
    for _ in range(5):
        assert tell(there, first, "孙老太", "0000").status == 422
    # Another browser, and the right answer: the code itself waits.
    shut = tell(visit(), first, "孙老太", "1944-03-05")
    assert shut.status == 429
    shut.says("试的次数太多了")
    assert tell(visit(), second, "孙老太", "1944-03-05").status == 200
    cast.clock.advance(minutes=61)
    tell(visit(), first, "孙老太", "1944-03-05").says("您以后怎样登录？")


def test_looking_uses_nothing_up(cast: Cast, home: Household, visit: Callable[[], Browser]) -> None:
    code = codes(cast, home.home)[0]
    there = visit()
    for _ in range(3):
        there.client.get(f"/j/{code}")
        there.get(f"/join/{code}")
        there.get(f"/join/{code}/account").says("请问您是哪位？")
    assert len(codes(cast, home.home)) == ADULTS


def test_old_sun_joins_by_her_birthday_without_a_password(
    cast: Cast, home: Household, visit: Callable[[], Browser]
) -> None:
    code, there = codes(cast, home.home)[0], visit()
    tell(there, code.lower(), " 孙 老太", "1944年3月5日").says("孙老太", "您以后怎样登录？")
    assert 'value="孙老太"' in there.page.text
    page = there.post(f"/join/{code.lower()}/account", login="孙老太", password="")
    assert page.status == 200
    page.says("您已加入", "孙老太", "请楼长或居委会当面给您一个码", "核对您在名册上的信息")
    assert login_of(cast, home.people["孙老太"]) == "孙老太"
    with cast.acting("刘敏", write=False) as work:
        session = work.session.query(LoginSession).filter_by(person_id=home.people["孙老太"]).one()
        assert not session.strong
        assert session.idle_until == work.now + IDLE
    # The code has done its work; the door is hers.
    assert there.get(f"/join/{code}").status == 409
    assert there.get("/me").status == 200


def test_her_son_joins_with_a_password(cast: Cast, home: Household, visit: Callable[[], Browser]) -> None:
    code, there = codes(cast, home.home)[1], visit()
    tell(there, code, "钱大勇", "１２３４")
    short = there.post(f"/join/{code}/account", login="钱大勇", password="kurz")
    assert short.status == 422
    short.says("密码")
    assert "kurz" not in short.text
    for guessed in ("钱大勇13805361234", "1970010219700102"):
        assert there.post(f"/join/{code}/account", login="钱大勇", password=guessed).status == 422
    assert there.post(f"/join/{code}/account", login="钱大勇", password=[PASSWORD, PASSWORD]).status == 422
    taken = there.post(f"/join/{code}/account", login="刘敏", password="")
    assert taken.status == 422
    taken.says("已有人用这个登录名。")
    there.post(f"/join/{code}/account", login="Dayong", password=PASSWORD).says(
        "您已加入", "再加上您的密码。"
    )
    with cast.acting("刘敏", write=False) as work:
        account = work.session.query(Account).filter_by(person_id=home.people["钱大勇"]).one()
    assert account.login == "dayong"
    assert account.password_hash.startswith("$argon2id$")


def test_who_has_joined_is_shown_the_door(cast: Cast, home: Household, visit: Callable[[], Browser]) -> None:
    first, second, *_ = codes(cast, home.home)
    there = visit()
    tell(there, first, "孙老太", "19440305")
    there.post(f"/join/{first}/account", login="孙老太", password="")
    page = tell(visit(), second, "孙老太", "19440305")
    assert page.status == 409
    page.says("您已经加入了，请直接登录。", "登录")
    assert second in codes(cast, home.home), "it stays good for the others"


def test_of_whom_nothing_is_known_is_told_whom_to_call(
    cast: Cast, home: Household, visit: Callable[[], Browser]
) -> None:
    page = tell(visit(), codes(cast, home.home)[0], "阿・不明", "1234")
    assert page.status == 409
    page.says("名册上没有您的手机号和出生日期", "刘志强", "0536-0000017")


def test_children_and_the_suspended_open_none(
    cast: Cast, home: Household, visit: Callable[[], Browser]
) -> None:
    code = codes(cast, home.home)[0]
    tell(visit(), code, "钱小宝", "2015-06-01").says("年满 18 周岁才能开账号。")
    with cast.acting("刘敏") as work:
        work.get(Person, home.people["孙老太"]).suspended = True
    tell(visit(), code, "孙老太", "1944-03-05").says("您的账号已停用。")


def test_proof_is_for_one_browser_one_slip_a_quarter_of_an_hour(
    cast: Cast, home: Household, visit: Callable[[], Browser]
) -> None:
    first, second, *_ = codes(cast, home.home)
    there, other = visit(), visit()
    tell(there, first, "孙老太", "1944-03-05")
    other.get("/in")
    other.client.cookies.set("civic-join", there.client.cookies["civic-join"])
    other.get(f"/join/{first}/account").says("请问您是哪位？")
    there.get(f"/join/{second}/account").says("请问您是哪位？")
    there.get(f"/join/{first}/account").says("您以后怎样登录？")
    cast.clock.advance(minutes=16)
    there.post(f"/join/{first}/account", login="孙老太", password="").says("请问您是哪位？")
    assert login_of(cast, home.people["孙老太"]) is None


def test_a_card_opens_nothing_for_another_home(cast: Cast, home: Household) -> None:
    with cast.acting("刘敏") as work:
        slip = work.session.query(Slip).filter_by(dwelling_id=home.next_door).one()
        with pytest.raises(NotFound):
            join_by_slip(work, slip.id, home.people["孙老太"], login="孙老太", password_hash="")
    with cast.acting("维托") as work, pytest.raises(NotFound):
        join_by_slip(work, slip.id, home.people["周邻居"], login="周邻居", password_hash="")


def test_two_at_once_on_one_code(cast: Cast, home: Household) -> None:
    """Both were let through to the last step: one joins, the other is told; nothing is half done."""
    with cast.acting("刘敏", write=False) as work:
        slip_id = work.session.query(Slip).filter_by(dwelling_id=home.home, number=1).one().id
    start, became = Barrier(2), []

    def join(name: str) -> None:
        start.wait()
        try:
            with cast.acting(None) as work:
                join_by_slip(work, slip_id, home.people[name], login=name, password_hash="")
            became.append("joined")
        except Refusal as no:
            became.append(str(no))

    threads = [Thread(target=join, args=(name,)) for name in ("孙老太", "钱大勇")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(became)[1] == "joined", became
    assert "does not work" in sorted(became)[0]
    assert [login_of(cast, home.people[name]) for name in ("孙老太", "钱大勇")].count(None) == 1
