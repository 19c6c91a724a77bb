"""When the supervisory committee may demand an answer 督办, and until when it is due."""

from datetime import date, timedelta

from civic.core.message import say
from civic.core.verdict import YES, Verdict, no
from civic.propose.rules import OVER, STATUS, Phase

ANSWER_DAYS = 3
"""Working days that the form proposes for an answer."""


def may_demand(phase: Phase, *, late: bool) -> Verdict:
    """Only while the issue is under way, and only when something is late."""
    if STATUS[phase] in OVER:
        return no(say("This issue has ended. It would have to be reopened first."))
    if not late:
        return no(say("Nothing is late here. A demand needs a late work order or a late day."))
    return YES


def may_set_due(due_on: date, today: date) -> Verdict:
    """An answer can be due today or within two months."""
    if today <= due_on <= today + timedelta(days=60):
        return YES
    return no(say("Please let the answer be due within 60 days."))


def may_answer(*, answered: bool) -> Verdict:
    """Once; however late."""
    return no(say("This demand was answered already.")) if answered else YES
