"""Work orders: their steps, who may be responsible for what, what they must hold. Pure."""

from civic.manage.rules.leads import (
    COMMUNITY,
    LEADS,
    NATURES,
    OWNERS_MATTERS,
    RELIEVED,
    TaskNature,
    may_lead,
    may_order_as,
    office_of,
)
from civic.manage.rules.orders import OPEN, PHASES, STEPS, WORKED_ON, OrderPhase, late_by, may_order, may_take
from civic.manage.rules.outlook import Line, Outlook, outlook
from civic.manage.rules.terms import Terms, faults

__all__ = [
    "COMMUNITY",
    "LEADS",
    "NATURES",
    "OPEN",
    "OWNERS_MATTERS",
    "PHASES",
    "RELIEVED",
    "STEPS",
    "WORKED_ON",
    "Line",
    "OrderPhase",
    "Outlook",
    "TaskNature",
    "Terms",
    "faults",
    "late_by",
    "may_lead",
    "may_order",
    "may_order_as",
    "may_take",
    "office_of",
    "outlook",
]
