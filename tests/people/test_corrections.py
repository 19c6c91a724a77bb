"""Correcting the roll: who asks for whom, in how many days it is answered, by whom not."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from civic.core.days import Calendar
from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.people.acts.corrections import (
    answer_correction,
    ask_correction,
    see_answer,
    withdraw_correction,
)
from civic.people.queries.corrections import request, requests_of
from civic.people.rules.corrections import MOST_OPEN, About, Asked, due_on, line_of, may_ask, may_see
from civic.people.tables import Correction
from civic.store.engine import Database
from tests.cast import Cast, gather
from tests.people.household import seat
from tests.web import browser, statements


@pytest.fixture
def cast(database: Database) -> Cast:
    return gather(database)


def ask(cast: Cast, name: str, about: str = "phone", wanted: str = "是 139 的号码") -> int:
    """`name` asks about themselves."""
    with cast.acting(name) as work:
        return ask_correction(work, work.person_id, about=about, wanted=wanted).id


def test_five_working_days() -> None:
    spring = Calendar(frozenset({date(2026, 4, 6)}), frozenset({date(2026, 4, 11)}))
    assert due_on(date(2026, 3, 2), Calendar()) == date(2026, 3, 9)
    assert due_on(date(2026, 4, 3), spring) == date(2026, 4, 11)


def test_one_request_a_line_and_ten_in_all() -> None:
    assert may_ask("phone", ["name"])
    assert may_ask("other", ["other"])
    assert not may_ask("phone", ["phone"])
    assert not may_ask("phone", ["other"] * MOST_OPEN)
    assert line_of("window") == line_of(About.OTHER.value)


def test_who_does_not_ask_for_whom(cast: Cast) -> None:
    home = seat(cast)
    near, far = home.people["孙老太"], home.people["远方人"]

    def fails(name: str, person: int, error: type[Exception]) -> None:
        with cast.acting(name) as work, pytest.raises(error):
            ask_correction(work, person, about="phone", wanted="没有电话")

    fails("孙浩", near, NotAllowed)
    fails("周建", near, NotAllowed)
    fails("关锋", near, NotAllowed)
    fails("关锋", cast.people["关锋"], NotAllowed)
    fails("赵玉梅", far, NotFound)
    fails("维托", near, NotFound)
    for name in ("赵玉梅", "刘敏"):
        with cast.acting(name) as work:
            found = ask_correction(work, near, about="other", wanted="没有电话")
            assert (found.person_id, found.asked_by) == (near, cast.people[name])


def test_nobody_answers_their_own(cast: Cast) -> None:
    own, others = ask(cast, "刘敏"), ask(cast, "王桂兰")
    with cast.acting("刘敏") as work, pytest.raises(NotAllowed, match="Nobody answers their own"):
        answer_correction(work, own, done=True, answer="")
    for name in ("赵玉梅", "刘志强", "周建", "王桂兰"):
        with cast.acting(name) as work, pytest.raises(NotAllowed):
            answer_correction(work, others, done=True, answer="")
    with cast.acting("维托") as work, pytest.raises(NotFound):
        answer_correction(work, others, done=True, answer="")
    with cast.acting("刘敏") as work:
        answer_correction(work, others, done=False, answer="与户口簿不符")
    with cast.acting("刘敏") as work, pytest.raises(Refusal, match="answered already"):
        answer_correction(work, others, done=True, answer="")


def test_who_asked_for_another_does_not_answer_it(cast: Cast) -> None:
    near = seat(cast).people["孙老太"]
    with cast.acting("刘敏") as work:
        ident = ask_correction(work, near, about="phone", wanted="没有电话").id
    with cast.acting("刘敏") as work, pytest.raises(NotAllowed, match="Nobody answers"):
        answer_correction(work, ident, done=True, answer="")


def test_taken_back_until_answered(cast: Cast) -> None:
    first, second = ask(cast, "王桂兰"), ask(cast, "王桂兰", "name")
    with cast.acting("赵玉梅") as work, pytest.raises(NotAllowed, match="Only who asked"):
        withdraw_correction(work, first)
    with cast.acting("王桂兰") as work:
        withdraw_correction(work, first)
    with cast.acting("刘敏") as work:
        assert request(work, first).withdrawn
        answer_correction(work, second, done=True, answer="")
    with cast.acting("王桂兰") as work, pytest.raises(Refusal):
        withdraw_correction(work, second)
    with cast.acting("刘敏") as work, pytest.raises(Refusal):
        answer_correction(work, first, done=True, answer="")


def test_lateness_is_counted_until_the_answer(cast: Cast) -> None:
    ident = ask(cast, "王桂兰")
    cast.clock.set(cast.clock.now() + timedelta(days=9))
    with cast.acting("刘敏", write=False) as work:
        assert (request(work, ident).due_on, request(work, ident).days_late) == (date(2026, 3, 9), 2)
    with cast.acting("刘敏") as work:
        answer_correction(work, ident, done=True, answer="")
    cast.clock.set(cast.clock.now() + timedelta(days=9))
    with cast.acting("王桂兰", write=False) as work:
        (found,) = requests_of(work, work.person_id)
        assert (found.days_late, found.answerer, found.asker) == (2, "刘敏", "")


def test_from_the_entry_to_the_answer(cast: Cast, tmp_path: Path) -> None:
    wang, liu = (browser(cast, name, folder=tmp_path) for name in ("王桂兰", "刘敏"))
    assert wang.get("/me/entry").says("王桂兰", "2号楼1单元501", "没有人看过")
    assert wang.get("/me/entry/wrong?about=phone").says("正确的是什么", "3月9日")
    assert wang.post("/me/entry/wrong", about="", wanted="").status == 422
    wang.post("/me/entry/wrong", about="phone", wanted="是 <b>139</b> 的号码")
    assert wang.page.says("已送出，居委会最晚 3月9日答复", "3月9日前答复", "是 <b>139</b> 的号码")
    assert wang.get("/me/entry/wrong").status == 200
    assert wang.post("/me/entry/wrong", about="phone", wanted="再说一次").says("这一项已经申请过")
    assert liu.get("/").says("有 1 项更正申请待答复")
    assert liu.get("/admin/corrections").says("王桂兰", "电话", "3月9日前答复")
    with cast.acting(None, write=False) as work:
        ident = work.session.query(Correction).one().id
    path = f"/admin/corrections/{ident}"
    liu.get(path)
    assert liu.post(path, done="no").says("请写明不更正的理由")
    liu.post(path, done="no", answer="与户口簿不符")
    assert liu.page.says("已答复", "没有待答复的申请")
    assert liu.get("/admin/corrections?state=answered").says("王桂兰", "未更正")
    assert "更正申请待答复" not in liu.get("/")
    assert wang.get("/").says("您的更正申请有答复了")
    assert wang.get("/me/entry").says("未更正", "与户口簿不符", "刘敏", "我看到了")


def answered(cast: Cast, name: str) -> int:
    ident = ask(cast, name)
    with cast.acting("刘敏") as work:
        answer_correction(work, ident, done=True, answer="")
    return ident


def test_an_answer_stands_on_today_until_it_is_read(cast: Cast, tmp_path: Path) -> None:
    """However long that takes, and not a request longer."""
    ident = answered(cast, "王桂兰")
    cast.clock.set(cast.clock.now() + timedelta(days=8))
    wang = browser(cast, "王桂兰", folder=tmp_path)
    assert wang.get("/").says("您的更正申请有答复了")
    wang.get("/me/entry")
    assert wang.post(f"/me/corrections/{ident}/seen").says("答复您已经看过", "已更正")
    assert "我看到了" not in wang.page
    assert "有答复了" not in wang.get("/")


def test_the_others_do_not_read_it_for_them(cast: Cast, tmp_path: Path) -> None:
    home = seat(cast)
    with cast.acting("赵玉梅") as work:
        at_door = ask_correction(work, home.people["孙老太"], about="phone", wanted="没有电话").id
    own = answered(cast, "王桂兰")
    for name, ident in (("赵玉梅", at_door), ("刘敏", own), ("孙浩", own)):
        with cast.acting(name) as work, pytest.raises(NotAllowed, match="Only whoever is concerned"):
            see_answer(work, ident)
    with cast.acting("维托") as work, pytest.raises(NotFound):
        see_answer(work, own)
    assert not may_see(Asked(1, 1, closed=True, answered=True), 1, helping=True)
    assert browser(cast, "王桂兰", folder=tmp_path).get("/").says("您的更正申请有答复了")


def test_nothing_to_read_yet_or_any_more(cast: Cast) -> None:
    waiting, taken_back, read = ask(cast, "王桂兰"), ask(cast, "孙浩"), answered(cast, "周建")
    with cast.acting("孙浩") as work:
        withdraw_correction(work, taken_back)
    with cast.acting("周建") as work:
        see_answer(work, read)
    for name, ident, match in (
        ("王桂兰", waiting, "no answer yet"), ("孙浩", taken_back, "no answer yet"), ("周建", read, "noted already")
    ):  # fmt: skip
        with cast.acting(name) as work, pytest.raises(Refusal, match=match):
            see_answer(work, ident)


def test_an_unread_answer_is_listed_before_all(cast: Cast) -> None:
    """It can be read and ticked off, however many requests came after it."""
    first = answered(cast, "王桂兰")
    for _ in range(21):
        ident = ask(cast, "王桂兰")
        with cast.acting("王桂兰") as work:
            withdraw_correction(work, ident)
    with cast.acting("王桂兰", write=False) as work:
        found = requests_of(work, work.person_id)
        assert (found[0].correction.id, found[0].unread, found[1].unread) == (first, True, False)


def test_take_it_back_on_the_page(cast: Cast, tmp_path: Path) -> None:
    ident = ask(cast, "王桂兰")
    wang = browser(cast, "王桂兰", folder=tmp_path)
    wang.get("/me/entry")
    assert wang.post(f"/me/corrections/{ident}/withdraw").says("申请已撤回", "已撤回")


def test_at_the_door(cast: Cast, tmp_path: Path) -> None:
    near = seat(cast).people["孙老太"]
    path = f"/admin/people/{near}/corrections/new"
    for name in ("孙浩", "周建", "唐伟"):
        assert browser(cast, name, folder=tmp_path).get(path).status == 403, name
    head = browser(cast, "赵玉梅", folder=tmp_path)
    assert head.get(path).says("代录：孙老太")
    assert head.post(path, about="phone", wanted="没有电话").says("已送出")
    assert browser(cast, "刘敏", folder=tmp_path).get("/admin/corrections").says("孙老太")


def test_who_opens_the_list(cast: Cast, tmp_path: Path) -> None:
    ident = ask(cast, "王桂兰")
    for name in ("王桂兰", "刘志强", "周建", "关锋"):
        for path in ("/admin/corrections", f"/admin/corrections/{ident}"):
            assert browser(cast, name, folder=tmp_path).get(path).status == 403, (name, path)
    there = browser(cast, "维托", folder=tmp_path, slug="weiwan")
    assert there.get(f"/admin/corrections/{ident}").status == 404


def test_statements_do_not_grow_with_the_list(cast: Cast, tmp_path: Path) -> None:
    liu = browser(cast, "刘敏", folder=tmp_path)
    counts = []
    for name in (("王桂兰",), ("孙浩", "周建", "吴波", "郑丽", "林娜")):
        for each in name:
            ask(cast, each)
        liu.get("/admin/corrections")
        with statements(cast.workshop.database) as seen:
            assert liu.get("/admin/corrections").status == 200
        counts.append(len(seen))
    assert counts[0] == counts[1] <= 5, counts
