"""Issue a work order, and find another lead for one that came back."""

from datetime import date

from civic.core.days import day_of
from civic.core.errors import Refusal
from civic.core.message import Message, say
from civic.core.verdict import Verdict, no
from civic.manage import events, rules
from civic.manage.acts.subject import may_take, orders_as, standing_of
from civic.manage.queries import facts, leads
from civic.manage.queries.leads import Lead
from civic.manage.rules import OrderPhase, TaskNature, Terms
from civic.manage.tables import WorkOrder
from civic.permissions import Permission, Standing
from civic.propose.rules import Nature, Phase
from civic.propose.tables import Issue
from civic.work import UnitOfWork

P = Permission


def may_issue_work_order(work: UnitOfWork, issue: Issue) -> Verdict:
    """Committees, once it is decided and its posting is over; owners' committees on owners' matters."""
    phase, nature = Phase(issue.phase), Nature(issue.nature) if issue.nature else None
    posted = phase in {Phase.OUTCOME, Phase.POSTED}
    return (
        work.may(P.ORDER_WORK)
        .then(lambda: rules.may_order(phase, facts.posting_ends_at(work, issue.id) if posted else None))
        .then(lambda: rules.may_order_as(orders_as(work), nature))
    )


def order_faults(work: UnitOfWork, nature: TaskNature, lead: Lead, terms: Terms) -> dict[str, Message]:
    """What is wrong with an order, by field of its form: the lead, the day, the money."""
    verdict = rules.may_lead(nature, lead.held, orders_as(work))
    wrong = {} if verdict.because is None else {"lead_id": verdict.because}
    return {**wrong, **rules.faults(terms, work.today)}


def issue_work_order(
    work: UnitOfWork,
    issue_id: int,
    *,
    task: str,
    nature: TaskNature,
    lead_id: int,
    helpers: str,
    due_on: date,
    criterion: str,
    cost_fen: int,
    payer: str,
    lead_title: str = "",
) -> WorkOrder:
    """A task with a lead, a day, a criterion; money in fen with its payer. Refused where the lead may not lead."""
    issue = work.get(Issue, issue_id, lock=True)
    lead = leads.lead(work, lead_id)
    may_issue_work_order(work, issue).demand()
    _hold(order_faults(work, nature, lead, Terms(due_on, cost_fen, payer)))
    work.require(P.ORDER_WORK)
    order = work.add(
        WorkOrder(
            issue_id=issue.id, vote_id=facts.resolution_of(work, issue.id),
            number=len(facts.lines_of(work, issue.id)) + 1, task=task, nature=nature.value, lead_id=lead.person_id,
            lead_office=lead.office, lead_title=lead_title or lead.title, helpers=helpers, due_on=due_on,
            criterion=criterion, cost_fen=cost_fen, payer=payer, phase=OrderPhase.ISSUED.value, issued_at=work.now,
        )
    )  # fmt: skip
    work.record(events.OrderIssued(due_on=due_on, **standing_of(work, issue, order)))
    return order


def _hold(faults: dict[str, Message]) -> None:
    for because in faults.values():
        raise Refusal(because)


def may_reroute_work_order(work: UnitOfWork, order: WorkOrder) -> Verdict:
    """Whoever issues orders on such a matter, once it came back."""
    nature = work.get(Issue, order.issue_id).nature
    return (
        work.may(P.ORDER_WORK)
        .then(lambda: rules.may_order_as(orders_as(work), Nature(nature) if nature else None))
        .then(lambda: may_take(work, order, "reroute"))
    )


def reroute_work_order(work: UnitOfWork, order_id: int, *, lead_id: int) -> None:
    """Another lead; the record keeps who returned it and how many days that took."""
    order = work.get(WorkOrder, order_id, lock=True)
    lead = leads.lead(work, lead_id)
    may_reroute_work_order(work, order).then(lambda: may_lead_instead(work, order, lead)).demand()
    work.require(P.ORDER_WORK)
    before = Standing(order.lead_office)
    days = (work.today - day_of(order.answered_at or work.now, work.zone)).days
    order.rerouted_from_office, order.rerouted_from = order.lead_office, order.lead_title
    order.lead_id, order.lead_office, order.lead_title = lead.person_id, str(lead.office), lead.title
    order.phase, order.answered_at = OrderPhase.ISSUED.value, None
    standing = standing_of(work, work.get(Issue, order.issue_id), order)
    work.record(events.OrderRerouted(from_office=before, days=days, **standing))


def may_lead_instead(work: UnitOfWork, order: WorkOrder, lead: Lead) -> Verdict:
    """Somebody else than who returned it, within the same guard."""
    if lead.person_id == order.lead_id:
        return no(say("This lead returned it. Please choose somebody else."))
    return rules.may_lead(TaskNature(order.nature), lead.held, orders_as(work))
