"""Slips, calls and visits about a matter that is there already are entered into it."""

from collections.abc import Sequence
from typing import Any

from civic.core.message import say
from civic.core.verdict import YES, Verdict, no
from civic.people.queries.places import buildings
from civic.permissions import Permission
from civic.propose import events
from civic.propose.reach import covers, reach_of
from civic.propose.tables import Handover, Issue
from civic.work import UnitOfWork

P = Permission
Entries = Sequence[dict[str, Any]]


def may_enter_handovers(work: UnitOfWork, issue: Issue, entries: Entries = ()) -> Verdict:
    """Those who collect; whose office is over buildings, for the matters and the households of these alone."""
    return work.may(P.RAISE_FOR).then(lambda: _within(work, issue, entries))


def enter_handovers(work: UnitOfWork, issue_id: int, entries: Entries) -> None:
    """Slips, calls and visits about the same matter: channel, household, text, received_on."""
    issue = work.get(Issue, issue_id, lock=True)
    may_enter_handovers(work, issue, entries).demand()
    work.require(P.RAISE_FOR)
    for entry in entries:
        work.add(Handover(issue_id=issue.id, collector_id=work.person_id, **entry))
    households = len({entry["household"] for entry in entries})
    work.record(events.HandoversEntered(issue_id=issue.id, entries=len(entries), households=households))


def _within(work: UnitOfWork, issue: Issue, entries: Entries) -> Verdict:
    assert work.actor is not None
    if reach_of(work.actor).buildings is None:
        return YES
    here = issue.building_id is None or covers(work.actor, issue.building_id, issue.entrance)
    if here and all(covers(work.actor, each, None) for each in _homes(work, entries)):
        return YES
    return no(say("You enter issues for people of your own building. Please ask the committee for others."))


def _homes(work: UnitOfWork, entries: Entries) -> set[int | None]:
    """The buildings that the households begin with, 2号楼1单元; None where one begins with none."""
    known = sorted(buildings(work.session, work.community.id), key=lambda each: -len(each.name))
    return {
        next((each.id for each in known if entry["household"].startswith(each.name)), None)
        for entry in entries
    }
