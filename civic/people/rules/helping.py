"""Acting for somebody who agreed: with a recorded consent, for a stated span, never in what is theirs alone.

Help so that nobody is left out, without sharing a password (domain paper, section 5: old people left out;
Barrier-free Environment Law, art. 48).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from civic.core.message import Message, say
from civic.core.verdict import YES, Verdict, no, not_allowed
from civic.people.rules.agents import AGENTS
from civic.permissions import NEIGHBOURS, NEVER_FOR_OTHERS, Permission, Standing

P, S = Permission, Standing

LONGEST_DAYS = {"relative": 365, "building_head": 30, "volunteer": 30}
"""Days, the first and the last counted: a year for kin, then both think again; a month for others, who help
with one matter and must not become a standing agent."""

LENT = NEIGHBOURS | {S.RAISER, S.AFFECTED, S.ON_THE_ROLL}
"""What a helper has of the person: being a neighbour, and part of a matter. No office is ever lent."""

NEVER = NEVER_FOR_OTHERS | {P.EXPORT_ROLL, P.BREAK_GLASS, P.SHOW_PERSON, P.READ_LOOKS}
"""Password, second factor, sessions, receipts and helpers are kept on one's own account alone; so are looks at
others' data."""

JUDGING = frozenset({P.TURN_KEY_ONE, P.REFUSE_CLOSE, P.RATE, P.REOPEN, P.OBSERVE, P.OBJECT, P.DEMAND})
"""Where the person judges somebody's work."""

JUDGED = frozenset({S.LEAD, S.COMMITTEE, S.PROPERTY_FIRM, S.DEPARTMENT, S.OWNERS_COMMITTEE})
"""Whose work is judged: they never say in another's name that it was good."""


@dataclass(frozen=True)
class Agreed:
    """What was agreed: `helper` acts for `person`, both of them days counted."""

    helper_id: int
    person_id: int
    kind: str
    consent: str
    recorded_by: int
    from_on: date
    until_on: date
    witness_id: int | None = None


@dataclass(frozen=True)
class Party:
    """What must be known of the helper or of the person helped."""

    of_age: bool
    here: bool = True
    """Lives, owns or holds an office here; neither dead nor gone."""
    alive: bool = True
    """Neither dead nor gone: enough for a guardian or representative, who may live and work elsewhere."""
    suspended: bool = False
    standings: frozenset[Standing] = frozenset()
    """The party's own, by office and to the matter at hand (lead of its work order)."""


def most_until(kind: str, from_on: date) -> date:
    """The last day of the longest span for a relative, building head or volunteer."""
    return from_on + timedelta(days=LONGEST_DAYS[kind] - 1)


def may_agree(
    agreed: Agreed, helper: Party, person: Party, today: date, *, recorder_in_office: bool
) -> Verdict:
    """Whether a consent may be recorded: two people, proven, for a span."""
    return (
        _two_people(agreed, helper, person)
        .then(lambda: of_that_kind(agreed.kind, helper))
        .then(lambda: _proven(agreed, recorder_in_office))
        .then(lambda: _for_a_span(agreed, today))
    )


def may_begin(
    agreed: Agreed, actor_id: int, helper: Party, person: Party, today: date, *, ended: bool
) -> Verdict:
    """Whether the helper may begin to act now; asked again on every request while they do."""
    if actor_id != agreed.helper_id:
        return not_allowed(say("Only the helper who was agreed on acts for this person."))
    if ended or not agreed.from_on <= today <= agreed.until_on:
        return no(say("The time for which this help was agreed is over or has not begun."))
    if helper.suspended or not (helper.alive if agreed.kind in AGENTS else helper.here):
        return not_allowed(say("This helper no longer acts here."))
    if not person.here:
        return no(say("Nobody acts for somebody who has died or left for good."))
    return of_that_kind(agreed.kind, helper)


def may_use(permission: Permission, helper: Party) -> Verdict:
    """Whether a helper may do this in the person's place; the person's own standing is asked besides."""
    if permission in NEVER:
        return not_allowed(say("Nobody can do this in another's place. Please stop helping first."))
    if permission in JUDGING and helper.standings & JUDGED:
        return not_allowed(say("Whoever's work is judged does not judge it in another's name."))
    return YES


def may_cast_for(*, secret: bool, proxies: bool) -> Verdict:
    """A secret ballot is marked by the voter alone, or on paper at home; in an open vote a helper votes only
    where the vote allows proxies (domain paper, section 2.3)."""
    if secret:
        return not_allowed(say("A secret ballot is never cast by a helper. We bring a paper ballot home."))
    if not proxies:
        return not_allowed(say("In this vote everybody votes in person."))
    return YES


def may_change_for(*, helping: bool) -> Verdict:
    """What the voter has said stands until the voter says otherwise: no helper overrules them."""
    if helping:
        return not_allowed(say("A ballot that is on record is changed by the voter alone."))
    return YES


def may_see_receipt(*, helping: bool) -> Verdict:
    """A helper reads what the person would, but never what shows how they voted (domain paper, section 6)."""
    if helping:
        return not_allowed(say("Nobody can do this in another's place. Please stop helping first."))
    return YES


def may_end_help(agreed: Agreed, ender_id: int, *, committee: bool, ended: bool) -> Verdict:
    """Either of the two ends it at any time without a reason; so does whoever recorded it, or the committee."""
    if ended:
        return no(say("This help has ended already."))
    if agreed.kind in AGENTS:
        by_law = committee or ender_id == agreed.helper_id
        return (
            YES
            if by_law
            else not_allowed(say("Whoever acts by law, or the residents' committee, ends this."))
        )
    if committee or ender_id in {agreed.helper_id, agreed.person_id, agreed.recorded_by}:
        return YES
    return not_allowed(say("Either of the two, or the residents' committee, ends this help."))


def may_tell(helpers: Iterable[int], teller_id: int) -> Verdict:
    """Whether this officer may say that the person was told: `helpers` did what is to be told."""
    if teller_id in set(helpers):
        return not_allowed(say("You helped here yourself: please let another officer tell them."))
    return YES


def lent(standings: Iterable[Standing]) -> tuple[Standing, ...]:
    """What of the person's standings a helper acts under, in the same order."""
    return tuple(standing for standing in standings if standing in LENT)


def _two_people(agreed: Agreed, helper: Party, person: Party) -> Verdict:
    if agreed.helper_id == agreed.person_id:
        return no(say("Nobody is their own helper."))
    if not person.here:
        return no(say("Nobody acts for somebody who has died or left for good."))
    if helper.suspended or not helper.here:
        return no(say("The helper must be somebody of this community."))
    return YES if helper.of_age else no(say("A helper must be 18 or older."))


def of_that_kind(kind: str, helper: Party) -> Verdict:
    """Who helps by office holds it; asked when it is agreed and when they begin."""
    if kind == "building_head" and not helper.standings & {S.BUILDING_HEAD, S.ENTRANCE_HEAD}:
        return no(say("This helper is no building head or entrance head."))
    if kind == "volunteer" and S.VOLUNTEER not in helper.standings:
        return no(say("This helper is no volunteer of this community."))
    return YES


def _proven(agreed: Agreed, recorder_in_office: bool) -> Verdict:
    """By the person on their own account, on paper before a witness, or by word before an officer."""
    because = _why_not_proven(agreed, recorder_in_office)
    return YES if because is None else no(because)


def _why_not_proven(agreed: Agreed, recorder_in_office: bool) -> Message | None:
    if agreed.consent == "own_account":
        own = agreed.recorded_by == agreed.person_id
        return None if own else say("This consent is given by the person, signed in.")
    if agreed.recorded_by == agreed.helper_id:
        return say("The helper does not record the consent; please ask another officer.")
    if not recorder_in_office:
        return say(
            "Consent on paper or by word is recorded by the committee, a building head or entrance head."
        )
    if agreed.consent == "in_person":
        return None
    if agreed.witness_id is None:
        return say("Please name a witness who saw the signature.")
    if agreed.witness_id in {agreed.helper_id, agreed.person_id, agreed.recorded_by}:
        return say("The witness is somebody else than the helper, the person and whoever records it.")
    return None


def _for_a_span(agreed: Agreed, today: date) -> Verdict:
    if agreed.until_on < agreed.from_on or agreed.until_on < today:
        return no(say("Please choose a last day that is still to come."))
    longest = most_until(agreed.kind, agreed.from_on)
    if agreed.until_on > longest:
        return no(say("This help lasts until %(day)s at most; it can be agreed again.", day=longest))
    return YES
