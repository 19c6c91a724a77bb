"""What a mediation asks of people today: the mediator ends it and looks whether it is kept, the two sides meet."""

from civic.core.days import end_of
from civic.core.message import Message, say
from civic.propose.queries.mediation import Waiting, waiting_for
from civic.web.house import Ask
from civic.work import UnitOfWork


def mediations(work: UnitOfWork) -> list[Ask]:
    """For mediators and the two sides, of whoever helps them: one statement. Others read it along with their news."""
    return [mediation_ask(work, each) for each in waiting_for(work)]


def mediation_ask(work: UnitOfWork, each: Waiting) -> Ask:
    """What one mediation asks."""
    until = end_of(each.due_on, work.zone) if each.due_on and each.leads else None
    seal = "answer" if each.leads else "confirm"
    return Ask(seal, each.title, _label(each), f"/issues/{each.reference}/mediation", until)


def _label(each: Waiting) -> Message:
    if not each.leads:
        return say("See when and where you meet")
    return say("Mediate in private") if each.open else say("Look whether the agreement is kept")
