"""Who may be made responsible for which task: the guard that relieves the community (domain §1, no. 24)."""

from collections.abc import Collection
from enum import StrEnum

from civic.core.message import Message, say, say_p
from civic.core.verdict import YES, Verdict, no, not_allowed
from civic.permissions import Standing
from civic.propose.rules import Nature

S = Standing


class TaskNature(StrEnum):
    """What kind of task it is: decides who may be responsible for it."""

    ORDINARY = "ordinary"
    CLEANING = "cleaning"
    REPAIR = "repair"
    SERVICE = "service"
    PUBLICITY = "publicity"
    PATROL = "patrol"
    ENFORCEMENT = "enforcement"
    DEMOLITION = "demolition"
    EXPROPRIATION = "expropriation"
    ENVIRONMENT_REMEDIATION = "environment_remediation"
    CITY_MANAGEMENT = "city_management"
    INVESTMENT_PROMOTION = "investment_promotion"


N = TaskNature
NATURES: dict[TaskNature, Message] = {
    N.ORDINARY: say_p("kind of task", "Ordinary task"),
    N.CLEANING: say_p("kind of task", "Cleaning"),
    N.REPAIR: say_p("kind of task", "Repair and building work"),
    N.SERVICE: say_p("kind of task", "Service for residents"),
    N.PUBLICITY: say_p("kind of task", "Telling and persuading people"),
    N.PATROL: say_p("kind of task", "Patrol and looking after order"),
    N.ENFORCEMENT: say_p("kind of task", "Administrative enforcement"),
    N.DEMOLITION: say_p("kind of task", "Demolition of illegal buildings"),
    N.EXPROPRIATION: say_p("kind of task", "Expropriation and resettlement"),
    N.ENVIRONMENT_REMEDIATION: say_p("kind of task", "Environment remediation"),
    N.CITY_MANAGEMENT: say_p("kind of task", "City management"),
    N.INVESTMENT_PROMOTION: say_p("kind of task", "Investment promotion"),
}

RELIEVED = frozenset(
    {
        N.ENFORCEMENT, N.DEMOLITION, N.EXPROPRIATION, N.ENVIRONMENT_REMEDIATION, N.CITY_MANAGEMENT,
        N.INVESTMENT_PROMOTION,
    }
)  # fmt: skip
"""What a community must not be the responsible body for (聊民发〔2018〕71号); it may help."""

POWERS = frozenset({N.ENFORCEMENT, N.DEMOLITION, N.EXPROPRIATION})
"""What takes public power: departments alone (Administrative Compulsion Law, art. 17)."""

LEADS = (
    S.DEPARTMENT, S.PROPERTY_FIRM, S.OWNERS_COMMITTEE, S.COMMITTEE, S.GRID_WORKER, S.BUILDING_HEAD,
    S.VOLUNTEER, S.PARTY_COMMITTEE, S.REPRESENTATIVE,
)  # fmt: skip
"""Offices that may lead; of several the first counts."""

COMMUNITY = frozenset(
    {S.COMMITTEE, S.GRID_WORKER, S.BUILDING_HEAD, S.VOLUNTEER, S.PARTY_COMMITTEE, S.REPRESENTATIVE}
)

OWNERS_MATTERS = frozenset({Nature.OWNERS_GENERAL, Nature.OWNERS_SPECIAL, Nature.BUSINESS_CONVERSION})
OWNERS_LEADS = frozenset({S.PROPERTY_FIRM, S.OWNERS_COMMITTEE})
"""Whom an owners' committee may give work to: its firm and itself (domain §4)."""


def office_of(offices: Collection[Standing]) -> Standing | None:
    """The office under which this person would lead; None if none of them can."""
    return next((office for office in LEADS if office in offices), None)


def may_order_as(by: Standing | None, nature: Nature | None) -> Verdict:
    """An owners' committee issues orders on owners' matters alone."""
    if by is S.OWNERS_COMMITTEE and nature not in OWNERS_MATTERS:
        return not_allowed(
            say("The owners' committee issues work orders on owners' matters; this one is the community's.")
        )
    return YES


def may_lead(nature: TaskNature, offices: Collection[Standing], by: Standing | None) -> Verdict:
    """Whether somebody holding these offices may be made responsible for such a task."""
    office = office_of(offices)
    if S.SUPERVISOR in offices:
        return no(
            say("The supervisory committee watches the work and cannot lead it. Please choose somebody else.")
        )
    if office is None:
        return no(say("A work order is led by somebody in office. Please choose one from the list."))
    if by is S.OWNERS_COMMITTEE and office not in OWNERS_LEADS:
        return no(say("The owners' committee gives work to the property firm or does it itself."))
    if nature in RELIEVED and office in COMMUNITY:
        return no(
            say(
                "A community must not be made responsible for this (Liaocheng Civil Affairs, no. 71 of 2018): "
                "%(task)s. "
                "Please choose the department as the lead; the community may help.",
                task=NATURES[nature],
            )
        )
    if nature in POWERS and office is not S.DEPARTMENT:
        return no(say("Only a government department has the power for this. Please choose the department."))
    return YES
