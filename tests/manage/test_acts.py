"""Issue, accept, return, reroute, report, complete: first the refusals, then who may."""

from itertools import product

import pytest

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.ledger.queries import journey
from civic.manage import acts
from civic.manage.queries.facts import earliest_due, unfinished
from civic.manage.rules import TaskNature
from civic.manage.tables import WorkOrder
from civic.permissions import Standing
from civic.propose.rules import Nature
from civic.propose.tables import Issue
from civic.store.engine import Database
from tests.cast import Cast, gather
from tests.manage.scene import due, english, managed, ordered, verified


@pytest.fixture
def cast(database: Database) -> Cast:
    return gather(database)


def told(cast: Cast, issue_id: int) -> list[str]:
    """The timeline of Manage in English, oldest first."""
    with cast.acting("刘敏", write=False) as work:
        entries = journey(work.session, cast.community_id, issue_id)
        return [english(e.event.told()) for e in entries if e.event.kind.startswith("manage:")]


def ahead(cast: Cast, issue_id: int) -> str:
    """What is next and who, in English."""
    with cast.acting("刘敏", write=False) as work:
        entries = journey(work.session, cast.community_id, issue_id)
        newest = next(a for e in reversed(entries) if (a := e.event.ahead()))
        return f"{english(newest.what)} ({english(newest.who)})"


def test_no_order_before_it_is_decided(cast: Cast) -> None:
    with pytest.raises(Refusal, match="not decided yet"):
        ordered(cast, verified(cast))


def test_only_committees_issue(cast: Cast) -> None:
    issue = managed(cast)
    for who in ("赵玉梅", "周建", "唐伟", "刘志强"):
        with pytest.raises(NotAllowed):
            ordered(cast, issue, by=who)


def test_a_community_is_not_made_responsible_for_city_management(cast: Cast) -> None:
    issue = managed(cast)
    for lead in ("刘敏", "刘志强", "陈书", "孙浩"):
        with pytest.raises(Refusal, match="71 of 2018"):
            ordered(cast, issue, lead=lead)


def test_no_day_in_the_past_and_no_money_without_payer(cast: Cast) -> None:
    issue = managed(cast)
    with pytest.raises(Refusal, match="This day has passed"):
        ordered(cast, issue, due_on=due(cast, -1))
    with pytest.raises(Refusal, match="who pays"):
        ordered(cast, issue, payer="")


def test_people_and_issues_of_the_next_community_are_not_there(cast: Cast) -> None:
    issue = managed(cast)
    with pytest.raises(NotFound):
        ordered(cast, issue, lead="维托")
    with pytest.raises(NotFound):
        ordered(cast, issue, by="维托")
    order = ordered(cast, issue)
    for act in (acts.accept_work_order, lambda w, o: acts.report_progress(w, o, "好")):
        with pytest.raises(NotFound), cast.acting("维托") as work:
            act(work, order)


def test_an_owners_committee_has_no_say_in_public_order(cast: Cast) -> None:
    with cast.acting("赵玉梅") as work:
        work.actor.__dict__["standings"] = (Standing.OWNERS_COMMITTEE,)
        issue = Issue(phase="managing", nature=Nature.PUBLIC_ORDER.value)
        assert not acts.may_issue_work_order(work, issue)
        issue = Issue(phase="managing", nature=Nature.OWNERS_GENERAL.value)
        assert acts.may_issue_work_order(work, issue)


def test_an_order_makes_a_promise_of_the_issue(cast: Cast) -> None:
    issue = managed(cast)
    ordered(cast, issue, due_on=due(cast, 9))
    first = ordered(
        cast, issue, lead="马军", nature=TaskNature.CLEANING, cost_fen=285_000, due_on=due(cast, 4)
    )
    assert told(cast, issue)[1] == "Work order 2 to Property service firm, due 6 Mar."
    with cast.acting("刘敏", write=False) as work:
        assert work.get(Issue, issue).due_on == due(cast, 4) == earliest_due(work, issue)
        fact = journey(work.session, cast.community_id, issue)[-1].event.fact()
        assert english(fact) == "2 work orders, ¥6,850.00"
    assert ahead(cast, issue) == "Carry out 2 work orders (Property service firm)"
    with cast.acting("马军") as work:
        acts.accept_work_order(work, first)
        acts.complete_work_order(work, first, "每日 08:30 清扫，附照片")
    with cast.acting("刘敏", write=False) as work:
        assert work.get(Issue, issue).due_on == due(cast, 9)
        assert unfinished(work, issue) == [1]


def test_only_the_lead_answers(cast: Cast) -> None:
    order = ordered(cast, managed(cast))
    answers = (acts.accept_work_order, lambda w, o: acts.return_work_order(w, o, "不归我们管"))
    for who, act in product(("刘敏", "马军", "赵玉梅"), answers):
        with pytest.raises(NotAllowed), cast.acting(who) as work:
            act(work, order)


def test_nothing_is_reported_before_it_is_accepted(cast: Cast) -> None:
    order = ordered(cast, managed(cast))
    with pytest.raises(Refusal, match="not accepted this work order yet"), cast.acting("唐伟") as work:
        acts.complete_work_order(work, order, "好了")
    with cast.acting("唐伟") as work:
        acts.accept_work_order(work, order)
    with pytest.raises(Refusal, match="accepted already"), cast.acting("唐伟") as work:
        acts.return_work_order(work, order, "不归我们管")


def test_a_returned_order_goes_to_somebody_else(cast: Cast) -> None:
    issue = managed(cast)
    order = ordered(cast, issue)
    with cast.acting("唐伟") as work:
        acts.return_work_order(work, order, "不属于我们的职责")
    assert ahead(cast, issue) == "Find another lead for the returned work order (Residents' committee)"
    with pytest.raises(Refusal, match="returned it"), cast.acting("刘敏") as work:
        acts.reroute_work_order(work, order, lead_id=cast.people["唐伟"])
    with pytest.raises(Refusal, match="71 of 2018"), cast.acting("刘敏") as work:
        acts.reroute_work_order(work, order, lead_id=cast.people["刘志强"])
    cast.clock.advance(days=1)
    with cast.acting("陈书") as work:
        acts.reroute_work_order(work, order, lead_id=cast.people["马军"])
        row = work.get(WorkOrder, order)
        assert (row.phase, row.lead_office, row.rerouted_from_office) == (
            "issued",
            "property_firm",
            "department",
        )
        assert row.return_reason == "不属于我们的职责"
    assert told(cast, issue)[1:] == [
        "Work order 1 returned by Government department, with the reason.",
        "Work order 1, returned by Government department, went to Property service firm within 1 day.",
    ]


@pytest.mark.parametrize(
    ("days", "said"), [(4, "Work order 1 done in time."), (6, "2 days late, work order 1 done.")]
)
def test_the_record_says_whether_it_was_late(cast: Cast, days: int, said: str) -> None:
    issue = managed(cast)
    order = ordered(cast, issue)
    with cast.acting("唐伟") as work:
        acts.accept_work_order(work, order)
    cast.clock.advance(days=days)
    with cast.acting("唐伟") as work:
        acts.report_progress(work, order, "已划 30 个")
        acts.complete_work_order(work, order, "48 个摊位划线完毕")
    assert told(cast, issue)[-1] == said
    assert ahead(cast, issue).startswith("Watch whether the promise is kept")
    with cast.acting("刘敏", write=False) as work:
        assert work.get(Issue, issue).due_on is None
