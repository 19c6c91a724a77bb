"""What is handed over with an office: consents that its holder recorded, slips that lie ready."""

from collections.abc import Sequence

from civic.core.days import end_of
from civic.core.message import say, say_n
from civic.core.names import masked
from civic.people.queries.entrusted import Consenting, consents_left, slips_left
from civic.people.tables import Office, OfficeKind
from civic.permissions import Permission
from civic.web.asks import shortened
from civic.web.house import Ask
from civic.work import UnitOfWork

RECORDERS = frozenset({OfficeKind.BUILDING_HEAD, OfficeKind.ENTRANCE_HEAD, OfficeKind.COMMITTEE})
"""Offices that record consents and hand out slips."""


def handed(work: UnitOfWork, office: Office) -> Sequence[Ask]:
    """Running consents, the first to end on top, then the slips: two statements, none for other offices."""
    if office.kind not in RECORDERS:
        return []
    consents = [_consent(work, each) for each in consents_left(work, office)]
    return [*shortened(consents, say("Consents that run"), "/admin/people"), *_slips(work, office)]


def _consent(work: UnitOfWork, each: Consenting) -> Ask:
    """Named in full to whoever keeps consents today; whoever holds no such office any more reads a masked name."""
    name = each.name if work.may(Permission.RECORD_CONSENT) else masked(each.name)
    words = (
        say("%(name)s: helped by the office-holder; needs a new consent", name=name)
        if each.by_office
        else say("%(name)s: lets another act; the consent runs on", name=name)
    )
    return Ask(
        "confirm", words, say("Consent to help"), f"/admin/people/{each.person_id}/helpers", end_of(each.until_on, work.zone)
    )  # fmt: skip


def _slips(work: UnitOfWork, office: Office) -> list[Ask]:
    left = slips_left(work, office)
    if not left:
        return []
    path = f"/admin/slips/{office.building_id}" if office.building_id else "/admin/slips"
    words = say_n("%(n)s household slip not handed out", "%(n)s household slips not handed out", left)
    return [Ask("confirm", words, say("Household slips"), path)]
