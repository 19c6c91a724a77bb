"""What people type in Manage. Shape only; who may lead what is for the rules."""

from datetime import date
from typing import Literal

from civic.manage.rules import TaskNature
from civic.web.forms import Form, LongLine, Paragraph, Yuan


class OrderForm(Form):
    """A work order: task, lead, helpers, day, criterion, money."""

    step: Literal["check", "change", "send"] = "check"
    task: LongLine
    nature: TaskNature
    lead_id: int
    helpers: LongLine | None = None
    due_on: date
    criterion: LongLine
    cost: Yuan = 0
    payer: LongLine | None = None


class ReturnForm(Form):
    """Why it is not for this lead."""

    reason: Paragraph


class ReportForm(Form):
    """How far it is, or what proves that it is done; the pressed button says which."""

    step: Literal["report", "done"]
    text: Paragraph


class CompletionForm(Form):
    """Looked over: send it, or change it once more."""

    step: Literal["change", "send"]
    text: Paragraph


class LeadForm(Form):
    """Who shall lead instead."""

    lead_id: int
