"""Who takes part in a discussion, as it is asked and read out when an issue becomes a topic."""

from typing import Any

from civic.core.message import Message, say
from civic.people.queries.places import buildings
from civic.people.tables import Building
from civic.propose import acts
from civic.propose.forms import AcceptForm
from civic.propose.rules.invitation import BYS, CIRCLES, By, Circle, Invitation
from civic.web.forms import Filled
from civic.work import UnitOfWork


def choices(work: UnitOfWork) -> dict[str, Any]:
    """What the form offers: circles, estates, buildings, ways."""
    here = buildings(work.session, work.community.id)
    return {
        "circles": [(each.value, words) for each, words in CIRCLES.items()],
        "estates": [(name, name) for name in dict.fromkeys(each.estate for each in here) if name],
        "buildings": [(str(each.id), each.name) for each in here],
        "ways": [(each.value, words) for each, words in BYS.items()],
    }


def invited(work: UnitOfWork, form: Filled[AcceptForm]) -> Invitation | None:
    """What was typed; what does not hold stands beside its field, and there is None."""
    typed = form.clean
    if typed is None:
        return None
    here = buildings(work.session, work.community.id)
    if set(typed.buildings) - {each.id for each in here}:
        form.refuse("buildings", say("Please choose one of the answers."))
    if typed.estate and typed.estate not in {each.estate for each in here}:
        form.refuse("estate", say("Please choose one of the answers."))
    invitation = _narrowed(here, typed)
    for name, because in acts.accept_faults(work, invitation, typed.days, typed.until_on).items():
        if name not in form.errors:
            form.refuse(name, because)
    return None if form.errors else invitation


def _narrowed(here: list[Building], typed: AcceptForm) -> Invitation:
    circle, ways = Circle(typed.circle), tuple(By(each) for each in typed.ways)
    if circle is Circle.BUILDINGS:
        chosen = [each for each in here if each.id in typed.buildings]
        return Invitation(
            circle, tuple(each.id for each in chosen), "、".join(each.name for each in chosen), ways
        )
    if circle is Circle.OWNERS and typed.estate:
        return Invitation(
            circle, tuple(each.id for each in here if each.estate == typed.estate), typed.estate, ways
        )
    return Invitation(circle, ways=ways)


def read_out(invitation: Invitation) -> list[tuple[Message, Message | str]]:
    """For the check page."""
    return [
        (say("Who takes part"), invitation.who),
        *((say("How one takes part"), BYS[each]) for each in invitation.ways),
    ]
