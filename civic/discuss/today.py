"""What Discuss asks of office-holders today: options, a study, an outcome, comments to treat. Neighbours are not
pressed."""

from collections.abc import Callable, Sequence
from datetime import datetime

from civic.core.days import end_of
from civic.core.message import say, say_n
from civic.discuss.amendment_asks import amendment_asks
from civic.discuss.calling_asks import calling_asks
from civic.discuss.own_asks import own_asks
from civic.discuss.paper_asks import paper_asks
from civic.discuss.queries import Waiting, waiting
from civic.discuss.queries.maps_due import maps_waiting
from civic.discuss.rules import Way, needs_study
from civic.discuss.talk_asks import talk_asks
from civic.permissions import Permission, Standing
from civic.propose.rules import Nature
from civic.web.house import Ask
from civic.work import UnitOfWork


def asks(work: UnitOfWork) -> Sequence[Ask]:
    """One statement about talks, one about one's own words, reports, questions and statements; one more for each of two committees,
    for whoever answers questions or looks statements over, one for three offices."""
    return [
        *_in_office(work),
        *own_asks(work),
        *talk_asks(work),
        *paper_asks(work),
        *calling_asks(work),
        *amendment_asks(work),
        *_of_maps(work),
    ]


def _of_maps(work: UnitOfWork) -> list[Ask]:
    """Statements that wait for a look."""
    if not work.may(Permission.KEEP_MAP):
        return []
    return [
        Ask(
            "check", row.title, say_n("%(n)s statement to look over", "%(n)s statements to look over", row.waiting),
            f"/issues/{row.reference}/opinion-map/statements", row.closes_at,
        )
        for row in maps_waiting(work)
    ]  # fmt: skip


def _in_office(work: UnitOfWork) -> list[Ask]:
    of = [ask for permission, ask in ASKED.items() if work.may(permission)]
    return [ask for row in waiting(work) for each in of for ask in each(row, work)] if of else []


def _of_panel(row: Waiting, work: UnitOfWork) -> list[Ask]:
    """The advisory panel writes the options before there is an outcome."""
    if row.way is not None or row.papers or not _on_the_panel(work):
        return []
    path = f"/issues/{row.reference}/option-paper/writing"
    return [Ask("answer", row.title, say("Write the option paper"), path, _topic_until(row, work))]


def _on_the_panel(work: UnitOfWork) -> bool:
    return work.actor is not None and Standing.ADVISOR in work.actor.standings


def _of_party(row: Waiting, work: UnitOfWork) -> list[Ask]:
    """The Party committee studies the topic, then the outcome before its vote."""
    early = row.way is None and not row.topic_studies
    if not early and not _study_missing(row):
        return []
    path = f"/issues/{row.reference}/study/new"
    until = _topic_until(row, work) if early else _until(row, work)
    return [Ask("check", row.title, say("Record the Party study"), path, until)]


def _of_committee(row: Waiting, work: UnitOfWork) -> list[Ask]:
    if row.way is None:
        if work.today <= row.topic_until_on:
            return []
        return [Ask("answer", row.title, say("Write the outcome"), f"/issues/{row.reference}/outcome")]
    if not row.untreated:
        return _call(row, work)
    label = say_n("%(n)s comment to treat", "%(n)s comments to treat", row.untreated)
    return [Ask("answer", row.title, label, f"/issues/{row.reference}/outcome#comments", _until(row, work))]


def _call(row: Waiting, work: UnitOfWork) -> list[Ask]:
    """The notice of the vote, once comments are over and the study is there."""
    over = row.comments_until_on is not None and work.today > row.comments_until_on
    if row.way == Way.CARRY_OUT or not over or _study_missing(row):
        return []
    path = f"/issues/{row.reference}/vote-notice"
    return [Ask("answer", row.title, say("Give notice of a vote"), path, _until(row, work))]


def _study_missing(row: Waiting) -> bool:
    if row.way is None or row.agreed:
        return False
    return needs_study(Nature(row.nature or Nature.SELF_GOVERNANCE), Way(row.way))


def _topic_until(row: Waiting, work: UnitOfWork) -> datetime | None:
    """24:00 of the last day that the topic hangs; afterwards it holds the outcome up, but has no day."""
    return end_of(row.topic_until_on, work.zone) if work.today <= row.topic_until_on else None


def _until(row: Waiting, work: UnitOfWork) -> datetime | None:
    """24:00 of the last day that the outcome hangs."""
    return end_of(row.outcome_until_on, work.zone) if row.outcome_until_on else None


ASKED: dict[Permission, Callable[[Waiting, UnitOfWork], list[Ask]]] = {
    Permission.WRITE_OUTCOME: _of_committee,
    Permission.FILE_OPTIONS: _of_panel,
    Permission.RECORD_STUDY: _of_party,
}
