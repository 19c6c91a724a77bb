"""Whether an issue was archived after its discussion: closed with a reason, nothing promised, nothing handed on."""

from civic.propose.rules import Phase
from civic.propose.tables import Issue


def archived(issue: Issue) -> bool:
    """Closed by the outcome itself: whatever is closed later on moves once more after it was settled."""
    closed = issue.phase == Phase.CLOSED.value and not issue.receiver and bool(issue.reason)
    return closed and issue.settled_at == issue.moved_at
