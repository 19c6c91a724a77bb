"""Put a date off, wait for a named party, lateness written down: what everybody can read."""

from datetime import date
from typing import Any

import pytest

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.propose import acts
from civic.propose.rules.clock import Term
from civic.propose.tables import Issue, MovedDate, Wait
from civic.timetable import run_due
from tests.cast import Cast
from tests.propose.test_settling import verified


def ident(cast: Cast, reference: str) -> int:
    with cast.acting(None, write=False) as work:
        return work.one(Issue, reference=reference).id


def due(cast: Cast, reference: str) -> tuple[date, date | None, int]:
    with cast.acting(None, write=False) as work:
        issue = work.one(Issue, reference=reference)
        return issue.answer_due_on, issue.whole_due_on, issue.answer_noted


@pytest.mark.parametrize("name", ["赵玉梅", "刘志强", "周建"])
def test_only_the_committee_moves_dates(cast: Cast, at: Any, reference: str, name: str) -> None:
    issue = ident(cast, reference)
    with cast.acting(name) as work, pytest.raises(NotAllowed):
        acts.put_date_off(work, issue, term=Term.ANSWER, to_on=date(2026, 3, 20), reason="要等")
    with cast.acting(name) as work, pytest.raises(NotAllowed):
        acts.wait_for(work, issue, party="水务公司", reason="要等", until_on=date(2026, 3, 20))
    for page in ("dates", "dates/wait", "dates/put-off"):
        assert at(name).get(f"/issues/{reference}/{page}").status == 403


def test_another_communitys_issue_is_not_here(cast: Cast, reference: str) -> None:
    issue = ident(cast, reference)
    with cast.acting("维托") as work, pytest.raises(NotFound):
        acts.put_date_off(work, issue, term=Term.ANSWER, to_on=date(2026, 3, 20), reason="要等")


def test_a_date_put_off_keeps_the_old_one(cast: Cast, at: Any, reference: str) -> None:
    committee = at("刘敏")
    committee.get(f"/issues/{reference}").says("首次答复期限3月9日")
    committee.get(f"/issues/{reference}/dates").says("首次答复 3月9日", "整件事办结 4月13日")
    path = f"/issues/{reference}/dates/put-off"
    committee.get(path)
    page = committee.post(path, term="answer", to_on="2026-03-06", reason="配件没到。")
    assert page.status == 422
    page.says("期限只能延后", "配件没到。")
    committee.post(path, term="answer", to_on="2026-03-16", reason="配件没到。")
    page = at().get(f"/issues/{reference}")
    page.says("首次答复期限由 3月9日 延至 3月16日", "配件没到。", "首次答复期限3月16日")
    assert "<s>" in page.text
    assert due(cast, reference)[:2] == (date(2026, 3, 16), date(2026, 4, 13))


def test_the_clock_stands_for_a_named_party_and_runs_on(cast: Cast, at: Any, reference: str) -> None:
    committee = at("刘敏")
    path = f"/issues/{reference}/dates/wait"
    committee.get(path)
    committee.post(path, party="水务公司", until_on="2026-03-13", reason="要先停水。").says("已停止计时")
    # Nine working days: 3 to 13 March.
    assert due(cast, reference)[:2] == (date(2026, 3, 20), date(2026, 4, 24))
    at().get(f"/issues/{reference}").says("水务公司", "要先停水。", "最迟到 3月13日，期间停止计时")
    with cast.acting("刘敏") as work, pytest.raises(Refusal, match="stands already"):
        acts.wait_for(
            work, ident(cast, reference), party="电力公司", reason="也要等", until_on=date(2026, 3, 12)
        )
    cast.clock.advance(days=2)
    committee = at("刘敏")
    committee.get(f"/issues/{reference}/dates").says("停止计时，到 3月13日 为止")
    wait = next(action for action in committee.page.forms if action.endswith("/end"))
    committee.post(wait.removeprefix("/gongfu")).says("已恢复计时")
    # Two of them were needed.
    assert due(cast, reference)[:2] == (date(2026, 3, 11), date(2026, 4, 15))
    with cast.acting("刘敏", write=False) as work:
        assert work.session.query(MovedDate).count() == 4
        assert not acts.may_end_wait(work, work.session.query(Wait).one())


def test_without_an_answer_the_clock_runs_on_by_itself(cast: Cast, reference: str) -> None:
    issue = ident(cast, reference)
    with cast.acting("刘敏") as work:
        acts.wait_for(work, issue, party="水务公司", reason="要等", until_on=date(2026, 3, 4))
    cast.clock.advance(days=3)
    with cast.acting("刘敏") as work:
        wait = work.session.query(Wait).one()
        assert not acts.may_end_wait(work, wait)
        acts.wait_for(work, issue, party="水务公司", reason="还要等", until_on=date(2026, 3, 6))


def test_late_once_and_three_times_in_public(cast: Cast, at: Any, reference: str) -> None:
    cast.clock.advance(days=7)
    run_due(cast.workshop)
    assert "超期，期限为" not in at().get(f"/issues/{reference}")
    cast.clock.advance(days=1)
    run_due(cast.workshop)
    at().get(f"/issues/{reference}").says("首次答复超期，期限为 3月9日")
    cast.clock.advance(days=14)
    run_due(cast.workshop)
    run_due(cast.workshop)
    page = at().get(f"/issues/{reference}")
    page.says("首次答复已超过期限的三倍（期限 3月9日）")
    assert due(cast, reference)[2] == 3
    assert page.text.count("超过期限的三倍") == 1


def test_an_answer_in_time_is_never_written_down_as_late(cast: Cast, at: Any, reference: str) -> None:
    verified(cast, reference)
    with cast.acting("刘敏") as work:
        acts.decline_issue(work, ident(cast, reference), reason="不归我们。")
    cast.clock.advance(days=60)
    run_due(cast.workshop)
    assert "超期，期限为" not in at().get(f"/issues/{reference}")


def test_an_ended_issue_has_no_dates_to_move(cast: Cast, at: Any, reference: str) -> None:
    with cast.acting("刘敏") as work:
        acts.decline_issue(work, ident(cast, reference), reason="不归我们。")
    assert at("刘敏").get(f"/issues/{reference}/dates").status == 409
