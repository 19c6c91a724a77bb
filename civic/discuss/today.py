"""What Discuss asks of office-holders today: an outcome, comments to treat, a study. Neighbours are not pressed."""

from collections.abc import Sequence
from datetime import datetime

from civic.core.days import end_of
from civic.core.message import say, say_n
from civic.discuss.queries import Waiting, waiting
from civic.discuss.rules import Way, needs_study
from civic.permissions import Permission
from civic.propose.rules import Nature
from civic.web.house import Ask
from civic.work import UnitOfWork


def asks(work: UnitOfWork) -> Sequence[Ask]:
    """One statement, and none at all for whoever holds neither office."""
    writes, studies = work.may(Permission.WRITE_OUTCOME), work.may(Permission.RECORD_STUDY)
    if not (writes or studies):
        return ()
    found: list[Ask] = []
    for row in waiting(work):
        if writes:
            found += _of_committee(row, work)
        if studies and _study_missing(row):
            path = f"/issues/{row.reference}/study/new"
            found.append(Ask("check", row.title, say("Record the Party study"), path, _until(row, work)))
    return found


def _of_committee(row: Waiting, work: UnitOfWork) -> list[Ask]:
    if row.way is None:
        if work.today <= row.topic_until_on:
            return []
        return [Ask("answer", row.title, say("Write the outcome"), f"/issues/{row.reference}/outcome")]
    if not row.untreated:
        return []
    label = say_n("%(n)s comment to treat", "%(n)s comments to treat", row.untreated)
    return [Ask("answer", row.title, label, f"/issues/{row.reference}/outcome#comments", _until(row, work))]


def _study_missing(row: Waiting) -> bool:
    if row.way is None or row.agreed:
        return False
    return needs_study(Nature(row.nature or Nature.SELF_GOVERNANCE), Way(row.way))


def _until(row: Waiting, work: UnitOfWork) -> datetime | None:
    """24:00 of the last day that the outcome hangs."""
    return end_of(row.outcome_until_on, work.zone) if row.outcome_until_on else None
