"""Manage: issue work orders; their leads accept or return them, report, and complete them."""

from civic.manage.acts.answering import (
    accept_work_order,
    complete_work_order,
    may_accept_work_order,
    may_complete_work_order,
    may_report_progress,
    may_return_work_order,
    report_progress,
    return_work_order,
)
from civic.manage.acts.issuing import (
    issue_work_order,
    may_issue_work_order,
    may_lead_instead,
    may_reroute_work_order,
    order_faults,
    reroute_work_order,
)

__all__ = [
    "accept_work_order",
    "complete_work_order",
    "issue_work_order",
    "may_accept_work_order",
    "may_complete_work_order",
    "may_issue_work_order",
    "may_lead_instead",
    "may_report_progress",
    "may_reroute_work_order",
    "may_return_work_order",
    "order_faults",
    "report_progress",
    "reroute_work_order",
    "return_work_order",
]
