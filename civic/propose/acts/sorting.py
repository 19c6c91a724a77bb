"""Who may take which step at the head of the road: by office, and by whose matter it is."""

from civic.core.message import say
from civic.core.verdict import YES, Verdict, no, not_allowed
from civic.permissions import Permission, Standing
from civic.propose.readers import reads
from civic.propose.rules.matters import of_owners
from civic.propose.tables import Issue
from civic.work import UnitOfWork

P = Permission
NEEDED = {"decline": P.REFUSE, "merge": P.REFUSE, "accept": P.PUT_ON_AGENDA}
"""Steps that others than the committee take too (domain paper, section 4)."""
NOT_YOURS = say("This matter is not public: the committee or the head of the building checks it.")


def may_take(work: UnitOfWork, issue: Issue, step: str) -> Verdict:
    """By office: the committee every step, grid workers decline and merge what they read, the owners' committee also
    accepts, in matters of the owners."""
    if work.may(P.SETTLE):
        return YES
    return (
        work.may(NEEDED.get(step, P.SETTLE))
        .then(lambda: YES if reads(work, issue) else no(NOT_YOURS))
        .then(lambda: YES if _by_grid(work, step) else comes_to_owners(issue))
    )


def comes_to_owners(issue: Issue) -> Verdict:
    """Whether it is for the owners' committee: by its nature; before that is known, by whom its category names."""
    theirs = of_owners(issue.nature) if issue.nature else issue.owner == Standing.OWNERS_COMMITTEE
    return (
        YES
        if theirs
        else not_allowed(say("This is no matter of the owners. Please leave it to the residents' committee."))
    )


def _by_grid(work: UnitOfWork, step: str) -> bool:
    return work.actor is not None and Standing.GRID_WORKER in work.actor.standings and step != "accept"
