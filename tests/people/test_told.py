"""Whoever something happened to is told: a consent that another recorded, an office lost, an answer at the door."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from civic.core.errors import NotAllowed, Refusal
from civic.people.acts.corrections import answer_correction, ask_correction
from civic.people.acts.helped import see_helped, tell_helped
from civic.people.acts.helping import agreed_now, end_help, record_consent
from civic.people.acts.offices import end_office, may_read_sheet
from civic.people.rules.ending import EndReason
from civic.people.tables import Correction, Held, Helping, Office
from civic.people.told import asks
from civic.store.engine import Database
from tests.cast import Cast, gather
from tests.people.household import Household, seat
from tests.web import browser

TODAY, DAY = date(2026, 3, 2), timedelta(days=1)


@pytest.fixture
def cast(database: Database) -> Cast:
    return gather(database)


def told(cast: Cast, name: str) -> list[tuple[str, str]]:
    """What Today asks of somebody: question and address."""
    with cast.acting(name, write=False) as work:
        return [
            (each.question.text if not isinstance(each.question, str) else each.question, each.path)
            for each in asks(work)
        ]


def recorded(cast: Cast, person: int, helper: str, by: str = "刘敏") -> int:
    """What somebody said to an officer."""
    with cast.acting(by) as work:
        agreed = agreed_now(
            work, cast.people[helper], "relative", date(2026, 8, 1), person_id=person, consent="in_person"
        )
        return record_consent(work, agreed).id


def test_a_consent_by_word_is_announced_before_anybody_acts(cast: Cast, tmp_path: Path) -> None:
    person = cast.people["王桂兰"]
    helping = recorded(cast, person, "孙浩")
    assert told(cast, "王桂兰") == [("%(n)s consent was recorded: somebody may act for you", "/me/helpers")]
    own = browser(cast, "王桂兰", folder=tmp_path)
    assert own.get("/").says("新登记了1份由别人替您办事的同意", "马上结束")
    assert own.get("/me/helpers").says("有1份同意您还没有看过", "不用说理由", "马上结束")
    assert own.post("/me/helpers/seen").says("孙浩")
    assert told(cast, "王桂兰") == []
    with pytest.raises(Refusal, match="told already"), cast.acting("王桂兰") as work:
        see_helped(work, 0)
    with cast.acting("王桂兰") as work:
        end_help(work, helping)


def test_what_one_agreed_to_oneself_or_ended_is_no_news(cast: Cast) -> None:
    helping = recorded(cast, cast.people["王桂兰"], "孙浩")
    with cast.acting("刘敏") as work:
        end_help(work, helping)
    assert told(cast, "王桂兰") == []


@pytest.fixture
def home(cast: Cast) -> Household:
    return seat(cast)


def test_without_an_account_the_head_tells_it_and_the_helper_does_not(
    cast: Cast, home: Household, tmp_path: Path
) -> None:
    she = home.people["孙老太"]
    recorded(cast, she, "孙浩")
    path = f"/admin/people/{she}/helpers"
    assert told(cast, "赵玉梅") == [("Tell %(name)s what is new about them", path)]
    head = browser(cast, "赵玉梅", folder=tmp_path)
    assert head.get(path).says("需要上门告知", "孙浩", "刘敏", "可以马上结束")
    assert head.get(f"{path}/print").says("新情况", "请来电，马上结束")
    head.get(path)
    assert "需要上门告知" not in head.post(f"{path}/told")
    assert told(cast, "赵玉梅") == []
    with cast.acting("刘敏", write=False) as work:
        assert work.one(Helping, person_id=she).told_at is not None


def test_the_helper_does_not_say_that_it_was_told(cast: Cast, home: Household) -> None:
    she = home.people["孙老太"]
    recorded(cast, she, "赵玉梅")
    assert told(cast, "赵玉梅") == []
    with pytest.raises(NotAllowed, match="helped here yourself"), cast.acting("赵玉梅") as work:
        tell_helped(work, she, 0)


def test_the_answer_to_a_correction_reaches_whoever_has_no_account(
    cast: Cast, home: Household, tmp_path: Path
) -> None:
    she = home.people["孙老太"]
    with cast.acting("赵玉梅") as work:
        asked = ask_correction(work, she, about="phone", wanted="号码是另一个").id
    assert told(cast, "赵玉梅") == []
    with cast.acting("刘敏") as work:
        answer_correction(work, asked, done=False, answer="请带手机来居委会核对")
    path = f"/admin/people/{she}/helpers"
    assert told(cast, "赵玉梅") == [("Tell %(name)s what is new about them", path)]
    head = browser(cast, "赵玉梅", folder=tmp_path)
    page = head.get(path)
    assert page.says("需要上门告知", "电话", "未更正", "请带手机来居委会核对")
    assert "号码是另一个" not in page
    head.post(f"{path}/told")
    assert told(cast, "赵玉梅") == []
    with cast.acting("刘敏", write=False) as work:
        assert work.get(Correction, asked).seen_at is not None


def ended(cast: Cast, name: str, last_on: date) -> int:
    with cast.acting("刘敏") as work:
        office = work.session.query(Office).filter_by(person_id=cast.people[name]).first()
        assert office is not None
        end_office(work, office.id, last_on, EndReason.RESIGNED)
        return office.id


def test_whoever_lost_an_office_is_told_and_led_to_the_hand_over(cast: Cast, tmp_path: Path) -> None:
    assert told(cast, "刘志强") == []
    office = ended(cast, "刘志强", TODAY - DAY)
    sheet = f"/admin/offices/{office}/handover"
    assert told(cast, "刘志强") == [("You hold this office no more: %(office)s", sheet)]
    own = browser(cast, "刘志强", folder=tmp_path)
    assert own.get("/").says("您已不再担任", "原因：辞职", "任职权限同时终止")
    assert own.get(sheet).status == 200
    with cast.acting("王桂兰", write=False) as work:
        assert not may_read_sheet(work, work.get(Office, office))


def test_the_reminder_ends_with_the_ten_days_unless_something_is_left(cast: Cast) -> None:
    office = ended(cast, "刘志强", TODAY - DAY)
    cast.clock.set(cast.clock.now() + 11 * DAY)
    assert told(cast, "刘志强") == []
    with cast.acting("刘敏") as work:
        work.add(Held(office_id=office, kind="key", text="水箱间钥匙"))
    assert len(told(cast, "刘志强")) == 1
    cast.clock.set(cast.clock.now() + 60 * DAY)
    assert told(cast, "刘志强") == []


def test_whoever_goes_on_in_a_new_term_lost_nothing(cast: Cast) -> None:
    office = ended(cast, "刘志强", TODAY - DAY)
    with cast.acting("刘敏") as work:
        before = work.get(Office, office)
        work.add(
            Office(
                person_id=before.person_id, kind=before.kind, building_id=before.building_id, entrance=before.entrance,
                from_on=TODAY,
            )
        )  # fmt: skip
    assert told(cast, "刘志强") == []


def test_an_office_given_and_ended_at_once_is_not_said_never_to_have_begun(
    cast: Cast, tmp_path: Path
) -> None:
    with cast.acting("刘敏") as work:
        office = work.add(Office(person_id=cast.people["王桂兰"], kind="volunteer", from_on=TODAY)).id
        end_office(work, office, TODAY - DAY, EndReason.RESIGNED)
    page = browser(cast, "刘敏", folder=tmp_path).get(f"/admin/offices/{office}")
    assert page.says("已撤回，任期一天也不计")
    assert len(told(cast, "王桂兰")) == 1
