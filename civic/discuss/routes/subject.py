"""The issue and the discussion that an address of this room is about."""

from civic.core.errors import NotFound
from civic.discuss import queries
from civic.discuss.queries import Discussion
from civic.propose.tables import Issue
from civic.web.call import Call
from civic.work import UnitOfWork


def issue_of(call: Call, work: UnitOfWork) -> Issue:
    """The issue of the address; `NotFound` if this community has none."""
    return work.one(Issue, reference=call.path["reference"])


def opened(call: Call, work: UnitOfWork) -> tuple[Issue, Discussion]:
    """The issue and its discussion; `NotFound` before it was opened."""
    issue = issue_of(call, work)
    found = queries.discussion(work, issue.id)
    if found is None:
        raise NotFound
    return issue, found
