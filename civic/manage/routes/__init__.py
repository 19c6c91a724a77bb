"""The addresses of Manage: the public board, the list of work orders, each order."""

from civic.manage.routes import board, issuing, listing, order
from civic.permissions import Permission
from civic.web.routing import Route, act, page

P = Permission
ROUTES: list[Route] = [
    page("/board", board.show_board, P.READ, "board"),
    page("/work-orders", listing.list_orders, P.READ, "board"),
    page("/work-orders/{order}", order.show_order, P.READ, "board"),
    page("/issues/{reference}/work-orders/new", issuing.new_order, P.ORDER_WORK, "issues"),
    act("/issues/{reference}/work-orders", issuing.issue_order, P.ORDER_WORK, "issues"),
    act("/work-orders/{order}/acceptance", order.accept_order, P.ANSWER_ORDER, "board"),
    act("/work-orders/{order}/return", order.return_order, P.ANSWER_ORDER, "board"),
    act("/work-orders/{order}/reports", order.report_progress, P.ANSWER_ORDER, "board"),
    act("/work-orders/{order}/completion", order.complete_order, P.ANSWER_ORDER, "board"),
    act("/work-orders/{order}/lead", order.reroute_order, P.ORDER_WORK, "board"),
]
