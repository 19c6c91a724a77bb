"""What the page of an issue says of its mediation: whether it runs, whether it settled, and the way in."""

from collections.abc import Sequence

from civic.core.message import say
from civic.propose import acts
from civic.propose.queries.mediation import mediation_of
from civic.propose.rules.mediation import ELSEWHERE, PUBLIC
from civic.propose.tables import Issue
from civic.web.house import Door, Panel
from civic.work import UnitOfWork


def panel(work: UnitOfWork, issue: Issue) -> Panel | None:
    """Nothing where there is none; else one statement, for the way in."""
    if not issue.mediation:
        return None
    return Panel(
        stage=4,
        doors=_doors(work, issue),
        template="propose/issue_mediation.html",
        context={
            "mediated": PUBLIC[issue.mediation],
            "mediated_until": issue.due_on if issue.mediation == "open" else None,
            "elsewhere": ELSEWHERE if issue.mediation == "not_settled" else None,
        },
        ending=PUBLIC[issue.mediation] if issue.phase == "closed" else None,
    )


def _doors(work: UnitOfWork, issue: Issue) -> Sequence[Door]:
    """For the mediator, the two sides and the committee."""
    found = mediation_of(work, issue)
    verdict = acts.may_read_mediation(work, found)
    if found is None or not verdict:
        return ()
    leads = found.leads and found.row.ended_at is None
    label = say("Mediate in private") if leads else say("See the mediation")
    return (Door(label, "/mediation", verdict, main=leads, seal="answer" if leads else ""),)
