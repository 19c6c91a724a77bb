"""What the ledger keeps of a complaint: its number inside and days; never about whom, by whom or what."""

from dataclasses import dataclass
from datetime import date

from civic.core.event import Event


@dataclass(frozen=True, kw_only=True)
class ComplaintFiled(Event):
    """A complaint lies in the sealed box."""

    kind = "sealed:complaint_filed"
    complaint_id: int
    first_due_on: date
    whole_due_on: date


@dataclass(frozen=True, kw_only=True)
class ComplaintAnswered(Event):
    """The supervisory committee answered; final: it is settled with that."""

    kind = "sealed:complaint_answered"
    complaint_id: int
    final: bool
