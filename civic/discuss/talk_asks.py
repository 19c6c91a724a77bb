"""What reports and appeals ask of the two committees today."""

from collections.abc import Sequence

from civic.core.days import end_of
from civic.core.message import say, say_n
from civic.discuss.queries import Case, appealed, reported
from civic.permissions import Permission
from civic.web.house import Ask
from civic.work import UnitOfWork


def talk_asks(work: UnitOfWork) -> Sequence[Ask]:
    """A statement for each of the two committees."""
    found: list[Ask] = []
    if work.may(Permission.MODERATE):
        found += [_reports(each, work) for each in reported(work)]
    if work.may(Permission.ANSWER_APPEAL):
        found += [_appeal(each, work) for each in appealed(work)]
    return found


def _reports(each: Case, work: UnitOfWork) -> Ask:
    label = say_n("%(n)s report to answer", "%(n)s reports to answer", each.reports)
    return Ask("answer", each.title, label, _path(each), end_of(each.until_on, work.zone))


def _appeal(each: Case, work: UnitOfWork) -> Ask:
    path = f"{_path(each)}/appeal-answer"
    return Ask("answer", each.title, say("Answer the appeal"), path, end_of(each.until_on, work.zone))


def _path(each: Case) -> str:
    return f"/issues/{each.reference}/views/{each.contribution_id}"
