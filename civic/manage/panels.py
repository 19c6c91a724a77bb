"""What Manage adds to the page of an issue."""

from civic.core.amount import Money
from civic.core.message import Message, say
from civic.core.verdict import YES
from civic.manage import acts
from civic.manage.queries.orders import Placed, of_issue
from civic.manage.rules import PHASES, OrderPhase, may_take
from civic.propose.rules import STAGE, Phase
from civic.propose.tables import Issue
from civic.web.house import Door, Panel
from civic.work import UnitOfWork


def panel(work: UnitOfWork, issue: Issue) -> Panel | None:
    """From the outcome on: its orders with lead, day, lateness: one statement."""
    phase = Phase(issue.phase)
    if STAGE[phase] < 3 and phase is not Phase.OUTCOME:
        return None
    orders = of_issue(work, issue.id)
    doors = [*_own(orders, phase), *_issuing(work, issue, orders)]
    if not orders:
        return Panel(4, doors)
    done = sum(each.phase is OrderPhase.DONE for each in orders)
    cost = Money(sum(each.cost_fen for each in orders))
    shown = {"rows": orders, "done": done, "cost": cost, "phases": PHASES}
    return Panel(4, doors, "manage/panel.html", {"work_orders": shown})


def _issuing(work: UnitOfWork, issue: Issue, orders: list[Placed]) -> list[Door]:
    path = f"/issues/{issue.reference}/work-orders/new"
    main = issue.phase == Phase.MANAGING.value and not orders
    verdict = acts.may_issue_work_order(work, issue)
    back = [
        Door(say("Find another lead for work order %(number)s", number=each.number), f"/work-orders/{each.ident}",
             verdict, main=True)
        for each in orders
        if each.phase is OrderPhase.RETURNED
    ]  # fmt: skip
    return [*back, Door(say("Issue a work order"), path, verdict, main=main)]


def _own(orders: list[Placed], phase: Phase) -> list[Door]:
    return [
        Door(_label(each), f"/work-orders/{each.ident}", YES, main=True, seal="answer")
        for each in orders
        if each.mine and (may_take("accept", each.phase, phase) or may_take("report", each.phase, phase))
    ]


def _label(each: Placed) -> Message:
    if each.phase is OrderPhase.ISSUED:
        return say("Accept or return work order %(number)s", number=each.number)
    return say("Report on work order %(number)s", number=each.number)
