"""Who is asked today to key sheets, to settle, to declare, to answer an objection."""

from datetime import timedelta

from sqlalchemy import select

from civic.decide import acts
from civic.decide.tables import Sheet
from civic.decide.today import asks
from civic.notices import acts as notices
from civic.notices.tables import Notice
from civic.web.words import Reader, reading, text_of
from tests.cast import ZONE
from tests.decide.stage import Stage, at
from tests.decide.test_acts_sheets import both, called, declare, key, stage
from tests.supervise.stage import seat
from tests.web import statements

__all__ = ["called", "stage"]


def asked(stage: Stage, who: str) -> list[str]:
    """Label, detail and path of each ask, in English."""
    now = stage.cast.clock.now()
    with stage.cast.acting(who, write=False) as work, reading(Reader("en", ZONE, now)):
        return [
            f"{text_of(ask.label)} | {text_of(ask.detail) if ask.detail else ''} | {ask.path}"
            for ask in asks(work)
        ]


def test_clerks_are_asked_for_the_sheets_from_the_opening_on(called: Stage) -> None:
    assert asked(called, "林娜") == []
    called.go(called.vote.opens_at)
    sheets = f"/votes/{called.vote_id}/sheets"
    wait = f"Key in sheets | Not keyed yet: 5. Waiting for a second clerk: 0. | {sheets}"
    assert asked(called, "林娜") == asked(called, "高远") == [wait]
    for who in ("赵玉梅", "刘敏", "周建"):
        assert asked(called, who) == []


def test_how_many_wait_once_and_twice(stage: Stage) -> None:
    key(stage, "林娜", 1, "yes")
    both(stage, 2, "no")
    [wait] = asked(stage, "高远")
    assert "Not keyed yet: 3. Waiting for a second clerk: 1." in wait


def test_a_clerk_is_not_asked_for_what_only_another_may_read(stage: Stage) -> None:
    for number in (2, 3, 4, 5):
        both(stage, number, "yes")
    key(stage, "林娜", 1, "yes")
    assert asked(stage, "林娜") == []
    assert len(asked(stage, "高远")) == 1


def test_the_committee_settles_then_declares(stage: Stage) -> None:
    key(stage, "林娜", 1, "yes")
    key(stage, "高远", 1, "no")
    root = f"/votes/{stage.vote_id}"
    assert asked(stage, "刘敏") == [f"Settle 1 difference |  | {root}/sheets?state=differs"]
    with stage.cast.acting("刘敏") as work:
        sheet = work.session.scalars(select(Sheet)).one()
        acts.settle_sheet(work, sheet.id, choice="yes")
    assert asked(stage, "刘敏") == [], "voting goes on"
    stage.go(at(5, 8, 18))
    assert asked(stage, "刘敏") == [f"Declare the result | 4 on the roll have no sheet. | {root}/declaration"]
    declare(stage)
    assert asked(stage, "刘敏") == asked(stage, "林娜") == []


def test_a_sheet_keyed_once_comes_before_the_declaration(stage: Stage) -> None:
    key(stage, "林娜", 1, "yes")
    stage.go(at(5, 8, 18))
    assert asked(stage, "刘敏") == []
    key(stage, "高远", 1, "yes")
    assert len(asked(stage, "刘敏")) == 1


def test_both_committees_answer_objections(stage: Stage) -> None:
    seat(stage.cast, "丁主任", "owners_committee")
    both(stage, 1, "yes")
    stage.go(at(5, 8, 18))
    declare(stage)
    with stage.cast.acting("甲") as work:
        notice = work.session.scalars(select(Notice).where(Notice.subject == "result")).one()
        objection = notices.object_to_notice(work, notice.id, "没有收到选票").id
    wait = f"Answer 1 objection |  | /notices/{notice.id}"
    assert asked(stage, "刘敏") == asked(stage, "丁主任") == [wait]
    assert asked(stage, "赵玉梅") == []
    with stage.cast.acting("刘敏") as work:
        notices.answer_objection(work, objection, "已送达", upheld=False)
    assert asked(stage, "刘敏") == []


def test_statements_stay_as_many(stage: Stage) -> None:
    both(stage, 1, "yes")
    for who, most in (("赵玉梅", 1), ("林娜", 2), ("刘敏", 3)):
        with stage.cast.acting(who, write=False) as work, statements(stage.cast.workshop.database) as seen:
            asks(work)
        assert len(seen) <= most, seen


def test_the_last_day_for_the_result_follows_the_close(stage: Stage) -> None:
    stage.go(at(5, 8, 18))
    with stage.cast.acting("刘敏", write=False) as work:
        [ask] = asks(work)
    assert ask.deadline is not None
    assert timedelta(days=1) < ask.deadline - stage.vote.closes_at < timedelta(days=15)
